"""Share the width of a page among the columns of a table, so that no figure is broken and no word where it fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from phare_cli.language.letters import width_of
from phare_cli.rendering.panels import TextPanel
from phare_cli.rendering.wrapping import Measure, longest_word, share_columns

PORTRAIT, LANDSCAPE = 482, 728  # points between the margins of an A4 page
SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)  # points of a table's letters, the first that fits
_SHORT = 14  # lines of a table that no page parts: a taller one would leave half a page empty
_TALL, _FEW = (
    4,
    4,
)  # a page is turned where a row has more lines than this, and the table more columns than this
_SMALLEST = 5.5
_PADDING = 9  # points beside the text of a cell
APART = 7  # points more before a text that stands beside figures, which end where it begins
# How wide letters are beside those that are measured: of our own font, and of any that a template may have.
OWN_LETTERS, ANY_LETTERS = 0.93, 1.15
_LONGEST = 14  # letters of a word that stays whole where nothing else does


class PageRoom(NamedTuple):
    """The room that tables have: points between the margins of the page, how wide its letters are."""

    width: int
    spread: float = OWN_LETTERS


def fit(panels: Sequence[TextPanel]) -> PageRoom:
    """Return the room on an A4 page, turned where a panel would break its words or stack them high."""
    upright = PageRoom(PORTRAIT)
    return PageRoom(LANDSCAPE) if any(_is_wide(panel, upright) for panel in panels) else upright


def _is_wide(panel: TextPanel, room: PageRoom) -> bool:
    letters = letters_of(panel, room)
    if sum(least_widths(panel, letters * room.spread)) > room.width:
        return True
    shares = column_shares(panel, room, letters)
    tallest = max((_height(row, room, letters, shares) for row in panel.rows), default=1)
    return tallest > _TALL and len(shares) > _FEW


def letters_of(panel: TextPanel, room: PageRoom) -> float:
    """Return the largest letters that keep the words of *panel* whole, or the figures where words have no room.

    Smaller ones are better than a column of texts that takes two lines in most rows.
    """
    for size in SIZES:
        if sum(_unbroken(panel, size * room.spread)) <= room.width:
            return size
    for size in SIZES:
        if sum(least_widths(panel, size * room.spread)) <= room.width:
            return size
    size = SIZES[-1]
    while size > _SMALLEST and _figures(panel, size * room.spread) > room.width:
        size -= 0.5
    return size


def column_shares(panel: TextPanel, room: PageRoom, letters: float) -> list[int]:
    """Return the width of each column in points. They fill the page where the texts do, and never leave it."""
    size = letters * room.spread
    least = least_widths(panel, size)
    whole = [max(pair) for pair in zip(least, _whole(panel, size), strict=True)]
    if sum(least) <= room.width:
        least = _lifted(panel, size, room.width - sum(least), least, whole)
    # The words of headings may stand on several lines before those of rows do.
    first = [
        low if heading.numeric else most
        for low, most, heading in zip(least, whole, panel.headings, strict=True)
    ]
    shares = share_columns(room.width, least, first)
    if shares is not None:
        return share_columns(room.width, shares, whole) or shares
    tight = [min(width, round(_LONGEST * size * 0.6) + _PADDING) for width in least]
    figures = [
        width if heading.numeric else low
        for width, low, heading in zip(least, tight, panel.headings, strict=True)
    ]
    for floor in (figures, tight):
        if sum(floor) <= room.width:
            return share_columns(room.width, floor, least) or floor
    return [room.width * width // sum(tight) for width in tight]


def _lifted(
    panel: TextPanel, size: float, spare: int, least: Sequence[int], whole: Sequence[int]
) -> list[int]:
    """Return *least*, with the columns of texts that spare most lines for their points at their *whole* width.

    *spare* is what the table has beside *least*: thirty verdicts go before one long reason.
    """
    widths = list(least)
    parted = _parted_rows(panel, size, least)
    for place in sorted(parted, key=lambda place: (whole[place] - least[place]) / parted[place]):
        if whole[place] - widths[place] <= spare:
            spare -= whole[place] - widths[place]
            widths[place] = whole[place]
    return widths


def _unbroken(panel: TextPanel, size: float) -> list[int]:
    """Return the width of each column that keeps most of its rows on one line."""
    least, whole = least_widths(panel, size), _whole(panel, size)
    parted = _parted_rows(panel, size, least)
    return [
        max(low, most) if 2 * parted.get(place, 0) > len(panel.rows) else low
        for place, (low, most) in enumerate(zip(least, whole, strict=True))
    ]


def _parted_rows(panel: TextPanel, size: float, widths: Sequence[int]) -> dict[int, int]:
    """Return the columns of texts that break in *widths*, each with how many of its lines do."""
    measure = _measure(size)
    parted = {
        place: sum(measure(line) + _PADDING > width for line in _lines(row[place] for row in panel.rows))
        for place, (heading, width) in enumerate(zip(panel.headings, widths, strict=True))
        if not heading.numeric
    }
    return {place: rows for place, rows in parted.items() if rows}


def is_short(panel: TextPanel, room: PageRoom, letters: float, shares: Sequence[int]) -> bool:
    """Tell whether *panel* takes so few lines that no page need part it."""
    if len(panel.rows) > _SHORT:
        return False
    return sum(_height(row, room, letters, shares) for row in panel.rows) <= _SHORT


def lines_of(panel: TextPanel, room: PageRoom, letters: float) -> int:
    """Return about how many lines the rows of *panel* take."""
    shares = column_shares(panel, room, letters)
    return sum(_height(row, room, letters, shares) for row in panel.rows)


def stands_apart(numeric: Sequence[bool]) -> list[bool]:
    """Tell of each column whether it holds texts that stand right of figures."""
    return [place > 0 and numeric[place - 1] and not numeric[place] for place in range(len(numeric))]


def _height(row: Sequence[str], room: PageRoom, letters: float, shares: Sequence[int]) -> int:
    """Return about how many lines a row takes."""
    measure = _measure(letters * room.spread)
    return max(
        sum(1 + max(0, measure(line) - 1) // max(1, share - _PADDING) for line in cell.split("\n"))
        for cell, share in zip(row, shares, strict=True)
    )


def _figures(panel: TextPanel, size: float) -> int:
    """Return the least width that keeps figures whole, and headings broken anywhere."""
    rows = ([row[place] for row in panel.rows] for place in range(len(panel.headings)))
    return sum(
        _room(longest_word(_lines(cells), _measure(size))) if heading.numeric else _room(int(6 * size))
        for heading, cells in zip(panel.headings, rows, strict=True)
    )


def least_widths(panel: TextPanel, size: float) -> list[int]:
    """Return the width of each column that keeps its figures on one line and its words whole."""
    least = []
    for place, (heading, room) in enumerate(zip(panel.headings, _apart(panel), strict=True)):
        cells = _lines(row[place] for row in panel.rows)
        words = longest_word(_parted(heading.text.split("\n")), _measure(size, is_bold=True))
        if heading.numeric:
            within = max(map(_measure(size), cells), default=0)
        else:
            within = longest_word(_parted(cells), _measure(size))
        least.append(_room(max(words, within)) + room)
    return least


def _parted(texts: Iterable[str]) -> list[str]:
    """Return *texts* with a blank where a line may end at a hyphen."""
    return [text.replace("-", "- ") for text in texts]


def _apart(panel: TextPanel) -> list[int]:
    """Return the points that each column has more."""
    return [APART * apart for apart in stands_apart([heading.numeric for heading in panel.headings])]


def _whole(panel: TextPanel, size: float) -> list[int]:
    return [
        _room(
            max(
                _measure(size, is_bold=True)(heading.text),
                *map(_measure(size), _lines(row[place] for row in panel.rows)),
                0,
            )
        )
        + room
        for place, (heading, room) in enumerate(zip(panel.headings, _apart(panel), strict=True))
    ]


def _lines(cells: Iterable[str]) -> list[str]:
    return [line for cell in cells for line in cell.split("\n")]


def _room(points: int) -> int:
    return points + _PADDING


def _measure(size: float, *, is_bold: bool = False) -> Measure:
    def measure(text: str) -> int:
        # The signs of verdicts are of another font than the words, and wider there.
        signs = sum(map(text.count, "▲▼○"))
        return int(width_of(text, size, is_bold=is_bold) + 0.4 * size * signs) + 1

    return measure
