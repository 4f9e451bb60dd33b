"""With how many decimals a figure, its reference and their gap must be printed for readers to find that they add up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from phare_cli.judging.verdicts import Judgement
from phare_cli.language.digits import rounded
from phare_cli.language.typeset import DECIMALS
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.survey import Estimate

MOST = 2  # more decimals than this say more than any survey knows

WORKED_OUT = sentence("Gaps are worked out before rounding.")
PADDED = sentence(
    "Figures have the decimals with which their gaps add up; some were published with fewer, and end in zeros here."
)


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
    judgements = list(judgements)
    decimals = decimals_of(judgements)
    if decimals is None:
        return []
    sides = [
        side for each in judgements for side in (each.pair.estimate, each.pair.reference) if side is not None
    ]
    return [PADDED if any(map(partial(_is_padded, decimals), sides)) else WORKED_OUT]


def _is_padded(decimals: int, estimate: Estimate) -> bool:
    """Tell whether a figure was published with fewer *decimals* than it is printed with."""
    return estimate.value is not None and estimate.rounded_to != 0.0 and estimate.decimals < decimals
