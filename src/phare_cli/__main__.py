"""The ``phare`` of a shell, ``python -m phare_cli`` too: main() in a process that is its own, started and left fast."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from _thread import RLock
from importlib.machinery import PathFinder, SourceFileLoader
from importlib.util import module_from_spec
from types import ModuleType
from typing import NoReturn

# A command makes less garbage than this before it answers, and looking for it takes a tenth of its time. Beyond
# that a long run is looked after as any other.
_OBJECTS_BEFORE_COLLECTING = 200_000

# Typer, pathlib, shutil and inspect import these for what no command of phare does before it answers: they run
# other programs, unpack archives, take addresses and sources apart.
_LATER = ("bz2", "ipaddress", "lzma", "ntpath", "subprocess", "textwrap", "tokenize")
_WAITING: dict[str, SourceFileLoader] = {}
_LOADING = RLock()


class _Later(ModuleType):
    """A module of Python's own that is loaded when something is first asked of it, by one thread alone."""

    def __getattr__(self, name: str) -> object:
        with _LOADING:
            loader = _WAITING.pop(self.__name__, None)
            if loader is not None:
                loader.exec_module(self)
                self.__class__ = ModuleType  # type: ignore[assignment]  # importlib's LazyLoader does so too
        return ModuleType.__getattribute__(self, name)


def run() -> NoReturn:
    """Run phare with the arguments of the process and leave it with main()'s status.

    Everything that is done for the process alone is here: main() leaves the interpreter as it found it.
    """
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTING)
    if not sys.warnoptions:  # what libraries tell programmers is no business of who runs phare
        warnings.simplefilter("ignore")
    for name in _LATER:
        _import_later(name)
    # What editors and scripts ask before anything else needs no command line.
    if sys.argv[1:] == ["--version"] and _is_version_told():
        _leave(0)
    try:
        from phare_cli.cli import main

        status = main()
    except KeyboardInterrupt:  # before main() could see it
        status = 130
    _leave(status)


def _import_later(name: str) -> None:
    """Let the next ``import`` of *name* cost nothing until the module is used.

    importlib's own LazyLoader would load it at the second ``import``, which asks a module for its ``__spec__``.
    A compiled module has functions before it is loaded, which must not be called: it is left alone.
    """
    spec = None if name in sys.modules else PathFinder.find_spec(name)
    if spec is not None and isinstance(spec.loader, SourceFileLoader):
        module = module_from_spec(spec)
        module.__class__ = _Later
        _WAITING[name] = spec.loader
        sys.modules[name] = module


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
