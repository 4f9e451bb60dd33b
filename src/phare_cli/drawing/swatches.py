"""What shades and outlines mean, in a line of swatches: one beside each word of a legend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from phare_cli.drawing.flow import Flow
from phare_cli.drawing.sheet import Box, DrawnPart, Paint, Tone, Words
from phare_cli.drawing.widths import SMALL
from phare_cli.language.letters import legible, width_of

WIDE, TALL = 16.0, SMALL + 2
# What draws a swatch whose left upper corner stands somewhere.
Swatch = Callable[[float, float], Iterable[DrawnPart]]


def shaded(tone: Paint) -> Swatch:
    """Return a swatch of one colour."""
    return lambda x, top: (Box(x, top, WIDE, TALL, tone),)


def hollow(x: float, top: float) -> tuple[DrawnPart, ...]:
    """Return a swatch that is an outline."""
    return (Box(x + 0.75, top + 0.75, WIDE - 1.5, TALL - 1.5, Tone.MUTED, is_hollow=True),)


def put_swatches(flow: Flow, entries: Sequence[tuple[Swatch, str]]) -> None:
    """Put each swatch before its words, as many in a line as have room."""
    x = flow.left
    for swatch, text in entries:
        said = legible(text)
        long = 22 + width_of(said, SMALL)
        if x > flow.left and x + long > flow.edge:
            x = flow.left
            flow.skip(SMALL + 8)
        flow.put(*swatch(x, flow.y - SMALL), Words(x + 21, flow.y, said, SMALL, tone=Tone.MUTED))
        x += long + 14
