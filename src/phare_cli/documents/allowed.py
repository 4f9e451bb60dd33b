"""Decide which commands a document may hold: those that only read, from its own folder and from those one names.

A document may come from anyone. Options are taken from a list of what is harmless, never checked against a list of
what is not, so that an option phare gains tomorrow stays out until somebody has thought about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from os.path import normpath
from pathlib import Path

from phare_cli.documents.scanners.marker import COMMANDS
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence

# Options that name a file to read; their value comes back as an absolute path.
FILES = frozenset({"--data", "-d", "--spec", "--codebook"})
VALUES = FILES | frozenset(
    {
        "--region",
        "-r",
        "--stakeholder",
        "-s",
        "--wave",
        "--survey",
        "--segment",
        "--segments",
        "--indicator",
        "--title",
        "--item",
        "--format",
        "-f",
        "--map",
        "--encoding",
        "--decimal",
        "--scale",
        "--missing",
        "--sheet",
        "--lang",
        "--decimals",
        "--conf",
        "--precision",
        "--top",
        "--to",
        "--to-survey",
        "--to-wave",
        "--by",
        "--sample",
        "--share",
        "--family",
        "--power",
        "--fact",
        "--heading-level",
        "--cross",
        "--cut",
        "--height",
        "--width",
        "--style",
        "--panels",
        "--classes",
    }
)
FLAGS = frozenset(
    {
        "--wide",
        "--bases",
        "--letters",
        "--bars",
        "--no-bars",
        "--suppress",
        "--sentences",
        "--explain",
        "--gap",
        "--mark",
        "--panel",
        "--plain",
        "--captions",
        "--compare",
        "--short",
    }
)


def check_command(words: Sequence[str], *, folder: Path, roots: Sequence[Path] = ()) -> tuple[str, ...]:
    """Return the *words* of a block with the files they read as absolute paths, or raise WrongOption.

    A file is looked for from *folder*, the document's own, and must lie in it or in one of *roots*, links followed.
    Every word that begins with a dash must be an option of the list, wherever it stands: how the command line pairs
    options with values is then of no consequence.
    """
    if not words or words[0] not in COMMANDS:
        raise WrongOption(
            sentence(
                "“{command}” cannot be used in a document; show, compare, cross, value, report and plot can.",
                command=words[0] if words else "",
            )
        )
    checked = [words[0]]
    rest = iter(words[1:])
    for word in rest:
        option, value = _split(word)
        if option is None or (option in FLAGS and value is None):
            checked.append(word)
            continue
        if option not in VALUES:
            raise WrongOption(
                sentence(
                    "the option {option} cannot be used in a document, which only shows figures; remove it.",
                    option=option,
                )
            )
        if value is None:
            value = next(rest, None)
        if value is None or (value.startswith("-") and option not in FILES):
            raise WrongOption(sentence("the option {option} needs a value after it.", option=option))
        if option in FILES:
            value = str(allowed_file(value, folder=folder, roots=roots))
        checked += [option, value]
    return tuple(checked)


def _split(word: str) -> tuple[str | None, str | None]:
    """Return the option in *word* and the value written with it: ``--data=a.csv``, ``-da.csv``."""
    if not word.startswith("-"):
        return None, None
    if word.startswith("--"):
        option, equals, value = word.partition("=")
        return option, value if equals else None
    return word[:2], word[2:] or None


def allowed_file(value: str, *, folder: Path, roots: Sequence[Path] = ()) -> Path:
    """Return the file that *value* names from *folder*. A file outside is not even looked at to see if it is there."""
    if value.startswith("-"):
        raise WrongOption(sentence("a document cannot read standard input; name a file after --data."))
    allowed = [root.absolute() for root in (folder, *roots)]
    named = Path(normpath(folder.absolute() / value))
    try:
        real_allowed = [root.resolve() for root in allowed]
        if any(map(named.is_relative_to, [*allowed, *real_allowed])):
            real = named.resolve()
            # From Python 3.13 on a loop of links resolves to itself, where it was an error before.
            is_loop = any(place.is_symlink() for place in (real, *real.parents))
            if not is_loop and any(map(real.is_relative_to, real_allowed)):
                return real
    except (OSError, RuntimeError, ValueError):
        pass  # a loop of links, or a name that no file can have: not a file that a document may read
    raise WrongOption(
        sentence(
            "the file “{file}” is outside the folder of this document; move it there, "
            "or name its folder on the command line with --allow.",
            file=value,
        )
    )
