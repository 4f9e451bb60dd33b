"""Write a copy of a Word document with a comment at each claim, with the library of the extra."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile, ZipFile

from phare_cli.documents.prose.word_prose import GONE, boxes_of, inside
from phare_cli.files.extras import needing
from phare_cli.files.limits import COPY, size_at_most
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Message, sentence

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
AUTHOR, INITIALS = "phare", "ph"
_UNFIT = sentence(
    "no copy with comments can be made of “{file}”: open it in Word, and save it as a .docx document."
)
_LARGE = sentence("“{file}” unpacks to more than phare copies ({limit} MB): part it.")


class WordComment(NamedTuple):
    """What is to be said at words of a paragraph, which begin at *column* (from 1) of *line*, as they are read."""

    line: int
    column: int
    length: int
    text: str


def commented(content: bytes, comments: Sequence[WordComment], name: str) -> bytes:
    """Return a Word document with *comments*; words that its runs do not show are left without.

    Raises UnreadableInput for a document that the library cannot open, or that unpacks to too much.
    """
    with needing("office", name):
        from docx.exceptions import PythonDocxError
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError
    most = size_at_most(COPY)
    try:
        with ZipFile(BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > most:
                raise UnreadableInput(Message(_LARGE.text, {"file": name, "limit": most >> 20}))
        return _commented(content, comments)
    except (
        PythonDocxError,
        OpcError,
        LxmlError,
        BadZipFile,
        zlib.error,
        AttributeError,
        EOFError,
        LookupError,
        NotImplementedError,
        RuntimeError,
        TypeError,
        ValueError,
    ):
        raise UnreadableInput(Message(_UNFIT.text, {"file": name})) from None


def _commented(content: bytes, comments: Sequence[WordComment]) -> bytes:
    from docx import Document
    from docx.text.run import Run

    document = Document(BytesIO(content))
    lines = _lines(document.element.body)
    for comment in comments:
        paragraphs = lines[comment.line - 1] if comment.line <= len(lines) else []
        runs = _runs(paragraphs, comment.column - 1, comment.column - 1 + comment.length)
        if runs:
            ends = [Run(run, document) for run in (runs[0], runs[-1])]
            document.add_comment(ends, text=comment.text, author=AUTHOR, initials=INITIALS)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _lines(parent: BaseOxmlElement) -> list[list[BaseOxmlElement]]:
    """Return the paragraphs of each line, in the order in which a document is read: those of a cell are one line.

    Word takes no comment in a text box: its lines have none.
    """
    lines: list[list[BaseOxmlElement]] = []
    for child in parent:
        if child.tag == f"{_W}p":
            lines.append([child])
            lines += [[] for box in boxes_of(child) for _ in _lines(box)]
        elif child.tag == f"{_W}tbl":
            lines += _table_lines(child)
        elif child.tag not in GONE:
            lines += _lines(child)
    return lines


def _table_lines(table: BaseOxmlElement) -> list[list[BaseOxmlElement]]:
    cells = [cell for row in inside(table, f"{_W}tr") for cell in inside(row, f"{_W}tc")]
    lines = [list(inside(cell, f"{_W}p")) for cell in cells]
    for cell in cells:
        for inner in inside(cell, f"{_W}tbl"):
            lines += _table_lines(inner)
    return lines


def _runs(paragraphs: Sequence[BaseOxmlElement], start: int, end: int) -> list[BaseOxmlElement]:
    """Return the runs that show the characters from *start* to *end*, cut there so that they show nothing else."""
    found: list[BaseOxmlElement] = []
    at = 0
    for paragraph in paragraphs:
        for run in list(paragraph.iter(f"{_W}r")):
            if any(parent.tag in _UNSHOWN for parent in run.iterancestors()):
                continue
            length = _length(run)
            if at < end and start < at + length:
                for cut in (end - at, start - at):
                    if 0 < cut < length:
                        after = _cut(run, cut)
                        if after is not None and cut == start - at:
                            run = after
                found.append(run)
            at += length
        at += 1
    return found


def _length(run: BaseOxmlElement) -> int:
    return sum(len(child.text or "") if child.tag == f"{_W}t" else int(child.tag in _ONE) for child in run)


_UNSHOWN = frozenset((*GONE, f"{_W}txbxContent"))
_ONE = frozenset(f"{_W}{name}" for name in ("tab", "br", "cr", "noBreakHyphen"))


def _cut(run: BaseOxmlElement, place: int) -> BaseOxmlElement | None:
    """Cut a run that holds one text in two at *place*, and return the second; None where it holds more."""
    texts = [child for child in run if child.tag == f"{_W}t"]
    if len(texts) != 1 or any(child.tag in _ONE for child in run):
        return None
    second = deepcopy(run)
    words = texts[0].text or ""
    texts[0].text = words[:place]
    texts[0].set(_SPACE, "preserve")
    other = next(child for child in second if child.tag == f"{_W}t")
    other.text = words[place:]
    other.set(_SPACE, "preserve")
    run.addnext(second)
    return second
