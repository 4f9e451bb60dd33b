"""What phare knows by name: regions, groups, indicators, items, header words. Other text stands as it is."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from itertools import compress
from pathlib import Path

from phare_cli.language.codebook_entry import NO_DECIMALS, NO_FORMS, Entry, english_forms
from phare_cli.language.folding import clean, fold

CODEBOOK = Path(__file__).with_name("codebook.csv")
PLAIN = ("kind", "id", "slug", "code", "en", "fr", "aliases")

_SPOILED_CODE = 4  # digits of a commune's code that lost its zero

# Forms that the letters of a group's name may make sure.
_SURE = frozenset({"in_fr", "of_fr", "the_fr", "agreement_fr", "in_en", "the_en"})
_in_use: "ContextVar[Codebook | None]" = ContextVar("codebook", default=None)


class Codebook:
    """Entries by kind, in the order of their *file*; the départements, which few data hold, stand behind them.

    In the words of some data it has the *decimals* of theirs too, by unit, where these are others than the usual.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        own: frozenset[tuple[str, str]] = frozenset(),
        file: str = "",
        behind: frozenset[str] = frozenset(),
    ) -> None:
        self._own = own
        self._behind = behind  # kinds whose entries of a project's own stand behind the others
        self.file = file  # of a project's own entries
        self.as_written = self  # but for the words of the data
        self.decimals: Mapping[str, int] = {}
        self._in_words: dict[frozenset[tuple[object, object]], Codebook] = {}
        self._entries: dict[str, dict[str, Entry]] = {}
        self._order: dict[str, dict[str, int]] = {}
        self._ids: dict[str, dict[str, str]] = {}
        self._equivalents: dict[str, dict[str, tuple[str, ...]]] = {}
        for entry in entries:
            entries_of_kind = self._entries.setdefault(entry.kind, {})
            self._order.setdefault(entry.kind, {})[entry.id] = len(entries_of_kind)
            entries_of_kind[entry.id] = entry
        for kind in behind:  # and behind what has no entry and is known: départements
            ids = self._order[kind]
            self._order[kind] = {id: at + len(ids) * ((kind, id) in own) for id, at in ids.items()}

    def under(self, own: Iterable[Entry], file: str = "") -> "Codebook":
        """Return this codebook under the entries of a project's *file*: they come first, and so do their names.

        Of a kind of which that file says no order, nor names anything known here, those known here stand first.
        An entry of an id that is here too keeps what the project leaves empty; its forms go with its label, for a
        label of the project's own has none of those.
        """
        given = list(own)
        led = {entry.kind for entry in given if "order" in entry.forms or self.find(entry.kind, entry.id)}
        firsts = [self._over(entry) for entry in given]
        names = {(entry.kind, fold(name)) for entry in firsts for name in entry.names}
        rest = (entry for entries in self._entries.values() for entry in entries.values())
        return Codebook(
            (*firsts, *(entry for entry in rest if (entry.kind, fold(entry.id)) not in names)),
            own=frozenset((entry.kind, entry.id) for entry in firsts),
            file=file,
            behind=frozenset(entry.kind for entry in firsts if entry.kind not in led),
        )

    @property
    def has_own(self) -> bool:
        """Whether a project's own codebook is in use."""
        return bool(self._own)

    def own(self, kind: str) -> tuple[str, ...]:
        """Return the ids of a kind that have entries of a project's own, in the order of its file."""
        return tuple(id for id in self._entries.get(kind, {}) if (kind, id) in self._own)

    def is_own(self, kind: str, id: str) -> bool:
        """Tell whether *id* has an entry of a project's own."""
        return (kind, id) in self._own

    def _over(self, entry: Entry) -> Entry:
        """Return a project's entry with what it leaves empty: as it is here, else its id for a label."""
        shipped = self._entry(entry.kind, entry.id) or entry
        spoken = {language: label for language, label in entry.labels.items() if label}
        other = next(iter(spoken.values()), entry.id)
        labels = {
            language: spoken.get(language) or shipped.labels[language] or other for language in entry.labels
        }
        forms = {
            name: form
            for name, form in shipped.forms.items()
            if labels.get(name[-2:]) == shipped.labels.get(name[-2:])
        }
        return Entry(
            entry.kind,
            entry.id,
            shipped.slug if entry.slug == entry.id else entry.slug,
            entry.code or shipped.code,
            labels,
            tuple(dict.fromkeys((*entry.aliases, *shipped.aliases))),
            {**english_forms(entry.kind, labels["en"]), **forms, **entry.forms},
        )

    def in_words(
        self, words: Mapping[tuple[str, str], str], decimals: Mapping[str, int] = NO_DECIMALS
    ) -> "Codebook":
        """Return this codebook with the words that the data call its things by, those of a project's own aside.

        A word takes the place of the label of its own language, and answers for its thing.
        """
        said = frozenset((*words.items(), *decimals.items()))
        if said in self._in_words:
            return self._in_words[said]  # every block of a document asks again
        from phare_cli.language.spelling.own_spelling import in_word  # few data call them otherwise

        entries = [
            in_word(entry, "" if self.is_own(entry.kind, entry.id) else words.get((entry.kind, entry.id), ""))
            for of_kind in self._entries.values()
            for entry in of_kind.values()
        ]
        book = self._in_words[said] = Codebook(entries, self._own, self.file, self._behind)
        book.as_written, book.decimals = self, decimals
        return book

    def entries(self, kind: str) -> tuple[Entry, ...]:
        """Return every entry of a kind."""
        return tuple(self._entries.get(kind, {}).values())

    def entry(self, kind: str, id: str) -> Entry | None:
        """Return the entry of *id*, None where its kind has none; no départements."""
        return self._entries.get(kind, {}).get(id)

    def find(self, kind: str, text: str) -> str | None:
        """Return the id that *text* names, whatever its case, accents, apostrophes or Unicode form.

        A département is found by its name: a code is a region's. A spreadsheet takes the first zero from the codes of
        communes, which have five digits.
        """
        if text in self._entries.get(kind, {}):
            return text
        # Folding every name costs more than reading the file, and data that hold ids never need it.
        if kind not in self._ids:
            entries = self.entries(kind)
            ids: dict[str, str] = {}
            for entry in entries:
                for name in entry.names:
                    ids.setdefault(fold(name), entry.id)
            self._ids[kind] = ids
        folded = fold(text)
        found = self._ids[kind].get(folded)
        if found is None and kind == "region" and folded.isdecimal() and len(folded) == _SPOILED_CODE:
            found = self._ids[kind].get(f"0{folded}")
        if found is None and kind == "region":
            from phare_cli.language.departements import found_place  # few data hold others than regions

            return found_place(folded, self._ids[kind])
        return found

    def holds(self, kind: str, id: str) -> bool:
        """Tell whether *id* is one of a kind."""
        return id in self._entries.get(kind, {})

    def label(self, kind: str, id: str, language: str) -> str:
        """Return what people of *language* call *id*; the id itself when the codebook does not hold it.

        What was made of a question, its net or its ``rent (mean)``, is called by both; the item of a measure, by it.
        """
        entry = self._entry(kind, id) or (self._entry("measure", id) if kind == "item" else None)
        if entry is None and kind == "indicator" and id.endswith(")"):
            from phare_cli.language.compound_names import compound_name, in_brackets  # few names are such

            made = compound_name(id, self._entries.get(kind, {}), self._entries.get("measure", {}))
            if made is not None:
                parts = (self.find("measure", each) or self.find("item", each) or each for each in made.parts)
                named = ") (".join(in_brackets(self.label("item", each, language)) for each in parts)
                return f"{self.label(kind, made.question, language)} ({named})"
        return entry.labels.get(language, id) if entry else id

    def form(self, kind: str, id: str, form: str) -> str | None:
        """Return *id* in the form that a sentence needs (``in_fr``: en Bretagne); None when it has none.

        A group has those that its label is sure of: des habitants; and so has a whole: dans l'ensemble de la région.
        """
        entry = self._entry(kind, id)
        found = entry.forms.get(form) if entry else None
        if found is None and kind == "stakeholder" and form in _SURE and id:
            # The groups that phare knows have theirs.
            from phare_cli.language.forms.group_forms import group_form

            found = group_form(self.label(kind, id, form[-2:]), form)
        if found is None and kind == "region" and form.endswith("_fr") and id:
            from phare_cli.language.forms.gathered_places import whole_form  # of places of one's own

            found = whole_form(self.label(kind, id, "fr"), form)
        return found

    def has_first(self, indicator: str) -> bool:
        """Tell whether the first item of *indicator* has a name in some language: “the first priority”."""
        return any(self.form("indicator", indicator, form) for form in ("first_en", "first_fr"))

    def equivalents(self, kind: str, id: str) -> tuple[str, ...]:
        """Return the other names that a project calls equivalent to *id*, by the line of either; itself is none."""
        if kind not in self._equivalents:
            found: dict[str, dict[str, None]] = {}
            for entry in self.entries(kind):
                for text in filter(None, map(clean, entry.forms.get("equivalent", "").split("|"))):
                    other = self.find(kind, text) or text
                    if other != entry.id:
                        found.setdefault(entry.id, {})[other] = None
                        found.setdefault(other, {})[entry.id] = None
            self._equivalents[kind] = {name: tuple(others) for name, others in found.items()}
        return self._equivalents[kind].get(id, ())

    def around(self, region: str) -> tuple[str, ...]:
        """Return the regions that *region* lies in, nearest first (Occitanie for Gard), but for the nation.

        A circle of parents ends where it closes.
        """
        found: list[str] = []
        parent = self._parent(region)
        while parent is not None and parent not in (region, *found):
            found.append(parent)
            parent = self._parent(parent)
        return tuple(found)

    def _parent(self, region: str) -> str | None:
        parent = self.form("region", region, "parent")
        return self.find("region", parent) if parent else None

    def slug(self, kind: str, id: str) -> str:
        """Return what to type for *id* on a command line."""
        entry = self._entry(kind, id)
        return entry.slug if entry else id

    def typed(self, kind: str, id: str, language: str) -> str:
        """Return what a reader of *language* types for *id*: its slug, or its French label (``pouvoir-d-achat``)."""
        label = self.label(kind, id, language)
        if language == "en" or kind == "region" or self.entry(kind, id) is None:
            return self.slug(kind, id)
        return "-".join(label.replace("’", " ").replace("'", " ").split()).lower()

    def order(self, kind: str, id: str) -> int:
        """Return the place of *id* among its kind; what the codebook does not hold comes last."""
        places = self._order.get(kind, {})
        is_known = id not in places and kind in self._behind and self._entry(kind, id) is not None
        return places.get(id, len(places) * (1 if is_known or kind not in self._behind else 2))

    def _entry(self, kind: str, id: str) -> Entry | None:
        entry = self.entry(kind, id)
        if entry is None and kind == "region" and id != "":
            entry = _departement(fold(id))
            return entry if entry is not None and entry.id == id else None
        return entry

    def near(self, kind: str, text: str, among: tuple[str, ...]) -> tuple[str, ...]:
        """Return up to three of *among* (ids) that *text* may have been meant for, nearest first."""
        # Wanted only once a name was mistyped.
        from phare_cli.language.spelling.offered_names import offered_names

        id_by_name: dict[str, str] = {}
        for id in among:
            entry = self._entry(kind, id)
            for name in entry.names if entry else (id,):
                id_by_name.setdefault(fold(name), id)
        return offered_names(text, id_by_name)


def read_codebook(path: Path) -> Codebook:
    """Return the codebook of a CSV file in UTF-8; columns after the plain ones are forms."""
    with path.open(encoding="utf-8", newline="") as file:
        return Codebook(_entries(csv.reader(file)))


def _entries(rows: Iterator[list[str]]) -> Iterator[Entry]:
    names = next(rows)[len(PLAIN) :]
    for kind, id, slug, code, english, french, aliases, *forms in rows:
        labels = {"en": english, "fr": french}
        known = dict(compress(zip(names, forms, strict=True), forms)) or NO_FORMS
        other_names = tuple(aliases.split("|")) if aliases else ()
        yield Entry(kind, id, slug or id, code, labels, other_names, known)


@cache
def shipped_codebook() -> Codebook:
    """Return the codebook that ships with phare, read once."""
    return read_codebook(CODEBOOK)


def codebook() -> Codebook:
    """Return the codebook that is in use: a project's own over the one that ships, else the latter alone."""
    return _in_use.get() or shipped_codebook()


def take_up(words: Mapping[tuple[str, str], str], decimals: Mapping[str, int] = NO_DECIMALS) -> None:
    """Tell things as the data do, by their words and decimals, until the end of the ``using`` that is open."""
    if words or decimals:
        _in_use.set(codebook().as_written.in_words(words, decimals))


@contextmanager
def using(book: Codebook | None) -> Iterator[None]:
    """Use *book*, or the one in use, for a while: while a command answers, or one block of a document."""
    token = _in_use.set(book or _in_use.get())
    try:
        yield
    finally:
        _in_use.reset(token)


def _departement(folded: str) -> Entry | None:
    """Return the entry of a département by its folded name."""
    from phare_cli.language.departements import entries_by_name  # few data hold any

    return entries_by_name().get(folded)
