"""Read bytes into a Survey, or into every problem that stands in the way. The one way in for data."""

from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple

from phare_cli.files.findings import KEPT, Findings
from phare_cli.files.kind import FileKind
from phare_cli.files.source import OpenedFile, opened, require_one_standard_input
from phare_cli.language.folding import clean
from phare_cli.nouns.errors import InvalidData
from phare_cli.nouns.large.counted import are_columned
from phare_cli.nouns.message import counted, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.results.names import own_words_of
from phare_cli.results.region_codes import CodesOfDepartements
from phare_cli.results.rows import EstimatesByKey
from phare_cli.results.rules import NO_RULES, Rules, parse_map

__all__ = ["Inspection", "Rules", "inspect", "parse_map", "read"]

FileReader = Callable[[OpenedFile, Rules, Findings, EstimatesByKey], Sequence[Estimate]]


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
    for each in findings.readings:
        findings.notice(sentence("{file}: {said}", file=each.file, said=each.message))
    return Survey.of(estimates, findings.notices).but(spelled=own_words_of(findings.spelled))


def inspect(*files: str | Path | BinaryIO, rules: Rules = NO_RULES) -> Inspection:
    """Return what is right and what is wrong in results files. Raises UnreadableInput for what is no table."""
    estimates, findings = _read(files, rules)
    found = (*findings.problems, *findings.readings, *findings.warnings)[:KEPT]
    total = findings.problem_count + len(findings.readings) + findings.warning_count
    survey = Survey.of(estimates, findings.notices).but(spelled=own_words_of(findings.spelled))
    return Inspection(survey, found, total)


def _read(files: tuple[str | Path | BinaryIO, ...], rules: Rules) -> tuple[Sequence[Estimate], Findings]:
    require_one_standard_input(files)
    findings = Findings()
    seen: EstimatesByKey = {}
    parts: list[Sequence[Estimate]] = []
    kinds: list[tuple[str, FileKind]] = []
    for file in files:
        with opened(file) as source:
            kinds.append((source.name, source.kind))
            if rules.options is not None and len(kinds) == len(files):
                rules.options.require_fit(kinds)
            parts.append(_figures(source, rules, findings, seen))
            if len(kinds) < len(files) and not isinstance(parts[-1], list):
                seen.update((each.key, each) for each in parts[-1])  # columns hold their keys for themselves
    if rules.row_filter is None:
        for mark in sorted(rules.marks - findings.marks_met - frozenset(map(clean, rules.usual_missing))):
            findings.notice(sentence("--missing {mark}: no figure holds it.", mark=mark))
    found = parts[0] if len(parts) == 1 else list(chain.from_iterable(parts))
    if _has_scale(found):
        from phare_cli.results.scales.with_scales import with_scales  # most files have none

        found = with_scales(found, findings)
    return found, findings


def _has_scale(estimates: Sequence[Estimate]) -> bool:
    if are_columned(estimates):
        return "scale" in estimates.coded or bool(estimates.constant.get("scale"))
    return any(each.scale for each in estimates)


def _figures(
    source: OpenedFile, rules: Rules, findings: Findings, seen: EstimatesByKey
) -> Sequence[Estimate]:
    """Return the figures of one file; one whose codes turn out to be those of départements is read as such."""
    reader, found, before = _reader(source.kind), findings.apart(), len(seen)
    try:
        estimates = reader(source, rules, found, seen)
    except CodesOfDepartements as codes:
        while len(seen) > before:
            seen.popitem()
        found = findings.apart()
        found.reading("codes-of-departements", codes.told, source.name, codes.line, codes.column)
        estimates = reader(source, rules.of_departements(), found, seen)
    if any(kind == "indicator" and id not in words for (kind, id), words in found.spelled.items()):
        from phare_cli.results.own_questions import with_own_questions  # data that hold ids never need it

        estimates = with_own_questions(estimates, found.spelled)
    findings.absorb(found)
    return estimates


def _reader(kind: FileKind) -> FileReader:
    """Return what reads files of *kind*; what the others need is imported only for them."""
    match kind:
        case "text":
            from phare_cli.results.text import read_text as reader
        case "json":
            from phare_cli.results.typed_tables import read_json as reader
        case "parquet" | "sav" | "por" | "dta":
            from phare_cli.results.typed_tables import read_columns as reader
        case "xlsx" | "xls" | "xlsb" | "ods":
            from phare_cli.results.typed_tables import read_workbook as reader
    return reader
