"""Rows are figures or problems: numbers as people print them, ranges, bases, keys, words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from phare_cli.files.numbers import number
from phare_cli.results import Rules

Read = Callable[..., Any]
WITH_UNIT = "region;stakeholder;indicator;item;value;unit;base\n"


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("57", 57.0, 0),
        ("57 %", 57.0, 0),
        ("57%", 57.0, 0),
        ("57\u00a0%", 57.0, 0),
        ("57,0", 57.0, 1),
        ("57.25", 57.25, 2),
        ("−12,5", -12.5, 1),
        ("-12,5", -12.5, 1),
        ("+8", 8.0, 0),
        (",5", 0.5, 1),
        ("-0", 0.0, 0),
        ("1 234", 1234.0, 0),
        ("1\u00a0234", 1234.0, 0),
        ("1\u202f234,5", 1234.5, 1),
        ("1\u2009234\u202f567", 1234567.0, 0),
        ("1'234.5", 1234.5, 1),
        ("1’234", 1234.0, 0),
        ("1,234,567", 1234567.0, 0),
        ("1,234.5", 1234.5, 1),
        ("1.234,5", 1234.5, 1),
        ("0,125", 0.125, 3),
        ("00.11", 0.11, 2),
        ("33.33333333333333333333", 33.333333333333336, 9),
    ],
)
def test_a_number_is_known_as_it_is_printed(text: str, value: float, decimals: int) -> None:
    found = number(text)

    assert found is not None
    assert (found.value, found.decimals) == (value, decimals)


@pytest.mark.parametrize(
    "text",
    ["1e5", "inf", "-inf", "nan", "NaN", "NA", "0x1F", "1_000", "12 34", "1,2,3", "1.234,567.8", "5.", "- 5", "57*",
     "٣", "%", "12 345 6", "9" * 61],
)  # fmt: skip
def test_what_is_no_number_is_none(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize("text", ["", " ", "n.d.", "nd", "ND", "N. D.", "–", "-", "—"])
def test_a_missing_figure_is_none_and_no_problem(read: Read, text: str) -> None:
    found = read(f"PACA;g;i;a;{text};\n")

    assert (found.values, found.problems) == ([None], [])


@pytest.mark.parametrize("text", ["1e5", "inf", "nan", "0x1F", "NA", "beaucoup"])
def test_what_is_no_number_is_told(read: Read, text: str) -> None:
    assert read(f"PACA;g;i;a;{text};\n").problems == [
        (
            "not-a-number",
            2,
            f"“{text}” is not a number. Write a figure in digits; a missing one is an empty cell, n.d. or –.",
        )
    ]


def test_thousands_marks_may_be_mixed_in_one_column(read: Read) -> None:
    rows = ("1 234", "1\u00a0234", "1\u202f234", "1\u2009234", "1'234", "1234")

    found = read("".join(f"PACA;g;i;a{place};57,5;{base}\n" for place, base in enumerate(rows)))

    assert {each.base for each in found.estimates} == {1234.0}


@pytest.mark.parametrize(
    ("values", "first", "other"),
    [
        (("12,5", "1,234"), ("12,5", 2), ("1,234", 3)),
        (("1,234", "12,5"), ("1,234", 2), ("12,5", 3)),
        (("12,5", "12.5"), ("12,5", 2), ("12.5", 3)),
        (("12,5", "1.234"), ("12,5", 2), ("1.234", 3)),
        (("57", "12.5", "1,234"), ("12.5", 3), ("1,234", 4)),
    ],
)
def test_two_decimal_marks_are_one_problem_that_names_both_lines(
    read: Read, values: tuple[str, ...], first: tuple[str, int], other: tuple[str, int]
) -> None:
    found = read("".join(f"PACA;g;i;a{place};{value};\n" for place, value in enumerate(values)))

    assert found.problems == [
        (
            "mixed-decimal",
            first[1],
            f"“{first[0]}” (line {first[1]}) and “{other[0]}” (line {other[1]}) do not have the same decimal mark. "
            "Say which it is: --decimal comma or --decimal point.",
        )
    ]


def test_a_comma_that_may_be_either_is_never_guessed(read: Read) -> None:
    assert read("PACA;g;i;a;1,234;\nPACA;g;i;b;57;\n").problems == [
        (
            "mixed-decimal",
            2,
            "“1,234” (line 2) may have three decimals or a mark between thousands, and no other figure tells. "
            "Say which it is: --decimal comma or --decimal point.",
        )
    ]


@pytest.mark.parametrize(
    ("decimal", "text", "value"),
    [("comma", "1,234", 1.234), ("point", "1.234", 1.234), (",", "12,5", 12.5), (".", "12.5", 12.5)],
)
def test_a_stated_decimal_mark_decides(read: Read, decimal: str, text: str, value: float) -> None:
    found = read(f"PACA;g;i;a;{text};\n", rules=Rules(decimal=decimal))

    assert (found.values, found.problems) == ([value], [])


@pytest.mark.parametrize(("decimal", "base"), [("comma", "1.500"), ("point", "1,500"), (None, "1,500")])
def test_the_other_mark_parts_thousands(read: Read, decimal: str | None, base: str) -> None:
    found = read(f"PACA;g;i;a;57;{base}\n", rules=Rules(decimal=decimal))

    assert [each.base for each in found.estimates] == [1500.0]


def test_a_number_against_the_stated_mark_is_told(read: Read) -> None:
    assert read("PACA;g;i;a;12.5;\n", rules=Rules(decimal="comma")).problems == [
        (
            "not-a-number",
            2,
            "“12.5” is not a number with the decimal mark that --decimal states: correct it, or the option.",
        )
    ]


def test_shares_for_percentages_are_one_problem(read: Read) -> None:
    assert read("PACA;g;i;a;0;\nPACA;g;i;b;0,57;\nPACA;g;i;c;1;\n").problems == [
        (
            "fraction-scale",
            3,
            "all percentages lie between 0 and 1, such as “0,57” (line 3). "
            "Say --scale fraction if 0.57 means 57%, --scale percent if they are percents already.",
        )
    ]


@pytest.mark.parametrize(
    ("values", "scale", "read_as"),
    [
        (("0,57", "0,07"), "fraction", [57.0, 7.0]),
        (("0,57", "57 %"), "fraction", [57.0, 57.0]),
        (("0,57", "0,07"), "percent", [0.57, 0.07]),
        (("0,57 %", "0,07 %"), None, [0.57, 0.07]),
        (("0,57", "12"), None, [0.57, 12.0]),
        (("0,57",), None, [0.57]),
        (("0", "1"), None, [0.0, 1.0]),
    ],
)
def test_the_scale_of_percentages(
    read: Read, values: tuple[str, ...], scale: str | None, read_as: list[float]
) -> None:
    rows = "".join(f"PACA;g;i;a{place};{value};\n" for place, value in enumerate(values))

    found = read(rows, rules=Rules(scale=scale))

    assert (found.values, found.problems) == (read_as, [])


@pytest.mark.parametrize(
    ("cells", "code", "sentence"),
    [
        (
            "100,5;;",
            "out-of-range",
            "“100,5” is not a percentage: these lie between 0 and 100. Correct it, or say its unit.",
        ),
        (
            "−1;;",
            "out-of-range",
            "“−1” is not a percentage: these lie between 0 and 100. Correct it, or say its unit.",
        ),
        ("11;score/10;", "out-of-range", "“11” is not a score between 0 and 10. Correct it, or say its unit."),
        ("-3;count;", "out-of-range", "“-3” is not a count: it is below 0. Correct it, or say its unit."),
        (
            "57 %;score/10;",
            "unit-conflict",
            "“57 %” has a percent sign and its unit is score/10: correct one of them.",
        ),
        (
            "57;;-1",
            "bad-base",
            "“-1” is not a base: it counts the respondents asked, so it is whole and above 0.",
        ),
        (
            "57;;0",
            "bad-base",
            "“0” is not a base: it counts the respondents asked, so it is whole and above 0.",
        ),
        (
            "57;;12,5",
            "bad-base",
            "“12,5” is not a base: it counts the respondents asked, so it is whole and above 0.",
        ),
        (
            "2;;10",
            "base-too-small",
            "2% of a base of 10 is less than one respondent: check both, unless weights explain it.",
        ),
        (
            "98;;10",
            "base-too-small",
            "98% of a base of 10 is less than one respondent: check both, unless weights explain it.",
        ),
        ("12;count;10", "base-too-small", "the count of 12 is above its base of 10: check both."),
    ],
)  # fmt: skip
def test_a_figure_that_cannot_be_is_told(read: Read, cells: str, code: str, sentence: str) -> None:
    assert read(f"PACA;g;i;a;{cells}\n", header=WITH_UNIT).problems == [(code, 2, sentence)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("", "percent"), ("%", "percent"), ("pourcentage", "percent"), ("note sur 20", "score/20"), ("/5", "score/5"),
     ("score/10", "score/10"), ("effectif", "count"), ("unités", "unités"), ("€", "€")],
)  # fmt: skip
def test_units_have_one_spelling(read: Read, text: str, unit: str) -> None:
    assert [each.unit for each in read(f"PACA;g;i;a;3;{text};\n", header=WITH_UNIT).estimates] == [unit]


def test_a_foreign_unit_has_no_range(read: Read) -> None:
    assert read("PACA;g;i;a;-1268;euros;\n", header=WITH_UNIT).values == [-1268.0]


def test_an_effective_base_may_be_fractional_and_not_zero(read: Read) -> None:
    header = "region;stakeholder;indicator;item;value;effective_base\n"

    found = read("PACA;g;i;a;57;812,4\nPACA;g;i;b;57;0\n", header=header)

    assert [each.effective_base for each in found.estimates] == [812.4]
    assert found.problems == [
        ("bad-base", 3, "“0” is not an effective base: it is above 0. Leave it empty when it is not known.")
    ]


def test_a_key_that_stands_twice_names_both_lines(read: Read) -> None:
    found = read("PACA;g;i;a;57;\n93;g;i;b;1;\nRégion Sud;g;i;a;58;\n")

    assert found.problems == [("duplicate-key", 4, "line 4 repeats the figure of line 2: keep one of them.")]


def test_a_key_that_an_unused_column_may_tell_apart_says_how(read: Read) -> None:
    found = read(
        "PACA;g;i;a;57;x\nPACA;g;i;a;58;y\n", header="region;stakeholder;indicator;item;value;Début\n"
    )

    assert found.problems == [
        (
            "duplicate-key",
            3,
            "line 3 repeats the figure of line 2: keep one of them. If another column tells them apart, "
            "say so: --map wave=COLUMN or --map segment=COLUMN.",
        )
    ]


@pytest.mark.parametrize("row", [";g;i;a;57;", "PACA; ;i;a;57;", "PACA;g;;a;57;", "PACA;g;i;\u200b;57;"])
def test_a_figure_without_one_of_its_names_is_refused(read: Read, row: str) -> None:
    [(code, line, sentence)] = read(row + "\n").problems

    assert (code, line) == ("empty-name", 2)
    assert "says nothing: fill it in." in sentence
    assert ("“Mean score”" in sentence) == ("says nothing" in sentence and "without its item" in sentence)


def test_empty_names_of_several_lines_are_told_once(read: Read) -> None:
    found = read("PACA;g;i;;7;\nCorse;g;i;a;8;\nCorse;g;i;;8;\n" + "Gard;;i;b;9;\n" * 20).problems

    assert [(code, line) for code, line, _ in found] == [("empty-name", 2), ("empty-name", 5)]
    assert found[0][2] == (
        "the cells of 2 lines are empty (2 and 4), and figures without their item say nothing: fill them in. "
        "Where it is a mean, write for example “Mean score”."
    )
    assert "of 20 lines are empty (5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 and …)" in found[1][2]


@pytest.mark.parametrize(
    ("column", "text", "attribute", "value"),
    [
        ("réponse", "plusieurs réponses possibles", "response", "multiple"),
        ("response", "Single", "response", "single"),
        ("response", "", "response", ""),
        ("in_national_sample", "oui", "in_national_sample", True),
        ("in_national_sample", "0", "in_national_sample", False),
        ("in_national_sample", "", "in_national_sample", None),
    ],
)
def test_fixed_words_are_known_in_both_languages(
    read: Read, column: str, text: str, attribute: str, value: object
) -> None:
    [estimate] = read(
        f"PACA;g;i;a;57;{text}\n", header=f"region;stakeholder;indicator;item;value;{column}\n"
    ).estimates

    assert getattr(estimate, attribute) == value


@pytest.mark.parametrize(
    ("column", "sentence"),
    [
        (
            "response",
            "“maybe” says nothing of the response: write single or multiple, or leave the cell empty.",
        ),
        (
            "in_national_sample",
            "“maybe” is neither yes nor no: write one of them, or leave the cell empty when it is not known.",
        ),
    ],
)
def test_another_word_is_told(read: Read, column: str, sentence: str) -> None:
    found = read("PACA;g;i;a;57;maybe\n", header=f"region;stakeholder;indicator;item;value;{column}\n")

    assert found.problems == [("unknown-word", 2, sentence)]


def test_a_thousand_problems_are_twenty_and_a_total(read: Read) -> None:
    found = read(
        "".join(f"PACA;g;i;a{place};much;\n" for place in range(1000)) + "PACA;g;i;x;1.5;\nPACA;g;i;y;1,5;\n"
    )

    assert (found.inspection.total, len(found.problems)) == (1001, 20)
    assert found.problems[-1][:2] == ("mixed-decimal", 1002)


def test_a_long_or_invisible_cell_is_shown_short_and_visible(read: Read) -> None:
    found = read("PACA;g;i;a;\x1b[31m" + "x" * 100 + ";\n")

    assert found.inspection.problems[0].cell == "\\x1b[31m" + "x" * 34 + "…"


def test_a_text_for_every_row_is_no_total(read: Read) -> None:
    found = read(
        "12;count\n",
        header="value;unit\n",
        rules=Rules(map=dict.fromkeys(("region", "stakeholder", "indicator", "item"), "=Total")),
    )

    assert found.values == [12.0]
