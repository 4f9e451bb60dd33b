"""Show what changed in a document as a unified diff, for people to read: control characters are made visible."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from phare_cli.documents.all_or_none import Outcome
from phare_cli.documents.blocks import OFFICE, syntax_of
from phare_cli.documents.refresh import Change, Passage
from phare_cli.documents.scanners.lines import END

_CONTEXT = 3
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

Edit = tuple[int, int, int, int]  # lines [first, last) before, lines [first, last) after


def difference(outcome: Outcome) -> str:
    """Return what changed in a document: its lines, or the words of its blocks where it has no lines."""
    refreshed = outcome.refreshed
    if syntax_of(outcome.name) in OFFICE:
        return words_changed(refreshed.passages, outcome.name)
    return unified(outcome.before, refreshed.content, refreshed.changes, outcome.name)


def unified(before: bytes, after: bytes, changes: Sequence[Change], name: str) -> str:
    """Return the unified diff of two contents that differ in *changes* only; empty when there are none.

    Knowing where they differ is what keeps this linear: a long document with many blocks costs its length.
    """
    old, new = _lines(before), _lines(after)
    # Two blocks on one line replace it both: it is shown once.
    edits = list(dict.fromkeys(edit for change in changes for edit in _edits(change, old, new)))
    if not edits:
        return ""
    lines = [f"--- {visible_line(name)}", f"+++ {visible_line(name)}"]
    for hunk in _hunks(edits):
        lines += _shown(hunk, old, new)
    return "\n".join(lines) + "\n"


def words_changed(passages: Sequence[Passage], name: str) -> str:
    """Return what the stale blocks of a document without lines say before and after, under which heading."""
    lines = [f"--- {visible_line(name)}", f"+++ {visible_line(name)}"]
    for passage in passages:
        if not passage.is_stale:
            continue
        lines.append(visible_line(f"@@ {' · '.join(filter(None, (passage.place, passage.command)))} @@"))
        before = passage.before.split("\n") if passage.before else []
        after = passage.after.split("\n") if passage.after else []
        for tag, first, last, start, stop in SequenceMatcher(
            None, before, after, autojunk=False
        ).get_opcodes():
            if tag != "equal":
                lines += [f"-{visible_line(line)}" for line in before[first:last]]
                lines += [f"+{visible_line(line)}" for line in after[start:stop]]
    return "\n".join(lines) + "\n" if len(lines) > 2 else ""


def _lines(content: bytes) -> list[str]:
    """Return the lines of a document; the last is empty when the document ends with a line ending."""
    return END.split(content.decode("utf-8", "replace"))


def _edits(change: Change, old: list[str], new: list[str]) -> Iterator[Edit]:
    removed = old[change.before : change.before + change.removed]
    added = new[change.after : change.after + change.added]
    for tag, first, last, start, stop in SequenceMatcher(None, removed, added, autojunk=False).get_opcodes():
        if tag != "equal":
            yield change.before + first, change.before + last, change.after + start, change.after + stop


def _hunks(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Yield the edits whose context touches, together."""
    hunk: list[Edit] = []
    for edit in edits:
        if hunk and edit[0] - hunk[-1][1] > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(edit)
    yield hunk


def _shown(hunk: Sequence[Edit], old: list[str], new: list[str]) -> Iterator[str]:
    first, start = max(hunk[0][0] - _CONTEXT, 0), max(hunk[0][2] - _CONTEXT, 0)
    last = min(hunk[-1][1] + _CONTEXT, _count(old))
    stop = min(hunk[-1][3] + _CONTEXT, _count(new))
    yield f"@@ -{_range(first, last)} +{_range(start, stop)} @@"
    place = first
    for removed_from, removed_to, added_from, added_to in hunk:
        yield from _marked(" ", old, place, removed_from)
        yield from _marked("-", old, removed_from, removed_to)
        yield from _marked("+", new, added_from, added_to)
        place = removed_to
    yield from _marked(" ", old, place, last)


def _marked(mark: str, lines: list[str], first: int, last: int) -> Iterator[str]:
    for number in range(first, min(last, _count(lines))):
        yield mark + visible_line(lines[number])
        if number == len(lines) - 1:
            yield "\\ No newline at end of file"


def _count(lines: list[str]) -> int:
    return len(lines) - (lines[-1] == "")


def _range(first: int, last: int) -> str:
    """Return the lines of a hunk as patch reads them: from 1, except that no lines begin at the line before."""
    size = last - first
    return f"{first + 1}" if size == 1 else f"{first + (size > 0)},{size}"


def visible_line(line: str) -> str:
    """Return a line with its control characters, and those that turn the direction of text, spelled."""
    return _CONTROL.sub(lambda mark: f"\\x{ord(mark.group()):02x}", line)
