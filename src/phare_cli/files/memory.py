"""Tell a lack of memory from damage, whatever a library calls it, and before one ends the process for it."""

from __future__ import annotations

import errno
import sys

_WORDS = (
    "allocate memory",
    "map segment",
    "start new thread",
    "bad_alloc",
    "out of memory",
    "allocation failed",
)

# MB of addresses that libraries take by being loaded; with less, some end the process, or read outside of theirs.
NUMPY, SPSS, PICTURES, PARQUET = 110, 130, 160, 340


def require_memory(megabytes: int, library: str) -> None:
    """Raise MemoryError where the system lets the process have less than a *library*, not loaded yet, will take."""
    if library in sys.modules:
        return
    try:
        import resource

        most = resource.getrlimit(resource.RLIMIT_AS)[0]
        if most == resource.RLIM_INFINITY:
            return
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123  # of the system, for no reader
            taken = int(file.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError, ValueError):  # a system that does not say so
        return
    if most - taken < megabytes << 20:
        raise MemoryError


def lacks_memory(error: BaseException | None) -> bool:
    """Tell whether *error*, or what has led to it, is one of the ways to say that there is no more memory."""
    while error is not None:
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
            return True
        is_of_library = not type(error).__module__.startswith("phare_cli")
        if is_of_library and any(words in str(error).lower() for words in _WORDS):
            return True
        error = error.__cause__ or error.__context__
    return False
