"""Write a Table as LaTeX for pdflatex and lualatex, in a document that loads no package but babel and T1 fonts."""

from __future__ import annotations

import re
from functools import cache

from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import page_of
from phare_cli.rendering.tables.latex_widths import LONG, Part, fitted

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
    # By their names, which print in whatever encoding the fonts of the document have.
    "–": r"\textendash{}",
    "—": r"\textemdash{}",
    "…": r"\ldots{}",
    "·": r"\textperiodcentered{}",
    "•": r"\textbullet{}",
    "‘": r"\textquoteleft{}",
    "’": r"\textquoteright{}",
    "“": r"\textquotedblleft{}",
    "”": r"\textquotedblright{}",
    "«": r"\guillemotleft{}",
    "»": r"\guillemotright{}",
    "œ": r"\oe{}",
    "Œ": r"\OE{}",
    "ß": r"\ss{}",
    "°": r"\textdegree{}",
    "€": r"\texteuro{}",
    "§": r"\S{}",
    "©": r"\textcopyright{}",
    "®": r"\textregistered{}",
    "™": r"\texttrademark{}",
    "²": r"\ensuremath{^2}",
    "³": r"\ensuremath{^3}",
    "±": r"\ensuremath{\pm}",
    "×": r"\ensuremath{\times}",
    "÷": r"\ensuremath{\div}",
    "▲": r"\ensuremath{\bigtriangleup}",
    "▼": r"\ensuremath{\bigtriangledown}",
    "○": r"\ensuremath{\bigcirc}",
    "≈": r"\ensuremath{\approx}",
    "≤": r"\ensuremath{\leq}",
    "≥": r"\ensuremath{\geq}",
    "≠": r"\ensuremath{\neq}",
    "∞": r"\ensuremath{\infty}",
}
# The letters that pdflatex prints with the fonts of a French document; another is printed by lualatex and xelatex
# alone, and named by its code elsewhere.
_PRINTED = (
    "\u00a1-\u0125\u0128-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u0165\u0168-\u017e\u0192\u0218-\u021b\u1e9e"
    "\u2010-\u2016\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2116\u2122\u2190-\u2193"
)
# A document that did not load longtable in its preamble loads it here, where LaTeX wants no package any more.
LONGTABLE = r"""\ifdefined\longtable\else\makeatletter
\let\phareN\NeedsTeXFormat\let\phareP\ProvidesPackage\let\phareD\DeclareOption\let\phareO\ProcessOptions
\def\NeedsTeXFormat#1[#2]{}\def\ProvidesPackage#1[#2]{}\def\DeclareOption#1#2{}\let\ProcessOptions\relax
\input{longtable.sty}
\let\NeedsTeXFormat\phareN\let\ProvidesPackage\phareP\let\DeclareOption\phareD\let\ProcessOptions\phareO
\makeatother\fi"""
_CONTROL_PICTURES = range(0x2400, 0x2422)


def render_latex(table: Table, look: Look) -> str:
    """Return *table* as paragraphs and tables that go on over pages, fitted to the page by wrapping or by parts."""
    page = page_of(table, look)
    blocks = [_bold(page.title)] if page.title else []
    if page.panels:
        blocks.append(LONGTABLE)
    for panel in page.panels:
        blocks += [_longtable(part, panel.title) for part in fitted(panel)]
    if page.items:
        items = [rf"\item {{}}{escaped(item)}" for item in page.items]
        blocks.append("\n".join((r"\begin{itemize}", *items, r"\end{itemize}")))
    blocks.extend(_paragraph(line) for line in page.foot)
    return "\n\n".join(blocks) + "\n"


def _paragraph(line: str) -> str:
    """Return a line of text; one with an address may leave more blank than LaTeX likes."""
    shown = escaped(line)
    return rf"{{\sloppy {shown}\par}}" if r"\allowbreak" in shown else shown


def _bold(title: str) -> str:
    return rf"\textbf{{{escaped(title)}}}"


def _longtable(part: Part, title: str) -> str:
    """Return one table with its caption, and its headings on each page that it goes on over."""
    sides = [heading.numeric for heading in part.panel.headings]
    if part.shares:
        columns = "".join(rf"p{{\dimexpr{share:.3f}\linewidth-2\tabcolsep\relax}}" for share in part.shares)
        begin = [r"\raggedleft " if numeric else r"\raggedright " for numeric in sides]
    else:
        columns, begin = "".join("r" if numeric else "l" for numeric in sides), [""] * len(sides)
    rows = [[heading.text for heading in part.panel.headings], *part.panel.rows]
    head, *body = (
        " & ".join(
            f"{mark}{_cell(cell, is_wrapped=bool(part.shares))}"
            for mark, cell in zip(begin, row, strict=True)
        )
        + r" \tabularnewline"
        for row in rows
    )
    caption = " ".join(filter(None, (escaped(title), part.number)))
    lines = [
        rf"{{{part.size}" + (r"\setlength{\tabcolsep}{3pt}" if part.size else ""),
        rf"\begin{{longtable}}{{{columns}}}",
        *([rf"\caption{{{caption}}}\\"] if caption else []),
        *(r"\hline", head, r"\hline", r"\endfirsthead", r"\hline", head, r"\hline", r"\endhead"),
        *body,
        r"\hline",
        r"\end{longtable}",
        "}",
    ]
    return "\n".join(lines)


def _cell(text: str, *, is_wrapped: bool) -> str:
    if "\n" not in text or is_wrapped:
        return escaped(text)
    lines = r" \\ ".join(escaped(line) for line in text.split("\n"))
    return rf"\begin{{tabular}}[t]{{@{{}}l@{{}}}}{lines}\end{{tabular}}"


@cache
def _marks() -> re.Pattern[str]:
    # Twice a hyphen or a comma would be a dash or a quotation mark; an apostrophe inside a word is one already.
    # French puts a blank before : ; ! ?, in an address or an hour too.
    several = r"(?<=-)-|(?<=,),|(?<!\w)'|'(?!\w)|(?<=\S)[:;!?](?=\S)"
    single = "".join(mark for mark in SPECIALS if mark != "'")
    other = f"[^\x00-\x7f\u00a0\u2009\u202f{_PRINTED}]"
    return re.compile(f"{several}|[{re.escape(single)}\u2400-\u2421\n]|{other}")


def escaped(text: str) -> str:
    r"""Return *text* so that LaTeX prints it as it stands.

    >>> print(escaped("R&D_1: 57 %"))
    R\&D\_1: 57 \%
    """
    return " ".join(_word(word) for word in text.split(" "))


def _word(word: str) -> str:
    """Return a word, which may end a line inside where it is longer than a column: an address, say."""
    if len(word) < LONG:
        return _marks().sub(_escape, word)
    pieces = re.findall(r"[^/.\-_&?=]{1,12}[/.\-_&?=]*|[/.\-_&?=]+", word)
    return r"\allowbreak{}".join(_marks().sub(_escape, piece) for piece in pieces)


def _escape(found: re.Match[str]) -> str:
    mark = found[0]
    if mark == "\n":
        return r"\newline "
    if ord(mark[0]) in _CONTROL_PICTURES:  # no font that LaTeX starts with draws them
        return rf"\textbackslash{{}}x{ord(mark) % 0x2400 if mark != '␡' else 0x7F:02x}"
    if mark in SPECIALS:
        return SPECIALS[mark]
    if mark in ":;!?":
        return rf"{{\ifdefined\NoAutoSpacing\NoAutoSpacing\fi {mark}}}"
    return (
        "{}" + mark
        if mark.isascii()
        else rf"\ifdefined\Umathchar {mark}\else{{[}}U+{ord(mark):04X}{{]}}\fi{{}}"
    )
