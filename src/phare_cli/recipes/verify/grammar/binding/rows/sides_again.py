"""Give a figure without a name the side that one before it stands for: "58 % (53 % en France), 52 % (47 %)"."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.recipes.verify.grammar.antecedents.held_against import span_of
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.claims import moved
from phare_cli.recipes.verify.grammar.figures.said_again import says_again

_PAIRS = 4  # figures of two pairs


def sides_again(near: Surroundings, bound: list[Bound]) -> list[Bound]:
    """Return figures of which one in a bracket or behind "contre" is of the side that an earlier one of them is of."""
    if len(bound) < _PAIRS:
        return bound
    changed = list(bound)
    for place in range(_PAIRS - 1, len(bound)):
        one, main = bound[place], changed[place - 1]
        if (
            not _is_bare(near, one)
            or _is_side(near, main)
            or says_again(near.sentence, main.number, one.number)
        ):
            continue
        pair = _pair_before(near, changed[: place - 1])
        if pair is not None:
            scene = moved(main.scene, pair[0].scene, pair[1].scene)
            changed[place] = one._replace(scene=scene, others=(), is_unsure=False, is_guessed=True)
    return changed


def _pair_before(near: Surroundings, bound: Sequence[Bound]) -> tuple[Bound, Bound] | None:
    """Return the last figure of another place, wave or group that is set beside one before it, behind that one."""
    for place in range(len(bound) - 1, 0, -1):
        one, side = bound[place - 1], bound[place]
        if _is_side(near, side) and not _is_side(near, one):
            is_beside = moved(one.scene, one.scene, side.scene) != one.scene
            return (one, side) if is_beside and one.scene.topics == side.scene.topics else None
    return None


def _is_side(near: Surroundings, bound: Bound) -> bool:
    is_held = span_of(near.held, bound.number.start) is not None
    return is_held or near.sentence.bracket(bound.number.start) is not None


def _is_bare(near: Surroundings, bound: Bound) -> bool:
    """Tell whether nothing but a figure stands in a bracket, or behind "contre"."""
    start, end = bound.number.start, bound.number.end
    span = span_of(near.held, start)
    if span is not None:
        return not any(span[0] <= each.start < span[1] for each in near.sentence.mentions)
    return near.sentence.word(start - 1) == "(" and near.sentence.word(end) == ")"
