"""Turn a Document into text, one module a format, each imported when it is asked for. Nothing here prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from phare_cli.nouns.document import Document, Foot, Section
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, sentence
from phare_cli.rendering.look import Look

# What office suites open and a page can be.
OFFICE = ("docx", "odt", "pptx", "xlsx")
# The usual ending of a file in each format.
ENDINGS: Mapping[str, str] = {
    "table": ".txt",
    "markdown": ".md",
    "html": ".html",
    "json": ".json",
    **{format: f".{format}" for format in OFFICE},
}
# The formats that show the pictures of a document.
PICTURED = frozenset({"html", "docx", "odt", "pptx"})
# Those of them whose pictures are drawn in dots; slides have charts of their own, and draw what a page is asked for.
DOTTED = frozenset({"docx", "pptx"})


_TYPED_AT = frozenset({"table", "json"})


def render_document(document: Document, format: str, look: Look = Look()) -> str | bytes:  # noqa: B008 - a Look is frozen
    """Return *document* in one of ENDINGS, as text that ends in one newline or the bytes of an office file.

    Raises WrongOption for another format.
    """
    if format not in _TYPED_AT:
        document = _for_readers(document)
    if format in OFFICE:
        from phare_cli.rendering.office import render_office_document

        return render_office_document(document, format, look)
    match format:
        case "table":
            from phare_cli.rendering.pages.terminal import render_terminal

            return render_terminal(document, look)
        case "markdown":
            from phare_cli.rendering.pages.markdown import render_markdown_report

            return render_markdown_report(document, look)
        case "html":
            from phare_cli.rendering.pages.html import render_page

            return render_page(document, look)
        case "json":
            from phare_cli.rendering.pages.json import render_json_report

            return render_json_report(document, look)
    raise WrongOption(
        sentence(
            "a report has no “{name}” form. Choose {formats}.",
            name=format,
            formats=Listing(tuple(ENDINGS), last="or"),
        )
    )


def _for_readers(document: Document) -> Document:
    """Return a document whose small print does not say what to type."""
    return replace(document, sections=tuple(map(_section_for_readers, document.sections)))


def _section_for_readers(section: Section) -> Section:
    parts = (
        replace(part, lines=tuple(line for line in part.lines if line.is_for_readers))
        if isinstance(part, Foot)
        else part
        for part in section.parts
    )
    return replace(section, parts=tuple(parts))
