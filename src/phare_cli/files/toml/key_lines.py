"""Find on which line of a TOML file each key stands: the library that reads it does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

# What a line break may stand in, and what opens or closes what it may stand in.
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|[\[\]{}\n]', re.DOTALL
)
_HEADER = re.compile(r"\[{1,2}([^\[\]\n]+)\]{1,2}")
_KEY = re.compile(r"""((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:\s*\.\s*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
QUOTES = "\"'"
_MOST = 2_000  # characters of a key
_LAST = re.compile(r"(?:\.[^.\[\]]*|\[\d+\])$")


def key_lines(text: str) -> Mapping[str, int]:
    """Return the line of each key and table of *text*, which is TOML: ``question[2].column`` is one."""
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for line, statement in _statements(text):
        if header := _HEADER.match(statement):
            table = ""
            for part in _PART.findall(header[1]):
                table = f"{table}.{part.strip(QUOTES)}" if table else part.strip(QUOTES)
                named = table
                table = f"{table}[{counts[table]}]" if table in counts else table
            if statement.startswith("[["):
                counts[named] = counts.get(named, 0) + 1
                table = f"{named}[{counts[named]}]"
                found.setdefault(named, line)
            found.setdefault(table, line)
        elif key := _KEY.match(statement):
            path = ".".join(
                (*([table] if table else []), *(part.strip(QUOTES) for part in _PART.findall(key[1])))
            )
            found.setdefault(path, line)
    return found


def line_of(path: str, lines: Mapping[str, int]) -> int | None:
    """Return the line of a key, else that of the table in which it stands or should."""
    while path and path not in lines:
        shorter = _LAST.sub("", path)
        path = shorter if shorter != path else ""
    return lines.get(path)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line on which each statement begins, and the rest of the text from there on."""
    depth, line, start = 0, 1, 0
    yield 1, text[:_MOST].lstrip(" \t\ufeff")
    for token in _TOKEN.finditer(text):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        elif token[0] == "\n" and depth == 0:
            line += text.count("\n", start, token.end())
            start = token.end()
            yield line, text[start : start + _MOST].lstrip(" \t")
