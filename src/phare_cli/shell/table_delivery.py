"""Deliver a table: choose its format, render it, write it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from phare_cli.nouns.errors import PhareError, WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.table import Table
from phare_cli.rendering import ENDINGS, OFFICE, Look, format_of, render, render_bytes
from phare_cli.shell.options import Output
from phare_cli.shell.session import Session
from phare_cli.shell.whole.interruption import check_interruption
from phare_cli.shell.writing import (
    as_bytes,
    holds_unicode,
    is_stream,
    no_document,
    no_own,
    stdout_encoding,
    write,
    write_all,
)

if TYPE_CHECKING:
    from phare_cli.rendering.look import HouseTemplate
    from phare_cli.shell.whole.replacing import Replacement


class ClosedPipe(PhareError):
    """Nobody reads the answer any more: nothing to say, and nothing to mend."""

    status = 141

    def __init__(self) -> None:
        super().__init__(sentence("the pipe is closed."))


def deliver_table(table: Table, output: Output, session: Session, *, bars: bool = True) -> None:
    """Write *table* where and how the reader asked.

    Raises WrongOption for a file ending that says no format, UnwritableOutput, or ClosedPipe.
    """
    path = file_of(output)
    put(rendered(table, output, session, bars=bars), path, session)


def rendered(table: Table, output: Output, session: Session, *, bars: bool = True) -> str | bytes:
    """Return *table* as the reader asked for it. Raises WrongOption for a file ending that says no format."""
    format = chosen_format(output)
    path = file_of(output)
    session.refuse_input(path)
    _refuse_raw(output, format)
    look = Look(
        language=session.language,
        decimals=decimals_of(output, session),
        bars=bars,
        dialect=output.dialect,
        safe_cells=output.safe_cells,
        width=None if path else session.width(),
        color=path is None and session.wants_color(output.color),
        unicode=path is not None or holds_unicode(stdout_encoding()),
        whole=path is not None,
        raw=output.raw,
        template=_template(output, format, session),
    )
    if session.in_parts:
        from phare_cli.rendering.page_parts import render_table_parts

        return render_table_parts(table, look)
    is_text = path is None and format not in OFFICE
    answer = render(table, format, look) if is_text else render_bytes(table, format, look)
    if look.template is not None:
        from phare_cli.shell.own.house_template import tell_commands

        tell_commands(answer, format, look, path, session)
    return answer


def _template(output: Output, format: str, session: Session) -> HouseTemplate | None:
    if output.template is None and (format not in OFFICE or not session.settings.template):
        return None
    from phare_cli.shell.own.house_template import template_of

    return template_of(output.template, format, session)


def _refuse_raw(output: Output, format: str) -> None:
    if output.raw and format not in ("xlsx", "csv", "tsv", "json"):
        raise WrongOption(sentence("--raw is for workbooks: write to .xlsx, or leave --raw out."))


def file_of(output: Output) -> Path | None:
    """Return the file to write; None for standard output, which ``-`` is too."""
    return None if output.output is None or str(output.output) == "-" else output.output


def is_office_file(output: Output) -> bool:
    """Tell whether the answer goes to a file that an office suite opens."""
    path = file_of(output)
    return path is not None and format_of(path) in OFFICE


def put(text: str | bytes, path: Path | None, session: Session) -> None:
    """Write an answer. Raises UnwritableOutput or ClosedPipe, WrongOption over a file that the run reads."""
    put_all([(text, path)], session)


def put_all(answers: Sequence[tuple[str | bytes, Path | None]], session: Session) -> None:
    """Write several answers, those that go to files all or none, and first. Raises as put() does."""
    for _, path in answers:
        session.refuse_input(path)
    session.waiting.close()
    check_interruption()
    files: list[tuple[bytes, Path]] = []
    streams: list[tuple[str | bytes, Path | None]] = []
    for text, path in answers:
        if path is None or is_stream(path):
            streams.append((text, path))
        else:
            files.append((as_bytes(text), path))
    if files:
        session.note_outputs(path for _, path in files)
        from phare_cli.shell.whole.replacing import Replacement

        _tell_copies(write_all([Replacement(path, content) for content, path in files]), session)
    try:
        for text, path in streams:
            write(text, path)
    except BrokenPipeError as error:
        raise ClosedPipe from error


def put_draft(text: str | bytes, path: Path | None, session: Session) -> None:
    """Write what a person is to correct: over no file that was corrected. Raises as put() does."""
    if path is None or is_stream(path) or not path.is_file():
        put_all([(text, path)], session)
    elif not _holds(path, as_bytes(text)):
        raise WrongOption(
            sentence(
                "{file} is there already, and a draft would undo what was corrected in it: name another file with "
                "--output.",
                file=str(path),
            )
        )


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def put_own(
    files: Sequence[tuple[str | bytes, Path]],
    session: Session,
    *,
    are_new: bool = False,
    before: Mapping[Path, bytes] = MappingProxyType({}),
) -> None:
    """Write files whose names phare chose, all or none; *are_new*: over no file but those that hold what is said to
    stand there *before*. Raises as put() does.
    """
    from phare_cli.shell.whole.replacing import Replacement

    for _, path in files:
        session.refuse_input(path)
    session.waiting.close()
    check_interruption()
    session.note_outputs(path for _, path in files)
    replacements = [
        Replacement(path, as_bytes(text), before.get(path), is_new=are_new and path not in before)
        for text, path in files
    ]
    _tell_copies(write_all(replacements, no_own), session)


def put_documents(replacements: Iterable[Replacement], session: Session) -> None:
    """Write over documents that were read, all of them or none. Raises as put() does."""
    documents = tuple(replacements)
    for each in documents:
        session.refuse_input(each.path)
    session.note_outputs(each.path for each in documents)
    session.waiting.close()
    check_interruption()
    _tell_copies(write_all(documents, no_document), session)


def _tell_copies(left: Sequence[Path], session: Session) -> None:
    session.notify(
        sentence(
            "a run that was killed has left {file}, a copy of what a file held: compare them, then remove it.",
            file=str(file),
        )
        for file in left
    )


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
        raise no_format(path)
    return format


def refuse_other_files(output: Output) -> None:
    """Raise WrongOption for a file whose ending says that it is neither text nor a format of tables."""
    path = None if output.format else file_of(output)
    if path is None or not path.suffix or format_of(path) is not None:
        return
    from phare_cli.nouns.meant.meant_endings import (
        PICTURES,
        meant_file,
    )  # few answers of one figure have a file

    if (
        path.suffix.lower() in PICTURES
        or meant_file(str(path), [f".{format}" for format in OFFICE]) is not None
    ):
        raise no_format(path)


def no_format(path: Path) -> WrongOption:
    """Return what is to be raised of a file of a table whose ending says no format of one."""
    from phare_cli.nouns.meant.meant_endings import PICTURES, meant_file  # of use to who mistyped alone

    if path.suffix.lower() in PICTURES:
        return WrongOption(
            sentence(
                "{file} would be a picture, and this is a table: phare plot draws pictures; a table is written to "
                ".docx, .xlsx, .html and others, which print to PDF. (phare help formats)",
                file=str(path),
            )
        )
    meant = meant_file(str(path), [ending for endings in ENDINGS.values() for ending in endings])
    if meant is not None:
        return WrongOption(
            sentence(
                "the ending of {file} says no format: write {near}, or choose one with --format. (phare list formats)",
                file=str(path),
                near=meant,
            )
        )
    return WrongOption(
        sentence(
            "the ending of {file} says no format: choose one with --format. (phare list formats)",
            file=str(path),
        )
    )
