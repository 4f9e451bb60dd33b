"""A column of texts, read block by block: each distinct text is read once, and each cell is the place of its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.encoding import NotPlain
from phare_cli.results.columns.block_cells import BlockCells, Places
from phare_cli.results.columns.key_codes import KeyCodes

_MOST = 1 << 17  # texts that vary as freely are sooner read row by row


class TextColumn:
    """The cells of the column at *place*; *read* decodes one. ``texts[code]`` is what a code stands for."""

    def __init__(self, place: int, read: Callable[[bytes], str]) -> None:
        self.place = place
        self._read = read
        self.texts: list[str] = []
        self._codes = KeyCodes()

    def codes(self, cells: BlockCells) -> tuple[NDArray[np.int32], Places]:
        """Return the code of each cell, and the rows in which a text is met for the first time, in their order."""
        return self.codes_of(cells, *cells.bounds(self.place))

    def codes_of(self, cells: BlockCells, starts: Places, ends: Places) -> tuple[NDArray[np.int32], Places]:
        """Return the same of the cells between two places."""
        codes, rows = self._codes.codes(cells.keys_of(starts, ends))
        if len(self.texts) + rows.size > _MOST:
            raise NotPlain
        for row in rows.tolist():
            self.texts.append(self._read(cells.text(int(starts[row]), int(ends[row]))))
        return codes, rows

    def codes_of_texts(self, texts: Sequence[str]) -> list[int]:
        """Return the code of each of *texts* that were read elsewhere: new ones are added, and met in no cell."""
        known = {text: code for code, text in enumerate(self.texts)}
        for text in texts:
            if known.setdefault(text, len(self.texts)) == len(self.texts):
                self.texts.append(text)
        return [known[text] for text in texts]
