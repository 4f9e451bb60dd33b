"""The command line itself: help, languages, statuses, streams, settings."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from phare_cli.shell.command_list import COMMANDS
from phare_cli.version import __version__

Phare = Callable[..., Any]
EXECUTABLE = Path(sys.executable).with_name("phare")


def execute(*words: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([EXECUTABLE, *words], capture_output=True, text=True, encoding="utf-8", **options)


def test_no_arguments_print_the_help(phare: Phare, capsys: pytest.CaptureFixture[str]) -> None:
    assert phare("").status == 0


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_a_short_and_a_long_option(command: str, option: str) -> None:
    run = execute(*command.split(), option)

    assert (run.returncode, run.stderr) == (0, "")
    assert "Usage: phare" in run.stdout


def test_help_is_in_french_for_a_french_reader() -> None:
    run = execute("show", "--help", "--lang", "fr")

    assert "Usage : phare show" in run.stdout
    assert "Show" not in run.stdout.replace("phare show", "")


def test_the_version_is_printed() -> None:
    assert execute("--version").stdout == f"phare {__version__}\n"


def test_python_dash_m_is_phare() -> None:
    run = subprocess.run([sys.executable, "-m", "phare_cli", "--version"], capture_output=True, text=True)

    assert run.stdout == f"phare {__version__}\n"


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("shwo", "phare: there is no command or topic “shwo”. Did you mean show? (phare --help)\n"),
        ("zzz", "phare: there is no command or topic “zzz”. To see what there is: phare --help\n"),
        ("show --regoin PACA",
         "phare: there is no option --regoin. Did you mean --region? (phare show --help)\n"),
        ("value --top 3",
         "phare: there is no option --top here: it is one of show, compare, report and plot. (phare value --help)\n"),
        ("list --explain", "phare: there is no option --explain here: it is one of compare. (phare list --help)\n"),
        ("update a.md -s mayors", "phare: there is no option -s here: it is one of show, compare, report, plot, "
         "value, cross, verify, tabulate, tidy and list. (phare update --help)\n"),
        ("show --bind", "phare: there is no option --bind here: it is one of verify. (phare show --help)\n"),
        ("show --top", "phare: option --top needs a value after it. (phare show --help)\n"),
        ("show --wide=3", "phare: option --wide takes no value. (phare show --help)\n"),
        ("show --top two", "phare: --top takes a whole number. (phare show --help)\n"),
        ("show --decimals 9", "phare: --decimals takes a number from 0 to 6. (phare show --help)\n"),
        ("show --conf high", "phare: --conf takes a number. (phare show --help)\n"),
        ("show --conf 45", "phare: --conf takes a level from 0.5 to below 1: 0.95 for 95%.\n"),
        ("show --color blue", "phare: --color takes auto, always or never. (phare show --help)\n"),
        ("show --lang de", "phare: --lang takes en or fr. (phare show --help)\n"),
        (
            "list",
            "phare: TOPIC is missing: regions, stakeholders, indicators, items, waves, sources or formats. (phare "
            "list --help)\n",
        ),
        ("list regions items", "phare: “items” is more than phare list takes. (phare list --help)\n"),
        ("show -o note.zzz",
         "phare: the ending of note.zzz says no format: choose one with --format. (phare list formats)\n"),
        ("show nothing",
         "phare: no indicator is called “nothing” in these data. To see what there is: phare list indicators "
         "(these are the figures that phare ships: --data names yours)\n"),
        ("show --wave 1999",
         "phare: no wave is called “1999” in these data. To see what there is: phare list waves "
         "(these are the figures that phare ships: --data names yours)\n"),
        ("show --map region", "phare: --map region says no column: write --map region=COLUMN for a column of the "
         "file, --map region==TEXT for one text in every row.\n"),
    ],
)  # fmt: skip
def test_a_command_line_that_cannot_be_used_exits_2_with_a_sentence(
    phare: Phare, command: str, sentence: str
) -> None:
    run = phare(command)

    assert (run.status, run.out, run.err) == (2, "", sentence)


def test_complaints_are_in_french_for_a_french_reader(phare: Phare) -> None:
    run = phare("show --regoin PACA", env={"LANG": "fr_FR.UTF-8"})

    assert run.err == (
        "phare\u00a0: l’option --regoin n’existe pas. Vouliez-vous dire --region\u00a0? (phare show --help)\n"
    )


@pytest.mark.parametrize(
    ("env", "settings", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "", "fr"),
        ({"LANG": "fr_FR.UTF-8", "PHARE_LANG": "en"}, "", "en"),
        ({"LANG": "en_GB.UTF-8"}, 'lang = "fr"\n', "fr"),
        ({"PHARE_LANG": "en"}, 'lang = "fr"\n', "en"),
        ({"LANG": "de_DE.UTF-8"}, "", "en"),
        ({"LC_ALL": "fr_CA", "LANG": "C"}, "", "fr"),
    ],
)
def test_the_language_is_the_environments_then_the_settings_then_the_locale(
    phare: Phare, tmp_path: Path, env: dict[str, str], settings: str, language: str
) -> None:
    (tmp_path / "phare.toml").write_text(settings)
    run = phare("show innovation -r PACA -f markdown", env=env)

    assert ("Citoyens" if language == "fr" else "Citizens") in run.out


def test_a_language_flag_beats_them_all(phare: Phare) -> None:
    run = phare("show innovation -r PACA -f markdown --lang=fr", env={"PHARE_LANG": "en"})

    assert "Citoyens" in run.out


def test_statuses_are_explained(phare: Phare) -> None:
    rows = phare("help exit-codes -f json").rows

    assert [row["status"] for row in rows] == [0, 1, 2, 3, 4, 5, 70, 130, 141]


def test_columns_are_explained(phare: Phare) -> None:
    from phare_cli.nouns.contract import COLUMNS

    rows = phare("help columns -f json").rows

    assert {row["column"] for row in rows} == set(COLUMNS)


@pytest.mark.parametrize("option", ["--rake", "--population"])
def test_help_tells_the_columns_that_a_file_beside_respondents_must_have(
    phare: Phare, tmp_path: Path, option: str
) -> None:
    columns = [
        row["column"]
        for row in phare("help margins -f json").rows
        if row["option"] == option and row["default"] == "required"
    ]
    (tmp_path / "r.csv").write_text("region,q\nPACA,yes\nPACA,no\n")
    cells = {"column": "region", "value": "PACA", "target": "1", "region": "PACA", "population": "9"}

    def run(kept: list[str]) -> int:
        rows = ",".join(kept), ",".join(cells[name] for name in kept)
        (tmp_path / "side.csv").write_text("\n".join(rows) + "\n")
        return int(phare(f"tabulate r.csv -r region -s =citizens --single q {option} side.csv").status)

    assert [run([name for name in columns if name != left]) for left in columns] == [3] * len(columns)
    assert run(columns) == 0


def test_help_of_a_command_is_its_own_help() -> None:
    assert execute("help", "compare").stdout.rstrip() == execute("compare", "--help").stdout.rstrip()


@pytest.mark.parametrize(
    ("name", "content", "start"),
    [
        ("missing.csv", None, "phare: missing.csv "),
        ("folder.csv", "directory", "phare: folder.csv "),
        ("paper.csv", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "phare: paper.csv "),
        ("empty.csv", b"", "phare: empty.csv"),
        ("header.csv", b"region,stakeholder,indicator,item,value\n", "phare: header.csv"),
        ("other.csv", b"a,b\n1,2\n", "phare: other.csv"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_file_that_is_not_results_ends_in_a_sentence(
    phare: Phare, tmp_path: Path, name: str, content: bytes | str | None, start: str, language: str
) -> None:
    if content == "directory":
        (tmp_path / name).mkdir()
    elif isinstance(content, bytes):
        (tmp_path / name).write_bytes(content)
    run = phare(f"show --data {name} --lang {language}")

    assert run.status in (3, 4)
    assert run.out == ""
    assert name in run.err
    assert "Traceback" not in run.err


def test_a_closed_pipe_exits_141_without_a_word() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    run = subprocess.run([EXECUTABLE, "show", "-f", "csv"], stdout=write_end, stderr=subprocess.PIPE)
    os.close(write_end)

    assert (run.returncode, run.stderr) == (141, b"")


def test_control_c_exits_130_without_a_traceback(tmp_path: Path) -> None:
    slow = tmp_path / "slow.csv"
    os.mkfifo(slow)
    process = subprocess.Popen(
        [EXECUTABLE, "show", "--data", slow], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    writing = None
    while writing is None and process.poll() is None:  # it opens once phare has opened it to read
        with suppress(OSError):
            writing = os.open(slow, os.O_WRONLY | os.O_NONBLOCK)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    if writing is not None:
        os.close(writing)

    assert (process.returncode, out, err) == (130, b"", b"")


def test_a_bug_ends_in_a_sentence_and_status_70(phare: Phare, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the lamp is out")

    monkeypatch.setattr("phare_cli.recipes.show.show.show", broken)
    run = phare("show")

    assert run.status == 70
    assert run.err == (
        "phare: this is a bug in phare (RuntimeError: the lamp is out). Run it again with PHARE_DEBUG=1 to see where.\n"
    )


def test_settings_are_found_upwards_and_name_their_data(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "phare.toml").write_text('data = "mine.csv"\nregion = "Bretagne"\n[map]\nvalue = "share"\n')
    (tmp_path / "mine.csv").write_text(
        "region,stakeholder,indicator,item,share\nBretagne,citizens,w,air,40\nFrance,citizens,w,air,41\n"
    )
    rows = phare("show -f json").rows

    assert [(row["region"], row["value"]) for row in rows] == [("Bretagne", 40)]


@pytest.mark.parametrize(
    ("text", "status", "sentence"),
    [
        ("colour = 1\n", 2,
         "phare.toml, line 1, key colour: no key is called colour here. Known here: data, map, region, lang, decimals, "
         "codebook, run, conf, missing, encoding, template, accept, pictures or theme. [wrong-spec]\n"
         "phare: 1 problem: nothing was shown. (phare help phare.toml)"),
        ("lnag = 'fr'\n\n[map]\nvalue = 3\n[maps]\n", 2,
         "line 1, key lnag: no key is called lnag here. Did you mean lang? [wrong-spec]\n"
         "phare: FOLDER/phare.toml, line 3, key map: map takes a table of column names: [map] and lines such as "
         "region = \"CountryCode\". [wrong-spec]\n"
         "phare: FOLDER/phare.toml, line 5, key maps: no key is called maps here. Did you mean map? [wrong-spec]\n"
         "phare: 3 problems: nothing was shown. (phare help phare.toml)"),
        ("decimals = 12\n", 2,
         "phare.toml, line 1, key decimals: decimals takes a whole number from 0 to 6. [wrong-spec]\n"
         "phare: 1 problem: nothing was shown. (phare help phare.toml)"),
        ("lang = \n", 4, "[...] nor a text between straight quotation marks, \"...\". Mend that line."),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_used_are_refused(
    phare: Phare, tmp_path: Path, text: str, status: int, sentence: str
) -> None:
    (tmp_path / "phare.toml").write_text(text)
    run = phare("show")

    assert run.status == status
    assert run.err.rstrip("\n").replace(str(tmp_path), "FOLDER").endswith(sentence)


def test_data_come_from_the_environment_where_no_flag_names_them(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("region,stakeholder,indicator,item,value\nCorse,citizens,w,air,40\n")
    rows = phare("list regions -f json", env={"PHARE_DATA": "mine.csv"}).rows

    assert [row["region"] for row in rows] == ["Corse"]


def test_standard_input_is_read(phare: Phare) -> None:
    stdin = "région;acteur;indicateur;domaine;valeur\nPACA;citoyens;fragilités;emploi;57,0\n".encode()
    run = phare("show --data - -f csv", stdin=stdin)

    assert run.column("value") == ["57"]
    assert run.column("item") == ["employment"]


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize(
    "command", ["show fragilities", "compare -r PACA", "show --wide", "compare --by stakeholder"]
)
def test_no_figure_is_cut_or_wrapped_on_a_terminal(phare: Phare, command: str, columns: int) -> None:
    run = phare(f"{command} --color never", columns=columns)
    piped = phare(command)

    assert max(map(len, run.out.splitlines())) <= columns
    assert "…" not in run.out
    figure = re.compile(r"(?<![\w,.])[+−]?\d+(?:\.\d+)?(?:%|/10| points?)")
    assert sorted(figure.findall(run.out)) == sorted(figure.findall(piped.out))


def test_nothing_changes_through_a_pipe_whatever_surrounds_it(phare: Phare) -> None:
    plain = phare("show fragilities")
    narrow = phare("show fragilities", env={"COLUMNS": "20", "TERM": "xterm", "GITHUB_ACTIONS": "true"})

    assert narrow.out == plain.out
    assert "\x1b" not in plain.out


@pytest.mark.parametrize(
    ("option", "env", "is_coloured"),
    [
        ("", {}, True),
        ("", {"NO_COLOR": "1"}, False),
        ("--color never", {}, False),
        ("--color always", {"NO_COLOR": "1"}, True),
    ],
)
def test_colour_follows_the_flag_then_no_color_then_the_terminal(
    phare: Phare, option: str, env: dict[str, str], is_coloured: bool
) -> None:
    run = phare(f"show fragilities {option}", columns=80, env=env)

    assert ("\x1b[" in run.out) is is_coloured


def test_help_into_a_closed_pipe_exits_141() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    run = subprocess.run([EXECUTABLE, "--help"], stdout=write_end, stderr=subprocess.PIPE)
    os.close(write_end)

    assert (run.returncode, run.stderr) == (141, b"")


@pytest.mark.parametrize("words", [["show"], ["--help"], ["show", "-f", "csv"]])
def test_a_full_disk_behind_standard_output_exits_5(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run([EXECUTABLE, *words], stdout=full, stderr=subprocess.PIPE, text=True)

    assert run.returncode == 5
    assert run.stderr.startswith("phare: ")
    assert run.stderr.count("\n") == 1


def test_a_closed_standard_output_exits_5() -> None:
    run = subprocess.run(["bash", "-c", f"{EXECUTABLE} show >&-"], stderr=subprocess.PIPE, text=True)

    assert (run.returncode, run.stderr) == (
        5,
        "phare: standard output is closed. Write to a file with --output.\n",
    )


def test_an_answer_never_replaces_the_figures_it_comes_from(phare: Phare, tmp_path: Path) -> None:
    data = "region,stakeholder,indicator,item,value\nCorse,citizens,w,air,40\n"
    run = phare("show -o results.csv", data=data)

    assert run.status == 2
    assert run.err == "phare: results.csv is where the figures come from: write the answer elsewhere.\n"
    assert (tmp_path / "results.csv").read_text() == data


def test_a_dash_is_standard_output(phare: Phare) -> None:
    assert phare("show -o -").out == phare("show").out


def test_a_language_that_phare_does_not_speak_is_refused_in_the_environment(phare: Phare) -> None:
    run = phare("show", env={"PHARE_LANG": "zz"})

    assert (run.status, run.err) == (2, "phare: PHARE_LANG is “zz”, and phare speaks en and fr.\n")


def test_a_real_terminal_is_recognised() -> None:
    controller, terminal = pty.openpty()
    process = subprocess.Popen([EXECUTABLE, "show", "innovation", "-r", "PACA"], stdout=terminal, env={
        **os.environ, "COLUMNS": "60", "TERM": "xterm-256color",
    })  # fmt: skip
    process.wait()
    os.close(terminal)
    out = os.read(controller, 65536).decode()
    os.close(controller)

    assert process.returncode == 0
    assert "█" in out


HEAVY = {"pandas", "numpy", "scipy", "matplotlib", "pyarrow"}


@pytest.mark.parametrize(
    ("command", "never"),
    [
        (["--help"], HEAVY),
        (["--version"], HEAVY | {"rich"}),
        (["show", "fragilities", "-f", "markdown"], HEAVY | {"rich", "tabulate"}),
        (["show", "fragilities", "-f", "json"], HEAVY | {"rich", "tabulate"}),
        (["compare", "--region", "PACA", "-f", "csv"], HEAVY | {"rich", "tabulate"}),
        (["show", "fragilities"], HEAVY | {"tabulate"}),
    ],
)
def test_a_command_imports_nothing_it_does_not_need(command: list[str], never: set[str]) -> None:
    script = (
        "import sys; from phare_cli.cli import main; main(sys.argv[1:]);"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, check=True)

    assert never.isdisjoint(run.stderr.split())


@pytest.mark.parametrize(
    "command", ["show", "compare", "plot i", "value i", "cross a b", "list", "verify a.md"]
)
def test_the_option_of_a_report_is_told_as_that_of_the_command(phare: Phare, command: str) -> None:
    assert "no option --segments here: write --segment." in phare(f"{command} --segments none").err
