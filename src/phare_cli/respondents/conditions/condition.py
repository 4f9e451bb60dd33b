"""A filter as a tree: columns compared with numbers and texts, joined by and, or and not."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Sign(StrEnum):
    """How a column stands to a number."""

    EQUAL = "="
    UNEQUAL = "!="
    BELOW = "<"
    UP_TO = "<="
    ABOVE = ">"
    FROM = ">="


@dataclass(frozen=True, slots=True)
class Ordered:
    """A column below or above a number: ``AGE >= 70``. A text that is no number is a problem."""

    column: str
    sign: Sign
    number: float


@dataclass(frozen=True, slots=True)
class Among:
    """A column that holds one of some texts and numbers: ``Q1 = 1``, ``REG in ("93", 84)``, ``AGE in (18-24, 70+)``.

    *ranges* are pairs of numbers, both included; a number by itself is a range from it to it.
    """

    column: str
    texts: tuple[str, ...]
    ranges: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What does not hold; of who did not answer nothing is known, so that they are no more here than there."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Every:
    """What holds where all its parts do."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """What holds where one of its parts does."""

    parts: tuple[Condition, ...]


Condition = Ordered | Among | Not | Every | Either


def columns_of(condition: Condition | None) -> tuple[str, ...]:
    """Return the columns that a filter looks at, each once; none of no filter."""
    match condition:
        case None:
            return ()
        case Ordered(column) | Among(column):
            return (column,)
        case Not(part):
            return columns_of(part)
        case Every(parts) | Either(parts):
            return tuple(dict.fromkeys(column for part in parts for column in columns_of(part)))


_PLAIN = re.compile(r"[^\W\d][\w.$]*")


def written(condition: Condition) -> str:
    """Return a filter as a spec writes it, so that it reads back as the same one."""
    match condition:
        case Ordered(column, sign, number):
            return f"{_name(column)} {sign.value} {_number(number)}"
        case Among(column, texts, ranges):
            return _membership(column, texts, ranges, "=", "in")
        case Not(Among(column, texts, ranges)):
            return _membership(column, texts, ranges, "!=", "not in")
        case Not(part):
            return f"not {_joined(part)}"
        case Every(parts):
            return " and ".join(map(_joined, parts))
        case Either(parts):
            return " or ".join(map(_joined, parts))


def _membership(
    column: str, texts: Sequence[str], ranges: Sequence[tuple[float, float]], one: str, several: str
) -> str:
    entries = [*map(_range, ranges), *map(_quoted, texts)]
    if len(entries) == 1 and (texts or ranges[0][0] == ranges[0][1]):
        return f"{_name(column)} {one} {entries[0]}"
    return f"{_name(column)} {several} ({', '.join(entries)})"


def _joined(part: Condition) -> str:
    return f"({written(part)})" if isinstance(part, Every | Either) else written(part)


def _name(column: str) -> str:
    is_plain = _PLAIN.fullmatch(column) and column.lower() not in ("and", "or", "not", "in")
    return column if is_plain else f"`{column}`"


def _quoted(text: str) -> str:
    return f"'{text}'" if '"' in text else f'"{text}"'


def _range(ends: tuple[float, float]) -> str:
    low, high = ends
    if low == high:
        return _number(low)
    return f"{_number(low)}+" if math.isinf(high) else f"{_number(low)}..{_number(high)}"


def _number(value: float) -> str:
    return format(Decimal(repr(value)).normalize(), "f")
