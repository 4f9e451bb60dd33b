"""Ranks of items that were not all asked of as many respondents."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from phare_cli.judging.precision import competition_ranks
from phare_cli.measuring.bounds import is_low_base, is_over
from phare_cli.measuring.items import Response, item_tail, item_z
from phare_cli.measuring.mixed_ranks import mixed_rank_intervals
from phare_cli.measuring.ranks import rank_intervals
from phare_cli.measuring.several import holm

percents = st.integers(0, 100).map(lambda n: n / 100)
bases = st.one_of(st.sampled_from([10.0, 29.9, 30.0, 400.0]), st.floats(10, 3000))
responses = st.sampled_from(["single", "multiple"])
confs = st.sampled_from([0.5, 0.9, 0.95, 0.99])


def by_testing_every_pair(
    items: list[tuple[float, float]], response: Response, conf: float
) -> list[tuple[int, int]]:
    """Work out the rank intervals the long way: every ordered pair on its smaller base, then Holm."""
    pairs = list(itertools.permutations(range(len(items)), 2))
    raw = []
    for i, j in pairs:
        base = min(items[i][1], items[j][1])
        z = item_z(items[i][0], items[j][0], base, response)
        raw.append(1.0 if is_low_base(base) else float(stats.norm.sf(z)))
    won = {
        pair for pair, p in zip(pairs, holm(raw), strict=True) if p is not None and not is_over(p, 1 - conf)
    }
    everyone = range(len(items))
    return [
        (1 + sum((j, i) in won for j in everyone), len(items) - sum((i, j) in won for j in everyone))
        for i in everyone
    ]


def test_an_item_of_few_respondents_leaves_the_others_apart() -> None:
    assert mixed_rank_intervals([0.9, 0.5, 0.1], [900, 900, 10], "multiple") == [(1, 2), (2, 3), (1, 3)]


@given(st.lists(st.tuples(percents, bases), max_size=10), responses, confs)
def test_the_short_cut_gives_what_testing_every_pair_gives(
    items: list[tuple[float, float]], response: Response, conf: float
) -> None:
    shares, held = [share for share, _ in items], [base for _, base in items]

    found = mixed_rank_intervals(shares, held, response, conf)

    assert found == by_testing_every_pair(items, response, conf)


def by_every_pair_in_order(
    shares: list[float], held: list[float], response: Response, conf: float, half: float
) -> list[tuple[int, int]]:
    """Work out the rank intervals from a table of all pairs, which thousands of items have no room for."""
    items = range(len(shares))
    tests = sorted(
        (item_tail(shares[high], shares[low], min(held[high], held[low]), response, half), high, low)
        for high in items
        for low in items
        if shares[high] > shares[low] and not is_low_base(min(held[high], held[low]))
    )
    beats, beaten = [0] * len(shares), [0] * len(shares)
    for won, (p, high, low) in enumerate(tests):
        if is_over(p, (1.0 - conf) / (len(shares) * (len(shares) - 1) - won)):
            break
        beats[high] += 1
        beaten[low] += 1
    return [(1 + beaten[item], len(shares) - beats[item]) for item in items]


@pytest.mark.parametrize("seed", range(12))
def test_many_items_have_the_ranks_that_a_table_of_all_pairs_gives(seed: int) -> None:
    chance = random.Random(seed)
    items, whole = chance.choice([40, 90, 150]), chance.choice([2, 3, 12])
    known_bases: list[float] = chance.choice(
        [[29, 30, 400, 1000], [150.5, 80_000], [10 + 7.5 * n for n in range(300)]]
    )
    shares = [round(chance.random() ** chance.choice([1, 3]), whole) for _ in range(items)]
    sides = [chance.choice(known_bases) for _ in range(items)]
    response: Response = "single" if seed % 2 else "multiple"
    conf, half = chance.choice([0.5, 0.95, 0.99]), chance.choice([0.0, 0.005, 0.0005])

    found = mixed_rank_intervals(shares, sides, response, conf, half=half)

    assert found == by_every_pair_in_order(shares, sides, response, conf, half)


@given(st.lists(st.tuples(percents, bases), max_size=10), responses, confs)
def test_the_interval_holds_the_rank(
    items: list[tuple[float, float]], response: Response, conf: float
) -> None:
    shares, held = [share for share, _ in items], [base for _, base in items]

    for rank, interval in zip(
        competition_ranks(shares), mixed_rank_intervals(shares, held, response, conf), strict=True
    ):
        assert rank is not None
        assert interval.best <= rank <= interval.worst


@given(st.lists(percents, min_size=1, max_size=10), confs)
def test_items_of_one_base_have_the_ranks_of_items_of_one_base(shares: list[float], conf: float) -> None:
    found = mixed_rank_intervals(shares, [500.5] * len(shares), "multiple", conf)

    assert found == rank_intervals(shares, 500.5, "multiple", conf)


@pytest.mark.parametrize(("shares", "bases"), [([1.1], [10]), ([0.5], [0])])
def test_what_is_no_share_or_no_base_is_refused(shares: list[float], bases: list[float]) -> None:
    with pytest.raises(ValueError, match=r"share|base"):
        mixed_rank_intervals(shares, bases, "single")
