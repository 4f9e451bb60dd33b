"""What is said without being told apart is never called wrong: another answer, side or place may be meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,unit,base,in_national_sample,response\n"


def rows_of(region: str, group: str, asked: str, answers: dict[str, int]) -> str:
    inside = "" if region in ("France", "England") else "yes"
    return "".join(
        f"2025,{region},{group},{asked},{item},{value},percent,1200,{inside},multiple\n"
        for item, value in answers.items()
    )


FRENCH = (
    HEAD
    + rows_of(
        "France", "potiers", "techniques pratiquées", {"tournage": 64, "modelage": 41, "émaillage au sel": 23}
    )
    + rows_of(
        "France", "vanniers", "techniques pratiquées", {"tournage": 12, "modelage": 9, "émaillage au sel": 4}
    )
    + rows_of("France", "potiers", "difficultés", {"prix de la terre": 58, "fours plus chauds": 36})
    + rows_of("France", "vanniers", "difficultés", {"prix de la terre": 19, "manque de place": 47})
    + rows_of(
        "Bretagne",
        "potiers",
        "techniques pratiquées",
        {"tournage": 71, "modelage": 38, "émaillage au sel": 44},
    )
    + rows_of("Bretagne", "potiers", "difficultés", {"prix de la terre": 49, "manque de place": 29})
)
ENGLISH = (
    HEAD
    + rows_of(
        "England", "bakers", "working at night", {"in the shop": 64, "at the mill": 41, "on the road": 23}
    )
    + rows_of(
        "England", "millers", "working at night", {"in the shop": 12, "at the mill": 77, "on the road": 35}
    )
    + rows_of("England", "bakers", "worries", {"flour prices": 58, "hotter ovens": 36})
    + rows_of("England", "millers", "worries", {"flour prices": 19, "late deliveries": 47})
    + rows_of(
        "Wales", "bakers", "working at night", {"in the shop": 71, "at the mill": 38, "on the road": 44}
    )
    + rows_of("Wales", "bakers", "worries", {"flour prices": 49, "late deliveries": 29})
)


def told(phare: Phare, folder: Path, text: str) -> dict[str, str]:
    """Return the status of each claim by its words."""
    (folder / "page.md").write_text(text, encoding="utf-8")
    is_french = any(word in text for word in ("potiers", "vanniers"))
    rows = phare("verify page.md -f json", data=FRENCH if is_french else ENGLISH).rows
    return {" ".join(row["text"].split()): row["status"] for row in rows}


@pytest.mark.parametrize(
    "text",
    [
        "En Bretagne, 71 % des potiers font du tournage. 38 % d'entre eux font du modelage.",
        "En Bretagne, 71 % des potiers font du tournage. 49 % d'entre eux craignent le prix de la terre.",
        "In Wales, 71% of bakers work in the shop. Some 38% of them work at the mill.",
        "In Wales, 71% of bakers work in the shop. About half of them (49%) worry about flour prices.",
    ],
)
def test_some_of_them_live_where_the_sentence_before_spoke_of(
    phare: Phare, tmp_path: Path, text: str
) -> None:
    assert set(told(phare, tmp_path, text).values()) == {"right"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dans l'est de la France, 64 % des potiers font du tournage.", "64 %"),
        ("Au nord de la Bretagne, 30 % des potiers font du tournage.", "30 %"),
        ("In the North of England, 64% of bakers work in the shop.", "64%"),
        ("In South West Wales, 71% of bakers work in the shop. In the west of Wales, 30% do.", "30%"),
    ],
)
def test_a_side_of_a_place_is_another_place(phare: Phare, tmp_path: Path, text: str, words: str) -> None:
    assert told(phare, tmp_path, text)[words] == "unknown"


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        (
            "Sur le tournage, les vanniers sont loin de la moyenne nationale, tandis que les potiers (71 %) le font.",
            "71 %",
            "right",
        ),
        (
            "Les potiers y sont plus sensibles que les vanniers (49 %), mais ils souffrent du manque de place.",
            "49 %",
            "unknown",
        ),
        ("52 % des potiers pratiquent la gravure.", "52 %", "unknown"),
        (
            "64 % des potiers pratiquent le tournage, et 30 % des vanniers pratiquent la gravure.",
            "30 %",
            "unknown",
        ),
        (
            "64% of bakers work at night in the shop, and 30% of millers work at night in a school.",
            "30%",
            "unknown",
        ),
        (
            "64% of bakers work at night in the shop, and 30% of millers work at night at the mill.",
            "30%",
            "wrong",
        ),
    ],
)
def test_what_another_clause_names_is_not_what_a_figure_is_of(
    phare: Phare, tmp_path: Path, text: str, words: str, status: str
) -> None:
    assert told(phare, tmp_path, "# La Bretagne\n\n" * ("71" in text or "49" in text) + text)[words] == status


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("Chez les potiers, le tournage reste devant le modelage, avec 64 %.", "64 %", "right"),
        ("Chez les potiers, le modelage vient derrière le tournage, avec 64 %.", "64 %", "ambiguous"),
        ("Chez les potiers, le modelage vient derrière le tournage, avec 55 %.", "55 %", "wrong"),
        (
            "Le prix de la terre domine : deux potiers sur cinq y répondent par le modelage.",
            "deux potiers",
            "right",
        ),
    ],
)
def test_a_figure_between_two_answers_is_wrong_where_it_is_of_neither(
    phare: Phare, tmp_path: Path, text: str, words: str, status: str
) -> None:
    found = told(phare, tmp_path, text)

    assert next(each for said, each in found.items() if said.startswith(words)) == status


@pytest.mark.parametrize(
    "text",
    [
        "Les potiers pratiquent le tournage plus que les tourneurs : 64 % contre 12 %.",
        "Les potiers font du tournage aussi souvent que les tourneurs (64 % et 63 %).",
        "Bakers work in the shop more often than bargees: 64% against 12%.",
        "Bakers work in the shop as often as bargees (64% and 63%).",
    ],
)
def test_of_two_figures_side_by_side_one_alone_is_of_the_side_that_is_named(
    phare: Phare, tmp_path: Path, text: str
) -> None:
    assert "wrong" not in told(phare, tmp_path, text).values()


@pytest.mark.parametrize(
    "text",
    [
        "En France, 58 % des potiers cuisent dans un brasier, un four ou une étuve.",
        "En France, 58 % des potiers versent du sel ou de la cendre.",
        "In England, 58% of bakers heat a barge, a kiln or an oven.",
        "In England, 64% of bakers await lorries, bridges and deliveries.",
    ],
)
def test_part_of_a_name_beside_other_words_makes_no_figure_wrong_that_is_of_another_answer(
    phare: Phare, tmp_path: Path, text: str
) -> None:
    assert "wrong" not in told(phare, tmp_path, text).values()


def test_the_former_of_two_who_were_told_in_two_sentences_may_be_a_third(
    phare: Phare, tmp_path: Path
) -> None:
    text = (
        "Chez les vanniers, 12 % font du tournage. Les potiers tournent comme les santonniers. "
        "Le modelage séduit 41 % des premiers et 9 % des seconds."
    )

    assert "wrong" not in told(phare, tmp_path, text).values()


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("Chez les potiers, 64 % font du tournage, et chez les vanniers ils sont 12 %.", "64 %", "right"),
        ("In England, among bakers 64% work in the shop, and among millers it is 12%.", "64%", "right"),
        (
            "Le tournage séduit 64 % des potiers et 12 % des vanniers. Le modelage intrigue : 9 points les séparent.",
            "9 points",
            "ambiguous",
        ),
        ("# Chez les potiers\n\n**Le chiffre à retenir.** Tournage : 12 %.", "12 %", "ambiguous"),
        ("**The number to remember.** In the shop: 12%.", "12%", "ambiguous"),
        (
            "In England, 64% of bakers work in the shop. Working in the shop is their most common answer.",
            "most",
            "right",
        ),
        ("Les potiers ont emballé dans 30 % des cas.", "30 %", "unknown"),
        ("64 % des potiers font du tournage. Les potiers ont emballé dans 30 % des cas.", "30 %", "unknown"),
    ],
)
def test_what_is_lent_is_no_more_than_what_the_text_lends(
    phare: Phare, tmp_path: Path, text: str, words: str, status: str
) -> None:
    found = told(phare, tmp_path, text)

    assert [each for said, each in found.items() if words in said] == [status]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("*Base : 1 200 potiers et 1 200 vanniers.*", ["right", "right"]),
        ("*Base: 1,200 bakers, 900 millers.*", ["right", "wrong"]),
        ("In Wales, 1,200 bakers were interviewed; flour prices are above the English average.", ["right"]),
    ],
)
def test_a_base_is_of_the_people_right_behind_it(
    phare: Phare, tmp_path: Path, text: str, statuses: list[str]
) -> None:
    found = told(phare, tmp_path, text)

    assert [each for said, each in found.items() if said.endswith(("ers", "iers"))] == statuses
