"""Read what a person wrote of the tables of a file (TOML): every mistake in it told at once, under its key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from phare_cli.files import limits
from phare_cli.files.toml import NotToml, read_toml
from phare_cli.files.workbooks.sheets import CellRange
from phare_cli.nouns.errors import InvalidData, UnreadableInput, WrongOption
from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.nouns.problem import Problem
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
_LINE_KEYS = (*_LINE_TEXTS, "net", "base")
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
    try:
        entries = read_toml(Path(path))
    except NotToml as error:
        problem = Problem("not-toml", sentence("this is not TOML: {reason}.", reason=error.reason), path)
        raise InvalidData([problem]) from None
    except FileNotFoundError:
        raise UnreadableInput(
            sentence("there is no file “{file}”: check the name and the folder you are in.", file=path)
        ) from None
    except OSError as error:
        raise UnreadableInput(
            sentence(
                "“{file}” cannot be read ({reason}): check that it is whole, or save it again.",
                file=path,
                reason=str(error),
            )
        ) from None
    reader = _LayoutReader(path)
    layout = reader.file(_LayoutEntries(entries, "", reader))
    if reader.problems:
        raise InvalidData(reader.problems)
    return layout


class _LayoutReader:
    """Turns the tables of TOML into layouts, and keeps what is wrong in them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.problems: list[Problem] = []

    def add(self, key: str, message: Message) -> None:
        self.problems.append(Problem("wrong-spec", message, self._name, column=key))

    def file(self, top: _LayoutEntries) -> FileLayout:
        top.only((*_SAID, "table"))
        tables = top.entries.get("table", [])
        if not isinstance(tables, list) or not tables or not all(isinstance(each, dict) for each in tables):
            self.add("table", sentence("no table is declared. Add a [[table]] for each one."))
            tables = []
        read = [_LayoutEntries(each, f"table[{number}]", self) for number, each in enumerate(tables, 1)]
        return FileLayout(tuple(map(self.table, read)), top.said())

    def table(self, entries: _LayoutEntries) -> TableLayout:
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
            known = Listing(_VALUES, last="or")
            self.add(entries.path("values"), _one_of("values", known, values))
        items = entries.choice("items") or ROWS
        return TableLayout(
            sheet=entries.text("sheet"),
            area=area,
            header=entries.size("header", least=0),
            labels=entries.size("labels", least=1),
            items=items,
            values=values,
            indicator=entries.text("indicator"),
            response=entries.choice("response"),
            scale=entries.choice("scale"),
            decimal=entries.choice("decimal"),
            rows=self.lines(entries, "rows", of_items=items == ROWS),
            columns=self.lines(entries, "columns", of_items=items == COLUMNS),
            said=entries.said(),
        )

    def lines(self, entries: _LayoutEntries, side: str, *, of_items: bool) -> dict[int, TableLine]:
        lines = {}
        for name, told in entries.table(side).entries.items():
            place = self.place(name, side)
            path = f"{entries.path(side)}.{name}"
            if place is None:
                self.add(path, sentence("rows are called by their numbers, columns by their letters."))
            elif isinstance(told, str):
                lines[place] = self.word(told, path)
            elif isinstance(told, dict):
                lines[place] = self.line(_LayoutEntries(told, path, self), of_items=of_items)
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
            self.add(path, _one_of(path.rpartition(".")[2], Listing(tuple(known), last="or"), text))
        return TableLine(known.get(text, LineRole.SKIP))

    def line(self, entries: _LayoutEntries, *, of_items: bool) -> TableLine:
        entries.only((*(_OF_ITEMS if of_items else _OF_GROUPS), "role"))
        texts = {key: entries.text(key) for key in _LINE_TEXTS if key in entries.entries}
        for key in ("response", "scale", "role"):
            if key in texts:
                texts[key] = entries.choice(key)
        role = (
            LineRole(texts.pop("role"))
            if texts.get("role")
            else LineRole.ITEM
            if of_items
            else LineRole.GROUP
        )
        texts.pop("role", None)
        base = entries.entries.get("base")
        if base is not None and (isinstance(base, bool) or not isinstance(base, int) or base < 1):
            self.add(entries.path("base"), sentence("a base is a whole number above zero, without quotes."))
            base = None
        net = entries.entries.get("net", False)
        if not isinstance(net, bool):
            self.add(entries.path("net"), sentence("{key} is true or false, without quotes.", key="net"))
            net = False
        opens = texts.pop("indicator", None) or None
        return TableLine(role, opens=opens, net=net, base=None if base is None else float(base), **texts)


class _LayoutEntries(NamedTuple):
    """One table of the file, read key by key; a value of the wrong kind is a problem and reads as nothing."""

    entries: Mapping[str, object]
    at: str
    reader: _LayoutReader

    def path(self, key: str) -> str:
        return f"{self.at}.{key}" if self.at else key

    def only(self, known: tuple[str, ...]) -> None:
        from difflib import get_close_matches

        for key in self.entries:
            if key in known:
                continue
            if near := get_close_matches(key, known, n=1):
                message = sentence("no key is called {key} here. Did you mean {near}?", key=key, near=near[0])
            else:
                listed = Listing(known, last="or")
                message = sentence("no key is called {key} here. Known here: {known}.", key=key, known=listed)
            self.reader.add(self.path(key), message)

    def text(self, key: str) -> str:
        value = self.entries.get(key, "")
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            self.reader.add(self.path(key), sentence('{key} is a text: {key} = "...".', key=key))
            return ""
        return value.strip()

    def choice(self, key: str) -> str:
        text = self.text(key)
        if text and text not in _CHOICES[key]:
            known = Listing(_CHOICES[key], last="or")
            self.reader.add(self.path(key), _one_of(key, known, text))
            return ""
        return text

    def size(self, key: str, *, least: int) -> int:
        value = self.entries.get(key, 1)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= limits.COLUMNS:
            self.reader.add(self.path(key), sentence("{key} counts rows or columns: {key} = 1.", key=key))
            return 1
        return value

    def table(self, key: str) -> _LayoutEntries:
        value = self.entries.get(key, {})
        if not isinstance(value, dict):
            self.reader.add(
                self.path(key), sentence("{key} is a table: [{key}] and lines below it.", key=key)
            )
            value = {}
        return _LayoutEntries(value, self.path(key), self.reader)

    def said(self) -> Said:
        return Said(**{key: self.text(key) for key in _SAID})


def _one_of(key: str, known: Listing, text: str) -> Message:
    return sentence("{key} is one of {known}, not “{text}”.", key=key, known=known, text=text)


def require_values(text: str | None) -> str:
    """Return how figures are written, as ``--values`` says it. Raises WrongOption for a word that is none of them."""
    if text is not None and text not in _VALUES and not _SCORE.fullmatch(text):
        raise WrongOption(_one_of("--values", Listing(_VALUES, last="or"), text))
    return text or ""
