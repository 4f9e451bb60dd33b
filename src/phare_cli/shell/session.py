"""What surrounds one run of phare: the reader's language, the project's settings, the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from copy import copy
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from phare_cli.language.catalogue import spoken_language
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Message, sentence
from phare_cli.shell.project.settings import Settings

if TYPE_CHECKING:
    from phare_cli.documents.pictures import Drawing
    from phare_cli.language.codebook import Codebook
    from phare_cli.nouns.survey import Survey

_COMMAND_AND_OPTION = 2
_NO_SETTINGS = Settings()
_NO_ENVIRONMENT: Mapping[str, str] = MappingProxyType({})
_BLANKS = "\u00a0\u202f\u2009"  # French puts them before its marks and between thousands


class Session:
    """One run. *language* is that of the answer, and of what is said beside it unless *reader* is another.

    *environ* is what the run may ask of its environment. *surveys* and *codebooks* are those that the run has read,
    *decimals* those that it prints each survey with: the blocks of its documents share them. *inputs* are the files
    that it reads, which it never writes over, *outputs* those that it writes, none of them outside the folder
    *within* where there is one; *notices_given* it does not give again. *waiting* holds what shows that the run
    goes on, until it has something to say. *in_document*: the answer stands inside somebody's document, shows no
    file outside the folders *read_within*, *in_parts* as those that an office document is made of; its pictures are
    *drawings*, for who answers the block to place, and *counted_from* keeps what the files of its figures say that
    they were counted from. *is_quiet*: of what is said beside the answer, only what is wrong.
    """

    def __init__(
        self,
        language: str = "en",
        settings: Settings = _NO_SETTINGS,
        environ: Mapping[str, str] = _NO_ENVIRONMENT,
        *,
        is_quiet: bool = False,
    ) -> None:
        self.language: Final = language
        self.settings: Final = settings
        self.environ: Final = environ
        self.is_quiet: Final = is_quiet
        self.surveys: Final[dict[tuple[tuple[str | Path, ...], object], Survey]] = {}
        self.decimals: Final[dict[tuple[tuple[str | Path, ...], object], Mapping[str, int]]] = {}
        self.books: Final[set[str]] = set()  # the files of codebooks among the inputs
        self.codebooks: Final[dict[str, Codebook]] = {}
        self.inputs: Final[set[Path]] = set()
        self.outputs: Final[set[Path]] = set()
        self.within: Final[Path | None] = None
        self.notices_given: Final[set[str]] = set()
        self.waiting: Final = ExitStack()
        self.cautions: Final[list[Message]] = []
        self.in_document: Final[bool] = False
        self.read_within: Final[tuple[Path, ...]] = ()
        self.reader: Final[str] = ""
        self.drawings: Final[list[Drawing]] = []
        self.in_parts: Final[bool] = False
        self.counted_from: Final[set[tuple[str, str]]] = set()

    def but(self, **changes: object) -> Session:
        """Return a run that shares everything with this one but its *changes*, by name."""
        if unknown := changes.keys() - vars(self).keys():
            raise TypeError(f"a session has no {', '.join(sorted(unknown))}")
        changed = copy(self)
        vars(changed).update(changes)
        return changed

    def note_inputs(self, files: Iterable[str | Path | None]) -> None:
        """Keep in mind the files that the run reads; standard input is none."""
        self.inputs.update(Path(file) for file in files if file is not None and str(file) not in ("", "-"))

    def refuse_input(self, output: Path | None) -> None:
        """Raise WrongOption when *output* is a file that the run reads, by whatever name."""
        if output is None or str(output) == "-" or not os.path.exists(output):  # noqa: PTH110  # pathlib would raise
            return
        for file in self.inputs:
            try:
                is_same = os.path.samefile(output, file)  # noqa: PTH121
            except (FileNotFoundError, NotADirectoryError, ValueError):  # it is not there, or can never be
                continue
            if is_same and self._is_codebook(output):
                from phare_cli.language.shell_words import typed

                raise WrongOption(
                    sentence(
                        "{file} is the codebook in use, which the answer would replace: write it elsewhere, {option}, "
                        "and copy into {file} the lines that it is to have.",
                        file=str(output),
                        option=f"-o {typed(str(output.with_stem(f'{output.stem}-2')))}",
                    )
                )
            if is_same:
                raise WrongOption(
                    sentence(
                        "{file} is where the figures come from: write the answer elsewhere.", file=str(output)
                    )
                )

    def _is_codebook(self, file: Path) -> bool:
        return any(os.path.exists(book) and os.path.samefile(book, file) for book in self.books)  # noqa: PTH110, PTH121

    def note_outputs(self, files: Iterable[Path]) -> None:
        """Keep in mind the files that the run is about to write.

        Raises WrongOption for one outside the folder that the run must keep *within*.
        """
        for file in files:
            if self.within is not None and not Path(os.path.realpath(file)).is_relative_to(self.within):
                raise WrongOption(
                    sentence(
                        "{file} is outside the project's folder, where alone its steps write: name a file in there.",
                        file=str(file),
                    )
                )
            self.outputs.add(file)

    def say(self, message: Message) -> str:
        """Return a message in the reader's language."""
        from phare_cli.language.typeset import Typesetter

        return Typesetter(self.reader or self.language).say(message)

    def notify(self, notices: Iterable[Message]) -> None:
        """Tell the reader on standard error what was assumed on the way, each thing once, unless it is to be quiet."""
        self.waiting.close()
        if self.is_quiet:
            return
        for notice in dict.fromkeys(map(self.say, notices)):
            if notice not in self.notices_given:
                self.notices_given.add(notice)
                tell(self.say(sentence("phare: note: {notice}", notice=notice)))

    def remark(self, message: Message) -> None:
        """Tell the reader on standard error what the run does or has done, unless it is to be quiet."""
        if not self.is_quiet:
            tell(self.say(message))

    def caution(self, cautions: Iterable[Message]) -> None:
        """Tell the reader on standard error what a figure must not be taken for, and keep it for a strict check."""
        messages = tuple(cautions)
        self.cautions.extend(messages)
        self.notify(messages)

    def width(self) -> int | None:
        """Return the terminal's columns; None where the answer goes into a pipe or a file."""
        if not _is_terminal():
            return None
        from shutil import get_terminal_size

        return get_terminal_size().columns

    def wants_color(self, choice: str) -> bool:
        """Tell whether to colour, by ``--color``, then NO_COLOR and FORCE_COLOR, then the terminal."""
        if choice != "auto":
            return choice == "always"
        if self.environ.get("NO_COLOR"):
            return False
        if self.environ.get("FORCE_COLOR"):
            return True
        return _is_terminal() and self.environ.get("TERM") != "dumb"


def data_files(given: Sequence[str], session: Session) -> tuple[str | Path, ...]:
    """Return the files that a run reads: those *given*, else its environment's, its project's, the shipped ones.

    ``-`` is standard input. The run does not write over any of them.
    """
    files = _data_files(given, session)
    session.note_inputs(files)
    return files


def _data_files(given: Sequence[str], session: Session) -> tuple[str | Path, ...]:
    if given:
        return tuple(given)
    if session.environ.get("PHARE_DATA"):
        return tuple(filter(None, session.environ["PHARE_DATA"].split(os.pathsep)))
    if session.settings.data:
        return session.settings.data
    from phare_cli.results.shipped import shipped_data

    return shipped_data()


def language_asked(arguments: Sequence[str]) -> str | None:
    """Return the language that ``--lang`` asks for among *arguments*; None where it asks for none that phare speaks."""
    for place, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            asked = value if equals else "".join(arguments[place + 1 : place + 2])
            return spoken_language(asked) or spoken_language(asked[:2])
    return None


def is_help(arguments: Sequence[str]) -> bool:
    """Tell whether *arguments* ask for help or the version, and for nothing that data are read for."""
    words = list(arguments)
    if "--lang" in words:
        at = words.index("--lang")
        del words[at : at + 2]
    is_asked = bool(words) and words[-1] in ("-h", "--help", "-V", "--version")
    return words[:1] == ["help"] or (is_asked and len(words) <= _COMMAND_AND_OPTION)


def tell(line: str) -> None:
    """Write one line to standard error, nothing in it unseen, in what its encoding holds.

    A closed standard error is no reason to fail.
    """
    from phare_cli.shell.writing import fitted

    stream = sys.stderr
    if stream is None:
        return
    encoding = getattr(stream, "encoding", None) or "utf-8"
    seen = line
    if not line.isprintable():
        seen = "".join(
            letter if letter.isprintable() or letter in _BLANKS else ascii(letter)[1:-1] for letter in line
        )
    try:
        stream.write(fitted(seen, encoding).decode(encoding) + os.linesep.replace("\r", ""))
        stream.flush()
    except (OSError, ValueError):
        return


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()
