"""Show on standard error, on a terminal, that a long run goes on and how far it is; nothing through a pipe."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Lock, Timer
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO

from phare_cli.nouns.message import Message, sentence
from phare_cli.shell.session import Session

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0  # seconds that a reader waits without a word
_MEGABYTE = 1_000_000

ReportProgress = Callable[[int, float | None], None]


@contextmanager
def progress(label: Message, session: Session) -> Iterator[ReportProgress | None]:
    """Give what to tell how much was done so far and what part of the whole it is (None when not known).

    None is given where standard error is no terminal, and to a quiet run.
    """
    if session.is_quiet or not _is_seen():
        yield None
        return
    bar = _Bar(label, session)
    try:
        yield bar.tell
    finally:
        bar.stop()


@contextmanager
def working(label: Message, session: Session) -> Iterator[None]:
    """Show that the run goes on, where nothing tells how far it is."""
    if session.is_quiet or not _is_seen():
        yield
        return
    bar = _Bar(label, session)
    timer = Timer(PATIENCE, bar.show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        bar.stop()


@contextmanager
def with_bar(files: Sequence[str | Path], session: Session) -> Iterator[tuple[str | Path | BinaryIO, ...]]:
    """Give *files* as what shows a bar while they are read, where anybody sees one; standard input has no end known."""
    if "-" in files:
        with working(sentence("Read"), session):
            yield tuple(files)
        return
    with ExitStack() as stack:
        tell = stack.enter_context(progress(sentence("Read (MB)"), session))
        if tell is None:
            yield tuple(files)
        else:
            yield tuple(stack.enter_context(_FileWithBar(Path(file), tell)) for file in files)


class _FileWithBar(io.BufferedReader):
    """A file that tells how far it was read, in megabytes."""

    def __init__(self, path: Path, tell: ReportProgress) -> None:
        super().__init__(io.FileIO(str(path)))
        self._tell, self._size = tell, path.stat().st_size

    def read(self, size: int | None = -1, /) -> bytes:
        block = super().read(size)
        self._tell(self.tell() // _MEGABYTE, self.tell() / self._size)
        return block


def _is_seen() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


class _Bar:
    """A bar that appears once a run has lasted: a short one neither flickers nor imports what draws it."""

    def __init__(self, label: Message, session: Session) -> None:
        self._label, self._session = label, session
        self._began = monotonic()
        self._drawn: Progress | None = None
        self._is_over = False
        self._lock = Lock()  # a timer may show it while the run stops it

    def show(self) -> None:
        """Draw the bar, unless the run is over."""
        with self._lock:
            if self._drawn is None and not self._is_over:
                self._drawn = _drawn(self._label, self._session)
                self._drawn.start()

    def tell(self, count: int, part: float | None) -> None:
        """Show how much was done, once the run has lasted."""
        if self._drawn is None and monotonic() - self._began >= PATIENCE:
            self.show()
        if self._drawn is not None:
            total = None if part is None else 1.0
            self._drawn.update(self._drawn.task_ids[0], completed=part or 0.0, total=total, count=count)

    def stop(self) -> None:
        """Take the bar away."""
        with self._lock:
            self._is_over = True
            if self._drawn is not None:
                self._drawn.stop()


def _drawn(label: Message, session: Session) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
    from rich.text import Text

    from phare_cli.language.typeset import Typesetter

    typesetter = Typesetter(session.language)

    class Counted(ProgressColumn):
        """What was done, and how much of it a second: rich's own rate is that of the bar."""

        def render(self, task: Task) -> Text:
            count = task.fields["count"]
            if not count or not task.elapsed:
                return Text()
            done, rate = (typesetter.number(each, 0) for each in (count, count / task.elapsed))
            return Text(f"{done}  {rate}/s")

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        Counted(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    bar.add_task(session.say(label), total=None, count=0)
    return bar
