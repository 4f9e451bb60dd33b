"""A table too wide for any page stands as several below one another: no word is broken, no figure lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from phare_cli.rendering.office.column_shares import LANDSCAPE, PORTRAIT, PageRoom
from phare_cli.rendering.office.parted_columns import parted
from phare_cli.rendering.panels import Heading, TextPanel

Phare = Callable[..., Any]
GROUPS = ("établissements d'enseignement", "collectivités territoriales", "professionnels libéraux")
PARTS = ("", "développement", "hospitalisation", "investissements", "accompagnement", "restructuration")
DATA = "region,stakeholder,segment,indicator,item,value,base\n" + "".join(
    f"Bretagne,{group},{part},priorités,{item},{10 + 20 * at + 6 * by + place},300\n"
    for by, group in enumerate(GROUPS)
    for place, part in enumerate(PARTS)
    for at, item in enumerate(("accompagnement", "investissements"))
)


def panel_of(columns: int, word: str = "territoriales") -> TextPanel:
    headings = (Heading("Modalité"), *(Heading(f"{word} {at}", numeric=True) for at in range(columns)))
    return TextPanel("", headings, tuple((name, *("12,5 %",) * columns) for name in ("oui", "non")))


@pytest.mark.parametrize("width", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize("columns", [1, 5, 11, 12, 13, 24, 61])
def test_each_column_stands_once_beside_the_names_of_the_rows(width: int, columns: int) -> None:
    parts = parted(panel_of(columns), PageRoom(width))

    assert {part.headings[0].text for part in parts} == {"Modalité"}
    assert [heading for part in parts for heading in part.headings[1:]] == [*panel_of(columns).headings[1:]]
    assert {len(row) - len(part.headings) for part in parts for row in part.rows} == {0}


def test_a_table_that_a_page_holds_is_not_parted() -> None:
    assert parted(panel_of(6), PageRoom(LANDSCAPE)) == [panel_of(6)]


def test_a_word_wider_than_a_page_is_not_parted_from_its_table() -> None:
    assert len(parted(panel_of(2, "a" * 200), PageRoom(PORTRAIT))) == 1


def test_the_tables_of_a_document_hold_every_figure_of_the_answer_once(phare: Phare, tmp_path: Path) -> None:
    phare("show priorités --wide -o a.docx", data=DATA)
    figures = [f"{row['value']:g}%" for row in phare("show priorités -f json", data=DATA).rows]
    tables = docx.Document(str(tmp_path / "a.docx")).tables
    told = [cell.text for table in tables for row in table.rows[1:] for cell in row.cells[1:]]

    assert len(tables) > 1
    assert sorted(told) == sorted(figures)
