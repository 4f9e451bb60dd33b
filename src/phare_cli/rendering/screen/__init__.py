"""Draw a chart for a terminal or a pipe, of letters alone or in colour. What colour says, letters say without it."""

from __future__ import annotations

from typing import assert_never

from phare_cli.drawing.texts import sources_line
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.card_chart import CardChart
from phare_cli.nouns.chart import Chart, Quadrant
from phare_cli.nouns.drawable import Drawable
from phare_cli.nouns.heat_chart import HeatChart
from phare_cli.nouns.message import DRAWN
from phare_cli.nouns.small_multiples import SmallMultiples
from phare_cli.nouns.stacked_chart import StackedChart
from phare_cli.nouns.tile_map import TileMap
from phare_cli.nouns.time_chart import TimeChart
from phare_cli.rendering.look import Look
from phare_cli.rendering.screen.screen_page import ScreenPage


def render_picture(chart: Drawable, look: Look) -> str:
    """Return *chart* within *look.width* columns, or in those of a plain terminal where that is None.

    A figure is never cut; what has no room beside its picture stands below it.
    """
    page = ScreenPage(look, Typesetter(look.language, look.decimals))
    page.title(chart.title)
    page.text(chart.subtitle)
    page.skip()
    match chart:
        case Chart() | SmallMultiples():
            from phare_cli.rendering.screen.mark_rows import put_chart

            put_chart(chart, page)
        case StackedChart():
            from phare_cli.rendering.screen.scale_rows import put_stacks

            put_stacks(chart, page)
        case TimeChart():
            from phare_cli.rendering.screen.wave_rows import put_waves

            put_waves(chart, page)
        case TileMap():
            from phare_cli.rendering.screen.tile_grid import put_map

            put_map(chart, page)
        case HeatChart():
            from phare_cli.rendering.screen.shaded_table import put_heat

            put_heat(chart, page)
        case Quadrant():
            from phare_cli.rendering.screen.point_plane import put_quadrant

            put_quadrant(chart, page)
        case CardChart():
            from phare_cli.rendering.screen.card_rows import put_cards

            put_cards(chart, page)
        case _:
            assert_never(chart)
    page.foot([*(note for note in chart.notes if note.about != DRAWN), *sources_line(chart.sources)])
    return page.whole()
