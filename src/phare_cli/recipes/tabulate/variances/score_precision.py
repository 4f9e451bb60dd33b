"""The mean of a score and how firm it is, by the design of its sample."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from phare_cli.measuring.linearised import domain_mean, is_census, mean_degrees, mean_variance
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.recipes.tabulate.variances.drawn_sample import DrawnSample
from phare_cli.recipes.tabulate.variances.linear import Moments, mean
from phare_cli.recipes.tabulate.variances.precision_of import (
    Precision,
    base_of_mean,
    precision_of,
    with_degrees_of_strata,
)
from phare_cli.recipes.tabulate.variances.respondent_strata import count_strata, strata_of_score
from phare_cli.respondents.engine.counts import Sum
from phare_cli.respondents.engine.labels import Codes, Numbers
from phare_cli.respondents.question_sums import QuestionSums

# A standard error under so much of the highest score is the root of what floating point leaves of no variance.
_NOISE = 1e-6


class MeanScore(NamedTuple):
    """The mean of a score with its precision."""

    value: float
    precision: Precision


def mean_score(question: QuestionSums, sample: DrawnSample, domain: Domain, base: Sum) -> MeanScore:
    """Return the mean of a score over the *base*."""
    is_told = sample.tells_degrees or sample.calibration is not None
    return (_of_design if is_told else _of_respondents)(question, sample, domain, base)


def _of_respondents(question: QuestionSums, sample: DrawnSample, domain: Domain, base: Sum) -> MeanScore:
    strata = strata_of_score(question, domain, sample.design)
    stratum_count = count_strata(strata)
    whole = is_census(strata)
    # One respondent alone, or one a stratum, tells of no variance.
    error = math.sqrt(mean_variance(strata, sample.lonely)) if whole or base.count > stratum_count else None
    highest = max(abs(question.question.lowest), abs(question.question.highest))
    if not whole and error is not None and error <= _NOISE * highest:
        error = None  # a sample in which everybody gave the same score does not tell how much scores vary
    average, precision = domain_mean(strata), Precision(base.effective_base, error, None)
    if sample.design.stratified and error:
        chosen = [sums.over(domain.cells).weight.ratio(base.weight) for sums in question.chosen]
        endless = mean_variance([replace(stratum, population=None) for stratum in strata], sample.lonely)
        effective = base_of_mean(base, _spread_among(question, chosen, average), endless, stratum_count)
        precision = with_degrees_of_strata(Precision(effective, error, None), mean_degrees(strata))
    return MeanScore(average, precision)


def _of_design(question: QuestionSums, sample: DrawnSample, domain: Domain, base: Sum) -> MeanScore:
    places = sample.places(domain)
    everybody = Moments.of(question.base, places)
    parts = [sums.parts(places) for sums in question.chosen]

    def summed(power: int, of: int) -> Numbers:
        """Return the sum over scores of their power times the sums of weights (0) or of squares (1)."""
        products = [value**power * part[of] for value, part in zip(question.values, parts, strict=True)]
        found: Numbers = np.sum(products, axis=0)
        return found

    scores = Moments(summed(1, 0), summed(1, 1), summed(2, 1), _replicated(question, places))
    average = mean(scores, everybody)
    whole = float(everybody.wy.sum())
    among = _spread_among(question, [float(part[0].sum()) / whole for part in parts], average.estimate)
    strata = None if sample.tells_degrees else strata_of_score(question, domain, sample.design)
    if strata is not None and is_census(strata):
        return _of_respondents(question, sample, domain, base)
    spread = sample.spread(domain, average)
    precision = precision_of(average.estimate, spread, among, base)
    if strata is not None:
        effective = base_of_mean(base, among, spread.endless, count_strata(strata))
        precision = Precision(effective, precision.standard_error, None)
        precision = with_degrees_of_strata(precision, spread.of_strata)
    return MeanScore(average.estimate, precision)


def _spread_among(question: QuestionSums, parts: Sequence[float], average: float) -> float:
    """Return the variance of scores, each given by a part of those who answered."""
    return math.fsum(
        (value - average) ** 2 * part for value, part in zip(question.values, parts, strict=True)
    )


def _replicated(question: QuestionSums, places: Codes) -> Numbers | None:
    """Return the sums of scores by each replicate, None without any."""
    sums = [each.replicates for each in question.chosen]
    if any(each is None for each in sums):
        return None
    found: Numbers = np.sum(
        [
            value * each[places].sum(axis=0)
            for value, each in zip(question.values, sums, strict=True)
            if each is not None
        ],
        axis=0,
    )
    return found
