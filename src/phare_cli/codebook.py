"""What phare knows by name: regions, groups, indicators, items, header words. Text that is not here stands as it is."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from phare_cli.folding import fold

CODEBOOK = Path(__file__).with_name("codebook.csv")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with a name: its id in data, its short form on a command line, its labels, its other names."""

    kind: str
    id: str
    slug: str
    code: str
    labels: Mapping[str, str]
    aliases: tuple[str, ...]


class Codebook:
    """Entries by kind, in the order of their file."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self._entries: dict[str, dict[str, Entry]] = {}
        self._ids: dict[str, dict[str, str]] = {}
        for entry in entries:
            self._entries.setdefault(entry.kind, {})[entry.id] = entry
            ids = self._ids.setdefault(entry.kind, {})
            names = (entry.id, entry.slug, entry.code, *entry.labels.values(), *entry.aliases)
            for name in filter(None, names):
                ids.setdefault(fold(name), entry.id)

    def entries(self, kind: str) -> tuple[Entry, ...]:
        """Return every entry of a kind."""
        return tuple(self._entries.get(kind, {}).values())

    def find(self, kind: str, text: str) -> str | None:
        """Return the id that *text* names, whatever its case, accents, apostrophes or Unicode form."""
        return self._ids.get(kind, {}).get(fold(text))

    def label(self, kind: str, id: str, language: str) -> str:
        """Return what people of *language* call *id*; the id itself when the codebook does not hold it."""
        entry = self._entries.get(kind, {}).get(id)
        return entry.labels.get(language, id) if entry else id

    def slug(self, kind: str, id: str) -> str:
        """Return what to type for *id* on a command line."""
        entry = self._entries.get(kind, {}).get(id)
        return entry.slug if entry else id

    def order(self, kind: str, id: str) -> int:
        """Return the place of *id* among its kind; what the codebook does not hold comes after all it does."""
        held = self._entries.get(kind, {})
        return list(held).index(id) if id in held else len(held)

    def near(self, kind: str, text: str, among: tuple[str, ...]) -> tuple[str, ...]:
        """Return up to three slugs of *among* (ids) that *text* may have been meant for, nearest first."""
        spelled: dict[str, str] = {}
        for id in among:
            entry = self._entries.get(kind, {}).get(id)
            names = (id, entry.slug, entry.code, *entry.labels.values(), *entry.aliases) if entry else (id,)
            for name in filter(None, names):
                spelled.setdefault(fold(name), self.slug(kind, id))
        close = get_close_matches(fold(text), spelled, n=6, cutoff=0.6)
        return tuple(dict.fromkeys(spelled[name] for name in close))[:3]


@cache
def codebook() -> Codebook:
    """Return the codebook that ships with phare, read once."""
    with CODEBOOK.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return Codebook(
            tuple(
                Entry(
                    kind=row["kind"],
                    id=row["id"],
                    slug=row["slug"] or row["id"],
                    code=row["code"],
                    labels={"en": row["en"], "fr": row["fr"]},
                    aliases=tuple(filter(None, row["aliases"].split("|"))),
                )
                for row in rows
            )
        )
