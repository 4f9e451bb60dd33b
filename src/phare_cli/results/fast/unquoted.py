"""Take the quotes off the cells of a block of rows, so that it can be searched as a plain one."""

from __future__ import annotations

from phare_cli.files.encoding import NotPlain

# Stands for a delimiter in a cell that had quotes: what folding makes a blank of, as it does of a delimiter.
KEPT = b"\x1f"
_QUOTE = b'"'


class Quotes:
    """The quoted cells of a file with one delimiter, figures that hold it too if asked."""

    def __init__(self, delimiter: str, *, with_figures: bool = False) -> None:
        self._mark, self._with_figures = delimiter, with_figures

    def off(self, block: bytes) -> bytes:
        """Return *block* with its quoted cells as plain ones.

        Raises NotPlain where a quote is left: a quote or a line break in a cell, a figure with a delimiter in it where
        these are not asked for.
        """
        if KEPT in block:
            raise NotPlain
        if _QUOTE not in block:
            return block
        from phare_cli.results.fast.plain import require_numpy

        require_numpy()
        from phare_cli.results.fast.quoted_cells import without_quotes  # of use where there are quotes

        return without_quotes(block, self._mark.encode(), KEPT, with_figures=self._with_figures)

    def restored(self, cells: list[str]) -> list[str]:
        """Return the cells of a row as they stood between their quotes."""
        kept = KEPT.decode()
        return [cell.replace(kept, self._mark) for cell in cells]
