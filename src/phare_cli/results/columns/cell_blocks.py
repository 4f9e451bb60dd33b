"""Part a large plain file into blocks whose cells are found together, its quotes taken off. Knows no columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from phare_cli.files.encoding import NotPlain, spoiled
from phare_cli.results.columns.block_cells import BlockCells
from phare_cli.results.fast.plain import blocks, require_plain
from phare_cli.results.fast.unquoted import Quotes


class CellBlocks:
    """The blocks of *stream*, which stands below the header, in its order; each row has *width* cells.

    Iterated, it raises NotPlain for what only the general reader understands, UnicodeError for other bytes than those
    of *encoding*.
    """

    def __init__(self, stream: BinaryIO, delimiter: str, encoding: str, width: int) -> None:
        self.stream, self._delimiter, self._encoding, self._width = stream, delimiter, encoding, width
        self._quotes = Quotes(delimiter, with_figures=True)

    def __iter__(self) -> Iterator[BlockCells]:
        return self.of(self.stream)

    def of(self, stream: BinaryIO, end: int | None = None) -> Iterator[BlockCells]:
        """Yield what is left of a stream with such rows, up to an *end* at which a line ends."""
        return map(self._cells, blocks(stream, end))

    def text(self, cell: bytes) -> str:
        """Return a cell as the CSV reader gives it."""
        return self.restored([cell.decode(self._encoding).lstrip(" ")])[0]

    def restored(self, cells: list[str]) -> list[str]:
        """Return the cells of a row as they stood between their quotes."""
        return self._quotes.restored(cells)

    def _cells(self, written: bytes) -> BlockCells:
        may_be_spoiled = not written.isascii() or b"&" in written
        if may_be_spoiled and spoiled(written.decode(self._encoding), self._encoding)[1]:
            raise NotPlain
        block = self._quotes.off(written)
        require_plain(block)
        if block is not written and (self._delimiter.encode() + b" " in block or b"\n " in block):
            raise NotPlain  # in quotes a blank is one
        return BlockCells(block, self._delimiter, self._width)
