"""Count the names of a large plain file: of each row its structure is read, and the columns that are asked for.

No row may be one that the general reader leaves out, or reads otherwise than by its cells: a total, a row without its
names, a second header. NotPlain says that there may be one. What its numbers say is not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.encoding import NotPlain
from phare_cli.nouns.contract import REQUIRED
from phare_cli.results import names
from phare_cli.results.columns.block_cells import BlockCells
from phare_cli.results.columns.cell_blocks import CellBlocks
from phare_cli.results.columns.doubtful_texts import DoubtfulTexts
from phare_cli.results.columns.text_column import TextColumn
from phare_cli.results.fast.second_half import second_half
from phare_cli.results.headers.header import Header

Codes = NDArray[np.integer]
Counts = dict[tuple[int, ...], int]
_FEW = 1 << 17  # combinations that are counted sooner one by one than sorted
_BEGIN_TOTALS = {text[0] for text in names.TOTALS}
# A total may also open with a mark, or with a letter beyond ASCII.
_OPENS_TOTAL = np.array(
    [not (byte < 128 and chr(byte).isalnum()) or chr(byte).lower() in _BEGIN_TOTALS for byte in range(256)]
)


class NameColumns:
    """The columns of the *fields* asked for in *blocks*, under *header*; *readers* say what their cells mean."""

    def __init__(
        self,
        blocks: CellBlocks,
        header: Header,
        readers: Mapping[str, Callable[[str], str]],
        fields: Sequence[str],
    ) -> None:
        self._blocks, self._header, self._readers, self._fields = blocks, header, readers, fields
        named = [column for column in REQUIRED if column in readers]
        self._texts = {
            column: TextColumn(header.places[column], blocks.text)
            for column in dict.fromkeys((*fields, *named))
            if column in header.places
        }
        self._asked = [column for column in fields if column in self._texts]
        self._others = [column for column in named if column in self._texts and column not in fields]
        self._looked_at = self._asked or self._others[:1]  # a second header shows in any column
        if not self._looked_at:
            raise NotPlain
        self._doubtful = DoubtfulTexts(readers, header.names)
        self._counts: Counts = {}
        self._of_texts = np.zeros(0, dtype=np.intp)  # of one column, whose codes are in order of appearance

    def combinations(self) -> Mapping[tuple[str, ...], int]:
        """Return how many rows hold each combination of what the texts of the fields mean, in order of appearance."""
        self._count_all(islice(self._blocks, 1))
        with second_half(self._blocks.stream, self._behind) as half:
            self._count_all(self._blocks.of(self._blocks.stream, half.start))
            found = next(half.found, None)
        if found is None:
            self._count_all(self._blocks)
        counts = self._counted()
        for key, count in self._beside(*found) if found is not None else ():
            counts[key] = counts.get(key, 0) + count
        constant = {
            column: self._readers[column](text)
            for column, text in self._header.constants.items()
            if column in self._fields
        }
        meant: dict[tuple[str, ...], int] = {}
        for key, count in counts.items():
            said = {
                column: self._readers[column](self._texts[column].texts[code])
                for column, code in zip(self._asked, key, strict=True)
            }
            texts = tuple(said.get(field) or constant.get(field, "") for field in self._fields)
            meant[texts] = meant.get(texts, 0) + count
        return meant

    def texts(self, column: str) -> Sequence[str]:
        """Return the texts of a column, where it was asked for and is one of the file, in order of appearance."""
        return self._texts[column].texts if column in self._asked else ()

    def _behind(self, stream: BinaryIO) -> Iterator[tuple[list[list[str]], Counts]]:
        """Yield at once the texts of the columns asked for, and the combinations in what is left of *stream* alone."""
        self._counts, self._of_texts = {}, np.zeros(0, dtype=np.intp)
        self._count_all(self._blocks.of(stream))
        yield [self._texts[column].texts for column in self._asked], self._counted()

    def _beside(
        self, texts: Sequence[Sequence[str]], counts: Counts
    ) -> Iterator[tuple[tuple[int, ...], int]]:
        """Yield combinations that were counted elsewhere, by codes for *texts* of its own."""
        codes = [
            self._texts[column].codes_of_texts(of_column)
            for column, of_column in zip(self._asked, texts, strict=True)
        ]
        for key, count in counts.items():
            yield tuple(of_column[code] for of_column, code in zip(codes, key, strict=True)), count

    def _count_all(self, blocks: Iterable[BlockCells]) -> None:
        for cells in blocks:
            codes = [self._codes(column, cells) for column in self._looked_at]
            self._check_others(cells)
            if len(self._asked) == 1:
                found = np.bincount(codes[0], minlength=self._of_texts.size)
                found[: self._of_texts.size] += self._of_texts
                self._of_texts = found
            else:
                self._count(codes if self._asked else [], cells.rows, self._counts)

    def _counted(self) -> Counts:
        of_texts = enumerate(self._of_texts.tolist())
        return {**self._counts, **{(code,): count for code, count in of_texts if count}}

    def _codes(self, column: str, cells: BlockCells) -> Codes:
        """Return the codes of a column. Raises NotPlain for a doubtful text."""
        texts = self._texts[column]
        before = len(texts.texts)
        codes, _ = texts.codes(cells)
        if len(texts.texts) > before and self._doubtful.among(column, texts.texts).any():
            raise NotPlain
        return codes

    def _check_others(self, cells: BlockCells) -> None:
        """Raise NotPlain where a column that nobody asks for has a doubtful text."""
        place_of = self._header.places
        doubted = [column for column in self._others if cells.may_lack_names(place_of[column])]
        if "item" in self._others and "item" not in doubted:
            is_total = _OPENS_TOTAL[cells.first_letters(place_of["item"])]
            doubted += ["item"] if is_total.any() else []
        for column in doubted:
            self._codes(column, cells)

    def _count(self, codes: Sequence[Codes], rows: int, counts: Counts) -> None:
        """Add to *counts* the combinations of codes in a block, those that are new in the order of its rows."""
        sizes = [len(self._texts[column].texts) for column in self._asked]
        combined = np.zeros(rows, dtype=np.int64)
        for size, of_column in zip(sizes, codes, strict=True):
            combined *= size
            combined += of_column
        most = int(np.prod(sizes, dtype=object))
        if most > _FEW:
            held, first, found = np.unique(combined, return_index=True, return_counts=True)
            order = np.argsort(first)
            held, found = held[order], found[order]
        else:
            every = np.bincount(combined, minlength=most)
            first = np.zeros(most, dtype=np.intp)
            first[combined[::-1]] = np.arange(rows - 1, -1, -1)
            held = np.flatnonzero(every)
            held = held[np.argsort(first[held])]
            found = every[held]
        keys = zip(*(of.tolist() for of in np.unravel_index(held, sizes)), strict=True) if sizes else [()]
        for key, count in zip(keys, found.tolist(), strict=True):
            counts[key] = counts.get(key, 0) + count
