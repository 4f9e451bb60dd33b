"""Let modules of others cost nothing until they are used: for the process that phare has to itself."""

from __future__ import annotations

import os
import sys
from _thread import RLock
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder, SourceFileLoader
from importlib.util import module_from_spec
from types import ModuleType

# Typer, pathlib, shutil and inspect import these for what few commands of phare do before they answer: they match names
# of files, unpack archives, take addresses and sources apart, translate for Typer, or declare options as phare does
# not. Beside each stand the names that are imported out of it, to be called or derived from one day.
LATER = {
    "ast": ("NodeVisitor",),
    "bz2": (),
    "dataclasses": (),
    "datetime": ("datetime",),
    "difflib": ("get_close_matches",),
    "fnmatch": (),
    "gettext": ("gettext",),
    "linecache": (),
    "lzma": (),
    "ntpath": (),
    "shutil": ("get_terminal_size",),
    "token": (),
    "tokenize": (),
    "typer.main": ("Typer", "launch", "run"),
    "typer.models": (
        *("ArgumentInfo", "OptionInfo", "ParamMeta", "ParameterInfo", "CallbackParam", "Context"),
        *("FileBinaryRead", "FileBinaryWrite", "FileText", "FileTextWrite"),
    ),
    "typer.params": ("Argument", "Option"),
    "urllib.parse": ("quote_from_bytes",),
}
# Typer's help imports these to show Markdown and failures, of which phare's has none; nothing else of phare does.
LATER_IN_HELP = {"rich.markdown": ("Markdown",), "rich.traceback": ("Traceback",)}
WAITING: dict[str, SourceFileLoader] = {}
_STAND_INS: list[type[object]] = []
_LOADING = RLock()


class _Later(ModuleType):
    """A module that is loaded when something is first asked of it, by one thread alone."""

    def __getattr__(self, name: str) -> object:
        if name == "__path__":  # every import of a name asks for it; a package would have it by now
            raise AttributeError(name)
        with _LOADING:
            loader = WAITING.pop(self.__name__, None)
            if loader is not None:
                loader.exec_module(self)
                self.__class__ = ModuleType  # type: ignore[assignment]  # importlib's LazyLoader does so too
                if self.__name__ == "dataclasses":
                    from phare_cli.shell.whole.quick_records import make_records_quickly

                    make_records_quickly()
                _give_way(self)
        return ModuleType.__getattribute__(self, name)


class _StandIn(type):
    """What is imported out of a module that is not loaded yet: called, it is what it stands for."""

    def __call__(cls, *given: object, **named: object) -> object:
        if cls not in _STAND_INS:  # derived from one
            return super().__call__(*given, **named)
        return _meant(cls)(*given, **named)

    def __getattr__(cls, name: str) -> object:
        if name.startswith("__") or cls not in _STAND_INS:  # what Python asks of any class
            raise AttributeError(name)
        return getattr(_meant(cls), name)


def import_later(name: str) -> None:
    """Let the next ``import`` of *name* cost nothing until the module is used.

    importlib's own LazyLoader would load it at the second ``import``, which asks a module for its ``__spec__``.
    A compiled module has functions before it is loaded, which must not be called: it is left alone.
    """
    spec = None if name in sys.modules else PathFinder.find_spec(name, _folders(name.rpartition(".")[0]))
    if spec is None or not isinstance(spec.loader, SourceFileLoader):
        return
    module = module_from_spec(spec)
    module.__class__ = _Later
    WAITING[name] = spec.loader
    sys.modules[name] = module
    for each in {**LATER, **LATER_IN_HELP}.get(name, ()):
        stand_in = _StandIn(each, (), {"__module__": name})
        setattr(module, each, stand_in)
        _STAND_INS.append(stand_in)


def end_stand_ins() -> None:
    """Let who imports a name out of a waiting module from now on have the name itself, and the module loaded."""
    for stand_in in _STAND_INS:
        if stand_in.__module__ not in LATER_IN_HELP:
            _end(stand_in)
    for name in WAITING:
        package, _, own_name = name.rpartition(".")
        if package:
            setattr(import_module(package), own_name, sys.modules[name])


@cache
def _folders(package: str) -> Sequence[str] | None:
    """Return where the modules of *package* are, which is not imported; of no package, those of Python's own."""
    if not package:
        return [os.path.dirname(os.__file__)]  # noqa: PTH120  # pathlib is not imported yet
    spec = PathFinder.find_spec(package)
    return None if spec is None else spec.submodule_search_locations


def _meant(stand_in: type) -> Callable[..., object]:
    _end(stand_in)
    meant: Callable[..., object] = getattr(sys.modules[stand_in.__module__], stand_in.__name__)
    return meant


def _end(stand_in: type) -> None:
    names = vars(sys.modules[stand_in.__module__])
    if names.get(stand_in.__name__) is stand_in:
        del names[stand_in.__name__]


def _give_way(module: ModuleType) -> None:
    """Let what was derived from a stand-in of *module* be derived from what that stood for."""
    for stand_in in _STAND_INS:
        if stand_in.__module__ == module.__name__:
            for derived in stand_in.__subclasses__():
                derived.__bases__ = (getattr(module, stand_in.__name__),)
