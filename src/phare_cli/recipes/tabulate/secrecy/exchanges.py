"""Find exchanges of respondents that no published figure shows: the proof that a hidden count cannot be worked out.

An exchange adds k respondents to some lines of a lattice and takes k from others, so that every count that is
published stays what it is. Where one can be made both ways, by *up* and by *down* respondents, whoever holds all that
is published cannot tell a hidden count nearer than within *up* + *down*: another file, with whole respondents and
none below zero, would have been published alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np

from phare_cli.recipes.tabulate.secrecy.frames_of_lattice import Frame, along_each_axis, frames, starting_rows
from phare_cli.recipes.tabulate.secrecy.lattice import Mask, Numbers, Place


@dataclass(frozen=True, slots=True)
class Exchange:
    """An exchange that was found: what hiding it costs, and the lines and the columns that it changes."""

    cost: float
    frame: Frame
    rows: tuple[int, ...]
    columns: tuple[int, ...]

    @property
    def places(self) -> list[Place]:
        """The lines that it changes."""
        return self.frame.places(self.rows)

    @property
    def own_places(self) -> list[Place]:
        """Those of them that stand in its first row."""
        return self.frame.places(self.rows[:1])

    @property
    def is_through_whole(self) -> bool:
        """Whether it changes the whole that its lines add up to."""
        return max(self.rows) == self.frame.whole


def _cheaper(best: Exchange | None, costs: Numbers, frame: Frame, row: int, column: int) -> Exchange | None:
    """Return the cheapest of *best* and of exchanges with each other row and column."""
    least = int(np.argmin(costs))
    cost = float(costs.flat[least])
    if not cost < (best.cost if best else np.inf):
        return best
    other, other_column = divmod(least, costs.shape[1])
    return Exchange(cost, frame, (row, other), (column, other_column))


def exchange_answers(
    prices: Numbers,
    takes: Numbers,
    whole_takes: Numbers,
    place: Place,
    column: int,
    width: float,
    rooms: Numbers | None = None,
) -> Exchange | None:
    """Return the cheapest exchange of *column* for another in a line, against the reverse in another line.

    *prices* is what hiding each line's column costs, *takes* how many respondents it can lose and *rooms* how many it
    can take in, *whole_takes* how many a column can lose in all. No base changes. None when none has that *width*.
    """
    shape = (prices.shape[0], prices.shape[1], prices.shape[2])
    prices_along, takes_along = along_each_axis(prices), along_each_axis(takes)
    rooms_along = None if rooms is None else along_each_axis(rooms)
    never = np.full(len(whole_takes), np.inf)
    best: Exchange | None = None
    for least, frame in _cheapest_first(frames(shape, place), prices_along, place, column):
        if best is not None and least >= best.cost:
            break
        cost, takes_on_axis = frame.cost(prices_along[frame.axis]), takes_along[frame.axis]
        # The whole goes the same way as the row that it stands for, hence its gains under "loses".
        loses = np.vstack((frame.least(takes_on_axis, frame.plus), never))
        gains = np.vstack((frame.least(takes_on_axis, frame.minus), whole_takes))
        if rooms_along is not None:
            loses[:-1] = np.minimum(loses[:-1], frame.least(rooms_along[frame.axis], frame.minus))
            gains[:-1] = np.minimum(gains[:-1], frame.least(rooms_along[frame.axis], frame.plus))
        rows, through_whole = starting_rows(shape, place, frame)
        for row in rows:
            up = np.minimum(np.minimum(gains[row, column], loses[row]), np.minimum(loses[:, [column]], gains))
            down = np.minimum(
                np.minimum(loses[row, column], gains[row]), np.minimum(gains[:, [column]], loses)
            )
            total = cost[row, column] + cost[row] + cost[:, [column]] + cost
            total[up + down < width] = np.inf
            total[row], total[:, column] = np.inf, np.inf
            if through_whole:
                total[:-1] = np.inf
            best = _cheaper(best, total, frame, row, column)
    return best


def _cheapest_first(
    candidates: tuple[Frame, ...], prices: tuple[Numbers, Numbers, Numbers], place: Place, column: int
) -> list[tuple[float, Frame]]:
    """Return frames by what an exchange in them costs at least: to hide *column* and another in a line."""
    found: list[tuple[float, Frame]] = []
    for frame in candidates:
        along, row = prices[frame.axis], place[frame.axis]
        first, second = frame.touched[0]
        cost = along[row, first, second].copy()
        for first, second in frame.touched[1:]:
            cost += along[row, first, second]
        own = float(cost[column])
        cost[column] = np.inf
        found.append((own + float(cost.min()), frame))
    return sorted(found, key=lambda each: each[0])


def exchange_many_answers(
    prices: Numbers,
    takes: Numbers,
    whole_takes: Numbers,
    place: Place,
    column: int,
    width: float,
    rooms: Numbers | None = None,
) -> Exchange | None:
    """Return the cheapest exchange of *column* for several others in a line, against the reverse in another line.

    Where no single other column has enough respondents. It proves the count of *column*, not those of the others.
    """
    best: Exchange | None = None
    shape = (prices.shape[0], prices.shape[1], prices.shape[2])
    prices_along, takes_along = along_each_axis(prices), along_each_axis(takes)
    rooms_along = None if rooms is None else along_each_axis(rooms)
    never = np.full(len(whole_takes), np.inf)
    for frame in frames(shape, place):
        cost, takes_on_axis = frame.cost(prices_along[frame.axis]), takes_along[frame.axis]
        loses = np.vstack((frame.least(takes_on_axis, frame.plus), never))
        gains = np.vstack((frame.least(takes_on_axis, frame.minus), whole_takes))
        if rooms_along is not None:
            loses[:-1] = np.minimum(loses[:-1], frame.least(rooms_along[frame.axis], frame.minus))
            gains[:-1] = np.minimum(gains[:-1], frame.least(rooms_along[frame.axis], frame.plus))
        rows, through_whole = starting_rows(shape, place, frame)
        last = len(cost) - 1
        for row, other in product(rows, (last,) if through_whole else range(last + 1)):
            if row == other:
                continue
            up, down = np.minimum(loses[row], gains[other]), np.minimum(gains[row], loses[other])
            price = cost[row] + cost[other]
            up[column] = down[column] = 0.0
            up[np.isinf(price)] = down[np.isinf(price)] = 0.0
            # Those of most respondents first: few columns are enough.
            order = np.argsort(-np.minimum(up, width) - np.minimum(down, width), kind="stable")
            most_up, most_down = (
                min(gains[row, column], loses[other, column]),
                min(loses[row, column], gains[other, column]),
            )
            sums = np.minimum(np.cumsum(up[order]), most_up) + np.minimum(np.cumsum(down[order]), most_down)
            if not sums[-1] >= width:
                continue
            columns = order[: int(np.argmax(sums >= width)) + 1]
            total = float(price[column] + price[columns].sum())
            if total < (best.cost if best else np.inf):
                best = Exchange(total, frame, (row, other), (column, *map(int, columns)))
    return best


@dataclass(frozen=True, slots=True)
class Room:
    """How a hidden base may move: what each line can lose, what it can take in, and where people are free to move.

    *free* marks the lines of which nothing at all is published: whole respondents move between them. *fixed* is
    what a line can take in from its own respondents who did not answer.
    """

    takes: Numbers
    fixed: Numbers
    free: Mask

    def moves(self, frame: Frame, takes: Numbers, *, freely: bool) -> tuple[Numbers, Numbers]:
        """Return how many each row of a frame can gain and lose, of columns that can lose *takes* in each line."""
        room = np.where(self.takes >= 0.0, np.inf if freely else self.fixed, 0.0)[..., None]
        can_lose = np.clip(takes, 0.0, np.maximum(self.takes, 0.0)[..., None])
        room, can_lose = np.moveaxis(room, frame.axis, 0), np.moveaxis(can_lose, frame.axis, 0)
        gains = np.minimum(frame.least(room, frame.plus), frame.least(can_lose, frame.minus))
        loses = np.minimum(frame.least(can_lose, frame.plus), frame.least(room, frame.minus))
        whole = np.full((1, *gains.shape[1:]), np.inf)
        return np.concatenate((gains, whole)), np.concatenate((loses, whole))


def exchange_bases(
    prices: Numbers, room: Room, place: Place, width: float, *, gain: float = 0.0
) -> Exchange | None:
    """Return the cheapest exchange of whole respondents between a line and another; None when there is none.

    The line can gain *gain* respondents at least.
    """
    best: Exchange | None = None
    shape = (prices.shape[0], prices.shape[1], prices.shape[2])
    prices_along, free_along = along_each_axis(prices), along_each_axis(room.free)
    for frame in frames(shape, place):
        cost, free = frame.cost(prices_along[frame.axis]), frame.all(free_along[frame.axis])
        rows, through_whole = starting_rows(shape, place, frame)
        for freely in (True, False):
            gains, loses = (each[:, 0] for each in room.moves(frame, room.takes[..., None], freely=freely))
            for row in rows:
                if freely and not free[row]:
                    continue
                up, down = np.minimum(gains[row], loses), np.minimum(loses[row], gains)
                enough = (up + down >= width) & (up >= gain)
                total = np.where(enough & (free | (not freely)), cost[row] + cost, np.inf)
                total[row] = np.inf
                if through_whole:
                    total[:-1] = np.inf
                best = _cheaper(best, total[:, None], frame, row, 0)
    return best


def moves_of_people(
    takes: Numbers, room: Room, unseen: Mask, place: Place
) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield how many respondents of each column a hidden line can gain from, and lose to, the other hidden lines.

    *takes* is how many of each column a line has, *unseen* marks the lines of which nothing is published.
    """
    shape = (takes.shape[0], takes.shape[1], takes.shape[2])
    free_along, unseen_along = along_each_axis(room.free), along_each_axis(unseen)
    for frame in frames(shape, place):
        free, gone = frame.all(free_along[frame.axis]), frame.all(unseen_along[frame.axis])
        rows, through_whole = starting_rows(shape, place, frame)
        for freely in (True, False):
            partners = gone & free if freely else gone
            starts = [row for row in rows if partners[row]]
            if through_whole:
                partners = partners & (np.arange(len(gone)) == len(gone) - 1)
            if not starts or not partners.any():
                continue
            gains, loses = room.moves(frame, takes, freely=freely)
            for row in starts:
                others = partners.copy()
                others[row] = False
                yield (
                    np.minimum(gains[row], loses[others].sum(axis=0)),
                    np.minimum(loses[row], gains[others].sum(axis=0)),
                )
