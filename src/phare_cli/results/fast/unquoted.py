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
        if block.count(self._mark) == block.count(self._between):  # every cell has quotes: a delimiter is one
            plain = (
                block.replace(self._between, self._mark).replace(b'"\n"', b"\n").replace(b'"\r\n"', b"\r\n")
            )
            if plain.startswith(b'\n"') and plain.endswith((b'"\n', b'"\r\n')) and plain.count(_QUOTE) == 2:
                return plain.replace(_QUOTE, b"")
        plain = self._cell.sub(lambda found: found[1].replace(self._mark, _KEPT), block)
        if _QUOTE in plain:
            raise NotPlain
        return plain

    def restored(self, cells: list[str]) -> list[str]:
        """Return the cells of a row as they stood between their quotes."""
        kept, mark = _KEPT.decode(), self._mark.decode()
        return [cell.replace(kept, mark) for cell in cells]
