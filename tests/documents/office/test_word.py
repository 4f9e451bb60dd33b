"""``phare update note.docx``: a command typed in Word becomes a control with its figure, and nothing else moves."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

Phare = Callable[..., Any]
Word = Callable[..., bytes]
Figures = Callable[..., None]
NO_BREAK = "\u00a0"
VALUE = "value engagement -r PACA -s companies"
TYPED = f"{{{{phare: {VALUE}}}}}"
SENTENCE = f"<w:p><w:r><w:t>Ils sont {TYPED} engagés.</w:t></w:r></w:p>"
TABLE = "<w:p><w:r><w:t>{{phare: show fragilities -r PACA}}</w:t></w:r></w:p>"


def run_(text: str, form: str = "") -> str:
    return f'<w:r w:rsidR="00A1"><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def parts(document: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(path: Path) -> str:
    return parts(path.read_bytes())["word/document.xml"].decode()


def shown(xml: str) -> str:
    """What a reader sees of a part: its letters, paragraphs and cells one after the other."""
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", re.sub(r"</w:p>", "<w:t>\n", xml)))


@pytest.fixture
def note(tmp_path: Path, word: Word) -> Path:
    path = tmp_path / "note.docx"
    path.write_bytes(word(SENTENCE + TABLE))
    return path


def test_a_command_in_a_sentence_becomes_a_control_with_its_figure(phare: Phare, note: Path) -> None:
    run = phare("update note.docx")

    assert (run.status, run.out, run.err) == (0, "", "phare: note.docx: 2 blocks, 2 refreshed.\n")
    assert f'<w:tag w:val="phare: {VALUE}"/>' in body(note)
    assert '<w:alias w:val="phare, chiffre' in body(note)
    assert shown(body(note)).startswith(f"Ils sont 45{NO_BREAK}% engagés.\n")


def test_updating_twice_changes_nothing(phare: Phare, note: Path) -> None:
    phare("update note.docx")
    before = note.read_bytes()
    run = phare("update note.docx")

    assert run.err == "phare: note.docx: 2 blocks, up to date.\n"
    assert note.read_bytes() == before


def test_a_figure_that_changed_is_refreshed_in_its_own_form(
    phare: Phare, tmp_path: Path, word: Word, figures: Figures
) -> None:
    (tmp_path / "note.docx").write_bytes(word(SENTENCE))
    phare("update note.docx")
    bold = body(tmp_path / "note.docx").replace("<w:r><w:t xml", "<w:r><w:rPr><w:b/></w:rPr><w:t xml", 2)
    (tmp_path / "note.docx").write_bytes(_with(tmp_path / "note.docx", "word/document.xml", bold))
    figures(companies=47)
    phare("update note.docx")

    assert body(tmp_path / "note.docx") == bold.replace(f"45{NO_BREAK}%", f"47{NO_BREAK}%")


def _with(path: Path, part: str, content: str) -> bytes:
    stream = io.BytesIO()
    with ZipFile(path) as old, ZipFile(stream, "w") as new:
        for member in old.infolist():
            new.writestr(member, content if member.filename == part else old.read(member))
    return stream.getvalue()


SPLIT = {
    "in runs of a few letters": "".join(
        map(run_, ["Ils sont {", "{pha", "re: value enga", "gement -r PACA -s companies}", "} ici"])
    ),
    "by the spelling": run_("Ils sont {{")
    + '<w:proofErr w:type="spellStart"/>'
    + run_("phare")
    + '<w:proofErr w:type="spellEnd"/>'
    + run_(": value engagement -r PACA -s companies}} ici"),
    "by a page that ends": '<w:r><w:t>Ils sont {{phare: value </w:t></w:r><w:r><w:lastRenderedPageBreak/>'
    "<w:t>engagement -r PACA -s companies}} ici</w:t></w:r>",
    "by a hyphen that no line ends at": "<w:r><w:t>Ils sont {{phare: value engagement </w:t><w:noBreakHyphen/>"
    "<w:t>r PACA -s companies}} ici</w:t></w:r>",
    "with the dashes of autocorrection": run_("Ils sont {{phare: value engagement –region PACA –s companies}} ici"),
    "with the blanks of French": run_(
        f"Ils sont {{{{Phare{NO_BREAK}: value engagement region=«{NO_BREAK}PACA{NO_BREAK}» -s companies}}}} ici"
    ),
    "with the quotes of autocorrection": run_("Ils sont {{phare: value engagement -r “PACA” -s ‘companies’}} ici"),
    "as references": run_("Ils sont {&#x7b;phare: value engagement -r &quot;PACA&quot; -s companies}&#125; ici"),
    "in a link": f'<w:hyperlink r:id="rId1">{run_("Ils sont " + TYPED + " ici")}</w:hyperlink>',
    "in a text that somebody added": f'<w:ins w:id="9" w:author="A">{run_("Ils sont " + TYPED + " ici")}</w:ins>',
}  # fmt: skip


@pytest.mark.parametrize("paragraph", SPLIT.values(), ids=SPLIT)
def test_a_command_is_found_however_word_writes_it(
    phare: Phare, tmp_path: Path, word: Word, paragraph: str
) -> None:
    (tmp_path / "note.docx").write_bytes(word(f"<w:p>{paragraph}</w:p>"))
    run = phare("update note.docx")

    assert run.err == "phare: note.docx: 1 block, 1 refreshed.\n"
    assert shown(body(tmp_path / "note.docx")) == f"Ils sont 45{NO_BREAK}% ici\n"


def test_what_stands_inside_a_command_and_is_not_of_it_stays(
    phare: Phare, tmp_path: Path, word: Word
) -> None:
    mark = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
    sign = '<w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:commentReference w:id="3"/></w:r>'
    paragraph = (
        f"<w:p>{run_('a {{phare: value')}{mark}{sign}{run_(' engagement -r PACA -s companies}} b')}</w:p>"
    )
    (tmp_path / "note.docx").write_bytes(word(paragraph))
    phare("update note.docx")

    assert mark + sign in body(tmp_path / "note.docx")


def test_two_commands_in_one_run_are_both_answered(phare: Phare, tmp_path: Path, word: Word) -> None:
    (tmp_path / "note.docx").write_bytes(word(f"<w:p>{run_(f'{TYPED}{TYPED} et {TYPED}', '<w:i/>')}</w:p>"))
    phare("update note.docx")

    assert shown(body(tmp_path / "note.docx")) == f"45{NO_BREAK}%45{NO_BREAK}% et 45{NO_BREAK}%\n"
    assert body(tmp_path / "note.docx").count("<w:i/>") >= 4


def test_every_other_part_stays_to_the_byte_in_its_place_and_time(
    phare: Phare, tmp_path: Path, word: Word
) -> None:
    before = word(SENTENCE, **{"word/vbaProject.bin": b"\0\1", "word/media/image1.png": b"\x89PNG"})
    (tmp_path / "note.docx").write_bytes(before)
    phare("update note.docx")
    after = (tmp_path / "note.docx").read_bytes()

    changed = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    old, new = parts(before), parts(after)
    assert {name for name in old if new[name] != old[name]} == changed
    with ZipFile(io.BytesIO(before)) as first, ZipFile(io.BytesIO(after)) as second:
        assert second.namelist()[: len(old)] == first.namelist()
        assert {each.date_time for each in first.infolist()} == {
            each.date_time for each in second.infolist()[: len(old)]
        }
        assert second.testzip() is None


def test_a_later_update_changes_one_part_and_the_record(phare: Phare, note: Path, figures: Figures) -> None:
    phare("update note.docx")
    before = parts(note.read_bytes())
    figures(companies=47)
    phare("update note.docx")
    after = parts(note.read_bytes())

    assert {name for name in after if before[name] != after[name]} == {
        "word/document.xml",
        "customXml/item1.xml",
    }


def test_a_table_keeps_the_style_and_the_widths_that_a_person_gave_it(
    phare: Phare, note: Path, figures: Figures
) -> None:
    phare("update note.docx")
    xml = re.sub(r"<w:tblPr>.*?</w:tblPr>", '<w:tblPr><w:tblStyle w:val="Charte"/></w:tblPr>', body(note))
    xml = re.sub(r'(<w:gridCol w:w=)"\d+"', r'\1"777"', xml).replace("<w:b/>", "<w:i/>")
    note.write_bytes(_with(note, "word/document.xml", xml))
    figures(poverty=29)
    phare("update note.docx")

    assert shown(body(note)).count(f"29{NO_BREAK}%") == 1
    assert re.sub(r"<w:t [^>]*>[^<]*", "", body(note)) == re.sub(r"<w:t [^>]*>[^<]*", "", xml)


def test_a_table_of_more_rows_looks_as_it_did(phare: Phare, note: Path, tmp_path: Path) -> None:
    phare("update note.docx")
    rows = body(note).count("<w:tr>")
    with (tmp_path / "figures.csv").open("a", encoding="utf-8") as file:
        file.write("PACA,companies,fragilities,security,9,400\nPACA,companies,fragilities,ageing,8,400\n")
    phare("update note.docx")

    assert body(note).count("<w:tr>") == rows + 2
    assert f"9{NO_BREAK}%" in shown(body(note))


def test_a_figure_changed_by_hand_is_kept_until_force(phare: Phare, note: Path) -> None:
    phare("update note.docx")
    note.write_bytes(
        _with(note, "word/document.xml", body(note).replace(f"45{NO_BREAK}%", f"54{NO_BREAK}%", 1))
    )
    before = note.read_bytes()
    run = phare("update note.docx")

    assert (run.status, note.read_bytes()) == (3, before)
    assert f"phare: note.docx: “{VALUE}”: this block was changed by hand since phare wrote it" in run.err
    assert phare("update note.docx --force").status == 0
    assert f"45{NO_BREAK}%" in body(note)


def test_a_check_says_what_is_stale_under_which_heading_and_exits_1(
    phare: Phare, tmp_path: Path, word: Word, figures: Figures
) -> None:
    heading = '<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Les entreprises</w:t></w:r></w:p>'
    (tmp_path / "note.docx").write_bytes(word(heading + SENTENCE))
    phare("update note.docx")
    before = (tmp_path / "note.docx").read_bytes()
    figures(companies=47)
    run = phare("update note.docx --check")

    assert run.status == 1
    assert run.out == (
        f"--- note.docx\n+++ note.docx\n@@ Les entreprises · {VALUE} @@\n-45{NO_BREAK}%\n+47{NO_BREAK}%\n".replace(
            NO_BREAK, " "
        )
    )
    assert (tmp_path / "note.docx").read_bytes() == before


def test_a_table_in_a_sentence_is_a_problem_and_the_document_stays(
    phare: Phare, tmp_path: Path, word: Word
) -> None:
    before = word("<w:p><w:r><w:t>Voir {{phare: show fragilities -r PACA}}.</w:t></w:r></w:p>")
    (tmp_path / "note.docx").write_bytes(before)
    run = phare("update note.docx")

    assert (run.status, (tmp_path / "note.docx").read_bytes()) == (3, before)
    assert "has several parts and cannot stand inside a sentence" in run.err


def test_blocks_stand_in_headers_notes_cells_and_text_boxes(phare: Phare, tmp_path: Path, word: Word) -> None:
    paragraph = f"<w:p>{run_(TYPED)}</w:p>"
    box = f"<w:txbxContent>{paragraph}</w:txbxContent>"
    both = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{TABLE}</w:tc></w:tr></w:tbl>"
    note = f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>{run_(" " + TYPED)}</w:p></w:footnote>'
    (tmp_path / "note.docx").write_bytes(
        word(both + table, header=paragraph, footer=paragraph, footnotes=note)
    )
    run = phare("update note.docx")
    found = parts((tmp_path / "note.docx").read_bytes())

    assert run.err == "phare: note.docx: 5 blocks, 5 refreshed.\n"  # a box that is shown twice counts once
    assert all(b"{{" not in part for part in found.values())
    assert shown(found["word/document.xml"].decode()).count(f"45{NO_BREAK}%") == 2
    assert phare("update note.docx --check").status == 0


def test_a_command_that_a_field_repeats_is_text(phare: Phare, tmp_path: Path, word: Word) -> None:
    field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    (tmp_path / "note.docx").write_bytes(
        word(f'{field}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run_(TYPED)}</w:p>{end}{SENTENCE}')
    )
    run = phare("update note.docx")

    assert run.err == "phare: note.docx: 1 block, 1 refreshed.\n"
    assert shown(body(tmp_path / "note.docx")).startswith("{{phare:")


def test_a_long_command_is_kept_beside_its_tag(
    phare: Phare, tmp_path: Path, word: Word, figures: Figures
) -> None:
    long = "value engagement --region Provence-Alpes-Côte-d’Azur --stakeholder companies --item partnerships"
    (tmp_path / "note.docx").write_bytes(word(f"<w:p>{run_(f'{{{{phare: {long}}}}}')}</w:p>"))
    phare("update note.docx")
    figures(companies=47)
    run = phare("update note.docx")

    assert run.err == "phare: note.docx: 1 block, 1 refreshed.\n"
    assert max(map(len, re.findall(r'<w:(?:tag|alias) w:val="([^"]*)"', body(tmp_path / "note.docx")))) <= 64


def test_a_control_that_somebody_made_with_a_command_for_its_tag_is_answered(
    phare: Phare, tmp_path: Path, word: Word
) -> None:
    control = (
        f'<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr><w:tag w:val="phare: {VALUE}"/><w:id w:val="5"/><w:showingPlcHdr/>'
        '</w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="P"/></w:rPr><w:t>Cliquez ici</w:t></w:r></w:sdtContent>'
        "</w:sdt>"
    )
    (tmp_path / "note.docx").write_bytes(word(f"<w:p>{run_('a ')}{control}{run_(' b')}</w:p>"))
    phare("update note.docx")

    assert shown(body(tmp_path / "note.docx")) == f"a 45{NO_BREAK}% b\n"
    assert "showingPlcHdr" not in body(tmp_path / "note.docx")


def test_a_section_that_ends_in_the_paragraph_of_a_command_still_ends(
    phare: Phare, tmp_path: Path, word: Word
) -> None:
    section = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    (tmp_path / "note.docx").write_bytes(
        word(
            f"<w:p><w:pPr>{section}</w:pPr><w:r><w:t>{{{{phare: show fragilities -r PACA}}}}</w:t></w:r></w:p>"
        )
    )
    phare("update note.docx")

    assert body(tmp_path / "note.docx").count(section) == 1


def test_a_control_whose_tag_a_program_dropped_is_found_by_its_bookmark(
    phare: Phare, note: Path, figures: Figures
) -> None:
    phare("update note.docx")
    note.write_bytes(
        _with(
            note, "word/document.xml", re.sub(r"</?w:sdt(?:Content)?>|<w:sdtPr>.*?</w:sdtPr>", "", body(note))
        )
    )
    figures(companies=47, poverty=29)
    run = phare("update note.docx")

    assert run.err == "phare: note.docx: 2 blocks, 2 refreshed.\n"
    assert (body(note).count("<w:sdt>"), body(note).count(f"47{NO_BREAK}%")) == (2, 1)
    assert phare("update note.docx --check").status == 0


@pytest.mark.parametrize(
    ("lang", "words", "figure"),
    [
        ("fr-FR", "", f"45{NO_BREAK}%"),
        ("en-GB", "", "45%"),
        ("en-US", "Les entreprises de la région et des communes : ", f"45{NO_BREAK}%"),
        ("fr-FR", "This is what the companies of the region said: ", "45%"),
    ],
)
def test_a_block_speaks_the_language_of_its_document(
    phare: Phare, tmp_path: Path, word: Word, lang: str, words: str, figure: str
) -> None:
    (tmp_path / "note.docx").write_bytes(word(f"<w:p>{run_(words + TYPED)}</w:p>", lang=lang))
    phare("update note.docx --lang en")

    assert shown(body(tmp_path / "note.docx")) == f"{words}{figure}\n"


def test_what_resembles_a_command_is_said_and_left(phare: Phare, tmp_path: Path, word: Word) -> None:
    (tmp_path / "note.docx").write_bytes(word(f"<w:p>{run_('{{phare value engagement}}')}</w:p>"))
    run = phare("update note.docx --check")

    assert run.status == 1
    assert "“{{phare value engagement}}” resembles a command of phare and is left as text" in run.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("{{phare: value engagement", "this command is never closed"),
        ("{{phare: }}", "names no command"),
        ("{{phare: value 'a}}", "a quote in this marker opens and never closes"),
        ("{{phare: tabulate a.csv}}", "cannot be used in a document"),
        ("{{phare: value engagement -f html -r PACA -s companies}}", "leave --format out of it"),
        ("{{phare: value engagement -d /etc/passwd}}", "is outside the folder of this document"),
    ],
)
def test_a_command_that_cannot_be_answered_leaves_the_document(
    phare: Phare, tmp_path: Path, word: Word, typed: str, said: str
) -> None:
    before = word(f"<w:p>{run_(typed)}</w:p>")
    (tmp_path / "note.docx").write_bytes(before)
    run = phare("update note.docx")

    assert (run.status, (tmp_path / "note.docx").read_bytes()) == (3, before)
    assert said in run.err


def test_a_document_and_a_page_are_written_together_or_not_at_all(
    phare: Phare, note: Path, tmp_path: Path
) -> None:
    (tmp_path / "page.md").write_text("<!-- phare: value nothing -->\n<!-- /phare -->\n", encoding="utf-8")
    before = note.read_bytes()
    run = phare("update note.docx page.md")

    assert (run.status, note.read_bytes()) == (3, before)
