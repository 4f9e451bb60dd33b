"""Find the header of a results file among its first rows: the one that holds the required columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from phare_cli.files.delimiter import Fit
from phare_cli.files.records import Record
from phare_cli.language.folding import fold
from phare_cli.nouns.contract import REQUIRED
from phare_cli.results.headers.header import Header, header_of

if TYPE_CHECKING:
    from phare_cli.files.delimiter import FindHeader


def header_finders(choices: Mapping[str, str], usual: Collection[str]) -> tuple[FindHeader[Header], ...]:
    """Return what finds the header under what ``--map`` chose: soon in a good file, else the best there is.

    *usual* as header_of() has it.
    """
    named = [choices.get(column, column) for column in REQUIRED]
    # Two of ours may be one of theirs.
    least = len({fold(name) for name in named if not name.startswith("=")})
    weigh = partial(find_header, choices=choices, usual=usual)
    soon = partial(_find_soon, choices=choices, usual=usual, least=least)
    return (weigh,) if least < 2 else (soon, weigh)


def find_header(
    rows: Iterable[Record], choices: Mapping[str, str], usual: Collection[str] = ()
) -> Fit[Header] | None:
    """Return the first row that holds every required column, else the row that names the most columns."""
    best: Header | None = None
    for line, cells in rows:
        if not any(cell.strip(" \t;,|") for cell in cells):
            continue
        header = header_of(line, cells, choices, usual)
        if header.is_whole:
            return _fit(header)
        if best is None or header.known > max(best.known, 1):  # one word in a title makes no header
            best = header
    return None if best is None else _fit(best)


def _find_soon(
    rows: Iterable[Record], choices: Mapping[str, str], usual: Collection[str], least: int
) -> Fit[Header] | None:
    """Return the first whole header among rows of *least* cells and more, None without one.

    Weighing every row under every delimiter, for what the header of a bad file lacks, costs half the reading of a
    short file.
    """
    for line, cells in rows:
        if len(cells) >= least and any(cell.strip(" \t;,|") for cell in cells):
            header = header_of(line, cells, choices, usual)
            if header.is_whole:
                return _fit(header, is_certain=True)
    return None


def _fit(header: Header, *, is_certain: bool = False) -> Fit[Header]:
    rank = (int(header.is_whole), header.known, header.width)
    is_certain = is_certain or (header.is_whole and header.width > 1)
    return Fit(header, header.line, rank, is_whole=header.is_whole, is_certain=is_certain)
