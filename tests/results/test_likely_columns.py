"""Headers as people write them are understood without --map; doubts are told, and all that lacks at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
ROW = "Gard;Maires;Vos besoins;Un local;42,5 %;412\n"
PLAIN = (
    "département;public;question;réponse;pourcentage;effectif",
    "Dép.;Groupe;Question;Modalité;%;n",
    "dept;profil;Question posée;Réponses;Part;Répondants",
    "territoire;type de répondant;intitulé de la question;choix;part en %;nb de répondants",
    "commune;Publics;questions;Réponse(s);taux;échantillon",
    "Département;Acteurs;Indicateur;Réponse;Valeur;Base",
    "department;audience;question;answer;percent;N",
    "Area;Group;Wording;Response option;Share;Sample size",
    "County;Respondent group;Question text;Choice;Percentage (%);Number of respondents",
    "Region;Profile;Question;Answers;Result;Sample",
)
DOUBTED = (
    ("Département;Public;Thème;Réponse;%;n", {"indicator": "Thème"}),
    ("Département;Public;Thème;Item;%;n", {"indicator": "Thème"}),
    ("Département;Public;Thématique;Modalité;%;n", {"indicator": "Thématique"}),
    ("Département;Catégorie;Question;Libellé;%;n", {"stakeholder": "Catégorie", "item": "Libellé"}),
    ("Region;Status;Topic;Label;%;n", {"stakeholder": "Status", "indicator": "Topic", "item": "Label"}),
)


@pytest.mark.parametrize("header", PLAIN)
@pytest.mark.parametrize(("lang", "columns"), [("en", None), ("fr", 120)])
def test_a_header_without_a_doubt_is_understood_without_a_word(
    phare: Phare, header: str, lang: str, columns: int | None
) -> None:
    run = phare(f"show -f csv --lang {lang}", data=f"{header}\n{ROW}", columns=columns)

    assert (run.status, "--map" in run.err) == (0, False)
    read = [run.column(name) for name in ("stakeholder", "indicator", "item", "value", "base")]
    assert read == [["mayors"], ["Vos besoins"], ["Un local"], ["42.5"], ["412"]]


@pytest.mark.parametrize(("header", "doubted"), DOUBTED)
@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "the column “{}” is read as {}."), ("fr", "la colonne «\u00a0{}\u00a0» est lue comme {}.")],
)
def test_a_doubt_is_told(phare: Phare, header: str, doubted: dict[str, str], lang: str, said: str) -> None:
    run = phare(f"show -f csv --lang {lang}", data=f"{header}\n{ROW}")

    assert run.status == 0
    assert [said.format(name, column) in run.err for column, name in doubted.items()] == [True] * len(doubted)
    assert run.err.count("--map") == len(doubted)


@pytest.mark.parametrize("answer", ["Réponse", "Modalité", "Libellé"])
def test_a_topic_beside_a_question_is_a_heading(phare: Phare, answer: str) -> None:
    run = phare(
        "show -f csv",
        data=f"Région;Public;Thème;Question;{answer};%;n\nGard;Maires;Santé;Vos besoins;Un local;4;9\n",
    )

    assert (run.column("indicator"), run.column("item")) == (["Vos besoins"], ["Un local"])


@pytest.mark.parametrize("column", ["domaine", "thème", "modalité"])
def test_beside_an_indicator_a_response_stays_one(phare: Phare, column: str) -> None:
    run = phare(
        "show -f csv",
        data=f"Région;Public;Indicateur;{column};Réponse;%\nGard;Maires;Besoins;Un local;multiple;4\n",
    )

    assert (run.column("indicator"), run.column("item")) == (["Besoins"], ["Un local"])


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("Réponse", "Type de réponse"),
        ("Réponse", "Type de question"),
        ("réponse", "Mode de réponse"),
        ("Answer", "Response type"),
        ("Response", "Question type"),
    ],
)
@pytest.mark.parametrize("asked", ["Question", "Indicateur", "Thème"])
def test_beside_the_type_of_response_a_response_is_an_answer(
    phare: Phare, answer: str, kind: str, asked: str
) -> None:
    run = phare(
        "show -f csv",
        data=f"Région;Public;{asked};{answer};{kind};%;n\nGard;Maires;Besoins;Un local;Réponse unique;4;9\n",
    )

    assert (run.column("indicator"), run.column("item")) == (["Besoins"], ["Un local"])


@pytest.mark.parametrize(
    ("choice", "status", "items"), [("", 3, []), (" --map item=Modalité", 0, ["Un local"])]
)
def test_which_of_two_columns_of_answers_is_meant_beside_their_type_is_asked(
    phare: Phare, choice: str, status: int, items: list[str]
) -> None:
    data = "Région;Public;Question;Modalité;Réponse;Type de réponse;%\nGard;Maires;Besoins;Un local;Oui;unique;4\n"
    run = phare(f"show -f csv{choice}", data=data)

    assert (run.status, "--map item=COLUMN" in run.err) == (status, status == 3)
    assert items == (run.column("item") if items else [])


def test_what_is_chosen_stays(phare: Phare) -> None:
    run = phare(
        "show -f csv --map item=Thème --map indicator=Réponse", data=f"Région;Public;Thème;Réponse;%;n\n{ROW}"
    )

    assert (run.column("indicator"), run.column("item")) == (["Un local"], ["Vos besoins"])


def test_a_question_beside_an_indicator_stays_its_wording(phare: Phare) -> None:
    run = phare("show -f csv", data=f"Région;Public;Question;Réponse;%;Indicateur\n{ROW}")

    assert (run.column("indicator"), run.column("item")) == (["412"], ["Un local"])


@pytest.mark.parametrize("count", ["Effectif", "n"])
def test_a_base_is_the_column_that_is_called_so(phare: Phare, count: str) -> None:
    run = phare("show -f csv", data=f"Région;Public;Question;Réponse;%;{count};Base\n{ROW.strip()};500\n")

    assert run.column("base") == ["500"]


def test_two_values_are_a_doubt_that_is_asked_about(phare: Phare) -> None:
    run = phare("show", data=f"Région;Public;Question;Réponse;Valeur;Pourcentage\n{ROW}")

    assert (run.status, "--map value=COLUMN" in run.err) == (3, True)


@pytest.mark.parametrize(
    ("lang", "line", "understood"),
    [
        (
            "en",
            "--map stakeholder=COLUMN --map indicator=COLUMN --map value=COLUMN,",
            "Understood: region = “Dép” and item = “thème”.",
        ),
        (
            "fr",
            "--map stakeholder=COLONNE --map indicator=COLONNE --map value=COLONNE,",
            "region = «\u00a0Dép\u00a0» et item = «\u00a0thème\u00a0».",
        ),
    ],
)
def test_all_that_lacks_is_told_in_one_line_to_paste(
    phare: Phare, lang: str, line: str, understood: str
) -> None:
    run = phare(f"show --lang {lang}", data="Dép;a;b;thème;c\nGard;x;y;z;5\n")

    assert (run.status, line in run.err, understood in run.err) == (3, True, True)
