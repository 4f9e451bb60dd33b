"""From sums to results: percentages and scores with their bases, one estimate an item and a population."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from phare_cli.judging.precision import OWN_LEVEL, interval_of, residual
from phare_cli.language.digits import published
from phare_cli.measuring.bounds import Interval
from phare_cli.measuring.overlapping_ranks import rank_intervals_of_counts, rank_intervals_of_shares
from phare_cli.measuring.ranks import RankInterval
from phare_cli.measuring.student import normal_base
from phare_cli.nouns.contract import QUANTILES
from phare_cli.nouns.survey import NATION, Estimate
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.recipes.tabulate.variances.drawn_sample import DrawnSample
from phare_cli.recipes.tabulate.variances.number_estimates import number_estimate
from phare_cli.recipes.tabulate.variances.precision_of import Precision
from phare_cli.recipes.tabulate.variances.score_precision import mean_score
from phare_cli.recipes.tabulate.variances.share_precision import share_precision
from phare_cli.respondents.conditions.condition import written
from phare_cli.respondents.engine.counts import Sum
from phare_cli.respondents.engine.number_rows import NumberRows
from phare_cli.respondents.engine.overlaps import Overlaps, Pair
from phare_cli.respondents.question_sums import QuestionSums
from phare_cli.respondents.spec import Question, QuestionKind, Spec

# Digits after the point that are written: beyond them only the noise of floating point is left.
WRITTEN_DIGITS = 10
_SIGNIFICANT = 13

Both = TypeVar("Both", int, float)


@dataclass(frozen=True, slots=True)
class Answer:
    """An estimate with what it was made of: how many chose the item, and the interval of a score."""

    estimate: Estimate
    domain: Domain
    item: int
    count: int
    interval: Interval | None = None


def answers(
    question: QuestionSums, populations: Sequence[Domain], sample: DrawnSample, spec: Spec, conf: float
) -> Iterator[Answer]:
    """Yield the answers to one question, population by population; none where nobody answered."""
    nations: dict[tuple[str, str, str], Sum] = {}
    groups: dict[tuple[str, str, str], Sum] = {}
    overlaps = Overlaps.of(question.pairs or {})
    for domain in populations:
        base = question.base.over(domain.cells)
        if base.count == 0:
            continue
        if domain.is_nation:
            nations[domain.wave, domain.stakeholder, domain.segment] = base
        nation = nations.get((domain.wave, domain.stakeholder, domain.segment))
        if not domain.segment:
            groups[domain.wave, domain.region, domain.stakeholder] = base
        group = groups.get((domain.wave, domain.region, domain.stakeholder)) if domain.segment else None
        asked = Asked(domain, base, None if domain.is_nation else nation, group)
        if question.numbers is not None:
            yield from _number(question, question.numbers, asked, sample, spec, conf)
        elif question.question.kind is QuestionKind.SCORE:
            yield _score(question, asked, sample, spec, conf)
        else:
            yield from _shares(question, overlaps, asked, sample, spec)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who of a population answered a question, and who of what it is part of: a region's nation, a segment's group."""

    domain: Domain
    base: Sum
    nation: Sum | None = None
    group: Sum | None = None

    @property
    def nation_share(self) -> float | None:
        """The region's part of the weighted total of the nation."""
        return None if self.nation is None else self.base.weight.ratio(self.nation.weight)

    @property
    def group_share(self) -> float | None:
        """The segment's part of the weighted total of its whole group."""
        return None if self.group is None else self.base.weight.ratio(self.group.weight)


def _shares(
    question: QuestionSums, overlaps: Overlaps, asked: Asked, sample: DrawnSample, spec: Spec
) -> Iterator[Answer]:
    found = list(_each_share(question, asked, sample, spec))
    # What gathers other answers, or none, has no rank, and the others have theirs without it.
    are_apart = residual([answer.estimate for answer in found])
    ranked = [place for place, is_apart in enumerate(are_apart) if not is_apart]
    estimates = [answer.estimate for answer in found]
    ranks = dict(zip(ranked, _ranks(question, overlaps, asked, estimates, ranked), strict=True))
    for place, answer in enumerate(found):
        rank = ranks.get(place)
        if rank is not None:
            answer = replace(
                answer,
                estimate=answer.estimate._replace(rank_low=float(rank.best), rank_high=float(rank.worst)),
            )
        yield answer


def _ranks(
    question: QuestionSums,
    overlaps: Overlaps,
    asked: Asked,
    answers: Sequence[Estimate],
    ranked: Sequence[int],
) -> Sequence[RankInterval | None]:
    """Return the ranks of some of the *answers* (their places), from the respondents who gave two of them.

    None where those were not counted.
    """
    single = question.question.kind is QuestionKind.SINGLE
    if question.question.is_ordered or len(ranked) < 2 or (question.pairs is None and not single):
        return [None] * len(ranked)
    estimates = [answers[place] for place in ranked]
    plain = [
        each.effective_base == each.base and each.standard_error != 0.0 and each.degrees_of_freedom is None
        for each in estimates
    ]
    if all(plain):
        counts = [question.chosen[place].over(asked.domain.cells).count for place in ranked]
        both = _among(ranked, overlaps.counts(asked.domain.cells))
        return rank_intervals_of_counts(counts, both, OWN_LEVEL)
    shares = [(estimate.value or 0.0) / 100.0 for estimate in estimates]
    bases = [math.inf if each.standard_error == 0.0 else _normal_base(each) for each in estimates]
    weights = _among(ranked, overlaps.shares(asked.domain.cells, asked.base.weight))
    return rank_intervals_of_shares(shares, weights, bases, OWN_LEVEL)


def _among(ranked: Sequence[int], pairs: Mapping[Pair, Both]) -> dict[Pair, Both]:
    """Return the *pairs* of answers that are ranked, by their places among these."""
    at = {place: rank for rank, place in enumerate(ranked)}
    return {(at[one], at[other]): both for (one, other), both in pairs.items() if one in at and other in at}


def _normal_base(estimate: Estimate) -> float:
    base, degrees = estimate.effective_base or 0.0, estimate.degrees_of_freedom
    return base if degrees is None else normal_base(base, degrees, OWN_LEVEL)


def _each_share(question: QuestionSums, asked: Asked, sample: DrawnSample, spec: Spec) -> Iterator[Answer]:
    for place, (item, sums) in enumerate(zip(question.items, question.chosen, strict=True)):
        chosen = sums.over(asked.domain.cells)
        share = chosen.weight.ratio(asked.base.weight)
        precision = share_precision(question, place, sample, asked.domain, asked.base)
        estimate = estimate_of(
            question,
            asked,
            spec,
            item=item,
            value=100.0 * share,
            unit="percent",
            precision=precision,
            response="single" if question.question.kind is QuestionKind.SINGLE else "multiple",
        )
        if question.question.is_ordered:
            estimate = estimate._replace(scale="ordered", order=float(place + 1))
        yield Answer(estimate, asked.domain, place, chosen.count)


def _score(question: QuestionSums, asked: Asked, sample: DrawnSample, spec: Spec, conf: float) -> Answer:
    score = mean_score(question, sample, asked.domain, asked.base)
    estimate = estimate_of(
        question,
        asked,
        spec,
        item=question.question.item,
        value=score.value,
        unit=question.question.unit or f"score/{question.question.highest:g}",
        precision=score.precision,
        response="",
    )
    interval, lowest, highest = _interval(estimate, conf), question.question.lowest, question.question.highest
    if interval is not None:
        interval = Interval(max(interval.low, lowest), min(interval.high, highest))
    return Answer(estimate, asked.domain, 0, asked.base.count, interval)


def _interval(estimate: Estimate, conf: float) -> Interval | None:
    """Return the interval that readers of the results will see."""
    interval = interval_of(estimate, conf)
    return None if interval is None else Interval(*interval)


def _number(
    question: QuestionSums,
    rows: NumberRows,
    asked: Asked,
    sample: DrawnSample,
    spec: Spec,
    conf: float,
) -> Iterator[Answer]:
    [(name, statistic)] = question.question.statistics.items()
    replicates = question.base.replicates
    found = number_estimate(rows, statistic, sample, asked.domain, asked.base, conf, replicates)
    if found is None:
        return
    error = found.precision.standard_error
    estimate = estimate_of(
        question,
        asked,
        spec,
        item=name,
        value=_significant(found.value),
        unit=question.question.unit,
        precision=found.precision._replace(standard_error=None if error is None else _significant(error)),
        response="",
    )
    low, high = map(_significant, found.own_interval) if found.own_interval else (None, None)
    estimate = estimate._replace(
        measure=statistic.split(" ")[0], interval_low=_written(low), interval_high=_written(high)
    )
    interval = found.interval if estimate.measure in QUANTILES else _interval(estimate, conf)
    yield Answer(estimate, asked.domain, 0, asked.base.count, interval)


def estimate_of(
    question: QuestionSums,
    asked: Asked,
    spec: Spec,
    *,
    item: str,
    value: float,
    unit: str,
    precision: Precision,
    response: str,
) -> Estimate:
    """Return a figure as results write it, with its bases and what of the spec is told beside it."""
    written, domain = round(value, WRITTEN_DIGITS), asked.domain
    return Estimate(
        region=domain.region,
        stakeholder=domain.stakeholder,
        indicator=question.question.indicator,
        item=item,
        value=written,
        unit=unit,
        base=float(asked.base.count),
        effective_base=_written(precision.effective_base),
        survey=spec.survey,
        wave=domain.wave,
        segment=domain.segment,
        response=response,
        in_national_sample=None if domain.region == NATION else domain.in_national_sample,
        nation_share=_written(asked.nation_share),
        group_share=_written(asked.group_share),
        breakdown=domain.breakdown,
        rounded_to=0.0,
        standard_error=_written(precision.standard_error),
        degrees_of_freedom=precision.degrees,
        universe=universe_of(question.question, spec),
        question=question.question.wording,
        source=spec.source,
        url=spec.url,
        note=spec.note,
        decimals=published(written),
    )


def universe_of(question: Question, spec: Spec) -> str:
    """Return whom the base of a question stands for: as the spec says, else by the filters that let them pass."""
    if question.universe:
        return question.universe
    filters = [question.where] if spec.universe else [spec.where, question.where]
    passed = " and ".join(written(each) for each in filters if each)
    return f"{spec.universe} ({passed})" if spec.universe and passed else spec.universe or passed


def _significant(value: float) -> float:
    """Return a number of any size without the digits that are but the noise of its sums."""
    return float(f"{value:.{_SIGNIFICANT}g}")


def _written(value: float | None) -> float | None:
    return None if value is None else round(value, WRITTEN_DIGITS)
