"""Tell an answer slide after slide: what each states, shows, says small, and leaves to the speaker's notes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from phare_cli.language.fixed_words import FLAG_SIGNS
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.chart import Chart
from phare_cli.nouns.document import Document, Exhibit, Foot, Paragraph, Part, Picture, Points, Section
from phare_cli.nouns.message import Listing, Message, counted
from phare_cli.nouns.stacked_chart import StackedChart
from phare_cli.nouns.table import Cell, Source, Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.office import illustrations
from phare_cli.rendering.office.sheets.stacked_steps import shares_by_group
from phare_cli.rendering.office.sheets.typed_panels import TypedColumn, typed_panels
from phare_cli.rendering.office.slides.deck_frame import DeckFrame, own_frame
from phare_cli.rendering.office.slides.deck_package import Deck
from phare_cli.rendering.panels import EMPTY, TextPanel, rows_of_panels, text_panels
from phare_cli.rendering.visible import one_line, visible

_LINES, _LETTERS = 12, 90  # of a table or a chart on one slide at most, and of a line of a cell
_BARS, _FEWEST = 24, 2  # of a chart on one slide at most, and lines of one at least
_SMALL = 3  # lines below a chart
_ACROSS = 1000.0  # units of a picture: a slide is wider than a page, and lower


class _ToldSlide(NamedTuple):
    """A table with what is said of it."""

    title: str
    caption: str
    panel: TextPanel
    columns: tuple[TypedColumn, ...]
    notes: tuple[str, ...]
    small: tuple[str, ...]


def deck_of_table(table: Table, look: Look) -> bytes:
    """Return the answer of a command as the bytes of a .pptx file."""
    teller = _SlideTeller(Typesetter(look.language, look.decimals))
    title = teller.title(table.title)
    page = text_panels(table, teller.typesetter)
    notes = tuple(teller.lines(table.notes if table.rows or table.notes else (EMPTY,)))
    sources = tuple(teller.sources(table.sources))
    deck = Deck(title, look.language, _frame(look))
    deck.opening(title, "", (*notes, *sources))
    if page.items:
        deck.points(title, page.items, (*notes, *sources))
    for panel, columns, flags in _panels(table, page.panels, teller.typesetter):
        caption = panel.title or title
        small = (
            *notes[: _SMALL - 1], *_of_signs(notes, panel), *teller.of_flags(flags), *sources[:1],
        )  # fmt: skip
        slide = _ToldSlide(caption, caption, panel, columns, (*notes, *sources), tuple(dict.fromkeys(small)))
        teller.show(deck, slide)
    return deck.file()


def deck_of_document(document: Document, look: Look) -> bytes:
    """Return a report as the bytes of a .pptx file: the title of a slide is what its figures say."""
    teller = _SlideTeller(Typesetter(look.language, look.decimals))
    title = teller.title(document.title)
    deck = Deck(title, look.language, _frame(look))
    deck.opening(title, teller.line(document.subtitle), ())
    for section in document.sections:
        teller.section(deck, section)
    return deck.file()


class _SlideTeller:
    """Says everything in one language."""

    def __init__(self, typesetter: Typesetter) -> None:
        self.typesetter = typesetter

    def line(self, text: Message) -> str:
        return one_line(visible(self.typesetter.say(text)))

    def title(self, text: Message) -> str:
        return one_line(visible(self.typesetter.title(text)))

    def lines(self, texts: Sequence[Message]) -> Iterator[str]:
        return filter(None, map(self.line, texts))

    def sources(self, sources: Sequence[Source]) -> Iterator[str]:
        """Yield a line on where figures come from."""
        if sources:
            names = tuple(self.typesetter.name("source", source.source) for source in sources)
            said = counted(
                "Source: {sources}", "Sources: {sources}", len(names), sources=Listing(names, last=";")
            )
            yield self.line(said)

    def section(self, deck: Deck, section: Section) -> None:
        """Add a slide for the points of *section*, and one or more for each of its tables."""
        title = self.title(section.title)
        feet = [part for part in section.parts if isinstance(part, Foot)]
        told = [
            text for part in section.parts if isinstance(part, Paragraph) for text in self.lines((part.text,))
        ]
        for place, part in enumerate(section.parts):
            if isinstance(part, Points):
                deck.points(title, tuple(self.lines(part.items)), ())
            if isinstance(part, Picture):
                self._picture(deck, part, section.parts[place + 1 : place + 2])
            if not isinstance(part, Exhibit):
                continue
            foot = next(
                (each for each in section.parts[place:] if isinstance(each, Foot)), feet[-1] if feet else None
            )
            lines = tuple(self.lines(foot.lines)) if foot else ()
            sources = tuple(self.sources(foot.sources)) if foot else ()
            caption = self.title(part.table.title)
            finding = section.finding
            page = text_panels(part.table, self.typesetter)
            for panel, columns, flags in _panels(part.table, page.panels, self.typesetter):
                # A finding is of the newest round: where there are several tables, none of them is called by it.
                is_alone = len(page.panels) == sum(isinstance(each, Exhibit) for each in section.parts) == 1
                stated = self.line(finding).removesuffix(".") if finding and is_alone else caption
                # The first line says how to read a cell; what follows is what to beware of.
                signs = (*_of_signs(lines, panel), *self.of_flags(flags))
                small = tuple(dict.fromkeys((*lines[1:_SMALL], *signs, *sources)))
                self.show(deck, _ToldSlide(stated, caption, panel, columns, (*told, *lines, *sources), small))

    def of_flags(self, flags: Collection[Cell]) -> Iterator[str]:
        """Yield what the sign of each of some *flags* means, which a table has words for and its chart has not."""
        for flag, sign in FLAG_SIGNS.items():
            if flag in flags:
                yield f"{sign} {self.typesetter.word(flag)}"

    def _picture(self, deck: Deck, picture: Picture, below: Sequence[Part]) -> None:
        """Add a slide for each part of a picture that has no chart of PowerPoint's own, over its notes."""
        chart = picture.chart
        if isinstance(chart, Chart | StackedChart) or not illustrations.can_draw_dots():
            return
        notes = tuple(line for part in below if isinstance(part, Foot) for line in self.lines(part.lines))
        room = deck.picture_room
        placed = list(
            illustrations.pictures_of(
                chart, self.typesetter, room.width, room.height, dots=True, laid_out=_ACROSS
            )
        )
        for each in placed:
            deck.picture(f"{self.title(chart.title)}{each.which}", each, notes[:_SMALL], notes)

    def show(self, deck: Deck, slide: _ToldSlide) -> None:
        """Add a slide for each dozen lines: a chart where the figures make one, else a table.

        One of several figures a line has fewer of them, that of each bar to be legible.
        """
        rows = slide.panel.rows
        stacked = shares_by_group(slide.columns)
        figures = sum(column.is_figure for column in slide.columns)
        has_more = len(slide.panel.headings) > 2
        said = (slide.caption, *(" · ".join(row) for row in rows)) if has_more else ()
        if stacked:
            cells = zip(*(column.cells for column in stacked), strict=True)
            rows, figures = tuple(tuple(str(cell.value) for cell in row) for row in cells), 1
            slide = slide._replace(columns=stacked)
        parts = _even_parts(rows, min(_LINES, deck.lines, max(_FEWEST, _BARS // max(1, figures))))
        for number, (start, end) in enumerate(parts, 1):
            title = slide.title if len(parts) == 1 else f"{slide.title} ({number}/{len(parts)})"
            panel = slide.panel._replace(rows=slide.panel.rows[start:end])
            columns = tuple(each._replace(cells=each.cells[start:end]) for each in slide.columns)
            deck.exhibit(title, slide.caption, panel, columns, slide.small, (*slide.notes, *said))


def _panels(
    table: Table, panels: Sequence[TextPanel], typesetter: Typesetter
) -> Iterator[tuple[TextPanel, tuple[TypedColumn, ...], Collection[Cell]]]:
    """Yield each panel of *table*, its columns and the flags that a column of its own tells.

    A chart has no such column: there its figures carry the signs of their flags.
    """
    at = next((place for place, each in enumerate(table.columns) if each.name == "flag"), None)
    is_told = at is not None and not any(column.flag for column in table.columns)
    if not panels:
        return
    typed = zip(panels, rows_of_panels(table), typed_panels(table, typesetter), strict=True)
    for panel, rows, columns in typed:
        if at is None or not is_told:
            yield panel, columns, ()
            continue
        flags = [row[at] for row in rows]
        yield (
            panel,
            tuple(_flagged(column, flags) if column.is_figure else column for column in columns),
            flags,
        )


def _flagged(column: TypedColumn, flags: Sequence[Cell]) -> TypedColumn:
    cells = zip(column.cells, flags, strict=True)
    return column._replace(
        cells=tuple(cell._replace(sign=FLAG_SIGNS.get(str(flag), "")) for cell, flag in cells)
    )


def _of_signs(lines: Sequence[str], panel: TextPanel) -> Iterator[str]:
    """Yield those of *lines* that explain a sign which stands behind a figure of *panel*."""
    for line in lines:
        if line[:1] in FLAG_SIGNS.values() and any(
            cell.endswith(line[0]) for row in panel.rows for cell in row
        ):
            yield line


def _frame(look: Look) -> DeckFrame:
    """Return what the slides are set in: the house's template, or our own."""
    if look.template is None:
        return own_frame(look.language)
    from phare_cli.rendering.office.slides.deck_template import frame_in_template

    return frame_in_template(look.template, look.language)


def _even_parts(rows: Sequence[Sequence[str]], most: int) -> list[tuple[int, int]]:
    """Return where the rows of each slide begin and end: as few slides as *most* lines allow, alike in height."""
    heights = [
        max(sum(1 + len(line) // _LETTERS for line in cell.split("\n")) for cell in row) for row in rows
    ]
    fewest = list(_parts(heights, most))
    even = (list(_parts(heights, lines)) for lines in range(1, most))
    return next((parts for parts in even if len(parts) == len(fewest)), fewest)


def _parts(heights: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Yield where the rows of each slide begin and end, as many as it has lines for."""
    start = lines = 0
    for place, height in enumerate(heights):
        if lines + height > most and place > start:
            yield start, place
            start, lines = place, 0
        lines += height
    if start < len(heights):
        yield start, len(heights)
