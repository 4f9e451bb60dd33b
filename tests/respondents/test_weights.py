"""What weights do, and what no weight may be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.measuring.raking import rake
from phare_cli.nouns.errors import WrongOption

HEAD = (
    'region = "=France"\nstakeholder = "=citizens"\nweight = "W"\n[[question]]\nindicator = "q"\ncolumn = "Q"'
)
PLAIN = HEAD.replace('weight = "W"\n', "")


def test_weights_weigh_and_the_base_stays_unweighted(run: Callable[..., Any]) -> None:
    found = run(HEAD, "Q,W\na,3\nb,1\n").one("a")

    assert (found.value, found.base, found.effective_base) == (75.0, 2, 1.6)


def test_zero_weight_is_not_a_respondent(run: Callable[..., Any]) -> None:
    results = run(HEAD, "Q,W\na,2\nb,2\nb,0\nb,0.0\n")

    assert (results.one("a").value, results.one("a").base, results.one("a").effective_base) == (50.0, 2, 2.0)
    assert results.notices == ["2 rows weigh zero: they are no respondents."]


def test_what_is_no_weight_is_a_problem_with_its_line(problems: Callable[..., Any]) -> None:
    assert problems(HEAD, "Q,W\na,1\na,-1\nb,\nb,heavy\na,1e200\n") == [
        (
            "negative-weight",
            3,
            None,
            "a weight is negative. A respondent weighs zero or more: mend the weight, or remove the row.",
        ),
        (
            "missing-weight",
            4,
            None,
            "a weight is missing. Write 0 for a row that is no respondent, or leave such rows out: "
            'no_weight = "drop", on a line under weight = "W" in the spec.',
        ),
        ("not-a-number", 5, None, "a weight is not a number. Mend it, or choose another column of weights."),
        ("not-a-number", 6, None, "a weight is not a number. Mend it, or choose another column of weights."),
    ]


def test_a_column_of_texts_is_no_column_of_weights_and_that_is_said_once(
    problems: Callable[..., Any],
) -> None:
    answers = "Q,W\na,heavy\n" + "a,light\nb,heavy\n" * 2000 + "a,1\n"
    [(code, line, column, said)] = problems(HEAD, answers)

    assert (code, line, column) == ("not-a-number", 2, "W")
    assert said.startswith("most cells of this column are no numbers: it is no column of weights.")


def test_commas_and_points_do_not_mix(problems: Callable[..., Any], run: Callable[..., Any]) -> None:
    answers = "Q;W\na;1,5\nb;2.5\n"

    assert [each[0] for each in problems(HEAD, answers)] == ["mixed-decimal"]
    assert [each[0] for each in problems(HEAD, answers, decimal=",")] == ["not-a-number"]


@pytest.mark.parametrize(
    "doubt",
    [
        ("1,234", ",", "."), ("12,345", ",", "."), ("123,456", ",", "."), ("1,000", ",", "."), ("2,500", ",", "."),
        ("1.234", ".", ","), ("12.345", ".", ","), ("123.456", ".", ","), ("1.000", ".", ","), ("2.500", ".", ","),
    ],
)  # fmt: skip
def test_a_weight_that_may_be_one_number_or_another_is_asked_about(
    problems: Callable[..., Any], run: Callable[..., Any], doubt: tuple[str, str, str]
) -> None:
    first, decimal, thousands = doubt
    answers = f"Q;W\nb;987\na;{first}\nb;0\n"
    one, several = float(first.replace(",", ".")), float(first.replace(",", "").replace(".", ""))

    assert [each[:2] for each in problems(HEAD, answers)] == [("mixed-decimal", 3)]
    assert run(HEAD, answers, decimal=thousands).one("a").value == pytest.approx(
        100 * several / (several + 987)
    )
    assert run(HEAD, answers, decimal=decimal).one("a").value == pytest.approx(100 * one / (one + 987))


@pytest.mark.parametrize(
    ("weights", "first"),
    [
        (("1,234", "0,987"), 1.234),
        (("1,234", "12,5"), 1.234),
        (("1.234", "0.987"), 1.234),
        (("1.234", "987.5"), 1.234),
        (("1.234", "2.345"), 1.234),
        (("1.234", "3"), 1.234),
        (('="45"', "5"), 45.0),
        (("1'234", "987"), 1234.0),
        (("1 234,5", "987"), 1234.5),
        (("9.5e-05", "1"), 9.5e-05),
        (("1,234.5", "987.0"), 1234.5),
        (("1,234,567", "987"), 1_234_567.0),
    ],
)
def test_a_weight_is_known_however_it_is_printed(
    run: Callable[..., Any], weights: tuple[str, str], first: float
) -> None:
    other = float(weights[1].replace(",", "."))

    found = run(HEAD, f"Q;W\na;{weights[0]}\nb;{weights[1]}\n").one("a")

    assert found.value == pytest.approx(100 * first / (first + other))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "a weight such as 1.234 may have three decimals or a mark between thousands, and the one of line 3 has",
        ),
        (
            "fr",
            "un poids tel que 1.234 peut avoir trois décimales ou une marque de milliers, et celui de la ligne 3",
        ),
    ],
)
def test_the_doubt_of_a_weight_names_both_lines(
    phare: Callable[..., Any], tmp_path: Path, language: str, said: str
) -> None:
    (tmp_path / "a.csv").write_text("Q;W\na;1.234\nb;987\n")
    run = phare(f"tabulate a.csv -r =France -s =citizens --single Q --weight W --lang {language}")

    assert (run.status, said in run.err, "a.csv, line" in run.err or "a.csv, ligne" in run.err) == (
        3,
        True,
        True,
    )


def test_a_number_of_a_workbook_leaves_no_doubt(phare: Callable[..., Any], tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (("Q", "W"), ("a", 1.234), ("b", 987)):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    run = phare("tabulate a.xlsx -r =France -s =citizens --single Q --weight W -f csv")

    assert float(run.column("value")[0]) == pytest.approx(100 * 1.234 / (1.234 + 987))


def test_a_population_that_may_be_one_number_or_another_is_asked_about(
    problems: Callable[..., Any], run: Callable[..., Any], write: Callable[..., str]
) -> None:
    spec = PLAIN.replace('"=France"', '"R"')
    answers = "Q;R\na;PACA\nb;PACA\na;Bretagne\nb;Bretagne\n"
    sizes = [
        write(f"region;population\nPACA;{each}\nBretagne;987\n", f"{each}.csv") for each in ("1,234", "1234")
    ]

    assert [each[:3] for each in problems(spec, answers, population=sizes[0])] == [
        ("mixed-decimal", 2, "population")
    ]
    assert (
        run(spec, answers, population=sizes[0], decimal=".").estimates
        == run(spec, answers, population=sizes[1]).estimates
    )


@pytest.mark.parametrize(("decimal", "first"), [(".", 12.345), (",", 12345.0)])
def test_a_margin_that_may_be_one_number_or_another_is_asked_about(
    problems: Callable[..., Any],
    run: Callable[..., Any],
    write: Callable[..., str],
    decimal: str,
    first: float,
) -> None:
    answers = "Q;R\na;PACA\nb;PACA\n"
    margins = write("column;value;target\nQ;a;12.345\nQ;b;987\n", "margins.csv")
    told = write(f"column;value;target\nQ;a;{first}\nQ;b;987\n", "told.csv")

    assert [each[:3] for each in problems(PLAIN, answers, margins=margins)] == [
        ("mixed-decimal", 2, "target")
    ]
    assert (
        run(PLAIN, answers, margins=margins, decimal=decimal).values()
        == run(PLAIN, answers, margins=told, decimal=".").values()
    )


def test_margins_that_mix_decimal_marks_are_a_problem(
    problems: Callable[..., Any], write: Callable[..., str]
) -> None:
    margins = write("column;value;target\nQ;a;0,5\nQ;b;0.5\n", "margins.csv")

    found = problems(PLAIN, "Q;R\na;PACA\nb;PACA\n", margins=margins)

    assert [each[:3] for each in found] == [("mixed-decimal", 2, "target")]


def test_weights_that_vary_too_much_are_said_with_their_price(run: Callable[..., Any]) -> None:
    results = run(HEAD, "Q,W\n" + "a,1\n" * 9 + "b,20\n")

    assert results.notices == [
        "the weights of Citizens vary so much (coefficient of variation 1.97) that their design effect is 4.86: "
        "10 respondents say as much as 2 would unweighted."
    ]


@pytest.mark.parametrize("weight", ["1", "0.1", "0,3", "1e-7", "123456.789", "1 000"])
def test_equal_weights_equal_no_weights(run: Callable[..., Any], weight: str) -> None:
    rows = ["a", "b", "a", "c", "a", "b", "c"]

    weighted = run(HEAD, "Q;W\n" + "".join(f"{row};{weight}\n" for row in rows))

    plain = run(PLAIN, "Q;W\n" + "".join(f"{row};{weight}\n" for row in rows))
    assert weighted.estimates == plain.estimates


RAKED = HEAD.replace('weight = "W"\n', "")


@pytest.mark.parametrize(
    ("margins", "code", "said"),
    [
        ("column,value,target\nS,F,1\n", "no-target", "respondents have a value in S that has no target."),
        (
            "column,value,target\nS,F,1\nS,H,1\nS,X,1\n",
            "no-respondent",
            "no respondent has the value “X” in S. Join it to another value in both files.",
        ),
        ("column,value,target\nS,F,lots\nS,H,1\n", "not-a-number", "target is a number above zero."),
        (
            "column,value,target\nS,F,1\nS,H,1\nS,F,2\n",
            "duplicate-key",
            "this value has a target already. Keep one of the two rows.",
        ),
    ],
)
def test_margins_that_cannot_be_met_are_problems(
    problems: Callable[..., Any], write: Callable[..., str], margins: str, code: str, said: str
) -> None:
    found = problems(RAKED, "Q,S\na,F\nb,H\n", margins=write(margins, "margins.csv"))

    assert [(each[0], each[3]) for each in found] == [(code, said)]


def test_raking_brings_a_group_to_its_margins(run: Callable[..., Any], write: Callable[..., str]) -> None:
    margins = write("column,value,target\nS,F,60\nS,H,40\n", "margins.csv")

    results = run(RAKED, "Q,S\na,F\nb,H\nb,H\nb,H\n", margins=margins)

    assert results.values() == {"a": 60.0, "b": 40.0}
    assert results.notices == ["Citizens: raking met the margins in 1 round; design effect 1.65."]


def test_trimming_bounds_the_factors_and_says_what_is_left() -> None:
    raking = rake({("F",): 1.0, ("H",): 99.0}, ({"F": 50, "H": 50},), trim=5.0, iterations=50)

    assert raking.factors == pytest.approx({("F",): 5.0, ("H",): 50 / 99})
    assert (raking.converged, raking.distance) == (False, pytest.approx(0.45))


def test_groups_are_different_populations_for_raking_too(
    run: Callable[..., Any], write: Callable[..., str]
) -> None:
    margins = write("column,value,target\nS,F,60\nS,H,40\n", "margins.csv")
    spec = RAKED.replace('"=citizens"', '"G"')

    with pytest.raises(WrongOption, match="Add a column stakeholder to them"):
        run(spec, "Q,S,G\na,F,maire\nb,H,maire\na,F,citoyens\nb,H,citoyens\n", margins=margins)


def test_trim_without_margins_is_said(run: Callable[..., Any]) -> None:
    with pytest.raises(WrongOption, match="--trim bounds what raking does"):
        run(RAKED, "Q\na\n", trim=5.0)
