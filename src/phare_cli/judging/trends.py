"""What may be said of three waves or more together: one statement a series, before its steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from phare_cli.judging.conclusions import conclude
from phare_cli.judging.known_gaps import MEASURES_TESTED, base_of, degrees_of, figure_of, scale_of
from phare_cli.judging.pairs import By, Pair, wave_series
from phare_cli.judging.terms import Family, Terms
from phare_cli.judging.verdicts import Judgement, family_of
from phare_cli.measuring.bounds import is_low_base, is_over
from phare_cli.measuring.gaps.gap_law import turned as turned_law
from phare_cli.measuring.gaps.trend import share_trend_score, trend_score
from phare_cli.measuring.normal import two_sided_p
from phare_cli.measuring.several import holm
from phare_cli.nouns.survey import Estimate, Survey

FEWEST = 3  # waves that a trend is told of


@dataclass(frozen=True, slots=True)
class Trend:
    """The waves of one figure, in order: the test of a linear trend, and of the last wave against the first.

    *score* is the slope in its standard errors, and says both how sure it is and where it goes. *verdict* is
    ``rising``, ``falling``, ``not_established``, or ``untestable``: a panel, a base that is missing or low, another
    question or universe, exact knowledge of some waves alone. *ends* judges the last wave beside the first.
    """

    waves: tuple[Estimate, ...]
    ends: Judgement
    score: float | None = None
    p_value: float | None = None
    p_adjusted: float | None = None
    verdict: str = "untestable"

    @property
    def is_exact(self) -> bool:
        """Whether every wave is known exactly, so that nothing is left to chance."""
        return all(each.is_census for each in self.waves)


def trends(
    survey: Survey, *, regions: Sequence[str] = (), indicators: Sequence[str] = (), terms: Terms
) -> list[Trend]:
    """Return the trend of each figure of *survey* that has three waves or more, in the order of its pairs.

    p values are adjusted by Holm over the trends of one indicator in one region. The ends have the verdict of a
    comparison of these two waves alone, of which the same is said elsewhere.
    """
    asked = dict.fromkeys(_series(survey, regions, indicators))
    if not asked:
        return []
    among = asked
    if terms.family is Family.INDICATOR:
        asked_families = {_family(waves) for waves in asked}
        others = _series(survey.as_read(), regions, ())
        among = asked | dict.fromkeys(waves for waves in others if _family(waves) in asked_families)
    scores = [None if terms.is_panel else _score(waves) for waves in among]
    ends = judged_ends(survey, asked, regions, indicators, terms)
    tested = zip(among, scores, _adjusted(list(among), scores, terms.family), strict=True)
    return [
        _decided(Trend(waves, ends[ends_of(waves)], score), p_adjusted, 1 - terms.conf)
        for waves, score, p_adjusted in islice(tested, len(asked))
    ]


def judged_ends(
    survey: Survey,
    series: Iterable[Sequence[Estimate]],
    regions: Sequence[str],
    indicators: Sequence[str],
    terms: Terms,
) -> dict[Pair, Judgement]:
    """Return the judgement of the last wave beside the first, as where these two waves alone are asked for."""
    judged: dict[Pair, Judgement] = {}
    for program, *waves in dict.fromkeys((each[0].survey, each[0].wave, each[-1].wave) for each in series):
        two = survey.where(_is_of(program, waves))
        of_two = conclude(two, regions=regions, by=By.WAVE, indicators=indicators, terms=terms)
        for judgement in of_two:
            # Two waves whose names tell the time may stand the other way round among others whose names do not.
            turned = _turned(judgement)
            judged |= {judgement.pair: judgement, turned.pair: turned}
    return judged


def _turned(judgement: Judgement) -> Judgement:
    """Return what is known of the same gap, the reference less the figure."""
    pair, low, high = judgement.pair, judgement.low, judgement.high
    if pair.reference is None or judgement.gap is None:
        return judgement
    return judgement._replace(
        pair=Pair(pair.reference, pair.estimate, pair.estimate.wave, pair.by),
        gap=-judgement.gap,
        low=None if high is None else -high,
        high=None if low is None else -low,
        law=None if judgement.law is None else turned_law(judgement.law),
        verdict={"above": "below", "below": "above"}.get(judgement.verdict, judgement.verdict),
    )


def _is_of(program: str, waves: Sequence[str]) -> Callable[[Estimate], bool]:
    return lambda estimate: estimate.survey == program and estimate.wave in waves


def _series(
    survey: Survey, regions: Sequence[str], indicators: Sequence[str]
) -> Iterable[tuple[Estimate, ...]]:
    within = survey.named({"region": regions} if regions else {})
    return (
        waves for waves in wave_series(within, regions=regions, indicators=indicators) if len(waves) >= FEWEST
    )


def ends_of(waves: Sequence[Estimate]) -> Pair:
    """Return the last wave of a series beside its first."""
    return Pair(waves[-1], waves[0], waves[0].wave, By.WAVE)


def _family(waves: Sequence[Estimate]) -> tuple[str, ...]:
    return family_of(ends_of(waves))


def _score(waves: Sequence[Estimate]) -> float | None:
    """Return the slope of a linear trend in its standard errors; None where the waves must not be tested."""
    if any(len({getattr(each, field) for each in waves} - {""}) > 1 for field in ("question", "universe")):
        return None
    if waves[0].measure not in MEASURES_TESTED:
        return None
    bases = [base for each in waves if (base := base_of(each))]
    if any(is_low_base(base) for base in bases):
        return None
    if any(each.has_no_degrees for each in waves):
        return None
    figures, halves = [figure_of(each) for each in waves], [each.half_unit / scale_of(each) for each in waves]
    told = any(each.degrees_of_freedom is not None for each in waves)
    degrees = [degrees_of(each) for each in waves] if told else []
    if waves[0].unit == "percent":
        return share_trend_score(figures, bases, halves, degrees) if len(bases) == len(waves) else None
    errors = [each.error for each in waves if each.error is not None]
    return (
        trend_score(figures, [error * error for error in errors], halves, degrees)
        if len(errors) == len(waves)
        else None
    )


def _adjusted(
    series: Sequence[Sequence[Estimate]], scores: Sequence[float | None], family: Family
) -> list[float | None]:
    """Return the p values of trends, adjusted: among those of one indicator and region, among all, or none."""
    raw = [None if score is None else two_sided_p(score) for score in scores]
    if family is Family.NONE:
        return raw
    families: dict[tuple[str, ...], list[int]] = {}
    for place, waves in enumerate(series):
        families.setdefault(_family(waves) if family is Family.INDICATOR else (), []).append(place)
    adjusted = list(raw)
    for places in families.values():
        for place, p in zip(places, holm([raw[place] for place in places]), strict=True):
            adjusted[place] = p
    return adjusted


def _decided(trend: Trend, p_adjusted: float | None, alpha: float) -> Trend:
    if trend.score is None or p_adjusted is None:
        return trend
    way = "rising" if trend.score > 0 else "falling"
    verdict = "not_established" if is_over(p_adjusted, alpha) else way
    return replace(trend, p_value=two_sided_p(trend.score), p_adjusted=p_adjusted, verdict=verdict)
