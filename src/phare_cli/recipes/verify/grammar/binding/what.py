"""Find what a figure is said of: the topic behind it or before it, words of nothing known, a sum."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.antecedents.clause_breaks import (
    break_behind,
    is_contrasted,
)
from phare_cli.recipes.verify.grammar.antecedents.relative_clauses import is_given_to_it, object_before
from phare_cli.recipes.verify.grammar.binding.naming.meant_topics import best_topic, free_topics
from phare_cli.recipes.verify.grammar.binding.naming.taken_up_names import is_taken_before, takes_up_answer
from phare_cli.recipes.verify.grammar.binding.own_subject import has_own_subject, start_of_words
from phare_cli.recipes.verify.grammar.binding.strangers import has_foreign
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.topics import TopicMention

_FRONTS = frozenset(
    ", ; : – — - • ( [ et and mais but que qu' or ou soit seuls seules seul seule seulement only some pour for chez"  # noqa: SIM905
    ' while whereas tandis encore even so do as did including dont which whom « " “ ils elles plus like about'
    " environ that where".split()
)


_ROW = frozenset((",", "et", "and", "but", "mais", "puis", "seulement", "only"))
_FURTHER = frozenset(("further", "another", "autres"))
_ROW_OR_ANEW = _ROW | {";"}
_FOR = frozenset(("pour", "for", "chez", "among"))
_IS = frozenset("est sont etait etaient is are was were compte comptent counts count matters vaut".split())  # noqa: SIM905
_THAT = frozenset(("that", "que", "qu'"))
_BY = frozenset(("by", "par"))
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
    if near.sentence.word(before) in _FOR and near.sentence.word(before - 1) in _IS:
        return False  # "l'arrêt de car l'est pour 30 % d'entre eux"
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
    done = object_before(near.sentence, figure)
    if done is not None:
        return best_topic(near, max(low, done[0]), done[1], nearest=True), behind
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
    is_other = is_taken_before(near, found, previous) or _is_left_behind(near, figure, found, previous)
    if is_other or (found is None and is_given_to_it(near.sentence, figure)):
        return None, ahead
    if found is not None and (not found.is_indicator or best_topic(near, *behind) is None):
        return found, ahead
    second = best_topic(near, *behind)
    is_named = found is not None and not found.is_indicator
    if not is_named and near.sentence.word(figure.start - 1) in _BY and has_own_subject(near, figure):
        return None, ahead  # "religious heritage is funded by 6% of donor firms"
    return (second, behind) if second is not None else (found, ahead)


def _is_left_behind(
    near: Surroundings, figure: SpokenNumber, topic: TopicMention | None, previous: Bound | None
) -> bool:
    """Tell whether a figure has a subject of its own behind what the one before it was said of.

    "33% name the bus, and the lack of doctors is mentioned by 40%" says nothing of the bus twice.
    """
    if topic is None or not _is_of_previous(previous, topic):
        return False
    return topic.end <= start_of_words(near, figure) and has_own_subject(near, figure)


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
    lead = figure.start - 1
    lead -= near.sentence.word(lead) in _THAT  # "and that 12% sponsor a club"
    if previous is None or topic is None or near.sentence.word(lead) not in _ROW_OR_ANEW:
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
