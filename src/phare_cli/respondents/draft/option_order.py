"""Put the answers to a question in the order of their codes or of their sense. Knows words of degree, no survey."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from phare_cli.language.folding import fold
from phare_cli.respondents.engine.number_columns import number

# The first that a folded answer holds tells how strong it is; longer ones stand before those they hold.
_DEGREES = (
    ("pas du tout", -3.0), ("not at all", -3.0), ("jamais", -3.0), ("never", -3.0), ("strongly disagree", -2.5),
    ("tres peu", -2.0), ("very little", -2.0), ("rarement", -2.0), ("rarely", -2.0), ("seldom", -2.0),
    ("not too", -1.2), ("not very", -1.2), ("not really", -1.0), ("not so", -1.0), ("plutot pas", -1.0),
    ("pas vraiment", -1.0), ("pas tres", -1.2), ("un peu", -1.0), ("peu", -1.5), ("a little", -1.0), ("slightly", -1.0),
    ("ni ", 0.0), ("neither", 0.0), ("neutre", 0.0), ("neutral", 0.0), ("moyen", 0.0), ("average", 0.0),
    ("parfois", 0.0), ("fair ", -0.3), ("sometimes", 0.0), ("quelquefois", 0.0), ("moderately", 0.5),
    ("plutot", 1.0), ("assez", 1.0), ("somewhat", 1.0), ("fairly", 1.0), ("rather", 1.0), ("quite", 1.2),
    ("souvent", 1.5), ("often", 1.5), ("tout a fait", 3.0), ("absolument", 3.0), ("extremement", 3.0),
    ("extremely", 3.0), ("completely", 3.0), ("completement", 3.0), ("totalement", 3.0), ("toujours", 3.0),
    ("always", 3.0), ("excellent", 3.0), ("tres", 2.0), ("very", 2.0), ("strongly", 2.5), ("beaucoup", 2.0),
    ("a lot", 2.0),
)  # fmt: skip
# An answer that holds one of these stands below the middle, however strong it is.
_AGAINST = re.compile(
    r"\b(pas d accord|disagree|insatisfait\w*|mecontent\w*|dissatisfied|unsatisfied|unhappy|unlikely|peu probable|"
    r"improbable|mauvais\w*|bad|badly|poor|poorly|mal|against|oppose\w*|defavorable\w*|unfavou?rable|inutile\w*|"
    r"useless|negati\w+|unimportant)\b"
)
_FOR = re.compile(
    r"\b(d accord|agree|satisfait\w*|satisfied|happy|likely|probable|bon\w*|bien|good|well|favorable\w*|favou?rable|"
    r"utile\w*|useful|positi\w+|important\w*|oui|yes)\b"
)
# A plain opinion is more than “rather”, and one that is denied less than “little”; “not bad” is a little good.
_PLAIN, _DENIED = 1.1, -2.4
_NO, _NOT = re.compile(r"\b(?:non|no)\b"), re.compile(r"\b(?:pas|not|non|no)\b")
_SMALL = re.compile(
    r"\b(?:pas|plus|ni|ne|n|d|de|du|l|un|une|et|ou|je|suis|not|no|nor|or|and|i|am|it|is|a|of)\b"
)
_BELOW = re.compile(r"(?:moins de|less than|under|below|jusqu a|up to|at most|au plus)\b")
_ABOVE = re.compile(r"\b(?:plus de|more than|over|above|et plus|ou plus|and more|or more|and over|et \+)\b")


def in_order(answers: Sequence[str]) -> list[str]:
    """Return *answers* in the order of their numbers, of what they say of degree, or else a natural one.

    >>> in_order(["50 et plus", "moins de 10", "10 à 49"])
    ['moins de 10', '10 à 49', '50 et plus']
    >>> in_order(["Plutôt pas d'accord", "Tout à fait d'accord", "Pas du tout d'accord", "Plutôt d'accord"])[:2]
    ["Tout à fait d'accord", "Plutôt d'accord"]
    """
    for key in (_number, _size, _degree):
        if (ordered := _sorted(answers, key)) is not None:
            return ordered
    return sorted(answers, key=lambda answer: (_number(answer) or (math.inf, 0.0), answer))


def is_scale(answers: Sequence[str]) -> bool:
    """Tell whether *answers* are the steps of a scale: three or more, degrees of one thing, no two the same.

    >>> is_scale(["Très satisfait", "Plutôt satisfait", "Plutôt pas satisfait", "Pas du tout satisfait"])
    True
    >>> is_scale(["Très cher", "Peu pratique", "Pas utile"])
    False
    """
    if len(answers) < 3 or _sorted(answers, _degree) is None:
        return False
    return len({thing for answer in answers if (thing := _thing(answer))}) < 2


def favourable(steps: Sequence[str]) -> list[str]:
    """Return the steps of a scale that stand above its middle; none where they are all of it, or no two.

    >>> favourable(["Très utile", "Plutôt utile", "Peu utile", "Pas du tout utile"])
    ['Très utile', 'Plutôt utile']
    >>> favourable(["Toujours", "Souvent", "Parfois", "Jamais"])
    ['Toujours', 'Souvent']
    """
    above = [step for step in steps if (key := _degree(step)) is not None and key[0] < 0]
    return above if 1 < len(above) < len(steps) else []


def _thing(answer: str) -> str:
    """Return what an answer is a degree of, where it says so in a word that is no opinion: “présent”."""
    words = f"{fold(answer)} "
    for degree, _ in _DEGREES:
        words = words.replace(degree, " ")
    return " ".join(_SMALL.sub(" ", _FOR.sub(" ", _AGAINST.sub(" ", words))).split())


Key = tuple[float, float]


def _sorted(answers: Sequence[str], key: Callable[[str], Key | None]) -> list[str] | None:
    """Return the answers by *key*; None when one has none, or two the same."""
    keyed = [(rank, answer) for answer in answers if (rank := key(answer)) is not None]
    if len(keyed) < len(answers) or len({rank for rank, _ in keyed}) < len(keyed):
        return None
    return [answer for _, answer in sorted(keyed)]


def _number(answer: str) -> Key | None:
    value = number(answer)
    return None if math.isnan(value) else (value, 0.0)


def _size(answer: str) -> Key | None:
    """Return where a range begins; “less than 10” stands before “10 to 49”, “50 and more” after “50”."""
    found = re.search(r"\d(?:[\d\u00a0\u202f ]*\d)?(?:[.,]\d+)?", answer)
    folded = fold(answer)
    if found is None:
        return (-math.inf, 0.0) if re.match(r"aucun|none|zero|no\b", folded) else None
    value = float(re.sub(r"[\s\u00a0\u202f]", "", found[0]).replace(",", "."))
    if _BELOW.match(folded) or answer.lstrip().startswith("<"):
        return (value, -1.0)
    return (
        (value, 1.0)
        if _ABOVE.search(folded) or answer.lstrip().startswith(">") or "+" in answer
        else (value, 0.0)
    )


def _degree(answer: str) -> Key | None:
    """Return the strength of an answer, the strongest first."""
    folded = f"{fold(answer)} "
    is_against, is_denied = _AGAINST.search(folded) is not None, _NOT.search(folded) is not None
    degree = next((degree for words, degree in _DEGREES if words in folded), None)
    if degree is not None:
        is_against = is_against or _NO.search(folded) is not None
    elif is_denied:
        degree = -_DENIED / 4 if is_against and not _FOR.search(folded) else _DENIED
    elif is_against or _FOR.search(folded):
        degree = _PLAIN
    if degree is None:
        return None
    return (degree, 0.0) if degree > 0 and is_against else (-degree, 0.0)
