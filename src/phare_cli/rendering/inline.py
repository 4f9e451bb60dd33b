"""Set a text into a document so that it stands there as it is: in a sentence, or as code that is only shown."""

from __future__ import annotations

import re
from html import escape

from phare_cli.rendering.visible import one_line, uncontrolled, visible


def inline(text: str, document: str) -> str:
    """Return *text* on one line for a sentence of a *document* (its format), nothing in it a mark or unseen."""
    shown = one_line(visible(text))
    match document:
        case "markdown":
            from phare_cli.rendering.tables.markdown import escaped
        case "rst":
            from phare_cli.rendering.tables.rst import escaped
        case "latex":
            from phare_cli.rendering.tables.latex import escaped
        case "asciidoc":
            from phare_cli.rendering.tables.asciidoc import escaped
        case "html":
            return escape(shown, quote=False)
        case _:
            return shown
    return escaped(shown)


def as_code(text: str, format: str, document: str) -> str:
    """Return an answer in one *format* as code of a *document* in another. Pandoc passes LaTeX in Markdown on."""
    body = uncontrolled(text).rstrip("\n")
    match document:
        case "markdown":
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", body)), default=0))
            return f"{fence}{'{=latex}' if format == 'latex' else format}\n{body}\n{fence}\n"
        case "html":
            return f"<pre>{escape(body, quote=False)}</pre>\n"
        case _:
            lines = "\n".join(f"   {line}".rstrip() for line in body.split("\n"))
            return f"::\n\n{lines}\n"
