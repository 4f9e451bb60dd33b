"""Keep in properties of a presentation where its blocks stand: a program may drop the alternative texts that say it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from phare_cli.documents.office.answer_parts import one_blank
from phare_cli.documents.office.markup import Element, content, edited, parse, words
from phare_cli.documents.office.open_packaging import HEAD, OFFICE, relation, with_child
from phare_cli.documents.office.package import Package
from phare_cli.documents.office.record import digits

_PART, _LINKS, _TYPES = "docProps/custom.xml", "_rels/.rels", "[Content_Types].xml"
_NAME = re.compile(r"phare (\d+)")
_LONGEST = 240  # letters of a property; programs of Office show, and some keep, no more than 255
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties that people name
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_OLD = re.compile(rb"<Application>\s*LibreOffice/(\d+)\.(\d+)")
_KEEPS = (7, 6)  # the first LibreOffice that keeps the alternative texts of shapes


class KeptShape(NamedTuple):
    """A shape that holds blocks: its part, its name, the digits of its text, what its alternative text says of each.

    *around* are the words before and after each block that is a figure.
    """

    part: str
    name: str
    text: str
    lines: tuple[str, ...]
    around: tuple[tuple[str, str], ...]


def text_digits(text: str) -> str:
    """Return the digits of what a shape says."""
    return digits(one_blank(text))


class DeckRecord:
    """What was kept of the shapes of a presentation, each until a shape takes it."""

    def __init__(self, package: Package) -> None:
        self._kept = kept_shapes(package)
        self._is_needed = _drops_alternatives(package)

    def take(self, part: str, name: str, lines: tuple[str, ...], text: str) -> KeptShape | None:
        """Return what was kept of a shape whose alternative text holds *lines* of commands.

        One that holds none has lost them where the program that saved it keeps none; else a person took them out.
        """
        tests: tuple[Callable[[KeptShape], bool], ...] = (
            lambda each: each.lines == lines and (each.part, each.name) == (part, name),
            lambda each: each.lines == lines,
        )
        if not lines:
            tests = (
                lambda each: (each.part, each.text) == (part, text),
                lambda each: (each.part, each.name) == (part, name),
                lambda each: each.text == text,
            )
            if not self._is_needed:
                return None
        found = next((each for test in tests for each in self._kept if test(each)), None)
        if found is not None:
            self._kept.remove(found)
        return found

    def left(self) -> list[KeptShape]:
        """Return the shapes that nothing took, and whose blocks a program dropped."""
        return self._kept if self._is_needed else []


def _drops_alternatives(package: Package) -> bool:
    """Tell whether the program that saved a presentation keeps no alternative texts of shapes."""
    version = _OLD.search(package.read("docProps/app.xml"))
    return version is not None and (int(version[1]), int(version[2])) < _KEEPS


def kept_shapes(package: Package) -> list[KeptShape]:
    """Return what was kept; nothing where somebody changed it."""
    data = package.read(_PART)
    if not data:
        return []
    pieces = sorted((number, words(data, text)) for number, text in _properties(parse(data)))
    try:
        return [
            KeptShape(part, name, text, tuple(lines), tuple((low, high) for low, high in sides))
            for part, name, text, lines, sides in json.loads("".join(piece for _, piece in pieces) or "[]")
        ]
    except (ValueError, TypeError):
        return []


def _properties(root: Element) -> Iterable[tuple[int, Element]]:
    for each in root.children:
        found = _NAME.fullmatch(each.get("name"))
        if found and each.children:
            yield int(found[1]), each.children[0]


def keep_shapes(package: Package, shapes: Sequence[KeptShape], changed: dict[str, bytes]) -> dict[str, bytes]:
    """Return *changed* with the properties that keep *shapes*, in the place of those that did."""
    if not package.read(_LINKS):
        return changed
    text = json.dumps(shapes, ensure_ascii=False, separators=(",", ":")) if shapes else ""
    data = package.read(_PART)
    if not data:
        if not text:
            return changed
        changed = {
            **changed,
            _LINKS: with_child(
                package.read(_LINKS),
                relation("rIdPhareKept", f"{OFFICE}/relationships/custom-properties", _PART),
            ),
            _TYPES: with_child(
                changed.get(_TYPES) or package.read(_TYPES),
                f'<Override PartName="/{_PART}" ContentType="{_TYPE}"/>'.encode(),
            ),
        }
        data = HEAD + f'<Properties xmlns="{OFFICE}/custom-properties"></Properties>'.encode()
    root = parse(data)
    others = [each for each in root.children if not _NAME.fullmatch(each.get("name"))]
    number = max([1, *(int(each.get("pid")) for each in others if each.get("pid").isdecimal())])
    mark = f"{root.prefix}:" if root.prefix else ""
    new = []
    for place, start in enumerate(range(0, len(text), _LONGEST), 1):
        piece = content(text[start : start + _LONGEST]).decode()
        new.append(
            f'<{mark}property fmtid="{_FORMAT}" pid="{number + place}" name="phare {place}">'
            f'<vt:lpwstr xmlns:vt="{OFFICE}/docPropsVTypes">{piece}</vt:lpwstr></{mark}property>'
        )
    if root.close == root.end:
        data = edited(data, [(root.inner - 2, root.inner, f"></{mark}Properties>".encode())])
        root = parse(data)
    gone = [(each.start, each.end, b"") for each in root.children if each not in others]
    return {**changed, _PART: edited(data, [*gone, (root.close, root.close, "".join(new).encode())])}
