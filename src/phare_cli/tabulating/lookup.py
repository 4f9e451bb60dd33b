"""Work out what the labels of a column mean, once a label."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from phare_cli.tabulating.labels import Codes, Labels


class Lookup:
    """What each label of a column means, worked out once a label and looked up for whole blocks."""

    def __init__(self, meaning: Callable[[str], int]) -> None:
        self._meaning = meaning
        self._labels: Labels | None = None
        self._table = np.empty(0, dtype=np.intp)

    def letters(self, labels: Labels) -> NDArray[np.int32]:
        """Return the meaning of each byte, for cells of one byte; that of a byte never met is of no account."""
        table: NDArray[np.int32] = self(labels, labels.of_letter).astype(np.int32)
        return table

    def __call__(self, labels: Labels, codes: Codes) -> Codes:
        """Return the meaning of each code."""
        if labels is not self._labels:
            self._labels, self._table = labels, np.empty(0, dtype=np.intp)
        fresh = labels.texts[self._table.size :]
        if fresh:
            added = np.array([self._meaning(text) for text in fresh], dtype=np.intp)
            self._table = np.concatenate([self._table, added])
        return self._table[codes]
