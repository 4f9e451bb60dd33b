"""Take a word of a name for the name where one alone has it, and where somebody is told so."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from phare_cli.language.folding import fold
from phare_cli.nouns.listening import listener
from phare_cli.nouns.message import Name, sentence

_LEAST = 3  # letters of a word that begins another
_LISTED = 5  # names that are offered where several have the word
_SMALL = frozenset({
    "a", "an", "and", "au", "aux", "d", "dans", "de", "des", "du", "en", "et", "for", "in", "l", "la", "le", "les",
    "of", "on", "ou", "par", "pour", "s", "sur", "the", "to", "un", "une",
})  # fmt: skip
# Behind one of these a word is of what somebody is not, or of the others: “non employeurs”, “autres associations”.
_DENYING = frozenset({
    "aucun", "aucune", "autre", "autres", "except", "excluding", "hormis", "hors", "jamais", "n", "ne", "never", "ni",
    "no", "non", "none", "not", "other", "others", "pas", "sauf",
})  # fmt: skip
_WITHOUT = frozenset(
    {"sans", "without"}
)  # so of people and places: an answer may be “se déplacer sans voiture”
OF_PLACES_AND_PEOPLE = frozenset({"region", "stakeholder", "segment"})


class Meant(NamedTuple):
    """The id that words were *taken* for, None for none, and those whose names have the words (*having*)."""

    taken: str | None
    having: tuple[str, ...]


def meant_by(kind: str, text: str, names: Mapping[str, Iterable[str]], *, is_known: bool = False) -> Meant:
    """Return which ids have the words of *text* in one of their *names*; the only one is taken, and told.

    It is not where nobody listens, where the words are denied in the name, or where *text* is known as the name of
    another place or group: Loire is no word of Haute-Loire.
    """
    asked = _words(text)
    of_people = kind in OF_PLACES_AND_PEOPLE
    denying = _DENYING | _WITHOUT if of_people else _DENYING
    found = {id: _is_sure(asked, names[id], denying) for id in names if asked}
    having = _without_nets([id for id, is_sure in found.items() if is_sure is not None])
    tell = listener()
    if len(having) != 1 or not found[having[0]] or tell is None or (is_known and of_people):
        return Meant(None, having[:_LISTED])
    tell(
        sentence(
            "“{name}” was taken for “{taken}”: no other name here has that word.",
            name=text,
            taken=Name(kind, having[0]),
        )
    )
    return Meant(having[0], having)


def _without_nets(names: Sequence[str]) -> tuple[str, ...]:
    """Return names without those that are one of them with something in brackets, as nets and measures are called."""
    return tuple(name for name in names if not any(name.startswith(f"{other} (") for other in names))


def has_words(text: str, names: Iterable[str]) -> bool:
    """Tell whether one of *names* has the words of *text*."""
    asked = _words(text)
    return bool(asked) and _is_sure(asked, names, frozenset()) is not None


def _words(text: str) -> list[str]:
    return [word for word in fold(text).split() if word not in _SMALL]


def _is_sure(asked: Sequence[str], names: Iterable[str], denying: frozenset[str]) -> bool | None:
    """Return whether one of *names* has the words *asked* without denying them; None where none has them."""
    found: bool | None = None
    for name in names:
        words = fold(name).split()
        places = [_place(word, words) for word in asked]
        if None not in places:
            first = min(place for place in places if place is not None)
            found = bool(found) or not denying.intersection(words[:first])
    return found


def _place(asked: str, words: Sequence[str]) -> int | None:
    """Return where the word *asked* stands among *words*: it, what it begins, or what it is the plural of."""
    begins = len(asked) >= _LEAST and not asked.isdigit()
    return next(
        (
            at
            for at, word in enumerate(words)
            if asked in (word, f"{word}s", f"{word}x") or (begins and word.startswith(asked))
        ),
        None,
    )
