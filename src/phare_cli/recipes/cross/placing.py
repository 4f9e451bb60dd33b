"""Say where each item falls when prisms are crossed: its rank in each, high or low, and how firm that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from phare_cli.judging.order import by_name
from phare_cli.judging.precision import RankedEstimate, competition_ranks, rank_group
from phare_cli.language.known_by_words.residual_answers import is_residual
from phare_cli.recipes.cross.side_by_side import PrismFigure, Reading

HIGH, LOW, UNDECIDED = "high", "low", "undecided"
PLACES_OF_TWO = ("low_on_both", "high_on_one", "high_on_both")
PLACES = ("low_on_all", "high_on_some", "high_on_all")


@dataclass(frozen=True, slots=True)
class Facet:
    """One item in one prism. *interval* is in the unit of the figure; *side* is high, low or undecided.

    Ranks are among the items that every prism holds; what only some hold has no rank and no side.
    """

    figure: PrismFigure
    interval: tuple[float, float] | None = None
    rank: int | None = None
    rank_interval: tuple[int, int] | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class CrossedItem:
    """One item in every prism, None where a prism does not hold it. *order* is that of the sums of ranks."""

    item: str
    facets: tuple[Facet | None, ...]
    rank_sum: int | None = None
    order: int | None = None
    place: str | None = None

    @property
    def is_common(self) -> bool:
        """Tell whether every prism holds it, and it is an item: what gathers other answers, or none, is none.

        Such items alone have an order.
        """
        return self.order is not None


@dataclass(frozen=True, slots=True)
class Crossing:
    """Prisms crossed in one region. *cuts* are what high is above, a prism each, None where there is none.

    *is_asked* tells, for each prism, whether the reader gave its cut.
    """

    region: str
    readings: tuple[Reading, ...]
    cuts: tuple[float | None, ...]
    is_asked: tuple[bool, ...]
    items: tuple[CrossedItem, ...]

    @property
    def common(self) -> tuple[CrossedItem, ...]:
        """The items that every prism holds, the first to act on first."""
        return tuple(item for item in self.items if item.is_common)


def readings_by_prism(crossings: Sequence[Crossing]) -> Mapping[str, Sequence[Reading]]:
    """Return what was read of each prism, by its id, in all *crossings*."""
    found: dict[str, list[Reading]] = {}
    for crossing in crossings:
        for reading in crossing.readings:
            found.setdefault(reading.prism.id, []).append(reading)
    return found


def place_items(
    region: str, read: Sequence[Reading], *, cuts: Sequence[float | None], conf: float = 0.95
) -> Crossing:
    """Return every item of *read* with its place: those that all prisms hold, by their sums of ranks, then the rest.

    High is above the prism's cut, by default the median of the items that all prisms hold, which takes two of
    them; for a prism in ascending order it is below. An item whose place changes as its figures move within their
    intervals is undecided. Equal sums of ranks share their order (1, 2, 2, 4). What gathers other answers, or none, is
    placed nowhere.
    """
    items = {item: None for reading in read for item in (*reading.figures, *reading.absent)}
    common = [
        item for item in items if all(item in reading.figures for reading in read) and not is_residual(item)
    ]
    looks = [_look(reading, common, cut, conf) for reading, cut in zip(read, cuts, strict=True)]
    facets = {
        item: tuple(
            look[1].get(item) or _bare(reading.figures.get(item), conf)
            for reading, look in zip(read, looks, strict=True)
        )
        for item in items
    }
    sums = {item: sum(look[1][item].rank or 0 for look in looks) for item in common}
    orders = dict(zip(sums, competition_ranks([-total for total in sums.values()]), strict=True))
    crossed = [
        CrossedItem(item, of, sums.get(item), orders.get(item), _place(of) if item in sums else None)
        for item, of in facets.items()
    ]
    return Crossing(
        region=region,
        readings=tuple(read),
        cuts=tuple(look[0] for look in looks),
        is_asked=tuple(cut is not None for cut in cuts),
        items=tuple(sorted(crossed, key=_key)),
    )


def _key(crossed: CrossedItem) -> tuple[object, ...]:
    prism_count = sum(facet is not None for facet in crossed.facets)
    return (crossed.order is None, crossed.order or 0, -prism_count, *by_name(crossed.item))


def _look(
    reading: Reading, common: Sequence[str], given: float | None, conf: float
) -> tuple[float | None, dict[str, Facet]]:
    """Return the cut of one prism, and the common items as it shows them."""
    seen = [reading.figures[item] for item in common]
    sign = reading.prism.sign
    levels = sorted(sign * figure.level for figure in seen)
    cut = given
    floor = None if given is None else sign * given
    if given is None and len(seen) > 1:
        # The lower of two middle items parts the same halves as their mean, and no rounding can move it.
        floor = levels[(len(levels) - 1) // 2]
        cut = round(sign * (floor + levels[len(levels) // 2]) / 2, 9)
    ranks = _ranks(reading, seen, conf)
    facets = {}
    for item, figure, (rank, interval, rank_interval) in zip(common, seen, ranks, strict=True):
        side = None
        if cut is not None and floor is not None:
            side = HIGH if sign * figure.level > floor else LOW
            if interval is not None and _crosses(figure, interval, cut, sign):
                side = UNDECIDED
        facets[item] = Facet(figure, interval, rank, rank_interval, side)
    return cut, facets


def _crosses(figure: PrismFigure, interval: tuple[float, float], cut: float, sign: int) -> bool:
    """Tell whether a figure may stand on either side of *cut*; the nation's own figure is taken as exact."""
    scale = 100 / figure.reference.value if figure.reference and figure.reference.value else 1.0
    low, high = sorted(sign * scale * end for end in interval)
    return low <= sign * cut < high


def _ranks(
    reading: Reading, seen: Sequence[PrismFigure], conf: float
) -> list[tuple[int | None, tuple[float, float] | None, tuple[int, int] | None]]:
    """Return rank, interval and rank interval of each figure, rank 1 being the end that the prism puts first.

    Statistics of several items were not asked together: they have no rank interval.
    """
    orders = competition_ranks([reading.prism.sign * figure.level for figure in seen])
    results = _ranked(seen, conf)
    answer = []
    for order, result in zip(orders, results, strict=True):
        rank_interval = None if reading.prism.is_statistic else result.rank_interval
        if rank_interval is not None and reading.prism.sign < 0:
            rank_interval = len(seen) + 1 - rank_interval[1], len(seen) + 1 - rank_interval[0]
        answer.append((order, result.interval, rank_interval))
    return answer


def _ranked(seen: Sequence[PrismFigure], conf: float) -> list[RankedEstimate]:
    return rank_group([figure.estimate for figure in seen], conf=conf, suppress=False, is_rate=False)


def _bare(seen: PrismFigure | None, conf: float) -> Facet | None:
    """Return an item that some prisms do not hold, as one that does shows it: a figure and its interval."""
    return None if seen is None else Facet(seen, _ranked([seen], conf)[0].interval)


def _place(facets: Sequence[Facet | None]) -> str | None:
    """Return where an item falls, undecided when that changes within the intervals of its figures."""
    sides = [facet.side for facet in facets if facet is not None]
    if None in sides:
        return None
    words = PLACES_OF_TWO if len(sides) == 2 else PLACES
    least = sides.count(HIGH)
    possible = {_word(words, least + more, len(sides)) for more in range(sides.count(UNDECIDED) + 1)}
    return possible.pop() if len(possible) == 1 else UNDECIDED


def _word(words: tuple[str, str, str], high: int, prisms: int) -> str:
    low, mixed, all_high = words
    return low if high == 0 else all_high if high == prisms else mixed
