"""What a reader reads of an answer, whatever a formatter has done to its marks: for comparison, never for a document.

prettier, mdformat and markdownlint pad, compact and wrap; escapes, bullets and rules of tables change with them. No
letter, digit or sign of a figure is ever left out here. Word and others curl apostrophes: both forms read the same.
"""

from __future__ import annotations

import re
from html import unescape

from phare_cli.documents.scanners.lines import END

# The marks of a quote are not part of what a person wrote in it.
_QUOTED = re.compile(r"^[ \t>]+")
_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_BULLET = re.compile(r"^[-*+][ \t]+")
_SPLIT = re.compile(r"(?<!\\)\|")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"\[((?:https?|ftp)://[^\]\s]+)\]\(<?\1>?\)|<((?:https?|ftp)://[^>\s]+)>")
_BREAK = re.compile(r"<br[ \t]*/?>")
_BLANKS = re.compile(r"[\s\u00a0\u202f]+")


def normal(text: str, syntax: str) -> str:
    """Return *text* as its reader reads it, marks and blanks aside."""
    match syntax:
        case "markdown" | "mdx":
            lines = " ".join(filter(None, map(_line, END.split(text))))
            text = unescape(_ESCAPED.sub(r"\1", _BREAK.sub("<br>", _LINK.sub(r"\1\2", lines))))
        case "html":
            text = _page(text)
    return _BLANKS.sub(" ", text.replace("’", "'")).strip()


def _line(line: str) -> str:
    """Return a line of Markdown without the marks that may change: of a quote, a list, the cells of a table."""
    line = _QUOTED.sub("", line).rstrip()
    if _RULE.fullmatch(line):
        return ""
    line = _BULLET.sub("- ", line).replace("__", "**")
    cells = _SPLIT.split(line)
    if len(cells) == 1:
        return line
    return "\0".join(cell.strip() for cell in cells).strip("\0")


def _page(text: str) -> str:
    """Return what a browser makes of *text*: its tags with their attributes in one form, its words."""
    from phare_cli.documents.web_form import web_form

    return web_form(text)
