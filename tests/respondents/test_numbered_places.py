"""A place behind its code is known by its name: 29 - Finistère; what places add up to is asked of each kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.codebook import codebook

Phare = Callable[..., Any]
COUNT = "tabulate r.csv --region PLACE --stakeholder =citizens --single Q"


def answers(places: list[str], folder: Path, column: str = "PLACE") -> None:
    """Write a file of respondents of some places."""
    rows = "".join(f"{places[at % len(places)]},{('oui', 'non')[at % 3 > 0]}\n" for at in range(60))
    (folder / "r.csv").write_text(f"{column},Q\n{rows}", encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("29 - Finistère", "Finistère"), ("29 Finistère", "Finistère"), ("29-finistere", "Finistère"),
        ("Finistère (29)", "Finistère"), ("22 - Côtes-d'Armor", "Côtes-d'Armor"), ("1 - Ain", "Ain"),
        ("2A – Corse-du-Sud", "Corse-du-Sud"), ("53 - Bretagne", "Bretagne"), ("Bretagne (53)", "Bretagne"),
        ("29 - Morbihan", None), ("53 - Finistère", None), ("29 - Brest", None), ("18 - 24 ans", None),
    ],
)  # fmt: skip
def test_a_place_is_known_where_its_code_and_its_name_agree(text: str, id: str | None) -> None:
    assert codebook().find("region", text) == id


@pytest.mark.parametrize("column", ["PLACE", "Votre département"])
def test_departements_behind_their_codes_are_counted_by_their_names(
    phare: Phare, tmp_path: Path, column: str
) -> None:
    answers(["29 - Finistère", "56 - Morbihan"], tmp_path, column)
    run = phare(f"{COUNT} -f csv".replace("PLACE", f"'{column}'"))

    assert (set(run.column("region")), '--whole "Bretagne"' in run.err) == ({"Finistère", "Morbihan"}, True)


@pytest.mark.parametrize("typed", ["Brest", "brest", "'29019 - Brest'"])
def test_a_place_is_asked_for_by_its_words_behind_a_code(phare: Phare, tmp_path: Path, typed: str) -> None:
    answers(["29019 - Brest", "35238 - Rennes"], tmp_path)
    phare(f"{COUNT} -o results.csv")
    run = phare(f"show -d results.csv --region {typed} -f csv")

    assert (run.status, set(run.column("region"))) == (0, {"29019 - Brest"})


@pytest.mark.parametrize(
    ("places", "lang", "line"),
    [
        (["29 - Finistère", "56 - Morbihan"], "fr", '# whole = "Bretagne"'),
        (["Vieux port", "Gare"], "fr", '# whole = "..."'),
        (["Old town", "Harbour"], "en", '# whole = "..."'),
        (["Bretagne", "Normandie"], "en", "# nation = true"),
    ],
)
def test_a_draft_asks_what_its_places_add_up_to(
    phare: Phare, tmp_path: Path, places: list[str], lang: str, line: str
) -> None:
    answers(places, tmp_path, "Quartier")

    assert line in phare(f"tabulate r.csv --draft --lang {lang}").out


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "--whole NAME adds the place"), ("fr", "--whole NAME ajoute le lieu")]
)
def test_places_of_ones_own_are_not_offered_the_nation(
    phare: Phare, tmp_path: Path, lang: str, said: str
) -> None:
    answers(["Old town", "Harbour"], tmp_path)

    assert said in phare(f"{COUNT} --lang {lang}").err
