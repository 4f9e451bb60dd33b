"""Know what the words of a row mean: codebook ids for names, one spelling for units, fixed words, footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial

from phare_cli.language.codebook import codebook
from phare_cli.language.folding import clean, fold
from phare_cli.language.place_words import ANY, place_named
from phare_cli.nouns.contract import CONTRACT, ContractColumn

Spelled = dict[tuple[str, str], dict[str, None]]
PLACES = (
    "place",
    "",
)  # among the words of the data: the kind of place that regions are, by the name of their column
_KNOWN = 1 << 16
_WORDED = ("name", "unit", "text")
NAMED = tuple(column.name for column in CONTRACT if column.kind in _WORDED)
TOTALS = frozenset({"total", "totaux", "total general", "grand total", "sous total", "subtotal"})


@lru_cache(maxsize=_KNOWN)
def plain(text: str) -> str:
    """Return a text that the codebook does not hold, clean."""
    return clean(text)


@lru_cache(maxsize=_KNOWN)
def unit(text: str) -> str:
    """Return ``percent``, ``count``, ``score/N`` or any other unit as it stands; no unit means percents.

    >>> unit("note sur 20"), unit("%"), unit("€"), unit("moyenne")
    ('score/20', 'percent', '€', 'number')
    """
    shown = clean(text)
    if shown in ("", "percent"):
        return "percent"
    name, _, scale = shown.partition("/")
    if name == "score" and scale.isascii() and scale.isdigit():
        return shown
    scored = _score().fullmatch(shown)
    if scored:
        return f"score/{scored[1]}"
    # What a mean is counted in was not said: it is a number.
    return codebook().find("unit", shown) or ("number" if codebook().find("measure", shown) else shown)


@lru_cache(maxsize=_KNOWN)
def word(kind: str, text: str) -> str | None:
    """Return the codebook's word for *text*, the empty text for an empty cell, None for any other word.

    >>> word("scale", "ordonnée"), word("scale", "non"), word("scale", "communale")
    ('ordered', '', None)
    """
    if not clean(text) or (kind == "scale" and codebook().find("yesno", text) == "no"):
        return ""
    return codebook().find(kind, text)


def is_total(text: str) -> bool:
    """Tell whether a cell names a total."""
    return fold(text) in TOTALS


def is_footnote(text: str) -> bool:
    """Tell whether the first cell of a row opens a line that people set under tables."""
    return _footnote().match(clean(text)) is not None


@cache
def _score() -> re.Pattern[str]:
    return re.compile(
        r"(?:score|note|moyenne)?\s*(?:/|\bsur\b|\bout of\b)\s*([0-9]+(?:\.[0-9]+)?)", re.IGNORECASE
    )


@cache
def _footnote() -> re.Pattern[str]:
    return re.compile(
        r"(?:sources?|notes?|champs?|lecture|base|reading|universe|n\. ?b\.?|nb)\s*:|[*†©]|\([0-9a-z*]\)\s",
        re.IGNORECASE,
    )


def own_words_of(spelled: Spelled) -> Mapping[tuple[str, str], str]:
    """Return the words of the data for what the codebook calls otherwise, by kind and id."""
    otherwise = {thing: texts for thing, texts in spelled.items() if thing[1] not in texts}
    if not otherwise:
        return {}
    from phare_cli.language.spelling.own_spelling import own_spelling  # data that hold ids never need it

    entries = {thing: codebook().entry(*thing) for thing in otherwise}
    labels = {
        thing: (entry.slug, *entry.labels.values())
        for thing, entry in entries.items()
        if entry is not None and not codebook().is_own(*thing)
    }
    words = own_spelling({thing: spelled[thing] for thing in labels}, labels)
    places = spelled.get(PLACES, {})
    return {**words, PLACES: next(iter(places))} if len(places) == 1 else words


def _name(kind: str, spelled: Spelled | None, text: str) -> str:
    if not text:
        return ""
    found = codebook().find(kind, text)
    if found is None:
        return clean(text)
    if spelled is not None:
        spelled.setdefault((kind, found), {})[clean(text)] = None
    return found


def _reader(column: ContractColumn, spelled: Spelled | None) -> Callable[[str], str]:
    match column.kind:
        case "name":
            return lru_cache(maxsize=_KNOWN)(partial(_name, column.name, spelled))
        case "unit":
            return unit
        case _:
            return plain


def readers(
    regions: str = "region", *, departements: bool = False, spelled: Spelled | None = None
) -> Mapping[str, Callable[[str], str]]:
    """Return what reads the cells of each column of names or of text, by the codebook in use.

    *regions* is what the file calls its regions: the codes of a column of départements are read as theirs, and those
    that were found to be. *spelled* takes up the words of cells for what the codebook knows, by kind and id.
    """
    found = {column.name: _reader(column, spelled) for column in CONTRACT if column.kind in _WORDED}
    found["whole"] = found["region"]
    if departements or regions != "region":
        from phare_cli.language.departement_codes import is_named_for_departements  # few files are of any

        if departements or is_named_for_departements(regions):
            found["region"] = lru_cache(maxsize=_KNOWN)(_departement)
        if spelled is not None and (place := place_named(regions)) not in (None, "region", ANY):
            spelled.setdefault(PLACES, {})[place] = None
    return found


def _departement(text: str) -> str:
    from phare_cli.language.departements import departement

    found = departement(clean(text)) if text else None
    return _name("region", None, text) if found is None else found.name
