"""Write a Document as Markdown: headings, lists and the pipe tables of every answer. Has no pictures."""

from __future__ import annotations

import json
from collections.abc import Iterator

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.document import Document, Exhibit, Part, Picture
from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.pages.parts import as_table
from phare_cli.rendering.panels import page_of
from phare_cli.rendering.tables.markdown import (
    escaped,
    paragraph,
    pipe_tables,
    render_markdown,
    titles_of_parts,
)
from phare_cli.rendering.visible import one_line, visible


def render_markdown_report(document: Document, look: Look) -> str:
    """Return *document* as Markdown, an empty line between any two blocks.

    With *look.front_matter* the title goes into a YAML header. With *look.captions* each table has a caption and a
    label as Quarto reads them (``: Caption {#tbl-label}``), else a bold title.
    """
    typesetter = Typesetter(look.language, look.decimals)
    title, subtitle = _line(typesetter.title(document.title)), _line(typesetter.say(document.subtitle))
    if look.front_matter:
        blocks = [_front_matter(title, subtitle, look.language)]
    else:
        blocks = [f"{'#' * look.heading_level} {escaped(title)}"]
        blocks += [paragraph(subtitle)] if subtitle else []
    for section in document.sections:
        blocks.append(f"{'#' * (look.heading_level + 1)} {escaped(_line(typesetter.title(section.title)))}")
        for part in section.parts:
            blocks += _blocks(part, look, typesetter, document)
    return "\n\n".join(blocks) + "\n"


def _blocks(part: Part, look: Look, typesetter: Typesetter, document: Document) -> Iterator[str]:
    match part:
        case Exhibit(label, table) if look.captions:
            yield from _captioned(table, document.labelled(label), look, typesetter)
        case Exhibit(_, table):
            yield _without_breaks(render_markdown(table, look).rstrip("\n"))
        case Picture():
            pass
        case _:
            yield render_markdown(as_table(part), look).rstrip("\n")


def _captioned(table: Table, label: str, look: Look, typesetter: Typesetter) -> Iterator[str]:
    """Yield a table and its caption, or its parts and theirs. The first has the label: it is what a link leads to."""
    page = page_of(table, look)
    parts = [part for panel in page.panels for part in pipe_tables(panel)]
    captions = titles_of_parts(_line(typesetter.title(table.title)), len(parts))
    for number, (part, caption) in enumerate(zip(parts, captions, strict=True)):
        yield _without_breaks(part)
        yield f": {escaped(caption)}" + ("" if number else f" {{#tbl-{label}}}")
    yield from map(paragraph, page.foot)


def _without_breaks(text: str) -> str:
    """Return a table without line breaks: pandoc drops them on the way to docx and odt, and joins the words."""
    return text.replace("<br>", " ")


def _front_matter(title: str, subtitle: str, language: str) -> str:
    """Return a YAML header; a JSON text is a YAML one, whatever marks it holds. Readers take its texts for Markdown."""
    fields = {"title": paragraph(title), "subtitle": paragraph(subtitle), "lang": language}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value]
    return "\n".join(("---", *lines, "---"))


def _line(text: str) -> str:
    return one_line(visible(text))
