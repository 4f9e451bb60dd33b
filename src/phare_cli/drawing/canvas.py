"""Draw a Sheet as PNG or PDF with matplotlib, imported here only and left as it was found."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from phare_cli.drawing.sheet import (
    WASH,
    Area,
    Box,
    DescribedGroup,
    Dot,
    DrawnPart,
    Image,
    Shape,
    Sheet,
    Stroke,
    Tone,
    Words,
)
from phare_cli.drawing.themes.theme import LIGHT, Theme, inked, letters_on, painted
from phare_cli.language.letters import with_stand_ins
from phare_cli.nouns.errors import UnwritableOutput
from phare_cli.nouns.message import sentence

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.transforms import Transform

# A unit of a sheet is a point of a PDF, and two pixels of a PNG.
UNITS_PER_INCH, DOTS_PER_UNIT = 72, 2
PRINT_DOTS = 300  # an inch
PLAIN, BOLD = "DejaVuSans", "DejaVuSans-Bold"
# What a page of a PDF may measure; a PNG of twice as many pixels is about what a screen can be asked to show.
TALLEST = 14_400
# Where a format keeps what its picture shows, and what in it would change from run to run.
_ABOUT = {"png": "Description", "pdf": "Subject"}
_CHANGING = {"png": "Software", "pdf": "CreationDate"}


def draw_sheet(
    sheet: Sheet,
    format: Literal["png", "pdf"],
    theme: Theme = LIGHT,
    *,
    dots_per_unit: float = DOTS_PER_UNIT,
) -> bytes:
    """Return *sheet* as the bytes of a file, the same bytes for the same sheet and *theme*.

    Raises UnwritableOutput without matplotlib, and for a sheet that is too tall for these formats.
    """
    with _wanting_matplotlib():
        import matplotlib
        import matplotlib.style
        from matplotlib.figure import Figure
    if sheet.height > TALLEST:
        raise UnwritableOutput(
            sentence(
                "this picture is too tall for PNG and PDF. Keep fewer figures (--top), or write an .svg file."
            )
        )
    # A reader's own matplotlibrc must not change the picture.
    with matplotlib.style.context("default"), matplotlib.rc_context({"pdf.fonttype": 42}):
        dots = dots_per_unit * UNITS_PER_INCH
        figure = Figure(figsize=(sheet.width / UNITS_PER_INCH, sheet.height / UNITS_PER_INCH), dpi=dots)
        figure.set_facecolor(theme.colors[Tone.PAPER])
        for place, artist in enumerate(_artists(sheet, figure, theme)):
            artist.set_zorder(place)  # matplotlib would draw every line over every bar
            figure.add_artist(artist)
        stream = BytesIO()
        metadata = {"Title": sheet.title, _ABOUT[format]: sheet.description, _CHANGING[format]: None}
        figure.savefig(stream, format=format, dpi=dots, metadata=metadata)
    return stream.getvalue()


def letters_not_in_font(sheet: Sheet, theme: Theme = LIGHT) -> str:
    """Return the letters of *sheet* that the font lacks, each once: a stand-in is drawn for them."""
    with _wanting_matplotlib():
        codes_in_font = _letters(theme)
    texts = (part.text for part in _flat(sheet) if isinstance(part, Words))
    return "".join(
        dict.fromkeys(letter for text in texts for letter in text if ord(letter) not in codes_in_font)
    )


@contextmanager
def _wanting_matplotlib() -> Iterator[None]:
    """Say what drawing lacks; what matplotlib logs of the folder of its fonts is no matter to a reader."""
    import logging

    logger = logging.getLogger("matplotlib")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    except OSError:  # of its folder, and of the temporary one in its place
        raise UnwritableOutput(
            sentence(
                "drawing PNG and PDF pictures needs a folder to keep fonts in: "
                "have MPLCONFIGDIR name one that may be written."
            )
        ) from None
    except ImportError:
        raise UnwritableOutput(
            sentence(
                "drawing PNG and PDF pictures needs matplotlib, which is not installed. Run: {command}",
                command="pip install 'phare-cli[plot]'",
            )
        ) from None
    finally:
        logger.setLevel(level)


def _letters(theme: Theme) -> frozenset[int]:
    from matplotlib.font_manager import get_font

    return frozenset.intersection(
        *(frozenset(get_font(_font(theme, is_bold=is_bold)).get_charmap()) for is_bold in (False, True))
    )


def _flat(sheet: Sheet) -> Iterator[DrawnPart]:
    for part in sheet.parts:
        yield from part.parts if isinstance(part, DescribedGroup) else (part,)


def _font(theme: Theme, *, is_bold: bool) -> str:
    """Return the font file of *theme*, else that of matplotlib: one on the machine may be of another version."""
    import matplotlib

    own = (theme.bold_letters or theme.letters) if is_bold else theme.letters
    return own or str(
        Path(matplotlib.get_data_path()) / "fonts" / "ttf" / f"{BOLD if is_bold else PLAIN}.ttf"
    )


def _artists(sheet: Sheet, figure: Figure, theme: Theme) -> Iterator[Artist]:
    from matplotlib.transforms import Affine2D

    down = Affine2D().scale(1 / UNITS_PER_INCH, -1 / UNITS_PER_INCH)
    to_paper = down.translate(0, sheet.height / UNITS_PER_INCH) + figure.dpi_scale_trans
    codes_in_font = _letters(theme)
    for part in _flat(sheet):
        yield _artist(part, to_paper, codes_in_font, theme)


def _artist(part: DrawnPart, to_paper: Transform, codes_in_font: frozenset[int], theme: Theme) -> Artist:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Circle, Polygon, Rectangle

    if isinstance(part, Image):
        return _image(part, to_paper)
    color = inked(part.tone, theme.colors) if isinstance(part, Words) else painted(part.tone, theme.colors)
    if isinstance(part, Words | Stroke) and part.on is not None:
        color = letters_on(painted(part.on, theme.colors))
    match part:
        case Words():
            return _words(part, color, to_paper, codes_in_font, theme)
        case Box(x, y, width, height, is_hollow=True):
            return Rectangle(
                (x, y), width, height, fill=False, edgecolor=color, linewidth=1.5, transform=to_paper
            )
        case Box(x, y, width, height):
            return Rectangle((x, y), width, height, facecolor=color, linewidth=0, transform=to_paper)
        case Stroke(x, y, to_x, to_y, width=width):
            return Line2D(
                (x, to_x), (y, to_y), color=color, linewidth=width, solid_capstyle="butt",
                linestyle=(0, (2 / width, 3 / width)) if part.is_dotted else "-", dash_capstyle="butt",
                transform=to_paper,
            )  # fmt: skip
        case Area(corners):
            return Polygon(corners, facecolor=color, alpha=WASH, linewidth=0, transform=to_paper)
        case Dot(shape=shape, is_hollow=is_hollow):
            is_empty = is_hollow or shape is Shape.DIAMOND
            face, edge = (theme.colors[Tone.PAPER], 2.0) if is_empty else (color, 0.0)
            if shape is Shape.DISC:
                return Circle(
                    (part.x, part.y),
                    part.radius,
                    facecolor=face,
                    edgecolor=color,
                    linewidth=edge,
                    transform=to_paper,
                )
            return Polygon(
                part.corners(), facecolor=face, edgecolor=color, linewidth=edge, transform=to_paper
            )


def _image(part: Image, to_paper: Transform) -> Artist:
    from matplotlib.image import BboxImage, imread
    from matplotlib.transforms import Bbox, TransformedBbox

    corners = Bbox(((part.x, part.y + part.height), (part.x + part.width, part.y)))
    image = BboxImage(TransformedBbox(corners, to_paper), origin="upper")
    image.set_data(imread(BytesIO(part.content), format="png"))
    return image


def _words(
    part: Words, color: str, to_paper: Transform, codes_in_font: frozenset[int], theme: Theme
) -> Artist:
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text

    font = FontProperties(fname=_font(theme, is_bold=part.is_bold), size=part.size)
    sides: dict[str, Literal["left", "center", "right"]] = {
        "start": "left",
        "middle": "center",
        "end": "right",
    }
    return Text(
        part.x,
        part.y,
        with_stand_ins(part.text, codes_in_font),
        color=color,
        fontproperties=font,
        horizontalalignment=sides[part.side],
        verticalalignment="baseline",
        parse_math=False,
        transform=to_paper,
    )
