"""Draw the charts of a story for paper: as lines that stay sharp, and as dots where those are not shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple

from phare_cli.drawing import PagePicture, page_picture
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.chart import Chart

LAID_OUT = 620.0  # units across a picture as it is laid out; on the page it is as wide as its text
TALLEST = 640.0  # points of a page that a picture may take
DOTS_PER_INCH, POINTS_PER_INCH = 300, 72


class PlacedPicture(NamedTuple):
    """A picture and the size that it has on a page, in points."""

    picture: PagePicture
    width: float
    height: float


@cache
def can_draw_dots() -> bool:
    """Tell whether what draws pictures in dots is installed."""
    return find_spec("matplotlib") is not None


def pictures_of(chart: Chart, typesetter: Typesetter, room: float, *, dots: bool) -> Iterator[PlacedPicture]:
    """Yield *chart* as pictures for a page with *room* points between its margins, more than one where it is tall.

    With *dots* each is drawn in 300 dots an inch too.
    """
    if room * page_picture(chart, typesetter, width=LAID_OUT, dots_per_unit=None).height > TALLEST * LAID_OUT:
        parts = _parts(chart)
        if len(parts) > 1:
            for part in parts:
                yield from pictures_of(part, typesetter, room, dots=dots)
            return
    per_unit = DOTS_PER_INCH / POINTS_PER_INCH * room / LAID_OUT
    picture = page_picture(chart, typesetter, width=LAID_OUT, dots_per_unit=per_unit if dots else None)
    scale = min(room / picture.width, TALLEST / picture.height)
    yield PlacedPicture(picture, picture.width * scale, picture.height * scale)


def _parts(chart: Chart) -> list[Chart]:
    """Return a chart for each section, for each panel where there is one section."""
    if len(chart.sections) > 1:
        return [replace(chart, sections=(section,)) for section in chart.sections]
    return [
        replace(chart, sections=(replace(section, panels=(panel,)),))
        for section in chart.sections
        for panel in section.panels
    ]
