"""Write a Table as Textile, for Redmine and its kin: every mark a character reference, that no typography curls."""

from __future__ import annotations

import re
from functools import cache

from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import TextPanel
from phare_cli.rendering.tables.wiki_page import gridded, laid
from phare_cli.rendering.visible import one_line

# Beside its marks: what it prints as a dash, three dots, a sign of multiplication, an acronym, (c) and its kin.
_MARKS = r"""
    [<>|*_@^~"=\[\]{}\#\\`!] | '(?!\w) | (?<!\w)' | &(?=\#?\w+;) | %(?=\S) | \?(?=\?) | (?<=\?)\?
  | (?<!\w)[-+](?=\S) | -(?=-) | (?<=-)- | (?<=\s)-(?=\s|$) | ^[-+:;] | (?<=\.)\. | (?<=\d)\ ?(?:x)(?=\ ?\d)
  | \((?=[cCrRtT]) | (?<=\w)\( | :(?=\S) | ^(?:h[1-6]|bq|p|pre|bc|fn|notextile|table|clear)(?=[.\d(<>])
  | \n
"""


def render_textile(table: Table, look: Look) -> str:
    """Return *table* as Textile."""
    return laid(
        table, look, paragraph=escaped, strong=lambda text: f"*{escaped(text)}*", panel=_panel, item="*"
    )


def _panel(panel: TextPanel) -> str:
    caption = f"{escaped(one_line(panel.title))}\n\n" if panel.title else ""
    return caption + gridded(panel, escaped, "textile")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(_MARKS, re.VERBOSE)


def escaped(text: str) -> str:
    """Return *text* so that Textile shows it as it stands.

    >>> escaped("a|b"), escaped("*p*"), escaped("+8 points"), escaped("57 %, (n = 12)")
    ('a&#124;b', '&#42;p&#42;', '&#43;8 points', '57 &#37;, (n &#61; 12)')
    """
    return _marks().sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    mark = found[0]
    if mark == "\n":
        return "<br />"
    return f"&#{ord(mark[0])};{mark[1:]}" if mark[0] != " " else f" &#{ord(mark[1])};"
