"""Print the figures of one unit with the same decimals all over a page: those with which its gaps add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from phare_cli.nouns.chart import Chart, ChartSection
from phare_cli.nouns.document import (
    Document,
    Exhibit,
    Foot,
    PageChart,
    Paragraph,
    Part,
    Picture,
    Points,
    Section,
)
from phare_cli.nouns.heat_chart import HeatChart, HeatSection
from phare_cli.nouns.message import Figure, Fill, Listing, Message, Phrase
from phare_cli.nouns.stacked_chart import ScaleShare, StackedBar, StackedChart, StackedSection
from phare_cli.nouns.table import Kind, Table
from phare_cli.nouns.tile_map import MapSection, TileMap
from phare_cli.nouns.time_chart import TimeChart, TimeSection

Decimals = Mapping[str, int]
_PRINTED = frozenset({Kind.VALUE, Kind.GAP})


def with_even_decimals(document: Document, decimals: Decimals) -> Document:
    """Return *document* with *decimals*, by unit, for the figures of its sentences, tables and pictures.

    A figure that was given decimals of its own keeps them: a level of confidence, a part.
    """
    if not decimals:
        return document
    return replace(document, sections=tuple(_section(section, decimals) for section in document.sections))


def _section(section: Section, decimals: Decimals) -> Section:
    return replace(
        section,
        parts=tuple(_part(part, decimals) for part in section.parts),
        finding=None if section.finding is None else _message(section.finding, decimals),
    )


def _part(part: Part, decimals: Decimals) -> Part:
    match part:
        case Paragraph(text):
            return Paragraph(_message(text, decimals))
        case Points(items):
            return Points(tuple(_message(item, decimals) for item in items))
        case Exhibit(label, table):
            return Exhibit(label, _table(table, decimals))
        case Picture(label, chart):
            return Picture(label, _picture(chart, decimals))
        case Foot(lines, sources):
            return Foot(tuple(_message(line, decimals) for line in lines), sources)
    return part


def _table(table: Table, decimals: Decimals) -> Table:
    """Return a table with the decimals of its unit; of several units each keeps its own."""
    units = {str(record.get("unit")) for record in table.records()}
    places = decimals.get(units.pop()) if len(units) == 1 else None
    if places is None:
        return table
    columns = (
        column._replace(decimals=max(places, column.decimals or 0)) if column.kind in _PRINTED else column
        for column in table.columns
    )
    return table._replace(columns=tuple(columns))


def _picture(chart: PageChart, decimals: Decimals) -> PageChart:
    match chart:
        case StackedChart(sections=stacked):
            return replace(chart, sections=tuple(_stacks(section, decimals) for section in stacked))
        case Chart(sections=bars):
            return replace(chart, sections=tuple(_evened(section, decimals) for section in bars))
        case TimeChart(sections=lines):
            return replace(chart, sections=tuple(_evened(section, decimals) for section in lines))
        case TileMap(sections=maps):
            return replace(chart, sections=tuple(_evened(section, decimals) for section in maps))
        case HeatChart(sections=tables):
            return replace(chart, sections=tuple(_evened(section, decimals) for section in tables))


_OfUnit = TypeVar("_OfUnit", ChartSection, HeatSection, MapSection, ScaleShare, TimeSection)


def _evened(part: _OfUnit, decimals: Decimals) -> _OfUnit:
    """Return figures of one unit with the decimals of the page, or their own where these are more."""
    if part.unit not in decimals:
        return part
    return replace(part, decimals=max(decimals[part.unit], part.decimals or 0))


def _stacks(section: StackedSection, decimals: Decimals) -> StackedSection:
    def bar(each: StackedBar) -> StackedBar:
        steps, nets = (
            tuple(_evened(share, decimals) for share in shares) for shares in (each.steps, each.nets)
        )
        return replace(each, steps=steps, nets=nets)

    panels = (replace(panel, bars=tuple(map(bar, panel.bars))) for panel in section.panels)
    return replace(section, panels=tuple(panels))


def _message(message: Message, decimals: Decimals) -> Message:
    return message._replace(values={name: _fill(fill, decimals) for name, fill in message.values.items()})


def _fill(fill: Fill, decimals: Decimals) -> Fill:
    match fill:
        case Figure(value, unit, None) if unit in decimals:
            return Figure(value, unit, decimals[unit])
        case Message():
            return _message(fill, decimals)
        case Phrase(id, values):
            return Phrase(id, {name: _fill(each, decimals) for name, each in values.items()})
        case Listing(parts, last):
            return Listing(tuple(_fill(part, decimals) for part in parts), last)
    return fill
