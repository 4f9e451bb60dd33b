"""What a refresh changes and what it keeps: every byte outside the blocks, and everything the second time."""

from __future__ import annotations

import re
from collections.abc import Callable

import pypandoc
import pytest
from docutils.core import publish_doctree
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown import markdown

from phare_cli.documents.blocks import Block, DocumentError, find_blocks
from phare_cli.documents.diff import unified
from phare_cli.documents.plain_options import paired
from phare_cli.documents.refresh import refresh
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import InvalidData, WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.problem import Problem

TABLE = "| Item | Value |\n|:---|---:|\n| Emploi | 57 % |\n"
GRID = "======  =====\nItem    Value\n======  =====\nEmploi  57 %\n======  =====\n"


def answer(block: Block) -> str:
    """Answer a value with a figure and every other command with a table, in the syntax of the document."""
    if block.command[0] == "value":
        return "45 %"
    return {"markdown": TABLE, "html": "<table>\n<tr><td>57</td></tr>\n</table>\n", "rst": GRID}[block.syntax]


def refreshed(text: str, name: str = "note.md") -> str:
    return refresh(text.encode(), name, answer).content.decode()


def said(raised: pytest.ExceptionInfo[DocumentError]) -> list[tuple[str, int | None, str]]:
    say = Typesetter("en").say
    return [(problem.file, problem.line, say(problem.message)) for problem in raised.value.problems]


def test_a_table_stands_between_blank_lines_and_a_value_in_its_sentence() -> None:
    text = "T\n<!-- phare: show a -->\nold\n<!-- /phare -->\nLa <!-- phare: value a -->44<!-- /phare --> b\n"

    assert refreshed(text) == (
        "T\n<!-- phare: show a -->\n\n| Item | Value |\n|:---|---:|\n| Emploi | 57 % |\n\n"
        "<!-- /phare 28447524 -->\nLa <!-- phare: value a -->45 %<!-- /phare a22d6774 --> b\n"
    )


def test_a_block_on_one_line_unfolds_for_a_table() -> None:
    text = "> - <!-- phare: show a --><!-- /phare -->"

    assert refreshed(text) == (
        "> - <!-- phare: show a -->\n>\n>   | Item | Value |\n>   |:---|---:|\n>   | Emploi | 57 % |\n>\n"
        ">   <!-- /phare 28447524 -->"
    )


def test_a_table_in_html_takes_no_prefix() -> None:
    text = "<div>\n  <!-- phare: show a --><!-- /phare -->\n</div>"

    assert refreshed(text, "a.html") == (
        "<div>\n  <!-- phare: show a -->\n<table>\n<tr><td>57</td></tr>\n</table>\n  <!-- /phare f189b83e -->\n</div>"
    )


def test_an_empty_answer_leaves_its_markers_side_by_side() -> None:
    content = b"<!-- phare: show a -->\n\nold\n\n<!-- /phare -->"

    assert (
        refresh(content, "a.md", lambda _: "").content == b"<!-- phare: show a -->\n<!-- /phare 00000000 -->"
    )


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_an_answer_ends_its_lines_as_its_marker_does(ending: str) -> None:
    text = f"a\n\n<!-- phare: show a -->{ending}<!-- /phare -->\n\nb"

    assert refreshed(text).count(ending) == text.count(ending) + 5


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbf", b""),
        (b"\xef\xbb\xbf---\r\na: 1\r\n---\r\n", b"\r\n"),
        (b"\t\xe9 caf\xe9 \x00\n\n", b"\n\n\tend \xff"),
        (b"a\r\rb\r\n\r\n", b"\n \n"),
    ],
)
def test_the_bytes_around_a_block_stay(before: bytes, after: bytes) -> None:
    content = before + b"<!-- phare: show a -->\n<!-- /phare -->" + after

    new = refresh(content, "a.md", answer).content

    assert (new[: len(before) + 22], new[-len(after) - 3 :]) == (
        before + b"<!-- phare: show a -->",
        b"-->" + after,
    )


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"caf\xe9 <!-- phare: value a --><!-- /phare --> b", "a.md"),
        (b'<meta charset="iso-8859-1"><p><!-- phare: value a --><!-- /phare -->', "a.html"),
        (b'<meta http-equiv="x" content="text/html; charset=cp1252"><!-- phare: value a --><!-- /phare -->', "a.html"),
        (b"// phare: value a\n// /phare\n\ncaf\xe9", "a.adoc"),
    ],
)  # fmt: skip
def test_a_document_in_another_encoding_gets_references_for_letters(content: bytes, name: str) -> None:
    once = refresh(content, name, lambda _: "45\u00a0% é")

    assert b"45&#160;% &#233;" in once.content
    assert refresh(once.content, name, lambda _: "45\u00a0% é").content == once.content


@pytest.mark.parametrize(
    "text", [b"% phare: show a\n% /phare\n\ncaf\xe9", b".. phare: show a\n\n.. /phare\n\ncaf\xe9"]
)
def test_a_document_that_knows_no_references_is_refused_in_another_encoding(text: bytes) -> None:
    with pytest.raises(DocumentError) as raised:
        refresh(text, "a.tex" if text[:1] == b"%" else "a.rst", lambda _: "é")

    assert [problem.code for problem in raised.value.problems] == ["unanswered"]


def test_a_document_that_is_not_utf8_is_kept_with_a_warning() -> None:
    result = refresh(b"caf\xe9", "a.md", answer)

    assert [(problem.code, problem.warning) for problem in result.warnings] == [("not-utf-8", True)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_document_in_utf16_is_refused(encoding: str) -> None:
    with pytest.raises(DocumentError) as raised:
        refresh("# a".encode(encoding), "a.md", answer)

    assert said(raised) == [("a.md", None, "this document is written in UTF-16; save it as UTF-8.")]


def test_a_block_that_stands_as_phare_writes_it_is_not_stale() -> None:
    once = refresh(b"<!-- phare: show a -->\n<!-- /phare -->", "a.md", answer)

    twice = refresh(once.content, "a.md", answer)

    assert (once.stale, twice.stale, twice.content) == ((1,), (), once.content)


def test_a_figure_that_changed_since_is_stale_and_not_edited() -> None:
    once = refresh(b"a <!-- phare: value a -->44<!-- /phare -->", "a.md", lambda _: "44 %")

    assert refresh(once.content, "a.md", answer).stale == (1,)


def test_a_block_changed_by_hand_is_kept() -> None:
    content = refresh(b"\n<!-- phare: show a -->\n<!-- /phare -->", "a.md", answer).content.replace(
        b"57", b"58"
    )

    with pytest.raises(DocumentError) as raised:
        refresh(content, "a.md", answer)

    assert said(raised) == [
        (
            "a.md",
            2,
            "this block was changed by hand since phare wrote it; move the change out of the block, "
            "or replace it with --force.",
        )
    ]


def test_a_block_changed_by_hand_is_replaced_by_force() -> None:
    before = refresh(b"<!-- phare: show a -->\n<!-- /phare -->", "a.md", answer).content

    result = refresh(before.replace(b"57", b"58"), "a.md", answer, force=True)

    assert (result.content, result.edited) == (before, (1,))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "".join(f"> {line}\n" for line in text.splitlines()),
        lambda text: "".join(f"  {line}\n" for line in text.splitlines()),
    ],
)
def test_blanks_and_line_endings_are_not_a_change_by_hand(change: Callable[[str], str]) -> None:
    text = refreshed("<!-- phare: show a -->\n<!-- /phare -->\n")

    assert refreshed(change(text)).count("| Emploi | 57 % |") == 1


@pytest.mark.parametrize(
    ("content", "name", "said_by_phare", "expected"),
    [
        (
            "<!-- phare: show a -->\n<!-- /phare -->",
            "a.md",
            "a <!-- /phare --> b",
            "the answer to this command holds a marker of phare itself, and cannot be put in a document.",
        ),
        (
            "<!-- phare: show a -->\n<!-- /phare -->",
            "a.html",
            "<p><!--phare: show--></p>",
            "the answer to this command holds a marker of phare itself, and cannot be put in a document.",
        ),
        (
            ".. phare: show a\n\n.. /phare",
            "a.rst",
            "a\n\n.. /phare\n",
            "the answer to this command holds a marker of phare itself, and cannot be put in a document.",
        ),
        (
            "<!-- phare: show a -->\n<!-- /phare -->",
            "a.md",
            "a <!-- b",
            "the answer to this command holds a comment that never ends, and cannot be put in a document.",
        ),
        (
            "a <!-- phare: show a --><!-- /phare -->",
            "a.md",
            "a\nb",
            "the answer to this command has several lines and cannot stand inside a sentence; "
            "put both markers on a line of their own.",
        ),
        (
            "| <!-- phare: show a --><!-- /phare --> |",
            "a.md",
            "a\nb",
            "the answer to this command has several lines and cannot stand in a row of a table; "
            "use value for one figure, or put the block outside the table.",
        ),
        (
            "| <!-- phare: show a --><!-- /phare --> |",
            "a.md",
            "a|b",
            "the answer to this command holds a “|” and cannot stand in a row of a table.",
        ),
        (
            "<!-- phare: show a -->\n<!-- /phare -->",
            "a.md",
            "```\na",
            "the answer to this command would change how the rest of the document is read, and cannot be put in it.",
        ),
        (
            "a ` <!-- phare: show a --><!-- /phare -->",
            "a.md",
            "b ` c",
            "the answer to this command would change how the rest of the document is read, and cannot be put in it.",
        ),
        (
            "<p><!-- phare: show a --><!-- /phare -->",
            "a.html",
            "<script>",
            "the answer to this command would change how the rest of the document is read, and cannot be put in it.",
        ),
    ],
)
def test_an_answer_that_would_break_its_document_is_refused(
    content: str, name: str, said_by_phare: str, expected: str
) -> None:
    with pytest.raises(DocumentError) as raised:
        refresh(content.encode(), name, lambda _: said_by_phare)

    assert said(raised) == [(name, 1, expected)]


def test_a_command_that_fails_is_said_with_the_line_of_its_block() -> None:
    def fail(block: Block) -> str:
        raise WrongOption(sentence("there is no option {option}.", option=block.command[1]))

    with pytest.raises(DocumentError) as raised:
        refresh(
            b"\nb <!-- phare: value --a --><!-- /phare -->\n\n<!-- phare: show --b -->\n<!-- /phare -->",
            "a.md",
            fail,
        )

    assert said(raised) == [("a.md", 2, "there is no option --a."), ("a.md", 4, "there is no option --b.")]


def test_data_that_break_their_contract_are_said_with_the_block_that_reads_them() -> None:
    def fail(_: Block) -> str:
        raise InvalidData([Problem("not-a-number", sentence("this is not a number."), "x.csv", 7)])

    with pytest.raises(DocumentError) as raised:
        refresh(b"<!-- phare: show --data x.csv -->\n<!-- /phare -->", "a.md", fail)

    assert said(raised) == [
        (
            "a.md",
            1,
            "the data that this command reads break their contract; what is wrong with them is told once.",
        ),
        ("x.csv", 7, "this is not a number."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Text\n@",
        "@\nText",
        "- Item\n\n  @\n  text",
        "> Quote\n> @\n> text",
        "1. @",
        "> - @",
        "# Title\n@\n\ntext",
    ],
)
def test_every_reader_of_markdown_sees_the_table(text: str) -> None:
    prefix = {"-": "  ", ">": "> "}.get(text[0], "")
    markers = (
        "<!-- phare: show a --><!-- /phare -->"
        if text[-1] == "@"
        else f"<!-- phare: show a -->\n{prefix}<!-- /phare -->"
    )

    new = refreshed(text.replace("@", markers))

    assert "<table" in pypandoc.convert_text(new, "html", format="markdown")
    assert "<table" in pypandoc.convert_text(new, "html", format="gfm")


def test_python_markdown_sees_the_table() -> None:
    assert "<table>" in markdown(
        refreshed("Text\n<!-- phare: show a -->\n<!-- /phare -->\ntext"), extensions=["tables"]
    )


@pytest.mark.parametrize(
    "text",
    ["Text\n\n.. phare: show a\n.. /phare\n\ntext", ".. note::\n\n   .. phare: show a\n\n   .. /phare"],
)
def test_docutils_sees_the_table_and_two_comments(text: str) -> None:
    tree = publish_doctree(refreshed(text, "a.rst"), settings_overrides={"report_level": 1, "halt_level": 1})

    assert re.findall(r"<(comment|table)\b", tree.asdom().toxml()) == ["comment", "table", "comment"]


PIECES = st.sampled_from(
    ["text", "\n", "\r\n", "\n\n", "\n\n", "> ", "- ", "  ", "    ", "\t", "`", "```", "~~~", "| a |", "<!-- c -->",
     "<!--", "-->", "<pre>", "</pre>", "---", "# ", "é", "\\", "::", "\n.. a::\n\n", "\udce9", "\ufeff"]
)  # fmt: skip
ANSWERS = st.sampled_from(
    ["45 %", TABLE, "", "a ` b", "```\nx\n```", "- a\n- b", "> q", "    code", "a\n\n\nb", "<b>é</b>"]
)
BLOCKS = {
    "a.md": [
        "\n\n<!-- phare: show a -->\nold\n<!-- /phare -->\n",
        "<!-- phare: value a -->44<!-- /phare -->",
        "\n<!-- phare: show a --><!-- /phare -->\n",
        "\n> - <!-- phare: show a -->\n>   <!-- /phare -->\n",
    ],
    "a.html": [
        "<!-- phare: show a -->\nold\n<!-- /phare -->",
        "<p><!-- phare: value a -->44<!-- /phare --></p>",
    ],
    "a.rst": ["\n\n.. phare: show a\n\n.. /phare\n\n", "\n\n   .. phare: show a\n   .. /phare\n\n"],
}


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, bytes]:
    """Return the name and the bytes of a document with random text and random blocks."""
    name = draw(st.sampled_from(sorted(BLOCKS)))
    pieces = draw(
        st.lists(PIECES | st.text(max_size=5) | st.sampled_from(BLOCKS[name]) | st.sampled_from(BLOCKS[name]))
    )
    return name, draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + "".join(pieces).encode(
        "utf-8", "surrogateescape"
    )


def outside(content: bytes, name: str) -> tuple[list[bytes], list[list[str]]]:
    """Return the bytes around the blocks of a document, and what its blocks ask for."""
    text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    syntax = {"a.md": "markdown", "a.html": "html", "a.rst": "rst"}[name]
    around, asked, place = [], [], 0
    for block in find_blocks(text, syntax=syntax):  # type: ignore[arg-type]
        around.append(text[place : block.opened].encode("utf-8", "surrogateescape"))
        asked.append(paired(block.command))
        place = block.closed
    return [*around, text[place:].encode("utf-8", "surrogateescape")], asked


@given(documents(), st.lists(ANSWERS, min_size=1, max_size=4))
def test_a_refresh_keeps_what_is_outside_the_blocks_and_happens_once(
    document: tuple[str, bytes], said: list[str]
) -> None:
    name, content = document
    try:
        once = refresh(content, name, lambda block: said[0])
    except DocumentError:
        assume(False)

    twice = refresh(once.content, name, lambda block: said[0])

    assert outside(once.content, name) == outside(content, name)
    assert (twice.content, twice.stale, twice.edited) == (once.content, (), ())


SOUND = (
    "# T\n\n<!-- phare: show a -->\n<!-- /phare -->\n\nLa <!-- phare: value a --><!-- /phare --> b.\n\n"
    "- <!-- phare: compare a -->\n  <!-- /phare -->\n"
)


@given(st.data())
def test_a_marker_that_loses_its_shape_is_found(data: st.DataObject) -> None:
    """Cut any characters out of what makes a marker one: brackets, dashes, the word, the colon, the slash."""
    text = refreshed(SOUND)
    shapes = list(re.finditer(r"<!-- phare: |<!-- /phare|(?<= )-->", text))
    shape = data.draw(st.sampled_from(shapes))
    first = data.draw(st.integers(shape.start(), shape.end() - 1))
    last = data.draw(st.integers(first + 1, shape.end()))
    mangled = text[:first] + text[last:]
    assume(text[first:last].strip())

    try:
        result = refresh(mangled.encode(), "a.md", answer)
    except DocumentError:
        return
    assert result.content.decode() == text or result.blocks == 3


@given(st.data())
def test_a_changed_checksum_is_found(data: st.DataObject) -> None:
    text = refreshed(SOUND)
    place = data.draw(
        st.sampled_from([at for match in re.finditer(r"/phare (\w+)", text) for at in range(*match.span(1))])
    )
    digit = data.draw(st.sampled_from("0123456789abcdefgz "))
    mangled = text[:place] + digit + text[place + 1 :]
    assume(mangled != text)

    try:
        result = refresh(mangled.encode(), "a.md", answer)
    except DocumentError:
        return
    assert result.stale


def applied(diff: str, before: list[str]) -> list[str]:
    """Return the lines that a unified diff makes of *before*, as patch does."""
    after, place = [], 0
    for line in diff.splitlines()[2:]:
        if hunk := re.match(r"@@ -(\d+)(?:,(\d+))?", line):
            start = int(hunk[1]) - (hunk[2] != "0")
            after += before[place:start]
            place = start
        elif line[0] in " -":
            assert before[place] == line[1:]
            place += 1
        if line[0] in " +":
            after.append(line[1:])
    return [*after, *before[place:]]


@given(
    st.lists(
        st.sampled_from(["text\n", "\n", *BLOCKS["a.md"][:1], "b <!-- phare: value a -->1<!-- /phare -->\n"]),
        max_size=30,
    )
)
def test_a_diff_makes_the_new_document_of_the_old(pieces: list[str]) -> None:
    before = "".join(pieces)
    result = refresh(before.encode(), "a.md", answer)

    diff = unified(before.encode(), result.content, result.changes, "a.md")

    assert applied(diff, before.splitlines()) == result.content.decode().splitlines()


def test_a_diff_shows_three_lines_around_what_changed() -> None:
    before = b"1\n2\n3\n4\na <!-- phare: value a -->44<!-- /phare --> \x1b[31m"
    result = refresh(before, "a.md", answer)

    assert unified(before, result.content, result.changes, "a.md") == (
        "--- a.md\n+++ a.md\n@@ -2,4 +2,4 @@\n 2\n 3\n 4\n"
        "-a <!-- phare: value a -->44<!-- /phare --> \\x1b[31m\n\\ No newline at end of file\n"
        "+a <!-- phare: value a -->45 %<!-- /phare a22d6774 --> \\x1b[31m\n\\ No newline at end of file\n"
    )


def test_documents_that_are_the_same_have_no_diff() -> None:
    assert unified(b"a", b"a", (), "a.md") == ""


@pytest.mark.parametrize(("before", "after"), [("’", "'"), ("'", "’")])
def test_an_apostrophe_that_was_curled_or_straightened_is_no_change(before: str, after: str) -> None:
    def answer(block: Block) -> str:
        return f"| Acteurs |\n|:---|\n| L{before}ensemble |\n"

    written = refresh(b"<!-- phare: show a -->\n<!-- /phare -->\n", "note.md", answer).content
    edited = written.decode().replace(before, after).encode()

    assert refresh(edited, "note.md", answer).content == edited
