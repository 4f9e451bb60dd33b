"""The crossing that a report carries, where its data hold two prisms that can be crossed."""

from __future__ import annotations

from dataclasses import dataclass

from phare_cli.codebook import codebook
from phare_cli.errors import WrongOption
from phare_cli.message import Message
from phare_cli.recipes.cross import cross, crossings, said
from phare_cli.recipes.cross_prisms import Prism
from phare_cli.recipes.cross_sentences import headlines
from phare_cli.recipes.order import places
from phare_cli.recipes.pairs import EVERYONE
from phare_cli.survey import Survey
from phare_cli.table import Table

PARTNERSHIPS = "partnership-impact"


@dataclass(frozen=True, slots=True)
class Section:
    """A crossing for a report: *sentences* say what its table shows, and open the table's notes too."""

    table: Table
    sentences: tuple[Message, ...]


def section(survey: Survey, region: str, *, conf: float = 0.95) -> Section | None:
    """Return what people of *region* (id) perceive as fragile crossed with where partnerships are judged to work.

    The first group, in the codebook's order, that was asked both, on two items at least, over the first such
    perception of the codebook. None where no group was, or where universes do not allow a common reading.
    """
    within = survey.where(lambda estimate: estimate.region == region)
    for stakeholder in places("stakeholder", within.names("stakeholder")):
        if stakeholder == EVERYONE:
            continue
        for indicator in places("indicator", within.names("indicator")):
            if indicator == PARTNERSHIPS or codebook().form("indicator", indicator, "first_en") is None:
                continue
            prisms = (Prism(indicator, stakeholder), Prism(PARTNERSHIPS, stakeholder))
            try:
                found = crossings(within, prisms, regions=(region,), conf=conf)
            except WrongOption:
                continue
            if any(len(crossing.common) > 1 for crossing in found):
                return Section(
                    table=cross(within, prisms, regions=(region,), conf=conf),
                    sentences=tuple(said(found, headlines)),
                )
    return None
