"""What a sentence tells of another answer, group or region than the one before is not judged as that one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base,response,in_national_sample\n"
FR = HEAD + "".join(
    f"{region},{group},{question},{item},{value},4000,multiple,{'' if region == 'France' else 'false'}\n"
    for region, group, question, item, value in (
        ("France", "locataires", "Trajets", "voiture personnelle", 69),
        ("France", "locataires", "Trajets", "transports en commun", 19),
        ("Grand Est", "locataires", "Trajets", "voiture personnelle", 78),
        ("Grand Est", "locataires", "Trajets", "transports en commun", 12),
        ("Grand Est", "propriétaires", "Trajets", "voiture personnelle", 60),
        ("France", "locataires", "Freins", "prix", 58),
        ("France", "locataires", "Freins", "manque de temps", 21),
        ("Grand Est", "locataires", "Freins", "prix", 56),
        ("Grand Est", "locataires", "Freins", "manque de temps", 14),
        ("Grand Est", "locataires", "Freins", "chauffage limité", 4),
    )
)
EN = HEAD + "".join(
    f"{region},{group},{question},{item},{value},4000,multiple,{'' if region == 'Great Britain' else 'false'}\n"
    for region, group, question, item, value in (
        ("Great Britain", "tenants", "Travel", "own car", 69),
        ("Great Britain", "tenants", "Travel", "public transport", 19),
        ("Wales", "tenants", "Travel", "own car", 78),
        ("Wales", "owners", "Travel", "own car", 60),
        ("Wales", "landlords", "Travel", "own car", 52),
        ("Wales", "lodgers", "Travel", "own car", 31),
        ("Wales", "tenants", "Barriers", "price", 56),
        ("Wales", "tenants", "Barriers", "lack of time", 14),
        ("Great Britain", "tenants", "Barriers", "price", 58),
        ("Great Britain", "tenants", "Barriers", "lack of time", 21),
        ("Wales", "tenants", "Barriers", "limited heating", 4),
    )
)


@pytest.mark.parametrize(
    ("data", "text", "statuses"),
    [
        (
            FR,
            "La voiture personnelle reste le moyen de transport de 78 % des locataires du Grand Est, "
            "9 points de plus que la moyenne nationale.",
            "right right",
        ),
        (
            FR,
            "Dans le Grand Est, les locataires citent le prix (56 %) et le manque de temps (14 %). "
            "Pour ce dernier motif, ils sont moins nombreux qu'en France.",
            "right right right",
        ),
        (FR, "Dans le Grand Est, le chauffage limité n'est pas un sujet (4 % des locataires).", "right"),
        (FR, "Dans le Grand Est, le chauffage limité n'est pas un sujet (9 % des locataires).", "wrong"),
        (
            FR,
            "Dans le Grand Est, 78 % des locataires prennent leur voiture personnelle. "
            "Dans le même temps, 14 % citent le manque de temps.",
            "right right",
        ),
        (
            EN,
            "In Wales, tenants (78%) and owners (60%) are keener on their own car than landlords (52%) "
            "and lodgers (31%).",
            "right right right right right",
        ),
        (
            EN,
            "In Wales, tenants cite price (56%) and lack of time (14%). For this last reason, they are fewer "
            "than in Great Britain.",
            "right right right",
        ),
        (EN, "In Wales, limited heating is not an issue (4% of tenants).", "right"),
        (
            EN,
            "Things are quite different in Wales. Some 78% of tenants in that region use their own car.",
            "right",
        ),
    ],
)
def test_what_is_told_of_another_is_judged_as_its_own(
    phare: Phare, tmp_path: Path, data: str, text: str, statuses: str
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{text}\n", encoding="utf-8")

    assert " ".join(each["status"] for each in phare(f"verify {page} -f json", data=data).rows) == statuses


def test_a_multiple_of_what_no_name_holds_is_never_wrong(phare: Phare, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "78 % des locataires du Grand Est prennent leur voiture personnelle. "
        "La voiture personnelle y est trois fois plus fréquente chez eux que dans le sport.\n",
        encoding="utf-8",
    )

    statuses = {each["kind"]: each["status"] for each in phare(f"verify {page} -f json", data=FR).rows}

    assert statuses.get("comparison") in (None, "ambiguous", "unknown")
