"""“The whole group” behind a part is the group without it: “91% in the group”, “l'ensemble du groupe”."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
SHARES = {"": "", "women": "0.373", "men": "0.627"}
VALUES = {"": 91, "women": 5, "men": 60}
DATA = "wave,region,stakeholder,segment,indicator,item,value,unit,base,group_share\n" + "".join(
    f"2020,France,citizens,{part},fragilities,employment,{value},percent,{900 if part else 2000},{SHARES[part]}\n"
    for part, value in VALUES.items()
)
FRENCH = DATA.replace("women", "femmes").replace(",men", ",hommes")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("page", ["compare --by segment", "compare --by segment --sentences"])
def test_what_phare_says_of_a_part_that_does_not_fit_its_group_is_right(
    phare: Phare, tmp_path: Path, page: str, lang: str
) -> None:
    written = phare(f"{page} -f markdown --lang {lang}", data=DATA).out
    (tmp_path / "page.md").write_text(written, encoding="utf-8")

    rows = phare("verify page.md -f json", data=DATA).rows

    assert "37" in written
    assert {row["status"] for row in rows} == {"right"}


@pytest.mark.parametrize(
    "text",
    [
        "Chez les femmes, 5 % des citoyens citent l'emploi, contre 91 % pour le groupe entier.",
        "Chez les citoyens hommes, 60 % citent l'emploi, 31 points de moins que l'ensemble du groupe.",
        "Chez les citoyens hommes, 60 % citent l'emploi. Dans l'ensemble du groupe, 91 % le font.",
        "Chez les citoyens hommes, 60 % citent l'emploi ; le groupe est à 91 %.",
        "Chez les citoyens hommes, qui sont 62,7 % du groupe, 60 % citent l'emploi.",
        "Chez les citoyens hommes, 60 % citent l'emploi, un écart de 31 points avec le groupe.",
        "Among women, 5% of citizens name employment, against 91% in the whole group.",
        "Among men, 60% of citizens name employment, 31 points below the whole group.",
        "Among men, 60% of citizens name employment. In the group as a whole, 91% do.",
        "Among men, who are 62.7% of the group, 60% of citizens name employment.",
        "Among men, 60% of citizens name employment: a figure that does not match 91% in the group.",
    ],
)
def test_the_group_behind_a_part_is_the_whole_of_it(phare: Phare, tmp_path: Path, text: str) -> None:
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")
    data = FRENCH if "citoyens" in text else DATA

    rows = phare("verify note.txt --region France -f json", data=data).rows

    assert {row["status"] for row in rows} == {"right"}


def test_a_wrong_figure_of_the_whole_group_is_told(phare: Phare, tmp_path: Path) -> None:
    text = "Among women, 5% of citizens name employment, against 85% in the whole group."
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")

    rows = phare("verify note.txt -f json", data=DATA).rows

    assert [(row["status"], row["value"]) for row in rows] == [("right", 5), ("wrong", 91)]


def test_a_group_of_a_kind_that_words_tell_apart_is_not_the_whole(phare: Phare, tmp_path: Path) -> None:
    text = "Among women citizens, 5% name employment, and in the group of those who left 91% do."
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")

    rows = phare("verify note.txt -f json", data=DATA).rows

    assert [row["status"] for row in rows if row["text"] == "91%"] != ["right"]
