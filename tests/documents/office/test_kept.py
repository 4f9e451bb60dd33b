"""Whatever kind of document is refreshed, everything of its file but the content stays, and so does another's edit."""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.results import read

Phare = Callable[..., Any]
COMMAND = "{{phare: value engagement -r PACA -s companies --data figures.csv}}"
_EVERYBODY = 0xFFFFFFFF


@pytest.fixture(params=["note.md", "note.docx", "note.odt"])
def document(
    request: pytest.FixtureRequest, word: Callable[..., bytes], odt: Callable[..., bytes], tmp_path: Path
) -> Path:
    """Write a document of each kind that asks for a figure."""
    made = {
        "note.md": lambda: f"<!-- phare: {COMMAND[9:-2]} --><!-- /phare -->\n".encode(),
        "note.docx": lambda: word(f"<w:p><w:r><w:t>{COMMAND}</w:t></w:r></w:p>"),
        "note.odt": lambda: odt(f"<text:p>{COMMAND}</text:p>"),
    }
    path = tmp_path / request.param
    path.write_bytes(made[request.param]())
    return path


def give_list(path: Path) -> None:
    """Let a user 12345 read the file, by its access list."""
    entries = (
        (1, 6, _EVERYBODY),
        (2, 4, 12345),
        (4, 4, _EVERYBODY),
        (16, 6, _EVERYBODY),
        (32, 0, _EVERYBODY),
    )
    packed = b"".join(struct.pack("<HHI", *entry) for entry in entries)
    os.setxattr(path, "system.posix_acl_access", struct.pack("<I", 2) + packed)


def give_owner(path: Path) -> None:
    os.chown(path, 12345, 23456)


def give_mode(path: Path) -> None:
    path.chmod(0o640)


def give_attribute(path: Path) -> None:
    os.setxattr(path, "user.note", b"kept")


def give_name(path: Path) -> None:
    (path.parent / "another name").hardlink_to(path)


def give_link(path: Path) -> None:
    path.rename(path.parent / f"real{path.suffix}")
    path.symlink_to(f"real{path.suffix}")


def besides(path: Path) -> tuple[object, ...]:
    """Return what a file is besides its content."""
    found = path.stat()
    attributes = {name: os.getxattr(path, name) for name in os.listxattr(path)}
    return (
        stat.S_IMODE(found.st_mode),
        found.st_uid,
        found.st_gid,
        found.st_nlink,
        path.is_symlink(),
        attributes,
    )


@pytest.mark.skipif(not hasattr(os, "listxattr"), reason="no attributes here")
@pytest.mark.parametrize("give", [give_list, give_owner, give_mode, give_attribute, give_name, give_link])
def test_all_but_the_content_stays(phare: Phare, document: Path, give: Callable[[Path], None]) -> None:
    before = document.read_bytes()
    try:
        give(document)
    except OSError:
        pytest.skip("the file system or the user cannot")
    kept = besides(document)

    run = phare(f"update {document.name}")

    assert (run.status, besides(document)) == (0, kept), run.err
    assert document.read_bytes() != before
    if give is give_name:
        assert (document.parent / "another name").read_bytes() == document.read_bytes()


def test_what_an_editor_saves_while_a_document_is_refreshed_is_kept(
    phare: Phare, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save_meanwhile(*given: object, **named: object) -> object:
        document.write_bytes(b"saved by the editor")
        return read(*given, **named)  # type: ignore[arg-type]  # what the run has asked

    monkeypatch.setattr("phare_cli.shell.data.read", save_meanwhile)
    run = phare(f"update {document.name}")

    assert (run.status, document.read_bytes()) == (5, b"saved by the editor")
    assert "was changed by someone else" in run.err


def test_a_part_that_is_missing_is_damage(phare: Phare, odt: Callable[..., bytes], tmp_path: Path) -> None:
    before = odt(f"<text:p>{COMMAND}</text:p>", **{"meta.xml": "", "META-INF/manifest.xml": ""})
    (tmp_path / "note.odt").write_bytes(before)

    run = phare("update note.odt")

    assert (run.status, (tmp_path / "note.odt").read_bytes()) == (3, before), run.err
    assert run.err.endswith("no document was changed.\n")
