"""No document can make phare write, run a shell, or read a file outside the folders it may read."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.cli import app
from phare_cli.documents.allowed import FILES, FLAGS, VALUES, check_command
from phare_cli.documents.scanners.marker import COMMANDS
from phare_cli.nouns.errors import WrongOption
from phare_cli.shell.session import Session
from phare_cli.shell.typer_app import Commands


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a document's folder, with a folder beside it that links lead to."""
    folder = tmp_path / "docs"
    (folder / "data").mkdir(parents=True)
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "s.csv").write_text("secret")
    (tmp_path / "docs-too").mkdir()
    (folder / "data" / "a.csv").write_text("a")
    (folder / "link.csv").symlink_to(tmp_path / "secret" / "s.csv")
    (folder / "inside.csv").symlink_to("data/a.csv")
    (folder / "linked").symlink_to(tmp_path / "secret")
    (folder / "loop").symlink_to("loop")
    return folder


@pytest.mark.parametrize(
    "command",
    [
        ("show", "fragilities", "--region", "PACA", "-s", "citizens", "--top", "3"),
        ("compare", "--region=PACA", "--to=France"),
        ("value", "engagement", "-rPACA", "--gap", "--decimals", "1"),
        ("report", "--region", "PACA", "--lang", "fr"),
        ("show", "--map", "region=CountryCode", "--map", "wave==2012"),
        ("cross", "fragilities", "unemployment", "--cut", "median"),
        ("plot", "fragilities", "--compare", "--width", "640", "-f", "png"),
        ("show", "a; rm -rf /", "$(id)", "`id`", "| tee x"),
    ],
)
def test_a_command_that_only_reads_is_allowed(command: tuple[str, ...], folder: Path) -> None:
    checked = check_command(command, folder=folder)

    assert "".join(checked) == "".join(command).replace("=PACA", "PACA").replace("=France", "France")


@pytest.mark.parametrize(
    "name", ["update", "tabulate", "help", "check", "verify", "list", "SHOW", "sh", "", "--data", "show "]
)
def test_another_command_is_refused(name: str, folder: Path) -> None:
    with pytest.raises(WrongOption) as raised:
        check_command((name, "a"), folder=folder)

    assert str(raised.value) == (
        f"“{name}” cannot be used in a document; show, compare, cross, value, report and plot can."
    )


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("--output", "x"), "--output"),
        (("--output=x",), "--output"),
        (("--outpu", "x"), "--outpu"),
        (("--out=x",), "--out"),
        (("-o", "x"), "-o"),
        (("-ox",), "-o"),
        (("-o=x",), "-o"),
        (("-wox",), "-w"),
        (("a", "-o", "x"), "-o"),
        (("--", "-o", "x"), "--"),
        (("--each", "region"), "--each"),
        (("--color", "always"), "--color"),
        (("--help",), "--help"),
        (("-h",), "-h"),
        (("--DATA", "x"), "--DATA"),
        (("-",), "-"),
        (("--wide", "--output", "x"), "--output"),
        (("--wide=x",), "--wide"),
    ],
)
def test_an_option_that_is_not_on_the_list_is_refused(
    words: tuple[str, ...], option: str, folder: Path
) -> None:
    with pytest.raises(WrongOption) as raised:
        check_command(("show", *words), folder=folder)

    assert str(raised.value) == (
        f"the option {option} cannot be used in a document, which only shows figures; remove it."
    )


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("--region",), "--region"),
        (("--region", "--output", "x"), "--region"),
        (("--region=-o", "x"), "--region"),
        (("-r", "-o"), "-r"),
        (("-r-o", "x"), "-r"),
        (("--data",), "--data"),
    ],
)
def test_an_option_never_takes_another_for_its_value(
    words: tuple[str, ...], option: str, folder: Path
) -> None:
    with pytest.raises(WrongOption) as raised:
        check_command(("show", *words), folder=folder)

    assert str(raised.value) == f"the option {option} needs a value after it."


@pytest.mark.parametrize("words", [("--data", "-"), ("--data=-",), ("-d", "-"), ("-d-",), ("-d", "-o")])
def test_standard_input_is_not_for_documents(words: tuple[str, ...], folder: Path) -> None:
    with pytest.raises(WrongOption) as raised:
        check_command(("show", *words), folder=folder)

    assert str(raised.value) == "a document cannot read standard input; name a file after --data."


@pytest.mark.parametrize(
    ("value", "file"),
    [
        ("data/a.csv", "data/a.csv"),
        ("./data/../data/a.csv", "data/a.csv"),
        ("inside.csv", "data/a.csv"),
        ("missing.csv", "missing.csv"),
        ("~/a.csv", "~/a.csv"),
        ("https://example.org/a.csv", "https:/example.org/a.csv"),
    ],
)
def test_a_file_is_looked_for_from_the_folder_of_the_document(value: str, file: str, folder: Path) -> None:
    for words in (("--data", value), (f"--data={value}",), (f"-d{value}",)):
        assert check_command(("show", *words), folder=folder)[-1] == str(folder.resolve() / file)


@pytest.mark.parametrize(
    "value",
    [
        "../secret/s.csv",
        "/etc/passwd",
        "data/../../secret/s.csv",
        "link.csv",
        "linked/s.csv",
        "linked/../../secret/s.csv",
        "../docs-too/a.csv",
        "loop",
        "loop/a.csv",
        "a\0b",
        "..",
        "a" * 5000 + "/../../x",
    ],
)
@pytest.mark.parametrize("option", sorted(FILES))
def test_a_file_outside_is_refused(option: str, value: str, folder: Path) -> None:
    with pytest.raises(WrongOption) as raised:
        check_command(("show", option, value), folder=folder)

    assert str(raised.value) == (
        f"the file “{value}” is outside the folder of this document; move it there, "
        "or name its folder on the command line with --allow."
    )


@pytest.mark.parametrize("value", ["../secret/s.csv", "link.csv", "linked/s.csv"])
def test_a_folder_named_on_the_command_line_may_be_read(value: str, folder: Path) -> None:
    checked = check_command(("show", "-d", value), folder=folder, roots=(folder.parent / "secret",))

    assert checked == ("show", "-d", str((folder.parent / "secret" / "s.csv").resolve()))


def test_a_folder_is_taken_from_where_phare_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)

    assert check_command(("show", "-d", "a.csv"), folder=Path())[-1] == str(folder.resolve() / "a.csv")


# Options that a document has no use for, or that write: somebody has thought about each.
REFUSED = {
    "--output",
    "-o",
    "--color",
    "--dialect",
    "--safe-cells",
    "--help",
    "-h",
    "--each",
    "--front-matter",
    "--template",
    "--theme",
    "--picture",
    "--list-styles",
    "--raw",
    "--alt",
    "--quiet",
    "-q",
}


def options() -> dict[str, bool]:
    """Return every option of the commands that a document may hold, and whether it takes a value."""
    line = app()
    assert isinstance(line, Commands)
    context = line.make_context("phare", ["--help"], resilient_parsing=True, obj=Session())
    commands = filter(None, (line.get_command(context, name) for name in COMMANDS))
    params = (param for command in commands for param in command.params)
    return {
        name: not getattr(param, "is_flag", False)
        for param in params
        for name in (*param.opts, *param.secondary_opts)
        if name.startswith("-")
    }


def test_somebody_has_thought_about_every_option_of_these_commands() -> None:
    known = {**dict.fromkeys(VALUES, True), **dict.fromkeys(FLAGS, False)}

    unknown = {
        name: takes for name, takes in options().items() if name not in REFUSED and known.get(name) != takes
    }

    assert unknown == {}


WORDS = st.one_of(
    st.sampled_from(sorted(VALUES | FLAGS)),
    st.sampled_from(
        ["-o", "--output", "--", "-", "--output=x", "-ox", "..", "/etc/passwd", "a.csv", "-d/etc/passwd"]
    ),
    st.text(max_size=6),
    st.text("-od=/.", max_size=6),
)


@given(words=st.lists(WORDS, max_size=6))
def test_whatever_is_allowed_holds_no_other_option_and_no_other_file(words: list[str]) -> None:
    folder = Path("/nowhere/docs")
    try:
        checked = check_command(("show", *words), folder=folder)
    except WrongOption:
        return

    assert {word for word in checked if word.startswith("-")} <= VALUES | FLAGS
    for option, value in pairwise(checked):
        assert option not in FILES or Path(value).is_relative_to(folder)
