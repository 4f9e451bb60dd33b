"""Find the pairs that a gap takes from before it: "cette baisse de 9 points", "respectivement 8 et 15 points"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from phare_cli.recipes.verify.grammar.binding.surroundings import Bound
from phare_cli.recipes.verify.grammar.claims import Claim, Scene
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.wave_mentions import age_of
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_JOINS = frozenset((",", "et", "and"))
_THIS = frozenset(("cette", "cet", "ce", "this", "that", "such"))


def pair_taken_up(sentence: Sentence, relation: Relation, context: Context) -> tuple[Scene, Scene] | None:
    """Return the two sides of the gap or change that the text before told, where "this" takes it up.

    What its own sentence names is something else: "this fall of 9 points has spared apprentices".
    """
    if relation.kind not in ("gap", "change") or relation.target is not None:
        return None
    if sentence.word(relation.start - 1) not in _THIS:
        return None
    is_change = relation.kind == "change"
    if len(context.recent) == 2:
        first, second = context.recent
        if second == first._replace(wave=second.wave) and first.wave != second.wave:
            return by_age(first, second)
        if not is_change and set(first.topics) & set(second.topics) and first != second:
            return first, second
    if context.compared is None or is_change != (context.compared[0].wave != context.compared[1].wave):
        return None
    return context.compared


def by_age(first: Scene, second: Scene) -> tuple[Scene, Scene]:
    """Return the later scene, then the earlier; one of no wave is of the newest."""
    return (
        (second, first)
        if first.wave and (not second.wave or age_of(first.wave) < age_of(second.wave))
        else (first, second)
    )


def gaps_in_turn(
    sentence: Sentence, relations: Sequence[Relation], bound: Sequence[Bound]
) -> dict[Relation, Scene]:
    """Return gaps that are said of the figures before them in turn, each with its figure's scene; empty where none is.

    What the last of them is compared with is the reference of all: "8 points de plus et 15 de moins qu'en France". So
    are those in a row that are as many as the figures: "57 % et 61 %, soit 16 et 11 points de plus".
    """
    gaps = [each for each in relations if each.number is not None and each.kind in ("gap", "change")]
    if len(gaps) < 2 or len(gaps) != len(relations):
        return {}
    before = [
        each
        for each in bound
        if each.number.end <= gaps[0].start and sentence.bracket(each.number.start) is None
    ]
    target = next((each.target for each in reversed(gaps) if each.target is not None), None)
    is_row = len(before) == len(gaps) and _are_in_row(sentence, gaps)
    if len(before) < len(gaps) or not (is_row or sentence.has("respectively")):
        return {}
    way = gaps[-1].direction if is_row else ""
    return {
        gap._replace(target=gap.target or target, direction=gap.direction or way): each.scene
        for gap, each in zip(gaps, before[-len(gaps) :], strict=True)
    }


def _are_in_row(sentence: Sentence, gaps: Sequence[Relation]) -> bool:
    """Tell whether nothing but "and" stands between gaps, of which the last alone says what all are."""
    are_bare = all(each.target is None and not each.direction for each in gaps[:-1])
    words = {sentence.word(at) for one, other in pairwise(gaps) for at in range(one.end, other.start)}
    return are_bare and words <= _JOINS


def between_last_two(claim: Claim, before: Sequence[Scene]) -> Claim | None:
    """Return a multiple of one figure of another that both stand before it; of two waves, of the earlier."""
    if len(before) < 2:
        return None
    first, last = before[-2:]
    if first == last._replace(wave=first.wave) and first.wave != last.wave:
        later, earlier = by_age(first, last)
        return claim._replace(kind="change", scene=later, reference=earlier)
    return claim._replace(scene=last, reference=first)
