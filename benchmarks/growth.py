"""Grow one thing at a time and say how the processor's time and memory grow with it, as exponents and as curves.

    python benchmarks/growth.py [--phare VENV/bin/phare] [--only WORDS] [--most 8000] [--svg growth.svg]

Each dimension is measured at sizes that double, as whole processes, less what the same command takes at size 2. An
exponent is the slope of a straight line through the logarithms, of the sizes that took long enough to be told from
the start of a process. A size that took too long is the last.
"""

from __future__ import annotations

import math
import shlex
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from growing import packed, pages, people, published
from processes import Failed, Spent, options, spend

DIMENSIONS: Mapping[str, Callable[[Path, int], Sequence[str]]] = {
    **published.DIMENSIONS,
    **people.DIMENSIONS,
    **pages.DIMENSIONS,
    **packed.DIMENSIONS,
}
SIZES = (500, 1000, 2000, 4000, 8000)
ENOUGH, TOO_LONG = 6.0, 20  # seconds of a size: no larger one; and the limit of one
LEAST, LEAST_MEMORY = 0.03, 3.0  # seconds and megabytes over those of the start, under which nothing is told


class Growth(NamedTuple):
    """What a dimension took at each size, over what its command takes at size 2: seconds and megabytes."""

    name: str
    sizes: tuple[int, ...]
    seconds: tuple[float, ...]
    megabytes: tuple[float, ...]


def measured(phare: Sequence[str], name: str, asked: Sequence[int], runs: int) -> Growth:
    """Return how one dimension grows over the sizes that are *asked*."""
    least = _spent(phare, name, 2, runs)
    sizes, seconds, megabytes = [], [], []
    for size in asked:
        try:
            spent = _spent(phare, name, size, runs)
        except Failed:
            if not sizes:
                raise
            break
        sizes.append(size)
        seconds.append(max(0.0, spent.processor - least.processor))
        megabytes.append(max(0.0, spent.memory - least.memory))
        if spent.processor > ENOUGH:
            break
    return Growth(name, tuple(sizes), tuple(seconds), tuple(megabytes))


def _spent(phare: Sequence[str], name: str, size: int, runs: int) -> Spent:
    taken = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            command = DIMENSIONS[name](Path(folder), size)
            taken.append(spend([*phare, *command], statuses=(0, 1), limit=TOO_LONG))
        if taken[-1].processor > 3.0:
            break
    return Spent(*(statistics.median(column) for column in zip(*taken, strict=True)))


def exponent(sizes: Sequence[int], costs: Sequence[float], least: float) -> float | None:
    """Return the slope of the logarithms, by least squares; None where fewer than two sizes cost enough."""
    points = [
        (math.log(size), math.log(cost)) for size, cost in zip(sizes, costs, strict=True) if cost >= least
    ]
    if len(points) < 2:
        return None
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def line(growth: Growth) -> str:
    """Return one row of the table."""
    seconds = exponent(growth.sizes, growth.seconds, LEAST)
    megabytes = exponent(growth.sizes, growth.megabytes, LEAST_MEMORY)
    curve = " ".join(f"{second:.2f}" for second in growth.seconds)
    memory = " ".join(f"{megabyte:.0f}" for megabyte in growth.megabytes)
    return f"| {growth.name} | {_told(seconds)} | {_told(megabytes)} | {curve} | {memory} |"


def _told(slope: float | None) -> str:
    return "–" if slope is None else f"{slope:.1f}"


def picture(grown: Sequence[Growth]) -> str:
    """Return an SVG of small curves, seconds against size, each beside the straight line of its first size."""
    wide, high, columns = 190, 120, 5
    rows = math.ceil(len(grown) / columns)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide * columns} {high * rows}" '
        'font-family="sans-serif" font-size="8">'
    ]
    for place, growth in enumerate(grown):
        left, top = wide * (place % columns) + 10, high * (place // columns) + 20
        most = max((*growth.seconds, 0.1))
        points = " ".join(
            f"{left + 160 * size / growth.sizes[-1]:.0f},{top + 80 - 80 * cost / most:.0f}"
            for size, cost in zip((0, *growth.sizes), (0.0, *growth.seconds), strict=True)
        )
        end = min(1.0, growth.seconds[0] * growth.sizes[-1] / growth.sizes[0] / most)
        parts += [
            f'<text x="{left}" y="{top - 6}">{growth.name.replace("&", "&amp;")}</text>',
            f'<path d="M{left} {top}v80h165" fill="none" stroke="#999"/>',
            f'<path d="M{left} {top + 80}L{left + 160} {top + 80 - 80 * end:.0f}" stroke="#bbb" stroke-dasharray="3"/>',
            f'<polyline points="{points}" fill="none" stroke="#06c"/>',
            f'<text x="{left + 165}" y="{top + 92}" text-anchor="end">'
            f"{growth.sizes[-1]}: {growth.seconds[-1]:.2f} s</text>",
        ]
    return "\n".join((*parts, "</svg>\n"))


def main() -> None:
    """Print a Markdown table, and draw the curves where that is asked for."""
    parser = options(__doc__)
    parser.add_argument("--only", nargs="*", help="dimensions whose names hold one of these words")
    parser.add_argument("--least", type=int, default=SIZES[0], help="the smallest size")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest size")
    parser.add_argument("--runs", type=int, default=1, help="of each size, of which the median counts")
    parser.add_argument("--svg", type=Path, help="draw the curves into this file")
    given = parser.parse_args()
    asked = [size for size in SIZES if given.least <= size <= given.most]
    sys.stdout.write(
        f"| What grows ({' '.join(map(str, asked))}) | exponent of time | of memory | seconds | megabytes |\n"
        "| --- | ---: | ---: | --- | --- |\n"
    )
    grown = []
    for name in DIMENSIONS:
        if not any(words in name for words in given.only or [""]):
            continue
        try:
            grown.append(measured(shlex.split(given.phare), name, asked, given.runs))
        except Failed as failed:
            sys.stdout.write(f"| {name} | failed: {str(failed)[:90]} | | | |\n")
            continue
        sys.stdout.write(line(grown[-1]) + "\n")
        sys.stdout.flush()
    if given.svg:
        given.svg.write_text(picture(grown), encoding="utf-8")


if __name__ == "__main__":
    main()
