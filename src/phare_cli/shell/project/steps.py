"""The steps of a project, from answers to documents: which are due, for what they read or wrote has changed.

What each step read and wrote when it last ran is kept beside ``phare.toml``, in ``.phare/run.json``, by its checksum.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from phare_cli.documents.scanners.command_words import split_command
from phare_cli.files.checksum import checksum
from phare_cli.language.shell_words import typed
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.version import __version__

MEMORY = Path(".phare", "run.json")
# What a step may be: all that read and write a project's files. Those that begin or run a project are none.
COMMANDS = (
    "tabulate", "tidy", "check", "show", "compare", "cross", "value", "list", "codebook", "report", "plot", "update",
    "verify",
)  # fmt: skip
Sums = dict[str, str | None]


class ProjectStep(NamedTuple):
    """One command of a project, as its words; *number* counts from 1."""

    number: int
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The command as a shell would take it."""
        return " ".join(map(typed, self.words))


class StepFiles(NamedTuple):
    """The files of a step when it last ran, by their names from the project's folder: what it read, what it wrote.

    A file that was not there has no checksum.
    """

    version: str
    read: Sums
    written: Sums


@dataclass(slots=True)
class Memory:
    """What the steps of the project in *folder* read and wrote when they last ran."""

    folder: Path
    steps: dict[str, StepFiles] = field(default_factory=dict)
    changing: set[str] = field(default_factory=set)  # what steps that are due will write

    def due(self, step: ProjectStep) -> Message | None:
        """Return why a step has to run, None where nothing that it read or wrote has changed or is about to."""
        known = self.steps.get(step.text)
        if known is None:
            return sentence("it has not run yet")
        if known.version != __version__:
            return sentence("phare is of another version")
        for name, before in (known.read | known.written).items():
            now = checksum(self.folder / name)
            if now != before:
                message = sentence("{file} is gone", file=name)
                return message if now is None else sentence("{file} has changed", file=name)
        soon = next((name for name in known.read if name in self.changing), None)
        return None if soon is None else sentence("{file} is about to change", file=soon)

    def expect(self, step: ProjectStep) -> None:
        """Reckon with what a step that is due, and does not run, would write."""
        known = self.steps.get(step.text)
        self.changing.update(known.written if known else ())

    def begin(self, step: ProjectStep) -> None:
        """Forget a step that begins: what stops it leaves it due."""
        self.steps.pop(step.text, None)

    def keep(self, step: ProjectStep, read: Iterable[Path], written: Iterable[Path]) -> None:
        """Keep what a step that ended well has read and written."""
        self.steps[step.text] = StepFiles(__version__, self._sums(read), self._sums(written))

    def content(self, steps: Sequence[ProjectStep]) -> str:
        """Return the file that keeps all this, of the *steps* that the project still has."""
        texts = {step.text for step in steps}
        kept = {text: files._asdict() for text, files in self.steps.items() if text in texts}
        return json.dumps({"steps": kept}, ensure_ascii=False, indent=1) + "\n"

    def _sums(self, files: Iterable[Path]) -> Sums:
        paths = {Path.cwd() / file for file in files}
        return {
            os.path.relpath(path, self.folder): checksum(path) for path in sorted(paths) if not path.is_dir()
        }


def steps_of(texts: Sequence[str]) -> list[ProjectStep]:
    """Return the steps that ``phare.toml`` names under ``run``. Raises WrongOption for what cannot be one."""
    return [_step(number, text) for number, text in enumerate(texts, 1)]


def _step(number: int, text: str) -> ProjectStep:
    try:
        words = split_command(text)
    except ValueError:
        raise WrongOption(
            sentence("step {number}, “{step}”: a quote is not closed.", number=number, step=text)
        ) from None
    words = words[1:] if words[:1] == ["phare"] else words
    if not words or words[0] not in COMMANDS:
        raise WrongOption(
            sentence(
                "step {number}, “{step}”, is none that phare runs: a step begins with {commands}.",
                number=number,
                step=text,
                commands=Listing(COMMANDS, last="or"),
            )
        )
    return ProjectStep(number, tuple(words))


def read_memory(folder: Path) -> Memory:
    """Return what is kept of former runs in *folder*; nothing where it cannot be read: every step is due then."""
    try:
        kept = json.loads((folder / MEMORY).read_bytes())["steps"]
        steps = {str(text): _files(**of_step) for text, of_step in kept.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Memory(folder)
    return Memory(folder, steps)


def _files(version: str, read: Sums, written: Sums) -> StepFiles:
    return StepFiles(str(version), dict(read), dict(written))
