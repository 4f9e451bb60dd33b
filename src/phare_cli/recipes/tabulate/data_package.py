"""Describe a results file as a Frictionless data package: what its columns are, and what each question was."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from phare_cli.language.folding import fold
from phare_cli.nouns.survey import COLUMNS
from phare_cli.respondents.spec import QuestionKind, Spec
from phare_cli.respondents.tally import QuestionSums, Tally

_NUMBERS = ("value", "base", "effective_base")
_MEANING = {
    "survey": "The programme",
    "wave": "The round of the survey",
    "region": "Region; the nation is France",
    "stakeholder": "Who answered: citizens, mayors, associations, companies",
    "segment": "Part of the stakeholder group; empty is the whole group",
    "indicator": "What was asked",
    "item": "The answer that the figure is about",
    "value": "The figure; empty when it is hidden",
    "unit": "percent (0-100), score/10 or count",
    "base": "Respondents asked who answered, unweighted",
    "effective_base": "Base after the design effect",
    "response": "Whether one respondent may give several items",
    "in_national_sample": "On a regional row: is the region part of the national sample",
    "universe": "Who the base stands for",
    "question": "Wording of the question",
    "source": "Where it was published",
    "url": "Address of the source",
    "note": "What to know",
}
_KEY = ["survey", "wave", "region", "stakeholder", "segment", "indicator", "item", "unit"]


def describe(tally: Tally, spec: Spec, results_path: str) -> Mapping[str, object]:
    """Return the descriptor of the results, ready to be written as ``datapackage.json``.

    The questions stand under ``phare:questions``: a descriptor may hold properties of its own.
    """
    title = spec.survey or "Results"
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
                    "fields": [_field(name) for name in COLUMNS],
                    "missingValues": [""],
                    "primaryKey": _KEY,
                },
            }
        ],
        "phare:questions": [_question(question, spec) for question in tally.questions],
    }
    if spec.source:
        package["sources"] = [{"title": spec.source, **({"path": spec.url} if spec.url else {})}]
    return package


def _field(name: str) -> Mapping[str, object]:
    kind = "number" if name in _NUMBERS else "string"
    field: dict[str, object] = {"name": name, "type": kind, "description": _MEANING[name]}
    if name == "response":
        field["constraints"] = {"enum": ["single", "multiple"]}
    if name == "in_national_sample":
        field["constraints"] = {"enum": ["yes", "no"]}
    return field


def _question(sums: QuestionSums, spec: Spec) -> Mapping[str, object]:
    question = sums.question
    scored = question.kind is QuestionKind.SCORE
    return {
        "indicator": question.indicator,
        "question": question.wording,
        "kind": question.kind.value,
        "columns": list(question.columns),
        "items": [question.item] if scored else list(sums.items),
        "missing": [*spec.missing, *question.missing],
        "asked": {column: list(texts) for column, texts in question.asked.items()},
    }


def _slug(title: str) -> str:
    return "-".join(fold(title).split()) or "results"
