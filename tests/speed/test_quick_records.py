"""The frozen data classes of phare's own process are those of Python, made in less time; others are Python's."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import sys
from types import ModuleType
from typing import Any

import pytest

from phare_cli.shell.whole.quick_records import quick_dataclass

SAID = """
from __future__ import annotations
from dataclasses import field
from typing import ClassVar

@dataclass({how})
class Made:
    {fields}

    def twice(self):
        return [self, self]
"""
FROZEN = "frozen=True, slots=True"
FIELDS = {
    "one": "name: str",
    "some with defaults": '"Said of it."\n    low: float\n    high: float | None = None\n    unit: str = "%"',
    "one that a factory makes": "low: float\n    found: dict[str, int] = field(default_factory=dict)",
    "one that nobody gives": "low: float\n    met: list[int] = field(init=False, default_factory=list)",
    "one that is worked out": (
        "low: float\n    more: float = field(init=False)\n\n"
        "    def __post_init__(self):\n        object.__setattr__(self, 'more', self.low + 1)"
    ),
    "many": "\n    ".join(f"f{number}: int = {number}" for number in range(30)),
}


@pytest.fixture(autouse=True)
def modules(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("phare_cli.made", "others.made"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))


def made(by: object, fields: str, how: str = FROZEN, module: str = "phare_cli.made") -> Any:
    names = {"dataclass": by, "__name__": module}
    exec(SAID.format(fields=fields, how=how), names)
    return names["Made"]


def failure(do: Any, *given: object, **named: object) -> type:
    with pytest.raises((TypeError, AttributeError)) as failed:
        do(*given, **named)
    return failed.type


@pytest.mark.parametrize("fields", FIELDS.values(), ids=FIELDS)
def test_a_quick_record_is_pythons_own(fields: str) -> None:
    quick, own = made(quick_dataclass, fields), made(dataclasses.dataclass, fields)
    sys.modules["phare_cli.made"].Made = quick  # type: ignore[attr-defined]  # where pickle looks for it
    name = quick.__match_args__[0]

    for record, other in ((quick(5), own(5)), (quick(**{name: 5}), own(**{name: 5}))):
        assert repr(record) == repr(other)
        assert dataclasses.asdict(record) == dataclasses.asdict(other)
        assert repr(dataclasses.replace(record, **{name: 6})) == repr(dataclasses.replace(other, **{name: 6}))
        assert record == quick(5)
        assert record != quick(6)
        assert record != other
        assert copy.copy(record) == record
        assert pickle.loads(pickle.dumps(record)) == record
        assert record.twice() == [record, record]
        for kept in (record, other):
            assert failure(setattr, kept, name, 1) is dataclasses.FrozenInstanceError
            assert failure(delattr, kept, name) is dataclasses.FrozenInstanceError
            assert failure(object.__setattr__, kept, "none", 1) is AttributeError
    for kind in (quick, own):
        assert failure(kind, *range(40)) is TypeError
        assert failure(kind, none=1) is TypeError
    for said in ("__match_args__", "__slots__", "__qualname__", "__module__", "__annotations__"):
        assert getattr(quick, said) == getattr(own, said)
    assert [(each.name, each.type, each.init) for each in dataclasses.fields(quick)] == [
        (each.name, each.type, each.init) for each in dataclasses.fields(own)
    ]


def test_equal_records_are_one_key() -> None:
    quick = made(quick_dataclass, FIELDS["some with defaults"])

    assert {quick(1): "a", quick(1, None): "b", quick(2): "c"} == {quick(1): "b", quick(2): "c"}


def test_what_a_factory_makes_is_each_records_own() -> None:
    quick = made(quick_dataclass, FIELDS["one that a factory makes"])
    one, two = quick(1), quick(1)
    one.found["a"] = 1

    assert two.found == {}


@pytest.mark.parametrize(
    ("fields", "how", "module"),
    [
        ("name: str", "slots=True", "phare_cli.made"),
        ("name: str", "frozen=True", "phare_cli.made"),
        ("name: str", FROZEN, "others.made"),
        ("name: ClassVar[str] = 'a'\n    size: int = 1", FROZEN, "phare_cli.made"),
        ("name: str\n    def __eq__(self, other): return True", FROZEN, "phare_cli.made"),
        ("name: str = field(repr=False)", FROZEN, "phare_cli.made"),
    ],
)
def test_what_is_not_plain_is_left_to_python(fields: str, how: str, module: str) -> None:
    quick, own = (made(by, fields, how, module) for by in (quick_dataclass, dataclasses.dataclass))

    assert quick.__init__.__code__.co_code == own.__init__.__code__.co_code
    assert vars(quick).keys() == vars(own).keys()
