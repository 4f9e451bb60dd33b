"""What stands beside a figure bears out what it is of: it is right to the digit, or wrong without doubt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
TRIPS = """wave,region,stakeholder,indicator,item,value,unit,base,national,response
2019,Bretagne,actifs,déplacements,vélo chaque semaine,14,percent,900,,multiple
2024,Bretagne,actifs,déplacements,vélo chaque semaine,28,percent,900,,multiple
2019,Bretagne,actifs,déplacements,voiture chaque jour,75,percent,900,,multiple
2024,Bretagne,actifs,déplacements,voiture chaque jour,70,percent,900,,multiple
2019,Bretagne,ensemble des étudiants,déplacements,vélo chaque semaine,21,percent,900,,multiple
2024,Bretagne,ensemble des étudiants,déplacements,vélo chaque semaine,34,percent,900,,multiple
"""
READERS = """wave,region,stakeholder,indicator,item,value,unit,base,national,response
2019,Dublin,adults,habits,reads every day,13,percent,900,,multiple
2024,Dublin,adults,habits,reads every day,28,percent,900,,multiple
2024,Dublin,pupils,habits,reads every day,51,percent,900,,multiple
2019,Ireland,adults,habits,reads every day,20,percent,900,,multiple
2024,Ireland,adults,habits,reads every day,35,percent,900,,multiple
2024,Ireland,pupils,habits,reads every day,45,percent,900,,multiple
"""
IN_FRENCH = {
    "Chez les actifs, la pratique du vélo chaque semaine a doublé, passant de 14 % à 28 %.": "right right right",
    "Chez les actifs, la pratique du vélo chaque semaine a doublé, passant de 14 % à 31 %.": "right right wrong",
    "28 % des actifs font du vélo chaque semaine. Elle s'établissait alors à 14 % en 2019.": "right right",
    "28 % des actifs font du vélo chaque semaine. Elle s'établissait alors à 17 % en 2019.": "right wrong",
    "28 % des actifs font du vélo chaque semaine. 14 % des actifs le pratiquaient en 2019.": "right right",
    "34 % des étudiants font du vélo chaque semaine.": "right",
    "33 % des étudiants font du vélo chaque semaine.": "wrong",
}
IN_ENGLISH = {
    "In Ireland, 35% of adults read every day. Back in 2019, the rate for adults was 20%.": "right right",
    "In Ireland, 35% of adults read every day. Back in 2019, the rate for adults was 23%.": "right unknown",
    "In Ireland, 35% of adults read every day. As for skating, they are 20%.": "right unknown",
    "In Ireland, 35% of adults read every day, including 20% for years.": "right unknown",
}


@pytest.mark.parametrize(
    ("title", "data", "lines"),
    [("# La Bretagne en 2024", TRIPS, IN_FRENCH), ("# Reading in 2024", READERS, IN_ENGLISH)],
    ids=["fr", "en"],
)
def test_a_figure_is_judged_by_what_a_pronoun_or_a_way_takes_up(
    phare: Phare, tmp_path: Path, title: str, data: str, lines: dict[str, str]
) -> None:
    (tmp_path / "page.md").write_text("\n\n".join([title, *lines]), encoding="utf-8")
    rows = phare("verify page.md -f json", data=data).rows
    by_line: dict[int, list[str]] = {}
    for row in rows:
        by_line.setdefault(row["line"], []).append(row["status"])

    assert {line: " ".join(by_line[3 + 2 * at]) for at, line in enumerate(lines)} == lines


@pytest.mark.parametrize(("second", "status"), [("28%", "right"), ("31%", "wrong")])
def test_a_cell_is_wrong_beside_two_that_are_right_of_what_the_words_above_ask(
    phare: Phare, tmp_path: Path, second: str, status: str
) -> None:
    table = f"| | Ireland, 2019 | Dublin, 2019 | Dublin, 2024 |\n|---|---|---|---|\n| Adults | 20% | 13% | {second} |"
    (tmp_path / "page.md").write_text(
        f"# How adults read\n\nReading every day:\n\n{table}\n", encoding="utf-8"
    )

    rows = phare("verify page.md -f json", data=READERS).rows

    assert [row["status"] for row in rows] == ["right", "right", status]


@pytest.mark.parametrize(
    "line", ["Dublin, 5 December 2024", "*Press release – Dublin, Thursday 5 December 2024*"]
)
def test_the_place_that_a_page_is_dated_from_is_not_what_it_speaks_of(
    phare: Phare, tmp_path: Path, line: str
) -> None:
    text = f"# Readers are back\n\n{line}\n\n35% of adults read every day.\n\nAmong pupils, 45% do.\n"
    (tmp_path / "page.md").write_text(text, encoding="utf-8")

    rows = phare("verify page.md -f json", data=READERS).rows

    assert [(row["region"], row["status"]) for row in rows] == [("Ireland", "right"), ("Ireland", "right")]
