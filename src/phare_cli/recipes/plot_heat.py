"""A heat table of one indicator: items by groups, or by regions where there is but one group; the figures of show."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from phare_cli.judging.precision import WEAK, RankedEstimate
from phare_cli.nouns.heat_chart import HeatCell, HeatChart, HeatRow, HeatSection
from phare_cli.nouns.message import Message, Name, PlaceWord, sentence
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.recipes.plot import NOTHING, context_of, joined
from phare_cli.recipes.plot_map import CLASSES
from phare_cli.recipes.plot_stacks import NOT_DRAWN
from phare_cli.recipes.show.show import rank_groups, title_of
from phare_cli.wording import foot, ranking_legend

_GROUP = ("stakeholder", "segment")
_CONTEXT = ("survey", "wave", "region")


def plot_heat(
    survey: Survey,
    *,
    indicator: str,
    regions: Sequence[str] = (),
    suppress: bool = False,
    conf: float = 0.95,
    items: Collection[str] = (),
    classes: str = "equal",
) -> HeatChart:
    """Return the figures of *indicator* (an id) as *show* answers them: a row an item, a column a group.

    Items stand in the order of the first group that ranks them; steps of a scale in theirs. Where all figures are of
    one group, columns are regions. *classes* is one of CLASSES, *items* (ids)
    are those to draw, all of them where there is none.
    """
    only = survey.named({"indicator": (indicator,)})
    found = rank_groups(only, regions=regions, suppress=suppress, conf=conf, items=items)
    by_region = (
        len({_named(each, _GROUP) for each in found}) == 1 and len({_of(each).region for each in found}) > 1
    )
    columns = ("region",) if by_region else _GROUP
    apart = (*(name for name in _CONTEXT if not (by_region and name == "region")), "unit")
    common = [name for name in _CONTEXT if len({getattr(_of(each), name) for each in found}) == 1]
    sections: dict[tuple[str, ...], list[RankedEstimate]] = {}
    for each in found:
        sections.setdefault(_named(each, apart), []).append(each)
    estimates = [_of(each) for each in found]
    told = [name for name in apart if name not in (*common, "unit")]
    subtitle = [context_of(estimates[0], common)] if common else []
    if by_region:
        subtitle.append(Message("{group}", {"group": foot.group(estimates[0])}))
    drawn = tuple(_section(results, columns, told) for results in sections.values())
    has_gaps = any(cell.value is None for section in drawn for row in section.rows for cell in row.cells)
    title = title_of(only)
    if by_region:
        places = PlaceWord(tuple(_of(each).region for each in found), "one")
        title = sentence("{indicator} by {place}", indicator=Name("indicator", indicator), place=places)
    return HeatChart(
        title,
        joined(subtitle),
        drawn,
        (
            *((CLASSES[classes],) if any(each.value is not None for each in found) else ()),
            *((NOT_DRAWN,) if any(each.interval for each in found) else ()),
            *foot.about(estimates, has_gaps=has_gaps),
            *ranking_legend.of_crossing(found),
        ),
        foot.sources(estimates),
        classes,
    )


def _of(result: RankedEstimate) -> Estimate:
    return result.estimate


def _named(result: RankedEstimate, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(str(getattr(result.estimate, name)) for name in names)


def _section(results: Sequence[RankedEstimate], columns: Sequence[str], told: Sequence[str]) -> HeatSection:
    """Return the crossing of some results; a crossing that nobody was asked about has an empty cell."""
    first = results[0].estimate
    heads = {_named(each, columns): _head(each.estimate, columns) for each in results}
    rows: dict[str, dict[tuple[str, ...], HeatCell]] = {}
    for each in results:
        rows.setdefault(each.estimate.item, {})[_named(each, columns)] = _cell(each)
    return HeatSection(
        context_of(first, told) if told else NOTHING,
        first.unit,
        tuple(heads.values()),
        tuple(
            HeatRow(
                Message("{item}", {"item": Name("item", item)}),
                tuple(cells.get(head, HeatCell()) for head in heads),
            )
            for item, cells in rows.items()
        ),
    )


def _head(estimate: Estimate, columns: Sequence[str]) -> Message:
    name = Name("region", estimate.region) if "region" in columns else foot.group(estimate)
    return Message("{name}", {"name": name})


def _cell(result: RankedEstimate) -> HeatCell:
    low, high = result.interval or (None, None)
    flag = result.flag or ""
    return HeatCell(result.value, low, high, flag, flag in WEAK)
