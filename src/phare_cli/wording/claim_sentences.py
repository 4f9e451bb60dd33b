"""Say what the data hold of a claim: the figure, the gap and what it bears, or why nothing can be said."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.judging.pairs import By, Pair
from phare_cli.nouns.message import Figure, Fill, Form, Gap, Listing, Message, Name, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.wording.phrases import figures_beside

LISTED = 4

WHY = {
    "not_established": sentence("the gap is not established"),
    "base_missing": sentence("the gap cannot be tested: the bases were not published"),
    "reference_base_missing": sentence(
        "the gap cannot be tested: the base of the reference was not published"
    ),
    "no_test": sentence("the gap cannot be tested: no test is made of totals, medians and the like"),
    "no_standard_error": sentence("the gap cannot be tested: the standard errors were not published"),
    "sample_unknown": sentence(
        "the gap cannot be tested: how the two samples stand to one another is not known"
    ),
    "different_universe": sentence("the gap cannot be tested: the two figures stand for different people"),
    "different_question": sentence("the gap cannot be tested: the two questions differ"),
    "low_base": sentence("the gap cannot be tested: a base is under 30"),
    "share_unknown": sentence("the gap cannot be tested: what the part weighs in the nation is not known"),
    "incoherent": sentence("the gap cannot be tested: the two figures do not fit together"),
    "may_overlap": sentence("the gap cannot be tested: the two parts may hold the same people"),
    "two_ways": sentence("the gap cannot be tested: the two figures differ in more than one way"),
    "two_surveys": sentence("the gap cannot be tested: the two figures are of two surveys"),
    "rounding": sentence("the gap lies within what rounding hides"),
    "small": sentence("the gap is not large"),
    "rank_interval": sentence("the rank is not established"),
    "established": sentence("the gap is established"),
    "not_alike": sentence("nothing shows that the two figures are alike"),
}


def held_figure(estimate: Estimate, value: float | None) -> Message:
    """Return what the data hold: in Bretagne, 45% of companies are engaged; of a sum or a complement, its value."""
    if value is not None and estimate.value is not None and abs(value - estimate.value) > 1e-9:
        return sentence("the data say {value}", value=Figure(value, estimate.unit))
    return sentence("the data say: {figure}", figure=_lone(estimate))


def held_in_digits(estimate: Estimate) -> Message:
    """Return a figure whose digits are right, and the words beside them are not."""
    return sentence(
        "the digits are right and the words beside them are not: {figure}", figure=_lone(estimate)
    )


def held_by_block(reason: str, estimate: Estimate | None, gap: float | None) -> Message:
    """Return what the block of a figure makes of it: it gives it, it is out of date, or it reads other data."""
    if estimate is None:
        return sentence(
            "its block reads data of its own: phare update --check tells whether it is up to date"
        )
    figure: Fill = _lone(estimate)
    if gap is not None:
        figure = sentence("{gap}: {figure}", gap=Gap(gap, estimate.unit, signed=True), figure=_lone(estimate))
    if reason == "stale_block":
        return sentence("its block is out of date (phare update): the data say: {figure}", figure=figure)
    return sentence("its block gives it: {figure}", figure=figure)


def held_majority(estimate: Estimate, *, is_known: bool) -> Message:
    """Return a figure that is called a majority, and why it may be none: its interval, or that it has none."""
    figure = _lone(estimate)
    if is_known:
        return sentence("{figure}; its interval reaches 50%: it may be no majority", figure=figure)
    return sentence("{figure}; the bases were not published: it may be no majority", figure=figure)


def held_gap(estimate: Estimate, reference: Estimate, gap: float | None, *, reason: str | None) -> Message:
    """Return two figures, their gap in points, and why it bears no more where there is a *reason*."""
    parts: dict[str, Fill] = {
        "figures": figures_beside(_pair(estimate, reference), opens=False),
        "gap": Gap(gap or 0.0, estimate.unit, signed=True),
    }
    why = WHY.get(reason or "")
    if why is None:
        return sentence("{figures} ({gap})", **parts)
    return sentence("{figures} ({gap}); {why}", why=why, **parts)


def held_rank(
    estimate: Estimate, *, reason: str | None, others: Sequence[Estimate] = (), wanted: int = 1
) -> Message:
    """Return a figure whose rank is claimed, why it is not that one, and which of *others* holds the place *wanted*."""
    why = WHY.get(reason or "")
    values = sorted({each.value or 0.0 for each in (estimate, *others)}, reverse=True)
    first = values[-1] if wanted < 0 else values[0]
    if why is not None and abs(wanted) == 1 and estimate.value != first:
        return sentence("{place}; {why}", place=held_place(estimate, others, wanted), why=why)
    if why is None:
        return Message("{figure}", {"figure": _lone(estimate)})
    level = [other for other in others if other != estimate and other.value == estimate.value]
    if not 0 < len(level) <= LISTED:
        return sentence("{figure}; {why}", figure=_lone(estimate), why=why)
    tied = Listing(tuple(_apart(estimate, other) for other in level), last="and")
    return sentence("{figure}, tied with {others}; {why}", figure=_lone(estimate), others=tied, why=why)


def held_place(estimate: Estimate, others: Sequence[Estimate], wanted: int) -> Message:
    """Return a figure, its own place among *others*, and who holds the place *wanted*; from the last where negative."""
    among = [estimate, *(other for other in others if other != estimate)]
    values = sorted((each.value or 0.0 for each in among), reverse=True)
    parts: dict[str, Fill] = {
        "figure": _lone(estimate),
        "place": 1 + values.index(estimate.value or 0.0),
        "count": len(among),
    }
    at = len(among) + wanted if wanted < 0 else wanted - 1
    held = values[at] if 0 <= at < len(values) else None
    holders = [other for other in among[1:] if other.value == held]
    if not 0 < len(holders) <= LISTED:
        return sentence("{figure}; place {place} of {count}", **parts)
    parts["holders"] = Listing(tuple(_apart(estimate, holder) for holder in holders), last="and")
    parts["value"] = Figure(held, estimate.unit)
    if at == 0:
        return sentence("{figure}; place {place} of {count}; first: {holders} ({value})", **parts)
    if at == len(among) - 1:
        return sentence("{figure}; place {place} of {count}; last: {holders} ({value})", **parts)
    return sentence(
        "{figure}; place {place} of {count}; in place {wanted}: {holders} ({value})", wanted=at + 1, **parts
    )


def held_alone(estimate: Estimate) -> Message:
    """Return that a rank among answers cannot be told: the data hold no other of the question."""
    return sentence(
        "{figure}; the data hold no other answer of this question to rank it with", figure=_lone(estimate)
    )


def held_of_places(estimate: Estimate, held: int, known: int) -> Message:
    """Return that a rank among places cannot be told: the data hold some of them, of which one has it."""
    return sentence(
        "{figure}; the data hold {held} of the {known} places of this level: the rank holds among those alone",
        figure=_lone(estimate),
        held=held,
        known=known,
    )


def _apart(estimate: Estimate, other: Estimate) -> Fill:
    """Return what tells another figure from one: its item, its region or its group."""
    if other.item != estimate.item:
        return Form("item", other.item, "plain")
    if other.region != estimate.region:
        return Name("region", other.region)
    return Form("stakeholder", other.stakeholder, "plain", segment=other.segment)


def held_base(estimate: Estimate, base: float | None) -> Message:
    """Return the base that the data hold."""
    return sentence(
        "the data say {base} respondents ({region}, {group})",
        base=Figure(base, "base"),
        region=Name("region", estimate.region),
        group=Form("stakeholder", estimate.stakeholder, "plain", segment=estimate.segment),
    )


def of_finished(estimate: Estimate) -> Message:
    """Return that the data count those alone whom their universe names: who began may be more."""
    return sentence(
        "the data count {base}, of “{universe}” alone",
        base=_base(estimate),
        universe=estimate.universe or "",
    )


def _base(estimate: Estimate) -> Message:
    return sentence(
        "{base} ({region}, {group})",
        base=Figure(estimate.base, "base"),
        region=Name("region", estimate.region),
        group=Form("stakeholder", estimate.stakeholder, "plain", segment=estimate.segment),
    )


def not_held() -> Message:
    """Return that the data hold no such figure."""
    return sentence("the data hold no such figure")


def not_held_of(kind: str) -> Message:
    """Return what the data do not hold of a claim of *kind*: a figure, a ranking, two figures to set side by side."""
    if kind == "order":
        return sentence("the data hold no such ranking")
    return (
        not_held() if kind in ("figure", "base") else sentence("the data hold no two such figures to compare")
    )


def of_strangers(*, is_place: bool) -> Message:
    """Return that the data hold nothing of whom, or of the place, that a claim speaks of."""
    if is_place:
        return sentence("the place that this is said of is none of the data")
    return sentence("whom this is said of is no group of the data")


def not_told() -> Message:
    """Return that the words leave open what a figure is of."""
    return sentence("what this figure is of could not be made out")


def may_be(candidates: Sequence[Estimate]) -> Message:
    """Return the figures that may be meant."""
    if not candidates:
        return sentence("the words do not say which figure is meant")
    shown = tuple(_short(each) for each in candidates[:LISTED])
    return sentence("several figures may be meant: {candidates}", candidates=Listing(shown, last=";"))


def may_be_bases(candidates: Sequence[Estimate]) -> Message:
    """Return the bases that may be meant, each with whom it is of."""
    if not candidates:
        return sentence("the words do not say which base is meant")
    shown = tuple(_base(each) for each in candidates[:LISTED])
    return sentence("several bases may be meant: {candidates}", candidates=Listing(shown, last=";"))


def of_several_places(candidates: Sequence[Estimate]) -> Message:
    """Return that a claim is of several places, and what the data hold in the first of them."""
    if not candidates:
        return sentence("it is said of several places")
    shown = tuple(_short(each) for each in candidates[:LISTED])
    return sentence("it is said of several places: {candidates}", candidates=Listing(shown, last=";"))


def held_in_a_place(estimate: Estimate) -> Message:
    """Return a figure of a place that holds what is denied of all."""
    return sentence("it holds in a place: {figure}", figure=_lone(estimate))


def of_other_wave(held: Estimate, newest: Estimate) -> Message:
    """Return that a figure is that of another wave than the text is read as, and what that one holds."""
    return sentence(
        "{value} is the figure of wave {wave}; wave {newest}: {now} ({region}, {group}, {item})",
        value=Figure(held.value, held.unit),
        wave=held.wave,
        newest=newest.wave,
        now=Figure(newest.value, newest.unit),
        region=Name("region", newest.region),
        group=Form("stakeholder", newest.stakeholder, "plain", segment=newest.segment),
        item=Form("item", newest.item, "plain"),
    )


def accepted(reason: str, says: Message) -> Message:
    """Return why a person has accepted a claim, and what the data say of it now."""
    return Message("{reason} – {says}", {"reason": reason, "says": says})


def corrected_figure(value: float, unit: str, decimals: int) -> Message:
    """Return a figure as it may be pasted."""
    return Message("{value}", {"value": Figure(value, unit, decimals)})


def corrected_gap(estimate: Estimate, reference: Estimate, reason: str | None) -> Message | None:
    """Return what may be written in place of words that say too much: both figures, and what their gap bears."""
    why = WHY.get(reason or "")
    if why is None:
        return None
    return sentence(
        "{value}, against {reference} {place}: {why}",
        value=Figure(estimate.value, estimate.unit),
        reference=Figure(reference.value, reference.unit),
        place=_place(estimate, reference),
        why=why,
    )


def _place(estimate: Estimate, reference: Estimate) -> Fill:
    if estimate.region != reference.region:
        return Form("region", reference.region, "in")
    if (estimate.stakeholder, estimate.segment) != (reference.stakeholder, reference.segment):
        return Form("stakeholder", reference.stakeholder, "in", segment=reference.segment)
    if estimate.wave != reference.wave:
        return sentence("({wave})", wave=reference.wave)
    return sentence("({item})", item=Name("item", reference.item))


def _lone(estimate: Estimate) -> Message:
    return figures_beside(Pair(estimate, None, "", By.REGION), opens=False)


def _pair(estimate: Estimate, reference: Estimate) -> Pair:
    if estimate.item != reference.item:
        return Pair(estimate, None, "", By.REGION)
    for by in By:
        name = str(by)
        if getattr(estimate, name) != getattr(reference, name):
            return Pair(estimate, reference, getattr(reference, name), by)
    return Pair(estimate, None, "", By.REGION)


def _short(estimate: Estimate) -> Message:
    return sentence(
        "{value} ({region}, {group}, {item}, {wave})",
        value=Figure(estimate.value, estimate.unit),
        region=Name("region", estimate.region),
        group=Form("stakeholder", estimate.stakeholder, "plain", segment=estimate.segment),
        item=Form("item", estimate.item, "plain"),
        wave=estimate.wave,
    )
