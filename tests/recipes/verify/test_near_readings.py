"""A figure that the data hold of what was not surely left unsaid is doubtful, never wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,wave\n"
CANTEENS = (
    HEAD
    + "".join(
        f"Corse,{group},cantine,{item},{value},2024\n"
        for group, values in {"parents": (61, 34, 22), "cuisiniers": (48, 57, 39)}.items()
        for item, value in zip(
            ("trop de bruit", "repas froids", "portions trop petites"), values, strict=True
        )
    )
    + "Corse,parents,transport scolaire,cars en retard,27,2024\n"
)
GARDENS = HEAD + "".join(
    f"Wales,{group},allotments,{item},{value},2024\n"
    for group, values in {"gardeners": (64, 31, 18), "wardens": (42, 55, 36)}.items()
    for item, value in zip(("slugs", "water shortage", "theft"), values, strict=True)
)


@pytest.mark.parametrize(
    ("data", "text", "words", "status"),
    [
        # What is lent is of another answer, or of another question.
        (CANTEENS, "61 % des parents citent le bruit. Ils sont 34 % à rester sur leur faim.", "34 %", "ambiguous"),
        (CANTEENS, "61 % des parents citent le bruit. Ils sont 27 % à attendre dehors.", "27 %", "ambiguous"),
        (CANTEENS, "61 % des parents citent le bruit. Les cuisiniers sont 57 %.", "57 %", "ambiguous"),
        (GARDENS, "64% of gardeners mention slugs. Of wardens, 55% do.", "55%", "ambiguous"),
        (GARDENS, "64% of gardeners mention slugs. They are 18% in the evenings.", "18%", "ambiguous"),
        # What the data do not hold of anybody spoken of is wrong, as what is named and another is.
        (CANTEENS, "61 % des parents citent le bruit. Les cuisiniers sont 44 %.", "44 %", "wrong"),
        (CANTEENS, "34 % des parents citent le bruit.", "34 %", "wrong"),
        (CANTEENS, "48 % des parents et 61 % des cuisiniers citent le bruit.", "48 %", "wrong"),
        (CANTEENS, "48 % des parents et 61 % des cuisiniers citent le bruit.", "61 %", "wrong"),
        (GARDENS, "64% of gardeners mention slugs. Of wardens, 51% do.", "51%", "wrong"),
        (GARDENS, "31% of gardeners mention slugs.", "31%", "wrong"),
        (GARDENS, "Slugs are named by 42% of gardeners and 64% of wardens.", "64%", "wrong"),
        # No group stands behind the figure, and another of the sentence has it.
        (GARDENS, "Slugs bother gardeners more than wardens, at 42%.", "42%", "ambiguous"),
    ],
)  # fmt: skip
def test_what_a_near_reading_bears_is_not_wrong(
    phare: Phare, tmp_path: Path, data: str, text: str, words: str, status: str
) -> None:
    (tmp_path / "d.csv").write_text(data, encoding="utf-8")
    (tmp_path / "note.md").write_text(f"{text}\n", encoding="utf-8")

    rows = phare(f"verify note.md --data {tmp_path / 'd.csv'} -f json").rows

    assert {row["text"]: row["status"] for row in rows}[words] == status
