"""Turn the typed cells of spreadsheets, Parquet, SPSS and JSON into text and numbers. Reads no files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from phare_cli.files import limits
from phare_cli.files.findings import Findings
from phare_cli.files.numbers import of_float
from phare_cli.nouns.message import sentence
from phare_cli.results.figures import FileCell
from phare_cli.results.rows import Row

_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^]]*\]')
_ZEROS = re.compile(r"0{2,}")
_PLACES = re.compile(r"[0#](?:\.([0#]+))?")

_LARGE = sentence(
    "a cell here is longer than {limit} characters, the most that phare reads.", limit=limits.CELL
)


def cell_of(value: object, form: str = "General") -> FileCell:
    """Return what a typed cell says; *form* is its number format as Excel writes it.

    A cell that shows 57 % holds 0.57 and is 57 percents; one that shows 01 keeps its zero.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float | Decimal):
        return _number(value, form)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    # JSON may escape half a character, which no output could encode.
    return str(value).encode("utf-8", "replace").decode("utf-8")


def _number(value: float | Decimal, form: str) -> FileCell:
    shown = _LITERAL.sub("", form.partition(";")[0])
    if isinstance(value, int) and _ZEROS.fullmatch(shown):
        return str(value).zfill(len(shown))
    try:
        number = of_float(float(value), percent="%" in shown)
    except OverflowError:
        return str(value)
    if number is None:
        return str(value)
    places = _PLACES.search(shown)
    if places is None:
        return number
    return number._replace(decimals=min(number.decimals, len(places[1] or "")))


def within_limits(rows: Iterable[Row], file: str, findings: Findings) -> Iterator[Row]:
    """Yield the rows that hold no cell beyond the limit, having told *findings* of the others."""
    for line, cells in rows:
        large = next((text for cell in cells if len(text := text_of(cell)) > limits.CELL), None)
        if large is None:
            yield line, cells
        else:
            findings.problem("cell-too-long", _LARGE, file, line, None, large)


def is_blank(cell: FileCell) -> bool:
    """Tell whether a cell shows nothing."""
    return isinstance(cell, str) and not cell.strip()


def filled(cells: list[FileCell]) -> list[FileCell]:
    """Return *cells* without the blank ones at their end."""
    while cells and is_blank(cells[-1]):
        cells.pop()
    return cells


def text_of(cell: FileCell) -> str:
    """Return what stands in a cell, as text."""
    return cell if isinstance(cell, str) else cell.text
