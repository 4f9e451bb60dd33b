"""What is said of several places is judged in each of them, and never of the nation that they lie in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
_SHARES = {
    "France": (3024, 3100, (44.1, 36.0), (38.6, 47.2), (34.5, 35.5), (22.0, 52.0)),
    "Bretagne": (400, 410, (45.0, 30.0), (35.0, 48.5), (38.0, 40.0), (30.0, 51.8)),
    "Occitanie": (402, 405, (48.0, 46.0), (40.0, 41.0), (30.0, 29.0), (20.0, 43.0)),
    "Hauts-de-France": (400, 401, (50.0, 53.0), (33.0, 46.6), (36.0, 28.0), (25.0, 34.5)),
}
FR = "wave,region,stakeholder,indicator,item,value,base,in_national_sample\n" + "".join(
    f"{wave},{region},Habitants,Préoccupations,{item},{share[at]},{(old, new)[at]},"
    f"{'' if region == 'France' else 'false'}\n"
    for region, (old, new, *shares) in _SHARES.items()
    for at, wave in enumerate((2024, 2026))
    for item, share in zip(("Emploi", "Accès aux soins", "Logement", "Transports"), shares, strict=True)
)
EN = FR
for _french, _english in (
    ("Habitants", "Residents"),
    ("Préoccupations", "Concerns"),
    ("Emploi", "Jobs"),
    ("Accès aux soins", "Access to care"),
    ("Logement", "Housing"),
    ("Transports", "Transport"),
):
    EN = EN.replace(_french, _english)


def verdicts(phare: Phare, data: str, text: str) -> list[tuple[str, str]]:
    run = phare("verify - -f json", data=data, stdin=f"{text}\n".encode())
    return [(row["status"], row["region"]) for row in run.rows]


@pytest.mark.parametrize(
    ("data", "text", "status"),
    [
        (FR, "L'accès aux soins progresse en Bretagne, en Occitanie et dans les Hauts-de-France.", "overstated"),
        (FR, "L'accès aux soins progresse en Bretagne et dans les Hauts-de-France.", "right"),
        (FR, "Le logement progresse en Bretagne et dans les Hauts-de-France.", "wrong"),
        (FR, "L'emploi est la dernière préoccupation dans toutes les régions.", "wrong"),
        (FR, "L'accès aux soins est cité par plus de 46 % des habitants dans chacune des trois régions.", "wrong"),
        (FR, "L'accès aux soins est cité par plus de 40 % des habitants dans chacune des régions.", "right"),
        (FR, "1 216 habitants ont été interrogés dans les trois régions.", "right"),
        (FR, "1 300 habitants ont été interrogés dans les trois régions.", "ambiguous"),
        (FR, "Dans aucune région l'emploi n'est la première préoccupation.", "ambiguous"),
        (FR, "Dans aucune région le logement n'est cité par plus de 45 % des habitants.", "right"),
        (FR, "Dans aucune région le logement n'est cité par plus de 35 % des habitants.", "wrong"),
        (FR, "L'accès aux soins progresse partout depuis 2024.", "overstated"),
        (FR, "Dans deux régions, l'accès aux soins progresse.", "ambiguous"),
        (FR, "Sauf en Bretagne, l'accès aux soins progresse dans toutes les régions.", "ambiguous"),
        (FR, "47 % des habitants citent l'accès aux soins dans l'ensemble des régions.", "ambiguous"),
        (EN, "Access to care has risen since 2024 in Bretagne, in Occitanie and in Hauts-de-France.", "overstated"),
        (EN, "Access to care has risen in Bretagne and in Hauts-de-France.", "right"),
        (EN, "Housing has risen in Bretagne and in Hauts-de-France.", "wrong"),
        (EN, "Jobs are the last concern in every region.", "wrong"),
        (EN, "Access to care is cited by more than 46% of residents in each of the three regions.", "wrong"),
        (EN, "Access to care is cited by more than 40% of residents in each of the regions.", "right"),
        (EN, "1,216 residents were interviewed in the three regions.", "right"),
        (EN, "In no region are jobs the first concern.", "ambiguous"),
        (EN, "Across the regions, access to care has risen.", "overstated"),
        (EN, "Access to care has risen everywhere since 2024.", "overstated"),
        (EN, "In most regions, access to care has risen.", "ambiguous"),
        (EN, "Except in Bretagne, access to care has risen in every region.", "ambiguous"),
        (EN, "47% of residents cite access to care across all regions.", "ambiguous"),
    ],
)  # fmt: skip
def test_what_is_said_of_several_places_is_judged_in_each_of_them(
    phare: Phare, data: str, text: str, status: str
) -> None:
    [(found, region)] = verdicts(phare, data, text)

    assert found == status
    assert region != "France"


@pytest.mark.parametrize(
    ("data", "text", "regions"),
    [
        (
            FR,
            "En Bretagne et en Occitanie, l'accès aux soins est cité par respectivement 48,5 % et 41 % des habitants.",
            ["Bretagne", "Occitanie"],
        ),
        (
            FR,
            "Le logement est cité par 40 % des gens en Bretagne, 29 % en Occitanie et 28 % dans les Hauts-de-France.",
            ["Bretagne", "Occitanie", "Hauts-de-France"],
        ),
        (
            EN,
            "In Bretagne and Occitanie, access to care is cited by 48.5% and 41% of residents respectively.",
            ["Bretagne", "Occitanie"],
        ),
    ],
)
def test_a_row_of_places_with_a_figure_each_stays_a_row(
    phare: Phare, data: str, text: str, regions: list[str]
) -> None:
    assert verdicts(phare, data, text) == [("right", region) for region in regions]


BESIDE_THE_NATION = {
    "Dans les trois régions, plus d'un tiers des habitants citent le logement, contre 35 % des Français.": "wrong",
    "Dans chacune des trois régions, plus de 45 % citent l'accès aux soins (47 % en France).": "ambiguous",
    "Dans chacune des régions, plus de 40 % citent l'accès aux soins, alors qu'ils sont 47 % en France.": "right",
    "Dans les trois régions, le logement progresse chez les habitants, comme en France.": "wrong",
    "Dans les trois régions, les transports sont la première préoccupation, comme en France.": "ambiguous",
    "Contre 47 % en France, plus de 45 % citent l'accès aux soins dans les trois régions.": "wrong",
    "Plus de 45 % citent l'accès aux soins dans les trois régions, par rapport à 47 % en France.": "wrong",
    "En Bretagne et en Occitanie, plus de 45 % citent l'accès aux soins, contre 47 % en France.": "wrong",
    "En France, plus de 45 % des habitants citent l'accès aux soins dans chacune des régions.": "ambiguous",
    "Dans toutes les régions, l'emploi recule, surtout en Bretagne (30 %).": "ambiguous",
    "In all three regions, more than 45% of residents cite access to care, against 47% in France.": "wrong",
    "In all three regions, more than 45% of residents cite access to care (47% in France).": "wrong",
    "In each of the regions, more than 40% of residents cite access to care, against 47% in France.": "right",
    "In all three regions, housing has risen among residents, as in France.": "wrong",
    "In every region, transport is the first concern of residents, as in France.": "wrong",
    "In every region, more than 45% of residents cite access to care, while in France 47% do.": "wrong",
    "Against 47% in France, more than 45% of residents cite access to care in all three regions.": "wrong",
    "In all three regions, as in France, more than 45% of residents cite access to care.": "wrong",
    "In Bretagne and in Occitanie, more than 45% cite access to care, against 47% in France.": "wrong",
    "More than 45% of residents in all three regions cite access to care, versus 47% nationally.": "wrong",
}
KEPT_APART = {
    "Dans les trois régions, plus de 40 % citent l'accès aux soins, contre 47 % en France.": "France",
    "47 % des Français citent l'accès aux soins, et il progresse dans les trois régions.": "France",
    "En France, 36 % citent l'emploi et 47 % l'accès aux soins, contre plus de 40 % dans les trois régions.": "France",
    "Dans toutes les régions, l'emploi recule ; en Bretagne, 30 % le citent.": "Bretagne",
    "In all three regions, more than 40% of residents cite access to care, against 47% in France.": "France",
    "In all three regions, more than 40% of residents cite access to care (47% in France).": "France",
    "In France, 47% cite access to care, and more than 40% in each of the three regions.": "France",
}


def data_of(text: str) -> str:
    return EN if " in " in text.casefold() else FR


@pytest.mark.parametrize(("text", "status"), BESIDE_THE_NATION.items())
def test_what_is_said_of_several_places_beside_the_nation_is_not_judged_in_the_nation(
    phare: Phare, text: str, status: str
) -> None:
    rows = phare("verify - -f json", data=data_of(text), stdin=f"{text}\n".encode()).rows

    said = [row for row in rows if row["kind"] != "comparison" and row["said"] not in (30, 35, 39, 47)]

    assert [row["status"] for row in said] == [status]
    assert said[0]["region"] != "France"


@pytest.mark.parametrize(("text", "region"), KEPT_APART.items())
def test_the_figure_that_several_places_are_held_against_keeps_its_own_place(
    phare: Phare, text: str, region: str
) -> None:
    rows = phare("verify - -f json", data=data_of(text), stdin=f"{text}\n".encode()).rows

    assert ("right", region) in [(row["status"], row["region"]) for row in rows if row["said"] in (30, 47)]
