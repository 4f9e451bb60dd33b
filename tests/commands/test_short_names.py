"""A first project calls questions by their short names, where a file has these beside their wordings."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
ROWS = (
    ("Vélo", "Faites-vous du vélo ?", "Oui", 45),
    ("Vélo", "Faites-vous du vélo ?", "Non", 55),
    ("Bus", "Prenez-vous le bus ?", "Souvent", 30),
    ("Bus", "Prenez-vous le bus ?", "Jamais", 70),
)


def map_of(phare: Phare, folder: Path, topic: str, question: str, item: str, rows: Any = ROWS) -> Any:
    head = f"region;stakeholder;{topic};{question};{item};value\n"
    lines = "".join(f"Gard;citizens;{';'.join(map(str, row))}\n" for row in rows)
    (folder / "enquete.csv").write_text(head + lines, encoding="utf-8")
    assert phare("init --yes").status == 0
    return tomllib.loads((folder / "phare.toml").read_text(encoding="utf-8")).get("map", {})


@pytest.mark.parametrize(
    ("topic", "question", "item"),
    [
        ("Thème", "Libellé de la question", "Modalité"),
        ("Thématique", "Question", "Modalité"),
        ("Sujet", "Intitulé de la question", "Réponse"),
        ("Topic", "Question wording", "Item"),
        ("Subject", "Question", "Answer"),
        ("Rubrique", "Question posée", "Modalité"),
    ],
)
def test_the_short_name_is_the_indicator(
    phare: Phare, tmp_path: Path, topic: str, question: str, item: str
) -> None:
    assert map_of(phare, tmp_path, topic, question, item)["indicator"] == topic
    run = phare("show -f csv")

    assert set(run.column("indicator")) == {"Vélo", "Bus"}


def test_a_heading_of_several_questions_is_the_name_of_none(phare: Phare, tmp_path: Path) -> None:
    rows = [("Transports", *row[1:]) for row in ROWS]

    assert map_of(phare, tmp_path, "Thème", "Question", "Modalité", rows).get("indicator") != "Thème"


def test_what_was_left_out_is_left_out_no_more(phare: Phare, tmp_path: Path) -> None:
    map_of(phare, tmp_path, "Thème", "Libellé de la question", "Modalité")

    assert "not used" not in phare("check").err
