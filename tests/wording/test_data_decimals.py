"""A figure is printed with the same decimals wherever it is: in tables, pictures, pages, sentences and blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli import compare, draw, plot, read, render, report, show
from phare_cli.nouns.survey import Estimate
from phare_cli.wording.data_decimals import decimals_of_data

Phare = Callable[..., Any]
HEADER = "region,stakeholder,indicator,item,value,base,wave\n"
# 42.4 - 38.6 is 3.8, and 42 - 39 would be 3.
DATA = HEADER + (
    "Gard,mayors,worries,housing,42.4,412,2022\n"
    "Gard,mayors,worries,health,51,412,2022\n"
    "Gard,mayors,worries,work,30.2,412,2022\n"
    "France,mayors,worries,housing,38.6,4120,2022\n"
    "France,mayors,worries,health,50.0,4120,2022\n"
    "France,mayors,worries,work,29.1,4120,2022\n"
)
ANSWERS = (
    "show", "show --wide", "show -r Gard --item housing", "compare --sample nested", "compare -r Gard --item housing",
    "compare --sentences -r Gard", "plot worries", "plot worries --style map", "plot worries --style heat",
    "plot worries --compare -r Gard", "plot worries --style cards -r Gard --item housing",
    "report -r Gard -f markdown", "value -r Gard --item housing", "value -r Gard --item housing --gap",
    "value -r Gard --item health",
)  # fmt: skip
_PRINTED = re.compile(r"\d+(?:\.\d+)?(?=%|[ \u00a0]points?\b)")


@pytest.mark.parametrize("command", ANSWERS)
def test_each_answer_prints_the_decimals_of_its_data(phare: Phare, command: str) -> None:
    printed = _PRINTED.findall(phare(command, data=DATA).out)
    round_numbers = {
        str(5 * number) for number in range(21)
    }  # levels of confidence, ends of axes and of classes

    assert {len(each.partition(".")[2]) for each in printed if each not in round_numbers} == {1}


@pytest.mark.parametrize("command", ["show", "compare", "value -r Gard --item housing --gap"])
def test_decimals_that_are_asked_for_go_before_those_of_the_data(phare: Phare, command: str) -> None:
    printed = _PRINTED.findall(phare(f"{command} --decimals 0", data=DATA).out)

    assert printed
    assert not any("." in each for each in printed)


WHOLE = (
    DATA.replace("42.4", "42").replace("38.6", "39").replace("30.2", "30").replace("29.1", "29"),
    DATA.replace("38.6", "38.4"),  # the same are apart by as much once they are rounded
)


@pytest.mark.parametrize("data", WHOLE)
def test_figures_that_add_up_as_whole_numbers_stay_whole(phare: Phare, data: str) -> None:
    assert phare("value -r Gard --item housing", data=data).out == "42%\n"
    assert "42% " in phare("show", data=data).out


def test_a_question_that_was_published_whole_stays_so_beside_another(phare: Phare) -> None:
    whole = "".join(f"Gard,mayors,trust,{item},{place}2,412,2022\n" for place, item in enumerate("abcdef", 1))

    assert phare("value trust -r Gard --item a", data=DATA + whole).out == "12%\n"


def test_what_was_counted_asks_for_no_decimals(phare: Phare) -> None:
    data = DATA.replace(",wave\n", ",wave,rounded_to\n").replace(",2022\n", ",2022,0\n")

    assert phare("value -r Gard --item housing", data=data).out == "42%\n"


def test_prose_with_the_decimals_of_the_data_is_right(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(DATA, encoding="utf-8")
    share, gap = (
        phare(f"value -r Gard --item housing {kind} --data d.csv").out.strip() for kind in ("", "--gap")
    )
    page = f"In the Gard, {share} of mayors name housing, against 38.6% in France ({gap}).\n"
    (tmp_path / "n.md").write_text(page, encoding="utf-8")
    run = phare("verify n.md -f json --data d.csv")

    assert (share, gap, run.status) == ("42.4%", "+3.8\u00a0points", 0)
    assert [row["status"] for row in run.rows] == ["right"] * 3


def test_python_prints_as_the_command_line_does(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(DATA, encoding="utf-8")
    survey = read(tmp_path / "d.csv")

    assert render(show(survey), "markdown") == phare("show -f markdown", data=DATA).out
    assert render(compare(survey), "markdown") == phare("compare -f markdown", data=DATA).out
    assert render(report(survey, "Gard"), "markdown") == phare("report -r Gard -f markdown", data=DATA).out
    assert "42.4%" in draw(plot(survey, "worries"), "svg").decode()


@pytest.mark.parametrize(
    ("figures", "decimals"),
    [
        ((42.4, 38.6), 1), ((42.4, 38.4), 0), ((52.5, 48.0), 0), ((48.5, 52.0), 1), ((7.5, 2.5), 0),
        ((42.44, 38.66), 2), ((42.44, 38.61), 1), ((42.444, 38.666), 0), ((42.0, 38.0), 0),
    ],
)  # fmt: skip
def test_they_are_the_least_with_which_any_two_figures_of_an_item_add_up(
    figures: tuple[float, ...], decimals: int
) -> None:
    estimates = tuple(
        Estimate("Gard", "mayors", "q", "i", value, decimals=len(f"{value}".split(".")[1]))
        for value in figures
    )

    assert decimals_of_data(estimates).get("percent", 0) == decimals
