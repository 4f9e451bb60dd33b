"""Read what a spec says of how respondents were drawn: clusters, replicates."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from phare_cli.nouns.message import Message, sentence
from phare_cli.respondents.design.portions import STAGES, TOO_MANY_STAGES
from phare_cli.respondents.replicate_design import (
    NotReplicates,
    ReplicateDesign,
    make_replicate_design,
)

Add = Callable[[str, Message], None]
"""Takes what is wrong with a key."""


def read_clusters(columns: tuple[str, ...], add: Add) -> tuple[str, ...]:
    """Return the columns of clusters, of two stages at most."""
    if len(columns) > STAGES:
        add("cluster", TOO_MANY_STAGES)
    return columns[:STAGES]


def read_replicates(
    columns: tuple[str, ...], entries: Mapping[str, object], add: Add
) -> ReplicateDesign | None:
    """Return what the keys of a spec say of its replicates, None where it names none."""
    if not columns:
        for key in ("method", "fay", "scales"):
            if key in entries:
                add(key, sentence("{key} goes with replicates: name their columns, or remove it.", key=key))
        return None
    fay = _numbers("fay", entries, add)
    try:
        return make_replicate_design(
            columns, str(entries.get("method", "")), fay[0] if fay else None, _numbers("scales", entries, add)
        )
    except NotReplicates as error:
        add(error.key, error.message)
        return None


def _numbers(key: str, entries: Mapping[str, object], add: Add) -> tuple[float, ...]:
    value = entries.get(key, [])
    numbers: list[float] = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, bool) or not isinstance(each, int | float):
            add(key, sentence("{key} is a number or a list of numbers, without quotes.", key=key))
            return ()
        numbers.append(float(each))
    return tuple(numbers)
