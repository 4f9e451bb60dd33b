"""A shell is offered the names of the data as plain words: nothing of a file is ever run by pressing TAB."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from phare_cli.shell import completion

HEADER = "region,stakeholder,indicator,item,value,wave,survey\n"
HOSTILE = (
    "$(touch pwned)", "`touch pwned`", "a;touch pwned", "a&touch pwned", "a|touch pwned", "a>pwned", "~root", "-o",
    "--output=pwned", "a'b", "!touch", "$HOME", "*", "[a]", "{a,b}", "a\\b", "#a", "=ls", "(a)", "a\tb", "${a}", "?a",
)  # fmt: skip


@pytest.fixture
def offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, list[str]]]:
    """Return what is offered of each kind where every column holds *names*."""

    def offer(*names: str, incomplete: str = "") -> dict[str, list[str]]:
        rows = "".join(",".join([f'"{name}"'] * 4 + ["5"] + [f'"{name}"'] * 2) + "\n" for name in names)
        (tmp_path / "data.csv").write_text(HEADER + rows, encoding="utf-8")
        (tmp_path / "phare.toml").write_text('data = "data.csv"\n')
        monkeypatch.chdir(tmp_path)
        kinds = ("regions", "stakeholders", "indicators", "waves", "surveys")
        return {kind: getattr(completion, kind)(incomplete) for kind in kinds}

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

    assert completion.regions("") == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_runs_nothing_of_the_data(offered: Callable[..., dict[str, list[str]]], tmp_path: Path) -> None:
    offered(*HOSTILE, "Corse")
    phare = Path(sys.executable).with_name("phare")
    script = f"""
phare() {{ {shlex.quote(str(phare))} "$@"; }}; export -f phare
source <({shlex.quote(str(phare))} --show-completion bash)
COMP_WORDS=(phare show --region ''); COMP_CWORD=3
_phare_completion {shlex.quote(str(phare))}
for word in "${{COMPREPLY[@]}}"; do eval "echo $word"; done
"""
    run = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True)

    assert "corse" in run.stdout.split()
    assert not (tmp_path / "pwned").exists()
