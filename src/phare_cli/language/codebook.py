"""What phare knows by name: regions, groups, indicators, items, header words. Other text stands as it is."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from phare_cli.language.folding import fold

CODEBOOK = Path(__file__).with_name("codebook.csv")
PLAIN = ("kind", "id", "slug", "code", "en", "fr", "aliases")


NO_FORMS: Mapping[str, str] = MappingProxyType({})


class Entry(NamedTuple):
    """One thing with a name: its id in data, its short form on a command line, its labels, its other names.

    *forms* are the ways a sentence needs it, by column of the file: ``in_fr`` (en Bretagne, parmi les
    maires), ``of_fr`` (du Grand Est), ``the_fr`` (l'emploi), ``agreement_fr`` (m, f, mp or fp), ``after_fr``
    (a segment, after the name of its group) and their English likes; a form left empty in the file is absent.
    """

    kind: str
    id: str
    slug: str
    code: str
    labels: Mapping[str, str]
    aliases: tuple[str, ...]
    forms: Mapping[str, str] = NO_FORMS

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that this entry answers to."""
        return tuple(filter(None, (self.id, self.slug, self.code, *self.labels.values(), *self.aliases)))


class Codebook:
    """Entries by kind, in the order of their file."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[str, dict[str, Entry]] = {}
        self._order: dict[str, dict[str, int]] = {}
        self._ids: dict[str, dict[str, str]] = {}
        for entry in entries:
            entries_of_kind = self._entries.setdefault(entry.kind, {})
            self._order.setdefault(entry.kind, {})[entry.id] = len(entries_of_kind)
            entries_of_kind[entry.id] = entry

    def entries(self, kind: str) -> tuple[Entry, ...]:
        """Return every entry of a kind."""
        return tuple(self._entries.get(kind, {}).values())

    def find(self, kind: str, text: str) -> str | None:
        """Return the id that *text* names, whatever its case, accents, apostrophes or Unicode form."""
        if text in self._entries.get(kind, {}):
            return text
        # Folding every name costs more than reading the file, and data that hold ids never need it.
        if kind not in self._ids:
            entries = self.entries(kind)
            self._ids[kind] = {fold(name): entry.id for entry in entries for name in entry.names}
        return self._ids[kind].get(fold(text))

    def holds(self, kind: str, id: str) -> bool:
        """Tell whether *id* is one of a kind."""
        return id in self._entries.get(kind, {})

    def label(self, kind: str, id: str, language: str) -> str:
        """Return what people of *language* call *id*; the id itself when the codebook does not hold it."""
        entry = self._entries.get(kind, {}).get(id)
        return entry.labels.get(language, id) if entry else id

    def form(self, kind: str, id: str, form: str) -> str | None:
        """Return *id* in the form that a sentence needs (``in_fr``: en Bretagne); None when it has none."""
        entry = self._entries.get(kind, {}).get(id)
        return entry.forms.get(form) if entry else None

    def slug(self, kind: str, id: str) -> str:
        """Return what to type for *id* on a command line."""
        entry = self._entries.get(kind, {}).get(id)
        return entry.slug if entry else id

    def order(self, kind: str, id: str) -> int:
        """Return the place of *id* among its kind; what the codebook does not hold comes last."""
        places = self._order.get(kind, {})
        return places.get(id, len(places))

    def near(self, kind: str, text: str, among: tuple[str, ...]) -> tuple[str, ...]:
        """Return up to three slugs of *among* (ids) that *text* may have been meant for, nearest first."""
        from difflib import get_close_matches  # wanted only once a name was mistyped

        slug_by_name: dict[str, str] = {}
        for id in among:
            entry = self._entries.get(kind, {}).get(id)
            for name in entry.names if entry else (id,):
                slug_by_name.setdefault(fold(name), self.slug(kind, id))
        close = get_close_matches(fold(text), slug_by_name, n=6, cutoff=0.6)
        return tuple(dict.fromkeys(slug_by_name[name] for name in close))[:3]


def read_codebook(path: Path) -> Codebook:
    """Return the codebook of a CSV file in UTF-8; columns after the plain ones are forms."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        return Codebook([_entry(header[len(PLAIN) :], row) for row in rows])


def _entry(names: Sequence[str], row: Sequence[str]) -> Entry:
    kind, id, slug, code, english, french, aliases, *forms = row
    return Entry(
        kind=kind,
        id=id,
        slug=slug or id,
        code=code,
        labels={"en": english, "fr": french},
        aliases=tuple(aliases.split("|")) if aliases else (),
        forms={name: form for name, form in zip(names, forms, strict=True) if form}
        if any(forms)
        else NO_FORMS,
    )


@cache
def codebook() -> Codebook:
    """Return the codebook that ships with phare, read once."""
    return read_codebook(CODEBOOK)
