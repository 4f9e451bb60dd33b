"""What a document says, in its order: passages of plain words, each with its role and the place of every character."""

from bisect import bisect_right
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from phare_cli.nouns.message import sentence

PAGES_AT_ONCE = 700
TOO_LONG = sentence(
    "“{file}” holds more words or numbers than phare verifies at once ({pages} pages): give the part that holds the "
    "claims."
)


class Role(StrEnum):
    """What a passage is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    CELL = "cell"  # of a table
    QUOTATION = "quotation"
    NOTE = "note"  # a footnote


LIST = 8  # the level of a line that leads a list: it holds for the items below
CAPTION = 7  # the level of the title of a table: below every heading, and over where the table ends


class SourcePlace(NamedTuple):
    """Where words stand: line and column of a text, or the paragraph and its heading where there are no lines."""

    line: int
    column: int
    heading: str = ""


class OfficePlace(NamedTuple):
    """Where a line of an office document stands: the part, and which of its paragraphs it is, several in a cell."""

    part: str
    paragraphs: tuple[int, ...]


class ProsePassage(NamedTuple):
    """Words that stand together, without their markup.

    *offsets* tells where in the source each character of *text* stands. *level* is that of a heading. *labels* of a
    cell are the words at the head of its row and of its column, and in the corner of its table.
    """

    text: str
    offsets: tuple[int, ...]
    role: Role = Role.PARAGRAPH
    level: int = 0
    labels: tuple[str, ...] = ()


class Prose(NamedTuple):
    """A document read: its passages in order, and how places in them are said."""

    passages: tuple[ProsePassage, ...]
    source: str
    line_starts: tuple[int, ...]
    has_lines: bool = True
    language: str = ""  # as the document declares it
    office_places: tuple[OfficePlace, ...] = ()  # of each line, where the document is of an office program
    content: bytes = b""  # what its file held when it was read

    def place(self, passage: ProsePassage, index: int) -> SourcePlace:
        """Return where the character at *index* of a passage stands in the source."""
        offset = passage.offsets[index]
        line = bisect_right(self.line_starts, offset)
        return SourcePlace(line, offset - self.line_starts[line - 1] + 1)


def prose_of(passages: list[ProsePassage], source: str, *, language: str = "") -> Prose:
    """Return the document of *passages*, whose offsets count the characters of *source*."""
    *lines, _ = source.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return Prose(tuple(passages), source, tuple(starts), language=language)


class ProseLine(NamedTuple):
    """A line of a document of text, and where in the document it begins."""

    text: str
    offset: int


class Gathered:
    """Characters gathered for one passage, each with its place; blanks in a row are one space."""

    def __init__(self) -> None:
        self.characters: list[str] = []
        self.offsets: list[int] = []

    def add(self, text: str, offset: int, *, step: int = 1) -> None:
        """Add *text* that stands at *offset*; *step* is 0 where it is written as one sign (an entity)."""
        is_doubled = text.startswith(" ") and (not self.characters or self.characters[-1] == " ")
        if step == 1 and not is_doubled and "  " not in text and text.isprintable():
            self.characters += text
            self.offsets += range(offset, offset + len(text))
            return
        for place, character in enumerate(text):
            if character in " \t\n\r\f\v":
                if not self.characters or self.characters[-1] == " ":
                    continue
                character = " "
            self.characters.append(character)
            self.offsets.append(offset + step * place)

    def passage(
        self, role: Role = Role.PARAGRAPH, *, level: int = 0, labels: tuple[str, ...] = ()
    ) -> ProsePassage:
        """Return what was gathered as a passage."""
        text = "".join(self.characters)
        kept = len(text.rstrip(" "))
        return ProsePassage(text[:kept], tuple(self.offsets[:kept]), role, level, labels)

    @property
    def is_empty(self) -> bool:
        return not "".join(self.characters).strip()
