"""Read the tables of a web page as grids of cells: spans as merged cells, notes above the line as marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from phare_cli.files.encoding import encoding_of
from phare_cli.files.file_options import FileOptions
from phare_cli.files.findings import Findings
from phare_cli.files.source import OpenedFile
from phare_cli.files.workbooks.sheets import CellRange
from phare_cli.language.folding import clean
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import sentence

_MOST_SPAN, _MOST_ROWS = 1000, 65534  # as browsers have it
_MOST_CELLS = 1_000_000  # of one page
_UNSEEN = ("script", "style", "template", "noscript", "svg")
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_RAISED = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")


@dataclass(slots=True)
class _Cell:
    texts: list[str]
    across: int
    down: int


@dataclass(slots=True)
class WebTable:
    """A table as its page has it: what stands above it, its rows of cells as they were written."""

    caption: str = ""
    rows: list[list[_Cell]] = field(default_factory=list)

    def laid_out(self) -> tuple[list[list[str]], list[CellRange]]:
        """Return the texts of the cells by line and column, and the ranges that are one cell."""
        taken: dict[tuple[int, int], str] = {}
        merged: list[CellRange] = []
        top = 2 if self.caption else 1
        if self.caption:
            taken[1, 1] = self.caption
        last = top + len(self.rows) - 1
        for line, cells in enumerate(self.rows, top):
            column = 1
            for cell in cells:
                while (line, column) in taken:
                    column += 1
                area = CellRange(line, column, min(line + cell.down - 1, last), column + cell.across - 1)
                if (area.bottom - area.top + 1) * cell.across + len(taken) > _MOST_CELLS:
                    raise OverflowError
                for place in _places(area):
                    taken.setdefault(place, "")
                taken[line, column] = clean(" ".join(cell.texts))
                if area.bottom > area.top or area.right > area.left:
                    merged.append(area)
                column = area.right + 1
        width = max((column for _, column in taken), default=0)
        grid = [
            [taken.get((line, column), "") for column in range(1, width + 1)] for line in range(1, last + 1)
        ]
        return grid, merged


def _places(area: CellRange) -> Sequence[tuple[int, int]]:
    return [
        (line, column)
        for line in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    ]


def web_tables(source: OpenedFile, options: FileOptions, findings: Findings) -> list[WebTable]:
    """Return the tables of a page that hold digits in two rows or more, in their order; nothing that is not shown.

    Raises UnreadableInput for letters in no encoding that the page, or the reader, states.
    """
    page = _Page()
    page.feed(_text(source, options, findings))
    page.close()
    return [table for table in page.tables if sum(map(_has_digits, table.rows)) > 1]


def _has_digits(row: Sequence[_Cell]) -> bool:
    return any(letter.isdigit() for cell in row for text in cell.texts for letter in text)


def _text(source: OpenedFile, options: FileOptions, findings: Findings) -> str:
    from phare_cli.files.faults.text_faults import assumed, fallback_of, undecodable

    encoding = encoding_of(source, options.encoding)

    def decoded(name: str) -> str:
        stream = source.again()
        stream.seek(encoding.skip)
        return stream.read().decode(name)

    try:
        return decoded(encoding.first_guess.name)
    except UnicodeError:
        fallback = fallback_of(source, encoding, findings)
    if fallback is None:
        raise undecodable(source.name, encoding)
    try:
        text = decoded(fallback.name)
    except UnicodeError:
        raise undecodable(source.name, encoding) from None
    findings.notice(assumed(source.name))
    return text


class _Page(HTMLParser):
    """The tables of a page as their elements come. A table inside another stands by itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[WebTable] = []
        self._open: list[
            tuple[WebTable, bool]
        ] = []  # tables not closed yet, and whether a cell of theirs is open
        self._elements: list[
            tuple[str, bool]
        ] = []  # those not closed yet, and whether they hide what they hold
        self._heading = ""
        self._texts: list[str] | None = None  # of a heading or a caption

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_data(" ")
        if tag in _VOID:
            return
        said = dict(attrs)
        style = (said.get("style") or "").replace(" ", "").casefold()
        hides = tag in _UNSEEN or "hidden" in said or "display:none" in style
        self._elements.append((tag, hides or self._is_hidden))
        if self._is_hidden:
            return
        if tag == "table":
            table = WebTable(self._heading)
            self.tables.append(table)
            self._open.append((table, False))
            self._heading = ""
        elif tag == "tr" and self._open:
            table, _ = self._open[-1]
            table.rows.append([])
            self._open[-1] = (table, False)
        elif tag in ("td", "th") and self._open:
            table, _ = self._open[-1]
            if not table.rows:
                table.rows.append([])
            across, down = _span(said.get("colspan"), _MOST_SPAN), _span(said.get("rowspan"), _MOST_ROWS)
            table.rows[-1].append(_Cell([], max(across, 1), down or _MOST_ROWS))
            self._open[-1] = (table, True)
        elif tag in ("caption", *_HEADINGS) and not self._is_in_cell:
            self._texts = []
        elif tag in ("p", "div", "li"):
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _ in self._elements):
            return
        was_hidden = self._is_hidden
        while self._elements.pop()[0] != tag:
            pass
        if was_hidden:
            return
        if tag == "table" and self._open:
            self._open.pop()
        elif tag in ("td", "th", "tr") and self._open:
            self._open[-1] = (self._open[-1][0], False)
        elif tag in ("caption", *_HEADINGS) and self._texts is not None:
            text, self._texts = clean(" ".join(self._texts)), None
            if tag == "caption" and self._open:
                self._open[-1][0].caption = text
            elif tag != "caption":
                self._heading = text

    def handle_data(self, data: str) -> None:
        if self._is_hidden:
            return
        text = data.translate(_RAISED) if any(name == "sup" for name, _ in self._elements) else data
        if self._texts is not None:
            self._texts.append(text)
        elif self._is_in_cell:
            texts = self._open[-1][0].rows[-1][-1].texts
            if texts and not texts[-1][-1:].isspace() and not text[:1].isspace():
                texts[-1] += text  # parts of a word, or a figure with its mark
            elif text:
                texts.append(text)

    @property
    def _is_hidden(self) -> bool:
        return bool(self._elements) and self._elements[-1][1]

    @property
    def _is_in_cell(self) -> bool:
        return bool(self._open) and self._open[-1][1]


def _span(text: str | None, most: int) -> int:
    """Return how many lines a cell spans: one where nothing, or nothing sensible, says it."""
    stripped = (text or "").strip()
    return min(int(stripped), most) if stripped.isascii() and stripped.isdigit() and len(stripped) < 9 else 1


def too_large(file: str) -> UnreadableInput:
    """Return that a page holds more cells than tables that people publish."""
    return UnreadableInput(
        sentence(
            "“{file}” holds more than {count} cells: save the table wanted as CSV.",
            file=file,
            count=_MOST_CELLS,
        )
    )
