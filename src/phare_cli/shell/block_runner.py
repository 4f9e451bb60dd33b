"""Answer the block of a document as the command line would answer it into a pipe. Read-only commands come here."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from functools import cache, partial
from pathlib import Path

from typer._click import ClickException
from typer.core import TyperCommand

from phare_cli.documents.allowed import allowed_file
from phare_cli.documents.blocks import LINED, OFFICE, Block
from phare_cli.documents.pictures import Drawing
from phare_cli.files.project_folder import project_of
from phare_cli.nouns.errors import PhareError, WrongOption
from phare_cli.nouns.message import Listing, sentence
from phare_cli.rendering.inline import as_code, for_mdx, image, inline
from phare_cli.shell.command_list import load
from phare_cli.shell.project.settings import Settings, find_settings
from phare_cli.shell.session import Session, language_asked
from phare_cli.shell.typer_app import Command, complaint, run_command
from phare_cli.shell.whole.interruption import check_interruption

FORMATS = {"mdx": "markdown"}  # the format of an answer where it has not the name of its document's
NO_FORMAT = sentence("a block has the form of its office document; leave --format out of it.")
FORMAT_OPTIONS = ("-f", "--format")
# The pictures that a document can show, the usual first: LaTeX takes no SVG, and browsers no PDF.
PICTURES = {"latex": ("pdf", "png"), "others": ("svg", "png")}


def block_answerer(
    session: Session,
    *,
    roots: Sequence[Path] = (),
    language: str | None = None,
    drawn: dict[Path, Drawing] | None = None,
) -> Callable[[Block], str]:
    """Return what answers a block by the project of its document. A command is built once a run, data are read once.

    *roots* are folders that a project's data may lie in besides its own. Pictures are left in *drawn*, by the files
    beside their documents. *language* serves a block that has none: no option, no language of its document or its
    project, and nothing in either that shows one. What is said beside an answer is in the language of the run.
    """
    commands: dict[str, TyperCommand] = {}
    # Not the terminal's nor the environment's: a document must read the same wherever it is updated.
    environ = {
        name: value for name, value in session.environ.items() if name not in ("PHARE_DATA", "PHARE_LANG")
    }
    piped = session.but(
        environ={**environ, "NO_COLOR": "1"},
        surveys={},
        in_document=True,
        reader=session.reader or session.language,
    )
    settings_of = cache(partial(_settings, roots=tuple(roots)))

    def answer(block: Block) -> str:
        name, *words = block.command
        if name not in commands:
            commands[name] = load(name, Command)
        folder = block.folder or Path.cwd()
        settings = settings_of(folder)
        spoken = block.language or settings.lang or block.standing or language or "en"
        block_session = piped.but(
            settings=settings,
            language=language_asked(words) or spoken,
            in_parts=block.syntax in OFFICE,
            read_within=(project_of(folder) or folder, *roots),
            drawings=[],
        )
        if name == "plot" and block.syntax in OFFICE:
            return _picture_part(commands[name], words, block_session)
        if name == "plot":
            file = picture_file(words, block)
            _output_of(commands[name], [*_without_format(words), "--output", file], block_session)
            [drawing] = block_session.drawings
            if drawn is not None:
                drawn[folder / file] = drawing
            return image(file, drawing.title, drawing.words, block.syntax)
        output = _output_of(commands[name], [*words, *_format(name, words, block)], block_session)
        return _fitted(output, name, words, block)

    return answer


def _picture_part(command: TyperCommand, words: list[str], session: Session) -> str:
    """Return the picture of a block as a part of an office document."""
    from phare_cli.rendering.page_parts import render_picture_part

    if _given_format(words) is not None:
        raise WrongOption(NO_FORMAT)
    _output_of(command, [*words, "--output", "picture.png"], session)
    [drawing] = session.drawings
    return render_picture_part(drawing.content, drawing.shows, f"{drawing.title}. {drawing.words}")


def _settings(folder: Path, *, roots: Sequence[Path]) -> Settings:
    """Return what the project of a document in *folder* has chosen, its data checked to be a block's to read."""
    place = project_of(folder)
    if place is None:
        return Settings()
    settings = find_settings(folder)
    data = tuple(str(allowed_file(file, folder=place, roots=roots)) for file in settings.data)
    book = settings.codebook and str(allowed_file(settings.codebook, folder=place, roots=roots))
    return settings._replace(data=data, codebook=book)


def _output_of(command: TyperCommand, words: list[str], session: Session) -> str:
    """Return what *command* writes to standard output. Raises WrongOption for words it cannot be given."""
    buffer = io.BytesIO()
    with io.TextIOWrapper(buffer, encoding="utf-8", newline="") as stream:
        try:
            with redirect_stdout(stream):
                status = run_command(command, words, f"phare {command.name}", session)
                stream.flush()
        except ClickException as error:
            raise complaint(error, (command.name or "",)) from error
        except (PhareError, KeyboardInterrupt):
            raise
        except (
            Exception
        ) as error:  # of one block: the others, and the other documents, are answered all the same
            check_interruption(error)
            if session.environ.get("PHARE_DEBUG"):
                raise
            detail = f"{type(error).__name__}: {error}".splitlines()[0]
            raise WrongOption(
                sentence("phare has a bug, and no answer to this command ({detail}).", detail=detail)
            ) from error
        check_interruption()
        if status:
            raise WrongOption(
                sentence("this command ends with status {status}, and no answer.", status=status)
            )
        try:
            return buffer.getvalue().decode("utf-8")
        except UnicodeDecodeError as error:
            raise WrongOption(
                sentence("the answer to this command is no text; leave --format out of it.")
            ) from error


def _format(name: str, words: list[str], block: Block) -> list[str]:
    """Return the format option that a block did not give: that of its document, none for a figure in a sentence."""
    given = _given_format(words)
    if block.syntax in OFFICE:
        if given is not None:
            raise WrongOption(NO_FORMAT)
        return []
    if given is None:
        if name == "report" and block.syntax in LINED:
            raise WrongOption(
                sentence(
                    "a report cannot stand in this kind of document; show, compare, cross, plot and value can."
                )
            )
        return [] if name == "value" else ["--format", FORMATS.get(block.syntax, block.syntax)]
    if given == "table":
        raise WrongOption(sentence("a document cannot hold a terminal's table; leave --format out of it."))
    return []


def picture_file(words: Sequence[str], block: Block) -> str:
    """Return the name of the file that the picture of a block stands in. Raises WrongOption for another format."""
    formats = PICTURES["latex" if block.syntax == "latex" else "others"]
    format = _given_format(words) or formats[0]
    if format not in formats:
        raise WrongOption(
            sentence(
                "a picture in this kind of document is {formats}; leave --format out, or choose one of them.",
                formats=Listing(formats, last="or"),
            )
        )
    return f"{block.picture}.{format}"


def _without_format(words: Sequence[str]) -> list[str]:
    """Return the words of a block without its format, which is that of a picture's file."""
    kept, rest = [], iter(words)
    for word in rest:
        if word in FORMAT_OPTIONS:
            next(rest, None)
        elif not word.startswith(("--format=", "-f")):
            kept.append(word)
    return kept


def _given_format(words: Sequence[str]) -> str | None:
    """Return the format that the words of a block name last, None where they name none."""
    given = None
    for place, word in enumerate(words):
        if word in FORMAT_OPTIONS:
            given = "".join(words[place + 1 : place + 2])
        elif word.startswith("--format="):
            given = word.partition("=")[2]
        elif word.startswith("-f"):
            given = word[2:].removeprefix("=")
    return given


def _fitted(text: str, name: str, words: list[str], block: Block) -> str:
    """Return an answer fit to stand in its document, where no name of the data is anything but text.

    A figure is plain text wherever it is asked for; another format than the document's is code, but HTML in Markdown.
    """
    if block.syntax in OFFICE:
        return text
    format = _given_format(words)
    if format is None and name == "value":
        return inline(text, block.syntax)
    if format in (None, FORMATS.get(block.syntax, block.syntax)):
        return for_mdx(text) if block.syntax == "mdx" else text
    if (format, block.syntax) == ("html", "markdown"):
        return text
    return as_code(text, format, block.syntax)
