"""Codes of départements are never read as those of regions in silence, and are summed to them when asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.departement_codes import (
    are_departements,
    is_named_for_departements,
    may_be_departements,
)
from phare_cli.language.departements import DEPARTEMENTS, departement


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        ("06", "Alpes-Maritimes", "Provence-Alpes-Côte d'Azur"),
        ("6", "Alpes-Maritimes", "Provence-Alpes-Côte d'Azur"),
        ("2A", "Corse-du-Sud", "Corse"),
        ("2b", "Haute-Corse", "Corse"),
        ("974", "La Réunion", "La Réunion"),
        ("Gard", "Gard", "Occitanie"),
        ("CÔTES D’ARMOR", "Côtes-d'Armor", "Bretagne"),
    ],
)
def test_a_departement_is_known_by_its_code_or_its_name(text: str, name: str, region: str) -> None:
    found = departement(text)

    assert found is not None
    assert (found.name, found.region) == (name, region)


def test_all_departements_lie_in_a_region() -> None:
    codes = [line.partition(",")[0] for line in DEPARTEMENTS.read_text("utf-8").splitlines()[1:]]

    assert len(set(codes)) == 101
    assert all(departement(code) for code in codes)


@pytest.mark.parametrize(
    ("texts", "surely", "perhaps"),
    [
        (("13", "69", "06"), True, True),
        (("2A", "93"), True, True),
        (("974",), True, True),
        (("6", "13"), True, True),
        (("06", "75", "84", "93"), False, True),
        (("Gard", "13"), True, True),
        (("99", "13"), True, True),
        (("99", "06", "93"), False, True),
        (("PACA", "06"), False, False),
        (("99", "100"), False, False),
        (("PACA", "Bretagne"), False, False),
        ((), False, False),
    ],
)
def test_codes_tell_whether_they_are_of_departements(
    texts: tuple[str, ...], surely: bool, perhaps: bool
) -> None:
    assert (are_departements(texts), may_be_departements(texts)) == (surely, perhaps)


@pytest.mark.parametrize(
    ("column", "named"),
    [
        ("DEP", True),
        ("Département", True),
        ("Code département", True),
        ("dpt", True),
        ("numdep", True),
        ("dep_residence", True),
        ("lieu (département)", True),
        ("dépenses", False),
        ("REG", False),
    ],
)
def test_a_column_may_be_named_for_departements(column: str, named: bool) -> None:
    assert is_named_for_departements(column) is named


def tabulate(phare: Callable[..., Any], tmp_path: Path, column: str, *codes: str, more: str = "") -> Any:
    rows = "".join(f"{code};{'oui' if place % 2 == 0 else 'non'}\n" for place, code in enumerate(codes))
    (tmp_path / "r.csv").write_text(f"{column};Q\n{rows}", encoding="utf-8")
    return phare(f"tabulate r.csv --region {column} -s =citizens --single Q -f csv {more}")


@pytest.mark.parametrize(
    ("column", "codes", "examples"),
    [
        ("REG", ("13", "69"), "13, 69"),
        ("REG", ("06", "84", "2a"), "2a, 06, 84"),
        ("REG", ("6", "84", "93"), "6, 84, 93"),
        ("zone", ("06", "13", "99", "sans réponse"), "13, 06"),
    ],
)
def test_codes_of_departements_are_no_regions(
    phare: Callable[..., Any], tmp_path: Path, column: str, codes: tuple[str, ...], examples: str
) -> None:
    run = tabulate(phare, tmp_path, column, *codes)

    assert (run.status, run.out) == (3, "")
    assert run.err.startswith(
        f"phare: r.csv, column {column}: these are codes of départements ({examples}), not of regions: "
        "--departements sums them to their regions, and a column that is called departement keeps each apart. "
        "[departements]\n"
    )


@pytest.mark.parametrize(
    ("column", "codes", "regions"),
    [
        ("DEP", ("13", "93", "75"), {"Bouches-du-Rhône", "Seine-Saint-Denis", "Paris"}),
        ("dpt", ("06", "75"), {"Alpes-Maritimes", "Paris"}),
        ("departement", ("1", "2A", "2b", "974"), {"Ain", "Corse-du-Sud", "Haute-Corse", "La Réunion"}),
        ("Département", ("01", "Gard", "84"), {"Ain", "Gard", "Vaucluse"}),
        ("numdep", ("06", "84", "99"), {"Alpes-Maritimes", "Vaucluse", "99"}),
        ("dep_residence", ("11", "24", "27"), {"Aude", "Dordogne", "Eure"}),
    ],
)
def test_a_column_that_is_called_departement_keeps_each_apart(
    phare: Callable[..., Any], tmp_path: Path, column: str, codes: tuple[str, ...], regions: set[str]
) -> None:
    run = tabulate(phare, tmp_path, column, *codes)

    assert (run.status, set(run.column("region"))) == (0, regions)
    assert f"the codes of “{column}” were read as those of départements; --departements sums them" in run.err


@pytest.mark.parametrize("header", ["departement", "Code département", "DEP"])
@pytest.mark.parametrize("asked", ["", "-r Ain", "-r 'La Réunion'"])
def test_results_of_departements_are_read_by_their_codes(
    phare: Callable[..., Any], header: str, asked: str
) -> None:
    rows = "".join(
        f"{code},mayors,trust,yes,{value},900\n" for value, code in enumerate(("1", "75", "974"), 50)
    )
    run = phare(f"show {asked} -f csv", data=f"{header},stakeholder,indicator,item,value,base\n{rows}")
    expected = {"": {"Ain", "Paris", "La Réunion"}, "-r Ain": {"Ain"}}.get(asked, {"La Réunion"})

    assert (run.status, set(run.column("region"))) == (0, expected)


def test_large_results_of_departements_are_read_by_their_codes(phare: Callable[..., Any]) -> None:
    rows = "".join(
        f"{code},group {group},trust,yes,{group % 90},900\n"
        for group in range(4000)
        for code in ("01", "75", "974")
    )
    run = phare(
        "show -r 'La Réunion' -f csv", data=f"departement,stakeholder,indicator,item,value,base\n{rows}"
    )

    assert (run.status, len(run.column("region"))) == (0, 4000)


def test_departements_are_summed_to_their_regions(phare: Callable[..., Any], tmp_path: Path) -> None:
    run = tabulate(phare, tmp_path, "DEP", "13", "6", "69", "38", "84", "2A", more="--departements --nation")
    bases = {(region, base) for region, base in zip(run.column("region"), run.column("base"), strict=True)}

    assert (run.status, run.err) == (0, "")
    assert bases - {("France", "6")} == {
        ("Auvergne-Rhône-Alpes", "2"),
        ("Corse", "1"),
        ("Provence-Alpes-Côte d'Azur", "3"),
    }


def test_what_is_no_departement_is_a_problem_when_they_are_declared(
    phare: Callable[..., Any], tmp_path: Path
) -> None:
    run = tabulate(phare, tmp_path, "DEP", "13", "99", more="--departements")

    assert run.status == 3
    assert "“99” is no département, by its code or its name. [unknown-departement]" in run.err


def test_codes_that_may_be_either_are_said_to_be_read_as_regions(
    phare: Callable[..., Any], tmp_path: Path
) -> None:
    run = tabulate(phare, tmp_path, "REG", "06", "93", more="--nation")

    assert run.status == 0
    assert run.err == (
        "phare: note: the codes of “REG” were read as those of regions (06 is Mayotte); --departements reads them as "
        "those of départements.\n"
    )


def test_departements_are_told_apart_in_french_too(phare: Callable[..., Any], tmp_path: Path) -> None:
    run = tabulate(phare, tmp_path, "REG", "13", "69", more="--lang fr")

    assert "ce sont des codes de départements (13, 69), et non de régions" in run.err


def test_a_spec_may_declare_departements(run: Callable[..., Any]) -> None:
    spec = 'region = "DEP"\ndepartements = true\nstakeholder = "=citizens"\n[[question]]\nindicator = "q"\n'
    spec += 'column = "Q"\n'

    assert run(spec, "DEP;Q\n13;a\n04;b\n").values(region="Provence-Alpes-Côte d'Azur") == {
        "a": 50.0,
        "b": 50.0,
    }
