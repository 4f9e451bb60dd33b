"""Put new contents in the place of files, all of them or none, and leave everything else of the files as it is.

Links, owner, mode, access lists and extended attributes stay. A file that is named once is replaced in one step by a
new one. A file of several names (hard links), or whose owner cannot be given to another file, is written in place,
while a copy of what it held stands beside it.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from phare_cli.shell.whole.interruption import Unbroken
from phare_cli.shell.whole.leftovers import lock, name_beside, sweep
from phare_cli.shell.whole.rights import has_rights_of

_PIECE = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class Replacement(NamedTuple):
    """What the file at *path* is to hold; *before* is what it must hold until then, None where that is no matter.

    *is_new*: there must be no file until then, not even a link to one.
    """

    path: Path
    content: bytes
    before: bytes | None = None
    is_new: bool = False


class PlaceError(Exception):
    """The operating system refused *path* something. *changed* are the files that could not be put back as before."""

    def __init__(self, path: Path, error: OSError, changed: Sequence[Path] = ()) -> None:
        super().__init__(path, error)
        self.path, self.error, self.changed = path, error, tuple(changed)


class ChangedMeanwhile(Exception):
    """Somebody else has changed the file at *path* since it was read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def replace_all(replacements: Sequence[Replacement]) -> list[Path]:
    """Put every content in its place, or leave every file as it was, whatever fails and whoever interrupts.

    Return the copies of what files held that a killed run has left beside them, for a person to look at.
    Raises PlaceError, ChangedMeanwhile, or Interruption before anything is changed.
    """
    swaps = [_Swap(each) for each in replacements]
    left: list[Path] = []
    with Unbroken() as unbroken:
        for folder in dict.fromkeys(swap.target.parent for swap in swaps):
            left += sweep(folder)
        try:
            for swap in swaps:
                with _at(swap.path):
                    swap.prepare(unbroken.check)
            unbroken.check()
            _commit(swaps)
            for swap in swaps:
                swap.clean()
        except BaseException:
            for swap in swaps:
                swap.clean()
            raise
    return left


def _commit(swaps: Sequence[_Swap]) -> None:
    try:
        for swap in swaps:
            with _at(swap.path):
                swap.compare()
        for swap in swaps:
            with _at(swap.path):
                swap.put()
        for swap in swaps:
            with _at(swap.path):
                swap.compare_again()
    except BaseException as failure:
        changed = [swap.path for swap in reversed(swaps) if not swap.is_put_back()]
        if changed and isinstance(failure, PlaceError):
            raise PlaceError(failure.path, failure.error, changed) from failure
        raise


@contextmanager
def _at(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise PlaceError(path, error) from error


class _Swap:
    """One file on its way from what it held to what it is to hold. Only names are known until it is prepared."""

    def __init__(self, replacement: Replacement) -> None:
        self.path, self.content, self.before, self.is_new = replacement
        self.target = Path(os.path.realpath(replacement.path))
        self.beside = name_beside(self.target)
        self.kept = name_beside(self.target)  # another name of the old file
        self.old = name_beside(self.target, is_copy=True)
        self.found: os.stat_result | None = None
        self.made: os.stat_result | None = None
        self.old_content: bytes | None = None
        self.is_same = self.is_in_place = self.is_begun = self.is_old_left = False
        self.open: list[int] = []

    def prepare(self, check: Callable[[], None]) -> None:
        """Write the new content beside the file, with the rights of the file before its first byte."""
        with suppress(FileNotFoundError):
            self.found = self.target.stat()
        if self.found is None:
            self._write(self.beside, self.content, check, mode=0o666)
            return
        if stat.S_ISDIR(self.found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not os.access(self.target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with suppress(PermissionError):  # a file may be there to be written only
            self.is_same = self.found.st_size == len(self.content) and self._read() == self.content
        if self.is_same:
            return
        self.is_in_place = self.found.st_nlink > 1
        if not self.is_in_place:
            self.is_in_place = not self._write(self.beside, self.content, check, mode=0o600)
        if self.is_in_place:
            self.old_content = self._read() if self.before is None else self.before
            self._write(self.old, self.old_content, check, mode=0o600)

    def compare(self) -> None:
        """Raise ChangedMeanwhile unless the file is still the one that was read, or still is none."""
        if self.is_new and os.path.lexists(self.path):
            raise ChangedMeanwhile(self.path)
        if self.before is None:
            return
        if os.path.realpath(self.path) != str(self.target):
            raise ChangedMeanwhile(self.path)
        try:
            self.found = self.target.stat()
            if self._read() != self.before:
                raise ChangedMeanwhile(self.path)
        except FileNotFoundError:
            raise ChangedMeanwhile(self.path) from None

    def put(self) -> None:
        """Put the new content in its place; until this nothing of the file has changed."""
        if self.is_same:
            return
        if self.is_in_place:
            self.is_begun = True
            self._overwrite(self.content)
            return
        if self.found is not None:
            with suppress(OSError):
                self.open.append(os.open(self.target, os.O_RDONLY | _BINARY))
                lock(self.open[-1])
            try:
                self.kept.hardlink_to(self.target)
            except OSError:  # a file system without such links
                self.old_content = self._read()
        self.beside.replace(self.target)

    def compare_again(self) -> None:
        """Raise ChangedMeanwhile if the file was written to at the very moment of its replacement."""
        if self.before is None or self.found is None or self.is_in_place or self.is_same:
            return
        with suppress(FileNotFoundError):
            now = self.kept.stat()
            if (now.st_ino, now.st_size, now.st_mtime_ns) != (
                self.found.st_ino,
                self.found.st_size,
                self.found.st_mtime_ns,
            ):
                raise ChangedMeanwhile(self.path)

    def is_put_back(self) -> bool:
        """Put the file back as it was, if it was replaced, and tell whether it is so again."""
        try:
            if self.is_in_place:
                if self.is_begun and self.old_content is not None:
                    self._overwrite(self.old_content)
            elif self._is_replaced():
                if self.found is None:
                    self.target.unlink()
                elif self.old_content is None:
                    self.kept.replace(self.target)
                else:
                    self._overwrite(self.old_content)
        except OSError:
            with suppress(OSError):
                self.kept.replace(self.old)
            self.is_old_left = True
            return False
        return True

    def clean(self) -> None:
        """Take away what stands beside the file. What cannot be taken away is known as phare's by the next run."""
        while self.open:
            with suppress(OSError):
                os.close(self.open.pop())
        for name in (self.beside, self.kept, *(() if self.is_old_left else (self.old,))):
            with suppress(OSError):
                name.unlink()

    def _is_replaced(self) -> bool:
        if self.made is None:
            return False
        try:
            now = self.target.stat()
        except FileNotFoundError:
            return False
        return (now.st_dev, now.st_ino) == (self.made.st_dev, self.made.st_ino)

    def _write(self, name: Path, content: bytes, check: Callable[[], None], *, mode: int) -> bool:
        """Write a new file, and tell whether it could be given all that the old one has besides its content."""
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
        self.open.append(descriptor)
        lock(descriptor)
        if self.found is not None and not has_rights_of(self.target, self.found, descriptor):
            return False
        _pour(descriptor, content, check)
        os.fsync(descriptor)
        self.made = os.fstat(descriptor)
        if os.name == "nt":  # where no open file can be renamed
            os.close(self.open.pop())
        return True

    def _overwrite(self, content: bytes) -> None:
        descriptor = os.open(self.target, os.O_WRONLY | _BINARY)
        try:
            _reserve(descriptor, len(content))
            _pour(descriptor, content, lambda: None)
            os.ftruncate(descriptor, len(content))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _read(self) -> bytes:
        descriptor = os.open(self.target, os.O_RDONLY | _BINARY)
        try:
            pieces = iter(lambda: os.read(descriptor, _PIECE), b"")
            return b"".join(pieces)
        finally:
            os.close(descriptor)


def _pour(descriptor: int, content: bytes, check: Callable[[], None]) -> None:
    rest = memoryview(content)
    while rest:
        check()
        rest = rest[os.write(descriptor, rest[:_PIECE]) :]


def _reserve(descriptor: int, size: int) -> None:
    """Make sure that there is room for *size* bytes before the first of those that stand there is lost."""
    grown = size - os.fstat(descriptor).st_size
    if grown <= 0 or not hasattr(os, "posix_fallocate"):
        return
    try:
        os.posix_fallocate(descriptor, size - grown, grown)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.ENODEV):
            raise
