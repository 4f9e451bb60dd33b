"""Which names of the data have an entry in the codebook, and a first codebook of those that have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from phare_cli.judging.order import places
from phare_cli.language.catalogue import capitalised
from phare_cli.language.codebook import Codebook, codebook
from phare_cli.language.codebook_columns import COLUMNS
from phare_cli.language.compound_names import compound_name
from phare_cli.language.folding import fold
from phare_cli.language.forms.guessed_forms import guessed_forms
from phare_cli.language.known_by_words.balances import is_balance
from phare_cli.language.place_words import ANY, place_of_word, place_word
from phare_cli.language.running_labels import is_an_answer, opens_with_small_word
from phare_cli.language.spoken import spoken
from phare_cli.nouns.message import Message, counted, sentence
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table

NAMED = ("region", "stakeholder", "segment", "indicator", "item")
_FORMS = {"region": ("in_fr", "of_fr"), "stakeholder": ("in_fr", "of_fr", "agreement_fr"), "segment": ()}
_DRAFTED = {
    "fr": (
        "kind",
        "id",
        "fr",
        "en",
        "aliases",
        "parent",
        "place",
        "color",
        "in_fr",
        "of_fr",
        "the_fr",
        "agreement_fr",
        "remark",
    ),
    "en": ("kind", "id", "en", "fr", "aliases", "parent", "place", "color", "in_en", "the_en", "remark"),
}


class _NameInData(NamedTuple):
    kind: str
    id: str
    figures: int


def own_names(survey: Survey) -> Table:
    """Return one row a name of the data: whose entry it has, its labels, and what a French sentence lacks."""
    book, rows = codebook(), []
    for name in _names(survey):
        lacks = _lacking(book, name)
        rows.append(
            (
                name.kind,
                name.id,
                _owner(book, name),
                book.label(name.kind, name.id, "fr"),
                book.label(name.kind, name.id, "en"),
                " ".join(lacks),
                name.figures,
            )
        )
    unknown = sum(row[2] == "none" for row in rows)
    return Table(
        command="codebook",
        title=sentence("Names of the data and the codebook"),
        columns=(
            Column("kind", sentence("Kind"), Kind.WORD, once=True),
            Column("id", sentence("Name")),
            Column("entry", sentence("Entry"), Kind.WORD),
            Column("fr", sentence("French label")),
            Column("en", sentence("English label")),
            Column("lacks", sentence("Forms that it lacks"), show=Show.IF_ANY),
            Column("figures", sentence("Figures"), Kind.BASE),
        ),
        rows=tuple(rows),
        notes=_notes(unknown),
    )


def draft_codebook(survey: Survey, remark: str, language: str, place: str = "") -> Table:
    """Return a codebook of the names that have no entry, their forms guessed and marked with *remark*.

    Labels and forms are those of the language that the names are in, *language* where they do not tell; *place* is
    what regions are called, where it is known.
    """
    book = codebook()
    new = [name for name in _names(survey) if _owner(book, name) == "none"]
    language = spoken(". ".join(name.id for name in new)) or language
    meanings = {column.name: column.meaning for column in COLUMNS}
    return Table(
        command="codebook",
        title=sentence("Draft of a codebook"),
        columns=tuple(Column(name, sentence(meanings[name])) for name in _DRAFTED[language]),
        rows=tuple(_drafted(name, remark, language, place) for name in new),
    )


def _drafted(name: _NameInData, remark: str, language: str, place: str) -> tuple[Cell, ...]:
    forms = guessed_forms(name.kind, name.id, language)
    label = capitalised(name.id) if name.kind != "segment" else name.id
    cells = {"kind": name.kind, "id": name.id, language: label, **forms, "remark": remark if forms else ""}
    if name.kind == "region":
        cells["place"] = place_word(place or _place_in(name.id), "one", language)
    return tuple(cells.get(column, "") for column in _DRAFTED[language])


def _place_in(name: str) -> str:
    """Return what a place is by its first word; one that is called Pays is part of a country."""
    first = fold(name).partition(" ")[0]
    return ANY if first == "pays" else place_of_word(first) or ANY


def _names(survey: Survey) -> Iterator[_NameInData]:
    for kind in NAMED:
        counts = Counter(getattr(estimate, kind) for estimate in survey.estimates)
        counts.pop("", None)
        is_asked = kind == "indicator"
        made = [
            id for id in counts if is_asked and not codebook().is_own(kind, id) and compound_name(id, counts)
        ]
        for id in places(kind, (id for id in counts if id not in made)):
            yield _NameInData(kind, id, counts[id])


def _owner(book: Codebook, name: _NameInData) -> str:
    """Return whose entry a name has: the project's (``own``), phare's (``shipped``) or ``none``."""
    if book.is_own(name.kind, name.id):
        return "own"
    if name.kind == "item" and book.holds("measure", name.id):
        return "shipped"
    return "shipped" if book.find(name.kind, name.id) == name.id else "none"


def _lacking(book: Codebook, name: _NameInData) -> tuple[str, ...]:
    forms = _FORMS.get(name.kind, ("the_fr",))
    lacking = (form for form in forms if book.form(name.kind, name.id, form) is None)
    return tuple(form for form in lacking if form != "the_fr" or _may_have_article(book, name))


def _may_have_article(book: Codebook, name: _NameInData) -> bool:
    """Tell whether French names a thing by what a question or an answer is called: no verb, degree or sentence."""
    label = book.label(name.kind, name.id, "fr")
    if is_balance(label) or book.find("measure", name.id) is not None:
        return False
    is_word = len(label.split()) == 1 and not opens_with_small_word(fold(label)) and not is_an_answer(label)
    return is_word or "the_fr" in guessed_forms(name.kind, label)


def _notes(unknown: int) -> tuple[Message, ...]:
    if not unknown:
        return (sentence("Every name has an entry."),)
    return (
        counted(
            "{count} name has no entry, and stands as it is written: phare codebook --draft begins one.",
            "{count} names have no entry, and stand as they are written: phare codebook --draft begins theirs.",
            unknown,
        ),
    )
