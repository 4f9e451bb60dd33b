"""``phare update deck.pptx``: a command typed in a shape becomes its figure or its table, and nothing else moves."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest

from phare_cli.documents.blocks import Block
from phare_cli.documents.office.refresh_package import refresh_package

Phare = Callable[..., Any]
Figures = Callable[..., None]
LibreOffice = Callable[..., list[Path]]
Deck = Callable[..., bytes]
NO_BREAK = "\u00a0"
VALUE = "value engagement -r PACA -s companies"
TYPED = f"{{{{phare: {VALUE}}}}}"
_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


def runs(*texts: str) -> str:
    pieces = "".join(f'<a:r><a:rPr lang="fr-FR" dirty="0"/><a:t>{text}</a:t></a:r>' for text in texts)
    return f'<a:p>{pieces}<a:endParaRPr lang="fr-FR"/></a:p>'


def shape(*paragraphs: str, id: int = 4, descr: str = "", kind: str = "") -> str:
    described = f' descr="{descr}"' if descr else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Texte {id}"{described}/><p:cNvSpPr/><p:nvPr>{kind}</p:nvPr>'
        "</p:nvSpPr>"
        '<p:spPr><a:xfrm><a:off x="914400" y="1828800"/><a:ext cx="7315200" cy="3657600"/></a:xfrm></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


TITLE = shape(runs("Les entreprises"), id=2, kind='<p:ph type="title"/>')


@pytest.fixture
def deck(pack: Callable[[Mapping[str, str | bytes]], bytes]) -> Deck:
    """Return what makes a presentation of one slide of its shapes."""

    def make(*shapes: str, **others: str) -> bytes:
        return pack(
            {
                "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
                'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
                "ppt/presentation.xml": f'{_HEAD}<p:presentation {_SPACES}><p:sldSz cx="9144000" cy="6858000"/>'
                "</p:presentation>",
                "ppt/slides/slide1.xml": f"{_HEAD}<p:sld {_SPACES}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree>"
                "</p:cSld></p:sld>",
                **others,
            }
        )

    return make


def slide(path: Path, name: str = "ppt/slides/slide1.xml") -> str:
    with ZipFile(path) as archive:
        return archive.read(name).decode()


def shown(xml: str) -> str:
    return re.sub(r"<[^>]*>", "", re.sub(r"</a:p>", "\n", xml[xml.index("<p:sld ") :]))


def with_slide(path: Path, xml: str) -> bytes:
    stream = io.BytesIO()
    with ZipFile(path) as old, ZipFile(stream, "w") as new:
        for member in old.infolist():
            new.writestr(member, xml if member.filename == "ppt/slides/slide1.xml" else old.read(member))
    return stream.getvalue()


@pytest.mark.parametrize(
    "texts",
    [
        [f"Ils sont {TYPED} ici"],
        ["Ils sont {", "{pha", "re: value engagement –r PACA ", "–s companies}} ici"],
        [
            f"Ils sont {{{{Phare{NO_BREAK}: value engagement region=«{NO_BREAK}PACA{NO_BREAK}» -s companies}}",
            "} ici",
        ],
    ],
)
def test_a_command_in_a_sentence_gives_way_to_its_figure(
    phare: Phare, tmp_path: Path, deck: Deck, texts: list[str]
) -> None:
    (tmp_path / "deck.pptx").write_bytes(deck(TITLE, shape(runs(*texts))))
    run = phare("update deck.pptx")

    assert (run.status, run.err) == (0, "phare: deck.pptx: 1 block, 1 refreshed.\n")
    assert shown(slide(tmp_path / "deck.pptx")) == f"Les entreprises\nIls sont 45{NO_BREAK}% ici\n"
    assert re.search(
        r' descr="phare: value engagement [^"]*PACA -s companies ⇒ 45\xa0%"', slide(tmp_path / "deck.pptx")
    )
    assert phare("update deck.pptx --check").status == 0


def test_a_figure_that_changed_is_refreshed_and_nothing_else(
    phare: Phare, tmp_path: Path, deck: Deck, figures: Figures
) -> None:
    (tmp_path / "deck.pptx").write_bytes(deck(TITLE, shape(runs(f"Ils sont {TYPED} ici"), descr="Un texte")))
    phare("update deck.pptx")
    before = slide(tmp_path / "deck.pptx")
    figures(companies=47)
    run = phare("update deck.pptx --check")

    assert run.out.replace(NO_BREAK, " ") == (
        f"--- deck.pptx\n+++ deck.pptx\n@@ 1. Les entreprises · {VALUE} @@\n-45 %\n+47 %\n"
    )
    phare("update deck.pptx")
    assert slide(tmp_path / "deck.pptx") == before.replace(f"45{NO_BREAK}%", f"47{NO_BREAK}%")
    assert "&#10;Un texte" in before


def test_a_table_takes_the_place_of_the_shape_that_its_command_stood_in(
    phare: Phare, tmp_path: Path, deck: Deck, figures: Figures
) -> None:
    (tmp_path / "deck.pptx").write_bytes(deck(TITLE, shape(runs("{{phare: show fragilities -r PACA}}"))))
    phare("update deck.pptx")
    first = slide(tmp_path / "deck.pptx")
    assert '<p:cNvPr id="4" name="Texte 4" descr="phare: show fragilities -r PACA ⇒ ' in first
    assert '<a:off x="914400" y="1828800"/><a:ext cx="7315200" cy="3657600"/>' in first

    (tmp_path / "deck.pptx").write_bytes(
        with_slide(tmp_path / "deck.pptx", first.replace('sz="', 'i="1" sz="'))
    )
    figures(poverty=29)
    phare("update deck.pptx")
    second = slide(tmp_path / "deck.pptx")
    assert shown(second).count(f"29{NO_BREAK}%\n") == 1
    assert second.count('i="1"') == first.count(' sz="')
    assert phare("update deck.pptx --check").status == 0


def test_a_table_of_more_rows_keeps_its_notes_last(phare: Phare, tmp_path: Path, deck: Deck) -> None:
    (tmp_path / "deck.pptx").write_bytes(deck(shape(runs("{{phare: show fragilities -r PACA}}"))))
    phare("update deck.pptx")
    before = shown(slide(tmp_path / "deck.pptx")).split("\n")
    with (tmp_path / "figures.csv").open("a", encoding="utf-8") as file:
        file.write("PACA,companies,fragilities,security,9,400\n")
    phare("update deck.pptx")
    after = shown(slide(tmp_path / "deck.pptx")).split("\n")

    assert slide(tmp_path / "deck.pptx").count("<a:tr ") == 7
    assert (after[0], after[-3:]) == (before[0], before[-3:])


def test_a_table_changed_by_hand_is_kept_until_force(phare: Phare, tmp_path: Path, deck: Deck) -> None:
    (tmp_path / "deck.pptx").write_bytes(deck(shape(runs("{{phare: show fragilities -r PACA}}"))))
    phare("update deck.pptx")
    true = slide(tmp_path / "deck.pptx")
    (tmp_path / "deck.pptx").write_bytes(
        with_slide(tmp_path / "deck.pptx", true.replace(f">26{NO_BREAK}%<", f">62{NO_BREAK}%<"))
    )

    assert phare("update deck.pptx").status == 3
    assert phare("update deck.pptx --force").status == 0
    assert slide(tmp_path / "deck.pptx") == true


def test_figures_that_are_alike_are_told_apart(
    phare: Phare, tmp_path: Path, deck: Deck, figures: Figures
) -> None:
    text = f"{TYPED} et 45{NO_BREAK}% et {TYPED}"
    (tmp_path / "deck.pptx").write_bytes(deck(shape(runs(text))))
    phare("update deck.pptx")
    figures(companies=47)
    phare("update deck.pptx")

    assert shown(slide(tmp_path / "deck.pptx")) == f"47{NO_BREAK}% et 45{NO_BREAK}% et 47{NO_BREAK}%\n"
    assert phare("update deck.pptx --check").status == 0


def test_a_shape_that_somebody_described_shows_its_figure(phare: Phare, tmp_path: Path, deck: Deck) -> None:
    described = shape('<a:p><a:endParaRPr lang="fr-FR"/></a:p>', descr=f"phare: {VALUE}&#10;Le chiffre")
    (tmp_path / "deck.pptx").write_bytes(deck(described))
    phare("update deck.pptx")

    assert shown(slide(tmp_path / "deck.pptx")) == f"45{NO_BREAK}%\n"
    assert phare("update deck.pptx --check").status == 0


def test_figures_stand_in_the_cells_of_a_table_and_in_notes(phare: Phare, tmp_path: Path, deck: Deck) -> None:
    cell = f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{runs(TYPED)}</a:txBody><a:tcPr/></a:tc>"
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="T"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData uri="t"><a:tbl><a:tblPr/><a:tblGrid/>'
        f'<a:tr h="1">{cell}{cell}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
    )
    notes = f"<p:notes {_SPACES}><p:cSld><p:spTree>{shape(runs(TYPED))}</p:spTree></p:cSld></p:notes>"
    (tmp_path / "deck.pptx").write_bytes(deck(frame, **{"ppt/notesSlides/notesSlide1.xml": notes}))
    run = phare("update deck.pptx")

    assert run.err == "phare: deck.pptx: 3 blocks, 3 refreshed.\n"
    assert f"45{NO_BREAK}%" in slide(tmp_path / "deck.pptx", "ppt/notesSlides/notesSlide1.xml")
    assert phare("update deck.pptx --check").status == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Voir {{phare: show fragilities -r PACA}}.", "cannot stand inside a sentence"),
        ("{{phare: report -r PACA}}", "a report cannot stand in a shape of a slide"),
        ("{{phare: show}}", "this answer has several of different columns"),
    ],
)
def test_what_no_shape_holds_is_refused(
    phare: Phare, tmp_path: Path, deck: Deck, typed: str, said: str
) -> None:
    before = deck(shape(runs(typed)))
    (tmp_path / "deck.pptx").write_bytes(before)
    run = phare("update deck.pptx")

    assert (run.status, (tmp_path / "deck.pptx").read_bytes()) == (3, before)
    assert said in run.err


def answer(block: Block) -> str:
    return "45 % & < " + block.command[1]


def other(block: Block) -> str:
    return "46 % & < " + block.command[1]


def test_nothing_beside_figures_changes_in_random_slides(deck: Deck) -> None:
    random = Random(3)
    words = ["a", "é ", "45 %", "{", "}} ", "&amp;", "5"]

    def paragraph() -> str:
        text = "".join(random.choice(words) for _ in range(random.randrange(5)))
        typed = f"{{{{phare: value {random.choice('abc')}}}}}" if random.random() < 0.6 else ""
        cut = random.randrange(len(typed) + 1)
        return runs(text + typed[:cut], typed[cut:] + random.choice(words))

    def content(document: bytes) -> str:
        with ZipFile(io.BytesIO(document)) as archive:
            return archive.read("ppt/slides/slide1.xml").decode()

    for _ in range(300):
        before = deck(
            *(shape(paragraph(), paragraph(), id=number) for number in range(random.randrange(1, 4)))
        )
        first = refresh_package(before, "a.pptx", answer)
        second = refresh_package(first.content, "a.pptx", other)
        again = refresh_package(second.content, "a.pptx", other)

        figures = re.sub(r"\{\{phare: value (.)\}\}", r"45 % &amp; &lt; \1", shown(content(before)))
        assert shown(content(first.content)) == figures
        assert _undescribed(content(second.content)).count("46 % &amp; &lt;") == second.blocks
        assert again.content == second.content


def _undescribed(xml: str) -> str:
    return re.sub(r' descr="[^"]*"', "", xml)


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A presentation that python-pptx writes, with a block of each kind."""
    import pptx

    presentation = pptx.Presentation()
    for text in (f"Ils sont {TYPED} engagés", "{{phare: show fragilities -r PACA}}"):
        page = presentation.slides.add_slide(presentation.slide_layouts[1])
        page.shapes.title.text = "Les entreprises"
        page.placeholders[1].text_frame.text = text
    path = tmp_path / "talk.pptx"
    presentation.save(str(path))
    return path


def test_python_pptx_reads_the_table(phare: Phare, talk: Path) -> None:
    import pptx

    phare("update talk.pptx")
    pages = pptx.Presentation(str(talk)).slides
    table = next(each for each in pages[1].shapes if each.has_table).table

    assert "Ils sont 45 % engagés" in pages[0].placeholders[1].text_frame.text.replace(NO_BREAK, " ")
    assert [row.cells[3].text.replace(NO_BREAK, " ") for row in table.rows][2:5] == ["46 %", "26 %", "16 %"]


def test_libreoffice_shows_what_was_refreshed(phare: Phare, talk: Path, libreoffice: LibreOffice) -> None:
    phare("update talk.pptx")
    libreoffice("odp", talk)
    with ZipFile(talk.with_suffix(".odp")) as archive:
        xml = archive.read("content.xml").decode().replace(NO_BREAK, " ")

    text = re.sub(r"<[^>]*>", "", xml.replace("</text:p>", "\n"))
    assert "Ils sont 45 % engagés" in text
    assert [text.count(f"{figure}\n") for figure in ("46 %", "26 %", "16 %")] == [1, 1, 1]
