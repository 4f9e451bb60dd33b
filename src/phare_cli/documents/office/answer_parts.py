"""What a block answers, as the parts that a page is made of: texts and tables. Knows no format of documents."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from struct import unpack
from typing import Literal, cast

from phare_cli.language.typed_marks import as_said

Role = Literal["figure", "heading", "title", "caption", "item", "note"]


@dataclass(frozen=True, slots=True)
class TextPart:
    """A paragraph, or the figure of a sentence. *level* is that of a heading."""

    text: str
    role: Role
    level: int = 0


@dataclass(frozen=True, slots=True)
class GridPart:
    """A table of texts; figures stand to the right in columns that are *numeric*. *widths* are in letters."""

    headings: tuple[str, ...]
    numeric: tuple[bool, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def apart(self) -> tuple[bool, ...]:
        """Tell of each column whether it holds texts that stand right of figures, which end where it begins."""
        return tuple(
            number > 0 and self.numeric[number - 1] and not is_figure
            for number, is_figure in enumerate(self.numeric)
        )

    def shares(self, whole: int) -> list[int]:
        """Return the widths of the columns as shares of a *whole*."""
        return [whole * width // sum(self.widths) for width in self.widths]


@dataclass(frozen=True, slots=True)
class PicturePart:
    """A picture in PNG, its size in dots, the digits of what it *shows*, and that in *words* for who cannot see it."""

    content: bytes
    width: int
    height: int
    shows: str
    words: str

    @property
    def name(self) -> str:
        """Return what the picture is called in a document: so it is known whether it is still true."""
        return picture_name(self.shows)

    def on_page(self, width: float, tallest: float) -> tuple[float, float]:
        """Return how wide and how tall it stands: *width*, or less where it would be taller than *tallest*."""
        shown = min(width, tallest * self.width / self.height)
        return shown, shown * self.height / self.width


Part = TextPart | GridPart | PicturePart
POINT = "• "


def picture_name(shows: str) -> str:
    return f"{_PICTURE}{shows}"


def picture_line(name: str) -> str:
    """Return what a picture called *name* says as a line: that is its name alone, if phare gave it."""
    return f"[{name}]" if name.startswith(_PICTURE) else ""


_PICTURE = "phare "


def parts_of(answer: str, command: Sequence[str]) -> tuple[Part, ...]:
    """Return the parts of an *answer*: one figure of ``value``, else what rendering wrote for office documents."""
    if command[:1] == ("value",):
        return (TextPart(as_said(answer.strip("\r\n")), "figure"),)
    return tuple(_part(part) for part in json.loads(as_said(answer)))


def _part(part: dict[str, object]) -> Part:
    if part["role"] == "picture":
        content = b64decode(str(part["png"]))
        width, height = unpack(">2I", content[16:24])  # of the header, which is the first chunk of a PNG
        return PicturePart(content, width, height, str(part["shows"]), str(part["words"]))
    if part["role"] == "table":
        headings = cast("list[tuple[str, bool]]", part["headings"])
        return GridPart(
            tuple(text for text, _ in headings),
            tuple(numeric for _, numeric in headings),
            tuple(cast("list[int]", part["widths"])),
            tuple(
                tuple(
                    _whole(cell) if is_figure else cell
                    for cell, (_, is_figure) in zip(row, headings, strict=True)
                )
                for row in cast("list[list[str]]", part["rows"])
            ),
        )
    return TextPart(str(part["text"]), cast(Role, part["role"]), cast(int, part.get("level", 0)))


def _whole(figure: str) -> str:
    """Return a figure that no line ends in."""
    return figure.replace(" ", "\u00a0")


def role_of(part: Part) -> str:
    return part.role if isinstance(part, TextPart) else type(part).__name__


def lines_of(parts: Sequence[Part]) -> tuple[str, ...]:
    """Return what *parts* say, a line for each paragraph and each row, blanks as one."""
    lines: list[str] = []
    for part in parts:
        match part:
            case TextPart(text):
                lines.append(text_line(text))
            case PicturePart():
                lines.append(picture_line(part.name))
            case GridPart(headings=headings, rows=rows):
                lines += [row_line(row) for row in (headings, *rows)]
    return tuple(filter(None, lines))


def row_line(cells: Sequence[str]) -> str:
    """Return one row of a table as a line."""
    return "\t".join(map(one_blank, cells)).rstrip("\t")


def text_line(text: str) -> str:
    """Return a paragraph as a line, without the sign of a point where the document has no list to set it in."""
    return one_blank(text).removeprefix(POINT)


def as_point(text: str, before: str) -> str:
    """Return *text* with the sign of a point if the paragraph that says *before* has one."""
    return f"{POINT}{text}" if one_blank(before).startswith(POINT) else text


def one_blank(text: str) -> str:
    return " ".join(text.split())
