"""What is wrong in a spec and in its file is told in one round: keys, columns, values and items, with what is near."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.api import tabulate
from phare_cli.nouns.errors import InvalidData

Phare = Callable[..., Any]

ANSWERS = (
    "REG,POIDS,Q7,Q3[1],Q3[2],AGE,NOTE,ID\n"
    "PACA,1,oui,Oui,Non,30,7,a\nBretagne,1,non,Non,Oui,xx,8,b\nPACA,1,peut-être,Non,Oui,40,99,a\n"
)
RIGHT = """region = "REG"
stakeholder = "=citizens"
weight = "POIDS"
[[question]]
indicator = "q7"
column = "Q7"
options = {"oui" = "oui", "non" = "non", "peut-être" = "nsp"}
[[question]]
indicator = "q3"
kind = "set"
options = {"Q3[1]" = "emploi", "Q3[2]" = "santé"}
"""
SCORE = '[[question]]\nindicator = "note"\nkind = "score"\ncolumn = "NOTE"\n'


def told(phare: Phare, folder: Path, spec: str, options: str = "") -> list[str]:
    """Return the code of each problem, and the column or key that it is told of."""
    (folder / "a.csv").write_text(ANSWERS, encoding="utf-8")
    (folder / "s.toml").write_text(spec, encoding="utf-8")
    run = phare(f"tabulate a.csv --spec s.toml {options}")
    assert run.out == ""
    heads = [line.split(": ")[1] for line in run.err.splitlines() if line.endswith("]")]
    codes = [line.rpartition("[")[2].removesuffix("]") for line in run.err.splitlines() if line.endswith("]")]
    places = [
        head.rpartition("column ")[2] if "column " in head else head.rpartition("key ")[2] for head in heads
    ]
    return [f"{code} {place}" for code, place in zip(codes, places, strict=True)]


# What is changed in a spec that is right, and all that is then told.
WRONG = {
    "columns of places and values": (
        [('"REG"', '"REGION"'), ("[[question]]", 'segment = "AGES"\n[[question]]'), ("", SCORE)],
        ["missing-column REGION", "missing-column AGES", "not-a-score NOTE"],
    ),
    "a column of one question, values of another": (
        [('column = "Q7"', 'column = "Q77"'), ("", SCORE)],
        ["missing-column Q77", "not-a-score NOTE"],
    ),
    "an option of a set": (
        [('"Q3[2]"', '"Q3[9]"'), ("", SCORE)],
        ["missing-column Q3[9]", "not-a-score NOTE"],
    ),
    "a key and a column": (
        [('stakeholder =', 'stakholder = "x"\nstakeholder ='), ('"POIDS"', '"POID"'), ("", SCORE)],
        ["wrong-spec stakholder", "missing-column POID", "not-a-score NOTE"],
    ),
    "a filter on a column that is not there": (
        [("[[question]]", 'where = "AGES >= 18"\n[[question]]'), ("", SCORE)],
        ["missing-column AGES", "not-a-score NOTE"],
    ),
    "strata, clusters and an identifier": (
        [("[[question]]", 'strata = ["S"]\ncluster = ["G"]\nid = "IDE"\n[[question]]'), ("", SCORE)],
        ["missing-column S", "missing-column G", "missing-column IDE", "not-a-score NOTE"],
    ),
    "an item of a net and a column": (
        [('indicator = "q7"', 'indicator = "q7"\nnets = { "x" = ["ouii"] }'), ('"REG"', '"REGION"')],
        ["wrong-spec question[1].nets.x", "missing-column REGION"],
    ),
    "a question that is asked wrongly is not judged by its values": (
        [('column = "Q7"', 'column = "Q7"\nknd = "single"'), ('"peut-être" = "nsp"', '"peut" = "nsp"')],
        ["wrong-spec question[1].knd"],
    ),
    "a question without what it is divided by": (
        [
            (
                "",
                '[[question]]\nindicator = "l"\nkind = "number"\ncolumn = "NOTE"\nunit = "€"\nper = "P"\n' + SCORE,
            )
        ],
        ["missing-column P", "not-a-score NOTE"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "problems"), WRONG.values(), ids=WRONG)
def test_all_that_is_wrong_is_told_at_once(
    phare: Phare, tmp_path: Path, changes: list[tuple[str, str]], problems: list[str]
) -> None:
    spec = RIGHT
    for old, new in changes:
        spec = spec.replace(old, new, 1) if old else spec + new

    assert told(phare, tmp_path, spec) == problems


def test_a_right_spec_of_right_answers_is_told_nothing_of(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "s.toml").write_text(RIGHT, encoding="utf-8")
    run = phare("tabulate a.csv --spec s.toml --quiet -o r.csv")

    assert (run.status, run.err) == (0, "")


def test_columns_of_margins_and_of_the_spec_are_told_together(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("column,value,target\nSEXE,1,0.5\nSEXE,2,0.5\n", encoding="utf-8")

    assert told(phare, tmp_path, RIGHT.replace('"REG"', '"REGION"') + SCORE, "--rake m.csv") == [
        "missing-column SEXE",
        "missing-column REGION",
        "not-a-score NOTE",
    ]


def test_python_is_told_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "s.toml").write_text(
        RIGHT.replace('"REG"', '"REGION"').replace("weight", "wieght"), encoding="utf-8"
    )

    with pytest.raises(InvalidData) as raised:
        tabulate(str(tmp_path / "a.csv"), spec=tmp_path / "s.toml")
    assert [(each.code, each.column) for each in raised.value.problems] == [
        ("wrong-spec", "wieght"),
        ("missing-column", "REGION"),
    ]


@pytest.mark.parametrize(
    ("net", "said"),
    [
        ('["oui", "nsp"]', None),
        ('["Oui "]', None),
        ('["ouii"]', "no item of this question is called “ouii”. Did you mean “oui”?"),
        ('["jamais"]', "no item of this question is called “jamais”. Items: oui, non and nsp."),
        (
            '{ plus = ["oui"], minus = ["nom"] }',
            "no item of this question is called “nom”. Did you mean “non”?",
        ),
    ],
)
def test_items_of_a_net_are_those_of_its_question(
    phare: Phare, tmp_path: Path, net: str, said: str | None
) -> None:
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    spec = RIGHT.replace('indicator = "q7"\n', f'indicator = "q7"\nnets = {{ "x" = {net} }}\n')
    (tmp_path / "s.toml").write_text(spec, encoding="utf-8")
    run = phare("tabulate a.csv --spec s.toml --quiet -o r.csv")

    assert (run.status, said is None or said in run.err) == (0 if said is None else 3, True)
