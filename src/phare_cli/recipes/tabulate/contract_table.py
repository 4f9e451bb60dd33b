"""Lay a survey out in the columns of the data contract, so that what is written reads back as the same survey."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter

from phare_cli.language.codebook import codebook
from phare_cli.language.folding import clean
from phare_cli.nouns.contract import CONTRACT, ContractColumn
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.nouns.table import Cell, Column, Kind, Source, Table

_TRUTH: Mapping[Cell, str] = {True: "yes", False: "no", None: ""}


def results_table(survey: Survey) -> Table:
    """Return one row an estimate, in the contract's order.

    A column that is neither required nor part of the key is left out where nothing is known of any figure.
    """
    sources = {(each.source, each.url) for each in survey.estimates if each.source}
    columns = [column for column in CONTRACT if _is_written(column, survey)]
    return Table(
        command="tabulate",
        title=sentence("Results"),
        columns=tuple(
            Column(column.name, Message(column.name), Kind.NUMBER if column.is_number else Kind.TEXT)
            for column in columns
        ),
        rows=_rows(map(_as_spelled(survey), survey.estimates), columns),
        notes=survey.notices,
        sources=tuple(Source(*pair) for pair in sorted(sources)),
    )


def named_whole(survey: Survey, whole: str) -> Survey:
    """Return a survey whose regions add up to *whole*, by its name rather than that of the nation."""
    if not whole:
        return survey
    id = codebook().find("region", whole) or clean(whole)
    renamed = (
        each._replace(region=id)
        if each.region == NATION
        else each._replace(whole=id if each.in_national_sample is not None else "")
        for each in survey.estimates
    )
    return survey.but(estimates=tuple(renamed))


def _as_spelled(survey: Survey) -> Callable[[Estimate], Estimate]:
    """Return what calls the group of a figure by the word that its respondents' file has for it."""
    groups = {id: word for (kind, id), word in survey.spelled.items() if kind == "stakeholder"}
    if not groups:
        return lambda estimate: estimate
    return lambda estimate: estimate._replace(
        stakeholder=groups.get(estimate.stakeholder, estimate.stakeholder)
    )


def _is_written(column: ContractColumn, survey: Survey) -> bool:
    """Tell whether a column is one that every file has, or something is known in it."""
    if column.required or column.in_key:
        return True
    return any(value is not None and value != "" for value in map(attrgetter(column.name), survey.estimates))


def _rows(estimates: Iterable[Estimate], columns: Sequence[ContractColumn]) -> tuple[tuple[Cell, ...], ...]:
    rows: Iterable[tuple[Cell, ...]] = map(attrgetter(*(column.name for column in columns)), estimates)
    for place, column in enumerate(columns):
        if column.kind == "truth":
            rows = [(*row[:place], _TRUTH[row[place]], *row[place + 1 :]) for row in rows]
    return tuple(rows)
