"""What a row says of its own figure and cannot be: more respondents by weighting, a step that its value denies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from phare_cli.measuring.bounds import is_over
from phare_cli.nouns.message import Figure, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.check.doubt import doubt

_BLUR = 1e-6  # of a step: binary noise of a value that is a whole number of them


def effective_bases(estimates: Iterable[Estimate]) -> Iterator[Problem]:
    """Yield a warning for each effective base above its base, unless a standard error tells of a design.

    Weights alone make it smaller; strata and finite populations may make it larger.
    """
    for estimate in estimates:
        base, effective = estimate.base, estimate.effective_base
        if (
            base is None
            or effective is None
            or estimate.standard_error is not None
            or not is_over(effective, base)
        ):
            continue
        message = sentence(
            "an effective base of {effective} is above the {base} asked, and weighting makes it smaller: correct one "
            "of the two, unless the design explains it.",
            effective=Figure(effective, "base", 0 if effective.is_integer() else 1),
            base=Figure(base, "base", 0),
        )
        yield doubt("effective-above-base", message, estimate, "effective_base", effective)


def denied_steps(estimates: Iterable[Estimate]) -> Iterator[Problem]:
    """Yield a warning for each value that is no whole number of the steps that it is said to be rounded to."""
    for estimate in estimates:
        value, step = estimate.value, estimate.rounded_to
        if value is None or not step or abs(value / step - round(value / step)) <= _BLUR:
            continue
        message = sentence(
            "{value} is not a multiple of {step}, the step that it is said to be rounded to: correct one of the two.",
            value=Figure(value, estimate.unit, estimate.decimals),
            step=f"{step:g}",
        )
        yield doubt("denied-rounding", message, estimate, "rounded_to", step)
