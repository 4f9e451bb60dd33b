"""Tell what the lines around a table say of it: its title, its source, whom it is of; nothing is made of the others."""

from __future__ import annotations

import re

from phare_cli.results.crosstabs.find_blocks import TableBlock
from phare_cli.results.crosstabs.table_layout import Said

_LABELLED = re.compile(
    r"(?P<word>sources?|champs?|universe|base|notes?|lecture|reading)\s*:\s*(?P<text>.+)", re.I | re.S
)
_WORDS = {
    "source": "source",
    "sources": "source",
    "champ": "universe",
    "champs": "universe",
    "universe": "universe",
    "base": "universe",
    "note": "note",
    "notes": "note",
}
_UNIT = re.compile(
    r"\W*(?:(?:en|in)\s+)?(?:%|pourcentages?|percent(?:ages?)?|effectifs?)(?:\W.*)?", re.I | re.S
)
_NUMBERED = re.compile(
    r"(?:tableau|table|tab\.?|graphique|figure)\s*[0-9]+(?:[.-][0-9]+)*\s*[-–—.:]\s*", re.I
)
_WRITTEN = re.compile(
    r"\s*(?:[,–-]\s*(?:en|in) (?:%|pourcentages?)|\((?:en|in)? ?(?:%|pourcentages?|effectifs?)\))\s*", re.I
)


def said_around(block: TableBlock) -> tuple[Said, list[str], list[str]]:
    """Return what the lines around a table say of it, its titles, and the lines that nothing was made of."""
    found: dict[str, str] = {}
    titles, ignored = list[str](), list[str]()
    for text in block.titles:
        if not _take(text, found):
            (ignored if _UNIT.fullmatch(text) else titles).append(text)
    corner = _corner(block)
    if titles or len(corner) != 1 or _UNIT.fullmatch(corner[0]):
        ignored += corner
    else:
        titles = corner
    for text in block.notes:
        if not _take(text, found):
            ignored.append(text)
    return Said(**found), [*titles[:-1], *map(_titled, titles[-1:])], ignored


def _corner(block: TableBlock) -> list[str]:
    """Return the words where the header and the labels meet."""
    area = block.area
    places = [
        (area.top + line, area.left + column)
        for line in range(block.header)
        for column in range(block.labels)
    ]
    return [text for place in places if (text := block.grid.text(*place))]


def _titled(text: str) -> str:
    """Return the words above a table without its number and how its figures are written."""
    return _WRITTEN.sub("", _NUMBERED.sub("", text)).strip() or text


def _take(text: str, found: dict[str, str]) -> bool:
    labelled = _LABELLED.fullmatch(text)
    key = _WORDS.get(labelled["word"].casefold()) if labelled else None
    if labelled is None or key is None or key in found:
        return False
    found[key] = labelled["text"].strip()
    return True
