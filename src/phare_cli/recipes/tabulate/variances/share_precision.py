"""How firm a share is, by the design of its sample."""

from __future__ import annotations

import math

from phare_cli.judging.precision import OWN_LEVEL
from phare_cli.measuring.linearised import base_of_degrees, design_base, is_census, with_doubt
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.recipes.tabulate.variances.drawn_sample import DrawnSample
from phare_cli.recipes.tabulate.variances.linear import Moments, mean
from phare_cli.recipes.tabulate.variances.precision_of import Precision, precision_of
from phare_cli.recipes.tabulate.variances.respondent_strata import count_strata, strata_of_share
from phare_cli.respondents.engine.counts import Sum
from phare_cli.respondents.question_sums import QuestionSums


def share_precision(
    question: QuestionSums, place: int, sample: DrawnSample, domain: Domain, base: Sum
) -> Precision:
    """Return the precision of the share of one item among the *base*, its error in points.

    Without strata or clusters it is what weights cost (Kish).
    """
    kish, share = base.effective_base, question.chosen[place].over(domain.cells).weight.ratio(base.weight)
    if sample.tells_degrees or sample.calibration is not None:
        places = sample.places(domain)
        chosen = mean(Moments.of(question.chosen[place], places), Moments.of(question.base, places))
        spread = sample.spread(domain, chosen)
        found = precision_of(chosen.estimate, spread, share * (1.0 - share), base)
        if not sample.tells_degrees:
            found = _of_margins(found, question, place, sample, domain, base)
        error = found.standard_error
        return found._replace(standard_error=None if error is None else 100.0 * error)
    if not sample.design.stratified:
        return Precision(kish, _share_error(share, kish), None)
    strata = strata_of_share(question, place, domain, sample.design)
    if is_census(strata):
        return Precision(kish, 0.0, None)
    effective = design_base(strata, asked=base.count, kish=kish, lonely=sample.lonely)
    error = _share_error(share, effective)
    return Precision(base_of_degrees(effective, base.count, count_strata(strata), OWN_LEVEL), error, None)


def _of_margins(
    found: Precision, question: QuestionSums, place: int, sample: DrawnSample, domain: Domain, base: Sum
) -> Precision:
    """Return what margins leave of the precision of a share of respondents drawn by themselves, and strata gain.

    What strata gain must stand the doubt that :func:`design_base` has: it is never more by margins than without.
    """
    kish, effective = base.effective_base, found.effective_base
    if sample.design.stratified:
        strata = strata_of_share(question, place, domain, sample.design)
        if is_census(strata):
            return Precision(kish, 0.0, None)
        if effective > kish:
            effective = min(effective, max(kish, with_doubt(effective, strata)))
        effective = base_of_degrees(effective, base.count, count_strata(strata), OWN_LEVEL)
    return Precision(effective, found.standard_error, None)


def _share_error(share: float, effective_base: float) -> float | None:
    """Return the standard error of a share, in points; None at 0 or 100, where none can be told."""
    return 100.0 * math.sqrt(share * (1.0 - share) / effective_base) if 0.0 < share < 1.0 else None
