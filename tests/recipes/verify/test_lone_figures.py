"""A figure that its page gives alone may be of any group: it is right of none, and wrong of none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,unit,base,response\n"
FR = HEAD + "".join(
    f"{wave},{region},{group},freins à la baignade,{item},{value},percent,800,multiple\n"
    for wave, region, group, values in (
        ("2024", "France", "nageurs réguliers", (42, 17, 29)),
        ("2024", "France", "nageurs occasionnels", (55, 23, 12)),
        ("2024", "Corse", "nageurs réguliers", (38, 14, 33)),
    )
    for item, value in zip(("prix des bassins", "eau trop froide", "vestiaires sales"), values, strict=True)
)
EN = HEAD + "".join(
    f"{wave},{region},{group},worries about the lake,{item},{value},percent,800,multiple\n"
    for wave, region, group, values in (
        ("2024", "Wales", "anglers", (42, 17, 29)),
        ("2024", "Wales", "rowers", (55, 23, 12)),
        ("2024", "Gwynedd", "anglers", (38, 14, 33)),
    )
    for item, value in zip(("dirty water", "crowded shores", "litter on the banks"), values, strict=True)
)
LED_FR = "En France, 42 % des nageurs réguliers citent le prix des bassins. "
LED_EN = "In Wales, 42% of anglers mention dirty water. "


@pytest.mark.parametrize(
    ("data", "before", "alone", "statuses"),
    [
        (FR, LED_FR, "À retenir sur l'eau trop froide : 17 %.", ["ambiguous"]),
        (FR, LED_FR, "En résumé, sur les vestiaires sales : 29 %.", ["ambiguous"]),
        (FR, LED_FR, "Eau trop froide : 17 %, affiche le dépliant.", ["ambiguous"]),
        (FR, LED_FR, "Eau trop froide : 17 %, a-t-on pu lire dans la presse.", ["ambiguous"]),
        (FR, LED_FR, "« Eau trop froide : 17 % » : le mot a fait le tour de la piscine.", ["ambiguous"]),
        (FR, LED_FR, "Eau trop froide : 17 % ; vestiaires sales : 29 %.", ["ambiguous", "ambiguous"]),
        (FR, LED_FR, "Une affiche donne 17 % pour l'eau trop froide.", ["ambiguous"]),
        (FR, LED_FR, "Le chiffre le plus repris ? 17 % pour l'eau trop froide.", ["ambiguous"]),
        (FR, LED_FR, "Un titre, sans préciser le lieu : « 17 % des nageurs réguliers citent l'eau trop froide ».",
         ["ambiguous"]),
        (FR, LED_FR, "L'eau trop froide arrive à 17 %.", ["right"]),
        (FR, LED_FR, "L'eau trop froide arrive à 19 %.", ["wrong"]),
        (FR, LED_FR, "À retenir : 17 % des nageurs réguliers citent l'eau trop froide.", ["right"]),
        (FR, "", "Le prix gêne davantage les nageurs occasionnels (nageurs réguliers : 42 %).", ["right"]),
        (EN, LED_EN, "The figure to remember on crowded shores: 17%.", ["ambiguous"]),
        (EN, LED_EN, "Crowded shores: 17%, says the flyer.", ["ambiguous"]),
        (EN, LED_EN, "Crowded shores: 17%; litter on the banks: 29%.", ["ambiguous", "ambiguous"]),
        (EN, LED_EN, "A slide shown at the club gave 17% for crowded shores.", ["ambiguous"]),
        (EN, LED_EN, "One number did the rounds on crowded shores, 17%.", ["ambiguous"]),
        (EN, LED_EN, "Worth remembering: crowded shores, 17%.", ["ambiguous"]),
        (EN, LED_EN, "A result quoted without its area: 17% of anglers mention crowded shores.", ["ambiguous"]),
        (EN, LED_EN, "Crowded shores stand at 17%.", ["right"]),
        (EN, LED_EN, "Crowded shores stand at 19%.", ["wrong"]),
    ],
)  # fmt: skip
def test_a_figure_that_stands_alone_is_sure_of_nobody(
    tmp_path: Path, phare: Phare, data: str, before: str, alone: str, statuses: list[str]
) -> None:
    (tmp_path / "page.txt").write_text(f"{before}{alone}\n", encoding="utf-8")

    rows = phare("verify page.txt -f json", data=data).rows

    own = [row for row in rows if row["column"] > len(before) and row["kind"] == "figure"]
    assert [row["status"] for row in own] == statuses
