"""Take the quotes off the cells of a block of rows, so that it can be searched as a plain one."""

from __future__ import annotations

import re
from collections.abc import Collection

from phare_cli.files.encoding import NotPlain

# Stands for a delimiter in a cell that had quotes: what folding makes a blank of, as it does of a delimiter.
_KEPT = b"\x1f"
_QUOTE = b'"'


class Quotes:
    """The quoted cells of a file with one delimiter.

    Where most cells have quotes, all are looked at together. Without its texts, a row is its shape: delimiters, and
    two quotes where a cell has them. What stands beside quotes, counted, says whether they open and close their cells.
    """

    def __init__(self, delimiter: str) -> None:
        self._mark = delimiter.encode()
        self._texts = bytes(byte for byte in range(256) if byte not in _QUOTE + self._mark + b"\n")
        self._ends_as_marks = bytes.maketrans(b"\n", self._mark)
        mark = re.escape(self._mark)
        # One cell after the other from the left: a quote that opens no such cell stays, and what is left is not plain.
        # A delimiter may stand in a text alone: in a figure it would say which decimal mark the file has.
        plain, text = rb'[^"%s\r\n]*' % mark, rb'(?=[^"\r\n]*[A-Za-z])[^"\r\n]*'
        self._cell = re.compile(rb'"(?<=[%s\n]")(%s|%s)"(?=[%s\r\n])' % (mark, plain, text, mark))
        self._parted = re.compile(rb'"(?<=[%s\n]")(?=%s%s)%s"(?=[%s\r\n])' % (mark, plain, mark, text, mark))

    def off(self, block: bytes) -> bytes:
        """Return *block* with its quoted cells as plain ones.

        Raises NotPlain where a quote is left: a quote or a line break in a cell, a figure with a delimiter in it.
        """
        if _QUOTE not in block:
            return block
        if _KEPT in block:
            raise NotPlain
        shape = block.translate(None, self._texts)
        if self._is_quoted_throughout(block, shape):
            return block.translate(None, _QUOTE)
        if shape.count(_QUOTE) > shape.count(self._mark):
            return self._off_together(block)
        plain = self._cell.sub(lambda found: self._without_marks(found[1]), block)
        if _QUOTE in plain:
            raise NotPlain
        return plain

    def restored(self, cells: list[str]) -> list[str]:
        """Return the cells of a row as they stood between their quotes."""
        kept, mark = _KEPT.decode(), self._mark.decode()
        return [cell.replace(kept, mark) for cell in cells]

    def _without_marks(self, cell: bytes) -> bytes:
        return cell.replace(self._mark, _KEPT)

    def _is_quoted_throughout(self, block: bytes, shape: bytes) -> bool:
        """Tell whether every cell has two quotes, and every delimiter and line end one on either side."""
        first = shape[1 : shape.find(b"\n", 1) + 1]
        width = first.count(self._mark) + 1
        rows = len(shape) // len(first)
        if first != self._mark.join([b'""'] * width) + b"\n" or shape != b"\n" + first * rows:
            return False
        cells = block.replace(b"\r\n", b"\n") if block.endswith(b"\r\n") else block
        line = cells.translate(self._ends_as_marks)
        between = _QUOTE + self._mark + _QUOTE
        return line.count(between) == width * rows - 1 and cells.startswith(b'\n"') and cells.endswith(b'"\n')

    def _off_together(self, block: bytes) -> bytes:
        shapes = self._shapes(block)
        if not all(map(self._is_whole, set(shapes))):
            block = self._parted.sub(lambda found: self._without_marks(found[0]), block)
            shapes = self._shapes(block)
        distinct = set(shapes)
        plain = block.translate(None, _QUOTE)
        quoted = (len(block) - len(plain)) // 2
        if not all(map(self._is_whole, distinct)) or not self._are_at_ends(block, distinct, quoted):
            raise NotPlain
        return plain

    def _shapes(self, block: bytes) -> list[bytes]:
        return block.translate(None, self._texts).split(b"\n")[1:-1]

    def _is_whole(self, shape: bytes) -> bool:
        """Tell whether each cell of a row has two quotes or none."""
        return all(cell in (b"", b'""') for cell in shape.split(self._mark))

    def _are_at_ends(self, block: bytes, shapes: Collection[bytes], quoted: int) -> bool:
        """Tell whether each of *quoted* cells, which have two quotes each, opens with one and closes with the other."""
        mark = self._mark
        opening = block.count(mark + _QUOTE)
        if any(shape.startswith(_QUOTE) for shape in shapes):
            opening += block.count(b'\n"')
        closing = block.count(_QUOTE + mark)
        if any(shape.endswith(_QUOTE) for shape in shapes):
            closing += block.count(b'"\n') + block.count(b'"\r\n')
        return opening == closing == quoted
