"""Quantiles by replicate weights: a second reading sums each of them up to what the first found the quantiles to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from phare_cli.files.source import STDIN
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.recipes.tabulate.variances.number_estimates import quantile_of
from phare_cli.respondents.question_sums import QuestionSums
from phare_cli.respondents.spec import Question, Spec
from phare_cli.respondents.specs.number_keys import quantile_part
from phare_cli.respondents.tally import Tally

_HALF = 0.5


def require_files(spec: Spec, paths: Sequence[str]) -> None:
    """Raise WrongOption for quantiles by replicate weights of answers that can be read once only."""
    if STDIN in paths and spec.replicates is not None and any(map(_parts, spec.questions)):
        raise WrongOption(
            sentence(
                "medians and quantiles by replicate weights take a second reading: name a file in place of standard "
                "input."
            )
        )


def to_read_again(sums: Tally, spec: Spec, populations: Sequence[Domain]) -> Spec | None:
    """Return the spec of a second reading, by what the first found; None where no quantile has replicates."""
    if spec.replicates is None or not any(map(_parts, spec.questions)):
        return None
    cuts = [_cuts(each, populations, len(sums.cells)) for each in sums.questions]
    asked = zip(spec.questions, cuts, strict=True)
    return replace(spec, questions=tuple(replace(question, cuts=of_cells) for question, of_cells in asked))


def _parts(question: Question) -> list[float]:
    """Return the parts under the quantiles that a question asks for."""
    asked = (_HALF if each == "median" else quantile_part(each) for each in question.statistics.values())
    return [part for part in asked if part is not None]


def _cuts(sums: QuestionSums, populations: Sequence[Domain], cells: int) -> tuple[tuple[float, ...], ...]:
    """Return, by cell, the quantiles of the populations that it belongs to."""
    parts = _parts(sums.question)
    if sums.numbers is None or not parts:
        return ()
    cuts: list[set[float]] = [set() for _ in range(cells)]
    for domain in populations:
        found = {quantile_of(sums.numbers, part, domain.cells) for part in parts}
        for cell in domain.cells.tolist():
            cuts[cell] |= found - {None}
    return tuple(tuple(sorted(of_cell)) for of_cell in cuts)
