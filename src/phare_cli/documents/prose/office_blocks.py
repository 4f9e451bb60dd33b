"""What an office document says, before its passages are made: paragraphs, and tables by row and column."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from phare_cli.documents.prose.passage import (
    CAPTION,
    Gathered,
    OfficePlace,
    Prose,
    ProsePassage,
    Role,
    prose_of,
)
from phare_cli.documents.prose.tables import table_passages

_NUMBER = "phare-number"
_ENDS = (".", "!", "?", ";", ":")
_CAPTION = re.compile(r"\s*(?:Tableau|Table|Tab\.)\s*\d+\b", re.IGNORECASE)


class OfficeParagraph(NamedTuple):
    """One paragraph with its role; *is_bold* from end to end, as the title of a table is."""

    text: str
    place: OfficePlace
    role: Role = Role.PARAGRAPH
    level: int = 0
    is_bold: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class OfficeCell:
    """One cell of a table, which is itself in each column and row that it spans."""

    text: str
    place: OfficePlace


OfficeBlock = OfficeParagraph | list[list[OfficeCell]]


def prose_of_blocks(blocks: list[OfficeBlock]) -> Prose:
    """Return the passages of *blocks*: lines of the source are paragraphs, in their order."""
    passages: list[ProsePassage] = []
    lines: list[str] = []
    places: list[OfficePlace] = []
    offset = 0
    for number, block in enumerate(blocks):
        if isinstance(block, OfficeParagraph):
            if _is_caption(block) and _leads_table(blocks, number):
                block = block._replace(role=Role.HEADING, level=CAPTION)
            gathered = Gathered()
            gathered.add(block.text, offset)
            if not gathered.is_empty:
                passages.append(gathered.passage(block.role, level=block.level))
            lines.append(block.text)
            places.append(block.place)
            offset += len(block.text) + 1
            continue
        cells: dict[int, Gathered] = {}
        for cell in (cell for row in block for cell in row):
            if id(cell) not in cells:
                cells[id(cell)] = Gathered()
                cells[id(cell)].add(cell.text, offset)
                lines.append(cell.text)
                places.append(cell.place)
                offset += len(cell.text) + 1
        passages += table_passages([[cells[id(cell)] for cell in row] for row in block])
    prose = prose_of(passages, "\n".join(lines))
    return Prose(
        prose.passages, prose.source, prose.line_starts, has_lines=False, office_places=tuple(places)
    )


def _is_caption(paragraph: OfficeParagraph) -> bool:
    """Tell whether a paragraph above a table is its title: one that begins with its number, or a line in bold."""
    is_line = paragraph.is_bold and not paragraph.text.rstrip().endswith(_ENDS)
    return paragraph.role is Role.PARAGRAPH and (is_line or _CAPTION.match(paragraph.text) is not None)


def _leads_table(blocks: list[OfficeBlock], number: int) -> bool:
    """Tell whether nothing but other titles stands between a block and a table."""
    for block in blocks[number + 1 :]:
        if isinstance(block, list):
            return True
        if block.text.strip() and not _is_caption(block):
            return False
    return False


def numbered(root: Element, tags: Collection[str]) -> Element:
    """Return the XML of a part, each of its paragraphs bearing its number, so that edits find it again."""
    number = 0
    for element in root.iter():
        if element.tag in tags:
            element.set(_NUMBER, str(number))
            number += 1
    return root


def place_of(part: str, *paragraphs: Element) -> OfficePlace:
    """Return where paragraphs stand that were numbered."""
    return OfficePlace(part, tuple(int(each.get(_NUMBER, "-1")) for each in paragraphs))
