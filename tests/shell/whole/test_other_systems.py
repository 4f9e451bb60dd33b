"""What Windows and macOS have otherwise: no POSIX calls, other line ends and consoles, letters in two characters."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest

from phare_cli.documents.scanners.command_words import split_command
from phare_cli.language.catalogue import of_environment
from phare_cli.shell.project.steps import steps_of

Phare = Callable[..., Any]
FORMS: tuple[Literal["NFC"], Literal["NFD"]] = ("NFC", "NFD")
ANSWERS = "REG;QUI;Q\n" + "PACA;citoyens;oui\nPACA;citoyens;non\nBretagne;maires;oui\n" * 10
NOTE = "<!-- phare: show engagement --region PACA -->\n<!-- /phare -->\n"
COMMANDS = (
    "show fragilities -r PACA --top 1",
    "update note.md",
    "update note.md",
    "update note.md --check",
    "report -r PACA -o page.docx",
    "tabulate answers.csv --region REG --stakeholder QUI --single Q -o results.csv",
    "tabulate answers.csv --region REG --stakeholder QUI --single Q -o results.csv",
    "check results.csv",
    "plot innovation -r PACA --compare -o picture.svg",
    "verify note.md",
    "init --data answers.csv --yes",
    "run --dry-run",
)
# Run in a process of its own: takes away what Windows has not, then runs each command. Python's own modules, which ask
# sys.platform what there is, are imported before.
WITHOUT_POSIX = """
import importlib.abc, os, signal, sys
import concurrent.futures, multiprocessing, numpy, pandas, shutil, subprocess, tempfile, typer, zipfile

CALLS = '''chown fchmod fchown fork fstatvfs getegid geteuid getgid getgroups getpgid getuid getxattr killpg lchown
listxattr mkfifo nice O_CLOEXEC O_DIRECTORY O_NOFOLLOW O_NONBLOCK posix_fadvise posix_fallocate pread pwrite
sched_getaffinity sendfile setsid setxattr statvfs sysconf uname wait3 wait4'''
SIGNALS = "SIGALRM SIGCHLD SIGCONT SIGHUP SIGKILL SIGPIPE SIGQUIT SIGTSTP SIGUSR1 SIGXCPU alarm pthread_kill setitimer"
MODULES = ("fcntl", "grp", "pwd", "resource", "termios")


class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


for module, names in ((os, CALLS), (signal, SIGNALS)):
    for name in names.split():
        if hasattr(module, name):
            delattr(module, name)
for name in MODULES:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Absent())
from phare_cli.cli import main

for command in sys.argv[1:]:
    print("status", main(command.split()), command, flush=True)
"""


def test_phare_needs_no_call_that_only_posix_has(tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "note.md").write_text(NOTE, encoding="utf-8")

    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_POSIX, *COMMANDS],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    told = [line.split(maxsplit=2) for line in run.stdout.splitlines() if line.startswith("status ")]

    assert [(status, command) for _, status, command in told] == [("0", command) for command in COMMANDS], (
        run.stderr
    )
    assert "| Companies    |   45% |" in (tmp_path / "note.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_document_keeps_the_line_ends_of_its_system(ends: str, phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_bytes(f"Before.\n\n{NOTE}\nAfter.\n".replace("\n", ends).encode())

    updated, checked = phare("update note.md"), phare("update note.md --check")
    written = (tmp_path / "note.md").read_bytes().decode()

    assert (updated.status, checked.status) == (0, 0)
    assert written.startswith(f"Before.{ends}{ends}")
    assert written.replace(ends, "\n").count("\n") == written.count(ends)


@pytest.mark.parametrize(
    ("tag", "language"), [("fr_FR", "fr"), ("fr-CA", "fr"), ("en_GB", "en"), ("de_DE", "en"), (None, "en")]
)
def test_windows_is_answered_in_the_language_that_it_is_set_to(
    tag: str | None, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("_locale._getdefaultlocale", lambda: (tag, "cp1252"), raising=False)

    assert of_environment({}, platform="win32") == language
    assert of_environment({"PHARE_LANG": "fr"}, platform="win32") == "fr"
    assert of_environment({}, platform="linux") == "en"


@pytest.mark.parametrize("form", FORMS)
def test_a_name_is_found_however_its_accents_were_typed(form: Literal["NFC", "NFD"], phare: Phare) -> None:
    data = unicodedata.normalize(
        form, "region,stakeholder,indicator,item,value\nÎle-de-France,citoyens,fragilités,mobilité,44\n"
    )

    for typed in FORMS:
        region = unicodedata.normalize(typed, "Île-de-France")
        answer = phare(f"value fragilités --region {region} --item mobilité --plain", data=data)
        assert (answer.status, answer.out) == (0, "44\n")


@pytest.mark.parametrize("encoding", ["cp850", "cp1252", "mac_roman", "ascii"])
def test_a_console_of_another_encoding_is_written_in_what_it_has(encoding: str, phare: Phare) -> None:
    run = phare("compare engagement --region PACA --lang fr", encoding=encoding, columns=100)

    assert (run.status, "Entreprises" in run.out, "?" in run.out) == (0, True, False)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (r"données\vague.csv", "données/vague.csv"),
        ("Données/Vague.CSV", "données/vague.csv"),
        ("données/vagues.csv", "données/vague.csv"),
        (unicodedata.normalize("NFD", "données/vague.csv"), "accents kept as signs of their own"),
        ("elsewhere/vague.csv", "check the name and the folder you are in"),
    ],
)
def test_who_names_a_file_as_another_system_does_is_told_which_is_there(
    typed: str, meant: str, phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "données").mkdir()
    (tmp_path / "données" / "vague.csv").write_text(NOTE, encoding="utf-8")

    run = phare(f"show --data '{typed}'")

    assert (run.status, meant in run.err) == (4, True)


@pytest.mark.parametrize(
    ("command", "file"),
    [
        (r"-d données\vague3.csv", r"données\vague3.csv"),
        (r"-d '..\vague 3.csv'", r"..\vague 3.csv"),
        (r'-d "C:\Users\moi\r.csv"', r"C:\Users\moi\r.csv"),
        (r"-d l\'essentiel.csv", "l'essentiel.csv"),
        (r"-d vague\ 3.csv", "vague 3.csv"),
    ],
)
def test_a_path_of_windows_keeps_its_backslashes_in_a_command_of_a_document_or_a_project(
    command: str, file: str
) -> None:
    assert split_command(command) == ["-d", file]
    assert steps_of([f"check {command}"])[0].words[-1] == file


def test_no_page_of_a_region_has_a_name_that_is_a_device_of_windows(phare: Phare, tmp_path: Path) -> None:
    regions = ("Con", "NUL", "Aux", "com1", "Console", "é" * 300)
    rows = "".join(f"{region},citizens,fragilities,emploi,44\n" for region in regions)

    run = phare(
        "report --each region -o pages -f html", data="region,stakeholder,indicator,item,value\n" + rows
    )
    names = {path.stem for path in (tmp_path / "pages").iterdir()}

    assert run.status == 0
    assert names == {"con-page", "nul-page", "aux-page", "com1-page", "console", "e" * 100}
