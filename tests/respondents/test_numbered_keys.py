"""Pairs of numbers are numbered as they are met, whatever finds them again."""

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from phare_cli.respondents.engine import numbered_keys
from phare_cli.respondents.engine.numbered_keys import NumberedKeys

BITS = 21


def blocks(seed: int, highest: int, lowest: int, count: int = 12) -> Iterator[NDArray[np.int64]]:
    """Return blocks of keys of which more and more are met, of both halves."""
    random = np.random.default_rng(seed)
    for block in range(1, count + 1):
        upper = random.integers(0, 1 + highest * block // count, 500)
        yield (upper << BITS) | random.integers(0, 1 + lowest * block // count, 500)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("highest", "lowest"), [(0, 900), (7, 2), (60, 60), (3000, 3000), (1, (1 << BITS) - 2)]
)
@pytest.mark.parametrize("largest", [0, 1 << 6, 1 << 14, 1 << 21])
def test_numbers_are_those_of_a_dictionary(
    monkeypatch: pytest.MonkeyPatch, seed: int, highest: int, lowest: int, largest: int
) -> None:
    monkeypatch.setattr(numbered_keys, "_LARGEST_TABLE", largest)
    keys = NumberedKeys(BITS)
    expected: dict[int, int] = {}
    for block in blocks(seed, highest, lowest):
        for key in sorted(set(block.tolist()) - expected.keys()):
            expected[key] = len(expected)
        assert keys.numbers(block).tolist() == [expected[key] for key in block.tolist()]
    assert keys.keys.tolist() == list(expected)


def test_no_keys_have_no_numbers() -> None:
    keys = NumberedKeys(BITS)
    assert keys.numbers(np.empty(0, dtype=np.int64)).size == keys.size == keys.keys.size == 0
