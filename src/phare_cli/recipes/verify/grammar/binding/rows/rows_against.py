"""Tell whose figures are that stand against as many before them: "57 % et 45 %, contre 38 % et 37 % en France"."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.recipes.verify.grammar.binding.rows.row_figures import said_of, words_between
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.names.mention import Mention

_JOINS = frozenset((",", "et", "and", "puis", "then"))
_LEADS = ("against", "counted from")
_TO_ROW = 6  # words from "contre" to its first figure: "contre, en France, 38 %", "against just 38%"


def set_against(near: Surroundings, bound: list[Bound]) -> list[Bound]:
    """Return figures of which a row stands against as many before it: each is what stands before, of the row's side."""
    changed = list(bound)
    for start, end in _rows(near, bound):
        before = [each for each in changed[:start] if _may_be_met(near, each)][start - end :]
        side = _side(near, bound[start:end])
        if side is None or len(before) < end - start:
            continue
        answers = [
            said_of(each._replace(number=own.number), side, near.context)
            for each, own in zip(before, bound[start:end], strict=True)
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
    rows = []
    start = 0
    while start < len(bound):
        end = start + 1
        while end < len(bound) and set(words_between(near.sentence, *bound[end - 1 : end + 1])) <= _JOINS:
            end += 1
        if end - start > 1 and start and _lead(near, bound[start]) is not None:
            rows.append((start, end))
        start = end
    return rows


def _lead(near: Surroundings, bound: Bound) -> int | None:
    """Return where the words end that set a figure against what stands before it, or where its bracket opens."""
    first = bound.number.start
    if near.sentence.word(first - 1) in ("(", "from"):  # "(41% and 33% in France)", "up from 41% and 33%"
        return first
    cues = (near.words[name].find(near.tokens, max(0, first - _TO_ROW), first) for name in _LEADS)
    return max((cue.end for found in cues for cue in found), default=None)


def _side(near: Surroundings, row: Sequence[Bound]) -> Mention | None:
    """Return the place, the group or the wave that a row is of: behind its last figure, or behind what leads it."""
    behind = near.sentence.mentions_after(row[-1].number.end)
    lead = _lead(near, row[0]) or 0
    ahead = [each for each in near.sentence.mentions if lead <= each.start < row[0].number.start]
    return next(iter((*behind, *ahead)), None)
