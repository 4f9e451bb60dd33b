"""Tell the region of a département: "la région" beside le Gard is Occitanie, and never le Gard."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from phare_cli.documents.prose.tokens import Token
from phare_cli.language.codebook import codebook
from phare_cli.language.departements import departement
from phare_cli.recipes.verify.grammar.names.mention import HERE, UNKNOWN

_REGION = frozenset(("region", "regional", "regionale", "regionaux", "regionales", "regionally"))
_TO_REGION = 5  # words of "l'ensemble de la région"


def says_region(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the words at *place* say a region, which a département is none."""
    return any(token.word in _REGION for token in tokens[place : place + _TO_REGION])


def region_around(place: str, regions: Collection[str]) -> str:
    """Return the region of the data that a département lies in, UNKNOWN where they do not hold it; else *place*.

    Five départements overseas are regions as well.
    """
    found = departement(place)
    if found is None or found.region == found.name:
        return place
    return next((each for each in codebook().around(place) if each in regions), UNKNOWN)


def region_of_section(regions: Mapping[int, str | None]) -> str | None:
    """Return the region that the nearest heading below the title names, of those of all headings by their levels."""
    named = (regions[level] for level in sorted(regions, reverse=True) if level > 1)
    return next((each for each in named if each not in (None, HERE, UNKNOWN)), None)
