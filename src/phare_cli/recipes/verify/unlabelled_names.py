"""Tell that names of the data are of another language than a page, and have no labels in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from phare_cli.language.codebook import codebook
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.verify.figure_verdicts import UNKNOWN_STATUS

_KINDS = ("indicator", "item", "stakeholder", "segment")
_WITHOUT = {
    "en": sentence(
        "names of these data have no English labels, in which {document} would be read: a codebook gives them "
        "(--codebook, phare help codebook)."
    ),
    "fr": sentence(
        "names of these data have no French labels, in which {document} would be read: a codebook gives them "
        "(--codebook, phare help codebook)."
    ),
}


def names_without_labels(
    survey: Survey, documents: Sequence[tuple[str, str, Collection[str]]]
) -> Message | None:
    """Return what to say of the first document of which figures were not made out, and whose language names lack.

    *documents* are their names, their languages and the statuses of their claims.
    """
    unsure = [(name, language) for name, language, statuses in documents if UNKNOWN_STATUS in statuses]
    if not unsure:
        return None
    book = codebook()
    names = [id for kind in _KINDS for id in survey.names(kind) if id and book.entry(kind, id) is None]
    if not names:
        return None
    from phare_cli.language.spoken import spoken  # few data have names without labels

    of_names = spoken(", ".join(names))
    for name, language in unsure:
        if of_names is not None and language in _WITHOUT and language != of_names:
            return Message(_WITHOUT[language].text, {"document": name})
    return None
