"""Words beside a name are of that name alone: a noun of people, a denial of another clause, "the latter"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Statuses = Callable[[dict[str, str], str], dict[str, str]]
HEAD = "wave,region,stakeholder,indicator,item,value,base,response\n"
_ROWS = {  # in the nation and in one of its regions
    ("raised abroad", "plays an instrument", "plays"): (28, 35),
    ("raised in Wales", "plays an instrument", "plays"): (44, 52),
    ("raised abroad", "reasons to play", "playing with people"): (57, 61),
    ("raised in Wales", "reasons to play", "playing with people"): (33, 25),
    ("raised abroad", "reasons to play", "cannot sleep"): (36, 41),
    ("raised in Wales", "reasons to play", "cannot sleep"): (12, 19),
    ("raised abroad", "reasons to play", "fear of boredom"): (21, 27),
    ("raised in Wales", "reasons to play", "fear of boredom"): (48, 38),
}
ENGLISH = HEAD + "".join(
    f"2024,{place},{group},{indicator},{item},{value},900,multiple\n"
    for (group, indicator, item), values in _ROWS.items()
    for place, value in zip(("Wales", "Powys"), values, strict=True)
)
_LIGNES = {
    ("PME", "appuis", "écoles d'ingénieurs"): (22, 31),
    ("PME", "appuis", "établissements bancaires"): (41, 46),
    ("ETI", "appuis", "écoles d'ingénieurs"): (34, 48),
    ("ETI", "appuis", "établissements bancaires"): (17, 12),
}
FRENCH = HEAD + "".join(
    f"2024,{place},{group},{indicator},{item},{value},700,multiple\n"
    for (group, indicator, item), values in _LIGNES.items()
    for place, value in zip(("France", "Normandie"), values, strict=True)
)
ENQUETE = "Enquête de juin 2024 en Normandie.\n\n# Appuis\n\n"
PAGES = {
    "44% of people raised in the country play, 16 points more than those raised abroad.": "right right",
    "More than a quarter of people raised abroad play.": "right",
    "Playing with people is a reason for 57% of those raised abroad and for one in three people raised in Wales.":
        "right right",
    "Playing with people is a reason for 57% of those raised abroad and for half of people raised in Wales.":
        "right wrong",
    "In Powys, 41% of those raised abroad cannot sleep, but they fear boredom less than those raised in Wales (38%).":
        "right right right",
    "In Powys, 41% of those raised abroad cannot sleep, while the fear of boredom is named less often (27%).":
        "right right",
    "In Powys, 41% of those raised abroad cannot sleep, but the fear of boredom is named less often (73%).":
        "right wrong",
    "12% of those raised in Wales cannot sleep, against 36% of those raised abroad. The latter fear boredom less: "
    "21%, compared with 48% of those raised in Wales.": "right right right right",
    "12% of those raised in Wales cannot sleep, against 36% of those raised abroad. The latter fear boredom more: "
    "31%, compared with 48% of those raised in Wales.": "right right wrong right",
}  # fmt: skip
PAGES_FR = {
    "En Normandie, 31 % des PME ont l'appui d'une école d'ingénieurs.\n\nDu côté des ETI, 48 % l'ont aussi.\n\n"
    "46 % des PME de la région ont celui d'un établissement bancaire.": "right right right",
    ENQUETE + "- 700 PME de la région ont répondu\n- École d'ingénieurs, PME : 31 % dans la région, 22 % en France":
        "right right right",
    ENQUETE + "- 640 PME de la région ont répondu\n- École d'ingénieurs, PME : 31 % contre 22 % au niveau national":
        "wrong right right",
    "34 % des ETI ont l'appui d'une école d'ingénieurs, contre 22 % des PME. Ces dernières ont plus souvent celui "
    "d'un établissement bancaire : 41 %, contre 17 % des ETI.": "right right right right right",
}  # fmt: skip


@pytest.mark.parametrize(("data", "pages"), [(ENGLISH, PAGES), (FRENCH, PAGES_FR)], ids=["english", "french"])
def test_words_beside_a_name_are_of_it_alone(statuses: Statuses, data: str, pages: dict[str, str]) -> None:
    assert statuses(pages, data) == pages
