"""Guess how the name of what gathers places stands in a sentence: Reste de la région, Autres communes, Hors métropole.

Such a name is made of common words, and begins with a small letter inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from phare_cli.language.departements import OF, joined
from phare_cli.language.folding import fold
from phare_cli.language.known_by_words.residual_answers import is_silent

# The first word of what gathers places, or of a part of one, with the article that it takes.
_GATHERING = {
    "reste": "le", "restant": "le", "ensemble": "l'", "total": "le", "exterieur": "l'", "etranger": "l'",
    "nord": "le", "sud": "le", "est": "l'", "ouest": "l'", "centre": "le", "littoral": "le", "peripherie": "la",
    "couronne": "la", "partie": "la",
}  # fmt: skip
_AT = {"total": "au", "exterieur": "à l'", "etranger": "à l'", "peripherie": "en", "littoral": "sur le"}
_WHOLES = ("ensemble", "total")
_LINKED = re.compile(r"(?:du|de|des|d|ville$)\b")
_IN = {"le": "dans le", "la": "dans la", "l'": "dans l'"}
_FEMININE = (
    "region",
    "commune",
    "ville",
    "zone",
    "metropole",
    "agglomeration",
    "communaute",
    "province",
    "vallee",
)
_ALL = re.compile(r"(tout|toute|tous|toutes) (?:le |la |les |l['’]).+", re.IGNORECASE)
_UNPLACED = re.compile(
    r"(?:autres?|others?|ailleurs|elsewhere|inconnue?s?|unknown|(?:non|pas|not) .+|sans .+)"
)


def gathered_place(name: str, language: str) -> Mapping[str, str] | None:
    """Return the forms of a name that gathers places, none where it tells no place; None where it does neither.

    >>> gathered_place("Reste de l'Occitanie", "fr")["in_fr"], gathered_place("Hors métropole", "fr")["of_fr"]
    ("dans le reste de l'Occitanie", 'du territoire hors métropole')
    >>> gathered_place("Rest of England", "en")["in_en"], gathered_place("Ne sait pas", "fr")
    ('in the rest of England', {})
    """
    folded = fold(name)
    if is_silent(name) or _UNPLACED.fullmatch(folded):
        return {}
    plain = name[:1].lower() + name[1:]
    return _in_english(plain, folded) if language == "en" else _in_french(plain, folded)


@cache
def whole_form(label: str, form: str) -> str | None:
    """Return a place that is called the whole of something, or its rest, in a French form; None for another place.

    >>> whole_form("Ensemble de la région", "in_fr"), whole_form("Reste du Gard", "of_fr"), whole_form("Gard", "in_fr")
    ("dans l'ensemble de la région", 'du reste du Gard', None)
    """
    first, _, rest = fold(label).partition(" ")
    if first not in ("ensemble", "reste") or not _LINKED.match(rest):
        return None
    return (_in_french(label[:1].lower() + label[1:], fold(label)) or {}).get(form)


def _in_english(plain: str, folded: str) -> Mapping[str, str] | None:
    first = folded.partition(" ")[0]
    if first == "outside":
        return {"in_en": plain, "the_en": f"the area {plain}"}
    if folded.startswith("rest of ") or first == "other":
        return {"in_en": f"in the {plain}", "the_en": f"the {plain}"}
    if first in ("all", "whole"):
        return {"in_en": f"in {plain}", "the_en": plain}
    return {} if folded in ("total", "overall") else None


def _in_french(plain: str, folded: str) -> Mapping[str, str] | None:
    first, _, rest = folded.partition(" ")
    is_feminine = (rest.partition(" ")[0].removesuffix("s")) in _FEMININE
    if first == "hors":
        return _forms(plain, f"du territoire {plain}", f"le territoire {plain}", "m")
    if first == "autres":
        return _forms(f"dans les {plain}", f"des {plain}", f"les {plain}", "fp" if is_feminine else "mp")
    if first == "autre":
        one = f"une {plain}" if is_feminine else f"un {plain}"
        return _forms(f"dans {one}", f"d'{one}", one, "f" if is_feminine else "m")
    if found := _ALL.fullmatch(plain):
        agreement = {"tout": "m", "toute": "f", "tous": "mp", "toutes": "fp"}[found[1].lower()]
        return _forms(f"dans {plain}", f"de {plain}", plain, agreement)
    article = _GATHERING.get(first)
    # “Nord Isère” and “Centre-Val de Loire” are names; “Nord”, “Centre” and “Nord de la ville” say where.
    is_name = rest and not _LINKED.match(rest) and first not in _WHOLES
    if article is None or is_name:
        return None
    before = _AT.get(first, _IN[article])
    agreement = "f" if article == "la" else "m"
    return _forms(joined(before, plain), joined(OF[article], plain), joined(article, plain), agreement)


def _forms(in_it: str, of_it: str, the: str, agreement: str) -> Mapping[str, str]:
    return {"in_fr": in_it, "of_fr": of_it, "the_fr": the, "agreement_fr": agreement}
