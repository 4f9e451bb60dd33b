"""``phare cross``: several prisms on the same items, or the groups of one indicator side by side."""

from typing import Annotated, Literal

from phare_cli.nouns.message import N_
from phare_cli.shell import completion
from phare_cli.shell.declared import Argument, Option
from phare_cli.shell.options import CHOOSING, Choice, Conf, Input, Output
from phare_cli.shell.session import Session

Beside = Literal["stakeholder"]  # what may be set side by side in one indicator


def cross(
    session: Session,
    prisms: Annotated[
        list[str],
        Argument(
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
        Option(
            rich_help_panel=CHOOSING,
            help=N_("Set the groups of one indicator side by side, and say how far they agree."),
        ),
    ] = None,
    cut: Annotated[
        list[str] | None,
        Option(
            metavar="FIGURE",
            rich_help_panel=CHOOSING,
            help=N_("What high is above: median (by default) or a figure, one for all prisms or one each."),
        ),
    ] = None,
    conf: Conf = None,
) -> None:
    from phare_cli.recipes.cross import agreement
    from phare_cli.recipes.cross import cross as recipe
    from phare_cli.shell.cross_data import cross_data, crossing_of, cut_of
    from phare_cli.shell.data import conf_of
    from phare_cli.shell.table_delivery import deliver_table

    level = conf_of(conf, session)
    if by is None:
        crossing = crossing_of(prisms, input, choice, cut, session)
        table = recipe.cross(
            crossing.survey, crossing.prisms, regions=crossing.regions, cuts=crossing.cuts, conf=level
        )
    else:
        data = cross_data(input, choice, session)
        table = agreement.agree(
            data.survey,
            prisms,
            stakeholders=data.stakeholders,
            segment=data.segment,
            regions=data.regions,
            cuts=tuple(map(cut_of, cut or ())),
            conf=level,
        )
    deliver_table(table, output, session)
