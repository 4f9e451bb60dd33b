"""What phare writes for programs and spreadsheets, phare reads back equal."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli import read
from phare_cli.nouns.message import verbatim
from phare_cli.nouns.survey import Estimate
from phare_cli.nouns.table import Cell, Column, Kind, Table
from phare_cli.rendering import Look, render_bytes

NAMES = ("region", "stakeholder", "indicator", "item", "value", "unit", "base", "note")
KINDS = {"value": Kind.VALUE, "base": Kind.BASE}
COLUMNS = tuple(Column(name, verbatim(name), KINDS.get(name, Kind.TEXT)) for name in NAMES)
WRITTEN = [
    ("csv", "standard"),
    ("csv", "excel-fr"),
    ("tsv", "standard"),
    ("json", "standard"),
    ("xlsx", "standard"),
]


def results(*rows: tuple[Cell, ...]) -> Table:
    return Table("show", verbatim("results"), COLUMNS, rows)


def told(estimate: Estimate) -> tuple[Cell, ...]:
    return tuple(getattr(estimate, name) for name in NAMES)


@pytest.mark.parametrize(("format", "dialect"), WRITTEN)
def test_codes_figures_and_notes_read_back_equal(format: str, dialect: str) -> None:
    rows = (
        ("Corse", "citizens", "fragilities", "01", 57.0, "percent", 1234.0, 'a "quoted"; cell, with | and €'),
        ("Corse", "citizens", "fragilities", "2A", 33.333, "percent", None, "=1+1"),
        ("Corse", "citizens", "fragilities", "0612345678", 99.999, "percent", 12345678.0, "1,5"),
        ("Nouvelle-Aquitaine", "mayors", "fragilities", "TRUE", None, "percent", None, ""),
        ("Nouvelle-Aquitaine", "mayors", "scores", "null", 7.25, "score/10", 30.0, "–"),
    )

    survey = read(
        BytesIO(render_bytes(results(*rows), format, Look(language="fr", dialect=dialect, raw=True)))
    )

    assert tuple(map(told, survey.estimates)) == rows


FIGURES = st.floats(0, 100).map(lambda value: round(value, 12)) | st.none()


@pytest.mark.parametrize(("format", "dialect"), WRITTEN[:4])
@given(values=st.lists(FIGURES, min_size=1, max_size=8))
def test_any_figure_reads_back_to_the_last_bit(format: str, dialect: str, values: list[float | None]) -> None:
    rows = [
        ("Corse", "citizens", "f", f"item{n}", value, "percent", None, "") for n, value in enumerate(values)
    ]

    # 100 stands for itself: shares and percents cannot be mistaken for one another.
    rows.append(("Corse", "citizens", "f", "whole", 100.0, "percent", None, ""))
    survey = read(BytesIO(render_bytes(results(*rows), format, Look(dialect=dialect))))

    assert list(map(told, survey.estimates)) == rows
