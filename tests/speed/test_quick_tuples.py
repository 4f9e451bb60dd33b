"""The named tuples of phare's own process are those of Python, made in less time; what others derive is Python's."""

from __future__ import annotations

import typing
from typing import Any

import pytest

from phare_cli.shell.whole.quick_tuples import QUICK

SAID = """
class Made(NamedTuple):
    {fields}

    def twice(self):
        return (*self, *self)
"""
FIELDS = {
    "one": "name: str",
    "some with defaults": '"Said of it."\n    low: float\n    high: float | None = None\n    unit: str = "%"',
    "more than most": "\n    ".join(f"f{number}: int = {number}" for number in range(30)),
}


def made(base: object, fields: str, module: str = "phare_cli.made") -> Any:
    names = {"NamedTuple": base, "__name__": module}
    exec(SAID.format(fields=fields), names)
    return names["Made"]


def failure(kind: Any, *given: object, **named: object) -> tuple[type, str]:
    with pytest.raises((TypeError, ValueError)) as failed:
        kind(*given, **named)
    return failed.type, str(failed.value)


@pytest.mark.parametrize("fields", FIELDS.values(), ids=FIELDS)
def test_a_quick_tuple_is_pythons_own(fields: str) -> None:
    quick, own = made(QUICK, fields), made(typing.NamedTuple, fields)

    kept = ("_fields", "_field_defaults", "__match_args__", "__slots__", "__module__", "__bases__")
    assert [getattr(quick, each) for each in kept] == [getattr(own, each) for each in kept]
    one, other = quick(1), own(1)
    assert (one, repr(one), one._asdict(), one.twice()) == (
        other,
        repr(other),
        other._asdict(),
        other.twice(),
    )
    first = own._fields[0]
    assert one._replace(**{first: 2}) == other._replace(**{first: 2}) == quick(**{first: 2})
    assert [getattr(one, field) for field in own._fields] == list(other) == list(quick._make(other))


@pytest.mark.parametrize("fields", FIELDS.values(), ids=FIELDS)
def test_what_a_quick_tuple_is_not_given_is_said_as_python_says_it(fields: str) -> None:
    quick, own = made(QUICK, fields), made(typing.NamedTuple, fields)

    assert failure(quick, *range(40)) == failure(own, *range(40))
    assert failure(quick, other=1) == failure(own, other=1)
    assert failure(quick._make, range(40)) == failure(own._make, range(40))
    assert failure(quick(1)._replace, other=1)[1] == failure(own(1)._replace, other=1)[1]


def test_a_tuple_of_another_s_module_is_made_by_python() -> None:
    assert made(QUICK, "name: str", "other").__doc__ == made(typing.NamedTuple, "name: str").__doc__
