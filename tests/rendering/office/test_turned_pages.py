"""A page is turned where a table of its section needs it, and no other page is."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

Phare = Callable[..., Any]
PLACES = [f"Établissement {place}" for place in range(14)]
HEAD = "region,stakeholder,indicator,item,value,base\n"
# One question of many places, wider than an upright page, and the facts of the survey, which are not.
WIDE = HEAD + "".join(
    f"{place},citizens,confiance,dans les établissements hospitaliers ({item}),{item}.5,900\n"
    for place in PLACES
    for item in range(1, 9)
)
ASKED = " ".join(f"-r {place!r}" for place in PLACES)


@pytest.fixture
def turned(phare: Phare, tmp_path: Path) -> Callable[[str], list[bool]]:
    """Tell how the pages of a document stand, one part after the other: True where they are turned."""

    def run(words: str) -> list[bool]:
        phare(f"report {words} -o a.docx", data=WIDE)
        body = ZipFile(BytesIO((tmp_path / "a.docx").read_bytes())).read("word/document.xml").decode()
        return ["landscape" in size for size in re.findall("<w:pgSz[^>]*>", body)]

    return run


def test_the_section_of_a_wide_table_is_turned_and_what_follows_is_not(
    turned: Callable[[str], list[bool]],
) -> None:
    assert turned(ASKED) == [True, False]


def test_a_document_without_a_wide_table_has_upright_pages_alone(turned: Callable[[str], list[bool]]) -> None:
    assert turned(f"-r {PLACES[0]!r}") == [False]


def test_pages_of_libreoffice_are_turned_as_those_of_word(
    phare: Phare, tmp_path: Path, libreoffice: Callable[..., list[Path]]
) -> None:
    for file in ("a.odt", "b.docx"):
        phare(f"report {ASKED} -o {file}", data=WIDE)
    pdfs = libreoffice("pdf", tmp_path / "a.odt", tmp_path / "b.docx", folder=tmp_path)

    sizes = [re.findall(rb"/MediaBox ?\[ ?0 0 (\d+)", pdf.read_bytes()) for pdf in pdfs]
    assert [set(found) for found in sizes] == [{b"595", b"841"}] * 2


def test_pictures_below_a_wide_table_stand_on_upright_pages(phare: Phare, tmp_path: Path) -> None:
    phare(f"report {ASKED} -o a.docx", data=WIDE)
    body = ZipFile(BytesIO((tmp_path / "a.docx").read_bytes())).read("word/document.xml").decode()
    turned, upright = body.split('w:orient="landscape"')

    assert ("<w:tbl>" in turned, "<w:drawing>" in turned) == (True, False)
    assert "<w:drawing>" in upright


def test_a_picture_that_has_room_below_its_wide_table_stays_there(phare: Phare, tmp_path: Path) -> None:
    low = HEAD + "".join(
        f"Brest,citizens,confiance,{word * 40},12.5,900\n" for word in ("hôpital ", "école ")
    )
    phare("report -r Brest -o a.docx", data=low)
    body = ZipFile(BytesIO((tmp_path / "a.docx").read_bytes())).read("word/document.xml").decode()

    assert body.index("<w:drawing>") < body.index('w:orient="landscape"')
