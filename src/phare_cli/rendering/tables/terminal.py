"""Draw a Table for a terminal or a pipe. The only importer of rich; no figure is cut or wrapped at any width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Listing, sentence
from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import Bars, Heading, TextPanel, text_panels
from phare_cli.rendering.visible import one_line
from phare_cli.rendering.wrapping import LONGEST_WORD, longest_word, share_columns, wrap_columns

GUTTERS = (2, 1)  # columns between two columns; the second where the first leaves no room
BAR = 20  # columns of a whole bar where there is room
SHORTEST_BAR = 8  # a shorter one says less than the room it takes
NARROWEST = 12  # columns of a text that is wrapped
# Columns that leave a screen without room for them, the first first; then rows become lists.
LEAVING = (
    "rank_low", "flag", "reason", "base_needed", "reference_base", "p_value", "p_adjusted", "base",
)  # fmt: skip
INTERVAL = "low"
ROOMY = 72  # columns of a screen from which a table is worth what leaves it; a narrower one lists everything
EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
# Colour says nothing that the text does not.
TITLE, HEADING, BAR_STYLE, FOOT = "bold", "bold", "cyan", "dim"
RULE = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
PLAIN_RULE = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


def render_table(table: Table, look: Look) -> str:
    """Return *table* drawn within *look.width* columns, or as wide as it is where that is None."""
    typesetter = Typesetter(look.language, look.decimals)
    page = text_panels(table, typesetter)
    blocks = [_drawn(_text_lines([page.title], TITLE, look), look)] if page.title else []
    left: dict[str, None] = {}  # what people call the columns that left
    for whole in page.panels:
        panel = _narrowed(whole, look.width, left)
        title = _drawn(_text_lines([panel.title] if panel.title else [], TITLE, look), look)
        grid = _grid(panel, look)
        body = _drawn([grid], look) if grid else _drawn(_stacked(panel, look, typesetter), look)
        blocks.append(title + "\n" * bool(title) + body)
    if page.items:
        bullet = "•" if look.unicode else "-"
        lines = [
            _styled(line)
            for item in page.items
            for line in wrap_columns(f"{bullet} {item}", look.width or 1_000_000, cell_len, indent=2)
        ]
        blocks.append(_drawn(lines, look))
    foot = list(page.foot)
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
        blocks.append(_drawn(_text_lines(foot, FOOT, look), look))
    return "\n".join(blocks) or "\n"


def _narrowed(panel: TextPanel, width: int | None, left: dict[str, None]) -> TextPanel:
    """Return *panel* with as many of its columns as fit, whole where no fewer do; what left is added to *left*.

    At last intervals are texts, which may be wrapped between their ends.
    """
    if width is None or width < ROOMY:
        return panel
    headings = panel.headings
    kept = list(range(len(headings)))
    gone: list[str] = []
    for name in (None, *LEAVING, INTERVAL):
        if name == INTERVAL:
            headings = tuple(
                heading._replace(numeric=heading.numeric and heading.name != name) for heading in headings
            )
        else:
            gone += [headings[place].text for place in kept if headings[place].name == name]
            kept = [place for place in kept if headings[place].name != name]
        rows = tuple(tuple(row[place] for place in kept) for row in panel.rows)
        some = tuple(headings[place] for place in kept)
        if _widths(some, [[one_line(cell) for cell in row] for row in rows], width) is None:
            continue
        left.update(dict.fromkeys(gone))
        bars = panel.bars and panel.bars._replace(place=kept.index(panel.bars.place))
        return panel._replace(headings=some, rows=rows, bars=bars)
    return panel


def _drawn(parts: Sequence[Grid | Text], look: Look) -> str:
    """Return what rich draws of *parts*, without the blanks that it fills lines with."""
    console = Console(
        file=StringIO(),
        width=look.width or 1_000_000,
        height=25,
        force_terminal=look.color,
        force_jupyter=False,
        color_system="standard" if look.color else None,
        no_color=not look.color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        safe_box=False,
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part, no_wrap=True, crop=False)
    return "".join(f"{line.rstrip(' ')}\n" for line in capture.get().split("\n")[:-1])


def _text_lines(texts: Sequence[str], style: str, look: Look) -> list[Text]:
    return [
        _styled(line, style)
        for text in texts
        for line in (wrap_columns(one_line(text), look.width, cell_len) if look.width else [one_line(text)])
    ]


def _styled(text: str, style: str = "") -> Text:
    # The style spans the letters only: what rich fills a cell with stays plain and can be taken off.
    return Text(no_wrap=True, overflow="crop").append(text, style)


def _grid(panel: TextPanel, look: Look) -> Grid | None:
    """Return the panel as one table, or None when no figure may stay whole in it at this width."""
    rows = [[one_line(cell) for cell in row] for row in panel.rows]
    fitting = _widths(panel.headings, rows, look.width)
    if fitting is None:
        return None
    widths, gutter = fitting
    room = BAR if look.width is None else look.width - sum(widths) - gutter * len(widths)
    bar = min(room, BAR) if look.bars and panel.bars and room >= SHORTEST_BAR else 0
    grid = Grid(
        box=RULE if look.unicode else PLAIN_RULE,
        show_edge=False,
        pad_edge=False,
        padding=(0, gutter - 1, 0, 0),
    )
    for place, (heading, width) in enumerate(zip(panel.headings, widths, strict=True)):
        lines = _styled("\n".join(wrap_columns(heading.text, width, cell_len)), HEADING)
        grid.add_column(lines, justify="right" if heading.numeric else "left", width=width, no_wrap=True)
        if bar and panel.bars and panel.bars.place == place:
            grid.add_column("", width=bar, no_wrap=True)
    for number, cells in enumerate(_once(panel.headings, rows)):
        line = []
        for place, (heading, cell, width) in enumerate(zip(panel.headings, cells, widths, strict=True)):
            line.append(_styled(cell if heading.numeric else "\n".join(wrap_columns(cell, width, cell_len))))
            if bar and panel.bars and panel.bars.place == place:
                line.append(_styled(_bar(panel.bars, number, bar, look), BAR_STYLE))
        grid.add_row(*line)
    return grid


def _widths(
    headings: Sequence[Heading], rows: Sequence[Sequence[str]], width: int | None
) -> tuple[list[int], int] | None:
    """Return the width of each column and the gutter between them, None when no gutter lets every figure fit."""
    whole, least = [], []
    for place, heading in enumerate(headings):
        cells = [row[place] for row in rows]
        longest = max(map(cell_len, cells), default=0)
        whole.append(max(1, longest, cell_len(heading.text)))
        if not heading.numeric:
            longest = max(min(longest, NARROWEST), min(longest_word(cells, cell_len), LONGEST_WORD))
        least.append(max(1, longest, longest_word([heading.text], cell_len)))
    if width is None:
        return whole, GUTTERS[0]
    for gutter in GUTTERS:
        widths = share_columns(width - gutter * (len(headings) - 1), least, whole)
        if widths:
            return widths, gutter
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


def _bar(bars: Bars, row: int, width: int, look: Look) -> str:
    share = bars.shares[row]
    if not share:
        return ""
    if not look.unicode:
        return "#" * max(1, round(share * width))
    full, eighths = divmod(max(1, round(share * width * 8)), 8)
    return "█" * full + EIGHTHS[eighths]


def _stacked(panel: TextPanel, look: Look, typesetter: Typesetter) -> list[Text]:
    """Return the panel with a line a cell, for a terminal that is too narrow for its table."""
    lines: list[Text] = []
    for row in panel.rows:
        if lines:
            lines.append(Text())
        for heading, cell in zip(panel.headings, row, strict=True):
            if not cell:
                continue
            message = sentence("{heading}: {value}", heading=heading.text, value=one_line(cell))
            first, *rest = wrap_columns(typesetter.say(message), look.width or 1, cell_len, indent=2)
            lines += [_styled(first), *map(_styled, rest)]
    return lines
