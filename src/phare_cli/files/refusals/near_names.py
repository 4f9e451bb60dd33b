"""Find the file that somebody meant by a name that none has: other slashes, capitals, accents, ending, or a letter."""

from __future__ import annotations

import os
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from unicodedata import normalize

from phare_cli.nouns.message import Message, sentence

_MANY = 5_000  # names of a folder that are looked at
_ALIKE = 0.84


def no_file(name: str) -> Message:
    """Return what is said of a file called *name* that is not there, with one that is."""
    if "://" in name:
        return sentence(
            "phare reads files and no addresses: fetch “{file}” first, then name the file.", file=name
        )
    near = _near(Path(name.replace("\\", "/")))
    if near is None:
        return sentence("there is no file “{file}”: check the name and the folder you are in.", file=name)
    if normalize("NFC", near) == normalize("NFC", name):
        return sentence(
            "there is no file “{file}”; one of the same letters is there, its accents kept as signs of their own, "
            "as macOS does: rename it.",
            file=name,
        )
    return sentence("there is no file “{file}”. Did you mean “{near}”?", file=name, near=near)


def _near(path: Path) -> str | None:
    """Return the path of a file that is there, each folder on its way found whatever its capitals and accents."""
    found = Path(path.anchor)
    for place, part in enumerate(path.relative_to(path.anchor).parts, 1):
        names = _names(found)
        is_last = place == len(path.parts) - bool(path.anchor)
        close = get_close_matches(part, names, n=1, cutoff=_ALIKE) if is_last else []
        alike = [each for each in names if _plain(each) == _plain(part)]
        others = [each for each in names if is_last and _plain(Path(each).stem) == _plain(Path(part).stem)]
        if part in (".", ".."):
            found /= part
        elif part in names or alike or close or others:
            found /= part if part in names else (alike or close or others)[0]
        else:
            return None
    return str(found) if found.is_file() else None


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in islice(entries, _MANY))
    except OSError:
        return []


def _plain(name: str) -> str:
    return normalize("NFC", name).casefold()
