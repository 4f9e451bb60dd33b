"""What programs read: names, raw numbers and codes to the letter, the same for readers of any language."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Callable, Sequence
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.nouns.message import sentence, verbatim
from phare_cli.nouns.table import Cell, Column, Kind, Source, Table
from phare_cli.rendering import Look, render

Texts = Callable[[Sequence[str]], Table]
CODES = (
    "01",
    "2A",
    "01001",
    "12345678901234",
    "0612345678",
    "NA",
    "None",
    "null",
    "TRUE",
    "1e5",
    "-12,5",
    "",
)


def cells_of(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))


def table_of(columns: Sequence[Column], *rows: tuple[Cell, ...]) -> Table:
    return Table("show", verbatim("title"), tuple(columns), rows)


def pairs(*rows: tuple[str, float]) -> Table:
    return table_of([Column("text", verbatim("t")), Column("number", verbatim("n"), Kind.NUMBER)], *rows)


def test_csv_is_machine_names_and_raw_numbers(ranking: Table) -> None:
    assert render(ranking, "csv") == (
        "survey,region,indicator,unit,stakeholder,segment,rank,item,value,base\n"
        "PHARE,France,fragilities,percent,citizens,,1,employment,66.5,1234\n"
        "PHARE,France,fragilities,percent,citizens,,2,education,2.5,1234\n"
        "PHARE,France,fragilities,percent,citizens,,,mobility,,\n"
        "PHARE,France,fragilities,percent,mayors,,1,employment,100,\n"
    )


def test_the_dialect_of_french_excel_has_a_mark_semicolons_commas_and_its_line_ends(ranking: Table) -> None:
    assert render(ranking, "csv", Look(dialect="excel-fr")).startswith(
        "\ufeffsurvey;region;indicator;unit;stakeholder;segment;rank;item;value;base\r\n"
        "PHARE;France;fragilities;percent;citizens;;1;employment;66,5;1234\r\n"
    )


def test_three_decimals_after_a_comma_get_a_fourth_that_nobody_takes_for_thousands() -> None:
    text = render(pairs(("a", 7.125), ("b", -12.5), ("c", 1000.0)), "csv", Look(dialect="excel-fr"))

    assert [row[1] for row in cells_of(text, ";")[1:]] == ["7,1250", "-12,5", "1000"]


def test_json_follows_its_contract() -> None:
    table = Table(
        "compare",
        sentence("Formats"),
        (
            Column("region", verbatim("Region"), Kind.NAME),
            Column("unit", verbatim("Unit")),
            Column("rank", verbatim("Rank"), Kind.RANK),
            Column("value", verbatim("Value"), Kind.VALUE),
            Column("gap", verbatim("Gap"), Kind.GAP),
            Column("base", verbatim("Base"), Kind.BASE),
            Column("p_value", verbatim("p"), Kind.NUMBER, unit="probability"),
            Column("known", verbatim("Known")),
            Column("said", verbatim("Said")),
        ),
        (("Corse", "percent", 1, 57.0, 8.25, None, 0.0001, True, sentence("Nothing found.")),),
        notes=(sentence("Nothing found."),),
        sources=(Source("PHARE", "https://x.fr"), Source("Île")),
    )

    text = render(table, "json", Look(language="fr", decimals=3))

    assert json.loads(text) == {
        "schema_version": 1,
        "command": "compare",
        "title": "Formats",
        "columns": [
            {"name": "region", "label": "Region", "unit": "text"},
            {"name": "unit", "label": "Unit", "unit": "text"},
            {"name": "rank", "label": "Rank", "unit": "rank"},
            {"name": "value", "label": "Value", "unit": "percent"},
            {"name": "gap", "label": "Gap", "unit": "points"},
            {"name": "base", "label": "Base", "unit": "respondents"},
            {"name": "p_value", "label": "p", "unit": "probability"},
            {"name": "known", "label": "Known", "unit": "text"},
            {"name": "said", "label": "Said", "unit": "text"},
        ],
        "rows": [
            {
                "region": "Corse",
                "unit": "percent",
                "rank": 1,
                "value": 57,
                "gap": 8.25,
                "base": None,
                "p_value": 0.0001,
                "known": True,
                "said": "Nothing found.",
            }
        ],
        "notes": ["Nothing found."],
        "sources": [{"source": "PHARE", "url": "https://x.fr"}, {"source": "Île", "url": ""}],
    }
    assert '"value": 57,\n' in text
    assert '"Île"' in text


def test_a_column_whose_rows_differ_in_unit_has_none() -> None:
    columns = [Column("unit", verbatim("u")), Column("value", verbatim("v"), Kind.VALUE)]
    table = table_of(columns, ("percent", 57.0), ("score/10", 7.1))

    assert json.loads(render(table, "json"))["columns"][1]["unit"] is None


@pytest.mark.parametrize("format", ["csv", "tsv", "json"])
def test_what_programs_read_does_not_change_with_the_language_of_the_reader(
    format: str, ranking: Table
) -> None:
    english = render(ranking, format, Look(language="en"))

    assert (
        render(ranking, format, Look(language="fr", decimals=2, bars=False, width=40, color=True)) == english
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (57.0, "57"),
        (66.5, "66.5"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e-7, "0.0000001"),
        (1e16, "1" + "0" * 16),
    ],
)
def test_a_number_in_csv_is_the_shortest_decimal_without_an_exponent(value: float, text: str) -> None:
    assert cells_of(render(pairs(("a", value)), "csv"))[1][1] == text


@pytest.mark.parametrize("format", ["csv", "tsv", "json"])
@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_a_number_is_refused(format: str, value: float) -> None:
    with pytest.raises(ValueError, match=r"(nan|inf)"):
        render(pairs(("a", value)), format)


@pytest.mark.parametrize(("format", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_codes_stay_text_to_the_byte(format: str, delimiter: str, texts: Texts) -> None:
    rows = cells_of(render(texts(CODES), format), delimiter)

    assert tuple(row[0] for row in rows[1:]) == CODES


def test_codes_stay_text_in_json(texts: Texts) -> None:
    rows = json.loads(render(texts(CODES), "json"))["rows"]

    assert tuple(row["label"] for row in rows) == CODES


@pytest.mark.parametrize("dialect", ["standard", "excel-fr"])
@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+33 6", "'+33 6"),
        ("-a", "'-a"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("'quoted'", "'quoted'"),
    ],
)
def test_safe_cells_mark_what_a_spreadsheet_would_run(dialect: str, cell: str, shown: str) -> None:
    text = render(pairs((cell, -12.5)), "csv", Look(safe_cells=True, dialect=dialect)).removeprefix("\ufeff")
    delimiter, number = {"standard": (",", "-12.5"), "excel-fr": (";", "-12,5")}[dialect]

    assert cells_of(text, delimiter)[1] == [shown, number]


@pytest.mark.parametrize("format", ["csv", "tsv", "json"])
def test_no_control_byte_leaves_in_a_format_for_programs(format: str) -> None:
    every = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0))))

    text = render(pairs((every, 1.0)), format)

    assert {letter for letter in text if ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0} <= {"\n", "\t"}


def test_json_keeps_what_it_escapes() -> None:
    every = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0x202E, 0x200B, 0xFEFF, 0x2028)))

    text = render(pairs((every, 1.0)), "json")

    assert json.loads(text)["rows"][0]["text"] == every
    assert "\\u202e" in text


def test_json_is_ascii_where_the_output_holds_no_more() -> None:
    assert render(pairs(("Île", 1.0)), "json", Look(unicode=False)).isascii()


NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
ROWS = st.lists(st.tuples(st.text(), NUMBERS), max_size=20)
# Line breaks other than \n become \n and controls are spelled: any other text reads back to the letter.
PLAIN = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\t,;\"'"))
PLAIN_ROWS = st.lists(st.tuples(PLAIN, NUMBERS), max_size=20)


@given(rows=ROWS)
def test_any_texts_and_numbers_read_back_equal_from_json(rows: list[tuple[str, float]]) -> None:
    document: dict[str, Any] = json.loads(render(pairs(*rows), "json"))

    assert [(row["text"], float(row["number"])) for row in document["rows"]] == rows


@pytest.mark.parametrize(
    ("format", "dialect", "delimiter"),
    [("csv", "standard", ","), ("csv", "excel-fr", ";"), ("tsv", "standard", "\t")],
)
@given(rows=PLAIN_ROWS)
def test_any_texts_and_numbers_read_back_equal(
    format: str, dialect: str, delimiter: str, rows: list[tuple[str, float]]
) -> None:
    text = render(pairs(*rows), format, Look(dialect=dialect)).removeprefix("\ufeff")

    header, *read = cells_of(text, delimiter)

    assert header == ["text", "number"]
    assert [(text, float(number.replace(",", "."))) for text, number in read] == rows
