"""What the places of a survey are called, as each language needs the word: région, département, quartier, pays.

A codebook says it of a place (column ``place``). Places of several kinds, or of a kind that nobody told, are called
by a word that fits any of them: area, territoire.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from phare_cli.language.codebook import codebook, shipped_codebook
from phare_cli.language.folding import fold
from phare_cli.nouns.survey import NATION

ANY = "area"


class PlaceNoun(NamedTuple):
    """One kind of place: its English and French words, and the gender of the French one."""

    one_en: str
    many_en: str
    one_fr: str
    many_fr: str
    is_feminine: bool = False


NOUNS = {
    "region": PlaceNoun("region", "regions", "région", "régions", True),
    "departement": PlaceNoun("département", "départements", "département", "départements"),
    "arrondissement": PlaceNoun("arrondissement", "arrondissements", "arrondissement", "arrondissements"),
    "canton": PlaceNoun("canton", "cantons", "canton", "cantons"),
    "intercommunality": PlaceNoun(
        "intercommunality", "intercommunalities", "intercommunalité", "intercommunalités", True
    ),
    "commune": PlaceNoun("commune", "communes", "commune", "communes", True),
    "town": PlaceNoun("town", "towns", "ville", "villes", True),
    "district": PlaceNoun("district", "districts", "quartier", "quartiers"),
    "sector": PlaceNoun("sector", "sectors", "secteur", "secteurs"),
    "country": PlaceNoun("country", "countries", "pays", "pays"),
    "province": PlaceNoun("province", "provinces", "province", "provinces", True),
    "county": PlaceNoun("county", "counties", "comté", "comtés"),
    "state": PlaceNoun("state", "states", "État", "États"),
    ANY: PlaceNoun("area", "areas", "territoire", "territoires"),
}
_OTHER_WORDS = {
    "neighbourhood": "district", "neighborhood": "district", "city": "town", "municipality": "commune",
    "epci": "intercommunality", "agglomeration": "intercommunality", "nation": "country", "zone": ANY,
    "lieu": ANY, "lieux": ANY, "location": ANY,
    "departments": "departement", "department": "departement",
}  # fmt: skip
_SHORT = {
    "dep": "departement",
    "dept": "departement",
    "dpt": "departement",
    "reg": "region",
    "com": "commune",
}
# What stands around the word in the name of a column of places where people live or answer from.
_BEFORE = frozenset((
    "votre", "ma", "mon", "la", "le", "l", "les", "des", "du", "de", "d", "code", "codes", "nom", "name", "numero",
    "libelle", "intitule", "num", "no", "insee", "dans", "en", "quel", "quelle", "quels", "which", "what", "in", "is",
    "your", "the", "of", "you", "do", "est", "sont"
))  # fmt: skip
_AFTER = frozenset((
    "residence", "residents", "habitez", "habites", "vivez", "vous", "habitation", "habite", "resident", "live",
    "from", "actuel", "actuelle", "domicile", "siege", "name", "code", "insee", "libelle", "respondent",
    "repondant", "repondants", "enquete", "enquetee", "interroge", "interrogee", "concerne", "concernee", "etudie",
    "etudiee",
))  # fmt: skip
_MOST_WORDS = 4  # but for those before it


@cache
def _by_word() -> Mapping[str, str]:
    words = {
        fold(word): id
        for id, noun in NOUNS.items()
        for word in (id, noun.one_en, noun.many_en, noun.one_fr, noun.many_fr)
    }
    return words | _OTHER_WORDS


def place_of_word(word: str) -> str | None:
    """Return the kind of place that a word of either language means.

    >>> place_of_word("Quartiers"), place_of_word("pays"), place_of_word("neighbourhood"), place_of_word("maires")
    ('district', 'country', 'district', None)
    """
    return _by_word().get(fold(word))


def place_named(column: str) -> str | None:
    """Return the kind of place that a column holds by its name; None where it names none, or something else of one.

    >>> place_named("Quartier de résidence"), place_named("Dans quelle commune habitez-vous ?")
    ('district', 'commune')
    >>> place_named("Mon quartier est propre"), place_named("Pays de naissance"), place_named("code_dep")
    (None, None, 'departement')
    """
    words = [word for word in fold(column.replace("_", " ")).split() if word not in _BEFORE]
    if not words or len(words) > _MOST_WORDS or not _AFTER.issuperset(words[1:]):
        return None
    return place_of_word(words[0]) or _SHORT.get(words[0])


def place_of(regions: Iterable[str]) -> str:
    """Return the kind of place that all *regions* but the nation are of; of no region, what they usually are."""
    book = codebook()
    others = [region for region in dict.fromkeys(regions) if region not in (NATION, "")]
    places = {book.form("region", region, "place") or _shipped(region) for region in others}
    if places == {"region", "departement"} and _are_departements(others):
        return "departement"
    return places.pop() if len(places) == 1 else ANY if places else "region"


def _are_departements(regions: Iterable[str]) -> bool:
    """Tell whether all *regions* are départements: the five overseas are regions as well, under the same names."""
    from phare_cli.language.departements import departement  # few data hold any

    return all(departement(region) is not None for region in regions)


def _shipped(region: str) -> str:
    return "region" if shipped_codebook().holds("region", region) else ANY


def place_word(place: str, form: str, language: str) -> str:
    """Return the word for a kind of place in a form: ``one``, ``many``, ``a``, ``the``, ``of``, ``no``, ``each``.

    >>> place_word("district", "of", "fr"), place_word("region", "each", "fr"), place_word("area", "a", "en")
    ('du quartier', 'chacune des deux régions', 'an area')
    """
    noun = NOUNS[place]
    if language == "fr":
        return _in_french(noun, form)
    article = "an" if noun.one_en[0] in "aeiou" else "a"
    return {
        "one": noun.one_en,
        "many": noun.many_en,
        "a": f"{article} {noun.one_en}",
        "the": f"the {noun.one_en}",
        "of": f"of the {noun.one_en}",
        "no": f"no {noun.one_en}",
        "each": f"each of the two {noun.many_en}",
    }[form]


def _in_french(noun: PlaceNoun, form: str) -> str:
    is_elided = noun.one_fr[0].lower() in "aeiouyéè"
    e = "e" if noun.is_feminine else ""
    the = f"l'{noun.one_fr}" if is_elided else f"{'la' if e else 'le'} {noun.one_fr}"
    return {
        "one": noun.one_fr,
        "many": noun.many_fr,
        "a": f"un{e} {noun.one_fr}",
        "the": the,
        "of": f"de {the}" if e or is_elided else f"du {noun.one_fr}",
        "no": f"aucun{e} {noun.one_fr}",
        "each": f"chacun{e} des deux {noun.many_fr}",
    }[form]
