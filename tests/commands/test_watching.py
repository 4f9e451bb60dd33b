"""Reading a large file shows how far it is on a terminal, and nothing through a pipe."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from phare_cli.commands import progress
from phare_cli.commands.session import Session
from phare_cli.commands.watching import watched
from phare_cli.reading import read
from phare_cli.survey import Survey

ROW = "PACA,mayors,fragilities,item {},57\n"


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "results.csv"
    rows = "".join(map(ROW.format, range(40_000)))
    file.write_text("region,stakeholder,indicator,item,value\n" + rows, encoding="utf-8")
    return file


def read_watched(path: Path) -> Survey:
    with watched([path], Session()) as seen:
        return read(*seen)


def test_a_terminal_shows_a_bar_once_it_takes_long(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Screen())
    monkeypatch.setattr(progress, "PATIENCE", 0.0)

    survey = read_watched(path)

    assert "Read (MB)" in sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert len(survey.estimates) == 40_000


def test_a_pipe_shows_nothing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read_watched(path)

    assert capsys.readouterr().err == ""


def test_a_file_is_called_by_its_name_when_it_is_watched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Screen())

    with watched([path], Session()) as seen:
        survey = read(*seen)

    assert survey.estimates[0].file == str(path)
