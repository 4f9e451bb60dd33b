"""``phare show``: rankings and rates by stakeholder group."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from phare_cli.judging.precision import PrecisionWord
from phare_cli.nouns.message import N_
from phare_cli.shell.declared import Option
from phare_cli.shell.options import CHOOSING, Choice, Conf, Indicators, Input, Output, Panel, item_option
from phare_cli.shell.session import Session

if TYPE_CHECKING:
    from phare_cli.judging.subset import Selection
    from phare_cli.nouns.table import Table


def show(
    session: Session,
    indicators: Indicators = None,
    *,
    input: Input,
    choice: Choice,
    output: Output,
    item: Annotated[
        list[str] | None,
        item_option(
            N_("Item to show: employment...; repeatable. Its rank and its tests are those among all.")
        ),
    ] = None,
    top: Annotated[
        int | None,
        Option(
            metavar="N", rich_help_panel=CHOOSING, help=N_("Keep the first N ranks of each group, ties kept.")
        ),
    ] = None,
    wide: Annotated[bool, Option("--wide", help=N_("Cross items and groups."))] = False,
    bases: Annotated[
        bool, Option("--bases", help=N_("With --wide: bases and effective bases as rows."))
    ] = False,
    letters: Annotated[
        bool,
        Option(
            "--letters",
            help=N_("With --wide: the columns that each figure is established to be above, by letters."),
        ),
    ] = False,
    family: Annotated[
        Literal["indicator", "table", "none"] | None,
        Option(
            help=N_("With --letters: which tests to adjust together: indicator (by default), table, none.")
        ),
    ] = None,
    by: Annotated[
        Literal["wave"] | None,
        Option(
            rich_help_panel=CHOOSING,
            help=N_("Set waves side by side, with the change from the first to the last."),
        ),
    ] = None,
    panel: Panel = False,
    bars: Annotated[
        bool,
        Option("--bars/--no-bars", show_default=False, help=N_("Draw bars on a terminal, as by default.")),
    ] = True,
    suppress: Annotated[
        bool, Option("--suppress", help=N_("Hide figures too imprecise to publish (NCHS standard)."))
    ] = False,
    precision: Annotated[
        list[PrecisionWord] | None,
        Option(
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
    if by is not None or panel:
        _refuse_strays(
            {
                "--panel": panel and by is None,
                "--top": top is not None,
                "--wide": wide,
                "--precision": bool(precision),
                "--bases": bases,
                "--letters": letters,
            }
        )
        table = _by_wave(input, session, selection, level, suppress, panel, item or ())
        deliver_table(table, output, session, bars=bars)
        return
    if family is not None and not letters:
        from phare_cli.nouns.errors import WrongOption
        from phare_cli.nouns.message import sentence

        raise WrongOption(sentence("--family goes with --letters: add it, or leave --family out."))
    # What is judged of a figure hangs on all tests of its indicator.
    survey = read_survey(input, session, None if letters else selection)
    of_all_items = subset(survey, selection)
    table = recipe.show(
        of_all_items,
        indicators=resolve_all(survey, "indicator", selection.indicators),
        regions=resolve_all(survey, "region", selection.regions),
        top=top,
        wide=wide,
        suppress=suppress,
        conf=level,
        precision=precision or (),
        bases=bases,
        letters=letters,
        family=family or "indicator",
        items=resolve_all(of_all_items, "item", item or ()),
    )
    deliver_table(table, output, session, bars=bars)


def _refuse_strays(given: Mapping[str, bool]) -> None:
    """Raise WrongOption for an option that does not go with waves side by side, or only with them."""
    from phare_cli.nouns.errors import WrongOption
    from phare_cli.nouns.message import sentence

    stray = next((option for option, is_given in given.items() if is_given), None)
    if stray == "--panel":
        raise WrongOption(sentence("--panel is about waves: add --by wave, or leave it out."))
    if stray is not None:
        raise WrongOption(
            sentence("--by wave sets waves side by side, without ranks: leave {option} out.", option=stray)
        )


def _by_wave(
    input: Input,
    session: Session,
    selection: "Selection",
    level: float,
    suppress: bool,
    panel: bool,
    items: Sequence[str],
) -> "Table":
    """Return waves side by side; what is judged of them hangs on all tests of the indicator, so that all is read."""
    from phare_cli.judging.subset import resolve_all, subset
    from phare_cli.judging.terms import Terms
    from phare_cli.recipes.show.over_waves import show_over_waves
    from phare_cli.shell.data import read_survey

    survey = read_survey(input, session)
    of_all_items = subset(survey, selection)
    return show_over_waves(
        of_all_items,
        indicators=resolve_all(survey, "indicator", selection.indicators),
        regions=resolve_all(survey, "region", selection.regions),
        suppress=suppress,
        terms=Terms(conf=level, is_panel=panel),
        items=resolve_all(of_all_items, "item", items),
    )
