"""Say what groups are called by where they live or learn: "au lycée", "à la campagne", "citadins", "familles"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from phare_cli.documents.prose.lexicon import people_meant
from phare_cli.documents.prose.tokens import words_of
from phare_cli.recipes.verify.grammar.stems import is_small, singular


def other_names(groups: Sequence[str], language: str, of_items: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield groups, each with words that mean no other of them; those *of_items* are of answers, and of nobody."""
    for spoken, meant, phrases in people_meant():
        found = [group for group in groups if spoken == language and _is_told(words_of(group), meant)]
        if len(found) == 1:
            yield from ((found[0], phrase) for phrase in phrases if not _is_of(phrase, of_items))


def _is_of(phrase: str, of_items: Collection[str]) -> bool:
    return any(singular(word) in of_items for word in words_of(phrase) if not is_small(word))


def _is_told(name: Sequence[str], meant: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether a name holds one of the phrases that words mean."""
    return any(
        tuple(name[at : at + len(told)]) == told for told in meant for at in range(len(name) - len(told) + 1)
    )
