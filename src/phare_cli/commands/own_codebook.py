"""``phare codebook``: which names of the data the codebook knows, and a first codebook of one's own."""

from typing import Annotated

from phare_cli.nouns.message import N_, sentence
from phare_cli.shell.declared import Option
from phare_cli.shell.options import Input, Output
from phare_cli.shell.session import Session

REMARK = sentence("guessed: check")


def codebook_(
    session: Session,
    *,
    input: Input,
    output: Output,
    draft: Annotated[
        bool,
        Option(
            "--draft", help=N_("Write a first codebook of the names that have no entry, as CSV to correct.")
        ),
    ] = False,
) -> None:
    from phare_cli.recipes.like_shipped import like_shipped
    from phare_cli.recipes.own_names import draft_codebook, own_names
    from phare_cli.results.names import PLACES
    from phare_cli.shell.data import read_survey
    from phare_cli.shell.project.spec_files import place_in_specs
    from phare_cli.shell.table_delivery import deliver_table, file_of, put_draft, rendered

    survey = read_survey(input, session)
    session.notify(like_shipped(survey))
    if not draft:
        deliver_table(own_names(survey), output, session)
        return
    if output.format is None and file_of(output) is None:
        output = output._replace(format="csv")
    place = survey.spelled.get(PLACES) or place_in_specs(session.settings)
    drafted = draft_codebook(survey, session.say(REMARK), session.language, place)
    if not drafted.rows:
        session.notify([sentence("every name of the data has an entry: there is none to draft.")])
    put_draft(rendered(drafted, output, session), file_of(output), session)
