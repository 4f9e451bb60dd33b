"""Bytes of text come in as figures, or as sentences that say where and what to try."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from phare_cli.results import Rules

Read = Callable[..., Any]
TABLE = "region;stakeholder;indicator;item;value\nPACA;citizens;fragilities;Œuvre d’Éric, 12 €;57,5\n"


def zipped(*names: str, content: str = TABLE) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode("utf-8"),
        TABLE.encode("utf-8-sig"),
        TABLE.replace("\n", "\r\n").encode("utf-8"),
        TABLE.replace("\n", "\r").encode("utf-8"),
        TABLE.rstrip().encode("utf-8"),
        TABLE.encode("utf-16"),
        b"\xfe\xff" + TABLE.encode("utf-16-be"),
        TABLE.encode("utf-32"),
        TABLE.encode("cp1252"),
        TABLE.replace(";", "\t").encode("utf-16"),
        TABLE.replace(";", "|").encode("utf-8"),
        ("sep=;\n" + TABLE).encode("utf-8"),
        ("\ufeffsep=;\r\n" + TABLE).encode("utf-8"),
        ('"sep=^"\n' + TABLE.replace(";", "^")).encode("utf-8"),
        gzip.compress(TABLE.encode("utf-8")),
        zipped("figures.csv"),
        zipped("__MACOSX/._figures.csv", "figures.csv"),
    ],
)
def test_one_table_reads_the_same_however_it_was_saved(read: Read, content: bytes) -> None:
    found = read(content)

    assert found.problems == []
    assert [(estimate.item, estimate.value, estimate.decimals) for estimate in found.estimates] == [
        ("Œuvre d’Éric, 12 €", 57.5, 1)
    ]


def test_windows_1252_is_said(read: Read) -> None:
    found = read(TABLE.encode("cp1252"))

    assert found.notices == [
        "“figures.csv” is not UTF-8: it was read as Windows-1252. If letters look wrong, say --encoding."
    ]


def test_an_encoding_that_is_stated_is_used_and_not_said(read: Read) -> None:
    found = read(TABLE.replace("€", "").encode("cp1252"), rules=Rules(encoding="iso8859-15"))

    assert found.notices == []


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"%PDF-1.7 \x00", "a.csv", "“a.csv” is a PDF, not a table: copy its figures into a CSV file."),
        (
            b"\n<!DOCTYPE html><html>",
            "a.csv",
            "“a.csv” is a web page (HTML), not a table: open it in a spreadsheet and save it as CSV.",
        ),
        (
            b"<?xml version='1.0'?><a/>",
            "a.csv",
            "“a.csv” is XML, not a table: open it in its own program and save the table as CSV.",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "a.csv",
            "“a.csv” is an old Excel or Word file: open it there and save the sheet as .xlsx or CSV.",
        ),
        (b"{\\rtf1", "a.csv", "“a.csv” is a text with layout (RTF), not a table: save its table as CSV."),
        (b"\x89PNG\r\n", "a.csv", "“a.csv” is a picture, not a table: copy its figures into a CSV file."),
        (
            b"SQLite format 3\0",
            "a.csv",
            "“a.csv” is a SQLite database, not a table: export the table as CSV.",
        ),
        (
            b"7z\xbc\xaf\x27\x1c",
            "a.csv",
            "“a.csv” is packed in a way that phare does not read: unpack it, or pack it with gzip or zip.",
        ),
        (
            gzip.compress(gzip.compress(b"a")),
            "a.csv",
            "“a.csv” is packed in a way that phare does not read: unpack it, or pack it with gzip or zip.",
        ),
        (
            zipped("xl/workbook.xml"),
            "a.csv",
            "“a.csv” is an Excel workbook by its content, which its name does not say: rename it to end in .xlsx.",
        ),
        (
            zipped("word/document.xml"),
            "a.csv",
            "“a.csv” is an office document that phare does not read: save its table as .xlsx or CSV.",
        ),
        (
            b'{"rows": []}',
            "a.csv",
            "“a.csv” is JSON by its content, which its name does not say: rename it to end in .json.",
        ),
        (
            TABLE.encode(),
            "a.xlsx",
            "“a.xlsx” is plain text by its content, which its name does not say: rename it to end in .csv.",
        ),
        (
            zipped("a.csv", "b.csv"),
            "a.zip",
            "“a.zip” is a zip of 2 files: unpack it and name the one to read.",
        ),
        (
            gzip.compress(TABLE.encode())[:40],
            "a.csv.gz",
            "“a.csv.gz” is packed, and cut short or damaged: fetch it again, or unpack it first.",
        ),
        (
            zipped("a.csv")[:60],
            "a.zip",
            "“a.zip” is packed, and cut short or damaged: fetch it again, or unpack it first.",
        ),
        (
            b"a;b\n\0;c\n",
            "a.csv",
            "“a.csv” holds NUL characters (line 2), which no text does: save the table as CSV.",
        ),
        (
            TABLE.encode("utf-16-le"),
            "a.csv",
            "“a.csv” looks like UTF-16 without its byte order mark: say --encoding utf-16-le.",
        ),
        (
            b"\xff\xfea\0b",
            "a.csv",
            "“a.csv” begins as utf-16-le and goes on as something else: save it again as CSV UTF-8.",
        ),
        (
            b"region;\x81\n",
            "a.csv",
            "“a.csv” is neither UTF-8 nor Windows-1252: say its --encoding, or save it as CSV UTF-8.",
        ),
        (
            b"region;" + b"x" * (1 << 21),
            "a.csv",
            "line 1 of “a.csv” is longer than 1,048,576 characters, the most that phare reads: is it a table?",
        ),
    ],
)
def test_a_file_that_is_no_table_has_its_own_sentence(
    refusal: Callable[..., str], content: bytes, name: str, sentence: str
) -> None:
    assert refusal(content, name) == sentence


def test_an_encoding_that_is_not_the_file_s_is_refused(refusal: Callable[..., str]) -> None:
    assert refusal(TABLE.encode("cp1252"), "a.csv", Rules(encoding="utf-8")) == (
        "“a.csv” is not utf-8: leave --encoding out, or correct it."
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", ("empty-file", None, "the file is empty: it needs a header and one row for each figure.")),
        (
            b"\xef\xbb\xbf",
            ("empty-file", None, "the file is empty: it needs a header and one row for each figure."),
        ),
        (
            b"\n\n;;;\n",
            ("empty-file", None, "the file is empty: it needs a header and one row for each figure."),
        ),
        (
            b"region;stakeholder;indicator;item;value\n",
            ("no-rows", 1, "the file has a header and no figure below it: add one row for each figure."),
        ),
        (
            b"\n\na,b,item\n1,2,3\n",
            (
                "missing-column",
                3,
                "the columns region, stakeholder, indicator and value are missing. The file has “a”, “b” and “item”. "
                "Say where to find them: --map region=COLUMN --map stakeholder=COLUMN --map indicator=COLUMN "
                "--map value=COLUMN, or ==TEXT in place of =COLUMN for the same in every row. "
                "Answers, one row a respondent, are counted first: phare tabulate figures.csv --draft. A published "
                "table, with groups or answers side by side, is made tidy first: phare tidy figures.csv",
            ),
        ),
        (
            b"region;stakeholder;indicator;item;nope\n",
            (
                "missing-column",
                1,
                "the column value is missing. The file has “region”, “stakeholder”, “indicator”, “item” and “nope”. "
                "Say where to find it: --map value=COLUMN, or ==TEXT in place of =COLUMN for the same in every "
                "row.",
            ),
        ),
        (
            b"region;region;stakeholder;indicator;item;value\n",
            (
                "duplicate-column",
                1,
                "2 columns are called “region”, and there can be one region only. Rename all but one of them.",
            ),
        ),
        (
            "Région;REGION ;stakeholder;indicator;item;value\n".encode(),
            (
                "duplicate-column",
                1,
                "“Région” and “REGION” would all be region, and there can be one only. Say which: --map region=COLUMN.",
            ),
        ),
    ],
)
def test_a_file_without_a_header_that_serves_says_what_it_lacks(
    read: Read, content: bytes, problem: tuple[str, int | None, str]
) -> None:
    assert read(content).problems == [problem]


def test_many_columns_are_named_in_part(read: Read) -> None:
    found = read(";".join(f"c{place}" for place in range(40)), header="")

    assert "“c10” and 29 others." in found.problems[0][2]


def test_header_words_are_known_however_they_are_written(read: Read) -> None:
    header = '"Région\n";  ACTEUR\u00a0;Indicateur;"Modalité";" % ";Effectif;Vague;' + "q" * 300 + "\n"

    found = read("PACA;maires;fragilités;emploi;67 %;1\u202f200;2016;x\n", header=header)

    assert [
        (
            each.region,
            each.stakeholder,
            each.indicator,
            each.item,
            each.value,
            each.base,
            each.wave,
            each.line,
        )
        for each in found.estimates
    ] == [("Provence-Alpes-Côte d'Azur", "mayors", "fragilities", "employment", 67.0, 1200.0, "2016", 3)]


def test_names_match_in_any_unicode_form_and_are_shown_clean(read: Read) -> None:
    names = (
        "Provence‑Alpes‑Co\u0302te d’Azur",
        "PROVENCE-ALPES-CÔTE D'AZUR",
        "Provence\u200b-Alpes-Côte d\u2019Azur",
    )

    found = read(
        "".join(f"{name};\u200bgrand\u00a0public;f;x{place};1;\n" for place, name in enumerate(names))
    )

    assert {each.region for each in found.estimates} == {"Provence-Alpes-Côte d'Azur"}
    assert {each.stakeholder for each in found.estimates} == {"citizens"}


@pytest.mark.parametrize(
    "code",
    ["01", "2A", "01001", "12345678901234", "0612345678", "NA", "None", "null", "TRUE", "1e5", "nan", "=1+1"],
)
def test_codes_stay_text_to_the_byte(read: Read, code: str) -> None:
    [estimate] = read(f"{code};g;{code};{code};1;\n").estimates

    assert (estimate.indicator, estimate.item) == (code, code)


def test_na_is_a_region_and_codes_keep_their_zero(read: Read) -> None:
    found = read("NA;g;i;x;1;\n01;g;i;x;1;\n")

    assert [each.region for each in found.estimates] == ["Nouvelle-Aquitaine", "Guadeloupe"]


def test_lines_above_the_header_are_said(read: Read) -> None:
    found = read(
        "PACA;g;i;x;1;\n", header="Résultats 2016;;;;;\n\nregion;stakeholder;indicator;item;value;base\n"
    )

    assert found.values == [1.0]
    assert found.notices == ["figures.csv: 1 line above the header was skipped: “Résultats 2016”."]


def test_what_holds_no_figure_is_said_and_never_swallowed(read: Read) -> None:
    found = read(
        "PACA;g;i;a;57;\n;;;;;\n\nPACA;g;i;b;43;\nPACA;g;i;Total;100;\nTotal;;;;100;\n"
        "Source : INSEE, 2016\n(1) Redressé ; voir la note\n\n"
    )

    assert found.values == [57.0, 43.0]
    assert found.notices == [
        "figures.csv: 2 empty lines were skipped, the first of them line 3.",
        "figures.csv: 2 lines are totals and were left out, the first of them line 6.",
        "figures.csv: 2 lines were read as footnotes, the first of them line 8: “Source : INSEE, 2016”.",
    ]


def test_a_figure_of_all_groups_is_no_total(read: Read) -> None:
    assert read("PACA;total;i;total;57;\n").values == [57.0]


def test_an_empty_tail_is_dropped_with_a_notice(read: Read) -> None:
    found = read("PACA;g;i;a;57;;\nPACA;g;i;b;43;100;;;\n")

    assert found.values == [57.0, 43.0]
    assert found.notices == [
        "figures.csv: 2 lines end in empty cells that the header does not have, the first of them line 2; "
        "they were dropped."
    ]


def test_an_empty_tail_of_the_header_asks_nothing_of_rows(read: Read) -> None:
    found = read("PACA;g;i;a;57\nPACA;g;i;b;43;;\n", header="region;stakeholder;indicator;item;value;;\n")

    assert (found.values, found.problems, found.notices) == ([57.0, 43.0], [], [])


def test_a_ragged_row_is_refused_where_it_starts_and_shifts_nothing(read: Read) -> None:
    found = read('"PA\r\nCA";g;i;a;57;\nPACA;g;i;b\n"PACA\n\n";g;i;c;1;2;3\nPACA;g;i;d;12;\n')

    assert found.problems == [
        (
            "ragged-row",
            4,
            "the row has 4 cells and the header 6: fill in the others; a cell that holds a line break needs quotes.",
        ),
        (
            "ragged-row",
            5,
            "the row has 7 cells and the header 6: a cell that holds the delimiter needs quotes.",
        ),
    ]
    assert [(each.item, each.line) for each in found.estimates] == [("a", 2), ("d", 8)]


@pytest.mark.parametrize(
    ("rows", "problems", "items"),
    [
        ('PACA;"g;i;a;57;\nPACA;g;i;b;1;\n', [("unclosed-quote", 2)], ["b"]),
        ('PACA;"g;i;a;57;\nPACA;"g";i;b;1;\n', [("unclosed-quote", 2)], ["b"]),
        ('"PA\nCA";"g;i;a;57;\nPACA;g;i;b;1;\n', [("unclosed-quote", 3)], ["b"]),
        ('PACA;"g" h;i;a;57;\nPACA;g;i;b;1;\n', [("stray-quote", 2)], ["b"]),
        ('PACA;g"h;i;a;57;\n', [], ["a"]),
        ('PACA; "g;h";i;a;57;\n', [], ["a"]),
    ],
)
def test_a_broken_quote_is_told_where_it_opens_and_hides_no_other_row(
    read: Read, rows: str, problems: list[tuple[str, int]], items: list[str]
) -> None:
    found = read(rows)

    assert [problem[:2] for problem in found.problems] == problems
    assert [each.item for each in found.estimates] == items


def test_the_sentences_on_quotes(read: Read) -> None:
    found = read('PACA;"g" h;i;a;57;\nPACA;g;i;b;"57;\n')

    assert [problem[2] for problem in found.problems] == [
        "text follows the quote that closes a cell: write a quote twice if it belongs to the text.",
        "a quote opens here and is not closed: close it, or write it twice if it belongs to the text.",
    ]


def test_an_unclosed_quote_in_the_header_is_told(read: Read) -> None:
    found = read("PACA;g;i;a;57\n", header='region;"stakeholder;indicator;item;value\n')

    assert [problem[:2] for problem in found.problems] == [("unclosed-quote", 1), ("missing-column", 2)]


def test_a_cell_that_goes_on_past_the_first_lines_is_no_quote_left_open(read: Read) -> None:
    found = read("1;x\n" * 38 + '2;"two\nlines"\n' + "3;y\n" * 9, header="id;remark\n")

    assert [problem[:2] for problem in found.problems] == [("missing-column", 1)]


def test_a_cell_beyond_the_limit_is_refused(read: Read) -> None:
    found = read(f"PACA;g;i;{'x' * 200_000};57;\nPACA;g;i;b;1;\n")

    assert found.problems == [
        (
            "cell-too-long",
            2,
            "a cell here is longer than 131,072 characters, the most that phare reads: is a quote not closed?",
        )
    ]
    assert found.values == [1.0]


def test_columns_without_a_use_are_said_once(read: Read) -> None:
    header = "region;stakeholder;indicator;item;value;Zone;rank;Teinte\n"

    found = read("PACA;g;i;a;1;x;1;y\nPACA;g;i;b;1;x;2;y\n", header=header)

    assert found.notices == ["figures.csv: the columns “Zone” and “Teinte” are not used."]


def test_the_limit_of_a_cell_holds_where_another_library_has_raised_that_of_csv(read: Read) -> None:
    before = csv.field_size_limit(10_000_000)
    try:
        found = read(f"PACA;g;i;{'x' * 200_000};57;\nPACA;g;i;b;1;\n")
    finally:
        csv.field_size_limit(before)

    assert [(code, line) for code, line, _ in found.problems] == [("cell-too-long", 2)]
