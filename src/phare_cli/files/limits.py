"""How much phare reads at most, so that no file takes the memory of the machine, and what who runs it may set."""

from __future__ import annotations

import os

from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, sentence

LINE = 1 << 20  # characters of a line
CELL = 131_072  # characters of a cell; csv's own limit, which any library may change for all
JSON = 32 << 20  # bytes
WORKBOOK = 512 << 20  # bytes, unpacked; a sheet is read row by row
STRINGS = 128 << 20  # characters of the texts that the cells of a workbook share, which are held
ROWS = 1 << 20  # rows of a sheet, as many as Excel has
COLUMNS = 16_384  # columns of a sheet, as many as Excel has
CELLS = 10_000_000  # cells of a spreadsheet, whose file repeats them in a few bytes
PART = 64 << 20  # bytes of one part of an office document, unpacked
DOCUMENT = 64 << 20  # bytes: a document is held whole, some times over
PROSE = 32 << 20  # bytes of a document whose claims are looked for
# Bytes of all parts of a document that is copied, unpacked: its library holds them all at once.
COPY = 512 << 20
TEMPLATE = 64 << 20  # bytes of a template
UNPACKED_TEMPLATE = 128 << 20  # bytes of its parts
CHOICES = 1 << 20  # bytes of a phare.toml or a spec, which are a page at most

# Variables of the environment, which is that of the user alone: no file that comes from others sets or raises them.
MEMORY, SIZE, SECONDS = "PHARE_MAX_MEMORY", "PHARE_MAX_SIZE", "PHARE_MAX_SECONDS"


def size_at_most(otherwise: int) -> int:
    """Return how many bytes of one file are read, unpacked: what the user has set, *otherwise* without that."""
    size = limit_set(SIZE)
    return otherwise if size is None else size << 20


def limit_set(name: str) -> int | None:
    """Return the limit that the user has set under *name*, None without one. Raises WrongOption for no number."""
    text = os.environ.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and int(text[:9]) > 0 and len(text) < 9):
        raise WrongOption(
            sentence(
                "{name} is “{text}”, and takes a whole number from 1 to 99999999. (phare help limits)",
                name=name,
                text=text,
            )
        )
    return int(text)


def refuse_unknown_limits() -> None:
    """Raise WrongOption for a limit under a name that nobody looks for, which would hold nothing."""
    known = (MEMORY, SIZE, SECONDS)
    for name in sorted(os.environ):
        if name.startswith("PHARE_MAX_") and name not in known:
            raise WrongOption(
                sentence(
                    "no limit is called {name}; {known} are. (phare help limits)",
                    name=name,
                    known=Listing(known),
                )
            )
