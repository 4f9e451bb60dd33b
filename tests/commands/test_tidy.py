"""A published table becomes tidy results: what was understood is told, corrected in a spec, and read by it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from phare_cli.files.file_options import FileOptions
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import PhareError
from phare_cli.recipes.tidy import draft_tidy, tidy
from phare_cli.results.crosstabs.table_layout import Said

Phare = Callable[..., Any]
Rows = Sequence[Sequence[object]]
WHERE = "--region PACA --stakeholder citizens"

CONFIDENCE: Rows = [
    ["Tableau 1 – Confiance dans les institutions locales"],
    ["En % des répondants"],
    [],
    [None, "Ensemble", "Sexe", None, "Âge", None, None],
    [None, None, "Hommes", "Femmes", "18-34 ans", "35-64 ans", "65 ans et +"],
    [None, "(A)", "(B)", "(C)", "(D)", "(E)", "(F)"],
    ["ST Confiance", 0.62, 0.6, 0.64, 0.55, 0.63, 0.68],
    ["Très confiance", 0.21, 0.2, 0.22, 0.15, 0.21, 0.27],
    ["Plutôt confiance", 0.41, 0.4, 0.42, 0.4, 0.42, 0.41],
    ["Pas confiance", 0.36, 0.39, 0.33, 0.43, 0.35, 0.3],
    ["Sans réponse", 0.02, 0.01, 0.03, 0.02, 0.02, 0.02],
    ["Total", 1, 1, 1, 1, 1, 1],
    ["Base (non pondérée)", 1003, 487, 516, 268, 502, 233],
    ["Base pondérée", 1003.0, 481.4, 521.6, 281.2, 498.3, 223.5],
    [],
    ["Source : Baromètre régional 2024"],
    ["Champ : habitants de 18 ans et plus"],
    ["Lecture : 62 % des habitants ont confiance."],
]
FRAGILITIES: Rows = [
    ["Domaines de fragilité (plusieurs réponses possibles)"],
    [None, "Citoyens\n(n = 1 003)", "Maires\n(n = 250)", "Associations\n(n = 310)"],
    ["L'emploi", "57 % BC", "47 %", "n.d."],
    ["La mobilité", "38,5 %", "*", "41 % A"],
    ["Le logement", "61 % B", "52 %", "44 %*"],
    ["* à interpréter avec prudence"],
]
SATISFACTION: Rows = [
    ["Satisfaction (effectifs)"],
    ["Région", "Oui", "Non", "NSP", "Base"],
    ["Provence-Alpes-Côte d'Azur", 300, 150, 50, 500],
    ["Occitanie", 200, 180, 20, 400],
    ["Bretagne", 100, 80, 20, 200],
]
WAVES: Rows = [
    ["Engagement, en %"],
    ["", "Ensemble", None, None, "Hommes", None, None],
    ["", 2020, 2022, 2024, 2020, 2022, 2024],
    ["Oui", 45, 47, 51, 44, 46, 50],
    ["Non", 55, 53, 49, 56, 54, 50],
    ["Base", 1000, 1010, 990, 480, 490, 470],
]


def workbook(path: Path, sheets: dict[str, Rows], *, percents: str = "", merged: Sequence[str] = ()) -> None:
    """Write *sheets*; cells at *percents* of the first show percents, and those at *merged* are merged."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    first = book.worksheets[0]
    for row in first[percents] if percents else ():
        for cell in row:
            cell.number_format = "0%"
    for area in merged:
        first.merge_cells(area)
    book.save(path)


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """Return a French workbook of four tables, as an agency writes them."""
    path = tmp_path / "tableaux.xlsx"
    sheets = {"Q1": CONFIDENCE, "Q2": FRAGILITIES, "Q3": SATISFACTION, "Vagues": WAVES}
    workbook(path, sheets, percents="B7:G12", merged=["C4:D4", "E4:G4", "B4:B5", "A1:G1"])
    return path


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def figures(text: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row.get(column, "") for column in columns) for row in rows_of(text)]


def text_file(folder: Path, content: str, name: str = "t.csv") -> None:
    (folder / name).write_text(content, encoding="utf-8")


def test_percents_by_format_bases_nets_and_merged_headers_come_out_whole(phare: Phare, tables: Path) -> None:
    run = phare(f"tidy tableaux.xlsx --table 1 {WHERE}")
    asked = [list(row) for row in CONFIDENCE[6:11]]
    groups = ["", "Hommes", "Femmes", "18-34 ans", "35-64 ans", "65 ans et +"]
    bases = CONFIDENCE[12][1:]

    assert run.status == 0
    assert sorted(figures(run.out, "item", "segment", "value", "base", "rounded_to")) == sorted(
        (str(item), group, str(round(100 * float(str(value)))), str(base), "1")
        for item, *values in asked
        for group, value, base in zip(groups, values, bases, strict=True)
    )
    assert set(figures(run.out, "segment", "breakdown")) == {
        ("", ""),
        *((group, "Sexe") for group in groups[1:3]),
        *((group, "Âge") for group in groups[3:]),
    }
    first = rows_of(run.out)[0]
    name = "Confiance dans les institutions locales"
    assert (first["indicator"], first["response"]) == (f"{name} (ST Confiance)", "")
    assert (first["source"], first["universe"]) == ("Baromètre régional 2024", "habitants de 18 ans et plus")
    assert {(row["indicator"], row["response"]) for row in rows_of(run.out)[1:5]} == {(name, "single")}


def test_groups_with_bases_in_their_headings_lose_marks_and_letters_aloud(phare: Phare, tables: Path) -> None:
    run = phare("tidy tableaux.xlsx --table 2 --region PACA")

    assert figures(run.out, "stakeholder", "item", "value", "base", "response") == [
        ("citizens", "employment", "57", "1003", "multiple"),
        ("citizens", "mobility", "38.5", "1003", "multiple"),
        ("citizens", "housing", "61", "1003", "multiple"),
        ("mayors", "employment", "47", "250", "multiple"),
        ("mayors", "mobility", "", "250", "multiple"),
        ("mayors", "housing", "52", "250", "multiple"),
        ("associations", "employment", "", "310", "multiple"),
        ("associations", "mobility", "41", "310", "multiple"),
        ("associations", "housing", "44", "310", "multiple"),
    ]
    assert (
        "marks beside figures were taken away: “BC”, “B”, “A” and “*” (4 cells, the first Q2!B3)" in run.err
    )
    assert "2 cells hold a mark in place of a figure: “*” and “n.d.” (the first Q2!C4)" in run.err


def test_counts_become_percents_of_their_base_with_answers_in_columns(phare: Phare, tables: Path) -> None:
    run = phare("tidy tableaux.xlsx --table 3 --stakeholder citizens")

    assert figures(run.out, "region", "item", "value", "base", "rounded_to")[:4] == [
        ("Provence-Alpes-Côte d'Azur", "Oui", "60", "500", "0"),
        ("Provence-Alpes-Côte d'Azur", "Non", "30", "500", "0"),
        ("Provence-Alpes-Côte d'Azur", "NSP", "10", "500", "0"),
        ("Occitanie", "Oui", "50", "400", "0"),
    ]


def test_years_under_groups_are_waves(phare: Phare, tables: Path) -> None:
    run = phare(f"tidy tableaux.xlsx --table 4 {WHERE}")

    assert figures(run.out, "wave", "segment", "item", "value", "base")[::2] == [
        ("2020", "", "Oui", "45", "1000"),
        ("2022", "", "Oui", "47", "1010"),
        ("2024", "", "Oui", "51", "990"),
        ("2020", "Hommes", "Oui", "44", "480"),
        ("2022", "Hommes", "Oui", "46", "490"),
        ("2024", "Hommes", "Oui", "50", "470"),
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_draft_read_as_a_spec_gives_what_was_understood(
    phare: Phare, tables: Path, language: str
) -> None:
    straight = phare(f"tidy tableaux.xlsx {WHERE}")
    drafted = phare(f"tidy tableaux.xlsx --draft {WHERE} --lang {language} -o tidy.toml")
    by_spec = phare("tidy tableaux.xlsx --spec tidy.toml")

    assert (drafted.status, by_spec.status) == (0, 0)
    assert by_spec.out == straight.out


def test_the_results_pass_a_check(phare: Phare, tables: Path) -> None:
    phare(f"tidy tableaux.xlsx {WHERE} -o r.csv")
    run = phare("check r.csv --strict")

    assert (run.status, "No problem: 60 results read." in run.out) == (0, True)


def test_a_check_tells_when_the_table_has_changed(phare: Phare, tables: Path) -> None:
    phare(f"tidy tableaux.xlsx {WHERE} -o r.csv")
    workbook(tables, {"Q1": WAVES})

    assert "tableaux.xlsx" in phare("check r.csv").out


def test_a_draft_says_what_speaks_for_each_guess(phare: Phare, tables: Path) -> None:
    out = phare("tidy tableaux.xlsx --table 1 --draft").out

    assert 'region = ""  # nothing tells: fill in' in out
    assert 'values = "percent"  # percent signs, or cells that have the format of percents' in out
    assert '13 = "base"\n14 = "weighted base"' in out
    assert "B = {}  # the whole group" in out
    assert "#   Lecture : 62 % des habitants ont confiance." in out


def test_without_a_spec_what_was_understood_is_told(phare: Phare, tables: Path) -> None:
    err = phare(f"tidy tableaux.xlsx --table 4 {WHERE}").err

    assert "table 1, Vagues!A2:G6: 2 lines of answers in rows, 6 groups, percentages: “Engagement”." in err
    assert "--draft prints all of what was understood, as a spec to correct." in err


# What a table is, and the results of it: segment, wave, item, value, unit, base.
READ = {
    "headings that open questions, a base above them all": (
        "Q;;\n;Ensemble;Hommes\nBase;1003;480\nConfiance;;\nOui;60;55\nNon;40;45\nEmploi;;\nOui;30;35\nNon;70;65\n",
        [
            ("", "Oui", "60", "1003"),
            ("", "Non", "40", "1003"),
            ("Hommes", "Oui", "55", "480"),
            ("Hommes", "Non", "45", "480"),
            ("", "Oui", "30", "1003"),
            ("", "Non", "70", "1003"),
            ("Hommes", "Oui", "35", "480"),
            ("Hommes", "Non", "65", "480"),
        ],
    ),
    "questions that go down, their base at the end": (
        "Question;Réponse;Ensemble\nConfiance;Oui;60\n;Non;40\nAide;Oui;30\n;Non;70\nBase;;1000\n",
        [
            ("", "Oui", "60", "1000"),
            ("", "Non", "40", "1000"),
            ("", "Oui", "30", "1000"),
            ("", "Non", "70", "1000"),
        ],
    ),
    "counts beside percents": (
        "Q1;;;;\n;Ensemble;;Hommes;\n;n;%;n;%\nOui;600;60 %;290;58 %\nNon;400;40 %;210;42 %\n"
        "Total;1000;100 %;500;100 %\n",
        [
            ("", "Oui", "60", "1000"),
            ("", "Non", "40", "1000"),
            ("Hommes", "Oui", "58", "500"),
            ("Hommes", "Non", "42", "500"),
        ],
    ),
    "a weighted base divides, the other counts people": (
        "Q (effectifs);;\n;H;F\nOui;300;260\nNon;200;240\nBase pondérée;500;500\nBase brute;480;520\n",
        [
            ("H", "Oui", "60", "480"),
            ("H", "Non", "40", "480"),
            ("F", "Oui", "52", "520"),
            ("F", "Non", "48", "520"),
        ],
    ),
    "steps that are numbers, and a mean": (
        "Note;Ensemble\n1;10 %\n2;20 %\n3;70 %\nMoyenne;2,6\n",
        [("", "1", "10", ""), ("", "2", "20", ""), ("", "3", "70", "")],
    ),
    "letters of significance in rows of their own": (
        "Confiance;;\n;H;F\n;A;B\nOui;60%;50%\n;B;\nNon;40%;50%\n;;A\n",
        [("H", "Oui", "60", ""), ("H", "Non", "40", ""), ("F", "Oui", "50", ""), ("F", "Non", "50", "")],
    ),
    "groups in rows, parted by headings": (
        ";Oui;Non;Base\nEnsemble;60;40;1000\nSexe;;;\nHommes;55;45;480\nFemmes;65;35;520\n",
        [
            ("", "Oui", "60", "1000"),
            ("", "Non", "40", "1000"),
            ("Hommes", "Oui", "55", "480"),
            ("Hommes", "Non", "45", "480"),
            ("Femmes", "Oui", "65", "520"),
            ("Femmes", "Non", "35", "520"),
        ],
    ),
    "shares of 1 that add up to it": (
        "Q;H;F\nOui;0,6;0,585\nNon;0,4;0,415\n",
        [("H", "Oui", "60", ""), ("H", "Non", "40", ""), ("F", "Oui", "58.5", ""), ("F", "Non", "41.5", "")],
    ),
    "columns named by letters of their own": (
        "Q;H;F\nOui;60;50\nNon;40;50\n",
        [("H", "Oui", "60", ""), ("H", "Non", "40", ""), ("F", "Oui", "50", ""), ("F", "Non", "50", "")],
    ),
}


@pytest.mark.parametrize("name", READ)
def test_a_table_is_read_as_its_reader_would(phare: Phare, tmp_path: Path, name: str) -> None:
    content, expected = READ[name]
    text_file(tmp_path, content)
    run = phare(f"tidy t.csv {WHERE}")

    assert (run.status, figures(run.out, "segment", "item", "value", "base")) == (0, expected)


def test_counts_without_a_base_stay_counts(phare: Phare, tmp_path: Path) -> None:
    text_file(tmp_path, "Q;Hommes;Femmes\nEmploi;600;580\nLogement;700;420\n")
    run = phare(f"tidy t.csv {WHERE}")

    assert figures(run.out, "value", "unit", "base")[0] == ("600", "count", "")


def test_lines_without_answers_are_left_out_aloud(phare: Phare, tmp_path: Path) -> None:
    text_file(tmp_path, "Q;2022;2024;Évolution\nOui;45;51;+6\nNon;55;49;-6\nMoyenne;1,4;1,5;\n")
    run = phare(f"tidy t.csv {WHERE}")

    assert set(figures(run.out, "wave")) == {("2022",), ("2024",)}
    assert "table 1: left out, for they hold no answers: row 4 and column D." in run.err


def test_a_table_that_two_ways_of_writing_fit_is_refused_until_told(phare: Phare, tmp_path: Path) -> None:
    text_file(tmp_path, "Q;H;F\nEmploi;0,6;0,58\nLogement;0,7;0,42\n")
    refused = phare(f"tidy t.csv {WHERE}")
    told = phare(f"tidy t.csv {WHERE} --values fraction")

    assert (refused.status, refused.out, "[unclear-values]" in refused.err) == (3, "", True)
    assert figures(told.out, "value") == [("60",), ("70",), ("58",), ("42",)]


@pytest.mark.parametrize("command", ["tidy t.csv --stakeholder men", "tidy t.csv --region PACA"])
def test_nothing_is_written_of_a_place_that_nobody_told(phare: Phare, tmp_path: Path, command: str) -> None:
    text_file(tmp_path, "Q;H;F\nOui;60;55\nNon;40;45\n")
    run = phare(command)

    assert (run.status, run.out, "nothing says of which" in run.err) == (3, "", True)


# A table that cannot be read, and what is said of it.
REFUSED = {
    "Q;H;F\nOui;60;environ 55\nNon;40;45\n": "“environ 55” is no figure",
    "Q;H;H\nOui;60;55\nNon;40;45\n": "cell C2 repeats the figure of cell B2",
    "Q;H;F\nOui;60,5;1.5\nNon;39,5;98.5\n": "leaves open which mark is decimal",
    "Q;H;F\nOui;60 %;0,55\nNon;40 %;45 %\n": "“0,55” has no percent sign",
    "Q;H;F\nOui;160 %;55 %\nNon;40 %;45 %\n": "lies outside 0 to 100",
    "region,stakeholder,indicator,item,value\nPACA,men,i,a,4\n": "one row a figure already",
    "a;b\nc;d\n": "no table of figures was found",
    "": "no table of figures was found",
}


@pytest.mark.parametrize("content", REFUSED)
def test_what_does_not_fit_is_refused(phare: Phare, tmp_path: Path, content: str) -> None:
    text_file(tmp_path, content)
    run = phare(f"tidy t.csv {WHERE}")

    assert (run.status, run.out, REFUSED[content] in run.err) == (3, "", True)


def test_several_tables_of_a_sheet_are_told_apart_and_chosen(phare: Phare, tmp_path: Path) -> None:
    table = ";H;F\nOui;60;55\nNon;40;45\n"
    text_file(
        tmp_path, f"Tableau 1. Aide\n{table}Source : a\n\nTableau 2. Emploi\n{table.replace('60', '61')}"
    )
    both = phare(f"tidy t.csv {WHERE}")
    second = phare(f"tidy t.csv --table 2 {WHERE}")
    by_range = phare(f"tidy t.csv --table A8:C10 {WHERE}")
    none = phare(f"tidy t.csv --table 3 {WHERE}")

    assert set(figures(both.out, "indicator", "source")) == {("Aide", "a"), ("Emploi", "")}
    assert set(figures(second.out, "indicator", "source")) == {("Emploi", "")}
    assert by_range.out == second.out
    assert (none.status, "has no table 3: 1 (A2:C4) and 2 (A8:C10)" in none.err) == (2, True)


def test_mistakes_of_a_spec_are_told_all_at_once(phare: Phare, tmp_path: Path) -> None:
    text_file(tmp_path, "Q;H;F\nOui;60;55\nNon;40;45\n")
    spec = """regoin = "PACA"
[[table]]
range = "A1 to C3"
values = "percents"
items = "lines"
[table.rows]
B = "base"
[table.columns]
2 = "skip"
C = { segmnt = "F" }
D = "bases"
"""
    text_file(tmp_path, spec, "tidy.toml")
    run = phare("tidy t.csv --spec tidy.toml")

    assert run.status == 3
    assert [line.partition("[")[0].count("tidy.toml") for line in run.err.splitlines()[:-1]] == [1] * 8
    assert "Did you mean region?" in run.err


def test_a_line_of_figures_that_a_spec_leaves_out_is_a_problem(phare: Phare, tmp_path: Path) -> None:
    text_file(tmp_path, "Q;H;F\nOui;60;55\nNon;40;45\n")
    text_file(
        tmp_path,
        'region = "PACA"\nstakeholder = "men"\n[[table]]\nrange = "A1:C3"\nvalues = "percent"\nindicator = "i"\n'
        '[table.columns]\nB = { segment = "H" }\n',
        "tidy.toml",
    )
    run = phare("tidy t.csv --spec tidy.toml")

    assert (run.status, "column C holds figures, and the spec does not say of whom" in run.err) == (3, True)


def test_a_spec_renames_answers_and_takes_a_mean_in(phare: Phare, tmp_path: Path) -> None:
    text_file(tmp_path, "Q;Ensemble\nOui;60\nNon;40\nMoyenne;7,1\n")
    text_file(
        tmp_path,
        'region = "PACA"\nstakeholder = "men"\n[[table]]\nrange = "A1:B4"\nvalues = "percent"\nindicator = "i"\n'
        '[table.rows]\n2 = { item = "yes" }\n4 = { item = "mean", unit = "score/10" }\n[table.columns]\nB = {}\n',
        "tidy.toml",
    )
    run = phare("tidy t.csv --spec tidy.toml")

    assert figures(run.out, "item", "value", "unit") == [
        ("yes", "60", "percent"),
        ("Non", "40", "percent"),
        ("mean", "7.1", "score/10"),
    ]


WORDS = (
    *(
        "Oui",
        "Non",
        "Ensemble",
        "Hommes",
        "Base",
        "Total",
        "ST oui",
        "2022",
        "2024",
        "PACA",
        "18-24 ans",
        "",
        "n.d.",
        "*",
    ),
    *(
        "57 %",
        "45",
        "0,45",
        "12 B",
        "1 234",
        "100",
        "Source : x",
        "Moyenne",
        "n",
        "%",
        "A",
        "B",
        "-5",
        "12,5",
        "3.4",
    ),
    *("Femmes (n=200)", "<1", "Champ : y", "Tableau 1", "(31)", "item", "57¹"),
)
GRIDS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(rows=GRIDS, is_headed=st.booleans())
def test_any_grid_is_read_or_refused_and_read_alike_by_its_draft(
    tmp_path: Path, rows: list[list[str]], is_headed: bool
) -> None:
    header = [["Q", *(f"G{place}" for place in range(5))]] if is_headed else []
    text = "\n".join(";".join(row) for row in [*header, *rows])
    table, spec = tmp_path / "grid.csv", tmp_path / "grid.toml"
    table.write_text(text, encoding="utf-8")
    said, options = Said(region="PACA", stakeholder="men"), FileOptions()
    try:
        straight = tidy(str(table), options=options, said=said)
    except PhareError:
        return
    spec.write_text(draft_tidy(str(table), Typesetter("en"), options=options, said=said)[0], encoding="utf-8")

    assert tidy(str(table), options=options, spec=str(spec)).results.rows == straight.results.rows


def test_a_raised_digit_is_a_mark_and_no_digit_of_the_figure(phare: Phare, tmp_path: Path) -> None:
    raised = CellRichText("5 %", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    workbook(tmp_path / "t.xlsx", {"a": [["Q", "H", "F"], ["Oui", raised, "50 %"], ["Non", "95 %", "50 %"]]})
    run = phare(f"tidy t.xlsx {WHERE}")

    assert (figures(run.out, "value")[0], "“¹”" in run.err) == (("5",), True)


@pytest.mark.parametrize("ending", ["xls", "ods", "csv"])
def test_other_files_give_the_same(phare: Phare, tmp_path: Path, ending: str) -> None:
    rows: list[list[Any]] = [
        ["Q", "Hommes", "Femmes"],
        ["Oui", 60, 55.5],
        ["Non", 40, 44.5],
        ["Base", 480, 520],
    ]
    path = tmp_path / f"t.{ending}"
    if ending == "xls":
        xlwt = pytest.importorskip("xlwt")
        book = xlwt.Workbook()
        sheet = book.add_sheet("a")
        for line, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(line, column, value)
        book.save(str(path))
    elif ending == "ods":
        odfdo = pytest.importorskip("odfdo")
        document = odfdo.Document("spreadsheet")
        document.body.clear()
        table = odfdo.Table("a")
        for row in rows:
            table.append_row(odfdo.Row())
            for column, value in enumerate(row):
                table.set_value((column, table.height - 1), value)
        document.body.append(table)
        document.save(str(path))
    else:
        lines = (";".join(str(cell).replace(".", ",") for cell in row) for row in rows)
        path.write_bytes("\r\n".join(lines).encode("cp1252"))
    run = phare(f"tidy t.{ending} {WHERE}")

    assert figures(run.out, "segment", "item", "value", "base") == [
        ("Hommes", "Oui", "60", "480"),
        ("Hommes", "Non", "40", "480"),
        ("Femmes", "Oui", "55.5", "520"),
        ("Femmes", "Non", "44.5", "520"),
    ]
