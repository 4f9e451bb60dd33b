"""Find the modules of phare in a fraction of the time: for the process that phare has to itself.

Python looks at a folder, tries every ending that a module may have, and works out where it is compiled to, anew for
each module. Here one look at the source says when it was written, and its compiled form is read where it is of that
time. Whatever is not as plain as that is left to Python.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source
from types import CodeType, ModuleType

_OWN = "phare_cli."
_BEFORE_CODE = (
    16  # bytes: Python's version, four that are 0 where the time and size of the source follow, and these
)
_AT_ONCE = 1 << 16  # bytes: a module that is longer is left to Python
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)


def import_quickly() -> None:
    """Let the modules of phare be found quickly from now on; those of others are Python's to find."""
    folder, name = os.path.split(cache_from_source(__file__))
    beside, own = os.path.split(__file__)
    if folder == f"{beside}{os.sep}__pycache__":  # and nowhere that the environment says
        sys.meta_path.insert(0, Finder(name.removeprefix(own.removesuffix(".py"))))


class Finder:
    """Finds a source with its compiled form in a folder of phare; *ending* is that of compiled forms."""

    def __init__(self, ending: str) -> None:
        self._inside = f"{os.sep}__pycache__{os.sep}"
        self._ending = ending
        self._start = MAGIC_NUMBER + bytes(4)

    def find_spec(
        self, name: str, folders: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return what Python's own finders would; None leaves a module to them."""
        if not name.startswith(_OWN) or folders is None or len(folders) != 1:
            return None
        folder, own = folders[0], name.rpartition(".")[2]
        is_package = False
        try:
            told = os.stat(source := f"{folder}{os.sep}{own}.py")  # noqa: PTH116  # a Path takes long
        except OSError:
            is_package, folder, own = True, f"{folder}{os.sep}{own}", "__init__"
            try:
                told = os.stat(source := f"{folder}{os.sep}{own}.py")  # noqa: PTH116
            except OSError:
                return None
        compiled = f"{folder}{self._inside}{own}{self._ending}"
        try:
            file = os.open(compiled, _READ)
        except OSError:
            return None
        try:
            held = os.read(file, _AT_ONCE)
        finally:
            os.close(file)
        if len(held) == _AT_ONCE:
            return None
        time, size = int(told.st_mtime) & 0xFFFFFFFF, told.st_size & 0xFFFFFFFF
        if held[:_BEFORE_CODE] != self._start + time.to_bytes(4, "little") + size.to_bytes(4, "little"):
            return None
        spec = ModuleSpec(name, _Loader(name, source, held), origin=source, is_package=is_package)
        spec.has_location, spec.cached = True, compiled
        if is_package:
            spec.submodule_search_locations = [folder]
        return spec


class _Loader(SourceFileLoader):
    """Loads a module from its compiled form, which was read when it was found."""

    def __init__(self, name: str, source: str, compiled: bytes) -> None:
        self.name, self.path, self._compiled = name, source, compiled

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Return a module that knows its file: Python would look for what it knows, and word a complaint each time."""
        module = ModuleType(self.name)
        module.__dict__.update(__file__=spec.origin, __cached__=spec.cached)
        return module

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the code of the module; what was compiled in another place names its source otherwise."""
        compiled, self._compiled = self._compiled, b""
        code = marshal.loads(memoryview(compiled)[_BEFORE_CODE:]) if compiled else None
        if isinstance(code, CodeType) and code.co_filename == self.path:
            return code
        return super().get_code(fullname)
