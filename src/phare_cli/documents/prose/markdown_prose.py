"""Read Markdown, and plain text, as passages: what is code, markup, a comment or front matter says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from phare_cli.documents.prose.inline_marks import add_words
from phare_cli.documents.prose.passage import (
    CAPTION,
    Gathered,
    Prose,
    ProseLine,
    ProsePassage,
    Role,
    prose_of,
)
from phare_cli.documents.prose.tables import DrawnTable, table_passages

_LEVELS = 6
_INDENTED = 3  # blanks before the sign of a heading
_BULLETS = ("-", "*", "+", "•", "–")
_NUMBERED = 3  # signs of the number of an item: "12."
_BOXES = ("[ ]", "[x]", "[X]")
# Each is compiled when a line begins with a sign of it: most begin with a letter.
_QUOTE = r" {0,3}>\s?"
_NOTE = r"\[\^[^\]\s]+\]:\s*"
_FENCE = r"\s*(```+|~~~+)"
_RULE = r"\s*([-*_=~^\"'+#.:]\s?)\1{2,}\s*$"
_DRAWN = "-*_=~^\"'+#.:"
_FENCED_TABLES = ("{|", "|===", "\\begin{")
_OPENINGS = ("+-", "==", "|", ".", "[", "#+", *_FENCED_TABLES)


def read_markdown(source: str) -> Prose:
    """Return the passages of a Markdown document."""
    return prose_of(list(_passages(_lines(source), is_markdown=True)), source)


def read_plain(source: str) -> Prose:
    """Return the passages of a plain text, or of reStructuredText: titles by their place, case or underline."""
    return prose_of(list(_passages(_lines(source), is_markdown=False)), source)


def _lines(source: str) -> list[ProseLine]:
    lines, offset = [], 0
    for text in source.split("\n"):
        lines.append(ProseLine(text.rstrip("\r"), offset))
        offset += len(text) + 1
    return lines


def _passages(lines: list[ProseLine], *, is_markdown: bool) -> Iterator[ProsePassage]:
    place = _after_front_matter(lines)
    is_first = True
    while place < len(lines):
        line = lines[place]
        sign = line.text.lstrip()[:1]
        if not sign:
            place += 1
        elif fence := _fence(line.text):
            place = _after_fence(lines, place, fence[1])
        elif _may_open_table(lines, place) and (table := _other_table(lines, place)):
            yield from table.passages
            place, is_first = table.end, False
        elif _is_rule(line.text) or (sign == "." and re.match(r"\s*\.\. (?!\|)", line.text)):
            place += 1
        elif line.text.lstrip().startswith("<!--"):
            place = _after_comment(lines, place)
        elif heading := _heading(line.text):
            level, skipped = heading
            yield _gathered([line], skipped).passage(Role.HEADING, level=level)
            place, is_first = place + 1, False
        elif _is_table(lines, place):
            end = _end(lines, place, lambda text: "|" in text)
            yield from _table(lines[place:end])
            place, is_first = end, False
        else:
            end = _paragraph_end(lines, place)
            block = _without_tex(lines[place:end])
            under = lines[end].text if end < len(lines) else ""
            if _is_underline(under) or (not is_markdown and _is_title(block, is_first=is_first)):
                yield _gathered(block, 0).passage(Role.HEADING, level=1 if is_first else 2)
            elif len(block) == 1 and _may_open_table(lines, end + 1) and _other_table(lines, end + 1):
                yield _gathered(block, 0).passage(Role.HEADING, level=CAPTION)
            else:
                yield from _paragraph(block)
            place, is_first = end, False


def _without_tex(block: list[ProseLine]) -> list[ProseLine]:
    """Return the lines of a paragraph with the signs that commands of LaTeX name in their stead."""
    if not any("\\text" in line.text or "\\ensuremath{" in line.text for line in block):
        return block
    from phare_cli.documents.prose.wiki_tables import spoken_tex  # few documents are of LaTeX

    return [spoken_tex(line) for line in block]


def _heading(text: str) -> tuple[int, int] | None:
    """Return the level of a heading and where its words begin; None where a line is none."""
    signs = text.lstrip(" ")
    words = signs.lstrip("#")
    level, blanks = len(signs) - len(words), len(words) - len(words.lstrip())
    if not 0 < level <= _LEVELS or not blanks or len(text) - len(signs) > _INDENTED:
        return None
    return level, len(text) - len(words) + blanks


def _fence(text: str) -> re.Match[str] | None:
    return re.match(_FENCE, text) if "```" in text or "~~~" in text else None


def _is_rule(text: str) -> bool:
    return _is_of_one_sign(text) and re.match(_RULE, text) is not None


def _item(text: str) -> int:
    """Return where the words of an item of a list begin, behind its sign and its box; 0 where a line is no item."""
    sign, *_ = text.split(maxsplit=1) or [""]
    is_numbered = sign[-1:] in (".", ")") and sign[:-1].isdecimal() and len(sign) <= _NUMBERED
    if sign not in _BULLETS and not is_numbered:
        return 0
    behind = text.lstrip()[len(sign) :]
    words = behind.lstrip()
    if words == behind:
        return 0
    if words.startswith(_BOXES) and words[3:4].isspace():
        words = words[3:].lstrip()
    return len(text) - len(words)


def _quote(text: str) -> re.Match[str] | None:
    return re.match(_QUOTE, text) if ">" in text[:4] else None


def _note(text: str) -> re.Match[str] | None:
    return re.match(_NOTE, text) if text.startswith("[^") else None


def _may_open_table(lines: list[ProseLine], place: int) -> bool:
    """Tell whether a table of another kind than Markdown's may begin at a line: most lines of a text begin none."""
    text = lines[place].text.lstrip() if place < len(lines) else ""
    return text.startswith(_OPENINGS) or _is_ruled(lines, place)


def _is_ruled(lines: list[ProseLine], place: int) -> bool:
    """Tell whether a rule is drawn under a line, or under the lines that its words are wrapped in."""
    below = lines[place + 1 : place + 5] if place < len(lines) and lines[place].text.strip() else []
    return any(line.text[:5] in ("─────", "-----") for line in below)


def _other_table(lines: list[ProseLine], place: int) -> DrawnTable | None:
    """Return the table of another kind than Markdown's that begins at a line; few documents hold one."""
    if _is_table(lines, place):
        return None
    from phare_cli.documents.prose.drawn_tables import drawn_table
    from phare_cli.documents.prose.marked_tables import marked_table
    from phare_cli.documents.prose.wiki_tables import wiki_table

    return marked_table(lines, place) or drawn_table(lines, place) or wiki_table(lines, place)


def _after_front_matter(lines: list[ProseLine]) -> int:
    if lines and lines[0].text.rstrip() == "---":
        for place, line in enumerate(lines[1:200], 1):
            if line.text.rstrip() in ("---", "..."):
                return place + 1
    return 0


def _after_fence(lines: list[ProseLine], place: int, fence: str) -> int:
    for after in range(place + 1, len(lines)):
        if lines[after].text.strip().startswith(fence):
            return after + 1
    return len(lines)


def _after_comment(lines: list[ProseLine], place: int) -> int:
    """Return the line after a comment that opens a line; words may follow it on its own last line."""
    for after in range(place, len(lines)):
        before, end, rest = lines[after].text.partition("-->")
        if end:
            if rest.strip():
                lines[after] = ProseLine(rest, lines[after].offset + len(before) + len(end))
                return after
            return after + 1
    return len(lines)


def _end(lines: list[ProseLine], place: int, goes_on: Callable[[str], bool]) -> int:
    while place < len(lines) and lines[place].text.strip() and goes_on(lines[place].text):
        place += 1
    return place


def _paragraph_end(lines: list[ProseLine], place: int) -> int:
    """Return the line after a paragraph, a list item or a quotation that begins at *place*."""
    quoted = bool(_quote(lines[place].text))
    after = place + 1
    while after < len(lines):
        text = lines[after].text
        if not text.strip() or _heading(text) or _fence(text) or _is_rule(text):
            break
        if text.startswith(_FENCED_TABLES):
            break
        if _item(text) or bool(_quote(text)) != quoted or _note(text):
            break
        after += 1
    return after


def _is_underline(text: str) -> bool:
    return _is_of_one_sign(text) and bool(re.fullmatch(r"\s*([=\-~^\"'*+#.:])\1{2,}\s*", text))


def _is_of_one_sign(text: str) -> bool:
    """Tell whether a line is one sign that lines are drawn with, again and again; most that begin so go on in words."""
    drawn = "".join(text.split())
    return drawn[:1] in _DRAWN and not drawn.strip(drawn[:1]) and bool(drawn)


def _is_title(block: list[ProseLine], *, is_first: bool) -> bool:
    """Tell whether a line of plain text is a title: alone, and in capitals or the first of its document."""
    text = block[0].text.strip()
    if len(block) > 1 or len(text) > 120 or text[-1:] in ".;,":
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and (is_first or all(letter.isupper() for letter in letters))


def _paragraph(block: list[ProseLine]) -> Iterator[ProsePassage]:
    first = block[0].text
    role, skipped = Role.PARAGRAPH, 0
    if quote := _quote(first):
        role, skipped = Role.QUOTATION, len(quote[0])
        block = [block[0], *(_unquoted(line) for line in block[1:])]
    elif note := _note(first):
        role, skipped = Role.NOTE, len(note[0])
    elif item := _item(first):
        role, skipped = Role.ITEM, item
    gathered = _gathered(block, skipped)
    if not gathered.is_empty:
        is_title = role is Role.PARAGRAPH and _is_bold(" ".join(line.text.strip() for line in block))
        yield gathered.passage(Role.HEADING, level=CAPTION) if is_title else gathered.passage(role)


def _is_bold(text: str) -> bool:
    """Tell whether a paragraph is bold from end to end, as the title of a table is."""
    return text.startswith("**") and text.endswith("**") and len(text) > 4 and "**" not in text[2:-2]


def _unquoted(line: ProseLine) -> ProseLine:
    quote = _quote(line.text)
    return ProseLine(line.text[quote.end() :], line.offset + quote.end()) if quote else line


def _gathered(block: list[ProseLine], skipped: int) -> Gathered:
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


def _is_table(lines: list[ProseLine], place: int) -> bool:
    return place + 1 < len(lines) and "|" in lines[place].text and _is_delimiters(lines[place + 1].text)


def _is_delimiters(text: str) -> bool:
    """Tell whether a line parts the head of a table from its rows: a row of dashes, a colon where one ends."""
    *cells, last = text.strip().removeprefix("|").split("|")
    return bool(cells) and all(map(_is_dashes, cells)) and (not last or _is_dashes(last))


def _is_dashes(cell: str) -> bool:
    dashes = cell.strip().removeprefix(":").removesuffix(":")
    return bool(dashes) and not dashes.strip("-")


def _table(rows: list[ProseLine]) -> Iterator[ProsePassage]:
    """Yield the cells of a table, each with the words at the head of its row and column."""
    cells = [list(_cells(row)) for number, row in enumerate(rows) if number != 1]
    yield from table_passages(cells)


def _cells(row: ProseLine) -> Iterator[Gathered]:
    start = len(row.text) - len(row.text.lstrip())
    if row.text[start : start + 1] == "|":
        start += 1
    stripped = row.text.rstrip()
    limit = len(stripped) - 1 if stripped.endswith("|") else len(stripped)
    for at, text in _parted(stripped[start:limit]):
        gathered = Gathered()
        add_words(gathered, text, row.offset + start + at)
        yield gathered


def _parted(row: str) -> Iterator[tuple[int, str]]:
    """Yield the cells of a row with where each begins; a sign behind a backslash parts none."""
    if "\\" in row:
        for part in re.finditer(r"(?:\\.|[^|\\])*(?:\||$)", row):
            if part.start() == part.end() and part.start() > 0:
                break
            yield part.start(), part[0].removesuffix("|")
        return
    at = 0
    for cell in row.removesuffix("|").split("|"):
        yield at, cell
        at += len(cell) + 1
