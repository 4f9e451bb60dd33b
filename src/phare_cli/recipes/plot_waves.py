"""A picture of one indicator over the waves of its surveys: the figures of show, the verdicts of compare by wave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from phare_cli.judging.conclusions import conclude
from phare_cli.judging.pairs import By, wave_series
from phare_cli.judging.precision import WEAK, flag_of, interval_of
from phare_cli.judging.terms import STANDARD, Terms
from phare_cli.judging.trends import trends
from phare_cli.judging.verdicts import Judgement
from phare_cli.judging.waves import WaveOrder
from phare_cli.nouns.message import DRAWN, Message, Name, sentence
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.nouns.time_chart import TimeChart, TimeLine, TimePanel, TimeSection, WavePoint, WaveStep
from phare_cli.recipes.compare.compare import no_trend, unordered_waves
from phare_cli.recipes.plot import NOTHING, context_of, joined
from phare_cli.recipes.plot_multiples import order_of, panel_name, refuse_too_many
from phare_cli.wording import adding_up, comparison_legend, foot

# Figures that are no waves of the same thing.
_APART = ("different_universe", "different_question")
_CONTEXT = ("survey", "region", "item")
HEAVY = sentence(
    "Heavy line: the step from one wave to the next is established. Light: it is not. Dotted: it cannot be tested."
).of_column(DRAWN)
WHOLE = sentence(
    "Under each name: the last wave less the first, judged as in a comparison of these two waves alone."
).of_column(DRAWN)
BANDS = sentence("Bands: the interval of each figure.").of_column(DRAWN)
BROKEN = sentence(
    "A line is broken where a wave has no figure, or asked something else or other people."
).of_column(DRAWN)
EVEN = sentence("Waves stand at equal distances, whatever the time between them.").of_column(DRAWN)
HOLLOW_POINT = sentence("Hollow point: too imprecise to rely on.").of_column(DRAWN)

Series = tuple[Estimate, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was judged of some series: steps from wave to wave, and the last wave beside the first."""

    steps: Mapping[tuple[Estimate, Estimate | None], Judgement]
    whole: Mapping[tuple[Estimate, Estimate | None], Judgement]
    order: WaveOrder
    is_rate: bool
    conf: float
    panels: str | None


def plot_waves(
    survey: Survey,
    *,
    indicator: str,
    regions: Sequence[str] = (),
    panels: str | None = None,
    terms: Terms = STANDARD,
) -> TimeChart:
    """Return the figures of *indicator* (an id) as lines over time, a panel a group, or a rate's groups in one.

    Steps from wave to wave have the verdicts of *compare* by wave; the last wave beside the first has that of a
    comparison of these two alone. *regions* are ids. *panels*, one of PANELS, draws each line in a frame of its own,
    regions, groups or parts of groups beside one another; raises WrongOption for more than a picture holds.
    """
    only = survey.named({"indicator": (indicator,)})
    within = only.named({"region": regions} if regions else {})
    judgements = conclude(only, regions=regions, by=By.WAVE, terms=terms)
    steps = {(each.pair.estimate, each.pair.reference): each for each in judgements}
    ends = [trend.ends for trend in trends(only, regions=regions, terms=terms)]
    judged = _Judged(
        steps,
        steps | {(each.pair.estimate, each.pair.reference): each for each in ends},
        WaveOrder.of(within.estimates),
        indicator in survey.rates,
        terms.conf,
        panels,
    )
    series = wave_series(within, regions=regions) if judgements else []
    figures = [each for line in series for each in line]
    names = [
        name
        for name in _CONTEXT
        if name not in ("" if judged.is_rate else "item", "region" if panels == "region" else "")
    ]
    common = [name for name in names if len({getattr(each, name) for each in figures}) == 1]
    sections = tuple(
        _section(lines, [name for name in names if name not in common], judged)
        for lines in _sections(series, panels)
    )
    if panels is not None:
        refuse_too_many(panels, (len(panel.lines) for section in sections for panel in section.panels))
    drawn = [line for section in sections for panel in section.panels for line in panel.lines]
    return TimeChart(
        sentence("{indicator} over time", indicator=Name("indicator", indicator)),
        context_of(figures[0], common) if figures else NOTHING,
        sections,
        (
            *([order_of(panels, figures, as_asked=bool(regions))] if panels and drawn else []),
            *_marks(drawn, sections),
            *_lines_under(judgements, ends, terms),
            *(foot.about(figures) if figures else [no_trend(within)]),
            *(unordered_waves(within) if figures else ()),
        ),
        foot.sources(figures),
    )


def _sections(series: Iterable[Series], panels: str | None) -> list[list[Series]]:
    """Return series by survey, region and unit, in order of appearance; regions together that are panels."""
    grouped: dict[tuple[str, ...], list[Series]] = {}
    for line in series:
        region = "" if panels == "region" else line[0].region
        grouped.setdefault((line[0].survey, region, line[0].unit), []).append(line)
    return list(grouped.values())


def _section(series: Sequence[Series], varied: Sequence[str], judged: _Judged) -> TimeSection:
    """Return one section; *varied* names what a title must say. A ranking has a panel a group."""
    first = series[0][0]
    waves = sorted(
        {each.wave for line in series for each in line},
        key=lambda wave: judged.order.place(first.survey, wave),
    )
    places = {wave: place for place, wave in enumerate(waves)}
    labels: list[Message | Name]
    has_one_item = len({line[0].item for line in series}) == 1
    if judged.panels is not None:
        labels = [panel_name(line[0], judged.panels) for line in series]
        titles = [
            _beside(line[0], judged.panels, says_item=not judged.is_rate or not has_one_item)
            for line in series
        ]
    elif judged.is_rate:
        labels = [foot.group(line[0]) for line in series]
        if not has_one_item:
            labels = [
                sentence("{group}: {item}", group=label, item=Name("item", line[0].item))
                for label, line in zip(labels, series, strict=True)
            ]
        titles = [NOTHING for _ in series]
    else:
        labels = [Name("item", line[0].item) for line in series]
        titles = [Message("{group}", {"group": foot.group(line[0])}) for line in series]
    panels: dict[Message | str, tuple[Message, list[TimeLine]]] = {}
    for title, label, figures in zip(titles, labels, series, strict=True):
        line = _line(Message("{label}", {"label": label}), figures, places, judged)
        panels.setdefault(str(title), (title, []))[1].append(line)
    drawn = [
        judged.whole[pair]
        for line in series
        for pair in ((line[-1], line[0]), *((later, earlier) for earlier, later in pairwise(line)))
        if pair in judged.whole
    ]
    return TimeSection(
        context_of(first, [name for name in varied if name != "item" or has_one_item]),
        first.unit,
        tuple(waves),
        _moments(waves),
        tuple(
            TimePanel(title, tuple(lines), is_apart=True)
            if judged.panels
            else TimePanel(title, tuple(sorted(lines, key=_highest_first)))
            for title, lines in panels.values()
        ),
        adding_up.decimals_of(drawn),
    )


def _beside(estimate: Estimate, panels: str, *, says_item: bool) -> Message:
    """Return what the panels of a line have in common: its group, where they are no groups, and its item."""
    parts = []
    if panels != "group":
        group = estimate if panels == "region" else estimate._replace(segment="")
        parts.append(Message("{group}", {"group": foot.group(group)}))
    if says_item:
        parts.append(Message("{item}", {"item": Name("item", estimate.item)}))
    return joined(parts)


def _line(label: Message, figures: Series, places: Mapping[str, int], judged: _Judged) -> TimeLine:
    points = []
    for each in figures:
        low, high = interval_of(each, judged.conf) or (None, None)
        flag = flag_of(each) or ""
        points.append(WavePoint(places[each.wave], each.value or 0.0, low, high, flag, flag in WEAK))
    steps = [judged.steps[later, earlier] for earlier, later in pairwise(figures)]
    whole = judged.whole.get((figures[-1], figures[0]))
    return TimeLine(
        label,
        tuple(points),
        tuple(_step(each, places) for each in steps),
        None if whole is None else _step(whole, places),
    )


def _step(judgement: Judgement, places: Mapping[str, int]) -> WaveStep:
    pair = judgement.pair
    end = places[pair.estimate.wave]
    start = end if pair.reference is None else places[pair.reference.wave]
    is_tested = judgement.verdict != "untestable"
    return WaveStep(
        start,
        end,
        judgement.gap or 0.0,
        judgement.verdict if is_tested else judgement.reason or judgement.verdict,
        judgement.is_established,
        is_tested,
        end - start == 1 and judgement.reason not in _APART,
    )


def _moments(waves: Sequence[str]) -> tuple[float, ...]:
    """Return where waves stand between 0 and 1: as years do where their names are years, else evenly."""
    years = [int(wave) for wave in waves if len(wave) == 4 and wave.isascii() and wave.isdecimal()]
    times = years if len(years) == len(waves) and len(waves) > 1 else range(len(waves))
    span = (times[-1] - times[0]) or 1
    return tuple((time - times[0]) / span for time in times)


def _highest_first(line: TimeLine) -> tuple[int, float]:
    """Return the sort key of a line: the newest first, then by its last figure."""
    return (-line.points[-1].place, -line.points[-1].value)


def _marks(lines: Sequence[TimeLine], sections: Sequence[TimeSection]) -> Iterator[Message]:
    """Yield what the marks of the picture mean, those that stand in it."""
    if not lines:
        return
    yield HEAVY
    yield WHOLE
    points = [point for line in lines for point in line.points]
    if any(point.low is not None for point in points):
        yield BANDS
    if any(not step.is_joined for line in lines for step in line.steps):
        yield BROKEN
    if any(point.is_weak for point in points):
        yield HOLLOW_POINT
    if any(len(section.waves) > 2 and _is_spaced_alike(section.waves) for section in sections):
        yield EVEN


def _is_spaced_alike(waves: Sequence[str]) -> bool:
    """Tell whether the distances of *waves* say nothing of the time between them."""
    return not all(len(wave) == 4 and wave.isascii() and wave.isdecimal() for wave in waves)


def _lines_under(judgements: Sequence[Judgement], ends: Sequence[Judgement], terms: Terms) -> list[Message]:
    """Return the lines of *compare* that a picture has a place for: not those on intervals of gaps and on bases."""
    if not judgements:
        return []
    return [
        *comparison_legend.tests(judgements, terms),
        *_verdict_marks(judgements, ends),
        *adding_up.note([*judgements, *ends]),
    ]


def _verdict_marks(judgements: Sequence[Judgement], ends: Sequence[Judgement]) -> Iterator[Message]:
    """Yield what the verdicts mean: those of ends stand beside them, those of steps are weights of the line."""
    beside = comparison_legend.verdict_marks(ends)
    for line, printed in zip(
        comparison_legend.verdict_marks([*judgements, *ends]),
        comparison_legend.printed_marks([*judgements, *ends]),
        strict=True,
    ):
        yield line if line in beside else printed
