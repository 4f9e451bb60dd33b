"""``phare check``: everything that is wrong in results files, at once."""

from typing import Annotated

import typer

from phare_cli.commands.options import Input, Output
from phare_cli.commands.session import Session
from phare_cli.message import N_, sentence


def check(
    session: Session,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...", show_default=False, help=N_("Results files; those of --data by default.")
        ),
    ] = None,
    *,
    input: Input,
    output: Output,
    strict: Annotated[
        bool, typer.Option("--strict", help=N_("Exit with status 1 for warnings too."))
    ] = False,
) -> int:
    from phare_cli.commands.answers import deliver
    from phare_cli.commands.sources import data_files, rules_of, seen, show_work
    from phare_cli.reading import inspect
    from phare_cli.recipes import checking
    from phare_cli.recipes.doubts import doubts

    names = data_files([*(files or ()), *(input.data or ())], session)
    with seen(names, session) as shown:
        inspection = inspect(*shown, rules=rules_of(input, session))
    session.notify(inspection.survey.notices)
    show_work(names, session, sentence("Look for what is odd"))
    doubtful = doubts(inspection.survey)
    table = checking.check(
        inspection.problems,
        figures=len(inspection.survey.estimates),
        total=inspection.total,
        doubts=doubtful,
    )
    deliver(table, output, session)
    return int(not checking.is_passed([*inspection.problems, *doubtful], strict=strict))
