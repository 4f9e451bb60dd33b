"""Draw a Table for a terminal or a pipe. Columns are measured once; no figure is cut or wrapped at any width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Listing, sentence
from phare_cli.nouns.table import Table
from phare_cli.rendering.heights import sparkline
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import Heading, TextPanel, text_panels
from phare_cli.rendering.visible import one_line, visible
from phare_cli.rendering.wrapping import LONGEST_WORD, longest_word, share_columns, wrap_columns

GUTTERS = (2, 1)  # columns between two columns; the second where the first leaves no room
BAR = 20  # columns of a whole bar where there is room
SHORTEST_BAR = 8  # a shorter one says less than the room it takes
NARROWEST = 12  # columns of a text that is wrapped
CRAMPED = 8  # and of one where nothing else leaves room
# Columns that leave a screen without room for them, the first first; then rows become lists.
LEAVING = (
    "rank_low", "flag", "reason", "base_needed", "reference_base", "p_value", "p_adjusted", "base",
)  # fmt: skip
INTERVAL = "low"  # first on several lines, and the last to leave
WORDS = "words"  # are broken when all that may leave has left
ROOMY = 72  # columns of a screen from which a table is worth what leaves it; a narrower one lists everything
EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
# Colour says nothing that the text does not. Bold, bold, cyan and dim, as terminals have called them since ECMA-48.
TITLE, HEADING, BAR_STYLE, FOOT = "1", "1", "36", "2"


def render_table(table: Table, look: Look) -> str:
    """Return *table* drawn within *look.width* columns, or as wide as it is where that is None."""
    typesetter = Typesetter(look.language, look.decimals)
    page = text_panels(table, typesetter)
    blocks = [_text_lines([page.title], TITLE, look)] if page.title else []
    left: dict[str, None] = {}  # what people call the columns that left
    here, all_of_them = set[str](), set[str]()
    for whole in page.panels:
        panel, fitting = _fitted(whole, look.width, left)
        here.update(heading.name for heading in panel.headings)
        all_of_them.update(heading.name for heading in whole.headings)
        title = _text_lines([panel.title] if panel.title else [], TITLE, look)
        body = _grid(panel, fitting, look) if fitting else _stacked(panel, look, typesetter)
        blocks.append([*title, *([""] if title else []), *body])
    if page.items:
        bullet = "•" if look.unicode else "-"
        blocks.append(
            [
                line
                for item in page.items
                for line in wrap_columns(f"{bullet} {item}", look.width or 1_000_000, cell_len, indent=2)
            ]
        )
    unseen = all_of_them - here
    idle = {visible(typesetter.say(note)) for note in table.notes if note.about in unseen}
    foot = [line for line in page.foot if line not in idle]
    if left:
        foot.append(
            typesetter.say(
                sentence(
                    "This screen has no room for: {columns}. A wider one shows them, as every --format does.",
                    columns=Listing(tuple(left)),
                )
            )
        )
    if foot:
        blocks.append(_text_lines(foot, FOOT, look))
    return "\n".join("".join(f"{line.rstrip(' ')}\n" for line in block) for block in blocks) or "\n"


class _Size(NamedTuple):
    """The columns that a column of a panel takes: its widest cell and their longest word, and those of its heading."""

    cell: int
    word: int
    heading: int
    heading_word: int

    @classmethod
    def of(cls, heading: Heading, cells: Sequence[str]) -> _Size:
        # The words of figures are never parted, but those of an interval may be.
        is_text = not heading.numeric or heading.name == INTERVAL
        return cls(
            max(map(cell_len, cells), default=0),
            longest_word(cells, cell_len) if is_text else 0,
            cell_len(heading.text),
            longest_word([heading.text], cell_len),
        )

    @property
    def whole(self) -> int:
        return max(1, self.cell, self.heading)

    def least(self, *, numeric: bool, narrowest: int) -> int:
        """Return how narrow the column may be: as its widest figure, or with its texts wrapped."""
        wrapped = max(min(self.cell, narrowest), min(self.word, LONGEST_WORD))
        return max(1, self.cell if numeric else wrapped, self.heading_word)


class _Fitting(NamedTuple):
    """The width of each column, and the gutter between two."""

    widths: Sequence[int]
    gutter: int


def _fitted(whole: TextPanel, width: int | None, left: dict[str, None]) -> tuple[TextPanel, _Fitting | None]:
    """Return a panel with as many of its columns as fit, whole where no fewer do; what left is added to *left*.

    At last intervals are texts, which may be wrapped between their ends, then leave too, and long words of names are
    broken. No fitting is none at this width.
    """
    panel = whole._replace(rows=tuple(tuple(map(one_line, row)) for row in whole.rows))
    columns = list(zip(*panel.rows, strict=True)) or [()] * len(panel.headings)
    sizes = [_Size.of(*column) for column in zip(panel.headings, columns, strict=True)]
    fitting = _widths(panel.headings, sizes, width)
    if fitting or width is None or width < ROOMY:
        return panel, fitting
    headings = panel.headings
    kept = list(range(len(headings)))
    gone: list[str] = []
    for name in (*LEAVING, INTERVAL, INTERVAL, WORDS):
        if name == WORDS:
            sizes = [size._replace(word=min(size.word, NARROWEST)) for size in sizes]
        elif name == INTERVAL and name not in {heading.name for heading in headings if not heading.numeric}:
            headings = tuple(
                heading._replace(numeric=heading.numeric and heading.name != name) for heading in headings
            )
        else:
            gone += [headings[place].text for place in kept if headings[place].name == name]
            kept = [place for place in kept if headings[place].name != name]
        some = tuple(headings[place] for place in kept)
        narrowest = CRAMPED if name == WORDS else NARROWEST
        fitting = _widths(some, [sizes[place] for place in kept], width, narrowest)
        if fitting is None:
            continue
        left.update(dict.fromkeys(gone))
        rows = tuple(tuple(row[place] for place in kept) for row in panel.rows)
        bars = panel.bars and panel.bars._replace(place=kept.index(panel.bars.place))
        sparks = panel.sparks and panel.sparks._replace(place=kept.index(panel.sparks.place))
        return panel._replace(headings=some, rows=rows, bars=bars, sparks=sparks), fitting
    return panel, None


def _text_lines(texts: Sequence[str], style: str, look: Look) -> list[str]:
    return [
        _styled(line, style, look)
        for text in texts
        for line in (wrap_columns(one_line(text), look.width, cell_len) if look.width else [one_line(text)])
    ]


def _styled(text: str, style: str, look: Look) -> str:
    # The style spans the letters only: blanks after them stay plain and can be taken off.
    return f"\x1b[{style}m{text}\x1b[0m" if look.color and text else text


def _grid(panel: TextPanel, fitting: _Fitting, look: Look) -> list[str]:
    """Return the lines of a panel as one table."""
    widths, gutter = fitting
    room = BAR if look.width is None else look.width - sum(widths) - gutter * len(widths)
    drawn = _drawings(panel, room, look)
    between = " " * gutter

    def row_of(
        parts: Sequence[Sequence[str]], style: str, text: str, *, is_head: bool = False
    ) -> Iterator[str]:
        high = max(map(len, parts), default=1)
        for number in range(high):
            cells = []
            for place, (heading, lines, width) in enumerate(zip(panel.headings, parts, widths, strict=True)):
                at = number - (high - len(lines) if is_head else 0)
                cells.append(
                    _padded(lines[at] if 0 <= at < len(lines) else "", width, heading.numeric, style, look)
                )
                if drawn.width and drawn.place == place:
                    cells.append(_padded("" if number else text, drawn.width, False, BAR_STYLE, look))
            yield between.join(cells)

    head = [
        wrap_columns(heading.text, width, cell_len)
        for heading, width in zip(panel.headings, widths, strict=True)
    ]
    total = sum(widths) + drawn.width + gutter * (len(widths) - (not drawn.width))
    lines = [*row_of(head, HEADING, "", is_head=True), ("─" if look.unicode else "-") * total]
    for number, cells in enumerate(_once(panel.headings, panel.rows)):
        parts = [
            [cell] if heading.numeric else wrap_columns(cell, width, cell_len)
            for heading, cell, width in zip(panel.headings, cells, widths, strict=True)
        ]
        lines += row_of(parts, "", drawn.rows[number] if drawn.width else "")
    return lines


def _padded(text: str, width: int, right: bool, style: str, look: Look) -> str:
    blanks = " " * (width - cell_len(text))
    shown = _styled(text, style, look) if style else text
    return blanks + shown if right else shown + blanks


def _widths(
    headings: Sequence[Heading], sizes: Sequence[_Size], width: int | None, narrowest: int = NARROWEST
) -> _Fitting | None:
    """Return the width of each column and the gutter between them, None when no gutter lets every figure fit."""
    whole = [size.whole for size in sizes]
    if width is None:
        return _Fitting(whole, GUTTERS[0])
    least = [
        size.least(numeric=heading.numeric, narrowest=narrowest)
        for heading, size in zip(headings, sizes, strict=True)
    ]
    for gutter in GUTTERS:
        widths = share_columns(width - gutter * (len(headings) - 1), least, whole)
        if widths:
            return _Fitting(widths, gutter)
    return None


def _once(headings: Sequence[Heading], rows: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """Yield rows with what repeats the row above left blank, as long as all such cells to its left repeat too."""
    above: Sequence[str] | None = None
    for row in rows:
        same = above is not None
        shown = list(row)
        for place, heading in enumerate(headings):
            if heading.once:
                same = same and above is not None and above[place] == row[place]
                shown[place] = "" if same else row[place]
        yield shown
        above = row


class _Drawings(NamedTuple):
    """What is drawn after column *place*, a text a row, *width* columns wide; nothing where that is 0."""

    place: int
    width: int
    rows: Sequence[str]


def _drawings(panel: TextPanel, room: int, look: Look) -> _Drawings:
    """Return the bars of a panel, or its small lines, where the reader wants them and there is room."""
    if look.bars and panel.bars and room >= SHORTEST_BAR:
        width = min(room, BAR)
        return _Drawings(panel.bars.place, width, [_bar(share, width, look) for share in panel.bars.shares])
    if look.bars and panel.sparks and room >= len(panel.sparks.shares[0]):
        lines = [sparkline(shares, is_unicode=look.unicode) for shares in panel.sparks.shares]
        return _Drawings(panel.sparks.place, len(lines[0]), lines)
    return _Drawings(0, 0, ())


def _bar(share: float | None, width: int, look: Look) -> str:
    if not share:
        return ""
    if not look.unicode:
        return "#" * max(1, round(share * width))
    full, eighths = divmod(max(1, round(share * width * 8)), 8)
    return "█" * full + EIGHTHS[eighths]


def _stacked(panel: TextPanel, look: Look, typesetter: Typesetter) -> list[str]:
    """Return the panel with a line a cell, for a terminal that is too narrow for its table."""
    lines: list[str] = []
    for row in panel.rows:
        if lines:
            lines.append("")
        for heading, cell in zip(panel.headings, row, strict=True):
            if not cell:
                continue
            message = sentence("{heading}: {value}", heading=heading.text, value=cell)
            lines += wrap_columns(typesetter.say(message), look.width or 1, cell_len, indent=2)
    return lines
