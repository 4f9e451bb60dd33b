"""Every function refuses a share, a base or a level that cannot be, whichever of its arguments holds it."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from phare_cli.measuring.bounds import require_base, require_share
from phare_cli.measuring.consistency import is_possible_share, nearest_possible_shares, sums_above_whole
from phare_cli.measuring.gaps.differences import same_people_gap, separate_gap
from phare_cli.measuring.gaps.nested import nested_gap
from phare_cli.measuring.items import item_tail, item_variance, item_z
from phare_cli.measuring.mixed_ranks import mixed_rank_intervals
from phare_cli.measuring.proportions import (
    clopper_pearson,
    korn_graubard,
    wilson,
    wilson_of_printed,
)
from phare_cli.measuring.ranks import rank_intervals

# Each function and argument, called with a share or a base that is to be refused there.
CALLS: tuple[tuple[str, Callable[[float, float], object]], ...] = (
    ("require_share, first", lambda share, base: require_share(share, 0.5)),
    ("require_share, last", lambda share, base: require_share(0.5, share)),
    ("require_base, first", lambda share, base: require_base(base, 50)),
    ("require_base, last", lambda share, base: require_base(50, base)),
    ("is_possible_share", lambda share, base: is_possible_share(share, 100)),
    ("is_possible_share, base", lambda share, base: is_possible_share(0.5, base)),  # type: ignore[arg-type]
    ("nearest_possible_shares", lambda share, base: nearest_possible_shares(share, 100)),
    ("nearest_possible_shares, base", lambda share, base: nearest_possible_shares(0.5, base)),  # type: ignore[arg-type]
    ("sums_above_whole, first", lambda share, base: sums_above_whole([share, 0.1])),
    ("sums_above_whole, last", lambda share, base: sums_above_whole([0.1, share])),
    ("separate_gap, first", lambda share, base: separate_gap(share, 0.5, 50, 50)),
    ("separate_gap, second", lambda share, base: separate_gap(0.5, share, 50, 50)),
    ("separate_gap, first base", lambda share, base: separate_gap(0.5, 0.6, base, 50)),
    ("separate_gap, second base", lambda share, base: separate_gap(0.5, 0.6, 50, base)),
    ("same_people_gap, first", lambda share, base: same_people_gap(share, 0.5, 50)),
    ("same_people_gap, second", lambda share, base: same_people_gap(0.5, share, 50)),
    ("same_people_gap, base", lambda share, base: same_people_gap(0.5, 0.6, base)),
    ("nested_gap, region", lambda share, base: nested_gap(share, 0.5, 50, 500, 0.1)),
    ("nested_gap, nation", lambda share, base: nested_gap(0.5, share, 50, 500, 0.1)),
    ("nested_gap, region's base", lambda share, base: nested_gap(0.5, 0.6, base, 500, 0.1)),
    ("nested_gap, nation's base", lambda share, base: nested_gap(0.5, 0.6, 50, base, 0.1)),
    ("item_variance, first", lambda share, base: item_variance(share, 0.5, 50, "multiple")),
    ("item_variance, second", lambda share, base: item_variance(0.5, share, 50, "multiple")),
    ("item_variance, base", lambda share, base: item_variance(0.5, 0.5, base, "multiple")),
    ("item_z", lambda share, base: item_z(share, share, 50, "single")),
    ("item_z, base", lambda share, base: item_z(0.5, 0.5, base, "single")),
    ("item_tail", lambda share, base: item_tail(0.5, share, 50, "single")),
    ("item_tail, base", lambda share, base: item_tail(0.6, 0.5, base, "single", 0.005)),
    ("mixed_rank_intervals", lambda share, base: mixed_rank_intervals([0.5, share], [50, 50], "multiple")),
    (
        "mixed_rank_intervals, base",
        lambda share, base: mixed_rank_intervals([0.5, 0.4], [50, base], "multiple"),
    ),
    ("rank_intervals", lambda share, base: rank_intervals([0.5, None, share], 50, "single")),
    ("rank_intervals, base", lambda share, base: rank_intervals([0.5], base, "single")),
    ("wilson", lambda share, base: wilson(share, 50)),
    ("wilson_of_printed", lambda share, base: wilson_of_printed(share, 50)),
    ("wilson_of_printed, base", lambda share, base: wilson_of_printed(0.5, base, half=0.005)),
    ("wilson, base", lambda share, base: wilson(0.5, base)),
    ("clopper_pearson, base", lambda share, base: clopper_pearson(0.0, base)),
    ("korn_graubard", lambda share, base: korn_graubard(share, 50)),
    ("korn_graubard, base", lambda share, base: korn_graubard(0.5, base)),
)
OF_SHARES = [
    pytest.param(call, id=name)
    for name, call in CALLS
    if not name.endswith("base") and not name.startswith("require_base")
]
OF_BASES = [
    pytest.param(call, id=name)
    for name, call in CALLS
    if name.endswith("base") or name.startswith("require_base")
]


@pytest.mark.parametrize("call", OF_SHARES)
@pytest.mark.parametrize("share", [-0.001, 1.001, math.nan])
def test_a_share_that_cannot_be_is_refused(call: Callable[[float, float], object], share: float) -> None:
    with pytest.raises(ValueError, match="share"):
        call(share, 50)


@pytest.mark.parametrize("call", OF_BASES)
@pytest.mark.parametrize("base", [0, -1])
def test_a_base_that_cannot_be_is_refused(call: Callable[[float, float], object], base: float) -> None:
    with pytest.raises(ValueError, match="base"):
        call(0.5, base)
