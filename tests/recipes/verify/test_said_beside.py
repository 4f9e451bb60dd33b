"""What stands right beside a figure or a comparison: digits, words of size, and the pronoun of what it is held to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = (
    "region,stakeholder,indicator,item,value,base\n"
    "Écosse,Parents,Confiance,École,54,900\n"
    "Écosse,Parents,Confiance,Police,61,900\n"
    "Fife,Parents,Confiance,École,72,400\n"
    "Fife,Parents,Confiance,Police,75,400\n"
    "Moray,Parents,Confiance,École,50,400\n"
    "Moray,Parents,Confiance,Police,48,400\n"
    "Fife,Parents,Vie locale,Très bien,12,400\n"
    "Écosse,Parents,Vie locale,Très bien,10,900\n"
)
ENGLISH = DATA.replace("École", "School").replace("Confiance", "Trust").replace("Vie locale", "Local life")
ENGLISH = ENGLISH.replace("Écosse", "Scotland").replace("Très bien", "Well enough")


def _rows(phare: Phare, page: Path, text: str, data: str) -> list[dict[str, str]]:
    page.write_text(text, encoding="utf-8")
    rows: list[dict[str, str]] = phare(f"verify {page} -f json", data=data).rows
    return rows


@pytest.mark.parametrize(
    ("data", "line", "status"),
    [
        (ENGLISH, "In Scotland, just over half (54%) of parents trust the school.", "right"),
        (ENGLISH, "In Scotland, nearly six in ten parents (54%) trust the school.", "wrong"),
        (ENGLISH, "In Fife, about three quarters of parents (72%) trust the school.", "right"),
        (ENGLISH, "In Fife, just over half of parents (72%) trust the school.", "wrong"),
        (ENGLISH, "In Scotland, just over half (52%) of parents trust the school.", "wrong"),
        (ENGLISH, "In Scotland, just over half of parents trust the school.", "wrong"),
        (DATA, "En Écosse, un peu plus de la moitié des parents (54 %) font confiance à l'école.", "right"),
        (DATA, "En Écosse, près de la moitié des parents (54 %) font confiance à l'école.", "wrong"),
        (DATA, "À Moray, à peine un parent sur deux (50 %) fait confiance à l'école.", "right"),
        (DATA, "À Moray, à peine un parent sur deux fait confiance à la police.", "right"),
        (DATA, "En Écosse, à peine la moitié des parents font confiance à l'école.", "wrong"),
        (DATA, "À Moray, à peine 50 % des parents font confiance à l'école.", "right"),
        (ENGLISH, "In Scotland, barely three parents in five (61%) trust the police.", "right"),
        (ENGLISH, "In Fife, hardly one parent in ten (12%) finds that life is well enough.", "right"),
        (ENGLISH, "In Scotland, scarcely two thirds of parents trust the police.", "wrong"),
    ],
)
def test_words_beside_digits_are_held_less_strictly(
    phare: Phare, data: str, line: str, status: str, tmp_path: Path
) -> None:
    assert [row["status"] for row in _rows(phare, tmp_path / "page.md", f"{line}\n", data)] == [status]


@pytest.mark.parametrize(
    "line",
    [
        "One in five companies (21%) were engaged in partnerships in 2011.",
        "One in five French companies (21%) had a partnership in 2011.",
        "Une entreprise sur cinq (21 %) était engagée dans un partenariat en 2011.",
        "À peine une entreprise sur cinq (21 %) était engagée dans un partenariat lors de l'enquête de 2011.",
    ],
)
def test_the_year_behind_words_and_their_digits_is_of_both(phare: Phare, line: str, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(f"{line}\n", encoding="utf-8")
    [row] = phare(f"verify {tmp_path / 'page.md'} -f json").rows

    assert (row["status"], row["wave"]) == ("right", "2011")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (
            DATA,
            "À Fife, 72 % des parents font confiance à l'école, bien plus que dans l'ensemble de l'Écosse (54 %).",
        ),
        (DATA, "À Fife, 72 % des parents font confiance à l'école, bien davantage qu'en Écosse (54 %)."),
        (ENGLISH, "In Fife, 72% of parents trust the school, well above Scotland as a whole (54%)."),
        (ENGLISH, "In Fife, 72% of parents trust the school, far more than in Scotland (54%)."),
    ],
)
def test_a_word_of_size_is_no_answer(phare: Phare, data: str, line: str, tmp_path: Path) -> None:
    rows = _rows(phare, tmp_path / "page.md", f"{line}\n", data)

    assert [row["status"] for row in rows] == ["right", "right", "right"]
    assert rows[1]["text"].split()[0] in ("bien", "well", "far")


def test_by_far_is_held_to_the_size_of_a_gap(phare: Phare, tmp_path: Path) -> None:
    line = "En Écosse, 61 % des parents font confiance à la police, bien plus qu'à l'école."
    rows = _rows(phare, tmp_path / "page.md", f"{line}\n", DATA)

    assert [row["status"] for row in rows][-1] == "overstated"


def test_what_is_expected_is_no_reference(phare: Phare, tmp_path: Path) -> None:
    line = (
        "À Fife, 72 % des parents font confiance à l'école, bien plus qu'en Écosse, et bien moins que prévu."
    )
    rows = _rows(phare, tmp_path / "page.md", f"{line}\n", DATA)

    assert [row["text"] for row in rows] == ["72 %", "bien plus qu'en Écosse"]


FIRST = "In Fife, 72% of parents trust the school, more than in Scotland.\n\n"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("In Fife, 75% of parents trust the police. Parents in Moray are 27 points behind them.", "right"),
        ("In Fife, 75% of parents trust the police. Parents in Moray are 13 points behind them.", "wrong"),
        ("In Fife, 75% of parents trust the police. Parents in Moray are well behind them.", "right"),
        ("In Fife, 75% of parents trust the police. Moray is 13 points below it.", "ambiguous"),
    ],
)
def test_a_pronoun_is_whom_the_last_figure_is_of(
    phare: Phare, line: str, status: str, tmp_path: Path
) -> None:
    rows = _rows(phare, tmp_path / "page.md", f"# Trust\n\n{FIRST}{line}\n", ENGLISH)

    assert [row["status"] for row in rows][3:] == [status]
