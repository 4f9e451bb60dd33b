"""Turn the typed cells of spreadsheets, SPSS, Stata, Parquet and JSON into the text and numbers a CSV would hold."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from phare_cli.files import limits
from phare_cli.files.distinct import DistinctColumn
from phare_cli.files.encoding import spoiled
from phare_cli.files.findings import Findings
from phare_cli.files.fitting import FileCell, Row
from phare_cli.files.numbers import of_float
from phare_cli.nouns.message import sentence

_ZEROS = re.compile(r"0{2,}")
_PLACES = re.compile(r"[0#](?:\.([0#]+))?")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^]]*\]')
_EXACT = 1e15  # below it every whole number is a float of its own
# Types of which two values that are equal have one text, in a column of no other but texts.
_EQUAL_AS_TEXTS: frozenset[frozenset[type]] = frozenset(map(frozenset[type], ((), (float,), (int,))))

SPOILED_LETTERS = "spoiled-letters"  # the code of that problem
_SPOILED = sentence(
    "this cell holds letters that were spoiled on their way (Ã© or &eacute; for é, � for any): mend them in the file."
)
LARGE = sentence(
    "a cell here is longer than {limit} characters, the most that phare reads.", limit=limits.CELL
)


def cell_of(value: object, form: str = "General") -> FileCell:
    """Return what a typed cell says; *form* is its number format as Excel writes it.

    A cell that shows 57 % holds 0.57 and is 57 percents; one that shows 01 keeps its zero.
    """
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return _number(value, form)
    return text_of(value)


def text_of(value: object) -> str:
    """Return a typed value as the text that :func:`cell_of` gives it in a cell without a format.

    >>> text_of(3.0), text_of(None), text_of(0.00001), text_of(True), text_of(datetime.datetime(2024, 3, 1))
    ('3', '', '0.00001', 'TRUE', '2024-03-01')
    """
    match value:
        case None:
            return ""
        case str():
            # JSON may escape half a character, which no output could encode.
            return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
        case bool():
            return str(value).upper()
        case float() if math.isnan(value):
            return ""
        case float() if value.is_integer() and abs(value) < _EXACT:
            return str(int(value))
        case float() | Decimal():
            return cell_text(_number(value, "General"))
        case datetime.datetime():
            is_day = value.time() == datetime.time()
            return value.date().isoformat() if is_day else value.replace(tzinfo=None).isoformat(" ")
        case datetime.date() | datetime.time():
            return value.isoformat()
        case bytes():
            return value.decode("utf-8", "replace")
        case _:
            return str(value).encode("utf-8", "replace").decode("utf-8")


def texts_of(values: Sequence[object]) -> Sequence[str]:
    """Return the text of each value of a column, as :func:`text_of` does; that of equal ones is worked out once.

    Values of other types may be equal and have different texts, as 1 and True: they are taken one by one.
    """
    if not isinstance(values, DistinctColumn):
        if frozenset(map(type, values)) - {str, type(None)} not in _EQUAL_AS_TEXTS:
            return [text_of(value) for value in values]
        values = DistinctColumn.of(values)
    return DistinctColumn([text_of(value) for value in values.values], values.places)


def cell_text(cell: FileCell) -> str:
    """Return what stands in a cell, as text."""
    return cell if isinstance(cell, str) else cell.text


def _number(value: float | Decimal, form: str) -> FileCell:
    shown = _shown_part(form)
    if isinstance(value, int) and _ZEROS.fullmatch(shown):
        return str(value).zfill(len(shown))
    try:
        number = of_float(float(value), percent="%" in shown)
    except OverflowError:
        return str(value)
    if number is None:
        return "" if value != value else str(value)
    if isinstance(value, int) and not number.percent:
        number = number._replace(text=str(value))  # every digit of an identifier
    places = _PLACES.search(shown)
    if places is None:
        return number
    return number._replace(decimals=min(number.decimals, len(places[1] or "")))


@cache
def _shown_part(form: str) -> str:
    """Return what a number format says of numbers above zero, without its literals."""
    return _LITERAL.sub("", form.partition(";")[0])


def whole_letters(rows: Iterable[Row], names: Sequence[str], file: str, findings: Findings) -> Iterator[Row]:
    """Yield rows under columns of these *names*, having told *findings* of letters that were spoiled."""
    for line, cells in rows:
        texts = [cell_text(cell) for cell in cells]
        columns = [*names, *[""] * (len(texts) - len(names))]
        tell_spoiled(texts, [line] * len(texts), columns, file, findings)
        yield line, cells


def within_limits(rows: Iterable[Row], file: str, findings: Findings) -> Iterator[Row]:
    """Yield the rows that hold no cell beyond the limit, having told *findings* of the others."""
    for line, cells in rows:
        large = next((text for cell in cells if len(text := cell_text(cell)) > limits.CELL), None)
        if large is None:
            yield line, cells
        else:
            findings.problem("cell-too-long", LARGE, file, line, None, large)


def tell_spoiled(
    cells: Sequence[str], lines: Sequence[int], columns: Sequence[str], file: str, findings: Findings
) -> None:
    """Add a problem for the first of some *cells* whose letters were spoiled; each has its line and its column."""
    text = "\0".join(cells)
    place, fault = spoiled(text, "utf-8")
    if fault:
        at = text.count("\0", 0, place)
        findings.problem(SPOILED_LETTERS, _SPOILED, file, lines[at], columns[at], cells[at])


def is_blank(cell: FileCell) -> bool:
    """Tell whether a cell shows nothing."""
    return isinstance(cell, str) and not cell.strip()


def filled(cells: list[FileCell]) -> list[FileCell]:
    """Return *cells* without the blank ones at their end."""
    while cells and is_blank(cells[-1]):
        cells.pop()
    return cells
