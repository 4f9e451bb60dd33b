"""Survey results as tables and documents people can trust.

>>> from phare_cli import read, show, subset, Selection
>>> survey = read()
>>> table = show(subset(survey, Selection(indicators=("engagement",), regions=("PACA",))))
>>> [(row["stakeholder"], row["value"]) for row in table.records()]
[('associations', 47.0), ('companies', 45.0)]
"""

from __future__ import annotations

from phare_cli.version import __version__

TYPE_CHECKING = False  # typing's own is not imported for it: a signal must not fall into an import that lasts
if TYPE_CHECKING:
    from phare_cli.api import (
        check,
        compare,
        cross,
        draft_spec,
        draw,
        list_names,
        own_codebook,
        plot,
        read,
        render,
        render_bytes,
        report,
        show,
        subset,
        tabulate,
        tidy,
        verify,
    )
    from phare_cli.judging.pairs import By
    from phare_cli.judging.subset import Selection
    from phare_cli.judging.terms import Family, Sample
    from phare_cli.nouns.card_chart import CardChart
    from phare_cli.nouns.chart import Chart, Quadrant
    from phare_cli.nouns.document import Document
    from phare_cli.nouns.errors import (
        InvalidData,
        PhareError,
        UnknownName,
        UnreadableInput,
        UnwritableOutput,
        WrongOption,
    )
    from phare_cli.nouns.heat_chart import HeatChart
    from phare_cli.nouns.problem import Problem
    from phare_cli.nouns.remark import Verification
    from phare_cli.nouns.small_multiples import SmallMultiples
    from phare_cli.nouns.stacked_chart import StackedChart
    from phare_cli.nouns.survey import Estimate, Survey
    from phare_cli.nouns.table import Column, Kind, Source, Table
    from phare_cli.nouns.tile_map import TileMap
    from phare_cli.nouns.time_chart import TimeChart
    from phare_cli.recipes.listing import Topic
    from phare_cli.recipes.tabulate.tabulation import Tabulation
    from phare_cli.rendering.look import Look
    from phare_cli.results import Rules

# Where each public name lives. The command line must not pay for what a notebook may use: names load when asked for.
_HOMES = {
    "read": "api",
    "check": "api",
    "cross": "api",
    "plot": "api",
    "report": "api",
    "draw": "api",
    "render_bytes": "api",
    "draft_spec": "api",
    "tabulate": "api",
    "Tabulation": "api",
    "verify": "api",
    "Verification": "api",
    "InvalidData": "nouns.errors",
    "PhareError": "nouns.errors",
    "UnknownName": "nouns.errors",
    "UnreadableInput": "nouns.errors",
    "UnwritableOutput": "nouns.errors",
    "WrongOption": "nouns.errors",
    "Problem": "nouns.problem",
    "Rules": "results",
    "compare": "api",
    "Topic": "recipes.listing",
    "list_names": "api",
    "own_codebook": "api",
    "By": "judging.pairs",
    "Family": "judging.terms",
    "Sample": "judging.terms",
    "show": "api",
    "Selection": "judging.subset",
    "subset": "api",
    "tidy": "api",
    "Look": "rendering.look",
    "render": "api",
    "Estimate": "nouns.survey",
    "Survey": "api",
    "Column": "nouns.table",
    "Kind": "nouns.table",
    "Source": "nouns.table",
    "Table": "api",
    "Document": "api",
    "CardChart": "api",
    "Chart": "api",
    "HeatChart": "api",
    "Quadrant": "api",
    "SmallMultiples": "api",
    "StackedChart": "api",
    "TileMap": "api",
    "TimeChart": "api",
}

__all__ = [
    "By",
    "CardChart",
    "Chart",
    "Column",
    "Document",
    "Estimate",
    "Family",
    "HeatChart",
    "InvalidData",
    "Kind",
    "Look",
    "PhareError",
    "Problem",
    "Quadrant",
    "Rules",
    "Sample",
    "Selection",
    "SmallMultiples",
    "Source",
    "StackedChart",
    "Survey",
    "Table",
    "Tabulation",
    "TileMap",
    "TimeChart",
    "Topic",
    "UnknownName",
    "UnreadableInput",
    "UnwritableOutput",
    "Verification",
    "WrongOption",
    "__version__",
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
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
