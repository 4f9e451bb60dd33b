"""A superlative that people are the subject of ranks people, and "here" or a link between two things names nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = (
    "region,stakeholder,indicator,item,value,base,response\n"
    "Kent,Pupils,Opinion,Sport brings friends,48,900,multiple\n"
    "Kent,Teachers,Opinion,Sport brings friends,71,900,multiple\n"
    "Kent,Parents,Opinion,Sport brings friends,60,900,multiple\n"
    "Kent,Parents,Ties,Family ties,33,900,multiple\n"
)
FRENCH = (
    DATA.replace("Sport brings friends", "Le sport crée l'amitié")
    .replace("Pupils", "Lycéens")
    .replace("Teachers", "Professeurs")
    .replace("Ties", "Liens")
    .replace("Family ties", "Lien familial")
)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (DATA, "71% of teachers say that sport brings friends. They are the most convinced."),
        (DATA, "71% of teachers say that sport brings friends. The most convinced are teachers."),
        (DATA, "71% of teachers say that sport brings friends. The least convinced of it remain pupils."),
        (
            FRENCH,
            "71 % des professeurs disent que le sport crée l'amitié. Les plus convaincus sont les professeurs.",
        ),
        (
            FRENCH,
            "71 % des professeurs disent que le sport crée l'amitié. Les moins convaincus restent les lycéens.",
        ),
    ],
)
def test_people_are_ranked_among_people(phare: Phare, data: str, line: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Kent\n\n{line}\n", encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=data).rows

    assert [(row["kind"], row["status"]) for row in rows] == [("figure", "right"), ("order", "right")]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (DATA, "71% of teachers say that sport brings friends.\n\nHere 60% of parents agree."),
        (
            FRENCH,
            "71 % des professeurs disent que le sport crée l'amitié.\n\nIci, 60 % des parents sont d'accord.",
        ),
        (FRENCH, "71 % des professeurs font le lien entre sport et amitié. 60 % des parents sont d'accord."),
    ],
)
def test_here_and_a_link_name_nothing(phare: Phare, data: str, line: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Kent\n\n{line}\n", encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=data).rows

    assert [(row["kind"], row["status"]) for row in rows] == [("figure", "right"), ("figure", "right")]
