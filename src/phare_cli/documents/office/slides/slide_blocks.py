"""Find the blocks of a PowerPoint document, and put answers in them: edits of their shapes alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from phare_cli.documents.office.answer_parts import GridPart, Part, PicturePart, TextPart, lines_of
from phare_cli.documents.office.blocks_found import Edit, FoundBlock, Naming, OfficeOutline
from phare_cli.documents.office.markup import NAMES, Element, MarkupError, parse
from phare_cli.documents.office.package import SIGNED, Package, refused
from phare_cli.documents.office.record import Record, seal
from phare_cli.documents.office.slides.block_shape import (
    BlockShape,
    ShapeFigure,
    descriptions_written,
    shapes_in,
)
from phare_cli.documents.office.slides.deck_record import (
    DeckRecord,
    KeptShape,
    text_digits,
)
from phare_cli.documents.office.slides.figure_place import figure_edits, place_of
from phare_cli.documents.office.slides.shape_place import box_of
from phare_cli.documents.office.slides.shape_text import (
    OBJECT,
    AltLine,
    RunLetter,
    alt_line,
    alt_lines,
    letters_of,
    names_of,
    paragraphs_of,
    table_lines,
    unnumbered,
)
from phare_cli.documents.office.slides.slide_order import slide_places
from phare_cli.documents.office.slides.slide_pictures import exchanged, new_picture
from phare_cli.documents.office.slides.slide_table import new_frame, new_table, refreshed_table
from phare_cli.documents.office.typed_command import Resembling, spelled, typed_commands, untyped, words_of
from phare_cli.language.catalogue import spoken_language
from phare_cli.nouns.message import Message, sentence

GONE = sentence(
    "“{figure}”, which phare wrote here, is not found any more; put it back, or let --force forget it and type the "
    "command where it goes."
)
WIDE = sentence(
    "a shape of a slide holds one table, and this answer has several of different columns; ask for less: --region, "
    "--wave."
)
PAGE = sentence("a report cannot stand in a shape of a slide; show, compare, cross and value can.")
MADE = sentence("this command is typed around what the program writes, a date or a number; type it again.")


def read_slides(package: Package) -> OfficeOutline:
    """Return the blocks of a presentation. Raises DocumentError for one that is signed."""
    if any(name.startswith("_xmlsignatures/") for name in package.names):
        raise refused("signed", SIGNED, package.name)
    kept = DeckRecord(package)
    slides = [_Slide(package, part, place, kept).read() for part, place in slide_places(package)]
    for slide in slides[:1]:
        slide.lose(kept.left())
    shapes = [shape for slide in slides for shape in slide.shapes]
    languages = [language for slide in slides for language in slide.languages]
    return OfficeOutline(
        tuple(block for slide in slides for block in slide.blocks),
        Record(seals=[each for shape in shapes for each in shape.seals()]),
        partial(descriptions_written, package, shapes),
        tuple(each for slide in slides for each in slide.odd),
        0,
        max(languages, key=languages.count) if languages else None,
        " ".join(text for slide in slides for text in slide.texts),
        _unfit,
    )


def _unfit(parts: Sequence[Part]) -> Message | None:
    """Return why an answer cannot stand in a shape, None where it can."""
    if any(isinstance(part, TextPart) and part.role == "heading" for part in parts):
        return PAGE
    columns = {len(part.headings) for part in parts if isinstance(part, GridPart)}
    return WIDE if len(columns) > 1 else None


@dataclass
class _Slide:
    """One slide, or the notes of one, read shape by shape."""

    package: Package
    part: str
    place: str
    kept: DeckRecord
    blocks: list[FoundBlock] = field(default_factory=list)
    shapes: list[BlockShape] = field(default_factory=list)
    odd: list[tuple[str, Message]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)

    def read(self) -> _Slide:
        self.data = self.package.read(self.part)
        root = parse(self.data)
        for each in root.walk():
            if each.name in ("a:rPr", "a:endParaRPr") and each.get("lang"):
                self.languages += filter(None, [spoken_language(each.get("lang"))])
        for number, element in enumerate(shapes_in(root)):
            self._shape(number, element)
        if self.blocks and (root.prefix != "p" or any(each.prefix != each.name[0] for each in root.walk()
                            if each.name.startswith("a:"))):  # fmt: skip
            raise MarkupError(NAMES)
        return self

    def _shape(self, number: int, element: Element) -> None:
        letters = self._letters(element)
        text = "".join(letter.text for letter in letters)
        named = names_of(element)
        name = named.get("name") if named else ""
        shape = BlockShape(self.part, number, name, text, lines=alt_lines(element))
        table = (
            element.child("a:graphic", "a:graphicData", "a:tbl") if element.name == "p:graphicFrame" else None
        )
        said = tuple(line.text for line in shape.lines if line.command)
        shown = seal(table_lines(self.data, table)) if table else text_digits(text)
        kept = self.kept.take(self.part, name, said, shown)
        if kept and not said:
            shape.lines = [*map(alt_line, kept.lines), *shape.lines]
            shape.is_changed = True
        commands = [line for line in shape.lines if line.command]
        sides = dict(zip(kept.lines, kept.around, strict=False)) if kept else {}
        self.texts.append(untyped(text))
        found: list[tuple[int, FoundBlock]] = []
        for line in commands:
            words, flaw = words_of(line.command)
            if words[:1] == ("value",) or flaw:
                found.append(self._written(shape, element, letters, line, words, flaw, sides.get(line.text)))
            elif shape.table is None:
                shape.table = AltLine(spelled(words), line.shows)
                shape.is_picture = element.name == "p:pic"
                lines = shape.picture_lines()
                if not shape.is_picture:
                    lines = table_lines(self.data, table) if table and line.shows else ()
                write = partial(self._write_table, shape, element, table)
                found.append((0, self._block(words, write, lines=lines, alone=True, around=text)))
        if shape.table is None or table is None:
            found += self._typed(shape, element, letters)
        self.blocks += [block for _, block in sorted(found, key=lambda each: each[0])]
        if found:
            self.shapes.append(shape)

    def _letters(self, element: Element) -> list[RunLetter]:
        """Return the letters of a shape, a line end without a place after each paragraph."""
        found: list[RunLetter] = []
        for paragraph in paragraphs_of(element):
            found += letters_of(self.data, paragraph)
            found.append(RunLetter("\n", -1, -1))
        return found

    def _block(
        self,
        words: tuple[str, ...],
        write: Callable[[Sequence[Part], Naming], list[Edit]],
        *,
        lines: tuple[str, ...] | None = None,
        alone: bool = False,
        flaw: Message | None = None,
        around: str = "",
    ) -> FoundBlock:
        return FoundBlock(
            self.part, words, write, lines, alone, flaw, around=untyped(around), place=self.place
        )

    def _written(
        self,
        shape: BlockShape,
        element: Element,
        letters: Sequence[RunLetter],
        line: AltLine,
        words: tuple[str, ...],
        flaw: Message | None,
        sides: tuple[str, str] | None,
    ) -> tuple[int, FoundBlock]:
        """Return the block of a figure that the alternative text tells of, where it stands in the text.

        One that was changed by hand stands between the words that were beside it, *sides*.
        """
        written = unnumbered(line.shows)[0]
        taken = [(each.start, each.end) for each in shape.figures]
        place = place_of(shape.text, line.shows, sides, taken)
        if place is None and flaw is None:
            return self._lost(shape, line.command, words, written)
        start, end = place or (0, 0)
        # A shape that somebody described says nothing of phare yet.
        shown = shape.text[start:end] if line.shows else ""
        figure = ShapeFigure(spelled(words) or line.command, start, end, shown, written)
        shape.figures.append(figure)
        write = partial(self._write_figure, shape, figure, element, letters)
        lines = (" ".join(shown.split()),) if shown else ()
        return start, self._block(words, write, lines=lines, flaw=flaw, around=shape.text)

    def _lost(
        self, shape: BlockShape, command: str, words: tuple[str, ...], shown: str
    ) -> tuple[int, FoundBlock]:
        """Return a block whose figure stands nowhere in the text: it takes no place, and may be forgotten."""

        def forget(parts: Sequence[Part], naming: Naming) -> list[Edit]:
            shape.is_changed = True
            return []

        block = self._block(words, forget, lines=(), around=shape.text)
        return 0, replace(block, lost=Message(GONE.text, {"figure": shown or command}))

    def lose(self, shapes: Sequence[KeptShape]) -> None:
        """Note the blocks of *shapes* that are not in the presentation any more."""
        for kept in shapes:
            for line in map(alt_line, kept.lines):
                words, _ = words_of(line.command)
                gone = BlockShape(self.part, -1, kept.name, "")
                shown = line.shows if words[:1] == ("value",) else line.command
                self.blocks.append(replace(self._lost(gone, line.command, words, shown)[1], place=""))

    def _typed(
        self, shape: BlockShape, element: Element, letters: Sequence[RunLetter]
    ) -> list[tuple[int, FoundBlock]]:
        found: list[tuple[int, FoundBlock]] = []
        for one in typed_commands(shape.text):
            if isinstance(one, Resembling):
                self.odd.append((self.place, one.message))
                continue
            flaw = MADE if OBJECT in shape.text[one.start : one.end] else None
            if "\n" in shape.text[one.start : one.end].strip() and any(
                letter.start < 0 for letter in letters[one.start : one.end]
            ):
                flaw = flaw or MADE
            alone = element.name == "p:sp" and shape.text.strip() == shape.text[one.start : one.end]
            figure = ShapeFigure(spelled(one.words), one.start, one.end, "")
            write = partial(self._write_typed, shape, figure, element, letters)
            block = self._block(one.words, write, alone=alone, flaw=one.flaw or flaw, around=shape.text)
            found.append((one.start, block))
        return found

    def _write_typed(
        self,
        shape: BlockShape,
        figure: ShapeFigure,
        element: Element,
        letters: Sequence[RunLetter],
        parts: Sequence[Part],
        naming: Naming,
    ) -> list[Edit]:
        if not (isinstance(parts[0], TextPart) and parts[0].role == "figure"):
            return self._write_table(shape, element, None, parts, naming)
        shape.figures.append(figure)
        return self._write_figure(shape, figure, element, letters, parts, naming)

    def _write_figure(
        self,
        shape: BlockShape,
        figure: ShapeFigure,
        element: Element,
        letters: Sequence[RunLetter],
        parts: Sequence[Part],
        naming: Naming,
    ) -> list[Edit]:
        """Return the edits that put a figure where it stood, in the letters that it begins with."""
        shape.is_changed = True
        figure.shows = parts[0].text if isinstance(parts[0], TextPart) else ""
        return figure_edits(figure.shows, element, letters, figure.start, figure.end)

    def _write_table(
        self,
        shape: BlockShape,
        element: Element,
        table: Element | None,
        parts: Sequence[Part],
        naming: Naming,
    ) -> list[Edit]:
        """Return the edits that refresh a table or a picture, or put one in the place of a shape with its command."""
        shape.is_changed = True
        if isinstance(parts[0], PicturePart):
            return self._write_picture(shape, element, parts[0], naming)
        shape.table = AltLine(naming.command, seal(lines_of(parts)))
        shape.figures.clear()
        box = box_of(self.package, self.part, element)
        if not any(isinstance(part, GridPart) for part in parts):
            texts = tuple(part.text for part in parts if isinstance(part, TextPart))
            parts = (
                GridPart((texts[0] if texts else "",), (False,), (1,), tuple((text,) for text in texts[1:])),
            )
        if not any(not line.command for line in shape.lines):
            caption = next((part.text for part in parts if isinstance(part, TextPart)), "")
            shape.lines = [AltLine("", caption)] if caption else []
        if table is not None:
            return [(table.start, table.end, refreshed_table(self.data, table, parts, box))]
        return [(element.start, element.end, new_frame(*self._names(element), new_table(parts, box), box))]

    def _write_picture(
        self, shape: BlockShape, element: Element, part: PicturePart, naming: Naming
    ) -> list[Edit]:
        shape.table, shape.is_picture = AltLine(naming.command, part.shows), True
        shape.lines = [AltLine("", part.words)]
        shape.media[part.shows] = part.content
        if element.name == "p:pic":
            return exchanged(self.data, element, part)
        box = box_of(self.package, self.part, element)
        return [(element.start, element.end, new_picture(*self._names(element), part, box))]

    def _names(self, shape: Element) -> tuple[bytes, bytes]:
        """Return what names a shape, and the place of the layout that it takes."""
        named = names_of(shape)
        kind = shape.child("p:nvSpPr", "p:nvPr", "p:ph")
        holder = self.data[kind.start : kind.end] if kind is not None and not kind.get("type") else b""
        return self.data[named.start : named.end] if named else b'<p:cNvPr id="1000" name="phare"/>', holder
