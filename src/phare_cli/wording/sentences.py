"""Each comparison as one plain sentence: the figures, what may be concluded of their gap, and with what caution."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from phare_cli.judging.pairs import By, regional
from phare_cli.judging.verdicts import Judgement
from phare_cli.measuring.bounds import is_over
from phare_cli.nouns.message import Figure, Fill, Form, Gap, Listing, Message, Name, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.wording import foot
from phare_cli.wording.phrases import figures_beside, respondents, where_to_ask


def sentences(judgements: Sequence[Judgement], *, conf: float = 0.95) -> list[Message]:
    """Return a sentence a judgement, in order; survey and wave are named where they are not all the same."""
    estimates = [judgement.pair.estimate for judgement in judgements]
    several = {
        field for field in ("survey", "wave") if len({getattr(estimate, field) for estimate in estimates}) > 1
    }
    tests = sum(judgement.p_value is not None for judgement in judgements)
    return [
        say(judgement, conf=conf, tests=tests, context=_context(judgement, several))
        for judgement in judgements
    ]


def say(
    judgement: Judgement, *, conf: float = 0.95, tests: int = 1, context: Message | None = None
) -> Message:
    """Return what one judgement says. *tests* is how many were adjusted together, *context* names its wave."""
    figures = figures_beside(judgement.pair, context)
    if judgement.gap is None:
        return sentence(
            "{figures}; no comparable figure was published {place}.",
            figures=figures,
            place=Form("region", judgement.pair.to, "in"),
        )
    gap = Gap(judgement.gap, judgement.pair.estimate.unit)
    conclusion = _VERDICTS[judgement.verdict](judgement, gap, conf, tests)
    return sentence("{figures}; {conclusion}.", figures=figures, conclusion=conclusion)


def _context(judgement: Judgement, several: set[str]) -> Message | None:
    estimate = judgement.pair.estimate
    survey = estimate.survey if "survey" in several else ""
    if judgement.pair.by is By.WAVE:
        if survey:
            return sentence("{survey}, wave {wave}", survey=survey, wave=estimate.wave)
        return sentence("wave {wave}", wave=estimate.wave)
    wave = estimate.wave if "wave" in several else ""
    if survey and wave:
        return sentence("{survey}, {wave}", survey=survey, wave=wave)
    return sentence("{context}", context=survey or wave) if survey or wave else None


def _above(judgement: Judgement, gap: Gap, conf: float, tests: int) -> Message:
    return sentence(
        "that is {gap} above: the gap is established at {level} confidence (interval: {low} to {high})",
        gap=gap,
        level=foot.level(conf),
        **_ends(judgement),
    )


def _below(judgement: Judgement, gap: Gap, conf: float, tests: int) -> Message:
    return sentence(
        "that is {gap} below: the gap is established at {level} confidence (interval: {low} to {high})",
        gap=gap,
        level=foot.level(conf),
        **_ends(judgement),
    )


def _not_established(judgement: Judgement, gap: Gap, conf: float, tests: int) -> Message:
    interval = sentence(
        "interval at {level} confidence: {low} to {high}", level=foot.level(conf), **_ends(judgement)
    )
    remarks = Listing((interval, *_needed(judgement)), last=";")
    if judgement.reason == "rounding":
        return sentence(
            "the gap of {gap} is not established: "
            "the rounding of the published figures may change the verdict ({remarks})",
            gap=gap,
            remarks=remarks,
        )
    if judgement.p_value is not None and not is_over(judgement.p_value, 1 - conf):
        return sentence(
            "the gap of {gap} is not established once the {tests} tests of this answer are adjusted together "
            "({remarks})",
            gap=gap,
            tests=tests,
            remarks=remarks,
        )
    return sentence(
        "the gap of {gap} is not established: sampling alone may explain it ({remarks})",
        gap=gap,
        remarks=remarks,
    )


def _untestable(judgement: Judgement, gap: Gap, conf: float, tests: int) -> Message:
    needed = _needed(judgement)
    if needed:
        return sentence(
            "the gap of {gap} cannot be tested: {why} ({needed})",
            gap=gap,
            why=why(judgement),
            needed=needed[0],
        )
    return sentence("the gap of {gap} cannot be tested: {why}", gap=gap, why=why(judgement))


_VERDICTS: dict[str, Callable[[Judgement, Gap, float, int], Message]] = {
    "above": _above,
    "below": _below,
    "not_established": _not_established,
    "untestable": _untestable,
}


def _ends(judgement: Judgement) -> dict[str, Fill]:
    unit = judgement.pair.estimate.unit
    return {
        "low": Gap(judgement.low or 0.0, unit, signed=True),
        "high": Gap(judgement.high or 0.0, unit, signed=True),
    }


def _needed(judgement: Judgement) -> tuple[Message, ...]:
    """Return the base that would do, or why none would; nothing when a base is not what is missing."""
    if judgement.no_base is not None:
        return (_NO_BASE[judgement.no_base],)
    if judgement.base_needed is None:
        return ()
    region, _ = regional(judgement.pair)
    where = where_to_ask(judgement.pair)
    if where is None:
        return (
            sentence(
                "at least {count} {asked}, and as many of the other group, would have to be interviewed",
                count=judgement.base_needed,
                asked=respondents(region),
            ),
        )
    return (
        sentence(
            "at least {count} {asked} would have to be interviewed {where}",
            count=judgement.base_needed,
            asked=respondents(region),
            where=where,
        ),
    )


def why(judgement: Judgement) -> Message:
    """Return why nothing was tested."""
    reference = judgement.pair.reference
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
    base = min(estimate.precision_base or 0.0, reference.precision_base or 0.0)
    return sentence("a base of {base}, under 30, allows no test", base=Figure(base, "base"))


def _incoherent(estimate: Estimate, reference: Estimate, judgement: Judgement) -> Message:
    return incoherence(judgement)


def incoherence(judgement: Judgement) -> Message:
    """Return why a region cannot be part of its nation, with both figures and both bases."""
    region, nation = regional(judgement.pair)
    nation = nation or region
    figures: dict[str, Fill] = {
        "region_base": Figure(region.precision_base, "base"),
        "nation_base": Figure(nation.precision_base, "base"),
    }
    if (region.precision_base or 0.0) >= (nation.precision_base or 0.0):
        return sentence(
            "{region_base} respondents in the region cannot be part of {nation_base} in the nation", **figures
        )
    return sentence(
        "{region} of {region_base} respondents in the region cannot be part of {nation} of {nation_base} in the nation",
        region=Figure(region.value, region.unit),
        nation=Figure(nation.value, nation.unit),
        **figures,
    )


_WITH_FIGURES: dict[str | None, Callable[[Estimate, Estimate, Judgement], Message]] = {
    "base_missing": _bases_missing,
    "different_universe": _universes,
    "low_base": _low_base,
    "incoherent": _incoherent,
}
_NO_BASE = {
    "reference": sentence("no base would do, that of the reference being too small"),
    "rounding": sentence("whatever the base, the rounding of the published figures would cover the gap"),
}
_REASONS = {
    "reference_base_missing": sentence("the base of the reference was not published"),
    "sample_unknown": sentence("whether the region is part of the national sample is not known"),
    "different_question": sentence("the question is not the same"),
    "not_a_percentage": sentence("only percentages are tested"),
}
