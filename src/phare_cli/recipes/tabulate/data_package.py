"""Describe a results file as a Frictionless data package: what its columns are, and what each question was."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from phare_cli.language.folding import fold
from phare_cli.nouns.contract import CONTRACT, KEY, ContractColumn
from phare_cli.nouns.table import Table, is_address
from phare_cli.respondents.conditions.condition import written
from phare_cli.respondents.question_sums import QuestionSums
from phare_cli.respondents.spec import QuestionKind, Spec
from phare_cli.respondents.tally import Tally

_TYPES = {"number": "number", "whole number": "integer", "truth": "boolean"}


def describe(tally: Tally, spec: Spec, results: Table, results_path: str) -> Mapping[str, object]:
    """Return the descriptor of the *results*, ready to be written as ``datapackage.json``.

    The questions stand under ``phare:questions``: a descriptor may hold properties of its own.
    """
    title = spec.survey or "Results"
    written = {column.name for column in results.columns}
    package: dict[str, object] = {
        "name": _slug(title),
        "title": title,
        "resources": [
            {
                "name": "results",
                "path": Path(results_path).name,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [field_of(column) for column in CONTRACT if column.name in written],
                    "missingValues": [""],
                    "primaryKey": list(KEY),
                },
            }
        ],
        "phare:questions": [_question(question, spec) for question in tally.questions],
    }
    if spec.source:
        path = {"path": spec.url} if is_address(spec.url) else {}
        package["sources"] = [{"title": spec.source, **path}]
    return package


def field_of(column: ContractColumn) -> Mapping[str, object]:
    """Return what a schema says of a column of the contract."""
    meaning = str(column.meaning)
    field: dict[str, object] = {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        "description": f"{meaning[0].upper()}{meaning[1:]}.",
    }
    constraints: dict[str, object] = {}
    if column.kind == "truth":
        field |= {"trueValues": ["yes"], "falseValues": ["no"]}
    elif column.words:
        constraints["enum"] = list(column.words)
    if column.lowest is not None:
        constraints["minimum"] = column.lowest
    if column.highest is not None:
        constraints["maximum"] = column.highest
    return {**field, "constraints": constraints} if constraints else field


def _question(sums: QuestionSums, spec: Spec) -> Mapping[str, object]:
    question = sums.question
    filters = [each for each in (spec.where, question.where) if each]
    scored = question.kind is QuestionKind.SCORE
    return {
        "indicator": question.indicator,
        "question": question.wording,
        "kind": question.kind.value,
        "columns": list(question.columns),
        "items": list(question.statistics) or ([question.item] if scored else list(sums.items)),
        "missing": [*spec.missing, *question.missing],
        "asked": {column: list(texts) for column, texts in question.asked.items()},
        **({"where": " and ".join(f"({written(each)})" for each in filters)} if filters else {}),
    }


def _slug(title: str) -> str:
    return "-".join(fold(title).split()) or "results"
