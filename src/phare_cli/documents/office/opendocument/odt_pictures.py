"""Put a picture in a LibreOffice document, or another in the place of one, as wide as a person made it."""

from __future__ import annotations

import re
from math import inf

from phare_cli.documents.office.answer_parts import PicturePart, picture_line
from phare_cli.documents.office.markup import Element, attribute_edit, content, edited, value

_ROOM = 16.0  # centimetres, the width of most texts
_TALLEST = 22.0  # centimetres: a page shows no more of a picture than it holds
_OF_CENTIMETRE = {"cm": 1.0, "mm": 10.0, "in": 1 / 2.54, "pt": 72 / 2.54, "pc": 6 / 2.54}
_LENGTH = re.compile(r"([0-9.]+)([a-z]+)")
_SPACES = (
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def frames_in(element: Element) -> list[Element]:
    """Return the frames of phare's pictures in an element."""
    return [
        each for each in element.walk() if each.name == "draw:frame" and picture_line(each.get("draw:name"))
    ]


def picture_lines(element: Element) -> list[str]:
    return [picture_line(each.get("draw:name")) for each in frames_in(element)]


def picture_file(shows: str) -> str:
    return f"Pictures/phare{shows}.png"


def is_our_file(name: str) -> bool:
    return name.startswith("Pictures/phare") and name.endswith(".png")


def new_frame(part: PicturePart) -> bytes:
    """Return the frame of a picture."""
    width, height = part.on_page(min(_ROOM, part.width / 28.35), _TALLEST)
    head = f'<draw:frame {_SPACES} draw:name={_quoted(part.name)} text:anchor-type="as-char" '
    link = f'xlink:href="{picture_file(part.shows)}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    size = f'svg:width="{width:.3f}cm" svg:height="{height:.3f}cm"'
    return (
        f"{head}{size}><draw:image {link}/><svg:desc>".encode()
        + content(part.words)
        + b"</svg:desc></draw:frame>"
    )


def _quoted(text: str) -> str:
    return value(text).decode()


def exchanged(data: bytes, paragraph: Element, part: PicturePart) -> bytes:
    """Return a paragraph with another picture in the place of its own, which keeps its width."""
    frame = frames_in(paragraph)[0]
    edits = [attribute_edit(data, frame, "draw:name", part.name)]
    width = _LENGTH.fullmatch(frame.get("svg:width"))
    if width:
        tallest = _TALLEST * _OF_CENTIMETRE.get(width[2], inf)
        shown, height = part.on_page(float(width[1]), tallest)
        if shown < float(width[1]):
            edits.append(attribute_edit(data, frame, "svg:width", f"{shown:.3f}{width[2]}"))
        edits.append(attribute_edit(data, frame, "svg:height", f"{height:.3f}{width[2]}"))
    for each in frame.walk():
        if each.name == "draw:image":
            edits.append(attribute_edit(data, each, "xlink:href", picture_file(part.shows)))
        elif each.name == "svg:desc" and each.close < each.end:
            edits.append((each.inner, each.close, content(part.words)))
    shifted = [(start - paragraph.start, end - paragraph.start, new) for start, end, new in edits]
    return edited(data[paragraph.start : paragraph.end], shifted)
