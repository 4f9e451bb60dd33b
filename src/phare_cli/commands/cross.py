"""``phare cross``: several prisms on the same items, or the groups of one indicator side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from phare_cli.nouns.message import N_
from phare_cli.shell import completion
from phare_cli.shell.options import CHOOSING, Choice, Conf, Input, Output
from phare_cli.shell.session import Session

if TYPE_CHECKING:
    from phare_cli.nouns.survey import Survey
    from phare_cli.recipes.cross.prisms import Prism


Beside = Literal["stakeholder"]  # what may be set side by side in one indicator


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
    from phare_cli.recipes.cross import agreement
    from phare_cli.recipes.cross import cross as recipe
    from phare_cli.shell.data import conf_of
    from phare_cli.shell.table_delivery import deliver

    level = conf_of(conf, session)
    if by is None:
        crossing = crossing_of(prisms, input, choice, cut, session)
        table = recipe.cross(
            crossing.survey, crossing.prisms, regions=crossing.regions, cuts=crossing.cuts, conf=level
        )
    else:
        asked = _asked(input, choice, session)
        table = agreement.agree(
            asked.survey,
            prisms,
            stakeholders=asked.stakeholders,
            segment=asked.segment,
            regions=asked.regions,
            cuts=tuple(map(_cut, cut or ())),
            conf=level,
        )
    deliver(table, output, session)


@dataclass(frozen=True, slots=True)
class CrossData:
    """The data of a run, and which regions and groups of them were asked for by name (ids)."""

    survey: "Survey"
    regions: tuple[str, ...]
    stakeholders: tuple[str, ...]
    segment: str


@dataclass(frozen=True, slots=True)
class CrossingAsked:
    """What a crossing takes: the data, its prisms, regions (ids) and cuts."""

    survey: "Survey"
    prisms: tuple["Prism", ...]
    regions: tuple[str, ...]
    cuts: tuple[float | None, ...]


def crossing_of(
    prisms: Sequence[str], input: Input, choice: Choice, cut: Sequence[str] | None, session: Session
) -> CrossingAsked:
    """Return what a run asks to be crossed. Raises WrongOption or UnknownName for what cannot be."""
    from phare_cli.recipes.cross.prisms import parse_prisms

    cuts = tuple(map(_cut, cut or ()))
    asked = _asked(input, choice, session)
    parsed = parse_prisms(asked.survey, prisms, stakeholders=asked.stakeholders, segment=asked.segment)
    return CrossingAsked(asked.survey, parsed, asked.regions, cuts)


def _asked(input: Input, choice: Choice, session: Session) -> CrossData:
    from phare_cli.judging.subset import resolve_all, subset
    from phare_cli.recipes.cross.prisms import segment_of
    from phare_cli.shell.data import read_survey, selection_of

    survey = read_survey(input, session)
    selection = selection_of(choice, session, None)
    return CrossData(
        # A territory statistic is read beside the nation, for everyone: the recipe chooses regions and groups.
        survey=subset(survey, selection._replace(regions=(), stakeholders=(), segments=())),
        regions=resolve_all(survey, "region", selection.regions),
        stakeholders=resolve_all(survey, "stakeholder", selection.stakeholders),
        segment=segment_of(resolve_all(survey, "segment", selection.segments)),
    )


def _cut(text: str) -> float | None:
    """Return a cut as typed, None for the median. Raises WrongOption for anything else."""
    from math import isfinite

    from phare_cli.nouns.errors import WrongOption
    from phare_cli.nouns.message import sentence

    if text.strip().lower() == "median":
        return None
    try:
        figure = float(text)
    except ValueError:
        figure = float("nan")
    if not isfinite(figure):
        raise WrongOption(sentence("--cut takes a number, with a point, or median: not “{text}”.", text=text))
    return figure
