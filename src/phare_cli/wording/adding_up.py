"""With how many decimals a figure, its reference and their gap must be printed for readers to find that they add up."""

from __future__ import annotations

from collections.abc import Iterable

from phare_cli.judging.verdicts import Judgement
from phare_cli.language.digits import rounded
from phare_cli.language.typeset import DECIMALS
from phare_cli.nouns.message import Message, sentence

MOST = 2  # more decimals than this say more than any survey knows

WORKED_OUT = sentence("Gaps are worked out before rounding.")


def decimals_of(judgements: Iterable[Judgement]) -> int | None:
    """Return the decimals with which every row adds up; None where those that its unit has do.

    A gap that is established does not print as none at all. Where even the most decimals leave a row that does not
    add up, they are as many as can be.
    """
    needed = [each for judgement in judgements if (each := _needed(judgement)) is not None]
    return max(needed, default=None)


def _needed(judgement: Judgement) -> int | None:
    estimate, reference, gap = judgement.pair.estimate, judgement.pair.reference, judgement.gap
    if reference is None or gap is None or estimate.value is None or reference.value is None:
        return None
    own = DECIMALS.get(estimate.unit, 1)
    for decimals in range(own, MOST + 1):
        value, beside, between = (rounded(each, decimals) for each in (estimate.value, reference.value, gap))
        if value - beside == between and (between or not judgement.is_established):
            return None if decimals == own else decimals
    return MOST


def note(judgements: Iterable[Judgement]) -> list[Message]:
    """Return the line that printed figures are owed which would not add up with fewer decimals."""
    return [WORKED_OUT] if decimals_of(judgements) is not None else []
