"""``phare value``: one figure for a sentence."""

from collections.abc import Mapping
from typing import Annotated, Literal

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import N_, sentence
from phare_cli.nouns.table import Cell
from phare_cli.shell.comparing_options import GapTerms, To, are_asked, terms_of
from phare_cli.shell.declared import Option
from phare_cli.shell.options import (
    ANSWER,
    CHOOSING,
    Choice,
    Conf,
    Indicators,
    Input,
    Output,
    Panel,
    item_option,
)
from phare_cli.shell.session import Session


def value(
    session: Session,
    indicators: Indicators = None,
    *,
    input: Input,
    choice: Choice,
    output: Output,
    item: Annotated[list[str] | None, item_option(N_("Item of an indicator: employment..."))] = None,
    gap: Annotated[bool, Option("--gap", help=N_("Print the gap with --to, in points."))] = False,
    by: Annotated[
        Literal["wave"] | None,
        Option(
            rich_help_panel=CHOOSING,
            help=N_("With --gap: since the wave before, or that of --to (+6 points since 2022)."),
        ),
    ] = None,
    to: To = None,
    judging: GapTerms,
    panel: Panel = False,
    conf: Conf = None,
    mark: Annotated[
        bool,
        Option(
            "--mark",
            rich_help_panel=ANSWER,
            help=N_("Say after the figure, in brackets, that it stands on a low base or bears no verdict."),
        ),
    ] = False,
    plain: Annotated[bool, Option("--plain", help=N_("Print the bare number, without its unit."))] = False,
) -> None:
    from phare_cli.judging.reference import reference_of
    from phare_cli.judging.subset import resolve, resolve_all, subset
    from phare_cli.recipes import value as recipe
    from phare_cli.rendering.visible import one_line, visible
    from phare_cli.shell.data import conf_of, read_survey, selection_of
    from phare_cli.shell.table_delivery import (
        decimals_of,
        deliver_table,
        is_office_file,
        put,
        refuse_other_files,
    )

    refuse_other_files(output)
    _refuse_strays(judging, is_gap=gap, given={"--by": by is not None, "--conf": conf is not None})
    if panel and by is None:
        from phare_cli.nouns.errors import WrongOption

        raise WrongOption(sentence("--panel is about waves: add --by wave, or leave it out."))
    level = conf_of(conf, session)
    survey = read_survey(input, session)
    selection = selection_of(choice, session, indicators)
    items = resolve_all(survey, "item", item or ())
    segments = resolve_all(survey, "segment", selection.segments)
    if gap and by == "wave":
        table = recipe.change(
            subset(survey, selection._replace(waves=())),
            regions=resolve_all(survey, "region", selection.regions),
            waves=resolve_all(survey, "wave", selection.waves),
            to=None if to is None else resolve(survey, "wave", to),
            items=items,
            segments=segments,
            terms=terms_of(judging, level, survey, is_panel=panel),
        )
    elif gap:
        table = recipe.gap(
            subset(survey, selection._replace(regions=())),
            regions=resolve_all(survey, "region", selection.regions),
            to=reference_of(survey, to),
            items=items,
            segments=segments,
            terms=terms_of(judging, level, survey),
        )
    else:
        table = recipe.value(subset(survey, selection), items=items, segments=segments)
    if output.format or is_office_file(output):
        deliver_table(table, output, session)
        return
    typesetter = Typesetter(session.language, decimals_of(output, session))
    record = next(table.records())
    text = _text(record, typesetter, is_gap=gap, is_plain=plain)
    # A remark goes with a caution: two figures that are known exactly, and equal, need neither.
    remark = _remark(record, is_gap=gap) if table.notes else ""
    if mark and remark:
        text = typesetter.say(
            sentence("{figure} ({remark})", figure=text, remark=typesetter.word(remark).lstrip("○ "))
        )
    session.caution(table.notes)
    put(one_line(visible(text)) + "\n", output.output, session)


def _remark(record: dict[str, Cell], *, is_gap: bool) -> str:
    """Return the word of what a figure must not be taken for: low base, not established, untestable; none: empty."""
    if is_gap:
        verdict = str(record["verdict"])
        return verdict if verdict in ("not_established", "untestable") else ""
    flag = str(record["flag"] or "")
    return flag if flag in ("low_base", "suppress") else ""


def _refuse_strays(judging: GapTerms, *, is_gap: bool, given: Mapping[str, bool]) -> None:
    """Raise WrongOption for an option about gaps where no gap is asked for."""
    from phare_cli.nouns.errors import WrongOption

    asked = {**are_asked(judging), **given}
    stray = next((option for option, is_given in asked.items() if is_given), None)
    if stray is not None and not is_gap:
        raise WrongOption(sentence("{option} goes with --gap: add it, or leave {option} out.", option=stray))


def _text(record: dict[str, Cell], typesetter: Typesetter, *, is_gap: bool, is_plain: bool) -> str:
    """Return the figure of the only row of an answer as it stands in a sentence."""
    figure, unit = record["gap" if is_gap else "value"], str(record["unit"])
    if not isinstance(figure, float | int):
        raise TypeError(f"an answer has a figure, not {figure!r}")
    if is_plain:
        return typesetter.bare(figure, unit, sign=is_gap)
    return typesetter.gap_held(figure, unit) if is_gap else typesetter.figure(figure, unit)
