"""``phare verify`` reads Word and LibreOffice texts: what is told of a claim, and its place."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from phare_cli.documents.prose.word_comments import WordComment, commented

Phare = Callable[..., Any]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def word(path: Path, body: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")


def paragraph(text: str, style: str = "") -> str:
    properties = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_claims_of_a_word_document_stand_at_their_paragraph(phare: Phare, tmp_path: Path) -> None:
    word(
        tmp_path / "note.docx",
        paragraph("Les entreprises en PACA", "title")
        + "<w:p><w:r><w:t>Elles sont </w:t></w:r><w:r><w:t>46 %</w:t></w:r>"
        "<w:r><w:t> à être engagées dans un partenariat.</w:t></w:r></w:p>",
    )
    run = phare("verify note.docx -f json")

    assert [(row["line"], row["text"], row["status"], row["value"]) for row in run.rows] == [
        (2, "46 %", "wrong", 45)
    ]


def test_a_table_of_word_is_read_by_its_heads_and_deleted_words_are_not(phare: Phare, tmp_path: Path) -> None:
    cells = [["Engagement en partenariat", "PACA"], ["Entreprises", "45 %"], ["Associations", "74 %"]]
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in cells
    )
    word(
        tmp_path / "note.docx",
        f"<w:tbl>{rows}</w:tbl><w:p><w:del><w:r><w:delText>En PACA, 12 % des maires.</w:delText></w:r></w:del></w:p>",
    )
    run = phare("verify note.docx -f json")

    assert [(row["text"], row["status"]) for row in run.rows] == [("45 %", "right"), ("74 %", "wrong")]


def test_cells_that_span_columns_and_rows_keep_the_heads_in_their_places(
    phare: Phare, tmp_path: Path
) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    down = '<w:vMerge w:val="restart"/>'
    word(
        tmp_path / "note.docx",
        "<w:tbl><w:tr>"
        + cell("Engagement en partenariat", down)
        + cell("Entreprises", '<w:gridSpan w:val="2"/>')
        + cell("Associations", down)
        + "</w:tr><w:tr>"
        + cell("", "<w:vMerge/>")
        + cell("2015-2016")
        + cell("2013-2014")
        + cell("", "<w:vMerge/>")
        + "</w:tr><w:tr>"
        + cell("PACA")
        + cell("45 %")
        + cell("99 %")
        + cell("47 %")
        + "</w:tr></w:tbl>",
    )
    run = phare("verify note.docx -f json")

    assert [(row["text"], row["stakeholder"], row["wave"], row["status"]) for row in run.rows] == [
        ("45 %", "companies", "2015-2016", "right"),
        ("99 %", "companies", "2013-2014", "unknown"),
        ("47 %", "associations", "2015-2016", "right"),
    ]


def test_a_text_box_is_read_once_and_a_table_in_a_table_too(phare: Phare, tmp_path: Path) -> None:
    claim = paragraph("En PACA, 45 % des entreprises sont engagées dans un partenariat.")
    box = f"<w:pict><w:txbxContent>{claim}</w:txbxContent></w:pict>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    word(
        tmp_path / "note.docx",
        f"<w:p><w:r><mc:AlternateContent {space}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>Un encadré.</w:t></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc><w:tbl><w:tr><w:tc>{paragraph('Engagement en partenariat')}"
        f"</w:tc><w:tc>{paragraph('PACA')}</w:tc></w:tr><w:tr><w:tc>{paragraph('Entreprises')}</w:tc>"
        f"<w:tc>{paragraph('45 %')}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
    )
    run = phare("verify note.docx -f json")

    assert [(row["text"], row["status"]) for row in run.rows] == [("45 %", "right"), ("45 %", "right")]


def test_claims_of_a_libreoffice_document_are_read(phare: Phare, tmp_path: Path) -> None:
    body = (
        '<text:h text:outline-level="1">PACA</text:h><text:p>En PACA, 89<text:s/>% des <text:span>maires</text:span> '
        "jugent que l'innovation passe par les alliances.</text:p>"
    )
    with zipfile.ZipFile(tmp_path / "note.odt", "w") as archive:
        archive.writestr(
            "content.xml",
            f"<office:document-content {ODT}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
    run = phare("verify note.odt -f json")

    assert [(row["text"], row["status"]) for row in run.rows] == [("89 %", "right")]


def test_a_package_that_unpacks_to_too_much_or_declares_entities_ends_in_a_sentence(
    phare: Phare, tmp_path: Path
) -> None:
    word(tmp_path / "bomb.docx", paragraph(" " * (70 << 20)))
    with zipfile.ZipFile(tmp_path / "laughs.docx", "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>')
    with zipfile.ZipFile(tmp_path / "other.docx", "w") as archive:
        archive.writestr("readme.txt", "no document")
    word(tmp_path / "empty.docx", "<w:p/>" * 1_600_000)
    runs = [phare(f"verify {name}.docx") for name in ("bomb", "laughs", "other", "empty")]

    assert [run.status for run in runs] == [4, 4, 4, 4]
    assert "more words or numbers than phare verifies" in runs[3].err
    assert "more than phare reads" in runs[0].err
    assert "damaged or locked" in runs[1].err
    assert "no text document" in runs[2].err


def test_a_copy_of_a_word_document_holds_a_comment_at_the_words_of_each_claim(
    phare: Phare, tmp_path: Path
) -> None:
    document = docx.Document()
    text = document.add_paragraph("En PACA, 45 % des entreprises et ")
    text.add_run("57 % des associations").bold = True
    text.add_run(" sont engagées dans un partenariat.")
    document.save(str(tmp_path / "note.docx"))
    run = phare("verify note.docx -o copy.docx")

    with zipfile.ZipFile(tmp_path / "copy.docx") as archive:
        body, comments = (archive.read(f"word/{part}.xml").decode() for part in ("document", "comments"))
    assert run.status == 1
    assert comments.count("<w:comment ") == 2
    # The comments are in the language of the document, as the corrections are.
    assert "fausse – les données disent\u00a0: en Provence-Alpes-Côte d’Azur" in comments
    marked = re.findall(r"<w:commentRangeStart[^>]*/>(.*?)<w:commentRangeEnd", body, re.DOTALL)
    assert [re.sub(r"<[^>]*>", "", words) for words in marked] == ["45 %", "57 %"]


def pdf(path: Path, *lines: str, pages: int = 1) -> None:
    """Write a PDF whose pages hold these lines, one under the other."""
    shown = b" 0 -14 Td ".join(b"(%s) Tj" % line.encode("cp1252") for line in lines)
    words = b"BT /F1 12 Tf 50 700 Td %s ET" % shown
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * pages, pages),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    path.write_bytes(content + end % (table, len(content)))


def test_the_text_of_a_pdf_is_read(phare: Phare, tmp_path: Path) -> None:
    pdf(tmp_path / "note.pdf", "En France, 37 % des entreprises sont engagees en partenariat.")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4\nnothing")
    runs = [phare(f"verify {name}.pdf -f json") for name in ("note", "bad")]

    assert [(row["text"], row["status"]) for row in runs[0].rows] == [("37 %", "right")]
    assert runs[1].status == 4
    assert runs[1].err.startswith("phare: “bad.pdf” is a damaged or locked PDF")


def test_rows_of_a_table_and_numbers_of_pages_in_a_pdf_are_not_claimed(phare: Phare, tmp_path: Path) -> None:
    pdf(
        tmp_path / "note.pdf",
        "En PACA, 45 % des entreprises sont engagées dans un parte-",
        "nariat.",
        "Engagement en partenariat PACA France",
        "Entreprises 12 % 13 %",
        "Associations 14 % 15 %",
        "12",
    )
    run = phare("verify note.pdf -f json --all")

    assert [(row["text"], row["status"]) for row in run.rows] == [("45 %", "right")]


def test_a_pdf_that_draws_more_than_pages_of_words_do_ends_in_a_sentence(
    phare: Phare, tmp_path: Path
) -> None:
    pdf(tmp_path / "note.pdf", *["45 % des maires"] * 140_000)
    run = phare("verify note.pdf")

    assert (run.status, "more words or numbers" in run.err) == (4, True)


def test_the_title_of_a_table_of_word_stands_above_its_cells(phare: Phare, tmp_path: Path) -> None:
    cells = [["Groupe", "Valeur"], ["Entreprises", "45 %"]]
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in cells
    )
    title = "Tableau 1. Engagement en partenariat en PACA (2015-2016)"
    word(tmp_path / "note.docx", f"{paragraph(title)}<w:tbl>{rows}</w:tbl>")
    run = phare("verify note.docx -f json")

    assert [(row["text"], row["status"]) for row in run.rows] == [("45 %", "right")]


def test_a_copy_of_a_document_that_is_one_table_holds_its_comments() -> None:
    document, made = docx.Document(), io.BytesIO()
    document.add_table(1, 1).cell(0, 0).text = "57 % des associations"
    for paragraph in document.paragraphs:
        paragraph._element.getparent().remove(paragraph._element)
    document.save(made)

    copy = commented(made.getvalue(), [WordComment(1, 1, 4, "wrong")], "note.docx")

    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert archive.read("word/comments.xml").count(b"<w:comment ") == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("http://schemas.openxmlformats.org/wordprocessingml", "schemas.openxmlformats.org/wordprocessingml"),
        ("document.main+xml", "document.none+xml"),
        ("word/document.xml", "word/nothing.xml"),
    ],
)
def test_a_document_that_cannot_be_copied_is_a_sentence(
    phare: Phare, tmp_path: Path, old: str, new: str
) -> None:
    made = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("En PACA, 57 % des associations sont engagées dans un partenariat.")
    document.save(made)
    with zipfile.ZipFile(made) as whole, zipfile.ZipFile(tmp_path / "note.docx", "w") as broken:
        for name in whole.namelist():
            content = whole.read(name)
            is_changed = name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
            broken.writestr(name, content.replace(old.encode(), new.encode()) if is_changed else content)

    run = phare("verify note.docx -o copy.docx")

    assert (run.status, (tmp_path / "copy.docx").exists()) == (4, False)
    assert run.err == (
        "phare: no copy with comments can be made of “note.docx”: open it in Word, and save it as a .docx document.\n"
    )


WAVES = (
    "wave,region,stakeholder,indicator,item,value,base\n"
    "2023,Bretagne,Habitants,Inquiétudes,Logement,45,600\n"
    "2025,Bretagne,Habitants,Inquiétudes,Logement,58.2,612\n"
)


def test_an_annotation_of_a_word_document_tells_its_paragraph_and_the_heading_above(
    phare: Phare, tmp_path: Path
) -> None:
    body = paragraph("Les inquiétudes", "Heading1")
    word(tmp_path / "note.docx", body + paragraph("En Bretagne, 80 % des habitants citent le logement."))

    run = phare("verify note.docx -f github", data=WAVES)

    assert "title=¶2 (Les inquiétudes) 80 %25%3A wrong::" in run.out


def test_a_comment_names_the_wave_of_its_figure_where_the_data_hold_several(
    phare: Phare, tmp_path: Path
) -> None:
    document = docx.Document()
    document.add_paragraph("En Bretagne, 80 % des habitants citent le logement.")
    document.save(str(tmp_path / "note.docx"))

    phare("verify note.docx -o copy.docx", data=WAVES)

    with zipfile.ZipFile(tmp_path / "copy.docx") as archive:
        comments = archive.read("word/comments.xml").decode()
    assert "fausse – vague 2025\u00a0: les données disent" in comments
