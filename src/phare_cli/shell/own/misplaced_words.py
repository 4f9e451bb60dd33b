"""Tell somebody who typed a region, a group or a file where an indicator stands which option it goes after."""

from __future__ import annotations

from pathlib import Path

from phare_cli.language.codebook import codebook
from phare_cli.language.shell_words import typed
from phare_cli.nouns.message import Message, sentence

_OPTIONS = {
    "region": sentence("“{name}” is a region: write {option}."),
    "stakeholder": sentence("“{name}” is a group: write {option}."),
}
_FILE = sentence("“{name}” is a file: write {option}.")


def option_for(name: str) -> Message | None:
    """Return which option a word goes after that stands alone; None where it is nothing that is known."""
    if Path(name).is_file():
        return Message(_FILE.text, {"name": name, "option": f"--data {typed(name)}"})
    for kind, told in _OPTIONS.items():
        if codebook().find(kind, name) is not None:
            return Message(told.text, {"name": name, "option": f"--{kind} {typed(name)}"})
    return None
