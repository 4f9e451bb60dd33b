"""Who lives in a département is known by the name of its people, held by the data or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base\n"


@pytest.mark.parametrize(
    ("place", "people"),
    [
        ("Gard", "Gardois"), ("Aude", "Audois"), ("Lozère", "Lozériens"), ("Hérault", "Héraultais"), ("Lot", "Lotois"),
        ("Drôme", "Drômois"), ("Vosges", "Vosgiens"), ("Manche", "Manchois"), ("Yvelines", "Yvelinois"),
        ("Lot-et-Garonne", "Lot-et-Garonnais"), ("Eure-et-Loir", "Euréliens"), ("Haute-Marne", "Haut-Marnais"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("said", "status"), [(58, "right"), (61, "wrong")])
def test_a_people_is_whoever_lives_there(
    phare: Phare, place: str, people: str, said: int, status: str
) -> None:
    data = HEAD + f"{place},citizens,worries,Médecins,58,700\nIsère,citizens,worries,Médecins,44,700\n"
    [row] = phare(
        "verify - --lang fr -f json",
        data=data,
        stdin=f"{said} % des {people} citent les médecins.\n".encode(),
    ).rows

    assert (row["status"], row["region"]) == (status, place)


@pytest.mark.parametrize("people", ["Gardois", "Audois", "Vosgiens", "Savinois"])
def test_a_people_that_the_data_do_not_hold_is_never_wrong(phare: Phare, people: str) -> None:
    data = HEAD + "Isère,citizens,worries,Médecins,44,700\nRhône,citizens,worries,Médecins,40,700\n"
    rows = phare(
        "verify - --lang fr -f json", data=data, stdin=f"58 % des {people} citent les médecins.\n".encode()
    ).rows

    assert {row["status"] for row in rows} <= {"unknown"}


def test_a_word_that_is_a_departement_too_stays_a_word(phare: Phare) -> None:
    data = HEAD + "Isère,citizens,worries,Médecins,44,700\nRhône,citizens,worries,Médecins,40,700\n"
    text = "Cher lecteur, dans l'Isère, 44 % des citoyens citent les médecins. Marne ou pas.\n"
    [row] = phare("verify - --lang fr -f json", data=data, stdin=text.encode()).rows

    assert (row["status"], row["region"]) == ("right", "Isère")
