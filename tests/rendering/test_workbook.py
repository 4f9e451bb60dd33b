"""A workbook holds numbers as numbers and codes as text, and is the same file each time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from openpyxl import load_workbook

from phare_cli.nouns.errors import UnwritableOutput
from phare_cli.nouns.table import Table
from phare_cli.rendering import Look, render_bytes

Texts = Callable[[Sequence[str]], Table]


def test_a_workbook_has_one_sheet_of_machine_names_and_raw_numbers(ranking: Table) -> None:
    book = load_workbook(BytesIO(render_bytes(ranking, "xlsx", Look(language="fr", decimals=0, raw=True))))

    assert book.sheetnames == ["show"]
    assert [[cell.value for cell in row][4:] for row in book["show"].iter_rows(max_row=4)] == [
        ["stakeholder", "segment", "rank", "item", "value", "base"],
        ["citizens", None, 1, "employment", 66.5, 1234],
        ["citizens", None, 2, "education", 2.5, 1234],
        ["citizens", None, None, "mobility", None, None],
    ]


@pytest.mark.parametrize(
    "code", ["01", "2A", "12345678901234", "=1+1", "#N/A", "1e5", "TRUE", "+33", "2024-01-01", "x\ny"]
)
def test_a_code_is_text_in_a_workbook(code: str, texts: Texts) -> None:
    cell = load_workbook(BytesIO(render_bytes(texts([code]), "xlsx", Look(raw=True))))["show"]["A2"]

    assert (cell.value, cell.data_type, cell.number_format) == (code, "s", "@")


def test_a_control_character_is_spelled_in_a_workbook(texts: Texts) -> None:
    assert (
        load_workbook(BytesIO(render_bytes(texts(["a\x1bb"]), "xlsx", Look(raw=True))))["show"]["A2"].value
        == "a␛b"
    )


def test_the_same_table_makes_the_same_bytes(ranking: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    first = render_bytes(ranking, "xlsx", Look(raw=True))
    later = time.time() + 10
    monkeypatch.setattr(time, "time", lambda: later)

    assert render_bytes(ranking, "xlsx", Look(raw=True)) == first


def test_without_openpyxl_a_sentence_says_what_to_install(
    ranking: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(UnwritableOutput) as refusal:
        render_bytes(ranking, "xlsx", Look(raw=True))

    assert str(refusal.value) == (
        "writing an Excel workbook needs openpyxl, which is not installed. Run: pip install 'phare-cli[excel]'"
    )
