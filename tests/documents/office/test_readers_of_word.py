"""What phare refreshes in Word is read by what people read it with: python-docx, pandoc and LibreOffice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pypandoc
import pytest

Phare = Callable[..., Any]
Figures = Callable[..., None]
LibreOffice = Callable[..., list[Path]]
SENTENCE = "Ils sont {{phare: value engagement -r PACA -s companies}} engagés."
TABLE = "{{phare: show fragilities -r PACA}}"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A document that python-docx writes, with a block of each kind and one in its header."""
    document = docx.Document()
    document.add_heading("Les entreprises", 1)
    document.add_paragraph(SENTENCE)
    document.add_paragraph(TABLE)
    document.add_paragraph("Fin du texte.")
    document.sections[0].header.paragraphs[0].text = SENTENCE
    path = tmp_path / "note.docx"
    document.save(str(path))
    return path


def _figures(path: Path) -> list[str]:
    """The figures of the rows of the first table, as python-docx reads them."""
    table = next(_tables(docx.Document(str(path)).element.body))
    return [row.cells[3].text for row in docx.table.Table(table, None).rows[1:]]  # type: ignore[arg-type]


def _tables(body: Any) -> Iterator[Any]:
    return iter(body.iter(f"{{{body.nsmap['w']}}}tbl"))


def test_python_docx_reads_the_table(phare: Phare, note: Path) -> None:
    phare("update note.docx")

    assert [figure.replace("\u00a0", " ") for figure in _figures(note)] == ["46 %", "26 %", "16 %"]


def test_pandoc_reads_each_figure_once(phare: Phare, note: Path) -> None:
    phare("update note.docx")
    text = str(pypandoc.convert_file(str(note), "plain", extra_args=["--wrap=none"])).replace("\u00a0", " ")

    assert "Ils sont 45 % engagés." in text
    assert [text.count(figure) for figure in (" 46 % ", " 26 % ", " 16 % ")] == [1, 1, 1]
    assert "Fin du texte." in text


def test_blocks_that_libreoffice_saved_are_refreshed(
    phare: Phare, note: Path, figures: Figures, libreoffice: LibreOffice
) -> None:
    phare("update note.docx")
    libreoffice("docx", note)
    assert phare("update --check note.docx").err == "phare: note.docx: 3 blocks, up to date.\n"

    figures(companies=47, poverty=29)
    run = phare("update note.docx")

    assert run.err == "phare: note.docx: 3 blocks, 3 refreshed.\n"
    assert docx.Document(str(note)).paragraphs[-1].text == "Fin du texte."
    assert "29 %" in [figure.replace("\u00a0", " ") for figure in _figures(note)]


def test_libreoffice_shows_what_was_refreshed(phare: Phare, note: Path, libreoffice: LibreOffice) -> None:
    phare("update note.docx")
    [file] = libreoffice("txt", note)
    text = file.read_text(encoding="utf-8-sig").replace("\u00a0", " ")

    assert "Ils sont 45 % engagés." in text
    assert [text.count(f"{figure}\n") for figure in ("46 %", "26 %", "16 %")] == [1, 1, 1]
