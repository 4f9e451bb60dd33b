"""Put an answer in the place of a block of Word: edits of the bytes of its part, and of nothing beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from phare_cli.documents.office.answer_parts import Part, PicturePart, TextPart
from phare_cli.documents.office.blocks_found import Edit, Naming
from phare_cli.documents.office.markup import Element
from phare_cli.documents.office.word.controls import control
from phare_cli.documents.office.word.paragraphs import MARKS, Letter, runs_of
from phare_cli.documents.office.word.story_form import RANGES, Page, run, run_form, story

# What may stand in a paragraph beside a control that is alone in it.
EMPTY = RANGES | {"w:pPr", "w:proofErr"}
_PRESERVE = b' xml:space="preserve"'


@dataclass(frozen=True, slots=True)
class TypedPlace:
    """Where a command is typed: its letters, whether its paragraph holds nothing else, and may give way to several."""

    paragraph: Element
    typed: Sequence[Letter]
    alone: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """What two ends of a bookmark mark: whole elements of one parent."""

    name: str
    elements: list[Element]
    is_story: bool

    @property
    def start(self) -> int:
        return self.elements[0].start

    @property
    def end(self) -> int:
        return self.elements[-1].end


def stretch_of(first: Element, last: Element, name: str) -> Stretch | None:
    """Return the elements of one parent that hold all from *first* to *last*."""
    above = [first, *first.ancestors()]
    below = [last, *last.ancestors()]
    for depth, parent in enumerate(above[1:], 1):
        if parent in below:
            low, high = above[depth - 1], below[below.index(parent) - 1]
            places = parent.children
            elements = places[places.index(low) : places.index(high) + 1]
            if bare := _bare_control(parent, elements):
                elements = [bare]
            return Stretch(name, elements, any(each.name in ("w:p", "w:tbl") for each in elements))
    return None


def _bare_control(parent: Element, elements: list[Element]) -> Element | None:
    """Return the control that shows *elements* alone, and that nobody gave a tag."""
    control = parent.parent
    if parent.name != "w:sdtContent" or control is None or control.child("w:sdtPr", "w:tag"):
        return None
    others = [each for each in parent.children if each not in elements]
    return None if any(each.name == "w:t" for other in others for each in other.walk()) else control


def _control(page: Page, naming: Naming, body: bytes) -> bytes:
    return control(
        page.prefix, command=naming.command, title=naming.title, id=naming.id, name=naming.mark, body=body
    )


def _figure(parts: Sequence[Part]) -> str:
    return parts[0].text if parts and isinstance(parts[0], TextPart) else ""


def write_typed(page: Page, place: TypedPlace, parts: Sequence[Part], naming: Naming) -> list[Edit]:
    """Return the edits that put a control in the place of a typed command."""
    if place.alone and not _is_figure(parts):
        return [_whole_paragraph(page, place.paragraph, parts, naming, typed=place.typed)]
    first, last = place.typed[0], place.typed[-1]
    form = page.raw(first.run.child("w:rPr"))
    body = _control(page, naming, run(page, _figure(parts), form))
    start, end = first.start, last.end
    before = after = b""
    edits: list[Edit] = []
    if _is_at(first, page, at_start=True):
        start = first.run.start
    else:
        before = _ending(page, first)
        if first.holder.name == "w:t" and first.start > first.holder.inner:
            edits += _preserved(page, first.holder)
    if _is_at(last, page, at_start=False):
        end = last.run.end
    else:
        after = page.data[last.run.start : last.run.inner] + page.raw(last.run.child("w:rPr"))
        if last.holder.name == "w:t":
            after += page.written('<w:t xml:space="preserve">')
    kept = b"".join(page.raw(each) for each in _others(place))
    return [*edits, (start, end, before + body + kept + after)]


def _is_at(letter: Letter, page: Page, *, at_start: bool) -> bool:
    """Tell whether a letter is the first, or the last, of what its run shows, and the run's to give away."""
    shown = [each for each in letter.run.children if each.name != "w:rPr"]
    if letter.holder is not shown[0 if at_start else -1]:
        return False
    if letter.holder.name != "w:t":
        return True
    return letter.start == letter.holder.inner if at_start else letter.end == letter.holder.close


def _ending(page: Page, letter: Letter) -> bytes:
    return page.written("</w:t></w:r>" if letter.holder.name == "w:t" else "</w:r>")


def _preserved(page: Page, holder: Element) -> list[Edit]:
    tag = page.data[holder.start : holder.inner]
    return [] if b"xml:space" in tag else [(holder.inner - 1, holder.inner - 1, _PRESERVE)]


def _others(place: TypedPlace) -> list[Element]:
    """Return what stands between the runs of a command and is not part of it: a bookmark, the sign of a comment."""
    parent = place.typed[0].run.parent
    runs = {id(letter.run) for letter in place.typed}
    low, high = place.typed[0].run.start, place.typed[-1].run.end
    return [
        each
        for each in (parent.children if parent else [])
        if low < each.start and each.end <= high and id(each) not in runs and _is_kept(each)
    ]


def _is_kept(element: Element) -> bool:
    if element.name == "w:r":
        return any(
            child.name not in ("w:rPr", "w:t", "w:lastRenderedPageBreak") for child in element.children
        )
    return element.name != "w:proofErr"


def _is_figure(parts: Sequence[Part]) -> bool:
    return len(parts) == 1 and isinstance(parts[0], TextPart) and parts[0].role == "figure"


def _whole_paragraph(
    page: Page, paragraph: Element, parts: Sequence[Part], naming: Naming, typed: Sequence[Letter] = ()
) -> Edit:
    """Return the edit that puts a control for several parts in the place of a paragraph.

    What the paragraph holds beside the command stands after it, and so does the end of a section.
    """
    form = paragraph.child("w:pPr")
    section = form.child("w:sectPr") if form else None
    first = page.raw(form)
    if form is not None and section is not None:
        first = page.data[form.start : section.start] + page.data[section.end : form.end]
    runs = {id(letter.run) for letter in typed}
    others = [
        each
        for each in paragraph.children
        if each.name not in ("w:pPr", "w:sdt") and id(each) not in runs and _is_kept(each)
    ]
    after = b"".join(map(page.raw, others))
    if section is not None or any(each.name not in RANGES for each in others):
        after = page.written("<w:p>") + page.raw(form) + after + page.written("</w:p>")
    return paragraph.start, paragraph.end, _control(page, naming, story(page, parts, (), first)) + after


def write_inline(
    page: Page, element: Element, paragraph: Element | None, parts: Sequence[Part], naming: Naming
) -> list[Edit]:
    """Return the edits that change what a control in a sentence shows, and keep how it looks.

    A *paragraph* that holds nothing else gives way to several parts.
    """
    if paragraph is not None and not _is_figure(parts):
        return [_whole_paragraph(page, paragraph, parts, naming)]
    body = element.child("w:sdtContent")
    if body is None or body.inner == body.end:
        return [(element.start, element.end, _control(page, naming, run(page, _figure(parts))))]
    runs = list(runs_of(body))
    shown = next((each for each in runs if each.child("w:t")), None)
    placeholder = _placeholder(element)
    if placeholder or shown is None:
        form = page.raw(element.child("w:sdtPr", "w:rPr")) or (b"" if placeholder else run_form(page, body))
        return [
            *placeholder,
            (body.inner if placeholder else body.close, body.close, run(page, _figure(parts), form)),
        ]
    edits: list[Edit] = []
    for each in runs:
        letters = [child for child in each.children if child.name == "w:t" or child.name in MARKS]
        rest = [child for child in each.children if child.name != "w:rPr" and child not in letters]
        if each is shown:
            new = run(page, _figure(parts), page.raw(each.child("w:rPr")), page.data[each.start : each.inner])
            end = page.written("</w:r>")
            edits.append((each.start, each.end, new.removesuffix(end) + b"".join(map(page.raw, rest)) + end))
        elif rest:
            edits += [(child.start, child.end, b"") for child in letters]
        elif letters:
            edits.append((each.start, each.end, b""))
    return edits


def _placeholder(control: Element) -> list[Edit]:
    """Return the edit that takes away the sign that a control shows a text to be replaced, where it has one."""
    sign = control.child("w:sdtPr", "w:showingPlcHdr")
    return [(sign.start, sign.end, b"")] if sign else []


def write_story(page: Page, element: Element, parts: Sequence[Part], naming: Naming) -> list[Edit]:
    """Return the edits that change the paragraphs and tables of a control, and keep how they look."""
    body = element.child("w:sdtContent")
    if body is None or body.inner == body.end:
        return [(element.start, element.end, _control(page, naming, story(page, parts, ())))]
    placeholder = _placeholder(element)
    return [*placeholder, (body.inner, body.close, story(page, parts, () if placeholder else body.children))]


def write_stretch(page: Page, stretch: Stretch, parts: Sequence[Part], naming: Naming) -> list[Edit]:
    """Return the edit that puts a control around what only a bookmark marks, and what is new in it."""
    if stretch.is_story:
        whole = [each for each in stretch.elements if each.name in ("w:p", "w:tbl")]
        body = story(page, parts, whole, is_verbatim=isinstance(parts[0], PicturePart))
    else:
        form = next(
            (form for each in stretch.elements for found in each.walk() if found.name == "w:r" and found.child("w:t")
             for form in [page.raw(found.child("w:rPr"))]),
            b"",
        )  # fmt: skip
        body = run(page, _figure(parts), form)
    return [(stretch.start, stretch.end, _control(page, naming, body))]
