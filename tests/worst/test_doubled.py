"""What would count twice: a file, a respondent, a question, an option. None of them does so in silence."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
TEXT = "id;Q;V;G\n1;oui;2019;maires\n2;non;2019;maires\n3;oui;2019;maires\n"
TABULATE = "tabulate {files} -r =France -s =citizens --single Q {more} -f csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one file under many names, and another one."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.csv").write_text(TEXT)
    (tmp_path / "copy.csv").write_text(TEXT)
    (tmp_path / "sub" / "a.csv").write_text(TEXT)
    (tmp_path / "next.csv").write_text(TEXT.replace("oui", "non"))
    (tmp_path / "link.csv").symlink_to(tmp_path / "a.csv")
    os.link(tmp_path / "a.csv", tmp_path / "hard.csv")
    for name in ("a.gz", "b.gz"):
        (tmp_path / name).write_bytes(gzip.compress(TEXT.encode(), mtime=0))
    return tmp_path


@pytest.mark.parametrize(
    ("files", "named", "said"),
    [
        ("a.csv a.csv", "a.csv", "named twice"),
        ("a.csv ./a.csv", "a.csv", "named twice"),
        ("a.csv sub/../a.csv", "sub/../a.csv", "named twice"),
        ("a.csv link.csv", "link.csv", "named twice"),
        ("a.csv hard.csv", "hard.csv", "named twice"),
        ("link.csv hard.csv", "hard.csv", "named twice"),
        ("a.csv copy.csv", "copy.csv", "holds what a.csv holds"),
        ("a.csv sub/a.csv", "sub/a.csv", "holds what a.csv holds"),
        ("a.csv next.csv copy.csv", "copy.csv", "holds what a.csv holds"),
        ("a.gz b.gz", "b.gz", "holds what a.gz holds"),
    ],
)
def test_a_file_that_is_given_twice_is_a_problem(
    phare: Phare, folder: Path, files: str, named: str, said: str
) -> None:
    run = phare(TABULATE.format(files=files, more=""))

    assert (run.status, run.out, "[duplicate-file]" in run.err) == (3, "", True)
    assert run.err.startswith(f"phare: {named}: ")
    assert said in run.err


def test_a_file_that_is_given_twice_is_told_in_french(phare: Phare, folder: Path) -> None:
    run = phare(TABULATE.format(files="a.csv a.csv copy.csv", more="--lang fr"))

    assert "ce fichier est nommé deux fois" in run.err
    assert "ce fichier contient exactement ce que contient a.csv" in run.err


def test_two_files_of_other_respondents_are_added(phare: Phare, folder: Path) -> None:
    assert phare(TABULATE.format(files="a.csv next.csv", more="")).column("base") == ["6", "6"]


@pytest.mark.parametrize(
    ("rows", "more", "lines"),
    [
        ("1;oui;2019;a\n1;oui;2019;a\n", "", {3: 2}),
        ("1;oui;2019;a\n1;non;2019;a\n", "", {3: 2}),
        ("1;oui;2019;a\n2;non;2019;a\n1;non;2019;a\n1;oui;2019;a\n", "", {4: 2, 5: 2}),
        ("1;oui;2019;a\n 1 ;non;2019;a\n", "", {3: 2}),
        ('1;oui;2019;a\n"1";non;2019;a\n', "", {3: 2}),
        ('1;oui;2019;a\n="1";non;2019;a\n', "", {3: 2}),
        ("1;oui;2019;a\n1;oui;2020;a\n", "", {3: 2}),
        ("1;oui;2019;a\n1;oui;2020;a\n", "--wave V", {}),
        ("1;oui;2019;a\n1;oui;2020;a\n1;oui;2020;a\n", "--wave V", {4: 3}),
        ("01;oui;2019;a\n1;oui;2019;a\n", "", {}),
        (";oui;2019;a\n;oui;2019;a\n", "", {}),
    ],
)
def test_an_identifier_that_stands_twice_is_a_problem(
    phare: Phare, tmp_path: Path, rows: str, more: str, lines: dict[int, int]
) -> None:
    (tmp_path / "a.csv").write_text("id;Q;V;G\n" + rows)
    run = phare(TABULATE.format(files="a.csv", more=f"--id id {more}"))
    told = "".join(
        f"phare: a.csv, line {line}, column id: the respondent of this line stands on line {first} already: "
        "keep one of the two. [duplicate-respondent]\n"
        for line, first in lines.items()
    )

    assert run.err.startswith(told)
    assert run.status == (3 if lines else 0)


def test_an_identifier_may_come_again_in_another_group(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id;Q;G\n1;oui;maires\n1;oui;citoyens\n")

    assert phare("tabulate a.csv -r =France -s G --single Q --id id -f csv").status == 0


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "stands on line 2 of a.csv already"), ("fr", "figure déjà ligne 2 de a.csv")],
)
def test_an_identifier_is_known_across_files(phare: Phare, tmp_path: Path, language: str, said: str) -> None:
    (tmp_path / "a.csv").write_text(TEXT)
    (tmp_path / "b.csv").write_text("id;Q;V;G\n7;oui;2019;maires\n1;non;2019;maires\n")
    (tmp_path / "s.toml").write_text(
        'region = "=France"\nstakeholder = "=citizens"\nid = "id"\n[[question]]\nindicator = "q"\ncolumn = "Q"\n'
    )
    run = phare(f"tabulate a.csv b.csv --spec s.toml --lang {language}")

    assert (run.status, said in run.err) == (3, True)


def spec(*questions: str) -> str:
    head = 'region = "=France"\nstakeholder = "G"\n'
    return head + "".join(f'[[question]]\nindicator = "i"\n{each}\n' for each in questions)


@pytest.mark.parametrize(
    ("questions", "status"),
    [
        (('column = "Q"', 'column = "V"'), 3),
        (('column = "Q"', 'column = "Q"'), 3),
        (
            (
                'column = "Q"\n[question.asked]\nG = ["maires"]',
                'column = "V"\n[question.asked]\nG = ["maires"]',
            ),
            3,
        ),
        (
            (
                'column = "Q"\n[question.asked]\nG = ["maires"]',
                'column = "V"\n[question.asked]\nG = ["élus"]',
            ),
            0,
        ),
        (('column = "Q"', 'column = "id"\nkind = "score"'), 0),
    ],
)
def test_two_questions_of_one_indicator_are_a_problem(
    phare: Phare, tmp_path: Path, questions: tuple[str, ...], status: int
) -> None:
    (tmp_path / "a.csv").write_text(TEXT + "4;oui;2019;élus\n", encoding="utf-8")
    (tmp_path / "s.toml").write_text(spec(*questions), encoding="utf-8")
    run = phare("tabulate a.csv --spec s.toml")

    assert (run.status, "[duplicate-indicator]" in run.err) == (status, status == 3)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "two questions are called “Q” and would be one ranking"),
        ("fr", "deux questions s’appellent « Q » et n’en feraient qu’une"),
    ],
)
def test_a_column_that_is_asked_twice_is_a_problem(
    phare: Phare, folder: Path, language: str, said: str
) -> None:
    run = phare(TABULATE.format(files="a.csv", more=f"--single Q --lang {language}"))

    assert (run.status, said in run.err.replace("\N{NO-BREAK SPACE}", " ")) == (3, True)


@pytest.mark.parametrize(
    "options",
    [
        "--wave V --wave G", "--weight id --weight V",
        "-r =PACA", "--region =PACA", "-s=mayors", "--survey a --survey b", "-f json", "--separator , --separator ';'",
    ],
)  # fmt: skip
def test_an_option_that_takes_one_value_is_given_once(phare: Phare, folder: Path, options: str) -> None:
    run = phare(TABULATE.format(files="a.csv", more=options))

    assert (run.status, run.out) == (2, "")
    assert "is given twice, and takes one value: keep one of the two.\n" in run.err


def test_an_option_that_is_given_twice_is_told_in_french(phare: Phare) -> None:
    run = phare("show --decimal comma --decimal point --lang fr")

    assert run.err.replace("\N{NO-BREAK SPACE}", " ") == (
        "phare : --decimal est donnée deux fois et ne prend qu’une valeur : gardez-en une.\n"
    )


def test_an_option_that_repeats_may_come_twice(phare: Phare) -> None:
    assert phare("show fragilities --region PACA --region France").status == 0


def weighted(weights: tuple[str, ...]) -> str:
    return "Q;W\n" + "".join(
        f"{'rare' if not place else 'oui'};{each}\n" for place, each in enumerate(weights)
    )


@pytest.mark.parametrize(
    "weights",
    [
        ("0.01", *("1",) * 49), ("1e-7", *("1",) * 49), ("0.2", *("1", "3") * 10), ("1", *("100",) * 5),
        ("0.5", "2", "2"), ("0,5", "2,5", "2,5"), ("1", "9", "9", "9"), ("0.1", "0.3", "0.3", "0.3"),
        ("1", "2", "1000"), ("0.001", "0.999"),
    ],
)  # fmt: skip
def test_a_check_does_not_doubt_what_phare_weighted(
    phare: Phare, tmp_path: Path, weights: tuple[str, ...]
) -> None:
    (tmp_path / "a.csv").write_text(weighted(weights))
    assert phare("tabulate a.csv -r =France -s =citizens --single Q --weight W -o r.csv").status == 0

    assert "base-too-small" not in phare("check r.csv").out


def test_a_base_that_nothing_weights_is_doubted(phare: Phare) -> None:
    results = "region,stakeholder,indicator,item,value,base,effective_base\nFrance,citizens,i,a,0.2,50,50\n"
    run = phare("show", data=results + "France,citizens,i,b,57,50,50\n")

    assert "phare check tells which and why" in run.err
