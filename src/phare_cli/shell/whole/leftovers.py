"""Name the files that stand beside others while these are changed, and know those that a killed run has left."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from time import time

_JUST_MADE = 60.0  # seconds: an empty file that is younger may be one that a run is about to lock
_OURS = re.compile(r"\.phare-[0-9a-f]{12}\.(part|old)")


def name_beside(target: Path, *, is_copy: bool = False) -> Path:
    """Return a name that nobody has, in the folder of *target*; *is_copy* of what the target held before."""
    return target.with_name(f".phare-{os.urandom(6).hex()}.{'old' if is_copy else 'part'}")


def lock(descriptor: int) -> None:
    """Let other runs see that the file is at work, for as long as the process lives."""
    with suppress(ImportError, OSError):
        from fcntl import LOCK_EX, LOCK_NB, flock

        flock(descriptor, LOCK_EX | LOCK_NB)


def sweep(folder: Path) -> list[Path]:
    """Take away what killed runs have left in *folder*, and return the copies that are not for us to take."""
    left: list[Path] = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            ours = _OURS.fullmatch(entry.name)
            if ours and _is_left(Path(entry.path)):
                if ours[1] == "old":
                    left.append(Path(entry.path))
                else:
                    with suppress(OSError):
                        Path(entry.path).unlink()
    return left


def _is_left(path: Path) -> bool:
    """Tell whether the file at *path* is our user's, and no run is at work on it."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return False
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or (hasattr(os, "geteuid") and found.st_uid != os.geteuid()):
            return False
        if not found.st_size and time() - found.st_mtime < _JUST_MADE:
            return False
        from fcntl import LOCK_EX, LOCK_NB, flock

        flock(descriptor, LOCK_EX | LOCK_NB)
    except (ImportError, OSError):
        return False
    else:
        return True
    finally:
        os.close(descriptor)
