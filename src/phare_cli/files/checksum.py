"""Tell whether a file still holds what it held, by a checksum of its bytes."""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from pathlib import Path

_PIECE = 1 << 20
_DIGITS = 12


def checksum(path: Path) -> str | None:
    """Return a checksum of what the file at *path* holds; None for what is no file, or cannot be read.

    Line ends do not count: git may write others than it read.
    """
    try:
        return checksum_of_file(path)
    except (OSError, ValueError):
        return None


def checksum_of_file(path: Path) -> str | None:
    """Return what checksum() does; None for what is no file. Raises OSError, or ValueError for a name of none."""
    # Without waiting for somebody to write into it, should it be a pipe.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return None
        sum_of_bytes = sha256()
        kept = b""  # the first half of a line end, perhaps
        while piece := file.read(_PIECE):
            piece = kept + piece
            kept = b""
            if b"\r" in piece:  # looked for in a tenth of the time that a pair of letters takes
                kept = b"\r" if piece.endswith(b"\r") else b""
                piece = piece.removesuffix(b"\r").replace(b"\r\n", b"\n")
            sum_of_bytes.update(piece)
        sum_of_bytes.update(kept)
    return sum_of_bytes.hexdigest()[:_DIGITS]
