"""A picture of an ordered scale: the steps of each group side by side in their order, its nets beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from phare_cli.judging.precision import WEAK, RankedEstimate
from phare_cli.judging.whole_scales import by_group, is_share, is_whole, place_of, rounding_of, scale_of
from phare_cli.nouns.contract import CROSSED
from phare_cli.nouns.message import DRAWN, Fill, Message, Name, sentence
from phare_cli.nouns.stacked_chart import ScaleShare, StackedBar, StackedChart, StackedPanel, StackedSection
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.plot import NOTHING, context_of, joined
from phare_cli.recipes.show.show import rank_groups, title_of
from phare_cli.wording import foot, ranking_legend

MOST = 7  # steps that can be told apart by their shade
NOT_DRAWN = sentence("Intervals are not drawn: the alternative text of the picture tells them.").of_column(
    DRAWN
)
SHORT = sentence("Where a bar ends before 100%, its steps as published add up to less.")
LONG = sentence("Where a bar ends after 100%, its figures were rounded.")

_Nets = Mapping[tuple[str, ...], Sequence[RankedEstimate]]
_SECTION = ("survey", "wave")
_CONTEXT = ("survey", "wave", "region")


def plot_stacks(
    survey: Survey,
    *,
    indicator: str,
    regions: Sequence[str] = (),
    suppress: bool = False,
    conf: float = 0.95,
    beside: bool = False,
) -> StackedChart | Message:
    """Return what *show* answers for *indicator* (an id), an ordered scale, as one bar a group.

    *beside* sets the bars of regions under one another, a group after the other. A net is an indicator that is
    called like this one, with a name in brackets. Where the answers are no steps of a scale, or do not make one
    whole in every group, the reason is returned in place of a picture.
    """
    nets = nets_of(survey, indicator)
    only = survey.named({"indicator": (indicator,)})
    found = rank_groups(only, regions=regions, suppress=suppress, conf=conf)
    if not found or not all(is_share(each.estimate) for each in found):
        return sentence(
            "{indicator} has no ordered scale in percents, to be stacked: choose --style bars.",
            indicator=Name("indicator", indicator),
        )
    scale = scale_of(found)
    if len(scale) > MOST:
        return sentence(
            "a stacked bar holds at most {most} steps, and {indicator} has {count}: choose --style bars.",
            most=MOST,
            indicator=Name("indicator", indicator),
            count=len(scale),
        )
    groups = by_group(found)
    odd = next((group for group in groups if not is_whole(group, scale)), None)
    if odd is not None:
        return sentence(
            "the steps of {indicator} are no whole in one group ({group}): one of them has no figure, or they add "
            "up to more than 100%. Choose --style bars.",
            indicator=Name("indicator", indicator),
            group=foot.groups([odd[0].estimate]),
        )
    found_nets = survey.named({"indicator": tuple(nets)}) if nets else None
    of_nets = rank_groups(found_nets, regions=regions, suppress=suppress, conf=conf) if found_nets else []
    return _chart(only, groups, scale, of_nets, conf, beside=beside)


def nets_of(survey: Survey, indicator: str) -> list[str]:
    """Return the indicators of *survey* that are called like *indicator* (an id), with a name in brackets.

    Its row and cell percents, and those of its nets, are called so too, and are no nets.
    """
    called = _with_brackets(survey.names("indicator")).get(indicator, ())
    if not called:
        return []
    found = survey.named({"indicator": tuple(called)}).estimates
    crossed = {each.indicator for each in found if each.measure in CROSSED}
    return [id for id in called if id not in crossed]


def with_nets(survey: Survey, indicators: Sequence[str]) -> tuple[str, ...]:
    """Return *indicators* (ids), each scale of them behind the nets that the data hold of it."""
    scales = {
        each.indicator for each in survey.named({"indicator": tuple(indicators)}).estimates if each.is_step
    }
    found: dict[str, None] = {}
    for indicator in indicators:
        found |= dict.fromkeys(nets_of(survey, indicator) if indicator in scales else ())
        found.setdefault(indicator)
    return tuple(found)


@lru_cache(maxsize=4)
def _with_brackets(names: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """Return the names that end with something in brackets, by what stands before any of these."""
    found: dict[str, list[str]] = {}
    for name in names:
        at = name.find(" (") if name.endswith(")") else -1
        while at >= 0:
            found.setdefault(name[:at], []).append(name)
            at = name.find(" (", at + 1)
    return found


def _chart(
    survey: Survey,
    groups: Sequence[Sequence[RankedEstimate]],
    scale: Sequence[str],
    nets: Sequence[RankedEstimate],
    conf: float,
    *,
    beside: bool,
) -> StackedChart:
    firsts = [group[0].estimate for group in groups]
    common = [name for name in _CONTEXT if len({getattr(each, name) for each in firsts}) == 1]
    nets_of_group: dict[tuple[str, ...], list[RankedEstimate]] = {}
    for net in nets:
        nets_of_group.setdefault(place_of(net.estimate), []).append(net)
    has_one_group = len({(each.stakeholder, each.segment) for each in firsts}) == 1
    by_region = has_one_group and "region" not in common
    sections: dict[tuple[str, ...], list[Sequence[RankedEstimate]]] = {}
    for group in groups:
        sections.setdefault(place_of(group[0].estimate)[: len(_SECTION)], []).append(group)
    subtitle = [context_of(firsts[0], common)] if common else []
    if by_region:
        subtitle.append(Message("{group}", {"group": foot.group(firsts[0])}))
    shown = [each for group in groups for each in group] + [
        net for group in groups for net in nets_of_group.get(place_of(group[0].estimate), ())
    ]
    estimates = [each.estimate for each in shown]
    return StackedChart(
        title_of(survey),
        joined(subtitle),
        tuple(Message("{item}", {"item": Name("item", item)}) for item in scale),
        tuple(
            StackedSection(
                context_of(rows[0][0].estimate, [name for name in _SECTION if name not in common]),
                tuple(
                    _panels_by_group(rows, nets_of_group)
                    if beside and not has_one_group
                    else _panels(rows, nets_of_group, by_region=by_region, is_titled="region" not in common)
                ),
            )
            for rows in sections.values()
        ),
        (*_notes(groups, shown), *foot.about(estimates), *ranking_legend.of_rows(_bare(shown), conf)),
        foot.sources(estimates),
    )


def _panels(
    rows: Sequence[Sequence[RankedEstimate]],
    nets: _Nets,
    *,
    by_region: bool,
    is_titled: bool,
) -> Iterator[StackedPanel]:
    """Yield a panel a region, or a single one with a bar a region where there is but one group."""
    panels: dict[str, list[StackedBar]] = {}
    for row in rows:
        first = row[0].estimate
        name = Name("region", first.region) if by_region else foot.group(first)
        panels.setdefault("" if by_region or not is_titled else first.region, []).append(
            _bar(row, nets, name)
        )
    for region, bars in panels.items():
        title = Message("{region}", {"region": Name("region", region)}) if region else NOTHING
        yield StackedPanel(title, tuple(bars))


def _panels_by_group(rows: Sequence[Sequence[RankedEstimate]], nets: _Nets) -> Iterator[StackedPanel]:
    """Yield a panel a group, with a bar a region."""
    panels: dict[tuple[str, str], list[Sequence[RankedEstimate]]] = {}
    for row in rows:
        first = row[0].estimate
        panels.setdefault((first.stakeholder, first.segment), []).append(row)
    for of_group in panels.values():
        yield StackedPanel(
            Message("{group}", {"group": foot.group(of_group[0][0].estimate)}),
            tuple(_bar(row, nets, Name("region", row[0].estimate.region)) for row in of_group),
        )


def _bar(row: Sequence[RankedEstimate], nets: _Nets, name: Fill) -> StackedBar:
    return StackedBar(
        Message("{name}", {"name": name}),
        tuple(_share(each, place) for place, each in enumerate(row)),
        tuple(_share(each, 0) for each in nets.get(place_of(row[0].estimate), ())),
    )


def _share(result: RankedEstimate, place: int) -> ScaleShare:
    low, high = result.interval or (None, None)
    flag = result.flag or ""
    return ScaleShare(
        Message("{item}", {"item": Name("item", result.estimate.item)}),
        result.value,
        result.estimate.unit,
        place,
        low,
        high,
        flag,
        flag in WEAK,
    )


def _notes(groups: Sequence[Sequence[RankedEstimate]], shown: Sequence[RankedEstimate]) -> Iterator[Message]:
    """Yield what is to be known of the bars, where it is so."""
    sums = [(sum(each.value or 0.0 for each in group), rounding_of(group)) for group in groups]
    if any(total < 100 - rounding for total, rounding in sums):
        yield SHORT
    if any(total > 100.05 for total, _ in sums):
        yield LONG
    if any(each.interval for each in shown):
        yield NOT_DRAWN


def _bare(shown: Sequence[RankedEstimate]) -> list[RankedEstimate]:
    """Return figures without their intervals, which have no place in the picture, and so no line about them."""
    return [each._replace(interval=None, rank_interval=None) for each in shown]
