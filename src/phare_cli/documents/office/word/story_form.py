"""Lay the parts of an answer out as paragraphs and tables of Word, in the form of those that they take the place of."""

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
from phare_cli.documents.office.word.paragraphs import cell_text, cells_of, rows_of, runs_of, text_of
from phare_cli.documents.office.word.word_pictures import exchanged, new_drawing, pictures_in

_STYLE = re.compile(rb"pStyle [^>]*?val=[\"']([^\"']*)")
_PIECES = re.compile(r"[\n\t]|[^\n\t]+")
# What stands between paragraphs, or in them, and ends elsewhere: it stays.
RANGES = frozenset(
    f"w:{kind}"
    for kind in (
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "permStart",
        "permEnd",
    )
)
_SINGLE = 'w:val="single" w:sz="{}" w:space="0" w:color="auto"'


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a document of Word: its bytes, its prefix for names, the styles that it may use by their names.

    *lists* are the ids of those that set points. *media* gathers the pictures that it needs, by what they show.
    """

    data: bytes
    prefix: str
    styles: Mapping[str, str]
    lists: frozenset[str] = frozenset()
    media: dict[str, bytes] = field(default_factory=dict)

    def written(self, markup: str) -> bytes:
        """Return *markup* with the prefix of the part."""
        return re.sub(r"(?<=[</ ])w:", f"{self.prefix}:" if self.prefix else "", markup).encode()

    def is_list(self, form: bytes) -> bool:
        """Tell whether the properties of a paragraph make it a point of a list."""
        style = _STYLE.search(form)
        return b"numPr" in form or (style is not None and style[1].decode() in self.lists)

    def raw(self, element: Element | None) -> bytes:
        return self.data[element.start : element.end] if element else b""


def run(page: Page, text: str, properties: bytes = b"", start: bytes = b"") -> bytes:
    """Return a run that shows *text*."""
    pieces = []
    for piece in _PIECES.findall(text):
        if piece == "\n":
            pieces.append(page.written("<w:br/>"))
        elif piece == "\t":
            pieces.append(page.written("<w:tab/>"))
        else:
            pieces.append(
                page.written('<w:t xml:space="preserve">') + content(piece) + page.written("</w:t>")
            )
    return (start or page.written("<w:r>")) + properties + b"".join(pieces) + page.written("</w:r>")


def run_form(page: Page, element: Element) -> bytes:
    """Return the properties of the first run that shows text in *element*."""
    shown = [each for each in runs_of(element) if each.child("w:t")] or list(runs_of(element))
    return page.raw(shown[0].child("w:rPr")) if shown else b""


def story(
    page: Page, parts: Sequence[Part], old: Sequence[Element], first: bytes = b"", *, is_verbatim: bool = True
) -> bytes:
    """Return *parts* as what stands in a story, each in the form of the *old* paragraph or table in its place.

    *first* are the properties of the paragraph that a command was typed in. Old ranges and empty paragraphs stay, and
    so does, to the byte, what says the same where it *is_verbatim*. A paragraph ends it all, as a cell must end.
    """
    if len(parts) == 1 and isinstance(parts[0], PicturePart):
        return _picture(page, parts[0], old, first, is_verbatim=is_verbatim)
    said = {place: words for place, each in enumerate(old) if (words := _said(page, each))}
    twins, _, likes = old_form(old, said, parts)
    pieces: list[bytes] = []
    copied = 0
    models: dict[str, Element] = {}
    for place, part in enumerate(parts):
        twin = old[twins[place]] if place in twins else None
        if place in twins:
            pieces.append(_between(page, old[copied : twins[place]], is_verbatim=is_verbatim))
            copied = twins[place] + 1
        kind = kind_of(part)
        model = likes[place] or models.get(kind)
        if isinstance(part, GridPart):
            pieces.append(_table(page, part, model))
        elif isinstance(part, TextPart):
            pieces.append(_paragraph(page, part, model, first, is_new=model is not twin or not is_verbatim))
        if model is not None:
            models[kind] = model
    pieces.append(_between(page, old[copied:], is_verbatim=is_verbatim))
    ends_in_table = bool(parts) and isinstance(parts[-1], GridPart)
    if not parts or (ends_in_table and not pieces[-1].rstrip().endswith(page.written("</w:p>"))):
        pieces.append(page.written("<w:p/>"))
    return b"".join(pieces)


def _said(page: Page, element: Element) -> tuple[str, str] | None:
    """Return the kind and the words of what says something."""
    if element.name == "w:tbl":
        return "table", ""
    said = text_of(page.data, element) if element.name == "w:p" else ""
    return ("text", text_line(said)) if said else None


def _between(page: Page, old: Sequence[Element], *, is_verbatim: bool) -> bytes:
    return b"".join(
        page.raw(each)
        for each in old
        if (is_verbatim and each.name in RANGES) or (each.name == "w:p" and not text_of(page.data, each))
    )


def _picture(
    page: Page, part: PicturePart, old: Sequence[Element], first: bytes, *, is_verbatim: bool
) -> bytes:
    """Return the paragraph of a picture, that of the *old* one where it stands there."""
    page.media[part.shows] = part.content
    model = next((each for each in old if each.name == "w:p" and pictures_in(each)), None)
    if model is not None and is_verbatim:
        kept = [page.raw(each) for each in old if each.name in RANGES]
        return b"".join([exchanged(page.data, model, part), *kept])
    start, end = page.written("<w:p>"), page.written("</w:r></w:p>")
    return start + first + page.written("<w:r>" + new_drawing(part)) + end


def _paragraph(page: Page, part: TextPart, model: Element | None, first: bytes, *, is_new: bool) -> bytes:
    if model is not None:
        before = text_of(page.data, model)
        if not is_new and text_line(before) == text_line(part.text):
            return page.raw(model)
        start = page.written("<w:p>") if is_new else page.data[model.start : model.inner]
        if start.endswith(b"/>"):
            start = page.written("<w:p>")
        kept = b"".join(page.raw(each) for each in model.children if each.name in RANGES and not is_new)
        body = run(page, as_point(part.text, before), run_form(page, model))
        return start + page.raw(model.child("w:pPr")) + body + kept + page.written("</w:p>")
    text, form, letters = part.text, first, ""
    in_list = page.is_list(first)
    beside = b"" if in_list else first  # title and notes are no points of the list that a command stands in
    match part.role:
        case "heading":
            style = page.styles.get(f"heading {min(part.level, 9)}")
            form = page.written(f"<w:pPr><w:pStyle w:val={_quoted(style)}/></w:pPr>") if style else b""
            letters = "" if style else "<w:rPr><w:b/></w:rPr>"
        case "title" | "caption":
            letters = "<w:rPr><w:b/></w:rPr>"
            form = beside or page.written(
                '<w:pPr><w:keepNext/><w:spacing w:before="120" w:after="60"/></w:pPr>'
            )
        case "item" if not in_list:
            style = page.styles.get("list bullet")
            text = text if style else f"{POINT}{text}"
            form = page.written(f"<w:pPr><w:pStyle w:val={_quoted(style)}/></w:pPr>") if style else first
        case "note":
            form = beside or page.written('<w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>')
            letters = '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
    return page.written("<w:p>") + form + run(page, text, page.written(letters)) + page.written("</w:p>")


def _quoted(text: str | None) -> str:
    return value(text or "").decode()


def _table(page: Page, part: GridPart, model: Element | None) -> bytes:
    """Return a table: of the form of *model* row by row and column by column, else of our own."""
    if model is None:
        return _new_table(page, part)
    rows = rows_of(model)
    if not rows:
        return _new_table(page, part)
    lead = page.data[model.start : rows[0].start]
    if len(_grid(model)) != len(part.headings):
        lead = page.data[model.start : model.inner] + page.raw(model.child("w:tblPr")) + _new_grid(page, part)
    lines = (part.headings, *part.rows)

    def write(place: int) -> bytes:
        like = model_row(rows, place)
        return _row(page, lines[place], like, part, is_new=place >= len(rows), is_head=place == 0)

    return lead + rows_replaced(page.data, rows, model.end, len(lines), write, rows[-1].end)


def _row(
    page: Page, cells: Sequence[str], like: Element | None, part: GridPart, *, is_new: bool, is_head: bool
) -> bytes:
    models = cells_of(like) if like else []
    spans = any(cell.child("w:tcPr", "w:gridSpan") or cell.child("w:tcPr", "w:vMerge") for cell in models)
    if like is None or not models or spans:
        return _new_row(page, cells, part, is_head=is_head)
    same = len(models) == len(cells)
    start = page.written("<w:tr>") if is_new else page.data[like.start : like.inner]
    pieces = [start, page.raw(like.child("w:tblPrEx")), page.raw(like.child("w:trPr"))]
    for place, text in enumerate(cells):
        model = models[min(place, len(models) - 1)]
        if same and not is_new and one_blank(cell_text(page.data, model)) == one_blank(text):
            pieces.append(page.raw(model))
            continue
        paragraph = model.child("w:p")
        form = page.raw(model.child("w:tcPr")) if same else b""
        lead = page.written("<w:tc>") + form + page.written("<w:p>")
        properties = page.raw(paragraph.child("w:pPr")) if paragraph else b""
        letters = run_form(page, paragraph) if paragraph else b""
        pieces += [lead, properties, run(page, text, letters), page.written("</w:p></w:tc>")]
    return b"".join([*pieces, page.written("</w:tr>")])


def _grid(table: Element) -> list[Element]:
    grid = table.child("w:tblGrid")
    return grid.each("w:gridCol") if grid else []


def _new_grid(page: Page, part: GridPart) -> bytes:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in part.shares(9000))
    return page.written(f"<w:tblGrid>{columns}</w:tblGrid>")


def _new_table(page: Page, part: GridPart) -> bytes:
    style = page.styles.get("phare table")
    look = (
        f"<w:tblStyle w:val={_quoted(style)}/>" if style else "",
        '<w:tblW w:w="5000" w:type="pct"/>',
        ""
        if style
        else f"<w:tblBorders><w:top {_SINGLE.format(8)}/><w:bottom {_SINGLE.format(8)}/>"
        f"<w:insideH {_SINGLE.format(4)}/></w:tblBorders>",
        '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>',
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        'w:noVBand="1"/>',
    )
    start = page.written(f"<w:tbl><w:tblPr>{''.join(look)}</w:tblPr>") + _new_grid(page, part)
    rows = [
        _new_row(page, cells, part, is_head=place == 0)
        for place, cells in enumerate((part.headings, *part.rows))
    ]
    return b"".join([start, *rows, page.written("</w:tbl>")])


def _new_row(page: Page, cells: Sequence[str], part: GridPart, *, is_head: bool) -> bytes:
    properties = "<w:trPr><w:cantSplit/>" + "<w:tblHeader/>" * is_head + "</w:trPr>"
    pieces = [page.written(f"<w:tr>{properties}")]
    columns = zip(cells, part.shares(9000), part.numeric, part.apart, strict=True)
    for text, width, numeric, is_apart in columns:
        left = '<w:tcMar><w:left w:w="220" w:type="dxa"/></w:tcMar>' * is_apart
        side = '<w:jc w:val="right"/>' * numeric
        form = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{left}</w:tcPr><w:p><w:pPr>'
        spacing = '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'
        letters = page.written(f'<w:rPr>{"<w:b/>" * is_head}<w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>')
        pieces += [
            page.written(f"{form}{'<w:keepNext/>' * is_head}{spacing}{side}</w:pPr>"),
            run(page, text, letters),
            page.written("</w:p></w:tc>"),
        ]
    return b"".join([*pieces, page.written("</w:tr>")])
