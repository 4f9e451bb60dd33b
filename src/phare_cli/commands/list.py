"""``phare list``: what is in the data."""

from typing import Annotated

import typer

from phare_cli.nouns.message import N_
from phare_cli.recipes.listing import Topic, list_formats, list_names
from phare_cli.shell.options import Choice, Input, Output
from phare_cli.shell.session import Session


def list_(
    session: Session,
    topic: Annotated[Topic, typer.Argument(metavar="TOPIC", show_default=False, help=N_("What to list."))],
    *,
    input: Input,
    choice: Choice,
    output: Output,
) -> None:
    from phare_cli.judging.subset import subset
    from phare_cli.rendering import ENDINGS
    from phare_cli.shell.data import read_survey, selection_of
    from phare_cli.shell.table_delivery import deliver_table

    if topic is Topic.FORMATS:
        table = list_formats(ENDINGS)
    else:
        survey = subset(read_survey(input, session), selection_of(choice, session, None))
        table = list_names(survey, topic)
    deliver_table(table, output, session)
