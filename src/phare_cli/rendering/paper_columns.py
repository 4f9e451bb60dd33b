"""Share a line of paper among the columns of a table that another program lays out, with letters of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from phare_cli.language.letters import width_of
from phare_cli.rendering.panels import TextPanel
from phare_cli.rendering.wrapping import share_columns

# An A4 page of Word between its margins, the blank beside the text of a cell there, and the size of its letters, all in
# points. Those of its usual fonts (Aptos, Cambria, Calibri) are narrower than ours.
PAPER, _PADDING, _SIZE, _NARROWER = 453, 10.8, 12, 0.89
_LONGEST = 24  # letters of a word that may be broken, an address for instance
_COARSE, _FINE, _STEP = 70, 150, 10  # parts that a line is shared in: the fewest that leave room for all


def parts_on_paper(panel: TextPanel) -> Iterator[tuple[TextPanel, list[int]]]:
    """Yield *panel*, or the parts of it that each stand on a page, with the shares of a line that its columns have.

    No word and no figure is broken. Each part begins with the columns that tell which row it is.
    """
    least, whole = _widths(panel)
    if sum(least) <= PAPER:
        yield panel, _shares(least, whole)
        return
    from phare_cli.rendering.column_groups import column_groups, picked  # few tables are wider than paper

    for group in column_groups(panel, least, PAPER):
        part = panel if len(group) == len(least) else picked(panel, group)
        yield part, _shares([least[place] for place in group], [whole[place] for place in group])


def fits_paper(panel: TextPanel) -> bool:
    """Tell whether the words and figures of *panel* stay whole on a page."""
    return sum(_widths(panel)[0]) <= PAPER


def shares_of_line(panel: TextPanel) -> list[int]:
    """Return the shares of a line that the columns of the whole of *panel* have, however many they are."""
    return _shares(*_widths(panel))


def _shares(least: Sequence[int], whole: Sequence[int]) -> list[int]:
    points = share_columns(PAPER, least, whole) or least
    line = max(PAPER, sum(points))
    for parts in range(_COARSE, _FINE, _STEP):
        shares = [ceil(width * parts / line) for width in points]
        if all(share * line >= width * sum(shares) for share, width in zip(shares, least, strict=True)):
            return shares
    return [ceil(width * _FINE / line) for width in points]


def _widths(panel: TextPanel) -> tuple[list[int], list[int]]:
    """Return, in points, how narrow each column may be with its words whole, and how wide it is."""
    least, whole = [], []
    for place, heading in enumerate(panel.headings):
        cells = {line for cell in {row[place] for row in panel.rows} for line in cell.split("\n")}
        # A word ends a line after its hyphen too, but no figure does.
        texts = {cell if heading.numeric else cell.replace("-", "- ") for cell in cells}
        texts.update(heading.text.replace("-", "- ").split("\n"))
        least.append(_widest({word[:_LONGEST] for text in texts for word in text.split(" ")}))
        # A heading of several lines leaves room for texts.
        whole.append(max(least[-1], _widest(cells)))
    return least, whole


def _widest(texts: Iterable[str]) -> int:
    """Return the points that a column of these texts takes, each on a line of its own."""
    longest = max((width_of(text, _SIZE) for text in texts), default=0.0)
    return ceil(longest * _NARROWER + _PADDING)
