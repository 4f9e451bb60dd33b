"""Write a Table in the markup of Jira: every mark a character reference. Its columns have no side."""

from __future__ import annotations

import re
from functools import cache

from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import TextPanel
from phare_cli.rendering.tables.references import with_references
from phare_cli.rendering.tables.wiki_page import laid
from phare_cli.rendering.visible import one_line

# Emoticons too. A backslash would escape as well, but not what stands in a cell, for every reader.
_MARKS = r"""
    (?P<address>(?:https?|ftp)://[^ \n]+)
  | [*_^~!\[\]{}|@] | \\ | &(?=\#?\w+;) | (?<!\w)[-+](?=\S) | -(?=-) | (?<=-)- | (?<=\w)[-+](?!\w)
  | \?(?=\?) | (?<=\?)\? | [:;](?=[)(DP]) | \((?=\S{1,7}\)) | :(?=//) | ^[\#\-](?=\s) | ^(?:h(?=[1-6]\.)|b(?=q\.))
  | \n
"""


def render_jira(table: Table, look: Look) -> str:
    """Return *table* in Jira's markup."""
    return laid(
        table, look, paragraph=escaped, strong=lambda text: f"*{escaped(text)}*", panel=_panel, item="*"
    )


def _panel(panel: TextPanel) -> str:
    lines = [f"*{escaped(one_line(panel.title))}*\n"] if panel.title else []
    lines.append("||" + "||".join(_cell(heading.text) for heading in panel.headings) + "||")
    lines.extend("|" + "|".join(map(_cell, row)) + "|" for row in panel.rows)
    return "\n".join(lines)


def _cell(text: str) -> str:
    return f" {escaped(text)} " if text else " "


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(_MARKS, re.VERBOSE)


def escaped(text: str) -> str:
    """Return *text* so that Jira shows it as it stands.

    >>> escaped("a|b"), escaped("*p*"), escaped("+8 points"), escaped("57 %")
    ('a&#124;b', '&#42;p&#42;', '&#43;8 points', '57 %')
    """
    return with_references(text, _marks(), " \\\\ ")
