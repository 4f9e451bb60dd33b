"""``phare verify`` reads the tables that a block of an office document shows: their titles, a line in bold, hold."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

Phare = Callable[..., Any]
DATA = """\
wave,region,stakeholder,indicator,item,value,unit
2019,Bretagne,citizens,fragilities,employment,59,percent
2019,Bretagne,citizens,fragilities,mobility,44,percent
2023,Bretagne,citizens,fragilities,employment,57,percent
2023,Bretagne,citizens,fragilities,mobility,45,percent
2023,France,citizens,fragilities,employment,41,percent
2023,France,citizens,fragilities,mobility,33,percent
"""
ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)
BOLD = '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'


@pytest.mark.parametrize("region", ["bretagne", "france"])
@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    "shown", ["show fragilities", "show fragilities --wide", "show fragilities --by wave"]
)
def test_the_figures_of_a_table_in_a_block_of_word_are_right(
    phare: Phare, tmp_path: Path, shown: str, lang: str, region: str
) -> None:
    document = docx.Document()
    document.add_paragraph(f"{{{{phare: {shown} --region {region} --data results.csv --lang {lang}}}}}")
    document.save(str(tmp_path / "note.docx"))
    (tmp_path / "results.csv").write_text(DATA, encoding="utf-8")
    phare("update note.docx")
    rows = phare("verify note.docx -f json", data=DATA).rows

    assert len(rows) >= DATA.casefold().count(region)
    assert {row["status"] for row in rows} == {"right"}


@pytest.mark.parametrize(
    "title",
    [
        '<text:p text:style-name="B">{}</text:p>',
        '<text:p><text:span text:style-name="B">{}</text:span></text:p>',
    ],
)
def test_a_line_in_bold_above_a_table_of_libreoffice_is_its_title(
    phare: Phare, tmp_path: Path, title: str
) -> None:
    cells = [["Groupe", "Valeur"], ["Citoyens", "59 %"]]
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in cells
    )
    body = f"{title.format('Emploi · Bretagne · 2019')}<table:table>{rows}</table:table>"
    with zipfile.ZipFile(tmp_path / "note.odt", "w") as archive:
        archive.writestr(
            "content.xml",
            f"<office:document-content {ODT}><office:automatic-styles>{BOLD}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    [row] = phare("verify note.odt -f json", data=DATA).rows

    assert (row["text"], row["status"], row["wave"]) == ("59 %", "right", "2019")


def test_a_sentence_in_bold_above_a_table_keeps_its_claims(phare: Phare, tmp_path: Path) -> None:
    document = docx.Document()
    lead = "En Bretagne, l'emploi est cité par 57 % des citoyens, 16 points de plus qu'en France."
    document.add_paragraph().add_run(lead).bold = True
    document.add_table(1, 2).cell(0, 0).text = "Citoyens"
    document.save(str(tmp_path / "note.docx"))
    rows = phare("verify note.docx -f json", data=DATA).rows

    assert [(row["kind"], row["status"]) for row in rows] == [("figure", "right"), ("gap", "right")]
