"""LibreOffice shows every figure of an answer once where it should, in each kind of document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from office_pages import lacks, page_of, text_of

LibreOffice = Callable[..., list[Path]]


def test_the_pages_of_libreoffice_hold_every_figure(tmp_path: Path, libreoffice: LibreOffice) -> None:
    pages = [
        page_of(tmp_path, "one", "fr", "docx"),
        page_of(tmp_path, "long", "en", "odt"),
        page_of(tmp_path, "one", "fr", "pptx"),
        page_of(tmp_path, "based", "en", "xlsx"),
    ]
    files = libreoffice("pdf", *(page.file for page in pages), folder=tmp_path)

    assert [(page.file.name, lacks(page, text_of(pdf))) for page, pdf in zip(pages, files, strict=True)] == [
        ("one-fr-docx.docx", []),
        ("long-en-odt.odt", []),
        ("one-fr-pptx.pptx", []),
        ("based-en-xlsx.xlsx", []),
    ]
