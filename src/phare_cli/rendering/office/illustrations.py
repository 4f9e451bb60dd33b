"""Draw the charts of a story for paper: as lines that stay sharp, and as dots where those are not shown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple

from phare_cli.drawing import PagePicture, page_pictures
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.document import PageChart
from phare_cli.rendering.office.column_shares import PORTRAIT, PageRoom

LAID_OUT = 620.0  # units across a picture as it is laid out; on the page it is as wide as its text
# Points that a picture may take of an upright page, so that two stand on one, and of a turned page.
TALLEST, TALLEST_TURNED = 330.0, 430.0
DOTS_PER_INCH, POINTS_PER_INCH = 300, 72


def tallest_on(page: PageRoom) -> float:
    """Return how many points down a picture may take of pages as wide as *page*."""
    return TALLEST_TURNED if page.width > PORTRAIT else TALLEST


class PlacedPicture(NamedTuple):
    """A picture and the size that it has on a page, in points; *which* tells it from others of one chart."""

    picture: PagePicture
    width: float
    height: float
    which: str = ""


@cache
def can_draw_dots() -> bool:
    """Tell whether what draws pictures in dots is installed."""
    return find_spec("matplotlib") is not None


def pictures_of(
    chart: PageChart,
    typesetter: Typesetter,
    room: float,
    tallest: float = TALLEST,
    *,
    dots: bool,
    laid_out: float = LAID_OUT,
) -> Iterator[PlacedPicture]:
    """Yield *chart* as pictures for a page with *room* points between its margins, more than one where it is tall.

    Few are taller than *tallest* points, and these are drawn smaller. Each is *laid_out* units wide.

    Their letters are of one size, whatever is drawn. With *dots* each is drawn in 300 dots an inch too.
    """
    scale = room / laid_out
    per_unit = DOTS_PER_INCH / POINTS_PER_INCH * scale if dots else None
    pictures = page_pictures(
        chart, typesetter, width=laid_out, tallest=tallest / scale, dots_per_unit=per_unit
    )
    for number, picture in enumerate(pictures, 1):
        fitting = min(scale, tallest / picture.height)
        which = f" ({number}/{len(pictures)})" if len(pictures) > 1 else ""
        yield PlacedPicture(picture, picture.width * fitting, picture.height * fitting, which)
