"""Write a Table as LaTeX: tabular environments that need no package (« and » need the T1 fonts of French documents)."""

from __future__ import annotations

import re
from functools import cache

from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import TextPanel, page_of

# Every character that LaTeX, or the fonts it starts with, would show as something else.
SPECIALS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\texttt{\char34}",  # the quote of this name is not in the fonts that LaTeX starts with
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "[": "{[}",  # after the end of a row it would be a length
    "*": "{*}",  # and this would forbid a page break
    "\u00a0": "~",
    "\u202f": r"\,",
    "\u2009": r"\,",
    "\u2212": r"\ensuremath{-}",
}
_CONTROL_PICTURES = range(0x2400, 0x2422)


def render_latex(table: Table, look: Look) -> str:
    """Return *table* as paragraphs and tabular environments."""
    page = page_of(table, look)
    blocks = [_bold(page.title)] if page.title else []
    for panel in page.panels:
        if panel.title:
            blocks.append(_bold(panel.title))
        blocks.append(_tabular(panel))
    if page.items:
        items = [rf"\item {{}}{escaped(item)}" for item in page.items]
        blocks.append("\n".join((r"\begin{itemize}", *items, r"\end{itemize}")))
    blocks.extend(escaped(line) for line in page.foot)
    return "\n\n".join(blocks) + "\n"


def _bold(title: str) -> str:
    return rf"\textbf{{{escaped(title)}}}"


def _tabular(panel: TextPanel) -> str:
    from tabulate import tabulate

    return tabulate(
        [[_cell(cell) for cell in row] for row in panel.rows],
        headers=[_cell(heading.text) for heading in panel.headings],
        tablefmt="latex_raw",
        disable_numparse=True,
        colalign=["right" if heading.numeric else "left" for heading in panel.headings],
    )


def _cell(text: str) -> str:
    if "\n" not in text:
        return escaped(text)
    lines = r" \\ ".join(escaped(line) for line in text.split("\n"))
    return rf"\begin{{tabular}}[t]{{@{{}}l@{{}}}}{lines}\end{{tabular}}"


@cache
def _marks() -> re.Pattern[str]:
    # Twice a hyphen or a comma would be a dash or a quotation mark; an apostrophe inside a word is one already.
    several = r"(?<=-)-|(?<=,),|(?<!\w)'|'(?!\w)"
    single = "".join(mark for mark in SPECIALS if mark != "'")
    return re.compile(f"{several}|[{re.escape(single)}\u2400-\u2421\n]")


def escaped(text: str) -> str:
    r"""Return *text* so that LaTeX prints it as it stands.

    >>> print(escaped("R&D_1: 57 %"))
    R\&D\_1: 57 \%
    """
    return _marks().sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    mark = found[0]
    if mark == "\n":
        return r"\newline "
    if ord(mark[0]) in _CONTROL_PICTURES:  # no font that LaTeX starts with draws them
        return rf"\textbackslash{{}}x{ord(mark) % 0x2400 if mark != '␡' else 0x7F:02x}"
    return SPECIALS.get(mark) or "{}" + mark
