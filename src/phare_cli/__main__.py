"""The ``phare`` of a shell, ``python -m phare_cli`` too: main() in a process that is its own, started and left fast.

What is imported here is there already or costs nothing. Python itself answers, with a traceback of its own, a signal
that falls into its start, before the first line of phare.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from typing import NoReturn
else:
    import _signal as signal  # which is there before the module that enumerates its numbers is imported


def _stop(number: int, frame: object) -> None:
    os._exit(128 + number)


# This module is the entry of a process, and a signal may fall into its very next import.
if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, _stop)

from phare_cli.shell.whole.interruption import (  # noqa: E402  the import that a signal may fall into
    be_silent,
    leave_at_once,
    raise_interruptions,
    status_of,
)

# A command makes less garbage than this before it answers, and looking for it takes a tenth of its time. Beyond
# that a long run is looked after as any other.
_OBJECTS_BEFORE_COLLECTING = 200_000


def run() -> NoReturn:
    """Run phare with the arguments of the process and leave it with main()'s status.

    Everything that is done for the process alone is here, for speed and of signals: main() leaves the interpreter as
    it found it.
    """
    leave_at_once()
    be_silent()
    # What editors and scripts ask before anything else needs no command line.
    if sys.argv[1:] == ["--version"] and _is_version_told():
        _leave(0)
    import gc

    gc.set_threshold(_OBJECTS_BEFORE_COLLECTING)
    from phare_cli.shell.whole.quick_imports import import_quickly

    import_quickly()
    from phare_cli.shell.later import LATER, LATER_IN_HELP, end_stand_ins, import_later

    if not sys.warnoptions:  # what libraries tell programmers is no business of who runs phare
        import warnings

        warnings.simplefilter("ignore")
    os.environ.setdefault(
        "OPENBLAS_NUM_THREADS", "1"
    )  # what phare counts needs no more, and each takes 32 MB
    asks_help = sys.argv[1:] == [] or not {"-h", "--help"}.isdisjoint(sys.argv)
    for name in (*LATER, *LATER_IN_HELP) if asks_help else LATER:
        import_later(name)
    from phare_cli.shell.whole.quick_annotations import read_annotations_later
    from phare_cli.shell.whole.quick_tuples import make_tuples_quickly

    read_annotations_later()
    make_tuples_quickly()
    from phare_cli.cli import main

    end_stand_ins()

    try:
        raise_interruptions()
        status = main()
    except KeyboardInterrupt as stopped:  # before main() could see it, or after
        status = status_of(stopped)
    _leave(status)


def _is_version_told() -> bool:
    """Write the version; when it cannot be written, main() will say why."""
    from phare_cli.version import __version__

    try:
        sys.stdout.write(f"phare {__version__}\n")
        sys.stdout.flush()
    except (AttributeError, OSError, ValueError):
        return False
    return True


def _leave(status: int) -> NoReturn:
    """End the process without taking the interpreter apart: everything written is flushed, every file closed."""
    leave_at_once()
    if "matplotlib" in sys.modules:  # which may have made a folder for the time of the run
        import atexit

        atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            status = status or 141
        except (AttributeError, OSError, ValueError):  # closed by whoever started us
            pass
    os._exit(status)


if __name__ == "__main__":
    run()
