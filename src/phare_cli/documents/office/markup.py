"""Read the XML of a part as elements with their places in its bytes, so that one place can be changed and no other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from types import MappingProxyType
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from phare_cli.nouns.message import Message, sentence

DTD = sentence("this document holds a declaration of its own markup (a DTD), which no office program writes.")
BROKEN = sentence(
    "this document holds a part that is no whole XML; open it in its program and save it again."
)
FOREIGN = sentence(
    "this document holds a part that is not in UTF-8; open it in its program and save it again."
)
DEEP = sentence("this document holds more elements, or deeper ones, than phare reads; part it.")
NAMES = sentence(
    "this document names its elements as no office program does; open it in its program and save it again."
)
_DEEPEST, _MOST = 250, 3_000_000  # elements within one another, and of a part

# The spaces of names that are read, each under the one prefix that the code knows.
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_SCHEMAS = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        f"{_SCHEMAS}wordprocessingml/2006/main": "w",
        f"{_STRICT}wordprocessingml/main": "w",
        f"{_SCHEMAS}drawingml/2006/main": "a",
        f"{_STRICT}drawingml/main": "a",
        f"{_SCHEMAS}presentationml/2006/main": "p",
        f"{_STRICT}presentationml/main": "p",
        f"{_SCHEMAS}markup-compatibility/2006": "mc",
        f"{_SCHEMAS}package/2006/relationships": "rel",
        f"{_SCHEMAS}package/2006/content-types": "types",
        f"{_SCHEMAS}package/2006/metadata/core-properties": "core",
        f"{_SCHEMAS}officeDocument/2006/relationships": "r",
        f"{_STRICT}officeDocument/relationships": "r",
        "http://purl.org/dc/elements/1.1/": "dc",
        "urn:phare-cli:blocks": "phare",
        f"{_OFFICE}office:1.0": "office",
        f"{_OFFICE}text:1.0": "text",
        f"{_OFFICE}table:1.0": "table",
        f"{_OFFICE}drawing:1.0": "draw",
        f"{_OFFICE}svg-compatible:1.0": "svg",
        f"{_SCHEMAS}drawingml/2006/wordprocessingDrawing": "wp",
        f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
        f"{_OFFICE}style:1.0": "style",
        f"{_OFFICE}xsl-fo-compatible:1.0": "fo",
        f"{_OFFICE}meta:1.0": "meta",
        f"{_OFFICE}manifest:1.0": "manifest",
    }
)
_TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_PIECE = re.compile(r"&[^;]*;|<!\[CDATA\[(.*?)\]\]>|<!--.*?-->|<\?.*?\?>|\r\n?|.", re.DOTALL)
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class MarkupError(Exception):
    """A part that is not read; *message* says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


class Element:
    """One element: its tag stands from *start* to *inner*, what it holds to *close*, its end tag to *end*."""

    __slots__ = ("attributes", "children", "close", "end", "inner", "name", "parent", "prefix", "start")

    def __init__(
        self,
        name: str,
        prefix: str,
        attributes: dict[str, str],
        parent: Element | None,
        start: int,
        inner: int,
    ) -> None:
        self.name, self.prefix, self.attributes, self.parent = name, prefix, attributes, parent
        self.start, self.inner, self.close, self.end = start, inner, inner, inner
        self.children: list[Element] = []

    def child(self, *names: str) -> Element | None:
        """Return what is found going down by *names*, the first of each."""
        found: Element | None = self
        for name in names:
            found = next((each for each in found.children if each.name == name), None) if found else None
        return found

    def each(self, name: str) -> list[Element]:
        """Return the children called *name*."""
        return [child for child in self.children if child.name == name]

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def walk(self) -> Iterator[Element]:
        """Yield the element and all in it, in order of the document."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.children))

    def ancestors(self) -> Iterator[Element]:
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


def parse(data: bytes) -> Element:
    """Return the root of a part. Raises MarkupError for what is broken, not in UTF-8, or declares its own markup."""
    reader = _MarkupReader(data)
    reader.read()
    if reader.root is None:
        raise MarkupError(BROKEN)
    return reader.root


class _MarkupReader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.root: Element | None = None
        self._open: Element | None = None
        self._names: dict[str, tuple[str, str]] = {}
        self._depth = self._count = 0

    def read(self) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.namespace_prefixes = True
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        self._parser = parser
        if self.data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in self.data[:4]:
            raise MarkupError(FOREIGN)
        try:
            parser.Parse(self.data, True)
        except expat.ExpatError:
            raise MarkupError(BROKEN) from None

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "utf8", "us-ascii", "ascii"):
            raise MarkupError(FOREIGN)

    def _refuse(self, *declaration: object) -> None:
        raise MarkupError(DTD)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        start = self._parser.CurrentByteIndex
        inner = self.data.index(b">", start) + 1
        if attributes and (
            self.data.count(b'"', start, inner) % 2 or self.data.count(b"'", start, inner) % 2
        ):
            found = _TAG.match(self.data, start)  # a “>” or a lone quote stands in a value
            inner = found.end() if found else inner
        self._depth += 1
        self._count += 1
        if self._depth > _DEEPEST or self._count > _MOST:
            raise MarkupError(DEEP)
        known, prefix = self._name(name)
        values = {self._name(key)[0]: value for key, value in attributes.items()} if attributes else {}
        element = Element(known, prefix, values, self._open, start, inner)
        if self._open is None:
            self.root = element
        else:
            self._open.children.append(element)
        self._open = element

    def _end(self, name: str) -> None:
        element = self._open
        if element is None:
            return
        if not self.data.startswith(b"/>", element.inner - 2):
            element.close = self._parser.CurrentByteIndex
            element.end = self.data.index(b">", element.close) + 1
        self._open = element.parent
        self._depth -= 1

    def _name(self, name: str) -> tuple[str, str]:
        """Return a name under the prefix that the code knows, and the prefix that the part has."""
        if name not in self._names:
            space, local, prefix, *_ = (*name.split(" "), "", "") if " " in name else ("", name, "")
            self._names[name] = (f"{PREFIXES.get(space, '?')}:{local}" if space else local), prefix
        return self._names[name]


def letters(data: bytes, element: Element) -> list[tuple[str, int, int]]:
    """Return each letter that an element without children holds, with its bytes from and to."""
    return letters_between(data, element.inner, element.close)


def letters_between(data: bytes, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return each letter of a text, with its bytes from and to."""
    found: list[tuple[str, int, int]] = []
    at = start
    for piece in _PIECE.finditer(data[start:end].decode("utf-8")):
        written = piece.group()
        stop = at + len(written.encode("utf-8"))
        if piece[1] is not None:
            place = at + len("<![CDATA[")
            for letter in piece[1]:
                found.append((letter, place, place + len(letter.encode("utf-8"))))
                place = found[-1][2]
        elif written[0] == "&":
            found += [(letter, at, stop) for letter in unescape(written)]
        elif written[0] != "<" or len(written) == 1:
            found.append(("\n" if written[0] == "\r" else written, at, stop))
        at = stop
    return found


def words(data: bytes, element: Element) -> str:
    """Return the text that an element without children holds."""
    written = data[element.inner : element.close]
    if b"<" in written:
        return "".join(letter for letter, _, _ in letters(data, element))
    return unescape(written.decode("utf-8")) if b"&" in written else written.decode("utf-8")


def texts_and_children(element: Element) -> Iterator[tuple[int, int, Element | None]]:
    """Yield what an element holds, in order: texts by their bytes from and to, and elements."""
    at = element.inner
    for child in element.children:
        if child.start > at:
            yield at, child.start, None
        yield child.start, child.end, child
        at = child.end
    if element.close > at:
        yield at, element.close, None


def content(text: str) -> bytes:
    """Return *text* as an element holds it; what XML cannot hold is shown as such."""
    return escape(_UNFIT.sub("\ufffd", text)).encode("utf-8")


def value(text: str) -> bytes:
    """Return *text* as the value of an attribute, with its quotes."""
    return quoteattr(_UNFIT.sub("\ufffd", text), {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}).encode("utf-8")


def attribute_edit(data: bytes, element: Element, name: str, text: str) -> tuple[int, int, bytes]:
    """Return the edit that gives an attribute, written *name* in the part, another value, or adds it."""
    tag = data[element.start : element.inner]
    written = name.encode()
    present = re.search(rb"\s" + re.escape(written) + rb"=(?:\"[^\"]*\"|'[^']*')", tag)
    new = b" " + written + b"=" + value(text)
    if present:
        return element.start + present.start(), element.start + present.end(), new
    place = element.inner - (2 if tag.endswith(b"/>") else 1)
    return place, place, new


def edited(data: bytes, edits: Iterable[tuple[int, int, bytes]]) -> bytes:
    """Return *data* with each place, from and to, replaced by what stands after it.

    Places do not overlap, but for an insertion in what another edit replaces, which goes with it.
    """
    pieces, copied = [], 0
    for start, end, new in sorted(edits):
        if start == end < copied:
            continue
        if start < copied:
            raise ValueError(start)
        pieces += [data[copied:start], new]
        copied = end
    return b"".join([*pieces, data[copied:]])


def joined(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places that touch as one."""
    whole: list[tuple[int, int]] = []
    for start, end in places:
        if whole and whole[-1][1] == start:
            whole[-1] = whole[-1][0], end
        else:
            whole.append((start, end))
    return whole
