"""Several breakdowns of the same groups in one run: each with its own parts, never two of them crossed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from phare_cli.files.findings import Findings
from phare_cli.files.source import STDIN
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, counted, sentence
from phare_cli.recipes.tabulate.estimates import Answer
from phare_cli.respondents.spec import Spec


def require_alone(spec: Spec, paths: Sequence[str], min_count: int) -> None:
    """Raise WrongOption where several breakdowns cannot be had: of what is read once, or where results are hidden."""
    if not spec.more_breakdowns:
        return
    if STDIN in paths:
        raise WrongOption(
            sentence("the answers are read once for each --segment: name a file in place of standard input.")
        )
    if min_count > 1:
        raise WrongOption(
            sentence(
                "what one breakdown hides another may give away: with --min-count take one --segment a run, and do "
                "not publish two of them together."
            )
        )


def apart_names(by_question: Sequence[Sequence[Answer]], findings: Findings) -> list[list[Answer]]:
    """Return the answers, segments that are called alike in two breakdowns having the column before their name."""
    columns: dict[str, set[str]] = {}
    for answers in by_question:
        for answer in answers:
            columns.setdefault(answer.domain.segment, set()).add(answer.domain.breakdown)
    alike = tuple(segment for segment, names in columns.items() if len(names) > 1)
    if not alike:
        return [list(answers) for answers in by_question]
    findings.notice(
        counted(
            "several columns have a segment of one name ({segments}): the column stands before it.",
            "several columns have segments of one name ({segments}): the column stands before each.",
            len(alike),
            segments=Listing(alike),
        )
    )
    return [
        [_with_column(answer) if answer.domain.segment in alike else answer for answer in answers]
        for answers in by_question
    ]


def _with_column(answer: Answer) -> Answer:
    domain = answer.domain
    name = f"{domain.breakdown}: {domain.segment}"
    return replace(
        answer, estimate=answer.estimate._replace(segment=name), domain=replace(domain, segment=name)
    )


def require_own_indicators(by_question: Sequence[Sequence[Answer]], findings: Findings, file: str) -> None:
    """Raise InvalidData where two questions of one unit would answer one indicator of the same people."""
    taken: dict[tuple[str, ...], int] = {}
    reported: set[str] = set()
    for number, each in enumerate(by_question):
        for answer in each:
            estimate = answer.estimate
            key = (
                estimate.wave,
                estimate.region,
                estimate.stakeholder,
                estimate.segment,
                estimate.indicator,
                estimate.unit,
            )
            if taken.setdefault(key, number) != number and estimate.indicator not in reported:
                reported.add(estimate.indicator)
                message = sentence(
                    "two questions are called “{indicator}” and would be one ranking: give each an indicator of "
                    "its own.",
                    indicator=estimate.indicator,
                )
                findings.problem("duplicate-indicator", message, file)
    findings.raise_any()
