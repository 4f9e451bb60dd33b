"""Bars, dots or stacked bars: what draws the figures of an indicator, by its kind and by what a reader asks for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from phare_cli.nouns.chart import Chart
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.heat_chart import HeatChart
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.option_checks import not_with, only_with
from phare_cli.nouns.small_multiples import SmallMultiples
from phare_cli.nouns.stacked_chart import StackedChart
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.picture_options import FigureStyle
from phare_cli.recipes.plot import plot
from phare_cli.recipes.plot_heat import plot_heat
from phare_cli.recipes.plot_multiples import plot_multiples
from phare_cli.recipes.plot_stacks import plot_stacks

STACKS = ("stacked", "diverging")
# What cannot be asked of a style that shows all of a whole together.
_WHOLE = {**dict.fromkeys(STACKS, ("--top", "--item")), "heat": ("--top",)}
AROUND = sentence(
    "Bars stand around the middle of the scale: its middle step half on either side, where it has one."
)


def plot_in_style(
    survey: Survey,
    how: FigureStyle,
    *,
    indicator: str,
    regions: Sequence[str] = (),
    conf: float = 0.95,
    items: Collection[str] = (),
) -> Chart | HeatChart | SmallMultiples | StackedChart:
    """Return *indicator* (an id) as bars, dots, stacks or a heat table; as what suits it where no style is asked for.

    Panels draw bars or dots beside one another, as plot_multiples() does. An ordered scale is stacked, unless its first
    ranks alone are asked for, or some of its *items* (ids), which are no whole. *survey* holds the nets of a scale too,
    indicators of their own. Raises WrongOption for one of STACKS where no whole scale is, for what parts or cuts a
    whole with what shows all together, for *classes* without a heat table, and when *top* is below 1.
    """
    style, top, suppress = how.style, how.top, how.suppress
    if how.classes is not None and style != "heat":
        raise only_with("--classes", "--style map")
    if how.panels is not None and style in (*STACKS, "heat"):
        raise WrongOption(
            sentence(
                "--style {style} sets regions and groups beside one another over one scale by itself, and takes no "
                "--panels: leave it out, or choose --style bars or dots.",
                style=str(style),
            )
        )
    for option in _WHOLE.get(style or "", ()):
        if how.options[option]:
            raise not_with(option, f"--style {style}")
    if how.panels is not None:
        return plot_multiples(
            survey,
            how.panels,
            indicator=indicator,
            regions=regions,
            top=top,
            suppress=suppress,
            conf=conf,
            as_dots=style == "dots",
            items=items,
        )
    if style == "heat":
        return plot_heat(
            survey,
            indicator=indicator,
            regions=regions,
            suppress=suppress,
            conf=conf,
            classes=how.classes or "equal",
            items=items,
        )
    if style in STACKS or (style is None and top is None and not items):
        stacks = plot_stacks(survey, indicator=indicator, regions=regions, suppress=suppress, conf=conf)
        if not isinstance(stacks, Message):
            return (
                replace(stacks, notes=(AROUND, *stacks.notes), is_diverging=True)
                if style == "diverging"
                else stacks
            )
        if style in STACKS:
            raise WrongOption(stacks)
    return plot(
        survey,
        indicator=indicator,
        regions=regions,
        top=top,
        suppress=suppress,
        conf=conf,
        as_dots=style == "dots",
        items=items,
    )
