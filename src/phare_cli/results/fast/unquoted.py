"""Take the quotes off the cells of a block of rows, so that it can be searched as a plain one."""

from __future__ import annotations

import re

from phare_cli.files.encoding import NotPlain

# Stands for a delimiter in a cell that had quotes: what folding makes a blank of, as it does of a delimiter.
_KEPT = b"\x1f"
_QUOTE = b'"'


class Quotes:
    """The quoted cells of a file with one delimiter."""

    def __init__(self, delimiter: str) -> None:
        self._mark = delimiter.encode()
        self._between = _QUOTE + self._mark + _QUOTE
        self._texts = bytes(byte for byte in range(256) if byte not in _QUOTE + self._mark + b"\n")
        mark = re.escape(self._mark)
        # One cell after the other from the left: a quote that opens no such cell stays, and what is left is not plain.
        # A delimiter may stand in a text alone: in a figure it would say which decimal mark the file has.
        plain, text = rb'[^"%s\r\n]*' % mark, rb'(?=[^"\r\n]*[A-Za-z])[^"\r\n]*'
        self._cell = re.compile(rb'"(?<=[%s\n]")(?! )(%s|%s)"(?=[%s\r\n])' % (mark, plain, text, mark))

    def off(self, block: bytes) -> bytes:
        """Return *block* with its quoted cells as plain ones.

        Raises NotPlain where a quote is left: a quote or a line break in a cell, a figure with a delimiter in it.
        """
        if _QUOTE not in block:
            return block
        if _KEPT in block:
            raise NotPlain
        if self._is_quoted_throughout(block):
            return block.translate(None, _QUOTE)
        plain = self._cell.sub(lambda found: found[1].replace(self._mark, _KEPT), block)
        if _QUOTE in plain:
            raise NotPlain
        return plain

    def _is_quoted_throughout(self, block: bytes) -> bool:
        """Tell whether every cell opens and closes with its only two quotes, in rows of one width.

        Without its texts, such a block is one row of quotes and delimiters again and again: each cell has two quotes.
        That no delimiter and no line end stands without one on either side says where in the cell they are.
        """
        shape = block.translate(None, self._texts)
        row = shape[1 : shape.find(b"\n", 1) + 1]
        count = len(shape) // len(row)
        between = row.count(self._mark)
        end = _QUOTE + (b"\r\n" if block.endswith(b"\r\n") else b"\n")
        return (
            row == self._mark.join([b'""'] * (between + 1)) + b"\n"
            and shape == b"\n" + row * count
            and block.count(self._between) == between * count
            and block.count(end + _QUOTE) == count - 1
            and block.startswith(b'\n"')
            and block.endswith(end)
        )

    def restored(self, cells: list[str]) -> list[str]:
        """Return the cells of a row as they stood between their quotes."""
        kept, mark = _KEPT.decode(), self._mark.decode()
        return [cell.replace(kept, mark) for cell in cells]
