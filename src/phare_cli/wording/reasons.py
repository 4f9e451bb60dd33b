"""Why a gap cannot be tested, in words. Decides nothing."""

from __future__ import annotations

import math
from collections.abc import Callable

from phare_cli.judging.known_gaps import base_of
from phare_cli.judging.misfits import Misfit, misfit
from phare_cli.judging.pairs import regional
from phare_cli.judging.verdicts import Judgement
from phare_cli.nouns.message import Figure, Fill, Message, Name, sentence
from phare_cli.nouns.survey import NATION, Estimate
from phare_cli.wording.parts_and_wholes import part_word, whole_word
from phare_cli.wording.parts_of_groups import why_not_in_group
from phare_cli.wording.precisions import too_precise


def why(judgement: Judgement) -> Message:
    """Return why nothing was tested."""
    reference = judgement.pair.reference
    if judgement.pair.is_in_group and judgement.reason in ("share_unknown", "incoherent"):
        return why_not_in_group(judgement)
    if reference is not None and judgement.reason in _WITH_FIGURES:
        return _WITH_FIGURES[judgement.reason](judgement.pair.estimate, reference, judgement)
    return _REASONS[str(judgement.reason)]


def _bases_missing(estimate: Estimate, reference: Estimate, judgement: Judgement) -> Message:
    if reference.precision_base:
        return sentence("the base of this figure was not published")
    return sentence("the bases were not published")


def _universes(estimate: Estimate, reference: Estimate, judgement: Judgement) -> Message:
    return sentence(
        "the universe is not the same (“{one}” and “{another}”)",
        one=Name("universe", estimate.universe),
        another=Name("universe", reference.universe),
    )


def _low_base(estimate: Estimate, reference: Estimate, judgement: Judgement) -> Message:
    least = min((estimate, reference), key=lambda each: base_of(each) or math.inf)
    base = least.precision_base or 0.0
    if least.base == base:
        return sentence("a base of {base}, under 30, allows no test", base=Figure(base, "base"))
    # 29.96 is under 30, and must not read as 30.
    decimals = 0 if base.is_integer() else 1
    return sentence(
        "an effective base of {base}, under 30, allows no test",
        base=Figure(math.floor(base * 10**decimals) / 10**decimals, "base", decimals),
    )


def _sample_unknown(estimate: Estimate, reference: Estimate, judgement: Judgement) -> Message:
    whole = judgement.pair.whole
    if whole in (None, NATION):
        return sentence(
            "whether {the_place} is part of the national sample is not known",
            the_place=part_word(judgement.pair, "the"),
        )
    part, _ = regional(judgement.pair)
    return sentence(
        "whether the sample of “{part}” is part of that of “{whole}” is not known",
        part=Name("region", part.region),
        whole=Name("region", whole or ""),
    )


def _share_unknown(estimate: Estimate, reference: Estimate, judgement: Judgement) -> Message:
    return sentence(
        "figures are weighted, and what {the_place} weighs {in_whole} is not known",
        the_place=part_word(judgement.pair, "the"),
        in_whole=whole_word(judgement.pair.whole or NATION, "in"),
    )


def _incoherent(estimate: Estimate, reference: Estimate, judgement: Judgement) -> Message:
    return incoherence(judgement)


def incoherence(judgement: Judgement) -> Message:
    """Return why a place cannot be part of the one that holds it, unless weights that are not known make it so."""
    if judgement.pair.is_in_group:
        return why_not_in_group(judgement)
    region, nation = regional(judgement.pair)
    nation = nation or region
    shares: dict[str, Fill] = {
        "region": Figure(region.value, region.unit),
        "nation": Figure(nation.value, nation.unit),
    }
    places: dict[str, Fill] = {
        "the_place": part_word(judgement.pair, "the"),
        "in_whole": whole_word(nation.region, "in"),
    }
    part = judgement.part or 0.0
    if misfit(region, nation, part) is Misfit.VARIANCE:
        return too_precise(region, nation, part)
    bases: dict[str, Fill] = {
        "region_base": Figure(region.base, "base"),
        "nation_base": Figure(nation.base, "base"),
    }
    if not (region.base and nation.base and part == region.base / nation.base):
        return sentence(
            "{region} in {a_place} that is {part} {of_whole} cannot be part of {nation} {in_whole}",
            a_place=part_word(judgement.pair, "a"),
            part=Figure(100 * part, "percent", 1),
            of_whole=whole_word(nation.region, "of"),
            in_whole=places["in_whole"],
            **shares,
        )
    if part >= 1.0:
        return sentence(
            "{region_base} respondents in {the_place} cannot be part of {nation_base} {in_whole}",
            **bases,
            **places,
        )
    return sentence(
        "{region} of {region_base} respondents in {the_place} cannot be part of {nation} of {nation_base} "
        "{in_whole}, unless they are weighted",
        **places,
        **shares,
        **bases,
    )


_WITH_FIGURES: dict[str | None, Callable[[Estimate, Estimate, Judgement], Message]] = {
    "base_missing": _bases_missing,
    "different_universe": _universes,
    "low_base": _low_base,
    "sample_unknown": _sample_unknown,
    "share_unknown": _share_unknown,
    "incoherent": _incoherent,
}


_REASONS = {
    "reference_base_missing": sentence("the base of the reference was not published"),
    "different_question": sentence("the question is not the same"),
    "no_standard_error": sentence("the standard error was not published"),
    "no_test": sentence("no test is made of totals, medians and the like"),
}
