"""Write a Table as AsciiDoc: titled tables and paragraphs, every mark as a character reference."""

from __future__ import annotations

import re
from functools import cache

from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import TextPanel, page_of
from phare_cli.rendering.tables.references import with_references
from phare_cli.rendering.visible import one_line

# A backslash escapes only where a mark would have worked, so references it is: they read as text anywhere.
# An apostrophe inside a word is left to the reader's typography.
_MARKS = r"""
    (?P<address>(?:https?|ftp|irc)://[^ \n]+)
  | [*`\#^~+{}\[\]|<>\\$"] | (?<![^\W_])_ | _(?![^\W_]) | (?<!\w)' | '(?!\w)
  | &(?=\#?\w+;)
  | (?<=-)- | -(?=>) | =(?=>) | (?<=\.)\. | :(?=:) | (?<=:): | ;(?=;) | (?<=;); | \((?=[(CRT]) | (?<=/)/(?=/)
  | \n
"""
# Where a paragraph begins: a list, a title, a comment, an admonition.
_BLOCKS = r"\W|\d+\.|[A-Za-z][.)]|[ivxlcdmIVXLCDM]+\)|[A-Z]+:"


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(_MARKS, re.VERBOSE)


def render_asciidoc(table: Table, look: Look) -> str:
    """Return *table* as titled tables and paragraphs."""
    page = page_of(table, look)
    blocks = [f"*{escaped(page.title)}*"] if page.title else []
    for panel in page.panels:
        title = [f".{_paragraph(one_line(panel.title))}"] if panel.title else []
        blocks.append("\n".join((*title, _table(panel))))
    blocks.extend(f"* {_paragraph(item)}" for item in page.items)
    blocks.extend(_paragraph(line) for line in page.foot)
    return "\n\n".join(blocks) + "\n"


def _table(panel: TextPanel) -> str:
    from tabulate import tabulate

    return tabulate(
        [[escaped(cell) for cell in row] for row in panel.rows],
        headers=[escaped(heading.text) for heading in panel.headings],
        tablefmt="asciidoc",
        disable_numparse=True,
        colalign=["right" if heading.numeric else "left" for heading in panel.headings],
    )


def escaped(text: str) -> str:
    """Return *text* so that AsciiDoc shows it as it stands.

    >>> escaped("a|b"), escaped("R&D, 57 %")
    ('a&#124;b', 'R&D, 57 %')
    """
    return with_references(text, _marks(), " +\n")


def _paragraph(text: str) -> str:
    shown = escaped(text)
    return "{empty}" + shown if re.match(_BLOCKS, shown) else shown
