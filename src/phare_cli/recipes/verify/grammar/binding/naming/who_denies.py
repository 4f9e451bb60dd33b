"""Tell whether a figure is of those who do not: what denies, whose denial it is, and what a denial leaves alone."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import PERCENT, SpokenNumber
from phare_cli.documents.prose.tokens import words_of
from phare_cli.recipes.verify.grammar.antecedents.clause_breaks import last_contrast
from phare_cli.recipes.verify.grammar.antecedents.relative_clauses import chooses_people
from phare_cli.recipes.verify.grammar.binding.naming.quoted_names import places_quoted
from phare_cli.recipes.verify.grammar.binding.naming.who_is_left import others_aside
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.relations.openings_of_lists import may_have, words_in
from phare_cli.recipes.verify.grammar.stems import NEGATIVE, is_small
from phare_cli.recipes.verify.grammar.topics import TopicMention

_TO_FITTED = 1  # words from "does not fit" to a figure: "ne s'accorde pas avec 91 %"
_TO_EITHER = 4  # words from "neither do" to its figure
_NONE = frozenset(("pas", "point", "aucun", "aucune"))
_NE = frozenset(("ne", "n'"))
_DENIED = frozenset(  # what is denied is no answer: "not far behind", "no such figure"
    "such doubt longer wonder surprise fewer less more change far much only just even surprisingly".split()  # noqa: SIM905
)
_HAVE = frozenset(("have", "has", "had"))  # "88% have no such plan"
_VERBS = ("verb", "light verb", "agreement")
_WITHOUT = frozenset("lack lacks lacked lacking without manquent manque sans".split())  # noqa: SIM905


def is_complement(
    near: Surroundings,
    figure: SpokenNumber,
    zone: tuple[int, int],
    topic: TopicMention | None,
    previous: Bound | None,
    low: int,
    after: int,
) -> bool:
    """Tell whether a figure is of those who do not answer *topic*, which was looked for in *zone*."""
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
        and (
            near.sentence.word(figure.start - 1) == ":"
            or _is_answered_before(near, figure)
            or _is_told_in_short(near, figure, previous, after)
        )
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


def _is_answered_before(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a figure stands in a bracket without a verb, so that the words before it say what it is of."""
    bracket = near.sentence.bracket(figure.start)
    if bracket is None:
        return False
    closing = next(
        (at for at in range(figure.end, len(near.tokens)) if near.tokens[at].text in ")]"), len(near.tokens)
    )
    return not any(near.sentence.has(name, bracket, closing) for name in _VERBS)


def _is_told_in_short(near: Surroundings, figure: SpokenNumber, previous: Bound, after: int) -> bool:
    """Tell whether a figure has people alone of its own, so that it is of what the one before it denies.

    So has the second of "11 % des maires ne le sont pas ; chez les citoyens, trois sur dix".
    """
    people = [each for each in near.sentence.mentions if each.start >= previous.number.end]
    named = {at for each in people for at in range(each.start, each.end)}

    def is_mere(at: int) -> bool:
        token = near.tokens[at]
        return at in named or token.text == "," or (token.kind == "word" and is_small(token.word))

    start = figure.start
    while start > previous.number.end and is_mere(start - 1):
        start -= 1
    if near.sentence.word(start - 1) != ";":
        return False
    end = next((at for at in range(figure.end, after) if near.tokens[at].text in ".;!?"), after)
    own = [each.end for each in people if start <= each.start < end]
    return (
        bool(own)
        and not any(near.sentence.has(name, own[0], figure.start) for name in _VERBS)
        and not any(near.sentence.has(name, figure.end, end) for name in _VERBS)
        and all(map(is_mere, range(figure.end, end)))
    )


def _is_negative(item: str) -> bool:
    words = item.casefold().replace("’", "'").split()
    return any(
        word in ("pas", "not", "cannot", "ne", "aucun", "aucune", "no", "none", "never", "jamais")
        or word.startswith("n'")
        or word.endswith("n't")
        for word in words
    )
