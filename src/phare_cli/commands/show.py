"""``phare show``: rankings and rates by stakeholder group."""

from typing import Annotated

import typer

from phare_cli.judging.precision import PrecisionWord
from phare_cli.nouns.message import N_
from phare_cli.shell.options import CHOOSING, Choice, Conf, Indicators, Input, Output
from phare_cli.shell.session import Session


def show(
    session: Session,
    indicators: Indicators = None,
    *,
    input: Input,
    choice: Choice,
    output: Output,
    top: Annotated[
        int | None,
        typer.Option(
            metavar="N", rich_help_panel=CHOOSING, help=N_("Keep the first N ranks of each group, ties kept.")
        ),
    ] = None,
    wide: Annotated[bool, typer.Option("--wide", help=N_("Cross items and groups."))] = False,
    bars: Annotated[
        bool,
        typer.Option(
            "--bars/--no-bars", show_default=False, help=N_("Draw bars on a terminal, as by default.")
        ),
    ] = True,
    suppress: Annotated[
        bool, typer.Option("--suppress", help=N_("Hide figures too imprecise to publish (NCHS standard)."))
    ] = False,
    precision: Annotated[
        list[PrecisionWord] | None,
        typer.Option(
            help=N_(
                "Say how precise figures are: se (standard error), cv (coefficient of variation), moe (margin of "
                "error), deff (design effect), base (effective base); repeatable."
            )
        ),
    ] = None,
    conf: Conf = None,
) -> None:
    from phare_cli.judging.subset import resolve_all, subset
    from phare_cli.recipes.show import show as recipe
    from phare_cli.shell.data import conf_of, read_survey, selection_of
    from phare_cli.shell.table_delivery import deliver_table

    level = conf_of(conf, session)
    selection = selection_of(choice, session, indicators)
    survey = read_survey(input, session, selection)
    table = recipe.show(
        subset(survey, selection),
        indicators=resolve_all(survey, "indicator", selection.indicators),
        regions=resolve_all(survey, "region", selection.regions),
        top=top,
        wide=wide,
        suppress=suppress,
        conf=level,
        precision=precision or (),
    )
    deliver_table(table, output, session, bars=bars)
