"""Slides state what figures say, show a chart that people can edit, and leave the rest to the speaker's notes."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from openpyxl import load_workbook
from pptx import Presentation

from phare_cli.rendering.office.native_chart import outer_labels

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base,survey,wave,source,url\n"
DATA = HEAD + "".join(
    f"{region},{group},attentes,{item},{value},1200,PHARE,2024,Baromètre,https://x.fr\n"
    for region, shift in (("PACA", 0), ("France", 7))
    for group in ("citizens", "mayors")
    for item, value in (("emploi", 57 + shift), ("mobilité", 33.3))
)


@pytest.fixture
def deck(phare: Phare, tmp_path: Path) -> Callable[..., Any]:
    """Write an answer as slides and open it."""

    def write(command: str, *, data: str = DATA, name: str = "a.pptx") -> Any:
        run = phare(f"{command} -o {name}", data=data)
        assert (run.status, run.out) == (0, ""), run.err
        return Presentation(str(tmp_path / name))

    return write


def titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text for slide in deck.slides]


def charts(deck: Any) -> list[Any]:
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def test_the_title_of_a_slide_states_what_the_indicator_says(deck: Callable[..., Any]) -> None:
    assert titles(deck("report -r PACA"))[2].startswith("In Provence-Alpes-Côte d'Azur, the highest")


def test_no_finding_heads_one_of_several_tables(deck: Callable[..., Any]) -> None:
    older = DATA + DATA.removeprefix(HEAD).replace("2024", "2020")

    assert not [title for title in titles(deck("report -r PACA", data=older)) if "highest" in title]


def test_a_chart_is_native_and_holds_the_figures(deck: Callable[..., Any]) -> None:
    chart = charts(deck("compare -r PACA"))[0]

    assert [(series.name, tuple(series.values)) for series in chart.plots[0].series] == [
        ("Provence-Alpes-Côte d'Azur", (57.0, 33.3, 57.0, 33.3)),
        ("France", (64.0, 33.3, 64.0, 33.3)),
    ]


def test_the_ticks_of_a_whole_scale_are_whole_whatever_its_figures(deck: Callable[..., Any]) -> None:
    finer = DATA.replace("emploi,57", "emploi,57.4").replace("emploi,64", "emploi,63.6")
    chart = charts(deck("compare -r PACA", data=finer))[0]
    [ticks] = chart._chartSpace.xpath(".//c:valAx/c:numFmt/@formatCode")
    [figures, _] = chart._chartSpace.xpath(".//c:dLbls/c:numFmt/@formatCode")

    assert (ticks.startswith("0.0"), figures.startswith("0.0")) == (False, True)


def test_a_chart_is_edited_in_a_workbook_that_holds_its_cells(deck: Callable[..., Any]) -> None:
    chart = charts(deck("compare -r PACA"))[0]

    sheet = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))["data"]
    assert [[cell.value for cell in sheet[row]][:3] for row in (1, 2, 3, 4)] == [
        ["Group", "Item", "Provence-Alpes-Côte d'Azur"],
        ["Citizens", "Employment", 57],
        [None, "Mobility", 33.3],  # once for its bars: so a chart of two levels is edited
        ["Mayors", "Employment", 57],
    ]


def test_a_group_that_follows_another_has_labels_of_its_own() -> None:
    levels = [["PACA", "PACA", "Corse"], ["Mayors", "Mayors", "Mayors"], ["work", "health", "work"]]

    assert outer_labels(levels) == [["PACA", None, "Corse"], ["Mayors", None, "Mayors"]]


def test_a_chart_of_one_series_is_not_titled_by_it(deck: Callable[..., Any]) -> None:
    chart = charts(deck("show -r PACA"))[0]

    assert (chart.has_title, len(chart.plots[0].series)) == (False, 1)
    assert chart._chartSpace.chart.autoTitleDeleted.val is True


def test_bars_are_so_few_on_a_slide_that_each_figure_is_legible(deck: Callable[..., Any]) -> None:
    regions = ("PACA", "Bretagne", "Corse", "Normandie")
    many = HEAD + "".join(
        f"{region},citizens,w,item{n},{n},,PHARE,2024,s,\n" for region in regions for n in range(1, 15)
    )

    found = charts(deck(f"report {' '.join(f'-r {region}' for region in regions)}", data=many))
    drawn = [[len(tuple(series.values)) for series in chart.plots[0].series] for chart in found]
    assert drawn == [[5] * 4, [5] * 4, [4] * 4]


def test_a_chart_is_told_to_who_cannot_see_it(deck: Callable[..., Any]) -> None:
    slide = deck("show -r PACA").slides[1]

    frames = [shape for shape in slide.shapes if shape.has_chart]
    assert [frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames] == [
        "Attentes · Provence-Alpes-Côte d'Azur · PHARE · 2024"
    ]


def test_source_and_caution_stand_small_and_all_notes_are_the_speaker_s(deck: Callable[..., Any]) -> None:
    slide = deck("show -r PACA --lang fr").slides[1]

    small = next(shape.text for shape in slide.shapes if shape.name.startswith("notes"))
    notes = slide.notes_slide.notes_text_frame.text
    assert "Source\u00a0: Baromètre" in small
    assert "Champ\u00a0: non publié." in notes
    assert "Citoyens · 1 · Emploi · 57\u00a0%" in notes


def test_a_long_table_goes_on_over_slides(deck: Callable[..., Any]) -> None:
    many = HEAD + "".join(f"PACA,citizens,w,item{n},{n},,PHARE,2024,s,\n" for n in range(1, 31))

    found = deck("show", data=many)
    assert [title.rsplit(" ", 1)[1] for title in titles(found)[1:]] == ["(1/3)", "(2/3)", "(3/3)"]
    assert [len(tuple(chart.plots[0].series[0].values)) for chart in charts(found)] == [10, 10, 10]


@pytest.mark.parametrize("command", ["show", "compare -r PACA", "list items", "report -r PACA --lang fr"])
def test_a_deck_is_valid(deck: Callable[..., Any], tmp_path: Path, command: str) -> None:
    deck(command)

    found = openxml_audit.OpenXmlValidator().validate(str(tmp_path / "a.pptx"))
    assert [error.description for error in found.errors] == []


def test_the_same_answer_is_the_same_deck(
    deck: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck("report -r PACA")
    later = time.time() + 100
    monkeypatch.setattr(time, "time", lambda: later)

    deck("report -r PACA", name="b.pptx")

    assert (tmp_path / "a.pptx").read_bytes() == (tmp_path / "b.pptx").read_bytes()
