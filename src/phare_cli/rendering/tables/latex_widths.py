"""Fit the columns of a table on a page of LaTeX: as they are, in a smaller size, wrapped, or in several parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from phare_cli.language.letters import width_of
from phare_cli.rendering.column_groups import column_groups, picked
from phare_cli.rendering.panels import TextPanel
from phare_cli.rendering.wrapping import longest_word, share_columns

LONG = 24  # letters of a word that may be broken
_FONT = 0.9  # what a text in LaTeX's first fonts is as wide as, beside the same in DejaVu Sans
_SMALLER = 1.08  # letters of a small size are wider than the size says
_UNIT = 10  # tenths of an em, which columns are shared out in
# How many ems stand on a line of an article at 10, 11 or 12 points, the fewest of the three, by size of the type,
# and how many of them the blank around a column takes.
_SIZES = (
    ("", 31.0, 1.3),
    (r"\small", 34.5, 0.65),
    (r"\footnotesize", 38.0, 0.75),
    (r"\scriptsize", 44.0, 0.85),
)


@dataclass(frozen=True, slots=True)
class Part:
    """Columns that stand on one page: in a *size*, with the *shares* of a line that they are wrapped in, if any.

    *number* tells which part of how many it is.
    """

    panel: TextPanel
    size: str
    shares: tuple[float, ...] = ()
    number: str = ""


def fitted(panel: TextPanel) -> tuple[Part, ...]:
    """Return *panel* in as few parts, and in as large a type, as let every figure stay whole on a line."""
    whole, least = _widths(panel)
    count = len(panel.headings)
    for size, line, blank in _SIZES[:3]:
        if sum(whole) <= line - blank * count:
            return (Part(panel, size),)
    for size, line, blank in _SIZES[2:]:
        if shares := _shares(least, whole, line, blank):
            return (Part(panel, size, shares),)
    size, line, blank = _SIZES[-1]
    groups = column_groups(panel, least, line, blank=blank)
    return tuple(
        Part(
            picked(panel, group),
            size,
            _shares([least[place] for place in group], [whole[place] for place in group], line, blank)
            or tuple(1 / len(group) for _ in group),
            f"({number}/{len(groups)})",
        )
        for number, group in enumerate(groups, 1)
    )


def _widths(panel: TextPanel) -> tuple[list[float], list[float]]:
    """Return, in ems, how wide each column is and how narrow it may be with its words whole."""
    whole, least = [], []
    for place, heading in enumerate(panel.headings):
        texts = [heading.text, *(row[place] for row in panel.rows)]
        lines = [line for text in texts for line in text.split("\n")]
        whole.append(max(map(_measure, lines)))
        words = [word if len(word) < LONG else word[:LONG] for line in lines for word in line.split(" ")]
        least.append(longest_word(words, _tenths) / _UNIT * _SMALLER)
    return whole, least


def _measure(text: str) -> float:
    return width_of(text, 1.0) * _FONT


def _tenths(text: str) -> int:
    return int(_measure(text) * _UNIT) + 1


def _shares(least: Sequence[float], whole: Sequence[float], line: float, blank: float) -> tuple[float, ...]:
    """Return the share of a *line* that each column is wrapped in, none when not every word fits."""
    gutter = round(blank * _UNIT)
    room = int(line * _UNIT) - gutter * len(least)
    widths = share_columns(
        room, [round(width * _UNIT) for width in least], [round(width * _UNIT) for width in whole]
    )
    if widths is None:
        return ()
    spread = (room - sum(widths)) / len(widths) if sum(widths) < room else 0.0
    return tuple((width + spread + gutter) / (line * _UNIT) * 0.995 for width in widths)
