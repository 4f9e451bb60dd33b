"""The sums of the strata of a population whose respondents were each drawn by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from phare_cli.measuring.linearised import Stratum
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.recipes.tabulate.sampling_design import Design
from phare_cli.respondents.question_sums import QuestionSums


def strata_of_share(question: QuestionSums, place: int, domain: Domain, design: Design) -> list[Stratum]:
    """Return the sums of the share of one item of a question."""
    strata = []
    for sample, population, cells in _strata(domain, design):
        base, chosen = question.base.over(cells), question.chosen[place].over(cells)
        w, wy, ww, wwy = map(float, (base.weight, chosen.weight, base.square, chosen.square))
        strata.append(Stratum(sample, w, wy, ww, wwy, wwy, population))
    return strata


def strata_of_score(question: QuestionSums, domain: Domain, design: Design) -> list[Stratum]:
    """Return the sums of the mean of a score."""
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


def count_strata(strata: Sequence[Stratum]) -> int:
    """Return in how many strata somebody of a domain stands."""
    return sum(stratum.w > 0.0 for stratum in strata)


def _strata(domain: Domain, design: Design) -> Iterator[tuple[int, float | None, NDArray[np.intp]]]:
    """Yield every stratum of the group's sample: its respondents, its population, its cells in the domain."""
    of_domain = design.of_cell[domain.cells]
    for number in np.unique(of_domain):
        yield design.samples[number], design.populations[number], domain.cells[of_domain == number]
