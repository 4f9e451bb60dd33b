"""Publish random files with small groups hidden, and attack each with linear programmes: nothing is to be found.

    python benchmarks/privacy.py [--files 1000] [--first 0]

The files and the attacker are those of the tests. What is found is told with its seed; the status is 1 then.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "recipes" / "tabulate"))


def main() -> int:
    """Attack every file; return 1 when a small group was found."""
    from published import breaches_of

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    told = parser.parse_args()
    breached = 0
    for seed in range(told.first, told.first + told.files):
        if breaches := breaches_of(seed):
            breached += 1
            sys.stdout.write(f"seed {seed}: {len(breaches)} counts, the first {breaches[0]}\n")
    sys.stdout.write(f"{told.files} files, {breached} of them betray a small group\n")
    return int(breached > 0)


if __name__ == "__main__":
    sys.exit(main())
