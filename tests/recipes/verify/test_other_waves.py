"""A relation beside a figure of another wave than it is judged of is never right, and both waves are told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,base,in_national_sample\n"
FR = HEAD + (
    "2023,France,Habitants,Inquiétudes,Emploi,46.2,2400,\n"
    "2025,France,Habitants,Inquiétudes,Emploi,36,2400,\n"
    "2023,Occitanie,Habitants,Inquiétudes,Emploi,62.5,900,false\n"
    "2025,Occitanie,Habitants,Inquiétudes,Emploi,48.1,900,false\n"
)
EN = FR.replace("Habitants", "Residents").replace("Inquiétudes", "Worries").replace("Emploi", "Jobs")


@pytest.mark.parametrize(
    ("data", "text", "kind", "status"),
    [
        (
            FR,
            "63 % des habitants citent l'emploi, un niveau supérieur à la moyenne nationale.",
            "comparison",
            "ambiguous",
        ),
        (FR, "63 % des habitants citent l'emploi, plus qu'en France.", "comparison", "ambiguous"),
        (
            FR,
            "63 % des habitants citent l'emploi, nettement plus qu'en France (36 %).",
            "comparison",
            "ambiguous",
        ),
        (FR, "63 % des habitants citent l'emploi, soit 12 points de plus qu'en France.", "gap", "ambiguous"),
        (
            FR,
            "48 % des habitants citent l'emploi, un niveau supérieur à la moyenne nationale.",
            "comparison",
            "right",
        ),
        (FR, "48 % des habitants citent l'emploi, plus qu'en France.", "comparison", "right"),
        (FR, "48 % des habitants citent l'emploi, soit 12 points de plus qu'en France.", "gap", "right"),
        (FR, "En 2023, 63 % des habitants citent l'emploi, plus qu'en France.", "comparison", "right"),
        (FR, "En 2023, 63 % des habitants citent l'emploi, moins qu'en France.", "comparison", "wrong"),
        (
            FR,
            "63 % des habitants citent l'emploi. Ils sont plus nombreux qu'en France.",
            "comparison",
            "ambiguous",
        ),
        (EN, "63% of residents cite jobs, above the national average.", "comparison", "ambiguous"),
        (EN, "63% of residents cite jobs, more than in France.", "comparison", "ambiguous"),
        (EN, "63% of residents cite jobs, far more than in France (36%).", "comparison", "ambiguous"),
        (EN, "63% of residents cite jobs, 12 points more than in France.", "gap", "ambiguous"),
        (EN, "48% of residents cite jobs, above the national average.", "comparison", "right"),
        (EN, "48% of residents cite jobs, more than in France.", "comparison", "right"),
        (EN, "48% of residents cite jobs, 12 points more than in France.", "gap", "right"),
        (EN, "In 2023, 63% of residents cite jobs, more than in France.", "comparison", "right"),
        (EN, "In 2023, 63% of residents cite jobs, less than in France.", "comparison", "wrong"),
        (EN, "63% of residents cite jobs. They are more numerous than in France.", "comparison", "ambiguous"),
    ],
)
def test_a_relation_is_of_the_wave_of_the_figure_printed_beside_it(
    phare: Phare, data: str, text: str, kind: str, status: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Occitanie\n\n{text}\n", encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=data).rows

    assert [(row["kind"], row["status"]) for row in rows if row["kind"] != "figure"] == [(kind, status)]


@pytest.mark.parametrize(
    ("data", "text", "told"),
    [
        (
            FR,
            "63 % des habitants citent l'emploi.",
            "62,5 % est le chiffre de la vague 2023 ; vague 2025 : 48,1 %",
        ),
        (
            EN,
            "63% of residents cite jobs.",
            "62.5% is the figure of wave 2023; wave 2025: 48.1%",
        ),
    ],
)
def test_a_figure_of_another_wave_is_told_with_both(
    phare: Phare, data: str, text: str, told: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Occitanie\n\n{text}\n", encoding="utf-8")

    run = phare(f"verify {page} --lang {'fr' if data is FR else 'en'}", data=data)

    assert told in " ".join(run.out.split())
