"""Put the answers of a document's blocks in their places, and keep every other byte. Writes nothing."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from phare_cli.documents.between_markers import (
    closing,
    is_bare,
    is_printed,
    lay,
    opening,
    refusal,
    seals,
    stands,
)
from phare_cli.documents.blocks import HIDDEN, Block, DocumentError, Outline, read_outline, syntax_of
from phare_cli.documents.normal_form import normal
from phare_cli.documents.plain_options import paired
from phare_cli.documents.scanners.lines import line_of, line_starts
from phare_cli.nouns.errors import InvalidData, PhareError, WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.problem import Problem

UTF16 = sentence("this document is written in UTF-16; save it as UTF-8.")
NOT_UTF8 = sentence(
    "this document is not in UTF-8; its bytes are kept, and what phare writes in it is ASCII, with references for "
    "accents. Save it as UTF-8."
)
EDITED = sentence(
    "this block was changed by hand since phare wrote it; move the change out of the block, "
    "or replace it with --force."
)
UNSTABLE = sentence(
    "the answer to this command would change how the rest of the document is read, and cannot be put in it."
)
HYPHENS = sentence(
    "readers older than CommonMark 0.31 print this command, for it holds two hyphens in a row; write region=PACA for "
    "--region PACA, as phare does when it next refreshes the block."
)
ACCENTS = sentence(
    "this document is not in UTF-8, and the answer to this command holds letters that it could not show; save it as "
    "UTF-8."
)
DATA = sentence(
    "the data that this command reads break their contract; what is wrong with them is told once."
)
_CHARSET = re.compile(r"<meta\b[^>]*?\bcharset[ \t]*=[ \t]*[\"']?([\w.:-]+)", re.IGNORECASE)
_HEAD = 4_000  # characters in which a page says its encoding; browsers look at fewer
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Change:
    """Lines of a document that others replace: where each begins, from 0, and how many they are."""

    before: int
    removed: int
    after: int
    added: int


State = Literal["fresh", "new", "stale", "edited"]


@dataclass(frozen=True, slots=True)
class Passage:
    """What one block says *before* and *after*: fresh, never answered, stale, or edited by hand since.

    It stands on *line*, or under the heading *place* where a document has no lines.
    """

    command: str
    before: str
    after: str
    state: State
    line: int | None = None
    place: str = ""

    @property
    def is_stale(self) -> bool:
        return self.state != "fresh"


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A document with its answers. *stale* are the lines of blocks that changed, *edited* of those changed by hand.

    *shown* counts the markers left as text because they stand in code. *passages* are all blocks, in order.
    """

    content: bytes
    blocks: int
    stale: tuple[int, ...] = ()
    edited: tuple[int, ...] = ()
    shown: int = 0
    changes: tuple[Change, ...] = ()
    warnings: tuple[Problem, ...] = ()
    passages: tuple[Passage, ...] = ()


def refresh(content: bytes, name: str, answer: Callable[[Block], str], *, force: bool = False) -> Refreshed:
    """Return the document *content* with what *answer* says in each of its blocks.

    Refreshing twice changes nothing the second time. Everything wrong is one DocumentError: markers first, then
    commands that cannot be answered and, without *force*, blocks that were changed by hand.
    """
    syntax = syntax_of(name)
    text, warnings = _decoded(content, name)
    outline = read_outline(text, syntax=syntax, name=name)
    _raise(outline.problems)
    answers, problems = _answered(outline.blocks, _in_ascii(answer) if warnings else answer, name)
    _raise(problems)
    written = [
        _written(text, block, block_answer)
        for block, block_answer in zip(outline.blocks, answers, strict=True)
    ]
    edited = tuple(block.line for block, one in zip(outline.blocks, written, strict=True) if one.is_edited)
    if edited and not force:
        _raise([Problem("edited-block", EDITED, name, line) for line in edited])
    result, changes = _put(text, outline.blocks, [one.text for one in written])
    hidden: list[Problem] = []
    if result != text:
        again = read_outline(result, syntax=syntax, name=name)
        _raise(_unstable(result, again, outline, written, answers, name))
        hidden = _hidden_now(outline, again)
    printed = [
        Problem("hyphens-in-comment", HYPHENS, name, block.line, warning=True)
        for block, change in zip(outline.blocks, changes, strict=True)
        if change is None and is_printed(block, text)
    ]
    new = result.encode("utf-8", "surrogateescape")
    return Refreshed(
        content=_BOM + new if content.startswith(_BOM) else new,
        blocks=len(outline.blocks),
        stale=tuple(block.line for block, change in zip(outline.blocks, changes, strict=True) if change),
        edited=edited,
        shown=outline.shown,
        changes=tuple(filter(None, changes)),
        warnings=(*warnings, *outline.problems, *hidden, *printed),
        passages=tuple(
            _passage(text, *each) for each in zip(outline.blocks, answers, written, changes, strict=True)
        ),
    )


def _passage(text: str, block: Block, answer: str, written: _Written, change: Change | None) -> Passage:
    before = text[block.start : block.end].strip()
    state: State = (
        "fresh" if change is None else "edited" if written.is_edited else "stale" if before else "new"
    )
    return Passage(shlex.join(block.command), before, answer.strip(), state, block.line)


def _decoded(content: bytes, name: str) -> tuple[str, list[Problem]]:
    """Return the text of a document without its byte order mark; bytes that are not UTF-8 come back as they were."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:2]:
        raise DocumentError([Problem("utf-16", UTF16, name)])
    content = content.removeprefix(_BOM)
    text = content.decode("utf-8", "surrogateescape")
    foreign = not text.isascii() and any("\udc80" <= mark <= "\udcff" for mark in set(text))
    charset = _CHARSET.search(text, 0, _HEAD) if syntax_of(name) == "html" else None
    foreign = foreign or (charset is not None and charset[1].lower() not in ("utf-8", "utf8"))
    return text, [Problem("not-utf-8", NOT_UTF8, name, warning=True)] if foreign else []


def _in_ascii(answer: Callable[[Block], str]) -> Callable[[Block], str]:
    """Return what answers as *answer* does, in letters that every encoding of a document holds."""

    def ask(block: Block) -> str:
        block_answer = answer(block)
        if block_answer.isascii():
            return block_answer
        if block.syntax in ("rst", "latex"):
            raise WrongOption(ACCENTS)
        return block_answer.encode("ascii", "xmlcharrefreplace").decode("ascii")

    return ask


def _raise(problems: Sequence[Problem]) -> None:
    wrong = [problem for problem in problems if not problem.warning]
    if wrong:
        raise DocumentError(wrong)


def _answered(
    blocks: Sequence[Block], answer: Callable[[Block], str], name: str
) -> tuple[list[str], list[Problem]]:
    """Return what each command answers, and a problem for each that has no answer fit for its place."""
    answers, problems = [], []
    for block in blocks:
        try:
            block_answer = answer(block)
        except InvalidData as error:
            problems.append(Problem("unanswered", DATA, name, block.line))
            problems += error.problems
            continue
        except PhareError as error:
            problems.append(Problem("unanswered", error.message, name, block.line))
            continue
        answers.append(block_answer)
        if refused := refusal(block, block_answer):
            problems.append(Problem("unfit-answer", refused, name, block.line))
    return answers, distinct(problems)


def distinct(problems: Sequence[Problem]) -> list[Problem]:
    """Return each of *problems* once: what is wrong in their data is wrong for many blocks and documents."""
    return list({repr(problem): problem for problem in problems}.values())


@dataclass(frozen=True, slots=True)
class _Written:
    """A block with its answer: its markers, and what stands between them."""

    text: str
    body: str
    is_kept: bool = False
    is_edited: bool = False


def _written(text: str, block: Block, answer: str) -> _Written:
    """Return *block* as it stands when it says the same as *answer*, else with *answer* in it.

    A block that says something else than *answer* and than its seal was changed by hand.
    """
    body, present = lay(block, answer), text[block.start : block.end]
    same = normal(present, block.syntax) == normal(body, block.syntax)
    sealed = block.checksum in seals(present, block.syntax)
    if same and sealed and stands(block, present) and not is_bare(block, text):
        return _Written(text[block.opened : block.closed], present, is_kept=True)
    return _Written(
        opening(block, text, body) + body + closing(block, body),
        body,
        is_edited=block.checksum is not None and not same and not sealed,
    )


def _put(text: str, blocks: Sequence[Block], written: Sequence[str]) -> tuple[str, list[Change | None]]:
    """Return *text* with each block as it is *written*, and for each block the lines that changed."""
    pieces: list[str] = []
    spans: list[tuple[int, int] | None] = []
    copied = length = 0
    for block, new in zip(blocks, written, strict=True):
        pieces += [text[copied : block.opened], new]
        length += block.opened - copied
        spans.append((length, length + len(new)) if new != text[block.opened : block.closed] else None)
        length, copied = length + len(new), block.closed
    result = "".join([*pieces, text[copied:]])
    before, after = line_starts(text), line_starts(result)
    changes: list[Change | None] = []
    for block, span in zip(blocks, spans, strict=True):
        if span is None:
            changes.append(None)
            continue
        old = line_of(before, block.opened), line_of(before, block.closed)
        new_lines = line_of(after, span[0]), line_of(after, span[1])
        changes.append(
            Change(old[0] - 1, old[1] - old[0] + 1, new_lines[0] - 1, new_lines[1] - new_lines[0] + 1)
        )
    return result, changes


def _hidden_now(before: Outline, after: Outline) -> list[Problem]:
    """Return a warning for each block that HTML holds only once it is written: what began its line begins none now."""
    known = {problem.line for problem in before.problems if problem.code in HIDDEN}
    lines = {problem.line: problem for problem in after.problems if problem.code in HIDDEN}
    return [
        lines[now.line]._replace(line=block.line)
        for block, now in zip(before.blocks, after.blocks, strict=True)
        if now.line in lines and block.line not in known
    ]


def _unstable(
    result: str,
    again: Outline,
    before: Outline,
    written: Sequence[_Written],
    answers: Sequence[str],
    name: str,
) -> list[Problem]:
    """Return a problem for the first block that would not read, or be refreshed, as itself the next time."""
    sound = not any(not problem.warning for problem in again.problems)
    for place, (block, one, block_answer) in enumerate(zip(before.blocks, written, answers, strict=True)):
        twin = again.blocks[place] if place < len(again.blocks) else None
        same = (
            twin
            and paired(twin.command) == paired(block.command)
            and result[twin.start : twin.end] == one.body
        )
        if not same or (twin and not one.is_kept and lay(twin, block_answer) != one.body):
            return [Problem("unfit-answer", UNSTABLE, name, block.line)]
    if not sound or len(again.blocks) != len(before.blocks):
        return [Problem("unfit-answer", UNSTABLE, name)]
    return []
