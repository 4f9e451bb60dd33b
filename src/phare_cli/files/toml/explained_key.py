"""A key of a TOML file as help explains it."""

from __future__ import annotations

from typing import NamedTuple


class ExplainedKey(NamedTuple):
    """One key: its name, the part it stands in, what it holds, what stands in for it, its meaning, an example."""

    name: str
    section: str
    holds: str
    default: str
    meaning: str
    example: str
