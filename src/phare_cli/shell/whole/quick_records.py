"""Make the frozen data classes of phare in a tenth of the time: for the process that phare has to itself.

Python compiles seven functions for each of them. Here ``__init__`` is compiled once for each number of fields, and gets
the names of the fields; the others are shared. Whatever is not plain (a class that derives from another, is not frozen,
says how it is compared) is left to Python.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from types import CodeType, FunctionType
from typing import Any

_pythons_own: Any = dataclasses.dataclass
_PLAIN = {"frozen": True, "slots": True}
_OWN = "phare_cli."
_TO_BE_MADE: Any = object()  # in the place of a value that a factory makes
_ODD = ("ClassVar", "InitVar", "KW_ONLY")
_SAID_BY_CLASS = {
    *("__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__", "__slots__"),
    *("__getstate__", "__setstate__"),
}


def make_records_quickly() -> None:
    """Let ``@dataclass(frozen=True, slots=True)`` of phare's modules be quick from now on."""
    dataclasses.dataclass = quick_dataclass


def quick_dataclass(cls: Any = None, /, **said: Any) -> Any:
    """Return what Python's own ``dataclass`` does."""
    if cls is None:
        return lambda given: quick_dataclass(given, **said)
    fields = _fields_of(cls) if said == _PLAIN else None
    return _pythons_own(cls, **said) if fields is None else _made(cls, fields)


def _fields_of(cls: Any) -> dict[str, Any] | None:
    """Return the fields of a plain class, None for one that is left to Python."""
    own = vars(cls)
    annotations = own.get("__annotations__")  # which a Python may make when they are asked for
    is_plain = cls.__bases__ == (object,) and not _SAID_BY_CLASS & own.keys()
    if annotations is None or not is_plain or not cls.__module__.startswith(_OWN):
        return None
    fields: dict[str, Any] = {}
    has_default = False
    for name, kind in annotations.items():
        given = own.get(name, dataclasses.MISSING)
        field: Any = given if isinstance(given, dataclasses.Field) else dataclasses.field(default=given)
        is_usual = field.repr and field.compare and field.hash is None and field.kw_only is not True
        if not is_usual or any(odd in str(kind) for odd in _ODD) or (has_default and _is_asked(field)):
            return None
        has_default |= field.init and not _is_asked(field)
        field.name, field.type, field.kw_only = name, kind, False
        field._field_type = _ORDINARY
        fields[name] = field
    return fields


def _is_asked(field: Any) -> bool:
    """Tell whether who makes a record must say the value of a field."""
    nothing = dataclasses.MISSING
    return bool(field.init and field.default is nothing and field.default_factory is nothing)


def _made(cls: Any, fields: dict[str, Any]) -> Any:
    own = {name: value for name, value in vars(cls).items() if name not in fields and name not in _OF_DICT}
    taken = tuple(name for name, field in fields.items() if field.init)
    own |= _SHARED
    own |= {"__slots__": tuple(fields), "__dataclass_fields__": fields, "__match_args__": taken}
    made = type(cls.__name__, (), own)
    made.__qualname__ = cls.__qualname__
    made.__init__ = _init(made, fields, taken)  # type: ignore[misc]  # which is made for this class
    return made


def _init(made: Any, fields: dict[str, Any], taken: tuple[str, ...]) -> Callable[..., None]:
    """Return what fills a record."""
    defaults = tuple(
        field.default if field.default_factory is dataclasses.MISSING else _TO_BE_MADE
        for field in fields.values()
        if field.init and not _is_asked(field)
    )
    fill = _filler(made, taken, defaults)
    late = [
        (vars(made)[name], field)
        for name, field in fields.items()
        if field.default_factory is not dataclasses.MISSING or not field.init
    ]
    is_completed = "__post_init__" in vars(made)
    if not late and not is_completed:
        return fill

    def fill_and_complete(self: Any, *given: Any, **named: Any) -> None:
        fill(self, *given, **named)
        for slot, field in late:
            if field.default_factory is not dataclasses.MISSING:
                if not field.init or slot.__get__(self) is _TO_BE_MADE:
                    slot.__set__(self, field.default_factory())
            elif field.default is not dataclasses.MISSING:
                slot.__set__(self, field.default)
        if is_completed:
            self.__post_init__()

    return fill_and_complete


def _filler(made: Any, taken: tuple[str, ...], defaults: tuple[Any, ...]) -> Callable[..., None]:
    setters = {f"_{place}": vars(made)[name].__set__ for place, name in enumerate(taken)}
    code = _filling(len(taken)).replace(
        co_name="__init__", co_qualname=f"{made.__qualname__}.__init__", co_varnames=("self", *taken)
    )
    return FunctionType(code, setters, "__init__", defaults)


@cache
def _filling(size: int) -> CodeType:
    """Return the code that sets so many fields, each by a global name; none of these returns anything."""
    given = "".join(f", v{place}" for place in range(size))
    filled = " or ".join(f"_{place}(self, v{place})" for place in range(size))
    code: CodeType = eval(f"lambda self{given}: {filled or None}").__code__
    return code


def _values(self: Any) -> tuple[object, ...]:
    return tuple([getattr(self, name) for name in self.__slots__])


def _repr(self: Any) -> str:
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{type(self).__qualname__}({told})"


def _eq(self: Any, other: Any) -> Any:
    return _values(self) == _values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(_values(self))


def _refuse_to_set(_self: Any, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


@_pythons_own(frozen=True, slots=True)
class _Sample:
    """What others take from Python's own."""

    value: int


_ORDINARY = _Sample.__dataclass_fields__["value"]._field_type  # type: ignore[attr-defined]  # which Python keeps there
_OF_DICT = {"__dict__", "__weakref__"}
_SHARED = {
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    **{
        name: vars(_Sample)[name]
        for name in ("__dataclass_params__", "__getstate__", "__setstate__", "__replace__")
        if name in vars(_Sample)
    },
}
