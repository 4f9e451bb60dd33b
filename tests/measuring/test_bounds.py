"""Thresholds are stated once, and floating point does not move them."""

from __future__ import annotations

import math

import pytest

from phare_cli.measuring.bounds import (
    is_low_base,
    is_over,
    is_under,
    require_base,
    require_conf,
    require_share,
)
from phare_cli.measuring.weights import effective_base


def test_a_base_of_thirty_is_not_low() -> None:
    assert not is_low_base(30)


def test_a_base_just_under_thirty_is_low() -> None:
    assert is_low_base(29.999)


@pytest.mark.parametrize("weight", [0.1, 1 / 3, 0.7, 1e-9, 1234.567, math.pi])
def test_thirty_equal_weights_are_not_a_low_base_whatever_floating_point_says(weight: float) -> None:
    assert not is_low_base(effective_base([weight] * 30))


@pytest.mark.parametrize("blurred", [0.1 + 0.2, 0.3, 0.7 - 0.4])
def test_a_blurred_threshold_is_neither_under_nor_over_itself(blurred: float) -> None:
    assert not is_under(blurred, 0.3)
    assert not is_over(blurred, 0.3)


@pytest.mark.parametrize("threshold", [1e6, -1e6, 1e-6])
def test_the_blur_of_a_threshold_is_relative_to_it(threshold: float) -> None:
    blur, size = abs(threshold) * 1e-10, abs(threshold) * 1e-8

    assert not is_under(threshold - blur, threshold)
    assert not is_over(threshold + blur, threshold)
    assert is_under(threshold - size, threshold)
    assert is_over(threshold + size, threshold)


@pytest.mark.parametrize("share", [-0.001, 1.001, 57.0, math.nan, math.inf])
def test_what_is_not_a_share_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="share"):
        require_share(share)


@pytest.mark.parametrize("base", [0, -1, math.nan, math.inf])
def test_what_is_not_a_base_is_refused(base: float) -> None:
    with pytest.raises(ValueError, match="base"):
        require_base(base)


@pytest.mark.parametrize("conf", [0, 1, 95, math.nan])
def test_what_is_not_a_confidence_level_is_refused(conf: float) -> None:
    with pytest.raises(ValueError, match="confidence"):
        require_conf(conf)
