"""Paragraphs and tables as elements of OpenDocument, with the automatic styles that they need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from phare_cli.rendering.office.archive import attribute, content
from phare_cli.rendering.office.column_shares import (
    APART,
    PageRoom,
    column_shares,
    is_short,
    letters_of,
    stands_apart,
)
from phare_cli.rendering.office.story import StyleRole, openings
from phare_cli.rendering.panels import Heading, TextPanel

STYLED = 9.0  # points of the letters that the styles of tables have
_INCH = 72
_APART = f"{0.13 + APART / 28.35:.2f}cm"  # left of a text that stands beside figures
_RULE, _STRONG, _GROUP = "0.5pt solid #c8d1da", "1pt solid #004a7c", "1pt solid #8c959f"


def text(said: str) -> str:
    """Return *said* as the content of a paragraph, its line breaks as breaks."""
    return content(said).replace("\n", "<text:line-break/>")


def paragraph(inner: str, style: str | None) -> str:
    named = f' text:style-name="{attribute(style)}"' if style else ""
    return f"<text:p{named}>{inner}</text:p>"


class TextTables:
    """Writes panels as tables. *styles* are names of styles by role; *automatic* gathers what the tables add to them.

    *before* begins the names of automatic styles, so that they are nobody else's in a document that others wrote.
    """

    def __init__(self, styles: Mapping[str, str], *, before: str = "phare") -> None:
        self._styles = styles
        self._before = before
        self.automatic: dict[str, str] = {}

    def table(self, panel: TextPanel, name: str, *, room: PageRoom, title: str = "") -> str:
        """Return *panel* as a table: its head repeated on each page, no row broken over two, figures on one line.

        *name* is its own in the document, *room* the width of its page. *title* is told to who cannot see it.
        """
        size = letters_of(panel, room)
        shares = column_shares(panel, room, size)
        breaks = "false" if is_short(panel, room, size, shares) else "true"
        style = self._style(
            "table",
            f'<style:table-properties style:width="{_inches(sum(shares))}" table:align="left" '
            f'fo:margin-bottom="6pt" style:may-break-between-rows="{breaks}" '
            'table:border-model="collapsing"/>',
        )
        columns = "".join(
            f'<table:table-column table:style-name="{self._column(share)}"/>' for share in shares
        )
        head = self._row(panel.headings, [heading.text for heading in panel.headings], size, is_head=True)
        last, opened = len(panel.rows) - 1, openings(panel)
        rows = "".join(
            self._row(
                panel.headings,
                row,
                size,
                opens=number in opened,
                is_last=number == last,
            )
            for number, row in enumerate(panel.rows)
        )
        told = f"<table:title>{content(title)}</table:title>" if title else ""
        return (
            f'<table:table table:name="{attribute(name)}" table:style-name="{style}">{told}{columns}'
            f"<table:table-header-rows>{head}</table:table-header-rows>{rows}</table:table>"
        )

    def _row(
        self,
        headings: Sequence[Heading],
        cells: Iterable[str],
        size: float,
        *,
        is_head: bool = False,
        opens: bool = False,
        is_last: bool = False,
    ) -> str:
        row = self._style("table-row", '<style:table-row-properties fo:keep-together="always"/>')
        top = _STRONG if is_head else _GROUP if opens else "none"
        bottom = _STRONG if is_head or is_last else _RULE
        low = ' style:vertical-align="bottom"' if is_head else ""
        cell_styles = [
            self._style(
                "table-cell",
                f'<style:table-cell-properties fo:padding="0.05cm" fo:padding-left="{left}" fo:padding-right="0.13cm" '
                f'fo:border-left="none" fo:border-right="none" fo:border-top="{top}" fo:border-bottom="{bottom}"'
                f"{low}/>",
            )
            for left in ("0.13cm", _APART)
        ]
        apart = stands_apart([heading.numeric for heading in headings])
        written = []
        for heading, cell, is_apart in zip(headings, cells, apart, strict=True):
            role = (
                StyleRole.TABLE_HEADING
                if is_head
                else StyleRole.TABLE_FIGURE
                if heading.numeric
                else StyleRole.TABLE_TEXT
            )
            said = text(cell.replace(" ", "\u00a0") if heading.numeric and not is_head else cell)
            written.append(
                f'<table:table-cell table:style-name="{cell_styles[is_apart]}" office:value-type="string">'
                f"{paragraph(said, self._paragraph(role, size, is_right=heading.numeric))}</table:table-cell>"
            )
        return f'<table:table-row table:style-name="{row}">{"".join(written)}</table:table-row>'

    def _paragraph(self, role: StyleRole, size: float, *, is_right: bool) -> str:
        """Return the style of a cell's paragraph: the document's, or one of its own where that is not enough."""
        known = self._styles.get(role)
        needs_side = is_right and (role is not StyleRole.TABLE_FIGURE or known is None)
        needs_size = size != STYLED or known is None
        if known is not None and not needs_side and not needs_size:
            return known
        side = '<style:paragraph-properties fo:text-align="end"/>' if is_right else ""
        bold = ' fo:font-weight="bold"' if role is StyleRole.TABLE_HEADING and known is None else ""
        letters = f'<style:text-properties fo:font-size="{size}pt"{bold}/>' if needs_size else ""
        return self._style("paragraph", side + letters, parent=known or "")

    def _column(self, share: int) -> str:
        return self._style(
            "table-column", f'<style:table-column-properties style:column-width="{_inches(share)}"/>'
        )

    def _style(self, family: str, properties: str, *, parent: str = "") -> str:
        """Return the name of an automatic style that says *properties*, one for all that say the same."""
        above = f' style:parent-style-name="{attribute(parent)}"' if parent else ""
        said = f'style:family="{family}"{above}>{properties}</style:style>'
        for name, known in self.automatic.items():
            if known.endswith(f'style:name="{name}" {said}'):
                return name
        name = f"{self._before}{len(self.automatic) + 1}"
        self.automatic[name] = f'<style:style style:name="{name}" {said}'
        return name


def _inches(points: float) -> str:
    return f"{points / _INCH:.4f}in"
