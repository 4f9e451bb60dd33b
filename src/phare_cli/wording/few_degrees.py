"""What is said of designs that leave few degrees of freedom, and so widen intervals and tests. Decides nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable

from phare_cli.judging.verdicts import Judgement
from phare_cli.nouns.message import Figure, Message, sentence
from phare_cli.nouns.survey import Estimate


def degrees_line(estimates: Iterable[Estimate]) -> list[Message]:
    """Return a line on figures whose design tells its degrees of freedom, where there are any."""
    known = [each.degrees_of_freedom for each in estimates if each.degrees_of_freedom is not None]
    if not known:
        return []
    return [
        sentence(
            "Intervals and tests take Student's t, on the degrees of freedom that the sampling design leaves: {least} "
            "at least.",
            least=Figure(min(known), "number", 0),
        )
    ]


def degrees_of_test(judgement: Judgement) -> list[Message]:
    """Return on how many degrees of freedom a share was tested; nothing where its designs tell none."""
    degrees = math.inf if judgement.law is None else judgement.law.degrees_of_freedom
    if judgement.pair.estimate.unit != "percent" or math.isinf(degrees):
        return []
    return [
        sentence(
            "z taken for Student's t, on the {degrees} degrees of freedom that the designs of the samples leave "
            "(Satterthwaite, 1946, Biometrics Bulletin 2:110)",
            degrees=Figure(degrees, "number", 1),
        )
    ]
