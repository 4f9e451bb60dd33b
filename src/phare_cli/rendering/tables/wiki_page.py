"""Lay a page of text out in a markup of wikis: a title, tables, lists, paragraphs. Its marks are each format's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import TextPanel, page_of


def laid(
    table: Table,
    look: Look,
    *,
    paragraph: Callable[[str], str],
    strong: Callable[[str], str],
    panel: Callable[[TextPanel], str],
    item: str,
) -> str:
    """Return *table* as blocks between empty lines. *item* is what a line of a list begins with."""
    page = page_of(table, look)
    blocks = [strong(page.title)] if page.title else []
    blocks.extend(map(panel, page.panels))
    if page.items:
        blocks.append("\n".join(f"{item} {paragraph(one)}" for one in page.items))
    blocks.extend(map(paragraph, page.foot))
    return "\n\n".join(blocks) + "\n"


def gridded(panel: TextPanel, escaped: Callable[[str], str], format: str) -> str:
    """Return a panel's headings and rows as tabulate writes them in one of its formats, every cell *escaped*."""
    from tabulate import tabulate

    def written(cells: Sequence[str]) -> list[str]:
        return [escaped(cell) for cell in cells]

    return tabulate(
        [written(row) for row in panel.rows],
        headers=written([heading.text for heading in panel.headings]),
        tablefmt=format,
        disable_numparse=True,
        colalign=["right" if heading.numeric else "left" for heading in panel.headings],
    )
