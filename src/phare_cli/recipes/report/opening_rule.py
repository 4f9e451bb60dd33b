"""Which figures, gaps and changes may open a page or title a picture: one rule for all of them.

None that is too weak to be relied upon. Of an ordered scale its nets speak: a single degree may where no net of its
scale stands beside it, and no degree that more people gave is too weak. So nothing that opens a page says more than
the page does of the same question.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from phare_cli.judging.precision import WEAK, flag_of
from phare_cli.judging.verdicts import Judgement
from phare_cli.nouns.survey import Estimate, QuestionKey, Survey, question_of
from phare_cli.recipes.plot_stacks import nets_of


class OpeningGaps(NamedTuple):
    """Gaps that may open a page: those *told*, the largest established first, and all *among* which they were chosen.

    *untold* are how many more are established and may not.
    """

    told: Sequence[Judgement]
    among: Sequence[Judgement]
    untold: int


class OpeningRule:
    """The rule, over the figures of one survey."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._nets_beside: dict[QuestionKey, bool] = {}

    def gaps(self, gaps: Sequence[Judgement]) -> OpeningGaps:
        """Return which of *gaps* may open a page; where all that are established may, they were chosen among all."""
        established = [each for each in gaps if each.is_established]
        told = [each for each in established if self.lets_gap(each)]
        told.sort(key=lambda each: -abs(each.gap or 0.0))
        if len(told) == len(established):
            return OpeningGaps(told, gaps, 0)
        return OpeningGaps(told, [each for each in gaps if self.lets_gap(each)], len(established) - len(told))

    def lets_gap(self, judgement: Judgement) -> bool:
        """Tell whether both figures of a gap may open a page."""
        pair = judgement.pair
        return all(self.lets(each) for each in (pair.estimate, pair.reference) if each is not None)

    def lets(self, estimate: Estimate) -> bool:
        """Tell whether a figure may open a page."""
        if not is_firm(estimate):
            return False
        return not estimate.is_step or self._lets_degree(estimate)

    def _lets_degree(self, estimate: Estimate) -> bool:
        if self._has_net(estimate):
            return False
        scale = (each for each in self._beside(estimate, [estimate.indicator]) if each.unit == estimate.unit)
        return all(is_firm(each) or (each.value or 0.0) <= (estimate.value or 0.0) for each in scale)

    def _has_net(self, degree: Estimate) -> bool:
        """Tell whether a net joins degrees of the same scale, in the same group and round."""
        question = question_of(degree)
        if question not in self._nets_beside:
            nets = nets_of(self._survey, degree.indicator)
            self._nets_beside[question] = bool(nets and self._beside(degree, nets))
        return self._nets_beside[question]

    def _beside(self, estimate: Estimate, indicators: Sequence[str]) -> list[Estimate]:
        """Return the figures of some indicators (ids) of the same group in the same round."""
        same = ("survey", "wave", "stakeholder", "segment")
        found = self._survey.named({"region": (estimate.region,), "indicator": indicators})
        return [
            each
            for each in found.estimates
            if each.value is not None and all(getattr(each, name) == getattr(estimate, name) for name in same)
        ]


def is_firm(estimate: Estimate) -> bool:
    """Tell whether a figure is not too weak to be relied upon."""
    return flag_of(estimate) not in WEAK
