"""What the groups of the data are called, by a codebook or by lists, and which of them are bodies, which everybody."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.lexicon import Lexicon, lexicon
from phare_cli.documents.prose.tokens import folded, words_of
from phare_cli.language.codebook import codebook

_WHOLE = (
    "ensemble des ",
    "ensemble de la ",
    "ensemble de l'",
    "tous les ",
    "toute la ",
    "all the ",
    "all ",
)  # begin a name
_ALL = "all"


def names_of(group: str) -> tuple[str, ...]:
    """Return what a codebook, or the data, call a group in either language."""
    if group == _ALL:
        return ("ensemble des acteurs", "tous les acteurs", "all groups", "tous acteurs confondus")
    entry = codebook().entry("stakeholder", group)
    return tuple(entry.names) if entry else (group,)


def labels_of(group: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return the names of a group with their languages; one that no codebook has is of the document's."""
    entry = codebook().entry("stakeholder", group)
    return tuple(entry.labels.items()) if entry else ((language, group),)


def general_group(groups: Sequence[str], words: Lexicon) -> str:
    """Return the group that whoever lives somewhere is of, else that of all people; none where several may be."""
    found = [group for group in groups if words["population"].holds(_without_whole(folded(group)))]
    if len(found) == 1:
        return found[0]
    return _ALL if _ALL in groups and not any(is_body(group) for group in groups if group != _ALL) else ""


def _without_whole(name: str) -> str:
    """Return a folded name without the words that say all of them: "ensemble des Français", "all adults"."""
    return next((name.removeprefix(each) for each in _WHOLE if name.startswith(each)), name)


def is_body(group: str) -> bool:
    """Tell whether the noun of a group's name is that of a body or of who leads one: "small firms", "maires"."""
    return any(
        _is_told(words_of(name)) for language in ("fr", "en") for _, name in labels_of(group, language)
    )


def _is_told(words: Sequence[str]) -> bool:
    """Tell whether the noun of a name, first in French and last in English, is in the list of bodies."""
    return bool(words) and (lexicon("fr")["body"].holds(words[0]) or lexicon("en")["body"].holds(words[-1]))
