"""Sum over cells those who gave two items, every two of them at once."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.engine.counts import Sums
from phare_cli.respondents.engine.exact import Exact

Pair = tuple[int, int]


class Overlaps(NamedTuple):
    """Respondents and sums of weights, pairs by cells; each weight is a whole number times ``2**bit``."""

    pairs: tuple[Pair, ...]
    respondents: NDArray[np.int64]
    weights: NDArray[np.object_]
    bit: int

    @staticmethod
    def of(pairs: Mapping[Pair, Sums]) -> "Overlaps":
        """Return the sums of *pairs* side by side."""
        bit = min((sums.weight.bit for sums in pairs.values()), default=0)
        weights = [sums.weight.values * (1 << (sums.weight.bit - bit)) for sums in pairs.values()]
        respondents = [sums.counts for sums in pairs.values()]
        return Overlaps(tuple(pairs), np.array(respondents), np.array(weights, dtype=object), bit)

    def counts(self, cells: NDArray[np.intp]) -> dict[Pair, int]:
        """Return how many of some cells gave both items of each pair."""
        if not self.pairs:
            return {}
        return dict(zip(self.pairs, self.respondents[:, cells].sum(axis=1).tolist(), strict=True))

    def shares(self, cells: NDArray[np.intp], base: Exact) -> dict[Pair, float]:
        """Return the part of *base* that those of some cells weigh who gave both items of each pair."""
        if not self.pairs:
            return {}
        sums = self.weights[:, cells].sum(axis=1).tolist()
        return {pair: Exact(each, self.bit).ratio(base) for pair, each in zip(self.pairs, sums, strict=True)}
