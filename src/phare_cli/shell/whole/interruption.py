"""End a run where it stands when somebody stops it, and never between the two halves of a change to files.

Ctrl-C, a request to end (SIGTERM) and a terminal that goes away (SIGHUP) are one thing: the status is 128 and the
number of the signal, 130, 143 and 129, as shells have it.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from types import FrameType, TracebackType
else:
    # The module signal is this one and enumerations that take long to import: what falls into that ends in a traceback.
    import _signal as signal

ALARM = getattr(signal, "SIGALRM", 0)  # of a run whose time is up
_SOON = 0.01  # seconds
SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)


class Interruption(KeyboardInterrupt):
    """Somebody stopped the run, by the signal *number*; or its time was up (*is_late*)."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.is_late = number == ALARM
        self.status = 128 + (signal.SIGINT if number == getattr(signal, "SIGBREAK", None) else number)


class Stop:
    """Raise Interruption, and remember it: whatever may swallow the exception, nothing is written after it."""

    def __init__(self) -> None:
        self.received = 0

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self.received = number
        raise Interruption(number)


def leave_at_once() -> None:
    """Let a signal end the process with its status and no word: nothing is begun yet, or everything is done."""
    _handle(lambda number, frame: os._exit(Interruption(number).status))


def raise_interruptions() -> None:
    """Let a signal raise Interruption, which takes away on its way what the run has begun."""
    _handle(Stop())


def be_silent() -> None:
    """Let no interruption end in a traceback, wherever it falls: what a finaliser has swallowed comes once more."""
    others, of_finalisers = sys.excepthook, sys.unraisablehook

    def end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            os._exit(status_of(error))
        others(kind, error, trace)

    def pass_over(raised: sys.UnraisableHookArgs) -> None:
        if not isinstance(raised.exc_value, KeyboardInterrupt):
            of_finalisers(raised)
        elif isinstance(raised.exc_value, Interruption) and os.name == "posix":
            import _thread

            _thread.start_new_thread(_send_again, (raised.exc_value.number,))

    sys.excepthook, sys.unraisablehook = end, pass_over


def _send_again(number: int) -> None:
    """Send the process a signal that fell into a finaliser, once this is over: it may wait for what never comes."""
    import time

    time.sleep(_SOON)
    os.kill(os.getpid(), number)


def _handle(handler: object) -> None:
    for number in SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:  # as nohup and a shell's background want it
            signal.signal(number, handler)  # type: ignore[arg-type]  # one of the two callables above


def check_interruption(error: BaseException | None = None) -> None:
    """Raise Interruption where one was received and swallowed on the way, or has led to *error*.

    A finaliser swallows it; a class that is being made, as modules are imported, makes another error of it.
    """
    handler = signal.getsignal(signal.SIGTERM)
    if isinstance(handler, Stop) and handler.received:
        raise Interruption(handler.received)
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            raise error
        error = error.__cause__ or error.__context__


def status_of(error: KeyboardInterrupt) -> int:
    """Return the exit status of a run that *error* has ended."""
    return error.status if isinstance(error, Interruption) else 128 + signal.SIGINT


class Unbroken:
    """``with Unbroken() as held:`` a signal that comes inside is kept, and acts at the end.

    ``held.check()`` is where it may act before. Other threads than the main one receive no signals.
    """

    def __init__(self) -> None:
        self.received = 0
        self._before: dict[int, object] = {}

    def __enter__(self) -> Unbroken:
        try:
            for number in (*SIGNALS, ALARM):
                before = signal.getsignal(number) if number else None
                if number == ALARM and before == signal.SIG_DFL:  # no run is timed
                    continue
                if before is not None and before != signal.SIG_IGN:
                    self._before[number] = before
                    signal.signal(number, self._keep)
        except ValueError:  # of another thread, which no signal reaches
            self._before.clear()
        except BaseException:
            self._give_back()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._give_back()
        if self.received and not isinstance(error, KeyboardInterrupt):
            signal.raise_signal(self.received)

    def check(self) -> None:
        """Raise Interruption if a signal has come."""
        if self.received:
            raise Interruption(self.received)

    def _keep(self, number: int, frame: FrameType | None) -> None:
        self.received = number

    def _give_back(self) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)  # type: ignore[arg-type]  # what getsignal() gave
