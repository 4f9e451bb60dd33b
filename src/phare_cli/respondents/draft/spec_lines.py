"""Write the lines of a spec: texts as TOML has them, comments in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from phare_cli.nouns.message import Message

Say = Callable[[Message], str]

CHECK = "# check: "


def check(say: Say, message: Message) -> Iterator[str]:
    yield from (f"{CHECK}{line}" for line in _lines(say(message)))


def comment(say: Say, message: Message) -> Iterator[str]:
    yield from (f"# {line}" for line in _lines(say(message)))


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a comment: names of files and columns stand in it, and TOML takes no control there."""
    for line in text.splitlines():
        yield "".join(
            letter if letter.isprintable() or letter.isspace() else ascii(letter)[1:-1] for letter in line
        )


def toml(text: str) -> str:
    """Return a text as TOML writes it; one that holds quotes stands between apostrophes, where it may."""
    if '"' in text and "'" not in text and text.isprintable() and "\\" not in text:
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
