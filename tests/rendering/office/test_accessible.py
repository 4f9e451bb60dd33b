"""Documents and slides for those who do not see them, or see them badly: order, words for pictures, contrast."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from pptx import Presentation

Phare = Callable[..., Any]
DATA = "region,stakeholder,indicator,item,value,base,survey,wave,source,url\n" + "".join(
    f"{region},{group},attentes,{item},{value},900,PHARE,2024,Baromètre,https://x.fr\n"
    for region, shift in (("PACA", 0), ("France", 7))
    for group in ("citizens", "mayors")
    for item, value in (("emploi", 57 + shift), ("mobilité", 33.3))
)
COMMANDS = ["report -r PACA --lang fr", "compare -r PACA --sample separate", "list items"]
_LEGIBLE = 4.5  # the contrast that WCAG 2.2 asks of text, success criterion 1.4.3


def light(color: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(color: str, ground: str = "FFFFFF") -> float:
    low, high = sorted((light(color), light(ground)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_the_most_that_there_is() -> None:
    assert (contrast("000000"), contrast("FFFFFF")) == (pytest.approx(21), 1)


@pytest.fixture
def written(phare: Phare, tmp_path: Path) -> Callable[..., Path]:
    """Write an answer and return its file."""

    def write(command: str, name: str) -> Path:
        run = phare(f"{command} -o {name}", data=DATA)
        assert run.status == 0, run.err
        return tmp_path / name

    return write


@pytest.mark.parametrize("command", COMMANDS)
def test_headings_go_down_by_one(written: Callable[..., Path], command: str) -> None:
    document = docx.Document(str(written(command, "a.docx")))

    styles = [str(each.style and each.style.name) for each in document.paragraphs]
    levels = [int(name.removeprefix("Heading ")) for name in styles if name.startswith("Heading ")]
    assert styles[0] == "Title"
    assert all(level <= before + 1 for before, level in zip([0, *levels], levels, strict=False))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_table_of_word_has_a_head_and_a_title(written: Callable[..., Path], command: str) -> None:
    for table in docx.Document(str(written(command, "a.docx"))).tables:
        assert table._tbl.xpath("count(./w:tr[1]/w:trPr/w:tblHeader)") == 1
        assert table._tbl.xpath("string(./w:tblPr/w:tblCaption/@w:val)")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_picture_of_word_is_told_in_words(written: Callable[..., Path], command: str) -> None:
    body = docx.Document(str(written(command, "a.docx"))).element.body

    pictures = body.xpath(".//wp:docPr")
    assert all(len(each.get("descr", "")) > 20 for each in pictures)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_slide_has_a_title_of_its_own_that_is_read_first(
    written: Callable[..., Path], command: str
) -> None:
    slides = Presentation(str(written(command, "a.pptx"))).slides

    titles = [slide.shapes.title.text if slide.shapes.title else "" for slide in slides]
    assert all(titles)
    assert [slide.shapes[0].shape_id for slide in slides] == [
        slide.shapes.title.shape_id for slide in slides if slide.shapes.title
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_chart_and_table_of_a_slide_is_told_in_words_and_has_a_head(
    written: Callable[..., Path], command: str
) -> None:
    for slide in Presentation(str(written(command, "a.pptx"))).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert len(shape._element.xpath("string(./p:nvGraphicFramePr/p:cNvPr/@descr)")) > 3
            if shape.has_table:
                assert shape.table.first_row


def text_colors(file: Path) -> Iterator[str]:
    """Yield the colours that letters have in a file."""
    with ZipFile(file) as package:
        xml = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".xml"))
    if file.suffix == ".docx":
        yield from re.findall(r'<w:color w:val="([0-9A-F]{6})"', xml)
        return
    theme = dict(re.findall(r'<a:(dk1|lt1|dk2|lt2|hlink)><a:srgbClr val="([0-9A-F]{6})"/>', xml))
    named = {"tx1": theme["dk1"], "tx2": theme["dk2"]}
    for letters in re.findall(r"<a:(?:rPr|defRPr)(?: [^>]*[^>/])?>(.*?)</a:(?:rPr|defRPr)>", xml):
        yield from re.findall(r'<a:solidFill><a:srgbClr val="([0-9A-F]{6})"', letters)
        for name, change in re.findall(
            r'<a:solidFill><a:schemeClr val="(\w+)"(?:/>|>(.*?)</a:schemeClr>)', letters
        ):
            yield _lightened(named[name], change)


def _lightened(color: str, change: str) -> str:
    """Return a colour whose luminance is changed, as Open XML says it."""
    import colorsys

    factor, offset = (
        int(found[1]) / 100000 if (found := re.search(rf'lum{name} val="(\d+)"', change)) else default
        for name, default in (("Mod", 1.0), ("Off", 0.0))
    )
    hue, light_, saturation = colorsys.rgb_to_hls(
        *(int(color[place : place + 2], 16) / 255 for place in (0, 2, 4))
    )
    parts = colorsys.hls_to_rgb(hue, min(1.0, light_ * factor + offset), saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)


@pytest.mark.parametrize("name", ["a.docx", "a.pptx"])
def test_all_letters_can_be_told_from_the_page(written: Callable[..., Path], name: str) -> None:
    colors = set(text_colors(written("report -r PACA", name)))

    assert len(colors) >= 3
    assert {color: contrast(color) for color in colors if contrast(color) < _LEGIBLE} == {}
