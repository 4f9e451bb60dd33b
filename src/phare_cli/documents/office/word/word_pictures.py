"""Put a picture in a Word document, or another in the place of one, as wide as a person made it."""

from __future__ import annotations

from phare_cli.documents.office.answer_parts import PicturePart, picture_line
from phare_cli.documents.office.markup import Element, attribute_edit, edited, value
from phare_cli.documents.office.open_packaging import picture_id

_ROOM = 5_760_000  # English metric units of 16 cm, the width of most texts
_TALLEST = 7_920_000  # of 22 cm: Word shows no more of a picture than its page holds
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def pictures_in(element: Element) -> list[Element]:
    """Return the properties of the pictures of phare in an element."""
    return [each for each in element.walk() if each.name == "wp:docPr" and picture_line(each.get("name"))]


def picture_lines(element: Element) -> list[str]:
    return [picture_line(each.get("name")) for each in pictures_in(element)]


def new_drawing(part: PicturePart) -> str:
    """Return the drawing of a run that shows a picture."""
    width, height = map(int, part.on_page(min(_ROOM, part.width * 12_700), _TALLEST))
    number = int(part.shows, 16) & 0x7FFFFFFF or 1
    named = f"name={_quoted(part.name)} descr={_quoted(part.words)}"
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" {named}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="0" {named}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{picture_id(part.shows)}" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def _quoted(text: str) -> str:
    return value(text).decode()


def exchanged(data: bytes, paragraph: Element, part: PicturePart) -> bytes:
    """Return a paragraph with another picture in the place of its own, which keeps its width."""
    named = pictures_in(paragraph)[0]
    holder = named.parent or paragraph
    edits = [
        attribute_edit(data, named, "name", part.name),
        attribute_edit(data, named, "descr", part.words),
    ]
    for each in holder.walk():
        width = each.get("cx")
        if each.name in ("wp:extent", "a:ext") and width.isdigit():
            shown, height = map(int, part.on_page(int(width), _TALLEST))
            edits.append(attribute_edit(data, each, "cx", str(shown)))
            edits.append(attribute_edit(data, each, "cy", str(height)))
        elif each.name == "a:blip":
            related = next((key for key in each.attributes if key.endswith(":embed")), "r:embed")
            prefix = "r" if related == "r:embed" else related.partition(":")[0]
            edits.append(attribute_edit(data, each, f"{prefix}:embed", picture_id(part.shows)))
        elif each.name == "?:cNvPr":
            edits += [
                attribute_edit(data, each, "name", part.name),
                attribute_edit(data, each, "descr", part.words),
            ]
    shifted = [(start - paragraph.start, end - paragraph.start, new) for start, end, new in edits]
    return edited(data[paragraph.start : paragraph.end], shifted)
