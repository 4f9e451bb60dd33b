"""A figure whose sentence names something of its own is lent nothing that was spoken of: it is unknown, never wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
PARKS = """wave,region,stakeholder,segment,indicator,item,value,unit,base
2025,Leeds,visitors,,activities,walk the dog,68,percent,600
2025,Leeds,visitors,,activities,read a book,48,percent,600
2025,Leeds,visitors,retired,activities,walk the dog,86,percent,140
2025,Leeds,wardens,,activities,walk the dog,84,percent,300
2025,York,visitors,,activities,walk the dog,66,percent,500
2025,York,wardens,,activities,walk the dog,37,percent,300
2025,Leeds,visitors,,prices,too dear,41,percent,600
"""
POOLS = """wave,region,stakeholder,segment,indicator,item,value,unit,base
2025,Blois,nageurs,,activités,cours de natation,58,percent,600
2025,Blois,nageurs,,activités,plongeon,84,percent,600
2025,Blois,nageurs,retraités,activités,cours de natation,71,percent,140
2025,Blois,maîtres-nageurs,,activités,cours de natation,69,percent,300
2025,Tours,nageurs,,activités,cours de natation,31,percent,500
2025,Blois,nageurs,,prix du billet,trop cher,12,percent,600
"""
OWN = (
    "Visitors who swim are {}%.", "Visitors who sing while they walk along the river are 53%.",
    "Swimming is at {}%.", "Swimmers make up {}%.", "Visitors who come by bike stand at {}%.",
    "Boating concerns {}% of visitors.", "The lake draws {}% of visitors.", "Boats are hired by {}% of visitors.",
    "As for skating, the figure is {}%.", "Those who fish are {}%.", "Among retired visitors who sing, {}%.",
    "Fishing ({}%) is popular.", "Then comes fishing, with {}%.", "And {}% swim.", "Fishing, at {}%, is rare.",
    "The proportion of visitors who fish is {}%.", "The share of anglers stands at {}%.",
    "Visitors with a boat are {}%.", "Visitors without a boat are {}%.", "53% of visitors swim, 68% in York.",
)  # fmt: skip
OWN_IN_FRENCH = (
    "Les nageurs qui pêchent sont {} %.", "La pêche est à {} %.", "Les surfeurs représentent {} %.",
    "Les nageurs venus en vélo sont 53 %.", "Le sauna concerne {} % des nageurs.", "Le sauna (58 %) plaît.",
    "Le sauna est utilisé par {} % des nageurs.", "Quant au surf, le chiffre est de {} %.",
    "Ceux qui pêchent sont {} %.", "Chez les retraités qui chantent, {} %.", "Vient ensuite le sauna, avec {} %.",
    "Et {} % pêchent.", "Le sauna atteint {} % chez les maîtres-nageurs.", "Côté sauna, on est à {} %.",
    "La part des nageurs qui pêchent est de {} %.", "La part des pêcheurs s'élève à {} %.",
    "Le sauna, à {} %, reste rare.", "Les nageurs sans vélo sont {} %.", "Pour le sauna, ils sont {} %.",
)  # fmt: skip


CARRIED = {
    "In York they are 66%.": "right",
    "In York it is 53%.": "wrong",
    "The figure stands at 53% in York.": "wrong",
    "Among wardens, the share climbs to 84%.": "right",
    "The same is true of 53% of wardens.": "wrong",
    "Wardens come next, at 84%.": "right",
    "York does worse, with 66%.": "right",
    "This habit concerns 84% of wardens.": "right",
    "The trend is the same among wardens (84%).": "right",
    "According to the council, wardens are 84%.": "right",
}
CARRIED_IN_FRENCH = {
    "À Tours, ils sont 31 %.": "right",
    "À Tours, elle est de 53 %.": "wrong",
    "Chez les maîtres-nageurs, la part grimpe à 69 %.": "right",
    "C'est aussi le cas de 53 % des maîtres-nageurs.": "wrong",
    "Les maîtres-nageurs suivent, à 69 %.": "right",
    "Tours fait moins bien, avec 31 %.": "right",
    "Cette habitude concerne 69 % des maîtres-nageurs.": "right",
    "Le constat est le même chez les maîtres-nageurs (69 %).": "right",
    "Du côté des maîtres-nageurs, c'est l'inverse : 69 %.": "right",
    "À Tours, la proportion est un peu plus basse, à 53 %.": "wrong",
}
ROWS = {
    "| Fishing | 53% |": "unknown",
    "| Fishing | 68% |": "unknown",
    "| Ice skating | 53% |": "unknown",
    "| Retired anglers | 53% |": "unknown",
    "| Under twelves | 53% |": "unknown",
    "| Retired | 53% |": "wrong",
    "| Retired | 86% |": "right",
    "| Total | 53% |": "wrong",
    "| Total | 68% |": "right",
    "| All visitors | 68% |": "right",
}


def last_statuses(phare: Phare, folder: Path, data: str, lines: Sequence[str], lead: str) -> dict[str, str]:
    """Return the status of the last figure of each line, *lead* before it in a paragraph of its own."""
    (folder / "page.md").write_text("\n\n".join(lead + line for line in lines), encoding="utf-8")
    rows = phare("verify page.md -f json", data=data).rows
    last = {row["line"]: row["status"] for row in rows if row["kind"] == "figure"}
    return {line: last.get(1 + 2 * number, "no claim") for number, line in enumerate(lines)}


@pytest.mark.parametrize(
    ("data", "lead", "words", "values"),
    [
        (PARKS, "In Leeds, 68% of visitors walk the dog. ", OWN, (53, 68)),
        (POOLS, "À Blois, 58 % des nageurs suivent un cours de natation. ", OWN_IN_FRENCH, (53, 58)),
    ],
)
def test_no_topic_is_lent_to_a_subject_that_no_name_holds(
    phare: Phare, tmp_path: Path, data: str, lead: str, words: Sequence[str], values: Sequence[int]
) -> None:
    lines = list(dict.fromkeys(each.format(value) for each in words for value in values))
    statuses = last_statuses(phare, tmp_path, data, lines, lead)

    assert {line: status for line, status in statuses.items() if status not in ("unknown", "ambiguous")} == {}


@pytest.mark.parametrize("heading", ["## Walk the dog", "## Prices", "## Activities"])
def test_no_heading_lends_its_topic_to_a_subject_of_its_own(
    phare: Phare, tmp_path: Path, heading: str
) -> None:
    lines = ("Visitors who swim are 53%.", "- Skating, 53%", "- 53% fish", "Swimmers make up 68%.")
    (tmp_path / "page.md").write_text("\n\n".join(("# Leeds, visitors", heading, *lines)), encoding="utf-8")

    statuses = {row["status"] for row in phare("verify page.md -f json", data=PARKS).rows}

    assert statuses <= {"unknown", "ambiguous"}


@pytest.mark.parametrize(
    ("data", "lead", "lines"),
    [
        (PARKS, "In Leeds, 68% of visitors walk the dog. ", CARRIED),
        (POOLS, "À Blois, 58 % des nageurs suivent un cours de natation. ", CARRIED_IN_FRENCH),
    ],
)
def test_words_that_only_carry_a_figure_are_lent_what_was_spoken_of(
    phare: Phare, tmp_path: Path, data: str, lead: str, lines: dict[str, str]
) -> None:
    assert last_statuses(phare, tmp_path, data, list(lines), lead) == lines


def test_a_row_of_something_that_no_name_holds_is_lent_no_topic(phare: Phare, tmp_path: Path) -> None:
    head = ["# Leeds, visitors", "", "| | Walk the dog |", "|---|---|"]
    (tmp_path / "page.md").write_text("\n".join([*head, *ROWS]), encoding="utf-8")

    rows = phare("verify page.md -f json", data=PARKS).rows

    assert [row["status"] for row in rows] == list(ROWS.values())
