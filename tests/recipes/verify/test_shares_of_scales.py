"""Shares of a scale that is named by its question alone, and figures whose words "leaving", "it" and "ones" are in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,unit,base,response\n"
SCALE_EN = dict(
    zip(("a great deal", "a fair amount", "not very much", "none at all"), (13, 37, 34, 16), strict=True)
)
SCALE_FR = dict(zip(("tout à fait", "plutôt", "plutôt pas", "aucune"), (13, 37, 34, 16), strict=True))
ROADS = {
    "walks every day": 41,
    "cycles at least weekly": 10,
    "takes the bus weekly": 21,
    "thinks of leaving": 45,
}
ROUTES = {"marche chaque jour": 41, "pédale chaque semaine": 10, "prend le bus chaque semaine": 21}


def _rows(place: str, group: str, question: str, answers: dict[str, int], response: str) -> str:
    return "".join(
        f"2025,{place},{group},{question},{item},{value},percent,900,{response}\n"
        for item, value in answers.items()
    )


EN = HEAD + _rows("Ireland", "adults", "trust in banks", SCALE_EN, "single")
EN += _rows("Ireland", "adults", "journeys", ROADS, "multiple")
FR = HEAD + _rows("France", "retraités", "confiance dans les banques", SCALE_FR, "single")
FR += _rows("France", "retraités", "trajets", ROUTES, "multiple")
IN_ENGLISH = {
    "In Ireland, 50% of adults trust banks, including 13% who trust them a great deal.": "right right",
    "In Ireland, 37% of adults have a fair amount of trust in banks. Half of adults trust banks.": "right right",
    "In Ireland, half of adults trust banks, while 16% of them have no trust at all.": "right right",
    "In Ireland, strong trust in banks stands at 13% among adults.": "right",
    "In Ireland, 45% of adults think of leaving; 41% of them walk every day.": "right right",
    "In Ireland, the bus has lost ground: 21% of adults take it weekly.": "right",
}
OF_BOTH_WAVES = {
    "Mayors were already at 87% in 2015-2016; they are now at 92%.": "right right",
    "In 2018-2022, 97% of associations see alliances as a source of innovation. So do 92% of mayors.": "right right",
    "In 2015-2016, among engaged associations, 47% have regional partnerships and 43% local ones.": "right right",
}
IN_FRENCH = {
    "En France, 50 % des retraités font confiance aux banques.": "right",
    "En France, une forte confiance dans les banques concerne 13 % des retraités.": "right",
}


@pytest.mark.parametrize(
    ("page", "statuses", "data"),
    [(*each, EN) for each in IN_ENGLISH.items()] + [(*each, FR) for each in IN_FRENCH.items()],
)
def test_a_share_is_of_the_answers_that_its_words_hold(
    page: str, statuses: str, data: str, phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "page.md").write_text(f"# 2025\n\n{page}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=data).rows

    assert " ".join(row["status"] for row in rows if row["kind"] == "figure") == statuses


@pytest.mark.parametrize(("page", "statuses"), OF_BOTH_WAVES.items())
def test_a_title_from_one_wave_to_another_leaves_each_figure_its_own(
    page: str, statuses: str, phare: Phare, tmp_path: Path
) -> None:
    title = "# Belief in alliances as a source of innovation in France, 2015-2016 and 2018-2022"
    (tmp_path / "page.md").write_text(f"{title}\n\n{page}\n", encoding="utf-8")

    rows = phare("verify page.md -f json").rows

    assert " ".join(row["status"] for row in rows if row["kind"] == "figure") == statuses
