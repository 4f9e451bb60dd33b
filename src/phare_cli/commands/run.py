"""``phare run``: the steps of a project, from answers to documents, each when what it reads has changed."""

import os
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from phare_cli.nouns.errors import PhareError, WrongOption
from phare_cli.nouns.message import N_, Message, sentence
from phare_cli.shell.declared import Option
from phare_cli.shell.options import Lang
from phare_cli.shell.session import Session, tell

if TYPE_CHECKING:
    from phare_cli.shell.project.steps import Memory, ProjectStep

_STEPS = 'run = ["check", "update note.md"]'
_NO_PROJECT = sentence(
    "there is no phare.toml here or in a folder above: phare init begins a project with what lies in this folder."
)


def run(
    session: Session,
    *,
    dry_run: Annotated[
        bool, Option("--dry-run", help=N_("Run nothing, and tell which steps would run and why."))
    ] = False,
    force: Annotated[bool, Option("--force", help=N_("Run every step, whatever has changed."))] = False,
    lang: Lang = None,
) -> int:
    from phare_cli.shell.project.steps import read_memory, steps_of

    file = session.settings.file
    if file is None:
        raise WrongOption(_NO_PROJECT)
    if not session.settings.run:
        raise WrongOption(
            sentence(
                "{file} names no steps: write {run} in it. (phare help phare.toml)",
                file=str(file),
                run=_STEPS,
            )
        )
    folder = Path(os.path.realpath(file.parent))
    steps, memory = steps_of(session.settings.run), read_memory(folder)
    with chdir(folder):
        for step in steps:
            why = sentence("it is asked for") if force else memory.due(step)
            _tell_state(session, step, len(steps), why, dry_run=dry_run)
            if why is not None and dry_run:
                memory.expect(step)
            elif why is not None:
                try:
                    status = _run_step(session, step, memory)
                finally:
                    _write_memory(memory, steps)
                if status:
                    return status
    return 0


def _tell_state(
    session: Session, step: "ProjectStep", steps: int, why: Message | None, *, dry_run: bool
) -> None:
    if why is None:
        state = sentence("up to date")
    else:
        state = sentence("would run, {why}", why=why) if dry_run else sentence("runs, {why}", why=why)
    line = sentence(
        "phare: step {number} of {steps}, {step}: {state}.",
        number=str(step.number),
        steps=str(steps),
        step=step.text,
        state=state,
    )
    session.remark(line)


def _run_step(session: Session, step: "ProjectStep", memory: "Memory") -> int:
    """Run a step as the command line would, return its status, and keep its files when it ended well."""
    from typer._click import ClickException

    from phare_cli.shell.command_list import load
    from phare_cli.shell.typer_app import Command, complaint, run_command

    memory.begin(step)
    inner = session.but(
        inputs=set(),
        outputs=set(),
        surveys={},
        cautions=[],
        counted_from=set(),
        within=memory.folder,
    )
    inner.note_inputs([session.settings.file])
    name, *words = step.words
    stopped = sentence("phare: step {number} stops the run.", number=str(step.number))
    try:
        with inner.waiting:
            status = run_command(load(name, Command), words, f"phare {name}", inner)
    except PhareError:
        tell(session.say(stopped))
        raise
    except ClickException as error:
        tell(session.say(stopped))
        raise complaint(error, (name,)) from error
    if status:
        tell(session.say(stopped))
    elif not (name == "update" and any(map(_is_folder, words))):  # documents may come to a folder
        memory.keep(step, inner.inputs, inner.outputs)
    return status


def _is_folder(word: str) -> bool:
    return Path(word).is_dir()


def _write_memory(memory: "Memory", steps: "list[ProjectStep]") -> None:
    from phare_cli.shell.project.steps import MEMORY
    from phare_cli.shell.whole.new_folders import new_folders
    from phare_cli.shell.whole.replacing import Replacement
    from phare_cli.shell.writing import no_own, write_all

    path = memory.folder / MEMORY
    with new_folders([path.parent]):
        write_all([Replacement(path, memory.content(steps).encode())], no_own)
