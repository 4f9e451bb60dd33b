"""Tell which group of the data whoever lives somewhere is of, and which are bodies, that no people is one of."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.lexicon import Lexicon, lexicon
from phare_cli.documents.prose.tokens import folded, words_of
from phare_cli.recipes.verify.grammar.names.groups_called import labels_of

_ALL = "all"


def general_group(groups: Sequence[str], words: Lexicon) -> str:
    """Return the group that whoever lives somewhere is of, else that of all people; none where several may be."""
    found = [group for group in groups if words["population"].holds(folded(group))]
    if len(found) == 1:
        return found[0]
    return _ALL if _ALL in groups and not any(is_body(group) for group in groups if group != _ALL) else ""


def is_body(group: str) -> bool:
    """Tell whether the noun of a group's name is that of a body or of who leads one: "small firms", "maires"."""
    return any(
        _is_told(words_of(name)) for language in ("fr", "en") for _, name in labels_of(group, language)
    )


def _is_told(words: Sequence[str]) -> bool:
    """Tell whether the noun of a name, first in French and last in English, is in the list of bodies."""
    return bool(words) and (lexicon("fr")["body"].holds(words[0]) or lexicon("en")["body"].holds(words[-1]))
