"""A figure changed by hand, or a command that is wrong, is the same to people whatever the kind of their document."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import odfdo
import pptx
import pytest

Phare = Callable[..., Any]
NO_BREAK = "\u00a0"
COMPANIES, OTHERS = "value engagement -r PACA -s companies", "value engagement -r PACA -s associations"
PARTS = {".docx": "word/document.xml", ".odt": "content.xml", ".pptx": "ppt/slides/slide1.xml"}
KINDS = ["note.md", "note.docx", "note.odt", "note.pptx"]


def write(path: Path, *commands: str) -> None:
    """Write a document as its program does, with each of *commands* in a sentence."""
    if path.suffix == ".md":
        blocks = (f"Les gens sont <!-- phare: {each} -->?<!-- /phare --> ici." for each in commands)
        path.write_text("---\nlang: fr\n---\n\n" + "\n\n".join(blocks) + "\n", encoding="utf-8")
        return
    texts = [f"Les gens de la région sont {{{{phare: {each}}}}} ici." for each in commands]
    if path.suffix == ".docx":
        document = docx.Document()
        for text in texts:
            document.add_paragraph(text)
        document.save(str(path))
    elif path.suffix == ".odt":
        leaf = odfdo.Document("text")
        for text in texts:
            leaf.body.append(odfdo.Paragraph(text))
        leaf.save(str(path))
    else:
        deck: Any = pptx.Presentation()
        deck.slides.add_slide(deck.slide_layouts[1]).placeholders[1].text_frame.text = "\n".join(texts)
        deck.save(str(path))


def with_hand(path: Path) -> None:
    """Change a figure in what people see of a document, and nothing else."""
    if path.suffix == ".md":
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f">45{NO_BREAK}%<", f">54{NO_BREAK}%<"), encoding="utf-8")
        return
    stream = io.BytesIO()
    with ZipFile(path) as old, ZipFile(stream, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == PARTS[path.suffix]:
                content = b">".join(_changed(each) for each in content.split(b">"))
            new.writestr(member, content)
    path.write_bytes(stream.getvalue())


def _changed(piece: bytes) -> bytes:
    """Change a text, which stands before a tag."""
    text, mark, tag = piece.partition(b"<")
    return text.replace(b"45", b"54") + mark + tag


@pytest.mark.parametrize("name", KINDS)
def test_a_figure_changed_by_hand_is_listed_and_kept_until_force(
    phare: Phare, tmp_path: Path, name: str
) -> None:
    write(tmp_path / name, COMPANIES, OTHERS)
    phare(f"update {name}")
    true = (tmp_path / name).read_bytes()
    with_hand(tmp_path / name)
    before = (tmp_path / name).read_bytes()

    listed = phare(f"update {name} --list -f json")
    assert (listed.status, [row["state"] for row in listed.rows]) == (0, ["edited", "fresh"])
    assert [row["shows"].replace(NO_BREAK, " ") for row in listed.rows] == ["54 %", "48 %"]
    checked = phare(f"update {name} --check")
    assert (checked.status, checked.err) == (1, f"phare: {name}: 2 blocks, 1 stale, 1 changed by hand.\n")
    told = phare(f"update {name} --diff")
    assert (told.status, (tmp_path / name).read_bytes()) == (0, before)
    lines = [line for line in told.out.replace(NO_BREAK, " ").split("\n") if line[:1] in "-+" and "%" in line]
    assert ["54 %" in lines[0], "45 %" in lines[1], [line[0] for line in lines]] == [True, True, ["-", "+"]]
    refused = phare(f"update {name}")
    assert (refused.status, (tmp_path / name).read_bytes()) == (3, before)
    assert "this block was changed by hand since phare wrote it" in refused.err
    assert (phare(f"update {name} --force").status, phare(f"update {name} --check").status) == (0, 0)
    if name == "note.md":
        assert (tmp_path / name).read_bytes() == true


@pytest.mark.parametrize(
    ("wrong", "option"),
    [
        ("value engagment -r PACA", ""),
        ("value engagment -r PACA", "--check"),
        ("valu engagement", "--list"),
        ("value 'engagement", "--force"),
    ],
)
@pytest.mark.parametrize("name", KINDS)
def test_a_command_that_is_wrong_leaves_the_whole_document(
    phare: Phare, tmp_path: Path, name: str, wrong: str, option: str
) -> None:
    write(tmp_path / name, COMPANIES, wrong)
    before = (tmp_path / name).read_bytes()
    run = phare(f"update {name} {option}")

    assert (run.status, run.out, (tmp_path / name).read_bytes()) == (3, "", before)
    assert run.err.endswith("phare: 1 problem: no document was changed.\n")
