"""Write an answer as a workbook for people: contents, a sheet a table with its notes, charts of Excel's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.document import Document, Exhibit, Foot, Paragraph, Points, Section
from phare_cli.nouns.message import Message, counted, sentence
from phare_cli.nouns.table import Source, Table, is_address
from phare_cli.rendering.look import Look
from phare_cli.rendering.office.sheets.book_package import Book
from phare_cli.rendering.office.sheets.book_styles import Use
from phare_cli.rendering.office.sheets.sheet_part import SheetPart
from phare_cli.rendering.office.sheets.typed_panels import TypedCell, TypedColumn, typed_panels
from phare_cli.rendering.panels import EMPTY, text_panels
from phare_cli.rendering.visible import one_line, visible

_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 31  # letters of a sheet's name
_WIDEST, _NARROWEST = 60, 8  # letters across a column


class _Sheet(NamedTuple):
    """What a sheet shows: a name for its tab, its title, a table, what is said below it."""

    name: str
    title: str
    columns: tuple[TypedColumn, ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]


class _Cover(NamedTuple):
    """What the first sheet says before it lists the others."""

    title: str
    subtitle: str
    points: tuple[str, ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]


def book_of_table(table: Table, look: Look) -> bytes:
    """Return the answer of a command as the bytes of an .xlsx file."""
    writer = _BookWriter(Typesetter(look.language, look.decimals))
    page = text_panels(table, writer.typesetter)
    notes = tuple(writer.lines(table.notes if table.rows or table.notes else (EMPTY,)))
    title = writer.title(table.title)
    sheets = [
        _Sheet(panel.title or title, panel.title or title, columns, notes, table.sources)
        for panel, columns in zip(page.panels, typed_panels(table, writer.typesetter), strict=False)
        if not page.items
    ]
    return writer.book(_Cover(title, "", page.items, notes, table.sources), sheets)


def book_of_document(document: Document, look: Look) -> bytes:
    """Return a report as the bytes of an .xlsx file."""
    writer = _BookWriter(Typesetter(look.language, look.decimals))
    sheets = [sheet for section in document.sections for sheet in writer.sheets(section)]
    points = [
        text
        for section in document.sections
        for part in section.parts
        if isinstance(part, Points)
        for text in writer.lines(part.items)
    ]
    cover = _Cover(
        writer.title(document.title), writer.line(document.subtitle), tuple(points), (), document.sources
    )
    return writer.book(cover, sheets)


class _BookWriter:
    """Says everything in one language."""

    def __init__(self, typesetter: Typesetter) -> None:
        self.typesetter = typesetter

    def line(self, text: Message) -> str:
        return one_line(visible(self.typesetter.say(text)))

    def title(self, text: Message) -> str:
        return one_line(visible(self.typesetter.title(text)))

    def lines(self, texts: Sequence[Message]) -> Iterator[str]:
        return filter(None, map(self.line, texts))

    def sheets(self, section: Section) -> Iterator[_Sheet]:
        """Yield a sheet for each table of *section*, with the paragraphs and the foot that it stands in."""
        name = self.title(section.title)
        told = [
            text for part in section.parts if isinstance(part, Paragraph) for text in self.lines((part.text,))
        ]
        feet = [part for part in section.parts if isinstance(part, Foot)]
        for place, part in enumerate(section.parts):
            if not isinstance(part, Exhibit):
                continue
            foot = next(
                (each for each in section.parts[place:] if isinstance(each, Foot)), feet[-1] if feet else None
            )
            notes = (*told, *self.lines(foot.lines if foot else ()))
            title = self.title(part.table.title)
            for columns in typed_panels(part.table, self.typesetter):
                yield _Sheet(name, title, columns, notes, foot.sources if foot else ())

    def book(self, cover: _Cover, sheets: Sequence[_Sheet]) -> bytes:
        book = Book(cover.title, self.typesetter.language)
        contents = self.line(sentence("Contents"))
        names = _names([contents, *(sheet.name for sheet in sheets)])
        self._cover(book, cover, names, sheets)
        for name, sheet in zip(names[1:], sheets, strict=True):
            self._sheet(book, name, sheet, back=names[0])
        return book.file()

    def _cover(self, book: Book, cover: _Cover, names: Sequence[str], sheets: Sequence[_Sheet]) -> None:
        first = book.sheet(names[0], [100])
        first.text(cover.title, Use.TITLE)
        if cover.subtitle:
            first.text(cover.subtitle, Use.SUBTITLE)
        for point in cover.points:
            first.text(f"• {point}", Use.TEXT, wraps=True)
        if sheets:
            first.gap()
            first.text(names[0], Use.SECTION)
            for number, (name, sheet) in enumerate(zip(names[1:], sheets, strict=True), 1):
                first.text(f"{number}. {sheet.title}", Use.LINK, link=f"'{name}'!A1")
        self._foot(first, cover.notes, cover.sources)

    def _sheet(self, book: Book, name: str, sheet: _Sheet, *, back: str) -> None:
        widths = [_width(column) for column in sheet.columns]
        part = book.sheet(name, widths)
        part.text(sheet.title, Use.TITLE)
        part.text(f"← {back}", Use.LINK, link=f"'{back}'!A1")
        part.row(
            [
                (TypedCell(each.heading), Use.FIGURE_HEADING if each.is_numeric else Use.HEADING)
                for each in sheet.columns
            ],
            lines=max(_lines(each.heading, width) for each, width in zip(sheet.columns, widths, strict=True)),
        )
        part.frozen = head = part.next_row - 1
        rows = list(zip(*(column.cells for column in sheet.columns), strict=True))
        for place, cells in enumerate(rows):
            is_last = place == len(rows) - 1
            uses = (
                (Use.LAST_FIGURE if is_last else Use.FIGURE)
                if column.is_numeric
                else (Use.LAST_TEXT if is_last else Use.TEXT)
                for column in sheet.columns
            )
            part.row(
                list(zip(cells, uses, strict=True)),
                lines=max(
                    _lines(cell.value, width) if isinstance(cell.value, str) else 1
                    for cell, width in zip(cells, widths, strict=True)
                ),
            )
        bottom = book.chart(part, sheet.title, sheet.columns, head)
        part.skip_to(bottom)
        empty = (
            (self.line(sentence("An empty cell: not asked, or not published.")),)
            if any(cell.value is None for cells in rows for cell in cells)
            else ()
        )
        self._foot(part, (*sheet.notes, *empty), sheet.sources)

    def _foot(self, part: SheetPart, notes: Sequence[str], sources: Sequence[Source]) -> None:
        """Put what is said of figures below them, and where they come from, a line each."""
        if notes or sources:
            part.gap()
        for note in notes:
            part.text(note, Use.NOTE, wraps=True)
        for source in sources:
            name = self.typesetter.name("source", source.source)
            said = self.line(counted("Source: {sources}", "Sources: {sources}", 1, sources=name))
            address = one_line(visible(source.url))
            if is_address(address):
                part.text(said, Use.LINK, address=address)
            else:
                part.text(said, Use.NOTE, wraps=True)


def _names(wanted: Sequence[str]) -> list[str]:
    """Return a name for the tab of each sheet: short, without what Excel forbids, its own whatever its case."""
    names: list[str] = []
    taken = {"history"}
    next_of: dict[str, int] = {}
    for name in wanted:
        plain = " ".join(_FORBIDDEN.sub(" ", name).split()) or "phare"
        stem = plain[:_LONGEST].lower()
        count = next_of.get(stem, 1)
        while True:
            ending = "" if count == 1 else f" {count}"
            free = plain[: _LONGEST - len(ending)].rstrip() + ending
            count += 1
            if free.lower() not in taken:
                break
        next_of[stem] = count
        taken.add(free.lower())
        names.append(free)
    return names


def _width(column: TypedColumn) -> float:
    """Return the width of a column in letters: that of its cells, its heading on as many lines as it takes."""
    word = max(map(len, column.heading.split()), default=0)
    texts = [line for cell in column.cells if isinstance(cell.value, str) for line in cell.value.split("\n")]
    longest = max(map(len, texts), default=0)
    if column.is_numeric:
        longest = max(longest, *(_letters(cell) for cell in column.cells), 0)
    return min(_WIDEST, max(_NARROWEST, longest * 1.05, word * 1.15, len(column.heading) / 2) + 2)


def _letters(cell: TypedCell) -> int:
    if not isinstance(cell.value, int | float):
        return 0
    return len(f"{cell.value:,.0f}") + len(
        re.sub(r"[^.0\w]", "", cell.shown.split("]")[-1].split(";")[0].replace("#,##0", ""))
    )


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) * 1.05 / width)) for line in text.split("\n"))
