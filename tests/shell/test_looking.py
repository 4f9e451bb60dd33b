"""What closes a list of problems is what to type next, and it answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]

RIGHT = "region,stakeholder,indicator,item,value\nPACA,citizens,w,air,57\n"
WRONG = RIGHT + "PACA,citizens,w,sea,x\n"
SPEC = 'region = "REG"\nstakeholder = "=citizens"\n[[question]]\nindicator = "q"\ncolumn = "Q"\n'
FILES = {
    "right.csv": RIGHT,
    "wrong results.csv": WRONG,
    "answers.csv": "REG,Q,AGE\nPACA,oui,1\nPACA,non,2\n",
    "short.csv": "REG,Q\nPACA,oui\nPACA\n",
    "spec.toml": SPEC,
    "wrong.toml": SPEC + 'colum = "Q"\n',
    "none.toml": "= 1",
    "margins.csv": "column,value,target\nAGE,1,many\n",
    "book.csv": "kind;id;fr\nville;Alès;Alès\n",
    "theme.toml": "bar = 1\n",
    "table.csv": ";A;B\nair;50;60\nsea;40;30\n",
    "layout.toml": '[[table]]\nrnge = "A1:C3"\n',
}


@pytest.mark.parametrize(
    ("command", "look"),
    [
        ("show --data 'wrong results.csv'", 'phare check "wrong results.csv"'),
        ("show --data right.csv --data 'wrong results.csv'", 'phare check "wrong results.csv"'),
        (
            "show --data 'wrong results.csv' --map item=item --map 'wave==en 2020' --decimal point --missing :",
            'phare check "wrong results.csv" --map item=item --map "wave==en 2020" --decimal point --missing :',
        ),
        ("tabulate answers.csv --spec wrong.toml", "phare help spec"),
        ("tabulate answers.csv --spec none.toml", "phare help spec"),
        ("tabulate short.csv --region REG --stakeholder =citizens --single Q", "phare help tabulate"),
        ("tabulate answers.csv --spec spec.toml --rake margins.csv", "phare help margins"),
        ("show --codebook book.csv", "phare help codebook"),
        ("check right.csv --codebook book.csv", "phare help codebook"),
        ("plot engagement --theme theme.toml -o a.svg", "phare help theme"),
        ("tidy table.csv --spec layout.toml", "phare help tables"),
    ],
)
def test_what_is_to_be_typed_answers(phare: Phare, tmp_path: Path, command: str, look: str) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    ran = phare(command)
    found = re.search(r"\((phare .*)\)\n\Z", ran.err)

    assert found is not None, ran.err
    assert found[1].replace("'", '"') == look
    assert phare(found[1].removeprefix("phare ")).status in (0, 1)


def test_standard_input_cannot_be_checked_again(phare: Phare) -> None:
    ran = phare("show --data -", stdin=WRONG.encode())

    assert ran.err.endswith("1 problem: nothing was shown.\n")
