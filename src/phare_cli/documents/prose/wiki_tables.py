"""Read the tables of wikis and of LaTeX: Org, Jira, Textile, MediaWiki, tabular and longtable."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from phare_cli.documents.prose.inline_marks import add_words
from phare_cli.documents.prose.passage import Gathered, ProseLine, ProsePassage
from phare_cli.documents.prose.tables import DrawnTable, table_passages, table_title

_ORG_TITLE = re.compile(r"#\+caption:\s*", re.IGNORECASE)
_ORG_RULE = re.compile(r"\s*\|-[-+]*\|\s*$")
_PIPES = re.compile(r"\|+")
_TEXTILE = re.compile(r"(?:[_<>=^~]|[\\/]\d+|\([^()]*\)|\{[^{}]*\}|\[[^\[\]]*\])+\.\s")
_MEDIA_PART = re.compile(r"\|\||!!")
_MEDIA_ATTRIBUTES = re.compile(r"[^|\[\]{}]*=[^|\[\]{}]*\|(?!\|)")
_TEX_BEGIN = re.compile(r"\\begin\{(longtable|tabular[xy*]?)\}")
_TEX_TITLE = re.compile(r"\\caption(?:\[[^\]]*\])?\{")
_TEX_PART = re.compile(r"(?<!\\)&|\\\\|\\tabularnewline\b")
_TEX_SILENT = re.compile(r"\\ensuremath\{[^{}]{1,20}\}|\\[a-zA-Z]+\*?(?:\{\})?|[{}~]")
_TEX_SIGNS = {
    r"\textendash{}": "–",
    r"\textperiodcentered{}": "·",
    r"\textless{}": "<",
    r"\textquoteright{}": "’",
    r"\textquotesingle{}": "'",
    r"\textquotedblleft{}": "“",
    r"\textquotedblright{}": "”",
    r"\guillemotleft{}": "«",
    r"\guillemotright{}": "»",
    r"\oe{}": "œ",
    r"\OE{}": "Œ",
    r"\ss{}": "ß",
    r"\ensuremath{-}": "−",
    r"\ensuremath{\bigtriangleup}": "▲",
    r"\ensuremath{\bigtriangledown}": "▼",
    r"\ensuremath{\times}": "×",
    r"\ensuremath{\pm}": "±",
    r"\ensuremath{\leq}": "≤",
    r"\ensuremath{\geq}": "≥",
}
_UNREAD = "`"  # a sign of emphasis, which is passed over in the middle of a word


def wiki_table(lines: Sequence[ProseLine], place: int) -> DrawnTable | None:
    """Return the table that begins at a line, with its title; None where none does."""
    text = lines[place].text.lstrip()
    if text.startswith("{|"):
        return _media_wiki(lines, place)
    if _TEX_BEGIN.search(text):
        return _tex(lines, place)
    title = _ORG_TITLE.match(text)
    first = place + 1 if title else place
    end = first
    while end < len(lines) and _is_row(lines[end].text):
        end += 1
    if end - first < 2:
        return None
    caption = table_title(lines[place], title.end()) if title else []
    return DrawnTable([*caption, *_piped(lines[first:end])], end)


def _is_row(text: str) -> bool:
    stripped = text.strip()
    return len(stripped) > 2 and stripped[0] == stripped[-1] == "|"


def _piped(lines: Sequence[ProseLine]) -> Iterator[ProsePassage]:
    """Yield the cells of rows between pipes: heads stand above a rule, between double pipes, or are marked "_."."""
    rows: list[list[Gathered]] = []
    heads = 0
    for line in lines:
        if _ORG_RULE.match(line.text):
            heads = heads or len(rows)
            continue
        pipes = list(_PIPES.finditer(line.text))
        row = []
        for before, after in pairwise(pipes):
            start = before.end()
            if mark := _TEXTILE.match(line.text, start, after.start()):
                start = mark.end()
            row.append(Gathered())
            add_words(row[-1], line.text[: after.start()], line.offset, start)
            # a cell without a word between pipes is one of Jira's blanks, unless the pipes mark a head
            row.extend(Gathered() for _ in after[0][1:] if before[0] == "|")
        rows.append(row)
    return table_passages(rows, heads or None)


def _media_wiki(lines: Sequence[ProseLine], place: int) -> DrawnTable:
    rows: list[list[Gathered]] = [[]]
    title: list[ProsePassage] = []
    at = place + 1
    while at < len(lines) and not lines[at].text.lstrip().startswith("|}"):
        line, text = lines[at], lines[at].text
        start = len(text) - len(text.lstrip())
        if text.startswith("|+", start):
            title = table_title(line, _after_attributes(text, start + 2))
        elif text.startswith("|-", start):
            rows.append([])
        elif text[start : start + 1] in ("|", "!"):
            _add_media_cells(rows[-1], line, start + 1)
        elif rows[-1]:
            rows[-1][-1].add(" ", line.offset)
            add_words(rows[-1][-1], text, line.offset)
        at += 1
    return DrawnTable([*title, *table_passages([row for row in rows if row])], at + 1)


def _add_media_cells(row: list[Gathered], line: ProseLine, start: int) -> None:
    parts = [*_MEDIA_PART.finditer(line.text, start), None]
    for part in parts:
        row.append(Gathered())
        end = part.start() if part else len(line.text)
        add_words(row[-1], line.text[:end], line.offset, _after_attributes(line.text, start, end))
        start = part.end() if part else end


def _after_attributes(text: str, start: int, end: int | None = None) -> int:
    attributes = _MEDIA_ATTRIBUTES.match(text, start, len(text) if end is None else end)
    return attributes.end() if attributes else start


def _tex(lines: Sequence[ProseLine], place: int) -> DrawnTable:
    """Return a table of LaTeX; heads that a longtable repeats on each page are read once."""
    begun = _TEX_BEGIN.search(lines[place].text)
    close = f"\\end{{{begun[1]}}}" if begun else ""
    rows: list[list[Gathered]] = [[Gathered()]]
    title: list[ProsePassage] = []
    repeats = False
    at = place + 1
    while at < len(lines) and close not in lines[at].text:
        line = lines[at]
        if caption := _TEX_TITLE.search(line.text):
            title = table_title(spoken_tex(line), caption.end())
        elif "\\endfirsthead" in line.text:
            repeats = True
        elif "\\endhead" in line.text:
            repeats = False
        elif not repeats:
            _add_tex_cells(rows, line)
        at += 1
    return DrawnTable(
        [*title, *table_passages([row for row in rows if any(not c.is_empty for c in row)])], at + 1
    )


def _add_tex_cells(rows: list[list[Gathered]], line: ProseLine) -> None:
    start = 0
    rows[-1][-1].add(" ", line.offset)
    for part in [*_TEX_PART.finditer(line.text), None]:
        end = part.start() if part else len(line.text)
        add_words(rows[-1][-1], _spoken(line.text[:end]), line.offset, start)
        if part is None:
            return
        start = part.end()
        if part[0] == "&":
            rows[-1].append(Gathered())
        else:
            rows.append([Gathered()])


def spoken_tex(line: ProseLine) -> ProseLine:
    """Return a line of LaTeX as it is read aloud."""
    return ProseLine(_spoken(line.text), line.offset)


def _spoken(text: str) -> str:
    """Return text without its commands, signs that they name in their stead; each letter keeps its place."""
    return _TEX_SILENT.sub(_sign_of, text)


def _sign_of(silent: re.Match[str]) -> str:
    """Return what a command stands for, in as many letters as it has: blanks where it names no sign."""
    sign = _TEX_SIGNS.get(silent[0])
    return " " * len(silent[0]) if sign is None else sign.ljust(len(silent[0]), _UNREAD)
