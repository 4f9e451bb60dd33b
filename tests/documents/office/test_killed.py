"""Whenever a run is killed, an office document is the old one or the new one, and the next run mends what is left."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import odfdo
import pptx
import pytest

from phare_cli.cli import main

Phare = Callable[..., Any]
Figures = Callable[..., None]
TEXT = "{{phare: value engagement -r PACA -s companies}}"
NAMES = ("a.docx", "b.odt", "c.pptx")
# What the interpreter tells before it changes something on the disk, or opens a file.
_TOLD = frozenset(
    {"open", "os.rename", "os.remove", "os.link", "os.truncate", "os.chmod", "os.utime", "os.mkdir"}
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, phare: Phare, figures: Figures) -> Path:
    """A folder with a document of each program, and a workbook, all of figures that have changed since."""
    word = docx.Document()
    word.add_paragraph(TEXT)
    word.save(str(tmp_path / "a.docx"))
    leaf = odfdo.Document("text")
    leaf.body.append(odfdo.Paragraph(TEXT))
    leaf.save(str(tmp_path / "b.odt"))
    deck: Any = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[1]).placeholders[1].text_frame.text = TEXT
    deck.save(str(tmp_path / "c.pptx"))
    phare(f"update {' '.join(NAMES)}")
    phare("show engagement -o d.xlsx")
    figures(companies=47)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def killed(command: str, moment: int, kill: int) -> bool:
    """Run *command* in a process that gets a signal at the moment of that number, and tell whether it came to it."""
    child = os.fork()
    if child:
        _, ended = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(ended) not in (0, 99)
    count = 0

    def count_down(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        is_opened = event == "open" and bool(int(str(arguments[2])) & (os.O_WRONLY | os.O_RDWR))
        if is_opened or event in _TOLD:
            count += 1
            if count == moment:
                os.kill(os.getpid(), kill)

    status = 99
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        sys.stdout = sys.stderr = os.fdopen(null, "w")
        sys.addaudithook(count_down)
        status = main(command.split())
    finally:
        os._exit(status)


@pytest.mark.parametrize(
    ("command", "names", "kill", "step"),
    [
        (f"update {' '.join(NAMES)}", NAMES, signal.SIGKILL, 1),
        (f"update {' '.join(NAMES)}", NAMES, signal.SIGTERM, 5),
        ("show engagement -o d.xlsx", ("d.xlsx",), signal.SIGKILL, 1),
    ],
)
def test_a_document_is_the_old_one_or_the_new_one(
    folder: Path, command: str, names: tuple[str, ...], kill: int, step: int
) -> None:
    old = [(folder / name).read_bytes() for name in names]
    main(command.split())
    new = [(folder / name).read_bytes() for name in names]
    assert all(one != other for one, other in zip(old, new, strict=True))
    moment, seen = 1, set()

    while True:
        for name, content in zip(names, old, strict=True):
            (folder / name).write_bytes(content)
        is_killed = killed(command, moment, kill)
        now = [(folder / name).read_bytes() for name in names]
        seen.add(tuple("old" if each == one else "new" if each == other else "broken"
                       for each, one, other in zip(now, old, new, strict=True)))  # fmt: skip
        if not is_killed:
            break
        moment += step

    assert moment > 3
    assert not [states for states in seen if "broken" in states]
    main(command.split())
    assert [(folder / name).read_bytes() for name in names] == new
    assert [path for path in folder.glob(".phare*") if path.stat().st_size] == []
    for content in new:
        assert ZipFile(BytesIO(content)).testzip() is None
