"""Make the entries of a project's own codebook, each checked beside those before it. Opens nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter

from phare_cli.files.findings import Findings
from phare_cli.language.codebook import PLAIN, Codebook, shipped_codebook
from phare_cli.language.codebook_columns import (
    ASKED_PLACES,
    COLOR,
    COLORED,
    KINDS,
    PHRASE_PLACES,
    REWORDED,
    SAID,
    TILE,
    WORDS,
)
from phare_cli.language.codebook_entry import Entry
from phare_cli.language.folding import clean, fold
from phare_cli.language.place_words import NOUNS, place_of_word
from phare_cli.nouns.message import Listing, Message, PlaceWord, sentence
from phare_cli.nouns.survey import NATION

Cells = Mapping[str, str]
_NAMELESS = ("kind", "id", "equivalent", "color", "order", "tile", "remark")  # columns that name nothing anew
_KIND = sentence(
    "“{cell}” is no kind of name: write {kinds}. (phare help codebook)",
    kinds=Listing(tuple(KINDS), last="or"),
)
_NO_ID = sentence("the cell is empty, and an entry names something: fill it in.")
_TWICE = sentence("line {first} names the same: keep one of them.")
_AMBIGUOUS = sentence("“{name}” is what line {first} answers to as well: leave it to one of them.")
_WORD = sentence("“{cell}” cannot stand here: write {words}, or leave the cell empty.")
_PLACE_WORDS = Listing(tuple(PlaceWord((), "one", place=id) for id in NOUNS), last="or")
_NUMBER = sentence("“{cell}” is not a number: write one, or leave the cell empty.")
_PARENT = sentence(
    "“{cell}” is no region of this codebook nor of phare's: correct it, or give it a line of its own."
)
_CIRCLE = sentence("“{cell}” lies in this region itself: correct one of the two.")
_PLACES = sentence("a clause may hold {places}, and no other brace: correct it. (phare help codebook)")
_TILE = sentence("“{cell}” is no tile: write a column and a row, such as D3, or leave the cell empty.")
_TAKEN = sentence("the tile {tile} is that of line {first} as well: move one of the two.")
_COLOR = sentence(
    "“{cell}” is no colour: write # and six of the characters 0 to 9 and a to f, such as #0072b2, or leave the cell "
    "empty."
)
_UNCOLORED = sentence("pictures show {kinds} by a colour: leave the cell empty.")
_REWORDED = sentence("what is equivalent is said of {kinds}: leave the cell empty, or write aliases.")
_ITSELF = sentence(
    "“{cell}” is another name of this entry itself, which data are read by: leave it to aliases or to equivalent."
)


class CodebookEntries:
    """The entries of one file, each checked beside those before it."""

    def __init__(self, file: str, findings: Findings) -> None:
        self._file, self._findings = file, findings
        self._lines: dict[tuple[str, str], int] = {}
        self._names: dict[tuple[str, str], tuple[int, str]] = {}
        self._parents: dict[str, tuple[int, str]] = {}
        self._tiles: dict[str, int] = {}
        self._reworded: list[tuple[int, Entry]] = []

    def of(self, table: Iterable[tuple[int, Cells]]) -> list[Entry]:
        """Return the entries in their order; what is wrong with them is told."""
        entries = [
            (float(cells.get("order") or "inf"), entry)
            for line, cells in table
            if (entry := self._entry(line, cells)) is not None
        ]
        ordered = [entry for _, entry in sorted(entries, key=lambda each: each[0])]
        book = shipped_codebook().under(ordered)
        self._check_parents(book)
        return [_with_ids(entry, book) for entry in (*ordered, *self._equivalents(book))]

    def _entry(self, line: int, cells: Cells) -> Entry | None:
        before = self._findings.problem_count
        cells = {
            name: SAID[name].get(fold(cell), cell) if name in SAID else cell for name, cell in cells.items()
        }
        kind, id = self._kind(line, cells), cells["id"]
        if not id:
            self._tell("empty-name", _NO_ID, line, "id", "")
        for column, words in WORDS.items():
            if cells.get(column) and cells[column] not in words:
                self._tell(
                    "unknown-word", _WORD, line, column, cells[column], words=Listing(words, last="or")
                )
        if cells.get("order") and not _is_number(cells["order"]):
            self._tell("not-a-number", _NUMBER, line, "order", cells["order"])
        self._check_tile(line, cells)
        self._check_color(line, kind, cells.get("color", ""))
        if cells.get("place") and place_of_word(cells["place"]) is None:
            self._tell("unknown-word", _WORD, line, "place", cells["place"], words=_PLACE_WORDS)
        if cells.get("equivalent") and kind is not None and kind not in REWORDED:
            self._tell(
                "misplaced", _REWORDED, line, "equivalent", cells["equivalent"], kinds=Listing(REWORDED)
            )
        if kind == "phrase":
            self._check_places(line, cells)
        if self._findings.problem_count > before or kind is None:
            return None
        entry = Entry(
            kind,
            _id(kind, cells),
            cells.get("slug") or id,
            cells.get("code", ""),
            {language: cells.get(language, "") for language in ("en", "fr")},
            tuple(filter(None, map(clean, cells.get("aliases", "").split("|")))),
            {
                name: cell.lower() if name == "color" else cell
                for name, cell in cells.items()
                if cell and name not in (*PLAIN, "remark")
            },
        )
        self._check_names(line, entry)
        if "equivalent" in entry.forms:
            self._reworded.append((line, entry))
        return entry

    def _kind(self, line: int, cells: Cells) -> str | None:
        text = cells["kind"]
        kind = fold(text) if fold(text) in KINDS else shipped_codebook().find("column", text)
        if kind not in KINDS:
            self._tell("unknown-kind", _KIND, line, "kind", text)
            return None
        return kind

    def _check_names(self, line: int, entry: Entry) -> None:
        key = (entry.kind, entry.id)
        if key in self._lines:
            self._tell("duplicate-key", _TWICE, line, "id", entry.id, first=self._lines[key])
            return
        self._lines[key] = line
        if entry.kind not in ("phrase", "universe", "source", "note"):
            for name in entry.names:
                first, owner = self._names.setdefault((entry.kind, fold(name)), (line, entry.id))
                if owner != entry.id:
                    self._tell("ambiguous-name", _AMBIGUOUS, line, None, name, name=name, first=first)
        if entry.kind == "region" and "parent" in entry.forms:
            self._parents[entry.id] = (line, entry.forms["parent"])

    def _equivalents(self, book: Codebook) -> list[Entry]:
        """Return an entry for each equivalent that has none, so that data which spell it otherwise are read by it."""
        added: dict[tuple[str, str], Entry] = {}
        for line, entry in self._reworded:
            for other in filter(None, map(clean, entry.forms["equivalent"].split("|"))):
                found = book.find(entry.kind, other)
                if found == entry.id:
                    self._tell("ambiguous-name", _ITSELF, line, "equivalent", other)
                elif found is None:
                    labels = {"en": "", "fr": ""}
                    added.setdefault(
                        (entry.kind, fold(other)), Entry(entry.kind, other, other, "", labels, ())
                    )
        return list(added.values())

    def _check_parents(self, book: Codebook) -> None:
        for region, (line, parent) in self._parents.items():
            id = book.find("region", parent)
            if id is None:
                self._tell("unknown-parent", _PARENT, line, "parent", parent)
            elif region in (id, *book.around(id)):
                self._tell("unknown-parent", _CIRCLE, line, "parent", parent)

    def _check_tile(self, line: int, cells: Cells) -> None:
        tile = cells.get("tile", "").upper()
        if not tile:
            return
        if not TILE.fullmatch(tile):
            self._tell("not-a-tile", _TILE, line, "tile", cells["tile"])
            return
        first = self._tiles.setdefault(tile, line)
        if first != line:
            self._tell("not-a-tile", _TAKEN, line, "tile", cells["tile"], tile=tile, first=first)

    def _check_color(self, line: int, kind: str | None, color: str) -> None:
        if color and not COLOR.fullmatch(color):
            self._tell("not-a-color", _COLOR, line, "color", color)
        elif color and kind is not None and kind not in COLORED:
            self._tell("not-a-color", _UNCOLORED, line, "color", color, kinds=Listing(COLORED))

    def _check_places(self, line: int, cells: Cells) -> None:
        places = ASKED_PLACES if cells["id"].startswith("asked/") else PHRASE_PLACES
        for language in ("en", "fr"):
            if not _holds_only(cells.get(language, ""), places):
                listed = Listing(tuple(f"{{{place}}}" for place in sorted(places)))
                self._tell("wrong-clause", _PLACES, line, language, cells.get(language, ""), places=listed)

    def _tell(
        self,
        code: str,
        message: Message,
        line: int,
        column: str | None,
        cell: str,
        **values: str | int | Listing,
    ) -> None:
        told = Message(message.text, {**message.values, "cell": cell, **values})
        self._findings.problem(code, told, self._file, line, column, cell)


def _id(kind: str, cells: Cells) -> str:
    """Return the id of a line; that of phare where the line does not say what it is called or how it is read."""
    names_it = any(cell for name, cell in cells.items() if name not in _NAMELESS)
    return cells["id"] if names_it else shipped_codebook().find(kind, cells["id"]) or cells["id"]


def _with_ids(entry: Entry, book: Codebook) -> Entry:
    """Return an entry whose parent is the id of a region, and none at all where that is the nation.

    The kind of place is an id as well, whatever word of it the file holds.
    """
    parent = book.find("region", entry.forms.get("parent", ""))
    forms = {name: form for name, form in entry.forms.items() if name != "parent"}
    known = {} if parent in (None, NATION) else {"parent": str(parent)}
    if "place" in forms:
        known["place"] = place_of_word(forms["place"]) or ""
    return entry._replace(forms={**forms, **known})


def _holds_only(pattern: str, places: frozenset[str]) -> bool:
    """Tell whether a clause has no braces but those of *places*: no attribute, no index, no format of its own."""
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        return False
    return all(
        name is None or (name in places and not spec and not turned) for _, name, spec, turned in parts
    )


def _is_number(text: str) -> bool:
    try:
        return abs(float(text)) < float("inf")
    except ValueError:
        return False
