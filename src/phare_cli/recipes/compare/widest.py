"""The widest gaps of a comparison, judged among all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from phare_cli.judging.verdicts import Judgement
from phare_cli.measuring.bounds import is_over
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Message, counted, sentence


def widest(judgements: Sequence[Judgement], top: int | None) -> list[Judgement]:
    """Return the judgements of the *top* widest gaps of each unit, ties kept, in their order; all for None.

    Raises WrongOption when *top* is below 1.
    """
    if top is None:
        return list(judgements)
    if top < 1:
        raise WrongOption(sentence("--top keeps at least 1 gap: give it 1 or more."))
    least = {
        unit: _width_of(judgements, unit, top) for unit in {each.pair.estimate.unit for each in judgements}
    }
    return [
        each
        for each in judgements
        if each.gap is not None and not is_over(least[each.pair.estimate.unit], abs(each.gap))
    ]


def told_widest(kept: Sequence[Judgement], of_all: Sequence[Judgement], top: int | None) -> Iterable[Message]:
    """Return how many of all gaps *top* leaves, and what choosing them does; nothing where it leaves them all."""
    if top is None or len(kept) == len(of_all):
        return ()
    first = counted("the widest gap", "the {count} widest gaps", top)
    total = sum(each.gap is not None for each in of_all)
    shown = sentence("Shown: {first} of {total}, ties kept.", first=first, total=total)
    if all(each.is_exact for each in kept):
        return (shown,)
    return (shown, sentence("Gaps chosen as the widest are probably smaller in truth."))


def _width_of(judgements: Sequence[Judgement], unit: str, top: int) -> float:
    """Return how wide the narrowest of the *top* widest gaps of a *unit* is."""
    widths = sorted(
        (abs(each.gap) for each in judgements if each.gap is not None and each.pair.estimate.unit == unit),
        reverse=True,
    )
    return widths[:top][-1] if widths else 0.0
