"""Know the départements of France and the region that each lies in. A bare code is a region's unless one is told.

Code officiel géographique of Insee, 2024: 101 départements in 18 regions; codes are text.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from phare_cli.language.codebook import codebook
from phare_cli.language.folding import fold

DEPARTEMENTS = Path(__file__).with_name("departements.csv")
_CODE = re.compile(r"0?\d{1,3}|2[ab]", re.IGNORECASE)
_NAMED = re.compile(r"(?:code?|num(?:ero)?|no)?(?:dep|dept|dpt|departements?)")


class Departement(NamedTuple):
    """One département; *region* is the id of the region that it lies in."""

    code: str
    name: str
    region: str


@cache
def _departements() -> Mapping[str, Departement]:
    """Return the départements by folded code and by folded name."""
    regions = {entry.code: entry.id for entry in codebook().entries("region")}
    with DEPARTEMENTS.open(encoding="utf-8", newline="") as file:
        found = [
            Departement(row["code"], row["name"], regions[row["region"]]) for row in csv.DictReader(file)
        ]
    return {fold(key): each for each in found for key in (each.code, each.name)}


def departement(text: str) -> Departement | None:
    """Return the département that a code or a name means; a zero that a spreadsheet took away is put back.

    >>> departement("6").name, departement("2a").region, departement("Gard").code
    ('Alpes-Maritimes', 'Corse', '30')
    """
    folded = fold(text)
    return _departements().get(folded.zfill(2) if folded.isdecimal() else folded)


def codes_of_departements(texts: Collection[str]) -> list[str]:
    """Return those of *texts* that are codes of a département; none where others are names of regions."""
    codes = [text for text in texts if _CODE.fullmatch(text.strip()) and departement(text) is not None]
    others = set(texts) - set(codes)
    return [] if any(codebook().find("region", text) is not None for text in others) else codes


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
