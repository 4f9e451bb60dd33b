"""Deliver a table: choose its format, render it, write it."""

from __future__ import annotations

from pathlib import Path

from phare_cli.nouns.errors import PhareError, WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.table import Table
from phare_cli.rendering import Look, format_of, render, render_bytes
from phare_cli.shell.options import Output
from phare_cli.shell.session import Session
from phare_cli.shell.writing import holds_unicode, stdout_encoding, write


class ClosedPipe(PhareError):
    """Nobody reads the answer any more: nothing to say, and nothing to mend."""

    status = 141

    def __init__(self) -> None:
        super().__init__(sentence("the pipe is closed."))


def deliver_table(table: Table, output: Output, session: Session, *, bars: bool = True) -> None:
    """Write *table* where and how the reader asked.

    Raises WrongOption for a file ending that says no format, UnwritableOutput, or ClosedPipe.
    """
    format = chosen_format(output)
    path = file_of(output)
    refuse_input(path, session)
    look = Look(
        language=session.language,
        decimals=decimals_of(output, session),
        bars=bars,
        dialect=output.dialect,
        safe_cells=output.safe_cells,
        width=None if path else session.width(),
        color=path is None and session.wants_color(output.color),
        unicode=path is not None or holds_unicode(stdout_encoding()),
    )
    is_text = path is None and format != "xlsx"
    put(render(table, format, look) if is_text else render_bytes(table, format, look), path, session)


def file_of(output: Output) -> Path | None:
    """Return the file to write; None for standard output, which ``-`` is too."""
    return None if output.output is None or str(output.output) == "-" else output.output


def refuse_input(path: Path | None, session: Session) -> None:
    """Raise WrongOption when *path* is a file that the run has read its figures from."""
    if path is None or not path.exists():
        return
    for read in session.files_read:
        if read.exists() and path.samefile(read):
            raise WrongOption(
                sentence("{file} is where the figures come from: write the answer elsewhere.", file=str(path))
            )


def put(text: str | bytes, path: Path | None, session: Session) -> None:
    """Write an answer. Raises UnwritableOutput or ClosedPipe."""
    session.waiting.close()
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
    path = file_of(output)
    if path is None:
        return "table"
    format = format_of(path)
    if format is None:
        raise WrongOption(
            sentence(
                "the ending of {file} says no format: choose one with --format. (phare list formats)",
                file=str(path),
            )
        )
    return format
