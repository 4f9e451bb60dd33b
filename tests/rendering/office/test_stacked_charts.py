"""An ordered scale is stacked in the charts of PowerPoint and Excel, with the figures of the answer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from openpyxl import load_workbook
from openpyxl.chart import BarChart
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base,scale,order\n"
STEPS = ("très confiant", "confiant", "ni l'un ni l'autre", "méfiant")


def scale(region: str, group: str, *values: float) -> str:
    return "".join(
        f"{region},{group},trust,{step},{value},900,ordered,{place}\n"
        for place, (step, value) in enumerate(zip(STEPS, values, strict=True), 1)
    )


DATA = (
    HEAD
    + scale("PACA", "citizens", 12.4, 44.6, 28, 15)
    + scale("PACA", "mayors", 2, 48, 25, 25)
    + scale("France", "citizens", 20, 30, 30, 20)
)


@pytest.fixture
def figures(phare: Phare) -> dict[str, list[float]]:
    """Return what the JSON answer says, by step, group after group."""
    rows = json.loads(phare("show trust -r PACA -f json", data=DATA).out)["rows"]
    return {
        step[0].upper() + step[1:]: [row["value"] for row in rows if row["item"] == step] for step in STEPS
    }


@pytest.mark.parametrize("command", ["show trust -r PACA", "report -r PACA"])
def test_a_slide_stacks_the_steps_with_the_figures_of_the_json_answer(
    phare: Phare, tmp_path: Path, figures: dict[str, list[float]], command: str
) -> None:
    phare(f"{command} -o a.pptx", data=DATA)
    slides = Presentation(str(tmp_path / "a.pptx")).slides
    chart = next(shape.chart for slide in slides for shape in slide.shapes if shape.has_chart)
    sheet = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))["data"]

    assert chart.chart_type == XL_CHART_TYPE.BAR_STACKED
    assert [str(label) for label in chart.plots[0].categories] == ["Citizens", "Mayors"]
    assert {series.name: list(series.values) for series in chart.plots[0].series} == figures
    assert [[cell.value for cell in row][1:] for row in sheet.iter_rows(min_row=2)] == [
        [values[place] for values in figures.values()] for place in range(2)
    ]


def _cells(book: Any, reference: str) -> list[Any]:
    """Return what the cells of a reference hold, those of several ranges one after the other."""
    found = []
    for sheet, cell in re.findall(r"'([^']+)'!([$A-Z0-9:]+)", reference):
        area = book[sheet][cell.replace("$", "")]
        found += [each.value for row in area for each in row] if isinstance(area, tuple) else [area.value]
    return found


def test_a_workbook_stacks_the_cells_of_its_table(
    phare: Phare, tmp_path: Path, figures: dict[str, list[float]]
) -> None:
    phare("show trust -r PACA -o a.xlsx", data=DATA)
    book: Any = load_workbook(tmp_path / "a.xlsx")
    [chart] = [chart for sheet in book for chart in sheet._charts]

    assert isinstance(chart, BarChart)
    assert chart.grouping == "stacked"
    assert {
        _cells(book, series.tx.strRef.f)[0]: _cells(book, series.val.numRef.f) for series in chart.series
    } == figures
    assert {_cells(book, series.cat.strRef.f)[1] for series in chart.series} == {"Mayors"}


@pytest.mark.parametrize("name", ["a.pptx", "a.xlsx"])
def test_a_file_with_stacks_is_valid(phare: Phare, tmp_path: Path, name: str) -> None:
    phare(f"report -r PACA -o {name}", data=DATA)
    found = openxml_audit.OpenXmlValidator().validate(str(tmp_path / name))

    errors = [error for error in found.errors if error.severity is openxml_audit.ValidationSeverity.ERROR]
    assert [error.description for error in errors] == []


def test_a_step_too_short_for_its_figure_shows_none(phare: Phare, tmp_path: Path) -> None:
    phare("show trust -r PACA -o a.pptx", data=DATA)
    slides = Presentation(str(tmp_path / "a.pptx")).slides
    chart = next(shape.chart for slide in slides for shape in slide.shapes if shape.has_chart)
    deleted = chart._chartSpace.xpath("//c:dLbl[c:delete/@val='1']/c:idx/@val")

    assert deleted == ["1"]  # 2% of mayors


@pytest.mark.parametrize(
    "odd",
    [
        scale("PACA", "mayors", 60, 60, 10, 10),
        scale("PACA", "mayors", 60, 10, 10, 10).split("\n", 1)[0] + "\n",
    ],
    ids=["more than a whole", "a step alone"],
)
def test_what_is_no_whole_stands_bar_by_bar(phare: Phare, tmp_path: Path, odd: str) -> None:
    phare("show trust -r PACA -o a.pptx", data=HEAD + scale("PACA", "citizens", 12.4, 44.6, 28, 15) + odd)
    slides = Presentation(str(tmp_path / "a.pptx")).slides
    kinds = {shape.chart.chart_type for slide in slides for shape in slide.shapes if shape.has_chart}

    assert kinds == {XL_CHART_TYPE.BAR_CLUSTERED}


def test_many_groups_are_parted_between_slides_and_never_within_a_bar(phare: Phare, tmp_path: Path) -> None:
    regions = ("PACA", "Bretagne", "Corse", "Normandie", "Occitanie", "Grand Est", "La Réunion", "Mayotte")
    groups = ("citizens", "mayors")
    data = HEAD + "".join(scale(region, group, 25, 25, 25, 25) for region in regions for group in groups)
    phare("show trust --segment none -o a.pptx", data=data)
    slides = Presentation(str(tmp_path / "a.pptx")).slides
    series = [
        each
        for slide in slides
        for shape in slide.shapes
        if shape.has_chart
        for each in shape.chart.plots[0].series
    ]

    assert {tuple(each.values) for each in series} == {(25.0, 25.0)}
    assert len(series) == len(STEPS) * len(regions)
