"""Find what a figure is said of: the topic behind it or before it, words of nothing known, a complement, a sum."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import PERCENT, SpokenNumber
from phare_cli.documents.prose.tokens import words_of
from phare_cli.recipes.verify.grammar.antecedents.clause_breaks import (
    break_behind,
    is_contrasted,
    last_contrast,
)
from phare_cli.recipes.verify.grammar.antecedents.relative_clauses import chooses_people, is_given_to_it
from phare_cli.recipes.verify.grammar.binding.naming.meant_topics import best_topic, free_topics
from phare_cli.recipes.verify.grammar.binding.naming.quoted_names import places_quoted
from phare_cli.recipes.verify.grammar.binding.naming.taken_up_names import is_taken_before, takes_up_answer
from phare_cli.recipes.verify.grammar.binding.naming.who_is_left import others_aside
from phare_cli.recipes.verify.grammar.binding.strangers import has_foreign
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.relations.openings_of_lists import may_have, words_in
from phare_cli.recipes.verify.grammar.stems import NEGATIVE
from phare_cli.recipes.verify.grammar.topics import TopicMention

_TO_FITTED = 1  # words from "does not fit" to a figure: "ne s'accorde pas avec 91 %"
_TO_EITHER = 4  # words from "neither do" to its figure
_FRONTS = frozenset(
    ", ; : – — - • ( [ et and mais but que qu' or ou soit seuls seules seul seule seulement only some pour for chez"  # noqa: SIM905
    ' while whereas tandis encore even so do as did including dont which whom « " “ ils elles plus like about'
    " environ that where".split()
)
_NONE = frozenset(("pas", "point", "aucun", "aucune"))
_NE = frozenset(("ne", "n'"))
_ROW = frozenset((",", "et", "and", "but", "mais", "puis", "seulement", "only"))
_FURTHER = frozenset(("further", "another", "autres"))
_ROW_OR_ANEW = _ROW | {";"}
_DENIED = frozenset(  # what is denied is no answer: "not far behind", "no such figure"
    "such doubt longer wonder surprise fewer less more change far much only just even surprisingly".split()  # noqa: SIM905
)
_HAVE = frozenset(("have", "has", "had"))  # "88% have no such plan"
_WITHOUT = frozenset("lack lacks lacked lacking without manquent manque sans".split())  # noqa: SIM905
_LEADS = frozenset("les the des la le some seulement only près a further another autres".split())  # noqa: SIM905
_OF_ROW = frozenset("des de of the les d' la le in en chez among ( ) contre against".split())  # noqa: SIM905


def end_behind(near: Surroundings, figure: SpokenNumber, high: int) -> int:
    """Return where the words after a figure end: at a semicolon, a colon, a closed bracket, one of other figures."""
    told = near.sentence.bracket(high) if high < len(near.tokens) else None
    if told is not None and told > figure.end and near.sentence.bracket(figure.start) is None:
        high = told  # "62% are satisfied (very satisfied: 26%, ...)"
    depth = quoted = 0
    for at in range(figure.end, high):
        text = near.tokens[at].text
        depth += text == "("
        quoted += text in "«“"
        if text == ")" and depth:
            depth -= 1
        elif text in "»”" and quoted:
            quoted -= 1  # of a name in quotes: "28% of “carers” name noise"
        elif text in ";:)]»”" or (text == "," and is_contrasted(near.sentence, at)):
            return at
    return high


def opens_clause(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a figure opens its clause, so that its words follow it."""
    before = figure.start - 1
    while before >= 0:
        wave = next((each for each in near.sentence.of_kind("wave") if each.end == before + 1), None)
        mere = near.words["hedge"].before(near.tokens, before + 1) if before + 1 == figure.start else None
        if mere is not None and mere.end - mere.start > 1:
            before = mere.start - 1  # "and a mere 5.1 for parking"
        elif wave is not None and near.sentence.word(wave.start - 1) in ("en", "in"):
            before = wave.start - 2  # "noted that in 2024 39% of them"
        elif near.sentence.word(before) in _LEADS:
            before -= 1
        elif near.sentence.word(before) in _FURTHER:  # "and a further 22% every month"
            before -= 1 + (near.sentence.word(before - 1) in ("a", "an", "les", "des"))
        else:
            break
    return (
        before < 0
        or near.sentence.word(before) in _FRONTS
        or any(relation.end == before + 1 for relation in near.relations)
    )


def topic_said(
    near: Surroundings,
    figure: SpokenNumber,
    low: int,
    after: int,
    bracket: int | None,
    previous: Bound | None,
) -> tuple[TopicMention | None, tuple[int, int]]:
    """Return the topic in a figure's own words, and where it was looked for."""
    behind, ahead = (figure.end, after), (low, figure.start)
    if bracket is not None:
        if any(each.start == bracket + 1 for each in near.figures):
            follows = best_topic(near, figure.end, end_behind(near, figure, after))
            if follows is not None and not follows.is_indicator:
                return follows, behind  # "(26% very satisfied, 36% fairly satisfied)"
        inside = best_topic(near, max(bracket, low), figure.start)
        if inside is not None:
            return inside, (bracket, figure.start)
        ahead = (low, bracket)
        touching = [each for each in free_topics(near, *ahead) if not each.is_indicator]
        last = touching[-1] if touching else None
        if last is not None and last.start >= near.sentence.clause(bracket)[0]:
            return last, ahead
        closing = next(
            (p for p in range(figure.start, len(near.tokens)) if near.tokens[p].text in ")]"), after
        )
        if previous is None or previous.scene.topics == ():
            end = break_behind(near.sentence, closing, len(near.tokens))
            return best_topic(near, closing, end) or best_topic(near, 0, bracket), (closing, end)
        return None, (figure.end, closing)
    clause, _ = near.sentence.clause(figure.start)
    is_anew = previous is not None and low <= clause and near.sentence.word(clause - 1) == ";"
    if opens_clause(near, figure):
        low = max(low, clause) if is_anew else low
        found = best_topic(near, *behind)
        before = best_topic(near, low, figure.start, nearest=True)
        is_taken = _is_of_previous(previous, before)
        if found is not None and before is not None and not is_taken and _is_told_before(before, found):
            return before, behind  # "At least once a week, 34% of carers visit a ward"
        if found is not None and before is not None and takes_up_answer(near, figure, found, before):
            return before, behind  # "the bus has lost ground: 21% of adults take it weekly"
        if found is not None and (not found.is_indicator or found.is_net):
            return merged(near, found), behind
        if found is None and _is_told_of(previous, before, near, figure) and has_foreign(near, *behind):
            return None, behind  # "71% cite bark beetles and 31% storms"
        if found is None and before is not None and (previous is None or not before.is_indicator):
            return before, behind
        if found is not None:
            return (found if found.is_net or is_taken else narrower(near, found, low, figure)), behind
        if previous is None and not has_foreign(near, *behind):
            end = _end_of_row(near, figure)
            later = best_topic(near, figure.end, end)
            return later, (figure.end, len(near.tokens)) if later else behind
        return None, behind
    own = (max(low, clause), figure.start)
    if is_anew or any(not each.is_indicator for each in free_topics(near, *own)):
        ahead = own
    found = best_topic(near, *ahead, nearest=True)
    is_other = is_taken_before(near, found, previous)
    if is_other or (found is None and is_given_to_it(near.sentence, figure)):
        return None, ahead
    if found is not None and (not found.is_indicator or best_topic(near, *behind) is None):
        return found, ahead
    second = best_topic(near, *behind)
    return (second, behind) if second is not None else (found, ahead)


def _is_of_previous(previous: Bound | None, topic: TopicMention | None) -> bool:
    """Tell whether a topic is what the figure before it was said of: "64% feel safe in the street, and 52% ..."."""
    return previous is not None and topic is not None and topic.topics == previous.scene.topics


def _is_told_before(answer: TopicMention, question: TopicMention) -> bool:
    """Tell whether what stands before a figure is an answer of the question that is named behind it."""
    is_answer = question.is_indicator and not answer.is_indicator
    return is_answer and set(answer.topics) < set(question.topics)


def _end_of_row(near: Surroundings, figure: SpokenNumber) -> int:
    """Return where words that stand behind a row of figures end: at a semicolon, at a figure with words of its own."""
    end = next(
        (at for at in range(figure.end, len(near.tokens)) if near.tokens[at].text == ";"), len(near.tokens)
    )
    named = {at for each in near.sentence.mentions for at in range(each.start, each.end)}
    last = figure
    for other in near.figures:
        if other.start >= last.end:
            between = [at for at in range(last.end, other.start) if at not in named]
            if not all(near.sentence.word(at) in _ROW or near.sentence.word(at) in _OF_ROW for at in between):
                return min(end, other.start)
            last = other
    return end


def _is_told_of(
    previous: Bound | None, topic: TopicMention | None, near: Surroundings, figure: SpokenNumber
) -> bool:
    """Tell whether a topic is that of the figure before, behind which it stands, in a row with this one."""
    if previous is None or topic is None or near.sentence.word(figure.start - 1) not in _ROW_OR_ANEW:
        return False
    return previous.number.end <= topic.start and previous.scene.topics == topic.topics


def merged(near: Surroundings, found: TopicMention) -> TopicMention:
    """Return *found* held to the indicator that the words before the figure name: "Dans la justice, 49 %"."""
    named = {indicator for each in near.sentence.topics if each.is_indicator for indicator, _ in each.topics}
    kept = tuple(topic for topic in found.topics if topic[0] in named)
    return found._replace(topics=kept or found.topics)


def narrower(near: Surroundings, found: TopicMention, low: int, figure: SpokenNumber) -> TopicMention:
    """Return the narrower of an indicator behind the figure and one before it."""
    before = best_topic(near, low, figure.start, nearest=True)
    return before if before is not None and set(before.topics) < set(found.topics) else found


def is_complement(
    near: Surroundings,
    figure: SpokenNumber,
    zone: tuple[int, int],
    topic: TopicMention | None,
    previous: Bound | None,
    low: int,
    after: int,
) -> bool:
    if figure.unit != PERCENT:
        return False  # "leaders, tired no doubt, rate it at 5.2"
    if not _may_be_denied(near, topic, previous):
        return False
    start, end = zone if zone != (0, 0) else (figure.end, after)
    if topic is not None and end <= figure.start:
        start = last_contrast(near.sentence, start, topic.start)  # "44% cannot pay, but the cold (46%) ..."
    clause_end = min(end, next((at for at in range(start, end) if near.tokens[at].text in ";:"), end))
    quoted = places_quoted(near.sentence)  # a name that denies: “pas du tout satisfait”
    tests = near.words["caution"].find(near.tokens, start)  # "a gap that is not significant"
    tested = {at for cue in tests for at in range(cue.start, cue.end)}
    groups = near.sentence.of_kind("group")  # "without staff"
    in_names = {at for each in groups for at in range(each.start, each.end)}
    outside = quoted | tested | in_names
    own = [
        at
        for at in range(start, clause_end)
        if at not in outside
        and not any(each.covers(at) for each in near.relations)
        and not (topic is not None and chooses_people(near.sentence, at, topic.start))
    ]
    is_negated = any(
        (near.sentence.word(at + 1) not in _DENIED or near.sentence.word(at - 1) in _HAVE)
        and (
            near.sentence.word(at) in NEGATIVE
            or (near.words["negation"].holds(near.sentence.word(at)) and near.words.language == "en")
        )
        for at in own
    )
    if topic is not None and topic.is_net:  # "45% lack confidence"
        is_negated = is_negated or any(near.sentence.word(at) in _WITHOUT for at in own)
    if near.words.language == "fr":
        is_negated = any(near.sentence.word(at) in _NONE for at in own) and any(
            near.sentence.word(at) in _NE and not _is_relative(near, at - 1, figure) for at in own
        )
    if near.words["no matter"].first(near.tokens, start, clause_end) is not None:
        return False  # "le chauffage n'est pas un sujet (4 %)"
    if near.words["belonging"].first(near.tokens, start, clause_end) is not None:
        return False  # some are not part of others: nobody is said not to be, or do, what the topic is
    if _denies_a_fit(near, start, clause_end):
        return False
    is_aside = near.sentence.bracket(figure.start) is not None
    if is_aside and any(near.sentence.word(at) in ("cas", "case") for at in own):
        return False  # "ce qui n'était pas le cas en 2020 (46 %)"
    spoken = near.context.last.topics if topic is None else topic.topics
    if any(_is_negative(item) for _, item in spoken):
        return False
    if topic is not None and is_negated and _tells_forgoing(near, topic, start, clause_end):
        return False
    others = near.words["others"].before(near.tokens, figure.start) or others_aside(near, figure)
    is_other = others is not None and previous is not None
    rest = near.words["unpersuaded"].first(near.tokens, figure.end, min(after, figure.end + 5))
    echoed = near.words["not either"].first(near.tokens, max(low, figure.start - _TO_EITHER), clause_end)
    if echoed is not None and not is_negated:  # "et 28 % des infirmiers non plus"
        return previous.is_complement if previous is not None else near.context.is_denied
    restates = (
        previous is not None
        and previous.is_complement
        and (near.sentence.word(figure.start - 1) == ":" or is_answered_before(near, figure))
    )
    return is_negated or is_other or (rest is not None and rest.start == figure.end) or restates


def _may_be_denied(near: Surroundings, topic: TopicMention | None, previous: Bound | None) -> bool:
    """Tell whether words of a sentence, or a figure before, may deny what a figure is said of."""
    is_of_rest = previous is not None and (previous.is_complement or may_have(near.sentence, "others"))
    if is_of_rest or may_have(near.sentence, "unpersuaded", "not either"):
        return True
    words = words_in(near.sentence)
    if near.words.language == "fr":
        return not (_NONE.isdisjoint(words) or _NE.isdisjoint(words))
    is_lacked = topic is not None and topic.is_net and not _WITHOUT.isdisjoint(words)
    return is_lacked or not NEGATIVE.isdisjoint(words) or may_have(near.sentence, "negation")


def _tells_forgoing(near: Surroundings, topic: TopicMention, start: int, end: int) -> bool:
    """Tell whether a denial is itself what a question of forgoing asks: "n'ont pas consulté" of who went without."""
    forgoing = near.words["forgoing"]
    asked = {word for indicator, _ in topic.topics for word in words_of(indicator)}
    return any(map(forgoing.holds, asked)) and forgoing.first(near.tokens, start, end) is None


def _denies_a_fit(near: Surroundings, start: int, end: int) -> bool:
    """Tell whether a figure is said not to agree with another, which denies neither: "does not fit 91%"."""
    return any(
        0 <= each.start - cue.end <= _TO_FITTED
        for cue in near.words["fits"].find(near.tokens, start, end)
        for each in near.figures
    )


def _is_relative(near: Surroundings, place: int, figure: SpokenNumber) -> bool:
    """Tell whether a denial is of what people do it with: "cuisinent ce qui n'a pas été mangé"."""
    is_led = near.sentence.word(place) == "qui" and near.sentence.word(place - 1) == "ce"
    return is_led and place > figure.end + 1


def is_answered_before(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a figure stands in a bracket without a verb, so that the words before it say what it is of."""
    bracket = near.sentence.bracket(figure.start)
    if bracket is None:
        return False
    closing = next(
        (at for at in range(figure.end, len(near.tokens)) if near.tokens[at].text in ")]"), len(near.tokens)
    )
    return not any(near.sentence.has(name, bracket, closing) for name in ("verb", "light verb", "agreement"))


def _is_negative(item: str) -> bool:
    words = item.casefold().replace("’", "'").split()
    return any(
        word in ("pas", "not", "cannot", "ne", "aucun", "aucune", "no", "none", "never", "jamais")
        or word.startswith("n'")
        or word.endswith("n't")
        for word in words
    )
