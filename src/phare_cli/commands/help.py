"""``phare help``: the help of a command, or a topic that belongs to none."""

from typing import Annotated

import typer

from phare_cli.language.codebook import codebook
from phare_cli.language.codebook_columns import COLUMNS, KINDS
from phare_cli.nouns.contract import CONTRACT, ContractColumn
from phare_cli.nouns.errors import UnknownTopic
from phare_cli.nouns.message import N_, sentence
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
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
    (130, sentence("interrupted with Ctrl-C; 143 and 129 when stopped by SIGTERM or SIGHUP")),
    (141, sentence("the reader of a pipe closed it")),
)


def help_(
    session: Session,
    context: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC]", show_default=False, help=N_("A command, or exit-codes, columns, codebook.")
        ),
    ] = None,
    *,
    output: Output,
) -> None:
    from phare_cli.shell.command_list import COMMANDS
    from phare_cli.shell.table_delivery import deliver_table

    root = context.find_root()
    if topic is None:
        root.command.get_help(root)
    elif topic in COMMANDS and topic not in TOPICS:
        from phare_cli.shell.command_list import load
        from phare_cli.shell.typer_app import Command

        command = load(topic, Command)
        with command.make_context(topic, [], parent=root, resilient_parsing=True) as inner:
            command.get_help(inner)
    elif topic in TOPICS:
        deliver_table(TOPICS[topic](), output, session)
    else:
        raise UnknownTopic(topic, (*COMMANDS, *TOPICS))


def _statuses() -> Table:
    return Table(
        command="help",
        title=sentence("Exit statuses"),
        columns=(Column("status", sentence("Status"), Kind.RANK), Column("meaning", sentence("Meaning"))),
        rows=STATUSES,
    )


def _columns() -> Table:
    """Return the columns of a results file, those it must have first; machines read all there is to say of each."""
    return Table(
        command="help",
        title=sentence("Columns of a results file"),
        columns=(
            Column("column", sentence("Column")),
            Column("required", sentence("Required")),
            Column("meaning", sentence("Meaning")),
            Column("in_key", sentence("Part of the key"), show=Show.NEVER),
            Column("holds", sentence("Holds"), show=Show.NEVER),
            Column("words", sentence("Words"), show=Show.NEVER),
            Column("aliases", sentence("Other names"), show=Show.NEVER),
        ),
        rows=tuple(_explained(column) for column in sorted(CONTRACT, key=lambda column: not column.required)),
    )


def _explained(column: ContractColumn) -> tuple[Cell, ...]:
    [entry] = [entry for entry in codebook().entries("column") if entry.id == column.name]
    aliases = dict.fromkeys(name for name in entry.names if name != column.name)
    return (
        column.name,
        column.required,
        column.meaning,
        column.in_key,
        column.kind,
        "|".join(column.words),
        "|".join(aliases),
    )


def _codebook() -> Table:
    """Return the columns of a codebook, then the kinds of names that it may hold."""
    columns = (
        Column("part", sentence("Part"), Kind.WORD, Show.TITLE),
        Column("name", sentence("Name")),
        Column("meaning", sentence("Meaning")),
        Column("aliases", sentence("Other names"), show=Show.IF_ANY),
    )
    rows: list[tuple[Cell, ...]] = [
        ("columns", column.name, sentence(column.meaning), ", ".join(column.aliases)) for column in COLUMNS
    ]
    rows += [("kinds", kind, sentence(meaning), "") for kind, meaning in KINDS.items()]
    return Table(command="help", title=sentence("A codebook of your own"), columns=columns, rows=tuple(rows))


TOPICS = {"exit-codes": _statuses, "columns": _columns, "codebook": _codebook}
