"""Refresh a document of many blocks: one process for all of them, beside one process a block.

    python benchmarks/documents.py --phare VENV/bin/phare [--blocks 500] [--runs 5]

A table for every group and a figure in a sentence, in turn. Ten blocks are run one by one, and their time is
multiplied: nobody has to wait for five hundred.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from processes import Spent, options, race, table, tell

SHOW = "<!-- phare: show fragilities --region PACA -->\n<!-- /phare -->\n\n"
VALUE = "In PACA <!-- phare: value engagement --region PACA --stakeholder companies --><!-- /phare --> of them.\n\n"
ALONE = 10


def measured(phare: str, blocks: int, runs: int) -> Iterator[str]:
    """Yield one table."""
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder, "note.md")
        note.write_text((SHOW + VALUE) * (blocks // 2), encoding="utf-8")
        one = f"{phare} show fragilities --region PACA -f markdown; {phare} value engagement -r PACA -s companies"
        commands = {
            f"phare update, {blocks} blocks": [phare, "update", str(note)],
            "a process a block, 10 measured": ["sh", "-ec", "; ".join([one] * (ALONE // 2))],
            "python -c pass": [str(Path(phare).with_name("python")), "-c", "pass"],
        }
        taken = race(commands, runs)
        times = blocks / ALONE
        taken["a process a block, 10 measured"] = [
            Spent(each.wall * times, each.processor * times, each.memory)
            for each in taken["a process a block, 10 measured"]
        ]
        yield table(f"A document of {blocks} blocks", taken)


def main() -> None:
    """Print a Markdown table."""
    parser = options(__doc__)
    parser.add_argument("--blocks", type=int, default=500)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    tell(measured(given.phare, given.blocks, given.runs))


if __name__ == "__main__":
    main()
