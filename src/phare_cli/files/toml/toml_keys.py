"""Read the tables of a TOML file key by key: every mistake in it is told at once, under its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from phare_cli.files.source import sayable
from phare_cli.files.toml.toml import NotToml, TomlPage, read_toml_page
from phare_cli.nouns.errors import InvalidData
from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.nouns.problem import Problem


class TomlProblems:
    """What is wrong in a file of the name *name*, so far; its *text* tells on which lines."""

    def __init__(self, name: str, text: str) -> None:
        self._name, self._text = name, text
        self._told: list[tuple[str, Message]] = []

    def add(self, key: str, message: Message) -> None:
        """Keep that *message* is to be said of a key, given with the tables that it stands in."""
        self._told.append((key, message))

    @property
    def found(self) -> tuple[Problem, ...]:
        """Every problem found, in the order of lines."""
        if not self._told:
            return ()
        from phare_cli.files.toml.key_lines import key_lines, line_of  # of use for what is wrong

        lines = key_lines(self._text)
        found = [
            Problem("wrong-spec", message, self._name, line_of(key, lines), key)
            for key, message in self._told
        ]
        return tuple(sorted(found, key=lambda problem: problem.line or 0))

    def raise_any(self, error: type[InvalidData] = InvalidData, look: str | None = None) -> None:
        """Raise an *error* with every problem found, where there is one; *look* is what to type to see more of it."""
        if self._told:
            raise error(self.found, look=look)


def read_toml_file(path: str) -> TomlPage:
    """Return what a file holds. Raises UnreadableInput, or InvalidData where it is no TOML."""
    try:
        with sayable(path):
            return read_toml_page(Path(path))
    except NotToml as error:
        raise not_toml(error, path) from None


def not_toml(error: NotToml, name: str) -> InvalidData:
    """Return what is to be raised of a text of that *name* that is no TOML."""
    return InvalidData(
        [Problem("not-toml", sentence("this is not TOML: {reason}.", reason=error.reason), name)]
    )


class TomlKeys(Mapping[str, object]):
    """One table of a file, read key by key; a value of the wrong kind is a problem and reads as nothing.

    *add* is told each problem with the path of its key, *path* that of the table: empty for the file itself.
    """

    def __init__(self, entries: Mapping[str, object], path: str, add: Callable[[str, Message], None]) -> None:
        self._entries, self._path, self._add = entries, path, add

    def __getitem__(self, key: str) -> object:
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def path(self, key: str) -> str:
        """Return where a key stands: ``question[2].column``."""
        return f"{self._path}.{key}" if self._path else key

    def only(self, known: Sequence[str]) -> None:
        """Find every key that is not among those *known*."""
        from difflib import get_close_matches

        for key in self._entries:
            if key in known:
                continue
            if near := get_close_matches(key, known, n=1):
                message = sentence("no key is called {key} here. Did you mean {near}?", key=key, near=near[0])
            else:
                listed = Listing(tuple(known), last="or")
                message = sentence("no key is called {key} here. Known here: {known}.", key=key, known=listed)
            self._add(self.path(key), message)

    def text(self, key: str, *, required: bool = False, strip: bool = True) -> str:
        """Return a text, or a number as it is written; empty where the key is not."""
        value = self._entries.get(key, "")
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            self._add(self.path(key), sentence('{key} is a text: {key} = "...".', key=key))
            return ""
        if required and not value.strip():
            self._add(self.path(key), sentence('{key} is missing. Add {key} = "...".', key=key))
        return value.strip() if strip else value

    def choice(self, key: str, known: Sequence[str]) -> str:
        """Return a text that is one of those *known*; empty where the key is not."""
        text = self.text(key)
        if not text or text in known:
            return text
        self._add(self.path(key), one_of(key, known, text))
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a text alone is a list of one."""
        value = self._entries.get(key, [])
        listed = value if isinstance(value, list) else [value]
        if any(isinstance(each, dict | list) for each in listed):
            self._add(self.path(key), sentence('{key} is a list of texts: {key} = ["...", "..."].', key=key))
            return ()
        return tuple(str(each) for each in listed)

    def table(self, key: str) -> TomlKeys:
        """Return a table inside this one, empty where the key is not."""
        value = self._entries.get(key, {})
        if not isinstance(value, dict):
            self._add(self.path(key), sentence("{key} is a table: [{key}] and lines below it.", key=key))
            value = {}
        return TomlKeys(value, self.path(key), self._add)

    def text_table(self, key: str) -> dict[str, str]:
        """Return a table of texts; a list of texts stands for each of them itself."""
        value = self._entries.get(key, {})
        if isinstance(value, list):
            return {each: each for each in self.texts(key)}
        table = self.table(key)
        return {name: table.text(name) for name in table}

    def tables(self, key: str) -> list[TomlKeys]:
        """Return the tables of a list, ``[[key]]``."""
        value = self._entries.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self._add(self.path(key), sentence("write each {key} as a table: [[{key}]].", key=key))
            return []
        return [
            TomlKeys(each, f"{self.path(key)}[{place}]", self._add) for place, each in enumerate(value, 1)
        ]

    def flag(self, key: str) -> bool:
        """Return what is true or false; false where the key is not."""
        value = self._entries.get(key, False)
        if not isinstance(value, bool):
            self._add(self.path(key), sentence("{key} is true or false, without quotes.", key=key))
            return False
        return value

    def real(self, key: str, default: float) -> float:
        """Return a number, *default* where the key is not."""
        value = self._entries.get(key, default)
        if not isinstance(value, int | float) or isinstance(value, bool):
            self._add(self.path(key), sentence("{key} is a number, without quotes.", key=key))
            return default
        return float(value)


def one_of(key: str, known: Sequence[str], text: str) -> Message:
    """Return that *text* is none of what is *known* under a key, or after an option."""
    listed = Listing(tuple(known), last="or")
    return sentence("{key} is one of {known}, not “{text}”.", key=key, known=listed, text=text)
