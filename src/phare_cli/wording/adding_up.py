"""With how many decimals a figure, its reference and their gap must be printed for readers to find that they add up."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import partial

from phare_cli.judging.verdicts import Judgement
from phare_cli.language.digits import rounded
from phare_cli.language.typeset import DECIMALS, usual_decimals
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.survey import Estimate

MOST = 2  # more decimals than this say more than any survey knows

WORKED_OUT = sentence("Gaps are worked out before rounding.")
PADDED = sentence(
    "Figures have the decimals with which their gaps add up; some were published with fewer, and end in zeros here."
)


def decimals_of(judgements: Iterable[Judgement]) -> int | None:
    """Return the decimals with which every published row adds up; None where those that its unit has do.

    Figures that were counted, and not rounded, take none for that: hundredths would say more than their base knows,
    and would seldom add up either. A gap that is established does not print as none at all.
    """
    needed = [each for judgement in judgements if (each := _needed(judgement)) is not None]
    return max(needed, default=None)


def decimals_by_unit(judgements: Iterable[Judgement]) -> dict[str, int]:
    """Return the same of each unit, but of those whose own decimals do."""
    needed: dict[str, int] = {}
    for judgement in judgements:
        if (each := _needed(judgement)) is not None:
            unit = judgement.pair.estimate.unit
            needed[unit] = max(needed.get(unit, 0), each)
    return needed


def _needed(judgement: Judgement) -> int | None:
    own = DECIMALS.get(judgement.pair.estimate.unit, 1)
    for decimals in range(own, MOST + 1):
        printed = _printed(judgement, decimals)
        if printed is None:
            return None
        gap, adds_up = printed
        if (adds_up or _is_counted(judgement)) and (gap or not judgement.is_established):
            return (
                None if decimals == own else max(decimals, usual_decimals(judgement.pair.estimate.unit) or 0)
            )
    return MOST


def _printed(judgement: Judgement, decimals: int) -> tuple[Decimal | int, bool] | None:
    """Return a gap as it is printed, and whether its two figures are printed so far apart; None without a gap."""
    estimate, reference, gap = judgement.pair.estimate, judgement.pair.reference, judgement.gap
    if reference is None or gap is None or estimate.value is None or reference.value is None:
        return None
    value, beside, between = (rounded(each, decimals) for each in (estimate.value, reference.value, gap))
    return between, value - beside == between


def _is_counted(judgement: Judgement) -> bool:
    """Tell whether one of the two figures is known more finely than any table prints it."""
    return any(
        side is not None and (side.rounded_to == 0.0 or side.decimals > MOST)
        for side in (judgement.pair.estimate, judgement.pair.reference)
    )


def note(judgements: Iterable[Judgement]) -> list[Message]:
    """Return the line that printed figures are owed which would not add up with fewer decimals, or do not."""
    judgements = list(judgements)
    decimals = decimals_of(judgements)
    if any(map(partial(_is_off, decimals), judgements)):
        return [WORKED_OUT]
    if decimals is None:
        return []
    sides = [
        side for each in judgements for side in (each.pair.estimate, each.pair.reference) if side is not None
    ]
    return [PADDED if any(map(partial(_is_padded, decimals), sides)) else WORKED_OUT]


def _is_off(decimals: int | None, judgement: Judgement) -> bool:
    """Tell whether a row does not add up with these *decimals*, or those that its unit has."""
    own = DECIMALS.get(judgement.pair.estimate.unit, 1)
    printed = _printed(judgement, own if decimals is None else decimals)
    return printed is not None and not printed[1]


def _is_padded(decimals: int, estimate: Estimate) -> bool:
    """Tell whether a figure was published with fewer *decimals* than it is printed with."""
    return estimate.value is not None and estimate.rounded_to != 0.0 and estimate.decimals < decimals
