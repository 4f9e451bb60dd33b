"""Guess how a name that nobody has described stands in a sentence: by its first word and its ending.

A guess is for somebody to correct (``phare codebook --draft``); no answer is ever worded with one. What reads as a
sentence, a proper name or an answer such as *plutôt d'accord* has no article, and is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from phare_cli.language.departements import AGREEMENTS, OF, joined
from phare_cli.language.folding import fold
from phare_cli.language.forms.gathered_places import gathered_place
from phare_cli.language.forms.invariable_nouns import gender_of_one
from phare_cli.language.known_by_words.residual_answers import is_silent
from phare_cli.language.running_labels import is_a_sentence, opens_with_small_word

# What a place is called before its name, and the article of that word.
_PLACES = {
    "canton": "le", "departement": "le", "district": "le", "pays": "le", "parc": "le", "quartier": "le",
    "secteur": "le", "territoire": "le", "bassin": "le", "grand": "le", "commune": "la", "communaute": "la",
    "metropole": "la", "province": "la", "ville": "la", "vallee": "la", "zone": "la", "agglomeration": "l'",
    "arrondissement": "l'", "ile": "l'", "eurometropole": "l'", "iles": "les", "hauts": "les", "communes": "les",
    "monts": "les", "landes": "les",
}  # fmt: skip
_AT = {"le": "au", "la": "à la", "les": "aux", "l'": "à l'", "": "à"}
_IN = {"le": "dans le", "la": "dans la", "les": "dans les", "l'": "dans l'"}
# Countries and lands, by folded name, that a list of English or French places may hold, with their article.
_LANDS = {
    "allemagne": "l'", "angleterre": "l'", "autriche": "l'", "belgique": "la", "bulgarie": "la", "croatie": "la",
    "ecosse": "l'", "espagne": "l'", "estonie": "l'", "finlande": "la", "france": "la", "grece": "la", "hongrie": "la",
    "irlande": "l'", "islande": "l'", "italie": "l'", "lettonie": "la", "lituanie": "la", "norvege": "la",
    "pologne": "la", "republique tcheque": "la", "tchequie": "la", "roumanie": "la", "slovaquie": "la",
    "slovenie": "la", "suede": "la", "suisse": "la", "turquie": "la", "ukraine": "l'", "algerie": "l'",
    "tunisie": "la", "chine": "la", "inde": "l'", "wallonie": "la", "flandre": "la", "catalogne": "la",
    "danemark": "le", "luxembourg": "le", "portugal": "le", "royaume uni": "le", "pays de galles": "le",
    "canada": "le", "maroc": "le", "senegal": "le", "japon": "le", "bresil": "le", "mexique": "le", "quebec": "le",
    "liban": "le", "pays bas": "les", "etats unis": "les", "ile de france": "l'",
}  # fmt: skip
_WITH_THE = re.compile(
    r"(?:netherlands|united (?:kingdom|states|arab emirates)|philippines|czech republic|.* (?:islands|valley))$"
)
# Endings of nouns of one gender, by folded letters; the first that fits decides.
_FEMININE = ("tion", "sion", "te", "ance", "ence", "ure", "ude", "esse", "ie", "ise", "ee", "ique")
_MASCULINE = ("ment", "age", "isme", "eau", "oir", "ail", "teur", "et", "al")
_MASCULINE_NOUNS = frozenset({"quartier", "metier", "emploi"})
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
_ADJECTIVES = ("ables", "ibles", "eux")
_CODE = re.compile(r"[A-Z]{1,4}[-_]?\d+")
_PROPER = re.compile(r"(?<=[\s\-'’])[A-ZÀ-Ý]")


def guessed_forms(kind: str, name: str, language: str = "fr") -> Mapping[str, str]:
    """Return the forms that a name may have in French or English, none where nothing about it tells.

    >>> guessed_forms("region", "Le Havre")["in_fr"], guessed_forms("region", "Pays de Retz")["of_fr"]
    ('au Havre', 'du Pays de Retz')
    >>> guessed_forms("item", "sécurité")["the_fr"], dict(guessed_forms("item", "plutôt d'accord"))
    ('la sécurité', {})
    >>> guessed_forms("item", "Accès aux soins")["the_fr"], guessed_forms("item", "Accès aux soins")["agreement_fr"]
    ("l'accès aux soins", 'm')
    >>> guessed_forms("item", "Les transports")["of_fr"], dict(guessed_forms("item", "Vous êtes ..."))
    ('des transports', {})
    >>> dict(guessed_forms("region", "Netherlands", "en"))
    {'in_en': 'in the Netherlands', 'the_en': 'the Netherlands'}
    >>> dict(guessed_forms("region", "A1")), dict(guessed_forms("indicator", "NOTE"))
    ({}, {})
    """
    if _CODE.fullmatch(name) or (kind in ("item", "indicator") and name.isupper() and name.isalpha()):
        return {}  # what an export calls something, and no word of anybody
    if language == "en":
        return _in_english(kind, name)
    match kind:
        case "region":
            return _of_place(name)
        case "stakeholder":
            return _of_group(name)
        case "item" | "indicator":
            return _of_noun(name)
    return {}


def _in_english(kind: str, name: str) -> Mapping[str, str]:
    if kind == "region":
        gathered = gathered_place(name, "en")
        if gathered is not None:
            return gathered
        the = f"the {name}" if _WITH_THE.fullmatch(fold(name)) else name
        return {"in_en": f"in {the}", "the_en": the}
    plain = _uncapitalised(name)
    if kind == "stakeholder":
        return {"in_en": f"among {plain}", "the_en": plain}
    return {}


def _of_place(name: str) -> Mapping[str, str]:
    gathered = gathered_place(name, "fr")
    if gathered is not None:
        return gathered
    article = _LANDS.get(fold(name), "")
    if article:
        before = {"le": "au", "les": "aux"}.get(article, "en")
        of = _elided(name) if article in ("la", "l'") else joined(OF[article], name)
        return _place(f"{before} {name}", of, joined(article, name), article)
    article, bare = _article_of(name)
    if article:  # Le Havre: the article is part of the name, and joins what stands before it
        if article in ("la", "l'"):
            return _place(f"à {name}", f"de {name}", name, article)
        return _place(joined(_AT[article], bare), joined(OF[article], bare), name, article)
    article = _PLACES.get(fold(name).partition(" ")[0], "")
    if article:
        return _place(joined(_IN[article], name), joined(OF[article], name), joined(article, name), article)
    return _place(f"à {name}", _elided(name), name, "")


def _place(in_it: str, of_it: str, the: str, article: str) -> Mapping[str, str]:
    return {"in_fr": in_it, "of_fr": of_it, "the_fr": the, "agreement_fr": AGREEMENTS.get(article, "f")}


def _of_group(name: str) -> Mapping[str, str]:
    article, bare = _article_of(name)
    plain = _uncapitalised(bare if article == "les" else name)
    first = fold(plain).partition(" ")[0]
    if is_silent(name) or first in ("hors", "sans"):
        return {}
    if first in ("tous", "toutes"):
        return {
            "in_fr": f"parmi {plain}",
            "of_fr": f"de {plain}",
            "the_fr": plain,
            "agreement_fr": "fp" if first == "toutes" else "mp",
        }
    if not first.endswith(("s", "x")) or gender_of_one(first) or opens_with_small_word(fold(plain)):
        return {}
    agreement = "fp" if first.endswith(_FEMININE_PLURAL) else "mp"
    return {
        "in_fr": f"parmi les {plain}",
        "of_fr": f"des {plain}",
        "the_fr": f"les {plain}",
        "agreement_fr": agreement,
    }


def _of_noun(name: str) -> Mapping[str, str]:
    if is_a_sentence(name) or any(mark in name for mark in ",;()/"):
        return {}
    article, bare = _article_of(name)
    if not article and _PROPER.search(
        name
    ):  # Croix-Rousse: a name that takes no article, or one that nobody knows
        return {}
    plain = _uncapitalised(bare)
    folded = fold(bare)
    first = folded.partition(" ")[0]
    if not article:
        if opens_with_small_word(folded) or not first.isalpha() or len(first) < 3:
            return {}
        article = _article_by_ending(first)
    if not article:
        return {}
    if article == "les":
        agreement = "fp" if first.endswith(_FEMININE_PLURAL) else "mp"
    elif article == "l'":
        agreement = "f" if first.endswith(_FEMININE) else "m"
    else:
        agreement = "f" if article == "la" else "m"
    if article in ("la", "le") and first[0] in "aeiouyh":
        article = "l'"
    return {
        "of_fr": joined(OF[article], plain),
        "the_fr": joined(article, plain),
        "agreement_fr": agreement,
    }


def _article_by_ending(first: str) -> str:
    if first in _MASCULINE_NOUNS:
        return "le"
    if one := gender_of_one(first):
        return "la" if one == "f" else "le"
    if first.endswith(("s", "x")):
        return "" if first.endswith(_ADJECTIVES) else "les"
    if first.endswith(_FEMININE):
        return "la"
    return "le" if first.endswith(_MASCULINE) else ""


def _uncapitalised(name: str) -> str:
    """Return a name inside a sentence; an acronym keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _article_of(name: str) -> tuple[str, str]:
    """Return the article that a name begins with, as that of a town, and the rest of the name."""
    found = re.fullmatch(r"(le|la|les)\s+(\S.*)|(l['’])(\S.*)", name, re.IGNORECASE)
    if found is None:
        return "", name
    return (found[1].lower(), found[2]) if found[1] else ("l'", found[4])


def _elided(name: str) -> str:
    """Return a name after *de*, elided before a vowel; what an h does nobody can tell."""
    return f"d'{name}" if fold(name)[:1] in tuple("aeiouy") else f"de {name}"
