"""Slides as parts of a package: titles, points, a chart or a table, what is said small, the speaker's notes."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.rendering.office.archive import DECLARATION, attribute, content
from phare_cli.rendering.office.column_shares import APART, stands_apart
from phare_cli.rendering.office.native_chart import CHART
from phare_cli.rendering.office.open_xml import LOCALES, OFFICE
from phare_cli.rendering.office.slides.slide_master import DECLARED, TREE, PlaceBox
from phare_cli.rendering.panels import TextPanel

ROW = 300000  # the height of a row of a table
# Colours of the theme: a house's slides may be white on blue.
MUTED = '<a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr>'
_STRONG = '<a:schemeClr val="tx2"/>'
_FAINT = '<a:schemeClr val="tx1"><a:lumMod val="25000"/><a:lumOff val="75000"/></a:schemeClr>'
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


def paragraphs(lines: Sequence[str], language: str, *, size: int = 0, is_muted: bool = False) -> str:
    """Return *lines* as paragraphs of a shape; *size* in hundredths of a point, that of its place where it is 0."""
    sized = f' sz="{size}"' if size else ""
    shade = f"<a:solidFill>{MUTED}</a:solidFill>" if is_muted else ""
    return "".join(
        f'<a:p><a:r><a:rPr lang="{LOCALES[language]}"{sized}>{shade}</a:rPr><a:t>{content(line)}</a:t></a:r></a:p>'
        for text in (lines or [""])
        for line in text.split("\n")
    )


def holder(id: int, named: str, lines: Sequence[str], language: str, *, size: int = 0) -> str:
    """Return *lines* in a place that the layout has for them."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="text {id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f"<p:ph {named}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>"
        f"{paragraphs(lines, language, size=size)}</p:txBody></p:sp>"
    )


def small_print(id: int, lines: Sequence[str], language: str, box: PlaceBox) -> str:
    """Return the source and the caution at the foot of a slide."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="notes {id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'{box.element}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "<a:noFill/>"
        '</p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:normAutofit/>'
        f"</a:bodyPr><a:lstStyle/>{paragraphs(lines, language, size=1000, is_muted=True)}</p:txBody></p:sp>"
    )


def chart_frame(id: int, relation: str, told: str, box: PlaceBox) -> str:
    """Return the frame of a chart; *told* says it to who cannot see it."""
    return _frame(
        id,
        told,
        f'<a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" xmlns:r="{OFFICE}" r:id="{relation}"/>'
        "</a:graphicData>",
        box,
    )


def picture_shape(id: int, relation: str, told: str, box: PlaceBox) -> str:
    """Return a picture; *told* says it to who cannot see it."""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{id}" name="phare {id}" descr="{attribute(told)}"/><p:cNvPicPr>'
        '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip xmlns:r="{OFFICE}" r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</p:blipFill><p:spPr>{box.element}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def table_frame(
    id: int, panel: TextPanel, shares: Sequence[int], language: str, told: str, box: PlaceBox
) -> str:
    """Return *panel* as a table of the slide; *shares* are the widths of its columns in any unit."""
    total = sum(shares)
    widths = [share * box.width // total for share in shares]
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in widths)
    numeric = [heading.numeric for heading in panel.headings]
    head = _row([heading.text for heading in panel.headings], numeric, language, is_head=True)
    rows = "".join(_row(row, numeric, language) for row in panel.rows)
    return _frame(
        id,
        told,
        f'<a:graphicData uri="{_TABLE}"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{grid}</a:tblGrid>{head}{rows}</a:tbl>'
        "</a:graphicData>",
        box._replace(height=ROW * (1 + len(panel.rows))),
    )


def _row(cells: Sequence[str], numeric: Sequence[bool], language: str, *, is_head: bool = False) -> str:
    written = []
    bold = ' b="1"' if is_head else ""
    color, width = (_STRONG, 19050) if is_head else (_FAINT, 6350)
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    for cell, right, is_apart in zip(cells, numeric, stands_apart(numeric), strict=True):
        side = ' algn="r"' if right else ""
        said = "".join(
            f'<a:p><a:pPr{side}/><a:r><a:rPr lang="{LOCALES[language]}" sz="1200"{bold}/>'
            f"<a:t>{content(line)}</a:t></a:r></a:p>"
            for line in cell.split("\n")
        )
        left = 60000 + 12700 * APART * is_apart
        written.append(
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{said}</a:txBody>"
            f'<a:tcPr marL="{left}" marR="60000" marT="30000" marB="30000">{none}'
            f'<a:lnB w="{width}"><a:solidFill>{color}</a:solidFill></a:lnB><a:noFill/></a:tcPr></a:tc>'
        )
    return f'<a:tr h="{ROW}">{"".join(written)}</a:tr>'


def _frame(id: int, told: str, data: str, box: PlaceBox) -> str:
    where = box.element.replace("a:xfrm", "p:xfrm")
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id}" name="phare {id}" descr="{attribute(told)}"/>'
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f"{where}"
        f"<a:graphic>{data}</a:graphic></p:graphicFrame>"
    )


def slide(shapes: str) -> str:
    """Return a slide that holds *shapes*."""
    return (
        f"{DECLARATION}<p:sld {DECLARED}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld><p:clrMapOvr>"
        "<a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def notes_page(lines: Sequence[str], language: str) -> str:
    """Return the speaker's notes of a slide."""
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    words = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
        f"{paragraphs(lines, language)}</p:txBody></p:sp>"
    )
    return (
        f"{DECLARATION}<p:notes {DECLARED}><p:cSld><p:spTree>{TREE}{image}{words}</p:spTree></p:cSld><p:clrMapOvr>"
        "<a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
