"""What stands in the way is told all at once, with its line, and without a word of what respondents wrote."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.nouns.errors import InvalidData, UnreadableInput, WrongOption
from phare_cli.recipes.tabulate.tabulate import tabulate
from phare_cli.respondents.header_rows import ColumnNames
from phare_cli.respondents.specs.spec_options import quick_spec

HEAD = 'region = "=France"\nstakeholder = "=citizens"\n'
ONE = '[[question]]\nindicator = "q"\n'
Problems = Callable[..., list[tuple[str, int | None, str | None, str]]]


def test_an_answer_that_is_not_declared_is_counted_and_not_quoted(problems: Problems) -> None:
    spec = HEAD + ONE + 'column = "Q"\noptions = {a = "a"}'

    assert problems(spec, "Q\na\nmy neighbour beats his dog\na\nmy boss too\n") == [
        (
            "undeclared-answer",
            3,
            "Q",
            "2 answers, the first here, are neither options nor missing: declare them, or an item with other.",
        )
    ]


def test_free_text_is_no_set_of_options(problems: Problems) -> None:
    answers = "".join(f"opinion {place}\n" for place in range(300))

    ((code, line, column, said),) = problems(HEAD + ONE + 'column = "Q"', "Q\n" + answers)

    assert (code, line, column) == ("too-many-answers", 202, "Q")
    assert said == "the answers are too many to be options of “q”: declare its options, or leave it out."


def test_a_score_beyond_its_limits_is_a_problem(problems: Problems) -> None:
    ((code, line, _, said),) = problems(HEAD + ONE + 'kind = "score"\ncolumn = "Q"', "Q\n7\n11\nwell\n")

    assert (code, line) == ("not-a-score", 3)
    assert said == (
        "2 answers, the first here, are no scores from 0 to 10: declare them with --missing, or other limits with "
        "lowest and highest in a spec."
    )


def test_a_column_of_an_option_with_two_words_must_be_explained(problems: Problems) -> None:
    ((code, _, column, said),) = problems(HEAD + ONE + 'kind = "set"\ncolumns = ["A*"]', "A1,A2\n1,1\n2,0\n")

    assert (code, column) == ("several-words", "A1")
    assert said == (
        "this column of an option holds several answers: say in a spec which mean that it was chosen, with "
        "selected or not_selected, or that its columns hold what was named first, second..., with kind = "
        '"mentions".'
    )


def test_what_means_chosen_may_be_declared(run: Callable[..., Any]) -> None:
    spec = HEAD + ONE + 'kind = "set"\ncolumns = ["A*"]\nselected = ["1"]\nnot_selected = ["2"]'

    assert run(spec, "A1,A2\n1,1\n2,2\n").values() == {"A1": 50.0, "A2": 50.0}


def test_columns_that_are_not_there_are_all_named(problems: Problems) -> None:
    spec = 'region = "REGON"\nstakeholder = "=citizens"\nweight = "zzz"\n' + ONE + 'column = "Q"'

    assert problems(spec, "REGION,Q\nPACA,a\n") == [
        ("missing-column", None, "REGON", "no column is called “REGON”. Did you mean REGION?"),
        (
            "missing-column",
            None,
            "zzz",
            "no column is called “zzz”. phare tabulate --draft lists those there are.",
        ),
    ]


def test_a_name_that_two_columns_bear_is_a_problem(problems: Problems) -> None:
    assert problems(HEAD + ONE + 'column = "Q"', "Q,Q\na,b\n") == [
        ("ambiguous-column", None, "Q", "2 columns are called “Q”. Rename all but one.")
    ]


@pytest.mark.parametrize("row", ["a", "a,b,c", 'a,"b",c', "a,b,,d"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_row_of_another_length_is_never_shifted(problems: Problems, row: str, place: int) -> None:
    rows = ["x,y", "x,y"]
    rows.insert(place, row)

    ((code, line, _, _),) = problems(HEAD + ONE + 'column = "Q"', "Q,Z\n" + "\n".join(rows) + "\n")

    assert (code, line) == ("ragged-row", place + 2)


def test_one_row_too_long_and_one_too_short_do_not_make_up(problems: Problems) -> None:
    found = problems(HEAD + ONE + 'column = "Q"', "Q,Z\na,b,c\na\na,b\n")

    assert [(code, line) for code, line, _, _ in found] == [("ragged-row", 2), ("ragged-row", 3)]


def test_the_line_is_physical_where_cells_hold_line_breaks(problems: Problems) -> None:
    answers = 'Q,Z,W\n"a\nb",c,1\n"d\n\ne",f,1\na,b,x\n'
    spec = HEAD + 'weight = "W"\n' + ONE + 'column = "Z"'

    assert problems(spec, answers)[0][:2] == ("not-a-number", 7)


def test_a_quote_that_never_closes_is_told_with_its_line(problems: Problems) -> None:
    assert problems(HEAD + ONE + 'column = "Q"', 'Q,Z\na,b\n"a,b\na,b\n') == [
        (
            "unclosed-quote",
            3,
            None,
            "a quote opens here and is not closed: close it, or write it twice if it belongs to the text.",
        )
    ]


def test_a_cell_that_goes_on_past_the_first_lines_is_no_quote_left_open(problems: Problems) -> None:
    answers = "Z\n" + "a\n" * 38 + '"two\nlines"\n' + "a\n" * 9

    assert [each[0] for each in problems(HEAD + ONE + 'column = "Q"', answers)] == ["missing-column"]


def test_utf8_that_breaks_off_is_told_with_its_line(problems: Problems) -> None:
    ((code, line, _, said),) = problems(HEAD + ONE + 'column = "Q"', b"Q\n\xc3\xa9\na\n\xe9\n")

    assert (code, line) == ("not-utf-8", 4)
    assert said == (
        "this line is not UTF-8 although lines before it are: save the file again in one encoding, CSV UTF-8."
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"stakeholder": "=citizens", "single": ["Q"]}, "say where the region stands"),
        ({"region": "=France", "single": ["Q"]}, "say who answered"),
        ({"region": "=France", "stakeholder": "=citizens"}, "no question was named"),
    ],
)
def test_what_a_run_cannot_do_without_is_asked_for(options: dict[str, Any], said: str) -> None:
    with pytest.raises(WrongOption, match=said):
        tabulate(["nothing.csv"], quick_spec(**options))


def test_a_file_that_is_not_there_is_said() -> None:
    spec = quick_spec(region="=France", stakeholder="=citizens", single=["Q"])

    with pytest.raises(UnreadableInput, match=r"there is no file “nothing\.csv”: check the name"):
        tabulate(["nothing.csv"], spec)


def test_an_empty_file_is_said(run: Callable[..., Any]) -> None:
    with pytest.raises(InvalidData, match="is empty: it needs a header and one row for each respondent"):
        run(HEAD + ONE + 'column = "Q"', "")


def test_a_column_of_free_text_is_no_region(problems: Problems) -> None:
    spec = 'region = "R"\nstakeholder = "=citizens"\n' + ONE + 'column = "Q"'

    assert problems(spec, "R,Q\n" + "".join(f"I live at {place},a\n" for place in range(600))) == [
        (
            "too-many-names",
            None,
            "R",
            "more than 500 names stand in the column of the region: choose another column.",
        )
    ]


letters = st.text("aB*", max_size=8)


@given(letters.filter(lambda pattern: "*" in pattern), letters)
def test_a_pattern_fits_where_any_text_stands_for_its_stars(pattern: str, name: str) -> None:
    header = ColumnNames((name,), ("",), 0)

    fits = re.fullmatch(pattern.replace("*", ".*"), name) is not None

    assert header.match(pattern) == ([0] if fits else [])


def test_a_pattern_of_many_stars_is_answered_at_once() -> None:
    header = ColumnNames(("a" * 10_000,), ("",), 0)

    assert header.match("*a" * 500 + "*b") == []
    assert header.match("*a" * 500 + "*") == [0]
