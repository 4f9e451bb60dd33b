"""What Python may call: the answers of the command line, from options checked as the command line checks its own.

An option takes its word or its enum, and a name in any of its forms; anything else raises WrongOption.
"""

from __future__ import annotations

from phare_cli.api import views
from phare_cli.api.asked_tables import compare, list_names, show, subset
from phare_cli.api.crossed import cross
from phare_cli.api.pictures_asked import plot
from phare_cli.api.read_files import check, own_codebook, read
from phare_cli.api.region_page import report
from phare_cli.api.rendered import draw, render, render_bytes
from phare_cli.api.tabulated import draft_spec, tabulate
from phare_cli.api.tidied import tidy
from phare_cli.api.verified import verify
from phare_cli.nouns.card_chart import CardChart
from phare_cli.nouns.chart import Chart, Quadrant
from phare_cli.nouns.document import Document
from phare_cli.nouns.heat_chart import HeatChart
from phare_cli.nouns.remark import Verification
from phare_cli.nouns.small_multiples import SmallMultiples
from phare_cli.nouns.stacked_chart import StackedChart
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Table
from phare_cli.nouns.tile_map import TileMap
from phare_cli.nouns.time_chart import TimeChart
from phare_cli.recipes.tabulate.tabulation import Tabulation

# Values live here, not where they are defined alone, so that whoever has one can see it: views shows them.
__all__ = [
    "CardChart",
    "Chart",
    "Document",
    "HeatChart",
    "Quadrant",
    "SmallMultiples",
    "StackedChart",
    "Survey",
    "Table",
    "Tabulation",
    "TileMap",
    "TimeChart",
    "Verification",
    "check",
    "compare",
    "cross",
    "draft_spec",
    "draw",
    "list_names",
    "own_codebook",
    "plot",
    "read",
    "render",
    "render_bytes",
    "report",
    "show",
    "subset",
    "tabulate",
    "tidy",
    "verify",
    "views",
]
