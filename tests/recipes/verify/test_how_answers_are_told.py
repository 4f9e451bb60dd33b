"""An answer says what a right gap does not establish, prints figures as tables do, and mends what is wrong alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = """region,stakeholder,indicator,item,value,base
Gard,citadins,Soucis,Emploi,64.8936170212766,150
Gard,citadins,Soucis,Mobilité,53.191489361702125,150
Gard,ruraux,Soucis,Emploi,44.680851063829785,130
Gard,ruraux,Soucis,Mobilité,61.702127659574465,130
Occitanie,citadins,Soucis,Emploi,59.9288256227758,
Occitanie,citadins,Soucis,Mobilité,42.70462633451957,
"""
PAGE = "# Le Gard\n\nDans le Gard, "
GAP = PAGE + "65 % des citadins citent l'emploi, soit 5 points de plus qu'en Occitanie."


def written(phare: Phare, text: str, tmp_path: Path, *, options: str = "--lang fr", data: str = DATA) -> str:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    return " ".join(phare(f"verify {page} {options}", data=data).out.split())


@pytest.mark.parametrize("form", ["", "-f markdown", "-f html", "-f github", "-f sarif"])
def test_a_right_gap_that_cannot_be_tested_says_so_in_every_format(
    phare: Phare, form: str, tmp_path: Path
) -> None:
    assert "écart non testable" in written(phare, GAP, tmp_path, options=f"--lang fr {form}")


def test_its_reason_is_a_cell_for_programs(phare: Phare, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(GAP, encoding="utf-8")
    run = phare(f"verify {page} -f json", data=DATA)
    gap = next(row for row in run.rows if row["kind"] == "gap")

    assert (run.status, gap["status"], gap["reason"]) == (0, "right", "reference_base_missing")


def test_a_right_gap_that_is_not_established_says_so(phare: Phare, tmp_path: Path) -> None:
    text = PAGE + "62 % des ruraux citent la mobilité, soit 9 points de plus que les citadins."

    assert "9 points de plus que les citadins : juste – " in (told := written(phare, text, tmp_path))
    assert "écart non établi" in told


def test_one_that_is_established_has_nothing_to_say(phare: Phare, tmp_path: Path) -> None:
    text = PAGE + "65 % des citadins citent l'emploi, soit 20 points de plus que les ruraux."

    assert "juste –" not in written(phare, text, tmp_path)


def test_nor_has_one_whose_sentence_says_it(phare: Phare, tmp_path: Path) -> None:
    text = (
        PAGE
        + "62 % des ruraux citent la mobilité, soit 9 points de plus que les citadins, un écart non significatif."
    )

    assert "juste –" not in written(phare, text, tmp_path)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("70 % des citadins citent l'emploi.", "« emploi » est à 65 %"),
        ("les citadins citent nettement plus l'emploi qu'en Occitanie.", "contre 60 % en Occitanie (+5 points)"),
        ("64,1 % des citadins citent l'emploi.", "« emploi » est à 64,9 %"),
        ("plus de 65 % des citadins citent l'emploi.", "« emploi » est à 64,9 %"),
    ],
)  # fmt: skip
def test_figures_are_told_with_the_decimals_of_tables_of_the_same_data(
    phare: Phare, claim: str, told: str, tmp_path: Path
) -> None:
    whole = DATA + "".join(f"Gard,citadins,Envies,Envie {n},{20 + n},150\n" for n in range(6))

    assert told in written(phare, PAGE + claim, tmp_path, data=whole)


def test_digits_that_are_right_are_not_corrected(phare: Phare, tmp_path: Path) -> None:
    told = written(phare, PAGE + "près d'un rural sur deux (44,7 %) cite l'emploi.", tmp_path)

    assert "le chiffre est juste, les mots à côté ne le sont pas" in told
    assert "→" not in told


def test_digits_that_are_wrong_are_corrected_with_theirs(phare: Phare, tmp_path: Path) -> None:
    assert "→ 44,7 %" in written(phare, PAGE + "près d'un rural sur deux (47,7 %) cite l'emploi.", tmp_path)
