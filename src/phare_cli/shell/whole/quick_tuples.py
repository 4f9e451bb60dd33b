"""Make the named tuples of phare in a fifth of the time: for the process that phare has to itself.

Python compiles a function for each of them and looks at every annotation, which takes longer than reading the module
that says them. Here the function is one that was compiled with this module, with the names of the fields in it.
"""

from __future__ import annotations

import typing
from collections import _tuplegetter  # type: ignore[attr-defined]  # what Python's own read their fields by
from collections.abc import Callable, Iterable
from types import FunctionType
from typing import Any

_pythons_own: Any = typing.NamedTuple
_python_derives_from: tuple[type, ...] = _pythons_own.__mro_entries__((_pythons_own,))
_new = tuple.__new__
# For each number of fields, what makes the tuple of their values.
_MAKERS: tuple[Callable[..., Any], ...] = (
    lambda _cls: _new(_cls),
    lambda _cls, a: _new(_cls, (a,)),
    lambda _cls, a, b: _new(_cls, (a, b)),
    lambda _cls, a, b, c: _new(_cls, (a, b, c)),
    lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
    lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
    lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
    lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
    lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
    lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
    lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
    lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
    lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
    lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m, n)),
    lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o: _new(
        _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o)
    ),
    lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p: _new(
        _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p)
    ),
    lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q: _new(
        _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q)
    ),
    lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r: _new(
        _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r)
    ),
    lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s: _new(
        _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s)
    ),
)
_OWN = "phare_cli."


def make_tuples_quickly() -> None:
    """Let ``class ...(NamedTuple)`` of phare's modules be quick from now on; those of others stay Python's."""
    typing.NamedTuple = QUICK  # type: ignore[assignment, misc]  # it stands for that


class _QuickNamedTuple:
    """What modules import as NamedTuple and derive from."""

    def __call__(self, *given: Any, **named: Any) -> Any:
        return _pythons_own(*given, **named)

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type, ...]:
        return (_Base,)


class _Making(type):
    """Of a class that derives from NamedTuple, makes the tuple."""

    def __new__(cls, name: str, bases: tuple[type, ...], own: dict[str, Any]) -> Any:
        annotations = own.get("__annotations__")  # which a Python may make when they are asked for
        if len(bases) > 1 or annotations is None or not own["__module__"].startswith(_OWN):
            kept = (base for base in bases if base is not _Base)
            return type(_python_derives_from[0])(name, (*_python_derives_from, *kept), own)
        fields = tuple(annotations)
        defaults = {field: own.pop(field) for field in fields if field in own}
        if fields[len(fields) - len(defaults) :] != tuple(defaults):
            raise TypeError(f"{name}: a field without a default follows one that has it")
        own.setdefault("__doc__", f"{name}({', '.join(fields)})")
        read = {field: _tuplegetter(place, None) for place, field in enumerate(fields)}
        new = _maker(f"{name}.__new__", fields, tuple(defaults.values()))
        made = {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
        made["_places_of_fields"] = {field: place for place, field in enumerate(fields)}
        return type(name, (tuple,), {**_SHARED, **own, **made, **read, "__new__": new})


_Base = type.__new__(_Making, "NamedTuple", (), {})
QUICK = _QuickNamedTuple()


def _maker(name: str, fields: tuple[str, ...], defaults: tuple[Any, ...]) -> FunctionType:
    """Return what makes a tuple of *fields*, called by their names or in their order."""
    if len(fields) < len(_MAKERS):
        code = _MAKERS[len(fields)].__code__.replace(
            co_name="__new__", co_qualname=name, co_varnames=("_cls", *fields)
        )
    else:
        listed = ", ".join(fields)
        code = eval(f"lambda _cls, {listed}: _new(_cls, ({listed}))").__code__.replace(
            co_name="__new__", co_qualname=name
        )
    return FunctionType(code, globals(), "__new__", defaults)


def _make(cls: Any, iterable: Iterable[object]) -> Any:
    made = _new(cls, iterable)
    if len(made) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
    return made


def _replace(self: Any, /, **values: object) -> Any:
    made, places = list(self), self._places_of_fields
    try:
        for field, value in values.items():
            made[places[field]] = value
    except KeyError:
        unknown = [field for field in values if field not in places]
        raise ValueError(f"Got unexpected field names: {unknown!r}") from None
    return _new(type(self), made)


def _repr(self: Any) -> str:
    told = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
    return f"{type(self).__name__}({told})"


def _asdict(self: Any) -> dict[str, object]:
    return dict(zip(self._fields, self, strict=True))


def _plain(self: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(self)


_SHARED = {
    "_make": classmethod(_make),
    "_replace": _replace,
    "__replace__": _replace,
    "__repr__": _repr,
    "_asdict": _asdict,
    "__getnewargs__": _plain,
}
