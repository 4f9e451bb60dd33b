"""What phare keeps in an office document of what it wrote there: so a figure changed by hand is known as such."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zlib import crc32


class SealedBlock(NamedTuple):
    """One block: its *name* in the document where it has one, its *command*, and the *seal* of what it said."""

    name: str
    command: str
    seal: str


class Record:
    """The entries of a document. A block that was copied in it is known by its command.

    *seals* are pairs of the digits of a command and a seal, where a document has no room for more.
    """

    def __init__(self, entries: Iterable[SealedBlock] = (), seals: Iterable[tuple[str, str]] = ()) -> None:
        self.entries = tuple(dict.fromkeys(entries))
        self.seals = dict.fromkeys([*seals, *((digits(entry.command), entry.seal) for entry in self.entries)])
        self._commands = {command for command, _ in self.seals}

    def knows(self, command: str) -> bool:
        return digits(command) in self._commands

    def wrote(self, command: str, lines: Sequence[str]) -> bool:
        """Tell whether a block of *command* that says *lines* is as phare wrote it."""
        return (digits(command), seal(lines)) in self.seals

    def entry_of(self, lines: Sequence[str]) -> SealedBlock | None:
        """Return the block that said *lines* when phare wrote it."""
        return next((entry for entry in self.entries if entry.seal == seal(lines)), None)

    def command_of(self, name: str) -> str | None:
        """Return the command of the block called *name*."""
        return next((entry.command for entry in self.entries if name and entry.name == name), None)


def seal(lines: Sequence[str]) -> str:
    """Return eight digits that change when what a block says does."""
    return digits("\n".join(lines))


def digits(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def free_name(command: str, taken: Iterable[str]) -> str:
    """Return eight digits for a block that no other has."""
    used, count = set(taken), 0
    while (name := digits(f"{command}\0{count}")) in used:
        count += 1
    return name
