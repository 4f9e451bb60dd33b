"""The manual holds what help says, in both languages, and man reads it without a word of complaint."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.cli import app
from phare_cli.language.catalogue import catalogue
from phare_cli.shell.command_list import COMMANDS, load
from phare_cli.shell.manual_page import manual, manual_page
from phare_cli.shell.typer_app import STAND_INS, Command

ROOT = app()
# Every sign that is a request, an escape or another letter to what sets a page.
HOSTILE = "\\fB.so /etc/passwd\\n 'quoted' \"twice\" `sh` ^ ~ - \\"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("man")
    for name, page in manual(ROOT):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(page, encoding="utf-8")
    return folder


def read_back(*files: Path) -> tuple[str, str]:
    """Return the words that groff sets, blanks alike, and what it complains of."""
    run = subprocess.run(
        ["groff", "-man", "-ww", "-K", "utf8", "-T", "utf8", "-P", "-cbou", *map(str, files)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "LANG": "C.UTF-8"},
    )
    return " ".join(run.stdout.replace("\u2010", "-").split()), run.stderr


@pytest.mark.parametrize(("language", "folder"), [("en", "man1"), ("fr", "fr/man1")])
def test_every_page_is_set_without_a_warning_and_holds_the_help(
    pages: Path, language: str, folder: str
) -> None:
    said, complaints = read_back(*sorted((pages / folder).iterdir()))
    told = catalogue(language).gettext
    params = [param for name in COMMANDS for param in load(name, Command).params]
    helps = {told(str(vars(param).get("help") or "")) for param in params}

    assert complaints == ""
    assert [text for text in helps if " ".join(text.split()) not in said] == []
    assert {option for param in params for option in param.opts if option.startswith("-")} <= set(
        said.replace(",", " ").split()
    )


def test_there_is_a_page_for_phare_and_for_each_command_in_both_languages(pages: Path) -> None:
    names = {file.relative_to(pages).as_posix() for file in pages.rglob("*.1")}

    assert names == {
        f"{folder}man1/phare{command}.1"
        for folder in ("", "fr/")
        for command in ("", *(f"-{name}" for name in COMMANDS))
    }


def test_man_shows_a_page_as_help_prints_it(pages: Path) -> None:
    run = subprocess.run(
        ["man", "-l", str(pages / "fr/man1/phare-show.1")],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "LANG": "C.UTF-8", "MANPAGER": "cat", "MANWIDTH": "100"},
    )

    assert run.stderr == ""
    assert "Garder les N premiers rangs" in " ".join(run.stdout.split())


def test_help_prints_the_page_that_is_installed(phare: Callable[..., Any], pages: Path) -> None:
    assert phare("help show --man --lang fr").out == (pages / "fr/man1/phare-show.1").read_text("utf-8")
    assert phare("help --man").out == (pages / "man1/phare.1").read_text("utf-8")
    assert phare("help --man spec").status == 2


def test_no_sign_of_a_text_is_a_request(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    entry = COMMANDS["show"]._replace(help=HOSTILE, examples=(f".{HOSTILE}", f"'{HOSTILE}"))
    monkeypatch.setattr("phare_cli.shell.manual_page.COMMANDS", {**COMMANDS, "show": entry})
    (tmp_path / "page.1").write_text(manual_page("show", ROOT, "en"), encoding="utf-8")

    said, complaints = read_back(tmp_path / "page.1")

    assert complaints == ""
    assert said.count(" ".join(HOSTILE.split())) >= 4


def test_no_stand_in_of_a_french_help_is_english(phare: Callable[..., Any], pages: Path) -> None:
    french = catalogue("fr").gettext
    words = {word for text in (*STAND_INS, "NAME") if french(text) != text for word in text.split("=")}
    leftover = re.compile(rf"\b(?:{'|'.join(words)})\b|\[required\]|\[default|<str>|<path>")
    shown = {name: phare(f"{name} --help --lang fr").out for name in COMMANDS}
    shown |= {path.name: path.read_text("utf-8") for path in (pages / "fr" / "man1").iterdir()}

    assert {place: found for place, text in shown.items() if (found := leftover.findall(text))} == {}
