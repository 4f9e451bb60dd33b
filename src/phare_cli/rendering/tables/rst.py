"""Write a Table as reStructuredText: grid tables that docutils reads back to the letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from unicodedata import combining, east_asian_width

from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import TextPanel, page_of

# An address of mail or of a script would become a link; one of the web may.
_MARKS = r"""
    [\\*`|] | (?<![^\W_])_ | _(?![^\W_]) | (?<=:): | (?<=\w)@(?=\w)
  | (?<!http)(?<!https)(?<=[A-Za-z0-9+.-]):(?=[\w/?\#.~+-])
"""
# Where a paragraph begins: a list, an option, a field, a directive, a rule under a title.
_BLOCKS = r"\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|\#)[.)](?=\s|$) | [!-/:-@\[\]^{-~•‣⁃]"


def render_rst(table: Table, look: Look) -> str:
    """Return *table* as captioned grid tables and paragraphs."""
    page = page_of(table, look)
    blocks = [f"**{escaped(page.title)}**"] if page.title else []
    blocks.extend(_panel(panel) for panel in page.panels)
    blocks.extend("- " + "\n".join(_lines(item)) for item in page.items)
    blocks.extend("\n".join(_lines(line)) for line in page.foot)
    return "\n\n".join(blocks) + "\n"


def _panel(panel: TextPanel) -> str:
    lines = _grid(panel)
    if panel.title:
        lines = [f".. table:: {escaped(panel.title)}", "", *(f"   {line}" for line in lines)]
    return "\n".join(lines)


def _grid(panel: TextPanel) -> list[str]:
    head = [_lines(heading.text) for heading in panel.headings]
    body = [[_lines(cell) for cell in row] for row in panel.rows]
    widths = [
        max(1, *(_columns(line) for row in (head, *body) for line in row[place]))
        for place in range(len(panel.headings))
    ]
    numeric = [heading.numeric for heading in panel.headings]
    lines = [_rule(widths, "-"), *_drawn(head, widths, numeric), _rule(widths, "=")]
    for row in body:
        lines += [*_drawn(row, widths, numeric), _rule(widths, "-")]
    return lines


def _rule(widths: Sequence[int], mark: str) -> str:
    return "+" + "+".join(mark * (width + 2) for width in widths) + "+"


def _drawn(row: Sequence[Sequence[str]], widths: Sequence[int], numeric: Sequence[bool]) -> list[str]:
    lines = []
    for texts in zip_longest(*row, fillvalue=""):
        cells = []
        for text, width, right in zip(texts, widths, numeric, strict=True):
            blanks = " " * (width - _columns(text))
            cells.append(blanks + text if right else text + blanks)
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _columns(text: str) -> int:
    """Return the columns that docutils counts in a grid: two for a wide letter, none for one that combines."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(_MARKS, re.VERBOSE)


@cache
def _blocks() -> re.Pattern[str]:
    return re.compile(_BLOCKS, re.VERBOSE)


def escaped(text: str) -> str:
    r"""Return *text* so that reStructuredText shows it as it stands inside a line.

    >>> print(escaped("*p* a_b c_"))
    \*p\* a_b c\_
    """
    return _marks().sub(r"\\\g<0>", " ".join(text.split("\n")))


def _lines(text: str) -> list[str]:
    """Return *text* as the lines of a paragraph, or of a line block where it breaks."""
    if "\n" in text:
        return [f"| {escaped(line)}".rstrip() for line in text.split("\n")]
    shown = escaped(text)
    if shown and not shown.strip("\\"):
        return [f"\\ {shown}"]
    opening = _blocks().match(shown)
    if not opening:
        return [shown]
    # The last mark is what makes a list of "1." and a rule of "=".
    end = opening.end() - 1
    return [shown[:end] + "\\" + shown[end:]]
