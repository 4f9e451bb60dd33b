"""A figure that must not be relied upon carries its sign wherever a table has no column for its flag."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Phare = Callable[..., Any]
HEADER = "survey,wave,region,stakeholder,indicator,item,value,base\n"
LOW = "† Low base: an effective base under 30. Such a figure is not to be relied upon, and no gap is tested on it."
WIDE = "‡ Too imprecise to publish: by the NCHS presentation standards for proportions (2017)."


def page_of(*places: tuple[str, int], wave: str = "2026") -> str:
    return HEADER + "".join(
        f"Barometer,{wave},{place},citizens,worries,{item},{value},{base}\n"
        for place, base in places
        for item, value in (("air", 57), ("water", 40))
    )


TWO = page_of(("Gard", 9), ("Hérault", 35), ("Occitanie", 900))


def test_columns_of_places_mark_what_is_too_imprecise_and_tell_bases(phare: Phare) -> None:
    page = phare("report -r Gard -r Hérault -f markdown", data=TWO).out

    section = page.split("## Worries")[1].split("## ")[0]
    told = ("57%\u00a0†", "57%\u00a0‡", LOW, WIDE, "Base: 9 (Citizens, Gard); 35 (Citizens, Hérault).")
    assert [each for each in told if each not in section] == []


def test_many_bases_are_read_in_the_facts_sheet(phare: Phare) -> None:
    names = [
        "Gard",
        "Hérault",
        "Lozère",
        "Aude",
        "Lot",
        "Tarn",
        "Gers",
        "Ariège",
        "Aveyron",
        "Ain",
        "Cher",
        "Eure",
    ]
    names.append("Orne")
    options = " ".join(f"-r {name}" for name in names)

    page = phare(f"report {options}", data=page_of(*((name, 400) for name in names))).out

    assert "The base of each figure is in the survey facts sheet." in page
    assert "†" not in page


@pytest.mark.parametrize("regions", ["-r Gard", "-r Gard -r Hérault"])
def test_comparisons_mark_both_figures_and_say_where_bases_are(phare: Phare, regions: str) -> None:
    page = phare(f"report {regions} --to Occitanie -f markdown", data=TWO).out

    comparison = page.split("## Beside Occitanie")[1]
    assert "57%\u00a0†" in comparison
    assert LOW in comparison
    assert comparison.count("Low base:") == 1
    assert "survey facts sheet, and its base where that is known." in comparison


@pytest.mark.parametrize(
    ("regions", "advice"),
    [
        ("-r Gard", "Read intervals before figures there."),
        ("-r Gard -r Hérault", "Read the margins of error of the survey facts sheet before figures there."),
    ],
)
def test_a_reader_is_sent_to_what_the_page_has(phare: Phare, regions: str, advice: str) -> None:
    assert advice in phare(f"report {regions}", data=TWO).out


def test_a_reader_of_means_without_errors_is_sent_nowhere(phare: Phare) -> None:
    data = "region,stakeholder,indicator,item,value,unit,base\nGard,citizens,rating,mean,6.5,score/10,40\n"

    assert (
        "Citizens, Gard. Their figures may be far from the truth." in phare("report -r Gard", data=data).out
    )


def test_compare_marks_the_figure_that_is_weak_and_tells_programs_its_flag(phare: Phare) -> None:
    told = phare("compare -r Gard --to Occitanie", data=TWO).out
    row = phare("compare -r Gard --to Occitanie -f json", data=TWO).rows[0]

    assert "57%\u00a0†" in told
    assert LOW in told
    assert (row["flag"], row["reference_flag"]) == ("low_base", None)


def test_waves_side_by_side_mark_the_wave_that_is_weak(phare: Phare) -> None:
    data = page_of(("Gard", 9)) + page_of(("Gard", 900), wave="2025").removeprefix(HEADER)

    told = phare("show worries --by wave -r Gard", data=data).out

    assert "57%\u00a0†" in told
    assert LOW in told


def test_crossed_prisms_mark_what_is_weak(phare: Phare) -> None:
    data = TWO + TWO.removeprefix(HEADER).replace("worries", "wishes")

    told = phare("cross worries:citizens wishes:citizens -r Gard", data=data).out

    assert "57%\u00a0†" in told
    assert LOW in told


def test_a_workbook_shows_the_sign_beside_a_number_that_stays_one(phare: Phare, tmp_path: Path) -> None:
    phare("compare -r Gard --to Occitanie -o c.xlsx", data=TWO)

    sheet = openpyxl.load_workbook(tmp_path / "c.xlsx").worksheets[1]
    assert [cell.number_format for row in sheet.rows for cell in row if cell.value == 57] == [
        '0"\u00a0%\u00a0†";"\u2212"0"\u00a0%\u00a0†"', '0"\u00a0%";"\u2212"0"\u00a0%"',
    ]  # fmt: skip


def test_the_picture_of_a_comparison_leaves_a_weak_figure_hollow_and_says_so(
    phare: Phare, tmp_path: Path
) -> None:
    phare("plot worries --compare -r Gard --to Occitanie -o p.svg", data=TWO)

    drawn = (tmp_path / "p.svg").read_text(encoding="utf-8")
    assert "hollow: too imprecise to rely on" in drawn
    assert "†" not in drawn


def test_the_plane_of_two_prisms_names_what_is_weak(phare: Phare, tmp_path: Path) -> None:
    data = TWO + TWO.removeprefix(HEADER).replace("worries", "wishes")
    phare("plot worries --cross wishes -s citizens -r Gard -o p.svg", data=data)

    drawn = (tmp_path / "p.svg").read_text(encoding="utf-8")
    assert "not to be relied upon: Citizens" in drawn
    assert "†" not in drawn


@pytest.mark.parametrize("regions", ["-r Gard", "-r Gard -r Hérault"])
def test_a_chart_of_slides_signs_the_weak_figures_alone_and_says_what_signs_mean(
    phare: Phare, tmp_path: Path, regions: str
) -> None:
    phare(f"report {regions} --to Occitanie -o p.pptx", data=TWO)

    deck = zipfile.ZipFile(tmp_path / "p.pptx")
    charts = [deck.read(name).decode() for name in deck.namelist() if "/charts/chart" in name]
    slides = [deck.read(name).decode() for name in deck.namelist() if re.match(r"ppt/slides/slide\d", name)]
    signed = [re.sub(r"<c:dLbl>.*?</c:dLbl>", "", chart) for chart in charts if "†" in chart]
    assert len(signed) == 2
    assert [chart for chart in signed if "†" in chart] == []
    assert sum(bool(re.search("<a:t>† [Ll]ow base", slide)) for slide in slides) == len(signed)
