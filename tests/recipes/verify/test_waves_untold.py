"""A page that names its year is read with data that tell no wave: as of that year where its method says it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
FR = """region,stakeholder,indicator,item,value,base
Var,pêcheurs,Soucis,Le carburant,64.2,410
Var,pêcheurs,Soucis,La météo,31.4,410
"""
EN = FR.replace("pêcheurs", "anglers").replace("Soucis", "Worries").replace("Le carburant", "Fuel")
SAID_FR, SAID_EN = "En 2026, 64 % des pêcheurs citent le carburant.", "In 2026, 64% of anglers mention fuel."
METHODS = (
    f"# Le Var\n\nEnquête menée du 4 au 29 mai 2026 auprès de 410 pêcheurs.\n\n{SAID_FR}",
    f"# Enquête 2026\n\n{SAID_FR}",
    f"# Le Var\n\n{SAID_FR}\n\nSondage réalisé en juin 2026.",
    f"# Baromètre 2026 de la pêche\n\n{SAID_FR}",
    f"# Le Var\n\n{SAID_FR}\n\nMéthode : 410 pêcheurs interrogés en 2026.",
    f"# The Var\n\nThe survey was carried out in May 2026 among 410 anglers.\n\n{SAID_EN}",
    f"# Survey 2026\n\n{SAID_EN}",
    f"# The Var\n\n{SAID_EN}\n\nFieldwork: June 2026.",
    f"# The Var\n\n{SAID_EN}\n\n410 anglers were interviewed in 2026.",
)
OTHERS = {
    f"# Le Var\n\n{SAID_FR}": "1 affirmation nomme 2026",
    f"# Le Var\n\n{SAID_FR} En 2026, 31 % citent la météo.": "2 affirmations nomment 2026",
    f"# Le Var\n\nEnquête menée en 2024 et en 2026.\n\n{SAID_FR}": "1 affirmation nomme 2026",
    f"# The Var\n\n{SAID_EN}": "1 claim names 2026",
}


def verified(phare: Phare, text: str, tmp_path: Path, *, options: str = "-f json", data: str = "") -> Any:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    lang = "en" if "anglers" in text else "fr"
    return phare(f"verify {page} --lang {lang} {options}", data=data or (EN if lang == "en" else FR))


@pytest.mark.parametrize("text", METHODS)
def test_data_without_a_wave_are_of_the_year_of_the_method(phare: Phare, text: str, tmp_path: Path) -> None:
    run = verified(phare, text, tmp_path)

    assert {row["status"] for row in run.rows} == {"right"}
    assert "2026" in run.err


@pytest.mark.parametrize(("text", "notice"), OTHERS.items())
def test_else_how_to_say_it_is_told(phare: Phare, text: str, notice: str, tmp_path: Path) -> None:
    run = verified(phare, text, tmp_path)

    assert run.rows[-1]["status"] == "unknown"
    assert notice in run.err
    assert "--map wave==2026" in run.err


def test_a_figure_of_another_year_stays_unknown(phare: Phare, tmp_path: Path) -> None:
    run = verified(phare, METHODS[0] + " En 2024, 50 % des pêcheurs citaient le carburant.", tmp_path)

    assert [row["status"] for row in run.rows][-1] == "unknown"


def test_data_that_tell_their_wave_are_of_it_alone(phare: Phare, tmp_path: Path) -> None:
    run = verified(phare, METHODS[1], tmp_path, options="--map wave==2020 -f json")

    assert run.rows[0]["status"] == "unknown"
    assert "2026" not in run.err
