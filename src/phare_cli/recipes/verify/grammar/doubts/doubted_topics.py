"""Tell what else a figure may be about, where its own words name its answer in part, beside another or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.documents.prose.spoken_numbers import PERCENT, SCORE
from phare_cli.recipes.verify.grammar.binding.own_subject import own_words
from phare_cli.recipes.verify.grammar.binding.strangers import unnamed_words
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.claims import Claim, Scene
from phare_cli.recipes.verify.grammar.topics import TopicMention

_ARE = frozenset("est sont etait etaient is are was were".split())  # noqa: SIM905
_WHOLE = 1.0  # from here on, the words of a name that stand in a sentence are most of it


def other_topics(claim: Claim, near: Surroundings) -> list[Scene]:
    """Return the scenes of the other answers that a figure's words name, which it may be said of as well.

    Where its words name none and say something of their own, they are those of the whole sentence.
    """
    start, end = own_words_of(claim, near)
    own = _answers(near.sentence.topics_in(start, _end_of_item(claim, near, start, end)), claim.scene)
    is_named = any(set(each.topics) & set(claim.scene.topics) for each in near.sentence.topics_in(start, end))
    if not is_named and _says_something(near, start, end):
        own = _answers(near.sentence.topics, claim.scene)
    return [claim.scene._replace(topics=each.topics, is_sum=False, is_foreign=False) for each in own]


def _end_of_item(claim: Claim, near: Surroundings, start: int, end: int) -> int:
    """Return where the words of a figure end: at a comma, in a row of which each answer stands before its figure."""
    if claim.number is None:
        return end
    before = near.sentence.topics_in(start, claim.number.start)
    behind = claim.number.end
    is_row = (
        any(set(each.topics) & set(claim.scene.topics) for each in before)
        and near.sentence.word(behind) == ","
    )
    return behind if is_row and end < len(near.tokens) else end


def is_named_in_part(claim: Claim, near: Surroundings) -> bool:
    """Tell whether a figure's words are part of a name at most, and say something that no name holds."""
    start, end = own_words_of(claim, near)
    scores = [each.score for each in near.sentence.topics if set(each.topics) & set(claim.scene.topics)]
    is_weak = max(scores, default=0.0) < _WHOLE
    return is_weak and _says_something(near, start, end)


def stranger_of(claim: Claim, near: Surroundings) -> str:
    """Return the first of a figure's words that no name holds ("engagées dans la transition"), nothing for none."""
    return next((near.tokens[at].text for at in _strangers(near, *own_words_of(claim, near))), "")


def tells_when(near: Surroundings) -> bool:
    """Tell whether a sentence tells when, or how something has changed."""
    is_told = bool(near.sentence.of_kind("wave")) or any(each.kind == "change" for each in near.relations)
    return is_told or near.sentence.has("newest")


def has_own_verb(claim: Claim, near: Surroundings) -> bool:
    """Tell whether a figure is lent a topic, and what its own people do is of no name: "owners have reroofed in 3%"."""
    if claim.kind != "figure" or claim.number is None or near.sentence.topics:
        return False
    clause, _ = near.sentence.clause(claim.number.start)
    groups = near.sentence.of_kind("group", clause, claim.number.start)
    if not groups or any(near.sentence.word(at) in _ARE for at in range(groups[-1].end, claim.number.start)):
        return False  # "private renters are somewhere in between at 54%"
    return any(at >= groups[-1].end for at in own_words(near, claim.number))


def _says_something(near: Surroundings, start: int, end: int) -> bool:
    """Tell whether words are of no name, and more than a verb that most answers may have."""
    return next(_strangers(near, start, end), None) is not None


def _strangers(near: Surroundings, start: int, end: int) -> Iterator[int]:
    for at in unnamed_words(near.sentence, start, end, near.relations):
        if not near.words["any verb"].holds(near.sentence.word(at)):
            yield at


def own_words_of(claim: Claim, near: Surroundings) -> tuple[int, int]:
    """Return where the words of a figure begin and end: in its clause, between the figures around it."""
    place = near.sentence.place_of(claim.start)
    start, end = near.sentence.clause(place)
    figures = [each for each in near.sentence.numbers if each.unit in (PERCENT, SCORE)]
    before = [each.end for each in figures if near.tokens[each.end - 1].end <= claim.start]
    behind = [each.start for each in figures if near.tokens[each.start].start >= claim.end]
    bracket = near.sentence.bracket(place)
    closing = [at for at in range(place, end) if bracket is not None and near.tokens[at].text == ")"]
    return max([start, *before]), min([end, *behind, *closing])


def _answers(topics: Sequence[TopicMention], scene: Scene) -> list[TopicMention]:
    return [each for each in topics if not each.is_indicator and not set(each.topics) & set(scene.topics)]
