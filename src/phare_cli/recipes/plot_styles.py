"""Bars, dots or stacked bars: what draws the figures of an indicator, by its kind and by what a reader asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from phare_cli.nouns.chart import Chart
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.heat_chart import HeatChart
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.small_multiples import SmallMultiples
from phare_cli.nouns.stacked_chart import StackedChart
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.plot import plot
from phare_cli.recipes.plot_heat import plot_heat
from phare_cli.recipes.plot_multiples import plot_multiples
from phare_cli.recipes.plot_stacks import plot_stacks

STACKS = ("stacked", "diverging")
AROUND = sentence(
    "Bars stand around the middle of the scale: its middle step half on either side, where it has one."
)


def plot_in_style(
    survey: Survey,
    style: str | None,
    *,
    panels: str | None = None,
    classes: str | None = None,
    indicator: str,
    regions: Sequence[str] = (),
    top: int | None = None,
    suppress: bool = False,
    conf: float = 0.95,
) -> Chart | HeatChart | SmallMultiples | StackedChart:
    """Return *indicator* (an id) as bars, dots, stacks or a heat table; as what suits it where *style* is None.

    *panels* draws bars or dots beside one another, as plot_multiples() does. An ordered scale is stacked, unless its
    first ranks alone are asked for, which are no whole. *survey* holds the nets of a scale too, indicators of their
    own. Raises WrongOption for one of STACKS where no whole scale is, for *top* or *panels* with what shows all
    together, for *classes* without a heat table, and when *top* is below 1.
    """
    if classes is not None and style != "heat":
        raise WrongOption(
            sentence(
                "{option} goes with {other}: add it, or leave {option} out.",
                option="--classes",
                other="--style map",
            )
        )
    if style in (*STACKS, "heat"):
        for option, is_given in (("--top", top is not None), ("--panels", panels is not None)):
            if is_given:
                raise WrongOption(
                    sentence(
                        "{option} cannot be used with {other}: leave one of them out.",
                        option=option,
                        other=f"--style {style}",
                    )
                )
    if panels is not None:
        return plot_multiples(
            survey,
            panels,
            indicator=indicator,
            regions=regions,
            top=top,
            suppress=suppress,
            conf=conf,
            as_dots=style == "dots",
        )
    if style == "heat":
        return plot_heat(
            survey,
            indicator=indicator,
            regions=regions,
            suppress=suppress,
            conf=conf,
            classes=classes or "equal",
        )
    if style in STACKS or (style is None and top is None):
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
    )
