"""A figure is wrong of no cell where names around it, which its own words leave open, are of one that holds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,segment,indicator,item,value,unit,base,response\n"


def survey(question: str, items: tuple[str, ...], rows: tuple[tuple[Any, ...], ...]) -> str:
    """Return what groups answer, by wave, place and part."""
    return HEAD + "".join(
        f"{wave},{place},{group},{part},{question},{item},{value},percent,900,multiple\n"
        for wave, place, group, part, *values in rows
        for item, value in zip(items, values, strict=True)
    )


FR = survey(
    "envies",
    ("cultiver un potager", "élever des poules"),
    (
        ("2020", "France", "citadins", "", 31, 9),
        ("2024", "France", "citadins", "", 44, 13),
        ("2024", "France", "citadins", "avec jardin", 57, 22),
        ("2024", "France", "ruraux", "", 62, 37),
        ("2020", "Corse", "ruraux", "", 50, 26),
        ("2024", "Corse", "ruraux", "", 71, 48),
        ("2024", "Corse", "citadins", "", 53, 17),
    ),
)
EN = survey(
    "wishes",
    ("growing vegetables", "keeping hens"),
    (
        ("2020", "England", "townspeople", "", 31, 9),
        ("2024", "England", "townspeople", "", 44, 13),
        ("2024", "England", "townspeople", "with a garden", 57, 22),
        ("2024", "England", "villagers", "", 62, 37),
        ("2024", "Kent", "villagers", "", 71, 48),
        ("2024", "Kent", "townspeople", "", 53, 17),
    ),
)


@pytest.mark.parametrize(
    ("data", "text", "words", "status"),
    [
        (EN, "In 2020, 31% of townspeople in England dreamt of growing vegetables. By 2024 the share had risen to "
             "44%, and to more than half among townspeople with a garden.", "44%", "right"),
        (FR, "En France, 44 % des citadins rêvent de cultiver un potager, contre 62 % des ruraux.", "62 %", "right"),
        (FR, "En France, 62 % des citadins rêvent de cultiver un potager, contre 44 % des ruraux.", "62 %", "wrong"),
        (EN, "In England, 62% of townspeople dream of growing vegetables, against 44% of villagers.", "62%", "wrong"),
        (EN, "In Kent, 44% of townspeople dream of growing vegetables, fewer than in England.", "44%", "wrong"),
        (FR, "En Corse, 48 % des ruraux rêvent d'élever des poules, moins d'un cinquième des citadins. Un potager, "
             "c'est l'envie d'un tiers des ruraux.", "un tiers", "wrong"),
    ],
)  # fmt: skip
def test_a_figure_is_wrong_of_what_its_own_words_say_alone(
    phare: Phare, tmp_path: Path, data: str, text: str, words: str, status: str
) -> None:
    (tmp_path / "page.txt").write_text(f"{text}\n", encoding="utf-8")

    rows = phare("verify page.txt -f json", data=data).rows

    assert next(row["status"] for row in rows if row["text"] == words) == status


@pytest.mark.parametrize(
    ("data", "text", "status"),
    [
        (FR, "En Corse, les deux envies y tiennent : 71 % des ruraux cultiveraient un potager, 9 points de plus "
             "qu'au niveau national.", "right"),
        (FR, "En Corse, 71 % des ruraux rêvent de cultiver un potager, 20 points de plus qu'au niveau national.",
         "wrong"),
        (EN, "In Kent, 71% of villagers dream of growing vegetables, 9 points more than in England.", "right"),
        (EN, "In Kent, 71% of villagers dream of growing vegetables, 20 points more than in England.", "wrong"),
    ],
)  # fmt: skip
def test_a_gap_is_counted_from_the_figure_that_it_stands_behind(
    phare: Phare, tmp_path: Path, data: str, text: str, status: str
) -> None:
    (tmp_path / "page.txt").write_text(f"{text}\n", encoding="utf-8")

    rows = phare("verify page.txt -f json", data=data).rows

    assert [row["status"] for row in rows if row["kind"] == "gap"] == [status]


CLUBS_FR = survey(
    "soucis",
    ("recruter des salariés", "accueillir des bénévoles", "entretenir les terrains"),
    (
        ("2020", "France", "clubs de voile", "", 21, 34, 47),
        ("2024", "France", "clubs de voile", "", 29, 42, 55),
    ),
)
CLUBS_EN = survey(
    "worries",
    ("recruiting staff", "welcoming volunteers", "mowing the grounds"),
    (("2020", "Wales", "sailing clubs", "", 21, 34, 47), ("2024", "Wales", "sailing clubs", "", 29, 42, 55)),
)


@pytest.mark.parametrize(
    ("data", "text", "statuses"),
    [
        (CLUBS_FR, "42 % des clubs de voile peinent à accueillir des bénévoles.", ["right"]),
        (CLUBS_FR, "42 % des salariés de clubs de voile peinent à accueillir des bénévoles.", ["unknown"]),
        (CLUBS_FR, "42 % des bénévoles des clubs de voile peinent à les accueillir.", ["unknown"]),
        (CLUBS_FR, "42 % des dirigeants de clubs de voile peinent à accueillir des bénévoles.", ["right"]),
        (CLUBS_FR, "En 2020, des clubs ont été interrogés une première fois. Les clubs de voile étaient 47 % à "
                   "peiner à entretenir les terrains.", ["right"]),
        (CLUBS_FR, "Les clubs de voile citent recruter des salariés à 29 %, accueillir des bénévoles à 55 %, "
                   "entretenir les terrains à 55 %.", ["right", "wrong", "right"]),
        (CLUBS_EN, "42% of sailing clubs worry about welcoming volunteers.", ["right"]),
        (CLUBS_EN, "42% of staff in sailing clubs worry about welcoming volunteers.", ["unknown"]),
        (CLUBS_EN, "42% of volunteers in the sailing clubs worry about being welcomed.", ["unknown"]),
        (CLUBS_EN, "In 2020, clubs were asked for the first time. Mowing the grounds worried 47% of sailing clubs.",
         ["right"]),
        (CLUBS_EN, "In Wales, 29% of sailing clubs name recruiting staff. For mowing the grounds they are no "
                   "exception: 55% of them worry.", ["right", "right"]),
    ],
)  # fmt: skip
def test_words_beside_a_name_say_whose_and_of_when_a_figure_is(
    phare: Phare, tmp_path: Path, data: str, text: str, statuses: list[str]
) -> None:
    (tmp_path / "page.txt").write_text(f"{text}\n", encoding="utf-8")

    rows = phare("verify page.txt -f json", data=data).rows

    assert [row["status"] for row in rows if row["kind"] == "figure"] == statuses


HABITS = survey(
    "taste for rowing",
    ("like it a lot", "like it a little", "own a boat"),
    (
        ("2024", "Wales", "pupils", "", 41, 33, 12),
        ("2024", "England", "pupils", "", 38, 30, 11),
        ("2024", "Cardiff", "pupils", "", 44, 31, 14),
    ),
)
SHORES = survey(
    "envies",
    ("construire un abri", "louer une barque"),
    (("2024", "France", "pêcheurs", "", 26, 19), ("2024", "Corse", "pêcheurs", "", 41, 33)),
)


@pytest.mark.parametrize(
    ("data", "text", "statuses"),
    [
        (HABITS, "In England, 11% of pupils own a boat. The share is 14% in Cardiff, a little above the Welsh average "
                 "(12%).", ["right", "right", "right"]),
        (HABITS, "In Wales, 33% of pupils like rowing a little.", ["right"]),
        (SHORES, "# La Corse\n\nPlus d'un pêcheur sur quatre (26 %) veut construire un abri en France ; c'est le cas "
                 "de 41 % des pêcheurs corses.", ["right", "right"]),
    ],
)  # fmt: skip
def test_a_word_of_degree_is_no_answer_and_digits_in_brackets_part_nothing(
    phare: Phare, tmp_path: Path, data: str, text: str, statuses: list[str]
) -> None:
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=data).rows

    assert [row["status"] for row in rows if row["kind"] == "figure"] == statuses
