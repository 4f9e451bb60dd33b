"""Write an answer as the parts that a page is made of, in JSON: for office documents, which have forms of their own."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.document import Document, Exhibit, Picture
from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.narrowed import narrowed
from phare_cli.rendering.pages.parts import as_table
from phare_cli.rendering.panels import page_of
from phare_cli.rendering.paper_columns import shares_of_line
from phare_cli.rendering.visible import one_line, visible

_Part = dict[str, object]


def render_table_parts(table: Table, look: Look) -> str:
    """Return *table* as titles, tables, points and notes, one after the other."""
    return json.dumps(list(_parts(table, look)), ensure_ascii=False)


def render_document_parts(document: Document, look: Look) -> str:
    """Return *document* as headings and the parts under each. Its pictures are left out."""
    typesetter = Typesetter(look.language, look.decimals)
    parts = [_heading(typesetter.title(document.title), look.heading_level)]
    if subtitle := one_line(visible(typesetter.say(document.subtitle))):
        parts.append({"role": "note", "text": subtitle})
    for section in document.sections:
        parts.append(_heading(typesetter.title(section.title), look.heading_level + 1))
        for part in section.parts:
            match part:
                case Exhibit(_, table):
                    parts += _parts(table, look)
                case Picture():
                    pass
                case _:
                    parts += _parts(as_table(part), look)
    return json.dumps(parts, ensure_ascii=False)


def render_picture_part(png: bytes, shows: str, words: str) -> str:
    """Return a picture, the digits of what it *shows*, and that in words."""
    part: _Part = {
        "role": "picture",
        "png": b64encode(png).decode(),
        "shows": shows,
        "words": one_line(visible(words)),
    }
    return json.dumps([part], ensure_ascii=False)


def _heading(text: str, level: int) -> _Part:
    return {"role": "heading", "text": one_line(visible(text)), "level": level}


def _parts(table: Table, look: Look) -> Iterator[_Part]:
    page = page_of(narrowed(table, look), look)
    if page.title:
        yield {"role": "title", "text": one_line(page.title)}
    for panel in page.panels:
        if panel.title:
            yield {"role": "caption", "text": one_line(panel.title)}
        yield {
            "role": "table",
            "headings": [(heading.text, heading.numeric) for heading in panel.headings],
            "widths": shares_of_line(panel),
            "rows": panel.rows,
        }
    for item in page.items:
        yield {"role": "item", "text": item}
    for line in page.foot:
        yield {"role": "note", "text": one_line(line)}
