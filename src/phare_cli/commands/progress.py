"""Show on standard error how far a long run is, on a terminal; nothing through a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from phare_cli.commands.session import Session
from phare_cli.message import Message

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0  # seconds that a reader waits without a word

Told = Callable[[int, float | None], None]


@contextmanager
def progress(label: Message, session: Session) -> Iterator[Told | None]:
    """Give what to tell the rows read so far and the part of the file they are (None when not known).

    None is given where standard error is no terminal. The bar appears once the run has lasted a second, so that
    a short one neither flickers nor imports what draws it.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    began = monotonic()
    bars: list[Progress] = []

    def tell(rows: int, part: float | None) -> None:
        if not bars:
            if monotonic() - began < PATIENCE:
                return
            bars.append(_bar())
            bars[0].start()
            bars[0].add_task(session.say(label), total=None)
        bars[0].update(bars[0].task_ids[0], completed=rows, total=rows / part if part else None)

    try:
        yield tell
    finally:
        for bar in bars:
            bar.stop()


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Rows a second; rich's own rate counts bytes."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.0f}/s" if task.speed else "")

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,.0f}"),
        Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
