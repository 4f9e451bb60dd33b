"""Read large files under the eyes of who waits: a bar on standard error tells how much of them was read."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from phare_cli.nouns.message import sentence
from phare_cli.shell.progress import ReportProgress, progress, working
from phare_cli.shell.session import Session

_MEGABYTE = 1_000_000


class _Watched(io.BufferedReader):
    """A file that tells how far it was read, in megabytes."""

    def __init__(self, path: Path, told: ReportProgress) -> None:
        super().__init__(io.FileIO(str(path)))
        self._told, self._size = told, path.stat().st_size

    def read(self, size: int | None = -1, /) -> bytes:
        block = super().read(size)
        self._told(self.tell() // _MEGABYTE, self.tell() / self._size)
        return block


@contextmanager
def watched(files: Sequence[str | Path], session: Session) -> Iterator[tuple[str | Path | BinaryIO, ...]]:
    """Give *files* as what shows a bar while they are read, where anybody sees one; standard input has no end known."""
    if "-" in files:
        with working(sentence("Read"), session):
            yield tuple(files)
        return
    with ExitStack() as stack:
        told = stack.enter_context(progress(sentence("Read (MB)"), session))
        if told is None:
            yield tuple(files)
        else:
            yield tuple(stack.enter_context(_Watched(Path(file), told)) for file in files)
