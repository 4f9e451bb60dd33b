"""Know a place that holds the others by its words: Ensemble de la région, Total, Moyenne départementale."""

import re
from functools import cache

from phare_cli.language.folding import fold

_PLACES = (
    r"regions?|departements?|territoires?|communes?|secteurs?|quartiers?|cantons?|zones?|pays|metropole|agglomeration"
    r"|epci|sites?|agences?|antennes?|academies?|areas?|districts?|counties|county|provinces?|sectors?|towns?|places?"
)
_ALL = r"ensembles?|totaux|total|totale|tou(?:s|tes?)|overall|whole|entire|global|globale"
_MEANS = (
    r"(?:moyennes?|moy|mean|average)"
    r"(?: (?:generale|globale|d ensemble|(?:inter ?)?(?:nationale|regionale|departementale|communale|territoriale)"
    rf"|(?:cantonale|communautaire|metropolitaine)|(?:de la |du |des |de l |of (?:all |the )?)(?:{_PLACES}|ensemble)"
    r"\b.*))?"
)
_OPENS = (
    rf"(?:{_ALL})(?: (?:la|le|les|l|de|du|des|d|of|the|general|generale|confondus|confondues|{_PLACES})\b.*)?"
)
_NOUN_AFTER = rf"(?:total|overall|whole|entire|mean|average) (?:{_PLACES})|all(?: (?:the )?(?:{_PLACES}))?"
_BEFORE = (
    rf"(?:{_PLACES}) (?:entiere?|dans son ensemble|total|totale|(?:as a )?whole|overall|average|mean|moyenne)"
)
_CLOSES = r".* (?:ensemble|total|entiere?|as a whole|overall)"


@cache
def is_whole_name(name: str) -> bool:
    """Tell whether a place is called by words for all of some others.

    >>> is_whole_name("Ensemble de la région"), is_whole_name("Moyenne départementale"), is_whole_name("Drôme (total)")
    (True, True, True)
    >>> is_whole_name("Moyenne vallée du Rhône"), is_whole_name("Toussaint"), is_whole_name("All Saints")
    (False, False, False)
    """
    words = "|".join((_MEANS, _OPENS, _NOUN_AFTER, _BEFORE, _CLOSES))
    return re.fullmatch(rf"(?:{words})", fold(name)) is not None
