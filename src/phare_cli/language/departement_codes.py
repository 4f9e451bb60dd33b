"""Tell codes of départements from those of regions, which look alike. A bare code is a region's unless one is told."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from phare_cli.language.codebook import codebook
from phare_cli.language.departements import departement, departements
from phare_cli.language.folding import fold

_CODE = re.compile(r"0?\d{1,3}|2[ab]", re.IGNORECASE)
_NAMED = re.compile(r"(?:code?|num(?:ero)?|no)?(?:dep|dept|dpt|departements?)")


class CodesMean(StrEnum):
    """What a column of places holds, and so what its codes and the name of the nation are read as."""

    REGIONS = "regions"
    DEPARTEMENTS = "départements"
    THEIR_REGIONS = "regions of départements"
    COUNTRIES = "countries"  # of which the nation is one


class FoundCodes(NamedTuple):
    """What the codes of a column mean, as the column has it as a whole.

    *either* is a code that a region and a département have both, *alone* a text that is no region's but of a
    département; the empty text where there is none.
    """

    mean: CodesMean
    either: str
    alone: str


def found_codes(texts: Collection[str]) -> FoundCodes | None:
    """Return what the codes among *texts* are read as; None where nothing is in doubt: they are those of regions.

    One that no region has (22, 2A) makes départements of them all; else names do, of départements alone or of regions
    alone. A code that a codebook of one's own gives to a place is no matter here.
    """
    regions = {each.region for each in departements()}
    either, codes, names, is_of_regions = list[str](), list[str](), list[str](), False
    for text in sorted(texts):
        found, is_code = departement(text), _CODE.fullmatch(text.strip()) is not None
        id = region_of(text) if is_code else codebook().find("region", text)
        if found is None:
            is_of_regions |= id in regions
        elif is_code and id in regions:
            either.append(text)
        elif is_code and id is None:
            codes.append(text)
        elif not is_code and found.name not in regions:
            names.append(text)
    alone = codes or ([] if is_of_regions else names)
    if not codes and (not either or (is_of_regions and not names)):
        return None
    means = CodesMean.DEPARTEMENTS if alone else CodesMean.REGIONS
    return FoundCodes(means, either[0] if either else "", alone[0] if alone else "")


def region_of(code: str) -> str | None:
    """Return the region of a code, from which a spreadsheet may have taken its zero; None where there is none."""
    return codebook().find("region", code) or codebook().find("region", code.strip().zfill(2))


def codes_of_departements(texts: Collection[str]) -> list[str]:
    """Return those of *texts* that are codes of a département; none where others are names of regions."""
    codes = [text for text in texts if _CODE.fullmatch(text.strip()) and departement(text) is not None]
    others = set(texts) - set(codes)
    return [] if any(_is_region(text) for text in others) else codes


def are_departements(texts: Collection[str]) -> bool:
    """Tell whether the codes among *texts* can only be those of départements, some being no region's."""
    codes = codes_of_departements(texts)
    if any(codebook().find("region", code) is None for code in codes):
        return True
    found = found_codes(texts) if codes else None
    return found is not None and found.mean is CodesMean.DEPARTEMENTS


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
