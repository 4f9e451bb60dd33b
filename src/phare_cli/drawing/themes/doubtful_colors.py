"""Which colours of a project's own can hardly be seen on the paper of pictures, or told from one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from math import dist
from typing import NamedTuple

from phare_cli.drawing.sheet import Tone
from phare_cli.drawing.themes.theme import Theme, contrast, linear
from phare_cli.language.codebook import codebook
from phare_cli.language.codebook_columns import COLORED
from phare_cli.nouns.message import Figure, Message, Name, sentence
from phare_cli.nouns.problem import Problem

SEEN = 3.0  # the least contrast of a shape, by WCAG 2.2, 1.4.11
TOLD_APART = 10.0  # the least distance in CIELAB; one of about 2 is just seen side by side
_WHITE = (0.95047, 1.0, 1.08883)  # D65


class DoubtfulColor(NamedTuple):
    """What is wrong with the colour of *name*, which can be drawn all the same."""

    name: Name
    color: str
    message: Message


def colors_to_doubt(theme: Callable[[], Theme]) -> list[Problem]:
    """Return a warning for each colour of the codebook in use that can hardly be seen, or told from another.

    *theme*, of which the paper is, is asked for where there is a colour alone.
    """
    book = codebook()
    own = ((Name(kind, id), book.form(kind, id, "color")) for kind in COLORED for id in book.own(kind))
    colors = {name: color for name, color in own if color}
    if not colors:
        return []
    return [
        Problem("doubtful-color", each.message, book.file, column="color", cell=each.color, warning=True)
        for each in doubtful_colors(colors, theme())
    ]


def doubtful_colors(colors: Mapping[Name, str], theme: Theme) -> Iterator[DoubtfulColor]:
    """Yield what is to be said of *colors*, each that of one thing: those of a kind stand in pictures together."""
    paper = theme.colors[Tone.PAPER]
    for name, color in colors.items():
        ratio = contrast(color, paper)
        if ratio < SEEN:
            faint = sentence(
                "“{name}”: {color} has a contrast of {ratio} with {paper}, the paper of pictures, and shapes need "
                "{least} to be seen: choose a colour further from it.",
                name=name, color=color, ratio=Figure(ratio, "number", 1), paper=paper,
                least=Figure(SEEN, "number", 1),
            )  # fmt: skip
            yield DoubtfulColor(name, color, faint)
    for (name, color), (other, second) in combinations(colors.items(), 2):
        if name.kind == other.kind and distance(color, second) < TOLD_APART:
            alike = sentence(
                "“{other}”: {second} can hardly be told from {color}, the colour of “{name}”: choose another.",
                other=other, second=second, color=color, name=name,
            )  # fmt: skip
            yield DoubtfulColor(other, second, alike)


def distance(color: str, other: str) -> float:
    """Return how far two colours are from one another in CIELAB. CIE 15:2018, 1976 formula."""
    return dist(_lab(color), _lab(other))


def _lab(color: str) -> tuple[float, float, float]:
    """Return ``#rrggbb`` in CIELAB. CIE 15:2018; from sRGB by IEC 61966-2-1."""
    red, green, blue = linear(color)
    x, y, z = (
        _compressed(part / white)
        for part, white in zip(
            (
                0.4124564 * red + 0.3575761 * green + 0.1804375 * blue,
                0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
                0.0193339 * red + 0.1191920 * green + 0.9503041 * blue,
            ),
            _WHITE,
            strict=True,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _compressed(part: float) -> float:
    return float(part ** (1 / 3)) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
