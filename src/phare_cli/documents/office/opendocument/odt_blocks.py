"""Find the blocks of a LibreOffice document, and put answers in them: edits of their places alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from phare_cli.documents.office.answer_parts import Part, TextPart
from phare_cli.documents.office.blocks_found import Edit, FoundBlock, Naming, OfficeOutline
from phare_cli.documents.office.markup import NAMES, Element, MarkupError, joined, parse, value, words
from phare_cli.documents.office.opendocument.kept_property import keep_seals, seals_in
from phare_cli.documents.office.opendocument.list_point import HOLDERS, out_of_list, point_of
from phare_cli.documents.office.opendocument.paragraph_letters import (
    FIELD,
    OBJECT,
    PARAGRAPHS,
    SpanLetter,
    letters_in,
    lines_in,
    text_of,
)
from phare_cli.documents.office.opendocument.section_form import TextLeaf, section_body, spelled_out
from phare_cli.documents.office.package import ENCRYPTED, SIGNED, Package, refused
from phare_cli.documents.office.typed_command import Resembling, typed_commands, untyped, words_of
from phare_cli.language.catalogue import spoken_language
from phare_cli.nouns.message import Message, sentence

_SIGN = "phare:"
_NUMBER = re.compile(r" #\d+$")  # what a section has after its command where another has the same
_PARTS = ("content.xml", "styles.xml")
# What holds paragraphs, and may hold a section among them.
_MADE = ("text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index",
         "text:user-index", "text:alphabetical-index", "text:bibliography")  # fmt: skip
_DECLARATION = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
)

PARTED = sentence("this command is typed around a picture, a note or a field; type it again in one go.")


def read_opendocument(package: Package) -> OfficeOutline:
    """Return the blocks of a text of LibreOffice. Raises DocumentError for one that is locked or signed."""
    if "META-INF/documentsignatures.xml" in package.names:
        raise refused("signed", SIGNED, package.name)
    manifest = package.read("META-INF/manifest.xml")
    if manifest and any(each.name == "manifest:encryption-data" for each in parse(manifest).walk()):
        raise refused("encrypted", ENCRYPTED, package.name)
    shared = package.read("styles.xml")
    styles = parse(shared) if shared else None
    stories = [
        _Leaves(part, package.read(part), _heading_styles(styles)).read()
        for part in _PARTS
        if package.read(part)
    ]
    blocks = tuple(block for story in stories for block in story.blocks)
    if blocks and any(space.encode() not in package.read(part)[:8000] for part in _PARTS for space in _DECLARATION
                      if package.read(part)):  # fmt: skip
        raise MarkupError(NAMES)
    taken = {name for story in stories for name in story.sections}
    for story in stories:
        story.sections = taken  # one set of names for the whole document
    return OfficeOutline(
        blocks,
        seals_in(package),
        partial(keep_seals, package, {story.part: story.sheet for story in stories}),
        tuple(each for story in stories for each in story.odd),
        sum(story.shown for story in stories),
        _language(package, styles),
        " ".join(text for story in stories for text in story.texts),
    )


def _language(package: Package, styles: Element | None) -> str | None:
    """Return the language of the usual paragraph, else that of the properties, which may be the program's own."""
    for style in styles.walk() if styles else ():
        if style.name == "style:default-style" and style.get("style:family") == "paragraph":
            letters = style.child("style:text-properties")
            if letters and (language := spoken_language(letters.get("fo:language"))):
                return language
    meta = package.read("meta.xml")
    named = next((each for each in parse(meta).walk() if each.name == "dc:language"), None) if meta else None
    return spoken_language(words(meta, named)) if named else None


def _heading_styles(styles: Element | None) -> dict[int, str]:
    """Return the style of the headings of each level."""
    found: dict[int, str] = {}
    for style in styles.walk() if styles else ():
        level = style.get("style:default-outline-level")
        if style.name == "style:style" and level.isdigit():
            found.setdefault(int(level), style.get("style:name"))
    return found


@dataclass
class _Leaves:
    """One part of a document, read from its beginning to its end."""

    part: str
    data: bytes
    headings: dict[int, str]
    blocks: list[FoundBlock] = field(default_factory=list)
    odd: list[tuple[str, Message]] = field(default_factory=list)
    shown: int = 0
    texts: list[str] = field(default_factory=list)
    sections: set[str] = field(default_factory=set)
    heading: str = ""

    def read(self) -> _Leaves:
        self.sheet = TextLeaf(self.data, self.headings)
        past = 0
        for element in parse(self.data).walk():
            if element.start < past:
                continue
            if element.name in ("text:tracked-changes", "office:annotation"):
                past = element.end
            elif element.name in _MADE:
                self.shown += text_of(self.data, element).count("{{phare:")
                past = element.end
            elif element.name == "text:section":
                name = element.get("text:name")
                self.sections.add(name)
                if name.startswith(_SIGN):
                    self._section(element, name)
                    past = element.end
            elif element.name == FIELD and element.get("text:description").startswith(_SIGN):
                self._field(element)
            elif element.name in PARAGRAPHS:
                self._paragraph(element)
        self.blocks.sort(key=self._places.__getitem__)
        return self

    def __post_init__(self) -> None:
        self._places: dict[FoundBlock, int] = {}

    def _paragraph(self, paragraph: Element) -> None:
        if paragraph.name == "text:h":
            self.heading = " ".join(text_of(self.data, paragraph).split())
        found = list(letters_in(self.data, paragraph))
        text = "".join(letter.text for letter in found)
        around = untyped(text)
        self.texts.append(around)
        for one in typed_commands(text):
            if isinstance(one, Resembling):
                self.odd.append((self.heading, one.message))
                continue
            typed = found[one.start : one.end]
            parent = paragraph.parent
            alone = (
                text.strip() == text[one.start : one.end]
                and parent is not None
                and (parent.name in HOLDERS or point_of(paragraph) is not None)
                and paragraph.name == "text:p"
            )
            flaw = PARTED if any(letter.text == OBJECT for letter in typed) else None
            self._add(
                typed[0].start,
                FoundBlock(
                    self.part,
                    one.words,
                    partial(self._write_typed, paragraph, typed, alone),
                    alone=alone,
                    flaw=one.flaw or flaw,
                    around=around,
                    place=self.heading,
                ),
            )

    def _field(self, element: Element) -> None:
        words_said, flaw = words_of(element.get("text:description").removeprefix(_SIGN))
        line = " ".join(text_of(self.data, element).split())
        paragraph = next((up for up in element.ancestors() if up.name in PARAGRAPHS), element)
        self._add(
            element.start,
            FoundBlock(
                self.part,
                words_said,
                partial(self._write_field, element),
                lines=(line,) if line else (),
                flaw=flaw,
                around=text_of(self.data, paragraph),
                place=self.heading,
            ),
        )

    def _section(self, element: Element, name: str) -> None:
        words_said, flaw = words_of(_NUMBER.sub("", name.removeprefix(_SIGN)))
        lines = tuple(filter(None, lines_in(self.data, element.children)))
        self._add(
            element.start,
            FoundBlock(
                self.part,
                words_said,
                partial(self._write_section, element),
                lines=lines,
                alone=True,
                flaw=flaw,
                around=" ".join(lines),
                place=self.heading,
            ),
        )

    def _add(self, start: int, block: FoundBlock) -> None:
        self._places[block] = start
        self.blocks.append(block)

    def _write_typed(
        self,
        paragraph: Element,
        typed: Sequence[SpanLetter],
        alone: bool,
        parts: Sequence[Part],
        naming: Naming,
    ) -> list[Edit]:
        """Return the edits that put a field, or a section, in the place of a typed command."""
        if alone and not (isinstance(parts[0], TextPart) and parts[0].role == "figure"):
            name = f"{_SIGN} {naming.command}"
            number = 2
            while name in self.sections:
                name, number = f"{_SIGN} {naming.command} #{number}", number + 1
            self.sections.add(name)
            body = section_body(self.sheet, parts, (), paragraph.get("text:style-name"))
            whole = b"<text:section text:name=" + value(name) + b">" + body + b"</text:section>"
            point = point_of(paragraph)
            if point is not None:
                return [out_of_list(self.data, *point, whole)]
            return [(paragraph.start, paragraph.end, whole)]
        figure = parts[0].text if isinstance(parts[0], TextPart) else ""
        field_tag = b"<text:text-input text:description=" + value(f"{_SIGN} {naming.command}") + b">"
        new = field_tag + spelled_out(figure) + b"</text:text-input>"
        places = list(dict.fromkeys((letter.start, letter.end) for letter in typed))
        first, *rest = joined(places)
        return [(*first, new), *((start, end, b"") for start, end in rest)]

    def _write_field(self, element: Element, parts: Sequence[Part], naming: Naming) -> list[Edit]:
        figure = spelled_out(parts[0].text if isinstance(parts[0], TextPart) else "")
        if element.inner < element.end and element.close >= element.inner and element.end > element.close:
            return [(element.inner, element.close, figure)]
        tag = self.data[element.start : element.inner - 2].rstrip()
        return [(element.start, element.end, tag + b">" + figure + b"</text:text-input>")]

    def _write_section(self, element: Element, parts: Sequence[Part], naming: Naming) -> list[Edit]:
        body = section_body(self.sheet, parts, element.children)
        if element.close < element.end:
            return [(element.inner, element.close, body)]
        tag = self.data[element.start : element.inner - 2].rstrip()
        return [(element.start, element.end, tag + b">" + body + b"</text:section>")]
