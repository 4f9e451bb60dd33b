"""The names that data hold and how many figures bear each: what a list asks of a large file."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol

from phare_cli.nouns.large.counted import RATE, rates_among
from phare_cli.nouns.message import Message


class Held(Protocol):
    """What tells the names that data hold, and how many figures bear each combination of them."""

    @property
    def rates(self) -> frozenset[str]: ...
    def counts(self, *fields: str) -> Mapping[tuple[Any, ...], int]: ...
    def names(self, field_name: str) -> tuple[str, ...]: ...


class NameCounts:
    """How many figures hold each combination of the texts of *fields*, in order of appearance; of no other field.

    *spelled* are the words of the data for what the codebook calls otherwise, by kind and id.
    """

    def __init__(
        self,
        fields: Sequence[str],
        combinations: Mapping[tuple[str, ...], int],
        notices: Sequence[Message],
        spelled: Mapping[tuple[str, str], str],
    ) -> None:
        self._fields, self._combinations = tuple(fields), combinations
        self.notices, self.spelled = tuple(notices), spelled

    def counts(self, *fields: str) -> Mapping[tuple[str, ...], int]:
        """Return how many figures hold each combination of the texts of some of the fields, in order of appearance."""
        places = [self._fields.index(field) for field in fields]
        counts: dict[tuple[str, ...], int] = {}
        for texts, count in self._combinations.items():
            key = tuple(texts[place] for place in places)
            counts[key] = counts.get(key, 0) + count
        return counts

    def names(self, field_name: str) -> tuple[str, ...]:
        """Return the distinct texts of a field, in order of appearance, the empty one left out."""
        return tuple(text for (text,) in self.counts(field_name) if text)

    @cached_property
    def rates(self) -> frozenset[str]:
        """The indicators that hold one item only for every group: nothing to rank."""
        return rates_among(self.counts(*RATE))
