"""Judge every gap that was asked for, with all the tests of its indicator, whatever was asked."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.judging.pairs import By, Pair, pair_groups, pair_regions, pair_segments, pair_waves
from phare_cli.judging.rounds import OWN_ROUND, Round
from phare_cli.judging.terms import STANDARD, Family, Terms
from phare_cli.judging.verdicts import Judgement, judge
from phare_cli.nouns.survey import NATION, Survey


def conclude(
    survey: Survey,
    *,
    regions: Sequence[str] = (),
    to: str = NATION,
    by: By = By.REGION,
    indicators: Sequence[str] = (),
    terms: Terms = STANDARD,
    in_full: bool = True,
    to_round: Round = OWN_ROUND,
) -> list[Judgement]:
    """Return what may be concluded of each figure of *survey* beside its reference, in the order of *pairs*.

    Without *in_full*, intervals and bases needed are left out (see :func:`~phare_cli.judging.verdicts.judge`).
    The tests of an indicator are those of the survey as it was read, of which *survey* may be a part. *to_round* takes
    the references of regions from another survey or wave.
    """
    asked = pairs(survey, regions=regions, to=to, by=by, indicators=indicators, to_round=to_round)
    if terms.family is not Family.INDICATOR:
        return judge(asked, terms, in_full=in_full)
    asked_indicators = {(pair.estimate.survey, pair.estimate.indicator) for pair in asked}
    whole = survey.as_read()
    if by is By.REGION and regions:
        whole = whole.of_regions((*regions, to))
    whole = whole.where(lambda estimate: (estimate.survey, estimate.indicator) in asked_indicators)
    among = pairs(whole, regions=regions, to=to, by=by, to_round=to_round)
    if by is By.WAVE:
        # Waves that do not follow one another stand side by side only where those between were not asked for.
        waves = {(estimate.survey, estimate.wave) for estimate in survey.estimates}
        part = whole.where(lambda estimate: (estimate.survey, estimate.wave) in waves)
        among += pairs(part, regions=regions, by=by)
    return judge(asked, terms, among=among, in_full=in_full)


def pairs(
    survey: Survey,
    *,
    regions: Sequence[str] = (),
    to: str = NATION,
    by: By = By.REGION,
    indicators: Sequence[str] = (),
    to_round: Round = OWN_ROUND,
) -> list[Pair]:
    """Return each figure beside its reference: that of another region, group, segment or wave, by *by*."""
    if by is By.REGION:
        return pair_regions(survey, regions=regions, to=to, indicators=indicators, to_round=to_round)
    within = survey.named({"region": regions} if regions else {})
    paired = {By.STAKEHOLDER: pair_groups, By.SEGMENT: pair_segments, By.WAVE: pair_waves}
    return paired[by](within, regions=regions, indicators=indicators)
