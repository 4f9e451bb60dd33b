"""Pair the markers of a document into blocks. Knows where a block may stand, not what its command answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Literal

from phare_cli.documents.conflicts import conflicts
from phare_cli.documents.languages import LanguageShown, declared
from phare_cli.documents.plain_options import dashed
from phare_cli.documents.scanners.commonmark import scan_markdown
from phare_cli.documents.scanners.foreign import foreign
from phare_cli.documents.scanners.line_comments import scan_asciidoc, scan_latex
from phare_cli.documents.scanners.lines import ending_of, line_of, line_starts
from phare_cli.documents.scanners.marker import Marker, Oddity, Shown, Sighting
from phare_cli.documents.scanners.mdx import scan_mdx
from phare_cli.documents.scanners.raw_html import HEAD
from phare_cli.documents.scanners.restructured import scan_restructured
from phare_cli.documents.scanners.web_page import scan_html
from phare_cli.nouns.errors import InvalidData, UnreadableInput
from phare_cli.nouns.message import Listing, Message, counted, sentence
from phare_cli.nouns.problem import Problem

Syntax = Literal["markdown", "mdx", "html", "rst", "asciidoc", "latex", "docx", "odt", "pptx"]

SYNTAXES: MappingProxyType[str, Syntax] = MappingProxyType(
    {
        ".md": "markdown",
        ".markdown": "markdown",
        ".qmd": "markdown",
        ".rmd": "markdown",
        ".html": "html",
        ".htm": "html",
        ".rst": "rst",
        ".mdx": "mdx",
        ".adoc": "asciidoc",
        ".asciidoc": "asciidoc",
        ".tex": "latex",
        ".ipynb": "markdown",  # its Markdown cells
        ".docx": "docx",
        ".docm": "docx",
        ".odt": "odt",
        ".pptx": "pptx",
        ".pptm": "pptx",
    }
)
# The documents that are packages of parts, with blocks of their own: see office/.
OFFICE: frozenset[Syntax] = frozenset({"docx", "odt", "pptx"})
_SCANNERS: MappingProxyType[Syntax, Callable[[str], Iterator[Sighting]]] = MappingProxyType(
    {
        "markdown": scan_markdown,
        "mdx": scan_mdx,
        "html": scan_html,
        "rst": scan_restructured,
        "asciidoc": scan_asciidoc,
        "latex": scan_latex,
    }
)


_BLANKS = re.compile(r"[ \t]*")
_EMPTY_LINE = re.compile(r"[\r\n][ \t>]*[\r\n]")
_LINE_END = re.compile(r"[ \t]*(?:[\r\n]|\Z)")

# Where a marker is a whole line, so that no sentence holds a block.
LINED = frozenset({"rst", "asciidoc", "latex"})

# The codes of oddities that leave a marker as text.
UNREAD = frozenset({"marker-indented", "marker-misspelt", "marker-unread", "marker-in-element"})

# Those of figures that some readers do not show.
HIDDEN = frozenset({"value-in-html", "value-in-formula"})

# What keeps a line that begins with a comment a line of text: CommonMark 4.6 reads such a line as HTML, which Word,
# Hugo and GitHub's kin do not show.
JOINT = "<span></span>"

UNCLOSED = sentence("this block is never closed; add a marker that closes it after what phare writes.")
STRAY = sentence(
    "this marker closes a block that none opened; remove it, or put back the marker that opens the block."
)
ROW = sentence(
    "a block in a row of a table holds one line; put both markers in the same cell, or the block outside the table."
)
LINES = sentence(
    "a block of several lines needs each of its markers on a line of its own; only a block that opens and closes "
    "on one line may stand inside a sentence."
)
CONFLICT = sentence(
    "a merge conflict was left in or around a block of phare; resolve it, then run phare update again."
)
DEPTH = sentence(
    "this block is closed at another indentation or quote than it is opened; align both markers."
)


class DocumentError(InvalidData):
    """A document whose blocks cannot be refreshed; *problems* say on which lines, and it stays as it was."""

    @property
    def closing(self) -> Message:
        return counted(
            "{count} problem: no document was changed.",
            "{count} problems: no document was changed.",
            self.total,
        )


@dataclass(frozen=True, slots=True)
class Block:
    """One command in a document and the place of its answer, all places counted in characters.

    The answer stands from *start* to *end*, the closing marker from *end* to *closed*, the opening one from *marker*
    to *start*; the whole block begins at *opened*, with JOINT where one stands before that marker, as one must where
    *exposed*. *inline*: both markers on one line, or on lines of one sentence. *alone*: and nothing else on them, so
    that the answer may be of several lines. *prefix* is what every line of the answer begins with in a list or a
    quote. *syntax* is also the name of the format that the answer is expected in, but that of MDX is Markdown.
    *language* is the one that the document declares, *standing* that of what the block holds already. *folder* is
    the document's own, once somebody has opened it, and *picture* what a picture of this block is called, without an
    ending.
    """

    command: tuple[str, ...]
    line: int
    opened: int
    marker: int
    start: int
    end: int
    closed: int
    inline: bool
    alone: bool
    row: bool
    prefix: str
    ending: str
    checksum: str | None
    form: str
    syntax: Syntax
    exposed: bool = False
    language: str | None = None
    standing: str | None = None
    folder: Path | None = None
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a document holds for phare. *shown* counts the markers that are text because they stand in code."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]
    shown: int


def syntax_of(name: str) -> Syntax:
    """Return how a document is written, by the extension of its name."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in SYNTAXES:
        from phare_cli.nouns.meant.meant_endings import meant_file  # of use to who mistyped alone

        found = sentence(
            "“{document}” is not a document that phare refreshes; these are: {extensions}.",
            document=name,
            extensions=Listing(tuple(SYNTAXES)),
        )
        meant = meant_file(name, SYNTAXES)
        raise UnreadableInput(
            found if meant is None else sentence("{found} Save it as {near}.", found=found, near=meant)
        )
    return SYNTAXES[suffix]


def find_blocks(text: str, *, syntax: Syntax, name: str = "") -> list[Block]:
    """Return the blocks of a document in order; a DocumentError holds everything wrong with its markers."""
    outline = read_outline(text, syntax=syntax, name=name)
    wrong = [problem for problem in outline.problems if not problem.warning]
    if wrong:
        raise DocumentError(wrong)
    return list(outline.blocks)


def read_outline(text: str, *, syntax: Syntax, name: str) -> Outline:
    """Return the blocks of a document with every problem and warning about its markers."""
    starts = line_starts(text)
    found = list(_SCANNERS[syntax](text))
    found += foreign(text, syntax, _SCANNERS[syntax])
    markers = [marker for marker in found if isinstance(marker, Marker)]
    pairs, lone = _pairs(markers)
    wrong = [
        *(each for each in lone if not each[0].flaw),
        *((marker, marker.flaw) for marker in markers if marker.flaw),
    ]
    blocks = []
    pictures = [(opening.end, closing.start) for opening, closing in pairs if opening.words[:1] == ("plot",)]
    language, shown = declared(text, syntax), LanguageShown(text, pictures)
    for opening, closing in pairs:
        block = replace(
            _block(text, starts, opening, closing, syntax),
            language=language,
            standing=shown.of_picture(opening.end, closing.start, opening.words)
            if opening.words[:1] == ("plot",)
            else shown.of_answer(opening.end, closing.start),
        )
        flaw = None if opening.flaw or closing.flaw else _misplaced(text, block, opening, closing)
        if flaw:
            wrong.append((opening, flaw))
        blocks.append(block)
    problems = [
        Problem("wrong-marker", message, name, line_of(starts, marker.start)) for marker, message in wrong
    ]
    # What is written in lines of its own stands between empty lines, where HTML has ended.
    inline = {block.marker for block in blocks if block.inline}
    problems += [
        Problem(oddity.code, oddity.message, name, line_of(starts, oddity.start), warning=True)
        for oddity in found
        if isinstance(oddity, Oddity) and (oddity.code not in HIDDEN or oddity.start in inline)
    ]
    if lines := conflicts(text, found, starts):
        # The markers of a conflict stand twice: what is wrong with them is only that.
        problems = [Problem("merge-conflict", CONFLICT, name, line) for line in lines]
    problems.sort(key=lambda problem: problem.line or 0)
    return Outline(tuple(blocks), tuple(problems), sum(isinstance(each, Shown) for each in found))


def _pairs(
    markers: Sequence[Marker],
) -> tuple[list[tuple[Marker, Marker]], list[tuple[Marker, Message]]]:
    """Return the markers that open and close one block, and those that pair with none."""
    pairs: list[tuple[Marker, Marker]] = []
    lone: list[tuple[Marker, Message]] = []
    opening: Marker | None = None
    for marker in markers:
        if marker.opening:
            if opening:
                lone.append((opening, UNCLOSED))
            opening = marker
        elif opening:
            pairs.append((opening, marker))
            opening = None
        else:
            lone.append((marker, STRAY))
    if opening:
        lone.append((opening, UNCLOSED))
    return pairs, lone


def _block(text: str, starts: list[int], opening: Marker, closing: Marker, syntax: Syntax) -> Block:
    line = line_of(starts, opening.start)
    inline = syntax not in LINED and (
        line == line_of(starts, closing.start) or _is_filled(text, opening, closing, syntax)
    )
    alone = syntax == "html" or (opening.prefix is not None and _ends_line(text, closing.end))
    begins = starts[line - 1]
    prefix = opening.prefix or ""
    if syntax == "html" and (blanks := _BLANKS.match(text, begins, opening.start)):
        prefix = blanks.group()
    is_joined = text.startswith(JOINT, max(begins, opening.start - len(JOINT)), opening.start)
    before = text[begins : opening.start]
    return Block(
        command=dashed(opening.words),
        line=line,
        opened=opening.start - len(JOINT) * is_joined,
        marker=opening.start,
        start=opening.end,
        end=closing.start,
        closed=closing.end,
        inline=inline,
        alone=alone,
        row=opening.row,
        prefix="".join(mark if mark in " \t>" else " " for mark in prefix),
        ending=ending_of(text, starts, line),
        checksum=closing.checksum,
        form=opening.form,
        syntax=syntax,
        exposed=syntax == "markdown"
        and inline
        and (opening.prefix is not None or HEAD.fullmatch(before) is not None),
    )


def _is_filled(text: str, opening: Marker, closing: Marker, syntax: Syntax) -> bool:
    """Return whether both markers touch what is between them, in one paragraph that was filled into lines."""
    between = text[opening.end : closing.start]
    touched = between and not between[0].isspace() and not between[-1].isspace()
    return syntax == "markdown" and bool(touched) and _EMPTY_LINE.search(between) is None


def _misplaced(text: str, block: Block, opening: Marker, closing: Marker) -> Message | None:
    """Return what is wrong with where two markers stand: nothing in HTML, where a table may stand anywhere."""
    if block.syntax == "html" or block.inline:
        return None
    if opening.row or closing.row:
        return ROW
    if opening.prefix is None or closing.prefix is None or not _ends_line(text, opening.end):
        return LINES
    if block.syntax in LINED:
        return None if closing.prefix == opening.prefix else DEPTH
    same = closing.prefix.count(">") == block.prefix.count(">") and not closing.prefix.strip(" \t>")
    return None if same else DEPTH


def _ends_line(text: str, place: int) -> bool:
    """Return whether nothing but blanks follows on the line."""
    return _LINE_END.match(text, place) is not None
