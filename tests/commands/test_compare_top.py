"""``compare --top N`` keeps the widest gaps, judged among all, and says of how many they were chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from phare_cli import compare, read, render

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,unit,value,base\n"
FIGURES = (
    ("citizens", "care", "percent", 60, 41), ("citizens", "roads", "percent", 40, 39),
    ("citizens", "jobs", "percent", 20, 39), ("mayors", "care", "percent", 50, 31),
    ("mayors", "roads", "percent", 44, 40), ("mayors", "jobs", "percent", 10, 10),
)  # fmt: skip
DATA = HEAD + "".join(
    f"{place},{people},worries,{item},{unit},{value},400\n"
    for people, item, unit, here, there in FIGURES
    for place, value in (("Gard", here), ("Lozère", there))
)
ASKED = "compare worries -r Gard --to Lozère"


@pytest.mark.parametrize(("top", "kept"), [(1, 3), (2, 3), (3, 3), (4, 4), (5, 5), (6, 6), (9, 6)])
def test_the_widest_gaps_stay_with_those_as_wide(phare: Phare, top: int, kept: int) -> None:
    widths = sorted(abs(row["gap"]) for row in phare(f"{ASKED} --top {top} -f json", data=DATA).rows)

    assert widths == sorted((19, 19, 19, 4, 1, 0)[:kept])


def test_their_verdicts_are_those_among_all(phare: Phare) -> None:
    among = {row["item"] + row["stakeholder"]: row for row in phare(f"{ASKED} -f json", data=DATA).rows}
    kept = phare(f"{ASKED} --top 3 -f json", data=DATA).rows

    assert kept == [among[row["item"] + row["stakeholder"]] for row in kept] != []


@pytest.mark.parametrize(
    ("top", "lang", "said"),
    [
        (1, "en", "Shown: the widest gap of 6, ties kept."),
        (4, "en", "Shown: the 4 widest gaps of 6, ties kept."),
        (4, "en", "6 tests, at 95% confidence together"),
        (1, "fr", "Ici : l’écart le plus large sur 6, ex æquo compris."),
        (4, "fr", "Ici : les 4 écarts les plus larges sur 6, ex æquo compris."),
        (4, "fr", "Des écarts choisis comme les plus larges sont probablement plus petits en réalité."),
    ],
)
def test_the_answer_says_of_how_many_they_were_chosen(phare: Phare, top: int, lang: str, said: str) -> None:
    assert said in phare(f"{ASKED} --top {top} --lang {lang}", data=DATA).out.replace("\u00a0", " ")


def test_all_of_them_are_told_as_chosen_by_nobody(phare: Phare) -> None:
    assert phare(f"{ASKED} --top 9", data=DATA).out == phare(ASKED, data=DATA).out


@pytest.mark.parametrize("top", [0, -2])
def test_less_than_one_is_refused(phare: Phare, top: int) -> None:
    run = phare(f"{ASKED} --top {top}", data=DATA)

    assert (run.status, run.err) == (2, "phare: --top keeps at least 1 gap: give it 1 or more.\n")


def test_sentences_python_and_blocks_keep_the_same(phare: Phare, tmp_path: Any) -> None:
    (tmp_path / "d.csv").write_text(DATA, encoding="utf-8")
    table = compare(read(tmp_path / "d.csv"), regions="Gard", to="Lozère", top=3)
    (tmp_path / "n.md").write_text(
        f"<!-- phare: {ASKED} --data d.csv --top 3 -->\n<!-- /phare -->\n", "utf-8"
    )
    phare("update n.md")

    assert render(table, "csv") == phare(f"{ASKED} --top 3 -f csv", data=DATA).out
    assert "the 3 widest gaps of 6" in (tmp_path / "n.md").read_text(encoding="utf-8")
    assert phare(f"{ASKED} --top 3 --sentences", data=DATA).out.count("•") == 3


@pytest.mark.parametrize(
    ("command", "instead"),
    [
        ("show --sort value", "--top N keeps the first"),
        ("plot worries --tri valeur", "--top N keeps the first"),
        ("compare --sort gap", "--top N keeps the widest gaps"),
    ],
)
def test_who_wants_an_order_is_told_which_there_is(phare: Phare, command: str, instead: str) -> None:
    run = phare(command, data=DATA)

    assert (run.status, instead in run.err) == (2, True)


def test_the_tests_that_stand_there_are_counted_of_all(phare: Phare) -> None:
    told = phare(f"{ASKED} --top 4", data=DATA)
    rows = phare(f"{ASKED} --top 4 -f json", data=DATA).rows

    assert f"{len(rows)} of these 6 tests are shown here" in told.out
