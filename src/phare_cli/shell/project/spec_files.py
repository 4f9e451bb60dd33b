"""Find the specs of a project's steps, and what they say that no results hold: of which kind its places are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from phare_cli.nouns.errors import PhareError, WrongOption
from phare_cli.shell.project.settings import Settings


def spec_files(settings: Settings) -> Iterator[Path]:
    """Yield the specs that the steps of a project tabulate by, those outside it left out."""
    from phare_cli.shell.project.steps import steps_of

    if settings.file is None:
        return
    try:
        steps = steps_of(settings.run)
    except WrongOption:
        return
    for step in steps:
        if step.words[0] != "tabulate":
            continue
        for at, word in enumerate(step.words):
            name = step.words[at + 1] if word == "--spec" and at + 1 < len(step.words) else ""
            name = name or word.removeprefix("--spec=") * word.startswith("--spec=")
            file = Path(os.path.realpath(settings.file.parent)) / name
            if name and not settings.is_outside(file):
                yield file


def place_in_specs(settings: Settings) -> str:
    """Return the kind of place that the specs of a project name regions by, "" where they name none or several."""
    from phare_cli.language.place_words import place_named
    from phare_cli.respondents.specs.spec_file import read_spec

    found: set[str] = set()
    for file in spec_files(settings):
        try:
            found.add(place_named(read_spec(str(file)).place("region").column) or "")
        except PhareError:
            continue
    return found.pop() if len(found) == 1 else ""
