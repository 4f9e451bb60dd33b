"""Find the markers of AsciiDoc and LaTeX: comments on lines of their own, outside what is shown as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from phare_cli.documents.scanners.lines import END
from phare_cli.documents.scanners.marker import Marker, Shown, Sighting, read_marker, unread
from phare_cli.nouns.message import sentence

INDENTED = sentence("this marker is indented, which AsciiDoc prints as it stands; begin its line with it.")


@dataclass(frozen=True, slots=True)
class _Dialect:
    """*comment* begins a comment; *opens* what is shown as it stands, and *closes* says with what it ends."""

    comment: re.Pattern[str]
    form: str
    opens: re.Pattern[str]
    closes: str


# Listing, literal, passthrough and comment blocks end with the line that they begin with.
_ASCIIDOC = _Dialect(
    re.compile(r"//(?!/)[ \t]*"), "// {}", re.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,})[^`]*"), r"{}[ \t]*"
)
_LATEX = _Dialect(
    re.compile(r"%+[ \t]*"),
    "% {}",
    re.compile(r"\\begin\{((?:[BLV]?[vV]erbatim|lstlisting|minted|comment|filecontents|alltt)\*?)\}.*"),
    r".*\\end\{{{}\}}.*",
)


def scan_asciidoc(text: str) -> Iterator[Sighting]:
    """Yield what an AsciiDoc document holds for phare, in order."""
    return _scan(text, _ASCIIDOC)


def scan_latex(text: str) -> Iterator[Sighting]:
    """Yield what a LaTeX document holds for phare, in order."""
    return _scan(text, _LATEX)


def _scan(text: str, dialect: _Dialect) -> Iterator[Sighting]:
    closing: re.Pattern[str] | None = None
    held: list[Shown] = []
    place = 0
    while place < len(text):
        end = END.search(text, place)
        stop, after = end.span() if end else (len(text), len(text))
        line = text[place:stop]
        blanks = line[: len(line) - len(line.lstrip(" \t"))]
        body = line.strip(" \t")
        start = place + len(blanks)
        place = after
        comment = dialect.comment.match(body)
        found = comment and read_marker(
            body[comment.end() :], start, start + len(body), prefix=blanks, form=dialect.form
        )
        if closing:
            if closing.fullmatch(body):
                closing = None
                yield from held
                held = []
            elif isinstance(found, Marker) and found.opening:
                held.append(Shown(start))
        elif opened := dialect.opens.fullmatch(body):
            closing = re.compile(dialect.closes.format(re.escape(opened[1])))
        elif isinstance(found, Marker) and blanks and dialect is _ASCIIDOC:
            yield replace(found, flaw=found.flaw or INDENTED)
        elif found:
            yield found
    yield from map(unread, held)
