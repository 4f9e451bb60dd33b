"""What stands behind "contre" has its place, time and people for itself: what follows is of the sentence's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,base\n"
ROWS = {
    "Normandie,clients,Attentes,Le stationnement": (61.2, 55.4),
    "Normandie,clients,Attentes,La propreté": (42.3, 37.1),
    "Normandie,commerçants,Attentes,Le stationnement": (78.4, 70.2),
    "Normandie,commerçants,Attentes,La propreté": (33.1, 29.3),
    "Calvados,clients,Attentes,Le stationnement": (66.3, 58.2),
    "Calvados,clients,Attentes,La propreté": (47.2, 45.4),
    "Calvados,commerçants,Attentes,Le stationnement": (70.4, 68.1),
    "Calvados,commerçants,Attentes,La propreté": (37.3, 31.2),
    "France,clients,Attentes,Le stationnement": (52.4, 50.3),
    "France,clients,Attentes,La propreté": (35.2, 33.4),
    "France,commerçants,Attentes,Le stationnement": (69.3, 64.1),
    "France,commerçants,Attentes,La propreté": (26.4, 24.2),
}
FR = HEAD + "".join(
    f"{year},{row},{value},900\n"
    for row, of in ROWS.items()
    for year, value in zip((2025, 2021), of, strict=True)
)
EN = FR
for _french, _english in (
    ("clients", "shoppers"), ("commerçants", "traders"), ("Le stationnement", "Parking"),
    ("La propreté", "Cleanliness"), ("Attentes", "Wishes"),
):  # fmt: skip
    EN = EN.replace(_french, _english)

START_FR = "En Normandie, 61 % des clients demandent le stationnement"
START_EN = "In Normandie, 61% of shoppers want parking"
HELD_FR = (
    ", contre 52 % en France,", ", contre 52 % au niveau national,", ", face à une moyenne nationale de 52 %,",
    ", contre seulement 52 % en France,", " (contre 52 % en France)", " – contre 52 % en France –",
    ", au lieu de 52 % en France,", ", contre 66 % dans le Calvados et 52 % en France,", ", contre 55 % en 2021,",
    ", contre 55 % en 2021 et 52 % en France,", ", contre, en France, 52 %,", ", contre 52 % des Français,",
    ", vs 52 % en France,", ", contre 78 % des commerçants,", ", contre 55 % quatre ans plus tôt,",
)  # fmt: skip
HELD_EN = (
    ", against 52% nationally,", ", compared with a national average of 52%,", ", versus 52% in France,",
    ", compared to just 52% in France,", " (against 52% nationally)", ", against 66% in Calvados and 52% in France,",
    ", instead of 52% in France,", ", against 55% in 2021,", ", against 55% in 2021 and 52% in France,",
    ", against 78% of traders,", ", compared with 55% four years earlier,", ", vs 52% nationally,",
)  # fmt: skip
NEXT_FR, NEXT_EN = " et 42 % la propreté.", " and 42% cleanliness."
OWN = (
    f"{START_FR}, contre 52 % en France, et 78 % des commerçants.",
    f"{START_FR}, contre 52 % en France ; 78 % des commerçants le demandent.",
    f"{START_FR}, contre 52 % en France, tandis que 78 % des commerçants le demandent.",
    f"{START_FR}, contre 52 % en France, soit 9 points de plus, et 78 % des commerçants.",
    f"{START_FR}, contre 55 % en 2021, et 78 % des commerçants.",
    f"{START_FR}, contre 55 % en 2021 : 78 % des commerçants le demandent.",
    "En Normandie, contre 52 % en France, 61 % des clients demandent le stationnement, et 78 % des commerçants.",
    "Le stationnement est cité par 61 % des clients de Normandie, contre 52 % en France, et par 78 % des commerçants.",
    f"{START_EN}, against 52% nationally, and 78% of traders.",
    f"{START_EN}, against 52% nationally; 78% of traders do.",
    f"{START_EN}, against 52% nationally, while 78% of traders do.",
    f"{START_EN} (52% nationally) and 78% of traders.",
    f"{START_EN}, against 55% in 2021, and 78% of traders do.",
    f"{START_EN}, up from 55% in 2021, and 78% of traders do.",
)
AGAIN = (
    f"{START_FR} (52 % en France) et 42 % la propreté (35 %).",
    f"{START_FR} (contre 52 % en France) et 42 % la propreté (contre 35 %).",
    f"{START_FR} (55 % en 2021) et 42 % la propreté (37 %).",
    f"{START_FR}, contre 52 % en France, et 42 % la propreté, contre 35 %.",
    f"{START_EN} (52% in France) and 42% cleanliness (35%).",
    f"{START_EN} (55% in 2021) and 42% cleanliness (37%).",
)
EITHER = {
    f"{START_FR}, contre 52 % en France et 78 % des commerçants.": "right",
    f"{START_FR}, contre 52 % en France et 69 % des commerçants.": "ambiguous",
    f"{START_FR}, contre 52 % en France, et 69 % des commerçants.": "ambiguous",
    f"{START_FR}, contre 52 % en France, et 49 % des commerçants.": "wrong",
    f"{START_FR}, contre 52 % des clients en France et 69 % des commerçants.": "right",
    f"{START_EN}, against 52% in France and 69% of traders.": "ambiguous",
    f"{START_EN}, against 52% in France, and 49% of traders.": "wrong",
}
BEFORE_NEXT = (
    f"{START_FR}, contre 52 % en France, et la propreté est citée par 42 %.",
    "Chez les clients de Normandie, le stationnement est à 61 %, contre 78 % des commerçants, et la propreté à 42 %.",
    "En Normandie, le stationnement est cité par 61 % des clients, contre 52 % en France, et la propreté par 42 %.",
    "In Normandie, among shoppers, parking reaches 61%, against 78% among traders, and cleanliness 42%.",
    "In Normandie, parking is named by 61% of shoppers, against 52% in France, and cleanliness by 42%.",
)
REGION = (
    "Dans le Calvados, 66 % des clients citent le stationnement, contre 61 % dans la région.",
    "Dans le Calvados, 66 % des clients citent le stationnement, contre 61 % dans l'ensemble de la région.",
    "Dans le Calvados, 66 % des clients citent le stationnement, contre 61 % au niveau régional.",
    "# Le Calvados\n\n66 % des clients citent le stationnement, contre 61 % à l'échelle de la région.",
    "In Calvados, 66% of shoppers want parking, against 61% in the region.",
    "In Calvados, 66% of shoppers want parking, against 61% in the region as a whole.",
)
AFTER = (
    f"{START_FR}, contre une moyenne nationale de 52 %. Ils sont 42 % à demander la propreté.",
    f"{START_FR}, contre seulement 52 % en France. La propreté est demandée par 42 % des clients.",
    f"{START_EN}, compared with a national average of 52%. They are 42% to want cleanliness.",
)


def verified(phare: Phare, text: str, tmp_path: Path) -> list[dict[str, Any]]:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    rows: list[dict[str, Any]] = phare(
        f"verify {page} -f json", data=EN if text.startswith("In ") else FR
    ).rows
    return rows


@pytest.mark.parametrize(
    "text",
    [*(START_FR + held + NEXT_FR for held in HELD_FR), *(START_EN + held + NEXT_EN for held in HELD_EN)],
)
def test_what_follows_a_figure_held_against_another_is_of_the_sentence_s_own(
    phare: Phare, text: str, tmp_path: Path
) -> None:
    rows = verified(phare, text, tmp_path)

    assert {row["status"] for row in rows} == {"right"}
    assert (rows[-1]["region"], rows[-1]["wave"]) == ("Normandie", "2025")


@pytest.mark.parametrize("text", OWN)
def test_so_is_another_group(phare: Phare, text: str, tmp_path: Path) -> None:
    last = verified(phare, text, tmp_path)[-1]

    assert (last["status"], last["region"], last["wave"]) == ("right", "Normandie", "2025")


@pytest.mark.parametrize("text", BEFORE_NEXT)
def test_it_takes_nothing_of_what_follows(phare: Phare, text: str, tmp_path: Path) -> None:
    rows = verified(phare, text, tmp_path)

    assert [row["status"] for row in rows] == ["right"] * 3


@pytest.mark.parametrize("text", REGION)
def test_the_region_beside_a_departement_is_its_own(phare: Phare, text: str, tmp_path: Path) -> None:
    last = verified(phare, text, tmp_path)[-1]

    assert (last["status"], last["region"]) == ("right", "Normandie")


def test_the_region_of_a_departement_that_the_data_do_not_hold_is_unknown(
    phare: Phare, tmp_path: Path
) -> None:
    data = "".join(line for line in FR.splitlines(keepends=True) if "Normandie" not in line)
    page = tmp_path / "page.md"
    page.write_text(REGION[0], encoding="utf-8")

    assert phare(f"verify {page} -f json", data=data).rows[-1]["status"] == "unknown"


@pytest.mark.parametrize("text", AGAIN)
def test_a_second_bracket_without_a_name_is_of_the_side_of_the_first(
    phare: Phare, text: str, tmp_path: Path
) -> None:
    last = verified(phare, text, tmp_path)[-1]

    assert (last["status"], (last["region"], last["wave"]) != ("Normandie", "2025")) == ("right", True)


@pytest.mark.parametrize(("text", "status"), EITHER.items())
def test_a_figure_that_may_go_on_with_either_side_is_wrong_of_both_alone(
    phare: Phare, text: str, status: str, tmp_path: Path
) -> None:
    assert verified(phare, text, tmp_path)[-1]["status"] == status


@pytest.mark.parametrize("text", AFTER)
def test_the_next_sentence_speaks_of_no_average_that_another_was_held_against(
    phare: Phare, text: str, tmp_path: Path
) -> None:
    last = verified(phare, text, tmp_path)[-1]

    assert (last["status"], last["region"]) == ("right", "Normandie")


@pytest.mark.parametrize(
    ("text", "region", "status"),
    [
        ("Les clients normands veulent se garer (61 %). La propreté compte pour 42 % d'entre eux, contre 35 % en"
         " France.", "Normandie", "right"),
        ("En Normandie, 61 % des clients veulent le stationnement. La propreté est citée par 48 % des clients"
         " (contre 35 % au niveau national).", "Normandie", "wrong"),
        ("In Normandie, 61% of shoppers want parking. Cleanliness matters to 42% of them, compared with 35% in France.",
         "Normandie", "right"),
        ("La propreté compte pour 42 % des clients, contre 35 % en France.", None, "ambiguous"),
        ("In shops, cleanliness matters to 42% of shoppers, against 35% nationally.", None, "ambiguous"),
        ("En France, 52 % des clients veulent le stationnement. La propreté est citée par 35 % d'entre eux, contre 42 %"
         " en Normandie.", "France", "right"),
    ],
)  # fmt: skip
def test_a_figure_is_of_no_place_that_it_is_held_against(
    phare: Phare, text: str, region: str | None, status: str, tmp_path: Path
) -> None:
    figure = verified(phare, text, tmp_path)[-2]

    assert (figure["region"], figure["status"]) == (region, status)
