"""Read Markdown, and plain text, as passages: what is code, markup, a comment or front matter says nothing."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from phare_cli.documents.prose.passage import CAPTION, Gathered, Prose, ProsePassage, Role, prose_of

_HEADING = re.compile(r" {0,3}(#{1,6})\s+")
_ITEM = re.compile(r"\s*(?:[-*+•–]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?")
_QUOTE = re.compile(r" {0,3}>\s?")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:\s*")
_FENCE = re.compile(r"\s*(```+|~~~+)")
_RULE = re.compile(r"\s*([-*_=~^\"'+#.:]\s?)\1{2,}\s*$")
_ROW = re.compile(r"\s*\|?[^|\n]*\|")
_DELIMITERS = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$")
# Comments, tags, pictures, addresses of links, footnote marks and signs of emphasis: nothing that is read aloud.
# None reads again what one that began before it has read, or a line of openings would cost its square.
_TARGET = r"\]\((?:[^()\n]|\([^()\n]*\))*\)"
_SILENT = re.compile(
    rf"<!--(?:.*?-->|.*)|<[a-zA-Z/][^<>\n]*>|!\[[^\[\]\n]*{_TARGET}|{_TARGET}|\[\^[^\[\]\s]{{1,60}}\]|[*`]+"
    r"|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])",
    re.DOTALL,
)
_NAMES = 8  # cells of a row that name it
_MOST_HEADS = 3
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class _ProseLine(NamedTuple):
    text: str
    offset: int


def read_markdown(source: str) -> Prose:
    """Return the passages of a Markdown document."""
    return prose_of(list(_passages(_lines(source), is_markdown=True)), source)


def read_plain(source: str) -> Prose:
    """Return the passages of a plain text, or of reStructuredText: titles by their place, case or underline."""
    return prose_of(list(_passages(_lines(source), is_markdown=False)), source)


def _lines(source: str) -> list[_ProseLine]:
    lines, offset = [], 0
    for text in source.split("\n"):
        lines.append(_ProseLine(text.rstrip("\r"), offset))
        offset += len(text) + 1
    return lines


def _passages(lines: list[_ProseLine], *, is_markdown: bool) -> Iterator[ProsePassage]:
    place = _after_front_matter(lines)
    is_first = True
    while place < len(lines):
        line = lines[place]
        if not line.text.strip():
            place += 1
        elif fence := _FENCE.match(line.text):
            place = _after_fence(lines, place, fence[1])
        elif _RULE.match(line.text) or re.match(r"\s*\.\. (?!\|)", line.text):
            place += 1
        elif line.text.lstrip().startswith("<!--"):
            place = _after_comment(lines, place)
        elif heading := _HEADING.match(line.text):
            yield _gathered([line], len(heading[0])).passage(Role.HEADING, level=len(heading[1]))
            place, is_first = place + 1, False
        elif _is_table(lines, place):
            end = _end(lines, place, lambda text: "|" in text)
            yield from _table(lines[place:end])
            place, is_first = end, False
        else:
            end = _paragraph_end(lines, place)
            block = lines[place:end]
            under = lines[end].text if end < len(lines) else ""
            if _is_underline(under) or (not is_markdown and _is_title(block, is_first=is_first)):
                yield _gathered(block, 0).passage(Role.HEADING, level=1 if is_first else 2)
            else:
                yield from _paragraph(block)
            place, is_first = end, False


def _after_front_matter(lines: list[_ProseLine]) -> int:
    if lines and lines[0].text.rstrip() == "---":
        for place, line in enumerate(lines[1:200], 1):
            if line.text.rstrip() in ("---", "..."):
                return place + 1
    return 0


def _after_fence(lines: list[_ProseLine], place: int, fence: str) -> int:
    for after in range(place + 1, len(lines)):
        if lines[after].text.strip().startswith(fence):
            return after + 1
    return len(lines)


def _after_comment(lines: list[_ProseLine], place: int) -> int:
    """Return the line after a comment that opens a line; words may follow it on its own last line."""
    for after in range(place, len(lines)):
        before, end, rest = lines[after].text.partition("-->")
        if end:
            if rest.strip():
                lines[after] = _ProseLine(rest, lines[after].offset + len(before) + len(end))
                return after
            return after + 1
    return len(lines)


def _end(lines: list[_ProseLine], place: int, goes_on: Callable[[str], bool]) -> int:
    while place < len(lines) and lines[place].text.strip() and goes_on(lines[place].text):
        place += 1
    return place


def _paragraph_end(lines: list[_ProseLine], place: int) -> int:
    """Return the line after a paragraph, a list item or a quotation that begins at *place*."""
    quoted = bool(_QUOTE.match(lines[place].text))
    after = place + 1
    while after < len(lines):
        text = lines[after].text
        if not text.strip() or _HEADING.match(text) or _FENCE.match(text) or _RULE.match(text):
            break
        if _ITEM.match(text) or bool(_QUOTE.match(text)) != quoted or _NOTE.match(text):
            break
        after += 1
    return after


def _is_underline(text: str) -> bool:
    return bool(re.fullmatch(r"\s*([=\-~^\"'*+#.:])\1{2,}\s*", text))


def _is_title(block: list[_ProseLine], *, is_first: bool) -> bool:
    """Tell whether a line of plain text is a title: alone, and in capitals or the first of its document."""
    text = block[0].text.strip()
    if len(block) > 1 or len(text) > 120 or text[-1:] in ".;,":
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and (is_first or all(letter.isupper() for letter in letters))


def _paragraph(block: list[_ProseLine]) -> Iterator[ProsePassage]:
    first = block[0].text
    role, skipped = Role.PARAGRAPH, 0
    if quote := _QUOTE.match(first):
        role, skipped = Role.QUOTATION, len(quote[0])
        block = [block[0], *(_unquoted(line) for line in block[1:])]
    elif note := _NOTE.match(first):
        role, skipped = Role.NOTE, len(note[0])
    elif item := _ITEM.match(first):
        role, skipped = Role.ITEM, len(item[0])
    gathered = _gathered(block, skipped)
    if not gathered.is_empty:
        is_title = role is Role.PARAGRAPH and _is_bold(" ".join(line.text.strip() for line in block))
        yield gathered.passage(Role.HEADING, level=CAPTION) if is_title else gathered.passage(role)


def _is_bold(text: str) -> bool:
    """Tell whether a paragraph is bold from end to end, as the title of a table is."""
    return text.startswith("**") and text.endswith("**") and len(text) > 4 and "**" not in text[2:-2]


def _unquoted(line: _ProseLine) -> _ProseLine:
    quote = _QUOTE.match(line.text)
    return _ProseLine(line.text[quote.end() :], line.offset + quote.end()) if quote else line


def _gathered(block: list[_ProseLine], skipped: int) -> Gathered:
    gathered = Gathered()
    is_open = False
    for number, line in enumerate(block):
        if number:
            gathered.add(" ", line.offset)
        start = skipped if number == 0 else 0
        if is_open:  # the comment that a line above has opened
            end = line.text.find("-->")
            if end < 0:
                continue
            start = end + 3
        is_open = add_words(gathered, line.text.rstrip(" #") if skipped else line.text, line.offset, start)
    return gathered


def add_words(gathered: Gathered, text: str, offset: int, start: int = 0) -> bool:
    """Add the words of a line of Markdown from *start* on, without its markup; tell whether a comment is left open."""
    place = start
    is_open = False
    for silent in _SILENT.finditer(text, start):
        is_open = silent[0].startswith("<!--") and not silent[0].endswith("-->")
        bracket = text.rfind("[", place, silent.start()) if silent[0].startswith("](") else -1
        if bracket >= 0:
            gathered.add(text[place:bracket], offset + place)
            place = bracket + 1
        gathered.add(text[place : silent.start()], offset + place)
        place = silent.end()
    gathered.add(text[place:], offset + place)
    return is_open


def _is_table(lines: list[_ProseLine], place: int) -> bool:
    return (
        place + 1 < len(lines)
        and "|" in lines[place].text
        and bool(_ROW.match(lines[place].text))
        and bool(_DELIMITERS.match(lines[place + 1].text))
    )


def _table(rows: list[_ProseLine]) -> Iterator[ProsePassage]:
    """Yield the cells of a table, each with the words at the head of its row and column."""
    cells = [list(_cells(row)) for number, row in enumerate(rows) if number != 1]
    yield from table_passages(cells)


def _cells(row: _ProseLine) -> Iterator[Gathered]:
    start = len(row.text) - len(row.text.lstrip())
    if row.text[start : start + 1] == "|":
        start += 1
    stripped = row.text.rstrip()
    limit = len(stripped) - 1 if stripped.endswith("|") else len(stripped)
    for part in re.finditer(r"(?:\\.|[^|\\])*(?:\||$)", stripped[start:limit]):
        if part.start() == part.end() and part.start() > 0:
            break
        text = part[0].removesuffix("|")
        gathered = Gathered()
        add_words(gathered, text, row.offset + start + part.start())
        yield gathered


def table_passages(rows: list[list[Gathered]]) -> Iterator[ProsePassage]:
    """Yield each cell of *rows* below the heads and right of the first column, with its labels.

    A cell that spans several columns or rows is in each of them, and is yielded once.
    """
    heads = _heads(rows)
    header = [" · ".join(dict.fromkeys(filter(None, column))) for column in _columns(rows[:heads])]
    corner = header[0] if header else ""
    seen: set[int] = set()
    for row in rows[heads:]:
        texts = ["".join(cell.characters).strip() for cell in row]
        names: list[str] = []
        for number, cell in enumerate(row[1:], 1):
            before = texts[number - 1]
            if len(names) < _NAMES and before not in names and any(map(str.isalpha, before)):
                names.append(before)
            if not cell.is_empty and id(cell) not in seen and cell is not row[0]:
                seen.add(id(cell))
                column = header[number] if number < len(header) else ""
                yield cell.passage(Role.CELL, labels=(" · ".join(names) or texts[0], column, corner))


def _heads(rows: list[list[Gathered]]) -> int:
    """Return how many rows are heads: the first, and those below whose first cell says nothing of its own."""
    heads = min(len(rows), 1)
    while heads < min(len(rows) - 1, _MOST_HEADS):
        row, above = rows[heads], rows[heads - 1]
        is_nameless = bool(row) and (row[0].is_empty or (bool(above) and row[0] is above[0]))
        if not is_nameless or any(_holds_figure("".join(cell.characters)) for cell in row[1:]):
            break
        heads += 1
    return heads


def _holds_figure(text: str) -> bool:
    """Tell whether a cell holds digits that are no year."""
    return any(character.isdigit() for character in _YEAR.sub("", text))


def _columns(rows: list[list[Gathered]]) -> list[list[str]]:
    width = max(map(len, rows), default=0)
    return [["".join(row[at].characters).strip() for row in rows if at < len(row)] for at in range(width)]
