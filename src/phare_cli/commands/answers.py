"""Deliver a table: choose its format, render it, write it."""

from __future__ import annotations

from pathlib import Path

from phare_cli.commands.options import Output
from phare_cli.commands.session import Session
from phare_cli.errors import PhareError, WrongOption
from phare_cli.message import sentence
from phare_cli.rendering import Look, format_of, render, render_bytes
from phare_cli.table import Table
from phare_cli.writing import holds_unicode, stdout_encoding, write


class ClosedPipe(PhareError):
    """Nobody reads the answer any more: nothing to say, and nothing to mend."""

    status = 141

    def __init__(self) -> None:
        super().__init__(sentence("the pipe is closed."))


def deliver(table: Table, output: Output, session: Session, *, bars: bool = True) -> None:
    """Write *table* where and how the reader asked.

    Raises WrongOption for a file ending that says no format, UnwritableOutput, or ClosedPipe.
    """
    format = chosen_format(output)
    to_terminal = output.output is None
    look = Look(
        language=session.language,
        decimals=decimals_of(output, session),
        bars=bars,
        dialect=output.dialect,
        safe_cells=output.safe_cells,
        width=session.width() if to_terminal else None,
        color=to_terminal and session.wants_color(output.color),
        unicode=not to_terminal or holds_unicode(stdout_encoding()),
    )
    put(render(table, format, look) if to_terminal else render_bytes(table, format, look), output.output)


def put(text: str | bytes, path: Path | None) -> None:
    """Write an answer. Raises UnwritableOutput or ClosedPipe."""
    try:
        write(text, path)
    except BrokenPipeError as error:
        raise ClosedPipe from error


def decimals_of(output: Output, session: Session) -> int | None:
    """Return how many decimals the reader asked for."""
    return session.settings.decimals if output.decimals is None else output.decimals


def chosen_format(output: Output) -> str:
    """Return the format asked for, or that of the file's ending, or a table."""
    if output.format:
        return output.format
    if output.output is None:
        return "table"
    format = format_of(output.output)
    if format is None:
        raise WrongOption(
            sentence(
                "the ending of {file} says no format: choose one with --format. (phare list formats)",
                file=str(output.output),
            )
        )
    return format
