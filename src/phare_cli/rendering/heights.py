"""Figures that follow one another as columns of letters, one a figure, from an eighth of the whole to all of it."""

from __future__ import annotations

from collections.abc import Sequence

_LEVELS, _DIGITS = "▁▂▃▄▅▆▇█", "12345678"


def height(share: float, *, is_unicode: bool) -> str:
    """Return the letter that is *share* (0-1) of a line high; a digit where blocks cannot be shown.

    >>> height(0.0, is_unicode=True), height(1.0, is_unicode=False)
    ('▁', '8')
    """
    levels = _LEVELS if is_unicode else _DIGITS
    return levels[min(max(int(share * len(levels)), 0), len(levels) - 1)]


def sparkline(shares: Sequence[float | None], *, is_unicode: bool) -> str:
    """Return a letter a figure, a blank for one that is absent."""
    return "".join(" " if share is None else height(share, is_unicode=is_unicode) for share in shares)
