"""Run every benchmark and print one page of Markdown; with --write, put it into docs/speed.md.

    python benchmarks/run.py --phare VENV/bin/phare --peers VENV/bin [--quick] [--write]

*phare* is an installed wheel, *peers* a folder with csvkit and a Python that has pandas, tabulate, polars and duckdb.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

import claims
import documents
import respondents
import startup
import throughput
import whole_files
from processes import options

PAGE = Path(__file__).parents[1] / "docs" / "speed.md"
BEGIN, END = "<!-- measured -->\n", "<!-- /measured -->\n"


def measured(phare: str, peers: Path, *, quick: bool) -> Iterator[str]:
    """Yield the page, part by part."""
    yield (
        f"Python {platform.python_version()}, {os.cpu_count()} processors. Medians of runs in turn; a ratio under 1 "
        "means that phare took less, between brackets its range over the pairs.\n"
    )
    yield "## At the prompt\n"
    yield from startup.measured(phare, peers, 3 if quick else 11)
    yield "## Tidy results: a region and an indicator, ranked, the first ten\n"
    sizes = throughput.ROWS[:3] if quick else throughput.ROWS
    yield from throughput.measured(phare, peers, sizes, 3 if quick else 5, seed=8)
    yield "## Tidy results of which every figure or every name is needed, and quoted ones\n"
    sizes = (100_000,) if quick else whole_files.ROWS
    yield from whole_files.measured(phare, peers, sizes, 3 if quick else 5, seed=8)
    yield "## Documents\n"
    yield from documents.measured(phare, 50 if quick else 500, 3 if quick else 5)
    yield "## Claims\n"
    yield from claims.measured(phare, 10 if quick else 100, 3 if quick else 11, seed=5)
    yield "## Respondents\n"
    sizes = respondents.ROWS[:2] if quick else respondents.ROWS
    yield from respondents.measured(phare, peers, sizes, 3, seed=20)


def main() -> None:
    """Print the page, or write it."""
    parser = options(__doc__)
    parser.add_argument("--quick", action="store_true", help="few runs, small files")
    parser.add_argument("--write", action="store_true", help="into docs/speed.md")
    given = parser.parse_args()
    parts = []
    for part in measured(given.phare, given.peers, quick=given.quick):
        parts.append(part)
        sys.stdout.write(part + "\n")
        sys.stdout.flush()
    if given.write:
        page = PAGE.read_text(encoding="utf-8")
        before, after = page.partition(BEGIN)[0], page.partition(END)[2]
        PAGE.write_text(before + BEGIN + "\n" + "\n".join(parts) + "\n" + END + after, encoding="utf-8")


if __name__ == "__main__":
    main()
