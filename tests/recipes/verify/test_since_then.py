"""What has changed since, told by words apart: "s'est donc répandu", "more of a barrier", "12% then, 14% now"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Statuses = Callable[[dict[str, str], str], dict[str, str]]
HEAD = "wave,region,stakeholder,indicator,item,value,base,response\n"
_ROWS = {  # in 2020 and 2024
    ("England", "skaters", "worries on the ice", "falls"): (40, 52),
    ("England", "skaters", "worries on the ice", "cold"): (31, 33),
    ("England", "skaters", "worries on the ice", "queues"): (28, 12),
    ("Kent", "skaters", "worries on the ice", "falls"): (38, 47),
    ("Kent", "skaters", "worries on the ice", "cold"): (22, 23),
    ("Kent", "skaters", "worries on the ice", "queues"): (19, 35),
}
ENGLISH = HEAD + "".join(
    f"{wave},{place},{group},{indicator},{item},{value},1500,multiple\n"
    for (place, group, indicator, item), values in _ROWS.items()
    for wave, value in zip((2020, 2024), values, strict=True)
)
FRENCH = ENGLISH
for _english, _french in (
    ("England", "France"), ("Kent", "Corse"), ("skaters", "patineurs"),
    ("worries on the ice", "craintes sur la glace"), ("falls", "les chutes"), ("cold", "le froid"),
    ("queues", "l'attente"),
):  # fmt: skip
    FRENCH = FRENCH.replace(_english, _french)
PAGES = {
    "Falls have become more of a worry for skaters since 2020.": "right",
    "The cold has become more of a worry for skaters since 2020.": "overstated",
    "Queues have become more of a worry for skaters since 2020.": "wrong",
    "Compared with 2020, falls are mentioned more often by skaters.": "right",
    "Compared with 2020, queues are mentioned more often by skaters.": "wrong",
    "52% of skaters mention falls, against 40% in 2020. The cold has risen too: 31% then, 33% now.":
        "right right overstated right right",
    "52% of skaters mention falls, against 40% in 2020. The cold has risen too: 33% then, 31% now.":
        "right right overstated wrong wrong",
    "In 2024, 47% of Kent skaters mention falls. Regional skaters do better than their national peers.":
        "right wrong",
    "In Kent, 35% of skaters mention queues, far more often than their counterparts in England as a whole (12%).":
        "right right right",
}  # fmt: skip
PAGES_FR = {
    "52 % des patineurs citent les chutes ; ils étaient 40 % en 2020. Cette crainte s'est donc répandue.":
        "right right right",
    "33 % des patineurs citent le froid ; ils étaient 31 % en 2020. Cette crainte s'est donc répandue.":
        "right right overstated",
    "12 % des patineurs citent l'attente ; ils étaient 28 % en 2020. Cette crainte s'est ainsi développée.":
        "right right wrong",
    "Par rapport à 2020, les chutes pèsent davantage pour les patineurs.": "right",
    "Par rapport à 2020, l'attente pèse davantage pour les patineurs.": "wrong",
    "Depuis 2020, l'attente compte moins pour les patineurs.": "right",
    "35 % des patineurs de Corse citent l'attente, nettement plus que leurs homologues français.":
        "right overstated",
    "23 % des patineurs de Corse citent le froid, nettement plus que leurs homologues français.":
        "right wrong",
}  # fmt: skip


@pytest.mark.parametrize(("data", "pages"), [(ENGLISH, PAGES), (FRENCH, PAGES_FR)], ids=["english", "french"])
def test_what_has_changed_is_counted_from_the_time_before(
    statuses: Statuses, data: str, pages: dict[str, str]
) -> None:
    assert statuses(pages, data) == pages
