"""HTML, reStructuredText, LaTeX and AsciiDoc show each text as it stands, read back or by a table of all marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

import docutils.core
import docutils.nodes
import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.nouns.table import Table
from phare_cli.rendering import Look, render
from phare_cli.rendering.tables.latex import LONGTABLE, SPECIALS
from phare_cli.rendering.visible import visible

Texts = Callable[[Sequence[str]], Table]
MARKS = st.text("|\\`*_[]{}()<>&#~$^@!:;.,-+='\"/%? \nab1é日", max_size=10)
CELLS = st.lists(MARKS | st.text(max_size=10), min_size=1, max_size=12)
PLAIN_COLON = r"{\ifdefined\NoAutoSpacing\NoAutoSpacing\fi :}"  # before which French puts no blank


def html_text(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        parts.append(("\n" if child.tag == "br" else html_text(child)) + (child.tail or ""))
    return "".join(parts)


def read_html(text: str) -> tuple[list[list[str]], list[str]]:
    body = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(text, container="body")
    rows = [[html_text(cell) for cell in row] for row in body.iter("tr")]
    return rows, [html_text(block) for block in body.iter("p")]


def rst_text(element: docutils.nodes.Element) -> str:
    lines = [line.astext() for line in element.findall(docutils.nodes.line)]
    return "\n".join(lines) if lines else element.astext()


def read_rst(text: str) -> tuple[list[list[str]], list[str]]:
    document = docutils.core.publish_doctree(text, settings_overrides={"report_level": 1, "halt_level": 1})
    rows = [
        [rst_text(cell) for cell in row.findall(docutils.nodes.entry)]
        for row in document.findall(docutils.nodes.row)
    ]
    blocks = (docutils.nodes.paragraph, docutils.nodes.line_block)
    return rows, [rst_text(block) for block in document.children if isinstance(block, blocks)]


READERS = {"html": read_html, "rst": read_rst}


@pytest.mark.parametrize("format", READERS)
def test_each_hostile_text_reads_back_identical(format: str, texts: Texts, hostile: tuple[str, ...]) -> None:
    shown = [visible(cell) for cell in hostile]

    rows, paragraphs = READERS[format](render(texts(hostile), format))

    assert rows[0][2:] == shown[:12]
    assert [row[0] for row in rows[1:]] == shown
    assert paragraphs == ["Title", *filter(None, shown)]


@pytest.mark.parametrize("format", READERS)
@given(cells=CELLS)
def test_any_text_reads_back_identical(format: str, texts: Texts, cells: list[str]) -> None:
    shown = [visible(cell) for cell in cells]

    rows, paragraphs = READERS[format](render(texts(cells), format))

    assert rows[0][2:] == shown
    assert [row[0] for row in rows[1:]] == shown
    assert paragraphs == ["Title", *filter(None, shown)]


def test_html_is_a_fragment_with_a_caption_and_a_scope_for_each_header(ranking: Table) -> None:
    assert render(ranking, "html") == (
        "<table>\n"
        "<caption>France · Fragilities</caption>\n"
        "<thead>\n"
        '<tr><th scope="col">Group</th><th scope="col" style="text-align: right">Rank</th>'
        '<th scope="col">Item</th><th scope="col" style="text-align: right">Value</th>'
        '<th scope="col" style="text-align: right">Base</th></tr>\n'
        "</thead>\n"
        "<tbody>\n"
        '<tr><td>Citizens</td><td style="text-align: right">1</td><td>Employment</td>'
        '<td style="text-align: right">67%</td><td style="text-align: right">1,234</td></tr>\n'
        '<tr><td>Citizens</td><td style="text-align: right">2</td><td>Education</td>'
        '<td style="text-align: right">3%</td><td style="text-align: right">1,234</td></tr>\n'
        '<tr><td>Citizens</td><td style="text-align: right">–</td><td>Mobility</td>'
        '<td style="text-align: right">–</td><td style="text-align: right">–</td></tr>\n'
        '<tr><td>Mayors</td><td style="text-align: right">1</td><td>Employment</td>'
        '<td style="text-align: right">100%</td><td style="text-align: right">–</td></tr>\n'
        "</tbody>\n"
        "</table>\n"
        "<p>Universe: not published.</p>\n"
        "<p>Source: PHARE 2024, p. 12 (https://x.fr/a_b)</p>\n"
    )


def test_a_page_in_html_leaves_no_caption_alone_at_the_foot_of_a_sheet(ranking: Table) -> None:
    page = render(ranking, "html", Look(whole=True))

    assert "caption { break-after: avoid; }" in page
    assert "tr { break-inside: avoid; }" in page
    assert "<style" not in render(ranking, "html")


def test_html_is_ascii_where_the_output_holds_no_more(ranking: Table) -> None:
    text = render(ranking, "html", Look(language="fr", unicode=False))

    assert text.isascii()
    assert "<td>&#201;ducation</td>" in text


def test_rst_is_a_captioned_grid(ranking: Table) -> None:
    assert render(ranking, "rst", Look(language="fr")) == (
        ".. table:: France · Fragilités\n"
        "\n"
        "   +----------+------+-----------+--------+-------+\n"
        "   | Acteurs  | Rang | Modalité  | Valeur |  Base |\n"
        "   +==========+======+===========+========+=======+\n"
        "   | Citoyens |    1 | Emploi    |   67\u00a0% | 1\u202f234 |\n"
        "   +----------+------+-----------+--------+-------+\n"
        "   | Citoyens |    2 | Éducation |    3\u00a0% | 1\u202f234 |\n"
        "   +----------+------+-----------+--------+-------+\n"
        "   | Citoyens |    – | Mobilité  |      – |     – |\n"
        "   +----------+------+-----------+--------+-------+\n"
        "   | Maires   |    1 | Emploi    |  100\u00a0% |     – |\n"
        "   +----------+------+-----------+--------+-------+\n"
        "\n"
        "Champ\u00a0: non publié.\n"
        "\n"
        "Source\u00a0: PHARE 2024, p. 12 (https://x.fr/a_b)\n"
    )


def test_latex_is_a_table_that_goes_on_over_pages_with_figures_to_the_right(ranking: Table) -> None:
    head = "Acteurs & Rang & Modalité & Valeur & Base \\tabularnewline"
    assert render(ranking, "latex", Look(language="fr")) == "\n".join(
        (
            LONGTABLE,
            "",
            "{",
            "\\begin{longtable}{lrlrr}",
            "\\caption{France \\textperiodcentered{} Fragilités}\\\\",
            *("\\hline", head, "\\hline", "\\endfirsthead"),
            *("\\hline", head, "\\hline", "\\endhead"),
            "Citoyens & 1 & Emploi & 67~\\% & 1\\,234 \\tabularnewline",
            "Citoyens & 2 & Éducation & 3~\\% & 1\\,234 \\tabularnewline",
            "Citoyens & \\textendash{} & Mobilité & \\textendash{} & \\textendash{} \\tabularnewline",
            "Maires & 1 & Emploi & 100~\\% & \\textendash{} \\tabularnewline",
            "\\hline",
            "\\end{longtable}",
            "}",
            "",
            "Champ~: non publié.",
            "",
            f"Source~: PHARE 2024, p. 12 (https{PLAIN_COLON}//x.fr/a\\_b)",
            "",
        )
    )


@pytest.mark.parametrize(("mark", "shown"), [pair for pair in SPECIALS.items() if pair[0] != "'"])
def test_each_mark_of_latex_prints_as_itself(mark: str, shown: str, texts: Texts) -> None:
    assert f" a{shown}b " in render(texts([f"a{mark}b"]), "latex")


def test_the_marks_of_latex_are_its_ten_specials_and_what_its_first_fonts_misprint() -> None:
    specials, misprinted = "\\{}$&#%_^~", "<>|\"'`"

    assert set(specials + misprinted) <= set(SPECIALS)
    assert "quotedbl{" not in "".join(SPECIALS.values())  # a command that those fonts lack


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a--b---c", "a-{}-b-{}-{}-c"),
        (",,a", ",{},a"),
        ("d'Azur", "d'Azur"),
        ("''", "\\textquotesingle{}\\textquotesingle{}"),
        ("a\nb", "\\begin{tabular}[t]{@{}l@{}}a \\\\ b\\end{tabular}"),
        ("\x1b", "\\textbackslash{}x1b"),
        ("\x7f", "\\textbackslash{}x7f"),
        ("*", "{*}"),
        ("[1]", "{[}1]"),
        ("C:\\", f"C{PLAIN_COLON}\\textbackslash{{}}"),
        ("_y_ R&D 50%", "\\_y\\_ R\\&D 50\\%"),
    ],
)
def test_latex_has_no_ligature_no_length_and_no_control(text: str, shown: str, texts: Texts) -> None:
    assert f" {shown} " in render(texts([text]), "latex")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", "a&#124;b"),
        ("*a* _b_ `c` #d#", "&#42;a&#42; &#95;b&#95; &#96;c&#96; &#35;d&#35;"),
        ("m^2^ ~57~ a+b", "m&#94;2&#94; &#126;57&#126; a&#43;b"),
        ("{attr} [x] <<y>>", "&#123;attr&#125; &#91;x&#93; &#60;&#60;y&#62;&#62;"),
        ("a_b d'Azur R&D", "a_b d'Azur R&D"),
        ("AT&amp;T", "AT&#38;amp;T"),
        ("a--b a...b", "a-&#45;b a.&#46;&#46;b"),
        ("-> => x:: y;;", "&#45;&#62; &#61;&#62; x&#58;&#58; y&#59;&#59;"),
        ("(C) ((x))", "&#40;C) &#40;(x))"),
        ("C:\\ $7$ \"q\" 'q'", "C:&#92; &#36;7&#36; &#34;q&#34; &#39;q&#39;"),
        ("https://x.fr/a_b", "https://x.fr/a_b"),
        ("https://x.fr/_a_", "https&#58;//x.fr/&#95;a&#95;"),
        ("a\nb", "a +\nb"),
        ("@insee 57\u00a0%", "@insee 57\u00a0%"),
    ],
)
def test_each_mark_of_asciidoc_is_a_reference(text: str, shown: str, texts: Texts) -> None:
    assert f"| {shown} " in render(texts([text]), "asciidoc")


@pytest.mark.parametrize(
    "text", ["- 12", "* x", ". x", "1. x", "a. x", "= x", "NOTE: x", "// x", "'''", "|===", ":x: y"]
)
def test_a_paragraph_of_asciidoc_is_no_block_of_another_kind(text: str, texts: Texts) -> None:
    assert render(texts([text]), "asciidoc").splitlines()[-1].startswith("{empty}")


def test_asciidoc_is_a_titled_table_with_figures_to_the_right(ranking: Table) -> None:
    assert render(ranking, "asciidoc") == (
        ".France · Fragilities\n"
        '[cols="<10,>8,<12,>9,>8",options="header"]\n'
        "|====\n"
        "| Group    |   Rank | Item       |   Value |   Base \n"
        "| Citizens |      1 | Employment |     67% |  1,234 \n"
        "| Citizens |      2 | Education  |      3% |  1,234 \n"
        "| Citizens |      – | Mobility   |       – |      – \n"
        "| Mayors   |      1 | Employment |    100% |      – \n"
        "|====\n"
        "\n"
        "Universe: not published.\n"
        "\n"
        "Source: PHARE 2024, p. 12 (https://x.fr/a_b)\n"
    )


def test_a_letter_that_combines_takes_no_column_of_a_grid(texts: Texts) -> None:
    rows, _ = read_rst(render(texts(["\U0001e01b"]), "rst"))

    assert rows[1][-1] == "\U0001e01b"
