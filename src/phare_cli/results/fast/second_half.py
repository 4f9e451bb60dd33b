"""Have the second half of a large file read by a copy of this process, while this one reads the first half.

Only where that is sure to be harmless and of use: on Linux, of a file that lies on a disk, by a process of one thread
that has two processors or more. Everywhere else, and whatever goes wrong, one process reads on.
"""

from __future__ import annotations

import marshal
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from typing import Any, BinaryIO, NamedTuple

from phare_cli.files import limits

WORTH = 1 << 25  # bytes: of fewer a copy takes longer to make than it saves
_LINES = 3  # looked at to find one that is not blank


class SecondHalf(NamedTuple):
    """Where it starts, None where there is none, and what the copy found, waited for: nothing where it failed."""

    start: int | None
    found: Iterator[Any]


_NONE = SecondHalf(None, iter(()))


@contextmanager
def second_half(stream: BinaryIO, read: Callable[[BinaryIO], Iterable[Any]]) -> Iterator[SecondHalf]:
    """Let a copy of this process *read* what is left of a *stream* behind its middle, from the begin of a line on.

    What it raises is not known here, only that it found no more. It may yield what marshal writes.
    """
    start = _middle(stream) if _may_copy() else None
    if start is None:
        yield _NONE
        return
    reading, writing = os.pipe()
    try:
        process = os.fork()
    except OSError:  # no room for one more
        os.close(reading)
        os.close(writing)
        yield _NONE
        return
    if not process:
        try:
            os.close(reading)
            _tell(stream.fileno(), start, read, writing)
        finally:
            os._exit(0)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            yield SecondHalf(start, _found(pipe))
    finally:
        with suppress(OSError):
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _may_copy() -> bool:
    if sys.platform != "linux":
        return False
    import resource

    if resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY:
        return False  # what a run may take is not to be taken twice
    try:
        # A copy of a process with threads has their locks, and nobody to open them.
        return len(os.listdir("/proc/self/task")) == 1 < len(os.sched_getaffinity(0))  # noqa: PTH208  # no folder
    except OSError:
        return False


def _middle(stream: BinaryIO) -> int | None:
    """Return where a line begins, behind one that is not blank, in the middle of what is left of a file."""
    if not isinstance(getattr(stream, "raw", None), FileIO):
        return None
    begin, end = stream.tell(), os.fstat(stream.fileno()).st_size
    if end - begin < WORTH:
        return None
    stream.seek((begin + end) // 2)
    lines = (stream.readline(limits.LINE) for _ in range(_LINES))
    is_found = any(line.endswith(b"\n") and line.strip(b"\r\n") for line in lines)
    place = stream.tell()
    stream.seek(begin)
    return place if is_found else None


def _tell(file: int, start: int, read: Callable[[BinaryIO], Iterable[Any]], writing: int) -> None:
    """Write what is *read* of a file, which is opened anew for a place of its own in it."""
    with open(f"/proc/self/fd/{file}", "rb") as stream, os.fdopen(writing, "wb") as pipe:  # noqa: PTH123
        stream.seek(start)
        for found in read(stream):
            pipe.write(marshal.dumps(found))


def _found(pipe: BinaryIO) -> Iterator[Any]:
    with suppress(EOFError, ValueError, TypeError):  # it ended, be it amid what it had to say
        while True:
            yield marshal.load(pipe)
