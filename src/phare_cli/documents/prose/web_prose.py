"""Read an HTML page as passages; scripts, styles and what is hidden say nothing, and no address is fetched."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from html.parser import HTMLParser

from phare_cli.documents.prose.passage import CAPTION, Gathered, Prose, ProsePassage, Role, prose_of
from phare_cli.documents.prose.tables import table_passages

_SILENT = frozenset(
    ("script", "style", "head", "template", "noscript", "svg", "math", "pre", "code", "textarea")
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_WIDEST = 1000  # columns or rows that a cell spans, as browsers have it
_ROLES = {"li": Role.ITEM, "dd": Role.ITEM, "dt": Role.ITEM, "blockquote": Role.QUOTATION, "aside": Role.NOTE}
_VOID = frozenset(
    ("br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track")
)


def read_web(source: str) -> Prose:
    """Return the passages of an HTML page."""
    reader = _PageReader(source)
    # What is never closed goes on to the end; the parser would look for its end at each opening.
    ends = (
        source.find(opening, source.rfind(closing) + 1) for opening, closing in (("<!--", "-->"), ("<", ">"))
    )
    reader.feed(source[: min((end for end in ends if end >= 0), default=len(source))])
    reader.close()
    reader.flush()
    return prose_of(reader.passages, source, language=reader.language)


class _PageReader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.passages: list[ProsePassage] = []
        self.language = ""
        self._starts = [0]
        for place, character in enumerate(source):
            if character == "\n":
                self._starts.append(place + 1)
        self._gathered = Gathered()
        self._roles: list[Role] = []
        self._level = 0
        self._silent = 0
        self._rows: list[list[Gathered]] | None = None
        self._spans: dict[int, tuple[int, int]] = {}  # columns and rows of a cell

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def flush(self) -> None:
        if self._rows is None and not self._gathered.is_empty:
            role = Role.HEADING if self._level else (self._roles[-1] if self._roles else Role.PARAGRAPH)
            self.passages.append(self._gathered.passage(role, level=self._level))
        if self._rows is None:
            self._gathered = Gathered()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.language = dict(attrs).get("lang") or ""
        if tag in _SILENT:
            self._silent += tag not in _VOID
            return
        if tag in ("td", "th") and self._rows is not None:
            self._gathered = Gathered()
            if not self._rows:
                self._rows.append([])
            self._rows[-1].append(self._gathered)
            named = dict(attrs)
            self._spans[id(self._gathered)] = _span(named.get("colspan")), _span(named.get("rowspan"))
            return
        if tag == "tr" and self._rows is not None:
            self._rows.append([])
            return
        if tag == "br":
            self._gathered.add(" ", self._offset())
            return
        if tag in _INLINE:
            return
        if tag == "caption" and self._rows is not None:
            self._gathered = Gathered()
            return
        self.flush()
        if tag == "table":
            self._rows = []
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._level = int(tag[1])
        elif tag in ("caption", "figcaption"):
            self._level = CAPTION
        elif tag in _ROLES:
            self._roles.append(_ROLES[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
            return
        if tag in _INLINE or tag in _VOID:
            return
        if tag == "table" and self._rows is not None:
            self.passages += table_passages(_spread([row for row in self._rows if row], self._spans))
            self._spans = {}
            self._rows, self._gathered = None, Gathered()
            return
        if tag == "caption" and self._rows is not None:
            self.passages.append(self._gathered.passage(Role.HEADING, level=CAPTION))
            self._gathered, self._level = Gathered(), 0
            return
        self.flush()
        if tag == "figcaption" or (len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()):
            self._level = 0
        elif tag in _ROLES and self._roles:
            self._roles.pop()

    def parse_html_declaration(self, i: int) -> int:
        """Leave out ``<![ ... >``, as browsers do; the parser takes it for a marked section and gives up."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def parse_bogus_comment(self, i: int, report: int = 0) -> int:
        """Leave out what browsers take for a comment."""
        return self.rawdata.find(">", i) + 1 or -1

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._gathered.add(data, self._offset())

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name};")

    def _entity(self, written: str) -> None:
        if not self._silent:
            self._gathered.add(unescape(written), self._offset(), step=0)


def _span(written: str | None) -> int:
    return min(int(written), _WIDEST) if written and written.isascii() and written.isdigit() else 1


def _spread(rows: list[list[Gathered]], spans: Mapping[int, tuple[int, int]]) -> list[list[Gathered]]:
    """Return the cells of a table by row and column; one that spans several is in each of them."""
    below: dict[
        int, tuple[Gathered, int]
    ] = {}  # by column: what comes down from above, and for how many rows
    spread: list[list[Gathered]] = []
    for row in rows:
        cells: list[Gathered] = []
        own = iter(row)
        while True:
            cell, left = below.get(len(cells), (None, 0))
            columns = 1
            if cell is None:
                cell = next(own, None)
                if cell is None:
                    break
                columns, left = spans.get(id(cell), (1, 1))
            for _ in range(min(columns, max(1, _WIDEST - len(cells)))):
                if left > 1:
                    below[len(cells)] = cell, left - 1
                else:
                    below.pop(len(cells), None)
                cells.append(cell)
        spread.append(cells)
    return spread
