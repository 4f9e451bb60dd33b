"""The quadrant of two prisms: the second across, the first upwards, the items that both hold."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from phare_cli.nouns.chart import Plane, Point, Quadrant
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import DRAWN, Message, Name, sentence
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.cross.cross import crossing_table, crossings, estimates_of
from phare_cli.recipes.cross.placing import UNDECIDED, CrossedItem, Crossing, Facet
from phare_cli.recipes.cross.prisms import Prism, groups_of, label
from phare_cli.recipes.cross.side_by_side import Reading, is_shared, round_name
from phare_cli.recipes.cross.side_decimals import side_decimals
from phare_cli.wording.ranking_legend import flags_named


def crossings_of(
    survey: Survey,
    prisms: Sequence[Prism],
    *,
    regions: Sequence[str] = (),
    cuts: Sequence[float | None] = (),
    conf: float = 0.95,
) -> list[Crossing]:
    """Return the crossings that a quadrant draws; raises WrongOption unless there are two prisms."""
    if len(prisms) != 2:
        raise WrongOption(
            sentence(
                "a quadrant is drawn of two prisms, not {count}: one each, with one group.", count=len(prisms)
            )
        )
    return crossings(survey, prisms, regions=regions, cuts=cuts, conf=conf)


def picture(
    found: Sequence[Crossing],
    prisms: Sequence[Prism],
    regions: Sequence[str],
    conf: float,
    items: Collection[str] = (),
) -> Quadrant:
    """Return *found*, crossings of two *prisms*, as points, a plane a region and round, with the lines of *cross*.

    A statistic is drawn by its index, the nation being 100. *items* (ids) are those to draw, all where there is none.
    """
    table = crossing_table(found, prisms, regions=regions, conf=conf)
    decimals = side_decimals(found)
    upwards, across = (_name(prism, prisms) for prism in prisms)
    return Quadrant(
        title=sentence("{y_name} and {x_name}", y_name=upwards, x_name=across),
        x_name=across,
        y_name=upwards,
        x_unit=_unit(found, 1),
        y_unit=_unit(found, 0),
        x_decimals=decimals[prisms[1].id].figures,
        y_decimals=decimals[prisms[0].id].figures,
        planes=tuple(_plane(crossing, items) for crossing in found if crossing.common),
        notes=(*_marks(found), *flags_named(table.notes, estimates_of(found))),
        sources=table.sources,
    )


def _marks(found: Sequence[Crossing]) -> list[Message]:
    """Return what the marks of the picture mean, those that stand in it."""
    items = [item for crossing in found for item in crossing.common]
    marks = []
    if any(facet is not None and facet.interval for item in items for facet in item.facets):
        marks.append(sentence("Crossed lines: the intervals of the figures. Long lines: what high is above."))
    if any(item.place == UNDECIDED for item in items):
        marks.append(sentence("Hollow diamond: undecided."))
    return [mark.of_column(DRAWN) for mark in marks]


def _name(prism: Prism, prisms: Sequence[Prism]) -> Message:
    name = label(prism, prisms)
    return name if isinstance(name, Message) else Message("{name}", {"name": name})


def _unit(found: Sequence[Crossing], place: int) -> str:
    readings = [crossing.readings[place] for crossing in found]
    return "count" if not readings or readings[0].prism.is_statistic else readings[0].unit


def _plane(crossing: Crossing, items: Collection[str]) -> Plane:
    upwards, across = crossing.cuts
    return Plane(
        title=_title(crossing),
        x_cut=across,
        y_cut=upwards,
        points=tuple(_point(crossing, item) for item in crossing.common if not items or item.item in items),
    )


def _title(crossing: Crossing) -> Message:
    """Return the region, the group if it is one, and the round if it is shared."""
    prisms = [reading.prism for reading in crossing.readings]
    parts = [Message("{name}", {"name": Name("region", crossing.region)})]
    if len(groups_of(prisms)) == 1:
        ((stakeholder, _),) = groups_of(prisms)
        parts.append(Message("{name}", {"name": Name("stakeholder", stakeholder)}))
    if is_shared(crossing.readings) and round_name(crossing.readings[0].round):
        parts.append(Message("{name}", {"name": round_name(crossing.readings[0].round)}))
    named = {f"part{place}": part for place, part in enumerate(parts)}
    return Message(" · ".join(f"{{{name}}}" for name in named), named)


def _point(crossing: Crossing, item: CrossedItem) -> Point:
    upwards, across = (facet for facet in item.facets if facet is not None)
    of_y, of_x = crossing.readings
    return Point(
        label=Message("{name}", {"name": Name("item", item.item)}),
        x=across.figure.level,
        y=upwards.figure.level,
        across=_interval(of_x, across),
        along=_interval(of_y, upwards),
        place=item.place or "",
        is_undecided=item.place == UNDECIDED,
    )


def _interval(reading: Reading, facet: Facet) -> tuple[float, float] | None:
    """Return the interval of a figure on the scale on which it is drawn."""
    if facet.interval is None:
        return None
    low, high = facet.interval
    reference = facet.figure.reference
    if reading.prism.is_statistic and reference is not None and reference.value:
        return 100 * low / reference.value, 100 * high / reference.value
    return low, high
