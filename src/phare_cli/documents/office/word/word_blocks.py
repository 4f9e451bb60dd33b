"""Find the blocks of a Word document: content controls, commands typed as text, bookmarks whose control got lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from phare_cli.documents.office.answer_parts import picture_line
from phare_cli.documents.office.blocks_found import FoundBlock, OfficeOutline
from phare_cli.documents.office.markup import Element, parse
from phare_cli.documents.office.package import SIGNED, Package, refused
from phare_cli.documents.office.record import Record
from phare_cli.documents.office.typed_command import Resembling, typed_commands, untyped, words_of
from phare_cli.documents.office.word import block_edits
from phare_cli.documents.office.word.controls import BOOKMARK, TAG, is_cut, tag_of
from phare_cli.documents.office.word.kept_part import keep, record_in
from phare_cli.documents.office.word.paragraphs import (
    OBJECT,
    FieldDepth,
    Letter,
    letters_of,
    lines_in,
    text_of,
)
from phare_cli.documents.office.word.story_form import Page
from phare_cli.documents.office.word.styles import Styles, styles_in
from phare_cli.documents.office.word.word_pictures import pictures_in
from phare_cli.nouns.message import Message, sentence

_MAIN = re.compile(
    r"\.(?:document|template)(?:\.macroEnabledTemplate|\.macroEnabled)?\.main\+xml$|-?word\.document"
)
_STORIES = ("header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")
# What a block may begin with.
_BEGINNINGS = frozenset({"w:p", "w:sdt", "w:tbl", "w:r", "w:bookmarkStart", "w:hyperlink", "w:ins"})
BLOCK_HOLDERS = frozenset(
    {"w:body", "w:tc", "w:hdr", "w:ftr", "w:txbxContent", "w:footnote", "w:endnote", "w:docPartBody"}
)

ROWS = sentence(
    "this block stands around rows or cells of a table; put it inside one cell, or around the table."
)
PARTED = sentence(
    "this command is typed across a link, a tracked change or another control; accept the change, or type it again."
)
HELD = sentence("this command is typed in a control that takes text alone; type it outside.")
LOST = sentence(
    "the rest of this command is not in the document: a control was pasted from another. Type the command again."
)


def read_word(package: Package) -> OfficeOutline:
    """Return the blocks of a document of Word. Raises DocumentError for one that is signed."""
    if any(name.startswith("_xmlsignatures/") for name in package.names):
        raise refused("signed", SIGNED, package.name)
    record = record_in(package)
    styles = styles_in(package)
    stories = [_Story(part, package.read(part), record, styles).read() for part in _parts(package)]
    return OfficeOutline(
        tuple(block for story in stories for block in story.blocks),
        record,
        partial(keep, package, {story.part: story.page.media for story in stories}),
        tuple(each for story in stories for each in story.odd),
        sum(story.shown for story in stories),
        styles.language,
        " ".join(text for story in stories for text in story.texts),
    )


def _parts(package: Package) -> list[str]:
    """Return the parts that hold text for readers, the body first."""
    types = parse(package.read("[Content_Types].xml"))
    kinds = {
        each.get("PartName").lstrip("/"): each.get("ContentType") for each in types.each("types:Override")
    }
    main = [part for part, kind in kinds.items() if _MAIN.search(kind)]
    others = [part for part, kind in kinds.items() if kind.endswith(_STORIES)]
    return [part for part in (*main, *sorted(others)) if part in package.names]


@dataclass
class _Story:
    """One part of a document, read from its beginning to its end."""

    part: str
    data: bytes
    record: Record
    styles: Styles
    blocks: list[FoundBlock] = field(default_factory=list)
    odd: list[tuple[str, Message]] = field(default_factory=list)
    shown: int = 0
    texts: list[str] = field(default_factory=list)
    heading: str = ""

    def read(self) -> _Story:
        root = parse(self.data)
        self.page = Page(self.data, root.prefix, self.styles.ids, self.styles.lists)
        lost = {each.start: each for each in self._lost(root)}
        fields = FieldDepth()
        past = 0  # what is inside a block is read with it
        for element in root.walk():
            if element.start < past or element.name not in _BEGINNINGS:
                continue
            if found := lost.get(element.start):
                self._recovered(found)
                past = found.end
            elif element.name == "w:sdt" and (tag := _tag(element)).startswith(TAG):
                self._control(element, tag)
                past = element.end
            elif element.name == "w:p":
                self._paragraph(element, fields)
        self.blocks.sort(key=lambda block: self._places[block])
        return self

    def __post_init__(self) -> None:
        self._places: dict[FoundBlock, int] = {}

    def _add(self, block: FoundBlock, start: int) -> None:
        self._places[block] = start
        self.blocks.append(block)

    def _paragraph(self, paragraph: Element, fields: FieldDepth) -> None:
        if self.styles.is_heading(paragraph):
            self.heading = " ".join(text_of(self.data, paragraph).split())
        found = letters_of(self.data, paragraph, fields)
        text = "".join(letter.text for letter in found)
        around = untyped(text)
        self.texts.append(around)
        for one in typed_commands(text):
            if isinstance(one, Resembling):
                self.odd.append((self.heading, one.message))
                continue
            typed = found[one.start : one.end]
            if any(letter.in_field for letter in typed):
                self.shown += 1
                continue
            alone = text.strip() == text[one.start : one.end] and _holds_blocks(paragraph.parent)
            place = block_edits.TypedPlace(paragraph, typed, alone)
            self._add(
                FoundBlock(
                    self.part,
                    one.words,
                    partial(block_edits.write_typed, self.page, place),
                    alone=alone,
                    flaw=one.flaw or _flaw_of(typed, paragraph),
                    around=around,
                    place=self.heading,
                    is_twin=_is_twin(paragraph),
                ),
                typed[0].start,
            )

    def _control(self, element: Element, tag: str) -> None:
        body = element.child("w:sdtContent")
        children = body.children if body else []
        names = {child.name for child in children}
        name = _name(element)
        command, flaw = self._command(tag, name)
        if names & {"w:tr", "w:tc"}:
            flaw = flaw or ROWS
        is_story = bool(names & {"w:p", "w:tbl"}) or (not children and _holds_blocks(element.parent))
        paragraph = None if is_story else next((up for up in element.ancestors() if up.name == "w:p"), None)
        only = (
            paragraph is not None
            and element.parent is paragraph
            and _holds_blocks(paragraph.parent)
            and text_of(self.data, paragraph).strip() == text_of(self.data, element).strip()
            and all(child is element or child.name in block_edits.EMPTY for child in paragraph.children)
        )
        lines = tuple(filter(None, lines_in(self.data, children))) if is_story else _line(self.data, element)
        if element.child("w:sdtPr", "w:showingPlcHdr"):
            lines = ()
        write = (
            partial(block_edits.write_story, self.page, element)
            if is_story
            else partial(block_edits.write_inline, self.page, element, paragraph if only else None)
        )
        words, own = words_of(command)
        block = FoundBlock(
            self.part,
            words,
            write,
            lines=lines,
            alone=is_story or only,
            flaw=flaw or own,
            name=name,
            around=" ".join(lines) if is_story or paragraph is None else text_of(self.data, paragraph),
            place=self.heading,
            is_twin=_is_twin(element),
        )
        self._add(block, element.start)

    def _command(self, tag: str, name: str) -> tuple[str, Message | None]:
        """Return the command of a control, whose beginning alone its tag may hold."""
        if not is_cut(tag):
            return tag.removeprefix(TAG).strip(), None
        kept = [self.record.command_of(name), *(entry.command for entry in self.record.entries)]
        return next((each for each in kept if each and tag_of(each) == tag), ""), None if any(
            each and tag_of(each) == tag for each in kept
        ) else LOST

    def _lost(self, root: Element) -> Iterator[block_edits.Stretch]:
        """Yield the stretches that bookmarks of phare mark outside any control of phare: a program dropped its tag."""
        starts: dict[str, list[Element]] = {}
        ends: dict[str, Element] = {}
        for element in root.walk():
            if element.name == "w:bookmarkStart" and element.get("w:name").startswith(BOOKMARK):
                starts.setdefault(element.get("w:name").removeprefix(BOOKMARK), []).append(element)
            elif element.name == "w:bookmarkEnd":
                ends[element.get("w:id")] = element
        for name, found in starts.items():
            last = [ends[each.get("w:id")] for each in found if each.get("w:id") in ends]
            if self.record.command_of(name) is None or not last or last[-1].start < found[0].start:
                continue
            if any(_tag(up).startswith(TAG) and up.end >= last[-1].end for up in found[0].ancestors()):
                continue
            stretch = block_edits.stretch_of(found[0], last[-1], name)
            if stretch is not None:
                yield stretch
        for picture in pictures_in(root):
            paragraph = next((up for up in picture.ancestors() if up.name == "w:p"), None)
            entry = self.record.entry_of((picture_line(picture.get("name")),))
            if entry and paragraph and not any(_tag(up).startswith(TAG) for up in picture.ancestors()):
                yield block_edits.Stretch(entry.name, [paragraph], is_story=True)

    def _recovered(self, stretch: block_edits.Stretch) -> None:
        command = self.record.command_of(stretch.name) or ""
        words, flaw = words_of(command)
        elements = stretch.elements
        if stretch.is_story:
            lines = tuple(filter(None, lines_in(self.data, elements)))
        else:
            shown = "".join(text_of(self.data, each) for each in elements)
            lines = tuple(filter(None, [" ".join(shown.split())]))
        self._add(
            FoundBlock(
                self.part,
                words,
                partial(block_edits.write_stretch, self.page, stretch),
                lines=lines,
                alone=stretch.is_story,
                flaw=flaw,
                name=stretch.name,
                around=" ".join(lines),
                place=self.heading,
            ),
            stretch.start,
        )


def _line(data: bytes, element: Element) -> tuple[str, ...]:
    return tuple(filter(None, [" ".join(text_of(data, element.child("w:sdtContent") or element).split())]))


def _tag(element: Element) -> str:
    tag = element.child("w:sdtPr", "w:tag") if element.name == "w:sdt" else None
    return tag.get("w:val") if tag else ""


def _name(control: Element) -> str:
    """Return the name of the bookmark in a control."""
    names = (
        each.get("w:name").removeprefix(BOOKMARK)
        for each in control.walk()
        if each.name == "w:bookmarkStart" and each.get("w:name").startswith(BOOKMARK)
    )
    return next(names, "")


def _holds_blocks(element: Element | None) -> bool:
    """Tell whether paragraphs and tables may stand in *element*."""
    if element is None or element.name != "w:sdtContent":
        return element is not None and element.name in BLOCK_HOLDERS
    control = element.parent
    return (
        control is not None and _holds_blocks(control.parent) and control.child("w:sdtPr", "w:text") is None
    )


def _is_twin(element: Element) -> bool:
    return any(up.name == "mc:Fallback" for up in element.ancestors())


def _flaw_of(typed: list[Letter], paragraph: Element) -> Message | None:
    """Return why no control can take the place of a command in its paragraph."""
    if len({id(letter.run.parent) for letter in typed}) > 1 or any(each.text == OBJECT for each in typed):
        return PARTED
    for up in typed[0].run.ancestors():
        if up.name == "w:sdt" and up.child("w:sdtPr", "w:text") is not None:
            return HELD
    return None
