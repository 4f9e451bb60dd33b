"""Read tables that are drawn with characters: grids and simple tables of reStructuredText, columns of a terminal."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from phare_cli.documents.prose.inline_marks import add_words
from phare_cli.documents.prose.passage import Gathered, ProseLine
from phare_cli.documents.prose.tables import DrawnTable, table_passages

_GRID = re.compile(r"\s*\+(?:-+\+)+\s*$")
_SIMPLE = re.compile(r"\s*=+(?:\s+=+)+\s*$")
_SPANS = re.compile(r"[\s-]*-[\s-]*$")  # what underlines heads that stand over several columns
_ALIGNED = re.compile(r"[─-]{5,}\s*$")
_GUTTER = re.compile(r"\S {2,}\S")
_TALLEST_HEAD = 4  # lines that the heads of a terminal's table are wrapped in
_LONGEST = 5000  # lines of a table
_DRAWING = re.compile(r"[▁-█#]+")


class _Drawn(NamedTuple):
    """A line of a drawing: its text, where it begins, and which character stands in each column of a screen."""

    text: str
    offset: int
    columns: Sequence[int]

    @classmethod
    def of(cls, line: ProseLine) -> "_Drawn":
        text = line.text
        if text.isascii():
            return cls(text, line.offset, range(len(text)))
        wide = [0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text]
        return cls(text, line.offset, [place for place, columns in enumerate(wide) for _ in range(columns)])

    def at(self, column: int) -> str:
        """Return the character in a column, a blank right of the last."""
        return self.text[self.columns[column]] if 0 <= column < len(self.columns) else " "

    def between(self, start: int, end: int) -> str:
        """Return what stands from one column to before another."""
        first, last = self._ends(start, end)
        return self.text[first:last]

    def add_to(self, cell: Gathered, start: int, end: int) -> None:
        """Add to a cell what stands from one column to before another."""
        first, last = self._ends(start, end)
        cell.add(" ", self.offset + first)
        add_words(cell, self.text[:last], self.offset, first)

    def _ends(self, start: int, end: int) -> tuple[int, int]:
        length = len(self.columns)
        first = self.columns[start] if start < length else len(self.text)
        return first, self.columns[end] if end < length else len(self.text)


def drawn_table(lines: Sequence[ProseLine], place: int) -> DrawnTable | None:
    """Return the table that is drawn from a line on, None where none is."""
    text = lines[place].text
    if text.lstrip()[:1] == "+" and _GRID.match(text):
        return _grid(lines, place)
    if text.lstrip()[:1] == "=" and _SIMPLE.match(text):
        return _simple(lines, place)
    rule = _aligned_rule(lines, place)
    return _aligned(lines, place, rule) if rule else None


def _aligned_rule(lines: Sequence[ProseLine], place: int) -> int | None:
    """Return the line of the rule under the heads of columns that begin at *place*.

    What tells it from a title that is underlined is a gutter, or figures that are no wider than it.
    """
    for at in range(place + 1, min(place + 1 + _TALLEST_HEAD, len(lines))):
        text = lines[at].text
        if not text.strip():
            return None
        if text[0] in "─-" and _ALIGNED.match(text):
            is_parted = bool(_GUTTER.search(lines[place].text.strip()))
            return at if is_parted or (text[0] == "─" and _is_figure_under(lines, at)) else None
    return None


def _is_figure_under(lines: Sequence[ProseLine], rule: int) -> bool:
    under = lines[rule + 1].text if rule + 1 < len(lines) else ""
    return len(under) <= len(lines[rule].text) and any(map(str.isdigit, under))


def _grid(lines: Sequence[ProseLine], place: int) -> DrawnTable:
    """Return a grid; a cell that spans rows or columns is in each of them."""
    end = place
    while end < len(lines) and end - place < _LONGEST and lines[end].text.lstrip()[:1] in ("+", "|"):
        end += 1
    drawn = [_Drawn.of(line) for line in lines[place:end]]
    edges = sorted(
        {
            at
            for line in drawn
            if _is_whole_rule(line)
            for at in range(len(line.columns))
            if line.at(at) == "+"
        }
    )
    columns = list(pairwise(edges))
    open_cells: list[Gathered | None] = [None] * len(columns)
    rows: list[list[Gathered]] = []
    heads, is_open = 0, False
    for line in drawn:
        closed = [_closes(line, start, end) for start, end in columns]
        if any(closed):
            is_open = False
            open_cells = [None if done else cell for cell, done in zip(open_cells, closed, strict=True)]
            heads = len(rows) if "=" in line.text and all(closed) else heads
        elif not is_open:
            is_open = True
            for number, (start, _) in enumerate(columns):
                if open_cells[number] is None:
                    spans = number > 0 and line.at(start) not in "|+"
                    open_cells[number] = open_cells[number - 1] if spans else Gathered()
            rows.append([cell for cell in open_cells if cell is not None])
        _add_line(line, columns, open_cells)
    return DrawnTable(list(table_passages(rows, heads)), end)


def _is_whole_rule(line: _Drawn) -> bool:
    text = line.text.strip()
    return text[0] == "+" and set(text) <= set("+-=")


def _closes(line: _Drawn, start: int, end: int) -> bool:
    """Tell whether a line is a rule under the cell between two edges."""
    return set(line.between(start + 1, end)) in ({"-"}, {"="}) and line.at(start) in "+|"


def _add_line(
    line: _Drawn, columns: Sequence[tuple[int, int]], open_cells: Sequence[Gathered | None]
) -> None:
    number = 0
    while number < len(columns):
        cell, first = open_cells[number], columns[number][0]
        while number + 1 < len(columns) and cell is not None and open_cells[number + 1] is cell:
            number += 1
        if cell is not None:
            line.add_to(cell, first + 1, columns[number][1])
        number += 1


def _simple(lines: Sequence[ProseLine], place: int) -> DrawnTable | None:
    """Return a simple table: columns under the runs of its rules; a row that begins blank goes on from above."""
    rules = [place]
    for at in range(place + 1, min(place + _LONGEST, len(lines))):
        if _SIMPLE.match(lines[at].text):
            rules.append(at)
            if at + 1 == len(lines) or not lines[at + 1].text.strip():
                break
    if len(rules) < 2:
        return None
    starts = [run.start() for run in re.finditer("=+", lines[place].text)]
    columns = [*pairwise(starts), (starts[-1], 1 << 30)]
    rows: list[list[Gathered]] = []
    heads = 0
    for at in range(place + 1, rules[-1]):
        if at in rules:
            heads = len(rows)
            continue
        line = _Drawn.of(lines[at])
        if not line.text.strip() or _SPANS.match(line.text):
            continue
        if not rows or line.between(*columns[0]).strip():
            rows.append([Gathered() for _ in columns])
        for cell, (start, end) in zip(rows[-1], columns, strict=True):
            line.add_to(cell, start, end)
    return DrawnTable(list(table_passages(rows, heads)), rules[-1] + 1)


def _aligned(lines: Sequence[ProseLine], place: int, rule: int) -> DrawnTable:
    """Return columns that a terminal drew: they stand where every line is blank at their sides, bars among them.

    The first cells of a row that repeat those above are left blank there.
    """
    end = rule + 1
    while end < len(lines) and lines[end].text.strip() and end - place < _LONGEST:
        end += 1
    heads, body = ([_Drawn.of(line) for line in lines[a:b]] for a, b in ((place, rule), (rule + 1, end)))
    columns = list(_columns_of([*heads, *body]))
    header = [Gathered() for _ in columns]
    for line in heads:
        for cell, (start, stop) in zip(header, columns, strict=True):
            line.add_to(cell, start, stop)
    rows = [header]
    for line in body:
        is_wrapped = len(rows) > 1 and not re.search(r"\d|–", line.text)
        row = rows[-1] if is_wrapped else [Gathered() for _ in columns]
        for cell, (start, stop) in zip(row, columns, strict=True):
            if not _DRAWING.fullmatch(line.between(start, stop).strip()):
                line.add_to(cell, start, stop)
        if not is_wrapped:
            rows.append(_with_what_repeats(row, rows[-1]) if len(rows) > 1 else row)
    return DrawnTable(list(table_passages(rows, 1)), end)


def _columns_of(drawn: Sequence[_Drawn]) -> Iterator[tuple[int, int]]:
    """Yield where columns stand: what two blanks or more part from the next on every line."""
    width = max(len(line.columns) for line in drawn)
    inked = [any(not line.at(at).isspace() for line in drawn) for at in range(width)]
    start, last = 0, -1
    for at, has_ink in enumerate(inked):
        if has_ink and 0 <= last < at - 2:
            yield start, last + 1
            start = at
        if has_ink:
            last = at
    yield start, width


def _with_what_repeats(row: Sequence[Gathered], above: Sequence[Gathered]) -> list[Gathered]:
    """Return a row whose blanks before the first cell that says another thing than above are what stands above."""
    texts = ["".join(cell.characters).strip() for cell in row]
    before = ["".join(cell.characters).strip() for cell in above]
    told = next((at for at, text in enumerate(texts) if text not in ("", before[at])), len(row))
    return [above[at] if at < told and not text else row[at] for at, text in enumerate(texts)]
