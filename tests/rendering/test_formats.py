"""What holds for every format: its name, its ending, one newline at the end, the same numbers, no weight."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from io import StringIO
from pathlib import Path

import docutils.core
import docutils.nodes
import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import verbatim
from phare_cli.nouns.table import Column, Kind, Table
from phare_cli.rendering import ENDINGS, FORMATS, Look, format_of, render, render_bytes


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("note.md", "markdown"),
        ("note.markdown", "markdown"),
        ("note.qmd", "markdown"),
        ("A.CSV", "csv"),
        ("a.tsv", "tsv"),
        ("a.json", "json"),
        ("a.html", "html"),
        ("a.htm", "html"),
        ("a.tex", "latex"),
        ("a.rst", "rst"),
        ("a.adoc", "asciidoc"),
        ("a.wiki", "mediawiki"),
        ("a.org", "org"),
        ("a.textile", "textile"),
        ("a.txt", "table"),
        ("a.xlsx", "xlsx"),
        ("a.docx", "docx"),
        ("a.odt", "odt"),
        ("a.doc", None),
        ("README", None),
        ("csv", None),
    ],
)
def test_the_ending_of_a_file_says_its_format(name: str, format: str | None) -> None:
    assert format_of(Path("x.y", name)) == format


def test_every_format_has_an_ending() -> None:
    assert tuple(ENDINGS) == (*FORMATS, "docx", "odt", "pptx", "xlsx")


def test_a_format_that_is_not_there_is_refused_with_those_that_are(ranking: Table) -> None:
    with pytest.raises(WrongOption) as refusal:
        render(ranking, "docx")

    assert str(refusal.value) == (
        "--format takes table, markdown, csv, tsv, json, html, latex, rst, asciidoc, mediawiki, jira, org or textile."
    )


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_text_ends_in_one_newline(format: str, language: str, ranking: Table) -> None:
    text = render(ranking, format, Look(language=language))

    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("format", FORMATS)
def test_the_bytes_of_a_file_are_its_text_in_utf_8(format: str, ranking: Table) -> None:
    assert render_bytes(ranking, format).decode("utf-8") == render(ranking, format)


@pytest.mark.parametrize("format", ["markdown", "csv", "tsv", "json", "html", "rst"])
def test_a_light_format_imports_nothing_heavy(format: str) -> None:
    program = f"""
import sys
from phare_cli.nouns.message import verbatim
from phare_cli.rendering import Look, render
from phare_cli.nouns.table import Column, Kind, Table
columns = (Column("item", verbatim("i")), Column("value", verbatim("v"), Kind.VALUE, unit="percent"))
render(Table("show", verbatim("t"), columns, (("é | *", 57.0),)), {format!r}, Look(language="fr"))
print(*sorted({{"pandas", "numpy", "scipy", "rich", "tabulate", "openpyxl"}} & set(sys.modules)))
"""

    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert run.stdout == "\n"


def of_pipes(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("|") and not line.startswith("|=")]
    return [[unescape(cell).strip(" ") for cell in line.strip("|").split("|")] for line in lines]


def of_markdown(text: str) -> list[list[str]]:
    head, _, *body = of_pipes(text)
    return [head, *body]


def of_html(text: str) -> list[list[str]]:
    document = html5lib.parse(text, namespaceHTMLElements=False)
    return [["".join(cell.itertext()) for cell in row] for row in document.iter("tr")]


def of_rst(text: str) -> list[list[str]]:
    rows = docutils.core.publish_doctree(text).findall(docutils.nodes.row)
    return [[cell.astext() for cell in row.findall(docutils.nodes.entry)] for row in rows]


def of_latex(text: str) -> list[list[str]]:
    marks = {"~": "\u00a0", "\\%": "%", "\\,": "\u202f", "\\ensuremath{-}": "−", "\\textendash{}": "–"}
    for source, shown in marks.items():
        text = text.replace(source, shown)
    end = "\\tabularnewline"
    lines = [line.removesuffix(end) for line in text.splitlines() if line.endswith(end)]
    head, *rows = [[cell.strip(" ") for cell in line.split("&")] for line in lines]
    return [head, *(row for row in rows if row != head)]  # the headings stand again on each page


def of_screen(text: str) -> list[list[str]]:
    head, _, *body = [re.split(r" {2,}", line.strip(" ")) for line in text.split("\n\n")[1].splitlines()]
    return [head, *body]


READ: dict[str, Callable[[str], list[list[str]]]] = {
    "table": of_screen,
    "markdown": of_markdown,
    "html": of_html,
    "latex": of_latex,
    "rst": of_rst,
    "asciidoc": of_pipes,
}
FIGURES = st.floats(-1e6, 1e6) | st.none()
COLUMNS = (
    Column("item", verbatim("Item")),
    Column("value", verbatim("Value"), Kind.VALUE, unit="percent", bar=True),
    Column("gap", verbatim("Gap"), Kind.GAP, unit="score/10"),
    Column("base", verbatim("Base"), Kind.BASE),
)


@pytest.mark.parametrize("format", READ)
@given(
    rows=st.lists(st.tuples(FIGURES, FIGURES, st.integers(0, 10**7) | st.none()), min_size=1, max_size=6),
    language=st.sampled_from(("en", "fr")),
    decimals=st.sampled_from((None, 0, 1, 3)),
)
def test_every_format_for_people_shows_the_same_figures(
    format: str,
    rows: list[tuple[float | None, float | None, int | None]],
    language: str,
    decimals: int | None,
) -> None:
    table = Table("show", verbatim("title"), COLUMNS, tuple((f"item{n}", *row) for n, row in enumerate(rows)))
    typesetter = Typesetter(language, decimals)
    figures = [
        [f"item{n}", *(typesetter.cell(column, cell) for column, cell in zip(COLUMNS[1:], row, strict=True))]
        for n, row in enumerate(rows)
    ]

    read = READ[format](render(table, format, Look(language=language, decimals=decimals, bars=False)))

    assert read == [["Item", "Value", "Gap", "Base"], *figures]


@given(rows=st.lists(st.tuples(FIGURES, FIGURES, st.integers(0, 10**7) | st.none()), max_size=6))
def test_every_format_for_programs_holds_the_same_numbers(
    rows: list[tuple[float | None, float | None, int | None]],
) -> None:
    table = Table("show", verbatim("title"), COLUMNS, tuple((f"item{n}", *row) for n, row in enumerate(rows)))
    held = [list(row.values())[1:] for row in json.loads(render(table, "json"))["rows"]]
    read = {
        format: [
            [float(cell) if cell else None for cell in line[1:]]
            for line in list(csv.reader(StringIO(render(table, format)), delimiter=mark))[1:]
        ]
        for format, mark in (("csv", ","), ("tsv", "\t"))
    }

    assert [tuple(row) for row in held] == rows
    assert read == {"csv": held, "tsv": held}
