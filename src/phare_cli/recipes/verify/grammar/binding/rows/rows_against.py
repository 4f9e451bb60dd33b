"""Tell whose figures are that stand against as many before them: "57 % et 45 %, contre 38 % et 37 % en France"."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.recipes.verify.grammar.binding.rows.row_figures import said_of, words_between
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.names.mention import Mention

_JOINS = frozenset((",", "et", "and", "puis", "then"))
_SMALL = frozenset("en in a au aux des les the de of".split())  # noqa: SIM905
_LEADS = ("against", "counted from")
_TO_ROW = 6  # words from "contre" to its first figure: "contre, en France, 38 %", "against just 38%"


def set_against(near: Surroundings, bound: list[Bound]) -> list[Bound]:
    """Return figures of which a row stands against as many before it: each is what stands before, of the row's side.

    Where the row has as many sides, each is the figure before it, of its own: "45 % (44 % et 38 % en 2019 et 2015)".
    """
    changed = list(bound)
    for start, end in _rows(near, bound):
        row = bound[start:end]
        met = [each for each in changed[:start] if _may_be_met(near, each)]
        sides = _sides(near, row)
        if len(sides) == 1:
            met, sides = met[-len(row) :], sides * len(row)
        else:
            met = met[-1:] * len(row)
        if len(sides) != len(row) or len(met) < len(row):
            continue
        answers = [
            said_of(each._replace(number=own.number), side, near.context)
            for each, own, side in zip(met, row, sides, strict=True)
        ]
        if len({each.scene for each in answers}) == len(answers):
            changed[start:end] = [
                each._replace(others=(), is_unsure=False, is_aside=True, is_in_turn=True) for each in answers
            ]
    return changed


def _may_be_met(near: Surroundings, bound: Bound) -> bool:
    """Tell whether a figure may be what others are set against: not in a bracket of its own, "(59 % en 2019)"."""
    bracket = near.sentence.bracket(bound.number.start)
    is_named = bracket is not None and any(
        near.sentence.bracket(each.start) == bracket for each in near.sentence.mentions
    )
    return bound.is_claim and not bound.is_aside and not is_named


def _rows(near: Surroundings, bound: Sequence[Bound]) -> list[tuple[int, int]]:
    """Return where rows of figures begin and end that "contre" or "against" leads, each of two at least."""
    rows: list[tuple[int, int]] = []
    start = 0
    while start < len(bound):
        end = start + 1
        while end < len(bound) and set(words_between(near.sentence, *bound[end - 1 : end + 1])) <= _JOINS:
            end += 1
        goes_on = bool(rows) and rows[-1][1] == start and _is_joined(near, *bound[start - 1 : start + 1])
        if end - start > 1 and start and (goes_on or _lead(near, bound[start]) is not None):
            rows.append((start, end))
        start = end
    return rows


def _is_joined(near: Surroundings, one: Bound, other: Bound) -> bool:
    """Tell whether nothing but a side and "and" stands between two rows: "... 33 % en France et 59 % ... en 2019"."""
    between = range(one.number.end, other.number.start)
    named = {at for each in near.sentence.mentions for at in range(each.start, each.end)}
    return {near.sentence.word(at) for at in between if at not in named} <= _JOINS | _SMALL


def _lead(near: Surroundings, bound: Bound) -> int | None:
    """Return where the words end that set a figure against what stands before it, or where its bracket opens."""
    first = bound.number.start
    if near.sentence.word(first - 1) in ("(", "from"):  # "(41% and 33% in France)", "up from 41% and 33%"
        return first
    cues = (near.words[name].find(near.tokens, max(0, first - _TO_ROW), first) for name in _LEADS)
    return max((cue.end for found in cues for cue in found), default=None)


def _sides(near: Surroundings, row: Sequence[Bound]) -> list[Mention]:
    """Return the places, groups or waves that a row is of: behind its last figure, or behind what leads it."""
    sides = near.sentence.mentions_after(row[-1].number.end)[:1]
    if not sides:
        lead = _lead(near, row[0])
        start = row[0].number.start if lead is None else lead
        return [each for each in near.sentence.mentions if start <= each.start < row[0].number.start][:1]
    for each in near.sentence.mentions:
        between = {near.sentence.word(at) for at in range(sides[-1].end, each.start)}
        if each.start >= sides[-1].end and between & _JOINS and between <= _JOINS | _SMALL:
            sides.append(each)  # "en 2019 et en 2017"
    return sides
