"""Answers that one figure is said of together, and degrees of one: "very or fairly satisfied", "peu satisfait"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = "wave,region,stakeholder,indicator,item,value,unit,base,response\n"
ENGLISH = (
    ("very satisfied", 26),
    ("fairly satisfied", 36),
    ("not very satisfied", 18),
    ("not at all satisfied", 20),
)
FRENCH = (
    ("très satisfait", 36),
    ("plutôt satisfait", 15),
    ("peu satisfait", 18),
    ("pas du tout satisfait", 31),
)
USES = (("read a book", 48), ("picnic with friends", 75))
USAGES = (("aquagym", 71), ("plongeon", 84))
PARKS = HEADER + "".join(
    [f"2025,Leeds,visitors,cleanliness,{item},{value},percent,600,single\n" for item, value in ENGLISH]
    + [f"2025,Leeds,visitors,activities,{item},{value},percent,600,multiple\n" for item, value in USES]
)
POOLS = HEADER + "".join(
    [
        f"2025,Blois,nageurs,propreté des vestiaires,{item},{value},percent,600,single\n"
        for item, value in FRENCH
    ]
    + [f"2025,Blois,nageurs,activités,{item},{value},percent,600,multiple\n" for item, value in USAGES]
)


TOGETHER = {
    "62% of visitors are very or fairly satisfied.": ["right"],
    "62% of visitors are fairly or very satisfied.": ["right"],
    "62% of visitors are either very satisfied or fairly satisfied with cleanliness.": ["right"],
    "38% of visitors are not very or not at all satisfied.": ["right"],
    "26% of visitors are very or fairly satisfied.": ["wrong"],
    "18% of visitors are not very or not at all satisfied.": ["wrong"],
    "26% of visitors are very satisfied and 36% fairly satisfied.": ["right", "right"],
    "62% of visitors are satisfied (very satisfied: 26%; fairly satisfied: 36%).": ["right"] * 3,
    "62% of visitors are satisfied (26% very satisfied, 36% fairly satisfied).": ["right"] * 3,
    "48% of visitors read a book or picnic with friends.": ["unknown"],
    "90% of visitors read a book or picnic with friends.": ["unknown"],
    "48% of visitors read a book and 75% picnic with friends.": ["right", "right"],
}
TOGETHER_IN_FRENCH = {
    "51 % des nageurs sont satisfaits de la propreté.": ["right"],
    "49 % des nageurs ne sont pas satisfaits de la propreté.": ["right"],
    "18 % des nageurs sont peu satisfaits de la propreté.": ["right"],
    "51 % des nageurs sont peu satisfaits de la propreté.": ["wrong"],
    "31 % des nageurs ne sont pas du tout satisfaits de la propreté.": ["right"],
    "51 % des nageurs sont très ou plutôt satisfaits de la propreté.": ["right"],
    "49 % des nageurs sont peu ou pas du tout satisfaits de la propreté.": ["right"],
    "49 % des nageurs sont peu ou pas satisfaits de la propreté.": ["right"],
    "36 % des nageurs sont très ou plutôt satisfaits de la propreté.": ["wrong"],
    "51 % des nageurs sont satisfaits : 36 % très satisfaits, 15 % plutôt satisfaits.": ["right"] * 3,
    "51 % des nageurs sont satisfaits (36 % très satisfaits, 15 % plutôt satisfaits).": ["right"] * 3,
    "36 % des nageurs sont très satisfaits et 15 % plutôt satisfaits.": ["right", "right"],
    "71 % des nageurs citent l'aquagym ou le plongeon.": ["unknown"],
    "71 % des nageurs citent l'aquagym et 84 % le plongeon.": ["right", "right"],
}


def statuses(phare: Phare, folder: Path, data: str, lines: Sequence[str], lead: str) -> dict[str, list[str]]:
    """Return the statuses of the figures of each line, *lead* before it."""
    (folder / "page.md").write_text("\n\n".join(lead + line for line in lines), encoding="utf-8")
    found: dict[str, list[str]] = {line: [] for line in lines}
    for row in phare("verify page.md -f json", data=data).rows:
        found[lines[row["line"] // 2]].append(row["status"])
    return found


@pytest.mark.parametrize(
    ("data", "lead", "lines"), [(PARKS, "In Leeds, ", TOGETHER), (POOLS, "À Blois, ", TOGETHER_IN_FRENCH)]
)
def test_answers_joined_by_or_are_added_where_each_gave_one_and_degrees_are_told_apart(
    phare: Phare, tmp_path: Path, data: str, lead: str, lines: dict[str, list[str]]
) -> None:
    assert statuses(phare, tmp_path, data, list(lines), lead) == lines
