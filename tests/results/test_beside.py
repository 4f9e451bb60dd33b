"""Numbers and words that stand beside a value: read in the terms of their column, or refused with their place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.nouns.contract import CONTRACT, ContractColumn
from phare_cli.results import Rules, inspect
from phare_cli.results.row_filter import RowFilter

Read = Callable[..., Any]
Phare = Callable[..., Any]
HEADER = "region;stakeholder;indicator;item;value;unit;{}\n"
KEY_AND_VALUE = ("region", "stakeholder", "indicator", "item", "value", "unit")
PAIRS = {"rank_low": ["rank_high"], "rank_high": ["rank_low"]} | {
    f"interval_{end}": [f"interval_{other}"] for end, other in (("low", "high"), ("high", "low"))
}


def one(read: Read, columns: str, cells: str, *, value: str = "57", unit: str = "", **given: object) -> Any:
    found = read(f"PACA;g;i;a;{value};{unit};{cells}\n", header=HEADER.format(columns), **given)
    assert found.problems == []
    [estimate] = found.estimates
    return estimate


@pytest.mark.parametrize(
    ("column", "cell", "number"),
    [
        ("nation_share", "0,076", 0.076),
        ("nation_share", "7,6 %", 0.076),
        ("nation_share", "0", 0.0),
        ("nation_share", "1", 1.0),
        ("rounded_to", "0", 0.0),
        ("rounded_to", "0,1", 0.1),
        ("rounded_to", "5", 5.0),
        ("standard_error", "1,25", 1.25),
        ("standard_error", "1,2 %", 1.2),
        ("standard_error", "0", 0.0),
        ("order", "0", 0.0),
        ("order", "12", 12.0),
        ("nation_share", "", None),
        ("standard_error", "n.d.", None),
        ("order", "–", None),
    ],
)
def test_a_number_beside_a_value_is_read_as_it_is_printed(
    read: Read, column: str, cell: str, number: float | None
) -> None:
    assert getattr(one(read, column, cell), column) == number


def test_a_rank_interval_is_read_with_both_its_ends(read: Read) -> None:
    estimate = one(read, "rank_low;rank_high", "1;3")

    assert (estimate.rank_low, estimate.rank_high) == (1.0, 3.0)


@pytest.mark.parametrize("cell", ["ordered", "Ordonnée", "échelle ordonnée", "ordinal"])
def test_a_scale_is_ordered_in_either_language(read: Read, cell: str) -> None:
    assert one(read, "scale", cell).scale == "ordered"


def test_what_no_column_says_is_not_known(read: Read) -> None:
    estimate = one(read, "note", "")

    assert (estimate.nation_share, estimate.rounded_to, estimate.standard_error) == (None, None, None)
    assert (estimate.rank_low, estimate.rank_high, estimate.scale, estimate.order) == (None, None, "", None)


@pytest.mark.parametrize(
    ("column", "header"),
    [
        ("nation_share", "Part dans la nation"), ("rounded_to", "Arrondi à"), ("standard_error", "Erreur type"),
        ("order", "Ordre"),
    ],
)  # fmt: skip
def test_its_column_has_a_french_name(read: Read, column: str, header: str) -> None:
    assert getattr(one(read, header, "1"), column) == 1.0


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("nation_share", "1,01", "out-of-range"),
        ("nation_share", "-0,1", "out-of-range"),
        ("nation_share", "7,6", "out-of-range"),
        ("nation_share", "101 %", "out-of-range"),
        ("rounded_to", "-1", "out-of-range"),
        ("rounded_to", "101", "out-of-range"),
        ("standard_error", "-0,5", "out-of-range"),
        ("standard_error", "100,5", "out-of-range"),
        ("order", "1,5", "out-of-range"),
        ("order", "-1", "out-of-range"),
        ("order", "3 %", "out-of-range"),
        ("rank_low;rank_high", "0;2", "out-of-range"),
        ("rank_low;rank_high", "1;2,5", "out-of-range"),
        ("rank_low;rank_high", "3;2", "rank-interval"),
        ("rank_low;rank_high", "3;", "rank-interval"),
        ("rank_low;rank_high", ";3", "rank-interval"),
        ("rank_low", "3", "rank-interval"),
        ("rank_low;rank_high", "n.d.;3", "rank-interval"),
        ("rank_low;rank_high", "x;3", "not-a-number"),
        ("scale", "likert", "unknown-word"),
        ("nation_share", "beaucoup", "not-a-number"),
        ("standard_error", "NA", "not-a-number"),
    ],
)
def test_what_its_column_cannot_hold_is_a_problem_of_its_line(
    read: Read, column: str, cell: str, code: str
) -> None:
    found = read(f"PACA;g;i;a;57;;{cell}\n", header=HEADER.format(column))

    assert [(found_code, line) for found_code, line, _ in found.problems] == [(code, 2)]
    [problem] = found.inspection.problems
    assert problem.column in HEADER.format("rank_low;rank_high;" + column).strip().split(";")


@pytest.mark.parametrize(
    ("unit", "value", "cell"), [("score/10", "7", "11"), ("score/5", "3", "5,5"), ("percent", "57", "101")]
)
def test_a_standard_error_lies_within_the_scale_of_its_figure(
    read: Read, unit: str, value: str, cell: str
) -> None:
    found = read(f"PACA;g;i;a;{value};{unit};{cell}\n", header=HEADER.format("standard_error"))

    assert [code for code, *_ in found.problems] == ["out-of-range"]


def test_a_percent_sign_is_not_one_of_a_score(read: Read) -> None:
    found = read("PACA;g;i;a;7;score/10;1 %\n", header=HEADER.format("standard_error"))

    assert [code for code, *_ in found.problems] == ["unit-conflict"]


def test_shares_have_errors_and_steps_that_are_shares_too(read: Read) -> None:
    estimate = one(
        read, "standard_error;rounded_to;nation_share", "0,012;0,01;0,076", value="0,57", rules=Rules(scale="fraction")
    )  # fmt: skip

    assert (estimate.value, estimate.standard_error, estimate.rounded_to) == (57.0, 1.2, 1.0)
    assert estimate.nation_share == 0.076


def test_a_comma_that_may_be_either_is_not_guessed_beside_a_value_either(read: Read) -> None:
    found = read("PACA;g;i;a;7;count;1,234\n", header=HEADER.format("standard_error"))

    assert [code for code, *_ in found.problems] == ["mixed-decimal"]


@pytest.mark.parametrize("column", ["nation_share", "standard_error", "rounded_to", "base"])
def test_numbers_beside_values_tell_the_decimal_mark_of_their_file_wherever_they_stand(
    tmp_path: Path, column: str
) -> None:
    other = "1,234" if column == "base" else "0,5"
    path = tmp_path / "results.csv"
    path.write_text(
        HEADER.format(column) + f"Corse;g;i;a;57.5;;\nCorse;g;i;b;57;;{other}\nPACA;g;i;b;57;;\n",
        encoding="utf-8",
    )
    part = Rules(row_filter=RowFilter({"region": ["PACA"]}))

    problems = [
        [problem.code for problem in inspect(path, rules=rules).problems] for rules in (Rules(), part)
    ]

    assert problems[0] == problems[1]


def test_an_answer_of_phare_is_read_back_without_its_ranks(phare: Phare, tmp_path: Path) -> None:
    rows = "Corse,mayors,w,air,40,900\nCorse,mayors,w,soil,30,900\n"
    data = "region,stakeholder,indicator,item,value,base\n" + rows
    for form in ("csv", "json"):
        answer = tmp_path / f"answer.{form}"
        answer.write_text(phare(f"show -f {form}", data=data).out, encoding="utf-8")

        survey = inspect(answer).survey

        assert survey.notices == ()
        assert [(each.rank_low, each.rank_high) for each in survey.estimates] == [(None, None)] * 2
    assert json.loads(answer.read_text("utf-8"))["rows"][0]["rank_low"] == 1


@pytest.mark.parametrize("header", ["rank;rank_low;rank_high", "Rang;rang bas;rang haut"])
def test_ranks_beside_a_column_of_ranks_are_those_of_an_answer(read: Read, header: str) -> None:
    estimate = one(read, header, "1;2;1")

    assert (estimate.stated_rank, estimate.rank_low, estimate.rank_high) == (1.0, None, None)


def test_map_takes_ranks_that_stand_beside_a_column_of_ranks(read: Read) -> None:
    rules = Rules(map={"rank_low": "rank_low", "rank_high": "rank_high"})
    estimate = one(read, "rank;rank_low;rank_high", "1;1;2", rules=rules)

    assert (estimate.rank_low, estimate.rank_high) == (1.0, 2.0)


def test_a_constant_may_stand_beside_every_value(read: Read) -> None:
    estimate = one(read, "note", "", rules=Rules(map={"rounded_to": "=1", "scale": "=ordered"}))

    assert (estimate.rounded_to, estimate.scale) == (1.0, "ordered")


@pytest.mark.parametrize("column", [column for column in CONTRACT if column.name not in KEY_AND_VALUE])
def test_a_column_that_stands_alone_beside_the_figures_is_read(read: Read, column: ContractColumn) -> None:
    cell = column.words[-1] if column.words else "0" if column.name == "order" else "1"
    cells = f"{cell};1" if column.name in PAIRS else cell
    found = one(read, ";".join([column.name, *PAIRS.get(column.name, ())]), cells, value="100")

    assert getattr(found, column.name) not in ("", None)


@pytest.mark.parametrize("measure", ["row percent", "cell percent", "% en ligne"])
def test_parts_of_one_whole_are_not_tested_as_samples_in_a_file_that_says_no_more(
    phare: Phare, measure: str
) -> None:
    data = HEADER.format("base;measure;segment") + "".join(
        f"PACA;g;i;a;{value};percent;1000;{measure};{segment}\n" for value, segment in ((20, "x"), (80, "y"))
    )

    [row] = phare("compare --by segment -f json", data=data).rows
    assert (row["verdict"], row["reason"]) == ("untestable", "no_test")
