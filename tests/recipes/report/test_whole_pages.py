"""The page of the whole: it is written with the others, and its sheet says what it is and how it was made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
ROWS = "P,S,Q,W\n" + "".join(
    f"{('Finistère', 'Morbihan')[at % 2]},{'ab'[at % 11 > 2]},{('oui', 'non')[at % 3 > 0]},{1 + at % 2}\n"
    for at in range(240)
)
COUNT = (
    "tabulate r.csv --region P --stakeholder =citizens --segment S --single Q --whole Bretagne -o results.csv"
)


@pytest.fixture
def page(tmp_path: Path, phare: Phare) -> Callable[..., str]:
    """Return a function that counts with some options, and reports with others."""

    def run(options: str, counting: str = "") -> str:
        (tmp_path / "r.csv").write_text(ROWS, encoding="utf-8")
        phare(f"{COUNT} {counting}")
        said: str = phare(f"report -d results.csv -f markdown {options}").out
        return said.replace("\N{NO-BREAK SPACE}", " ")

    return run


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            ["the whole sample itself", "none: every respondent counts as one", "and rounded where printed"],
        ),
        (
            "fr",
            [
                "l’échantillon d’ensemble lui-même",
                "aucun : chaque répondant compte pour un",
                "arrondis à l’affichage",
            ],
        ),
    ],
)
def test_a_sheet_says_what_was_done_to_unweighted_respondents_of_the_whole(
    page: Callable[..., str], lang: str, said: list[str]
) -> None:
    found = page(f"-r Bretagne --lang {lang}")

    assert [text for text in said if text not in found] == []


def test_a_sheet_of_weighted_respondents_says_so(page: Callable[..., str]) -> None:
    found = page("-r Bretagne", "--weight W")

    assert ("weighted: intervals" in found, "counts as one" in found) == (True, False)


@pytest.mark.parametrize(("options", "is_told"), [("", True), ("--segments none", False), ("--short", False)])
def test_small_groups_are_told_of_where_a_page_shows_them(
    page: Callable[..., str], options: str, *, is_told: bool
) -> None:
    assert ("Fewer than 100 respondents" in page(f"-r Bretagne {options}")) is is_told


def test_each_place_has_its_page_and_the_whole_too(page: Callable[..., str], tmp_path: Path) -> None:
    page("--each region -o pages")

    assert sorted(each.stem for each in (tmp_path / "pages").iterdir()) == [
        "bretagne",
        "finistere",
        "morbihan",
    ]


@pytest.mark.parametrize(("format", "is_told"), [("", True), ("-f html", False), ("-f docx", False)])
def test_a_folder_of_pages_in_no_format_that_was_asked_for_tells_how_to_have_word(
    page: Callable[..., str], phare: Phare, format: str, *, is_told: bool
) -> None:
    page("-r Bretagne")
    run = phare(f"report -d results.csv --each region -o pages {format}")

    assert ("-f docx writes them for Word" in run.err) is is_told
