"""A shell is offered the names of the data as plain words: nothing of a file is ever run by pressing TAB."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from phare_cli.cli import app
from phare_cli.shell import completion

Phare = Callable[..., Any]

HEADER = "region,stakeholder,indicator,item,value,wave,survey\n"
HOSTILE = (
    "$(touch pwned)", "`touch pwned`", "a;touch pwned", "a&touch pwned", "a|touch pwned", "a>pwned", "~root", "-o",
    "--output=pwned", "a'b", "!touch", "$HOME", "*", "[a]", "{a,b}", "a\\b", "#a", "=ls", "(a)", "a\tb", "${a}", "?a",
)  # fmt: skip

NOTHING_TYPED = typer.Context(app())


@pytest.fixture
def offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, list[str]]]:
    """Return what is offered of each kind where every column holds *names*."""

    def offer(*names: str, incomplete: str = "") -> dict[str, list[str]]:
        rows = "".join(",".join([f'"{name}"'] * 4 + ["5"] + [f'"{name}"'] * 2) + "\n" for name in names)
        (tmp_path / "data.csv").write_text(HEADER + rows, encoding="utf-8")
        (tmp_path / "phare.toml").write_text('data = "data.csv"\n')
        monkeypatch.chdir(tmp_path)
        kinds = ("regions", "stakeholders", "indicators", "items", "waves", "surveys")
        return {kind: getattr(completion, kind)(NOTHING_TYPED, incomplete) for kind in kinds}

    return offer


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_shell_would_obey_is_not_offered(
    name: str, offered: Callable[..., dict[str, list[str]]]
) -> None:
    for words in offered(name).values():
        assert [word for word in words if shlex.quote(word) != word or word.startswith(("-", "~", "="))] == []


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Val de Loire", "val-de-loire"),
        ("Île d'Yeu", "ile-d-yeu"),
        ("2015-2016", "2015-2016"),
        ("a_b", "a_b"),
    ],
)
def test_a_name_that_needs_quotes_is_offered_as_a_word_that_finds_it(
    name: str, word: str, offered: Callable[..., dict[str, list[str]]]
) -> None:
    assert offered(name, incomplete=word[:2])["waves"] == [word]


def test_two_names_of_one_word_are_offered_once(offered: Callable[..., dict[str, list[str]]]) -> None:
    assert offered("A (b)", "A [b]")["waves"] == ["a-b"]


def test_a_file_that_cannot_be_read_offers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "phare.toml").write_text('data = "none.csv"\n')
    monkeypatch.chdir(tmp_path)

    assert completion.regions(NOTHING_TYPED, "") == []


Asked = Callable[..., list[str]]


@pytest.fixture
def asked(phare: Phare, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Return the words that phare offers in place of the last one of a line."""

    def ask(*words: str, shell: str = "zsh") -> list[str]:
        monkeypatch.setenv("_PHARE_COMPLETE", shell)
        run = phare(shlex.join(words))
        monkeypatch.delenv("_PHARE_COMPLETE")
        assert (run.status, run.err) == (0, "")
        return [line.partition("\t")[0] for line in run.out.splitlines()]

    return ask


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        (("",), "show"),
        (("tab",), "tabulate"),
        (("show", "--reg"), "--region"),
        (("help", "exi"), "exit-codes"),
        (("help", "pha"), "phare.toml"),
        (("show", "--region", "pac"), "paca"),
        (("show", "--region=pac",), "paca"),
        (("value", "fragilities", "--item", "emp"), "employment"),
        (("plot", "fragilities", "--item", "emp"), "employment"),
        (("show", "fragilities", "--item", "emp"), "employment"),
        (("compare", "fragilities", "--item", "emp"), "employment"),
        (("report", "--picture", "tr"), "trend"),
        (("show", "--segment", "no"), "none"),
        (("show", "--segment", "empl"), "employers"),
        (("compare", "--by", "stake"), "stakeholder"),
        (("list", "reg"), "regions"),
    ],
)  # fmt: skip
def test_a_word_that_was_begun_is_finished(asked: Asked, words: tuple[str, ...], offers: str) -> None:
    assert offers in asked(*words)


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        (("value", "fragilities", "--item", "emp"), ["emploi"]),
        (("value", "fragility-scores", "--item", "pouv"), ["pouvoir-d-achat"]),
        (("plot", "fragilities", "--item", "emp"), ["emploi"]),
        (("show", "fragilities", "--item", "emp"), ["emploi"]),
        (("compare", "fragilities", "--item", "emp"), ["emploi"]),
        (("show", "--stakeholder", "cit"), ["citoyens"]),
        (("show", "--region", "pac"), ["paca"]),
    ],
)
def test_a_word_that_was_begun_is_finished_in_the_readers_language(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], offers: list[str]
) -> None:
    monkeypatch.setenv("PHARE_LANG", "fr")

    assert asked(*words) == offers


@pytest.mark.parametrize(("words", "offers"), [(("list", "rég"), "régions"), (("help", "marg"), "marges")])
def test_a_word_that_was_begun_is_finished_in_the_project_s_language(
    asked: Asked, tmp_path: Path, words: tuple[str, ...], offers: str
) -> None:
    (tmp_path / "phare.toml").write_text('lang = "fr"\n')

    assert offers in asked(*words)


def test_a_project_s_file_that_is_wrong_is_not_told_in_the_middle_of_a_line(
    asked: Asked, tmp_path: Path
) -> None:
    (tmp_path / "phare.toml").write_text("regoin = 1")

    assert "help" in asked("hel")


def test_names_are_those_of_the_data_of_the_line(asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "un fichier.csv").write_text(HEADER + "Moselle,citizens,worries,air,40,2025,S\n")
    (tmp_path / "words.csv").write_text("kind,id,fr,aliases\nregion,Moselle,La Moselle,le 57\n")

    assert asked("show", "--data", "un fichier.csv", "--region", "") == ["moselle"]
    assert asked("show", "--codebook", "words.csv", "-d", "un fichier.csv", "-r", "m") == ["moselle"]
    assert asked("value", "worries", "--data", "un fichier.csv", "--item", "") == ["air"]


def test_items_are_those_of_the_indicator_of_the_line(asked: Asked) -> None:
    within, everywhere = (asked("value", *words, "--item", "") for words in (["engagement"], []))

    assert set(within) < set(everywhere)


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        (("value", "fragilites", "--item", "em"), ["emploi"]),
        (("show", "FRAG"), ["fragility-scores", "fragilités"]),
        (("show", "--stakeholder", "MA"), ["maires"]),
        (("show", "--region", "PAC"), ["paca"]),
        (("plot", "--style", "BARS"), ["bars"]),
        (("show", "echelle"), ["échelle-des-partenariats"]),
    ],
)
def test_words_are_those_of_the_reader_whatever_their_case_and_accents(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], offers: list[str]
) -> None:
    monkeypatch.setenv("PHARE_LANG", "fr")

    assert asked(*words) == offers


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        (("--region", "r"), ["REG"]),
        (("--weight", ""), ["POIDS", "Q2", "REG"]),
        (("--single", "Q"), ["Q2"]),
        (("--cluster", "zz"), []),
    ],
)
def test_columns_are_those_of_the_answers_of_the_line(
    asked: Asked, tmp_path: Path, words: tuple[str, ...], offers: list[str]
) -> None:
    (tmp_path / "a.csv").write_text("REG,POIDS,Q2. Où ?,Q3[a],$(touch pwned),deux mots\nPACA,1,oui,non,x,y\n")

    assert asked("tabulate", "a.csv", *words) == offers
    assert asked("tabulate", "none.csv", *words) == []


def test_files_are_left_to_the_shell(asked: Asked) -> None:
    assert [asked(*words) for words in (("check", ""), ("show", "--data", ""), ("verify", "no"))] == [
        [],
        [],
        [],
    ]


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        (("show", "--region", "=", "pac"), ["paca"]),
        (("show", "--data", "="), []),
        (("show", "--data", "'un fichier.csv'", "--region", ""), ["moselle"]),
        (("show", "--data", "un\\ fichier.csv", "--region", "'mos"), ["moselle"]),
        (("show", "--data", '"un fichier.csv'), []),
    ],
)
def test_bash_hands_over_words_as_they_are_typed(
    asked: Asked, tmp_path: Path, words: tuple[str, ...], offers: list[str]
) -> None:
    (tmp_path / "un fichier.csv").write_text(HEADER + "Moselle,citizens,worries,air,40,2025,S\n")

    assert asked(*words, shell="bash") == offers


def test_powershell_hands_the_word_begun_over_by_itself(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_PHARE_WORD", "")

    assert "paca" in asked("show", "--region", shell="powershell")


PHARE = Path(sys.executable).with_name("phare")
# How each shell is asked for what it would offer, one a line, having read phare's script.
ASKED_OF = {
    "bash": """
source <({phare} --show-completion bash)
COMP_WORDS=(phare show --region ''); COMP_CWORD=3
_phare_completion {phare}
for word in "${{COMPREPLY[@]}}"; do eval "echo $word"; done
""",
    "zsh": """
autoload -Uz compinit; compinit -u
source <({phare} --show-completion zsh)
compadd() {{ print -rl -- "${{(P)@[-1]}}" | while read -r word; do eval "echo $word"; done }}
words=(phare show --region ''); CURRENT=4
_phare_completion
""",
    "fish": """
{phare} --show-completion fish | source
for word in (complete --do-complete 'phare show --region '); eval "echo $word"; end
for word in (complete --do-complete 'phare show --region='); eval "echo $word"; end
""",
}


@pytest.mark.parametrize("shell", ASKED_OF)
def test_a_shell_offers_names_and_runs_nothing_of_the_data(
    offered: Callable[..., dict[str, list[str]]], tmp_path: Path, shell: str
) -> None:
    offered(*HOSTILE, "Corse")
    environment = {**os.environ, "PATH": f"{PHARE.parent}:{os.environ['PATH']}", "HOME": str(tmp_path)}
    script = ASKED_OF[shell].format(phare=shlex.quote(str(PHARE)))

    run = subprocess.run([shell, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True)

    assert "corse" in run.stdout.split()
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize(
    ("shell", "files"),
    [
        ("zsh", {".zfunc/_phare", ".zshrc"}),
        ("bash", {".bash_completions/phare.sh", ".bashrc"}),
        ("fish", {".config/fish/completions/phare.fish"}),
    ],
)
def test_the_shell_that_is_named_is_installed_twice_as_once(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str, files: set[str]
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name, value in (("HOME", str(home)), ("ZDOTDIR", ""), ("XDG_CONFIG_HOME", "")):
        monkeypatch.setenv(name, value)
    (home / ".zshrc").write_bytes(b"export A=\xe9")
    (home / ".bashrc").write_bytes(b"export A=\xe9")

    once = [phare(f"--install-completion {shell}"), contents(home)][1]
    twice = [phare(f"--install-completion={shell}"), contents(home)][1]

    assert once == twice
    assert {name for name, content in once.items() if content != b"export A=\xe9"} == files
    assert all(content.startswith(b"export A=\xe9") for name, content in once.items() if name.endswith("rc"))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("--install-completion dash", "--install-completion takes bash, zsh, fish, powershell or pwsh."),
        (
            "--install-completion pwsh",
            "pwsh cannot be run here: add what --show-completion pwsh prints",
        ),
    ],
)
def test_a_shell_that_cannot_be_installed_is_told(
    phare: Phare, monkeypatch: pytest.MonkeyPatch, command: str, sentence: str
) -> None:
    monkeypatch.setenv("PATH", "")

    run = phare(command)

    assert (run.status, run.err.startswith(f"phare: {sentence}")) == (2, True)


def test_powershell_is_told_how_to_ask(phare: Phare) -> None:
    script = phare("--show-completion powershell").out

    assert script == phare("--show-completion pwsh").out
    assert [script.count(sign) for sign in "{}()[]"] == [script.count(sign) for sign in "}{)(]["]
    assert "Invoke-Expression" not in script
    assert "Register-ArgumentCompleter -Native -CommandName phare" in script
