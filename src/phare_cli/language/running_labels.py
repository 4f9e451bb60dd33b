"""How a label that has no grammar stands inside a sentence: quoted where it is a sentence itself, and in which case.

Only what is sure is done: a small word (plutôt, très, strongly) loses its capital, a name of any other kind keeps it.
"""

import re
from functools import cache

from phare_cli.language.folding import fold

# What begins no noun: answers of a scale, adverbs, prepositions, pronouns, verbs that questions are asked with.
_SMALL = (
    "oui non plutot tout toute tous toutes tres trop pas peu assez ne je tu il elle on nous vous ils elles ce ca "
    "en au aux du des un une de d a l dans par pour avec sans sous sur vers chez entre hors depuis apres avant "
    "pendant jamais toujours souvent parfois rarement autre autres aucun aucune plusieurs moins plus mieux qui que "
    "quel quels quelle quelles comment combien pourquoi ou quand dont avez etes mon ma mes son sa ses nos notre "
    "votre vos leur leurs chaque certains certaines divers diverses"
)
_OF_SCALES = (
    "strongly somewhat slightly mostly rather fairly quite totally completely neither agree disagree very not no "
    "yes never always often sometimes rarely seldom satisfied dissatisfied good bad poor excellent other others "
    "none some any all more less better worse satisfait satisfaite satisfaits satisfaites insatisfait "
    "favorable defavorable utile utiles inutile bonne bon mauvaise mauvais moyen moyenne excellente"
)
_SMALL_WORDS, _SCALES = frozenset(_SMALL.split()), frozenset(_OF_SCALES.split())
_THE_SAME = "the same"
_ARTICLE = r"(?:Le|La|Les|The)\s+(?=[^\W\dA-ZÀ-Ý])|L['’](?=[^\W\dA-ZÀ-Ý])"
_PERSONAL = (
    r"\b(?:je|j|mon|ma|mes|me|m|vous|votre|vos|nous|notre|nos|est|sont|ont|ne|my|i|you|your|we|our|is|are|do|does|how|what|"
    r"which|who)\b"
)
_MOST_WORDS = 6  # of a name; longer ones are questions and statements


_HOW_MUCH = (
    r"tout a fait|plutot|tres|assez|peu|pas|pas du tout|pas vraiment|moyennement|totalement|strongly|somewhat|rather|"
    r"very|fairly|quite|not|not at all|not very|totally|completely"
)
_OF_WHAT = (
    r"satisfaite?s?|insatisfaite?s?|d accord|favorables?|defavorables?|confiante?s?|inquiete?s?|interessee?s?|agree|"
    r"disagree|satisfied|dissatisfied|worried|confident|interested|likely|unlikely|important(?:e?s?)?|utiles?|useful"
)
_ANSWER = rf"oui|non|yes|no|(?:(?:{_HOW_MUCH}) (?:(?:peu|pas|en) )?)?(?:{_OF_WHAT})"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)  # most commands need none of them


def opens_with_small_word(folded: str) -> bool:
    """Tell whether a folded label begins with what begins no noun."""
    return folded[:1].isdecimal() or _first_word(folded) in _SMALL_WORDS


def _opens_scale(folded: str) -> bool:
    """Tell whether a folded label begins as the steps of a scale do."""
    rest = folded.removeprefix(_THE_SAME)
    return _first_word(folded) in _SCALES or (rest != folded and not _first_word(rest))


def _first_word(text: str) -> str:
    """Return the letters and digits that a text begins with."""
    end = next((at for at, letter in enumerate(text) if not (letter.isalnum() or letter == "_")), len(text))
    return text[:end]


def is_a_sentence(label: str) -> bool:
    """Tell whether a label is what people were asked or agreed with rather than a name.

    >>> is_a_sentence("Mon quartier est propre"), is_a_sentence("Vous êtes ..."), is_a_sentence("Craintes")
    (True, True, False)
    """
    folded = fold(label)
    return (
        label.rstrip().endswith(("?", "!", ".", "…", ":"))
        or len(label.split()) > _MOST_WORDS
        or _compiled(_PERSONAL).search(folded) is not None
    )


def is_an_answer(label: str) -> bool:
    """Tell whether a label is what somebody answers, and no thing that is named: oui, plutôt satisfait.

    >>> is_an_answer("Très satisfait"), is_an_answer("Oui"), is_an_answer("Très haut débit"), is_an_answer("Emploi")
    (True, True, False, False)
    """
    return _compiled(_ANSWER).fullmatch(fold(label)) is not None


def inside(label: str) -> str:
    """Return a label as it stands inside a sentence, without its capital where it is sure to be none of a name.

    >>> inside("Plutôt d'accord"), inside("La médiathèque"), inside("Les Minguettes"), inside("Corse")
    ("plutôt d'accord", 'la médiathèque', 'Les Minguettes', 'Corse')
    """
    folded = fold(label)
    small = (
        opens_with_small_word(folded)
        or _opens_scale(folded)
        or (label[:1] in ("L", "T") and _compiled(_ARTICLE).match(label))
    )
    return (
        label[:1].lower() + label[1:]
        if small and not (label[:2].isalpha() and label[:2].isupper())
        else label
    )
