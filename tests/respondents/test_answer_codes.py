"""A first spec says which columns hold codes in place of answers, how to have words, and guesses nothing of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.forms.guessed_forms import guessed_forms
from phare_cli.language.known_by_words.coded_answers import are_codes
from phare_cli.results import read

Phare = Callable[..., Any]
ROWS = 60


@pytest.mark.parametrize(
    ("answers", "are"),
    [
        (["A1", "A2", "A3"], True), (["A1", "A2", "-oth-"], True), (["AO01", "AO02"], True), (["SQ001", "SQ002"], True),
        (["R1", "R2"], True), (["T1", "T2", "T3"], False), (["F2", "F3"], False), (["M1", "M2"], False),
        (["A1", "B1", "B2", "C1"], False), (["A1", "Autre"], False), (["A1"], False), (["Oui", "Non"], False),
    ],
)  # fmt: skip
def test_codes_are_of_one_list(answers: Sequence[str], are: bool) -> None:
    assert are_codes(answers) is are


def answers(**columns: Sequence[str]) -> str:
    """Return a file of respondents as LimeSurvey writes it, with some columns."""
    names = ("id", "submitdate", "lastpage", *columns)
    rows = [
        (str(row), "2025-05-01 10:00:00", "4", *(texts[row % len(texts)] for texts in columns.values()))
        for row in range(1, ROWS)
    ]
    return "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in (names, *rows))


CODED = answers(**{
    "Votre département": ["A1", "A2", "A3"], "Vous êtes ...": ["A1", "A2"], "Satisfaction": ["A1", "A2", "A3", "A4"],
    "Bénévole": ["Y", "N"], "Taille": ["1", "2", "3"], "D[SQ001]": ["Y", ""], "D[SQ002]": ["", "Y"],
})  # fmt: skip


@pytest.fixture
def drafted(tmp_path: Path, phare: Phare) -> Callable[[str, str], Any]:
    def draft(text: str, lang: str) -> Any:
        (tmp_path / "enq.csv").write_text(text, encoding="utf-8")
        return phare(f"tabulate enq.csv --draft --lang {lang}")

    return draft


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "answers are codes, as A1, in “Votre département”, “Vous êtes ...” and “Satisfaction”",
        ),
        (
            "fr",
            "les réponses sont des codes, comme A1, dans « Votre département », « Vous êtes ... » et « Satisfaction »",
        ),
    ],
)
def test_it_says_so_in_the_spec_and_beside_it(
    drafted: Callable[[str, str], Any], lang: str, said: str
) -> None:
    run = drafted(CODED, lang)

    assert said in run.out.replace("\u00a0", " ")
    assert said in run.err.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "line",
    [
        'stakeholder = "=all"  # check: codes do not say who answered; a column may\n# stakeholder = "Vous êtes ..."\n',
        '[recode.region]  # check: codes: write behind each what it means\n"A1" = "A1"\n',
        '[question.options]  # answer = item  # check: codes: write behind each what it means\n"A1" = "A1"\n',
        '[question.options]  # column = item  # check: codes: write behind each what it means\n"D[SQ001]" = "SQ001"\n',
        "[question.options]  # answer = item  # check: numbers: if they are codes, write behind each what it means\n",
        '"N" = "No"\n"Y" = "Yes"\n',
    ],
)
def test_codes_wait_for_their_words(drafted: Callable[[str, str], Any], line: str) -> None:
    assert line in drafted(CODED, "en").out


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_words_are_told_nothing_of_codes(drafted: Callable[[str, str], Any], lang: str) -> None:
    run = drafted(
        answers(Logement=["T1", "T2", "T3"], Satisfaction=["Très", "Peu"], Note=["1", "2", "3"]), lang
    )

    assert 'stakeholder = "=citizens"' in run.out
    assert "code" not in run.out + run.err


def test_what_is_written_behind_a_code_is_its_name(
    drafted: Callable[[str, str], Any], phare: Phare, tmp_path: Path
) -> None:
    spec = drafted(CODED, "fr").out
    for code, place in (("A1", "Gard"), ("A2", "Lozère"), ("A3", "Hérault")):
        spec = spec.replace(f'"{code}" = "{code}"', f'"{code}" = "{place}"', 1)
    (tmp_path / "spec.toml").write_text(spec, encoding="utf-8")
    run = phare("tabulate enq.csv --spec spec.toml -o tidy.csv")

    assert run.status == 0
    assert set(read(tmp_path / "tidy.csv").names("region")) == {"Gard", "Lozère", "Hérault"}
    assert (
        "Oui" in phare("show Bénévole -r gard --lang fr", data=(tmp_path / "tidy.csv").read_text("utf-8")).out
    )


def test_begin_tells_it_too(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "enq.csv").write_text(CODED, encoding="utf-8")

    assert "answers are codes, as A1, in “Votre département”" in phare("init --yes").err


@pytest.mark.parametrize(
    ("kind", "name", "is_word"),
    [
        ("region", "A1", False), ("region", "Q12", False), ("item", "SQ001", False), ("indicator", "NOTE", False),
        ("indicator", "DIF", False), ("item", "A-2", False), ("region", "Gardanne", True), ("region", "GARD", True),
        ("item", "Transports", True), ("indicator", "Soucis du quotidien", True),
    ],
)  # fmt: skip
def test_a_code_has_no_form_to_guess(kind: str, name: str, is_word: bool) -> None:
    assert bool(guessed_forms(kind, name)) is is_word
