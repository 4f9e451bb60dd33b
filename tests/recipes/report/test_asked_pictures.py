"""``phare report --picture``: lines over waves, a map of all regions, a heat table, where the figures make one."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from phare_cli import draw, plot, read, report
from phare_cli.nouns.document import Picture

Phare = Callable[..., Any]
SVG = "{http://www.w3.org/2000/svg}"
HEADER = "survey,wave,region,stakeholder,indicator,item,value,base,in_national_sample,nation_share\n"
REGIONS = ("France", "Bretagne", "Corse", "Normandie", "Occitanie")
DATA = HEADER + "".join(
    f"Barometer,{wave},{region},{group},{indicator},item {item},"
    f"{(place * 17 + item * 9 + at * 4 + by) % 80 + 5},900," + ("yes,0.05\n" if place else ",\n")
    for by, indicator in enumerate(("worries", "trust"))
    for group in ("citizens", "mayors")
    for at, wave in enumerate((2021, 2023) if indicator == "worries" else (2023,))
    for place, region in enumerate(REGIONS)
    for item in range(1, 4 if indicator == "worries" else 3)
)
ALL = "--picture trend --picture map --picture heat"


def figures(page: str) -> list[str]:
    """Return the ids of the figures of an HTML page."""
    return re.findall(r'<figure id="([^"]*)"', page)


def test_each_indicator_has_the_pictures_that_its_figures_make(phare: Phare) -> None:
    page = phare(f"report -r Bretagne {ALL} -f html", data=DATA).out

    assert figures(page) == [
        f"fig-bretagne-{name}"
        for name in (
            "worries",
            "worries-trend",
            "worries-map",
            "worries-heat",
            "trust",
            "trust-map",
            "trust-heat",
        )
    ]


def test_a_page_shows_none_that_nobody_asked_for(phare: Phare) -> None:
    assert figures(phare("report -r Bretagne -f html", data=DATA).out) == [
        "fig-bretagne-worries",
        "fig-bretagne-trust",
    ]


def test_the_project_says_which_pictures_its_pages_have(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "phare.toml").write_text('pictures = "heat"\n')

    assert "fig-bretagne-trust-heat" in figures(phare("report -r Bretagne -f html", data=DATA).out)
    assert phare("report -r Bretagne", data=DATA).status == 0


def test_the_map_of_a_page_says_what_plot_says_of_the_newest_round(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(DATA, "utf-8")
    survey = read(tmp_path / "a.csv")
    document = report(survey, "Bretagne", pictures=["map"])
    [tiles] = [
        part.chart
        for section in document.sections
        for part in section.parts
        if isinstance(part, Picture) and part.label == "trust-map"
    ]

    assert _said(draw(tiles)) == _said(draw(plot(survey, "trust", style="map")))


def _said(svg: bytes) -> list[str]:
    return [group.findtext(f"{SVG}title") or "" for group in ET.fromstring(svg).iter(f"{SVG}g")]


def test_a_picture_says_of_which_round_it_is(phare: Phare) -> None:
    page = phare("report -r Bretagne --picture map -f html", data=DATA).out

    assert "<figcaption>Worries by region (Barometer · 2023)</figcaption>" in page


def test_verdicts_of_a_map_are_those_of_the_tables_of_its_page(phare: Phare) -> None:
    page = phare("report -r Bretagne -s citizens --picture map -f html", data=DATA).out
    told = phare("compare worries -r Bretagne -s citizens --wave 2023 -f json", data=DATA).rows
    words = {"above": "▲ above", "below": "▼ below", "not_established": "○ not established"}
    figure = page.split('<figure id="fig-bretagne-worries-map">')[1].split("</figure>")[0]
    tiles = re.findall(r"<title>Bretagne: ([^<]*)</title>", figure)

    assert len(tiles) == 2 * len(told)  # drawn for a screen and for a telephone
    assert sorted(tile.split(", ")[1] for tile in tiles[: len(told)]) == sorted(
        words[row["verdict"]] for row in told
    )


@pytest.mark.parametrize(
    ("format", "folder"), [("docx", "word/media"), ("odt", "Pictures"), ("pptx", "ppt/media")]
)
def test_office_documents_hold_them(phare: Phare, tmp_path: Path, format: str, folder: str) -> None:
    words = f"report -r Bretagne --indicator trust -s citizens --picture map -o a.{format}"
    assert phare(words, data=DATA).status == 0
    names = ZipFile(tmp_path / f"a.{format}").namelist()

    assert [name for name in names if name.startswith(folder) and name.endswith(".png")]


def test_slides_tell_their_pictures_in_words(phare: Phare, tmp_path: Path) -> None:
    phare("report -r Bretagne --indicator trust -s citizens --picture map -o a.pptx", data=DATA)
    deck = Presentation(str(tmp_path / "a.pptx"))
    shown = [
        shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
    ]

    assert len(shown) == 1
    assert "Bretagne: " in shown[0]._element.nvPicPr.cNvPr.get("descr")


def test_two_pictures_stand_on_a_page_whatever_the_table_above_them(phare: Phare, tmp_path: Path) -> None:
    """Points of A4, between margins of 2 cm and below a caption."""
    places = [f"Établissement {place}" for place in range(14)]
    long = HEADER + "".join(
        f"Barometer,2023,{place},citizens,trust,la fermeture des commerces ({item}),{item}.5,900,,\n"
        for item in range(1, 16)
        for place in places
    )
    phare(f"report {' '.join(f'-r {place!r}' for place in places)} -o a.docx", data=long)
    body = ZipFile(BytesIO((tmp_path / "a.docx").read_bytes())).read("word/document.xml").decode()
    heights = [int(height) / 12700 for height in re.findall(r'<wp:extent cx="\d+" cy="(\d+)"', body)]

    assert 'w:orient="landscape"' in body
    assert max(heights) <= 340


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "--picture is for pages that show pictures: choose docx, html, odt or pptx with --format"),
        ("-f html --family table", "--picture map judges other gaps than the tables of a page do"),
    ],
)
def test_what_no_page_can_show_is_refused(phare: Phare, words: str, said: str) -> None:
    ran = phare(f"report -r Bretagne --picture map {words}", data=DATA)

    assert ran.status == 2
    assert said in " ".join(ran.err.split())


FAR = "".join(  # the further down the list an answer is, the further apart its places lie
    f"Barometer,2023,{region},citizens,hopes,answer {item},{20 + place * item},900,"
    + ("yes,0.05\n" if place else ",\n")
    for item in range(1, 31)
    for place, region in enumerate(REGIONS[:3])
)


def test_of_many_maps_a_page_shows_those_that_tell_most(phare: Phare) -> None:
    page = phare("report -r Bretagne --picture map -f html", data=DATA + FAR).out
    figure = page.split('<figure id="fig-bretagne-hopes-map">')[1].split("</figure>")[0]

    assert sorted(set(re.findall(r">Answer (\d+)<", figure))) == ["27", "28", "29", "30"]


def test_a_page_names_the_maps_that_it_leaves_out_and_the_command_that_draws_one(phare: Phare) -> None:
    page = html.unescape(phare("report -r Bretagne --picture map -f html", data=DATA + FAR).out)
    [said] = re.findall(r"Maps left out: ([^<]*)\. To draw one: phare (plot hopes [^<]*)\.</p>", page)
    drawn = phare(said[1], data=DATA + FAR)

    assert said[0].split("; ") == [f"answer {item}" for item in range(1, 27)]
    assert (drawn.status, "answer 1" in drawn.out.casefold()) == (0, True)


def test_the_command_of_a_map_names_the_wave_and_the_group_where_there_are_others(phare: Phare) -> None:
    page = html.unescape(phare("report -r Bretagne --picture map -f html", data=DATA).out)

    assert "phare plot worries --style map --wave 2023 --stakeholder" in page


def test_the_verdicts_of_the_maps_shown_are_those_of_all_maps(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(DATA + FAR, "utf-8")
    survey = read(tmp_path / "a.csv")
    [tiles] = [
        part.chart
        for section in report(survey, "Bretagne", pictures=["map"]).sections
        for part in section.parts
        if isinstance(part, Picture) and part.label == "hopes-map"
    ]
    alone = [f"answer {item}" for item in range(27, 31)]

    assert _said(draw(tiles)) == _said(draw(plot(survey, "hopes", style="map", items=alone)))
