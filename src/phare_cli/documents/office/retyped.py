"""Type words over some of an office document, in the letters of the figure that stood there. Every other byte stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from phare_cli.documents.blocks import syntax_of
from phare_cli.documents.office.blocks_found import Edit
from phare_cli.documents.office.markup import Element, content, edited, joined, parse
from phare_cli.documents.office.package import Package
from phare_cli.documents.prose.passage import Prose, ProsePassage


class Retyped(NamedTuple):
    """What is to stand in place of the words of a passage from *start* to *end*."""

    passage: ProsePassage
    start: int
    end: int
    text: str


class _TypedLetter(NamedTuple):
    """One letter of a paragraph and its bytes; one that no person typed may not be typed over."""

    text: str
    start: int
    end: int
    parent: Element | None  # of its run; None where it may not be typed over
    in_block: bool = False


class Typing(NamedTuple):
    """A document with changes made, those that were, and how many stand in a block already."""

    content: bytes
    made: tuple[Retyped, ...] = ()
    in_blocks: int = 0


def retyped(source: bytes, name: str, prose: Prose, changes: Sequence[Retyped]) -> Typing:
    """Return the document with *changes* made; a figure that a link or a field parts is left."""
    package = Package(source, name)
    letters = _letters_of_word if syntax_of(name) == "docx" else _letters_of_open_document
    paragraphs: dict[str, list[Element]] = {}
    edits: dict[str, set[Edit]] = {}
    made: list[Retyped] = []
    in_blocks = 0
    for change in changes:
        line = bisect_right(prose.line_starts, change.passage.offsets[change.start]) - 1
        place = prose.office_places[line]
        if place.part not in paragraphs:
            root = parse(package.read(place.part))
            paragraphs[place.part] = [
                each for each in root.walk() if each.name in ("w:p", "text:p", "text:h")
            ]
        data = package.read(place.part)
        stream: list[_TypedLetter] = []
        for number in place.paragraphs:
            if stream or number != place.paragraphs[0]:
                stream.append(_TypedLetter(" ", 0, 0, None))
            stream += letters(data, paragraphs[place.part][number])
        typed = _typed_over(stream, prose, line, change)
        if typed and all(letter.in_block for letter in typed):
            in_blocks += 1
        elif len({id(letter.parent) for letter in typed}) == 1 and typed[0].parent is not None:
            first, *rest = joined(dict.fromkeys((letter.start, letter.end) for letter in typed))
            edits.setdefault(place.part, set()).update(
                [(*first, content(change.text)), *((start, end, b"") for start, end in rest)]
            )
            made.append(change)
    changed = {part: edited(package.read(part), each) for part, each in edits.items()}
    return Typing(package.changed(changed), tuple(made), in_blocks)


def _typed_over(
    stream: Sequence[_TypedLetter], prose: Prose, line: int, change: Retyped
) -> Sequence[_TypedLetter]:
    """Return the letters of a change; none where they are not those that were read."""
    start = prose.line_starts[line]
    end = prose.line_starts[line + 1] - 1 if line + 1 < len(prose.line_starts) else len(prose.source)
    read = prose.source[start:end]
    if _plain(read) != _plain("".join(letter.text for letter in stream)):
        return ()
    offsets = change.passage.offsets
    return stream[offsets[change.start] - start : offsets[change.end - 1] + 1 - start]


def _plain(text: str) -> str:
    return "".join(" " if letter.isspace() else letter for letter in text)


def _letters_of_word(data: bytes, paragraph: Element) -> Iterator[_TypedLetter]:
    from phare_cli.documents.office.word.controls import TAG
    from phare_cli.documents.office.word.paragraphs import OBJECT, FieldDepth, letters_of

    for letter in letters_of(data, paragraph, FieldDepth()):
        if letter.text == OBJECT:
            continue
        controls = [up.child("w:sdtPr") for up in letter.run.ancestors() if up.name == "w:sdt"]
        tags = [each.child("w:tag") for each in controls if each]
        in_block = any(tag is not None and tag.get("w:val").startswith(TAG) for tag in tags)
        is_held = in_block or any(each and each.child("w:text") for each in controls)
        may_be = letter.holder.name == "w:t" and not letter.in_field and not is_held
        yield _TypedLetter(
            letter.text, letter.start, letter.end, letter.run.parent if may_be else None, in_block
        )


def _letters_of_open_document(data: bytes, paragraph: Element) -> Iterator[_TypedLetter]:
    from phare_cli.documents.office.opendocument.paragraph_letters import FIELD, OBJECT, letters_in, text_of

    for letter in letters_in(data, paragraph):
        if letter.text != OBJECT:
            yield _TypedLetter(letter.text, letter.start, letter.end, paragraph)
        elif letter.holder.name == FIELD:
            for shown in text_of(data, letter.holder):
                yield _TypedLetter(shown, letter.start, letter.end, None, in_block=True)
