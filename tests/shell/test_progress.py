"""What lasts shows on a terminal that it goes on, and how far it is where that is known; nothing through a pipe."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from time import sleep

import pytest

from phare_cli.cli import main
from phare_cli.nouns.message import sentence
from phare_cli.nouns.survey import Survey
from phare_cli.results import read
from phare_cli.shell import progress
from phare_cli.shell import table_delivery as answers
from phare_cli.shell.progress import with_bar
from phare_cli.shell.session import Session

CLEARED = "\x1b[2K"  # the line of a bar, once it is taken away
ROW = "PACA,mayors,fragilities,item {},57\n"


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "results.csv"
    rows = "".join(map(ROW.format, range(8_000)))
    file.write_text("region,stakeholder,indicator,item,value\n" + rows, encoding="utf-8")
    return file


def read_watched(path: Path) -> Survey:
    with with_bar([path], Session()) as seen:
        return read(*seen)


def test_a_terminal_shows_a_bar_once_it_takes_long(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)

    survey = read_watched(path)

    assert "Read (MB)" in screen.getvalue()
    assert len(survey.estimates) == 8_000


def test_a_pipe_shows_nothing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read_watched(path)

    assert capsys.readouterr().err == ""


def test_a_file_is_called_by_its_name_when_it_is_watched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Screen())

    with with_bar([path], Session()) as seen:
        survey = read(*seen)

    assert survey.estimates[0].file == str(path)


def test_a_bar_counts_and_says_how_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setenv("COLUMNS", "80")

    with progress.progress(sentence("Respondents"), Session("fr")) as told:
        assert told is not None
        for rows in (1_000, 250_000, 500_000):
            sleep(0.01)
            told(rows, rows / 1_000_000)

    shown = screen.getvalue()
    assert re.search("Répondants .* 500\u202f000  [0-9\u202f]+/s .*0:00:0[0-9]", shown)


def test_work_whose_end_nobody_knows_is_shown_too(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)

    with progress.working(sentence("Work out the answer"), Session("fr")):
        sleep(0.5)

    assert "Calcul de la réponse" in screen.getvalue()


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)

    with progress.working(sentence("Work out the answer"), Session()):
        pass

    assert screen.getvalue() == ""


@pytest.mark.parametrize(
    ("command", "label"),
    [
        ("check results.csv", "Look for what is odd"),
        ("show -d results.csv --top 1 -f csv", "Work out the answer"),
        ("show -d - --top 1 -f csv", "Read "),
    ],
)
def test_each_part_of_a_long_run_is_shown_and_taken_away_before_the_answer(
    command: str, label: str, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(path.parent)
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))
    monkeypatch.setattr(progress, "PATIENCE", 0.0)

    shown: list[str] = []
    monkeypatch.setattr(answers, "write", lambda text, path: shown.append(screen.getvalue()))
    status = main(command.split())

    assert status == 0
    assert label in shown[0]
    assert shown[0].endswith(CLEARED)


def test_nothing_of_a_long_run_is_shown_through_a_pipe(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(path.parent)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)

    main(["show", "-d", "results.csv", "--top", "1", "-f", "csv"])

    assert capsys.readouterr().err == ""
