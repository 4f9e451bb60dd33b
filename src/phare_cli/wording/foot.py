"""The lines under a table: whom the figures stand for, what is not known, what the sources say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from phare_cli.nouns.message import Figure, Fill, Listing, Message, Name, counted, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.nouns.table import Source

LOW_BASE = sentence(
    "Low base: an effective base under 30. Such a figure is not to be relied upon, and no gap is tested on it."
)
GroupKey = tuple[str, str, str]
# The note that tabulate writes beside what it hides, in English whatever the language: files are read by programs.
HIDDEN = sentence("hidden: too few respondents")
NO_BASES = sentence("Bases were not published: the precision of these figures cannot be stated.")
NO_UNIVERSE = sentence("Universe: not published.")
_AMONG_ALL = sentence("Ranks are those among all items.")
DRAWN = sentence("Tests and intervals suppose that respondents were drawn at random.")


def sources(estimates: Iterable[Estimate]) -> tuple[Source, ...]:
    """Return where *estimates* were published, each place once."""
    seen = dict.fromkeys((estimate.source, estimate.url) for estimate in estimates if estimate.source)
    return tuple(Source(source, url) for source, url in seen)


def about(estimates: Sequence[Estimate], *, has_gaps: bool | None = None) -> list[Message]:
    """Return every line that readers of these figures are owed, unknown things included.

    *has_gaps* tells, of a crossing, whether it has cells without a figure: perhaps because nobody was asked.
    """
    if not estimates:
        return [sentence("Nothing found.")]
    return [
        *_absent(estimates, has_gaps),
        *_bases(estimates),
        *_universes(estimates),
        *_questions(estimates),
        *_said(estimates),
    ]


def censuses(estimates: Sequence[Estimate]) -> list[Message]:
    """Return a line on figures that are no sample's, where there are any."""
    if not any(estimate.is_census for estimate in estimates):
        return []
    return [sentence("Where everybody was asked a figure is known exactly, and leaves nothing to chance.")]


def effective(estimates: Sequence[Estimate]) -> list[Message]:
    """Return a line on percentages whose precision is not that of their base, where there are any."""
    if not any(_is_corrected(estimate) for estimate in estimates):
        return []
    return [
        sentence(
            "Intervals and tests stand on the effective base: the base, corrected for the weights and the sampling "
            "design."
        )
    ]


def _is_corrected(estimate: Estimate) -> bool:
    """Tell whether a base and the effective one are apart by more than their printing."""
    base, effective = estimate.base, estimate.precision_base
    if estimate.unit != "percent" or estimate.is_census or not base or not effective:
        return False
    return abs(base - effective) > max(1.0, base / 100)


_FEW_DEGREES, _RARE = 30.0, 15.0
_RARE_OF_FEW = sentence(
    "Few clusters whose people are alike: intervals of rare answers hold the truth less often than they say "
    "(simulated: of 5%, 87 to 92 times in 100 at 95% confidence)."
)


def degrees(estimates: Sequence[Estimate]) -> list[Message]:
    """Return a line on figures whose design tells its degrees of freedom, where there are any."""
    known = [each.degrees_of_freedom for each in estimates if each.degrees_of_freedom is not None]
    if not known:
        return []
    rare = any(map(_is_rare_of_few, estimates))
    return [
        sentence(
            "Intervals and tests take Student's t, on the degrees of freedom that the sampling design leaves: {least} "
            "at least.",
            least=Figure(min(known), "number", 0),
        ),
        *([_RARE_OF_FEW] if rare else ()),
    ]


def _is_rare_of_few(estimate: Estimate) -> bool:
    """Tell whether a share is rare, or its absence, of few clusters whose people are alike.

    Simulated, with 10 to 30 clusters of 20 people and an intraclass correlation of 0.2 (effective bases a fifth of
    bases), 95% intervals of 5% cover 87 to 92%, of 15% 94%.
    """
    degrees, base, value = estimate.degrees_of_freedom, estimate.base, estimate.value
    if estimate.unit != "percent" or value is None or degrees is None or not base or estimate.is_census:
        return False
    alike = (estimate.precision_base or base) <= base / 2.0
    return degrees < _FEW_DEGREES and alike and min(value, 100.0 - value) < _RARE


def _absent(estimates: Sequence[Estimate], has_gaps: bool | None) -> list[Message]:
    if has_gaps is False:
        return []
    if has_gaps:
        if any(map(is_hidden, estimates)):
            return [sentence("– : no figure, whether hidden, named without one or not asked.")]
        return [sentence("– : no figure, whether named without one or not asked.")]
    if all(estimate.value is not None for estimate in estimates):
        return []
    absent = [estimate for estimate in estimates if estimate.value is None]
    marks = dict.fromkeys(estimate.withheld for estimate in absent if estimate.withheld)
    if all(map(is_hidden, absent)):
        return [sentence("– : hidden: of too few respondents, or given away by the others.")]
    if not marks:
        if any(map(is_hidden, absent)):
            return [sentence("– : hidden, or named without a figure.")]
        return [sentence("– : named without a figure.")]
    quoted = Listing(tuple(sentence("“{name}”", name=mark) for mark in marks))
    if all(estimate.withheld for estimate in absent):
        return [sentence("– : suppressed, {marks} in the file.", marks=quoted)]
    return [sentence("– : named without a figure, or suppressed, {marks} in the file.", marks=quoted)]


def _bases(estimates: Sequence[Estimate]) -> list[Message]:
    figures = [estimate for estimate in estimates if estimate.value is not None]
    missing = [estimate for estimate in figures if estimate.precision_base is None]
    if not missing:
        return []
    if len(missing) == len(figures):
        return [NO_BASES]
    return [sentence("Base not published: {groups}.", groups=groups(missing, beside=figures))]


def _universes(estimates: Sequence[Estimate]) -> list[Message]:
    """Return whom the figures stand for, one line a universe: a universe may hold any punctuation."""
    unknown = [estimate for estimate in estimates if not estimate.universe]
    if len(unknown) == len(estimates):
        return [NO_UNIVERSE]
    lines = [
        sentence(
            "Universe ({groups}): {universe}.", groups=whom, universe=Name("universe", universe.rstrip("."))
        )
        for whom, universe in universes(estimates)
    ]
    if unknown:
        lines.append(sentence("Universe not published: {groups}.", groups=groups(unknown, beside=estimates)))
    return lines


def universes(estimates: Sequence[Estimate]) -> list[tuple[Fill, str]]:
    """Return each universe of *estimates* after whom it is told of: groups, and indicators where these differ in it.

    The parts of a group are not named beside the whole group.
    """
    told: dict[tuple[str, tuple[GroupKey, ...]], list[str]] = {}
    by_group: dict[tuple[str, GroupKey], Estimate] = {}
    indicators: dict[str, dict[str, dict[GroupKey, None]]] = {}
    for each in estimates:
        known = indicators.setdefault(each.indicator, {})
        if each.universe:
            by_group.setdefault((each.universe, group_key(each)), each)
            known.setdefault(each.universe, {})[group_key(each)] = None
    for indicator, known in indicators.items():
        for universe, of_universe in known.items():
            whole = tuple(key for key in of_universe if not key[2] or (*key[:2], "") not in of_universe)
            told.setdefault((universe, whole), []).append(indicator)
    lines: list[tuple[Fill, str]] = []
    for (universe, keys), asked in told.items():
        whom: Fill = groups([by_group[universe, key] for key in keys], beside=estimates)
        if len(asked) < len(indicators):
            names = Listing(tuple(Name("indicator", indicator) for indicator in asked))
            whom = sentence("{indicator}: {groups}", indicator=names, groups=whom)
        lines.append((whom, universe))
    return lines


def group_key(estimate: Estimate) -> GroupKey:
    """Return what sets a group of respondents apart: its region, its name, its segment."""
    return (estimate.region, estimate.stakeholder, estimate.segment)


def _questions(estimates: Sequence[Estimate]) -> list[Message]:
    worded = dict.fromkeys(estimate.question for estimate in estimates if estimate.question)
    if not worded:
        return []
    parts: tuple[Fill, ...] = tuple(worded)
    return [counted("Question: {parts}", "Questions: {parts}", len(parts), parts=Listing(parts, last=";"))]


def _said(estimates: Sequence[Estimate]) -> list[Message]:
    """Return what the sources add to a figure, each remark once, with the items it is about."""
    remarks: dict[str, dict[Fill, None]] = {}
    for estimate in estimates:
        if estimate.note:
            remarks.setdefault(estimate.note, {})[Name("item", estimate.item)] = None
    return [
        sentence("{items}: {note}.", items=Listing(tuple(items)), note=_note(note.rstrip(".")))
        for note, items in remarks.items()
    ]


def is_hidden(estimate: Estimate) -> bool:
    """Tell whether tabulate hid a figure, as its note says."""
    return estimate.value is None and estimate.note.rstrip(".").endswith(HIDDEN.text)


def _note(note: str) -> Fill:
    """Return a remark, with what phare itself wrote at its end as a message that has its French."""
    own = note.removesuffix(HIDDEN.text)
    if own == note:
        return Name("note", note)
    return Listing((Name("note", own.removesuffix("; ")), HIDDEN), last=";") if own else HIDDEN


def groups(estimates: Iterable[Estimate], *, beside: Sequence[Estimate] = ()) -> Listing:
    """Return the groups of *estimates* by region: ``Citizens and Mayors, France; Citizens, Corse``.

    Where other estimates *beside* them are of one of these groups in another survey, its survey is named.
    """
    told = list(estimates)
    own = {(each.survey, group_key(each)) for each in told}
    others = {(each.survey, group_key(each)) for each in beside} - own
    surveys = {survey for survey, _ in own}
    shared = {key for survey, key in others if survey not in surveys or len(surveys) > 1}
    regions: dict[tuple[str, str], dict[tuple[str, str], Fill]] = {}
    for estimate in told:
        survey = estimate.survey if group_key(estimate) in shared else ""
        names = regions.setdefault((estimate.region, survey), {})
        if (estimate.stakeholder, estimate.segment) not in names:
            names[estimate.stakeholder, estimate.segment] = group(estimate)
    parts = []
    for (region, survey), names in regions.items():
        whom = sentence(
            "{groups}, {region}", groups=Listing(tuple(names.values())), region=Name("region", region)
        )
        parts.append(
            sentence("{groups}, {survey}", groups=whom, survey=Name("survey", survey)) if survey else whom
        )
    return Listing(tuple(parts), last=";")


def level(conf: float) -> Figure:
    """Return a confidence level as it is printed, with all its decimals: 95 %, 99.9 %."""
    whole = round(conf * 100)
    if whole / 100 == conf:
        return Figure(float(whole), "percent", 0)
    from decimal import Decimal  # few ask for such a level

    percent = Decimal(repr(conf)).scaleb(2).normalize()
    exponent = percent.as_tuple().exponent
    return Figure(float(percent), "percent", max(0, -exponent) if isinstance(exponent, int) else 0)


def group(estimate: Estimate) -> Message | Name:
    """Return the name of a group of respondents, with its segment if it is one."""
    whole = Name("stakeholder", estimate.stakeholder)
    if not estimate.segment:
        return whole
    return sentence("{group} ({segment})", group=whole, segment=Name("segment", estimate.segment))


def chosen_items(items: Collection[str], among: Collection[str], *, has_ranks: bool) -> list[Message]:
    """Return how many of the items *among* which they were chosen by name are shown, and of what their ranks are."""
    shown = set(items).intersection(among)
    if len(shown) in (0, len(among)):
        return []
    note = counted(
        "Shown: {count} item of {total}, chosen by name.",
        "Shown: {count} items of {total}, chosen by name.",
        len(shown),
        total=len(among),
    )
    return [note, _AMONG_ALL] if has_ranks else [note]
