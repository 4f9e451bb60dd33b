"""Tell all that is wrong in a spec and its files at once: keys, columns that are not there, values of the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress

from phare_cli.files.findings import Findings
from phare_cli.files.source import STDIN
from phare_cli.nouns.errors import PhareError
from phare_cli.nouns.problem import Problem
from phare_cli.respondents.spec import Spec
from phare_cli.respondents.specs.reduced_spec import without_columns

_ABSENT = "missing-column"
_QUESTION = re.compile(r"question\[(\d+)\]")

Read = Callable[[Spec, Findings], object]
"""Counts what a spec asks of the files, and tells what is wrong of both."""


def tell_all(spec: Spec, paths: Sequence[str], findings: Findings, read: Read, *, is_read: bool) -> None:
    """Add to *findings* what *read* tells of the columns that are there; *is_read* says that it was tried already.

    What is asked wrongly in the spec is looked for, and what it holds is not judged.
    """
    if STDIN in paths:  # which is read once
        return
    if not is_read:
        _add(findings, _told(read, spec, findings), _ABSENT)
    absent = {problem.column or "" for problem in findings.problems if problem.code == _ABSENT}
    numbers = (_QUESTION.match(problem.column or "") for problem in spec.problems)
    rest = without_columns(spec, absent, {int(found[1]) - 1 for found in numbers if found})
    if rest.questions:
        _add(findings, _told(read, rest, findings))


def _told(read: Read, spec: Spec, findings: Findings) -> Findings:
    apart = findings.apart()
    with suppress(PhareError):  # what stops it is told when nothing else does
        read(spec, apart)
    return apart


def _add(findings: Findings, more: Findings, code: str = "") -> None:
    """Add the problems that are not there yet, those of a *code* alone where one is named."""
    fresh = [
        each for each in more.problems if each.code == (code or each.code) and not _is_in(each, findings)
    ]
    added = findings.apart()
    added.problems, added.problem_count = fresh, len(fresh)
    findings.absorb(added)


def _is_in(problem: Problem, findings: Findings) -> bool:
    return any(problem[:1] + problem[2:] == known[:1] + known[2:] for known in findings.problems)
