"""Work out what the labels of a column mean, once a label."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.engine.labels import FEW, Codes, Labels, Letters

_SMALL = 64  # two such numbers differ by what a byte holds


class Lookup:
    """What each label of a column means, worked out once a label and looked up for whole blocks."""

    def __init__(self, meaning: Callable[[str], int]) -> None:
        self._meaning = meaning
        self._labels: Labels | None = None
        self._table = np.empty(0, dtype=np.intp)
        self._of_letters: NDArray[np.signedinteger] = np.empty(0, dtype=np.int8)  # in the order they were met

    def letters(self, labels: Labels, letters: Letters) -> NDArray[np.signedinteger]:
        """Return the meaning of each cell of one byte, 0 standing for an empty one; *labels* has met them all."""
        if labels is not self._labels:
            self._start(labels)
        met = list(labels.of_letter)
        meanings = self._of_letters
        if meanings.size < len(met):
            found = self(labels, np.array(list(labels.of_letter.values())))
            # Few meanings fit in a byte, and whole columns of bytes are compared and added at once.
            meanings = found.astype(np.int8 if np.abs(found).max(initial=0) < _SMALL else np.int32)
            self._of_letters = meanings
        if len(met) > FEW:
            table = np.zeros(256, dtype=meanings.dtype)
            table[met] = meanings
            return table[letters]
        cells = np.full(letters.size, meanings[0])
        for letter, further in zip(met[1:], meanings[1:] - meanings[0], strict=True):
            cells += (letters == letter) * further
        return cells

    def __call__(self, labels: Labels, codes: Codes) -> Codes:
        """Return the meaning of each code."""
        if labels is not self._labels:
            self._start(labels)
        fresh = labels.texts[self._table.size :]
        if fresh:
            added = np.array([self._meaning(text) for text in fresh], dtype=np.intp)
            self._table = np.concatenate([self._table, added])
        return self._table[codes]

    def _start(self, labels: Labels) -> None:
        self._labels = labels
        self._table = np.empty(0, dtype=np.intp)
        self._of_letters = np.empty(0, dtype=np.int8)
