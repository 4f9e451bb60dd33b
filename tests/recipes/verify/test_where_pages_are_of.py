"""A page of plain text is of the place that a line of its own names, and of places in the words that people have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]

_HEAD = "wave,region,stakeholder,indicator,item,value,unit,base,national,response\n"


def _data(*places: str) -> str:
    """Return what renters of a nation and of two of its places answer; each place has figures of its own."""
    rows = [
        f"2024,{place},{group},use of parks,{item},{value + 9 * at + more},percent,900,{'yes' * (not at)},multiple"
        for at, place in enumerate(places)
        for group, more in (("renters", 0), ("owners", 4))
        for item, value in (("visits a park", 41), ("grows food", 22))
    ]
    return _HEAD + "\n".join(rows) + "\n"


def _regions(phare: Phare, folder: Path, text: str, data: str) -> list[tuple[str, str]]:
    (folder / "page.txt").write_text(text, encoding="utf-8")
    return [(row["region"], row["status"]) for row in phare("verify page.txt -f json", data=data).rows]


@pytest.mark.parametrize(
    ("title", "place", "sentence"),
    [
        ("PARKS IN ESSEX AND KENT", "Essex", "Among owners, 54% visit a park."),
        ("PARKS IN ESSEX AND KENT", "Essex", "The region's renters are keen: 50% visit a park."),
        ("PARCS DE LA LOIRE ET DU RHÔNE", "La Loire", "54 % des owners « visits a park »."),
    ],
)
def test_a_line_that_is_a_place_is_the_title_of_what_follows(
    phare: Phare, tmp_path: Path, title: str, place: str, sentence: str
) -> None:
    data = _data("England", place, "Kent" if place == "Essex" else "Rhône")

    found = _regions(phare, tmp_path, f"{title}\n\n{place}\n\n{sentence}\n\n{sentence}\n", data)

    assert found == [(place, "right")] * 2


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Yorkshire and the Humber", "50% of Yorkshire renters visit a park."),
        ("Yorkshire and the Humber", "In Yorkshire, 54% of owners visit a park."),
        ("North West", "In the North West of England, 50% of renters visit a park."),
        ("South East", "54% of owners in the South East of England visit a park."),
        ("Northern Ireland", "50% of Northern Irish renters visit a park."),
    ],
)
def test_a_place_is_known_by_what_people_call_it(phare: Phare, tmp_path: Path, place: str, said: str) -> None:
    data = _data("United Kingdom", place, "Wales")

    assert _regions(phare, tmp_path, f"{said}\n", data) == [(place, "right")]


def test_a_side_of_a_place_that_the_data_do_not_hold_is_none_of_theirs(phare: Phare, tmp_path: Path) -> None:
    found = _regions(
        phare, tmp_path, "In the East of England, 41% of renters visit a park.\n", _data("England", "Kent")
    )

    assert [status for _, status in found] == ["unknown"]


@pytest.mark.parametrize(
    ("title", "first", "next_one"),
    [
        (
            "BRIEFING: THE SOUTH-EAST OF FRANCE",
            "In PACA, 45% of companies are engaged in partnerships.",
            "47% of associations are too.",
        ),
        (
            "NOTE : LE SUD-EST DE LA FRANCE",
            "En PACA, 45 % des entreprises sont engagées dans un partenariat.",
            "47 % des associations sont engagées dans un partenariat.",
        ),
    ],
)
def test_a_title_may_call_the_region_of_a_page_otherwise(
    phare: Phare, tmp_path: Path, title: str, first: str, next_one: str
) -> None:
    (tmp_path / "page.txt").write_text(f"{title}\n\n{first}\n\n{next_one}\n", encoding="utf-8")

    rows = phare("verify page.txt -f json").rows

    assert [(row["region"], row["status"]) for row in rows] == [("Provence-Alpes-Côte d'Azur", "right")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "In the region, 54% of renters visit a park, against 41% in England. Owners: 60%.",
        "Owners of the region are 60% to visit a park, compared with 45% in England. 54% of renters do.",
        "54 % des renters de la région « visits a park », contre 41 % en England. Les owners sont 60 % à le faire.",
    ],
)
def test_what_follows_a_region_that_no_page_names_is_of_no_nation(
    phare: Phare, tmp_path: Path, text: str
) -> None:
    found = _regions(phare, tmp_path, f"{text}\n", _data("England", "Essex", "Kent"))

    assert [status for _, status in found] == ["unknown", "right", "unknown"]
