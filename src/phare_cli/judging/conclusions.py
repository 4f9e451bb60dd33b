"""Judge every gap that was asked for, with all the tests of its indicator, whatever was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from phare_cli.judging.crowds import MOST_PAIRS, pairs_by_family, refuse_crowd
from phare_cli.judging.holding import with_holders
from phare_cli.judging.pairs import (
    By,
    Pair,
    groups_alike,
    pair_groups,
    pair_regions,
    pair_segments,
    pair_waves,
)
from phare_cli.judging.rounds import OWN_ROUND, Round
from phare_cli.judging.terms import STANDARD, Family, Terms
from phare_cli.judging.verdicts import FamilyKey, Judgement, family_of, judge
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
    is_crossed = by in (By.STAKEHOLDER, By.SEGMENT)  # every two of them a pair
    if is_crossed:
        refuse_crowd(sum(pairs_by_family(_of_regions(survey, regions), by).values()), by)
    asked = pairs(survey, regions=regions, to=to, by=by, indicators=indicators, to_round=to_round)
    if terms.family is not Family.INDICATOR:
        return judge(asked, terms, in_full=in_full)
    asked_indicators = {(pair.estimate.survey, pair.estimate.indicator) for pair in asked}
    whole = survey.as_read()
    if by is By.REGION and regions:
        whole = whole.of_regions((*regions, to))
    whole = whole.where(lambda estimate: (estimate.survey, estimate.indicator) in asked_indicators)
    in_all = pairs_by_family(_of_regions(whole, regions), by) if is_crossed else {}
    if sum(in_all.values()) > MOST_PAIRS:
        return judge_some(asked, in_all, terms, in_full=in_full)
    among = pairs(whole, regions=regions, to=to, by=by, to_round=to_round)
    if by is By.WAVE:
        # Waves that do not follow one another stand side by side only where those between were not asked for.
        waves = {(estimate.survey, estimate.wave) for estimate in survey.estimates}
        part = whole.where(lambda estimate: (estimate.survey, estimate.wave) in waves)
        among += pairs(part, regions=regions, by=by)
    return judge(asked, terms, among=among, in_full=in_full)


def conclude_widest(survey: Survey, *, terms: Terms = STANDARD) -> list[Judgement]:
    """Return what may be concluded of the groups of *survey* beside one another, the widest gap of each item included.

    The other gaps are there too where they are not too many; they are counted among the tests all the same.
    """
    in_all = pairs_by_family(survey, By.STAKEHOLDER)
    if sum(in_all.values()) <= MOST_PAIRS:
        return conclude(survey, by=By.STAKEHOLDER, terms=terms, in_full=False)
    widest = []
    for group in groups_alike(survey):
        lowest, highest = (which(group, key=lambda each: each.value or 0.0) for which in (min, max))
        if lowest is not highest:
            widest.append(Pair(highest, lowest, lowest.stakeholder, By.STAKEHOLDER))
    asked_indicators = {estimate.indicator for estimate in survey.estimates}
    whole = survey.as_read().named({"indicator": asked_indicators})
    return judge_some(widest, pairs_by_family(whole, By.STAKEHOLDER), terms, in_full=False)


def judge_some(
    asked: Sequence[Pair], in_all: Mapping[FamilyKey, int], terms: Terms, *, in_full: bool
) -> list[Judgement]:
    """Return a judgement a pair; *in_all* are the pairs of each family, of which only those *asked* are worked out."""
    worked_out = Counter(map(family_of, asked))
    others = {family: count - worked_out[family] for family, count in in_all.items()}
    return judge(asked, terms, others=others, in_full=in_full)


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
        found = pair_regions(survey, regions=regions, to=to, indicators=indicators, to_round=to_round)
        return found if to == NATION else with_holders(found, survey.as_read())
    within = _of_regions(survey, regions)
    paired = {By.STAKEHOLDER: pair_groups, By.SEGMENT: pair_segments, By.WAVE: pair_waves}
    return paired[by](within, regions=regions, indicators=indicators)


def _of_regions(survey: Survey, regions: Sequence[str]) -> Survey:
    return survey.named({"region": regions} if regions else {})
