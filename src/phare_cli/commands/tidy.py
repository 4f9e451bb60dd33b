"""``phare tidy``: from a published table to tidy results."""

from typing import Annotated

from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import N_, sentence
from phare_cli.shell.declared import Argument, Option
from phare_cli.shell.options import READ, READING, DecimalMark, Output
from phare_cli.shell.session import Session

SAYING = N_("What the table does not say")


def tidy(
    session: Session,
    file: Annotated[
        str,
        READ,
        Argument(
            metavar="FILE",
            show_default=False,
            help=N_("A published table: a workbook, CSV or web page; - is standard input."),
        ),
    ],
    *,
    draft: Annotated[
        bool,
        Option("--draft", help=N_("Print what was understood of the tables, as a spec to correct.")),
    ] = False,
    spec: Annotated[
        str | None,
        READ,
        Option(metavar="FILE", help=N_("Spec that says what stands where (TOML; phare help tables).")),
    ] = None,
    table: Annotated[
        list[str] | None,
        Option(
            "--table",
            metavar="N",
            help=N_("Table to read, by its number or its range (2, Q1!A3:H20); repeatable."),
        ),
    ] = None,
    values: Annotated[
        str | None,
        Option(metavar="KIND", help=N_("How figures are written: percent, fraction, count, score/10.")),
    ] = None,
    region: Annotated[
        str | None,
        Option("--region", "-r", metavar="NAME", rich_help_panel=SAYING, help=N_("Region of the figures.")),
    ] = None,
    stakeholder: Annotated[
        str | None,
        Option(
            "--stakeholder", "-s", metavar="NAME", rich_help_panel=SAYING, help=N_("Group of the figures.")
        ),
    ] = None,
    wave: Annotated[
        str | None, Option(metavar="NAME", rich_help_panel=SAYING, help=N_("Round of the survey."))
    ] = None,
    survey: Annotated[
        str | None, Option(metavar="NAME", rich_help_panel=SAYING, help=N_("Survey programme."))
    ] = None,
    encoding: Annotated[
        str | None, Option(metavar="NAME", rich_help_panel=READING, help=N_("Encoding of the file."))
    ] = None,
    delimiter: Annotated[
        str | None,
        Option(metavar="MARK", rich_help_panel=READING, help=N_("Mark between cells: ; , | or tab.")),
    ] = None,
    decimal: Annotated[
        DecimalMark | None, Option(rich_help_panel=READING, help=N_("Decimal mark of the file."))
    ] = None,
    sheet: Annotated[
        str | None,
        Option(metavar="NAME", rich_help_panel=READING, help=N_("Sheet of a workbook to read.")),
    ] = None,
    output: Output,
) -> None:
    from phare_cli.files.file_options import FileOptions
    from phare_cli.files.numbers import DECIMAL_MARKS
    from phare_cli.language.typeset import Typesetter
    from phare_cli.recipes.tidy import draft_tidy
    from phare_cli.recipes.tidy import tidy as recipe
    from phare_cli.results.crosstabs.layout_file import require_values
    from phare_cli.results.crosstabs.table_layout import Said
    from phare_cli.results.origins import origins
    from phare_cli.shell.explained.looking import looking
    from phare_cli.shell.table_delivery import file_of, put_all, put_draft, rendered

    if draft and spec is not None:
        raise WrongOption(sentence("--draft prints a spec, and --spec reads one: leave one of the two out."))
    options = FileOptions(
        encoding=encoding,
        delimiter={"tab": "\t"}.get(delimiter or "", delimiter),
        sheet=sheet,
        decimal=DECIMAL_MARKS[decimal] if decimal else "",
    )
    said = Said(region=region or "", stakeholder=stakeholder or "", wave=wave or "", survey=survey or "")
    kind = require_values(values)
    results = file_of(output)
    if draft:
        with looking("phare help tidy"):
            text, notices = draft_tidy(
                file,
                Typesetter(session.language),
                options=options,
                tables=table or (),
                said=said,
                values=kind,
            )
        session.notify(notices)
        put_draft(text, results, session)
        return
    with looking("phare help tidy", {spec: "phare help tables"}):
        tidied = recipe(
            file,
            options=options,
            spec=spec,
            tables=table or (),
            said=said,
            values=kind,
            counted_from="" if results is None else origins([file, spec], results),
        )
    session.notify(tidied.notices)
    results_output = output if output.format or results else output._replace(format="csv")
    put_all([(rendered(tidied.results, results_output, session), results)], session)
