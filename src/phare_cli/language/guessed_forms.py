"""Guess how a name that nobody has described stands in a sentence: French by its first word and its ending.

A guess is for somebody to correct (``phare codebook --draft``); no answer is ever worded with one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from phare_cli.language.departements import joined
from phare_cli.language.folding import fold

# What a place is called before its name, and the article of that word.
_PLACES = {
    "canton": "le", "departement": "le", "district": "le", "pays": "le", "parc": "le", "quartier": "le",
    "secteur": "le", "territoire": "le", "bassin": "le", "commune": "la", "communaute": "la", "metropole": "la",
    "province": "la", "ville": "la", "vallee": "la", "zone": "la", "agglomeration": "l'", "arrondissement": "l'",
    "ile": "l'", "eurometropole": "l'", "iles": "les", "hauts": "les", "communes": "les",
}  # fmt: skip
_AT = {"le": "au", "la": "à la", "les": "aux", "l'": "à l'", "": "à"}
_IN = {"le": "dans le", "la": "dans la", "les": "dans les", "l'": "dans l'"}
_OF = {"le": "du", "la": "de la", "les": "des", "l'": "de l'", "": "de"}
# Endings of nouns of one gender, by folded letters; the first that fits decides.
_FEMININE = ("tion", "sion", "te", "ance", "ence", "ure", "ude", "esse", "ie", "ise", "ee", "ique")
_MASCULINE = ("ment", "age", "isme", "eau", "oir", "ier", "ail", "teur", "il", "oi", "et", "al")
_FEMININE_PLURAL = (
    "tions",
    "sions",
    "euses",
    "trices",
    "ises",
    "ees",
    "elles",
    "ennes",
    "tes",
    "ures",
    "ances",
)
_NO_NOUN = re.compile(r"(?:oui|non|plutot|tout|tres|pas|peu|assez|ne|je|il|en|autre|moins|plus|sans|\d.*)\b")


def guessed_forms(kind: str, name: str) -> Mapping[str, str]:
    """Return the French forms that a name may have, none where nothing about it tells.

    >>> guessed_forms("region", "Le Havre")["in_fr"], guessed_forms("region", "Pays de Retz")["of_fr"]
    ('au Havre', 'du Pays de Retz')
    >>> guessed_forms("item", "sécurité")["the_fr"], dict(guessed_forms("item", "plutôt d'accord"))
    ('la sécurité', {})
    """
    match kind:
        case "region":
            return _of_place(name)
        case "stakeholder":
            return _of_group(name)
        case "item" | "indicator":
            return _of_noun(name)
    return {}


def _of_place(name: str) -> Mapping[str, str]:
    article, bare = _article_of(name)
    if article:  # Le Havre: the article is part of the name, and joins what stands before it
        at, of = (f"à {name}", f"de {name}") if article in ("la", "l'") else (None, None)
        return {
            "in_fr": at or joined(_AT[article], bare),
            "of_fr": of or joined(_OF[article], bare),
            "the_fr": name,
            "agreement_fr": {"le": "m", "les": "mp"}.get(article, "f"),
        }
    article = _PLACES.get(fold(name).partition(" ")[0], "")
    if article:
        return {
            "in_fr": joined(_IN[article], name),
            "of_fr": joined(_OF[article], name),
            "the_fr": joined(article, name),
            "agreement_fr": {"le": "m", "les": "mp"}.get(article, "f"),
        }
    return {"in_fr": f"à {name}", "of_fr": _elided(name), "the_fr": name, "agreement_fr": "f"}


def _of_group(name: str) -> Mapping[str, str]:
    plain = name[:1].lower() + name[1:]
    first = fold(name).partition(" ")[0]
    if not first.endswith(("s", "x")):
        return {}
    agreement = "fp" if first.endswith(_FEMININE_PLURAL) else "mp"
    return {
        "in_fr": f"parmi les {plain}",
        "of_fr": f"des {plain}",
        "the_fr": f"les {plain}",
        "agreement_fr": agreement,
    }


def _of_noun(name: str) -> Mapping[str, str]:
    plain = name if name[1:2].isupper() else name[:1].lower() + name[1:]
    folded = fold(name)
    first = folded.partition(" ")[0]
    if _NO_NOUN.match(folded) or not first.isalpha() or len(first) < 3:
        return {}
    if first.endswith(("s", "x")):
        article, agreement = "les", "fp" if first.endswith(_FEMININE_PLURAL) else "mp"
    elif first.endswith(_FEMININE):
        article, agreement = "la", "f"
    elif first.endswith(_MASCULINE):
        article, agreement = "le", "m"
    else:
        return {}
    if article in ("la", "le") and first[0] in "aeiouyh":
        article = "l'"
    return {
        "of_fr": joined(_OF[article], plain),
        "the_fr": joined(article, plain),
        "agreement_fr": agreement,
    }


def _article_of(name: str) -> tuple[str, str]:
    """Return the article that a place's name begins with, as of a town, and the rest of the name."""
    found = re.fullmatch(r"(le|la|les)\s+(\S.*)|(l['’])(\S.*)", name, re.IGNORECASE)
    if found is None:
        return "", name
    return (found[1].lower(), found[2]) if found[1] else ("l'", found[4])


def _elided(name: str) -> str:
    """Return a name after *de*, elided before a vowel; what an h does nobody can tell."""
    return f"d'{name}" if fold(name)[:1] in tuple("aeiouy") else f"de {name}"
