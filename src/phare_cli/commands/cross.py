"""``phare cross``: several prisms on the same items, or the groups of one indicator side by side."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from phare_cli.commands import completion
from phare_cli.commands.options import CHOOSING, Choice, Conf, Input, Output
from phare_cli.commands.session import Session
from phare_cli.message import N_


class Beside(StrEnum):
    """What may be set side by side in one indicator."""

    STAKEHOLDER = "stakeholder"


def cross(
    session: Session,
    prisms: Annotated[
        list[str],
        typer.Argument(
            metavar="PRISM...",
            show_default=False,
            autocompletion=completion.indicators,
            help=N_(
                "Indicators, each with a group and a direction if need be: fragilities, fragilities:citizens, "
                "unemployment:all:desc (higher is worse) or :asc (higher is better)."
            ),
        ),
    ],
    *,
    input: Input,
    choice: Choice,
    output: Output,
    by: Annotated[
        Beside | None,
        typer.Option(
            rich_help_panel=CHOOSING,
            help=N_("Set the groups of one indicator side by side, and say how far they agree."),
        ),
    ] = None,
    cut: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIGURE",
            rich_help_panel=CHOOSING,
            help=N_("What high is above: median (by default) or a figure, one for all prisms or one each."),
        ),
    ] = None,
    conf: Conf = None,
) -> None:
    from phare_cli.commands.answers import deliver
    from phare_cli.commands.sources import conf_of, read_survey, selection_of
    from phare_cli.recipes import agreement
    from phare_cli.recipes import cross as recipe
    from phare_cli.recipes.cross_prisms import parse_prisms, segment_of
    from phare_cli.recipes.subset import resolve_all, subset

    level = conf_of(conf, session)
    cuts = tuple(map(_cut, cut or ()))
    survey = read_survey(input, session)
    selection = selection_of(choice, session, None)
    # A territory statistic is read beside the nation, for everyone: regions and groups are chosen by the recipe.
    within = subset(survey, replace(selection, regions=(), stakeholders=(), segments=()))
    regions = resolve_all(survey, "region", selection.regions)
    stakeholders = resolve_all(survey, "stakeholder", selection.stakeholders)
    segment = segment_of(resolve_all(survey, "segment", selection.segments))
    if by is None:
        table = recipe.cross(
            within,
            parse_prisms(within, prisms, stakeholders=stakeholders, segment=segment),
            regions=regions,
            cuts=cuts,
            conf=level,
        )
    else:
        table = agreement.agree(
            within, prisms, stakeholders=stakeholders, segment=segment, regions=regions, cuts=cuts, conf=level
        )
    deliver(table, output, session)


def _cut(text: str) -> float | None:
    """Return a cut as typed, None for the median. Raises WrongOption for anything else."""
    from math import isfinite

    from phare_cli.errors import WrongOption
    from phare_cli.message import sentence

    if text.strip().lower() == "median":
        return None
    try:
        figure = float(text)
    except ValueError:
        figure = float("nan")
    if not isfinite(figure):
        raise WrongOption(sentence("--cut takes a number, with a point, or median: not “{text}”.", text=text))
    return figure
