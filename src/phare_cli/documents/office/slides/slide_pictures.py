"""Put a picture on a slide in the place of a shape, or another in the place of one, as wide as a person made it."""

from __future__ import annotations

from phare_cli.documents.office.answer_parts import PicturePart
from phare_cli.documents.office.blocks_found import Edit
from phare_cli.documents.office.markup import Element, attribute_edit
from phare_cli.documents.office.open_packaging import picture_id
from phare_cli.documents.office.slides.slide_table import ShapeBox


def new_picture(head: bytes, holder: bytes, part: PicturePart, box: ShapeBox) -> bytes:
    """Return a picture that fits a box, with the name *head* and the place *holder* of the shape before it."""
    scale = min(box.width / part.width, box.height / part.height)
    width, height = int(part.width * scale), int(part.height * scale)
    left, top = box.left + (box.width - width) // 2, box.top + (box.height - height) // 2
    place = f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'
    related = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return (
        b'<p:pic><p:nvPicPr>%b<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr>%b</p:nvPr></p:nvPicPr>'
        b'<p:blipFill><a:blip %b r:embed="%b"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>%b'
        b'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    ) % (head, holder, related.encode(), picture_id(part.shows).encode(), place.encode())


def exchanged(data: bytes, picture: Element, part: PicturePart) -> list[Edit]:
    """Return the edits that show another picture, as wide as the one before."""
    edits: list[Edit] = []
    for each in picture.walk():
        if each.name == "a:blip":
            edits.append(attribute_edit(data, each, "r:embed", picture_id(part.shows)))
        elif each.name == "a:ext" and each.get("cx").isdigit():
            height = int(each.get("cx")) * part.height // part.width
            edits.append(attribute_edit(data, each, "cy", str(height)))
    return edits
