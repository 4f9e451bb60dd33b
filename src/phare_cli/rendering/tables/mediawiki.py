"""Write a Table as wikitext, for Wikipedia and every MediaWiki: captioned tables, every mark a character reference."""

from __future__ import annotations

import re
from functools import cache

from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import TextPanel
from phare_cli.rendering.tables.references import with_references
from phare_cli.rendering.tables.wiki_page import gridded, laid
from phare_cli.rendering.visible import one_line

_MARKS = r"""
    (?P<address>(?:https?|ftp)://[^ \n]+)
  | [<>\[\]{}|~!] | &(?=\#?\w+;) | '(?=') | (?<=')' | _(?=_) | (?<=_)_ | -(?=-) | (?<=-)- | :(?=//)
  | ^[*\#:;=+\-]
  | \n
"""


def render_mediawiki(table: Table, look: Look) -> str:
    """Return *table* as wikitext."""
    return laid(
        table, look, paragraph=escaped, strong=lambda text: f"'''{escaped(text)}'''", panel=_panel, item="*"
    )


def _panel(panel: TextPanel) -> str:
    caption = f"|+ {escaped(one_line(panel.title))}\n" if panel.title else ""
    return gridded(panel, escaped, "mediawiki").replace("|+ <!-- caption -->\n", caption, 1)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(_MARKS, re.VERBOSE)


def escaped(text: str) -> str:
    """Return *text* so that a wiki shows it as it stands.

    >>> escaped("a|b"), escaped("''x''"), escaped("R&D, 57 %")
    ('a&#124;b', '&#39;&#39;x&#39;&#39;', 'R&D, 57 %')
    """
    return with_references(text, _marks(), "<br />")
