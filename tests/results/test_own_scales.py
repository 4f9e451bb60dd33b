"""Degrees of a scale stand in the order of their file, and what was made of them beside them, as tabulate writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

Phare = Callable[..., Any]
FRENCH = ("Très satisfait", "Plutôt satisfait", "Plutôt pas satisfait", "Pas du tout satisfait")
ENGLISH = ("Very satisfied", "Rather satisfied", "Rather not satisfied", "Not at all satisfied")
VALUES = (12.6, 47.2, 28.3, 11.8)


def data(
    steps: Iterable[str] = FRENCH, word: str = "ordered", more: Iterable[str] = (), column: str = "scale"
) -> str:
    head = f"region;stakeholder;indicator;item;value;unit;base;{column}\n"
    lines = [
        f"Gard;citizens;Satis;{step};{value};%;254;{word}" for step, value in zip(steps, VALUES, strict=True)
    ]
    return head + "\n".join((*lines, *more)) + "\n"


@pytest.mark.parametrize("steps", [FRENCH, ENGLISH, ("bleu", "vert", "gris", "noir")])
def test_degrees_without_places_stand_as_their_rows_do(phare: Phare, steps: tuple[str, ...]) -> None:
    run = phare("show -f csv", data=data(steps))

    assert run.column("item") == list(steps)
    assert set(run.column("rank")) == {""}


@pytest.mark.parametrize(
    "word",
    [
        "ordered",
        "ordonnée",
        "Ordonné",
        "échelle",
        "Échelle ordonnée",
        "oui",
        "yes",
        "scale",
        "X",
        "Likert scale",
    ],
)
def test_a_scale_is_marked_by_any_word_of_it(phare: Phare, word: str) -> None:
    assert set(phare("show -f csv", data=data(word=word)).column("rank")) == {""}


@pytest.mark.parametrize("word", ["non", "no", ""])
def test_answers_that_are_said_to_be_no_scale_are_ranked(phare: Phare, word: str) -> None:
    assert phare("show -f csv", data=data(word=word)).column("item")[0] == "Plutôt satisfait"


@pytest.mark.parametrize(("lang", "said"), [("en", "write ordered,"), ("fr", "écrivez ordonnée (ordered)")])
def test_another_word_is_told_in_the_words_of_its_reader(phare: Phare, lang: str, said: str) -> None:
    run = phare(f"show --lang {lang}", data=data(word="peut-être"))

    assert run.status == 3
    assert said in run.err


@pytest.mark.parametrize("column", ["Échelle", "échelle de réponse", "Scale", "Ordonnée"])
def test_its_column_may_be_called_in_french(phare: Phare, column: str) -> None:
    assert set(phare("show -f csv", data=data(column=column)).column("rank")) == {""}


def test_a_column_of_levels_of_places_is_no_scale(phare: Phare) -> None:
    run = phare("show -f csv", data=data(word="communale", column="Échelle"))

    assert run.status == 0
    assert set(run.column("rank")) != {""}


@pytest.mark.parametrize(
    ("cells", "responses"), [("multiple", {"multiple"}), ("plusieurs", {"multiple"}), ("412", {""})]
)
def test_a_column_of_answers_says_how_many_may_be_given_where_its_cells_do(
    phare: Phare, cells: str, responses: set[str]
) -> None:
    run = phare("check -f json", data=data(word=cells, column="Réponses"))

    assert run.status == 0
    told = phare(
        "report -r Gard --lang fr", data=data(("Vélo", "Bus", "Car", "Train"), cells, column="Réponses")
    ).out
    assert ("citent" in told) is ("multiple" in responses)


@pytest.mark.parametrize(
    ("row", "name", "unit"),
    [
        ("Solde;19.7;points;254;", "Satis (Solde)", "points"),
        ("Solde;19.7;points;254;ordered", "Satis (Solde)", "points"),
        ("Solde;19.7;%;254;", "Satis (Solde)", "points"),
        ("Balance;19.7;percentage points;254;", "Satis (Balance)", "percentage points"),
        ("ST Satisfait;59.8;%;254;", "Satis (ST Satisfait)", "percent"),
        ("ST Satisfait;59.8;%;254;ordered", "Satis (ST Satisfait)", "percent"),
        ("Satisfaits;59.8;%;254;", "Satis (Satisfaits)", "percent"),
        ("Not happy;40.2;%;254;ordered", "Satis (Not happy)", "percent"),
        ("Moyenne;6.4;/10;254;", "Satis (mean)", "score/10"),
        ("Mean;6.4;/10;254;ordered", "Satis (mean)", "score/10"),
        ("Note moyenne;6.4;/10;254;", "Satis (mean)", "score/10"),
    ],
)
def test_what_was_made_of_degrees_is_a_question_of_its_own(
    phare: Phare, row: str, name: str, unit: str
) -> None:
    run = phare("show -f csv", data=data(more=[f"Gard;citizens;Satis;{row}"]))

    assert list(zip(run.column("indicator"), run.column("item"), strict=True))[:4] == [
        ("Satis", each) for each in FRENCH
    ]
    assert (run.column("indicator")[4], run.column("unit")[4]) == (name, unit)
    assert phare("check --strict", data=data(more=[f"Gard;citizens;Satis;{row}"])).status == 0


@pytest.mark.parametrize("row", ["Autrement;33;%;254;", "Satisfaits en 2023;51;%;254;"])
@pytest.mark.parametrize(
    ("lang", "said"), [("en", "write ordered beside it"), ("fr", "écrivez-y « ordonnée »")]
)
def test_check_says_what_to_write_of_a_row_that_is_no_degree(
    phare: Phare, row: str, lang: str, said: str
) -> None:
    run = phare(f"check --strict --lang {lang}", data=data(more=[f"Gard;citizens;Satis;{row}"]))

    assert run.status == 1
    assert said in run.out.replace("\u00a0", " ")


@pytest.mark.parametrize("answer", ["Ne sait pas", "Sans opinion", "Don't know"])
def test_who_gave_no_answer_stands_behind_the_degrees(phare: Phare, answer: str) -> None:
    more = [f"Gard;citizens;Satis;{answer};0;%;254;"]

    assert phare("check --strict", data=data(more=more)).status == 0
    assert phare("show -f csv", data=data(more=more)).column("item") == [*FRENCH, answer]


def test_groups_that_disagree_on_the_order_are_told(phare: Phare) -> None:
    turned = [f"Lot;citizens;Satis;{step};25;%;100;ordered" for step in reversed(FRENCH)]
    run = phare("check --strict -f json", data=data(more=turned))

    assert [row["code"] for row in run.rows] == ["order-of-degrees"]
    assert phare("show -r Lot -f csv", data=data(more=turned)).column("item") == list(FRENCH)


def test_a_group_that_lacks_a_degree_takes_none_from_its_place(phare: Phare) -> None:
    lacking = [f"Ain;citizens;Satis;{step};25;%;100;ordered" for step in (FRENCH[0], *FRENCH[2:])]
    head, *rows = data(more=[]).splitlines()
    run = phare("show -r Gard -f csv", data="\n".join((head, *lacking, *rows)) + "\n")

    assert run.column("item") == list(FRENCH)


def test_a_degree_marked_once_is_one_in_every_group(phare: Phare) -> None:
    more = [f"Lot;citizens;Satis;{step};25;%;100;" for step in FRENCH]

    assert set(phare("show -r Lot -f csv", data=data(more=more)).column("rank")) == {""}


def test_a_large_file_has_the_same_scales(phare: Phare) -> None:
    many = [
        f"place {place};citizens;Satis;{step};{value};%;254;ordered"
        for place in range(4000)
        for step, value in zip(FRENCH, VALUES, strict=True)
    ]
    run = phare("show -r Gard -f csv", data=data(more=[*many, "Gard;citizens;Satis;Solde;19.7;points;254;"]))

    assert run.column("indicator") == ["Satis"] * 4 + ["Satis (Solde)"]
    assert run.column("item")[:4] == list(FRENCH)


@pytest.mark.parametrize(("lang", "kind"), [("en", "ordered scale"), ("fr", "échelle ordonnée")])
def test_a_list_calls_a_scale_one(phare: Phare, lang: str, kind: str) -> None:
    assert kind in phare(f"list indicators --lang {lang}", data=data()).out


def test_a_comparison_draws_degrees_in_their_order(phare: Phare, tmp_path: Any) -> None:
    more = [f"Lot;citizens;Satis;{step};25;%;100;ordered" for step in FRENCH]
    phare("plot Satis -r Gard --compare --to Lot -o a.svg --lang fr", data=data(more=more))
    picture = (tmp_path / "a.svg").read_text(encoding="utf-8")
    places = [picture.index(f">{step}<") for step in FRENCH]

    assert places == sorted(places)


def test_a_net_speaks_for_its_degrees_in_what_opens_a_page(phare: Phare) -> None:
    steps = [
        f"Lot;citizens;Satis;{step};{value};%;900;ordered"
        for step, value in zip(FRENCH, (40, 40, 10, 10), strict=True)
    ]
    more = [*steps, "Lot;citizens;Satis;Solde;60;points;900;", "Gard;citizens;Satis;Solde;19.7;points;254;"]
    opening = phare("report -r Gard --to Lot --sample separate", data=data(more=more)).out.split("Satis\n")[0]

    assert "the solde of “Satis” is" in opening
    assert "Très satisfait" not in opening


def test_parts_of_each_degree_are_no_nets_of_the_others(phare: Phare) -> None:
    head = "region;stakeholder;segment;indicator;item;value;unit;base;measure;scale;order\n"
    rows = [
        f"Gard;citizens;{part};Q (row percents);{step};{value};%;100;row percent;ordered;{place}"
        for part, values in (("F", (70, 80, 10)), ("H", (30, 20, 90)))
        for place, (step, value) in enumerate(zip(FRENCH, values, strict=False), 1)
    ]
    run = phare("show -f csv", data=head + "\n".join(rows) + "\n")

    assert set(run.column("indicator")) == {"Q (row percents)"}
