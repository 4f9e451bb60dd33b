"""Read bytes into a Survey, or into every problem that stands in the way. The one way in for data."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from phare_cli.files.findings import KEPT, Findings
from phare_cli.files.kind import FileKind
from phare_cli.files.source import OpenedFile, opened
from phare_cli.nouns.errors import InvalidData, WrongOption
from phare_cli.nouns.message import counted, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.results.rows import EstimatesByKey
from phare_cli.results.rules import NO_RULES, Rules, parse_map

__all__ = ["Inspection", "Rules", "inspect", "parse_map", "read"]

FileReader = Callable[[OpenedFile, Rules, Findings, EstimatesByKey], list[Estimate]]


class Inspection(NamedTuple):
    """What checking files found: the figures that are right, the first problems and warnings, the number of all."""

    survey: Survey
    problems: tuple[Problem, ...]
    total: int


def read(*files: str | Path | BinaryIO, rules: Rules = NO_RULES) -> Survey:
    """Return the figures of results files; ``-`` is standard input.

    Raises InvalidData with everything that is wrong in any of them, UnreadableInput for what is no table.
    """
    estimates, findings = _read(files, rules)
    if findings.problem_count:
        raise InvalidData(findings.problems, findings.problem_count)
    if findings.warning_count:
        findings.notice(
            counted(
                "{count} figure looks odd: phare check tells which and why.",
                "{count} figures look odd: phare check tells which and why.",
                findings.warning_count,
            )
        )
    return Survey.of(estimates, findings.notices)


def inspect(*files: str | Path | BinaryIO, rules: Rules = NO_RULES) -> Inspection:
    """Return what is right and what is wrong in results files. Raises UnreadableInput for what is no table."""
    estimates, findings = _read(files, rules)
    found = (*findings.problems, *findings.warnings)[:KEPT]
    return Inspection(
        Survey.of(estimates, findings.notices), found, findings.problem_count + findings.warning_count
    )


def _read(files: tuple[str | Path | BinaryIO, ...], rules: Rules) -> tuple[list[Estimate], Findings]:
    if sum(isinstance(file, str | Path) and str(file) == "-" for file in files) > 1:
        raise WrongOption(sentence("standard input can be read once only: write - once."))
    findings = Findings()
    seen: EstimatesByKey = {}
    estimates: list[Estimate] = []
    for file in files:
        with opened(file) as source:
            estimates.extend(_reader(source.form)(source, rules, findings, seen))
    return estimates, findings


def _reader(form: FileKind) -> FileReader:
    """Return what reads files of *form*; what the others need is imported only for them."""
    match form:
        case FileKind.TEXT:
            from phare_cli.results.text import read_text as reader
        case FileKind.JSON:
            from phare_cli.results.own_json import read_json as reader
        case FileKind.XLSX:
            from phare_cli.results.xlsx import read_xlsx as reader
        case FileKind.ODS:
            from phare_cli.results.ods import read_ods as reader
        case FileKind.PARQUET:
            from phare_cli.results.columnar import read_parquet as reader
        case FileKind.SAV:
            from phare_cli.results.columnar import read_sav as reader
    return reader
