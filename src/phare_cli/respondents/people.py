"""Count the respondents of a block: all of them, those who gave an answer, those who gave two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.answers import Answers
from phare_cli.respondents.engine.batches import Batch
from phare_cli.respondents.engine.coded import Coded
from phare_cli.respondents.engine.counts import Count, Weights, cross
from phare_cli.respondents.engine.labels import Codes, Numbers
from phare_cli.respondents.engine.lookup import Lookup
from phare_cli.respondents.engine.portion_sums import PortionRows

RowMask = NDArray[np.bool_]
FoundCodes = NDArray[np.signedinteger]

_MOST_KEYS = 1 << 17
_MOST_PACKED = 8


@dataclass(frozen=True, slots=True)
class Respondents:
    """The respondents of a block: the cell of each row (-1 for none), weights, and how to read a column.

    *portions* are the portions of cells that they lie in, where they were drawn in clusters.
    """

    coded: Coded
    cells: Codes
    weights: Weights | None
    all_count: bool  # every row is a respondent
    size: int  # cells met so far
    portions: PortionRows | None = None

    @property
    def block(self) -> Batch:
        """The rows themselves."""
        return self.coded.block

    def column(self, place: int, lookup: Lookup) -> FoundCodes:
        """Return what *lookup* makes of each cell of a column."""
        return self.coded.column(place, lookup)

    def add(self, count: Count, rows: RowMask | None) -> None:
        """Count some rows, all of them when None."""
        if rows is None:
            count.add(self.cells, self.weights, self.size)
        elif rows.any():
            weights = self.weights and self.weights.of(rows)
            count.add(self.cells[rows], weights, self.size)

    def add_items(self, answers: Answers, items: FoundCodes, rows: RowMask | None) -> None:
        """Count the item of each of some rows."""
        width = len(answers.counts)
        people = self if rows is None else self._only(rows)
        items = items if rows is None else items[rows]
        if width and items.size:
            crossing = cross(people.cells, items, width, people.weights, self.size, squares=answers.variances)
            for item, count in enumerate(answers.counts):
                count.add_column(crossing, item)
        if people.portions is not None and answers.portions is not None and items.size:
            answers.portions.add_items(people.portions, items)

    def add_numbers(
        self, answers: Answers, numbers: Numbers, divisors: Numbers | None, rows: RowMask | None
    ) -> None:
        """Keep the number of each of some rows, and what it is divided by."""
        people = self if rows is None else self._only(rows)
        if rows is not None:
            numbers, divisors = numbers[rows], None if divisors is None else divisors[rows]
        if answers.numbers is not None and numbers.size:
            places = people.cells
            if people.portions is not None:
                places = people.portions.portions
            answers.numbers.add(places, numbers, divisors, people.weights)

    def add_options(
        self, answers: Answers, chosen: Sequence[tuple[int, RowMask]], rows: RowMask | None
    ) -> None:
        """Count each (item, rows that chose it) among some rows: several items at once, packed in one code."""
        for net, joined in answers.nets.met(answers.items, chosen):
            given = joined if rows is None else joined & rows
            self.add(net.people, given)
            if self.portions is not None and net.portions is not None:
                net.portions.add_options(self.portions.of(given), [((0,), given[given].view(np.uint8))])
        people = self if rows is None else self._only(rows)
        if not people.cells.size:
            return
        packed: list[tuple[list[int], NDArray[np.uint8]]] = []
        most = max(1, min(_MOST_PACKED, (_MOST_KEYS // self.size).bit_length() - 1))
        for first in range(0, len(chosen), most):
            some = chosen[first : first + most]
            codes = np.zeros(self.cells.size, dtype=np.uint8)
            for place, (_, hits) in enumerate(some):
                codes |= hits.view(np.uint8) << np.uint8(place)
            codes = codes if rows is None else codes[rows]
            width = 1 << len(some)
            crossing = cross(people.cells, codes, width, people.weights, self.size, squares=answers.variances)
            items = [item for item, _ in some]
            answers.packed.add(items, crossing, answers.counts)
            packed.append((items, codes))
        if len(chosen) > 1:
            self.add_pairs(answers, chosen, rows)
        if people.portions is not None and answers.portions is not None:
            answers.portions.add_options(people.portions, packed)

    def add_pairs(
        self, answers: Answers, chosen: Sequence[tuple[int, RowMask]], rows: RowMask | None
    ) -> None:
        """Count who chose two items among some rows, for every two of them, while there are not too many rows."""
        people = self if rows is None else self._only(rows)
        if not answers.counts_pairs(people.cells.size, len(chosen)):
            return
        # What says how two shares overlap needs no variance of its own.
        weights = people.weights and replace(people.weights, replicates=None)
        packed = max(1, min(_MOST_PACKED, (_MOST_KEYS // self.size).bit_length() - 1) // 2)
        groups = [range(len(chosen))[first : first + packed] for first in range(0, len(chosen), packed)]
        seen: set[tuple[int, int]] = set()
        for group, other in list(combinations(groups, 2)) or [(groups[0], groups[0][:0])]:
            some = [*group, *other]
            codes = np.zeros(self.cells.size, dtype=np.uint8)
            for place, number in enumerate(some):
                codes |= chosen[number][1].view(np.uint8) << np.uint8(place)
            width = 1 << len(some)
            codes = codes if rows is None else codes[rows]
            crossing = cross(people.cells, codes, width, weights, self.size, squares=False)
            bits = np.arange(width)[:, None] >> np.arange(len(some)) & 1
            pairs = [
                pair
                for pair in combinations(range(len(some)), 2)
                if (some[pair[0]], some[pair[1]]) not in seen
            ]
            sums = crossing.times(
                np.stack([bits[:, one] * bits[:, two] for one, two in pairs], 1).astype(np.float64)
            )
            for column, (one, two) in enumerate(pairs):
                seen.add((some[one], some[two]))
                pair = answers.pair(chosen[some[one]][0], chosen[some[two]][0])
                pair.add_column(sums, column)

    def _only(self, rows: RowMask) -> Respondents:
        return replace(
            self,
            cells=self.cells[rows],
            weights=self.weights and self.weights.of(rows),
            portions=self.portions and self.portions.of(rows),
        )
