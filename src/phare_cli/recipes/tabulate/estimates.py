"""From sums to results: percentages and scores with their bases, one estimate an item and a population."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from phare_cli.judging.precision import OWN_LEVEL
from phare_cli.language.digits import published
from phare_cli.measuring.bounds import Interval
from phare_cli.measuring.linearised import (
    Stratum,
    base_of_degrees,
    design_base,
    domain_mean,
    is_census,
    mean_interval,
    mean_variance,
)
from phare_cli.measuring.overlapping_ranks import rank_intervals_of_counts, rank_intervals_of_shares
from phare_cli.measuring.ranks import RankInterval
from phare_cli.nouns.survey import NATION, Estimate
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.recipes.tabulate.sampling_design import Design
from phare_cli.respondents.engine.counts import Sum
from phare_cli.respondents.spec import QuestionKind, Spec
from phare_cli.respondents.tally import QuestionSums

# Digits after the point that are written: beyond them only the noise of floating point is left.
WRITTEN_DIGITS = 10
# A standard error under so much of the highest score is the root of what floating point leaves of no variance.
_NOISE = 1e-6


@dataclass(frozen=True, slots=True)
class Answer:
    """An estimate with what it was made of: how many chose the item, and the interval of a score."""

    estimate: Estimate
    domain: Domain
    item: int
    count: int
    interval: Interval | None = None


def answers(
    question: QuestionSums, populations: Sequence[Domain], design: Design, spec: Spec, conf: float
) -> Iterator[Answer]:
    """Yield the answers to one question, population by population; none where nobody answered."""
    nations: dict[tuple[str, str, str], Sum] = {}
    groups: dict[tuple[str, str, str], Sum] = {}
    for domain in populations:
        base = question.base.over(domain.cells)
        if base.count == 0:
            continue
        if domain.region == NATION:
            nations[domain.wave, domain.stakeholder, domain.segment] = base
        nation = nations.get((domain.wave, domain.stakeholder, domain.segment))
        if not domain.segment:
            groups[domain.wave, domain.region, domain.stakeholder] = base
        group = groups.get((domain.wave, domain.region, domain.stakeholder)) if domain.segment else None
        asked = _Asked(domain, base, None if domain.region == NATION else nation, group)
        if question.question.kind is QuestionKind.SCORE:
            yield _score(question, asked, design, spec, conf)
        else:
            yield from _shares(question, asked, design, spec)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who of a population answered a question, and who of what it is part of: a region's nation, a segment's group."""

    domain: Domain
    base: Sum
    nation: Sum | None
    group: Sum | None

    @property
    def nation_share(self) -> float | None:
        """The region's part of the weighted total of the nation."""
        return None if self.nation is None else self.base.weight.ratio(self.nation.weight)

    @property
    def group_share(self) -> float | None:
        """The segment's part of the weighted total of its whole group."""
        return None if self.group is None else self.base.weight.ratio(self.group.weight)


def _shares(question: QuestionSums, asked: _Asked, design: Design, spec: Spec) -> Iterator[Answer]:
    found = list(_each_share(question, asked, design, spec))
    ranks = _ranks(question, asked, [answer.estimate for answer in found])
    for answer, rank in zip(found, ranks, strict=True):
        if rank is not None:
            answer = replace(
                answer,
                estimate=answer.estimate._replace(rank_low=float(rank.best), rank_high=float(rank.worst)),
            )
        yield answer


def _ranks(
    question: QuestionSums, asked: _Asked, estimates: Sequence[Estimate]
) -> Sequence[RankInterval | None]:
    """Return the ranks of items, from the respondents who gave two of them; None where those were not counted."""
    single = question.question.kind is QuestionKind.SINGLE
    if question.question.is_ordered or len(estimates) < 2 or (question.pairs is None and not single):
        return [None] * len(estimates)
    both = {pair: sums.over(asked.domain.cells) for pair, sums in (question.pairs or {}).items()}
    plain = [each.effective_base == each.base and each.standard_error != 0.0 for each in estimates]
    if all(plain):
        counts = [sums.over(asked.domain.cells).count for sums in question.chosen]
        return rank_intervals_of_counts(
            counts, {pair: pair_sums.count for pair, pair_sums in both.items()}, OWN_LEVEL
        )
    shares = [(estimate.value or 0.0) / 100.0 for estimate in estimates]
    bases = [math.inf if each.standard_error == 0.0 else each.effective_base or 0.0 for each in estimates]
    weights = {pair: pair_sums.weight.ratio(asked.base.weight) for pair, pair_sums in both.items()}
    return rank_intervals_of_shares(shares, weights, bases, OWN_LEVEL)


def _each_share(question: QuestionSums, asked: _Asked, design: Design, spec: Spec) -> Iterator[Answer]:
    for place, (item, sums) in enumerate(zip(question.items, question.chosen, strict=True)):
        chosen = sums.over(asked.domain.cells)
        share = chosen.weight.ratio(asked.base.weight)
        effective, error = _precision(question, place, asked, share, design)
        estimate = _estimate(
            question,
            asked,
            spec,
            item=item,
            value=100.0 * share,
            unit="percent",
            effective_base=effective,
            standard_error=error,
            response="single" if question.question.kind is QuestionKind.SINGLE else "multiple",
        )
        if question.question.is_ordered:
            estimate = estimate._replace(scale="ordered", order=float(place + 1))
        yield Answer(estimate, asked.domain, place, chosen.count)


def _precision(
    question: QuestionSums, place: int, asked: _Asked, share: float, design: Design
) -> tuple[float, float | None]:
    """Return the effective base of a share and its standard error: without strata, by what weights cost (Kish)."""
    kish = asked.base.effective_base
    if not design.stratified:
        return kish, _share_error(share, kish)
    strata = _share_strata(question, place, asked.domain, design)
    if is_census(strata):
        return kish, 0.0
    effective = design_base(strata, asked=asked.base.count, kish=kish)
    error = _share_error(share, effective)
    return base_of_degrees(effective, asked.base.count, _stratum_count(strata), OWN_LEVEL), error


def _stratum_count(strata: Sequence[Stratum]) -> int:
    """Return in how many strata somebody of a domain stands."""
    return sum(stratum.w > 0.0 for stratum in strata)


def _share_error(share: float, effective_base: float) -> float | None:
    """Return the standard error of a share, in points; None at 0 or 100, where none can be told."""
    return 100.0 * math.sqrt(share * (1.0 - share) / effective_base) if 0.0 < share < 1.0 else None


def _score(question: QuestionSums, asked: _Asked, design: Design, spec: Spec, conf: float) -> Answer:
    strata, base = _score_strata(question, asked.domain, design), asked.base
    stratum_count = _stratum_count(strata)
    whole = is_census(strata)
    # One respondent alone, or one a stratum, tells of no variance.
    error = math.sqrt(mean_variance(strata)) if whole or base.count > stratum_count else None
    lowest, highest = question.question.lowest, question.question.highest
    if not whole and error is not None and error <= _NOISE * max(abs(lowest), abs(highest)):
        error = None  # a sample in which everybody gave the same score does not tell how much scores vary
    interval = mean_interval(strata, base.count, stratum_count, conf) if error is not None else None
    if interval is not None:
        interval = Interval(max(interval.low, lowest), min(interval.high, highest))
    estimate = _estimate(
        question,
        asked,
        spec,
        item=question.question.item,
        value=domain_mean(strata),
        unit=f"score/{highest:g}",
        effective_base=base.effective_base,
        standard_error=error,
        response="",
    )
    return Answer(estimate, asked.domain, 0, base.count, interval)


def _estimate(
    question: QuestionSums,
    asked: _Asked,
    spec: Spec,
    *,
    item: str,
    value: float,
    unit: str,
    effective_base: float,
    standard_error: float | None,
    response: str,
) -> Estimate:
    written, domain = round(value, WRITTEN_DIGITS), asked.domain
    return Estimate(
        region=domain.region,
        stakeholder=domain.stakeholder,
        indicator=question.question.indicator,
        item=item,
        value=written,
        unit=unit,
        base=float(asked.base.count),
        effective_base=_written(effective_base),
        survey=spec.survey,
        wave=domain.wave,
        segment=domain.segment,
        response=response,
        in_national_sample=domain.in_national_sample,
        nation_share=_written(asked.nation_share),
        group_share=_written(asked.group_share),
        breakdown=domain.breakdown,
        rounded_to=0.0,
        standard_error=_written(standard_error),
        universe=question.question.universe or spec.universe,
        question=question.question.wording,
        source=spec.source,
        url=spec.url,
        note=spec.note,
        decimals=published(written),
    )


def _written(value: float | None) -> float | None:
    return None if value is None else round(value, WRITTEN_DIGITS)


def _share_strata(question: QuestionSums, place: int, domain: Domain, design: Design) -> list[Stratum]:
    strata = []
    for sample, population, cells in _strata(domain, design):
        base, chosen = question.base.over(cells), question.chosen[place].over(cells)
        w, wy, ww, wwy = map(float, (base.weight, chosen.weight, base.square, chosen.square))
        strata.append(Stratum(sample, w, wy, ww, wwy, wwy, population))
    return strata


def _score_strata(question: QuestionSums, domain: Domain, design: Design) -> list[Stratum]:
    strata = []
    for sample, population, cells in _strata(domain, design):
        base = question.base.over(cells)
        chosen = [sums.over(cells) for sums in question.chosen]
        pairs = list(zip(question.values, chosen, strict=True))
        wy = sum(value * float(each.weight) for value, each in pairs)
        wwy = sum(value * float(each.square) for value, each in pairs)
        wwyy = sum(value * value * float(each.square) for value, each in pairs)
        strata.append(Stratum(sample, float(base.weight), wy, float(base.square), wwy, wwyy, population))
    return strata


def _strata(domain: Domain, design: Design) -> Iterator[tuple[int, float | None, NDArray[np.intp]]]:
    """Yield every stratum of the group's sample: its respondents, its population, its cells in the domain."""
    of_domain = design.of_cell[domain.cells]
    for number in np.unique(of_domain):
        yield design.samples[number], design.populations[number], domain.cells[of_domain == number]
