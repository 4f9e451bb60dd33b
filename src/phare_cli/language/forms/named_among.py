"""Put what was asked into the form that a sentence needs, where its letters make it sure: parmi les difficultés.

Only several things may be named among: *Difficultés du quotidien*, *Fears about the future*. A name of one thing, a
question, and a name that may be of another language have no form, and are quoted.
"""

from __future__ import annotations

import re

from phare_cli.language.folding import fold
from phare_cli.language.forms.invariable_nouns import gender_of_one
from phare_cli.language.running_labels import is_a_sentence, opens_with_small_word

_LEAST = 4  # letters of a word that tells its number
_ARTICLES = ("les ", "the ")
# One thing all the same: bonus, tennis, atlas, business; but for the plurals that end so.
_ONE_FR, _MANY_FR = re.compile(r".*(?:us|ss|as|os|is|ics)"), re.compile(r"soucis|defis|amis|.*[ao]is")
_ONE_EN = re.compile(r".*(?:us|ss|is|ics)|news|series|means")
_FRENCH = frozenset(
    ["au", "aux", "d", "de", "des", "du", "et", "l", "la", "le", "les", "ou", "par", "pour", "sur"]
)
_ENGLISH = frozenset(["about", "and", "at", "by", "for", "from", "of", "on", "the", "to", "with"])
_JOINING = _ENGLISH | {"among", "in"}


def among(label: str, other: str, language: str) -> str | None:
    """Return a question as that among whose answers one is named, None where nothing is sure.

    *other* is its label in the other language: where both are the same, its own words must tell whose it is.

    >>> among("Difficultés du quotidien", "Daily troubles", "fr"), among("Fears about the future", "Craintes", "en")
    ('parmi les difficultés du quotidien', 'among fears about the future')
    >>> among("Accès aux soins", "Care", "fr"), among("Soucis", "Soucis", "fr"), among("Mobilité", "Mobility", "fr")
    (None, None, None)
    """
    name = label[len(_ARTICLES[0]) :] if label.lower().startswith(_ARTICLES) else label
    folded = fold(name).split()
    if not folded or not name[1:2].islower() or opens_with_small_word(fold(name)) or is_a_sentence(label):
        return None
    if any(mark in name for mark in ';:/()“”«»"') or (label == other and not _tells(name, language)):
        return None
    name = name[0].lower() + name[1:]
    if language == "fr":
        return f"parmi les {name}" if _is_many_fr(folded[0]) else None
    head = next((at for at, word in enumerate(folded) if word in _JOINING), len(folded)) - 1
    is_many = head >= 0 and len(folded[head]) >= _LEAST and folded[head].endswith("s")
    return f"among {name}" if is_many and not _ONE_EN.fullmatch(folded[head]) else None


def _is_many_fr(word: str) -> bool:
    if len(word) < _LEAST or not word.endswith(("s", "x")) or gender_of_one(word):
        return False
    return not _ONE_FR.fullmatch(word) or _MANY_FR.fullmatch(word) is not None


def _tells(name: str, language: str) -> bool:
    """Tell whether a name is of a *language* by its small words."""
    words = set(fold(name).split())
    if language == "fr":
        return bool(words & _FRENCH) and not words & _ENGLISH
    return bool(words & _ENGLISH) and not words & _FRENCH
