"""``phare plot``: the picture of an indicator, in a file."""

from pathlib import Path
from typing import Annotated, Literal

from phare_cli.nouns.message import N_
from phare_cli.shell import completion
from phare_cli.shell.comparing_options import GapTerms, are_asked, terms_of
from phare_cli.shell.declared import Argument, Option
from phare_cli.shell.options import (
    ANSWER,
    CHOOSING,
    JUDGING,
    READ,
    WRITTEN,
    Choice,
    Coloring,
    Conf,
    Decimals,
    Input,
    Lang,
    item_option,
)
from phare_cli.shell.session import Session


def plot(
    session: Session,
    indicators: Annotated[
        list[str],
        Argument(
            metavar="INDICATOR...",
            show_default=False,
            autocompletion=completion.indicators,
            help=N_(
                "The indicator to draw, by name (fragilities, engagement...); with --style cards, one or several."
            ),
        ),
    ],
    *,
    input: Input,
    choice: Choice,
    beside: Annotated[
        bool,
        Option(
            "--compare",
            rich_help_panel=CHOOSING,
            help=N_("Set each region beside another, France by default."),
        ),
    ] = False,
    to: Annotated[
        str | None,
        Option(
            metavar="NAME",
            rich_help_panel=CHOOSING,
            autocompletion=completion.regions,
            help=N_(
                "With --compare, --style map or --style cards: the region to compare with; France by default."
            ),
        ),
    ] = None,
    by: Annotated[
        Literal["wave"] | None,
        Option(
            metavar="wave",
            rich_help_panel=CHOOSING,
            show_default=False,
            help=N_("Draw lines over the waves of a survey, as compare --by wave judges their steps."),
        ),
    ] = None,
    style: Annotated[
        Literal["bars", "dots", "stacked", "diverging", "heat", "map", "cards"] | None,
        Option(
            rich_help_panel=CHOOSING,
            show_default=False,
            help=N_(
                "Bars (by default), dots with their intervals, stacked bars (by default of an ordered scale), stacks "
                "that diverge around the middle of their scale, a heat table of items and groups, a map (a tile a "
                "region, hatched where it is not told apart from --to), or cards: a figure each in large letters, "
                "beside --to."
            ),
        ),
    ] = None,
    panels: Annotated[
        Literal["region", "group", "segment"] | None,
        Option(
            rich_help_panel=CHOOSING,
            show_default=False,
            help=N_(
                "Small multiples: a panel for each region, group or part of a group, beside one another over one scale."
            ),
        ),
    ] = None,
    classes: Annotated[
        Literal["equal", "quantiles"] | None,
        Option(
            rich_help_panel=CHOOSING,
            show_default=False,
            help=N_(
                "With --style map or --style heat: how figures are parted into shades, by equal round steps (by "
                "default) or by quantiles, a fifth of them in each."
            ),
        ),
    ] = None,
    judging: GapTerms,
    panel: Annotated[
        bool,
        Option(
            "--panel",
            rich_help_panel=JUDGING,
            help=N_("With --by wave: the waves asked the same people, and are no independent samples."),
        ),
    ] = False,
    across: Annotated[
        str | None,
        Option(
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
        Option(
            metavar="FIGURE",
            rich_help_panel=CHOOSING,
            help=N_(
                "With --cross: what high is above, median (by default) or a figure, one for both or one each."
            ),
        ),
    ] = None,
    item: Annotated[
        list[str] | None,
        item_option(
            N_("Item to draw: employment...; repeatable. Its rank and its tests are those among all.")
        ),
    ] = None,
    top: Annotated[
        int | None,
        Option(
            metavar="N", rich_help_panel=CHOOSING, help=N_("Keep the first N ranks of each group, ties kept.")
        ),
    ] = None,
    suppress: Annotated[
        bool, Option("--suppress", help=N_("Hide figures too imprecise to publish (NCHS standard)."))
    ] = False,
    conf: Conf = None,
    output: Annotated[
        Path | None,
        WRITTEN,
        Option(
            "--output",
            "-o",
            metavar="FILE",
            rich_help_panel=ANSWER,
            help=N_(
                "File to draw; its ending chooses the format (.svg, .png, .pdf). Without one the picture is printed, "
                "in letters."
            ),
        ),
    ] = None,
    width: Annotated[
        str | None,
        Option(
            metavar="LENGTH",
            rich_help_panel=ANSWER,
            help=N_(
                "Width of the picture: 320 to 2000 pixels (680 by default), or millimetres of paper (160mm)."
            ),
        ),
    ] = None,
    height: Annotated[
        str | None,
        Option(
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
        Option(
            metavar="FILE",
            rich_help_panel=ANSWER,
            help=N_(
                "Colours, fonts and a logo of your own, in a TOML file (phare help theme); light, by default, or dark."
            ),
        ),
    ] = None,
    title: Annotated[
        str | None,
        Option(
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
        Option(
            metavar="FILE",
            rich_help_panel=ANSWER,
            help=N_("Write into a file what the picture shows, in words, for those who cannot see it."),
        ),
    ] = None,
    lang: Lang = None,
    decimals: Decimals = None,
    color: Coloring = "auto",
) -> None:
    from phare_cli.drawing.themes.sizes import size_of
    from phare_cli.judging.subset import resolve_all
    from phare_cli.recipes.asked_picture import asked_picture, asked_quadrant
    from phare_cli.recipes.picture_options import FigureStyle, kind_asked
    from phare_cli.shell.chart_delivery import deliver_chart, picture_file, print_chart
    from phare_cli.shell.data import conf_of, read_survey, selection_of
    from phare_cli.shell.own.house_theme import chosen_theme

    how = FigureStyle(style, panels, classes, top, suppress, tuple(item or ()))
    kind = kind_asked(
        {
            "--compare": beside,
            "--cross": across is not None,
            "--by wave": by is not None,
            "--to": to is not None,
            **are_asked(judging),
            "--panel": panel,
            **how.options,
            "--cut": bool(cut),
        }
    )
    file = picture_file(
        output,
        indicators[0],
        {"--width": width is not None, "--height": height is not None, "--theme": theme is not None},
    )
    level = conf_of(conf, session)
    size = size_of(width, height)
    look = None if file is None else chosen_theme(theme, session)
    if across is not None:
        from phare_cli.shell.cross_data import crossing_of

        crossing = crossing_of([*indicators, across], input, choice, cut, session)
        chart = asked_quadrant(
            crossing.survey,
            crossing.prisms,
            regions=crossing.regions,
            cuts=crossing.cuts,
            conf=level,
            title=title,
            items=how.items,
        )
    else:
        survey = read_survey(input, session)
        selection = selection_of(choice, session, indicators)
        chart = asked_picture(
            survey,
            selection,
            kind,
            how,
            indicators=tuple(dict.fromkeys(resolve_all(survey, "indicator", selection.indicators))),
            regions=resolve_all(survey, "region", selection.regions),
            to=to,
            terms=terms_of(judging, level, survey, is_panel=panel),
            title=title,
        )
    places = session.settings.decimals if decimals is None else decimals
    if file is None or look is None:
        print_chart(chart, session, decimals=places, color=color, alt=alt)
        return
    deliver_chart(chart, file, session, decimals=places, size=size, theme=look, alt=alt)
