"""Columns under an empty name are called by their place, at the end of a sheet too, where no cell stands for it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Phare = Callable[..., Any]
Rows = Sequence[Sequence[object]]
NAMED = "--region REG --stakeholder =citizens -f csv"


@pytest.fixture
def tabulate(phare: Phare, tmp_path: Path) -> Callable[..., Any]:
    """Return what tabulates rows that a workbook holds; None is no cell at all."""

    def run(rows: Rows, options: str) -> Any:
        book = openpyxl.Workbook()
        assert book.active is not None
        for row in rows:
            book.active.append(list(row))
        book.save(file := io.BytesIO())
        (tmp_path / "a.xlsx").write_bytes(file.getvalue())
        return phare(f"tabulate a.xlsx {options}")

    return run


@pytest.mark.parametrize("above", [0, 2])
@pytest.mark.parametrize("empty", [1, 3])
def test_a_column_without_a_name_is_asked_for_at_the_end_of_a_sheet(
    tabulate: Callable[..., Any], above: int, empty: int
) -> None:
    blanks = [None] * (empty - 1)
    titles: Rows = [["A survey"], ["of mayors"]][:above]
    rows = [
        ["REG", "Q"],
        ["PACA", "yes", *blanks, "a"],
        ["PACA", "no", *blanks, "b"],
        ["PACA", "yes", *blanks, "a"],
    ]
    run = tabulate([*titles, *rows], f"--single {empty + 2} {NAMED}")

    assert list(zip(run.column("item"), run.column("base"), strict=True)) == [("a", "3"), ("b", "3")]


def test_a_sheet_without_a_header_is_as_wide_as_its_rows(tabulate: Callable[..., Any]) -> None:
    run = tabulate(
        [["PACA", "yes"], ["PACA", "no", "a"], ["PACA", "yes", "b"]],
        "--no-header --region 1 --stakeholder =citizens --single 3 -f csv",
    )

    assert (run.column("item"), run.err) == (["a", "b"], "")


def test_a_place_that_no_row_reaches_is_no_column(tabulate: Callable[..., Any]) -> None:
    run = tabulate([["REG", "Q"], ["PACA", "yes", "a"]], f"--single 4 {NAMED}")

    assert (run.status, "no column is called “4”" in run.err) == (3, True)


def test_a_remark_beside_a_sheet_is_no_column_and_is_told(tabulate: Callable[..., Any]) -> None:
    rows = [["REG", "Q"], ["PACA", "yes", "called back"], ["PACA", "no"], ["PACA", "yes"]]
    run = tabulate(rows, f"--single Q {NAMED}")

    assert (run.column("base"), "the cells to the right of the table were not read" in run.err) == (
        ["3", "3"],
        True,
    )


def test_a_draft_tells_of_columns_without_a_name_at_the_end_of_a_sheet(tabulate: Callable[..., Any]) -> None:
    rows = [["REG", "Q"], *([["PACA", "yes", "a"], ["PACA", "no", "b"]] * 4)]

    assert "1 column has no name: it is called by its place, “3”." in tabulate(rows, "--draft").out
