"""What can be drawn: every kind of picture that answers a question."""

from __future__ import annotations

from phare_cli.nouns.card_chart import CardChart
from phare_cli.nouns.chart import Chart, Quadrant
from phare_cli.nouns.heat_chart import HeatChart
from phare_cli.nouns.small_multiples import SmallMultiples
from phare_cli.nouns.stacked_chart import StackedChart
from phare_cli.nouns.tile_map import TileMap
from phare_cli.nouns.time_chart import TimeChart

Drawable = CardChart | Chart | HeatChart | Quadrant | SmallMultiples | StackedChart | TileMap | TimeChart
