"""A chart that an office suite draws itself, from the cells that it names: people can edit it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from phare_cli.rendering.office.archive import DECLARATION, attribute, content
from phare_cli.rendering.office.open_xml import DRAWING, LOCALES, OFFICE

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
FULL = {"percent": 100, "score/10": 10}  # where the axis of a unit ends
_COLORS = ("accent2", "accent3", "accent4", "accent5", "accent6", "accent1")
_DECIMALS = re.compile(r"\.0+")
_AXES = (111, 222)
SHORT = 5.0  # percents of a bar that have no room for their figure


class Series(NamedTuple):
    """Figures that are drawn alike: the cells that name and hold them, and what these hold.

    *name_cell* is empty where no cell holds the name. *color* is one of the project's own, *bars* those of single bars.
    *signs* are how the figures are shown that carry a sign, empty for the others.
    """

    name: str
    name_cell: str
    cells: str
    values: tuple[float | None, ...]
    color: str = ""
    bars: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


class NativeChart(NamedTuple):
    """Bars of one unit. *levels* are the labels of each bar, the outermost first, in the cells *label_cells*.

    Where *is_stacked* each series is a step of a whole, from the first to the last, and a bar holds them all.
    """

    title: str
    levels: tuple[tuple[str, ...], ...]
    label_cells: str
    series: tuple[Series, ...]
    unit: str
    shown: str
    language: str
    is_stacked: bool = False


def chart_part(chart: NativeChart, *, size: int, data: str = "") -> str:
    """Return *chart* as a part. *size* is that of its letters in points; *data* is the relation of its workbook.

    A chart without one stands on the sheet that it draws. Each row of that repeats the outer labels, for people to
    sort and filter, so that Excel joins those of a row in one.
    """
    many = len(chart.series) > 1
    each = "".join(_series(place, series, chart, size) for place, series in enumerate(chart.series))
    top = FULL.get(chart.unit)
    known = [value for value in _lengths(chart) if value is not None]
    ends = (
        f'<c:max val="{top}"/><c:min val="0"/>' if top and all(0 <= value <= top for value in known) else ""
    )
    # The ticks of a whole scale are whole, whatever decimals the figures have.
    ticks = _DECIMALS.sub("", chart.shown) if ends else chart.shown
    legend = '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>' if many else ""
    grouping, overlap = ("stacked", '<c:overlap val="100"/>') if chart.is_stacked else ("clustered", "")
    outer = f'<c:externalData r:id="{data}"><c:autoUpdate val="0"/></c:externalData>' if data else ""
    line = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="8C959F"/></a:solidFill></a:ln></c:spPr>'
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}">'
        f'<c:roundedCorners val="0"/><c:chart>{_title(chart, size)}<c:plotArea><c:layout/>'
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{each}<c:gapWidth val="45"/>{overlap}'
        f'<c:axId val="{_AXES[0]}"/><c:axId val="{_AXES[1]}"/></c:barChart>'
        f'<c:catAx><c:axId val="{_AXES[0]}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}<c:crossAx val="{_AXES[1]}"/>'
        '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        f'<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="{0 if data else 1}"/></c:catAx>'
        f'<c:valAx><c:axId val="{_AXES[1]}"/><c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill>'
        '<a:schemeClr val="tx1"><a:alpha val="15000"/></a:schemeClr></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
        f'<c:numFmt formatCode="{attribute(ticks)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:crossAx val="{_AXES[0]}"/><c:crosses val="max"/></c:valAx></c:plotArea>{legend}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size * 100}"/></a:pPr>'
        f'<a:endParaRPr lang="{LOCALES[chart.language]}"/></a:p></c:txPr>{outer}</c:chartSpace>'
    )


def _lengths(chart: NativeChart) -> Sequence[float | None]:
    """Return how long each bar is."""
    if chart.is_stacked:
        return [
            sum(value or 0.0 for value in values)
            for values in zip(*(each.values for each in chart.series), strict=True)
        ]
    return [value for series in chart.series for value in series.values]


def _title(chart: NativeChart, size: int) -> str:
    if not chart.title:
        return '<c:autoTitleDeleted val="1"/>'  # else the only series would give its name for a title
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{size * 100 + 100}" b="1"/></a:pPr><a:r><a:rPr lang="{LOCALES[chart.language]}" '
        f'sz="{size * 100 + 100}" b="1"/><a:t>{content(chart.title)}</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
    )


def _series(place: int, series: Series, chart: NativeChart, size: int) -> str:
    color, letters = _looks(place, series, chart)
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{value!r}</c:v></c:pt>'
        for number, value in enumerate(series.values)
        if value is not None
    )
    count = len(series.values)

    def label(shown: str) -> str:
        return (
            f'<c:numFmt formatCode="{attribute(shown)}" sourceLinked="0"/>'
            "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
            f'<a:defRPr sz="{size * 100}" b="{0 if chart.is_stacked else 1}">{letters}</a:defRPr></a:pPr>'
            f'<a:endParaRPr lang="{LOCALES[chart.language]}"/></a:p></c:txPr>'
            f'<c:dLblPos val="{"ctr" if chart.is_stacked else "outEnd"}"/>'
            '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
            '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        )

    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx>{_name(series)}</c:tx>'
        f"<c:spPr><a:solidFill>{color}</a:solidFill></c:spPr>"
        f'<c:invertIfNegative val="0"/>{_bars(series)}<c:dLbls>{_apart(series, chart, label)}'
        f"{label(chart.shown)}</c:dLbls>"
        f"<c:cat>{_labels(chart)}</c:cat><c:val><c:numRef><c:f>{content(series.cells)}</c:f><c:numCache>"
        f"<c:formatCode>{content(chart.shown)}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{points}</c:numCache></c:numRef></c:val></c:ser>'
    )


def _bars(series: Series) -> str:
    """Return the bars that have a colour of their own."""
    return "".join(
        f'<c:dPt><c:idx val="{place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr><a:solidFill>{_rgb(color)}</a:solidFill></c:spPr></c:dPt>"
        for place, color in enumerate(series.bars)
        if color
    )


def _rgb(color: str) -> str:
    return f'<a:srgbClr val="{color[1:].upper()}"/>'


def _looks(place: int, series: Series, chart: NativeChart) -> tuple[str, str]:
    """Return the colour of a series and that of its figures: its own, of the theme, or the shade of a step."""
    if not chart.is_stacked:
        if series.color:
            return _rgb(series.color), ""
        return f'<a:schemeClr val="{_COLORS[place % len(_COLORS)]}"/>', ""
    from phare_cli.drawing.stacks import SHADES_OF  # of use to who stacks
    from phare_cli.drawing.themes.theme import COLORS, letters_on

    shades = SHADES_OF.get(len(chart.series), tuple(SHADES_OF[max(SHADES_OF)]))
    color = series.color or COLORS[shades[min(place, len(shades) - 1)]]
    return _rgb(color), f"<a:solidFill>{_rgb(letters_on(color))}</a:solidFill>"


def _apart(series: Series, chart: NativeChart, label: Callable[[str], str]) -> str:
    """Return the labels of single bars: that of a figure with a sign; none in a step too short for its figure."""
    labels = []
    for place, value in enumerate(series.values):
        if value is None:
            continue
        if chart.is_stacked and value < SHORT:
            labels.append(f'<c:dLbl><c:idx val="{place}"/><c:delete val="1"/></c:dLbl>')
        elif series.signs and series.signs[place]:
            labels.append(f'<c:dLbl><c:idx val="{place}"/>{label(series.signs[place])}</c:dLbl>')
    return "".join(labels)


def _name(series: Series) -> str:
    name = f"<c:v>{content(series.name)}</c:v>"
    if not series.name_cell:
        return name
    return (
        f'<c:strRef><c:f>{content(series.name_cell)}</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0">{name}</c:pt></c:strCache></c:strRef>'
    )


def _labels(chart: NativeChart) -> str:
    *outer, inner = chart.levels
    count = f'<c:ptCount val="{len(inner)}"/>'
    cells = f"<c:f>{content(chart.label_cells)}</c:f>"
    if not outer:
        return f"<c:strRef>{cells}<c:strCache>{count}{_level(inner)}</c:strCache></c:strRef>"
    levels = [_level(inner), *map(_level, reversed(outer_labels(chart.levels)))]
    every = "".join(f"<c:lvl>{level}</c:lvl>" for level in levels)
    return (
        f"<c:multiLvlStrRef>{cells}<c:multiLvlStrCache>{count}{every}</c:multiLvlStrCache></c:multiLvlStrRef>"
    )


def outer_labels(levels: Sequence[Sequence[str]]) -> list[list[str | None]]:
    """Return the labels around the innermost, None where one goes on from the bar before: it stands once for all."""
    shown: list[list[str | None]] = []
    goes_on = [place > 0 for place in range(len(levels[-1]))]
    for level in levels[:-1]:
        goes_on = [on and level[place] == level[place - 1] for place, on in enumerate(goes_on)]
        shown.append([None if on else text for text, on in zip(level, goes_on, strict=True)])
    return shown


def _level(texts: Sequence[str | None]) -> str:
    return "".join(
        f'<c:pt idx="{place}"><c:v>{content(text)}</c:v></c:pt>'
        for place, text in enumerate(texts)
        if text is not None
    )
