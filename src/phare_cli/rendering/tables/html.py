"""Write a Table as HTML, inside a page or as one: captions, headers with a scope, no style but the side of figures.

A page says besides how it is printed: no caption stands alone at the foot of one sheet, and no row on two.
"""

from __future__ import annotations

from html import escape

from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import Heading, PanelPage, TextPanel, page_of
from phare_cli.rendering.visible import one_line

_BEGIN = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
@media print {{
  caption {{ break-after: avoid; }}
  tr {{ break-inside: avoid; }}
}}
</style>
</head>
<body>
<main>"""
_RIGHT = ' style="text-align: right"'


def render_html(table: Table, look: Look) -> str:
    """Return *table* as paragraphs and tables for a page, in ASCII with references unless *look.unicode*."""
    page = page_of(table, look)
    # The title of a page is its first heading, within the caption where that is the title.
    title = "<h1>{}</h1>" if look.whole else "<p><strong>{}</strong></p>"
    blocks = [title.format(_shown(page.title))] if page.title else []
    is_headed = look.whole and not page.title
    blocks.extend(
        _panel(panel, caption="<h1>{}</h1>" if is_headed and not number else "{}")
        for number, panel in enumerate(page.panels)
    )
    if page.items:
        blocks += ["<ul>", *(f"<li>{_shown(item)}</li>" for item in page.items), "</ul>"]
    blocks.extend(f"<p>{_shown(line)}</p>" for line in page.foot)
    if look.whole:
        blocks = [
            _BEGIN.format(language=look.language, title=_shown(one_line(_name(page)))),
            *blocks,
            "</main>\n</body>\n</html>",
        ]
    text = "\n".join(blocks) + "\n"
    return text if look.unicode else text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _name(page: PanelPage) -> str:
    return page.title or next((panel.title for panel in page.panels if panel.title), "phare")


def _panel(panel: TextPanel, *, caption: str) -> str:
    heads = "".join(
        f'<th scope="col"{_side(heading)}>{_shown(heading.text)}</th>' for heading in panel.headings
    )
    lines = ["<table>"]
    if panel.title:
        lines.append(f"<caption>{caption.format(_shown(panel.title))}</caption>")
    lines.extend(("<thead>", f"<tr>{heads}</tr>", "</thead>", "<tbody>"))
    for row in panel.rows:
        cells = zip(panel.headings, row, strict=True)
        lines.append(
            "<tr>" + "".join(f"<td{_side(head)}>{_shown(cell)}</td>" for head, cell in cells) + "</tr>"
        )
    return "\n".join((*lines, "</tbody>", "</table>"))


def _side(heading: Heading) -> str:
    return _RIGHT if heading.numeric else ""


def _shown(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
