"""What needs every figure of a large file, and what of quoted ones needs a part: phare beside polars.

    python benchmarks/whole_files.py --phare VENV/bin/phare --peers VENV/bin [--rows 1000000] [--runs 5]

A file in which nothing is wrong is checked and its regions are listed; then a region and an indicator are shown of
files whose cells are quoted in four ways. The polars scripts look for less than phare does.
"""

from __future__ import annotations

import random
import shlex
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import throughput
from processes import options, race, table, tell

COMMA = ("item ", "item, ")
Cells = Sequence[str]
Written = Callable[[int, Cells], Cells]


def generate_right(path: Path, rows: int, seed: int) -> None:
    """Write about *rows* percentages that counts of one base a question give."""
    chance = random.Random(seed)
    regions = [throughput.REGION, *(f"Bassin {number:05d}" for number in range(1, max(1, rows // 2000)))]
    bases: dict[tuple[int, str, str], int] = {}
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(throughput.HEADER)
        for item in range(throughput.ITEMS):
            for number in range(throughput.INDICATORS):
                indicator = f"indicator {number}" if number else throughput.INDICATOR
                for group in throughput.GROUPS:
                    for region in regions:
                        base = bases.setdefault((number, group, region), chance.randrange(100, 3000))
                        value = 100 * chance.randrange(2, base - 1) / base
                        file.write(f"{region},{group},{indicator},item {item},{value:.1f},{base}\n")


def _quoted(cells: Cells) -> Cells:
    return [f'"{cell}"' for cell in cells]


def _with_comma(row: int, cells: Cells) -> Cells:
    return cells if row % 3 else [*cells[:3], cells[3].replace(*COMMA), *cells[4:]]


KINDS: dict[str, Written] = {
    "quoted throughout": lambda _, cells: _quoted(cells),
    "texts quoted and figures not": lambda _, cells: [*_quoted(cells[:4]), *cells[4:]],
    "quotes where a comma asks for them": lambda row, cells: (
        cells if row % 3 else [*cells[:3], *_quoted([cells[3].replace(*COMMA)]), *cells[4:]]
    ),
    "quoted throughout, with a comma in every third row": lambda row, cells: _quoted(_with_comma(row, cells)),
}


def rewrite(plain: Path, path: Path, written: Written) -> None:
    """Write the rows of a plain file as *written* says."""
    with plain.open(encoding="utf-8") as rows, path.open("w", encoding="utf-8", newline="") as file:
        file.write(next(rows))
        file.writelines(",".join(written(row, line[:-1].split(","))) + "\n" for row, line in enumerate(rows))


def measured(phare: str, peers: Path, rows: int, runs: int, seed: int) -> Iterator[str]:
    """Yield a table a command, then one a kind of file."""
    python = str(peers / "python")
    with tempfile.TemporaryDirectory() as folder:
        right, plain, quoted = (Path(folder, f"{name}.csv") for name in ("right", "plain", "quoted"))
        generate_right(right, rows, seed)
        for command, script in (("check", "check_polars.py"), ("list regions --data", "list_polars.py")):
            commands: dict[str, Sequence[str]] = {
                "phare": [phare, *shlex.split(command), str(right)],
                "polars script": [python, str(throughput.PEERS / script), str(right)],
            }
            yield table(f"phare {command.split()[0]}, {rows:,} results", race(commands, runs))
        throughput.generate(plain, rows, seed)
        for kind, written in KINDS.items():
            rewrite(plain, quoted, written)
            contenders = throughput.contenders(phare, peers, quoted)
            of_kind = {name: contenders[name] for name in ("phare", "polars script")}
            yield table(f"{rows:,} results, {kind}", race(of_kind, runs))


def main() -> None:
    """Print a Markdown table a command and a kind."""
    parser = options(__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=8)
    given = parser.parse_args()
    tell(measured(given.phare, given.peers, given.rows, given.runs, given.seed))


if __name__ == "__main__":
    main()
