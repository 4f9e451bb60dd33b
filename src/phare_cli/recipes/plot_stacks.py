"""A picture of an ordered scale: the steps of each group side by side in their order, its nets beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.judging.precision import WEAK, RankedEstimate
from phare_cli.nouns.contract import CROSSED
from phare_cli.nouns.message import DRAWN, Message, Name, sentence
from phare_cli.nouns.stacked_chart import ScaleShare, StackedBar, StackedChart, StackedPanel, StackedSection
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.recipes.plot import NOTHING, context_of, joined
from phare_cli.recipes.show.show import rank_groups, title_of
from phare_cli.wording import foot, ranking_legend

MOST = 7  # steps that can be told apart by their shade
NOT_DRAWN = sentence(
    "Intervals are told in the words of the picture, and not drawn: phare show prints them."
).of_column(DRAWN)
SHORT = sentence("Where a bar ends before 100%, its steps as published add up to less.")
LONG = sentence("Where a bar ends after 100%, its figures were rounded.")

_SECTION = ("survey", "wave")
_CONTEXT = ("survey", "wave", "region")


def plot_stacks(
    survey: Survey,
    *,
    indicator: str,
    regions: Sequence[str] = (),
    suppress: bool = False,
    conf: float = 0.95,
) -> StackedChart | Message:
    """Return what *show* answers for *indicator* (an id), an ordered scale, as one bar a group.

    A net is an indicator that is called like this one, with a name in brackets. Where the answers are no
    steps of a scale, or do not make one whole in every group, the reason is returned in place of a picture.
    """
    nets = nets_of(survey, indicator)
    only = survey.named({"indicator": (indicator,)})
    found = rank_groups(only, regions=regions, suppress=suppress, conf=conf)
    if not found or not all(_is_stacked(each.estimate) for each in found):
        return sentence(
            "{indicator} has no ordered scale in percents, to be stacked: choose --style bars.",
            indicator=Name("indicator", indicator),
        )
    scale = _scale(found)
    if len(scale) > MOST:
        return sentence(
            "a stacked bar holds at most {most} steps, and {indicator} has {count}: choose --style bars.",
            most=MOST,
            indicator=Name("indicator", indicator),
            count=len(scale),
        )
    groups = _grouped(found)
    odd = next((group for group in groups if not _is_whole(group, scale)), None)
    if odd is not None:
        return sentence(
            "the steps of {indicator} are no whole in one group ({group}): one of them has no figure, or they add "
            "up to more than 100%. Choose --style bars.",
            indicator=Name("indicator", indicator),
            group=foot.groups([odd[0].estimate]),
        )
    beside = survey.named({"indicator": tuple(nets)}) if nets else None
    of_nets = rank_groups(beside, regions=regions, suppress=suppress, conf=conf) if beside else []
    return _chart(only, groups, scale, of_nets, conf)


def nets_of(survey: Survey, indicator: str) -> list[str]:
    """Return the indicators of *survey* that are called like *indicator* (an id), with a name in brackets.

    Its row and cell percents are called so too, and are no nets.
    """
    crossed = {f"{indicator} ({measure})" for measure in CROSSED}
    return [
        id
        for id in survey.names("indicator")
        if id.startswith(f"{indicator} (") and id.endswith(")") and id not in crossed
    ]


def _is_stacked(estimate: Estimate) -> bool:
    """Tell whether a figure is a step of a whole: row and cell percents of a part are none."""
    return estimate.is_step and estimate.unit == "percent" and estimate.measure not in CROSSED


def _scale(found: Sequence[RankedEstimate]) -> list[str]:
    """Return the steps in their order, each once."""
    steps = sorted((each.estimate.order or 0.0, each.estimate.item) for each in found)
    return list(dict.fromkeys(item for _, item in steps))


def _place(estimate: Estimate) -> tuple[str, ...]:
    return (estimate.survey, estimate.wave, estimate.region, estimate.stakeholder, estimate.segment)


def _grouped(found: Sequence[RankedEstimate]) -> list[list[RankedEstimate]]:
    groups: dict[tuple[str, ...], list[RankedEstimate]] = {}
    for each in found:
        groups.setdefault(_place(each.estimate), []).append(each)
    return list(groups.values())


def _is_whole(group: Sequence[RankedEstimate], scale: Sequence[str]) -> bool:
    """Tell whether every step has a figure once, and all of them make no more than 100 but for rounding."""
    figures = [each.value for each in group if each.value is not None]
    if (
        [each.estimate.item for each in group] != list(scale)
        or len(figures) != len(scale)
        or min(figures) < 0
    ):
        return False
    return sum(figures) <= 100 + _rounding(group)


def _rounding(group: Sequence[RankedEstimate]) -> float:
    return sum(each.estimate.half_unit for each in group) + 1e-6


def _chart(
    survey: Survey,
    groups: Sequence[Sequence[RankedEstimate]],
    scale: Sequence[str],
    nets: Sequence[RankedEstimate],
    conf: float,
) -> StackedChart:
    firsts = [group[0].estimate for group in groups]
    common = [name for name in _CONTEXT if len({getattr(each, name) for each in firsts}) == 1]
    beside: dict[tuple[str, ...], list[RankedEstimate]] = {}
    for net in nets:
        beside.setdefault(_place(net.estimate), []).append(net)
    has_one_group = len({(each.stakeholder, each.segment) for each in firsts}) == 1
    by_region = has_one_group and "region" not in common
    sections: dict[tuple[str, ...], list[Sequence[RankedEstimate]]] = {}
    for group in groups:
        sections.setdefault(_place(group[0].estimate)[: len(_SECTION)], []).append(group)
    subtitle = [context_of(firsts[0], common)] if common else []
    if by_region:
        subtitle.append(Message("{group}", {"group": foot.group(firsts[0])}))
    shown = [each for group in groups for each in group] + [
        net for group in groups for net in beside.get(_place(group[0].estimate), ())
    ]
    estimates = [each.estimate for each in shown]
    return StackedChart(
        title_of(survey),
        joined(subtitle),
        tuple(Message("{item}", {"item": Name("item", item)}) for item in scale),
        tuple(
            StackedSection(
                context_of(rows[0][0].estimate, [name for name in _SECTION if name not in common]),
                tuple(_panels(rows, beside, by_region=by_region, is_titled="region" not in common)),
            )
            for rows in sections.values()
        ),
        (*_notes(groups, shown), *foot.about(estimates), *ranking_legend.of_rows(_bare(shown), conf)),
        foot.sources(estimates),
    )


def _panels(
    rows: Sequence[Sequence[RankedEstimate]],
    beside: dict[tuple[str, ...], list[RankedEstimate]],
    *,
    by_region: bool,
    is_titled: bool,
) -> Iterator[StackedPanel]:
    """Yield a panel a region, or a single one with a bar a region where there is but one group."""
    panels: dict[str, list[StackedBar]] = {}
    for row in rows:
        first = row[0].estimate
        name = Name("region", first.region) if by_region else foot.group(first)
        bar = StackedBar(
            Message("{name}", {"name": name}),
            tuple(_share(each, place) for place, each in enumerate(row)),
            tuple(_share(each, 0) for each in beside.get(_place(first), ())),
        )
        panels.setdefault("" if by_region or not is_titled else first.region, []).append(bar)
    for region, bars in panels.items():
        title = Message("{region}", {"region": Name("region", region)}) if region else NOTHING
        yield StackedPanel(title, tuple(bars))


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
    sums = [(sum(each.value or 0.0 for each in group), _rounding(group)) for group in groups]
    if any(total < 100 - rounding for total, rounding in sums):
        yield SHORT
    if any(total > 100.05 for total, _ in sums):
        yield LONG
    if any(each.interval for each in shown):
        yield NOT_DRAWN


def _bare(shown: Sequence[RankedEstimate]) -> list[RankedEstimate]:
    """Return figures without their intervals, which have no place in the picture, and so no line about them."""
    return [each._replace(interval=None, rank_interval=None) for each in shown]
