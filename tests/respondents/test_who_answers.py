"""A draft takes the column that says in whose name people answer for their groups, and names these."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.respondents.draft.who_answers import asks_who
from phare_cli.respondents.specs.spec_file import parse_spec

Phare = Callable[..., Any]
GROUPS = ["Un habitant", "Un élu", "Un agent territorial", "Autre"]


@pytest.mark.parametrize(
    ("asked", "answers"),
    [
        ("Vous êtes", GROUPS), ("Vous êtes :", GROUPS), ("Êtes-vous ?", ["Parent d'élève", "Enseignant"]),
        ("Votre statut", ["Bénévole", "Salarié", "Adhérente"]),
        ("Quel est votre profil ?", ["Usager", "Professionnel"]),
        ("QUI", ["Habitants", "Associations"]), ("À quel titre répondez-vous ?", ["A", "B"]),
        ("Vous répondez en tant que", ["A", "B"]), ("You are a...", ["Resident", "Elected official"]),
        ("Are you", ["A business owner", "A resident"]), ("Your role", ["Teacher", "Student"]),
        ("Which best describes you?", ["Volunteer", "Board member"]), ("Who are you?", ["A", "B"]),
    ],
)  # fmt: skip
def test_it_is_known_by_its_words_and_its_answers(asked: str, answers: list[str]) -> None:
    assert asks_who([asked], answers)


@pytest.mark.parametrize(
    ("asked", "answers"),
    [
        ("Vous êtes", ["Un homme", "Une femme"]), ("Vous êtes", ["Satisfait", "Pas satisfait"]),
        ("Votre statut", ["Salarié", "Retraité", "Étudiant"]), ("Votre statut", ["Locataire", "Propriétaire"]),
        ("Vous êtes", ["18-24 ans", "25 ans et plus"]), ("Are you", ["Married", "Single"]),
        ("You are", ["A man", "A woman", "Other"]), ("Votre rôle compte-t-il ?", ["Habitant", "Élu"]),
        ("Vous êtes", ["Autre"]), ("Vous êtes", []),
    ],
)  # fmt: skip
def test_a_sex_a_trade_or_a_home_is_no_group(asked: str, answers: list[str]) -> None:
    assert not asks_who([asked], answers)


@pytest.mark.parametrize(("lang", "columns"), [("en", None), ("fr", 100)])
def test_a_draft_takes_it_and_calls_groups_by_what_they_are(
    phare: Phare, tmp_path: Path, lang: str, columns: int | None
) -> None:
    rows = "".join(f"{who};{answer}\n" for who in GROUPS for answer in ("Oui", "Non", "Oui"))
    (tmp_path / "a.csv").write_text(f"Q0. Vous êtes;Q1. Un local ?\n{rows}")
    run = phare(f"tabulate a.csv --draft --lang {lang}", columns=columns)
    spec = parse_spec(run.out, "draft.toml")

    assert (spec.problems, spec.place("stakeholder").column) == ((), "Q0. Vous êtes")
    assert [question.indicator for question in spec.questions] == ["Q1"]
    assert spec.recodes["stakeholder"] == {
        "Un habitant": "Habitants", "Un élu": "Élus", "Un agent territorial": "Agents territoriaux"
    }  # fmt: skip


def test_a_draft_with_groups_runs_and_speaks_of_them(phare: Phare, tmp_path: Path) -> None:
    rows = "".join(f"{who};{answer}\n" for who in GROUPS for answer in ("Oui", "Non", "Oui") * 20)
    (tmp_path / "a.csv").write_text(f"Q0. Vous êtes;Q1. Un local ?\n{rows}")
    phare("tabulate a.csv --draft -o d.toml")
    phare("tabulate a.csv --spec d.toml -o r.csv")

    page = phare("report --data r.csv --region France --lang fr -f markdown").out
    assert "67\u00a0% des habitants" in page.replace("\u202f", "\u00a0")
