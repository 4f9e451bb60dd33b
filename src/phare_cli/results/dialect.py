"""Find the delimiter and the header: the pair under which the header holds the required columns."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from phare_cli.files.records import Fault, Record, records
from phare_cli.language.folding import fold
from phare_cli.nouns.contract import REQUIRED
from phare_cli.results.header import Header, header_of

DELIMITERS = (";", ",", "\t", "|")
HEAD = 40  # a header stands in the first lines or nowhere


class Dialect(NamedTuple):
    """How a file parts its cells, and where its header is. *is_stated* when a ``sep=`` line said so."""

    delimiter: str
    header: Header | None  # None in a file without any row
    is_stated: bool = False


def dialect_of(lines: Sequence[str], choices: Mapping[str, str]) -> Dialect:
    """Return the dialect of a file from its first lines."""
    delimiter = _stated(lines[0]) if lines else None
    if delimiter is not None:
        return Dialect(delimiter, find_header(_rows(lines[1:], delimiter, after=1), choices), is_stated=True)
    certain = _certain(lines, choices)
    if certain is not None:
        return certain
    found = []
    for delimiter in DELIMITERS:
        header = find_header(_rows(lines, delimiter), choices)
        if header is not None:
            found.append((delimiter, header))
            if header.is_whole and header.width > 1:
                break
    if not found:
        return Dialect(DELIMITERS[0], None)
    return Dialect(*max(found, key=lambda pair: (pair[1].is_whole, pair[1].known, pair[1].width)))


def _stated(line: str) -> str | None:
    """Return the delimiter that a ``sep=`` line states."""
    if "sep=" not in line.lower():
        return None
    found = re.fullmatch(r"""(["']?)sep=([^\w\s"]|\t)\1""", line.rstrip("\r\n"), re.IGNORECASE)
    return found[2] if found else None


def _certain(lines: Sequence[str], choices: Mapping[str, str]) -> Dialect | None:
    """Return what dialect_of() would, soon and for good files only: it need not weigh rows that are too short.

    Weighing every row under every delimiter, for what the header of a bad file lacks, costs half the reading of a
    short file.
    """
    named = [choices.get(column, column) for column in REQUIRED]
    least = len(
        {fold(name) for name in named if not name.startswith("=")}
    )  # two of ours may be one of theirs
    if least < 2:
        return None
    for delimiter in DELIMITERS:
        for line, cells in _rows(lines, delimiter):
            if len(cells) >= least and any(cell.strip(" \t;,|") for cell in cells):
                header = header_of(line, cells, choices)
                if header.is_whole:
                    return Dialect(delimiter, header)
    return None


def find_header(rows: Iterable[Record], choices: Mapping[str, str]) -> Header | None:
    """Return the first row that holds every required column, else the row that names the most columns."""
    best: Header | None = None
    for line, cells in rows:
        if not any(cell.strip(" \t;,|") for cell in cells):
            continue
        header = header_of(line, cells, choices)
        if header.is_whole:
            return header
        if best is None or header.known > max(best.known, 1):  # one word in a title makes no header
            best = header
    return best


def _rows(lines: Sequence[str], delimiter: str, *, after: int = 0) -> Iterable[Record]:
    return records(lines, delimiter, _ignored, after=after)


def _ignored(fault: Fault, line: int, text: str) -> None:
    """The same rows are read again with their problems once the delimiter is known."""
