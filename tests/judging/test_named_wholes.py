"""A whole holds its parts whatever it is called: said to, it is tested so; unsaid, it is not tested."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = "region,stakeholder,indicator,item,value,base\n"
WHOLES = (
    "Ensemble", "Ensemble de la région", "Total", "Total région", "Moyenne départementale", "Tous territoires",
    "Région (ensemble)", "All areas", "Overall", "Réseau des six",
)  # fmt: skip


def data_of(whole: str, *parts: str) -> str:
    rows = [f"{part},citizens,w,air,{45 + at},{400 + at}\n" for at, part in enumerate(parts)]
    return HEADER + "".join(rows) + f"{whole},citizens,w,air,41,4200\n"


@pytest.mark.parametrize("whole", [whole for whole in WHOLES if whole != "Réseau des six"])
def test_a_departement_beside_a_whole_is_not_tested_when_nothing_is_said(phare: Phare, whole: str) -> None:
    [row] = phare(f"compare -r gard --to '{whole}' -f json", data=data_of(whole, "Gard")).rows

    assert (row["verdict"], row["reason"]) == ("untestable", "sample_unknown")


@pytest.mark.parametrize("whole", WHOLES)
@pytest.mark.parametrize("part", ["Gard", "Quartier nord"])
def test_a_part_is_tested_as_said_whatever_its_whole_is_called(phare: Phare, whole: str, part: str) -> None:
    ask = f"compare -r '{part}' --to '{whole}' -f json --sample"
    [named] = phare(f"{ask} nested", data=data_of(whole, part)).rows
    [apart] = phare(f"{ask} separate", data=data_of(whole, part)).rows
    known_ask = "compare -r gard --to occitanie -f json --sample nested"
    [known] = phare(known_ask, data=data_of("Occitanie", "Gard")).rows

    assert (named["p_value"], named["low"], named["high"]) == (
        known["p_value"],
        known["low"],
        known["high"],
    )
    assert apart["p_value"] > named["p_value"]


@pytest.mark.parametrize("ask", ["-r Amont --to Réseau", "-r Réseau --to Amont"])
def test_bases_that_hold_all_others_tell_which_is_the_whole_where_a_part_is_said_to_be_inside(
    phare: Phare, ask: str
) -> None:
    data = data_of("Réseau", "Amont", "Aval", "Plaine")
    [unsaid], [nested], [apart] = (
        phare(f"compare {ask} -f json {said}", data=data).rows
        for said in ("", "--sample nested", "--sample separate")
    )

    assert unsaid["p_value"] == apart["p_value"]
    assert nested["p_value"] < apart["p_value"]


@pytest.mark.parametrize("parts", [("Gard", "Lozère"), ("Bretagne", "Normandie"), ("Nord", "Sud")])
def test_places_side_by_side_are_separate_samples_whatever_is_declared(
    phare: Phare, parts: tuple[str, str]
) -> None:
    one, other = parts
    data = data_of("Ensemble", one, other, "Aude")
    nested, unsaid = (
        phare(f"compare -r {one} --to {other} -f json {said}", data=data).rows
        for said in ("--sample nested", "")
    )

    assert nested == unsaid
    assert unsaid[0]["reason"] != "sample_unknown"


def test_every_command_that_judges_takes_the_whole_by_its_words(phare: Phare) -> None:
    data = data_of("Ensemble de la région", "Gard", "Lozère")
    asked = {
        "compare": "compare --to 'Ensemble de la région' --sentences",
        "plot": "plot w --compare --to 'Ensemble de la région'",
        "report": "report -r gard --to 'Ensemble de la région' --format markdown",
    }
    unsaid = {name: phare(ask, data=data).out for name, ask in asked.items()}
    nested = {name: phare(f"{ask} --sample nested", data=data).out for name, ask in asked.items()}
    apart = {name: phare(f"{ask} --sample separate", data=data).out for name, ask in asked.items()}

    assert [name for name in asked if nested[name] in (unsaid[name], apart[name])] == []


def test_a_gap_with_a_whole_by_its_words_is_told_untested_where_nothing_is_said(phare: Phare) -> None:
    data = data_of("Ensemble de la région", "Gard", "Lozère")
    told = phare("value w -r gard --gap --to 'Ensemble de la région'", data=data).err

    assert "“Gard” is part of that of “Ensemble de la région” is not known" in told


def test_a_sample_that_the_data_tell_apart_is_apart_from_a_whole_on_no_map(phare: Phare) -> None:
    told = data_of("Ensemble de la région", "Gard").replace("base\n", "base,in_national_sample\n")
    data = told.replace(",400\n", ",400,no\n").replace(",4200\n", ",4200,\n")
    [row] = phare("compare -r gard --to 'Ensemble de la région' -f json", data=data).rows

    assert row["reason"] is None


@pytest.mark.parametrize("whole", ["Ensemble de la région", "Total région", "Moyenne départementale"])
def test_without_a_nation_the_only_place_called_a_whole_is_the_reference_and_nothing_is_tested_unsaid(
    phare: Phare, whole: str
) -> None:
    data = data_of(whole, "Gard", "Lozère")
    [row] = phare("compare -r gard -f json", data=data).rows

    assert (row["reference"], row["reason"]) == (41, "sample_unknown")
    assert (
        f'map = {{ whole = "={whole}", in_national_sample = "=yes" }}'
        in phare("compare -r gard", data=data).out
    )


def test_of_two_places_called_wholes_none_is_taken(phare: Phare) -> None:
    data = data_of("Total", "Ensemble de la région", "Lozère")

    assert phare("compare -r lozere", data=data).status == 2


@pytest.mark.parametrize("whole", ["Occitanie", "Ensemble de l'Occitanie"])
def test_what_a_project_says_once_of_all_samples_holds_beside_the_whole_taken_by_itself(
    phare: Phare, tmp_path: Path, whole: str
) -> None:
    data = data_of(whole, "Gard", "Lozère")
    (tmp_path / "phare.toml").write_text('map = { in_national_sample = "=yes" }\n', encoding="utf-8")
    [said] = phare("compare -r gard -f json", data=data).rows
    [asked] = phare(f'compare -r gard -f json --to "{whole}" --sample nested', data=data).rows
    [silent] = phare("compare -r gard -f json --map in_national_sample=", data=data).rows

    assert (said["p_value"], said["verdict"]) == (asked["p_value"], asked["verdict"])
    assert silent["reason"] == "sample_unknown"


def test_a_place_of_the_national_sample_is_not_said_to_be_in_one_that_is_not(phare: Phare) -> None:
    told = data_of("Occitanie", "Gard", "Lozère").replace("base\n", "base,in_national_sample\n")
    data = told.replace(",400\n", ",400,yes\n").replace(",401\n", ",401,yes\n").replace(",4200\n", ",4200,\n")

    assert phare("compare -r gard -f json", data=data).rows[0]["reason"] == "sample_unknown"
