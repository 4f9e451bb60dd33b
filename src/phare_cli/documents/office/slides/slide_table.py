"""Lay the parts of an answer out as one table of a slide, in the form of the table that stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phare_cli.documents.office.answer_parts import GridPart, Part, TextPart, one_blank
from phare_cli.documents.office.markup import Element, content
from phare_cli.documents.office.old_form import paired
from phare_cli.documents.office.slides.shape_text import cell_text, is_one_cell, text_of

_POINT = 12_700  # units of a point
_LARGEST, _SMALLEST = 14, 7  # points of letters
_TABLE = b"http://schemas.openxmlformats.org/drawingml/2006/table"
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # the style of tables without lines that PowerPoint has
_LEFT, _APART = 45_720, 127_000  # the margin of a cell, and of a text beside figures
_MARGINS = f'marL="{_LEFT}" marR="45720" marT="22860" marB="22860"'
_LINE = '<a:ln{} w="{}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln{}>'


@dataclass(frozen=True, slots=True)
class ShapeBox:
    """Where a shape stands on its slide."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class SlideRow:
    """A row of a table on a slide: *texts* of cells, or the paragraphs of one cell that goes through."""

    texts: tuple[str, ...]
    role: str
    numeric: tuple[bool, ...] = ()

    @property
    def is_whole(self) -> bool:
        return not self.numeric


def rows_for(parts: Sequence[Part]) -> list[SlideRow]:
    """Return an answer as the rows of one table, what is no table in rows of one cell, notes together."""
    rows: list[SlideRow] = []
    for part in parts:
        match part:
            case TextPart(text, role):
                if rows and role in ("note", "item") and rows[-1].role == role:
                    rows[-1] = SlideRow((*rows[-1].texts, text), role)
                else:
                    rows.append(SlideRow((text,), role))
            case GridPart():
                rows.append(SlideRow(part.headings, "head", part.numeric))
                rows += [SlideRow(row, "row", part.numeric) for row in part.rows]
    return rows


def new_table(parts: Sequence[Part], box: ShapeBox) -> bytes:
    """Return a table that fits a box, as far as letters that can be read do."""
    rows = rows_for(parts)
    grid = next(part for part in parts if isinstance(part, GridPart))
    size = _size(rows, box)
    height = int(size * _POINT * 1.5)
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in grid.shares(box.width))
    body = b"".join(_new_row(row, len(grid.headings), size, height) for row in rows)
    head = f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{_PLAIN}</a:tableStyleId></a:tblPr>'
    return f"{head}<a:tblGrid>{columns}</a:tblGrid>".encode() + body + b"</a:tbl>"


def new_frame(head: bytes, holder: bytes, table: bytes, box: ShapeBox) -> bytes:
    """Return the frame of a table, with the name *head* and the place *holder* of the shape before it."""
    place = f'<a:off x="{box.left}" y="{box.top}"/><a:ext cx="{box.width}" cy="{box.height}"/>'
    return (
        b'<p:graphicFrame><p:nvGraphicFramePr>%b<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        b"</p:cNvGraphicFramePr><p:nvPr>%b</p:nvPr></p:nvGraphicFramePr><p:xfrm>%b</p:xfrm><a:graphic>"
        b'<a:graphicData uri="%b">%b</a:graphicData></a:graphic></p:graphicFrame>'
    ) % (head, holder, place.encode(), _TABLE, table)


def _size(rows: Sequence[SlideRow], box: ShapeBox) -> float:
    """Return the points of letters with which *rows* fill a box."""
    for size in range(_LARGEST, _SMALLEST, -1):
        letters = box.width / (size * _POINT * 0.5)
        lines = sum(
            sum(1 + int(len(text) / letters) for text in row.texts) * 0.8 if row.is_whole else 1.25
            for row in rows
        )
        if lines * size * _POINT * 1.25 <= box.height:
            return size
    return _SMALLEST


def _run(text: str, letters: str) -> bytes:
    """Return the runs of a text of several lines."""
    lines = text.split("\n")
    runs = [b"<a:r>" + letters.encode() + b"<a:t>" + content(line) + b"</a:t></a:r>" for line in lines]
    return b"<a:br/>".join(runs)


def _new_row(row: SlideRow, columns: int, size: float, height: int) -> bytes:
    is_bold = row.role in ("head", "title", "caption", "heading")
    points = size if row.role != "note" else max(_SMALLEST, size * 0.8)
    letters = f'<a:rPr sz="{int(points * 100)}"{" b=" + chr(34) + "1" + chr(34) if is_bold else ""}/>'
    under = (
        _LINE.format("B", 12_700 if row.role == "head" else 6_350, "B") if row.role in ("head", "row") else ""
    )
    over = _LINE.format("T", 12_700, "T") if row.role == "head" else ""
    form = f"<a:tcPr {_MARGINS}>{over}{under}</a:tcPr>"
    if row.is_whole:
        paragraphs = b"".join(b"<a:p>" + _run(text, letters) + b"</a:p>" for text in row.texts)
        cells = _cell(paragraphs, form, f' gridSpan="{columns}"' if columns > 1 else "")
        cells += b"".join(
            _cell(b"<a:p/>", f"<a:tcPr {_MARGINS}/>", ' hMerge="1"') for _ in range(columns - 1)
        )
    else:
        apart = form.replace(f'marL="{_LEFT}"', f'marL="{_APART}"')
        cells = b"".join(
            _cell(
                b"<a:p>" + _side(numeric) + _run(text, letters) + b"</a:p>",
                apart if before and not numeric else form,
            )
            for text, before, numeric in zip(row.texts, (False, *row.numeric), row.numeric, strict=False)
        )
    return f'<a:tr h="{height}">'.encode() + cells + b"</a:tr>"


def _side(numeric: bool) -> bytes:
    return b'<a:pPr algn="r"/>' if numeric else b""


def _cell(paragraphs: bytes, form: str, joined: str = "") -> bytes:
    body = b"<a:txBody><a:bodyPr/><a:lstStyle/>" + paragraphs + b"</a:txBody>"
    return f"<a:tc{joined}>".encode() + body + form.encode() + b"</a:tc>"


def refreshed_table(data: bytes, table: Element, parts: Sequence[Part], box: ShapeBox) -> bytes:
    """Return a table with new texts in its cells; each row and cell keeps its form, a new one has that of its kind."""
    rows, old = rows_for(parts), table.each("a:tr")
    grid = table.child("a:tblGrid")
    columns = len(grid.each("a:gridCol")) if grid else 0
    wanted = next(len(part.headings) for part in parts if isinstance(part, GridPart))
    if columns != wanted or not old:
        return new_table(parts, box)
    kinds = ["whole" if is_one_cell(row) else "cells" for row in old]
    pairs = paired(kinds, ["whole" if row.is_whole and columns > 1 else "cells" for row in rows])
    pieces = [data[table.start : old[0].start]]
    last: dict[str, Element] = {}
    for known, each in zip(kinds, old, strict=True):
        last.setdefault(known, each)
    for place, row in enumerate(rows):
        kind = "whole" if row.is_whole and columns > 1 else "cells"
        twin = old[pairs[place]] if place in pairs else None
        model = twin if twin is not None and kinds[pairs[place]] == kind else last.get(kind)
        if model is None:
            pieces.append(_new_row(row, columns, _SMALLEST + 3, int((_SMALLEST + 3) * _POINT * 1.5)))
            continue
        last[kind] = model
        pieces.append(_row(data, row, model, is_new=model is not twin))
    return b"".join([*pieces, data[old[-1].end : table.end]])


_ID = re.compile(rb"<a:extLst>.*?</a:extLst>", re.DOTALL)  # a row has a number of its own


def _row(data: bytes, row: SlideRow, model: Element, *, is_new: bool) -> bytes:
    cells = model.each("a:tc")
    texts: tuple[str | None, ...] = (
        ("\n".join(row.texts), *(None,) * (len(cells) - 1)) if is_one_cell(model) else row.texts
    )
    if len(texts) != len(cells):
        return _new_row(row, len(cells), _SMALLEST + 3, int((_SMALLEST + 3) * _POINT * 1.5))
    pieces, at = [], model.start
    for cell, text in zip(cells, texts, strict=True):
        pieces.append(data[at : cell.start])
        at = cell.end
        if text is None or one_blank(cell_text(data, cell)) == one_blank(text):
            pieces.append(data[cell.start : cell.end])
            continue
        body = cell.child("a:txBody")
        if body is None:
            pieces.append(_cell(b"<a:p>" + _run(text, "") + b"</a:p>", "<a:tcPr/>"))
            continue
        old = body.each("a:p")
        lines = list(row.texts) if is_one_cell(model) else [text]
        new = b"".join(
            _paragraph(data, line, old[min(place, len(old) - 1)] if old else None)
            for place, line in enumerate(lines)
        )
        start, end = (old[0].start, old[-1].end) if old else (body.close, body.close)
        pieces += [data[cell.start : start], new, data[end : cell.end]]
    written = b"".join([*pieces, data[at : model.end]])
    return _ID.sub(b"", written) if is_new else written


def _paragraph(data: bytes, text: str, model: Element | None) -> bytes:
    if model is None:
        return b"<a:p>" + _run(text, "") + b"</a:p>"
    if one_blank(text_of(data, model)) == one_blank(text):
        return data[model.start : model.end]
    run = next((each for each in model.walk() if each.name == "a:rPr"), None)
    ending = model.child("a:endParaRPr")
    letters = data[run.start : run.end].decode() if run else ""
    if not run and ending:
        letters = data[ending.start : ending.end].decode().replace("a:endParaRPr", "a:rPr")
    form = model.child("a:pPr")
    kept = data[form.start : form.end] if form else b""
    tail = data[ending.start : ending.end] if ending else b""
    return b"<a:p>" + kept + _run(text, letters) + tail + b"</a:p>"
