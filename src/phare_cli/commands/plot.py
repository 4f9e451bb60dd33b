"""``phare plot``: the picture of an indicator, in a file."""

from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer

from phare_cli.nouns.message import N_
from phare_cli.shell import completion
from phare_cli.shell.comparing_options import GapTerms, are_asked, terms_of
from phare_cli.shell.options import (
    ANSWER,
    CHOOSING,
    JUDGING,
    READ,
    WRITTEN,
    Choice,
    Conf,
    Decimals,
    Input,
    Lang,
)
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
            help=N_("With --compare and --style map: the region to compare with; France by default."),
        ),
    ] = None,
    by: Annotated[
        Literal["wave"] | None,
        typer.Option(
            metavar="wave",
            rich_help_panel=CHOOSING,
            show_default=False,
            help=N_("Draw lines over the waves of a survey, as compare --by wave judges their steps."),
        ),
    ] = None,
    style: Annotated[
        Literal["bars", "dots", "stacked", "diverging", "heat", "map"] | None,
        typer.Option(
            rich_help_panel=CHOOSING,
            show_default=False,
            help=N_(
                "Bars (by default), dots with their intervals, stacked bars (by default of an ordered scale), stacks "
                "that diverge around the middle of their scale, a heat table of items and groups, or a map: a tile a "
                "region, hatched where it is not told apart from --to."
            ),
        ),
    ] = None,
    judging: GapTerms,
    panel: Annotated[
        bool,
        typer.Option(
            "--panel",
            rich_help_panel=JUDGING,
            help=N_("With --by wave: the waves asked the same people, and are no independent samples."),
        ),
    ] = False,
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
        str | None,
        typer.Option(
            metavar="LENGTH",
            rich_help_panel=ANSWER,
            help=N_(
                "Width of the picture: 320 to 2000 pixels (680 by default), or millimetres of paper (160mm)."
            ),
        ),
    ] = None,
    height: Annotated[
        str | None,
        typer.Option(
            metavar="LENGTH",
            rich_help_panel=ANSWER,
            help=N_(
                "Height of the picture, in pixels or millimetres as its width: all is drawn smaller where it must be. "
                "By default a picture is as tall as it needs."
            ),
        ),
    ] = None,
    theme: Annotated[
        str | None,
        READ,
        typer.Option(
            metavar="FILE",
            rich_help_panel=ANSWER,
            help=N_(
                "Colours, fonts and a logo of your own, in a TOML file (README); light, by default, or dark."
            ),
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            rich_help_panel=ANSWER,
            help=N_(
                "Title of your own, in place of what the picture shows first; what it is called stands below, or "
                "above where the title is blank (' ')."
            ),
        ),
    ] = None,
    alt: Annotated[
        Path | None,
        WRITTEN,
        typer.Option(
            metavar="FILE",
            rich_help_panel=ANSWER,
            help=N_("Write into a file what the picture shows, in words, for those who cannot see it."),
        ),
    ] = None,
    lang: Lang = None,
    decimals: Decimals = None,
) -> None:
    from phare_cli.drawing.themes.sizes import size_of
    from phare_cli.judging.reference import reference_of
    from phare_cli.judging.subset import resolve, resolve_all, subset
    from phare_cli.recipes import picture_findings as findings
    from phare_cli.recipes import plot as recipe
    from phare_cli.recipes.picture_options import headed, refuse_strays
    from phare_cli.shell.chart_delivery import deliver_chart, picture_file
    from phare_cli.shell.data import conf_of, read_survey, selection_of
    from phare_cli.shell.own.house_theme import chosen_theme

    refuse_strays(
        {
            "--compare": beside,
            "--cross": across is not None,
            "--by wave": by is not None,
            "--style map": style == "map",
        },
        {
            "--to": to is not None,
            **are_asked(judging),
            "--panel": panel,
            "--style dots": style == "dots",
            "--style stacked": style == "stacked",
            "--style diverging": style == "diverging",
            "--style heat": style == "heat",
            "--cut": bool(cut),
            "--top": top is not None,
            "--suppress": suppress,
        },
    )
    file, format = picture_file(output, indicator)
    level = conf_of(conf, session)
    decimals = session.settings.decimals if decimals is None else decimals
    deliver = partial(
        deliver_chart,
        file=file,
        format=format,
        session=session,
        decimals=decimals,
        size=size_of(width, height),
        theme=chosen_theme(theme, session),
        alt=alt,
    )
    if across is not None:
        from phare_cli.recipes.cross.picture import picture
        from phare_cli.shell.cross_data import crossing_of

        crossing = crossing_of([indicator, across], input, choice, cut, session)
        quadrant = picture(
            crossing.survey, crossing.prisms, regions=crossing.regions, cuts=crossing.cuts, conf=level
        )
        deliver(headed(quadrant, title))
        return
    survey = read_survey(input, session)
    selection = selection_of(choice, session, [indicator])
    id = resolve(survey, "indicator", indicator)
    regions = resolve_all(survey, "region", selection.regions)
    if by is not None:
        from phare_cli.recipes.plot_waves import plot_waves

        within = subset(survey, selection._replace(regions=()))
        terms = terms_of(judging, level, survey, is_panel=panel)
        lines = plot_waves(within, indicator=id, regions=regions, terms=terms)
        find = partial(findings.change_finding, within, indicator=id, regions=regions, terms=terms)
        deliver(headed(lines, title, find))
        return
    if style == "map":
        from phare_cli.nouns.survey import NATION
        from phare_cli.recipes.plot_map import plot_map

        within = subset(survey, selection._replace(regions=()))
        # Without the nation, and unless another region is asked for, a map shows figures and judges none.
        beside_whom = reference_of(survey, to) if to or NATION in survey.names("region") else NATION
        terms = terms_of(judging, level, survey)
        tiles = plot_map(within, indicator=id, regions=regions, to=beside_whom, terms=terms)
        find = partial(
            findings.map_finding, within, indicator=id, regions=regions, to=beside_whom, terms=terms
        )
        deliver(headed(tiles, title, find))
        return
    if beside:
        # The reference region must stay in the data: regions are chosen by the recipe.
        within = subset(survey, selection._replace(regions=()))
        reference, terms = reference_of(survey, to), terms_of(judging, level, survey)
        dumbbells = recipe.plot_beside(within, indicator=id, regions=regions, to=reference, terms=terms)
        find = partial(findings.gap_finding, within, indicator=id, regions=regions, to=reference, terms=terms)
        deliver(headed(dumbbells, title, find))
        return
    from phare_cli.nouns.stacked_chart import StackedChart
    from phare_cli.recipes.plot_styles import plot_in_style

    # Nets are indicators of their own.
    whole = subset(survey, selection._replace(indicators=()))
    chart = plot_in_style(whole, style, indicator=id, regions=regions, top=top, suppress=suppress, conf=level)
    find = partial(
        findings.figure_finding,
        whole,
        indicator=id,
        regions=regions,
        conf=level,
        is_stacked=isinstance(chart, StackedChart),
    )
    deliver(headed(chart, title, find))
