"""What every reader of an office document hands back: blocks with their places, and what was left as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from phare_cli.documents.office.answer_parts import Part
from phare_cli.documents.office.record import Record
from phare_cli.nouns.message import Message

Edit = tuple[int, int, bytes]  # bytes of a part from and to, and what stands there from now on


class Naming(NamedTuple):
    """What a block is called: its *command*, a *title* for people, a *name* of eight digits.

    A twin has no *mark*, and a picture needs none, for it has a name of its own.
    """

    command: str
    title: str
    name: str
    is_twin: bool = False

    @property
    def id(self) -> int:
        return (int(self.name, 16) & 0x7FFFFFFF) or 1

    @property
    def mark(self) -> str:
        return "" if self.is_twin or self.command.startswith("plot ") else self.name


@dataclass(frozen=True, slots=True, eq=False)
class FoundBlock:
    """One command in a document, and how to write its answer.

    *lines* are what it says now, None where it is still typed as text. It stands in a sentence unless *alone*: then it
    may hold several parts. *name* is what the document calls it. *around* are the words beside it,
    which show its language. *place* says where it stands, for people. A *twin* shows another block again
    for older programs, and counts for none. *write* returns the edits that put an answer there. One that is *lost*
    is not found any more where phare wrote it, says why, and has no place for an answer.
    """

    part: str
    words: tuple[str, ...]
    write: Callable[[Sequence[Part], Naming], list[Edit]]
    lines: tuple[str, ...] | None = None
    alone: bool = False
    flaw: Message | None = None
    name: str = ""
    around: str = ""
    place: str = ""
    is_twin: bool = False
    lost: Message | None = None


@dataclass(frozen=True, slots=True)
class OfficeOutline:
    """What an office document holds for phare. *shown* counts the commands in places whose text a program makes.

    *odd* are what resembles a command, with its place. *keep* returns the parts that hold what phare wrote.
    *language* is what the document says for all of it, *text* the words of people in it. *unfit*
    says why an answer of several parts cannot stand in it.
    """

    blocks: tuple[FoundBlock, ...]
    record: Record
    keep: Callable[[Record, dict[str, bytes]], dict[str, bytes]]
    odd: tuple[tuple[str, Message], ...] = ()
    shown: int = 0
    language: str | None = None
    text: str = ""
    unfit: Callable[[Sequence[Part]], Message | None] = lambda parts: None
