"""Find what was meant for a marker and is text here: written as another dialect has it, escaped, or within a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from phare_cli.documents.scanners.lines import END
from phare_cli.documents.scanners.marker import COMMANDS, Marker, Oddity, Sighting
from phare_cli.nouns.message import Message, sentence

_COMMAND = re.compile(rf"phare:[ \t]*(?:{'|'.join(COMMANDS)})\b")
MOST = 100  # such markers of one document: who is told of these will look for more
_WINDOW = 200  # letters before a command in which the beginning of its comment is looked for
_LEAD = r"^[ \t>]*(?:(?:[-*+•]|\d+[.)])[ \t]+)?"
_NOT_CODE = r"(?<![`'\"|\\])"
# How a marker is written, under each name, and by which kinds of documents; a comment with dashes by none.
_WRITTEN = {
    "angle": rf"{_NOT_CODE}(?P<angle><!--\s*)",
    "brace": rf"{_NOT_CODE}(?P<brace>\{{/\*\s*)",
    "link": rf"{_LEAD}(?P<link>\[(?://|comment)\]:[ \t]*(?:#|<>)[ \t]*[(\"'])",
    "dots": rf"{_LEAD}(?P<dots>\.\.[ \t]+)",
    "slashes": rf"{_LEAD}(?P<slashes>//+[ \t]*)",
    "percent": rf"{_LEAD}(?P<percent>%+[ \t]*)",
    "escaped": rf"{_NOT_CODE}(?P<escaped>(?:\\<!(?:--|\\-\\-)|&lt;!--|<![–—−])\s*)",
}
_OWN: dict[str, tuple[str, ...]] = {
    "markdown": ("angle", "link"),
    "html": ("angle",),
    "mdx": ("brace",),
    "rst": ("dots",),
    "asciidoc": ("slashes",),
    "latex": ("percent",),
}
_FORMS = {
    "markdown": "<!-- {} -->",
    "html": "<!-- {} -->",
    "mdx": "{{/* {} */}}",
    "rst": ".. {}",
    "asciidoc": "// {}",
    "latex": "% {}",
}
# Where a comment ends with its line, one that follows something else on it.
_WITHIN = {
    "rst": r"^[^`\n]*[^\s`][ \t]+(?P<within>\.\.[ \t]+)",
    "asciidoc": r"^[^`\n]*[^\s`][ \t]+(?P<within>//[ \t]*)",
    "latex": r"^[^|\n]*(?:\\%|[^\s\\|%])[ \t]*(?P<within>%+[ \t]*)",
}


@cache
def _beginnings(syntax: str) -> re.Pattern[str]:
    """Return what matches the beginning of a marker, up to its command, that documents of *syntax* do not read."""
    others = [form for name, form in _WRITTEN.items() if name not in _OWN[syntax]]
    within = [_WITHIN[syntax]] if syntax in _WITHIN else []
    return re.compile(rf"(?:{'|'.join((*others, *within))})\Z", re.MULTILINE)


def _begun(text: str, syntax: str) -> Iterator[tuple[str, int, int]]:
    """Yield how each such marker of *text* is written, where it begins and where its command ends."""
    has_own = "angle" in _OWN[syntax]
    for command in _COMMAND.finditer(text):
        place = command.start()
        # What stands before the window is no beginning of a line.
        before = "\0" * (place > _WINDOW) + text[max(0, place - _WINDOW) : place].replace("\r", "\n")
        if has_own and before.endswith("<!-- ") and not before.endswith("\\<!-- "):
            continue  # as nearly all of them are
        if found := _beginnings(syntax).search(before):
            name = found.lastgroup or ""
            yield name, place - len(before) + found.start(name), command.end()


def foreign(text: str, syntax: str, scan: Callable[[str], Iterator[Sighting]]) -> Iterator[Oddity]:
    """Yield an oddity for each marker of *text* that only another kind of document would read as one.

    What *scan*, the scanner of this kind, would read in its place tells whether it stands in code: then it is shown.
    """
    if "phare:" not in text:
        return
    form = _FORMS[syntax]
    pieces: list[str] = []
    places: dict[int, Oddity] = {}
    copied = length = 0
    for name, begun, ended in islice(_begun(text, syntax), MOST):
        if begun < copied:
            continue
        start, stop = begun, ended
        if syntax in _WITHIN:  # where a marker is a whole line
            line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
            line_end = END.search(text, start)
            start = line + len(text[line:start]) - len(text[line:start].lstrip(" \t"))
            stop = line_end.start() if line_end else len(text)
        pieces += [text[copied:start], form.format("phare: value")]
        length += start - copied
        message = _message(form.format("phare: …"), is_within=name == "within")
        places[length] = Oddity("marker-unread", begun, message)
        length += len(pieces[-1])
        copied = stop
    if places:
        for sighting in scan("".join([*pieces, text[copied:]])):
            if isinstance(sighting, Oddity):
                is_read = sighting.code != "marker-in-element"  # where an escaped one is there to be shown
            else:
                is_read = isinstance(sighting, Marker) and sighting.opening
            if is_read and sighting.start in places:
                yield places.pop(sighting.start)


def _message(form: str, *, is_within: bool) -> Message:
    if is_within:
        return sentence(
            "this marker does not begin its line, and is left as text; write it on a line of its own: {form}",
            form=form,
        )
    return sentence(
        "this marker is not written as comments of this kind of document are, and is left as text; write {form}",
        form=form,
    )
