"""Turn a Document into text, one module a format, each imported when it is asked for. Nothing here prints."""

from __future__ import annotations

from collections.abc import Mapping

from phare_cli.nouns.document import Document
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, sentence
from phare_cli.rendering.look import Look

# The usual ending of a file in each format.
ENDINGS: Mapping[str, str] = {"table": ".txt", "markdown": ".md", "html": ".html", "json": ".json"}
# The formats that show the pictures of a document.
PICTURED = frozenset({"html"})


def render_document(document: Document, format: str, look: Look = Look()) -> str:  # noqa: B008 - a Look is frozen
    """Return *document* in one of ENDINGS, as text that ends in one newline; WrongOption for another format."""
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
