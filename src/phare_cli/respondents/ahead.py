"""Read the next block of a file while the last one is counted: numpy leaves room for two threads."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import suppress
from queue import Empty, Queue
from threading import Thread
from typing import TypeVar

Item = TypeVar("Item")

_AHEAD = 2


def read_ahead(items: Iterable[Item]) -> Generator[Item]:
    """Yield *items*, produced by another thread up to two ahead; what it raises is raised here."""
    queue: Queue[tuple[Item | None, BaseException | None]] = Queue(_AHEAD)
    stopped: list[bool] = []

    def produce() -> None:
        try:
            for item in items:
                if stopped:
                    return
                queue.put((item, None))
            queue.put((None, None))
        except BaseException as error:
            queue.put((None, error))

    thread = Thread(target=produce, daemon=True)
    try:
        thread.start()
    except RuntimeError:  # no memory for a second one
        yield from items
        return
    try:
        while True:
            item, error = queue.get()
            if error is not None:
                raise error
            if item is None:
                return
            yield item
    finally:
        stopped.append(True)
        while thread.is_alive():
            # Whoever waits to put its last item is let go; it then sees that nobody wants more.
            with suppress(Empty):
                queue.get_nowait()
            thread.join(0.001)
