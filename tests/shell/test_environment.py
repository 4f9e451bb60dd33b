"""What the environment says of a terminal or of pictures is used where it can be, and never ends a run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
PHARE = [sys.executable, "-m", "phare_cli"]


@pytest.mark.parametrize("name", ["COLUMNS", "LINES", "TERMINAL_WIDTH"])
@pytest.mark.parametrize("text", ["999999999999999999999", "99999", "x", "-5", "", "1e3", "٣", "0", "1"])
@pytest.mark.parametrize("command", ["--help", "show --help", "help columns"])
def test_a_size_that_no_terminal_has_is_not_used(phare: Phare, name: str, text: str, command: str) -> None:
    run = phare(command, env={name: text})

    assert (run.status, run.err) == (0, "")
    assert len(run.out) > 500


def test_the_environment_is_given_back(phare: Phare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "x")
    monkeypatch.setenv("MPLBACKEND", "none")
    phare("help columns")

    assert (os.environ["COLUMNS"], os.environ["MPLBACKEND"]) == ("x", "none")


@pytest.mark.parametrize("backend", ["module://matplotlib_inline.backend_inline", "module://none", "none"])
def test_the_backend_of_a_notebook_draws_no_picture_of_phare(
    phare: Phare, tmp_path: Path, backend: str
) -> None:
    run = phare("plot fragilities -r PACA -o x.png", env={"MPLBACKEND": backend})

    assert (run.status, run.err) == (0, "")
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "command", ["plot fragilities -r PACA -o x.png", "plot fragilities -r PACA -o x.pdf"]
)
def test_a_folder_of_fonts_that_cannot_be_written_is_no_matter(tmp_path: Path, command: str) -> None:
    (tmp_path / "file").touch()
    environ = {**os.environ, "MPLCONFIGDIR": str(tmp_path / "file"), "TMPDIR": str(tmp_path)}

    run = subprocess.run([*PHARE, *command.split()], capture_output=True, cwd=tmp_path, env=environ)

    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["file", command.split()[-1]])


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "phare: drawing PNG and PDF pictures needs a folder to keep fonts in: have MPLCONFIGDIR name one that "
         "may be written.\n"),
        ("fr", "phare\u00a0: dessiner des images PNG et PDF demande un dossier où garder des polices\u00a0: donnez à "
         "MPLCONFIGDIR le nom d’un dossier où l’on peut écrire.\n"),
    ],
)  # fmt: skip
def test_a_picture_without_any_folder_to_draw_in_is_a_sentence(
    tmp_path: Path, language: str, told: str
) -> None:
    program = "import tempfile\ndef refuse(*_, **__): raise OSError(30, 'Read-only file system')\n"
    program += "tempfile.mkdtemp = refuse\nfrom phare_cli.cli import main\n"
    program += "raise SystemExit(main(['plot', 'fragilities', '-o', 'x.png']))"
    (tmp_path / "file").touch()
    environ = {**os.environ, "MPLCONFIGDIR": str(tmp_path / "file"), "PHARE_LANG": language}

    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, env=environ
    )

    assert (run.returncode, run.stdout, run.stderr) == (5, "", told)
