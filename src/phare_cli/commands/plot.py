"""``phare plot``: the picture of an indicator, in a file."""

from pathlib import Path
from typing import Annotated

import typer

from phare_cli.nouns.message import N_
from phare_cli.shell import completion
from phare_cli.shell.comparing_options import GapTerms, are_asked, terms_of
from phare_cli.shell.options import ANSWER, CHOOSING, WRITTEN, Choice, Conf, Decimals, Input, Lang
from phare_cli.shell.session import Session


def plot(
    session: Session,
    indicator: Annotated[
        str,
        typer.Argument(
            metavar="INDICATOR",
            show_default=False,
            autocompletion=completion.indicators,
            help=N_("The indicator to draw, by name (fragilities, engagement...)."),
        ),
    ],
    *,
    input: Input,
    choice: Choice,
    beside: Annotated[
        bool,
        typer.Option(
            "--compare",
            rich_help_panel=CHOOSING,
            help=N_("Set each region beside another, France by default."),
        ),
    ] = False,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            rich_help_panel=CHOOSING,
            autocompletion=completion.regions,
            help=N_("With --compare: the region to compare with; France by default."),
        ),
    ] = None,
    judging: GapTerms,
    across: Annotated[
        str | None,
        typer.Option(
            "--cross",
            metavar="PRISM",
            rich_help_panel=CHOOSING,
            autocompletion=completion.indicators,
            help=N_(
                "Draw the quadrant of two prisms: INDICATOR upwards, this one across, as cross places them."
            ),
        ),
    ] = None,
    cut: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIGURE",
            rich_help_panel=CHOOSING,
            help=N_(
                "With --cross: what high is above, median (by default) or a figure, one for both or one each."
            ),
        ),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option(
            metavar="N", rich_help_panel=CHOOSING, help=N_("Keep the first N ranks of each group, ties kept.")
        ),
    ] = None,
    suppress: Annotated[
        bool, typer.Option("--suppress", help=N_("Hide figures too imprecise to publish (NCHS standard)."))
    ] = False,
    conf: Conf = None,
    output: Annotated[
        Path | None,
        WRITTEN,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            rich_help_panel=ANSWER,
            help=N_("File to draw; its ending chooses the format (.svg, .png, .pdf)."),
        ),
    ] = None,
    width: Annotated[
        int | None,
        typer.Option(
            metavar="PIXELS",
            min=320,
            max=2000,
            rich_help_panel=ANSWER,
            help=N_("Width of the picture, 320 to 2000; 680 by default. Its height follows."),
        ),
    ] = None,
    lang: Lang = None,
    decimals: Decimals = None,
) -> None:
    from phare_cli.judging.reference import reference_of
    from phare_cli.judging.subset import resolve, resolve_all, subset
    from phare_cli.recipes import plot as recipe
    from phare_cli.shell.chart_delivery import deliver_chart, picture_file
    from phare_cli.shell.data import conf_of, read_survey, selection_of

    _refuse_strays(beside=beside, to=to, judging=judging, top=top, suppress=suppress)
    _refuse_mixtures(across=across, cut=cut, beside=beside, top=top, suppress=suppress)
    file, format = picture_file(output, indicator)
    level = conf_of(conf, session)
    decimals = session.settings.decimals if decimals is None else decimals
    if across is not None:
        from phare_cli.recipes.cross.picture import picture
        from phare_cli.shell.cross_data import crossing_of

        crossing = crossing_of([indicator, across], input, choice, cut, session)
        quadrant = picture(
            crossing.survey, crossing.prisms, regions=crossing.regions, cuts=crossing.cuts, conf=level
        )
        deliver_chart(quadrant, file, format, session, decimals=decimals, width=width)
        return
    survey = read_survey(input, session)
    selection = selection_of(choice, session, [indicator])
    id = resolve(survey, "indicator", indicator)
    regions = resolve_all(survey, "region", selection.regions)
    if beside:
        # The reference region must stay in the data: regions are chosen by the recipe.
        chart = recipe.plot_beside(
            subset(survey, selection._replace(regions=())),
            indicator=id,
            regions=regions,
            to=reference_of(survey, to),
            terms=terms_of(judging, level, survey),
        )
    else:
        chart = recipe.plot(
            subset(survey, selection), indicator=id, regions=regions, top=top, suppress=suppress, conf=level
        )
    deliver_chart(chart, file, format, session, decimals=decimals, width=width)


def _refuse_mixtures(
    *, across: str | None, cut: list[str] | None, beside: bool, top: int | None, suppress: bool
) -> None:
    """Raise WrongOption for an option that has no meaning with --cross, or only with it."""
    from phare_cli.nouns.errors import WrongOption
    from phare_cli.nouns.message import sentence

    if across is None:
        if cut:
            raise WrongOption(sentence("--cut goes with --cross: add it, or leave --cut out."))
        return
    given = {"--compare": beside, "--top": top is not None, "--suppress": suppress}
    for option, is_given in given.items():
        if is_given:
            raise WrongOption(
                sentence("{option} cannot be used with --cross: leave one of them out.", option=option)
            )


def _refuse_strays(
    *, beside: bool, to: str | None, judging: GapTerms, top: int | None, suppress: bool
) -> None:
    """Raise WrongOption for an option that only has a meaning with --compare, or only without."""
    from phare_cli.nouns.errors import WrongOption
    from phare_cli.nouns.message import sentence

    beside_only = {"--to": to is not None, **are_asked(judging)}
    others = {"--top": top is not None, "--suppress": suppress}
    stray = next(
        (option for option, is_given in (others if beside else beside_only).items() if is_given), None
    )
    if stray is None:
        return
    if beside:
        raise WrongOption(
            sentence("{option} cannot be used with --compare: leave one of them out.", option=stray)
        )
    raise WrongOption(sentence("{option} goes with --compare: add it, or leave {option} out.", option=stray))
