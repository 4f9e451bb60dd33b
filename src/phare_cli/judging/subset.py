"""Keep the estimates that a reader asked for by name. A name that is not in the data is an error, with the nearest."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from phare_cli.language.catalogue import LANGUAGES
from phare_cli.language.codebook import codebook
from phare_cli.language.folding import fold
from phare_cli.language.place_words import place_of
from phare_cli.nouns.errors import UnknownName
from phare_cli.nouns.message import Fill, Form
from phare_cli.nouns.survey import Survey

# Shells put what they are offered into the line as it is: nothing that any of them takes for a sign of its own.
PLAIN = re.compile(r"[^\W_](?:-?[\w.])*")
_ARTICLES = frozenset({"le", "la", "les", "l", "the"})  # folded: Minguettes means Les Minguettes
WHOLE_GROUPS = (
    "none"  # typed so in place of a segment, it asks for whole groups; a segment of that name is “None”
)


class Selection(NamedTuple):
    """The names a reader asked for, as typed; an empty tuple asks for everything.

    The segment ``none`` is the whole group.
    """

    indicators: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    stakeholders: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    waves: tuple[str, ...] = ()
    surveys: tuple[str, ...] = ()

    @property
    def names(self) -> dict[str, tuple[str, ...]]:
        """The names asked of each field, of the fields where any is; whole groups have no name."""
        return {
            kind: names
            for kind, field in FIELDS.items()
            if (names := getattr(self, field)) and not (kind == "segment" and WHOLE_GROUPS in names)
        }


FIELDS = {
    "indicator": "indicators",
    "region": "regions",
    "stakeholder": "stakeholders",
    "segment": "segments",
    "wave": "waves",
    "survey": "surveys",
}


def subset(survey: Survey, selection: Selection) -> Survey:
    """Return the part of *survey* that *selection* names.

    Names match by id, slug, code, label or alias, folded; a wave by words of its name too, where no other holds them
    (2025 of Vague 2025). Raises UnknownName for one that the data do not hold.
    """
    ids_by_kind = {
        kind: frozenset(resolve(survey, kind, name) for name in getattr(selection, field))
        for kind, field in FIELDS.items()
        if getattr(selection, field)
    }
    return survey.named(ids_by_kind)


def resolve(survey: Survey, kind: str, text: str) -> str:
    """Return the id that *text* names among those that the data hold for a field.

    The segment ``none`` is that of whole groups, "". Raises UnknownName, with the nearest names that are there.
    """
    if kind == "segment" and text == WHOLE_GROUPS:
        return ""
    try:
        return pick(kind, text, survey.names(kind))
    except UnknownName as error:
        if kind != "indicator" or error.near:
            raise
        return _by_question(survey, error)


def resolve_all(survey: Survey, kind: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Return the ids that *texts* name, in their order; raises UnknownName for the first that names none."""
    return tuple(resolve(survey, kind, text) for text in texts)


def pick(kind: str, text: str, ids: Sequence[str]) -> str:
    """Return the one of *ids* that *text* names; raises UnknownName when there is none.

    A word of the name of one alone names it where somebody is told so.
    """
    found = _named(kind, text, ids)
    if found is not None:
        return found
    from phare_cli.language.spelling.meant_by_words import meant_by  # of use to who typed no name

    having: tuple[str, ...] = ()
    if kind != "wave":
        book = codebook()
        labels = {id: {id, *(book.label(kind, id, language) for language in LANGUAGES)} for id in ids}
        is_known = book.find(kind, text) is not None or (kind == "region" and _is_word_of_another(text, ids))
        taken, having = meant_by(kind, text, labels, is_known=is_known)
        if taken is not None:
            return taken
    near = having or codebook().near(kind, text, tuple(ids))
    place = place_of(ids) if kind == "region" else ""
    raise UnknownName(kind, text, near, place, typed=[to_type(kind, id, ids) for id in near])


def _is_word_of_another(text: str, ids: Sequence[str]) -> bool:
    """Tell whether *text* is a word of a known place that the data do not hold: alpes, beside Rhône-Alpes alone."""
    from phare_cli.language.departements import entries_by_name
    from phare_cli.language.spelling.meant_by_words import has_words

    places = (*codebook().entries("region"), *entries_by_name().values())
    return any(has_words(text, place.names) for place in places if place.id not in ids)


def _by_question(survey: Survey, error: UnknownName) -> str:
    """Return the only indicator whose question has the words that name none. Raises *error* where it is not clear."""
    from phare_cli.language.spelling.meant_by_words import meant_by  # of use to who typed no name

    questions: dict[str, set[str]] = {}
    for estimate in survey.estimates:
        if estimate.question:
            questions.setdefault(estimate.indicator, set()).add(estimate.question)
    meant = meant_by("indicator", error.name, questions)
    if meant.taken is not None:
        return meant.taken
    typed = [to_type("indicator", id, survey.names("indicator")) for id in meant.having]
    raise UnknownName("indicator", error.name, meant.having, typed=typed) from error


def _named(kind: str, text: str, ids: Sequence[str]) -> str | None:
    if text in ids:
        return text
    book = codebook()
    found = book.find(kind, text)
    if found is not None and found in ids:
        return found
    folded = fold(text)
    for id in ids:
        if folded in (fold(id), *(fold(book.label(kind, id, language)) for language in ("en", "fr"))):
            return id
    if kind == "region":
        from phare_cli.language.departements import departement_name  # only for what nothing else is called

        if (name := departement_name(text)) in ids:
            return name
        # "Brest" is the one place that its file calls "29019 - Brest".
        coded = [
            id
            for id in ids
            if fold(id).partition(" ")[0].isdecimal() and fold(id).partition(" ")[2] == folded
        ]
        if len(coded) == 1:
            return coded[0]
    if kind == "wave":
        within = [id for id in ids if folded and f" {folded} " in f" {fold(id)} "]
        return within[0] if len(within) == 1 else None
    bare = [id for id in ids if _without_article(id) == _without_article(text)]
    return bare[0] if len(bare) == 1 else None


def _without_article(name: str) -> str:
    article, _, rest = fold(name).partition(" ")
    return rest if rest and article in _ARTICLES else fold(name)


def plain_word(kind: str, id: str, ids: Sequence[str], language: str = "en", *, own: str = "") -> str | None:
    """Return a word that a reader of *language* may type for *id*, one of *ids*; None where there is none.

    It is that of the data, where they say it in *own* words, what the codebook gives for it, else its name folded, or
    its name. It has no blank, no sign that a shell takes
    for its own, and no two hyphens, which end a comment.
    """
    book = codebook()
    slug = book.slug(kind, id)  # with blanks where it is the word of the data for a thing of the codebook
    words = (
        fold(own).replace(" ", "-"),
        book.typed(kind, id, language),
        slug,
        *(fold(each).replace(" ", "-") for each in (slug, id)),
        id,
    )
    return next((word for word in words if PLAIN.fullmatch(word) and _named(kind, word, ids) == id), None)


def to_type(kind: str, id: str, ids: Sequence[str]) -> Fill:
    """Return what a reader types for *id*, one of *ids*.

    What is the reader's own goes by its label, in the quotes that a shell wants; another by a word of the language that
    needs none, else by its slug.
    """
    from phare_cli.language.shell_words import typed  # of use to who mistyped

    book = codebook()
    if book.is_own(kind, id) or book.entry(kind, id) is None:
        labels = [book.label(kind, id, language) for language in LANGUAGES]
        is_clear = all(_named(kind, label, ids) == id for label in labels)
        return Form(kind, id, "pasted") if is_clear else typed(id)
    words = [plain_word(kind, id, ids, language) for language in LANGUAGES]
    if len(set(words)) > 1 and words == [book.typed(kind, id, language) for language in LANGUAGES]:
        return Form(kind, id, "typed")
    return words[0] or typed(book.slug(kind, id))
