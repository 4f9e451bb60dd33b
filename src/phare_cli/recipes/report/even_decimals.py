"""Print the figures of one unit with the same decimals all over a page: those with which its gaps add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from phare_cli.nouns.chart import Chart
from phare_cli.nouns.document import Document, Exhibit, Foot, Paragraph, Part, Picture, Points, Section
from phare_cli.nouns.message import Figure, Fill, Listing, Message, Phrase
from phare_cli.nouns.table import Kind, Table

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
        case Picture(label, chart) if isinstance(chart, Chart):
            return Picture(label, _chart(chart, decimals))
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


def _chart(chart: Chart, decimals: Decimals) -> Chart:
    sections = (
        replace(each, decimals=max(decimals[each.unit], each.decimals or 0))
        if each.unit in decimals
        else each
        for each in chart.sections
    )
    return replace(chart, sections=tuple(sections))


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
