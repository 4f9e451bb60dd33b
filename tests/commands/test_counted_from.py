"""Results say which answers they were counted from, and a check says when those have changed since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
ANSWERS = "region,q1\n" + "Bretagne,a\nBretagne,b\nBretagne,b\n" * 40
SPEC = 'region = "region"\nstakeholder = "=citizens"\n\n[[question]]\nindicator = "q1"\ncolumn = "q1"\n'
BY_OPTIONS = "--region region --stakeholder =citizens --single q1"
OLDER = "were counted from and which has changed since; run phare tabulate again."


@pytest.fixture
def chain(phare: Phare, tmp_path: Path) -> Path:
    """Make answers, results counted from them and a document that shows the results; return their folder."""
    (tmp_path / "answers.csv").write_text(ANSWERS)
    (tmp_path / "out").mkdir()
    phare(f"tabulate answers.csv {BY_OPTIONS} -o out/results.csv")
    (tmp_path / "note.md").write_text("<!-- phare: show q1 -d out/results.csv -->\n<!-- /phare -->\n")
    phare("update note.md")
    return tmp_path


def change(folder: Path) -> None:
    with (folder / "answers.csv").open("a") as file:
        file.write("Bretagne,a\n")


def test_nothing_is_said_of_results_that_are_as_new_as_their_answers(phare: Phare, chain: Path) -> None:
    check, update = phare("check out/results.csv"), phare("update --check note.md")

    assert (check.status, check.err, update.status) == (0, "", 0)
    assert update.err == "phare: note.md: 1 block, up to date.\n"


def test_a_check_of_results_names_the_answers_that_have_changed(phare: Phare, chain: Path) -> None:
    change(chain)
    run = phare("check out/results.csv -f json")

    assert run.status == 1
    assert [(row["file"], row["code"], row["severity"]) for row in run.rows] == [
        ("out/results.csv", "older-than-answers", "problem")
    ]
    assert run.rows[0]["message"] == f"these results are older than “../answers.csv”, which they {OLDER}"


def test_a_check_of_a_document_fails_at_results_older_than_their_answers(phare: Phare, chain: Path) -> None:
    change(chain)
    check, update = phare("update --check note.md"), phare("update note.md")

    assert (check.status, update.status) == (1, 0)
    assert check.err == update.err
    assert check.err == (
        "phare: note.md: 1 block, up to date.\n"
        f"phare: out/results.csv: these results are older than “../answers.csv”, which they {OLDER} "
        "[older-than-answers]\n"
    )


def test_counting_again_settles_it(phare: Phare, chain: Path) -> None:
    change(chain)
    phare(f"tabulate answers.csv {BY_OPTIONS} -o out/results.csv")
    check, stale = phare("check out/results.csv"), phare("update --check note.md")

    assert (check.status, stale.status) == (0, 1)
    assert "older" not in stale.err


def test_a_spec_that_has_changed_is_told_like_answers(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS)
    (tmp_path / "spec.toml").write_text(SPEC)
    run = phare("tabulate answers.csv --spec spec.toml -o results.csv")
    with (tmp_path / "spec.toml").open("a") as file:
        file.write("# again\n")

    assert run.status == 0, run.err
    assert "older than “spec.toml”" in phare("check results.csv -f csv").out


def test_a_workbook_keeps_what_its_results_were_counted_from(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS)
    phare(f"tabulate answers.csv {BY_OPTIONS} -o results.xlsx")
    change(tmp_path)

    assert "older than “answers.csv”" in phare("check results.xlsx -f csv").out


def _crlf(folder: Path) -> None:
    path = folder / "answers.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def _gone(folder: Path) -> None:
    (folder / "answers.csv").unlink()


def _folder(folder: Path) -> None:
    (folder / "answers.csv").unlink()
    (folder / "answers.csv").mkdir()


def _touched(folder: Path) -> None:
    (folder / "answers.csv").write_text(ANSWERS)


def _column_gone(folder: Path) -> None:
    change(folder)
    path = folder / "out" / "results.csv"
    path.write_text("".join(f"{line.rpartition(',')[0]}\n" for line in path.read_text().splitlines()))


def _elsewhere(folder: Path) -> None:
    """Write other names of files than phare would: outside the project, of a device, of nothing, in another form."""
    change(folder)
    path = folder / "out" / "results.csv"
    outside = folder.parent / "outside.csv"
    outside.write_text("a")
    cells = [f"{outside}#000000000000", "../../outside.csv#000000000000", "/dev/zero#000000000000", "a", "#"]
    head, *rows = path.read_text().splitlines()
    path.write_text(
        "\n".join([head, *(f"{row.rpartition(',')[0]},{' | '.join(cells)}" for row in rows)]) + "\n"
    )


@pytest.mark.parametrize("what", [_crlf, _gone, _folder, _touched, _column_gone, _elsewhere])
def test_no_alarm_is_false(phare: Phare, chain: Path, what: Callable[[Path], None]) -> None:
    what(chain)
    run = phare("check out/results.csv")

    assert (run.status, "older" in run.out) == (0, False)


@pytest.mark.parametrize(
    "command",
    [
        f"tabulate answers.csv {BY_OPTIONS}",  # who knows where that goes
        f"tabulate - {BY_OPTIONS} -o results.csv",
        f"tabulate answers.csv {BY_OPTIONS} --min-count 5 -o results.csv",  # a checksum could try guesses
    ],
)
def test_results_that_cannot_or_must_not_tell_their_answers_say_nothing(
    phare: Phare, tmp_path: Path, command: str
) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS)
    run = phare(command, stdin=ANSWERS.encode())
    path = tmp_path / "results.csv"

    assert run.status == 0
    assert "counted_from" not in (path.read_text() if path.exists() else run.out)


def test_results_do_not_tell_the_folders_of_their_author(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home" / "jeanne" / "secret"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home.parent))
    (home / "answers.csv").write_text(ANSWERS)
    phare(f"tabulate home/jeanne/secret/answers.csv {BY_OPTIONS} -o home/results.csv")

    assert "secret" not in (tmp_path / "home" / "results.csv").read_text()


def test_a_project_lets_its_results_name_answers_in_any_of_its_folders(phare: Phare, tmp_path: Path) -> None:
    for folder in ("a/b/answers", "a/out/2024/q"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "a" / "phare.toml").write_text("")
    (tmp_path / "a/b/answers/x |#%.csv").write_text(ANSWERS)
    phare(f"tabulate 'a/b/answers/x |#%.csv' {BY_OPTIONS} -o a/out/2024/q/results.csv")
    with (tmp_path / "a/b/answers/x |#%.csv").open("a") as file:
        file.write("Bretagne,a\n")

    assert "older than “../../../b/answers/x |#%.csv”" in phare("check a/out/2024/q/results.csv -f csv").out


def test_the_words_are_those_of_the_readers_language(phare: Phare, chain: Path) -> None:
    change(chain)

    assert "ces résultats sont plus vieux que" in phare("check out/results.csv --lang fr").out


def test_of_large_results_the_part_that_is_read_says_it_too(
    phare: Phare, chain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("phare_cli.shell.data.LARGE", 0)
    text = "<!-- phare: show q1 -r Bretagne -d out/results.csv -->\n<!-- /phare -->\n"
    (chain / "note.md").write_text(text)
    phare("update note.md")
    change(chain)
    run = phare("update --check note.md")

    assert (run.status, run.err.count("[older-than-answers]")) == (1, 1)
