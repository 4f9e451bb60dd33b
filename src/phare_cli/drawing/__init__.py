"""Turn a Chart into a picture: SVG by itself, PNG and PDF with matplotlib. Nothing here reads or writes files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import inf
from typing import NamedTuple

from phare_cli.drawing.layout import lay_out_chart, lay_out_pieces
from phare_cli.drawing.quadrant import lay_out_quadrant
from phare_cli.drawing.sheet import Sheet
from phare_cli.drawing.svg import svg_element, svg_file
from phare_cli.drawing.themes.sizes import WIDTH, PictureSize, on_paper, sized
from phare_cli.drawing.themes.theme import LIGHT, Theme
from phare_cli.language.codebook import codebook
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.card_chart import CardChart
from phare_cli.nouns.chart import Chart, Quadrant
from phare_cli.nouns.document import PageChart
from phare_cli.nouns.drawable import Drawable
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.heat_chart import HeatChart
from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.nouns.small_multiples import SmallMultiples
from phare_cli.nouns.stacked_chart import StackedChart
from phare_cli.nouns.tile_map import TileMap
from phare_cli.nouns.time_chart import TimeChart

__all__ = [
    "ENDINGS",
    "WIDTH",
    "Drawable",
    "PagePicture",
    "PictureSize",
    "Theme",
    "doubts_of_colors",
    "draw",
    "in_words",
    "is_long",
    "missing_letters",
    "page_pictures",
    "svg_pieces",
]

# A picture this many times as tall as wide has letters of 5 points where it is to stand on one page of A4.
_LONG = 2.0
# The ending of a file's name that says each format.
ENDINGS: Mapping[str, str] = {"svg": ".svg", "png": ".png", "pdf": ".pdf"}


def draw(
    chart: Drawable,
    format: str,
    typesetter: Typesetter,
    *,
    size: PictureSize = PictureSize(),  # noqa: B008 - a PictureSize is frozen
    theme: Theme = LIGHT,
) -> bytes:
    """Return *chart* as the bytes of a picture in one of ENDINGS, the same bytes for the same chart.

    A unit of *size* is a pixel of an SVG, a point of a PDF, half a pixel of a PNG; in print, a millimetre is one, and a
    PNG has 300 dots an inch. Raises UnwritableOutput where matplotlib is wanted and missing, and for a picture that is
    too tall for its format; WrongOption for one that cannot be as low as its size.
    """
    sheet = sized(lambda width: _sheet(chart, typesetter, width), size, theme.logo)
    match format:
        case "svg":
            return svg_file(sheet, typesetter.language, theme).encode("utf-8")
        case "png" | "pdf":
            from phare_cli.drawing import canvas

            if sheet.is_print:
                dots = canvas.PRINT_DOTS / canvas.UNITS_PER_INCH
                return canvas.draw_sheet(on_paper(sheet), format, theme, dots_per_unit=dots)
            return canvas.draw_sheet(sheet, format, theme)
    raise WrongOption(
        sentence(
            "no picture format is called “{name}”. Choose {formats}.",
            name=format,
            formats=Listing(tuple(ENDINGS), last="or"),
        )
    )


def svg_pieces(
    chart: PageChart, typesetter: Typesetter, *, width: float, name: str, tallest: float = inf
) -> list[str]:
    """Return *chart* as ``<svg>`` elements for an HTML page, in the page's text colour, light or dark.

    They share one scale; few are taller than *tallest*, so that a printed page cuts none. They have no title, notes
    and sources of their own to be seen: the page around them says them. *name* begins their ids. The page may set
    ``--phare-bar``, ``--phare-reference``, ``--phare-muted``, ``--phare-rule`` and ``--phare-paper``.
    """
    sheets = _pieces(chart, typesetter, width=width, tallest=tallest)
    return [
        svg_element(sheet, typesetter.language, name if place == 1 else f"{name}-{place}")
        for place, sheet in enumerate(sheets, 1)
    ]


def in_words(chart: Drawable, typesetter: Typesetter) -> tuple[str, str]:
    """Return the title of *chart*, and all that it shows for those who cannot see it."""
    sheet = _sheet(chart, typesetter, WIDTH)
    return sheet.title, sheet.description


def is_long(chart: Drawable, typesetter: Typesetter, size: PictureSize) -> bool:
    """Tell whether *chart* is so tall that no printed page can show it in letters that one reads."""
    height = size.height or _sheet(chart, typesetter, size.width).height
    return height > _LONG * size.width


class PagePicture(NamedTuple):
    """A picture for a page that says its title and notes: its lines, its dots, its size, what it shows in words."""

    svg: bytes
    png: bytes | None
    width: float
    height: float
    description: str


def page_pictures(
    chart: PageChart,
    typesetter: Typesetter,
    *,
    width: float,
    tallest: float = inf,
    dots_per_unit: float | None = None,
) -> list[PagePicture]:
    """Return *chart* without a frame, *width* units wide, in pictures of which few are taller than *tallest*.

    They are drawn in dots too where *dots_per_unit* says how many. Raises UnwritableOutput where dots are wanted
    without matplotlib, or are too many.
    """
    found = []
    for sheet in _pieces(chart, typesetter, width=width, tallest=tallest):
        png = None
        if dots_per_unit is not None:
            from phare_cli.drawing import canvas

            png = canvas.draw_sheet(sheet, "png", dots_per_unit=dots_per_unit)
        svg = svg_file(sheet, typesetter.language).encode("utf-8")
        found.append(PagePicture(svg, png, sheet.width, sheet.height, sheet.description))
    return found


def _pieces(chart: PageChart, typesetter: Typesetter, *, width: float, tallest: float) -> list[Sheet]:
    if isinstance(chart, StackedChart):
        from phare_cli.drawing.stacks import lay_out_stack_pieces

        return lay_out_stack_pieces(chart, typesetter, width=width, tallest=tallest)
    if isinstance(chart, Chart):
        return lay_out_pieces(chart, typesetter, width=width, tallest=tallest)
    from phare_cli.drawing.section_pieces import lay_out_section_pieces

    return lay_out_section_pieces(chart, typesetter, width=width, tallest=tallest)


def missing_letters(chart: Drawable, typesetter: Typesetter, theme: Theme = LIGHT) -> str:
    """Return the letters of *chart* that the font of PNG and PDF pictures lacks, each once; an SVG has no such limit.

    Raises UnwritableOutput without matplotlib.
    """
    from phare_cli.drawing import canvas

    return canvas.letters_not_in_font(_sheet(chart, typesetter, WIDTH), theme)


def doubts_of_colors(chart: Drawable, typesetter: Typesetter, theme: Theme) -> list[Message]:
    """Return what is wrong with the colours of a project's own that *chart* is drawn in."""
    if not codebook().has_own:
        return []
    from phare_cli.drawing.themes.doubtful_colors import doubtful_colors
    from phare_cli.drawing.themes.own_colors import own_colors_in

    drawn = own_colors_in(_sheet(chart, typesetter, WIDTH))
    return [doubt.message for doubt in doubtful_colors(drawn, theme)]


def _sheet(chart: Drawable, typesetter: Typesetter, width: float) -> Sheet:
    chart = replace(chart, notes=tuple(note for note in chart.notes if note.is_for_readers))
    if isinstance(chart, Quadrant):
        return lay_out_quadrant(chart, typesetter, width=width)
    if isinstance(chart, TimeChart):
        from phare_cli.drawing.time_lines import lay_out_time_chart

        return lay_out_time_chart(chart, typesetter, width=width)
    if isinstance(chart, TileMap):
        from phare_cli.drawing.shaded.tiles import lay_out_tile_map

        return lay_out_tile_map(chart, typesetter, width=width)
    if isinstance(chart, HeatChart):
        from phare_cli.drawing.shaded.heat import lay_out_heat

        return lay_out_heat(chart, typesetter, width=width)
    if isinstance(chart, CardChart):
        from phare_cli.drawing.small.cards import lay_out_cards

        return lay_out_cards(chart, typesetter, width=width)
    if isinstance(chart, SmallMultiples):
        from phare_cli.drawing.small.multiples import lay_out_multiples

        return lay_out_multiples(chart, typesetter, width=width)
    if isinstance(chart, StackedChart):
        from phare_cli.drawing.stacks import lay_out_stacks

        return lay_out_stacks(chart, typesetter, width=width)
    return lay_out_chart(chart, typesetter, width=width)
