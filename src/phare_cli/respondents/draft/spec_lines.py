"""Write the lines of a spec: texts as TOML has them, comments in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from phare_cli.nouns.message import Message

Say = Callable[[Message], str]

CHECK = "# check: "


def check(say: Say, message: Message) -> Iterator[str]:
    for line in say(message).splitlines():
        yield f"{CHECK}{line}"


def comment(say: Say, message: Message) -> Iterator[str]:
    for line in say(message).splitlines():
        yield f"# {line}"


def toml(text: str) -> str:
    """Return a text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
