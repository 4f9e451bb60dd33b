"""Lay the help of a command out for its reader: no name cut on a narrow terminal, no line that begins with a colon."""

from __future__ import annotations

import re
from shutil import get_terminal_size
from typing import Any

from rich import _wrap
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from typer import rich_utils

# Words for a line, as rich parts a text: blanks that hold a French mark to its word are none between words.
_WORD = re.compile(r"[^\S\u00a0\u202f]*[\S\u00a0\u202f]+[^\S\u00a0\u202f]*")
NARROW = 60  # columns: below, the names of options have no room beside what they are


class OptionRows(Table):
    """Rows of one column each: cells but the last in a line, and the last below."""

    def add_row(self, *cells: RenderableType | None, **given: Any) -> None:
        *names, told = (cell for cell in cells if cell is not None)
        shown = [name if isinstance(name, Text) else Text(str(name)) for name in names if str(name).strip()]
        super().add_row(Group(Text(" ", overflow="fold").join(shown), Padding(told, (0, 0, 0, 2))), **given)


def _table(**given: Any) -> Table:
    """Return the table of a panel; that of options alone is highlighted."""
    return (OptionRows if given.get("highlight") else Table)(**given)


def fit_options(required: str, default: str) -> None:
    """Have Typer's library lay out options as the terminal has room for, and say of them what a reader understands."""
    rich_utils.REQUIRED_LONG_STRING, rich_utils.DEFAULT_STRING = required, default
    vars(_wrap)["re_word"] = _WORD
    vars(rich_utils)["Table"] = _table if get_terminal_size().columns < NARROW else Table
