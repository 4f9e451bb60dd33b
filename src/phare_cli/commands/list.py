"""``phare list``: what is in the data."""

from typing import Annotated

import typer

from phare_cli.commands.options import Choice, Input, Output
from phare_cli.commands.session import Session
from phare_cli.message import N_
from phare_cli.recipes.listing import Topic, list_formats, list_names


def list_(
    session: Session,
    topic: Annotated[Topic, typer.Argument(metavar="TOPIC", show_default=False, help=N_("What to list."))],
    *,
    input: Input,
    choice: Choice,
    output: Output,
) -> None:
    from phare_cli.commands.answers import deliver
    from phare_cli.commands.sources import read_survey, selection_of
    from phare_cli.recipes.subset import subset
    from phare_cli.rendering import ENDINGS

    if topic is Topic.FORMATS:
        table = list_formats(tuple((format, " ".join(endings)) for format, endings in ENDINGS.items()))
    else:
        survey = subset(read_survey(input, session), selection_of(choice, session, None))
        table = list_names(survey, topic)
    deliver(table, output, session)
