"""Blocks are found where they may stand, and everything wrong with their markers is said with its line."""

from __future__ import annotations

import pytest

from phare_cli.documents.blocks import DocumentError, Syntax, find_blocks, read_outline, syntax_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.problem import Problem

UNCLOSED = "this block is never closed; add a marker that closes it after what phare writes."
STRAY = "this marker closes a block that none opened; remove it, or put back the marker that opens the block."
LINES = (
    "a block of several lines needs each of its markers on a line of its own; only a block that opens and closes "
    "on one line may stand inside a sentence."
)
ROW = "a block in a row of a table holds one line; put both markers in the same cell, or the block outside the table."
DEPTH = "this block is closed at another indentation or quote than it is opened; align both markers."
UNENDED = "this marker has no --> on its line; end it with -->."
SPLIT = "this marker runs over several lines; write it on one line."
WORDLESS = "this marker names no command; write one after “phare:”, such as show, compare, value or report."
QUOTES = "a quote in this marker opens and never closes; close it, or put a backslash before it."
CONTROLS = "this marker holds a character that cannot be printed or is not UTF-8; type the marker again."
CHECKSUM = (
    "this closing marker is not one that phare writes; write /phare alone in it, and phare adds the checksum."
)
INSIDE = (
    "this marker stands inside another comment, and comments do not nest; take it out of there, "
    "or take the markers out of what is commented away."
)
PARAGRAPH = (
    "this marker follows a line of text and is read as part of it; leave a blank line before the marker."
)
PLACE = (
    "this marker is not on a line of its own; write “.. phare: show …” and “.. /phare” alone on their lines, "
    "indented like the text around them."
)


def said(problems: tuple[Problem, ...]) -> list[tuple[int | None, str]]:
    return [(problem.line, Typesetter("en").say(problem.message)) for problem in problems]


def wrong(text: str, syntax: Syntax = "markdown") -> list[tuple[int | None, str]]:
    with pytest.raises(DocumentError) as raised:
        find_blocks(text, syntax=syntax, name="note.md")
    return said(raised.value.problems)


def test_a_command_is_split_as_a_shell_would() -> None:
    text = "<!-- phare: show a\\ b --region \"Côte d'Azur\" '$HOME `ls`' | tee x -->\n<!-- /phare -->"

    (block,) = find_blocks(text, syntax="markdown")

    assert block.command == ("show", "a b", "--region", "Côte d'Azur", "$HOME `ls`", "|", "tee", "x")


@pytest.mark.parametrize(
    ("text", "syntax", "inline", "prefix", "line"),
    [
        ("<!-- phare: show -->\nold\n<!-- /phare -->", "markdown", False, "", 1),
        ("<!--phare:show-->\n<!--/phare 0a1b2c3d-->", "markdown", False, "", 1),
        ("\n\n  <!-- phare: show -->\n<!-- /phare -->", "markdown", False, "  ", 3),
        ("- <!-- phare: show -->\n  <!-- /phare -->", "markdown", False, "  ", 1),
        ("> 10. <!-- phare: show -->\n>     <!-- /phare -->", "markdown", False, ">     ", 1),
        ("a <!-- phare: value x -->45 %<!-- /phare --> b", "markdown", True, "", 1),
        ("| <!-- phare: value x -->45 %<!-- /phare --> |", "markdown", True, "", 1),
        ("\r\r<td>\n\t<p><!-- phare: show -->\n<table><!-- /phare --></p>", "html", False, "\t", 4),
        (".. note::\n\n   .. phare: show\n\n   .. /phare", "rst", False, "   ", 3),
    ],
)
def test_a_block_knows_where_it_stands(
    text: str, syntax: Syntax, inline: bool, prefix: str, line: int
) -> None:
    (block,) = find_blocks(text, syntax=syntax)

    assert (block.inline, block.prefix, block.line) == (inline, prefix, line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n<!-- phare: show -->\n", [(2, UNCLOSED)]),
        ("<!-- phare: show -->\n<!-- phare: show -->\n<!-- /phare -->", [(1, UNCLOSED)]),
        ("text\n\n<!-- /phare -->", [(3, STRAY)]),
        ("<!-- /phare -->\n<!-- phare: show -->", [(1, STRAY), (2, UNCLOSED)]),
        ("a <!-- phare: show -->\n<!-- /phare -->", [(1, LINES)]),
        ("<!-- phare: show --> a\n<!-- /phare -->", [(1, LINES)]),
        ("<!-- phare: show -->\na <!-- /phare -->", [(1, LINES)]),
        ("| a <!-- phare: show --> |\n| <!-- /phare --> |", [(1, ROW)]),
        ("> <!-- phare: show -->\n\n<!-- /phare -->", [(1, DEPTH)]),
        ("<!-- phare: show -->\n- <!-- /phare -->", [(1, DEPTH)]),
        ("<!-- phare: show\n<!-- /phare -->", [(1, UNENDED)]),
        ("<!-- phare: show -->\n<!-- /phare", [(2, UNENDED)]),
        ("<!-- phare: show ->\n<!-- /phare -->", [(1, UNENDED)]),
        ("<!-- phare: show\n a -->\n<!-- /phare -->", [(1, SPLIT)]),
        ("<!-- phare: -->\n<!-- /phare -->", [(1, WORDLESS)]),
        ("<!-- phare: show 'a -->\n<!-- /phare -->", [(1, QUOTES)]),
        ("<!-- phare: show \x1b -->\n<!-- /phare -->", [(1, CONTROLS)]),
        ("<!-- phare: show \udcff -->\n<!-- /phare -->", [(1, CONTROLS)]),
        ("<!-- phare: show -->\n<!-- /phare 12 -->", [(2, CHECKSUM)]),
        ("<!-- old\n<!-- phare: show -->\n<!-- /phare -->\n-->", [(2, INSIDE)]),
        ("a `\n\n<!-- /phare -->\n\n`", [(3, STRAY)]),
    ],
)
def test_a_marker_out_of_place_is_said_with_its_line(text: str, expected: list[tuple[int, str]]) -> None:
    assert wrong(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (".. phare: show\n\ntext", [(1, UNCLOSED)]),
        ("text\n.. phare: show\n\n.. /phare", [(2, PARAGRAPH)]),
        (".. note::\n\n   .. phare: show\n\n.. /phare", [(3, DEPTH)]),
        ("- .. phare: show\n\n.. /phare", [(1, PLACE)]),
        (".. phare:: show\n\n.. /phare", [(1, PLACE)]),
        ("..phare: show\n\n.. /phare", [(1, PLACE)]),
        (".. phare:\n\n.. /phare", [(1, WORDLESS)]),
        (".. phare: show\n\n.. /phare 1", [(3, CHECKSUM)]),
    ],
)
def test_a_marker_out_of_place_in_restructured_text_is_said(
    text: str, expected: list[tuple[int, str]]
) -> None:
    assert wrong(text, "rst") == expected


@pytest.mark.parametrize(
    ("comment", "syntax"),
    [
        ("<!-- phare show -->", "markdown"),
        ("<!-- phar: show a -->", "markdown"),
        ("<!-- Phare: show a -->", "html"),
        ("<!-- phrae: value a -->", "markdown"),
        ("<!-- /phar -->", "markdown"),
        ("<!-- / phare -->", "html"),
        ("<!-- \\phare -->", "markdown"),
        (".. phare show", "rst"),
        (".. /phar", "rst"),
    ],
)
def test_a_comment_that_nearly_is_a_marker_is_reported(comment: str, syntax: Syntax) -> None:
    outline = read_outline(comment, syntax=syntax, name="note")

    assert [(problem.code, problem.warning) for problem in outline.problems] == [("marker-misspelt", True)]


def test_the_warning_on_a_misspelt_marker_shows_it() -> None:
    outline = read_outline("<!--  phare   show a -->", syntax="markdown", name="note.md")

    assert said(outline.problems) == [
        (
            1,
            "the comment “phare show a” resembles a marker of phare and is left as text; "
            "a block opens with “phare:” and a command, and closes with “/phare”.",
        )
    ]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- PHARE 2024 : à vérifier -->",
        "<!-- phase: draft -->",
        "<!-- share -->",
        "<!-->",
        "<!--->",
        "<!-- phares -->",
        "<!-- phare -->",
        "<!-- /shared/path -->",
    ],
)
def test_a_comment_of_the_author_is_left_alone(comment: str) -> None:
    assert read_outline(comment, syntax="markdown", name="note.md").problems == ()


@pytest.mark.parametrize(
    ("text", "syntax"),
    [
        ("```\n@\n```", "markdown"),
        ("~~~~ r\n```\n@\n~~~\n~~~~", "markdown"),
        ("   ```\n@\n  ```", "markdown"),
        ("> ```\n> @\n> ```", "markdown"),
        ("- a\n\n  ```\n  @\n  ```", "markdown"),
        ("``a ` @``", "markdown"),
        ("> a `\n> b @ `", "markdown"),
    ],
)
def test_a_marker_in_code_is_text_and_counted(text: str, syntax: Syntax) -> None:
    outline = read_outline(text.replace("@", "<!-- phare: show -->"), syntax=syntax, name="note")

    assert (outline.blocks, outline.problems, outline.shown) == ((), (), 1)


@pytest.mark.parametrize(
    "text",
    [
        "text::\n\n   @",
        "- text::\n\n     @",
        ".. code-block:: r\n\n   @",
        ".. code-block:: r\n   :linenos:\n\n   a\n\n   @\n",
        ".. a comment\n\n   @",
        "text::\n\n@\n.. /phare",
    ],
)
def test_a_marker_in_a_literal_block_is_text(text: str) -> None:
    outline = read_outline(text.replace("@", ".. phare: show"), syntax="rst", name="note.rst")

    assert (outline.blocks, outline.problems, outline.shown) == ((), (), 1)


def test_a_marker_indented_like_code_is_text_with_a_warning() -> None:
    outline = read_outline("text\n\n    <!-- phare: show -->\n", syntax="markdown", name="note.md")

    assert said(outline.problems) == [
        (
            3,
            "this marker is indented by four columns or more, which Markdown reads as code, and is left as text; "
            "indent it less, or fence it if it is there to be shown.",
        )
    ]


def test_everything_wrong_is_said_at_once_in_order() -> None:
    text = (
        "<!-- /phare -->\n\na <!-- phare: -->b<!-- /phare -->\n\n<!-- phare: show 'a -->\n<!-- /phare 1 -->\n"
    )

    assert wrong(text) == [(1, STRAY), (3, WORDLESS), (5, QUOTES), (6, CHECKSUM)]


@pytest.mark.parametrize(
    ("name", "syntax"),
    [("a.md", "markdown"), ("a.qmd", "markdown"), ("a.Rmd", "markdown"), ("A.HTM", "html"), ("a.rst", "rst")],
)
def test_the_extension_says_how_a_document_is_written(name: str, syntax: Syntax) -> None:
    assert syntax_of(name) == syntax


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("a.fodt", " Save it as a.odt."),
        ("a.doc", " Save it as a.docx."),
        ("README", ""),
        (".md", ""),
        ("a.md.bak", ""),
    ],
)
def test_another_document_is_refused_with_those_that_are_not(name: str, hint: str) -> None:
    with pytest.raises(UnreadableInput) as raised:
        syntax_of(name)

    assert str(raised.value) == (
        f"“{name}” is not a document that phare refreshes; "
        "these are: .md, .markdown, .qmd, .rmd, .html, .htm, .rst, .mdx, .adoc, .asciidoc, .tex, .ipynb, .docx, "
        f".docm, .odt, .pptx and .pptm.{hint}"
    )


HOSTILE = {
    "backticks of one length": "` " * 100_000,
    "backticks of every length": " ".join("`" * (at % 400) for at in range(20_000)),
    "comments that never end": "<!--" * 100_000,
    "markers that never end": "<!-- phare: " * 50_000,
    "markers on one line": "<!-- phare: show --><!-- /phare -->" * 5_000,
    "quotes in quotes": "> " * 50_000,
    "items in items": "- " * 50_000 + "a",
    "breaks that are none": "* " * 50_000 + "a",
    "code that never ends": "<pre><code>" * 50_000,
    "empty lines": "\n" * 200_000,
    "rows": "a|b\n-|-\n" * 20_000,
    "columns": "a\n" + "-|" * 50_000 + "a",
    "literals": "a::\n\n" * 20_000,
}


@pytest.mark.parametrize("syntax", ["markdown", "html", "rst"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_document_is_read_in_the_time_of_its_length(text: str, syntax: Syntax) -> None:
    """Quadratic reading would take minutes here: there is nothing to time, only an end to reach."""
    outline = read_outline(text, syntax=syntax, name="note")

    assert len(outline.problems) <= 50_000
