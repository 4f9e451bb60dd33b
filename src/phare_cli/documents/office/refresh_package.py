"""Put the answers of an office document's blocks in their places, and keep every other byte. Writes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import PurePath

from phare_cli.documents.allowed import VALUES
from phare_cli.documents.blocks import Block, DocumentError, syntax_of
from phare_cli.documents.office.answer_parts import Part, TextPart, lines_of, parts_of
from phare_cli.documents.office.blocks_found import Edit, FoundBlock, Naming, OfficeOutline
from phare_cli.documents.office.markup import MarkupError, edited
from phare_cli.documents.office.package import Package, refused
from phare_cli.documents.office.record import Record, SealedBlock, free_name, seal
from phare_cli.documents.office.typed_command import spelled
from phare_cli.documents.refresh import DATA, EDITED, Passage, Refreshed, State
from phare_cli.language.spoken import spoken
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import InvalidData, PhareError
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.problem import Problem

SEVERAL = sentence(
    "the answer to this command has several parts and cannot stand inside a sentence; "
    "type the command alone in a paragraph, on a slide alone in a shape, in LibreOffice outside a list in a list."
)
UNSTABLE = sentence(
    "the answer to this command would not be found again where it is put; type it in a paragraph."
)
# Parts that hold words for readers, and are made of other things than text.
_ELSEWHERE = re.compile(
    r"(?:word|ppt)/(?:diagrams|charts|comments|glossary|slideLayouts|slideMasters|notesMasters)/?[^/]*\.xml"
    r"|word/comments\.xml|Object [^/]+/content\.xml"
)
_COMMAND = re.compile(rb"\{\{\s*phare\s*:", re.IGNORECASE)
ELSEWHERE = sentence(
    "{part} of this document holds a command: in diagrams, charts, comments and layouts it stays as text; type it in "
    "the text of the document."
)
FORGOTTEN = sentence("this block is not a block any more, for its figure is not where phare wrote it.")
_TITLES = {
    "value": sentence("phare, figure: {what}", what=""),
    "show": sentence("phare, table: {what}", what=""),
    "compare": sentence("phare, comparison: {what}", what=""),
    "cross": sentence("phare, table: {what}", what=""),
    "report": sentence("phare, report: {what}", what=""),
    "plot": sentence("phare, picture: {what}", what=""),
}


def refresh_package(
    content: bytes, name: str, answer: Callable[[Block], str], *, force: bool = False
) -> Refreshed:
    """Return the office document *content* with what *answer* says in each of its blocks, as refresh() does of text.

    Refreshing twice changes nothing the second time. Raises DocumentError, too, for a document that is damaged,
    locked or signed.
    """
    package = Package(content, name)
    outline = _read(package)
    problems = [_problem("wrong-marker", block.flaw, block, name) for block in outline.blocks if block.flaw]
    if problems:
        raise DocumentError(problems)
    shown = spoken(outline.text)
    asked = [_block(block, outline.language, shown, name) for block in outline.blocks]
    answers = _answered(outline.blocks, asked, answer, name, outline.unfit)
    passages = [
        _passage(block, parts, outline.record) for block, parts in zip(outline.blocks, answers, strict=True)
    ]
    by_hand = [
        block for block, passage in zip(outline.blocks, passages, strict=True) if passage.state == "edited"
    ]
    if by_hand and not force:
        raise DocumentError(
            [_problem("edited-block", block.lost or EDITED, block, name) for block in by_hand]
        )
    try:
        result = _written(package, outline, asked, answers, passages)
    except MarkupError as error:  # of a part that is read when the record of the blocks is written
        raise refused("damaged-document", error.message, name) from None
    is_written = result != content
    if is_written:
        _check(result, outline, answers, passages, name)
    counted = [passage for block, passage in zip(outline.blocks, passages, strict=True) if not block.is_twin]
    return Refreshed(
        result,
        len(counted),
        tuple(1 for passage in counted if passage.is_stale),
        tuple(1 for passage in counted if passage.state == "edited"),
        outline.shown,
        warnings=tuple(
            Problem("marker-misspelt", _placed(message, place), name, warning=True)
            for place, message in outline.odd
        )
        + tuple(
            Problem("marker-unread", Message(ELSEWHERE.text, {"part": part}), name, warning=True)
            for part in _unread(package)
        )
        + tuple(
            _problem("block-forgotten", FORGOTTEN, block, name)._replace(warning=True)
            for block in (outline.blocks if is_written else ())
            if block.lost
        ),
        passages=tuple(counted),
    )


def _unread(package: Package) -> list[str]:
    """Return the parts that hold a command, and in which none is answered."""
    return [
        part for part in package.names if _ELSEWHERE.fullmatch(part) and _COMMAND.search(package.read(part))
    ]


def holds_blocks(content: bytes, name: str) -> bool:
    """Tell whether an office document holds a block, or what resembles one; one that is not read holds none."""
    try:
        outline = _read(Package(content, name))
    except DocumentError:
        return False
    return bool(outline.blocks or outline.odd)


def _read(package: Package) -> OfficeOutline:
    """Return the blocks of a document, whatever office program it is of."""
    try:
        match syntax_of(package.name):
            case "docx":
                from phare_cli.documents.office.word.word_blocks import read_word

                return read_word(package)
            case "odt":
                from phare_cli.documents.office.opendocument.odt_blocks import read_opendocument

                return read_opendocument(package)
            case "pptx":
                from phare_cli.documents.office.slides.slide_blocks import read_slides

                return read_slides(package)
            case _:
                raise ValueError(PurePath(package.name).suffix)
    except MarkupError as error:
        raise refused("damaged-document", error.message, package.name) from None


def _answered(
    blocks: Sequence[FoundBlock],
    asked: Sequence[Block],
    answer: Callable[[Block], str],
    name: str,
    unfit: Callable[[Sequence[Part]], Message | None],
) -> list[tuple[Part, ...]]:
    """Return the parts that each block answers. Raises DocumentError for those that have no answer fit for them."""
    answers: list[tuple[Part, ...]] = []
    problems: list[Problem] = []
    for found, block in zip(blocks, asked, strict=True):
        try:
            parts = parts_of(answer(block), found.words)
        except InvalidData as error:
            problems.append(_problem("unanswered", DATA, found, name))
            problems += [problem for problem in error.problems if problem not in problems]
            continue
        except PhareError as error:
            problems.append(_problem("unanswered", error.message, found, name))
            continue
        answers.append(parts)
        if not found.alone and not (len(parts) == 1 and isinstance(parts[0], TextPart)):
            problems.append(_problem("unfit-answer", SEVERAL, found, name))
        elif found.alone and (reason := unfit(parts)):
            problems.append(_problem("unfit-answer", reason, found, name))
    if problems:
        raise DocumentError(problems)
    return answers


def _block(found: FoundBlock, language: str | None, around: str | None, name: str) -> Block:
    """Return what is asked of a block, as of one in any other document.

    What a document says of its language is often its template's: it is believed of words that do not show another.
    """
    shown = spoken(found.around) or around
    return Block(
        command=found.words,
        line=0,
        opened=0,
        marker=0,
        start=0,
        end=0,
        closed=0,
        inline=not found.alone,
        alone=found.alone,
        row=False,
        prefix="",
        ending="\n",
        checksum=None,
        form="",
        syntax=syntax_of(name),
        language=language if shown in (None, language) else None,
        standing=shown or language,
    )


def _passage(block: FoundBlock, parts: Sequence[Part], record: Record) -> Passage:
    command, after = spelled(block.words), lines_of(parts)
    before = block.lines
    state: State = "fresh"
    if block.lost:
        state = "edited"
    elif before is None:
        state = "new"
    elif before != after:
        state = "edited" if record.knows(command) and not record.wrote(command, before) else "stale"
    elif not record.wrote(command, before):
        state = "stale"
    return Passage(command, "\n".join(before or ()), "\n".join(after), state, place=block.place)


def _written(
    package: Package,
    outline: OfficeOutline,
    asked: Sequence[Block],
    answers: Sequence[Sequence[Part]],
    passages: Sequence[Passage],
) -> bytes:
    """Return the document with what is stale replaced, and the record of what phare wrote."""
    if not any(passage.is_stale for passage in passages):
        return package.content
    edits: dict[str, set[Edit]] = {}
    entries: list[SealedBlock] = []
    names = {block.name for block in outline.blocks} | {entry.name for entry in outline.record.entries}
    name = ""
    for block, wanted, parts, passage in zip(outline.blocks, asked, answers, passages, strict=True):
        if not (block.is_twin and name):
            name = block.name or free_name(passage.command, names)
        names.add(name)
        entries.append(SealedBlock(name, passage.command, seal(lines_of(parts))))
        if block.lines is None or passage.before != passage.after:
            title = _title(block.words, passage.after, wanted)
            naming = Naming(passage.command, title, name, block.is_twin)
            edits.setdefault(block.part, set()).update(block.write(parts, naming))
    changed = {part: edited(package.read(part), each) for part, each in edits.items()}
    return package.changed(outline.keep(Record(entries), changed))


def _title(words: Sequence[str], answer: str, asked: Block) -> str:
    """Return what a block shows, in the language of its answer."""
    kept, rest = [], iter(words[1:])
    for word in rest:
        if word in VALUES:
            kept.append(next(rest, ""))
        elif word.startswith("-"):
            kept.append(word.partition("=")[2])
        else:
            kept.append(word)
    language = spoken(answer) or asked.language or asked.standing or "en"
    what = ", ".join(filter(None, kept))
    return Typesetter(language).say(Message(_TITLES[words[0]].text, {"what": what}))


def _check(
    result: bytes,
    before: OfficeOutline,
    answers: Sequence[Sequence[Part]],
    passages: Sequence[Passage],
    name: str,
) -> None:
    """Raise DocumentError for the first block that would not be found, or refreshed, as itself the next time."""
    again = _read(Package(result, name)).blocks
    expected = [each for each in zip(before.blocks, answers, passages, strict=True) if not each[0].lost]
    for place, (block, parts, passage) in enumerate(expected):
        twin = again[place] if place < len(again) else None
        if (
            twin is None
            or twin.lines != lines_of(parts)
            or spelled(twin.words) != passage.command
            or twin.flaw
        ):
            raise DocumentError([_problem("unfit-answer", UNSTABLE, block, name)])
    if len(again) != len(expected):
        raise DocumentError([Problem("unfit-answer", UNSTABLE, name)])


def _problem(code: str, message: Message, block: FoundBlock, name: str) -> Problem:
    shown = spelled(block.words)
    said = sentence("“{command}”: {problem}", command=shown, problem=message) if shown else message
    return Problem(code, _placed(said, block.place), name)


def _placed(message: Message, place: str) -> Message:
    """Return a message with the heading that it is about."""
    if not place:
        return message
    return sentence("under “{heading}”: {problem}", heading=place, problem=message)
