"""An option that is given the empty text, as out of a shell's variable that is not set, is refused by every command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.cli import app
from phare_cli.shell.command_list import COMMANDS, load
from phare_cli.shell.typer_app import Command

Phare = Callable[..., Any]
# Options for which the empty text has a documented meaning: none has one today.
MEANT: frozenset[tuple[str, str]] = frozenset()


def options(command: Any) -> list[str]:
    """Return every spelling of the options of a command that take a value."""
    return [
        spelling
        for param in command.params
        if param.param_type_name == "option" and not param.is_flag
        for spelling in param.opts
    ]


OPTIONS = [
    *(("", spelling) for spelling in options(app())),
    *((name, spelling) for name in COMMANDS for spelling in options(load(name, Command))),
]


def test_every_command_that_takes_values_is_walked() -> None:
    assert {name for name, _ in OPTIONS} == {"", *COMMANDS}


@pytest.mark.parametrize(("name", "option"), [each for each in OPTIONS if each not in MEANT])
def test_an_option_with_an_empty_text_is_refused(
    phare: Phare, tmp_path: Path, name: str, option: str
) -> None:
    spellings = [f'{option} ""', f'{option}=""'] if option.startswith("--") else [f'{option} ""']
    for given in spellings:
        run = phare(f"{name} {given} word")

        assert (run.status, run.out) == (2, "")
        assert "is given an empty text: give it a value, or leave it out." in run.err
        assert list(tmp_path.iterdir()) == []


def test_weights_lost_with_their_variable_are_not_left_out(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("R,W,Q\nPACA,1,x\nPACA,9,y\n", encoding="utf-8")

    run = phare('tabulate a.csv --region R --stakeholder =citizens --single Q --weight ""')

    assert (run.status, run.out) == (2, "")
    assert run.err == (
        "phare: --weight is given an empty text: give it a value, or leave it out. "
        "A variable of the shell that is not set is empty.\n"
    )


def test_one_empty_text_among_others_is_refused_in_french_too(phare: Phare) -> None:
    run = phare('show --region PACA --region "" --lang fr')

    assert (run.status, run.err) == (
        2,
        "phare\u00a0: --region reçoit un texte vide\u00a0: donnez-lui une valeur ou retirez cette option. "
        "Une variable du shell non définie est vide.\n",
    )


def test_an_option_that_ends_in_an_equals_sign_is_not_empty(phare: Phare) -> None:
    data = "region,stakeholder,indicator,item,value,note\nPACA,citizens,i,a,5,x\n"

    assert phare("show --map note= -f csv", data=data).status == 0


def test_a_block_with_an_empty_option_is_refused(phare: Phare, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    text = '<!-- phare: show engagement --region "" -->\n<!-- /phare -->\n'
    note.write_text(text, encoding="utf-8")

    run = phare("update note.md")

    assert run.status == 3
    assert "--region is given an empty text" in run.err
    assert note.read_text("utf-8") == text
