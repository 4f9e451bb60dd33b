"""Read the TOML that people write: a page of it, with numbers and nestings that somebody may have written."""

from pathlib import Path
from typing import NamedTuple

from phare_cli.files.limits import CHOICES
from phare_cli.nouns.message import Message, sentence


class NotToml(Exception):
    """A text that is no TOML; *reason* says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason


class TomlPage(NamedTuple):
    """What a file holds, and the text that says it."""

    entries: dict[str, object]
    text: str


def read_toml(path: Path) -> dict[str, object]:
    """Return what a file holds. Raises NotToml, and OSError."""
    return read_toml_page(path).entries


def read_toml_page(path: Path) -> TomlPage:
    """Return what a file holds, with its text. Raises NotToml, and OSError."""
    with path.open("rb") as file:
        content = file.read(CHOICES + 1)
    if len(content) > CHOICES:
        raise NotToml(sentence("more than {limit} MB", limit=CHOICES >> 20))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotToml(sentence("it is not UTF-8 (line {line})", line=str(line))) from None
    return TomlPage(parse_toml(text), text)


def parse_toml(text: str) -> dict[str, object]:
    """Return what *text* holds. Raises NotToml."""
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from phare_cli.files.toml.toml_reasons import reason_of_toml  # of use for what is typed wrong

        raise NotToml(reason_of_toml(str(error), text)) from None
    except RecursionError:
        raise NotToml(sentence("nested too deeply")) from None
    except ValueError:  # of a whole number of more than 4,300 digits
        raise NotToml(sentence("a number of too many digits")) from None
