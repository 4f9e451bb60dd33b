"""Write a Sheet as SVG, to stand alone or inside a page. Text stays text."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import escape

from phare_cli.drawing.sheet import (
    MM_PER_UNIT,
    WASH,
    Area,
    Box,
    DescribedGroup,
    Dot,
    DrawnPart,
    Image,
    Shape,
    Sheet,
    Stroke,
    Tone,
    Words,
)
from phare_cli.drawing.themes.theme import COLORS, FONTS, LIGHT, Theme, inked, letters_on, painted

# Inside a page that names its letters, those: few are wider.
PAGE_FONTS = f"var(--phare-font, {FONTS})"
# Inside a page, its own colours: text is the page's, the rest may be set there and suits light and dark as it is.
PAGE_COLORS: Mapping[Tone, str] = {
    Tone.INK: "currentColor",
    Tone.MUTED: "var(--phare-muted, currentColor)",
    Tone.RULE: "var(--phare-rule, #8080804d)",
    Tone.BAR: "var(--phare-bar, #1f83c1)",
    Tone.REFERENCE: "var(--phare-reference, #808080)",
    Tone.PAPER: "var(--phare-paper, none)",
    Tone.LINE_1: "var(--phare-bar, #1f83c1)",
    Tone.LINE_2: "var(--phare-line-2, #cc5a14)",
    Tone.LINE_3: "var(--phare-line-3, #1c8a6e)",
    Tone.LINE_4: "var(--phare-line-4, #b9639a)",
    Tone.LINE_5: "var(--phare-line-5, #808080)",
    **{tone: color for tone, color in COLORS.items() if tone.startswith("class-")},
}


def svg_file(sheet: Sheet, language: str, theme: Theme = LIGHT) -> str:
    """Return *sheet* as an SVG file on the paper of *theme*."""
    paper = f'<rect width="100%" height="100%" fill="{theme.colors[Tone.PAPER]}"/>'
    body = [paper, *(_drawn(part, theme.colors) for part in sheet.parts)]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {_size(sheet)} xml:lang="{language}"'
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _picture(
        sheet, head, body, _name("phare", sheet, body), theme.fonts
    )


def svg_element(sheet: Sheet, language: str, name: str) -> str:
    """Return *sheet* as an element of an HTML page, in the page's colours, no wider than its column.

    *name* begins the ids in it; what is in the picture ends them, so that two of one page never share one.
    """
    body = [_drawn(part, PAGE_COLORS) for part in sheet.parts]
    head = f'<svg class="phare-chart" {_size(sheet)} style="max-width:100%;height:auto" lang="{language}"'
    return _picture(sheet, head, body, escape(_name(name or "phare", sheet, body)), PAGE_FONTS)


def _name(name: str, sheet: Sheet, body: list[str]) -> str:
    content = "".join((sheet.title, sheet.description, *body))
    return f"{name}-{sha256(content.encode()).hexdigest()[:8]}"


def _picture(sheet: Sheet, head: str, body: list[str], name: str, fonts: str) -> str:
    title, description = f"{name}-title", f"{name}-desc"
    return "\n".join(
        (
            f'{head} role="img" aria-labelledby="{title}" aria-describedby="{description}" '
            f'font-family="{fonts}">',
            f'<title id="{title}">{_content(sheet.title)}</title>',
            f'<desc id="{description}">{_content(sheet.description)}</desc>',
            *body,
            "</svg>\n",
        )
    )


def _size(sheet: Sheet) -> str:
    width, height = _number(sheet.width), _number(sheet.height)
    if not sheet.is_print:
        return f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    across, down = (_number(length * MM_PER_UNIT) for length in (sheet.width, sheet.height))
    return f'width="{across}mm" height="{down}mm" viewBox="0 0 {width} {height}"'


def _drawn(part: DrawnPart | DescribedGroup, colors: Mapping[Tone, str]) -> str:
    if isinstance(part, DescribedGroup):
        inner = "".join(_drawn(inner, colors) for inner in part.parts)
        return f"<g><title>{_content(part.text)}</title>{inner}</g>"
    if isinstance(part, Image):
        place = f'x="{_number(part.x)}" y="{_number(part.y)}" width="{_number(part.width)}"'
        data = b64encode(part.content).decode("ascii")
        return f'<image {place} height="{_number(part.height)}" href="data:image/png;base64,{data}"/>'
    color = inked(part.tone, colors) if isinstance(part, Words) else painted(part.tone, colors)
    if isinstance(part, Words | Stroke) and part.on is not None:
        color = letters_on(painted(part.on, colors))
    match part:
        case Words():
            return _words(part, color)
        case Box(x, y, width, height, is_hollow=is_hollow):
            place = f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"'
            paint = f'fill="none" stroke="{color}" stroke-width="1.5"' if is_hollow else f'fill="{color}"'
            return f"<rect {place} {paint}/>"
        case Stroke(x, y, to_x, to_y, width=width):
            place = f'x1="{_number(x)}" y1="{_number(y)}" x2="{_number(to_x)}" y2="{_number(to_y)}"'
            dots = ' stroke-dasharray="2 3"' if part.is_dotted else ""
            return f'<line {place} stroke="{color}" stroke-width="{_number(width)}"{dots}/>'
        case Area(corners):
            return f'<polygon points="{_points(corners)}" fill="{color}" fill-opacity="{WASH}"/>'
        case Dot(x, y, radius, Shape.DISC, is_hollow=True):
            place = f'cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}"'
            return f'<circle {place} fill="{colors[Tone.PAPER]}" stroke="{color}" stroke-width="2"/>'
        case Dot(x, y, radius, Shape.DISC):
            return f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}" fill="{color}"/>'
        case Dot(shape=shape, is_hollow=is_hollow):
            points = _points(part.corners())
            if shape is Shape.DIAMOND or is_hollow:
                paint = f'fill="{colors[Tone.PAPER]}" stroke="{color}" stroke-width="2"'
            else:
                paint = f'fill="{color}"'
            return f'<polygon points="{points}" {paint}/>'


def _points(corners: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in corners)


def _words(part: Words, color: str) -> str:
    weight = ' font-weight="bold"' if part.is_bold else ""
    place = f'x="{_number(part.x)}" y="{_number(part.y)}" text-anchor="{part.side}"'
    return (
        f'<text {place} font-size="{_number(part.size)}"{weight} fill="{color}">{_content(part.text)}</text>'
    )


def _number(length: float) -> str:
    """Return a length as short as a hundredth allows."""
    return f"{round(length, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def _content(text: str) -> str:
    return escape(text, quote=False)
