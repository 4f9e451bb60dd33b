"""Who is told what was taken for what, while a command answers: nothing is taken where nobody listens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from phare_cli.nouns.message import Message

Tell = Callable[[Message], None]
_listener: ContextVar[Tell | None] = ContextVar("listener", default=None)


def listener() -> Tell | None:
    """Return what tells somebody, None where nobody listens."""
    return _listener.get()


@contextmanager
def telling(tell: Tell) -> Iterator[None]:
    """Let words be taken for names for a while, and *tell* which name was taken for which word."""
    token = _listener.set(tell)
    try:
        yield
    finally:
        _listener.reset(token)
