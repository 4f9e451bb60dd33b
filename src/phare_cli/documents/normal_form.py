"""What a reader reads of an answer, whatever a formatter has done to its marks: for comparison, never for a document.

prettier, mdformat and markdownlint pad, compact and wrap; escapes, bullets and rules of tables change with them. No
letter, digit or sign of a figure is ever left out here. Word and others curl apostrophes: both forms read the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
            lines = " ".join(filter(None, _lines(text)))
            text = unescape(_ESCAPED.sub(r"\1", _BREAK.sub("<br>", _LINK.sub(r"\1\2", lines))))
        case "html":
            text = _page(text)
    return _BLANKS.sub(" ", text.replace("’", "'")).strip()


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of Markdown without the marks that may change: of a quote, a list, the cells of a table.

    A bar parts cells in a table alone: from the line above its rule to the next empty one.
    """
    lines = [_QUOTED.sub("", line).rstrip() for line in END.split(text)]
    in_table = False
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        in_table = bool(line) and (in_table or _is_rule_of_table(after))
        if _RULE.fullmatch(line):
            continue
        words = _BULLET.sub("- ", line).replace("__", "**")
        if in_table:
            words = "\0".join(cell.strip() for cell in _SPLIT.split(words)).strip("\0")
        yield words


def _is_rule_of_table(line: str) -> bool:
    return "|" in line and _RULE.fullmatch(line) is not None


def _page(text: str) -> str:
    """Return what a browser makes of *text*: its tags with their attributes in one form, its words."""
    from phare_cli.documents.web_form import web_form

    return web_form(text)
