"""Tell codes of départements from those of regions, which look alike. A bare code is a region's unless one is told."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from phare_cli.language.codebook import codebook
from phare_cli.language.departements import departement
from phare_cli.language.folding import fold

_CODE = re.compile(r"0?\d{1,3}|2[ab]", re.IGNORECASE)
_NAMED = re.compile(r"(?:code?|num(?:ero)?|no)?(?:dep|dept|dpt|departements?)")


class CodesMean(StrEnum):
    """What a column of places holds, and so what its codes and the name of the nation are read as."""

    REGIONS = "regions"
    DEPARTEMENTS = "départements"
    THEIR_REGIONS = "regions of départements"
    COUNTRIES = "countries"  # of which the nation is one


def codes_of_departements(texts: Collection[str]) -> list[str]:
    """Return those of *texts* that are codes of a département; none where others are names of regions."""
    codes = [text for text in texts if _CODE.fullmatch(text.strip()) and departement(text) is not None]
    others = set(texts) - set(codes)
    return [] if any(_is_region(text) for text in others) else codes


def are_departements(texts: Collection[str]) -> bool:
    """Tell whether the codes among *texts* can only be those of départements: some are no region's."""
    return any(codebook().find("region", code) is None for code in codes_of_departements(texts))


def may_be_departements(texts: Collection[str]) -> bool:
    """Tell whether the codes of regions are those of départements too, so that nothing tells which are meant."""
    return bool(codes_of_departements(texts))


def is_named_for_departements(column: str) -> bool:
    """Tell whether a column is called as one of départements is.

    >>> is_named_for_departements("Code département"), is_named_for_departements("dépenses")
    (True, False)
    """
    return any(_NAMED.fullmatch(word) for word in fold(column).split())


def _is_region(text: str) -> bool:
    id = codebook().find("region", text)
    return id is not None and codebook().holds("region", id)
