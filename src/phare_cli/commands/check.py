"""``phare check``: everything that is wrong in results files, at once."""

from pathlib import Path
from typing import Annotated

from phare_cli.nouns.message import N_, sentence
from phare_cli.shell.declared import Argument, Option
from phare_cli.shell.options import READ, Input, Output
from phare_cli.shell.session import Session


def check(
    session: Session,
    files: Annotated[
        list[str] | None,
        READ,
        Argument(
            metavar="[FILE]...", show_default=False, help=N_("Results files; those of --data by default.")
        ),
    ] = None,
    *,
    input: Input,
    output: Output,
    strict: Annotated[bool, Option("--strict", help=N_("Exit with status 1 for warnings too."))] = False,
) -> int:
    from phare_cli.recipes.check import check as checking
    from phare_cli.recipes.like_shipped import like_shipped
    from phare_cli.results import inspect
    from phare_cli.shell.data import rules_of, show_work, tell_encoding, tell_project, watch
    from phare_cli.shell.session import data_files
    from phare_cli.shell.table_delivery import deliver_table

    input = input._replace(data=[*(files or ()), *(input.data or ())])
    names = data_files(input.data or (), session)
    with watch(names, session) as shown:
        inspection = inspect(*shown, rules=rules_of(input, session))
    session.notify([*inspection.survey.notices, *like_shipped(inspection.survey)])
    tell_encoding(inspection.survey.notices, input, session)
    tell_project(input, session)
    show_work(names, session, sentence("Look for what is odd"))
    if session.settings.run:
        from phare_cli.shell.project.former_names import former_names

        doubtful = checking.doubts(inspection.survey, former_names(session.settings))
    else:
        doubtful = checking.doubts(inspection.survey)
    if session.codebooks:
        from phare_cli.drawing.themes.doubtful_colors import colors_to_doubt
        from phare_cli.shell.own.house_theme import chosen_theme

        doubtful = [*colors_to_doubt(lambda: chosen_theme(None, session)), *doubtful]
    counted = inspection.survey.counted_from
    if counted:
        from phare_cli.results.origins import changed_origins

        doubtful = [*changed_origins(counted), *doubtful]
    from phare_cli.results.shipped import shipped_data

    problems, doubtful = (
        [each._replace(file=_called(each.file, session)) if each.file else each for each in found]
        for found in (inspection.problems, doubtful)
    )
    table = checking.check(
        problems,
        figures=len(inspection.survey.estimates),
        total=inspection.total,
        doubts=doubtful,
        files=[] if names == shipped_data() else [_called(str(name), session) for name in names],
    )
    deliver_table(table, output, session)
    return int(not checking.is_passed([*problems, *doubtful], strict=strict))


def _called(name: str, session: Session) -> str:
    """Return what a file is called in an answer: one of the project's as it would be typed in this folder."""
    path, here = Path(name), Path.cwd()
    is_near = name in session.settings.data and path.is_absolute() and path.is_relative_to(here)
    return str(path.relative_to(here)) if is_near else name
