"""Ranks, and how far the sample lets them be trusted."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from phare_cli.judging.precision import competition_ranks
from phare_cli.measuring.bounds import is_over
from phare_cli.measuring.items import Response, item_z
from phare_cli.measuring.ranks import rank_intervals, whole_counts
from phare_cli.measuring.several import holm

share_lists = st.lists(st.one_of(st.none(), st.integers(0, 100).map(lambda n: n / 100)), max_size=14)
count_lists = st.lists(st.integers(0, 80), min_size=2, max_size=9).filter(lambda counts: sum(counts) > 0)


def by_testing_every_pair(
    shares: list[float], base: float, response: Response, conf: float
) -> list[tuple[int, int]]:
    """Work out the rank intervals the long way: every ordered pair, scipy's tests, then Holm."""
    pairs = list(itertools.permutations(range(len(shares)), 2))
    counts = whole_counts(shares, base) if response == "single" else None
    raw = []
    for i, j in pairs:
        if counts is not None:
            raw.append(stats.binom.sf(counts[i] - 1, counts[i] + counts[j], 0.5))
        else:
            raw.append(stats.norm.sf(item_z(shares[i], shares[j], base, response)))
    adjusted = holm([float(p) for p in raw])
    won = {
        pair for pair, p in zip(pairs, adjusted, strict=True) if p is not None and not is_over(p, 1 - conf)
    }
    everyone = range(len(shares))
    return [
        (1 + sum((j, i) in won for j in everyone), len(shares) - sum((i, j) in won for j in everyone))
        for i in everyone
    ]


@pytest.mark.parametrize(
    ("values", "ranks"),
    [
        ([57, 48, 48, 12], [1, 2, 2, 4]),
        ([12, None, 57], [2, None, 1]),
        ([5, 5, 5], [1, 1, 1]),
        ([None], [None]),
        ([], []),
    ],
)
def test_a_tie_shares_a_rank_and_skips_the_next(values: list[float | None], ranks: list[int | None]) -> None:
    assert competition_ranks(values) == ranks


@given(share_lists)
def test_a_rank_is_one_more_than_the_number_of_higher_values(values: list[float | None]) -> None:
    known = [value for value in values if value is not None]

    assert competition_ranks(values) == [
        None if value is None else 1 + sum(other > value for other in known) for value in values
    ]


@pytest.mark.parametrize(
    ("shares", "base", "counts"),
    [
        ([0.57, 0.12], 100, [57, 12]),
        ([0.1 + 0.2], 10, [3]),
        ([0.57], 1003, None),
        ([0.57], 100.5, None),
    ],
)
def test_counts_are_whole_or_not_at_all(shares: list[float], base: float, counts: list[int] | None) -> None:
    assert whole_counts(shares, base) == counts


def test_a_single_response_has_the_ranks_r_gives() -> None:
    # R 4.2.2, x <- c(120, 95, 90, 60, 31, 4, 0), for every ordered pair
    #   binom.test(x[i], x[i] + x[j], .5, alternative = "greater")$p.value
    # then b <- p.adjust(p, "holm") <= .05; 1 + colSums(b); 7 - rowSums(b)
    shares = [count / 400 for count in (120, 95, 90, 60, 31, 4, 0)]

    found = rank_intervals(shares, 400, "single")

    assert found == [(1, 3), (1, 4), (1, 4), (2, 4), (5, 5), (6, 7), (6, 7)]


def test_a_multiple_response_has_the_ranks_r_gives() -> None:
    # R 4.2.2, s <- c(.57, .48, .41, .39, .33, .31, .12), n <- 503.7, for every ordered pair
    #   v <- (s[i] + s[j] - 2 * max(0, s[i] + s[j] - 1) - (s[i] - s[j])^2) / n
    #   pnorm((s[i] - s[j]) / sqrt(v), lower.tail = FALSE)
    # then b <- p.adjust(p, "holm") <= .05; 1 + colSums(b); 7 - rowSums(b)
    found = rank_intervals([0.57, 0.48, 0.41, 0.39, 0.33, 0.31, 0.12], 503.7, "multiple")

    assert found == [(1, 2), (1, 4), (2, 6), (2, 6), (3, 6), (3, 6), (7, 7)]


def test_items_that_nearly_everyone_gave_overlap_and_r_agrees() -> None:
    # R 4.2.2, as above with s <- c(.92, .85, .84, .40), n <- 80
    assert rank_intervals([0.92, 0.85, 0.84, 0.40], 80, "multiple") == [(1, 3), (1, 3), (1, 3), (4, 4)]


@given(count_lists, st.sampled_from([0.5, 0.9, 0.95, 0.99]))
def test_the_short_cut_gives_what_testing_every_pair_gives_on_counts(counts: list[int], conf: float) -> None:
    base = sum(counts)
    shares = [count / base for count in counts]

    assert rank_intervals(shares, base, "single", conf) == by_testing_every_pair(shares, base, "single", conf)


@given(
    st.lists(st.integers(0, 100).map(lambda n: n / 100), min_size=2, max_size=12),
    st.floats(31, 5000),
    st.sampled_from(["single", "multiple"]),
    st.sampled_from([0.5, 0.9, 0.95, 0.99]),
)
def test_the_short_cut_gives_what_testing_every_pair_gives_on_shares(
    shares: list[float], base: float, response: Response, conf: float
) -> None:
    found = rank_intervals(shares, base, response, conf)

    assert found == by_testing_every_pair(shares, base, response, conf)


@given(share_lists, st.floats(1, 5000), st.sampled_from(["single", "multiple"]))
def test_the_interval_holds_the_rank(shares: list[float | None], base: float, response: Response) -> None:
    ranks, intervals = competition_ranks(shares), rank_intervals(shares, base, response)

    for rank, interval in zip(ranks, intervals, strict=True):
        assert (rank is None) is (interval is None)
        if rank is not None and interval is not None:
            assert 1 <= interval.best <= rank <= interval.worst <= len(shares) - shares.count(None)


@given(share_lists, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_no_interval(shares: list[float | None], random: object) -> None:
    order = list(range(len(shares)))
    random.shuffle(order)  # type: ignore[attr-defined]
    straight = rank_intervals(shares, 500, "multiple")

    assert rank_intervals([shares[place] for place in order], 500, "multiple") == [
        straight[place] for place in order
    ]


@given(share_lists)
def test_a_larger_sample_never_widens_an_interval(shares: list[float | None]) -> None:
    small, large = (rank_intervals(shares, base, "multiple") for base in (100.5, 1000.5))

    for before, after in zip(small, large, strict=True):
        if before is not None and after is not None:
            assert before.best <= after.best <= after.worst <= before.worst


@given(share_lists)
def test_a_low_base_settles_no_rank_of_a_multiple_response(shares: list[float | None]) -> None:
    known = len(shares) - shares.count(None)

    assert rank_intervals(shares, 29, "multiple") == [
        None if share is None else (1, known) for share in shares
    ]


def test_a_count_is_exact_however_small_its_base() -> None:
    # 20 against 0 of 20: one half to the power of 20
    assert rank_intervals([1.0, 0.0], 20, "single") == [(1, 1), (2, 2)]


def test_a_p_value_exactly_at_its_threshold_settles_the_pair() -> None:
    # 3 against 0 has p = 1/8, and Holm's third threshold is 0.5 / (6 - 2) = 1/8
    assert rank_intervals([0.0, 0.25, 0.75], 12, "single", 0.5) == [(3, 3), (2, 2), (1, 1)]


def test_one_item_is_first() -> None:
    assert rank_intervals([0.4, None], 100, "multiple") == [(1, 1), None]


def test_many_items_far_apart_each_have_their_own_rank() -> None:
    shares = [place / 200 for place in range(200)]

    found = rank_intervals(shares, 10_000_000.5, "multiple")

    assert found == [(200 - place, 200 - place) for place in range(200)]


@pytest.mark.parametrize("base", [400, 5034, 50_000])
@pytest.mark.parametrize("response", ["single", "multiple"])
def test_rank_intervals_of_whole_percents_hold_every_true_rank_as_often_as_they_say(
    base: int, response: Response
) -> None:
    # Items so near one another that a large base would order their prints, not them. 800 surveys: a Monte Carlo
    # standard error of 0.8 %.
    shares = [0.1946, 0.1954, 0.1546, 0.1554, 0.1446, 0.1554]
    ranks = [1 + sum(other > share for other in shares) for share in shares]
    random = np.random.default_rng(base)
    drawn = (
        random.multinomial(base, shares, 800)
        if response == "single"
        else np.stack([random.binomial(base, share, 800) for share in shares], axis=1)
    )
    printed = np.floor(100 * drawn / base + 0.5) / 100
    held = 0
    for row in printed:
        found = rank_intervals([float(each) for each in row], base, response, half=0.005)
        held += all(
            each is not None and each.best <= rank <= each.worst
            for each, rank in zip(found, ranks, strict=True)
        )

    assert held / 800 >= 0.95 - 2 * 0.008
