"""Read a project's ``phare.toml``: what it may say, and whose it must be."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from phare_cli.files.toml.project_toml import read_project_toml
from phare_cli.language.catalogue import LANGUAGES
from phare_cli.nouns.errors import WrongChoices
from phare_cli.nouns.message import Message, sentence


def read_project_file(path: Path) -> dict[str, object]:
    """Return what a ``phare.toml`` says of the fields of Settings; paths of data lead from its folder.

    Raises WrongChoices with every key and value that cannot be used, UnreadableInput for a file that is not TOML.
    """
    entries, text = read_project_toml(path)
    values = {key: _KEYS[key].of(value) for key, value in entries.items() if key in _KEYS}
    if len(values) < len(entries) or None in values.values():
        raise _mistakes(entries, values, path, text)
    if "codebook" in values:
        values["codebook"] = str(path.parent / str(entries["codebook"]))
    if "accept" in values:
        values["accept"] = str(path.parent / str(entries["accept"]))
    if "theme" in values and values["theme"] not in ("light", "dark"):
        values["theme"] = str(path.parent / str(entries["theme"]))
    if "data" in values:
        values["data"] = tuple(
            name if name == "-" else str(path.parent / name) for name in _texts(entries["data"]) or ()
        )
    if "template" in values:
        values["template"] = tuple(str(path.parent / name) for name in _texts(entries["template"]) or ())
    return values


def _mistakes(
    entries: Mapping[str, object], values: Mapping[str, object], path: Path, text: str
) -> WrongChoices:
    """Return what is to be raised of keys that are none, and of *values* that keys cannot have."""
    from phare_cli.files.toml.toml_keys import TomlKeys, TomlProblems  # most files have no mistake
    from phare_cli.shell.project.option_keys import said_of_key

    problems = TomlProblems(str(path), text)
    options = {
        key: said for key, value in entries.items() if key not in _KEYS and (said := said_of_key(key, value))
    }
    others = {key: value for key, value in entries.items() if key not in options}
    TomlKeys(others, "", problems.add).only(tuple(_KEYS))
    for key, said in options.items():
        problems.add(key, said)
    for key, value in values.items():
        if value is None:
            problems.add(key, sentence("{key} takes {wanted}.", key=key, wanted=_KEYS[key].description))
    return WrongChoices(problems.found, look="phare help phare.toml")


def _texts(value: object) -> tuple[str, ...] | None:
    if isinstance(value, str | int) and not isinstance(value, bool):
        return (str(value),)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return tuple(value)
    return None


def _map(value: object) -> Mapping[str, str] | None:
    if not isinstance(value, dict) or not all(isinstance(part, str) for part in value.values()):
        return None
    return value


def _language(value: object) -> str | None:
    return value if isinstance(value, str) and value in LANGUAGES else None


def _decimals(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 6 else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _conf(value: object) -> float | None:
    return value if isinstance(value, float) and 0.5 <= value < 1 else None


def _pictures(value: object) -> tuple[str, ...] | None:
    names = _texts(value)
    return names if names is not None and set(names) <= {"trend", "map", "heat"} else None


class _Key(NamedTuple):
    """A key of the file: *of* returns its value, None for one it cannot have; *description* says which it can."""

    of: Callable[[object], object]
    description: Message


_KEYS: Mapping[str, _Key] = {
    "data": _Key(_texts, sentence("a file name, or a list of them")),
    "map": _Key(_map, sentence('a table of column names: [map] and lines such as region = "CountryCode"')),
    "region": _Key(_texts, sentence("a region, or a list of them, as text")),
    "lang": _Key(_language, sentence("“en” or “fr”")),
    "decimals": _Key(_decimals, sentence("a whole number from 0 to 6")),
    "codebook": _Key(_text, sentence("a file name")),
    "run": _Key(_texts, sentence("a command, or a list of them, as text")),
    "conf": _Key(_conf, sentence("a level from 0.5 to below 1")),
    "missing": _Key(_texts, sentence("a mark or an answer that stands for none, or a list of them, as text")),
    "encoding": _Key(_text, sentence("the name of an encoding: utf-8, windows-1252...")),
    "template": _Key(_texts, sentence("a template of Word, LibreOffice or PowerPoint, or a list of them")),
    "accept": _Key(_text, sentence("a file name")),
    "pictures": _Key(_pictures, sentence("“trend”, “map” or “heat”, or a list of them")),
    "theme": _Key(_text, sentence("the name of a theme file, “light” or “dark”")),
}


def described() -> Mapping[str, Message]:
    """Return what each key may hold."""
    return {name: key.description for name, key in _KEYS.items()}
