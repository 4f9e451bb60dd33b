"""Why a nation cannot be as precise as it is said to be, its region being what it is. Decides nothing."""

from __future__ import annotations

from phare_cli.nouns.message import Figure, Fill, Message, sentence
from phare_cli.nouns.survey import Estimate


def too_precise(region: Estimate, nation: Estimate, part: float) -> Message:
    """Return that the region alone leaves the nation more to chance than is said of it."""
    share = Figure(100 * part, "percent", 1)
    if nation.is_census:
        return sentence(
            "a sample in a region that is {part} of the nation cannot be part of a nation where everybody was asked",
            part=share,
        )
    if region.unit == "percent" and region.precision_base and nation.precision_base:
        return sentence(
            "a base of {region} in a region that is {part} of the nation cannot leave the nation one of {nation}, "
            "after the design effect",
            region=_base(region.precision_base),
            nation=_base(nation.precision_base),
            part=share,
        )
    return sentence(
        "a standard error of {region} in a region that is {part} of the nation cannot leave the nation one of {nation}",
        region=Figure(region.standard_error, "number", 3),
        nation=Figure(nation.standard_error, "number", 3),
        part=share,
    )


def _base(base: float) -> Fill:
    return Figure(base, "base", 0 if base.is_integer() else 1)
