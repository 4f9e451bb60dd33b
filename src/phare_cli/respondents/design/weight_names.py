"""Know by its name or its label the column of weights. Reads no number."""

from __future__ import annotations

import re

from phare_cli.respondents.design.clusters import words_of

# How surveys call their weights: POND, PATWT, pspwght, anweight, hhweight, finalwgt, pw...
_SURE = re.compile(
    r"(?:[a-z]{0,6}?)(?:wgt|wght|weights?)\d*(?:final|finl)?|poids|pds|pond\w{0,9}|redressement"
)
_LIKELY = re.compile(
    r"(?:w|wt|wts|pw|dw|fw|(?:[a-z]{0,6}?)(?:wgt|wght|weights?|wt)\d*(?:final|finl|per|ssall|s)?|poids|pds|"
    r"pond\w{0,9}|redressement|redr|coeff?|coefficient|fexp|extri\w?)\d*"
)
_OF_BODIES = frozenset(
    {"body", "kg", "kilo", "kilos", "lb", "lbs", "corporel", "corporelle", "height", "birth"}
)
_BESIDE = frozenset({
    "de", "d", "du", "la", "le", "final", "finale", "sondage", "enquete", "individuel", "individu", "menage", "survey",
    "sample", "statistique", "statistical", "coefficient", "coef", "variable", "redresse", "post", "stratification",
})  # fmt: skip


def may_name_weights(name: str) -> bool:
    """Tell whether a name may be that of weights: one of its words is, and none is of bodies."""
    words = words_of(name)
    return any(map(_LIKELY.fullmatch, words)) and not _OF_BODIES & set(words)


def names_weights(text: str) -> bool:
    """Tell whether a name or a label is that of weights and of nothing else.

    >>> names_weights("POIDS_FINAL"), names_weights("Poids de redressement"), names_weights("Quel est votre poids ?")
    (True, True, False)
    """
    words = words_of(text)
    return any(map(_SURE.fullmatch, words)) and all(
        word in _BESIDE or word.isdecimal() or _SURE.fullmatch(word) for word in words
    )
