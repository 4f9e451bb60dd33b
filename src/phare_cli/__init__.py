"""Survey results as tables and documents people can trust.

>>> from phare_cli import read, show, subset, Selection
>>> survey = read()
>>> table = show(subset(survey, Selection(indicators=("engagement",), regions=("PACA",))))
>>> [(row["stakeholder"], row["value"]) for row in table.records()]
[('associations', 47.0), ('companies', 45.0)]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from phare_cli.version import __version__

if TYPE_CHECKING:
    from phare_cli.api import read
    from phare_cli.errors import (
        InvalidData,
        PhareError,
        UnknownName,
        UnreadableInput,
        UnwritableOutput,
        WrongOption,
    )
    from phare_cli.problem import Problem
    from phare_cli.reading import Rules
    from phare_cli.recipes.compare import compare
    from phare_cli.recipes.listing import Topic, list_names
    from phare_cli.recipes.pairs import By, Sample
    from phare_cli.recipes.show import show
    from phare_cli.recipes.subset import Selection, subset
    from phare_cli.rendering import Look, render
    from phare_cli.survey import Estimate, Survey
    from phare_cli.table import Column, Kind, Source, Table

# Where each public name lives. The command line must not pay for what a notebook may use: names load when asked for.
_HOMES = {
    "read": "api",
    "InvalidData": "errors",
    "PhareError": "errors",
    "UnknownName": "errors",
    "UnreadableInput": "errors",
    "UnwritableOutput": "errors",
    "WrongOption": "errors",
    "Problem": "problem",
    "Rules": "reading",
    "compare": "recipes.compare",
    "Topic": "recipes.listing",
    "list_names": "recipes.listing",
    "By": "recipes.pairs",
    "Sample": "recipes.pairs",
    "show": "recipes.show",
    "Selection": "recipes.subset",
    "subset": "recipes.subset",
    "Look": "rendering",
    "render": "rendering",
    "Estimate": "survey",
    "Survey": "survey",
    "Column": "table",
    "Kind": "table",
    "Source": "table",
    "Table": "table",
}

__all__ = [
    "By",
    "Column",
    "Estimate",
    "InvalidData",
    "Kind",
    "Look",
    "PhareError",
    "Problem",
    "Rules",
    "Sample",
    "Selection",
    "Source",
    "Survey",
    "Table",
    "Topic",
    "UnknownName",
    "UnreadableInput",
    "UnwritableOutput",
    "WrongOption",
    "__version__",
    "compare",
    "list_names",
    "read",
    "render",
    "show",
    "subset",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
