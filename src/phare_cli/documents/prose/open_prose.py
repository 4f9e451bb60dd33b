"""Open a document as prose: by its name and its first bytes; what cannot be read ends in a sentence."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath

from phare_cli.documents.prose.passage import PAGES_AT_ONCE, TOO_LONG, Prose
from phare_cli.files.kind import COMPOUND
from phare_cli.files.limits import PROSE, size_at_most
from phare_cli.files.source import STDIN, folder, sayable
from phare_cli.nouns.errors import UnreadableInput, WrongOption
from phare_cli.nouns.message import Message, sentence

WORDIEST = 2 << 20  # characters of its words
MOST_NUMBERS = 20_000  # a page of prose holds some fifteen
_NUMBER = r"\d+(?:[.,]\d+)*"
_HTML = rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|h[1-6]|p|div|table|section|article)\b"
_RTF = b"{\\rtf"
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".mdx", ".mdwn")
_WEB = (".html", ".htm", ".xhtml")
_OFFICE = (".docx", ".docm", ".odt")
TOO_LARGE = sentence(
    "this document is larger than phare reads ({limit} MB): give the part that holds the claims."
)


def read_prose(file: str | Path) -> tuple[str, Prose]:
    """Return the name of a document and what it says; ``-`` is standard input. Raises UnreadableInput."""
    name = sentence_name(file)
    most = size_at_most(PROSE)
    with sayable(name):
        content = sys.stdin.buffer.read(most + 1) if str(file) == STDIN else _bytes(Path(file), most)
    if len(content) > most:
        raise UnreadableInput(Message(TOO_LARGE.text, {"limit": most >> 20}))
    return name, bounded(prose_of_bytes(content, name), name)._replace(content=content)


def bounded(prose: Prose, name: str) -> Prose:
    """Return a document whose claims are found in seconds. Raises UnreadableInput for one that no person would read."""
    words, numbers = WORDIEST, MOST_NUMBERS
    if sum(len(passage.text) for passage in prose.passages) < numbers:
        return prose  # every letter could be a number of its own
    for passage in prose.passages:
        words -= len(passage.text)
        numbers -= sum(1 for _ in re.finditer(_NUMBER, passage.text))
        if words < 0 or numbers < 0:
            raise UnreadableInput(Message(TOO_LONG.text, {"file": name, "pages": PAGES_AT_ONCE}))
    return prose


def sentence_name(file: str | Path) -> str:
    """Return what a document is called in sentences and rows."""
    return "-" if str(file) == STDIN else str(file)


def content_to_write(name: str, prose: Prose) -> bytes:
    """Return what a document holds, that words of it are to be written over. Raises WrongOption for another kind."""
    ending = PurePath(name).suffix.lower()
    if name == "-" or ending not in (*_MARKDOWN, *_WEB, *_OFFICE):
        raise WrongOption(
            sentence(
                "figures are bound and corrected in Markdown, HTML, Word and LibreOffice files alone: {file} is none.",
                file=name,
            )
        )
    if ending not in _OFFICE and prose.content.decode("utf-8-sig", errors="replace") != prose.source:
        raise WrongOption(
            sentence("{file} is not in UTF-8: save it as UTF-8, then bind its figures.", file=name)
        )
    return prose.content


def _bytes(path: Path, most: int) -> bytes:
    if path.is_dir():
        raise UnreadableInput(folder(str(path), str(path / "*.md")))
    with path.open("rb") as opened:
        return opened.read(most + 1)


def prose_of_bytes(content: bytes, name: str) -> Prose:
    """Return what the bytes of a document say. Raises UnreadableInput for what is no text."""
    ending = PurePath(name).suffix.lower()
    if content.startswith((COMPOUND, _RTF)):
        raise UnreadableInput(
            sentence("“{file}” is a Word file of before 2007, or RTF: save it as .docx or .odt.", file=name)
        )
    packed = _packed(content, ending)
    if packed is not None:
        return packed(content, name)
    text = text_of(content)
    if ending in _WEB or (ending not in _MARKDOWN and _opens_page(content)):
        from phare_cli.documents.prose.web_prose import read_web

        return read_web(text)
    from phare_cli.documents.prose.markdown_prose import read_markdown, read_plain

    return read_markdown(text) if ending in _MARKDOWN or name == "-" else read_plain(text)


def _opens_page(content: bytes) -> bool:
    """Tell whether bytes begin as a page does, whatever its name ends in."""
    return content.lstrip()[:1] == b"<" and re.match(_HTML, content, re.I | re.S) is not None


def _packed(content: bytes, ending: str) -> Callable[[bytes, str], Prose] | None:
    """Return what reads a document that is no text: a package of Word or LibreOffice, or a PDF."""
    if content[:4] == b"%PDF":
        return _pdf
    if content[:4] == b"PK\x03\x04" or ending in _OFFICE:
        return _office
    return None


def _office(content: bytes, name: str) -> Prose:
    from phare_cli.documents.prose.office_prose import read_office

    return read_office(content, name)


def _pdf(content: bytes, name: str) -> Prose:
    from phare_cli.documents.prose.pdf_prose import read_pdf

    return read_pdf(content, name)


_MARKS: Mapping[bytes, str] = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def text_of(content: bytes) -> str:
    """Return the text of a document: by its mark, else UTF-8, else Windows-1252. Raises UnreadableInput for bytes."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace").lstrip("\ufeff")
    if b"\x00" in content[:4096]:
        raise UnreadableInput(
            sentence("this is no document of words: give Markdown, HTML, text, Word, LibreOffice or PDF.")
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
