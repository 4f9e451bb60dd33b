"""On what terms gaps are judged: what a reader declares or asks, the same for every command that compares."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from phare_cli.measuring.bounds import POWER


class Sample(StrEnum):
    """How two samples stand to one another."""

    NESTED = "nested"  # the region's respondents are among the nation's
    SEPARATE = "separate"


class Family(StrEnum):
    """Which tests are adjusted together."""

    INDICATOR = (
        "indicator"  # all groups and items of one, whatever was asked: one gap has one verdict everywhere
    )
    TABLE = "table"  # those of the answer
    NONE = "none"  # each stands alone


class Terms(NamedTuple):
    """The terms of a judgement. *conf* is the confidence level, *power* the chance that a base needed is planned for.

    *sample* and *parts* (a region's part, 0-1, of the weighted total of its nation, by region) hold where the data
    are silent. With *is_panel* the waves asked the same people.
    """

    conf: float = 0.95
    sample: Sample | None = None
    parts: Mapping[str, float] = MappingProxyType({})
    family: Family = Family.INDICATOR
    power: float = POWER
    is_panel: bool = False


STANDARD = Terms()
"""What is judged where nobody asks otherwise."""
