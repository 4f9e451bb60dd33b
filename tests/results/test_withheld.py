"""Marks that stand for a figure in somebody's file, once declared: suppressed, never 0, and said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from phare_cli import read

Phare = Callable[..., Any]
HEADER = "region;stakeholder;indicator;item;value;base\n"
MARKS = (":", "s", "c", "*", "<5", "[c]", "..", "x", "...", "(1)", "#", "n<30", "n/a", "confidentiel")


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_that_is_not_declared_is_no_number(phare: Phare, mark: str) -> None:
    run = phare("show -f csv", data=HEADER + f"PACA;citizens;t;a;{mark};\nPACA;citizens;t;b;57;\n")

    assert (run.status, run.out, "[not-a-number]" in run.err) == (3, "", True)


@pytest.mark.parametrize("mark", [":", "c", "*", "[c]", "..", "...", "#", ": c", "§"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "If it stands for a figure that is not there, declare it: --missing “{}”. [not-a-number]"),
        ("fr", "S’il tient lieu d’un chiffre absent, déclarez-le : --missing « {} ». [not-a-number]"),
    ],
)
def test_what_looks_like_a_mark_is_told_with_the_option_to_write(
    phare: Phare, mark: str, language: str, said: str
) -> None:
    run = phare(f"show -f csv --lang {language}", data=HEADER + f"PACA;citizens;t;a;{mark};\n")

    assert (run.status, said.format(mark) in run.err.replace("\N{NO-BREAK SPACE}", " ")) == (3, True)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "– : suppressed, “{}” in the file."), ("fr", "– : chiffre masqué, « {} » dans le fichier.")],
)
def test_a_mark_that_is_declared_is_shown_as_suppressed(
    phare: Phare, mark: str, language: str, said: str
) -> None:
    data = HEADER + f"PACA;citizens;t;a;{mark};\nPACA;citizens;t;b;57;812\nPACA;citizens;t;c;30;812\n"
    machine = phare(f"show --missing '{mark}' -f csv", data=data)
    page = phare(f"show --missing '{mark}' --lang {language}", data=data)

    values = dict(zip(machine.column("item"), machine.column("value"), strict=True))
    assert list(values.items()) == [("b", "57"), ("c", "30"), ("a", "")]
    assert (machine.err, machine.column("rank")) == ("", ["1", "2", ""])
    assert said.format(mark) in page.out.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("cell", "value", "withheld"),
    [
        ("57.1 b", 57.1, ""), ("57.1b", 57.1, ""), ("57,1 b u", 57.1, ""), ("57 % b", 57.0, ""), (": c", None, ": c"),
        (":c", None, ":c"), (":", None, ":"), ("c", None, "c"), ("", None, ""), ("–", None, ""), ("99", None, "99"),
        ("1 234", 1234.0, ""), ("990", 990.0, ""), ("9 099", 9099.0, ""),
    ],
)  # fmt: skip
def test_a_mark_beside_a_figure_leaves_the_figure(
    tmp_path: Any, cell: str, value: float | None, withheld: str
) -> None:
    (tmp_path / "a.csv").write_text(
        f"region;stakeholder;indicator;item;value;unit\nPACA;citizens;t;a;{cell};"
        f"{'count' if value and value > 100 else ''}\n",
        encoding="utf-8",
    )
    (estimate,) = read(tmp_path / "a.csv", missing=[":", "c", "b", "u", ":c", "99"]).estimates

    assert (estimate.value, estimate.withheld) == (value, withheld)


def test_a_base_may_be_withheld_too(phare: Phare) -> None:
    run = phare("show -f csv --missing c", data=HEADER + "PACA;citizens;t;a;57;c\nPACA;citizens;t;b;c;c\n")

    assert (run.status, run.column("base")) == (0, ["", ""])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "phare: note: --missing zz: no figure holds it.\n"),
        ("fr", "phare : remarque : --missing zz : aucun résultat ne le contient.\n"),
    ],
)
@pytest.mark.parametrize("command", ["show -f csv", "check -f csv"])
def test_a_mark_that_never_stands_there_is_told(phare: Phare, language: str, said: str, command: str) -> None:
    data = HEADER + "PACA;citizens;t;a;:;\n"
    run = phare(f"{command} --missing zz --missing : --lang {language}", data=data)

    assert (run.status, run.err.replace("\N{NO-BREAK SPACE}", " ")) == (0, said)


def test_what_is_named_and_what_is_suppressed_are_told_apart(phare: Phare) -> None:
    data = HEADER + "PACA;citizens;t;a;c;\nPACA;citizens;t;b;;\nPACA;citizens;t;d;57;\n"

    assert (
        "– : named without a figure, or suppressed, “c” in the file."
        in phare("show --missing c", data=data).out
    )


def test_a_suppressed_figure_is_compared_with_none(phare: Phare) -> None:
    data = HEADER + "PACA;citizens;t;a;c;900\nFrance;citizens;t;a;57;900\n"
    run = phare("compare --region PACA --missing c -f csv", data=data)

    assert (run.status, run.column("item")) == (0, [])
