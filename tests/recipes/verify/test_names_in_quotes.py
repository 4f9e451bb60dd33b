"""Names that no codebook explains stand in quotes, and what quotes hold says nothing of the words around them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = """\
wave,region,stakeholder,indicator,item,value,unit,base,response
2020,France,lycéens,satisfaction,très satisfait,20,percent,900,single
2020,France,lycéens,satisfaction,pas du tout satisfait,20,percent,900,single
2020,France,lycéens,taux de départ,est parti,77,percent,900,single
2020,France,nurses,satisfaction,très satisfait,31,percent,900,single
2020,France,nurses,satisfaction,pas du tout satisfait,9,percent,900,single
2020,France,nurses,taux de départ,est parti,28,percent,900,single
"""


@pytest.mark.parametrize(
    "text",
    [
        "In France, 77% of “lycéens” and 28% of “nurses” name “est parti” under “taux de départ”.",
        "In France, 28% of “nurses” name “est parti”, and 77% of “lycéens” do.",
        "En France, 77 % des « lycéens » et 28 % des « nurses » citent « est parti » parmi « taux de départ ».",
        "In France, 31% of “nurses” say “très satisfait” and 9% “pas du tout satisfait”.",
        "En France, « pas du tout satisfait » est la réponse de 9 % des « nurses ».",
    ],
)
def test_a_figure_of_names_in_quotes_is_right(phare: Phare, tmp_path: Path, text: str) -> None:
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")

    rows = phare("verify note.txt -f json", data=DATA).rows

    assert {row["status"] for row in rows if row["kind"] == "figure"} == {"right"}


def test_a_name_in_quotes_that_denies_makes_no_figure_of_those_who_do_not(
    phare: Phare, tmp_path: Path
) -> None:
    text = (
        "In France, the most frequent answers to “satisfaction” are “pas du tout satisfait” and “très satisfait” among "
        "“lycéens” (20%), in the order of the published figures, which cannot be tested."
    )
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")

    rows = phare("verify note.txt -f json", data=DATA).rows

    assert [row["status"] for row in rows if row["status"] in ("wrong", "overstated")] == []


@pytest.mark.parametrize(
    "text",
    [
        "In France, 31% of nurses are “très satisfait”. These gaps were chosen as the largest: they are probably "
        "smaller in truth.",
        "En France, 31 % des nurses sont « très satisfait ». Ces écarts ont été choisis comme les plus grands : ils "
        "sont probablement plus petits en réalité.",
    ],
)
def test_what_gaps_are_in_truth_is_no_comparison(phare: Phare, tmp_path: Path, text: str) -> None:
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")

    assert [row["kind"] for row in phare("verify note.txt -f json", data=DATA).rows] == ["figure"]


def test_a_title_of_latex_names_its_place_with_the_apostrophe_that_latex_writes(
    phare: Phare, tmp_path: Path
) -> None:
    data = DATA + DATA.partition("\n")[2].replace("France", "Provence-Alpes-Côte d'Azur").replace(
        ",20,", ",41,"
    )
    phare("show satisfaction -f latex -o page.tex --lang fr", data=data)

    rows = phare("verify page.tex -f json", data=data).rows

    assert "textquoteright" in (tmp_path / "page.tex").read_text(encoding="utf-8")
    assert len(rows) == 8
    assert {row["status"] for row in rows} == {"right"}
