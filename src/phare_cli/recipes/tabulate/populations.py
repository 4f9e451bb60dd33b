"""The populations that results speak of: the nation and its regions, each group, each segment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from phare_cli.language.codebook import codebook
from phare_cli.language.departement_codes import CodesMean
from phare_cli.nouns.survey import NATION
from phare_cli.respondents.cells import RespondentCell
from phare_cli.respondents.spec import Spec

ALL_GROUPS = "all"
# The INSEE codes of the regions of mainland France, Corse among them.
_MAINLAND = ("11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94")


@dataclass(frozen=True, slots=True)
class Domain:
    """One population: its names as results write them, and the cells that make it up."""

    wave: str
    region: str
    stakeholder: str
    segment: str
    in_national_sample: bool | None
    cells: NDArray[np.intp]
    breakdown: str = ""  # the column that a segment comes from

    @property
    def is_nation(self) -> bool:
        """Whether it is the whole nation, rather than one country of several."""
        return self.region == NATION and self.in_national_sample is None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What sets it apart: its wave, region, group and segment."""
        return (self.wave, self.region, self.stakeholder, self.segment)


def domains(cells: tuple[RespondentCell, ...], spec: Spec, *, pool_groups: bool) -> tuple[Domain, ...]:
    """Return every population with a respondent in it, the nation before its regions, a group before its segments.

    Respondents of no group belong to none; those of no region count in the nation only. Groups are different
    populations: they are pooled under ``all`` only when *pool_groups* asks for it, or the file has such a group.
    """
    column = spec.place("segment").column
    members = _members(cells)
    regions = {inside: (region, nested) for region, inside, nested in _regions(cells, spec)}
    orders = [
        {name: place for place, name in enumerate(names)}
        for names in (
            dict.fromkeys(cell.wave for cell in cells),
            regions,
            _groups(cells, pool_groups=pool_groups),
            ("", *sorted({cell.segment for cell in cells} - {""})),
        )
    ]
    keys = [key for key in members if all(name in order for name, order in zip(key, orders, strict=True))]
    keys.sort(key=lambda key: [order[name] for name, order in zip(key, orders, strict=True)])
    return tuple(
        Domain(
            wave,
            regions[inside][0],
            stakeholder,
            segment,
            regions[inside][1],
            np.array(members[wave, inside, stakeholder, segment], dtype=np.intp),
            column if segment else "",
        )
        for wave, inside, stakeholder, segment in keys
    )


def _members(cells: tuple[RespondentCell, ...]) -> dict[tuple[str, str, str, str], list[int]]:
    """Return the numbers of the cells of each wave, region, group and segment, and of all regions, groups, segments."""
    members: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for number, cell in enumerate(cells):
        # Who answers as all, a group of none, counts in all once, as who answers in a group does.
        groups = {cell.stakeholder, ALL_GROUPS} if cell.stakeholder else {""}
        for key in product((cell.wave,), {cell.region, ""}, groups, {cell.segment, ""}):
            members[key].append(number)
    return members


def _regions(cells: tuple[RespondentCell, ...], spec: Spec) -> Iterator[tuple[str, str, bool | None]]:
    """Yield each region's name, that of its cells ("" for all), and whether it is in the national sample."""
    place = spec.place("region")
    found = _ordered("region", {cell.region for cell in cells} - {""})
    nation = len(found) > 1 and adds_up_to_nation(found, spec)
    if nation or (not place.column and not found):
        yield NATION, "", None
    for region in found:
        declared = False if spec.codes_mean is CodesMean.COUNTRIES else spec.in_national_sample
        yield region, region, (nation or None if declared is None else declared) if place.column else None


def adds_up_to_nation(regions: Sequence[str], spec: Spec) -> bool:
    """Tell whether the respondents of some regions together are a sample of the nation.

    What the spec says; where it says nothing, all the regions of mainland France do, and fewer do not.
    """
    if spec.nation is not None:
        return spec.nation
    if spec.in_national_sample is not None:
        return spec.in_national_sample
    return {codebook().find("region", code) for code in _MAINLAND} <= set(regions)


def _groups(cells: tuple[RespondentCell, ...], *, pool_groups: bool) -> list[str]:
    present = {cell.stakeholder for cell in cells} - {""}
    found = _ordered("stakeholder", present - {ALL_GROUPS})
    return [*found, ALL_GROUPS] if ALL_GROUPS in present or (pool_groups and len(found) > 1) else found


def _ordered(kind: str, names: set[str]) -> list[str]:
    return sorted(names, key=lambda name: (codebook().order(kind, name), name))
