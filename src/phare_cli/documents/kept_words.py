"""Find the words of a document that were read as prose and that a block of one figure keeps true."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from phare_cli.documents.blocks import OFFICE, SYNTAXES, DocumentError, read_outline, syntax_of
from phare_cli.documents.prose.passage import Prose

if TYPE_CHECKING:
    from phare_cli.documents.office.package import Package

_SIGN = "phare:"


class KeptWords(NamedTuple):
    """Where the words stand that a block holds, in characters of the source, and the words of its command."""

    start: int
    end: int
    command: tuple[str, ...]


def kept_words(name: str, prose: Prose) -> tuple[KeptWords, ...]:
    """Return the words of each block of *prose* that holds one figure, in order; none of what is no such document."""
    ending = PurePath(name).suffix.lower()
    syntax = SYNTAXES.get(ending or ".md")
    if syntax is None:
        return ()
    if syntax in OFFICE:
        found = _of_package(name, prose) if prose.office_places else iter(())
    elif not prose.has_lines:
        found = iter(())
    else:
        blocks = read_outline(prose.source, syntax=syntax, name=name).blocks
        found = (KeptWords(block.start, block.end, block.command) for block in blocks)
    return tuple(each for each in found if each.command[:1] == ("value",))


def _of_package(name: str, prose: Prose) -> Iterator[KeptWords]:
    """Yield the words that content controls of Word and fields of LibreOffice hold."""
    from phare_cli.documents.office.markup import MarkupError
    from phare_cli.documents.office.package import Package
    from phare_cli.documents.office.typed_command import words_of
    from phare_cli.documents.office.typed_letters import TypedLetters

    try:
        package = Package(prose.content, name)
        letters = TypedLetters(package, prose)
        whole = _whole_commands(package)
        parts = {place.part for place in prose.office_places}
        ours = {part for part in parts if _SIGN.encode() in package.read(part)}
        for line, place in enumerate(prose.office_places):
            at = prose.line_starts[line]
            shown = letters.of_line(line) if place.part in ours else ()
            for tag, run in groupby(shown, key=attrgetter("tag")):
                length = sum(1 for _ in run)
                if tag.startswith(_SIGN):
                    command = whole.get(tag) or tag.removeprefix(_SIGN)
                    yield KeptWords(at, at + length, words_of(command)[0])
                at += length
    except (DocumentError, MarkupError):
        return  # it was read as words; phare update says why its blocks are not


def _whole_commands(package: "Package") -> dict[str, str]:
    """Return the commands of a document of Word by their tags, which may have room for their beginning alone."""
    if syntax_of(package.name) != "docx":
        return {}
    from phare_cli.documents.office.word.controls import tag_of
    from phare_cli.documents.office.word.kept_part import record_in

    return {tag_of(entry.command): entry.command for entry in record_in(package).entries}
