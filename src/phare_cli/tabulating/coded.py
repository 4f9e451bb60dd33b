"""The columns of one block, each coded once however many questions look at it."""

from __future__ import annotations

from collections.abc import Iterable

from phare_cli.tabulating.blocks import Block, ColumnLabels
from phare_cli.tabulating.labels import Codes, Labels
from phare_cli.tabulating.lookup import Lookup


class Coded:
    """A block and the codes of its columns so far."""

    def __init__(self, block: Block, labels: ColumnLabels) -> None:
        self.block = block
        self._labels = labels
        self._codes: dict[int, tuple[Labels, Codes]] = {}

    def load(self, places: Iterable[int]) -> Coded:
        """Code some columns now, and return the same block."""
        for place in places:
            self._load(place)
        return self

    def _load(self, place: int) -> tuple[Labels, Codes]:
        held = self._codes.get(place)
        if held is None:
            labels = self._labels.of(place)
            held = self._codes[place] = (labels, self.block.codes(place, labels))
        return held

    def column(self, place: int, lookup: Lookup) -> Codes:
        """Return what *lookup* makes of each cell of a column."""
        return lookup(*self._load(place))
