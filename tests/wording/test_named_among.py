"""An answer that no clause tells is named among what was asked, where that is sure to be several things."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.forms.named_among import among

Phare = Callable[..., Any]


@pytest.mark.parametrize(
    ("label", "other", "language", "said"),
    [
        ("Difficultés du quotidien", "Difficultés du quotidien", "fr", "parmi les difficultés du quotidien"),
        ("Les freins au bénévolat", "Barriers", "fr", "parmi les freins au bénévolat"),
        ("Soucis", "Worries", "fr", "parmi les soucis"),
        ("Besoins des jeunes", "Needs", "fr", "parmi les besoins des jeunes"),
        ("Délais d'attente", "Waiting", "fr", "parmi les délais d'attente"),
        ("Travaux à faire", "Works", "fr", "parmi les travaux à faire"),
        ("Everyday worries", "Soucis", "en", "among everyday worries"),
        ("Priorities for action", "Priorités", "en", "among priorities for action"),
        ("Fears about the future", "Fears about the future", "en", "among fears about the future"),
        ("Needs of young people", "Besoins", "en", "among needs of young people"),
        ("Accès aux soins", "Care", "fr", None),
        ("Prix de l'énergie", "Energy", "fr", None),
        ("Virus", "Viruses", "fr", None),
        ("Mobilité", "Mobility", "fr", None),
        ("Soucis", "Soucis", "fr", None),
        ("Worries", "Worries", "fr", None),
        ("Difficultés du quotidien", "Difficultés du quotidien", "en", None),
        ("Quelles difficultés rencontrez-vous ?", "Troubles", "fr", None),
        ("Vos difficultés", "Troubles", "fr", None),
        ("Business", "Affaires", "en", None),
        ("Access to services", "Accès", "en", None),
        ("QPV", "QPV", "fr", None),
        ("Satisfactions (net)", "Net", "fr", None),
    ],
)  # fmt: skip
def test_several_things_are_told_from_one(label: str, other: str, language: str, said: str | None) -> None:
    assert among(label, other, language) == said


def data(asked: str) -> str:
    rows = (("Gard", "Accès aux médecins", 58), ("Gard", "Déplacements", 61), ("Lozère", "Accès aux médecins", 40),
            ("Lozère", "Déplacements", 45))  # fmt: skip
    return "region,stakeholder,indicator,item,value,base,response\n" + "".join(
        f"{place},habitants,{asked},{item},{value},700,multiple\n" for place, item, value in rows
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "Difficultés du quotidien",
            "citent « Accès aux médecins » parmi les difficultés du quotidien, contre 40 %",
        ),
        ("Mobilité", "citent « Accès aux médecins » à la question « Mobilité », contre 40 %"),
    ],
)
def test_a_sentence_names_the_answer_among_them(phare: Phare, asked: str, said: str) -> None:
    run = phare("compare -r Gard --to Lozère --sentences --lang fr", data=data(asked))

    assert said in run.out.replace("\u00a0", " ")


BOOK = (
    "kind,id,fr,the_fr,of_fr,first_fr\nindicator,Soucis,Soucis,les soucis,des soucis,le premier souci\n"
    "item,Déplacements,Déplacements,les déplacements,des déplacements,\n"
    "item,Accès aux médecins,Accès aux médecins,l'accès aux médecins,de l'accès aux médecins,\n"
)


@pytest.mark.parametrize(
    ("care", "said"),
    [(58, "le premier souci, ce sont les déplacements"), (75, "le premier souci est l’accès aux médecins")],
)
def test_the_first_of_several_things_agrees(phare: Phare, tmp_path: Path, care: int, said: str) -> None:
    (tmp_path / "mots.csv").write_text(BOOK, encoding="utf-8")
    (tmp_path / "d.csv").write_text(data("Soucis").replace(",58,", f",{care},"), encoding="utf-8")
    phare("report -r Gard -d d.csv --codebook mots.csv --lang fr -o page.md")
    rows = phare("verify page.md -d d.csv --codebook mots.csv -f json").rows

    assert said in (tmp_path / "page.md").read_text(encoding="utf-8")
    assert {row["status"] for row in rows} == {"right"}
