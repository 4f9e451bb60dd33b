"""A table that people read as sentences is a list in every format, each sentence as it stands."""

from __future__ import annotations

import pytest

from phare_cli.nouns.message import verbatim
from phare_cli.nouns.table import Column, Table
from phare_cli.rendering import FORMATS, Look, render

LISTED = Table(
    "compare",
    verbatim("What may be said"),
    (Column("sentence", verbatim("Sentence")),),
    (("57 % of *us* | R&D.",), ("1. a_ second\x1b one.",)),
    notes=(verbatim("A note."),),
    list_column="sentence",
)


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("table", "What may be said\n\n• 57 % of *us* | R&D.\n• 1. a_ second␛ one.\n\nA note.\n"),
        (
            "markdown",
            "**What may be said**\n\n- 57 % of \\*us\\* \\| R&D.\n- 1\\. a\\_ second␛ one.\n\nA note.\n",
        ),
        (
            "html",
            "<p><strong>What may be said</strong></p>\n<ul>\n<li>57 % of *us* | R&amp;D.</li>\n"
            "<li>1. a_ second␛ one.</li>\n</ul>\n<p>A note.</p>\n",
        ),
        (
            "rst",
            "**What may be said**\n\n- 57 % of \\*us\\* \\| R&D.\n\n- 1\\. a\\_ second␛ one.\n\nA note.\n",
        ),
        (
            "asciidoc",
            "*What may be said*\n\n* 57 % of &#42;us&#42; &#124; R&D.\n\n"
            "* {empty}1. a&#95; second␛ one.\n\nA note.\n",
        ),
        (
            "latex",
            "\\textbf{What may be said}\n\n\\begin{itemize}\n\\item {}57 \\% of {*}us{*} \\textbar{} R\\&D.\n"
            "\\item {}1. a\\_ second\\textbackslash{}x1b one.\n\\end{itemize}\n\nA note.\n",
        ),
    ],
)
def test_a_list_of_sentences_is_a_list(format: str, text: str) -> None:
    assert render(LISTED, format) == text


def test_a_sentence_is_wrapped_under_itself_on_a_narrow_screen() -> None:
    assert render(LISTED, "table", Look(width=16)).splitlines()[2:4] == ["• 57 % of *us* |", "  R&D."]


@pytest.mark.parametrize("format", [format for format in FORMATS if format in ("csv", "tsv", "json")])
def test_programs_get_every_column_all_the_same(format: str) -> None:
    assert "57 % of *us* | R&D." in render(LISTED, format)
