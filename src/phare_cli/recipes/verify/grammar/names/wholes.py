"""Tell which region of the data holds the others: what "the national average" and "the region as a whole" may be."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from phare_cli.documents.prose.lexicon import known_wholes
from phare_cli.documents.prose.tokens import folded
from phare_cli.language.codebook import codebook
from phare_cli.language.departements import departement
from phare_cli.nouns.survey import NATION, Survey
from phare_cli.recipes.verify.grammar.names.mention import HERE, UNKNOWN

_FEWEST = 3  # one base above one other says nothing of a whole
_UK = ("united kingdom", "uk", "royaume-uni")
_DEPARTEMENT, _REGION, _NAMELESS = "departement", "region", ""


class Wholes:
    """The wholes of one survey: *nation*, None where the data hold none, and *whole*, for words that name no place.

    The nation is the codebook's, the one country among the regions, or what is called a total of them. The whole is
    the nation, the one union, or the region that the others lie in: by the codebook, or by bases that hold theirs.
    """

    def __init__(self, survey: Survey) -> None:
        self._regions = survey.names("region")
        self._levels = {region: _level(region) for region in self._regions}
        self.nation = self._nation()
        self.whole = self.nation or self._only("union") or _around(survey)

    def meant(self, sense: str) -> str:
        """Return the region that words for a whole mean: "the county average", "l'ensemble de la région"."""
        if sense == "nation":
            return self.nation or UNKNOWN
        if sense == "uk":
            return next((region for region in self._regions if folded(region) in _UK), UNKNOWN)
        if sense == "union":
            return self._only("union") or UNKNOWN
        if sense == "total":
            return self.whole or UNKNOWN
        if sense == _DEPARTEMENT and (one := self._only(_DEPARTEMENT)):
            return one
        if sense == _DEPARTEMENT and not {_DEPARTEMENT, _NAMELESS} & set(self._levels.values()):
            return UNKNOWN  # the data hold regions and countries alone
        if sense == _REGION and (one := self._only(_REGION)):
            return one
        is_nameless = self.whole is not None and self._levels[self.whole] == _NAMELESS
        return self.whole if is_nameless and self.whole is not None else HERE

    @cached_property
    def capital(self) -> str | None:
        """The one capital among the regions."""
        found = [region for region in self._regions if known_wholes().get(folded(region)) == "capital"]
        return found[0] if len(found) == 1 else None

    def _nation(self) -> str | None:
        if NATION in self._regions or not self._regions:
            return NATION
        for level in ("country", "home nation"):
            if level in self._levels.values():
                return self._only(level)
        is_of_nation = all(level in (_REGION, _NAMELESS, "whole") for level in self._levels.values())
        return self._only("whole") if is_of_nation else None

    def _only(self, level: str) -> str | None:
        found = [region for region, of in self._levels.items() if of == level]
        return found[0] if len(found) == 1 else None


def _level(region: str) -> str:
    """Return what kind of place a region is; nothing where no list holds its name."""
    known = known_wholes().get(folded(region))
    if known not in (None, "capital"):
        return known
    if codebook().holds("region", region) and not codebook().around(region):
        return _REGION
    return _DEPARTEMENT if departement(region) is not None else _NAMELESS


def _around(survey: Survey) -> str | None:
    """Return the region that the others lie in, as far as the data or the codebook tell."""
    from phare_cli.judging.reference import whole_in  # few data hold no nation

    return whole_in(survey) or _around_by_bases(survey)


def _around_by_bases(survey: Survey) -> str | None:
    """Return the region whose bases hold those of all others together wherever they were asked, else the only one."""
    regions = survey.names("region")
    if len(regions) < _FEWEST:
        return regions[0] if len(regions) == 1 else None
    bases: dict[tuple[str, ...], dict[str, float]] = {}
    for each in survey.estimates:
        if each.base:
            cell = (each.survey, each.wave, each.stakeholder, each.segment, each.indicator, each.item)
            bases.setdefault(cell, {})[each.region] = each.base
    most = dict.fromkeys(regions, 0.0)
    for region, base in (each for of_cell in bases.values() for each in of_cell.items()):
        most[region] = max(most[region], base)
    widest = max(regions, key=lambda region: most[region])
    shared = [cell for cell in bases.values() if len(cell) > 1]
    is_around = bool(shared) and all(_holds(cell, widest) for cell in shared)
    return widest if is_around else None


def _holds(cell: Mapping[str, float], region: str) -> bool:
    own = cell.get(region, 0)
    return 2 * own >= sum(cell.values())
