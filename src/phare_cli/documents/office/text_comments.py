"""Write a copy of a LibreOffice text with a comment at each claim. Every other part of it stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from phare_cli.documents.office.blocks_found import Edit
from phare_cli.documents.office.markup import Element, MarkupError, content, edited, value
from phare_cli.documents.office.package import Package, refused
from phare_cli.documents.office.typed_letters import TypedLetter, TypedLetters
from phare_cli.documents.prose.office_prose import read_office
from phare_cli.documents.prose.word_comments import AUTHOR, INITIALS, WordComment

_SPACES = (
    b' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    b' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    b' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
# A signature is one of the document without its comments.
_SIGNATURES = ("META-INF/documentsignatures.xml", "META-INF/macrosignatures.xml")
# Where LibreOffice shows no comment: one stands before the note or the frame instead.
_ASIDE = ("text:note", "draw:g", "draw:frame", "draw:custom-shape")
_HOLDERS = ("text:p", "text:h", "text:span", "text:a")  # what may hold a comment


def commented_text(source: bytes, comments: Sequence[WordComment], name: str) -> bytes:
    """Return a LibreOffice text with *comments*, each at its words, whatever spans they are in.

    Raises UnreadableInput or DocumentError for a document that cannot be read.
    """
    prose = read_office(source, name)
    package = Package(source, name)
    letters = TypedLetters(package, prose)
    edits: dict[str, list[Edit]] = {}
    try:
        for number, comment in enumerate(comments, start=1):
            if comment.line > len(prose.office_places):
                continue
            part = prose.office_places[comment.line - 1].part
            place = _place(letters.of_line(comment.line - 1), comment, package.read(part))
            if place is not None:
                edits.setdefault(part, []).extend(_edits(*place, f"phare-{number}", comment.text))
    except MarkupError as error:
        raise refused("damaged-document", error.message, name) from None
    changed = {part: edited(package.read(part), each) for part, each in edits.items()}
    unsigned = {part: b"" for part in _SIGNATURES if changed and part in package.names}
    return package.changed({**changed, **unsigned})


def _place(letters: Sequence[TypedLetter], comment: WordComment, data: bytes) -> tuple[int, int] | None:
    """Return the bytes that the words of a comment stand in, one place twice where only a point takes a comment."""
    said = [
        letter for letter in letters[comment.column - 1 : comment.column - 1 + comment.length] if letter.end
    ]
    if not said or data.rfind(b"<![CDATA[", 0, said[0].start) > data.rfind(b"]]>", 0, said[0].start):
        return None
    paragraph = next((letter.parent for letter in letters if letter.parent is not None), None)
    around = _outermost(paragraph)
    if around is not None:
        is_anchored = around.parent is not None and around.parent.name in _HOLDERS
        return (around.start, around.start) if is_anchored else None
    return said[0].start, said[-1].end


def _outermost(paragraph: Element | None) -> Element | None:
    """Return the note or the frame that a paragraph stands in, the outermost; None in the text itself."""
    above = [] if paragraph is None else [each for each in paragraph.ancestors() if each.name in _ASIDE]
    return above[-1] if above else None


def _edits(start: int, end: int, name: str, text: str) -> list[Edit]:
    label = value(name)
    time = datetime.now().isoformat(timespec="seconds")
    said = b"".join(b"<text:p>" + content(line) + b"</text:p>" for line in text.split("\n"))
    opening = (
        b"<office:annotation" + _SPACES + (b"" if start == end else b" office:name=" + label) + b">"
        + f"<dc:creator>{AUTHOR}</dc:creator><dc:date>{time}</dc:date>".encode()
        + f"<meta:creator-initials>{INITIALS}</meta:creator-initials>".encode()
        + said + b"</office:annotation>"
    )  # fmt: skip
    if start == end:
        return [(start, start, opening)]
    return [
        (start, start, opening),
        (end, end, b"<office:annotation-end" + _SPACES + b" office:name=" + label + b"/>"),
    ]
