"""Ranges of numbers in a spec: ``"0-4" = "faible"``, ``"70+" = "70 ans et plus"``."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from phare_cli.respondents.engine.number_columns import number

_RANGE = re.compile(r"(?P<low>\d+(?:[.,]\d+)?)\s*(?:[-–]\s*(?P<high>\d+(?:[.,]\d+)?)|\+)")


def turned_range(names: Iterable[str]) -> str | None:
    """Return the first of *names* that ends before it begins, where others are ranges: ``24-18`` beside ``25+``.

    Alone it may be a text that answers hold.
    """
    ranges = [(text, found) for text in names if (found := _RANGE.fullmatch(text.strip()))]
    turned = [
        text for text, found in ranges if found["high"] and number(found["high"]) < number(found["low"])
    ]
    return turned[0] if turned and len(turned) < len(ranges) else None


class NumberRanges:
    """The names that ranges of numbers stand for, both ends included; ``70+`` has no upper one.

    What is no range is passed over. A number in two ranges of different names has neither.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take *names* as range -> name."""
        self._names = [
            (number(found["low"]), number(found["high"]) if found["high"] else math.inf, name)
            for text, name in names.items()
            if (found := _RANGE.fullmatch(text.strip()))
        ]

    def name(self, text: str) -> str | None:
        """Return the name of the range that a number lies in; None for a text, and for a number outside of all."""
        if not self._names or math.isnan(value := number(text)):
            return None
        found = {name for low, high, name in self._names if low <= value <= high}
        return found.pop() if len(found) == 1 else None
