"""Write a Table for Org mode of Emacs: captioned tables, every mark an entity of its own."""

from __future__ import annotations

import re
from functools import cache

from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import TextPanel
from phare_cli.rendering.tables.wiki_page import gridded, laid
from phare_cli.rendering.visible import one_line

# The names of org-entities.el; Org has no other way to escape.
_ENTITIES = {
    "|": "vert", "*": "ast", "/": "slash", "_": "under", "=": "equal", "~": "tilde", "+": "plus", "<": "lt", ">": "gt",
    "[": "lbrack", "]": "rbrack", "{": "lbrace", "}": "rbrace", "$": "dollar", "^": "asciicirc", "#": "num",
    ":": "colon",
}  # fmt: skip
# Emphasis stands at the edge of a word; the others work anywhere.
_MARKS = r"""
    (?P<address>(?:https?|ftp)://[^ \n|]+)
  | [|<>\[\]{}$^] | (?<![^\W_])[*/=~+_](?=\S) | (?<=\S)[*/=~+_](?!\w) | (?<=\w)_(?=\w) | ^[\#:] | ^[*](?=\s)
  | (?P<item>^(?:[-+](?=\s)|\d+[.)](?=\s)))
  | \n
"""


def render_org(table: Table, look: Look) -> str:
    """Return *table* as Org writes it."""
    return laid(
        table, look, paragraph=escaped, strong=lambda text: f"*{escaped(text)}*", panel=_panel, item="-"
    )


def _panel(panel: TextPanel) -> str:
    caption = f"#+CAPTION: {escaped(one_line(panel.title))}\n" if panel.title else ""
    return caption + gridded(panel, escaped, "orgtbl")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(_MARKS, re.VERBOSE)


def escaped(text: str) -> str:
    r"""Return *text* so that Org shows it as it stands.

    >>> print(escaped("a|b"), escaped("*p*"), escaped("R&D, 57 %"))
    a\vert{}b \ast{}p\ast{} R&D, 57 %
    """
    return _marks().sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    mark = found[0]
    if found["address"]:
        return mark
    if found["item"]:
        return f"\\zwnj{{}}{mark}"  # it begins a list, and no entity looks like a hyphen
    return " " if mark == "\n" else f"\\{_ENTITIES[mark]}{{}}"
