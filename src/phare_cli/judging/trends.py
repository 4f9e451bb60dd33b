"""What may be said of three waves or more together: one statement a series, before its steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from phare_cli.judging.known_gaps import base_of, figure_of, scale_of
from phare_cli.judging.pairs import By, Pair, wave_series
from phare_cli.judging.terms import Family, Terms
from phare_cli.judging.verdicts import Judgement, family_of, judge
from phare_cli.measuring.bounds import is_low_base, is_over
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
        return all(each.standard_error == 0.0 and each.half_unit == 0.0 for each in self.waves)


def trends(
    survey: Survey, *, regions: Sequence[str] = (), indicators: Sequence[str] = (), terms: Terms
) -> list[Trend]:
    """Return the trend of each figure of *survey* that has three waves or more, in the order of its pairs."""
    asked = dict.fromkeys(_series(survey, regions, indicators))
    if not asked:
        return []
    among = asked
    if terms.family is Family.INDICATOR:
        asked_families = {_family(waves) for waves in asked}
        others = _series(survey.as_read(), regions, ())
        among = asked | dict.fromkeys(waves for waves in others if _family(waves) in asked_families)
    decided = _decided([_measured(waves, terms) for waves in among], terms)
    return decided[: len(asked)]


def _series(
    survey: Survey, regions: Sequence[str], indicators: Sequence[str]
) -> Iterable[tuple[Estimate, ...]]:
    within = survey.where(lambda estimate: not regions or estimate.region in regions)
    return (
        waves for waves in wave_series(within, regions=regions, indicators=indicators) if len(waves) >= FEWEST
    )


def _ends(waves: Sequence[Estimate]) -> Pair:
    return Pair(waves[-1], waves[0], waves[0].wave, By.WAVE)


def _family(waves: Sequence[Estimate]) -> tuple[str, ...]:
    return family_of(_ends(waves))


def _measured(waves: tuple[Estimate, ...], terms: Terms) -> Trend:
    [ends] = judge([_ends(waves)], replace(terms, family=Family.NONE))
    score = None if terms.is_panel else _score(waves)
    return Trend(waves, ends, score, None if score is None else two_sided_p(score))


def _score(waves: Sequence[Estimate]) -> float | None:
    """Return the slope of a linear trend in its standard errors; None where the waves must not be tested."""
    if any(len({getattr(each, field) for each in waves} - {""}) > 1 for field in ("question", "universe")):
        return None
    bases = [base for each in waves if (base := base_of(each))]
    if any(is_low_base(base) for base in bases):
        return None
    figures, halves = [figure_of(each) for each in waves], [each.half_unit / scale_of(each) for each in waves]
    if waves[0].unit == "percent":
        return share_trend_score(figures, bases, halves) if len(bases) == len(waves) else None
    errors = [each.standard_error for each in waves if each.standard_error is not None]
    return (
        trend_score(figures, [error * error for error in errors], halves)
        if len(errors) == len(waves)
        else None
    )


def _decided(measured: Sequence[Trend], terms: Terms) -> list[Trend]:
    """Return the trends with both of their tests adjusted: those of one indicator and region, of all, or none."""
    families: dict[object, list[int]] = {}
    for place, trend in enumerate(measured):
        key = {Family.INDICATOR: _family(trend.waves), Family.TABLE: "", Family.NONE: place}[terms.family]
        families.setdefault(key, []).append(place)
    decided = list(measured)
    for places in families.values():
        family = [measured[place] for place in places]
        raw = [*(trend.p_value for trend in family), *(trend.ends.p_value for trend in family)]
        adjusted = [*raw] if terms.family is Family.NONE else holm(raw)
        for place, trend, p, ends in zip(
            places, family, adjusted[: len(family)], adjusted[len(family) :], strict=True
        ):
            decided[place] = _decide(trend, p, ends, 1 - terms.conf)
    return decided


def _decide(trend: Trend, p: float | None, ends: float | None, alpha: float) -> Trend:
    last = trend.ends
    if last.is_established and ends is not None and is_over(ends, alpha):
        last = replace(last, verdict="not_established")
    decided = replace(trend, p_adjusted=p, ends=replace(last, p_adjusted=ends))
    if p is None:
        return decided
    if is_over(p, alpha):
        return replace(decided, verdict="not_established")
    return replace(decided, verdict="rising" if (trend.score or 0.0) > 0 else "falling")
