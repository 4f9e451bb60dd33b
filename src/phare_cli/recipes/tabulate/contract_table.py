"""Lay a survey out in the columns of the data contract, so that what is written reads back as the same survey."""

from __future__ import annotations

from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.survey import COLUMNS, Estimate, Survey
from phare_cli.nouns.table import Cell, Column, Kind, Source, Table

_KINDS = {"value": Kind.NUMBER, "base": Kind.NUMBER, "effective_base": Kind.NUMBER}


def results_table(survey: Survey) -> Table:
    """Return one row an estimate, in every column of the data contract."""
    sources = {(each.source, each.url) for each in survey.estimates if each.source}
    return Table(
        command="tabulate",
        title=sentence("Results"),
        columns=tuple(Column(name, Message(name), _KINDS.get(name, Kind.TEXT)) for name in COLUMNS),
        rows=tuple(tuple(_cell(estimate, name) for name in COLUMNS) for estimate in survey.estimates),
        notes=survey.notices,
        sources=tuple(Source(*pair) for pair in sorted(sources)),
    )


def _cell(estimate: Estimate, name: str) -> Cell:
    if name == "in_national_sample":
        return {True: "yes", False: "no", None: ""}[estimate.in_national_sample]
    value: Cell = getattr(estimate, name)
    return value
