"""A house's template gives its styles, header, footer and page to a document, and none of its own words."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import odfdo
import openxml_audit
import pytest
from docx.shared import Cm, RGBColor
from PIL import Image

Phare = Callable[..., Any]
DATA = (
    "region,stakeholder,indicator,item,value,survey,wave,source,url\n"
    "PACA,citizens,w,air,57,PHARE,2024,s,https://x.fr\nPACA,mayors,w,air,47,PHARE,2024,s,https://x.fr\n"
)
REPORT = "report -r PACA --lang fr"


def picture(color: str) -> BytesIO:
    stream = BytesIO()
    Image.new("RGB", (30, 10), color).save(stream, "PNG")
    return stream


def edited(file: Path, name: str, before: bytes, after: bytes) -> None:
    """Change a part of a package."""
    with ZipFile(file) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    assert before in parts[name]
    parts[name] = parts[name].replace(before, after)
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(part, content)


@pytest.fixture
def charte(tmp_path: Path) -> Path:
    """Return a template as Word writes it: a red heading, a logo in the header, a narrow page, words of its own."""
    document = docx.Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(200, 0, 0)
    section = document.sections[0]
    section.left_margin = Cm(5)
    section.header.paragraphs[0].add_run("La maison").add_picture(picture("red"), width=Cm(2))
    section.footer.paragraphs[0].text = "Pied de page"
    document.add_paragraph("Texte à remplacer")
    document.add_picture(picture("green"))
    document.core_properties.author = "Quelqu'un"
    file = tmp_path / "charte.dotx"
    document.save(str(file))
    edited(file, "[Content_Types].xml", b"document.main+xml", b"template.main+xml")
    return file


@pytest.fixture
def modele(tmp_path: Path) -> Path:
    """Return a template of LibreOffice with a style of its own for notes."""
    document = odfdo.Document("text")
    document.body.append(odfdo.Paragraph("Texte à remplacer"))
    file = tmp_path / "modele.odt"
    document.save(str(file))
    edited(
        file,
        "styles.xml",
        b"</office:styles>",
        b'<style:style style:name="Mine" style:display-name="Phare Note" style:family="paragraph"/></office:styles>',
    )
    return file


def test_a_word_template_gives_its_styles_its_header_its_footer_and_its_page(
    phare: Phare, charte: Path, tmp_path: Path
) -> None:
    run = phare(f"{REPORT} --template charte.dotx -o a.docx", data=DATA)

    document = docx.Document(str(tmp_path / "a.docx"))
    assert run.status == 0
    assert document.styles["Heading 1"].font.color.rgb == RGBColor(200, 0, 0)
    assert document.sections[0].header.paragraphs[0].text == "La maison"
    assert document.sections[0].footer.paragraphs[0].text == "Pied de page"
    assert document.sections[0].left_margin == pytest.approx(Cm(5), rel=0.001)


def test_a_word_template_keeps_nothing_of_its_own_words(phare: Phare, charte: Path, tmp_path: Path) -> None:
    phare(f"{REPORT} --template charte.dotx -o a.docx", data=DATA)

    document = docx.Document(str(tmp_path / "a.docx"))
    names = ZipFile(tmp_path / "a.docx").namelist()
    assert "Texte à remplacer" not in [each.text for each in document.paragraphs]
    assert [name for name in names if "media/image" in name] == ["word/media/image1.png"]
    assert (document.core_properties.author, document.core_properties.title) == (
        "",
        "Chiffres clés de Provence-Alpes-Côte d’Azur",
    )


def test_what_a_word_template_lacks_is_added_to_it(phare: Phare, charte: Path, tmp_path: Path) -> None:
    phare(f"{REPORT} --template charte.dotx -o a.docx", data=DATA)

    document = docx.Document(str(tmp_path / "a.docx"))
    found = openxml_audit.OpenXmlValidator().validate(str(tmp_path / "a.docx"))
    assert {table.style and table.style.name for table in document.tables} == {"Phare Table"}
    assert [error.description for error in found.errors] == []


def test_a_bare_document_may_be_a_template(phare: Phare, tmp_path: Path) -> None:
    phare("show -o bare.docx", data=DATA)

    run = phare(f"{REPORT} --template bare.docx -o a.docx", data=DATA)

    names = ZipFile(tmp_path / "a.docx").namelist()
    assert (run.status, len(names) == len(set(names))) == (0, True)
    assert docx.Document(str(tmp_path / "a.docx")).paragraphs[0].text.startswith("Chiffres clés")


def test_a_libreoffice_template_gives_its_styles(phare: Phare, modele: Path, tmp_path: Path) -> None:
    run = phare(f"{REPORT} --template modele.odt -o a.odt", data=DATA)

    document = odfdo.Document(str(tmp_path / "a.odt"))
    notes = [each for each in document.body.get_paragraphs() if each.style == "Mine"]
    assert run.status == 0
    assert notes[0].text_recursive.startswith("Lecture")
    assert "Texte à remplacer" not in document.body.text_recursive


def test_the_project_names_a_template_for_each_program(
    phare: Phare, charte: Path, modele: Path, tmp_path: Path
) -> None:
    (tmp_path / "phare.toml").write_text('template = ["charte.dotx", "modele.odt"]\n')

    phare("show -o a.docx", data=DATA)
    phare(f"{REPORT} -o a.odt", data=DATA)
    markdown = phare("show -f markdown", data=DATA)

    assert docx.Document(str(tmp_path / "a.docx")).sections[0].left_margin == pytest.approx(Cm(5), rel=0.001)
    assert b'"Mine"' in ZipFile(tmp_path / "a.odt").read("content.xml")
    assert markdown.status == 0


def test_the_names_that_are_looked_for_are_listed(phare: Phare, charte: Path) -> None:
    run = phare("report --list-styles --template charte.dotx -f markdown")

    assert run.status == 0
    assert "| heading of a section" in run.out
    rows = [line.split("|") for line in run.out.splitlines()]
    answers = {cells[3].strip(): cells[4].strip() for cells in rows if len(cells) > 4}
    assert (answers["heading 1"], answers["Phare Note"]) == ("yes", "no")


@pytest.mark.parametrize(
    ("command", "status", "complaint"),
    [
        ("show --template charte.dotx -o a.md", 2, "--template is for Word"),
        ("show --template charte.dotx -o a.odt", 2, "charte.dotx is no template for .odt"),
        ("show --template nothing.dotx -o a.docx", 4, "there is no file nothing.dotx"),
        ("show --template results.docx -o a.docx", 4, "“results.docx” cannot be read as a template"),
        (
            "show --template macros.docx -o a.docx",
            4,
            "“macros.docx” is not a Word document that can be a template",
        ),
        ("show --template odd.docx -o a.docx", 4, "“odd.docx” cannot be read as a template"),
        ("show --template charte.odt -o a.odt", 4, "“charte.odt” is not a text document of LibreOffice"),
        (
            "show --template charte.dotx -o charte.dotx -f docx",
            2,
            "charte.dotx is where the figures come from",
        ),
    ],
)
def test_a_template_that_is_none_is_refused(
    phare: Phare, charte: Path, tmp_path: Path, command: str, status: int, complaint: str
) -> None:
    (tmp_path / "results.docx").write_text(DATA)
    for name in ("macros.docx", "odd.docx", "charte.odt"):
        (tmp_path / name).write_bytes(charte.read_bytes())
    edited(tmp_path / "macros.docx", "[Content_Types].xml", b"template.main", b"document.macroEnabled.main")
    edited(tmp_path / "odd.docx", "word/document.xml", b"<w:body>", b"<w:body><")

    run = phare(command, data=DATA)

    assert (run.status, complaint in run.err) == (status, True), run.err


def test_a_declaration_of_markup_in_a_template_is_refused(phare: Phare, charte: Path) -> None:
    edited(charte, "word/styles.xml", b"<w:styles", b'<!DOCTYPE s [<!ENTITY a "b">]><w:styles')

    assert phare("show --template charte.dotx -o a.docx", data=DATA).status == 4
