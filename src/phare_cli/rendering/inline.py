"""Set a text into a document so that it stands there as it is: in a sentence, or as code that is only shown."""

from __future__ import annotations

import re
from html import escape

from phare_cli.rendering.visible import one_line, uncontrolled, visible

LONGEST = 300  # letters that a picture is told in


def inline(text: str, document: str) -> str:
    """Return *text* on one line for a sentence of a *document* (its format), nothing in it a mark or unseen."""
    shown = one_line(visible(text))
    match document:
        case "markdown":
            from phare_cli.rendering.tables.markdown import escaped
        case "mdx":
            from phare_cli.rendering.tables.markdown import escaped

            return for_mdx(escaped(shown))
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


def image(file: str, title: str, words: str, document: str) -> str:
    """Return the mark of a *document* (its format) that shows the picture in *file*, with what it shows in words.

    A picture that takes many words is told by its title: whoever needs its figures has the text of the picture.
    """
    shown = one_line(visible(f"{title}. {words}"))
    if len(shown) > LONGEST:
        shown = one_line(visible(title))
    match document:
        case "html":
            return f'<img src="{file}" alt="{escape(shown)}" style="max-width:100%">'
        case "rst":
            return f".. image:: {file}\n   :alt: {shown}\n"
        case "latex":
            from phare_cli.rendering.tables.latex import escaped

            # What is taller than its page would be set beyond its foot.
            size = "width=\\linewidth,height=0.9\\textheight,keepaspectratio"
            return f"\\noindent\\includegraphics[{size},alt={{{escaped(shown)}}}]{{{file}}}\n"
        case "asciidoc":
            from phare_cli.rendering.tables.asciidoc import escaped

            return f'image::{file}["{escaped(shown)}"]\n'
    return f"![{inline(shown, document)}]({file})"


def as_code(text: str, format: str, document: str) -> str:
    """Return an answer in one *format* as code of a *document* in another. Pandoc passes LaTeX in Markdown on."""
    body = uncontrolled(text).rstrip("\n")
    match document:
        case "markdown":
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", body)), default=0))
            return f"{fence}{'{=latex}' if format == 'latex' else format}\n{body}\n{fence}\n"
        case "mdx":
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", body)), default=0))
            return f"{fence}{format}\n{body}\n{fence}\n"
        case "asciidoc":
            rule = "-" * max(4, 1 + max(map(len, re.findall("^-+$", body, re.MULTILINE)), default=0))
            return f"[listing]\n{rule}\n{body}\n{rule}\n"
        case "latex":
            # The only words that a listing of LaTeX cannot hold are those that end it.
            safe_body = body.replace("\\end{verbatim}", "\\end {verbatim}")
            return f"\\begin{{verbatim}}\n{safe_body}\n\\end{{verbatim}}\n"
        case "html":
            return f"<pre>{escape(body, quote=False)}</pre>\n"
        case _:
            lines = "\n".join(f"   {line}".rstrip() for line in body.split("\n"))
            return f"::\n\n{lines}\n"


# MDX reads a brace as JavaScript and a tag as JSX, an address in brackets too, but not after a backslash.
_MDX = re.compile(r"\\.|<br>|<(?P<address>https?://[^>]*)>|[{<]", re.DOTALL)


def for_mdx(text: str) -> str:
    """Return an answer in Markdown as MDX reads it: no brace and no tag in it but a line's break."""
    return _MDX.sub(_mark_for_mdx, text)


def _mark_for_mdx(found: re.Match[str]) -> str:
    mark = found["address"] or found.group()
    return {"<br>": "<br />", "{": "\\{", "<": "&lt;"}.get(mark, mark)
