"""The columns of one block, each coded once however many questions look at it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.engine.batches import Batch, ColumnLabels
from phare_cli.respondents.engine.labels import Codes, Labels
from phare_cli.respondents.engine.lookup import Lookup


class Coded:
    """A block and the codes of its columns so far."""

    def __init__(self, block: Batch, labels: ColumnLabels) -> None:
        self.block = block
        self._labels = labels
        self._codes: dict[int, tuple[Labels, Codes]] = {}

    def column(self, place: int, lookup: Lookup) -> NDArray[np.signedinteger]:
        """Return what *lookup* makes of each cell of a column."""
        labels = self._labels.of(place)
        letters = self.block.letters(place, labels)
        if letters is not None:
            return lookup.letters(labels, letters)
        labels_and_codes = self._codes.get(place)
        if labels_and_codes is None:
            labels_and_codes = self._codes[place] = (labels, self.block.codes(place, labels))
        return lookup(*labels_and_codes)
