"""What is read eight bytes at once is what is read one by one, and sums that wait are those that do not."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.respondents.engine.counts import Count, Weights, cross
from phare_cli.respondents.engine.exact import digits_of
from phare_cli.respondents.engine.grid import PADDING
from phare_cli.respondents.engine.key_slots import key_slots
from phare_cli.respondents.engine.number_columns import cell_numbers, number
from phare_cli.respondents.engine.packed_counts import PackedCounts


@given(
    st.lists(st.text("0123456789.,-x é", max_size=11), min_size=1, max_size=9),
    st.sampled_from([".", ",", ",.", ".,"]),
)
def test_a_short_number_is_the_one_that_its_text_says(cells: list[str], decimal_marks: str) -> None:
    raw = [cell.encode() for cell in cells]
    ends = np.cumsum([len(each) + 1 for each in raw]) - 1
    block = np.frombuffer(b";".join(raw) + b"\n" + PADDING, dtype=np.uint8)
    starts = np.concatenate([[0], ends[:-1] + 1])

    found, _ = cell_numbers(block, starts, ends, decimal_marks)

    told = [number(cell, decimal_marks) for cell in cells]
    assert all(a == b or (math.isnan(a) and math.isnan(b)) for a, b in zip(found.tolist(), told, strict=True))


@given(
    st.sets(st.integers(0, 2**64 - 1), min_size=1, max_size=64),
    st.lists(st.integers(0, 2**64 - 1), max_size=9),
)
def test_keys_are_found_in_their_slots_and_no_other(known: set[int], others: list[int]) -> None:
    keys = np.array(sorted(known), dtype=np.uint64)
    slots = key_slots(keys, np.arange(keys.size))
    asked = [*known, *others]

    assert slots is not None
    assert slots.codes(np.array(asked, dtype=np.uint64)).tolist() == [
        sorted(known).index(each) if each in known else -1 for each in asked
    ]


@pytest.mark.parametrize("weighted", [True, False])
@pytest.mark.parametrize("blocks", [1, 2, 64, 130])
def test_sums_that_wait_are_those_that_do_not(blocks: int, weighted: bool) -> None:
    random = np.random.default_rng(blocks)
    waiting, packed = [Count(squares=True) for _ in range(3)], PackedCounts()
    at_once = [Count(squares=True) for _ in range(3)]
    for block in range(blocks):
        size = 2 if block < 2 else 5  # cells are met as files go on
        cells, codes = random.integers(0, size, 40), random.integers(0, 8, 40)
        numbers = random.lognormal(0, 5, 40)
        weights = Weights(digits_of(numbers), digits_of(numbers * numbers)) if weighted else None
        crossing = cross(cells, codes, 8, weights, size, squares=True)
        packed.add([0, 1, 2], crossing, waiting)
        for item, count in enumerate(at_once):
            chosen = codes >> item & 1 == 1
            count.add(cells[chosen], weights and weights.of(chosen), size)
    packed.settle(waiting)

    for one, other in zip(waiting, at_once, strict=True):
        sums, told = one.sums(5), other.sums(5)
        assert sums.counts.tolist() == told.counts.tolist()
        assert [
            sums.weight.over(np.array([cell])).ratio(told.weight.over(np.arange(5))) for cell in range(5)
        ] == [told.weight.over(np.array([cell])).ratio(told.weight.over(np.arange(5))) for cell in range(5)]
        assert sums.square.floats(np.arange(5)).tolist() == told.square.floats(np.arange(5)).tolist()
