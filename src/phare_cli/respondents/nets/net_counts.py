"""Count who gave at least one of the items of a net, each once, while several answers are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.language.folding import fold
from phare_cli.respondents.engine.counts import Count, Sums
from phare_cli.respondents.engine.labels import Codes
from phare_cli.respondents.engine.portion_sums import PortionSums
from phare_cli.respondents.spec import Question, QuestionKind, Spec

SEVERAL = (QuestionKind.SET, QuestionKind.CELL, QuestionKind.MENTIONS)
Mask = NDArray[np.bool_]


class NetCount(NamedTuple):
    """The running count of a net: who gave one of its *items*, folded, and by portion where clusters were drawn."""

    items: frozenset[str]
    people: Count
    portions: PortionSums | None


class NetCounts:
    """The nets of one question of several answers and their running counts; none of a question of one answer."""

    def __init__(self, question: Question, spec: Spec, *, squares: bool) -> None:
        """Take the nets of *question*, and those of *spec*, which are of every question that holds their items."""
        nets = {**spec.nets, **question.nets} if question.kind in SEVERAL else {}
        self._nets = {
            name: NetCount(
                frozenset(map(fold, net.plus)),
                Count(squares=squares),
                PortionSums(squares=squares) if spec.clusters else None,
            )
            for name, net in nets.items()
            if not net.minus
        }

    def met(
        self, items: Sequence[str], chosen: Sequence[tuple[int, Mask]]
    ) -> Iterator[tuple[NetCount, Mask]]:
        """Yield each net with the rows that chose one of its items, of (item, rows that chose it) by its place."""
        for net in self._nets.values():
            masks = [rows for item, rows in chosen if fold(items[item]) in net.items]
            if masks:
                yield net, reduce(np.logical_or, masks)

    def sums(self, items: Sequence[str], size: int, order: Codes | None) -> dict[str, Sums]:
        """Return the sums of the nets of which the question holds every item; *order* is that of portions."""
        known = frozenset(map(fold, items))
        return {name: _sums(net, size, order) for name, net in self._nets.items() if net.items <= known}


def _sums(net: NetCount, size: int, order: Codes | None) -> Sums:
    sums = net.people.sums(size)
    if net.portions is None or order is None:
        return sums
    weight, square = net.portions.table(order.size, 1, order)
    return replace(sums, by_portion=weight[:, 1], squares_by_portion=square[:, 1])
