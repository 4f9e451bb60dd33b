"""The contract of a results file is stated once, and everything else says the same."""

from __future__ import annotations

from typing import Any

from phare_cli.language.codebook import codebook
from phare_cli.nouns.contract import COLUMNS, CONTRACT, KEY, REQUIRED
from phare_cli.nouns.survey import Estimate
from phare_cli.results import names
from phare_cli.results.rules import WORD_KINDS


def test_every_column_is_a_field_of_an_estimate() -> None:
    assert set(COLUMNS) <= set(Estimate._fields)


def test_an_estimate_holds_beside_its_columns_only_where_it_was_read() -> None:
    assert set(Estimate._fields) - set(COLUMNS) == {
        "withheld", "decimals", "file", "line", "stated_rank", "stated_gap",
    }  # fmt: skip


def test_the_key_of_an_estimate_is_that_of_the_contract() -> None:
    cells: dict[str, Any] = {**dict.fromkeys(REQUIRED, ""), **{name: name for name in KEY}}
    estimate = Estimate(**cells)

    assert estimate.key == KEY


def test_every_column_is_read_in_one_way() -> None:
    texts = {column.name for column in CONTRACT if not column.is_number and not column.words}

    assert texts == set(names.NAMED)
    assert {column.name for column in CONTRACT if column.words} == set(WORD_KINDS)


def test_the_words_of_a_column_are_those_of_the_codebook() -> None:
    assert {
        name: tuple(entry.id for entry in codebook().entries(kind)) for name, kind in WORD_KINDS.items()
    } == {column.name: column.words for column in CONTRACT if column.words}


def test_bounds_are_of_numbers() -> None:
    bounded = [column for column in CONTRACT if (column.lowest, column.highest) != (None, None)]

    assert {column.kind for column in bounded} <= {"number", "whole number"}
