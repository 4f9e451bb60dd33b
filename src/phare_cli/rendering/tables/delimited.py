"""Write a Table as csv or tsv: machine names, raw numbers, the same in every locale. Knows no label."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO
from math import isfinite

from phare_cli.nouns.table import Cell, Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.tables.machine import Raw, raw
from phare_cli.rendering.visible import uncontrolled

# What makes a spreadsheet run a text cell instead of showing it, full-width forms included.
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # fmt: skip


def render_csv(table: Table, look: Look) -> str:
    """Return *table* as csv: comma and point, or what French Excel saves (*look.dialect* ``excel-fr``)."""
    if look.dialect == "excel-fr":
        return "\ufeff" + _delimited(table, look, delimiter=";", decimal=",", line_end="\r\n")
    return _delimited(table, look, delimiter=",", decimal=".", line_end="\n")


def render_tsv(table: Table, look: Look) -> str:
    """Return *table* as tab-separated values; a cell that holds a tab or a line break is quoted as in csv."""
    return _delimited(table, look, delimiter="\t", decimal=".", line_end="\n")


def _delimited(table: Table, look: Look, *, delimiter: str, decimal: str, line_end: str) -> str:
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=line_end)

    known: dict[str, str] = {}  # a column holds few names, many times

    def cell(value: Cell) -> str:
        if isinstance(value, str):
            if value not in known:
                known[value] = _text(value, look)
            return known[value]
        if value is None:
            return ""
        if isinstance(value, float | int) and not isinstance(value, bool):
            return _marked(plain_number(value), decimal)
        return _text(raw(value), look)

    writer.writerow([_text(column.name, look) for column in table.columns])
    writer.writerows([cell(value) for value in row] for row in table.rows)
    return buffer.getvalue()


def _marked(number: str, decimal: str) -> str:
    whole, point, decimals = number.partition(".")
    # "7,125" could be seven thousand; "7,1250" could not, and is the same number.
    return number if decimal == "." else f"{whole}{point and decimal}{decimals}{'0' * (len(decimals) == 3)}"


def _text(value: Raw, look: Look) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    if look.safe_cells and text.startswith(RUNS):
        text = "'" + text
    return uncontrolled(text)


def plain_number(value: float) -> str:
    """Return *value* unrounded, as the shortest decimal that reads back as it, and never with an exponent.

    >>> plain_number(57.0), plain_number(-0.0), plain_number(1e-7), plain_number(0.1)
    ('57', '0', '0.0000001', '0.1')
    """
    if not isfinite(value):
        raise ValueError(f"{value} is not a figure")
    if value == int(value):
        return str(int(value))
    shortest = repr(value)
    return format(Decimal(shortest), "f") if "e" in shortest else shortest
