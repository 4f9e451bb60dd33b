"""Read the text of a PDF as passages, with the library of the extra; what is only drawn cannot be read."""

from __future__ import annotations

from io import BytesIO

from phare_cli.documents.prose.markdown_prose import read_plain
from phare_cli.documents.prose.passage import Prose
from phare_cli.files.extras import needing
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Message, sentence

PAGES = 500
LONGEST = 8 << 20  # characters of all pages
_DAMAGED = sentence(
    "“{file}” is a damaged or locked PDF: save it again without a password, or give its text."
)
_DRAWN = sentence("“{file}” holds no text that can be read, as a scan does not: give the text itself.")


def read_pdf(content: bytes, name: str) -> Prose:
    """Return the passages of a PDF. Raises UnreadableInput where it is locked, damaged or a picture."""
    with needing("pdf", name):
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    try:
        reader = PdfReader(BytesIO(content))
        pages = [page.extract_text() for page, _ in zip(reader.pages, range(PAGES), strict=False)]
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
    text = _paragraphs("\n\n".join(pages)[:LONGEST])
    if not text.strip():
        raise UnreadableInput(Message(_DRAWN.text, {"file": name}))
    prose = read_plain(text)
    return Prose(prose.passages, prose.source, prose.line_starts, has_lines=False)


def _paragraphs(text: str) -> str:
    """Return the lines of pages as paragraphs: a line that ends a sentence far from the edge ends its paragraph."""
    lines = [line.strip() for line in text.split("\n")]
    widest = max((len(line) for line in lines), default=0)
    kept: list[str] = []
    for line in lines:
        kept.append(line)
        if line.endswith((".", "!", "?", ":")) and len(line) < 0.8 * widest:
            kept.append("")
    return "\n".join(kept)
