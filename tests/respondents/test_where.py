"""Filters of a spec: whom results are about, by a grammar that evaluates nothing and says where it cannot be read.

The standard errors are those of R's survey, of the file of test_oracles.py with an age:

    d$ans <- 18 + (i * i * 7 + i) %% 61
    str <- svydesign(ids = ~1, strata = ~strate, weights = ~poids, data = d)
    x <- subset(str, ans >= 40 & sexe == "F"); svymean(~note, x); svymean(~oui, x)
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import InvalidData
from phare_cli.respondents.conditions.condition import (
    Among,
    Condition,
    Either,
    Every,
    Not,
    Ordered,
    Sign,
    columns_of,
    written,
)
from phare_cli.respondents.conditions.condition_text import NotACondition, parse_condition

ROWS = [
    (
        ("Bretagne", "Normandie", "Occitanie")[(i * 7 + i // 5) % 3],
        "abcd"[(i * i + i // 7) % 4],
        "FH"[(i // 3) % 2],
        18 + (i * i * 7 + i) % 61,
        0.5 + ((i * 37) % 50) / 25,
        int((i * i * 3 + i * 5) % 11 < 4),
        (i * i + 3 * i) % 11,
    )
    for i in range(1, 241)
]
COLUMNS = ("region", "strate", "sexe", "ans", "poids", "oui", "note")
TOP = 'region = "region"\nstakeholder = "=citizens"\nweight = "poids"\nstrata = "strate"\n'
QUESTIONS = '[[question]]\nindicator = "note"\nkind = "score"\ncolumn = "note"\n'
FILTER = "where = 'ans >= 40 and sexe = \"F\"'\n"
# Who answered what: "é" of an age that is missing, "b" of one that was refused.
PEOPLE = [("é", ""), ("a", 17), ("a", 70), ("é", 18), ("b", 99), ("b", "25"), ("c", "70,5")]
ONE = (
    'region = "=Bretagne"\nstakeholder = "=citizens"\nmissing = ["99"]\nwhere = {where}\n'
    '[[question]]\nindicator = "q"\ncolumn = "Q"\n'
)


@pytest.fixture
def bases(run: Callable[..., Any], csv_text: Callable[..., str]) -> Callable[[str], int]:
    """Return how many of PEOPLE a filter lets pass."""

    def count(where: str) -> int:
        rows = [(group, f'"{age}"', "oui") for group, age in PEOPLE]
        text = csv_text(("Sexe d'état", "AGE", "Q"), rows)
        found = run(ONE.format(where=f"'''{where}'''"), text, nation=None).estimates
        return int(found[0].base or 0)

    return count


@pytest.mark.parametrize("place", ["file", "question"])
def test_results_of_some_respondents_have_the_errors_of_a_subset_of_the_design(
    run: Callable[..., Any], csv_text: Callable[..., str], place: str
) -> None:
    spec = TOP + (FILTER + QUESTIONS if place == "file" else QUESTIONS + FILTER)

    found = run(spec, csv_text(COLUMNS, ROWS)).one("mean")

    assert (found.value, found.standard_error) == pytest.approx((5.903475711893, 0.502195907246), abs=1e-9)
    assert found.base == 64


@pytest.mark.parametrize(
    ("where", "passed"),
    [
        ("AGE >= 70", 2), ("AGE > 70", 1), ("AGE < 18", 1), ("AGE <= 18", 2), ("AGE = 25", 1), ("AGE == 70.5", 1),
        ("AGE != 25", 4), ("AGE <> 25", 4), ("AGE ≥ 18", 4), ("not AGE >= 70", 3), ("NOT (AGE >= 70)", 3),
        ("18 <= AGE < 70", 2), ("18 <= AGE", 4), ("AGE in 18-25", 2), ("AGE in (17, 18, 70+)", 4),
        ("AGE in [-5..18]", 2), ("AGE not in 18-25", 3), ("`Sexe d'état` = \"é\"", 2), ("`Sexe d'état` = 'a'", 2),
        ("`Sexe d'état` in (\"a\", «é»)", 4), ("`Sexe d'état` != \"a\"", 5), ("`Sexe d'état` not in ('a','b')", 3),
        ("AGE >= 70 or `Sexe d'état` = 'é'", 4), ("AGE >= 18 and `Sexe d'état` = 'é'", 1),
        ("AGE >= 70 or AGE < 18 and `Sexe d'état` = 'c'", 2), ("(AGE >= 70 or AGE < 18) and `Sexe d'état` = 'a'", 2),
        ("AGE = '25'", 1), ("age >= 70", 2),
    ],
)  # fmt: skip
def test_a_filter_lets_pass_whom_it_says_and_never_who_did_not_answer(
    bases: Callable[[str], int], where: str, passed: int
) -> None:
    assert bases(where) == passed


@pytest.mark.parametrize(
    ("where", "place", "said"),
    [
        ("AGE >= vieux", 8, "after this sign stands a number"),
        ("SEXE = F", 8, "a text in quotes"),
        ("AGE => 70", 6, "after this sign stands a number"),
        ("AGE 70", 5, "after a column stands"),
        ("AGE >= 70 ET SEXE = 'F'", 11, "goes on with and or or"),
        ("AGE >= 70 and", 14, "begins with the name of a column"),
        ("(AGE >= 70", 11, "a bracket is opened that nothing closes"),
        ("AGE >= 70)", 10, "here the filter ends"),
        ("SEXE = 'F", 8, "a quote is opened that nothing closes"),
        ("AGE >= 1,5", 9, "a decimal stands after a point"),
        ("AGE in 70-18", 8, "from the lower number to the higher one"),
        ("AGE in 70", 8, "after in stands a list or a range"),
        ("__import__('os')", 11, "after a column stands"),
        ("AGE; rm", 4, "no word, number or sign of a filter begins so"),
        ("(" * 60 + "AGE = 1" + ")" * 60, 52, "brackets stand too deep"),
        ("=", 1, "begins with the name of a column"),
    ],
)
def test_a_filter_that_cannot_be_read_says_where(where: str, place: int, said: str) -> None:
    with pytest.raises(NotACondition) as raised:
        parse_condition(where)

    shown = Typesetter("en").say(raised.value.message)
    assert (raised.value.place, said in shown) == (place, True), shown


@given(st.text(alphabet="AGE 0179<>=!()[]'\"`,.-+andortinzé", max_size=40))
def test_any_text_is_a_filter_or_is_refused(text: str) -> None:
    with suppress(NotACondition):
        assert columns_of(parse_condition(text))


_NUMBERS = st.floats(-1e6, 1e6).map(lambda number: round(number, 3))
_RANGES = st.tuples(_NUMBERS, _NUMBERS).map(lambda ends: (min(ends), max(ends)))
_TEXTS = st.lists(st.sampled_from(["é", 'l"a', "d'un", "70+"]), max_size=2, unique=True)
_TESTS = st.one_of(
    st.builds(Ordered, st.sampled_from(["AGE", "Q3[1]", "in"]), st.sampled_from([Sign.BELOW, Sign.FROM]), _NUMBERS),
    st.builds(Among, st.just("AGE"), _TEXTS.map(tuple), st.lists(_RANGES, min_size=1, max_size=2).map(tuple)),
)  # fmt: skip
_FILTERS = st.recursive(
    _TESTS,
    lambda parts: (
        st.builds(Not, parts)
        | st.lists(parts, min_size=2, max_size=3).map(tuple).map(Every)
        | st.lists(parts, min_size=2, max_size=3).map(tuple).map(Either)
    ),
    max_leaves=5,
)


@given(_FILTERS)
def test_a_filter_is_written_so_that_it_reads_back(condition: Condition) -> None:
    assert parse_condition(written(condition)) == condition


@given(st.lists(st.sampled_from(["A = 1", "not A = 1", "A = 2", "(A = 1 or A = 2)"]), min_size=1, max_size=4))
def test_and_binds_closer_than_or(parts: list[str]) -> None:
    both = [f"{one} and {other}" for one, other in product(parts, parts)]

    assert parse_condition(" or ".join(both)) == parse_condition(" or ".join(f"({each})" for each in both))


@pytest.mark.parametrize(
    ("where", "code", "said"),
    [
        ("Q > 5", "not-a-number", "7 cells, the first here, are no numbers"),
        ("VIEUX > 5", "missing-column", "no column is called “VIEUX”"),
        ("AGE > 500", "no-respondent", "no respondent passes the filter"),
        ("AGE >> 5", "wrong-spec", "the filter cannot be read at character 6"),
    ],
)
def test_a_filter_that_the_file_does_not_bear_is_a_problem(
    bases: Callable[[str], int], where: str, code: str, said: str
) -> None:
    with pytest.raises(InvalidData) as raised:
        bases(where)

    [problem] = raised.value.problems
    assert (problem.code, said in Typesetter("en").say(problem.message)) == (code, True)


@pytest.mark.parametrize(
    ("top", "own", "universe"),
    [
        ("", "", "AGE >= 70"),
        ("", "where = 'Q = \"oui\"'", 'AGE >= 70 and Q = "oui"'),
        ('universe = "18 ans et plus"', "where = 'AGE < 90'", "18 ans et plus (AGE < 90)"),
        ('universe = "70 ans et plus"', "", "70 ans et plus"),
        ("", 'universe = "aînés"', "aînés"),
    ],
)
def test_whom_a_base_stands_for_is_said_by_the_filter_where_nothing_else_says_it(
    run: Callable[..., Any], top: str, own: str, universe: str
) -> None:
    spec = top + "\n" + ONE.format(where="'AGE >= 70'") + own + "\n"

    assert run(spec, "Q,AGE\noui,70\nnon,80\n", nation=None).estimates[0].universe == universe


def test_a_text_that_no_answer_is_is_told(run: Callable[..., Any]) -> None:
    found = run(ONE.format(where="'Q != \"Oui\"'"), "Q\noui\nnon\n", nation=None)

    assert any("no answer in Q is “Oui”" in notice for notice in found.notices)


def test_numbers_that_leave_a_doubt_are_asked_about(run: Callable[..., Any]) -> None:
    with pytest.raises(InvalidData) as raised:
        run(ONE.format(where="'R > 1000'"), 'Q,R\noui,"1,234"\nnon,"2,500"\n', nation=None)

    assert [problem.code for problem in raised.value.problems] == ["mixed-decimal"]


def test_the_mark_that_is_declared_settles_it(run: Callable[..., Any]) -> None:
    found = run(ONE.format(where="'R > 1000'"), 'Q,R\noui,"1,234"\nnon,"2,500"\n', nation=None, decimal=".")

    assert found.estimates[0].base == 2


def test_weights_are_raked_with_those_whom_no_result_is_about(
    run: Callable[..., Any], write: Callable[..., str]
) -> None:
    margins = write("column,value,target\nS,F,50\nS,H,50\n", "margins.csv")
    text = "Q,S,AGE\n" + "oui,F,20\nnon,F,80\noui,H,20\noui,H,80\nnon,H,80\n"

    found = run(ONE.format(where="'AGE >= 70'"), text, nation=None, margins=margins)

    # Women weigh 5/4 each and men 5/6: of those of 80, 5/6 say yes of 5/4 + 5/6 + 5/6.
    assert found.one("oui", region="Bretagne").value == pytest.approx(100 * (5 / 6) / (5 / 4 + 10 / 6))


def test_answers_of_few_respondents_are_hidden_of_those_who_pass(
    run: Callable[..., Any], csv_text: Callable[..., str]
) -> None:
    spec = TOP.replace('strata = "strate"\n', "") + "where = 'ans >= 74'\n" + QUESTIONS

    found = run(spec, csv_text(COLUMNS, ROWS), min_count=5)

    assert [each.region for each in found.estimates if each.base is not None and each.base < 5] == []


def test_the_codebook_says_of_whom_results_are(phare: Callable[..., Any], tmp_path: Any) -> None:
    (tmp_path / "a.csv").write_text("Q,AGE\noui,20\nnon,80\n", encoding="utf-8")
    (tmp_path / "spec.toml").write_text(ONE.format(where="'AGE >= 70'"), encoding="utf-8")

    phare("tabulate a.csv --spec spec.toml -o r.csv --codebook codebook.md")

    assert "AGE >= 70" in (tmp_path / "codebook.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ((1, 2), "phare: r.csv: no respondent passes the filter (where): see what Q holds. [no-respondent]"),
        ((0, 0), "phare: note: 2 rows weigh zero: they are no respondents."),
    ],
)
def test_a_filter_is_not_blamed_where_there_is_nobody_to_pass(
    phare: Callable[..., Any], tmp_path: Path, weights: tuple[int, int], said: str
) -> None:
    (tmp_path / "r.csv").write_text(f"Q,w\na,{weights[0]}\nb,{weights[1]}\n", encoding="utf-8")
    spec = 'weight = "w"\n' + ONE.format(where="'Q = \"c\"'")
    (tmp_path / "s.toml").write_text(spec, encoding="utf-8")
    run = phare("tabulate r.csv --spec s.toml")

    assert said in run.err.splitlines()
