"""Markdown reads back to the letter, in every program that people paste it into."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

import cmarkgfm
import html5lib
import markdown
import markdown_it
import pypandoc
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given, settings
from hypothesis import strategies as st

from phare_cli.language.catalogue import capitalised
from phare_cli.nouns.message import verbatim
from phare_cli.nouns.table import Column, Kind, Table
from phare_cli.rendering import Look, render
from phare_cli.rendering.tables import markdown as of_tables
from phare_cli.rendering.visible import visible

Texts = Callable[[Sequence[str]], Table]
Reader = Callable[[str], str]
PANDOCS = tuple(filter(None, (shutil.which("pandoc"), pypandoc.get_pandoc_path())))


def pandoc(program: str, reader: str) -> Reader:
    def read(source: str) -> str:
        command = [program, "--from", reader, "--to", "html", "--wrap", "none"]
        return subprocess.run(command, input=source.encode(), capture_output=True, check=True).stdout.decode()

    return read


def cmark(source: str) -> str:
    # GitHub passes <br> through; this library leaves out all HTML unless it is told not to.
    return cmarkgfm.github_flavored_markdown_to_html(source, options=Options.CMARK_OPT_UNSAFE)


def python_markdown(source: str) -> str:
    return markdown.markdown(source, extensions=["tables"])


def markdown_it_py(source: str) -> str:
    return markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(source)


# The reader that curls apostrophes does so because its user wants it; all else it must give back.
SMART = {f"pandoc {place} markdown": pandoc(program, "markdown") for place, program in enumerate(PANDOCS)}
LITERAL = {
    f"pandoc {place} {reader}": pandoc(program, reader)
    for place, program in enumerate(PANDOCS)
    for reader in ("gfm", "markdown-smart")
}
INSIDE: dict[str, Reader] = {
    "cmark-gfm": cmark,
    "Python-Markdown": python_markdown,
    "markdown-it": markdown_it_py,
}
READERS = {**INSIDE, **LITERAL, **SMART}


def text_of(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        after = child.tail or ""
        parts.append("\n" + after.removeprefix("\n") if child.tag == "br" else text_of(child) + after)
    return "".join(parts)


def read_back(html: str) -> tuple[list[list[str]], list[str]]:
    """Return the rows of every table and the paragraphs around them."""
    body = html5lib.parse(html, namespaceHTMLElements=False).find("body")
    rows = [[text_of(cell) for cell in row if cell.tag in ("td", "th")] for row in body.iter("tr")]
    return rows, [text_of(block) for block in body if block.tag != "table"]


def joined(rows: list[list[str]], count: int) -> list[list[str]]:
    """Return the rows of a table of *count* rows that stands in parts, each after the three columns that tell them."""
    first, *others = (rows[start : start + count + 1] for start in range(0, len(rows), count + 1))
    return [[*row, *(cell for part in others for cell in part[place][3:])] for place, row in enumerate(first)]


def unnumbered(paragraphs: list[str]) -> list[str]:
    """Return what is said beside a table, its title once, without the numbers of its parts."""
    of_parts = [text for text in paragraphs if re.fullmatch(r"Title \(\d+/\d+\)", text)]
    return ["Title", *paragraphs[len(of_parts) :]] if of_parts else paragraphs


@pytest.mark.parametrize("name", READERS)
def test_each_hostile_text_reads_back_identical_as_header_label_and_note(
    name: str, texts: Texts, hostile: tuple[str, ...]
) -> None:
    shown = [visible(cell) for cell in hostile]

    rows, paragraphs = read_back(READERS[name](render(texts(hostile), "markdown")))

    whole = joined(rows, len(shown))
    assert whole[0][2:] == shown[:12]
    assert [row[0] for row in whole[1:]] == shown
    assert unnumbered(paragraphs) == ["Title", *filter(None, shown)]


@pytest.mark.parametrize("name", READERS)
def test_each_hostile_text_reads_back_identical_as_a_title(
    name: str, texts: Texts, hostile: tuple[str, ...]
) -> None:
    shown = [cell for cell in map(visible, hostile) if cell]
    titles = [Table("show", verbatim(cell), (), ()) for cell in shown]

    source = "\n".join(render(title, "markdown").split("\n")[0] + "\n" for title in titles)

    assert read_back(READERS[name](source))[1] == [capitalised(cell) for cell in shown]


@pytest.mark.parametrize("name", [*INSIDE, *LITERAL])
def test_what_was_read_back_is_written_the_same_again(
    name: str, texts: Texts, hostile: tuple[str, ...]
) -> None:
    first = render(texts(hostile), "markdown")
    rows, _ = read_back(READERS[name](first))

    second = render(texts([row[0] for row in joined(rows, len(hostile))[1:]]), "markdown")

    assert second == first


# Letters that make marks, far more often than they come in real names.
MARKS = st.text("|\\`*_[]{}()<>&#~$^@!:;.,-+='\"/%? \nab1é\u00a0", max_size=12)
ANYTHING = st.one_of(MARKS, st.text(max_size=12), st.sampled_from(("https://x.fr/", "www.", "1. ", "&amp;")))
JOINED = st.lists(ANYTHING, min_size=1, max_size=3).map("".join)


@pytest.mark.parametrize("name", INSIDE)
@given(cells=st.lists(JOINED, min_size=1, max_size=12))
def test_any_text_reads_back_identical(name: str, texts: Texts, cells: list[str]) -> None:
    shown = [visible(cell) for cell in cells]

    rows, paragraphs = read_back(INSIDE[name](render(texts(cells), "markdown")))

    whole = joined(rows, len(cells))
    assert [row[0] for row in whole[1:]] == shown
    assert whole[0][2:] == shown
    assert unnumbered(paragraphs) == ["Title", *filter(None, shown)]


FLOATS = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize("name", INSIDE)
@pytest.mark.parametrize(("language", "marks"), [("en", ",."), ("fr", "\u202f,")])
@given(rows=st.lists(st.tuples(JOINED, FLOATS), min_size=1, max_size=6))
def test_any_texts_and_numbers_read_back_equal_from_markdown(
    name: str, language: str, marks: str, rows: list[tuple[str, float]]
) -> None:
    columns = (Column("text", verbatim("text")), Column("number", verbatim("number"), Kind.NUMBER))
    source = render(
        Table("show", verbatim("Title"), columns, tuple(rows)), "markdown", Look(language=language)
    )

    (_, *read), _ = read_back(INSIDE[name](source))

    plain = str.maketrans({marks[0]: "", marks[1]: ".", "\u2212": "-"})
    assert [(text, float(number.translate(plain))) for text, number in read] == [
        (visible(text), number) for text, number in rows
    ]


@pytest.mark.parametrize("name", LITERAL)
@settings(max_examples=8)
@given(cells=st.lists(JOINED, min_size=60, max_size=120))
def test_any_text_reads_back_identical_through_pandoc(name: str, texts: Texts, cells: list[str]) -> None:
    shown = [visible(cell) for cell in cells]

    rows, paragraphs = read_back(LITERAL[name](render(texts(cells), "markdown")))

    whole = joined(rows, len(cells))
    assert [row[0] for row in whole[1:]] == shown
    assert whole[0][2:] == shown[:12]
    assert unnumbered(paragraphs) == ["Title", *filter(None, shown)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("R&D", "R&D"),
        ("57\u00a0%", "57\u00a0%"),
        ("p < 0,05 et > 3", "p < 0,05 et > 3"),
        ("Provence-Alpes-Côte d'Azur", "Provence-Alpes-Côte d'Azur"),
        ("https://x.fr/a_b?c=1&d=2", "<https://x.fr/a_b?c=1&d=2>"),
        ("p. 2 (https://www.x.fr/), https://y.fr/.", "p. 2 (<https://www.x.fr/>), <https://y.fr/>."),
        ("https://x.fr/?c&amp;", "https&#58;//x.fr/?c&amp;amp;"),
        ("in_national_sample", "in_national_sample"),
        ("- 12", "- 12"),
        ("# titre", "# titre"),
        ("(n = 12)", "(n = 12)"),
        ("a|b", "a\\|b"),
        ("*p*<0,05", "\\*p\\*<0,05"),
        ("$7$", "&#36;7&#36;"),
        ("AT&amp;T", "AT&amp;amp;T"),
        ("<!-- /phare -->", "&lt;!-\\- /phare -\\->"),
        ("x\r\ny", "x<br>y"),
    ],
)
def test_a_cell_is_escaped_only_where_a_reader_would_take_it_for_a_mark(
    text: str, source: str, texts: Texts
) -> None:
    assert f"| {source} " in render(texts([text]), "markdown").splitlines()[4] + " "


def test_no_cell_can_close_a_block_of_the_document_it_stands_in(texts: Texts) -> None:
    assert "<!--" not in render(texts(["<!-- /phare -->", "<!-- phare: show -->"]), "markdown")


def test_a_table_is_pipes_with_an_empty_line_before_and_after(ranking: Table) -> None:
    assert render(ranking, "markdown") == (
        "**France · Fragilities**\n"
        "\n"
        "| Group    | Rank | Item       | Value |  Base |\n"
        "| -------- | ---: | ---------- | ----: | ----: |\n"
        "| Citizens |    1 | Employment |   67% | 1,234 |\n"
        "| Citizens |    2 | Education  |    3% | 1,234 |\n"
        "| Citizens |    – | Mobility   |     – |     – |\n"
        "| Mayors   |    1 | Employment |  100% |     – |\n"
        "\n"
        "Universe: not published.\n"
        "\n"
        "Source: PHARE 2024, p. 12 (<https://x.fr/a_b>)\n"
    )


def test_a_table_in_french_has_the_figures_of_french_print(ranking: Table) -> None:
    assert render(ranking, "markdown", Look(language="fr", decimals=1)) == (
        "**France · Fragilités**\n"
        "\n"
        "| Acteurs  | Rang | Modalité  |  Valeur |  Base |\n"
        "| -------- | ---: | --------- | ------: | ----: |\n"
        "| Citoyens |    1 | Emploi    |  66,5\u00a0% | 1\u202f234 |\n"
        "| Citoyens |    2 | Éducation |   2,5\u00a0% | 1\u202f234 |\n"
        "| Citoyens |    – | Mobilité  |       – |     – |\n"
        "| Maires   |    1 | Emploi    | 100,0\u00a0% |     – |\n"
        "\n"
        "Champ\u00a0: non publié.\n"
        "\n"
        "Source\u00a0: PHARE 2024, p. 12 (<https://x.fr/a_b>)\n"
    )


@given(st.text("a1é-.':_@{<%&#;`| ", max_size=6))
def test_a_word_that_is_not_looked_into_holds_no_mark(word: str) -> None:
    found = of_tables._marks().search(word)

    assert found is None or of_tables._may_hold_mark(word)
