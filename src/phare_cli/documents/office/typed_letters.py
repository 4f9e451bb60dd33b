"""Read the lines of an office document that was read as prose letter by letter, each with its bytes and its block."""

from collections.abc import Iterator
from typing import NamedTuple

from phare_cli.documents.blocks import syntax_of
from phare_cli.documents.office.markup import Element, parse
from phare_cli.documents.office.package import Package
from phare_cli.documents.prose.passage import Prose


class TypedLetter(NamedTuple):
    """One letter of a paragraph and its bytes; one that no person typed may not be typed over.

    *tag* is what the block that holds it says of its command, empty outside blocks.
    """

    text: str
    start: int
    end: int
    parent: Element | None  # of its run; None where it may not be typed over
    tag: str = ""


class TypedLetters:
    """The letters of the lines of one document."""

    def __init__(self, package: Package, prose: Prose) -> None:
        self.package = package
        self._prose = prose
        self._letters = _letters_of_word if syntax_of(package.name) == "docx" else _letters_of_open_document
        self._paragraphs: dict[str, list[Element]] = {}

    def of_line(self, line: int) -> list[TypedLetter]:
        """Return the letters of a line of the prose; none where they are not those that were read."""
        place = self._prose.office_places[line]
        data = self.package.read(place.part)
        if place.part not in self._paragraphs:
            self._paragraphs[place.part] = [
                each for each in parse(data).walk() if each.name in ("w:p", "text:p", "text:h")
            ]
        stream: list[TypedLetter] = []
        for number in place.paragraphs:
            if stream or number != place.paragraphs[0]:
                stream.append(TypedLetter(" ", 0, 0, None))
            stream += self._letters(data, self._paragraphs[place.part][number])
        starts, source = self._prose.line_starts, self._prose.source
        end = starts[line + 1] - 1 if line + 1 < len(starts) else len(source)
        read = source[starts[line] : end]
        return stream if _plain(read) == _plain("".join(letter.text for letter in stream)) else []


def _plain(text: str) -> str:
    return "".join(" " if letter.isspace() else letter for letter in text)


def _letters_of_word(data: bytes, paragraph: Element) -> Iterator[TypedLetter]:
    from phare_cli.documents.office.word.controls import TAG
    from phare_cli.documents.office.word.paragraphs import OBJECT, FieldDepth, letters_of

    for letter in letters_of(data, paragraph, FieldDepth()):
        if letter.text == OBJECT:
            continue
        controls = [up.child("w:sdtPr") for up in letter.run.ancestors() if up.name == "w:sdt"]
        tags = [each.child("w:tag") for each in controls if each]
        ours = [each.get("w:val") for each in tags if each is not None]
        tag = next((each for each in ours if each.startswith(TAG)), "")
        is_held = bool(tag) or any(each and each.child("w:text") for each in controls)
        may_be = letter.holder.name == "w:t" and not letter.in_field and not is_held
        yield TypedLetter(letter.text, letter.start, letter.end, letter.run.parent if may_be else None, tag)


def _letters_of_open_document(data: bytes, paragraph: Element) -> Iterator[TypedLetter]:
    from phare_cli.documents.office.opendocument.paragraph_letters import FIELD, OBJECT, letters_in, text_of

    for letter in letters_in(data, paragraph):
        if letter.text != OBJECT:
            yield TypedLetter(letter.text, letter.start, letter.end, paragraph)
        elif letter.holder.name == FIELD:
            tag = letter.holder.get("text:description") or FIELD
            for shown in text_of(data, letter.holder):
                yield TypedLetter(shown, letter.start, letter.end, None, tag)
