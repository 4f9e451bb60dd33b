"""Tell what a line of Markdown opens that its dialects hold in it: text, code, or nobody knows."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Held = Literal["text", "code", "unknown"]

# MkDocs: an admonition or a tab, whose lines are indented by four columns.
ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+\w[^\r\n]*|===[!+]*[ \t]+[\"'][^\r\n]*")
# Pandoc, GitHub, Hugo, kramdown, MyST: a note, whose first line goes on behind its name, the others as far in.
NOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")
_FENCE = re.compile(r"(`{3,})[^`\r\n]*|(~{3,})[^\r\n]*")
_DIRECTIVE = re.compile(r"(`{3,}|~{3,}|:{3,})[ \t]*\{(=?[\w:-]+)\}")
# MyST: directives whose lines are Markdown, and those whose lines are code, a cell of a notebook's language too.
_TEXT = frozenset(
    {
        "admonition", "aside", "attention", "card", "card-body", "caution", "compound", "container", "danger",
        "deprecated", "details", "div", "dropdown", "epigraph", "error", "exercise", "figure", "full-width",
        "glossary", "grid", "grid-item", "grid-item-card", "highlights", "hint", "hlist", "important", "line-block",
        "list-table", "margin", "note", "only", "pull-quote", "seealso", "sidebar", "solution", "tab-item", "tab-set",
        "table", "tip", "todo", "topic", "versionadded", "versionchanged", "versionremoved", "warning",
    }
)  # fmt: skip
_CODE = frozenset(
    {
        "bash", "bibliography", "block", "code", "code-block", "code-cell", "dot", "graphviz",
        "html", "image", "include", "js", "julia", "latex", "literalinclude", "math", "mermaid",
        "ojs", "parsed-literal", "plantuml", "prompt", "python", "r", "sh", "sourcecode", "sql",
        "table-of-contents", "toctree",
    }
)  # fmt: skip


class Opened(NamedTuple):
    """What a line opens: the *fence* that closes it at least, and what its lines are."""

    fence: str
    held: Held


def opened(text: str, place: int, stop: int) -> Opened | None:
    """Return what the line from *place* to *stop* opens, None where it is a line like another.

    A directive of colons is text unless it is known for code: pandoc and Docusaurus give such lines any name.
    """
    directive = _DIRECTIVE.match(text, place, stop)
    if text[place] == ":":
        if directive and directive[2] == "raw":
            return Opened(directive[1], "unknown")
        return Opened(directive[1], "code") if directive and directive[2] in _CODE else None
    fence = _FENCE.fullmatch(text, place, stop)
    if fence is None:
        return None
    held: Held = "code"
    if directive and directive[2] in _TEXT:
        held = "text"
    elif directive and directive[2] not in _CODE:
        held = "unknown"
    return Opened(fence[1] or fence[2], held)
