"""Each comparison as one plain sentence: the figures, what may be concluded of their gap, and with what caution."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from phare_cli.judging.pairs import By
from phare_cli.judging.terms import STANDARD, Family, Terms
from phare_cli.judging.verdicts import Judgement
from phare_cli.measuring.bounds import is_over
from phare_cli.nouns.message import Fill, Form, Gap, Listing, Message, Name, Range, sentence
from phare_cli.wording import foot
from phare_cli.wording.adding_up import decimals_by_unit, decimals_of
from phare_cli.wording.phrases import figures_beside
from phare_cli.wording.plans import base_that_would_do
from phare_cli.wording.reasons import why


def sentences(judgements: Sequence[Judgement], terms: Terms = STANDARD) -> list[Message]:
    """Return a sentence a judgement, in order; survey and wave are named where they are not all the same."""
    decimals = decimals_by_unit(judgements)
    return [
        say(judgement, terms, context=context, decimals=decimals)
        for judgement, context in zip(judgements, contexts(judgements), strict=True)
    ]


def contexts(judgements: Sequence[Judgement]) -> list[Message | None]:
    """Return the survey and the wave of each judgement, where they are not all the same; else None."""
    estimates = [judgement.pair.estimate for judgement in judgements]
    several = {
        field for field in ("survey", "wave") if len({getattr(estimate, field) for estimate in estimates}) > 1
    }
    return [_context(judgement, several) for judgement in judgements]


def say(
    judgement: Judgement,
    terms: Terms = STANDARD,
    *,
    context: Message | None = None,
    decimals: Mapping[str, int] = {},
    opens: bool = True,
) -> Message:
    """Return what one judgement says, with decimals for its figures to add up. *context* names its wave.

    *decimals* are those, by unit, of all the sentences or rows among which it stands, which it shares. *opens* tells
    whether the words open a sentence, with a capital.
    """
    unit = judgement.pair.estimate.unit
    shared = max(filter(None, (decimals_of([judgement]), decimals.get(unit))), default=None)
    figures = figures_beside(judgement.pair, context, shared, opens=opens)
    if judgement.gap is None:
        return sentence(
            "{figures}; no comparable figure was published {place}.",
            figures=figures,
            place=Form("region", judgement.pair.to, "in"),
        )
    gap = Gap(judgement.gap, unit, decimals=shared)
    conclusion = (
        _exact(judgement, gap) if judgement.is_exact else _VERDICTS[judgement.verdict](judgement, gap, terms)
    )
    half_known = _half_known(judgement)
    if half_known is not None:
        return sentence(
            "{figures}; {conclusion}; {universe}.",
            figures=figures,
            conclusion=conclusion,
            universe=half_known,
        )
    return sentence("{figures}; {conclusion}.", figures=figures, conclusion=conclusion)


def say_briefly(judgement: Judgement, terms: Terms = STANDARD, *, context: Message | None = None) -> Message:
    """Return what one established judgement says, without its interval: for a title above a picture of it.

    One that says more than its verdict (figures known exactly, a universe that is half known) is said whole.
    """
    if not judgement.is_established or judgement.is_exact or _half_known(judgement) is not None:
        return say(judgement, terms, context=context)
    decimals = decimals_of([judgement])
    values: dict[str, Fill] = {
        "figures": figures_beside(judgement.pair, context, decimals),
        "gap": Gap(judgement.gap or 0.0, judgement.pair.estimate.unit, decimals=decimals),
        "level": foot.level(terms.conf),
    }
    if judgement.pair.by is By.WAVE:
        change = _change(judgement, decimals)
        return sentence(
            "{figures}; {change}, which is established at {level} confidence.", change=change, **values
        )
    if judgement.verdict == "above":
        return sentence(
            "{figures}; that is {gap} above, which is established at {level} confidence.", **values
        )
    return sentence("{figures}; that is {gap} below, which is established at {level} confidence.", **values)


def _half_known(judgement: Judgement) -> Message | None:
    """Return that only one of two figures says whom it stands for; None where both do, or neither."""
    estimate, reference = judgement.pair.estimate, judgement.pair.reference
    if (
        reference is None
        or judgement.verdict == "untestable"
        or judgement.pair.by not in (By.REGION, By.WAVE)
    ):
        return None
    if estimate.universe and not reference.universe:
        return sentence(
            "the figure stands for “{universe}”, and whom its reference stands for was not published",
            universe=Name("universe", estimate.universe),
        )
    if reference.universe and not estimate.universe:
        return sentence(
            "the reference stands for “{universe}”, and whom the figure stands for was not published",
            universe=Name("universe", reference.universe),
        )
    return None


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


def _exact(judgement: Judgement, gap: Gap) -> Message:
    """Return how two figures stand to one another that leave nothing to chance."""
    if judgement.pair.by is By.WAVE and judgement.is_established:
        return sentence("{change}: both figures are known exactly", change=_change(judgement, gap.decimals))
    if judgement.verdict == "above":
        return sentence("that is {gap} above: both figures are known exactly", gap=gap)
    if judgement.verdict == "below":
        return sentence("that is {gap} below: both figures are known exactly", gap=gap)
    return sentence("they are equal, and both are known exactly")


def _change(judgement: Judgement, decimals: int | None) -> Message:
    """Return which way a figure went since the wave before, and how far."""
    gap = Gap(abs(judgement.gap or 0.0), judgement.pair.estimate.unit, decimals=decimals)
    if judgement.verdict == "above":
        return sentence("that is a rise of {gap}", gap=gap)
    return sentence("that is a fall of {gap}", gap=gap)


def _established(judgement: Judgement, gap: Gap, terms: Terms) -> Message:
    values: dict[str, Fill] = {
        "gap": gap,
        "level": foot.level(terms.conf),
        "interval": _interval(judgement, gap),
    }
    if judgement.pair.by is By.WAVE:
        return sentence(
            "{change}, established at {level} confidence (interval: {interval})",
            change=_change(judgement, gap.decimals),
            **values,
        )
    if judgement.verdict == "above":
        return sentence(
            "that is {gap} above: the gap is established at {level} confidence (interval: {interval})",
            **values,
        )
    return sentence(
        "that is {gap} below: the gap is established at {level} confidence (interval: {interval})", **values
    )


def _not_established(judgement: Judgement, gap: Gap, terms: Terms) -> Message:
    if judgement.tests > 1:
        # Its level is the one that the other tests left it.
        interval = sentence("interval, as adjusted: {interval}", interval=_interval(judgement, gap))
    else:
        interval = sentence(
            "interval at {level} confidence: {interval}",
            level=foot.level(terms.conf),
            interval=_interval(judgement, gap),
        )
    remarks = Listing((interval, *base_that_would_do(judgement, terms)), last=";")
    if judgement.reason == "rounding":
        return sentence(
            "the gap of {gap} is not established: "
            "the rounding of the published figures may change the verdict ({remarks})",
            gap=gap,
            remarks=remarks,
        )
    if (
        judgement.tests > 1
        and judgement.p_value is not None
        and not is_over(judgement.p_value, 1 - terms.conf)
    ):
        by_family = {
            Family.INDICATOR: sentence(
                "the gap of {gap} is not established once the {tests} tests of this indicator are adjusted together "
                "({remarks})",
                gap=gap, tests=judgement.tests, remarks=remarks,
            ),
            Family.TABLE: sentence(
                "the gap of {gap} is not established once the {tests} tests of this answer are adjusted together "
                "({remarks})",
                gap=gap, tests=judgement.tests, remarks=remarks,
            ),
        }  # fmt: skip
        if terms.family in by_family:
            return by_family[terms.family]
    return sentence(
        "the gap of {gap} is not established: sampling alone may give one as large ({remarks})",
        gap=gap,
        remarks=remarks,
    )


def _untestable(judgement: Judgement, gap: Gap, terms: Terms) -> Message:
    needed = base_that_would_do(judgement, terms)
    if needed:
        return sentence(
            "the gap of {gap} cannot be tested: {why} ({needed})",
            gap=gap,
            why=why(judgement),
            needed=needed[0],
        )
    return sentence("the gap of {gap} cannot be tested: {why}", gap=gap, why=why(judgement))


_VERDICTS: dict[str, Callable[[Judgement, Gap, Terms], Message]] = {
    "above": _established,
    "below": _established,
    "not_established": _not_established,
    "untestable": _untestable,
}


def _interval(judgement: Judgement, gap: Gap) -> Range:
    """Return the interval of a gap, with its decimals."""
    return Range(judgement.low or 0.0, judgement.high or 0.0, gap.unit, signed=True, decimals=gap.decimals)
