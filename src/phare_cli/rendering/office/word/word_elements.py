"""Paragraphs and tables as elements of WordprocessingML. A table stands by itself in anybody's document."""

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
from phare_cli.rendering.office.word.word_styles import BORDERS, TABLE
from phare_cli.rendering.panels import Heading, TextPanel

STYLED = 9.0  # points of the letters that the styles of tables have
_TWENTIETHS = 20
_TOGETHER = 3  # rows that stand on one page at either end of a table that pages part


def run(text: str, *, is_bold: bool = False, style: str = "", size: float | None = None) -> str:
    """Return *text* as runs, its line breaks as breaks."""
    properties = f'<w:rStyle w:val="{attribute(style)}"/>' if style else ""
    properties += "<w:b/><w:bCs/>" if is_bold else ""
    if size is not None:
        properties += f'<w:sz w:val="{round(2 * size)}"/><w:szCs w:val="{round(2 * size)}"/>'
    properties = properties and f"<w:rPr>{properties}</w:rPr>"
    lines = (f'<w:t xml:space="preserve">{content(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"


def paragraph(inner: str, style: str | None, properties: str = "") -> str:
    """Return a paragraph of runs; *properties* follow its style."""
    named = f'<w:pStyle w:val="{attribute(style)}"/>' if style else ""
    said = named + properties
    return f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}{inner}</w:p>"


def field(instruction: str, shown: str) -> str:
    """Return a field that Word works out, with what it shows until then."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {instruction} '
        f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def table_element(
    panel: TextPanel,
    styles: Mapping[str, str],
    *,
    room: PageRoom,
    title: str = "",
) -> str:
    """Return *panel* as a ``w:tbl``: its head repeated on each page, no row broken over two, figures on one line.

    *styles* are ids of styles by role, as the document has them; where one is missing the table says itself how it
    looks. *room* is the width of its page. *title* is told to who cannot see it.
    """
    size = letters_of(panel, room)
    points = column_shares(panel, room, size)
    keeps = is_short(panel, room, size, points)
    shares = [share * _TWENTIETHS for share in points]
    style = f'<w:tblStyle w:val="{attribute(styles[TABLE])}"/>' if TABLE in styles else ""
    properties = (
        f'{style}<w:tblW w:w="{sum(shares)}" w:type="dxa"/>{"" if style else BORDERS}<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" '
        'w:noVBand="1"/>'
    )
    properties += f'<w:tblCaption w:val="{attribute(title)}"/>' if title else ""
    grid = "".join(f'<w:gridCol w:w="{share}"/>' for share in shares)
    letters = None if size == STYLED and StyleRole.TABLE_TEXT in styles else size
    head = _row(
        panel.headings, [heading.text for heading in panel.headings], shares, styles, letters, is_head=True
    )
    last, opened = len(panel.rows) - 1, openings(panel)
    parted = range(_TOGETHER - 1, last - _TOGETHER + 1)  # rows that a page may end with
    rows = "".join(
        _row(
            panel.headings, row, shares, styles, letters,
            opens=number in opened, is_kept=number < last and (keeps or number not in parted),
        )
        for number, row in enumerate(panel.rows)
    )  # fmt: skip
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"


def _row(
    headings: Sequence[Heading],
    cells: Iterable[str],
    shares: Sequence[int],
    styles: Mapping[str, str],
    size: float | None,
    *,
    is_head: bool = False,
    opens: bool = False,
    is_kept: bool = False,
) -> str:
    properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if is_head else "")
    line = (
        '<w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="8C959F"/></w:tcBorders>'
        if opens
        else ""
    )
    written = []
    apart = stands_apart([heading.numeric for heading in headings])
    for heading, cell, share, is_apart in zip(headings, cells, shares, apart, strict=True):
        role = (
            StyleRole.TABLE_HEADING
            if is_head
            else StyleRole.TABLE_FIGURE
            if heading.numeric
            else StyleRole.TABLE_TEXT
        )
        side = "<w:keepNext/>" if is_kept or is_head else ""
        side += '<w:jc w:val="right"/>' if heading.numeric else ""
        low = '<w:vAlign w:val="bottom"/>' if is_head else ""
        left = f'<w:tcMar><w:left w:w="{108 + 20 * APART}" w:type="dxa"/></w:tcMar>' if is_apart else ""
        text = one_figure(cell) if heading.numeric and not is_head else cell
        said = run(text, is_bold=is_head and StyleRole.TABLE_HEADING not in styles, size=size)
        written.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="dxa"/>{line}{left}{low}</w:tcPr>'
            f"{paragraph(said, styles.get(role), side)}</w:tc>"
        )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(written)}</w:tr>"


def one_figure(text: str) -> str:
    """Return a figure, or an interval of two, that no line can part."""
    return text.replace(" ", "\u00a0")
