"""Tables for wikis and trackers read back to the letter, in pandoc, which reads them all."""

from __future__ import annotations

import re

import html5lib
import pypandoc
import pytest

from phare_cli.nouns.message import verbatim
from phare_cli.nouns.table import Column, Kind, Table
from phare_cli.rendering import Look, render
from phare_cli.rendering.visible import visible

COLUMNS = (Column("label", verbatim("label")), Column("number", verbatim("number"), Kind.NUMBER))
# Of Org pandoc knows other entities than Emacs for some marks, and takes for ever over a few that open and never close.
IN_ORG = (
    "a|b",
    "*p*<0,05",
    "/i/ *b* +s+",
    "+8 points",
    "{x}",
    "$7$",
    "R&D, 57 %",
    "# titre",
    "<b>",
    "[[a][b]]",
    "",
)


def of(cells: tuple[str, ...]) -> Table:
    return Table("show", verbatim("title"), COLUMNS, tuple((cell, place) for place, cell in enumerate(cells)))


def read_back(text: str, format: str) -> list[list[str]]:
    page = pypandoc.convert_text(text, "html", format=format, extra_args=["--wrap=none"])
    document = html5lib.parse(re.sub(r"<br ?/?>", " ", page), namespaceHTMLElements=False)
    return [
        [re.sub(r"[ \n]+", " ", "".join(cell.itertext())).strip(" ") for cell in row]
        for row in document.iter("tr")
    ]


@pytest.mark.parametrize("format", ["mediawiki", "jira", "textile", "org"])
def test_any_cell_reads_back_to_the_letter(format: str, hostile: tuple[str, ...]) -> None:
    cells = IN_ORG if format == "org" else hostile
    for start in range(0, len(cells), 20):
        some = tuple(cells[start : start + 20])
        head, *rows = read_back(render(of(some), format), format)

        assert head == ["label", "number"]
        assert [row[0] for row in rows] == [" ".join(visible(cell).split("\n")) for cell in some]


@pytest.mark.parametrize("format", ["mediawiki", "jira", "textile", "org"])
def test_a_note_is_a_paragraph_and_no_list(format: str) -> None:
    notes = ("* a", "# b", "- c", "= d =", "h1. e", "bq. f", ": g", "; h")
    table = of(("x",))._replace(notes=tuple(map(verbatim, notes)))
    page = pypandoc.convert_text(render(table, format), "html", format=format, extra_args=["--wrap=none"])

    assert not re.search("<(?:ul|ol|dl|h[1-6]|blockquote)", page.partition("</table>")[2])
    assert page.count("<p>") >= len(notes)


@pytest.mark.parametrize(
    ("format", "text"),
    [
        (
            "mediawiki",
            '{| class="wikitable" style="text-align: left;"\n|+ France · Fragilités\n|-\n'
            '! Acteurs   !! style="text-align: right;"|   Rang !! Modalité   ',
        ),
        (
            "jira",
            "*France · Fragilités*\n\n|| Acteurs || Rang || Modalité || Valeur || Base ||\n| Citoyens | 1 | Emploi | ",
        ),
        ("org", "#+CAPTION: France · Fragilités\n| Acteurs   |   Rang | Modalité   |   Valeur |"),
        ("textile", "France · Fragilités\n\n|_.  Acteurs   |_.   Rang |_. Modalité   |"),
    ],
)
def test_a_table_of_a_wiki_has_a_caption_headings_and_french_figures(
    format: str, text: str, ranking: Table
) -> None:
    written = render(ranking, format, Look(language="fr", decimals=1))

    assert written.startswith(text)
    assert "66,5\u00a0%" in written
    assert "1\u202f234" in written
    assert "https://x.fr/a_b" in written.replace("&#58;", ":").replace("&#95;", "_").replace("&#40;", "(")
