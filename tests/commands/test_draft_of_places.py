"""A drafted codebook calls places by what their column is called, in the results or in the spec that made them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
KINDS = {
    "quartier": "quartier", "Quartiers": "quartier", "Commune": "commune", "EPCI": "intercommunalité",
    "intercommunalité": "intercommunalité", "Ville": "ville", "canton": "canton", "Secteur": "secteur",
    "Territoire": "territoire", "région": "territoire", "neighbourhood": "quartier", "City": "ville", "county": "comté",
}  # fmt: skip


@pytest.mark.parametrize(("column", "kind"), KINDS.items())
def test_a_draft_says_what_a_place_is_by_the_name_of_its_column(phare: Phare, column: str, kind: str) -> None:
    data = f"{column},acteur,indicateur,modalité,valeur\nLe Toison,maires,Vos besoins,Un local,40\n"

    assert phare("codebook --draft --lang fr", data=data).column("place") == [kind, "", ""]


def test_a_draft_says_it_by_the_spec_of_the_project(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Votre quartier;Q1\n" + "Le Toison;Oui\nLes Minguettes;Non\n" * 5)
    (tmp_path / "s.toml").write_text(
        'region = "Votre quartier"\nstakeholder = "=citizens"\n[[question]]\nindicator = "q"\ncolumn = "Q1"\n'
    )
    (tmp_path / "phare.toml").write_text(
        'data = ["r.csv"]\nrun = ["tabulate a.csv --spec s.toml -o r.csv"]\n'
    )
    phare("run")

    assert phare("codebook --draft --lang fr").column("place")[:2] == ["quartier", "quartier"]


@pytest.mark.parametrize(
    ("places", "line"),
    [
        (("Gard", "Hérault", "Reste de l'Occitanie"), '# whole = "Occitanie"'),
        (("30", "34", "48"), '# whole = "Occitanie"'),
        (("Gard", "Bouches-du-Rhône"), "# nation = true"),
        (("Bretagne", "Occitanie"), "# nation = true"),
    ],
)
def test_a_draft_offers_the_region_that_all_départements_lie_in(
    phare: Phare, tmp_path: Path, places: tuple[str, ...], line: str
) -> None:
    rows = "".join(f"{place};Oui\n{place};Non\n" for place in places for _ in range(5))
    (tmp_path / "a.csv").write_text(f"Département;Q1\n{rows}", encoding="utf-8")

    lines = phare("tabulate a.csv --draft").out.splitlines()

    assert [each for each in lines if each.startswith(("# whole", "# nation"))] == [
        f"{line}  # check: the region that they lie in" if "whole" in line else line
    ]
