"""Lay the parts of an answer out as paragraphs and tables of LibreOffice, in the form of those that stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from phare_cli.documents.office.answer_parts import (
    POINT,
    GridPart,
    Part,
    PicturePart,
    TextPart,
    as_point,
    one_blank,
    text_line,
)
from phare_cli.documents.office.markup import Element, content, value
from phare_cli.documents.office.old_form import kind_of, model_row, old_form, rows_replaced
from phare_cli.documents.office.opendocument.odt_pictures import exchanged, frames_in, new_frame
from phare_cli.documents.office.opendocument.paragraph_letters import (
    PARAGRAPHS,
    cell_text,
    cells_of,
    rows_of,
    text_of,
)
from phare_cli.documents.office.opendocument.section_styles import COLUMN

_PIECES = re.compile(r"\n|\t| {2,}|^ | $|[^\n\t ]+| ")
_VALUE = re.compile(
    rb"\s(?:office:(?:value|date-value|boolean-value|value-type)|table:formula|calcext:value-type)="
    rb"(?:\"[^\"]*\"|'[^']*')"
)


@dataclass(slots=True)
class TextLeaf:
    """A part of a document of LibreOffice: its bytes, the styles of headings by level, those that it will need.

    *media* gathers the pictures that it needs, by what they show.
    """

    data: bytes
    headings: Mapping[int, str] = field(default_factory=dict)
    needed: dict[str, None] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)

    def raw(self, element: Element | None) -> bytes:
        return self.data[element.start : element.end] if element else b""

    def style(self, name: str) -> str:
        self.needed[name] = None
        return name


def spelled_out(text: str) -> bytes:
    """Return *text* as a paragraph holds it: blanks and line ends as elements."""
    pieces = []
    for piece in _PIECES.findall(text):
        if piece == "\n":
            pieces.append(b"<text:line-break/>")
        elif piece == "\t":
            pieces.append(b"<text:tab/>")
        elif piece.startswith(" ") and (len(piece) > 1 or not pieces):
            pieces.append(b'<text:s text:c="%d"/>' % len(piece))
        else:
            pieces.append(content(piece))
    return b"".join(pieces)


def section_body(sheet: TextLeaf, parts: Sequence[Part], old: Sequence[Element], first: str = "") -> bytes:
    """Return *parts* as what stands in a section, each in the form of the *old* paragraph or table in its place.

    *first* is the style of the paragraph that a command was typed in. What says the same stays to the byte.
    """
    data = sheet.data
    if len(parts) == 1 and isinstance(parts[0], PicturePart):
        return _picture(sheet, parts[0], old, first)
    said = {place: words for place, each in enumerate(old) if (words := _said(data, each))}
    twins, fitting, likes = old_form(old, said, parts)
    pieces: list[bytes] = []
    copied = 0
    models: dict[str, Element] = {}
    for place, part in enumerate(parts):
        if place in twins:
            pieces += [sheet.raw(each) for each in old[copied : twins[place]] if _is_kept(data, each)]
            copied = twins[place] + 1
        fits = place in fitting
        model = likes[place] or models.get(kind_of(part))
        if isinstance(part, GridPart):
            pieces.append(_table(sheet, part, model, is_new=not fits))
        elif isinstance(part, TextPart):
            pieces.append(_text(sheet, part, model, first, is_new=not fits))
        if model is not None:
            models[kind_of(part)] = model
    pieces += [sheet.raw(each) for each in old[copied:] if _is_kept(data, each)]
    return b"".join(pieces) or b"<text:p/>"


def _said(data: bytes, element: Element) -> tuple[str, str] | None:
    """Return the kind and the words of what says something."""
    if element.name == "table:table":
        return "table", ""
    said = text_of(data, element) if element.name in PARAGRAPHS else ""
    return ("text", text_line(said)) if said else None


def _picture(sheet: TextLeaf, part: PicturePart, old: Sequence[Element], first: str) -> bytes:
    """Return the paragraph of a picture, that of the *old* one where it stands there."""
    sheet.media[part.shows] = part.content
    model = next((each for each in old if each.name in PARAGRAPHS and frames_in(each)), None)
    if model is not None:
        return exchanged(sheet.data, model, part)
    style = f" text:style-name={_quoted(first)}" if first else ""
    return f"<text:p{style}>".encode() + new_frame(part) + b"</text:p>"


def _is_kept(data: bytes, element: Element) -> bool:
    return element.name.startswith(("text:bookmark", "text:change")) or (
        element.name in PARAGRAPHS and not text_of(data, element)
    )


def _inner(sheet: TextLeaf, paragraph: Element, text: str) -> bytes:
    """Return *text* with the letters of a paragraph: those of the span that it begins with."""
    span = paragraph.children[0] if paragraph.children else None
    if span is None or span.name != "text:span" or sheet.data[paragraph.inner : span.start].strip():
        return spelled_out(text)
    return sheet.data[span.start : span.inner] + spelled_out(text) + b"</text:span>"


def _tag(data: bytes, element: Element) -> bytes:
    """Return the tag that opens an element, as one that holds something."""
    tag = data[element.start : element.inner]
    return tag[:-2].rstrip() + b">" if tag.endswith(b"/>") else tag


def _cell_tag(data: bytes, cell: Element) -> bytes:
    """Return the tag of a cell, which is no number any more where a program took it for one."""
    tag = _tag(data, cell)
    return tag if cell.get("office:value-type") == "string" else _VALUE.sub(b"", tag)


def _text(sheet: TextLeaf, part: TextPart, model: Element | None, first: str, *, is_new: bool) -> bytes:
    if model is not None:
        before = text_of(sheet.data, model)
        if not is_new and text_line(before) == text_line(part.text):
            return sheet.raw(model)
        end = f"</{model.name}>".encode()
        return _tag(sheet.data, model) + _inner(sheet, model, as_point(part.text, before)) + end
    text = spelled_out(f"{POINT}{part.text}" if part.role == "item" else part.text)
    match part.role:
        case "heading":
            level = max(part.level, 1)
            style = f" text:style-name={_quoted(sheet.headings[level])}" if level in sheet.headings else ""
            return f'<text:h{style} text:outline-level="{level}">'.encode() + text + b"</text:h>"
        case "title" | "caption":
            name = sheet.style("phareTitle")
        case "note":
            name = sheet.style("phareNote")
        case _:
            name = first
    style = f" text:style-name={_quoted(name)}" if name else ""
    return f"<text:p{style}>".encode() + text + b"</text:p>"


def _quoted(text: str) -> str:
    return value(text).decode()


def _table(sheet: TextLeaf, part: GridPart, model: Element | None, *, is_new: bool) -> bytes:
    rows = rows_of(model) if model else []
    if model is None or not rows or is_new or _columns(model) != len(part.headings):
        return _new_table(sheet, part)
    lines = (part.headings, *part.rows)
    last = rows[-1].parent
    after = last.end if last is not None and last.name == "table:table-header-rows" else rows[-1].end

    def write(place: int) -> bytes:
        like = model_row(rows, place)
        return _row(sheet, lines[place], like, part, is_new=place >= len(rows), is_head=place == 0)

    lead = sheet.data[model.start : rows[0].start]
    return lead + rows_replaced(sheet.data, rows, model.end, len(lines), write, after)


def _columns(table: Element) -> int:
    """Return how many columns a table has."""
    count = 0
    for each in table.walk():
        if each.name == "table:table-column" and each.parent in (table, *table.children):
            repeated = each.get("table:number-columns-repeated")
            count += int(repeated) if repeated.isdigit() else 1
    return count


def _row(
    sheet: TextLeaf,
    cells: Sequence[str],
    like: Element | None,
    part: GridPart,
    *,
    is_new: bool,
    is_head: bool,
) -> bytes:
    models = cells_of(like) if like else []
    odd = any(
        each.name != "table:table-cell" or set(each.attributes) & _SPANNING
        for each in (like.children if like else [])
    )
    if like is None or len(models) != len(cells) or odd:
        return _new_row(sheet, cells, part, is_head=is_head)
    pieces = [sheet.data[like.start : like.inner]]
    for text, model in zip(cells, models, strict=True):
        if not is_new and one_blank(cell_text(sheet.data, model)) == one_blank(text):
            pieces.append(sheet.raw(model))
            continue
        paragraph = next((each for each in model.children if each.name in PARAGRAPHS), None)
        body = b"<text:p>" + spelled_out(text) + b"</text:p>"
        if paragraph is not None:
            end = f"</{paragraph.name}>".encode()
            body = _tag(sheet.data, paragraph) + _inner(sheet, paragraph, text) + end
        pieces += [_cell_tag(sheet.data, model), body, b"</table:table-cell>"]
    return b"".join([*pieces, b"</table:table-row>"])


_SPANNING = frozenset(
    {"table:number-columns-spanned", "table:number-rows-spanned", "table:number-columns-repeated"}
)


def _new_table(sheet: TextLeaf, part: GridPart) -> bytes:
    columns = "".join(
        f'<table:table-column table:style-name="{sheet.style(f"{COLUMN}{share}")}"/>'
        for share in part.shares(1000)
    )
    head = _new_row(sheet, part.headings, part, is_head=True)
    rows = b"".join(_new_row(sheet, row, part, is_head=False) for row in part.rows)
    start = f'<table:table table:style-name="{sheet.style("phareTable")}">{columns}<table:table-header-rows>'
    return start.encode() + head + b"</table:table-header-rows>" + rows + b"</table:table>"


def _new_row(sheet: TextLeaf, cells: Sequence[str], part: GridPart, *, is_head: bool) -> bytes:
    pieces = [f'<table:table-row table:style-name="{sheet.style("phareRow")}">'.encode()]
    for text, numeric, is_apart in zip(cells, part.numeric, part.apart, strict=True):
        head, plain = ("phareLabelBeside", "phareBeside") if is_apart else ("phareLabel", "phareText")
        names = ("phareUnit" if numeric else head) if is_head else "phareFigure" if numeric else plain
        cell = sheet.style("phareHead" if is_head else "phareCell")
        pieces += [
            f'<table:table-cell table:style-name="{cell}" office:value-type="string"><text:p text:style-name='
            f'"{sheet.style(names)}">'.encode(),
            spelled_out(text),
            b"</text:p></table:table-cell>",
        ]
    return b"".join([*pieces, b"</table:table-row>"])
