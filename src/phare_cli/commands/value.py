"""``phare value``: one figure for a sentence."""

from typing import Annotated

import typer

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import N_
from phare_cli.nouns.table import Cell
from phare_cli.shell.comparing_options import To
from phare_cli.shell.options import CHOOSING, Choice, Indicators, Input, Output
from phare_cli.shell.session import Session


def value(
    session: Session,
    indicators: Indicators = None,
    *,
    input: Input,
    choice: Choice,
    output: Output,
    item: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", rich_help_panel=CHOOSING, help=N_("Item of an indicator: employment...")
        ),
    ] = None,
    gap: Annotated[bool, typer.Option("--gap", help=N_("Print the gap with --to, in points."))] = False,
    to: To = None,
    plain: Annotated[
        bool, typer.Option("--plain", help=N_("Print the bare number, without its unit."))
    ] = False,
) -> None:
    from phare_cli.judging.reference import reference_of
    from phare_cli.judging.subset import resolve_all, subset
    from phare_cli.recipes import value as recipe
    from phare_cli.rendering.visible import one_line, visible
    from phare_cli.shell.data import read_survey, selection_of
    from phare_cli.shell.table_delivery import decimals_of, deliver_table, put

    survey = read_survey(input, session)
    selection = selection_of(choice, session, indicators)
    items = resolve_all(survey, "item", item or ())
    segments = resolve_all(survey, "segment", selection.segments)
    if gap:
        table = recipe.gap(
            subset(survey, selection._replace(regions=())),
            regions=resolve_all(survey, "region", selection.regions),
            to=reference_of(survey, to),
            items=items,
            segments=segments,
        )
    else:
        table = recipe.value(subset(survey, selection), items=items, segments=segments)
    if output.format:
        deliver_table(table, output, session)
        return
    typesetter = Typesetter(session.language, decimals_of(output, session))
    text = _text(next(table.records()), typesetter, is_gap=gap, is_plain=plain)
    put(one_line(visible(text)) + "\n", output.output, session)


def _text(record: dict[str, Cell], typesetter: Typesetter, *, is_gap: bool, is_plain: bool) -> str:
    """Return the figure of the only row of an answer as it stands in a sentence."""
    figure, unit = record["gap" if is_gap else "value"], str(record["unit"])
    if not isinstance(figure, float | int):
        raise TypeError(f"an answer has a figure, not {figure!r}")
    if is_plain:
        return typesetter.bare(figure, unit, sign=is_gap)
    return typesetter.gap_held(figure, unit) if is_gap else typesetter.figure(figure, unit)
