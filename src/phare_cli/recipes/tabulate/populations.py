"""The populations that results speak of: the nation and its regions, each group, each segment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from phare_cli.language.codebook import codebook
from phare_cli.nouns.survey import NATION
from phare_cli.respondents.cells import RespondentCell
from phare_cli.respondents.spec import Spec

ALL_GROUPS = "all"


@dataclass(frozen=True, slots=True)
class Domain:
    """One population: its names as results write them, and the cells that make it up."""

    wave: str
    region: str
    stakeholder: str
    segment: str
    in_national_sample: bool | None
    cells: NDArray[np.intp]

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What sets it apart: its wave, region, group and segment."""
        return (self.wave, self.region, self.stakeholder, self.segment)


def domains(cells: tuple[RespondentCell, ...], spec: Spec, *, pool_groups: bool) -> tuple[Domain, ...]:
    """Return every population with a respondent in it, the nation before its regions, a group before its segments.

    Respondents of no group belong to none; those of no region count in the nation only. Groups are different
    populations: they are pooled under ``all`` only when *pool_groups* asks for it.
    """
    return tuple(
        Domain(wave, region, stakeholder, segment, nested, held)
        for wave in dict.fromkeys(cell.wave for cell in cells)
        for region, inside, nested in _regions(cells, spec)
        for stakeholder in _groups(cells, pool_groups=pool_groups)
        for segment in ("", *sorted({cell.segment for cell in cells} - {""}))
        if (held := _cells(cells, wave, inside, stakeholder, segment)).size
    )


def _regions(cells: tuple[RespondentCell, ...], spec: Spec) -> Iterator[tuple[str, str, bool | None]]:
    """Yield each region's name, that of its cells ("" for all), and whether it is in the national sample."""
    place = spec.place("region")
    found = _ordered("region", {cell.region for cell in cells} - {""})
    whole = not place.column and not found
    if whole or (place.column and spec.in_national_sample and len(found) > 1):
        yield NATION, "", None
    for region in found:
        yield region, region, spec.in_national_sample and len(found) > 1 if place.column else None


def _groups(cells: tuple[RespondentCell, ...], *, pool_groups: bool) -> list[str]:
    found = _ordered("stakeholder", {cell.stakeholder for cell in cells} - {""})
    return [*found, ALL_GROUPS] if pool_groups and len(found) > 1 else found


def _ordered(kind: str, names: set[str]) -> list[str]:
    return sorted(names, key=lambda name: (codebook().order(kind, name), name))


def _cells(
    cells: tuple[RespondentCell, ...], wave: str, region: str, stakeholder: str, segment: str
) -> NDArray[np.intp]:
    return np.array(
        [
            number
            for number, cell in enumerate(cells)
            if cell.wave == wave
            and (not region or cell.region == region)
            and (cell.stakeholder == stakeholder if stakeholder != ALL_GROUPS else cell.stakeholder)
            and (not segment or cell.segment == segment)
        ],
        dtype=np.intp,
    )
