"""Let modules of Python's own cost nothing until they are used: for the process that phare has to itself."""

from __future__ import annotations

import sys
from _thread import RLock
from importlib.machinery import PathFinder, SourceFileLoader
from importlib.util import module_from_spec
from types import ModuleType

# Typer, pathlib, shutil and inspect import these for what no command of phare does before it answers: they run
# other programs, unpack archives, take addresses and sources apart.
LATER = ("bz2", "ipaddress", "lzma", "ntpath", "subprocess", "textwrap", "tokenize")
WAITING: dict[str, SourceFileLoader] = {}
_LOADING = RLock()


class _Later(ModuleType):
    """A module of Python's own that is loaded when something is first asked of it, by one thread alone."""

    def __getattr__(self, name: str) -> object:
        with _LOADING:
            loader = WAITING.pop(self.__name__, None)
            if loader is not None:
                loader.exec_module(self)
                self.__class__ = ModuleType  # type: ignore[assignment]  # importlib's LazyLoader does so too
        return ModuleType.__getattribute__(self, name)


def import_later(name: str) -> None:
    """Let the next ``import`` of *name* cost nothing until the module is used.

    importlib's own LazyLoader would load it at the second ``import``, which asks a module for its ``__spec__``.
    A compiled module has functions before it is loaded, which must not be called: it is left alone.
    """
    spec = None if name in sys.modules else PathFinder.find_spec(name)
    if spec is not None and isinstance(spec.loader, SourceFileLoader):
        module = module_from_spec(spec)
        module.__class__ = _Later
        WAITING[name] = spec.loader
        sys.modules[name] = module
