"""Write a Document as one HTML page that needs nothing else: no script, no file, no address to fetch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from math import inf

from phare_cli.drawing import svg_pieces
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.chart import Chart
from phare_cli.nouns.document import Document, Exhibit, Foot, Paragraph, Part, Picture, Points, Section
from phare_cli.nouns.message import N_, Message, counted
from phare_cli.nouns.stacked_chart import StackedChart
from phare_cli.nouns.table import Source, is_address
from phare_cli.rendering.look import Look
from phare_cli.rendering.pages.html_table import html_table, html_text
from phare_cli.rendering.pages.style import HALF_PAGE, INSIDE, NARROW, STYLE, WIDE
from phare_cli.rendering.panels import text_panels
from phare_cli.rendering.visible import one_line, visible

# A figure with its sign and its unit; a headline shows it in bold.
_FIGURE = re.compile(r"[+\u2212]?\d[\d.,\u202f\u00a0]*(?:\u00a0?%|/\d+)")


def render_page(document: Document, look: Look) -> str:
    """Return *document* as a page for screens, light or dark, and for A4 paper."""
    typesetter = Typesetter(look.language, look.decimals)
    writer = _Writer(typesetter, document, look.heading_level)
    title, subtitle = writer.heading(document.title), writer.line(document.subtitle)
    level = look.heading_level
    head = [
        "<!DOCTYPE html>",
        f'<html lang="{look.language}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{html_text(title)}</title>",
        f"<style>\n{STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
    ]
    lines = [
        "<header>",
        f"<h{level}>{html_text(title)}</h{level}>",
        *([f'<p class="subtitle">{html_text(subtitle)}</p>'] if subtitle else []),
        "</header>",
    ]
    for section in document.sections:
        lines += writer.section(section)
    if look.whole:
        lines = [*head, *lines, "</main>", "</body>", "</html>"]
    else:
        # Inside another page: its style for the pictures alone, of which one of two is to be seen.
        lines = ['<div class="phare">', f"<style>\n{INSIDE}</style>", *lines, "</div>"]
    text = "\n".join(lines) + "\n"
    return text if look.unicode else text.encode("ascii", "xmlcharrefreplace").decode("ascii")


class _Writer:
    """The parts of a page, in one language."""

    def __init__(self, typesetter: Typesetter, document: Document, level: int) -> None:
        self._typesetter = typesetter
        self._labelled = document.labelled
        self._level = level + 1

    def line(self, text: Message) -> str:
        return one_line(visible(self._typesetter.say(text)))

    def heading(self, text: Message) -> str:
        return one_line(visible(self._typesetter.title(text)))

    def section(self, section: Section) -> Iterator[str]:
        name = f"section-{self._labelled(section.name)}"
        yield f'<section aria-labelledby="{name}">'
        yield f'<h{self._level} id="{name}">{html_text(self.heading(section.title))}</h{self._level}>'
        is_drawn = any(
            isinstance(part, Picture) and isinstance(part.chart, Chart | StackedChart)
            for part in section.parts
        )
        for part in section.parts:
            yield from self._part(part, is_drawn=is_drawn)
        yield "</section>"

    def _part(self, part: Part, *, is_drawn: bool) -> Iterator[str]:
        """Yield a part; the bars of a table stand in for a picture, and not beside one."""
        match part:
            case Paragraph(text):
                yield f"<p>{html_text(self.line(text))}</p>"
            case Points(items):
                yield '<ul class="points">'
                yield from (f"<li>{_with_figures(self.line(item))}</li>" for item in items)
                yield "</ul>"
            case Exhibit(label, table):
                page = text_panels(table, self._typesetter)
                for whole in page.panels:
                    panel = whole._replace(bars=None) if is_drawn else whole
                    yield html_table(panel, f"tbl-{self._labelled(label)}", page.title)
            case Picture():
                yield from self._picture(part)
            case Foot(lines, sources):
                yield '<div class="foot">'
                yield from (f"<p>{html_text(self.line(line))}</p>" for line in lines)
                yield from self._sources(sources)
                yield "</div>"

    def _picture(self, picture: Picture) -> Iterator[str]:
        """Yield a chart twice, drawn for a screen or paper and for a telephone; the page shows one of them."""
        label = self._labelled(picture.label)
        yield f'<figure id="fig-{label}">'
        yield f"<figcaption>{html_text(self.heading(picture.chart.title))}</figcaption>"
        for name, width, tallest in (("wide", WIDE, HALF_PAGE), ("narrow", NARROW, inf)):
            id = f"fig-{label}-{name}"
            yield f'<div class="{name}">'
            for element in svg_pieces(picture.chart, self._typesetter, width=width, name=id, tallest=tallest):
                yield element.rstrip()
            yield "</div>"
        yield "</figure>"

    def _sources(self, sources: tuple[Source, ...]) -> Iterator[str]:
        if not sources:
            return
        line = self._typesetter.say(
            counted("Source: {sources}", "Sources: {sources}", len(sources), sources="\0")
        )
        joint = self._typesetter.text(N_("; "))
        yield f"<p>{html_text(line).replace(chr(0), joint.join(map(self._source, sources)))}</p>"

    def _source(self, source: Source) -> str:
        name = html_text(one_line(visible(self._typesetter.name("source", source.source))))
        if not is_address(source.url):
            return name
        return f'<a href="{escape(visible(source.url))}">{name}</a>'


def _with_figures(text: str) -> str:
    """Return a sentence with its percentages and scores in bold."""
    return _FIGURE.sub(lambda found: f"<strong>{found[0]}</strong>", html_text(text))
