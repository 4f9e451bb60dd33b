"""Draw a Document for a terminal or a pipe, with the tables and bars that every answer has there."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.document import Document, Exhibit, Part, Picture, Section
from phare_cli.nouns.message import Message
from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.pages.parts import NOTHING, as_table
from phare_cli.rendering.panels import NUMERIC
from phare_cli.rendering.tables.terminal import render_table
from phare_cli.rendering.visible import width_in_columns

PROSE = 110  # columns of a table of texts, where nothing else limits them


def render_terminal(document: Document, look: Look) -> str:
    """Return *document* within *look.width* columns. Its pictures are the bars of its tables."""
    blocks = [_heading(document.title, look, "═"), _text(document.subtitle, look)]
    for section in document.sections:
        blocks.append(_heading(section.title, look, "─"))
        blocks.extend(_parts(section, look))
    return "\n".join(filter(None, blocks))


def _parts(section: Section, look: Look) -> Iterator[str]:
    for part in section.parts:
        yield _drawn(part, look)


def _drawn(part: Part, look: Look) -> str:
    match part:
        case Exhibit(_, table) if look.width is None and not _holds_figures(table):
            return render_table(table, look._replace(width=PROSE))
        case Exhibit(_, table):
            return render_table(table, look)
        case Picture():
            return ""
        case _:
            return render_table(as_table(part), look)


def _holds_figures(table: Table) -> bool:
    return any(column.kind in NUMERIC for column in table.columns)


def _heading(title: Message, look: Look, rule: str) -> str:
    """Return a title with a rule below it, as wide as the title."""
    drawn = render_table(Table("report", title, (), (), notes=(NOTHING,)), look)
    text = Typesetter(look.language).title(title)
    width = min(width_in_columns(text), look.width or width_in_columns(text))
    mark = rule if look.unicode else {"═": "=", "─": "-"}[rule]
    return f"{drawn}{mark * width}\n"


def _text(text: Message, look: Look) -> str:
    return render_table(Table("report", NOTHING, (), (), notes=(text,)), look)
