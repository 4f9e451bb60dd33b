"""Read what a person wrote of the tables of a file (TOML): every mistake in it told at once, under its key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from phare_cli.files import limits
from phare_cli.files.toml.toml_keys import TomlKeys, TomlProblems, one_of, read_toml_file
from phare_cli.files.workbooks.sheets import CellRange
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Message, sentence
from phare_cli.results.crosstabs.table_layout import (
    COLUMNS,
    COUNT,
    FRACTION,
    PERCENT,
    ROWS,
    WORDS,
    FileLayout,
    LineRole,
    Said,
    TableLayout,
    TableLine,
)

_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?")
_SAID = Said._fields
_SIZES = ("header", "labels")
_TEXTS = ("sheet", "range", "items", "values", "indicator", "response", "scale", "decimal")
_TABLE_KEYS = (*_TEXTS, *_SIZES, *_SAID, "rows", "columns")
_LINE_TEXTS = (
    "indicator", "response", "scale", "item", "unit", "region", "stakeholder", "breakdown", "segment", "wave", "role"
)  # fmt: skip
_OF_GROUPS = ("region", "stakeholder", "breakdown", "segment", "wave", "base")
_OF_ITEMS = ("indicator", "response", "scale", "item", "unit", "net")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "items": (ROWS, COLUMNS),
    "response": ("single", "multiple"),
    "scale": ("ordered",),
    "decimal": ("comma", "point"),
    "role": tuple(role.value for role in WORDS),
}
_VALUES = (PERCENT, FRACTION, COUNT, "score/10")
_SCORE = re.compile(r"score/[1-9][0-9]*")


def parse_range(text: str) -> CellRange | None:
    """Return the rectangle that *text* names, as spreadsheets write it; None for any other text.

    >>> str(parse_range("$B$3:AA10")), parse_range("Q1")
    ('B3:AA10', CellRange(top=1, left=17, bottom=1, right=17))
    """
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        return None
    left, top = column_of(found[1]), int(found[2])
    right, bottom = (column_of(found[3]), int(found[4])) if found[3] else (left, top)
    is_right = 1 <= top <= bottom <= limits.ROWS and 1 <= left <= right <= limits.COLUMNS
    return CellRange(top, left, bottom, right) if is_right else None


def column_of(letters: str) -> int:
    """Return the number of a column from its letters.

    >>> column_of("AB")
    28
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def read_layout_file(path: str) -> FileLayout:
    """Return what a file says of the tables. Raises UnreadableInput, or InvalidData with every problem found."""
    page = read_toml_file(path)
    problems = TomlProblems(path, page.text)
    layout = _LayoutReader(problems.add).file(TomlKeys(page.entries, "", problems.add))
    problems.raise_any(look="phare help tables")
    return layout


class _LayoutReader:
    """Turns the tables of TOML into layouts; what is wrong in them is told to *add*, under its key."""

    def __init__(self, add: Callable[[str, Message], None]) -> None:
        self.add = add

    def file(self, top: TomlKeys) -> FileLayout:
        top.only((*_SAID, "table"))
        tables = top.get("table", [])
        if not isinstance(tables, list) or not tables or not all(isinstance(each, dict) for each in tables):
            self.add("table", sentence("no table is declared. Add a [[table]] for each one."))
            tables = []
        read = [TomlKeys(each, f"table[{number}]", self.add) for number, each in enumerate(tables, 1)]
        return FileLayout(tuple(map(self.table, read)), _said(top))

    def table(self, entries: TomlKeys) -> TableLayout:
        entries.only(_TABLE_KEYS)
        text = entries.text("range")
        area = parse_range(text)
        if area is None:
            self.add(
                entries.path("range"),
                sentence('range is the cells of a table, header and all: range = "A3:H20".'),
            )
            area = CellRange(1, 1, 1, 1)
        values = entries.text("values")
        if values not in _VALUES and not _SCORE.fullmatch(values):
            self.add(entries.path("values"), one_of("values", _VALUES, values))
        items = entries.choice("items", _CHOICES["items"]) or ROWS
        return TableLayout(
            sheet=entries.text("sheet"),
            area=area,
            header=self.size(entries, "header", least=0),
            labels=self.size(entries, "labels", least=1),
            items=items,
            values=values,
            indicator=entries.text("indicator"),
            response=entries.choice("response", _CHOICES["response"]),
            scale=entries.choice("scale", _CHOICES["scale"]),
            decimal=entries.choice("decimal", _CHOICES["decimal"]),
            rows=self.lines(entries, "rows", of_items=items == ROWS),
            columns=self.lines(entries, "columns", of_items=items == COLUMNS),
            said=_said(entries),
        )

    def size(self, entries: TomlKeys, key: str, *, least: int) -> int:
        value = entries.get(key, 1)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= limits.COLUMNS:
            self.add(entries.path(key), sentence("{key} counts rows or columns: {key} = 1.", key=key))
            return 1
        return value

    def lines(self, entries: TomlKeys, side: str, *, of_items: bool) -> dict[int, TableLine]:
        lines = {}
        for name, told in entries.table(side).items():
            place = self.place(name, side)
            path = f"{entries.path(side)}.{name}"
            if place is None:
                self.add(path, sentence("rows are called by their numbers, columns by their letters."))
            elif isinstance(told, str):
                lines[place] = self.word(told, path)
            elif isinstance(told, dict):
                lines[place] = self.line(TomlKeys(told, path, self.add), of_items=of_items)
            else:
                self.add(path, sentence('a line is a word, "base", or a table, { segment = "..." }.'))
        return lines

    @staticmethod
    def place(name: str, side: str) -> int | None:
        if side == "rows":
            return int(name) if name.isdecimal() and len(name) < 8 else None
        return column_of(name) if name.isascii() and name.isalpha() and len(name) <= 3 else None

    def word(self, text: str, path: str) -> TableLine:
        known = {role.value: role for role in WORDS}
        if text not in known:
            self.add(path, one_of(path.rpartition(".")[2], tuple(known), text))
        return TableLine(known.get(text, LineRole.SKIP))

    def line(self, entries: TomlKeys, *, of_items: bool) -> TableLine:
        entries.only((*(_OF_ITEMS if of_items else _OF_GROUPS), "role"))
        texts = {key: entries.text(key) for key in _LINE_TEXTS if key in entries}
        for key in ("response", "scale", "role"):
            if key in texts:
                texts[key] = entries.choice(key, _CHOICES[key])
        role = (
            LineRole(texts.pop("role"))
            if texts.get("role")
            else LineRole.ITEM
            if of_items
            else LineRole.GROUP
        )
        texts.pop("role", None)
        base = entries.get("base")
        if base is not None and (isinstance(base, bool) or not isinstance(base, int) or base < 1):
            self.add(entries.path("base"), sentence("a base is a whole number above zero, without quotes."))
            base = None
        opens = texts.pop("indicator", None) or None
        return TableLine(
            role, opens=opens, net=entries.flag("net"), base=None if base is None else float(base), **texts
        )


def _said(entries: TomlKeys) -> Said:
    return Said(**{key: entries.text(key) for key in _SAID})


def require_values(text: str | None) -> str:
    """Return how figures are written, as ``--values`` says it. Raises WrongOption for a word that is none of them."""
    if text is not None and text not in _VALUES and not _SCORE.fullmatch(text):
        raise WrongOption(one_of("--values", _VALUES, text))
    return text or ""
