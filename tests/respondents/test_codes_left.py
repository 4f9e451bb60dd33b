"""What is still called by codes is told where it is counted and where it is checked, once; words are never doubted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
ROWS = "".join(f"A{at % 3 + 1},A{at % 4 + 1},{'YN'[at % 2]},{'YN'[at % 3 > 0]},\n" for at in range(60))
HEADER = "REG,FREQ,F[SQ001],F[SQ002],F[other]\n"
SPEC = """
region = "{region}"
stakeholder = "=citizens"
[[question]]
indicator = "fréquence"
column = "FREQ"
{options}
[[question]]
indicator = "freins"
kind = "set"
[question.options]
"F[SQ001]" = "{first}"
"F[SQ002]" = "{second}"
"""
WORDS = '[question.options]\nA1 = "souvent"\nA2 = "parfois"\nA3 = "rarement"\nA4 = "jamais"'


@pytest.fixture
def told(tmp_path: Path, phare: Phare) -> Callable[..., tuple[Any, Any]]:
    """Return a function that counts by a spec and checks what was counted."""

    def run(lang: str = "en", **filled: str) -> tuple[Any, Any]:
        (tmp_path / "r.csv").write_text(HEADER + ROWS, encoding="utf-8")
        known = {"region": "=Bretagne", "options": WORDS, "first": "temps", "second": "coût"}
        (tmp_path / "s.toml").write_text(SPEC.format(**known | filled), encoding="utf-8")
        return (
            phare(f"tabulate r.csv --spec s.toml -o results.csv --lang {lang}"),
            phare(f"check results.csv --lang {lang}"),
        )

    return run


@pytest.mark.parametrize(
    ("lang", "filled", "said"),
    [
        ("en", {"options": ""}, "codes stand for words, as A1: “fréquence”."),
        ("fr", {"options": ""}, "des codes tiennent lieu de mots, comme A1 : « fréquence »."),
        ("en", {"first": "SQ001", "second": "SQ002"}, "codes stand for words, as SQ001: “freins”."),
        ("fr", {"region": "REG"}, "des codes tiennent lieu de mots, comme A1 : lieux."),
        ("en", {"region": "REG", "options": ""}, "codes stand for words, as A1: places and “fréquence”."),
    ],
)
def test_codes_left_in_a_spec_are_told_once_by_each_command(
    told: Callable[..., tuple[Any, Any]], lang: str, filled: dict[str, str], said: str
) -> None:
    counted, checked = told(lang, **filled)

    plain = [text.replace("\N{NO-BREAK SPACE}", " ") for text in (counted.err, checked.out)]
    assert [text.count(said) for text in plain] == [1, 1]


def test_words_are_not_told_of(told: Callable[..., tuple[Any, Any]]) -> None:
    counted, checked = told()

    assert ("codes stand" in counted.err, "codes" in checked.out) == (False, False)


def test_a_draft_marks_what_people_wrote_of_their_own(tmp_path: Path, phare: Phare) -> None:
    (tmp_path / "r.csv").write_text(
        "id,submitdate,lastpage,"
        + HEADER
        + "".join(f"{at},2025-05-01 10:00:00,4,{row}\n" for at, row in enumerate(ROWS.splitlines())),
        encoding="utf-8",
    )
    drafted = phare("tabulate r.csv --draft --lang fr").out

    assert '"F[other]" = "Autre"  # check: ce que les répondants ont écrit eux-mêmes' in drafted
    assert "# colonne = modalité  # check: des codes" in drafted
