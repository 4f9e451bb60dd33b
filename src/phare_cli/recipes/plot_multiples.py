"""Small multiples of one indicator: a panel a region, a group or a part of one, with the same rows in each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from phare_cli.judging.precision import WEAK, RankedEstimate
from phare_cli.nouns.chart import ChartSection, Mark, Panel
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, Message, Name, PlaceWord, counted, sentence
from phare_cli.nouns.small_multiples import SmallMultiples
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.recipes.plot import NOTHING, context_of, joined
from phare_cli.recipes.show.show import first_ranks, rank_groups, title_of
from phare_cli.wording import foot, ranking_legend

# What a panel may stand for, and what sets panels apart then.
PANELS = {
    "region": ("region",),
    "group": ("stakeholder", "segment"),
    "segment": ("segment",),
}
MOST = 24  # panels of a section: all regions of France and the nation, and no picture that nobody reads
_ORDERS = {
    "group": sentence("Panels: one for each group."),
    "segment": sentence("Panels: one for each part of a group, after the whole group."),
}
SAME_SCALE = sentence("All panels stand over one scale.")
SAME_ROWS = sentence("Rows: in the order of the first panel.")
_CONTEXT = ("survey", "wave", "region", "unit", "stakeholder", "segment")
_WHO = ("stakeholder", "segment")


def plot_multiples(
    survey: Survey,
    panels: str,
    *,
    indicator: str,
    regions: Sequence[str] = (),
    top: int | None = None,
    suppress: bool = False,
    conf: float = 0.95,
    items: Collection[str] = (),
    as_dots: bool = False,
) -> SmallMultiples:
    """Return what *show* answers for *indicator* (an id) in *panels*, one of PANELS, beside one another.

    Rows are the items of a ranking, a rate's groups or, in panels of groups, its regions. *top* keeps the items that
    are among the first ranks of one panel at least, *items* (ids) those that it names. Raises WrongOption for more
    panels than a picture holds, and when *top* is below 1.
    """
    only = survey.named({"indicator": (indicator,)})
    found = rank_groups(only, regions=regions, suppress=suppress, conf=conf, items=items)
    is_rate = indicator in survey.rates or len(set(items)) == 1
    apart = PANELS[panels]
    if not is_rate:
        rows: tuple[str, ...] = ("item",)
    elif panels == "region":
        rows = (*_WHO, "item")
    else:
        rows, apart = ("region",), (*apart, "item")
    # One row in every panel is called by its item: whom or where it is about, alike in all, stands above them.
    is_alone = (
        is_rate and len({_named(each, (name for name in rows if name != "item")) for each in found}) == 1
    )
    inner = (*apart, "item") if is_alone else (*apart, *rows)
    outer = [name for name in _CONTEXT if name not in inner]
    grouped: dict[tuple[str, ...], list[RankedEstimate]] = {}
    for each in found:
        grouped.setdefault(_named(each, outer), []).append(each)
    first = {key: _first(results, rows, top) for key, results in grouped.items()}
    kept = {key: _with_figures(results, apart) for key, results in first.items()}
    shown = [each for results in kept.values() for each in results]
    estimates = [each.estimate for each in shown]
    refuse_too_many(panels, (len({_named(each, apart) for each in results}) for results in kept.values()))
    common = [name for name in outer if len({getattr(each, name) for each in estimates}) == 1]
    told = [name for name in outer if name not in common]
    sections = tuple(
        _section(results, apart, ("item",) if is_alone else rows, told, is_dot=as_dots)
        for results in kept.values()
        if results
    )
    named = _titles(estimates, panels, indicator)
    return SmallMultiples(
        title_of(only) if panels == "group" else named,
        _context(estimates[0], common) if estimates else NOTHING,
        sections,
        (
            *_orders(
                sections,
                order_of(panels, estimates, as_asked=bool(regions)),
                is_ranking=not is_rate and not all(each.is_step for each in estimates),
            ),
            *foot.about(estimates, has_gaps=_has_gaps(sections) or None),
            *ranking_legend.of_rows([each._replace(rank_interval=None) for each in shown], conf),
            *_left_out(first, kept, apart, panels),
            *_shown(top, len(shown), len(found)),
        ),
        foot.sources(estimates),
    )


def _with_figures(results: Sequence[RankedEstimate], apart: Sequence[str]) -> list[RankedEstimate]:
    """Return the results of panels that have a figure, or a hidden one; all of them where none has."""
    drawn = {_named(each, apart) for each in results if each.value is not None or each.is_hidden}
    return [each for each in results if not drawn or _named(each, apart) in drawn]


def _left_out(
    first: Mapping[tuple[str, ...], Sequence[RankedEstimate]],
    kept: Mapping[tuple[str, ...], Sequence[RankedEstimate]],
    apart: Sequence[str],
    panels: str,
) -> list[Message]:
    """Return which panels are not drawn, having no figure."""
    drawn = {(key, _named(each, apart)) for key, results in kept.items() for each in results}
    lacking = (
        each.estimate
        for key, results in first.items()
        for each in results
        if (key, _named(each, apart)) not in drawn
    )
    names = tuple({str(name): name for name in (panel_name(each, panels) for each in lacking)}.values())
    return [sentence("Without a figure: {panels}.", panels=Listing(names))] if names else []


def refuse_too_many(panels: str, counts: Iterable[int]) -> None:
    """Raise WrongOption where a picture would have more than MOST *panels* beside one another."""
    count = max(counts, default=0)
    if count > MOST:
        raise WrongOption(
            sentence(
                "--panels {panels} would draw {count} panels, and a picture holds {most}: choose some by name.",
                panels=panels, count=count, most=MOST,
            )
        )  # fmt: skip


def order_of(panels: str, estimates: Sequence[Estimate], *, as_asked: bool) -> Message:
    """Return in which order *panels* of *estimates* stand, *as_asked* where regions were asked for."""
    if panels != "region":
        return _ORDERS[panels]
    place = PlaceWord(tuple(each.region for each in estimates), "one")
    if as_asked:
        return sentence(
            "Panels: one for each {place}, in the order in which they are asked for.", place=place
        )
    if all(each.region != NATION for each in estimates):
        return sentence("Panels: one for each {place}.", place=place)
    return sentence("Panels: one for each {place}, the nation first.", place=place)


def panel_name(estimate: Estimate, panels: str) -> Message:
    """Return what the panel of *estimate* is called: its region, its group, or the part of its group."""
    if panels == "region":
        return Message("{name}", {"name": Name("region", estimate.region)})
    if panels == "segment" and estimate.segment:
        return Message("{name}", {"name": Name("segment", estimate.segment)})
    return Message("{name}", {"name": foot.group(estimate)})


def _titles(estimates: Sequence[Estimate], panels: str, indicator: str) -> Message:
    if panels == "region":
        return sentence(
            "{indicator} by {place}",
            indicator=Name("indicator", indicator),
            place=PlaceWord(tuple(each.region for each in estimates), "one"),
        )
    return sentence("{indicator} by part of a group", indicator=Name("indicator", indicator))


def _first(results: Sequence[RankedEstimate], rows: Sequence[str], top: int | None) -> list[RankedEstimate]:
    """Return the results whose row is among the first ranks of one panel at least."""
    among = {_named(each, rows) for each in first_ranks(results, top)}
    return [each for each in results if _named(each, rows) in among]


def _section(
    results: Sequence[RankedEstimate],
    apart: Sequence[str],
    rows: Sequence[str],
    told: Sequence[str],
    *,
    is_dot: bool,
) -> ChartSection:
    """Return panels with the same rows, in the order of the first that has each; a row that one lacks has no figure."""
    first = results[0].estimate
    labels = {_named(each, rows): _label(each.estimate, rows, results) for each in results}
    panels: dict[tuple[str, ...], dict[tuple[str, ...], RankedEstimate]] = {}
    for each in results:
        panels.setdefault(_named(each, apart), {})[_named(each, rows)] = each
    return ChartSection(
        _context(first, told),
        first.unit,
        tuple(
            Panel(
                _panel_title(next(iter(found.values())).estimate, apart, rows, results),
                tuple(
                    _mark(found[key], label, is_dot=is_dot)
                    if key in found
                    else Mark(label, None, is_dot=is_dot)
                    for key, label in labels.items()
                ),
            )
            for found in panels.values()
        ),
    )


def _panel_title(
    estimate: Estimate, apart: Sequence[str], rows: Sequence[str], results: Sequence[RankedEstimate]
) -> Message:
    panels = next(panels for panels, names in PANELS.items() if set(names) == set(apart) - {"item"})
    name = panel_name(estimate, panels)
    if "item" in apart and rows != ("item",) and len({each.estimate.item for each in results}) > 1:
        return sentence("{group}: {item}", group=name, item=Name("item", estimate.item))
    return name


def _label(estimate: Estimate, rows: Sequence[str], results: Sequence[RankedEstimate]) -> Message:
    if rows[0] == "region":
        return Message("{name}", {"name": Name("region", estimate.region)})
    if rows[0] == "item":
        return Message("{name}", {"name": Name("item", estimate.item)})
    group = Message("{name}", {"name": foot.group(estimate)})
    if len({each.estimate.item for each in results}) > 1:
        return sentence("{group}: {item}", group=group, item=Name("item", estimate.item))
    return group


def _mark(result: RankedEstimate, label: Message, *, is_dot: bool) -> Mark:
    low, high = result.interval or (None, None)
    flag = result.flag or ""
    return Mark(label, result.value, low, high, remark=flag, is_weak=flag in WEAK, is_dot=is_dot)


def _context(estimate: Estimate, names: Sequence[str]) -> Message:
    """Return what a figure says under *names*, its group by name, in a line."""
    parts = [context_of(estimate, [name for name in names if name not in ("unit", *_WHO)])]
    if "stakeholder" in names:
        whole = estimate if "segment" in names else estimate._replace(segment="")
        parts.append(Message("{group}", {"group": foot.group(whole)}))
    return joined(parts)


def _orders(sections: Sequence[ChartSection], order: Message, *, is_ranking: bool) -> list[Message]:
    if all(len(section.panels) == 1 for section in sections):
        return []
    units = {section.unit for section in sections}
    return [
        order,
        *([SAME_ROWS] if is_ranking else []),
        *([SAME_SCALE] if len(units) == 1 else []),
    ]


def _has_gaps(sections: Sequence[ChartSection]) -> bool:
    return any(
        mark.value is None and not mark.remark
        for section in sections
        for panel in section.panels
        for mark in panel.marks
    )


def _shown(top: int | None, kept: int, total: int) -> list[Message]:
    if top is None or kept == total:
        return []
    first = counted("the first rank", "the first {count} ranks", top)
    return [
        sentence(
            "Shown: items among {first} of one panel at least, ties kept; {kept} of {total} results.",
            first=first, kept=kept, total=total,
        )
    ]  # fmt: skip


def _named(result: RankedEstimate, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(getattr(result.estimate, name)) for name in names)
