"""Kendall's W: the textbook's examples, R's computation, and its laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.measuring.concordance import kendall_w, mean_ranks

# Three executives rank six applicants: Siegel and Castellan (1988), section 9.7, as in Siegel (1956): W = .16.
EXECUTIVES = [[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]]
# Three rankings of ten entities with ties, the worked example of the correction: sum of squares 591, sums of
# (t^3-t)/12 of 1, 1.5 and 7, so W = 591 / (742.5 - 3 * 9.5) = .828, where no correction would give .796.
TIED = [
    [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
    [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
    [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
]
GROUPS = [[67, 45, 30, 30, 12], [57, 57, 31, 20, 22], [47, 20, 33, 33, 33]]

# R 4, the computation of irr::kendall(ratings, correct = TRUE) in base R:
#   kendall_w <- function(ratings) {            # subjects in rows, raters in columns
#     ns <- nrow(ratings); nr <- ncol(ratings)
#     ranks <- apply(ratings, 2, rank)
#     ties <- 0
#     for (i in 1:nr) { t <- table(ranks[, i]); ties <- ties + sum(t^3 - t) }
#     12 * var(rowSums(ranks)) * (ns - 1) / (nr^2 * (ns^3 - ns) - nr * ties)
#   }
#   print(kendall_w(cbind(x, y, z)), digits = 16)
# and friedman.test(t(cbind(x, y, z)))$statistic / (3 * 9) gives 0.8277310924369748 for the tied example.
R_ANSWERS = [
    (EXECUTIVES, 0.1619047619047619),
    (TIED, 0.8277310924369747),
    (GROUPS, 0.5679012345679012),
]

RANKINGS = st.integers(2, 8).flatmap(
    lambda items: st.lists(
        st.lists(st.integers(0, 6), min_size=items, max_size=items), min_size=2, max_size=6
    )
)


@pytest.mark.parametrize(("rankings", "published"), [(EXECUTIVES, 0.16), (TIED, 0.828)])
def test_w_is_the_textbooks(rankings: list[list[float]], published: float) -> None:
    assert kendall_w(rankings) == pytest.approx(published, abs=0.002)


def test_the_tied_example_is_exact() -> None:
    assert kendall_w(TIED) == pytest.approx(591 / (742.5 - 3 * 9.5), rel=1e-14)


@pytest.mark.parametrize(("rankings", "answer"), R_ANSWERS)
def test_w_is_that_of_r(rankings: list[list[float]], answer: float) -> None:
    assert kendall_w(rankings) == pytest.approx(answer, rel=1e-14)


def test_ties_share_the_mean_of_their_ranks() -> None:
    assert mean_ranks([40, 60, 60, 10]) == [3, 1.5, 1.5, 4]


@pytest.mark.parametrize(
    "rankings",
    [[], [[1, 2, 3]], [[1], [1]], [[5, 5, 5], [2, 2, 2]]],
    ids=["none", "one", "one item", "all tied"],
)
def test_what_ranks_nothing_has_no_w(rankings: list[list[float]]) -> None:
    assert kendall_w(rankings) is None


def test_rankings_of_different_items_are_refused() -> None:
    with pytest.raises(ValueError, match="rankings must hold the same items"):
        kendall_w([[1, 2], [1, 2, 3]])


@given(RANKINGS)
def test_w_lies_between_0_and_1_and_forgets_order_and_scale(rankings: list[list[float]]) -> None:
    w = kendall_w(rankings)

    assert w is None or -1e-12 <= w <= 1 + 1e-12
    assert kendall_w([[value**3 + 1 for value in ranking] for ranking in rankings]) == w
    assert kendall_w([list(reversed(ranking)) for ranking in reversed(rankings)]) == pytest.approx(w)
    assert kendall_w([[-value for value in ranking] for ranking in rankings]) == pytest.approx(w)


@given(st.lists(st.integers(), min_size=2, max_size=9, unique=True), st.integers(2, 5))
def test_the_same_order_everywhere_is_1(ranking: list[int], groups: int) -> None:
    assert kendall_w([ranking] * groups) == pytest.approx(1)


@given(st.permutations(range(6)))
def test_of_two_rankings_w_is_half_of_spearman_plus_one(order: list[int]) -> None:
    squares = sum((rank - place) ** 2 for place, rank in enumerate(order))
    spearman = 1 - 6 * squares / (6 * 35)

    assert kendall_w([list(range(6)), list(order)]) == pytest.approx((spearman + 1) / 2)
