"""What CommonMark reads as a comment is a marker, what it reads as code is text: checked against cmark."""

from __future__ import annotations

import re

from cmarkgfm import markdown_to_html_with_extensions
from cmarkgfm.cmark import Options
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from phare_cli.documents.scanners.commonmark import scan_markdown
from phare_cli.documents.scanners.marker import Marker

MARKDOWN_IT = MarkdownIt("commonmark").enable("table")
BEFORE = [
    "",
    "",
    "",
    " ",
    "   ",
    "    ",
    "      ",
    "\t",
    "> ",
    ">",
    "- ",
    "  ",
    "1. ",
    "2. ",
    "   > ",
    "* > ",
    "+   ",
]
LINES = [
    "text",
    "",
    "",
    "`",
    "a `` b",
    "```",
    "````",
    "~~~",
    "# title",
    "---",
    "===",
    "***",
    "- - -",
    "\\",
    "a \\` b",
]
MARKERS = ["@", "@", "a @ b", "`@`", "`` @ `", "\\@", "` @", "@ `", "@ @", "# @"]
DOCUMENTS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(BEFORE), max_size=2).map("".join), st.sampled_from(LINES + MARKERS + MARKERS)
    ).map("".join),
    max_size=12,
)


def numbered(lines: list[str]) -> str:
    """Return a document with markers of their own number where *lines* hold an @."""
    pieces = "\n".join(lines).split("@")
    return "".join(f"{piece}<!-- phare: show {at} -->" for at, piece in enumerate(pieces[:-1])) + pieces[-1]


def comments(page: str) -> set[str]:
    return set(re.findall(r"<!-- phare: show (\d+) -->", page))


@given(DOCUMENTS)
@example(["- a", "", "      @"])
@example(["> ```", "@"])
@example(["- ```", "  @", "@"])
@example(["a `", "@ `"])
def test_the_markers_are_the_comments_that_commonmark_sees(lines: list[str]) -> None:
    text = "No front matter.\n\n" + numbered(lines)

    found = {marker.words[1] for marker in scan_markdown(text) if isinstance(marker, Marker)}

    by_cmark = comments(markdown_to_html_with_extensions(text, Options.CMARK_OPT_UNSAFE, ["table"]))
    by_markdown_it = comments(MARKDOWN_IT.render(text))
    assume(by_cmark == by_markdown_it)  # each has a rare mistake of its own: tabs, lines of stray backticks
    assert found == by_cmark
