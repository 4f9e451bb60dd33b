"""A block of ``plot`` is a picture in the document itself, which says in words what it shows."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

Phare = Callable[..., Any]
Figures = Callable[..., None]
Document = Callable[..., bytes]
COMMAND = "plot fragilities -r PACA"
LibreOffice = Callable[..., list[Path]]


def pictures(path: Path) -> list[str]:
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        return [name for name in archive.namelist() if name.endswith(".png")]


def parts(path: Path) -> str:
    with ZipFile(path) as archive:
        return "".join(
            archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))
        )


@pytest.fixture(params=["note.docx", "note.odt"])
def note(request: pytest.FixtureRequest, tmp_path: Path, word: Document, odt: Document) -> Path:
    path = tmp_path / str(request.param)
    typed = f"{{{{phare: {COMMAND}}}}}"
    if path.suffix == ".docx":
        path.write_bytes(
            word(f"<w:p><w:r><w:t>{typed}</w:t></w:r></w:p><w:p><w:r><w:t>Fin.</w:t></w:r></w:p>")
        )
    else:
        path.write_bytes(odt(f"<text:p>{typed}</text:p><text:p>Fin.</text:p>"))
    return path


def test_a_picture_takes_the_place_of_its_command(phare: Phare, note: Path) -> None:
    run = phare(f"update {note.name}")

    assert (run.status, run.err) == (0, f"phare: {note.name}: 1 block, 1 refreshed.\n")
    assert len(pictures(note)) == 1
    assert "Pauvreté" in parts(note)  # in the words for who cannot see the picture
    assert phare(f"update {note.name} --check").status == 0


def test_another_picture_is_as_wide_as_the_one_before_which_goes(
    phare: Phare, note: Path, figures: Figures
) -> None:
    phare(f"update {note.name}")
    first = pictures(note)
    wide = re.compile(r'(cx="|svg:width=")(\d+)')
    note.write_bytes(_with_text(note, lambda xml: wide.sub(r"\g<1>3", xml)))
    figures(poverty=29)
    run = phare(f"update {note.name}")

    assert run.err == f"phare: {note.name}: 1 block, 1 refreshed.\n"
    assert len(pictures(note)) == 1
    assert pictures(note) != first
    assert {width for _, width in wide.findall(parts(note))} == {"3"}
    assert phare(f"update {note.name} --check").status == 0


@pytest.mark.parametrize("before", [4, 60])
def test_no_picture_is_taller_than_a_page(phare: Phare, note: Path, before: int) -> None:
    for many in (before, 60):
        rows = "".join(f"PACA,citizens,fragilities,Fear {place},{90 - place}\n" for place in range(many))
        (note.parent / "figures.csv").write_text(f"region,stakeholder,indicator,item,value\n{rows}")
        (note.parent / "phare.toml").write_text('data = ["figures.csv"]\n')
        told = phare(f"update {note.name}").err
    tall = re.findall(r'(?:extent cx="[0-9]*" cy|ext cx="[0-9]*" cy|svg:height)="([0-9.]+)', parts(note))

    assert {float(each) for each in tall} == {7_920_000.0 if note.suffix == ".docx" else 22.0}
    assert "far taller than a page" in told or before == 60
    assert phare(f"update {note.name} --check").status == 0


def _with_text(path: Path, change: Callable[[str], str]) -> bytes:
    stream = io.BytesIO()
    with ZipFile(path) as old, ZipFile(stream, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename in ("word/document.xml", "content.xml"):
                content = change(content.decode()).encode()
            new.writestr(member, content)
    return stream.getvalue()


def test_a_picture_that_somebody_put_in_its_place_is_kept_until_force(phare: Phare, note: Path) -> None:
    phare(f"update {note.name}")
    changed = _with_text(note, lambda xml: re.sub(r'name="phare [0-9a-f]{8}"', 'name="Image 3"', xml))
    note.write_bytes(changed)

    assert phare(f"update {note.name}").status == 3
    assert phare(f"update {note.name} --force").status == 0


def test_a_slide_shows_a_picture_in_the_place_of_a_shape(
    phare: Phare, tmp_path: Path, figures: Figures
) -> None:
    import pptx

    presentation = pptx.Presentation()
    page = presentation.slides.add_slide(presentation.slide_layouts[1])
    page.placeholders[1].text_frame.text = f"{{{{phare: {COMMAND}}}}}"
    presentation.save(str(tmp_path / "talk.pptx"))
    phare("update talk.pptx")
    figures(poverty=29)
    run = phare("update talk.pptx")
    [shown] = [
        each
        for each in pptx.Presentation(str(tmp_path / "talk.pptx")).slides[0].shapes
        if hasattr(each, "image")
    ]

    assert run.err == "phare: talk.pptx: 1 block, 1 refreshed.\n"
    assert shown.image.content_type == "image/png"
    assert len(pictures(tmp_path / "talk.pptx")) == 1


def test_a_picture_that_libreoffice_saved_is_refreshed(
    phare: Phare, note: Path, figures: Figures, libreoffice: LibreOffice
) -> None:
    phare(f"update {note.name}")
    libreoffice(note.suffix.removeprefix("."), note)
    assert phare(f"update --check {note.name}").status == 0

    figures(poverty=29)
    run = phare(f"update {note.name}")

    assert run.err == f"phare: {note.name}: 1 block, 1 refreshed.\n"
    assert "Fin." in parts(note)


def test_a_picture_in_a_sentence_is_refused(phare: Phare, tmp_path: Path, word: Document) -> None:
    before = word(f"<w:p><w:r><w:t>Voir {{{{phare: {COMMAND}}}}}.</w:t></w:r></w:p>")
    (tmp_path / "note.docx").write_bytes(before)

    assert phare("update note.docx").status == 3
    assert (tmp_path / "note.docx").read_bytes() == before
