"""Say a chart in a reader's language: the texts that are drawn, and what is told instead of the picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from phare_cli.drawing.sheet import Paint, Tone
from phare_cli.drawing.themes.own_colors import own_color, tones_of
from phare_cli.language.letters import legible
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.card_chart import CardChart, FigureCard
from phare_cli.nouns.chart import Chart, ChartSection, Mark
from phare_cli.nouns.heat_chart import HeatChart, HeatSection
from phare_cli.nouns.message import Fill, Listing, Message, Name, counted, sentence
from phare_cli.nouns.small_multiples import SmallMultiples
from phare_cli.nouns.stacked_chart import ScaleShare, StackedChart
from phare_cli.nouns.table import Column, Kind, Source
from phare_cli.nouns.tile_map import MapSection, TileMap
from phare_cli.nouns.time_chart import TimeChart

RANKS = Column("ranks", sentence("Rank interval"), Kind.RANK)
GAP = Column("gap", sentence("Gap"), Kind.GAP)
VALUE = Column("value", sentence("Value"), Kind.VALUE)


@dataclass(frozen=True, slots=True)
class MarkText:
    """A mark in words: its label, its figures, what stands at the edge, and all of it as one sentence."""

    mark: Mark
    unit: str
    label: str
    figure: str
    reference: str
    aside: str
    interval: str
    remark: str
    sentence: str
    tone: Paint = Tone.BAR
    beside: Paint = Tone.REFERENCE


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section in words. *aside* heads its edge; *ends* names both ends of dumbbells and is empty for bars."""

    title: str
    unit: str
    ends: tuple[str, ...]
    aside: str
    panels: tuple[tuple[str, tuple[MarkText, ...]], ...]

    @property
    def lines(self) -> tuple[MarkText, ...]:
        """Every line of every panel."""
        return tuple(line for _, lines in self.panels for line in lines)


def blocks_of(chart: Chart | SmallMultiples, typesetter: Typesetter) -> list[SectionText]:
    """Return the sections of *chart* in the words of *typesetter*, each figure in its tone."""
    around = [
        (mark.label, panel.title, section.ends[0] if section.ends else None, section.title, chart.subtitle)
        for section in chart.sections
        for panel in section.panels
        for mark in panel.marks
    ]
    tones = iter(tones_of(around, [Tone.BAR] * len(around), chart.title))
    blocks = []
    for section in chart.sections:
        block = _block(section, typesetter)
        beside = (own_color(section.ends[1]) if section.ends else None) or Tone.REFERENCE
        panels = tuple(
            (title, tuple(replace(line, tone=next(tones), beside=beside) for line in lines))
            for title, lines in block.panels
        )
        blocks.append(replace(block, panels=panels))
    return blocks


def _block(section: ChartSection, typesetter: Typesetter) -> SectionText:
    """Return *section* in the words of *typesetter*, every text legible."""

    def say(message: Message) -> str:
        return legible(typesetter.say(message))

    has_ranks = any(mark.ranks for panel in section.panels for mark in panel.marks)
    return SectionText(
        title=legible(typesetter.title(section.title)),
        unit=section.unit,
        ends=tuple(map(say, section.ends or ())),
        aside=say(GAP.label) if section.ends else say(RANKS.label) if has_ranks else "",
        panels=tuple(
            (
                legible(typesetter.title(panel.title)),
                tuple(_line(mark, section, typesetter) for mark in panel.marks),
            )
            for panel in section.panels
        ),
    )


def _line(mark: Mark, section: ChartSection, typesetter: Typesetter) -> MarkText:
    decimals = decimals_of(section, typesetter)
    figure = typesetter.figure(mark.value, section.unit, decimals)
    reference = typesetter.figure(mark.reference, section.unit, decimals) if section.ends else ""
    gap = typesetter.gap(mark.gap, section.unit, decimals) if section.ends else ""
    ranks = typesetter.interval(RANKS, *mark.ranks) if mark.ranks else ""
    remark = typesetter.word(mark.remark) if mark.remark else ""
    interval = _interval(GAP, mark.gap_low, mark.gap_high, section.unit, typesetter)
    figure_sentence = typesetter.title(_figure_sentence(mark, section, figure, reference, typesetter))
    return MarkText(
        mark=mark,
        unit=section.unit,
        label=legible(typesetter.title(mark.label)),
        figure=legible(figure),
        reference=legible(reference),
        aside=legible(gap or ranks),
        interval=legible(interval),
        remark=legible(remark),
        sentence=legible(
            ", ".join(filter(None, (figure_sentence, gap if mark.gap is not None else "", interval, remark)))
        ),
    )


def _figure_sentence(
    mark: Mark, section: ChartSection, figure: str, reference: str, typesetter: Typesetter
) -> Message:
    if section.ends:
        name, other = section.ends
        return sentence(
            "{label}: {figure} ({name}), {reference} ({other})",
            label=mark.label, figure=figure, name=name, reference=reference, other=other,
        )  # fmt: skip
    interval = _interval(VALUE, mark.low, mark.high, section.unit, typesetter)
    if not interval:
        return sentence("{label}: {figure}", label=mark.label, figure=figure)
    return sentence("{label}: {figure} ({interval})", label=mark.label, figure=figure, interval=interval)


def _interval(
    column: Column, low: float | None, high: float | None, unit: str, typesetter: Typesetter
) -> str:
    return "" if low is None or high is None else typesetter.interval(column, low, high, unit)


def description(subtitle: str, blocks: Sequence[SectionText], typesetter: Typesetter) -> str:
    """Return a chart as text for those who cannot see it: every title, label and figure."""
    sentences: list[Message] = [_ended(subtitle)]
    for block in blocks:
        sentences.append(_ended(block.title))
        for title, lines in block.panels:
            listed = Listing(tuple(line.sentence for line in lines), last=";")
            panel = sentence("{title}: {marks}", title=title, marks=listed) if title else listed
            sentences.append(_ended(panel))
    return " ".join(filter(None, map(typesetter.say, sentences)))


def in_sentences(said: Iterable[str], typesetter: Typesetter) -> str:
    """Return what was said of a picture as text, each part with a full stop."""
    return " ".join(typesetter.say(sentence("{told}.", told=part)) for part in said if part)


def _ended(text: Fill) -> Message:
    return sentence("{told}.", told=text) if text else Message("")


def decimals_of(
    figures: FigureCard | ChartSection | HeatSection | MapSection | ScaleShare, typesetter: Typesetter
) -> int | None:
    """Return the decimals that *figures* are to be printed with; None where the reader asked for others."""
    return figures.decimals if typesetter.decimals is None else None


def foot(
    chart: CardChart | Chart | TimeChart | TileMap | SmallMultiples | StackedChart | HeatChart,
    typesetter: Typesetter,
) -> tuple[str, ...]:
    """Return the lines below a picture: its notes, then where its figures were published."""
    return tuple(legible(typesetter.say(line)) for line in (*chart.notes, *sources_line(chart.sources)))


def sources_line(sources: Iterable[Source]) -> list[Message]:
    """Return the line that says where figures were published; none where nothing says it."""
    names: tuple[Fill, ...] = tuple(dict.fromkeys(Name("source", source.source) for source in sources))
    if not names:
        return []
    return [counted("Source: {sources}", "Sources: {sources}", len(names), sources=Listing(names, last=";"))]
