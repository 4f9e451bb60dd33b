"""Read the text of a PDF as passages, with the library of the extra; what is only drawn cannot be read.

A PDF has no tables: lines of figures that no sentence holds are left out, for nothing tells what each stands for.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO

from phare_cli.documents.prose.markdown_prose import read_plain
from phare_cli.documents.prose.passage import PAGES_AT_ONCE, TOO_LONG, Prose
from phare_cli.files.extras import needing
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Message, sentence

LARGEST_DRAWN = 3 << 20  # bytes of what draws all pages, unpacked
_DAMAGED = sentence(
    "“{file}” is a damaged or locked PDF: save it again without a password, or give its text."
)
_DRAWN = sentence("“{file}” holds no text that can be read, as a scan does not: give the text itself.")
_NUMBER = re.compile(r"[-+−]?\d+(?:[.,\u0020\u00a0\u202f]\d+)*\s*(?:%|points?|pts?|/\s?10)?")
_WORD = re.compile(r"[^\W\d_]{2,}")
_PAGE = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:/|sur|of)\s*\d{1,4})?", re.IGNORECASE)
_WORDS_A_FIGURE = 3  # a line with fewer words for each figure, and no end of a sentence, is a row of a table
_EDGE = 3  # lines at the head and the foot of a page


def read_pdf(content: bytes, name: str) -> Prose:
    """Return the passages of a PDF. Raises UnreadableInput where it is locked, damaged, a picture or too long."""
    with needing("pdf", name):
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    logging.getLogger("pypdf").setLevel(
        logging.CRITICAL
    )  # it tells of what it mends; what it cannot is raised
    pages: list[list[str]] = []
    drawn = 0
    try:
        for page in PdfReader(BytesIO(content)).pages:
            contents = page.get_contents()
            drawn += len(contents.get_data()) if contents is not None else 0
            if drawn > LARGEST_DRAWN or len(pages) > PAGES_AT_ONCE:
                raise UnreadableInput(Message(TOO_LONG.text, {"file": name, "pages": PAGES_AT_ONCE}))
            pages.append([line.strip() for line in page.extract_text().split("\n")])
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        RecursionError,
        OverflowError,
    ):
        raise UnreadableInput(Message(_DAMAGED.text, {"file": name})) from None
    text = _paragraphs(_told_lines(pages))
    if not any(map(any, pages)):
        raise UnreadableInput(Message(_DRAWN.text, {"file": name}))
    prose = read_plain(text)
    return Prose(prose.passages, prose.source, prose.line_starts, has_lines=False)


def _told_lines(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of sentences: no number of a page, no head or foot that pages repeat, no row of a table."""
    repeated = _repeated(pages)
    for page in pages:
        kept = [line for line in page if line and _form(line) not in repeated and not _PAGE.fullmatch(line)]
        for place, line in enumerate(kept):
            before = kept[place - 1] if place else ""
            yield "" if _is_row(line, before) else line


def _repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return what stands at the head or the foot of most pages, whatever their numbers."""
    if len(pages) < 3:
        return frozenset()
    edges = Counter(
        form for page in pages for form in {_form(line) for line in (*page[:_EDGE], *page[-_EDGE:]) if line}
    )
    return frozenset(form for form, count in edges.items() if count * 2 > len(pages))


def _form(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _is_row(line: str, before: str) -> bool:
    """Tell whether a line holds figures and no sentence; the last line of one goes on from the line *before*."""
    figures = len(_NUMBER.findall(line))
    if not figures or line.endswith((".", "!", "?", ";", ":", ",")) or line.startswith(("-", "•", "–")):
        return False
    goes_on = before[-1:].isalpha() and line[:1].islower()
    return not goes_on and len(_WORD.findall(_NUMBER.sub(" ", line))) < _WORDS_A_FIGURE * figures


def _paragraphs(told: Iterator[str]) -> str:
    """Return the lines of pages as paragraphs: a line that ends a sentence far from the edge ends its paragraph."""
    lines = list(told)
    widest = max((len(line) for line in lines), default=0)
    kept: list[str] = []
    for line in lines:
        if (
            kept
            and kept[-1][-1:] in ("-", "\u00ad", "‐")
            and kept[-1][-2:-1].isalpha()
            and line[:1].islower()
        ):
            kept[-1] = kept[-1][:-1] + line  # a word that the edge has cut
        else:
            kept.append(line)
        if line.endswith((".", "!", "?", ":")) and len(line) < 0.8 * widest:
            kept.append("")
    return "\n".join(kept)
