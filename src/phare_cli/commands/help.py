"""``phare help``: the help of a command, or a topic that belongs to none."""

from typing import Annotated

import typer

from phare_cli.nouns.errors import UnknownTopic
from phare_cli.nouns.message import N_, Message, sentence
from phare_cli.nouns.table import Column, Kind, Table
from phare_cli.shell.options import Output
from phare_cli.shell.session import Session

STATUSES = (
    (0, sentence("done")),
    (1, sentence("a check found something")),
    (2, sentence("wrong option or name")),
    (3, sentence("invalid data")),
    (4, sentence("input unreadable")),
    (5, sentence("output not writable")),
    (70, sentence("a bug in phare")),
    (130, sentence("interrupted with Ctrl-C")),
    (141, sentence("the reader of a pipe closed it")),
)
FIELDS = (
    ("region", True, sentence("region: official name, alias or INSEE code as text; the nation is France")),
    ("stakeholder", True, sentence("group: citizens, mayors, associations, companies, or any text")),
    ("indicator", True, sentence("what was asked: fragilities, engagement, innovation, or any text")),
    ("item", True, sentence("the answer that the figure is about")),
    ("value", True, sentence("the figure; an empty cell is an item named without a figure, never 0")),
    ("unit", False, sentence("percent (0-100, by default), score/10, count, or any text")),
    ("base", False, sentence("respondents asked, unweighted")),
    (
        "effective_base",
        False,
        sentence("base after the design effect; every interval and test uses it when given"),
    ),
    ("response", False, sentence("single or multiple: may one respondent give several items")),
    ("survey", False, sentence("the programme")),
    ("wave", False, sentence("one round of it")),
    ("segment", False, sentence("part of a group (employers); empty is the whole group")),
    ("universe", False, sentence("whom the base stands for")),
    ("question", False, sentence("its wording")),
    ("in_national_sample", False, sentence("on a regional row: yes, no, or empty when not known")),
    ("source", False, sentence("where the figure was published")),
    ("url", False, sentence("the address of that")),
    ("note", False, sentence("what to know of the figure")),
)


def help_(
    session: Session,
    context: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(metavar="[TOPIC]", show_default=False, help=N_("A command, exit-codes or columns.")),
    ] = None,
    *,
    output: Output,
) -> None:
    from phare_cli.shell.command_list import COMMANDS
    from phare_cli.shell.table_delivery import deliver

    root = context.find_root()
    if topic is None:
        root.command.get_help(root)
    elif topic in COMMANDS:
        from phare_cli.shell.command_list import load
        from phare_cli.shell.typer_app import Command

        command = load(topic, Command)
        with command.make_context(topic, [], parent=root, resilient_parsing=True) as inner:
            command.get_help(inner)
    elif topic in TOPICS:
        deliver(TOPICS[topic], output, session)
    else:
        raise UnknownTopic(topic, (*COMMANDS, *TOPICS))


def _table(title: Message, columns: tuple[Column, ...], rows: tuple[tuple[object, ...], ...]) -> Table:
    return Table(command="help", title=title, columns=columns, rows=rows)  # type: ignore[arg-type]  # constants above


TOPICS = {
    "exit-codes": _table(
        sentence("Exit statuses"),
        (Column("status", sentence("Status"), Kind.RANK), Column("meaning", sentence("Meaning"))),
        STATUSES,
    ),
    "columns": _table(
        sentence("Columns of a results file"),
        (
            Column("column", sentence("Column")),
            Column("required", sentence("Required")),
            Column("meaning", sentence("Meaning")),
        ),
        FIELDS,
    ),
}
