"""Part maps, heat tables and lines over time among pictures that fit on a page, as many sections in each as do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from phare_cli.drawing.shaded.heat import heat_scale, lay_out_heat
from phare_cli.drawing.shaded.tiles import lay_out_tile_map, maps_beside
from phare_cli.drawing.sheet import Sheet
from phare_cli.drawing.time_lines import axes_of, lay_out_time_chart
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.document import AskedChart
from phare_cli.nouns.heat_chart import HeatChart
from phare_cli.nouns.tile_map import TileMap


def lay_out_section_pieces(
    chart: AskedChart, typesetter: Typesetter, *, width: float, tallest: float
) -> list[Sheet]:
    """Return *chart* without a frame in pictures of one width and one scale, few taller than *tallest*."""
    lay_out = _pieces_of(chart, typesetter, width)
    step = maps_beside(chart, typesetter, width) if isinstance(chart, TileMap) else 1  # a row is not parted
    sheets: list[Sheet] = []
    first = 0
    while first < len(chart.sections):
        end = first + step
        sheet = lay_out(first, end)
        while end < len(chart.sections) and (longer := lay_out(first, end + step)).height <= tallest:
            sheet, end = longer, end + step
        sheets.append(sheet)
        first = end
    return sheets


def _pieces_of(chart: AskedChart, typesetter: Typesetter, width: float) -> Callable[[int, int], Sheet]:
    """Return what lays out the sections between two places; the scale of all is worked out once."""
    match chart:
        case TileMap():
            return lambda first, end: lay_out_tile_map(
                replace(chart, sections=chart.sections[first:end]), typesetter, width=width, within=chart
            )
        case HeatChart():
            scale = heat_scale(chart, typesetter)
            return lambda first, end: lay_out_heat(
                replace(chart, sections=chart.sections[first:end]), typesetter, width=width, scale=scale
            )
        case _:
            axes = axes_of(chart)
            return lambda first, end: lay_out_time_chart(
                replace(chart, sections=chart.sections[first:end]), typesetter, width=width, axes=axes
            )
