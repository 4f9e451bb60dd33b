"""Run phare: build the command line, run one command, turn what went wrong into a sentence and a status."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

from typer._click import ClickException, Context
from typer.exceptions import Exit

from phare_cli.language.catalogue import LANGUAGES, of_environment, spoken_language
from phare_cli.nouns.errors import InvalidData, PhareError, UnreadableInput, UnwritableOutput, WrongOption
from phare_cli.nouns.message import N_, Listing, sentence
from phare_cli.shell.declared import Option, made_of, said_by
from phare_cli.shell.options import Language, Quiet
from phare_cli.shell.project.settings import Settings, find_settings
from phare_cli.shell.session import Session, is_help, language_asked, tell
from phare_cli.shell.typer_app import Commands, complaint, run_command
from phare_cli.shell.whole.interruption import check_interruption, status_of

BUG, CLOSED_PIPE = 70, 141
LATE = sentence(
    "this takes longer than PHARE_MAX_SECONDS allows: allow more seconds, or ask for less at once."
)
NO_MEMORY = sentence("there is not enough memory for this: read smaller files, or fewer of them at once.")
SPOKEN = Listing(LANGUAGES)


def main(argv: Sequence[str] | None = None) -> int:
    """Run phare with *argv* (the process's own by default) and return its exit status."""
    try:
        return _main(argv)
    except KeyboardInterrupt as stopped:
        if not getattr(stopped, "is_late", False):
            return status_of(stopped)
        refusal = LATE
    except MemoryError:
        refusal = NO_MEMORY
    # What was at work is let go by now.
    return _tell_out_of_bounds(UnreadableInput(refusal), sys.argv[1:] if argv is None else argv)


def _main(argv: Sequence[str] | None) -> int:
    arguments = list(sys.argv[1:] if argv is None else argv)
    session = Session(language=language_asked(arguments) or "en", environ=os.environ)
    try:
        session = Session(_language(arguments, os.environ, Settings()), environ=os.environ)

        def settle_and_run() -> int:
            nonlocal session
            settings = _settings(arguments)
            session = Session(_language(arguments, os.environ, settings), settings, os.environ)
            session.note_inputs([settings.file])
            return _run(arguments, session)

        return _within_limits(settle_and_run)
    except ClickException as error:
        _report(complaint(error, arguments), session)
        return WrongOption.status
    except PhareError as error:
        _report(error, session)
        return error.status
    except (
        SystemExit
    ) as left:  # how Typer leaves having completed a word, or when a pipe is closed on its help
        return CLOSED_PIPE if left.code else 0
    except BrokenPipeError:
        return CLOSED_PIPE
    except OSError as error:
        failure = _failure_of(error)
        _report(failure, session)
        return failure.status
    except MemoryError:
        raise
    except Exception as error:  # a bug must end in a sentence too, with what it takes to report it
        from phare_cli.files.memory import lacks_memory

        if lacks_memory(error):
            raise MemoryError from error
        _report_bug(error, session)
        return BUG


def _settings(arguments: Sequence[str]) -> Settings:
    """Return what the project has chosen; nothing where its file is wrong and help, or a word, is asked for."""
    try:
        return find_settings(_here())
    except PhareError:
        if not is_help(arguments) and "_PHARE_COMPLETE" not in os.environ:
            raise
        return Settings()


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:
        raise UnreadableInput(
            sentence("the folder that you are in is gone, or may not be read: go to another.")
        ) from None


def _failure_of(error: OSError) -> PhareError:
    """Say what the system refused outside of every command: a file by its name, else standard output, of a help."""
    if error.filename is not None:
        from phare_cli.shell.complaints import unread

        return unread(error)
    from phare_cli.shell.writing import why_not_stdout

    return UnwritableOutput(why_not_stdout(error))


def _within_limits(run: Callable[[], int]) -> int:
    """Do *run* within the limits that its user has set, if any are."""
    if not any(name.startswith("PHARE_MAX_") for name in os.environ):
        return run()
    from phare_cli.shell.whole.allowance import bounded  # of use for whom a limit is set

    return bounded(run)


def _tell_out_of_bounds(error: PhareError, arguments: Sequence[str]) -> int:
    try:
        language = language_asked(arguments) or of_environment(os.environ)
        tell(Session(language).say(sentence("phare: {error}", error=error.message)))
    except MemoryError:  # not even for a sentence in the reader's language
        tell(f"phare: {error}")
    return error.status


def app() -> Commands:
    """Return the command line: its commands are found by name when they are run."""
    _, *options = said_by(_phare)
    params, run = made_of(options, _phare)
    return Commands(
        name="",
        params=[*params],
        callback=run,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode="rich",
        help=N_("Survey results as tables and documents people can trust."),
    )


def _phare(
    context: Context,
    version: Annotated[bool, Option("--version", "-V", help=N_("Show the version and exit."))] = False,
    lang: Annotated[Language | None, Option(help=N_("Language of the answer and of messages."))] = None,
    quiet: Quiet = False,
    install_completion: Annotated[
        str | None,
        Option(
            metavar="[SHELL]",
            help=N_("Install completion: bash, zsh, fish, powershell; the current shell by default."),
        ),
    ] = None,
    show_completion: Annotated[
        str | None,
        Option(metavar="[SHELL]", help=N_("Print the script of completion, to install it by hand.")),
    ] = None,
) -> None:
    if quiet:
        context.obj = context.obj.but(is_quiet=True)
    if install_completion or show_completion:
        from phare_cli.shell.completing.install_completion import install_script, show_script

        if show_completion:
            show_script(show_completion, context.obj)
        if install_completion:
            install_script(install_completion, context.obj)
        raise Exit
    if version:
        from phare_cli.shell.table_delivery import put
        from phare_cli.version import __version__

        put(f"phare {__version__}\n", None, context.obj)
    elif context.invoked_subcommand is None:
        context.get_help()


def _run(arguments: list[str], session: Session) -> int:
    with _usable_environment():
        return _run_within(arguments, session)


@contextmanager
def _usable_environment() -> Iterator[None]:
    """Set aside for a run what the environment says that no terminal is and no picture needs.

    The libraries that draw tables and pictures take every word of it, or end in an error.
    """
    sizes = ("COLUMNS", "LINES", "TERMINAL_WIDTH")
    wrong = {
        name: os.environ.pop(name) for name in sizes if name in os.environ and not _is_size(os.environ[name])
    }
    if "MPLBACKEND" in os.environ:
        wrong["MPLBACKEND"] = os.environ.pop("MPLBACKEND")
    try:
        yield
    finally:
        os.environ.update(wrong)


def _is_size(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 2 <= len(text) <= 4


def _run_within(arguments: list[str], session: Session) -> int:
    command = app()
    if "_PHARE_COMPLETE" in session.environ:
        from phare_cli.shell.completing.completion_lines import completion_lines  # of use to a shell alone
        from phare_cli.shell.table_delivery import put

        lines = completion_lines(command, arguments, session.environ, session)
        put("".join(f"{line}\n" for line in lines), None, session)
        return 0
    with session.waiting:
        status = run_command(command, arguments, "phare", session)
    check_interruption()
    return status


def _language(arguments: Sequence[str], environ: Mapping[str, str], settings: Settings) -> str:
    """Return the reader's language: the flag, then PHARE_LANG, then phare.toml, then the locale.

    Help and complaints need it before the command line is parsed, so the flag is looked for here; the parser
    checks it afterwards. Raises WrongOption for a PHARE_LANG that phare does not speak.
    """
    asked = language_asked(arguments)
    if asked:
        return asked
    language = environ.get("PHARE_LANG")
    if language and not spoken_language(language):
        raise WrongOption(
            sentence("PHARE_LANG is “{text}”, and phare speaks {languages}.", text=language, languages=SPOKEN)
        )
    if not language and settings.lang:
        return settings.lang
    return of_environment(environ)


def _report(error: PhareError, session: Session) -> None:
    """Tell the reader what went wrong: one sentence, or each problem of invalid data at its place."""
    check_interruption(error)
    if isinstance(error, InvalidData):
        from phare_cli.shell.complaints import complaint_lines

        for line in complaint_lines(error, session):
            tell(line)
    elif error.status != CLOSED_PIPE:
        tell(session.say(sentence("phare: {error}", error=error.message)))


def _report_bug(error: Exception, session: Session) -> None:
    check_interruption(error)
    if session.environ.get("PHARE_DEBUG"):
        raise error
    detail = f"{type(error).__name__}: {error}".splitlines()[0]
    tell(
        session.say(
            sentence(
                "phare: this is a bug in phare ({detail}). Run it again with PHARE_DEBUG=1 to see where.",
                detail=detail,
            )
        )
    )
