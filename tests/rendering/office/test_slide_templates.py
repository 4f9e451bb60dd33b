"""A house's template gives a deck its masters, layouts, theme, logo and footer, and none of its own slides."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openxml_audit
import pptx
import pytest
from PIL import Image
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.shapes.picture import CT_Picture
from pptx.util import Emu, Inches

Phare = Callable[..., Any]
DATA = "region,stakeholder,indicator,item,value,survey,wave,source,url\n" + "".join(
    f"PACA,{group},attentes,{item},{value},PHARE,2024,Baromètre,https://x.fr\n"
    for group in ("citizens", "mayors")
    for item, value in (("emploi", 57), ("mobilité", 33))
)
REPORT = "report -r PACA --lang fr"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def written(file: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    """Write a package again, each part as *change* has it, those left out of which it makes None."""
    with ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            if (new := change(name, content)) is not None:
                package.writestr(name, new)


@pytest.fixture
def charte(tmp_path: Path) -> Path:
    """Return a template as PowerPoint writes it: blue, with a logo and a footer, and a slide of its own."""
    deck: Any = pptx.Presentation()
    master = deck.slide_masters[0]
    master.background.fill.solid()
    master.background.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_2
    logo = BytesIO()
    Image.new("RGB", (60, 20), "red").save(logo, "PNG")
    _, related = master.part.get_or_add_image_part(logo)
    pictures: Any = CT_Picture
    picture = pictures.new_pic(99, "logo", "Logo", related, Emu(0), Emu(0), Inches(1), Inches(1))
    master.shapes._spTree.append(picture)
    for layout in deck.slide_layouts:
        for place in layout.placeholders:
            if "FOOTER" in str(place.placeholder_format.type):
                place.text_frame.text = "La maison <& co>"
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "Texte à remplacer"
    slide.notes_slide.notes_text_frame.text = "Notes à remplacer"
    file = tmp_path / "charte.potx"
    deck.save(str(file))
    written(file, lambda name, content: content.replace(b"presentation.main+xml", b"template.main+xml"))
    return file


@pytest.fixture
def told(phare: Phare, tmp_path: Path) -> Callable[..., Any]:
    """Write an answer as slides of a template, and open them."""

    def tell(command: str = REPORT, template: str = "charte.potx") -> Any:
        run = phare(f"{command} --template {template} -o a.pptx", data=DATA)
        assert (run.status, run.out) == (0, ""), run.err
        return pptx.Presentation(str(tmp_path / "a.pptx"))

    return tell


def test_slides_follow_the_layouts_of_the_house(charte: Path, told: Callable[..., Any]) -> None:
    assert [slide.slide_layout.name for slide in told().slides][:3] == [
        "Title Slide",
        "Title and Content",
        "Title Only",
    ]


def test_slides_have_the_size_the_logo_and_the_footer_of_the_house(
    charte: Path, told: Callable[..., Any]
) -> None:
    deck = told()

    assert (deck.slide_width, deck.slide_height) == (9144000, 6858000)
    assert "logo" in [shape.name for shape in deck.slide_masters[0].shapes]
    assert "La maison <& co>" in [shape.text for shape in deck.slides[1].placeholders]


def test_nothing_leaves_the_slide(charte: Path, told: Callable[..., Any]) -> None:
    deck = told()

    shapes = [shape for slide in deck.slides for shape in slide.shapes if shape.width]
    assert max(shape.left + shape.width for shape in shapes) <= deck.slide_width
    assert max(shape.top + shape.height for shape in shapes) <= deck.slide_height


def test_nothing_of_the_template_s_own_slides_stays(
    charte: Path, told: Callable[..., Any], tmp_path: Path
) -> None:
    told()

    with ZipFile(tmp_path / "a.pptx") as package:
        found = [name for name in package.namelist() if "à remplacer".encode() in package.read(name)]
    assert found == []


@pytest.mark.parametrize("command", [REPORT, "show", "list items"])
def test_slides_of_a_template_are_valid(
    charte: Path, told: Callable[..., Any], tmp_path: Path, command: str
) -> None:
    told(command)

    found = openxml_audit.OpenXmlValidator().validate(str(tmp_path / "a.pptx"))
    assert [error.description for error in found.errors] == []


def _without_titles(name: str, content: bytes) -> bytes | None:
    """Make pictures of the places that layouts have for titles."""
    if name.startswith("ppt/slideLayouts/"):
        return re.sub(rb'<p:ph type="(?:title|ctrTitle)"', b'<p:ph type="pic"', content)
    return content


def test_what_a_template_lacks_is_added_to_it(charte: Path, told: Callable[..., Any], tmp_path: Path) -> None:
    written(charte, _without_titles)
    deck = told()

    found = openxml_audit.OpenXmlValidator().validate(str(tmp_path / "a.pptx"))
    assert [error.description for error in found.errors] == []
    assert deck.slides[0].slide_layout.slide_master == deck.slide_masters[0]
    assert deck.slides[0].shapes.title.text == "Chiffres clés de Provence-Alpes-Côte d’Azur"


def test_a_deck_may_be_a_template_that_has_no_view_and_a_link_to_a_slide(
    charte: Path, told: Callable[..., Any], tmp_path: Path
) -> None:
    kind = b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"'
    link = b'<Relationship Id="rId77" Type=' + kind + b' Target="../slides/slide1.xml"/></Relationships>'
    click = b'<a:hlinkClick r:id="rId77" action="ppaction://hlinksldjump"/></p:cNvPr>'

    def linked(name: str, content: bytes) -> bytes | None:
        if name in ("ppt/viewProps.xml", "ppt/_rels/viewProps.xml.rels"):
            return None
        if name == "ppt/slideLayouts/_rels/slideLayout1.xml.rels":
            return content.replace(b"</Relationships>", link)
        if name == "ppt/_rels/presentation.xml.rels":
            return re.sub(rb"<Relationship [^>]*viewProps[^>]*>", b"", content)
        if name == "ppt/slideLayouts/slideLayout1.xml":
            return content.replace(b'name="Title 1"/>', b'name="Title 1">' + click)
        return content

    written(charte, linked)
    told()

    with ZipFile(tmp_path / "a.pptx") as package:
        assert b"hlinkClick" not in package.read("ppt/slideLayouts/slideLayout1.xml")
        assert b"slide1.xml" not in package.read("ppt/slideLayouts/_rels/slideLayout1.xml.rels")
    found = openxml_audit.OpenXmlValidator().validate(str(tmp_path / "a.pptx"))
    assert [error.description for error in found.errors] == []


def test_the_layouts_that_are_looked_for_are_listed(phare: Phare, charte: Path) -> None:
    written(charte, _without_titles)
    run = phare("report --list-styles --template charte.potx -f json")

    assert [(row["style"], row["in_template"]) for row in run.rows] == [
        ("Title Slide", False),
        ("Title and Content", False),
        ("Title Only", False),
    ]


def test_a_template_with_macros_is_refused(phare: Phare, charte: Path) -> None:
    written(
        charte,
        lambda name, content: content.replace(b"template.main+xml", b"template.macroEnabled.main+xml"),
    )
    run = phare("show --template charte.potx -o a.pptx", data=DATA)

    assert (run.status, "is not a PowerPoint document that can be a template" in run.err) == (4, True)


def test_commands_in_the_words_of_a_template_are_told_and_filled_by_an_update(
    phare: Phare, charte: Path, tmp_path: Path
) -> None:
    (tmp_path / "phare.toml").write_text('data = ["figures.csv"]\n', encoding="utf-8")
    (tmp_path / "figures.csv").write_text(DATA, encoding="utf-8")
    command = b"{{phare: value attentes -r PACA -s mayors --item emploi}}"
    written(charte, lambda name, content: content.replace(b"La maison &lt;&amp; co&gt;", command))
    run = phare("show --template charte.potx -o a.pptx --lang en")

    assert (run.status, "fill them with phare update a.pptx." in run.err) == (0, True)
    assert phare("update a.pptx").status == 0
    assert "57%" in [
        shape.text for shape in pptx.Presentation(str(tmp_path / "a.pptx")).slides[1].placeholders
    ]
