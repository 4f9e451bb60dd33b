"""What is done under a law, or under somebody's direction, is under no other figure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = (
    "region,stakeholder,indicator,item,value,base\n"
    "France,Habitants,Inquiétudes,Logement,45,2400\n"
    "Bretagne,Habitants,Inquiétudes,Logement,38,612\n"
)
ENGLISH = (
    DATA.replace("Inquiétudes", "Worries").replace("Logement", "Housing").replace("Habitants", "Residents")
)
FIRST = {
    "fr": "# Bretagne\n\n38 % des habitants de Bretagne citent le logement. ",
    "en": "# Bretagne\n\n38% of residents of Bretagne cite housing. ",
}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Association régie, sous la loi de 1901, par ses statuts."),
        ("fr", "L'étude est menée sous la direction scientifique de la région."),
        ("fr", "Enquête publiée sous le régime du décret du 4 mai 2021."),
        ("fr", "Le fichier est conforme à la loi de 1978 sur la région Bretagne."),
        ("en", "The panel is kept under the Data Act of 2018."),
        ("en", "Residents were asked under the terms of a 2019 agreement."),
        ("en", "The study was run under the supervision of the region."),
        ("en", "Registered under the law of 3 May 1956 in France."),
        ("en", "Paid for under the National Housing Plan."),
    ],
)
def test_what_is_done_under_a_law_is_no_comparison(
    phare: Phare, language: str, line: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{FIRST[language]}{line}\n", encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=DATA if language == "fr" else ENGLISH).rows

    assert [row["kind"] for row in rows] == ["figure"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Le logement est sous la moyenne nationale que le titre annonçait."),
        ("fr", "C'est nettement sous la moyenne nationale."),
        ("en", "That is under the national average."),
        ("en", "That is under the national figure that the law speaks of."),
    ],
)
def test_what_is_under_a_figure_is_compared_with_it(
    phare: Phare, language: str, line: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{FIRST[language]}{line}\n", encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=DATA if language == "fr" else ENGLISH).rows

    assert [row["kind"] for row in rows] == ["figure", "comparison"]
