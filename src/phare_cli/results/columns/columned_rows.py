"""Read a large plain file into columns, and pick the rows that the general reader has to see.

A row that is like rows before it tells nothing new: names met, a number without a doubt. The others are its witnesses,
and are read as every row of a small file is, in their order: what is found in them is what is found in the file. What
cannot be told so raises NotPlain, and the general reader reads all rows.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.encoding import NotPlain
from phare_cli.files.records import Record
from phare_cli.nouns.contract import NUMBERS
from phare_cli.nouns.large.coded_column import CodedColumn, LineNumbers
from phare_cli.nouns.large.columned import Columned
from phare_cli.nouns.large.groups import portions
from phare_cli.nouns.survey import Estimate
from phare_cli.results import names
from phare_cli.results.columns.block_cells import BlockCells
from phare_cli.results.columns.cell_blocks import CellBlocks
from phare_cli.results.columns.growing_column import GrowingColumn, GrowingNumbers
from phare_cli.results.columns.number_column import NumberColumn
from phare_cli.results.columns.text_column import TextColumn
from phare_cli.results.columns.witnesses import Witnesses
from phare_cli.results.fast.second_half import second_half
from phare_cli.results.headers.header import Header
from phare_cli.results.rules import WORD_KINDS, Rules

_KEY = ("survey", "wave", "region", "stakeholder", "segment", "indicator", "item", "unit")
_TRUTH = {"yes": True, "no": False}


def _parts(columns: Iterator[tuple[str, bytes] | None]) -> Iterator[NDArray[Any]]:
    """Yield the rows of one of *columns*, some at a time. Raises NotPlain where they break off."""
    for told in columns:
        if told is None:
            return
        yield np.frombuffer(told[1], dtype=told[0])
    raise NotPlain


class ColumnedRows:
    """The rows of one file, to be read once: iterated, it yields the witnesses; then it has the estimates.

    The rows on the lines *also* are witnesses too.
    """

    def __init__(
        self,
        stream: BinaryIO,
        header: Header,
        delimiter: str,
        encoding: str,
        rules: Rules,
        also: Collection[int] = (),
    ) -> None:
        has_constants = any(column in header.constants for column in NUMBERS)
        if rules.missing or rules.scale == "fraction" or header.stated or has_constants:
            raise NotPlain
        if len(header.names) < 2 or "value" not in header.places:
            raise NotPlain
        self._header, self._encoding = header, encoding
        self._blocks = CellBlocks(stream, delimiter, encoding, len(header.names))
        self._parted = partial(csv.reader, delimiter=delimiter, strict=True, skipinitialspace=True)
        self._readers = names.readers(header.name("region"), departements=rules.departements)
        self._texts = {
            column: TextColumn(header.places[column], self._blocks.text)
            for column in (*self._readers, *WORD_KINDS)
            if column in header.places
        }
        self._numbers = {
            column: NumberColumn(header.places[column], self._blocks.text, encoding, rules.decimal_mark)
            for column in NUMBERS
            if column in header.places
        }
        unit = names.unit(header.constants.get("unit", ""))
        self._witnesses = Witnesses(self._texts, self._readers, header.names, unit)
        self._also = np.array(sorted(also), dtype=np.intp)
        self._begin()
        self._seen: list[int] = []  # the lines of the witnesses
        self._line = header.line + 1

    def _begin(self) -> None:
        self._codes = {column: GrowingColumn(np.uint8) for column in self._texts}
        self._values = {column: GrowingNumbers() for column in self._numbers}
        self._decimals = GrowingColumn(np.int8)

    def __iter__(self) -> Iterator[Record]:
        yield from self._rows(islice(self._blocks, 1))
        if not self._also.size:  # nobody knows on which line a second half begins
            with second_half(self._blocks.stream, self._behind) as half:
                yield from self._rows(self._blocks.of(self._blocks.stream, half.start))
                told = next(half.found, None)
                if told is not None:
                    yield from self._beside(half.found, *told)
                    return
        yield from self._rows(self._blocks)

    def _rows(self, blocks: Iterable[BlockCells]) -> Iterator[Record]:
        for cells in blocks:
            line = self._line
            first, last = np.searchsorted(self._also, (line, line + cells.rows))
            rows = np.union1d(self._take(cells), self._also[first:last] - line).tolist()
            lines = [line + row for row in rows]
            texts = (cells.line(row).decode(self._encoding) for row in rows)
            yield from zip(lines, map(self._blocks.restored, self._parted(texts)), strict=True)
            self._seen += lines
            self._line += cells.rows

    def _behind(self, stream: BinaryIO) -> Iterator[object]:
        """Yield what is left of *stream*: witnesses, the first row being on line 0, and texts; then all columns."""
        self._begin()
        self._line = 0
        witnesses = [*self._rows(self._blocks.of(stream))]
        texts = {column: each.texts for column, each in self._texts.items()}
        yield witnesses, self._line, self._witnesses.has_percents, texts
        every: list[GrowingColumn[Any] | GrowingNumbers] = [*self._codes.values(), *self._values.values()]
        for column in (*every, self._decimals):
            yield from column.parts()
            yield None

    def _beside(
        self,
        columns: Iterator[tuple[str, bytes] | None],
        witnesses: Iterable[Record],
        rows: int,
        has_percents: int,
        texts: Mapping[str, Sequence[str]],
    ) -> Iterator[Record]:
        """Take the columns that were read elsewhere, and yield the witnesses. Raises NotPlain where they break off."""
        self._witnesses.has_percents |= bool(has_percents)
        for column, codes in self._codes.items():
            anew = np.array(self._texts[column].codes_of_texts(texts[column]))
            small = anew.astype(np.min_scalar_type(len(self._texts[column].texts) - 1))
            for part in _parts(columns):
                codes.add(small[part])
        for values in self._values.values():
            parts = _parts(columns)
            add = values.adding(next(parts))
            for part in parts:
                add(part)
        for part in _parts(columns):
            self._decimals.add(part)
        for line, cells in witnesses:
            self._seen.append(self._line + line)
            yield self._line + line, cells
        self._line += rows

    def all_rows(self, file: str) -> Columned[Estimate]:
        """Return all rows of the file, also those that hold no estimate."""
        if "standard_error" in self._numbers and not self._witnesses.has_percents:
            raise NotPlain  # an error may tell that percentages are no shares of 1
        defaults = {**dict.fromkeys(Estimate._fields, None), **Estimate._field_defaults}
        coded = {column: self._coded(column) for column in self._texts}
        decimals = self._decimals.whole()
        return Columned(
            Estimate,
            Estimate._fields,
            coded={column: each for column, each in coded.items() if len(each.values) > 1},
            numbers={column: numbers.whole() for column, numbers in self._values.items()},
            whole={"line": LineNumbers(self._header.line + 1, decimals.size), "decimals": decimals},
            constant={
                **defaults,
                **{column: self._meaning(column, text) for column, text in self._constants().items()},
                **{column: each.values[0] for column, each in coded.items() if len(each.values) == 1},
                "file": file,
            },
        )

    def repeated(self, rows: Columned[Estimate]) -> frozenset[int]:
        """Return the lines of the rows that have the key of another one and were no witnesses; those of this other too.

        Empty where all of them were: what there is to say of them was said.
        """
        if rows.are_distinct(_KEY):
            return frozenset()
        keys = rows.groups(_KEY)
        is_repeated = keys.sizes() > 1
        found = [np.flatnonzero(is_repeated[keys[part]]) + part.start for part in portions(len(rows))]
        places = np.concatenate(found)
        lines = frozenset(rows.whole["line"][places].tolist())
        return lines if lines - frozenset(self._seen) else frozenset()

    def kept(self, rows: Columned[Estimate], kept: Collection[Estimate]) -> Columned[Estimate]:
        """Return the estimates among all rows: of the witnesses those alone that were *kept*."""
        dropped = set(self._seen) - {each.line for each in kept}
        return rows.without([line - self._header.line - 1 for line in dropped]) if dropped else rows

    def _constants(self) -> dict[str, str]:
        texts = {**dict.fromkeys(("unit", *WORD_KINDS), ""), **self._header.constants}
        return {column: text for column, text in texts.items() if column in (*self._readers, *WORD_KINDS)}

    def _meaning(self, column: str, text: str) -> str | bool | None:
        if column not in WORD_KINDS:
            return self._readers[column](text)
        found = names.word(WORD_KINDS[column], text)
        return _TRUTH.get(found or "") if column == "in_national_sample" else found or ""

    def _coded(self, column: str) -> CodedColumn:
        """Return a column with what its texts mean, each meaning once, in order of appearance."""
        codes = self._codes[column].whole()
        meanings = [self._meaning(column, text) for text in self._texts[column].texts]
        values = tuple(dict.fromkeys(meanings))
        if len(values) == len(meanings):
            return CodedColumn(values, codes)
        place_of = {value: place for place, value in enumerate(values)}
        places = np.array([place_of[meaning] for meaning in meanings], dtype=np.min_scalar_type(len(values)))
        return CodedColumn(values, places[codes])

    def _take(self, cells: BlockCells) -> NDArray[np.intp]:
        """Take a block into the columns, and return its witnesses."""
        coded = {column: texts.codes(cells) for column, texts in self._texts.items()}
        found = {column: numbers.numbers(cells) for column, numbers in self._numbers.items()}
        for column, (codes, _) in coded.items():
            small = np.min_scalar_type(len(self._texts[column].texts) - 1)
            self._codes[column].add(codes.astype(small))
        for column, numbers in found.items():
            self._values[column].add(numbers.values)
        self._decimals.add(found["value"].decimals)
        return self._witnesses.rows(coded, found)
