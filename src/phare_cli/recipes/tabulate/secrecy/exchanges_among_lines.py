"""Find exchanges of one line with several others at once, so that the whole that they add up to need not be hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from phare_cli.recipes.tabulate.secrecy.exchanges import Exchange
from phare_cli.recipes.tabulate.secrecy.frames_of_lattice import along_each_axis, frames, starting_rows
from phare_cli.recipes.tabulate.secrecy.lattice import Numbers, Place


def exchange_among_lines(
    prices: Numbers, takes: Numbers, place: Place, column: int, width: float, rooms: Numbers | None = None
) -> Exchange | None:
    """Return the cheapest exchange of *column* for others in a line, against the reverse in several other lines.

    The whole that they add up to stays as it is. It proves the count of *column* in the line of *place*, the first of
    its rows, and of no other. None for a whole, and where none has that *width*.
    """
    best: Exchange | None = None
    shape = (prices.shape[0], prices.shape[1], prices.shape[2])
    prices_along, takes_along = along_each_axis(prices), along_each_axis(takes)
    rooms_along = None if rooms is None else along_each_axis(rooms)
    for frame in frames(shape, place):
        rows, through_whole = starting_rows(shape, place, frame)
        if through_whole:
            continue
        row = rows[0]
        cost, takes_on_axis = frame.cost(prices_along[frame.axis])[:-1], takes_along[frame.axis]
        loses, gains = frame.least(takes_on_axis, frame.plus), frame.least(takes_on_axis, frame.minus)
        if rooms_along is not None:
            loses = np.minimum(loses, frame.least(rooms_along[frame.axis], frame.minus))
            gains = np.minimum(gains, frame.least(rooms_along[frame.axis], frame.plus))
        for others in _column_sets(cost, row, column):
            columns = (column, *others)
            total, partners = float(cost[row, columns].sum()), [row]
            if not total < (best.cost if best else np.inf):
                continue
            moves = _Moves(loses, gains, row, column, others)
            for partner in _cheapest_first(cost[:, columns].sum(axis=1), loses[:, column], row):
                if moves.width >= width:
                    break
                moves.add(partner)
                partners.append(partner)
                total += float(cost[partner, columns].sum())
            if moves.width >= width and total < (best.cost if best else np.inf):
                best = Exchange(total, frame, tuple(partners), columns)
    return best


def _column_sets(cost: Numbers, row: int, column: int) -> Iterator[tuple[int, ...]]:
    """Yield which other columns may be exchanged: each alone, then the cheapest two, three and so on."""
    order = [int(each) for each in np.argsort(cost.sum(axis=0), kind="stable") if each != column]
    order = [each for each in order if np.isfinite(cost[row, each])]
    yield from ((each,) for each in order)
    for many in range(2, len(order) + 1):
        yield tuple(order[:many])


def _cheapest_first(price: Numbers, worth: Numbers, row: int) -> list[int]:
    """Return the other rows, those that cost least first, then those that have most of the column."""
    rows = [each for each in range(len(price)) if each != row and np.isfinite(price[each])]
    return sorted(rows, key=lambda each: (float(price[each]), -float(worth[each])))


class _Moves:
    """How many respondents the column of a line can gain, and lose, by its exchanges with the lines added so far.

    What the line may gain and lose of each column is used up by one partner after the other.
    """

    def __init__(self, loses: Numbers, gains: Numbers, row: int, column: int, others: Sequence[int]) -> None:
        self._loses, self._gains = loses, gains
        self._column, self._others = column, others
        self._can_lose, self._can_gain = loses[row].copy(), gains[row].copy()
        self.width = 0.0

    def add(self, partner: int) -> None:
        """Let the line exchange with one more."""
        gives, takes = float(self._loses[partner, self._column]), float(self._gains[partner, self._column])
        for other in self._others:
            up = min(gives, self._can_gain[self._column], self._can_lose[other], self._gains[partner, other])
            gives, self.width = gives - up, self.width + up
            self._can_gain[self._column] -= up
            self._can_lose[other] -= up
            down = min(
                takes, self._can_lose[self._column], self._can_gain[other], self._loses[partner, other]
            )
            takes, self.width = takes - down, self.width + down
            self._can_lose[self._column] -= down
            self._can_gain[other] -= down
