"""What is said of the claims of a document: each in its sentence, with what the data say and how to mend it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from phare_cli.nouns.display import OwnWords, PrettyPrinter, print_pretty, show_html, show_markdown
from phare_cli.nouns.message import Message
from phare_cli.nouns.table import Table

STATUSES = ("right", "wrong", "overstated", "unknown", "ambiguous", "accepted")
FAULTS = ("wrong", "overstated")


class Remark(NamedTuple):
    """One claim, in a passage: its words from *start* to *end*, its status, and what the data say of it.

    *correction* is what may be pasted in place of the words; None where nothing need be, or none is beyond doubt.
    """

    passage: int  # its place among those of the document
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int  # just behind the last of the words
    kind: str
    status: str
    words: str
    says: Message
    correction: Message | None = None
    was: str = ""  # the status before a person accepted the claim
    wave: str = ""  # of the figure that the data say, where they hold it in several
    has_reserve: bool = False  # right, and what it asserts beside is not established or cannot be tested

    @property
    def is_told(self) -> bool:
        """Whether what the data say of the claim wants to be read: all but of claims that are right throughout."""
        return self.status != "right" or self.has_reserve


class MarkedPassage(NamedTuple):
    """OwnWords that stand together in a document, with what they are: a heading, an item of a list, a cell...

    *heading* and *column* are the words at the head of a cell's row and of its column.
    """

    text: str
    role: str
    level: int = 0
    heading: str = ""
    column: str = ""


class SkippedNumber(NamedTuple):
    """A number that is no claim about results, where it stands, and what it is of: a date, a law, an amount..."""

    words: str
    line: int
    column: int
    kind: str = "number"


class MarkedDocument(NamedTuple):
    """A document with the remarks on its claims, in its order. *has_lines* is false for those of office programs.

    *content* is what its file held when it was read; *skipped* are its numbers that are no claim, where asked for.
    """

    name: str
    passages: tuple[MarkedPassage, ...]
    remarks: tuple[Remark, ...]
    has_lines: bool = True
    language: str = "en"  # that its words are in, and so what is to be pasted among them
    content: bytes = b""
    skipped: tuple[SkippedNumber, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many claims have each status."""
        counts = dict.fromkeys(STATUSES, 0)
        for remark in self.remarks:
            counts[remark.status] += 1
        return counts

    def remarked(self) -> Iterator[tuple[MarkedPassage, tuple[Remark, ...]]]:
        """Yield each passage with its remarks."""
        of_passage: dict[int, list[Remark]] = {}
        for remark in self.remarks:
            of_passage.setdefault(remark.passage, []).append(remark)
        for place, passage in enumerate(self.passages):
            yield passage, tuple(of_passage.get(place, ()))


class Verification(NamedTuple):
    """What verify answers: documents with their remarks, for people, and a row a claim, for programs.

    *notices* tell of what was said beside the documents: acceptances that no claim meets, a region to name.
    """

    documents: tuple[MarkedDocument, ...]
    table: Table
    notices: tuple[Message, ...] = ()
    words: OwnWords | None = None

    def faults(self, *, tolerate: str | None = None) -> tuple[Remark, ...]:
        """Return the remarks on claims that are wrong or overstated, those of status *tolerate* left out."""
        faults = set(FAULTS) - {tolerate}
        return tuple(
            remark for document in self.documents for remark in document.remarks if remark.status in faults
        )

    # Written out, which a NamedTuple wants of what is no field.
    def _repr_html_(self) -> str | None:
        return show_html(self)

    def _repr_markdown_(self) -> str | None:
        return show_markdown(self)

    def _repr_pretty_(self, printer: PrettyPrinter, cycle: bool) -> None:
        print_pretty(self, printer, cycle)
