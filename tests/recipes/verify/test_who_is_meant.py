"""A figure is of the people that its page spoke of: by their age, by what they do, as a whole where a part has none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]

_HEAD = "wave,region,stakeholder,indicator,item,value,unit,base,national,response\n"
_FRENCH = _HEAD + "\n".join(
    f"2024,France,{group},engagement,{item},{value + more},percent,900,yes,multiple"
    for group, more in (("ensemble des Français", 0), ("18-29 ans", 5), ("retraités", 11))
    for item, value in (
        ("don d'argent", 41),
        ("vélo chaque semaine", 12),
        ("produits bio chaque semaine", 27),
    )
)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Un tiers ou moins : 17 % des jeunes font du vélo chaque semaine.", "18-29 ans"),
        ("Les jeunes sont 46 % à faire un don d'argent.", "18-29 ans"),
        ("Chez les retraités, le don d'argent vient en tête, avec 52 % de donateurs.", "retraités"),
        ("Chez les retraités, le vélo compte chaque semaine 23 % de pratiquants.", "retraités"),
        ("12 % des habitants font du vélo chaque semaine.", "ensemble des Français"),
        ("Pour les jeunes, la consommation hebdomadaire de produits bio s'établit à 32 %.", "18-29 ans"),
    ],
)
def test_french_words_tell_who_a_figure_is_of(phare: Phare, tmp_path: Path, text: str, group: str) -> None:
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=_FRENCH + "\n").rows

    figures = [
        (row["stakeholder"], row["status"]) for row in rows if row["kind"] == "figure" and row["said"] > 10
    ]
    assert (group, "right") in figures


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "In France, 49% of companies with 1,000 or more employees are engaged in a partnership.\n\n"
            "How do they work together? 45% cite responsible practices.",
            ["right", "right"],
        ),
        (
            "En PACA, les entreprises régionales sont engagées dans un partenariat à 45 %.\n\n"
            "Les entreprises régionales sont à 8 points au-dessus de la moyenne nationale, "
            "les associations à 9 points.",
            ["right", "right", "right"],
        ),
        (
            "In PACA, 91% of companies say that innovation comes through alliances. "
            "Associations are 3 points below their national counterparts.",
            ["right", "right"],
        ),
    ],
)
def test_people_are_those_that_the_text_spoke_of(
    phare: Phare, tmp_path: Path, text: str, statuses: list[str]
) -> None:
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json").rows

    assert [row["status"] for row in rows] == statuses


def test_figures_of_a_bracket_are_those_of_their_clause_in_turn(phare: Phare, tmp_path: Path) -> None:
    text = (
        "Le don d'argent est cité par 41 % des habitants ; le vélo chaque semaine vient derrière "
        "les produits bio chaque semaine (12 % et 27 % respectivement)."
    )
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=_FRENCH + "\n").rows

    assert [row["status"] for row in rows if row["kind"] == "figure"] == ["right"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Base France 2024 : 900 jeunes et 900 retraités.",
        "Base française : 900 retraités et 900 jeunes.",
        "Bases : 900 jeunes et 900 retraités en France.",
    ],
)
def test_a_line_of_bases_may_say_where_they_are_of(phare: Phare, tmp_path: Path, text: str) -> None:
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=_FRENCH + "\n").rows

    assert [(row["kind"], row["status"]) for row in rows] == [("base", "right")] * 2


@pytest.mark.parametrize("said", ["ont restreint leur chauffage", "restreignent le chauffage"])
def test_people_may_be_called_by_the_noun_of_their_name_and_a_word_of_their_own(
    phare: Phare, tmp_path: Path, said: str
) -> None:
    rows = [
        f"2024,France,{group},logement,{item},{value},percent,900,yes,multiple"
        for group, more in (("locataires du parc social", 0), ("locataires du parc privé", 9))
        for item, value in (("restriction de chauffage", 36 + more), ("retard de loyer", 12 + more))
    ]
    text = f"En France, 36 % des locataires sociaux {said}. Dans le pays, 36 % des locataires sociaux sont concernés."
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")

    found = phare("verify page.md -f json", data=_HEAD + "\n".join(rows) + "\n").rows

    assert [row["status"] for row in found] == ["right", "right"]
