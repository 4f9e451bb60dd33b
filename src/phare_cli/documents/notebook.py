"""Refresh the Markdown cells of a Jupyter notebook, each a document of its own. Every other byte of the file stays."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from phare_cli.documents.blocks import Block, DocumentError
from phare_cli.documents.refresh import Change, Passage, Refreshed, refresh
from phare_cli.documents.scanners.comments import MARKER
from phare_cli.documents.scanners.lines import line_of, line_starts
from phare_cli.nouns.message import sentence
from phare_cli.nouns.problem import Problem

BROKEN = sentence("this notebook is no whole JSON, and is left as it is; save it again in Jupyter.")
RAW = sentence(
    "this marker stands in a raw cell, which phare does not write in, and is left as text; put it in a Markdown cell."
)
_DECODER = json.JSONDecoder()
_BLANKS = re.compile(r"[ \t\r\n]*")
_PLAIN = re.compile(r"[-+.\w]+")


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of JSON, from *start* to *end* of the file: a text, or what an object or an array holds."""

    start: int
    end: int
    text: str | None = None
    members: tuple[tuple[str, _Value], ...] = ()  # of an array without a name

    def member(self, name: str) -> _Value | None:
        return next((value for key, value in self.members if key == name), None)


def refresh_notebook(
    content: bytes, name: str, answer: Callable[[Block], str], *, force: bool = False
) -> Refreshed:
    """Return the notebook *content* with what *answer* says in the blocks of its Markdown cells.

    As refresh() does of a document, lines counted in the file. Raises DocumentError for what is no JSON, too.
    """
    try:
        text = content.decode("utf-8")
        whole = _value(text, _skip(text, 0))
        json.loads(text)
    except (ValueError, IndexError, RecursionError):
        raise DocumentError([Problem("unreadable-notebook", BROKEN, name)]) from None
    starts = line_starts(text)
    pieces: list[str] = []
    copied = written = 0  # letters of the old text, line ends of the new
    stale: list[int] = []
    edited: list[int] = []
    changes: list[Change] = []
    warnings: list[Problem] = []
    passages: list[Passage] = []
    problems: list[Problem] = []
    blocks = shown = 0
    for is_raw, source in _sources(whole):
        lines = source.members or (("", source),)
        cell = "".join(line.text or "" for _, line in lines)
        place = _Places([line_of(starts, line.start) for _, line in lines], is_split=bool(source.members))
        if is_raw:
            warnings += [
                Problem(
                    "marker-unread",
                    RAW,
                    name,
                    place.of(cell.count("\n", 0, marker.start()) + 1),
                    warning=True,
                )
                for marker in MARKER.finditer(cell)
                if marker.group().endswith(":")
            ]
            continue
        try:
            one = refresh(cell.encode("utf-8", "surrogatepass"), f"{name}.md", answer, force=force)
        except DocumentError as error:
            problems += [
                problem._replace(file=name, line=place.of(problem.line)) for problem in error.problems
            ]
            continue
        if one.content != cell.encode("utf-8", "surrogatepass"):
            new = _written(text, source, one.content.decode("utf-8", "surrogatepass"))
            pieces += [text[copied : source.start], new]
            written += text.count("\n", copied, source.start)
            changes.append(_change(source, new, starts, written))
            written += new.count("\n")
            copied = source.end
        blocks += one.blocks
        shown += one.shown
        stale += map(place.of, one.stale)
        edited += map(place.of, one.edited)
        passages += (replace(passage, line=place.of(passage.line)) for passage in one.passages)
        warnings += (warning._replace(file=name, line=place.of(warning.line)) for warning in one.warnings)
    if problems:
        raise DocumentError(problems)
    return Refreshed(
        "".join([*pieces, text[copied:]]).encode("utf-8"),
        blocks,
        tuple(stale),
        tuple(edited),
        shown,
        tuple(changes),
        tuple(warnings),
        tuple(passages),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """The lines of the file that the lines of a cell stand on."""

    lines: list[int]
    is_split: bool

    def of(self, line: int | None) -> int:
        return self.lines[min((line or 1) - 1, len(self.lines) - 1)] if self.is_split else self.lines[0]


def _sources(whole: _Value) -> Iterator[tuple[bool, _Value]]:
    """Yield what each cell of text holds, a text or an array of its lines, and whether it is raw, else Markdown."""
    cells = whole.member("cells")
    for _, cell in cells.members if cells else ():
        kind, source = cell.member("cell_type"), cell.member("source")
        is_text = kind is not None and kind.text in ("markdown", "raw")
        if kind and is_text and source and (source.text is not None or source.members):
            yield kind.text == "raw", source


def _written(text: str, source: _Value, new: str) -> str:
    """Return the lines of a cell as JSON, laid out as they were; a line that did not change stays to the letter."""
    if not source.members:
        return json.dumps(new, ensure_ascii=False)
    known = {line.text: text[line.start : line.end] for _, line in source.members}
    before = text[source.start : source.members[0][1].start]
    after = text[source.members[-1][1].end : source.end]
    between = (
        before[1:]
        if len(source.members) == 1
        else text[source.members[0][1].end : source.members[1][1].start]
    )
    lines = [
        known.get(line) or json.dumps(line, ensure_ascii=False) for line in new.splitlines(keepends=True)
    ]
    return before + (between if between.startswith(",") else f",{between}").join(lines) + after


def _change(source: _Value, new: str, starts: list[int], after: int) -> Change:
    """Return the lines that *new* takes the place of; *after* of the new file stand before it."""
    first, last = line_of(starts, source.start), line_of(starts, source.end)
    return Change(first - 1, last - first + 1, after, new.count("\n") + 1)


def _skip(text: str, place: int) -> int:
    found = _BLANKS.match(text, place)
    return found.end() if found else place


def _value(text: str, start: int) -> _Value:
    """Return the value of JSON that begins at *start*. Raises ValueError or IndexError where there is none."""
    if text[start] == '"':
        value, end = _DECODER.raw_decode(text, start)
        return _Value(start, end, value)
    if text[start] not in "{[":
        plain = _PLAIN.match(text, start)
        if plain is None:
            raise ValueError(start)
        return _Value(start, plain.end())
    closing = "}" if text[start] == "{" else "]"
    members: list[tuple[str, _Value]] = []
    place = _skip(text, start + 1)
    while text[place] != closing:
        name = ""
        if closing == "}":
            name, place = _DECODER.raw_decode(text, place)
            place = _skip(text, _skip(text, place) + 1)
        member = _value(text, place)
        members.append((name, member))
        place = _skip(text, member.end)
        if text[place] == ",":
            place = _skip(text, place + 1)
    return _Value(start, place + 1, members=tuple(members))
