"""What an office document tells, block after block, in its reader's language. Word and LibreOffice tell the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.document import Document, Exhibit, Foot, PageChart, Paragraph, Part, Picture, Points
from phare_cli.nouns.message import N_, Message, counted
from phare_cli.nouns.table import Source, Table, is_address
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import EMPTY, TextPanel, text_panels
from phare_cli.rendering.visible import one_line, visible

# A figure with its sign and its unit; a headline shows it in bold.
_FIGURE = re.compile(r"([+\u2212]?\d[\d.,\u202f\u00a0]*(?:\u00a0?%|/\d+))")

TABLE_WORD, FIGURE_WORD = N_("Table"), N_("Figure")  # what captions count


class StyleRole(StrEnum):
    """What a paragraph is for; each format has a style for it."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading 1"
    LOWER_HEADING = "heading 2"
    TEXT = "text"
    POINT = "point"
    CAPTION = "caption"
    PICTURE = "picture"
    NOTE = "note"
    TABLE_HEADING = "table heading"
    TABLE_TEXT = "table text"
    TABLE_FIGURE = "table figure"


class Span(NamedTuple):
    """A piece of a line: plain, in bold, or a link."""

    text: str
    is_bold: bool = False
    address: str = ""


class Line(NamedTuple):
    """A paragraph. *name* tells headings apart within a document."""

    role: StyleRole
    spans: tuple[Span, ...]
    name: str = ""


class CaptionedTable(NamedTuple):
    """A table of one panel under a numbered caption. *name* is its own in the document.

    One without a caption has the *title* of the document for those who do not see it.
    """

    name: str
    caption: str
    panel: TextPanel
    title: str = ""


class CaptionedPicture(NamedTuple):
    """A chart under a numbered caption."""

    name: str
    caption: str
    chart: PageChart


Block = Line | CaptionedTable | CaptionedPicture


class Story(NamedTuple):
    """A document in the language of *typesetter*. No page of an *upright* one is turned."""

    title: str
    typesetter: Typesetter
    blocks: tuple[Block, ...]
    upright: bool = False

    @property
    def language(self) -> str:
        return self.typesetter.language

    @property
    def sections(self) -> Iterator[tuple[Block, ...]]:
        """Its blocks from one heading to the next; what stands before the first is of the first."""
        first = next((place for place, block in enumerate(self.blocks) if _is_heading(block)), 0)
        start = 0
        for place in range(first + 1, len(self.blocks)):
            if _is_heading(self.blocks[place]):
                yield self.blocks[start:place]
                start = place
        yield self.blocks[start:]


def panels_of(blocks: Iterable[Block]) -> tuple[TextPanel, ...]:
    """Return the panels of the tables among *blocks*."""
    return tuple(block.panel for block in blocks if isinstance(block, CaptionedTable))


def _is_heading(block: Block) -> bool:
    return isinstance(block, Line) and block.role is StyleRole.HEADING


def story_of_document(document: Document, look: Look) -> Story:
    """Return a report as a story: its title, its sections, each part in its place."""
    teller = _Teller(Typesetter(look.language, look.decimals))
    title = teller.title(document.title)
    blocks: list[Block] = [_plain(StyleRole.TITLE, title)]
    subtitle = teller.line(document.subtitle)
    blocks += [_plain(StyleRole.SUBTITLE, subtitle)] if subtitle else []
    for section in document.sections:
        blocks.append(
            Line(StyleRole.HEADING, (Span(teller.title(section.title)),), document.labelled(section.name))
        )
        for part in section.parts:
            blocks += teller.part(part, document)
    return Story(title, teller.typesetter, tuple(blocks), document.upright)


def story_of_table(table: Table, look: Look) -> Story:
    """Return the answer of a command as a story: its title, a captioned table for each panel, its notes."""
    teller = _Teller(Typesetter(look.language, look.decimals))
    page = text_panels(table, teller.typesetter)
    title = teller.title(table.title)
    blocks: list[Block] = [_plain(StyleRole.TITLE, title)]
    blocks += [_plain(StyleRole.POINT, item) for item in page.items]
    for number, panel in enumerate(page.panels, 1):
        blocks.append(CaptionedTable(f"{table.command}-{number}", panel.title, panel, title))
    blocks += teller.foot(table.notes if table.rows or table.notes else (EMPTY,), table.sources)
    return Story(title, teller.typesetter, tuple(blocks))


def openings(panel: TextPanel) -> frozenset[int]:
    """Return the rows that open a group of several, the first of the panel left out."""
    first = [row[0] for row in panel.rows]
    if not panel.headings[0].once or len(set(first)) == len(first):
        return frozenset()
    return frozenset(place for place in range(1, len(first)) if first[place] != first[place - 1])


class _Teller:
    """The parts of a document as blocks, in one language."""

    def __init__(self, typesetter: Typesetter) -> None:
        self.typesetter = typesetter

    def line(self, text: Message) -> str:
        return one_line(visible(self.typesetter.say(text)))

    def title(self, text: Message) -> str:
        return one_line(visible(self.typesetter.title(text)))

    def part(self, part: Part, document: Document) -> Iterator[Block]:
        match part:
            case Paragraph(text):
                yield _plain(StyleRole.TEXT, self.line(text))
            case Points(items):
                for item in items:
                    yield Line(StyleRole.POINT, _with_figures(self.line(item)))
            case Exhibit(label, table):
                name = f"tbl-{document.labelled(label)}"
                for panel in text_panels(table, self.typesetter).panels:
                    yield CaptionedTable(name, self.title(table.title), panel)
            case Picture(label, chart):
                yield CaptionedPicture(f"fig-{document.labelled(label)}", self.title(chart.title), chart)
            case Foot(lines, sources):
                yield from self.foot(lines, sources)

    def foot(self, lines: tuple[Message, ...], sources: tuple[Source, ...]) -> Iterator[Line]:
        yield from (_plain(StyleRole.NOTE, text) for line in lines if (text := self.line(line)))
        if sources:
            yield Line(StyleRole.NOTE, tuple(self._sources(sources)))

    def _sources(self, sources: tuple[Source, ...]) -> Iterator[Span]:
        """Yield a line on where figures come from, each source that has an address of the web a link."""
        said = counted("Source: {sources}", "Sources: {sources}", len(sources), sources="\0")
        before, _, after = self.typesetter.say(said).partition("\0")
        yield Span(before)
        for place, source in enumerate(sources):
            if place:
                yield Span(self.typesetter.text(N_("; ")))
            name = one_line(visible(self.typesetter.name("source", source.source)))
            address = one_line(visible(source.url))
            yield Span(name, address=address if is_address(address) else "")
        if after:
            yield Span(after)


def _plain(role: StyleRole, text: str) -> Line:
    return Line(role, (Span(text),))


def _with_figures(text: str) -> tuple[Span, ...]:
    """Return a sentence with its percentages and scores in bold."""
    pieces = _FIGURE.split(text)
    return tuple(Span(piece, is_bold=bool(place % 2)) for place, piece in enumerate(pieces) if piece)
