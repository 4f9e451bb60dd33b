"""Markers in reStructuredText are comments on lines of their own: what docutils reads as literal is text."""

from __future__ import annotations

import re

from docutils import nodes
from docutils.core import publish_doctree
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from hypothesis import assume, given
from hypothesis import strategies as st

from phare_cli.documents.scanners.marker import Marker
from phare_cli.documents.scanners.restructured import scan_restructured

LINES = [
    "text",
    "",
    "",
    "text::",
    "::",
    "- item",
    "- item::",
    ".. code-block:: r",
    ".. note::",
    ".. comment",
    "..",
]
DOCUMENTS = st.lists(
    st.tuples(st.sampled_from(["", "", "  ", "   ", "    "]), st.sampled_from([*LINES, "", "@", "@"])).map(
        "".join
    ),
    max_size=12,
)


SETTINGS = get_default_settings(Parser)  # once: they take longer than a document does
SETTINGS.report_level, SETTINGS.halt_level, SETTINGS.warning_stream = 2, 5, False


def comments(text: str) -> set[str] | None:
    """Return the numbers of the markers that docutils reads as comments; None when it finds fault with the document."""
    tree = publish_doctree(text, settings=SETTINGS.copy())
    faults = (message.astext() for message in tree.findall(nodes.system_message))
    if any("Content block expected" not in fault for fault in faults):
        return None
    found = (re.match(r"phare: show (\d+)", comment.astext()) for comment in tree.findall(nodes.comment))
    return {match[1] for match in found if match}


@given(DOCUMENTS)
def test_the_markers_of_a_sound_document_are_the_comments_of_docutils(lines: list[str]) -> None:
    pieces = "\n".join(lines).split("@")
    text = "".join(f"{piece}.. phare: show {at}" for at, piece in enumerate(pieces[:-1])) + pieces[-1]

    markers = [found for found in scan_restructured(text) if isinstance(found, Marker)]

    expected = comments(text)

    assume(expected is not None and not any(marker.flaw for marker in markers))
    assert {marker.words[1] for marker in markers} == expected
