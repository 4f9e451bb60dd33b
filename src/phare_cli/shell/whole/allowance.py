"""Hold a run to the memory and the time that its user allows: beyond them it ends with a sentence, nothing written."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType

from phare_cli.files.limits import MEMORY, SECONDS, SIZE, limit_set, refuse_unknown_limits
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.shell.whole.interruption import Interruption

# Time is up again after so many seconds, should something have swallowed that it was.
_AGAIN = 2
# A library that does not let Python have a word is ended by the system so many seconds of the processor later.
_GRACE = 10


def bounded(work: Callable[[], int]) -> int:
    """Do *work* within the limits of the environment and return its answer. Raises WrongOption where none can hold."""
    refuse_unknown_limits()
    memory, seconds, _ = limit_set(MEMORY), limit_set(SECONDS), limit_set(SIZE)
    with ExitStack() as held:
        if memory is not None:
            held.enter_context(_limit(MEMORY, "RLIMIT_AS", memory << 20))
        if seconds is not None:
            used = int(time.process_time()) + 1
            held.enter_context(_limit(SECONDS, "RLIMIT_CPU", used + seconds + _GRACE))
            held.enter_context(_timed(seconds))
        return _at(work)


def _at(work: Callable[[], int]) -> int:
    """Do *work*: time that is up ends what is done here and nothing that comes before or after."""
    return work()


@contextmanager
def _limit(name: str, of: str, most: int) -> Iterator[None]:
    """Have the system hold the process to *most* of a resource, and give it back at the end what it had."""
    try:
        import resource
    except ImportError:
        raise WrongOption(
            sentence("{name} cannot be held to on this system: leave it out.", name=name)
        ) from None
    limit = getattr(resource, of)
    soft, hard = resource.getrlimit(limit)
    least = min(each for each in (most, soft, hard) if each != resource.RLIM_INFINITY)
    resource.setrlimit(limit, (least, hard))
    try:
        yield
    finally:
        resource.setrlimit(limit, (soft, hard))


@contextmanager
def _timed(seconds: int) -> Iterator[None]:
    def late(number: int, frame: FrameType | None) -> None:
        while frame is not None and frame.f_code is not _at.__code__:
            frame = frame.f_back
        if frame is not None:
            raise Interruption(number)

    try:
        before = signal.signal(signal.SIGALRM, late)
    except (
        ValueError
    ):  # another thread than the main one, which no signal reaches; the processor's time holds
        yield
        return
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
