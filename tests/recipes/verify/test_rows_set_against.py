"""Figures that stand against as many before them answer to those in order: "57 % et 45 %, contre 41 % et 33 %"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
FIGURES = {
    ("2019", "Bretagne", "citizens"): (59, 44),
    ("2023", "France", "citizens"): (41, 33),
    ("2023", "France", "mayors"): (50, 28),
    ("2023", "Bretagne", "citizens"): (57, 45),
    ("2023", "Bretagne", "mayors"): (61, 23),
}
DATA = "wave,region,stakeholder,indicator,item,value,unit,base\n" + "".join(
    f"{','.join(people)},fragilities,{item},{value},percent,900\n"
    for people, values in FIGURES.items()
    for item, value in zip(("employment", "mobility"), values, strict=True)
)
CITIZENS = "En Bretagne, 57 % des citoyens citent l'emploi et 45 % la mobilité"
IN_ENGLISH = "In Brittany, 57% of citizens name employment and 45% mobility"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (f"{CITIZENS}, contre @ % et @ % en France.", "41 33"),
        (f"{CITIZENS} (contre @ % et @ % en France).", "41 33"),
        (f"{CITIZENS} (@ % et @ % en France).", "41 33"),
        (f"{CITIZENS}, contre seulement @ % et @ % au niveau national.", "41 33"),
        (f"{CITIZENS}, par rapport à @ % et @ % en 2019.", "59 44"),
        (f"{CITIZENS}, contre respectivement @ % et @ % des maires.", "61 23"),
        (f"{CITIZENS}, contre, en France, @ % et @ %.", "41 33"),
        ("En Bretagne, l'emploi touche 57 % des citoyens et 61 % des maires, contre @ % et @ % en France.", "41 50"),
        ("En Bretagne, 57 % des citoyens citent l'emploi (59 % en 2019) et 45 % la mobilité, contre @ % et @ % en "
         "France.", "41 33"),
        (f"{IN_ENGLISH}, against @% and @% in France.", "41 33"),
        (f"{IN_ENGLISH} (@% and @% nationally).", "41 33"),
        (f"{IN_ENGLISH}, compared with @% and @% in 2019.", "59 44"),
    ],
)  # fmt: skip
def test_each_figure_of_a_row_is_that_of_the_one_in_its_place(
    phare: Phare, tmp_path: Path, text: str, row: str
) -> None:
    told = []
    for said in (row.split(), row.split()[::-1]):
        words = text
        for figure in said:
            words = words.replace("@", figure, 1)
        (tmp_path / "note.txt").write_text(f"Les chiffres de 2023. {words}", encoding="utf-8")
        rows = phare("verify note.txt -f json", data=DATA).rows
        told.append([each["status"] for each in rows if each["kind"] == "figure"][-2:])

    assert told == [["right", "right"], ["wrong", "wrong"]]


@pytest.mark.parametrize(
    "text",
    [
        f"{CITIZENS} (44 % et 33 % en 2019 et en France).",
        f"{CITIZENS}, contre 41 % et 33 % en France et 59 % et 44 % en 2019.",
        "En Bretagne, 57 % des citoyens citent l'emploi, contre 59 % et 41 % en 2019 et en France.",
        f"{IN_ENGLISH}, against 41% and 33% in France and 59% and 44% in 2019.",
        "In Brittany, 57% of citizens name employment (59% and 41% in 2019 and in France).",
    ],
)
def test_rows_of_several_sides_are_shared_out_among_them(phare: Phare, tmp_path: Path, text: str) -> None:
    (tmp_path / "note.txt").write_text(f"Les chiffres de 2023. {text}", encoding="utf-8")

    rows = phare("verify note.txt -f json", data=DATA).rows

    assert {each["status"] for each in rows if each["kind"] == "figure"} == {"right"}
