"""The looks that cells of a workbook have, each once; a cell names its look by a number."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from phare_cli.rendering.office.archive import DECLARATION, attribute

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_FIRST_FORMAT = 164  # below it are those of Excel itself


class Use(StrEnum):
    """What a cell is for."""

    PLAIN = "plain"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    FIGURE_HEADING = "heading of figures"
    TEXT = "text"
    FIGURE = "figure"
    LAST_TEXT = "last text"
    LAST_FIGURE = "last figure"
    NOTE = "note"
    LINK = "link"
    SECTION = "section"


_FONTS = {
    "body": '<font><sz val="10"/><color theme="1"/><name val="Arial"/><family val="2"/></font>',
    "title": '<font><b/><sz val="15"/><color theme="4"/><name val="Arial"/><family val="2"/></font>',
    "muted": '<font><sz val="11"/><color rgb="FF57606A"/><name val="Arial"/><family val="2"/></font>',
    "bold": '<font><b/><sz val="10"/><color theme="1"/><name val="Arial"/><family val="2"/></font>',
    "note": '<font><sz val="9"/><color rgb="FF57606A"/><name val="Arial"/><family val="2"/></font>',
    "link": '<font><u/><sz val="10"/><color theme="10"/><name val="Arial"/><family val="2"/></font>',
    "section": '<font><b/><sz val="12"/><color theme="4"/><name val="Arial"/><family val="2"/></font>',
}
_STRONG = '<{side} style="medium"><color theme="4"/></{side}>'
_THIN = '<bottom style="thin"><color rgb="FFC8D1DA"/></bottom>'
_BORDERS = {
    "none": "<border><left/><right/><top/><bottom/><diagonal/></border>",
    "head": f"<border><left/><right/>{_STRONG.format(side='top')}{_STRONG.format(side='bottom')}<diagonal/></border>",
    "row": f"<border><left/><right/><top/>{_THIN}<diagonal/></border>",
    "last": f"<border><left/><right/><top/>{_STRONG.format(side='bottom')}<diagonal/></border>",
}


class _Look(NamedTuple):
    font: str
    border: str = "none"
    side: str = ""
    low: str = "top"
    wraps: bool = False
    fill: int = 0


_LOOKS = {
    Use.PLAIN: _Look("body"),
    Use.TITLE: _Look("title"),
    Use.SUBTITLE: _Look("muted"),
    Use.HEADING: _Look("bold", "head", low="bottom", wraps=True, fill=2),
    Use.FIGURE_HEADING: _Look("bold", "head", "right", low="bottom", wraps=True, fill=2),
    Use.TEXT: _Look("body", "row", wraps=True),
    Use.FIGURE: _Look("body", "row", "right"),
    Use.LAST_TEXT: _Look("body", "last", wraps=True),
    Use.LAST_FIGURE: _Look("body", "last", "right"),
    Use.NOTE: _Look("note", wraps=True),
    Use.LINK: _Look("link"),
    Use.SECTION: _Look("section"),
}


class BookStyles:
    """Gathers the looks that a workbook needs."""

    def __init__(self) -> None:
        self._looks: list[tuple[Use, str]] = [(Use.PLAIN, "")]
        self._formats: list[str] = []

    def number(self, use: Use, shown: str = "") -> int:
        """Return the number of the look of *use*, its figures *shown* so."""
        key = (use, shown)
        if key not in self._looks:
            self._looks.append(key)
            if shown and shown not in self._formats:
                self._formats.append(shown)
        return self._looks.index(key)

    def part(self) -> str:
        """Return the part of the workbook that holds the looks."""
        formats = "".join(
            f'<numFmt numFmtId="{_FIRST_FORMAT + place}" formatCode="{attribute(shown)}"/>'
            for place, shown in enumerate(self._formats)
        )
        counted = f'<numFmts count="{len(self._formats)}">{formats}</numFmts>' if formats else ""
        fills = (
            '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
            '<fill><patternFill patternType="solid"><fgColor theme="2"/><bgColor indexed="64"/></patternFill></fill>'
        )
        looks = "".join(self._look(use, shown) for use, shown in self._looks)
        return (
            f'{DECLARATION}<styleSheet xmlns="{SHEET}">{counted}'
            f'<fonts count="{len(_FONTS)}">{"".join(_FONTS.values())}</fonts><fills count="3">{fills}</fills>'
            f'<borders count="{len(_BORDERS)}">{"".join(_BORDERS.values())}</borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{len(self._looks)}">{looks}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
        )

    def _look(self, use: Use, shown: str) -> str:
        look = _LOOKS[use]
        format = _FIRST_FORMAT + self._formats.index(shown) if shown else 0
        side = f' horizontal="{look.side}"' if look.side else ""
        if use in (Use.HEADING, Use.TEXT, Use.LAST_TEXT):
            side = ' horizontal="left" indent="1"'  # apart from the figure before it
        wraps = ' wrapText="1"' if look.wraps else ""
        return (
            f'<xf numFmtId="{format}" fontId="{list(_FONTS).index(look.font)}" fillId="{look.fill}" '
            f'borderId="{list(_BORDERS).index(look.border)}" xfId="0" applyNumberFormat="1" applyFont="1" '
            f'applyFill="1" applyBorder="1" applyAlignment="1"><alignment{side} vertical="{look.low}"{wraps}/></xf>'
        )
