"""Who has all that was published, and a linear programme, finds no small group of respondents.

Here are a few of the files of ``python benchmarks/privacy.py``, which publishes a thousand, and those that once
betrayed a group.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest


@pytest.mark.parametrize("seed", [*range(24), 260, 643])
def test_the_attacker_finds_nothing_in_what_is_published(
    breaches_of: Callable[..., Sequence[object]], seed: int
) -> None:
    assert breaches_of(seed) == []


def test_the_attacker_finds_small_groups_where_nothing_is_hidden(
    breaches_of: Callable[..., Sequence[object]],
) -> None:
    assert sum(bool(breaches_of(seed, protected=False)) for seed in range(6)) >= 5
