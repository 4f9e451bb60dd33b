"""Intervals and tests of clustered samples keep their promise, simulated: seeded, with their Monte Carlo error."""

from __future__ import annotations

import math

import numpy as np
import pytest

from phare_cli.measuring.design_variance import DrawnStratum, sampled_variance
from phare_cli.measuring.gaps.differences import separate_gap
from phare_cli.measuring.gaps.gap_law import p_value
from phare_cli.measuring.proportions import wilson

SAMPLES = 2000
PEOPLE = 20  # of each cluster
ERROR = 3 * math.sqrt(0.05 * 0.95 / SAMPLES)  # three Monte Carlo errors of 5 %


def drawn(share: float, clusters: int, alike: float, seed: int) -> list[tuple[float, float]]:
    """Return the share and the effective base of each of many samples, *alike* being the intraclass correlation."""
    random = np.random.default_rng(seed)
    left = (1.0 - alike) / alike
    own = random.beta(share * left, (1.0 - share) * left, (SAMPLES, clusters))
    counts = random.binomial(PEOPLE, own)
    samples: list[tuple[float, float]] = []
    for each in counts:
        asked = clusters * PEOPLE
        found = float(each.sum()) / asked
        z = (each - PEOPLE * found) / asked
        variance = sampled_variance([DrawnStratum(clusters, float(z.sum()), float((z * z).sum()))])
        spread = found * (1.0 - found)
        samples.append((found, min(spread / variance, asked) if variance > 0.0 else asked))
    return samples


@pytest.mark.parametrize("share", [0.15, 0.5])
@pytest.mark.parametrize(
    # A rare answer in ten clusters whose people are much alike is the hardest: its spread among them is skewed.
    ("clusters", "alike", "most"),
    [(10, 0.02, 0.05), (10, 0.2, 0.065), (30, 0.1, 0.05), (60, 0.02, 0.05), (60, 0.2, 0.05)],
)
def test_intervals_of_clustered_shares_cover_as_they_say(
    share: float, clusters: int, alike: float, most: float
) -> None:
    intervals = [
        wilson(found, base, degrees_of_freedom=clusters - 1)
        for found, base in drawn(share, clusters, alike, clusters)
    ]

    missed = sum(not interval.low <= share <= interval.high for interval in intervals) / SAMPLES

    assert 0.03 - ERROR < missed < most + ERROR


@pytest.mark.parametrize("clusters", [10, 30])
def test_rare_answers_of_few_alike_clusters_are_covered_as_their_caution_says(clusters: int) -> None:
    intervals = [
        wilson(found, base, degrees_of_freedom=clusters - 1) for found, base in drawn(0.05, clusters, 0.2, 7)
    ]

    covered = sum(interval.low <= 0.05 <= interval.high for interval in intervals) / SAMPLES

    assert 0.87 - ERROR < covered < 0.92 + ERROR


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [(10, 10, 0.02), (10, 10, 0.2), (10, 60, 0.1), (30, 30, 0.2), (60, 60, 0.05)],
)
def test_gaps_of_clusters_that_do_not_differ_are_found_as_rarely_as_said(
    first: int, second: int, alike: float
) -> None:
    pairs = zip(drawn(0.4, first, alike, 1), drawn(0.4, second, alike, 2), strict=True)
    degrees = (first - 1.0, second - 1.0)

    found = sum(
        p_value(separate_gap(one, other, one_base, other_base, degrees=degrees)) <= 0.05
        for (one, one_base), (other, other_base) in pairs
    )

    assert 0.03 - ERROR < found / SAMPLES < 0.05 + ERROR


def test_the_normal_would_find_too_many() -> None:
    pairs = zip(drawn(0.4, 10, 0.2, 1), drawn(0.4, 10, 0.2, 2), strict=True)

    found = sum(
        p_value(separate_gap(one, other, one_base, other_base)) <= 0.05
        for (one, one_base), (other, other_base) in pairs
    )

    assert found / SAMPLES > 0.05 + ERROR
