"""A page opens with the gaps that are surely large: one a place first, and the one that is known better before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base,whole,in_national_sample,response\n"
WHOLE = "Ensemble de la région"


def data(*rows: tuple[str, str, float, int]) -> str:
    return HEAD + "".join(
        f"{place},residents,worries,{item},{value},{base},{WHOLE},yes,multiple\n"
        for place, item, value, base in (
            *rows,
            *((WHOLE, item, 30, 4000) for item in ("care", "roads", "jobs")),
        )
    )


# In Gard roads have the largest gap of a small base, care a smaller one that is known better.
GARD = (("Gard", "care", 48, 900), ("Gard", "roads", 51, 90), ("Gard", "jobs", 30, 900))
LOZERE = (("Lozère", "care", 41, 700), ("Lozère", "roads", 31, 700), ("Lozère", "jobs", 29, 700))
AUDE = (("Aude", "care", 31, 700), ("Aude", "roads", 22, 700), ("Aude", "jobs", 30, 700))
QUIET = (("Aude", "care", 31, 700), ("Aude", "roads", 30, 700), ("Aude", "jobs", 30, 700))


def told(
    phare: Phare, asked: str, rows: tuple[tuple[str, str, float, int], ...], lang: str = "en"
) -> list[str]:
    page = phare(f"report {asked} -f markdown --lang {lang}", data=data(*rows)).out
    lines = [line for line in page.splitlines() if line.startswith("- ")]
    return [line for line in lines if "established" in line or "établi" in line]


@pytest.mark.parametrize(
    ("asked", "rows", "first"),
    [
        (
            "-r Gard",
            GARD,
            ["In Gard, 48% of residents name “care”", "In Gard, 51% of residents name “roads”"],
        ),
        ("-r Gard -r Lozère", GARD + LOZERE, ["In Gard, 48% ", "In Lozère, 41% "]),
        ("-r Lozère -r Gard", GARD + LOZERE, ["In Gard, 48% ", "In Lozère, 41% "]),
        ("-r Lozère -r Aude", LOZERE + AUDE, ["In Lozère, 41% ", "In Aude, 22% "]),
        ("-r Gard -r Lozère -r Aude", GARD + LOZERE + AUDE, ["In Gard, 48% ", "In Lozère, 41% "]),
        ("-r Gard -r Aude", GARD + QUIET, ["In Gard, 48% ", "In Gard, 51% "]),
        ("-r Lozère", LOZERE, ["In Lozère, 41% "]),
    ],
)
def test_the_surest_gap_of_each_place_comes_first(
    phare: Phare, asked: str, rows: tuple[tuple[str, str, float, int], ...], first: list[str]
) -> None:
    lines = [line.removeprefix("- ") for line in told(phare, asked, rows)]

    assert [line.startswith(start) for line, start in zip(lines, first, strict=False)] == [True] * len(first)


@pytest.mark.parametrize(
    ("asked", "rows", "lang", "how"),
    [
        ("-r Gard", GARD, "en", "chosen as the largest of 2 established"),
        (
            "-r Gard -r Lozère",
            GARD + LOZERE,
            "en",
            "each as the one of its place that its interval leaves largest",
        ),
        ("-r Gard -r Lozère", GARD + LOZERE, "fr", "chacun dans son lieu d’après la borne de son intervalle"),
        ("-r Gard", (*GARD, ("Gard", "buses", 60, 900)), "fr", "choisis comme les plus grands de 2 établis"),
    ],
)
def test_it_is_told_how_they_were_chosen(
    phare: Phare, asked: str, rows: tuple[tuple[str, str, float, int], ...], lang: str, how: str
) -> None:
    assert how in told(phare, asked, rows, lang)[-1]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_such_a_page_passes_its_own_verification(phare: Phare, tmp_path: Path, lang: str) -> None:
    (tmp_path / "d.csv").write_text(data(*GARD, *LOZERE, *AUDE), encoding="utf-8")
    phare(f"report -r Gard -r Lozère -r Aude -d d.csv -o page.md --lang {lang}")
    rows = phare("verify page.md -d d.csv -f json").rows

    assert {row["status"] for row in rows if row["text"] != "3 families of 3"} == {"right"}
