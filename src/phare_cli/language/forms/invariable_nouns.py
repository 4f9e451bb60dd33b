"""French nouns that end as a plural does and are one thing: *l'accès aux soins*, *la voix des habitants*."""

from __future__ import annotations

_MASCULINE = (
    "abus acces autobus avis biais bois bras bus campus cas choix colis compromis concours congres consensus corps "
    "cours cursus deces discours encours exces flux fonds gros jus mepris mois palais parcours pays permis poids prix "
    "proces processus progres propos puits rebus recours refus relais repas repos reste revers secours sens stress "
    "succes surplus temps tiers univers vieux virus"
)
_FEMININE = "croix fois noix paix perdrix souris toux voix"


def gender_of_one(noun: str) -> str:
    """Return ``m`` or ``f`` of a folded noun that is one thing though it ends in s or x, else an empty text.

    >>> gender_of_one("acces"), gender_of_one("voix"), gender_of_one("transports")
    ('m', 'f', '')
    """
    if not noun.endswith(("s", "x")):
        return ""
    return "m" if noun in _MASCULINE.split() else "f" if noun in _FEMININE.split() else ""
