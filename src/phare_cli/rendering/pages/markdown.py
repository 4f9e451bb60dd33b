"""Write a Document as Markdown: headings, lists and the pipe tables of every answer. Has no pictures."""

from __future__ import annotations

import json
from collections.abc import Iterator

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.document import Document, Exhibit, Part, Picture
from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.pages.parts import NOTHING, as_table
from phare_cli.rendering.tables.markdown import escaped, paragraph, render_markdown
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
            yield _table(table._replace(title=NOTHING), look)
            yield f": {escaped(_line(typesetter.title(table.title)))} {{#tbl-{document.labelled(label)}}}"
        case Exhibit(_, table):
            yield _table(table, look)
        case Picture():
            pass
        case _:
            yield render_markdown(as_table(part), look).rstrip("\n")


def _table(table: Table, look: Look) -> str:
    """Return a table without line breaks: pandoc drops them on the way to docx and odt, and joins the words."""
    return render_markdown(table, look).rstrip("\n").replace("<br>", " ")


def _front_matter(title: str, subtitle: str, language: str) -> str:
    """Return a YAML header; a JSON text is a YAML one, whatever marks it holds. Readers take its texts for Markdown."""
    fields = {"title": paragraph(title), "subtitle": paragraph(subtitle), "lang": language}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value]
    return "\n".join(("---", *lines, "---"))


def _line(text: str) -> str:
    return one_line(visible(text))
