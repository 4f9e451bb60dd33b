"""``phare compare``: a region beside its nation; groups, segments or waves beside one another."""

from typing import TYPE_CHECKING, Annotated

from phare_cli.judging.pairs import By
from phare_cli.nouns.message import N_
from phare_cli.shell import completion
from phare_cli.shell.comparing_options import GapTerms, To, terms_of
from phare_cli.shell.declared import Option
from phare_cli.shell.options import CHOOSING, Choice, Conf, Indicators, Input, Output, Panel, item_option
from phare_cli.shell.session import Session

if TYPE_CHECKING:
    pass


def compare(
    session: Session,
    indicators: Indicators = None,
    *,
    input: Input,
    choice: Choice,
    output: Output,
    item: Annotated[
        list[str] | None,
        item_option(N_("Item to compare: employment...; repeatable. Its tests are those among all.")),
    ] = None,
    top: Annotated[
        int | None,
        Option(
            metavar="N",
            rich_help_panel=CHOOSING,
            help=N_("Keep the N widest gaps, ties kept. Their tests are those among all."),
        ),
    ] = None,
    to: To = None,
    by: Annotated[
        By,
        Option(
            rich_help_panel=CHOOSING,
            show_default=False,
            help=N_(
                "What to set side by side: regions (by default), stakeholder groups, their segments, or waves."
            ),
        ),
    ] = By.REGION,
    to_survey: Annotated[
        str | None,
        Option(
            metavar="NAME",
            rich_help_panel=CHOOSING,
            autocompletion=completion.surveys,
            help=N_("Take the reference from another survey."),
        ),
    ] = None,
    to_wave: Annotated[
        str | None,
        Option(
            metavar="NAME",
            rich_help_panel=CHOOSING,
            autocompletion=completion.waves,
            help=N_("Take the reference from another wave."),
        ),
    ] = None,
    judging: GapTerms,
    panel: Panel = False,
    sentences: Annotated[
        bool, Option("--sentences", help=N_("Say each comparison in a sentence, with its caution."))
    ] = False,
    explain: Annotated[
        bool,
        Option("--explain", help=N_("Add, for each row, the formulas, what went into them, their source.")),
    ] = False,
    conf: Conf = None,
) -> None:
    from phare_cli.judging.reference import reference_of, reference_round
    from phare_cli.judging.subset import resolve_all, subset
    from phare_cli.recipes.compare import compare as recipe
    from phare_cli.shell.data import conf_of, read_survey, selection_of
    from phare_cli.shell.table_delivery import deliver_table

    if panel and by is not By.WAVE:
        from phare_cli.nouns.errors import WrongOption
        from phare_cli.nouns.message import sentence

        raise WrongOption(sentence("--panel is about waves: add --by wave, or leave it out."))
    level = conf_of(conf, session)
    survey = read_survey(input, session)
    selection = selection_of(choice, session, indicators)
    if sentences and indicators and judging.family != "table":  # no more tests than those of the numbers
        from phare_cli.recipes.plot_stacks import with_nets

        asked = resolve_all(survey, "indicator", selection.indicators)
        selection = selection._replace(indicators=with_nets(survey, asked))
    if by is By.SEGMENT:
        selection = selection._replace(segments=_with_whole_groups(selection.segments))
    # The reference region must stay in the data: regions are chosen by the recipe.
    within = subset(survey, selection._replace(regions=()))
    table = recipe.compare(
        within,
        regions=resolve_all(survey, "region", selection.regions),
        to=reference_of(survey, to, by, asked=selection.regions),
        by=by,
        indicators=resolve_all(survey, "indicator", selection.indicators),
        terms=terms_of(
            judging, level, survey, is_panel=panel, of="segment" if by is By.SEGMENT else "region"
        ),
        explain=explain,
        as_sentences=sentences,
        to_round=reference_round(survey, to_survey, to_wave, by),
        items=resolve_all(within, "item", item or ()),
        top=top,
    )
    deliver_table(table, output, session)


def _with_whole_groups(segments: tuple[str, ...]) -> tuple[str, ...]:
    """Return the segments asked for with the whole groups that hold them. Raises WrongOption for these alone."""
    from phare_cli.judging.subset import WHOLE_GROUPS
    from phare_cli.nouns.errors import WrongOption
    from phare_cli.nouns.message import sentence

    if WHOLE_GROUPS in segments:
        raise WrongOption(
            sentence("--segment none leaves no part of a group to compare: leave it out with --by segment.")
        )
    return (*segments, WHOLE_GROUPS) if segments else ()
