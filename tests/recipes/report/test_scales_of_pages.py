"""A page shows an ordered scale as stacked bars, its steps in their order, in the region and in its reference."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

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
    + scale("PACA", "citizens", 12, 45, 28, 15)
    + scale("PACA", "mayors", 25, 25, 25, 25)
    + scale("France", "citizens", 20, 30, 31, 19)
)


@pytest.fixture
def picture(phare: Phare, tmp_path: Path) -> Callable[..., ET.Element]:
    """Return the picture of the scale for a wide screen, as the page holds it."""

    def run(words: str = "", data: str = DATA) -> ET.Element:
        assert phare(f"report -r PACA {words} -o a.html", data=data).status == 0
        page = (tmp_path / "a.html").read_text(encoding="utf-8")
        found = re.search(r'<figure id="fig-[\w-]*trust.*?(<svg.*?</svg>)', page, re.DOTALL)
        assert found
        return ET.fromstring(found[1])

    return run


def texts(root: ET.Element) -> list[str]:
    return [text.text or "" for text in root.iter("text")]


def test_the_steps_of_region_and_nation_stand_under_one_another(picture: Callable[..., ET.Element]) -> None:
    told = [(group.findtext("title") or "") for group in picture().iter("g")]

    assert [each.split(" (")[0] for each in told[:8]] == [
        f"{region}: {step}: {value}%"
        for region, values in (
            ("Provence-Alpes-Côte d'Azur", (12, 45, 28, 15)),
            ("France", (20, 30, 31, 19)),
        )
        for step, value in zip(STEPS, values, strict=True)
    ]


def test_a_scale_without_a_whole_keeps_its_bars(picture: Callable[..., ET.Element]) -> None:
    root = picture(data=DATA + scale("PACA", "companies", 60, 60, 10, 10))

    assert not [text for text in texts(root) if text in STEPS and text in texts(root)[:4]]
    assert "Gap" in texts(root)


def test_a_page_of_some_ranks_stacks_nothing(picture: Callable[..., ET.Element]) -> None:
    assert "Gap" in texts(picture("--top 2"))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_table_of_a_scale_is_not_said_to_be_ranked(phare: Phare, lang: str) -> None:
    page = phare(f"report -r PACA --lang {lang} -f markdown", data=DATA).out

    assert "ranked within" not in page
    assert "classé" not in page


def test_words_for_a_stacked_picture_stand_in_the_documents(phare: Phare, tmp_path: Path) -> None:
    phare("report -r PACA -o a.docx", data=DATA)
    phare("report -r PACA -o a.odt", data=DATA)
    written = ZipFile(tmp_path / "a.docx").read("word/document.xml").decode()
    opened = ZipFile(tmp_path / "a.odt").read("content.xml").decode()

    for text in (written, opened):
        assert re.search(r"très confiant: 12% \(\d+% to \d+%\); confiant: 45%", text)


def test_groups_that_have_no_room_on_a_page_stand_in_a_second_picture(
    picture: Callable[..., ET.Element], phare: Phare, tmp_path: Path
) -> None:
    groups = [f"group {place}" for place in range(20)]
    data = HEAD + "".join(scale("PACA", group, 10, 20, 30, 40) for group in groups)
    phare("report -r PACA -o a.html", data=data)
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    figure = re.search(r'<figure id="fig-[\w-]*trust.*?</figure>', page, re.DOTALL)
    assert figure
    wide = re.findall(r"<svg.*?</svg>", figure[0].split('class="narrow"')[0], re.DOTALL)

    assert len(wide) > 1
    assert all("Très confiant" in texts(ET.fromstring(each)) for each in wide)
    assert [text for each in wide for text in texts(ET.fromstring(each)) if text.startswith("Group")] == [
        f"Group {place}" for place in range(20)
    ] or [text for each in wide for text in texts(ET.fromstring(each)) if text.startswith("group")] == groups


def test_a_net_stands_in_the_section_of_its_scale(phare: Phare) -> None:
    net = "".join(
        f"{region},citizens,trust (confident),confident in all,57,900,,\n" for region in ("PACA", "France")
    )
    page = phare("report -r PACA -f markdown", data=DATA + net).out

    assert [line for line in page.split("\n") if line.startswith("## Trust")] == ["## Trust"]
    assert page.count("How to read it: ") == 2
    assert "57%" in page.partition("## Trust")[2].partition("\n## ")[0]
