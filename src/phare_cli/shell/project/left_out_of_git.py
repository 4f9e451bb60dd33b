"""Have git leave out what ``phare run`` keeps for itself, in the repository that a project lies in."""

import os
from pathlib import Path

from phare_cli.shell.project.steps import MEMORY

FILE = ".gitignore"
LINE = f"{MEMORY.parent}/"


def gitignore_to_write(folder: Path) -> tuple[bytes, bytes] | None:
    """Return what the ``.gitignore`` of *folder* holds, and what it is to hold; None where nothing is to be written.

    Nothing is outside of a repository, where one of its files leaves those folders out already, and where one cannot
    be read.
    """
    here = folder.absolute()
    root = next((place for place in (here, *here.parents) if os.path.lexists(place / ".git")), None)
    if root is None:
        return None
    held = b""
    for place in (here, *here.parents):
        try:
            held_there = (place / FILE).read_bytes() if os.path.lexists(place / FILE) else b""
        except OSError:
            return None
        if any(map(_leaves_out, held_there.splitlines())):
            return None
        held = held_there if place == here else held
        if place == root:
            break
    end = b"\r\n" if b"\r\n" in held else b"\n"
    return held, held + (b"" if not held or held.endswith(b"\n") else end) + LINE.encode() + end


def _leaves_out(line: bytes) -> bool:
    return line.strip().removeprefix(b"**/").strip(b"/") == str(MEMORY.parent).encode()
