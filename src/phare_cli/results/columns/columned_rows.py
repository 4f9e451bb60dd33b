"""Read a large plain file into columns, and pick the rows that the general reader has to see.

A row that is like rows before it tells nothing new: names met, a number without a doubt. The others are its witnesses,
and are read as every row of a small file is, in their order: what is found in them is what is found in the file. Where
something is wrong, NotPlain sends all rows to the general reader, which tells of each.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.encoding import NotPlain, spoiled
from phare_cli.files.numbers import is_missing
from phare_cli.files.records import Record
from phare_cli.language.folding import fold
from phare_cli.nouns.contract import CONTRACT, NUMBERS, REQUIRED
from phare_cli.nouns.large.columned import Columned
from phare_cli.nouns.survey import Estimate, highest_of
from phare_cli.results import names
from phare_cli.results.columns.assembled import assembled
from phare_cli.results.columns.block_cells import BlockCells, Places
from phare_cli.results.columns.number_column import BlockNumbers, NumberColumn, Printed
from phare_cli.results.columns.text_column import TextColumn
from phare_cli.results.fast.plain import blocks, require_plain
from phare_cli.results.fast.unquoted import Quotes
from phare_cli.results.header import Header
from phare_cli.results.rules import WORD_KINDS, Rules

_SILENT = frozenset(column.name for column in CONTRACT if column.kind == "text") - {"whole"}
_LIKE = 2  # rows alike that are read one by one: the second one may settle what the first left open


class ColumnedRows:
    """The rows of one file, to be read once: iterated, it yields the witnesses; then it has the estimates."""

    def __init__(self, stream: BinaryIO, header: Header, delimiter: str, encoding: str, rules: Rules) -> None:
        if rules.missing or rules.scale == "fraction" or header.stated or len(header.names) < 2:
            raise NotPlain
        self._stream, self._header, self._delimiter, self._encoding = stream, header, delimiter, encoding
        self._rules = rules
        self._quotes = Quotes(delimiter)
        self._parted = partial(csv.reader, delimiter=delimiter, strict=True, skipinitialspace=True)
        readers = names.readers(header.name("region"), departements=rules.departements)
        self._readers = {column: read for column, read in readers.items() if column in header.places}
        self._texts = {
            column: TextColumn(header.places[column], self._text)
            for column in (*self._readers, *(word for word in WORD_KINDS if word in header.places))
        }
        self._numbers = {
            column: NumberColumn(header.places[column], self._text, rules.decimal_mark)
            for column in NUMBERS
            if column in header.places
        }
        if "value" not in self._numbers or any(column in header.constants for column in NUMBERS):
            raise NotPlain
        # A text that the codebook does not hold tells nothing but itself.
        self._telling = frozenset(column for column in self._texts if column not in _SILENT)
        self._pasted = frozenset(map(fold, header.names))
        self._codes: dict[str, list[NDArray[np.integer]]] = {column: [] for column in self._texts}
        self._values: dict[str, list[NDArray[np.float64]]] = {column: [] for column in self._numbers}
        self._decimals: list[NDArray[np.int8]] = []
        self._flags: dict[str, NDArray[np.bool_]] = {}
        self._met: dict[str, NDArray[np.intp]] = {}
        self._met_texts: set[tuple[str, str, int]] = set()
        self._units: list[str] = []
        self._lines: list[int] = []  # of the witnesses
        self._rows = 0
        self._has_percents = False

    def __iter__(self) -> Iterator[Record]:
        line = self._header.line + 1
        for written in blocks(self._stream):
            cells = self._cells(written)
            rows = self._witnesses(cells)
            self._lines += (rows + line).tolist()
            texts = (cells.line(row).decode(self._encoding) for row in rows.tolist())
            yield from zip(
                (rows + line).tolist(), map(self._quotes.restored, self._parted(texts)), strict=True
            )
            line += cells.rows
            self._rows += cells.rows

    def estimates(self, kept: Collection[Estimate], file: str) -> Columned[Estimate]:
        """Return the estimates of the file; of its witnesses those alone that were *kept*."""
        if "standard_error" in self._numbers and not self._has_percents:
            raise NotPlain  # an error may tell that percentages are no shares of 1
        dropped = set(self._lines) - {each.line for each in kept}
        first = self._header.line + 1
        rows = (
            np.delete(np.arange(self._rows), [line - first for line in dropped]) if dropped else slice(None)
        )
        return assembled(
            {
                column: (self._texts[column].texts, _joined(self._codes[column])[rows])
                for column in self._texts
            },
            {column: np.concatenate(self._values[column])[rows] for column in self._numbers},
            np.concatenate(self._decimals)[rows],
            np.arange(first, first + self._rows, dtype=np.int32)[rows],
            self._readers,
            self._constants(file),
            is_whole=not dropped,
        )

    def _constants(self, file: str) -> Mapping[str, object]:
        """Return the fields that no cell fills, as the general reader fills them."""
        constants = self._header.constants
        readers = names.readers(self._header.name("region"), departements=self._rules.departements)
        texts = {column: read(constants[column]) for column, read in readers.items() if column in constants}
        words = {
            column: names.word(kind, constants.get(column, "")) or "" for column, kind in WORD_KINDS.items()
        }
        truth = {"yes": True, "no": False}.get(words.pop("in_national_sample"))
        return {"unit": "percent", **texts, **words, "in_national_sample": truth, "file": file}

    def _text(self, cell: bytes) -> str:
        """Return a cell as the CSV reader gives it."""
        return self._quotes.restored([cell.decode(self._encoding).lstrip(" ")])[0]

    def _cells(self, written: bytes) -> BlockCells:
        if (not written.isascii() or b"&" in written) and spoiled(
            written.decode(self._encoding), self._encoding
        )[1]:
            raise NotPlain
        block = self._quotes.off(written)
        require_plain(block)
        mark = self._delimiter.encode()
        if block is not written and (mark + b" " in block or b"\n " in block):
            raise NotPlain  # in quotes a blank is one
        return BlockCells(block, self._delimiter, len(self._header.names))

    def _witnesses(self, cells: BlockCells) -> Places:
        """Take a block into the columns, and return the rows that the general reader has to see, in their order."""
        seen: list[Places] = []
        codes: dict[str, NDArray[np.int32]] = {}
        for column, texts in self._texts.items():
            codes[column], new = texts.codes(cells)
            self._codes[column].append(codes[column].astype(np.min_scalar_type(len(texts.texts))))
            seen += [new] if column in self._telling else []
            seen.append(np.flatnonzero(self._flagged(column)[codes[column]]))
        units = codes.get("unit", np.zeros(cells.rows, dtype=np.int32))
        found = {column: numbers.numbers(cells) for column, numbers in self._numbers.items()}
        for column, numbers in found.items():
            self._values[column].append(numbers.values)
            seen.append(self._others(column, numbers, units))
            likeness = numbers.printed.astype(np.intp)
            if column == "value":
                likeness = self._likeness(numbers, units)
            seen.append(self._unlike(column, likeness))
        self._decimals.append(found["value"].decimals)
        seen.append(self._doubtful_bases(found, units))
        return np.unique(np.concatenate(seen))

    def _flagged(self, column: str) -> NDArray[np.bool_]:
        """Return which texts of a column stand in rows that may be no figure: without a name, totals, headers."""
        texts = self._texts[column].texts
        flags = self._flags.get(column, np.zeros(0, dtype=bool))
        if len(flags) < len(texts):
            added = [self._may_be_no_figure(column, text) for text in texts[len(flags) :]]
            flags = self._flags[column] = np.concatenate([flags, np.array(added, dtype=bool)])
        return flags

    def _may_be_no_figure(self, column: str, text: str) -> bool:
        if column not in REQUIRED:
            return False
        id = self._readers[column](text)
        return not id or fold(text) in self._pasted or (column == "item" and names.is_total(id))

    def _likeness(self, numbers: BlockNumbers, units: NDArray[np.int32]) -> NDArray[np.intp]:
        """Return a number for each value that tells it from those unlike it: by its unit, what it looks like, its size.

        Raises NotPlain for a value that its unit cannot have.
        """
        values, printed = numbers.values, numbers.printed
        if "unit" in self._texts:
            self._units += [names.unit(text) for text in self._texts["unit"].texts[len(self._units) :]]
        elif not self._units:
            self._units = [str(self._constants("")["unit"])]
        highest = np.array([highest_of(unit) or np.inf for unit in self._units])
        if (values > highest[units]).any():
            raise NotPlain
        size = (values > 0).astype(np.intp) + (values >= 1) + (values > 1)
        is_percent = np.array([unit == "percent" for unit in self._units])
        self._has_percents = self._has_percents or bool((is_percent[units] & (size == 3)).any())
        return (units * len(Printed) + printed) * 4 + size

    def _unlike(self, column: str, likeness: NDArray[np.intp]) -> Places:
        """Return the first rows of each likeness, in the whole file."""
        here = np.bincount(likeness)
        met = self._met.get(column, np.zeros(0, dtype=np.intp))
        met = np.concatenate([met, np.zeros(max(0, here.size - met.size), dtype=np.intp)])
        few = [each for each in np.flatnonzero(here).tolist() if met[each] < _LIKE]
        met[: here.size] += here
        self._met[column] = met
        found = [np.flatnonzero(likeness == each)[:_LIKE] for each in few]
        return np.concatenate([np.zeros(0, dtype=np.intp), *found])

    def _others(self, column: str, numbers: BlockNumbers, units: NDArray[np.int32]) -> Places:
        """Return the rows with a cell that is no plain number: the first with each text, all with what is none."""
        found: list[int] = []
        for row, (text, read) in numbers.others.items():
            if read is not None and read.percent and column != "value":
                raise NotPlain
            thing = column, text, int(units[row])
            if thing not in self._met_texts or (read is None and not is_missing(text)):
                self._met_texts.add(thing)
                found.append(row)
        return np.array(found, dtype=np.intp)

    def _doubtful_bases(self, found: Mapping[str, BlockNumbers], units: NDArray[np.int32]) -> Places:
        """Return the rows whose base may be less than their figure speaks of. Raises NotPlain for what is no base."""
        if "effective_base" in found and (found["effective_base"].values <= 0).any():
            raise NotPlain
        if "base" not in found:
            return np.zeros(0, dtype=np.intp)
        value, bases = found["value"], found["base"].values
        if (bases <= 0).any() or (bases % 1 != 0).sum() != np.isnan(bases).sum():
            raise NotPlain
        is_percent = np.array([unit == "percent" for unit in self._units])[units]
        fewest = np.minimum(value.values, 100 - value.values) + 0.5 / np.power(10.0, value.decimals)
        is_small = is_percent & (value.values > 0) & (value.values < 100) & (fewest * bases < 100.001)
        return np.flatnonzero(is_small | (~is_percent & (value.values > bases)))


def _joined(codes: list[NDArray[np.integer]]) -> NDArray[np.integer]:
    return np.concatenate(codes)
