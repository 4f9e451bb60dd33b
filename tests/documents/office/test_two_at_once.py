"""Two runs of phare, or a run and an editor, on one office document: the second is refused, and no edit is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import docx
import odfdo
import pptx
import pytest

Phare = Callable[..., Any]
HEADER = "region,stakeholder,indicator,item,value\n"
TEXT = "{{phare: value w -r Corse --item air --data d.csv --lang en}}"


def word(path: Path, text: str) -> None:
    document = docx.Document(str(path)) if path.exists() else docx.Document()
    document.add_paragraph(text)
    document.save(str(path))


def writer(path: Path, text: str) -> None:
    document = odfdo.Document(str(path)) if path.exists() else odfdo.Document("text")
    document.body.append(odfdo.Paragraph(text))
    document.save(str(path))


def slides(path: Path, text: str) -> None:
    deck: Any = pptx.Presentation(str(path)) if path.exists() else pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[1]).placeholders[1].text_frame.text = text
    deck.save(str(path))


EDITORS = {"a.docx": word, "a.odt": writer, "a.pptx": slides}


@contextmanager
def begun_update(folder: Path, name: str) -> Iterator[Callable[[], tuple[int, str]]]:
    """Begin an update that has read its document and waits for its figures; give what lets it go on, to its end."""
    os.mkfifo(folder / "d.csv")
    command = [sys.executable, "-m", "phare_cli", "update", name]
    with (
        subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as run,
        (folder / "d.csv").open("w") as figures,  # opened once phare reads them
    ):
        (folder / "d.csv").unlink()
        (folder / "d.csv").write_text(f"{HEADER}Corse,citizens,w,air,47\n")

        def go_on() -> tuple[int, str]:
            figures.write(f"{HEADER}Corse,citizens,w,air,31\n")
            figures.close()
            _, err = run.communicate(timeout=120)
            return run.returncode, err

        yield go_on


def edit_beside(phare: Phare, path: Path) -> None:
    """Save as Word and LibreOffice do: a new file, in the place of the old one."""
    saved = path.with_name(f"new{path.suffix}")
    saved.write_bytes(path.read_bytes())
    EDITORS[path.name](saved, "an edit")
    saved.replace(path)


def update_too(phare: Phare, path: Path) -> None:
    assert phare(f"update {path.name}").status == 0


@pytest.mark.parametrize("name", EDITORS)
@pytest.mark.parametrize("change", [edit_beside, update_too])
def test_what_another_wrote_while_a_run_was_at_work_is_kept_and_the_run_is_refused(
    phare: Phare, tmp_path: Path, name: str, change: Callable[[Phare, Path], None]
) -> None:
    document = tmp_path / name
    EDITORS[name](document, TEXT)

    with begun_update(tmp_path, name) as go_on:
        change(phare, document)
        changed = document.read_bytes()
        status, err = go_on()

    state = "up to date" if change is update_too else "1 refreshed"
    assert (status, document.read_bytes() == changed) == (5, True)
    assert err.startswith(
        f"phare: {name} was changed by someone else while phare was at work; nothing was written."
    )
    assert [path.name for path in tmp_path.glob(".phare*")] == []
    assert phare(f"update {name}").err.endswith(f"{name}: 1 block, {state}.\n")
