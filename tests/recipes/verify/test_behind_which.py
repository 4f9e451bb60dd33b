"""“N'arrive que loin derrière” sets an answer behind the one told before; a lone answer has no rank."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
FR = """region,stakeholder,indicator,item,value,base
Jura,skieurs,Envies,La neige,71.2,900
Jura,skieurs,Envies,Le calme,38.4,900
Jura,moniteurs,Envies,La neige,44.1,400
Jura,moniteurs,Envies,Le calme,52.3,400
"""
EN = (
    FR.replace("skieurs", "skiers").replace("moniteurs", "instructors").replace("Envies", "Wishes")
    .replace("La neige", "Snow").replace("Le calme", "Quiet")
)  # fmt: skip
FIRST_FR, FIRST_EN = (
    "Dans le Jura, la neige arrive en tête chez les skieurs. ",
    "In the Jura, snow comes first among skiers. ",
)
BEHIND = {
    FIRST_FR + "Le calme n'arrive que loin derrière.": "right",
    FIRST_FR + "Le calme arrive loin derrière.": "right",
    FIRST_FR + "Le calme ne vient que loin derrière.": "right",
    FIRST_FR + "Le calme vient bien derrière, avec 38 %.": "right",
    "Dans le Jura, la neige arrive en tête chez les skieurs ; le calme n'arrive que loin derrière.": "right",
    "Dans le Jura, 71 % des skieurs citent la neige. Le calme n'arrive que loin derrière.": "right",
    "Dans le Jura, 38 % des skieurs citent le calme. La neige n'arrive que loin derrière.": "wrong",
    "Dans le Jura, 38 % des skieurs citent le calme. La neige arrive loin devant.": "right",
    FIRST_FR + "Le calme n'arrive que loin derrière la neige.": "right",
    FIRST_EN + "Quiet only comes far behind.": "right",
    FIRST_EN + "Quiet comes well behind.": "right",
    "In the Jura, 38% of skiers name quiet. Snow only comes far behind.": "wrong",
}


def verified(phare: Phare, text: str, tmp_path: Path, *, options: str = "-f json", data: str = "") -> Any:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    return phare(f"verify {page} --lang fr {options}", data=data or (EN if "In the" in text else FR))


@pytest.mark.parametrize(("text", "status"), BEHIND.items())
def test_an_answer_is_behind_the_one_that_was_told_before(
    phare: Phare, text: str, status: str, tmp_path: Path
) -> None:
    orders = [row for row in verified(phare, text, tmp_path).rows if row["kind"] == "order"]

    assert (orders[-1]["status"], abs(orders[-1]["gap"])) == (status, 32.8)


def test_a_group_is_behind_the_group_that_was_told_before(phare: Phare, tmp_path: Path) -> None:
    text = "Dans le Jura, 71 % des skieurs citent la neige. Les moniteurs n'arrivent que loin derrière."

    last = verified(phare, text, tmp_path).rows[-1]

    assert (last["kind"], last["status"]) == ("comparison", "right")


def test_whoever_is_ahead_is_no_answer(phare: Phare, tmp_path: Path) -> None:
    text = "Dans le Jura, 71 % des skieurs citent la neige. Pour le calme, les moniteurs sont loin devant."

    assert [row["kind"] for row in verified(phare, text, tmp_path).rows if row["kind"] != "figure"] == [
        "comparison"
    ]


def test_a_rank_of_the_only_answer_says_that_there_is_no_other(phare: Phare, tmp_path: Path) -> None:
    data = "".join(line for line in FR.splitlines(keepends=True) if "calme" not in line)
    told = verified(
        phare, "Dans le Jura, la neige est la première envie des skieurs.", tmp_path, options="", data=data
    ).out

    assert "inconnue" in told
    assert "pas d’autre réponse à cette question" in " ".join(told.split())
