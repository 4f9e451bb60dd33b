"""What is an answer by its words is told as one, though no column says what sort of answers a question has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.running_labels import is_an_answer

Phare = Callable[..., Any]


@pytest.mark.parametrize(
    ("label", "is_one"),
    [
        ("Oui", True), ("Non", True), ("Très satisfait", True), ("Plutôt pas satisfait", True), ("Yes", True),
        ("Pas du tout d'accord", True), ("Strongly agree", True), ("Not very worried", True), ("Satisfaits", True),
        ("Tout à fait favorable", True), ("Très haut débit", False), ("Non-recours aux soins", False),
        ("Emploi", False), ("Pas de médecin", False), ("Peu de transports", False), ("Very small firms", False),
    ],
)  # fmt: skip
def test_answers_are_told_from_things(label: str, is_one: bool) -> None:
    assert is_an_answer(label) is is_one


def data(item: str) -> str:
    rows = (
        ("Gard", item, 58),
        ("Gard", "Autre chose", 42),
        ("Lozère", item, 40),
        ("Lozère", "Autre chose", 60),
    )
    return "region,stakeholder,indicator,item,value,base\n" + "".join(
        f"{place},habitants,Vie locale,{each},{value},700\n" for place, each, value in rows
    )


@pytest.mark.parametrize(
    ("item", "lang", "said"),
    [
        (
            "Très satisfait",
            "fr",
            "58 % des habitants répondent « très satisfait » à la question « Vie locale »",
        ),
        ("Oui", "fr", "58 % des habitants répondent « oui » à la question « Vie locale »"),
        ("Oui", "en", "58% of citizens answer “oui” to “Vie locale”"),
        ("Très haut débit", "fr", "« très haut débit » est à 58 % parmi les habitants (« Vie locale »)"),
    ],
)
def test_they_are_what_people_answer(phare: Phare, tmp_path: Path, item: str, lang: str, said: str) -> None:
    (tmp_path / "d.csv").write_text(data(item), encoding="utf-8")
    asked = f"compare -d d.csv -r Gard --to Lozère --sentences --lang {lang}"
    told = phare(asked).out.replace("\u00a0", " ")
    phare(f"{asked} -f markdown -o page.md")

    assert said in told
    assert "wrong" not in {row["status"] for row in phare("verify page.md -d d.csv -f json").rows}


def test_a_draft_of_nothing_says_so(phare: Phare, tmp_path: Path) -> None:
    text = "region,stakeholder,indicator,item,value\nPACA,citizens,fragilities,employment,58\n"

    assert "every name of the data has an entry" in phare("codebook --draft", data=text).err


def test_the_answer_of_a_net_wants_no_entry(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "mots.csv").write_text("kind,id,fr\nindicator,Vie locale,Vie locale\n", encoding="utf-8")
    text = data("Oui") + "Gard,habitants,Vie locale (Oui / autre),Oui / autre,100,700\n"
    run = phare("check --codebook mots.csv -f json", data=text)

    assert "Oui / autre" not in {row["cell"] for row in run.rows}
