"""The options of every command that sets a region beside another."""

# Annotations stand as values here, as in options.py: hence no __future__ import.
from typing import Annotated

import typer

from phare_cli.judging.pairs import Sample
from phare_cli.nouns.message import N_
from phare_cli.shell import completion
from phare_cli.shell.options import CHOOSING

To = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        rich_help_panel=CHOOSING,
        show_default=False,
        autocompletion=completion.regions,
        help=N_("Region to compare with; France by default."),
    ),
]
Sampling = Annotated[
    Sample | None,
    typer.Option(
        rich_help_panel=CHOOSING,
        help=N_(
            "Where the data do not say: is the region part of the national sample (nested) or not (separate)?"
        ),
    ),
]
