"""The labelled documents of the tests: words in braces are claims, with what verify must find of each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

DOCUMENTS = Path(__file__).with_name("documents")
_LABEL = re.compile(r"\{([^{}|]+)\|([a-z ]+)\}")


class Label(NamedTuple):
    """A claim that stands in a document from *start* to *end*."""

    start: int
    end: int
    words: str
    kind: str
    status: str


class Gold(NamedTuple):
    """A document without its labels, and what it is verified against."""

    name: str
    language: str
    data: Path | None
    codebook: Path | None
    ending: str
    text: str
    labels: tuple[Label, ...]


def read_gold(file: str) -> list[Gold]:
    """Return the labelled documents of a file."""
    found = []
    folder = (DOCUMENTS / file).parent
    for part in (DOCUMENTS / file).read_text(encoding="utf-8").split("=== ")[1:]:
        head, _, body = part.partition("\n")
        name, language, data, ending = head.split()
        text, labels, place = "", [], 0
        for match in _LABEL.finditer(body):
            text += body[place : match.start()]
            *kind, status = match[2].split()
            labels.append(
                Label(len(text), len(text) + len(match[1]), match[1], kind[0] if kind else "figure", status)
            )
            text += match[1]
            place = match.end()
        text += body[place:]
        path = None if data == "shipped" else folder / data
        codebook = path.with_suffix(".codebook.csv") if path is not None else None
        has_codebook = codebook is not None and codebook.exists()
        found.append(
            Gold(name, language, path, codebook if has_codebook else None, ending, text, tuple(labels))
        )
    return found
