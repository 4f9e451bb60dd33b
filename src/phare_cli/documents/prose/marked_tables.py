"""Read tables whose cells are marked one by one: lists of reStructuredText, and AsciiDoc."""

import re
from collections.abc import Sequence

from phare_cli.documents.prose.inline_marks import add_words
from phare_cli.documents.prose.passage import Gathered, ProseLine, ProsePassage
from phare_cli.documents.prose.tables import DrawnTable, table_passages, table_title

_DIRECTIVE = re.compile(r"\s*\.\. (list-)?table::\s*")
_OPTION = re.compile(r"\s*:([\w-]+):\s*(\d*)")
_CELL = re.compile(r"\s*(\* +)?- +|\s*(\* +)?-$")
_FENCE = re.compile(r"\|={3,}\s*$")
_PARTED = re.compile(
    r"(?:(?<=\s)|^)(?:\d+[.+*\d]*)?[<^>.]*[a-z]?\|"
)  # a cell may say what it spans, and its style
_ATTRIBUTES = re.compile(r"\[[^\[\]]*\]\s*$")


def marked_table(lines: Sequence[ProseLine], place: int) -> DrawnTable | None:
    """Return the table that begins at a line, with its title; the title alone where a grid follows it."""
    text = lines[place].text
    if directive := _DIRECTIVE.match(text):
        title = table_title(lines[place], directive.end())
        if directive[1] is None:
            return DrawnTable(title, _after_options(lines, place + 1)[1])
        return _listed(lines, place, title)
    after = place
    title = []
    if text[:1] == "." and text[1:2].isalnum():
        title, after = table_title(lines[place], 1), place + 1
    if after < len(lines) and _ATTRIBUTES.match(lines[after].text):
        after += 1
    if after < len(lines) and _FENCE.match(lines[after].text):
        return _fenced(lines, after, title)
    return None


def _after_options(lines: Sequence[ProseLine], place: int) -> tuple[dict[str, int], int]:
    """Return the numbers that the options of a directive give, and the first line after them that is not blank."""
    options = {}
    while place < len(lines) and (option := _OPTION.match(lines[place].text)):
        options[option[1]] = int(option[2] or 0)
        place += 1
    while place < len(lines) and not lines[place].text.strip():
        place += 1
    return options, place


def _listed(lines: Sequence[ProseLine], place: int, title: list[ProsePassage]) -> DrawnTable:
    options, at = _after_options(lines, place + 1)
    rows: list[list[Gathered]] = []
    margin = _indent(lines[place].text)
    while at < len(lines) and (not lines[at].text.strip() or _indent(lines[at].text) > margin):
        line = lines[at]
        marked = _CELL.match(line.text)
        if marked and (marked[1] or marked[2]):
            rows.append([])
        if marked and rows:
            rows[-1].append(Gathered())
        if rows and rows[-1]:
            rows[-1][-1].add(" ", line.offset)
            add_words(rows[-1][-1], line.text, line.offset, marked.end() if marked else 0)
        at += 1
    return DrawnTable([*title, *table_passages(rows, min(options.get("header-rows", 0), len(rows)))], at)


def _fenced(lines: Sequence[ProseLine], fence: int, title: list[ProsePassage]) -> DrawnTable:
    """Return a table of AsciiDoc: as many cells a row as its first line of cells has, or as its attributes name."""
    cells: list[Gathered] = []
    width, at = _columns_named(lines[fence - 1].text if fence else ""), fence + 1
    while at < len(lines) and not _FENCE.match(lines[at].text):
        line = lines[at]
        marks = list(_PARTED.finditer(line.text))
        if not marks and cells:
            cells[-1].add(" ", line.offset)
            add_words(cells[-1], line.text, line.offset)
        for number, mark in enumerate(marks):
            cells.append(Gathered())
            end = marks[number + 1].start() if number + 1 < len(marks) else len(line.text)
            add_words(cells[-1], line.text[:end], line.offset, mark.end())
        width = width or len(marks)
        at += 1
    rows = [cells[start : start + width] for start in range(0, len(cells), max(width, 1))]
    return DrawnTable([*title, *table_passages(rows)], at + 1)


def _columns_named(attributes: str) -> int:
    """Return how many columns the attributes of a table name: "[cols="2,1,1"]", "[cols="3*"]"."""
    named = re.search(r'cols="?([^"\]]*)', attributes)
    if named is None:
        return 0
    return sum(
        int(each[0]) if (each := re.findall(r"^\s*(\d+)\*", one)) else 1 for one in named[1].split(",")
    )


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
