"""Word and LibreOffice documents hold the cells of the page, in styles of their own, for every reader of them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import html5lib
import odfdo
import openxml_audit
import pypandoc
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from openxml_audit import odf

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base,survey,wave,source,url\n"
SOURCE = 'PHARE,2024,"Baromètre <2024> & co","https://x.fr/?a=1&b=2"\n'
LONG = "Accès aux soins et prise en charge du vieillissement de la population en milieu rural"
DATA = HEAD + "".join(
    f'{region},{group},attentes,"{item}",{value},{base},{SOURCE}'
    for region, shift in (("PACA", 0), ("France", 7))
    for group, base in (("citizens", 1200), ("mayors", ""))
    for item, value in (("emploi", 57 + shift), ("mobilité", 33.3), (LONG, 20))
)
COMMANDS = [
    "show",
    "show --wide",
    "compare -r PACA",
    "compare -r PACA --sample nested --share PACA=7",
    "list items",
    "cross attentes attentes:mayors -r PACA -s citizens",
    "report -r PACA",
]
Tables = list[list[list[str]]]


def cells(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'").split())


def of_page(phare: Phare, command: str, language: str) -> Tables:
    tree = html5lib.parse(
        phare(f"{command} --lang {language} -f html", data=DATA).out, namespaceHTMLElements=False
    )
    return [
        [
            [cells(" ".join(cell.itertext())) for cell in row if cell.tag in ("td", "th")]
            for row in table.iter("tr")
        ]
        for table in tree.iter("table")
    ]


def of_word(file: Path) -> Tables:
    return [
        [[cells(cell.text) for cell in row.cells] for row in table.rows]
        for table in docx.Document(str(file)).tables
    ]


def of_libreoffice(file: Path) -> Tables:
    tables = odfdo.Document(str(file)).body.get_elements("//table:table")
    return [
        [
            [
                cells(" ".join(each.text_recursive for each in cell.get_elements("text:p")))
                for cell in cells_of(row)
            ]
            for row in table.get_elements(".//table:table-row")
        ]
        for table in tables
    ]


def cells_of(row: odfdo.Element) -> list[odfdo.Element]:
    return list(row.get_elements("table:table-cell"))


@pytest.fixture
def written(phare: Phare, tmp_path: Path) -> Callable[..., Path]:
    """Write an answer and return its file."""

    def write(command: str, name: str) -> Path:
        run = phare(f"{command} -o {name}", data=DATA)
        assert (run.status, run.out) == (0, ""), run.err
        return tmp_path / name

    return write


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_word_document_holds_the_cells_of_the_page(
    phare: Phare, written: Callable[..., Path], command: str, language: str
) -> None:
    file = written(f"{command} --lang {language}", "a.docx")

    assert of_word(file) == of_page(phare, command, language) != []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_libreoffice_document_holds_the_cells_of_the_page(
    phare: Phare, written: Callable[..., Path], command: str, language: str
) -> None:
    file = written(f"{command} --lang {language}", "a.odt")

    assert of_libreoffice(file) == of_page(phare, command, language) != []


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_pandoc_reads_the_title_the_headings_the_points_and_the_captions(
    written: Callable[..., Path], name: str
) -> None:
    text = pypandoc.convert_file(
        str(written("report -r PACA --lang fr", name)), "plain", extra_args=["--wrap=none"]
    )

    # It takes the captions of Word for those of their tables.
    lines = [cells(line.removeprefix("  : ")) for line in text.splitlines() if line.strip()]
    assert "L'essentiel" in lines
    assert any(line.startswith("- Rien ne peut être conclu des 6 écarts avec la France") for line in lines)
    assert "Tableau 1. Attentes en Provence-Alpes-Côte d'Azur, par rang dans chaque groupe d'acteurs" in lines
    assert (
        "Lecture : en Provence-Alpes-Côte d'Azur, « emploi » est à 57 % parmi les citoyens (« attentes »)."
        in lines
    )
    assert "Source : Baromètre <2024> & co" in lines


@pytest.mark.parametrize("command", COMMANDS)
def test_a_word_document_is_valid(written: Callable[..., Path], command: str) -> None:
    found = openxml_audit.OpenXmlValidator().validate(str(written(command, "a.docx")))

    assert [error.description for error in found.errors] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_libreoffice_document_is_valid(written: Callable[..., Path], command: str) -> None:
    found = odf.OdfValidator().validate(str(written(command, "a.odt")))

    assert found.is_valid, [error.description for error in found.errors]


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
@pytest.mark.parametrize("command", ["report -r PACA", "show"])
def test_the_same_answer_is_the_same_file(
    written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    first = written(command, name).read_bytes()
    later = time.time() + 100
    monkeypatch.setattr(time, "time", lambda: later)

    assert written(command, f"later-{name}").read_bytes() == first


def test_a_word_document_has_real_styles(written: Callable[..., Path]) -> None:
    document = docx.Document(str(written("report -r PACA", "a.docx")))

    styles = [str(each.style and each.style.name) for each in document.paragraphs]
    assert styles[:4] == ["Title", "Subtitle", "Heading 1", "List Bullet"]
    assert {"Caption", "Phare Note"} <= set(styles)
    assert {table.style and table.style.name for table in document.tables} == {"Phare Table"}


def test_a_table_of_word_repeats_its_head_breaks_no_row_and_sets_figures_right(
    written: Callable[..., Path],
) -> None:
    table = docx.Document(str(written("show", "a.docx"))).tables[0]

    assert table._tbl.xpath("count(./w:tr[1]/w:trPr/w:tblHeader)") == 1
    assert table._tbl.xpath("count(./w:tr/w:trPr/w:cantSplit)") == len(table.rows)
    value = [cell.text for cell in table.rows[0].cells].index("Value")
    assert {row.cells[value].paragraphs[0].alignment for row in table.rows} == {WD_ALIGN_PARAGRAPH.RIGHT}
    assert " " not in table.rows[1].cells[value + 1].text


def test_word_counts_the_captions_in_the_word_of_its_reader(written: Callable[..., Path]) -> None:
    xml = ZipFile(written("report -r PACA --lang fr", "a.docx")).read("word/document.xml").decode()

    assert re.findall(r"SEQ (\w+) ", xml) == ["Tableau", "Figure", "Tableau", "Tableau"]


def test_libreoffice_counts_the_captions_in_the_word_of_its_reader(written: Callable[..., Path]) -> None:
    xml = ZipFile(written("report -r PACA --lang fr", "a.odt")).read("content.xml").decode()

    assert re.findall(r'formula="ooow:(\w+\+1)"', xml) == ["Tableau+1", "Figure+1", "Tableau+1", "Tableau+1"]


def test_a_word_document_says_its_title_and_language_and_names_no_author(
    written: Callable[..., Path],
) -> None:
    document = docx.Document(str(written("report -r PACA --lang fr", "a.docx")))

    properties = document.core_properties
    assert (cells(properties.title), properties.language, properties.author) == (
        "Chiffres clés de Provence-Alpes-Côte d'Azur",
        "fr-FR",
        "",
    )
    assert document.styles.element.xpath("./w:docDefaults//w:lang/@w:val") == ["fr-FR"]


@pytest.mark.parametrize(
    ("name", "part", "pattern"),
    [
        ("a.docx", "word/document.xml", '<wp:docPr [^>]*descr="([^"]*)"'),
        ("a.odt", "content.xml", "<svg:desc>([^<]*)<"),
    ],
)
def test_a_picture_is_told_in_words(written: Callable[..., Path], name: str, part: str, pattern: str) -> None:
    xml = ZipFile(written("report -r PACA", name)).read(part).decode()

    assert ["Employment: 57% (Provence" in words for words in re.findall(pattern, xml)] == [True, True]


def test_a_picture_has_three_hundred_dots_an_inch(written: Callable[..., Path]) -> None:
    png = ZipFile(written("report -r PACA", "a.docx")).read("word/media/phare1.png")

    width = int.from_bytes(png[16:20], "big")
    assert width / (482 / 72) == pytest.approx(300, abs=1)


def test_without_matplotlib_a_word_document_goes_without_pictures_and_says_so(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from phare_cli.rendering.office import illustrations

    monkeypatch.setattr(illustrations, "can_draw_dots", lambda: False)

    run = phare("report -r PACA -o a.docx --lang fr", data=DATA)

    assert (run.status, cells(run.err)) == (
        0,
        "phare : remarque : les figures sont laissées de côté : les dessiner demande matplotlib, qui n'est pas "
        "installé. Lancez : pip install 'phare-cli[office]'",
    )
    assert [name for name in ZipFile(tmp_path / "a.docx").namelist() if "media" in name] == []


def test_what_others_call_a_formula_or_markup_is_text(phare: Phare, tmp_path: Path) -> None:
    odd = "</w:t><b>&amp; {field} \x1b[31m"
    phare(
        "show -o a.docx",
        data=HEAD + f'PACA,citizens,w,"{odd}",57,,PHARE,2024,s,\nPACA,citizens,w,b,7,,PHARE,2024,s,\n',
    )

    table = docx.Document(str(tmp_path / "a.docx")).tables[0]
    assert "</w:t><b>&amp; {field} ␛[31m" in "".join(cell.text for cell in table.rows[1].cells)


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_an_office_document_is_not_for_a_screen(phare: Phare, format: str) -> None:
    run = phare(f"show -f {format}", data=DATA, columns=80)

    assert (run.status, run.out) == (5, "")


def test_a_figure_alone_is_a_document_too(phare: Phare, tmp_path: Path) -> None:
    run = phare("value attentes -r PACA -s citizens --item emploi -o a.docx", data=DATA)

    assert run.status == 0
    assert "57%" in "".join(
        cell.text for row in docx.Document(str(tmp_path / "a.docx")).tables[0].rows for cell in row.cells
    )
