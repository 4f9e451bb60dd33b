"""Why a nation cannot be as precise as it is said to be, its region being what it is. Decides nothing."""

from __future__ import annotations

from phare_cli.nouns.message import Figure, Fill, Message, PlaceWord, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.wording.parts_and_wholes import whole_word


def too_precise(region: Estimate, nation: Estimate, part: float) -> Message:
    """Return that the region alone leaves the nation more to chance than is said of it."""
    share: dict[str, Fill] = {
        "a_place": PlaceWord((region.region,), "a"),
        "part": Figure(100 * part, "percent", 1),
        "of_whole": whole_word(nation.region, "of"),
    }
    if nation.is_census:
        return sentence(
            "a sample in {a_place} that is {part} {of_whole} cannot be part of it, everybody having been asked there",
            **share,
        )
    if region.unit == "percent" and region.precision_base and nation.precision_base:
        return sentence(
            "a base of {region} in {a_place} that is {part} {of_whole} cannot leave {the_whole} one of {nation}, "
            "after the design effect",
            region=_base(region.precision_base),
            nation=_base(nation.precision_base),
            the_whole=whole_word(nation.region, "the"),
            **share,
        )
    return sentence(
        "a standard error of {region} in {a_place} that is {part} {of_whole} cannot leave {the_whole} one of {nation}",
        region=Figure(region.standard_error, "number", 3),
        nation=Figure(nation.standard_error, "number", 3),
        the_whole=whole_word(nation.region, "the"),
        **share,
    )


def _base(base: float) -> Fill:
    return Figure(base, "base", 0 if base.is_integer() else 1)
