"""From sums to results: percentages and scores with their bases, one estimate an item and a population."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from phare_cli.measuring.bounds import Interval
from phare_cli.measuring.linearised import Stratum, design_base, domain_mean, mean_interval
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.respondents.engine.counts import Sum
from phare_cli.respondents.spec import QuestionKind, Spec
from phare_cli.respondents.tally import QuestionSums, Tally

# Digits after the point that are written: beyond them only the noise of floating point is left.
WRITTEN_DIGITS = 10

Population = Mapping[tuple[str, tuple[str, ...]], float]
"""How many people a stratum of a stakeholder group holds."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An estimate with what it was made of: how many chose the item, and the interval of a score."""

    estimate: Estimate
    domain: Domain
    item: int
    count: int
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Design:
    """The strata of a tally: which one each cell belongs to, and how many respondents and people it holds."""

    of_cell: NDArray[np.intp]
    samples: tuple[int, ...]
    populations: tuple[float | None, ...]
    stratified: bool

    @classmethod
    def of(cls, tally: Tally, spec: Spec, population: Population) -> Design:
        """Return the design of a tally. A group of one wave is a sample of its own, strata or not.

        With populations and no strata of their own, the regions of a group are its strata.
        """
        by_region = bool(population) and not spec.strata
        keys = [
            (cell.wave, cell.stakeholder, (cell.region,) if by_region else cell.stratum)
            for cell in tally.cells
        ]
        numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        of_cell = np.array([numbers[key] for key in keys], dtype=np.intp)
        samples = np.bincount(of_cell, tally.respondents.counts, minlength=len(numbers))
        return cls(
            of_cell,
            tuple(int(each) for each in samples),
            tuple(population.get(key[1:]) for key in numbers),
            by_region or bool(spec.strata),
        )


def answers(
    question: QuestionSums, populations: Sequence[Domain], design: Design, spec: Spec, conf: float
) -> Iterator[Answer]:
    """Yield the answers to one question, population by population; none where nobody answered."""
    for domain in populations:
        base = question.base.over(domain.cells)
        if base.count == 0:
            continue
        if question.question.kind is QuestionKind.SCORE:
            yield _score(question, domain, base, design, spec, conf)
        else:
            yield from _shares(question, domain, base, design, spec)


def _shares(
    question: QuestionSums, domain: Domain, base: Sum, design: Design, spec: Spec
) -> Iterator[Answer]:
    kish = base.effective_base
    for place, (item, sums) in enumerate(zip(question.items, question.chosen, strict=True)):
        chosen = sums.over(domain.cells)
        effective = design_base(_share_strata(question, place, domain, design)) if design.stratified else None
        estimate = _estimate(
            question,
            domain,
            spec,
            item=item,
            value=100.0 * chosen.weight.ratio(base.weight),
            unit="percent",
            base=base.count,
            effective_base=kish if effective is None else effective,
            response="single" if question.question.kind is QuestionKind.SINGLE else "multiple",
        )
        yield Answer(estimate, domain, place, chosen.count)


def _score(
    question: QuestionSums, domain: Domain, base: Sum, design: Design, spec: Spec, conf: float
) -> Answer:
    strata = _score_strata(question, domain, design)
    held = sum(stratum.w > 0.0 for stratum in strata)
    estimate = _estimate(
        question,
        domain,
        spec,
        item=question.question.item,
        value=domain_mean(strata),
        unit=f"score/{question.question.highest:g}",
        base=base.count,
        effective_base=base.effective_base,
        response="",
    )
    return Answer(estimate, domain, 0, base.count, mean_interval(strata, base.count, held, conf))


def _estimate(
    question: QuestionSums,
    domain: Domain,
    spec: Spec,
    *,
    item: str,
    value: float,
    unit: str,
    base: int,
    effective_base: float,
    response: str,
) -> Estimate:
    written = round(value, WRITTEN_DIGITS)
    return Estimate(
        region=domain.region,
        stakeholder=domain.stakeholder,
        indicator=question.question.indicator,
        item=item,
        value=written,
        unit=unit,
        base=float(base),
        effective_base=round(effective_base, WRITTEN_DIGITS),
        survey=spec.survey,
        wave=domain.wave,
        segment=domain.segment,
        response=response,
        in_national_sample=domain.in_national_sample,
        universe=question.question.universe or spec.universe,
        question=question.question.wording,
        source=spec.source,
        url=spec.url,
        note=spec.note,
        decimals=_decimals(written),
    )


def _decimals(value: float) -> int:
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


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
