"""A multiple in digits is judged as one in words, and a percentage that compares is a ratio and no level."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
FIGURES = {
    "France": {"citizens": 24.5, "companies": 20},
    "Bretagne": {"citizens": 34.8, "companies": 12},
}
DATA = "wave,region,stakeholder,indicator,item,value,unit,base\n" + "".join(
    f"2023,{region},{group},fragilities,employment,{value},percent,1500\n"
    for region, values in FIGURES.items()
    for group, value in values.items()
)


def told(phare: Phare, folder: Path, words: str) -> list[tuple[str, str]]:
    """Return kind and status of each claim of a page."""
    (folder / "note.txt").write_text(words, encoding="utf-8")
    return [(row["kind"], row["status"]) for row in phare("verify note.txt -f json", data=DATA).rows]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("En Bretagne, les citoyens citent 3 fois plus l'emploi que les entreprises.", "right"),
        ("En Bretagne, les citoyens citent 2 fois plus l'emploi que les entreprises.", "wrong"),
        (
            "En Bretagne, les citoyens sont 2,9 fois plus nombreux que les entreprises à citer l'emploi.",
            "right",
        ),
        (
            "En Bretagne, les citoyens sont 2,8 fois plus nombreux que les entreprises à citer l'emploi.",
            "wrong",
        ),
        ("En Bretagne, les citoyens citent 2 à 3 fois plus souvent l'emploi que les entreprises.", "right"),
        ("En Bretagne, les citoyens citent trois à quatre fois plus l'emploi que les entreprises.", "wrong"),
        ("En Bretagne, les citoyens sont x3 plus nombreux que les entreprises à citer l'emploi.", "right"),
        ("En Bretagne, les citoyens sont x4 plus nombreux que les entreprises à citer l'emploi.", "wrong"),
        ("En Bretagne, 10 fois plus de citoyens que d'entreprises citent l'emploi.", "wrong"),
        ("En Bretagne, les entreprises citent 3 fois moins l'emploi que les citoyens.", "right"),
        ("En Bretagne, les citoyens citent plus de 3 fois plus l'emploi que les entreprises.", "wrong"),
        ("En Bretagne, les citoyens citent plusieurs fois plus l'emploi que les entreprises.", "ambiguous"),
        ("In Brittany, citizens are 3 times as likely as companies to name employment.", "right"),
        ("In Brittany, citizens are 4 times as likely as companies to name employment.", "wrong"),
        ("In Brittany, citizens are 2.9 times more likely than companies to name employment.", "right"),
        ("In Brittany, citizens are 2.5 times more likely than companies to name employment.", "wrong"),
        ("In Brittany, citizens name employment 2 to 3 times more often than companies.", "right"),
        ("In Brittany, citizens name employment 3x more often than companies.", "right"),
        ("In Brittany, 10 times more citizens than companies name employment.", "wrong"),
        (
            "In Brittany, citizens are several times more likely than companies to name employment.",
            "ambiguous",
        ),
    ],
)
def test_a_multiple_in_digits_is_the_ratio_of_both_figures(
    phare: Phare, tmp_path: Path, words: str, status: str
) -> None:
    assert told(phare, tmp_path, words) == [("comparison", status)]


@pytest.mark.parametrize(
    "words",
    [
        "En Bretagne, les citoyens sont {42} % plus nombreux que les Français à citer l'emploi.",
        "En Bretagne, {42} % de citoyens de plus qu'en France citent l'emploi.",
        "Les citoyens citent l'emploi {42} % plus souvent en Bretagne qu'en France.",
        "La part des citoyens qui citent l'emploi en Bretagne est supérieure de {42} % à la moyenne nationale.",
        "La part des citoyens qui citent l'emploi en Bretagne est plus élevée de {42} % qu'en France.",
        "En Bretagne, les entreprises sont {66} % moins nombreuses que les citoyens à citer l'emploi.",
        "In Brittany, citizens are {42}% more likely than in France to name employment.",
        "{42}% more citizens in Brittany than in France name employment.",
        "The share of citizens who name employment in Brittany is higher by {42}% than in France.",
        "In Brittany, companies are {66}% less likely than citizens to name employment.",
    ],
)
def test_a_percentage_that_compares_is_a_ratio_and_never_a_level(
    phare: Phare, tmp_path: Path, words: str
) -> None:
    """The level, 34.8, is what it would be taken for."""
    number = words.split("{")[1].split("}")[0]
    ratios = [words.replace(f"{{{number}}}", said) for said in (number, "35")]

    assert [told(phare, tmp_path, each) for each in ratios] == [[("gap", "right")], [("gap", "wrong")]]


@pytest.mark.parametrize(
    "words",
    [
        "En Bretagne, 35 % des citoyens citent l'emploi au moins 3 fois par semaine.",
        "En Bretagne, l'emploi est cité par 35 % des citoyens.",
        "In Brittany, 35% of citizens name employment 3 times a week.",
    ],
)
def test_a_level_stays_a_level_and_a_frequency_no_multiple(phare: Phare, tmp_path: Path, words: str) -> None:
    assert told(phare, tmp_path, words) == [("figure", "right")]
