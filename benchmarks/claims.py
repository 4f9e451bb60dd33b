"""Verify a page, and the first half of it, beside a table of the same data; then a hundred pages with other figures.

python benchmarks/claims.py --phare VENV/bin/phare [--pages 100] [--runs 11]
"""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from processes import options, race, table, tell

PAGE = Path(__file__).parents[1] / "tests" / "speed" / "page.md"
SECTIONS = 3  # of the page that are its first half, 23 of its 47 claims
FOUND = (0, 1)  # statuses: some of its claims are wrong


def measured(phare: str, pages: int, runs: int, *, seed: int) -> Iterator[str]:
    """Yield a table for one page, and one for many."""
    python = [str(Path(phare).with_name("python")), "-c", "pass"]
    text = PAGE.read_text(encoding="utf-8")
    drawn = random.Random(seed)
    many = "\n".join(
        re.sub(r"\b\d\d(?= %)", lambda found: str(drawn.randint(10, 99)), text) for _ in range(pages)
    )
    half = "\n## ".join(text.split("\n## ")[:SECTIONS])
    with tempfile.TemporaryDirectory() as folder:
        long, short = Path(folder, "long.md"), Path(folder, "short.md")
        long.write_text(many, encoding="utf-8")
        short.write_text(half, encoding="utf-8")
        beside = {"phare show fragilities": [phare, "show", "fragilities"], "python -c pass": python}
        one = {"phare verify": [phare, "verify", str(PAGE)], **beside}
        first = {"phare verify": [phare, "verify", str(short)], **beside}
        yield table(f"A page of {len(half.split())} words verified", race(first, runs, statuses=FOUND))
        yield table(f"A page of {len(text.split())} words verified", race(one, runs, statuses=FOUND))
        several = {f"phare verify, {pages} pages": [phare, "verify", str(long)], **one}
        yield table(f"{pages} pages verified", race(several, max(3, runs // 3), statuses=FOUND))


def main() -> None:
    """Print Markdown tables."""
    parser = options(__doc__)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--runs", type=int, default=11)
    given = parser.parse_args()
    tell(measured(given.phare, given.pages, given.runs, seed=5))


if __name__ == "__main__":
    main()
