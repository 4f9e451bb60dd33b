"""Write one panel as an HTML table that a screen reader can walk and a telephone can stack."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from phare_cli.rendering.panels import Bars, Heading, TextPanel

_VERDICT = re.compile("[▲▼○] ")
HELD = 14  # letters of a cell that is never broken: a word or two
LONG = 12  # more rows than this may go on over pages
NAMES = 24  # letters of a name that needs a column of its own width among many
SHORT = 3  # no more columns than this stay close together on a wide screen
STACKED = 4  # more columns than this do not fit beside one another on a telephone


def html_table(panel: TextPanel, id: str, caption: str) -> str:
    """Return *panel* as a table with a caption; its leading texts head the rows, its headings the columns.

    Roles are written out because a table that CSS stacks loses those it has by birth. Each cell carries its
    heading for the same reason.
    """
    heads = "".join(
        f'<th scope="col" role="columnheader"{_head(panel, place)}>{html_text(heading.text)}</th>'
        for place, heading in enumerate(panel.headings)
    )
    count = len(panel.headings)
    kinds = [
        *(["stacked"] if count > STACKED else []),
        *(["short"] if count <= SHORT and _holds_figures(panel) else []),
        *(["long"] if len(panel.rows) > LONG else []),
    ]
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    lines = [
        f'<table id="{id}" role="table"{kind}>',
        f"<caption>{html_text(caption)}</caption>",
        '<thead role="rowgroup">',
        f'<tr role="row">{heads}</tr>',
        "</thead>",
        '<tbody role="rowgroup">',
    ]
    leading = _leading(panel.headings)
    for number, (above, row) in enumerate(zip((None, *panel.rows), panel.rows, strict=False)):
        opens = above is not None and above[0] != row[0]
        lines.append(_row(panel, number, leading, opens=opens))
    return "\n".join((*lines, "</tbody>", "</table>"))


def _holds_figures(panel: TextPanel) -> bool:
    return any(heading.numeric for heading in panel.headings)


def html_text(text: str) -> str:
    """Return *text* as the content of an element."""
    return escape(text, quote=False).replace("\n", "<br>")


def _whole(cell: str, *, numeric: bool) -> str:
    """Return a cell with its words held together, if it is a verdict or as short as one; two ends may part once."""
    if _VERDICT.match(cell) or len(cell) <= HELD:
        return cell.replace(" ", "\u00a0")
    low, blank, high = cell.partition(" ")
    return low + blank + high.replace(" ", "\u00a0") if numeric else cell


def _leading(headings: Sequence[Heading]) -> int:
    """Return how many columns head their rows: the texts before the first figure, one where there is none."""
    numeric = next((place for place, heading in enumerate(headings) if heading.numeric), 1)
    return max(1, numeric)


def _row(panel: TextPanel, number: int, leading: int, *, opens: bool) -> str:
    headings, row, written = panel.headings, panel.rows[number], []
    for place, (heading, cell) in enumerate(zip(headings, row, strict=True)):
        # A cell without a name, of a whole group for instance, heads nothing.
        tag, role = ('th scope="row"', "rowheader") if place < leading and cell else ("td", "cell")
        end = tag.split(" ")[0]
        label = f' data-label="{escape(heading.text)}"'
        text = html_text(_whole(cell, numeric=heading.numeric))
        written.append(
            f'<{tag} role="{role}"{_side(heading)}{label}><span>{text}</span>'
            f"{_bar(panel.bars, place, number)}</{end}>"
        )
    kind = ' class="opens"' if opens and headings[0].once else ""
    return f'<tr role="row"{kind}>{"".join(written)}</tr>'


def _bar(bars: Bars | None, place: int, row: int) -> str:
    """Return the bar that a screen shows beside a figure, which says it already."""
    if bars is None or bars.place != place:
        return ""
    return f'<i style="--share: {100 * (bars.shares[row] or 0.0):.1f}" aria-hidden="true"></i>'


def _head(panel: TextPanel, place: int) -> str:
    """Return the class of a heading: of figures, of figures beside bars, of the names that take most room."""
    heading = panel.headings[place]
    if heading.numeric:
        return ' class="figure barred"' if panel.bars and panel.bars.place == place else _side(heading)
    longest = [
        max((len(row[place]) for row in panel.rows), default=0) for place in range(len(panel.headings))
    ]
    is_long = len(panel.headings) > STACKED and longest[place] == max(longest) > NAMES
    return ' class="names"' if is_long else ""


def _side(heading: Heading) -> str:
    return ' class="figure"' if heading.numeric else ""
