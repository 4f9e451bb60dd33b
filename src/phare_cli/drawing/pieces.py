"""Part the sections of a tall chart among pictures that fit on a page, a group of respondents in one where it fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import ceil

from phare_cli.drawing.texts import MarkText, SectionText
from phare_cli.nouns.stacked_chart import StackedSection

_HEADS, _NAME = 120.0, 26.0  # what the names and the scales of a section take, and the name of a group
_ALONE = 1.4  # how much taller than other pictures that of a group alone may be: it is better than two


def pieces_of(
    blocks: Sequence[SectionText], height: Callable[[MarkText], float], tallest: float
) -> Iterator[list[SectionText]]:
    """Yield *blocks*, cut between panels, and between the lines of one that is too tall by itself."""
    piece: list[SectionText] = []
    used = 0.0
    for block in blocks:
        for place, (title, lines) in enumerate(_panels(block, height, tallest - _HEADS - _NAME)):
            room = _NAME + sum(map(height, lines))
            if piece and used + room > tallest - _HEADS:
                yield piece
                piece, used = [], 0.0
            if place and piece:
                piece[-1] = replace(piece[-1], panels=(*piece[-1].panels, (title, lines)))
            else:
                used += _HEADS if piece else 0.0
                piece.append(replace(block, panels=((title, lines),)))
            used += room
    if piece:
        yield piece


def _panels(
    block: SectionText, height: Callable[[MarkText], float], most: float
) -> Iterator[tuple[str, tuple[MarkText, ...]]]:
    """Yield each group of *block*, in parts as tall as one another where *most* is not enough for all of it."""
    for title, lines in block.panels:
        whole = sum(map(height, lines))
        share = whole if whole <= most * _ALONE else whole / ceil(whole / most)
        part: list[MarkText] = []
        used = 0.0
        for line in lines:
            if part and used + height(line) / 2 > share:
                yield title, tuple(part)
                part, used = [], used - share
            part.append(line)
            used += height(line)
        yield title, tuple(part)


def bars_between(sections: Sequence[StackedSection], first: int, end: int) -> tuple[StackedSection, ...]:
    """Return the bars of *sections* from the one at place *first* to that before *end*, in their panels."""
    found = []
    at = 0
    for section in sections:
        panels = []
        for panel in section.panels:
            bars = panel.bars[max(first - at, 0) : max(end - at, 0)]
            at += len(panel.bars)
            if bars:
                panels.append(replace(panel, bars=bars))
        if panels:
            found.append(replace(section, panels=tuple(panels)))
    return tuple(found)
