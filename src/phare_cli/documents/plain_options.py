"""Options without their hyphens, ``region=PACA`` for ``--region PACA``: readers of old print a comment that holds two.

CommonMark before 0.31 takes ``--`` inside a comment for the end of it, or for text. Both forms are read anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from phare_cli.documents.allowed import FLAGS, VALUES
from phare_cli.documents.scanners.command_words import split_command

_NAMES = {option.removeprefix("--") for option in VALUES if option.startswith("--")}
# What a word says of a flag: bars=no is --no-bars, suppress=yes is --suppress.
_FLAGS = {
    **{flag.removeprefix("--"): {"yes": flag} for flag in FLAGS if not flag.startswith("--no-")},
    "bars": {"yes": "--bars", "no": "--no-bars"},
}
_SAID = {"oui": "yes", "true": "yes", "vrai": "yes", "non": "no", "false": "no", "faux": "no"}
_SHORT = {option: option for option in VALUES if not option.startswith("--")}
_WORD = re.compile(r"(?:[^\s'\"\\]|\\.|'[^']*'|\"(?:\\.|[^\"\\])*\")+")


def dashed(words: Sequence[str]) -> tuple[str, ...]:
    """Return the *words* of a command with each option as the command line takes it.

    A word that follows an option is its value, whatever it looks like: ``--map region=CountryCode``.

    >>> dashed(["value", "engagement", "region=PACA", "gap=yes"])
    ('value', 'engagement', '--region=PACA', '--gap')
    """
    found, rest = [], iter(words)
    for word in rest:
        found.append(_dashed(word))
        if word in VALUES:
            found += [value for value in [next(rest, None)] if value is not None]
    return tuple(found)


def _dashed(word: str) -> str:
    name, equals, value = word.partition("=")
    if not equals or name.startswith("-"):
        return word
    if name in _NAMES:
        return f"--{word}"
    return _FLAGS.get(name, {}).get(_SAID.get(value.casefold(), value), word)


def undashed(command: str) -> str:
    """Return the text of a *command* without two hyphens in a row, where it can be said so; else as it is.

    >>> undashed("value engagement --region 'Île-de-France' -s companies --gap")
    "value engagement region='Île-de-France' -s companies gap=yes"
    """
    if "--" not in command:
        return command
    plain = " ".join(_undashed(_WORD.findall(command)))
    same = paired(dashed(split_command(plain))) == paired(dashed(split_command(command)))
    return plain if same and "--" not in plain else command


def _undashed(words: Sequence[str]) -> Iterator[str]:
    rest = iter(words)
    for word in rest:
        name, equals, _ = word.removeprefix("--").partition("=")
        switch = next(
            ((flag, is_on) for flag, forms in _FLAGS.items() for is_on in forms if forms[is_on] == word), None
        )
        if word in _SHORT:
            yield word
            yield from [value for value in [next(rest, None)] if value is not None]
        elif not word.startswith("--"):
            yield word
        elif switch:
            yield "=".join(switch)
        elif equals or name not in _NAMES:
            yield word.removeprefix("--") if name in _NAMES else word
        else:
            yield f"{name}={next(rest, '')}"


def paired(words: Sequence[str]) -> list[str]:
    """Return *words* with each option and its value as one, however they were written."""
    found, rest = [], iter(words)
    for word in rest:
        found.append(f"{word}={next(rest, '')}" if word in VALUES and word.startswith("--") else word)
    return found
