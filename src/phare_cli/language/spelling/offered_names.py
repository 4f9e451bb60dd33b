"""Which names somebody may have meant by a text that is none: those that hold its words, else those spelled like it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher, get_close_matches

from phare_cli.language.folding import fold

_MOST = 3  # names that are offered
_LEAST = 3  # letters of a word that begins another
_ALIKE, _WORDS_ALIKE = 0.6, 0.75
_SMALL = frozenset({
    "a", "an", "and", "au", "aux", "d", "dans", "de", "des", "du", "en", "et", "for", "in", "l", "la", "le", "les",
    "of", "on", "ou", "par", "pour", "sur", "the", "to",
})  # fmt: skip


def offered_names(text: str, id_by_name: Mapping[str, str]) -> tuple[str, ...]:
    """Return up to three ids that *text* may have been meant for, nearest first; names are folded.

    >>> offered_names("utilité", {"fragilites": "fragilities", "utilite des partenariats": "usefulness"})
    ('usefulness',)
    """
    asked = fold(text)
    words = [word for word in asked.split() if word not in _SMALL]
    holding = [name for name in id_by_name if words and _holds(name, words)]
    if holding:
        names = sorted(holding, key=lambda name: (len(name.split()), -_likeness(asked, name)))
    else:
        names = get_close_matches(asked, id_by_name, n=2 * _MOST, cutoff=_ALIKE) or [
            name
            for name in id_by_name
            if words and all(get_close_matches(word, name.split(), cutoff=_WORDS_ALIKE) for word in words)
        ]
    return tuple(dict.fromkeys(id_by_name[name] for name in names))[:_MOST]


def _holds(name: str, words: list[str]) -> bool:
    """Tell whether each of *words* is one of a name, or begins one."""
    own = name.split()
    return all(
        any(each == word or (len(word) >= _LEAST and each.startswith(word)) for each in own) for word in words
    )


def _likeness(asked: str, name: str) -> float:
    return SequenceMatcher(None, asked, name).ratio()
