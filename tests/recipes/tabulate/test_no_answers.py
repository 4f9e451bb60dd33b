"""A text that looks like no answer is asked about; one that is declared and never stands there is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.recipes.tabulate.no_answers import looks_missing


@pytest.mark.parametrize(
    "text", ["NA", "N/A", "n/a", "NULL", "NaN", "None", "-99", "-9", ".", "-", "#N/A", "(null)"]
)
def test_what_software_writes_for_no_answer_is_known(text: str) -> None:
    assert looks_missing(text)


@pytest.mark.parametrize("text", ["99", "9", "0", "Nantes", "None of these", "Non", "...a", "NSP", "-5"])
def test_what_people_answer_is_none_of_it(text: str) -> None:
    assert not looks_missing(text)


def tabulate(phare: Callable[..., Any], tmp_path: Path, *answers: str, more: str = "") -> Any:
    (tmp_path / "r.csv").write_text(
        "id;Q\n" + "".join(f"1;{answer}\n" for answer in answers), encoding="utf-8"
    )
    return phare(f"tabulate r.csv -r =France -s =citizens --single Q {more}")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "phare: note: “NA” counts as an answer (2 times): --missing NA leaves it out.\n"),
        ("fr", "phare : remarque : « NA » compte comme une réponse (2 fois) : --missing NA l’écarte.\n"),
    ],
)
def test_an_answer_that_looks_like_none_is_asked_about(
    phare: Callable[..., Any], tmp_path: Path, language: str, said: str
) -> None:
    run = tabulate(phare, tmp_path, "oui", "NA", "NA", "non", more=f"--lang {language}")

    assert run.status == 0
    assert run.err.replace("\u00a0", " ") == said
    assert run.column("base") == ["4", "4", "4"]


def test_no_count_is_told_where_small_ones_are_hidden(phare: Callable[..., Any], tmp_path: Path) -> None:
    run = tabulate(phare, tmp_path, "oui", "NA", "NA", "non", more="--min-count 5")

    assert "phare: note: “NA” counts as an answer: --missing NA leaves it out.\n" in run.err


def test_what_is_declared_is_left_out_and_asked_no_more(phare: Callable[..., Any], tmp_path: Path) -> None:
    run = tabulate(phare, tmp_path, "oui", "NA", "non", more="--missing NA")

    assert (run.status, run.err) == (0, "")
    assert run.column("base") == ["2", "2"]


def test_what_is_declared_and_not_there_is_told(phare: Callable[..., Any], tmp_path: Path) -> None:
    run = tabulate(phare, tmp_path, "oui", "non", more="--missing 99")

    assert run.err == "phare: note: --missing 99: no question holds it.\n"
