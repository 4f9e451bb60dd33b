"""What needs every figure of a large file, and what of quoted ones needs a part: phare beside polars.

    python benchmarks/whole_files.py --phare VENV/bin/phare --peers VENV/bin [--rows 1000000 10000000] [--runs 5]

A file in which nothing is wrong is checked and its regions are listed; one of doubles with all their digits is checked;
then a region and an indicator are shown of files whose cells are quoted in four ways. The last two are made of up to a
million rows. The polars scripts look for less than phare does.
"""

from __future__ import annotations

import random
import shlex
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import throughput
from processes import make_apart, options, race, table, tell

COMMA = ("item ", "item, ")
ROWS = (1_000_000, 10_000_000)
MOST_IN_KINDS = ROWS[0]
Cells = Sequence[str]
Written = Callable[[int, Cells], Cells]


def generate_right(path: Path, rows: int, seed: int) -> None:
    """Write about *rows* percentages that counts of one base a question give."""
    chance = random.Random(seed)

    def figures(base: int) -> str:
        return f"{100 * chance.randrange(2, base - 1) / base:.1f},{base}"

    _generate(path, rows, chance, throughput.HEADER, figures)


def generate_doubles(path: Path, rows: int, seed: int) -> None:
    """Write about *rows* percentages, effective bases and standard errors with all the digits of their doubles."""
    chance = random.Random(seed)

    def figures(base: int) -> str:
        value, effective = 5 + 90 * chance.random(), base / (1 + chance.random())
        return f"{value!r},{base},{effective!r},{(value * (100 - value) / effective) ** 0.5!r}"

    _generate(path, rows, chance, f"{throughput.HEADER[:-1]},effective_base,standard_error\n", figures)


def _generate(
    path: Path, rows: int, chance: random.Random, header: str, figures: Callable[[int], str]
) -> None:
    regions = [throughput.REGION, *(f"Bassin {number:05d}" for number in range(1, max(1, rows // 2000)))]
    bases: dict[tuple[int, str, str], int] = {}
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(header)
        for item in range(throughput.ITEMS):
            for number in range(throughput.INDICATORS):
                indicator = f"indicator {number}" if number else throughput.INDICATOR
                for group in throughput.GROUPS:
                    for region in regions:
                        base = bases.setdefault((number, group, region), chance.randrange(100, 3000))
                        file.write(f"{region},{group},{indicator},item {item},{figures(base)}\n")


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


def rewrite(plain: Path, path: Path, kind: str) -> None:
    """Write the rows of a plain file as those of a kind."""
    written = KINDS[kind]
    with plain.open(encoding="utf-8") as rows, path.open("w", encoding="utf-8", newline="") as file:
        file.write(next(rows))
        file.writelines(",".join(written(row, line[:-1].split(","))) + "\n" for row, line in enumerate(rows))


def measured(phare: str, peers: Path, rows: Sequence[int], runs: int, seed: int) -> Iterator[str]:
    """Yield a table a size and command, then one a kind of file."""
    python = str(peers / "python")

    def raced(title: str, command: str, script: str, path: Path) -> str:
        commands: dict[str, Sequence[str]] = {
            "phare": [phare, *shlex.split(command), str(path)],
            "polars script": [python, str(throughput.PEERS / script), str(path)],
        }
        return table(f"phare {command.split()[0]}, {title}", race(commands, runs))

    with tempfile.TemporaryDirectory() as folder:
        path, quoted = Path(folder, "results.csv"), Path(folder, "quoted.csv")
        for count in rows:
            make_apart(generate_right, path, count, seed)
            yield raced(f"{count:,} results", "check", "check_polars.py", path)
            yield raced(f"{count:,} results", "list regions --data", "list_polars.py", path)
        count = min(MOST_IN_KINDS, max(rows))
        make_apart(generate_doubles, path, count, seed)
        yield raced(f"{count:,} results of 17 digits", "check", "check_polars.py", path)
        make_apart(throughput.generate, path, count, seed)
        for kind in KINDS:
            make_apart(rewrite, path, quoted, kind)
            contenders = throughput.contenders(phare, peers, quoted)
            of_kind = {name: contenders[name] for name in ("phare", "polars script")}
            yield table(f"{count:,} results, {kind}", race(of_kind, runs))


def main() -> None:
    """Print a Markdown table a command and a kind."""
    parser = options(__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=list(ROWS))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=8)
    given = parser.parse_args()
    tell(measured(given.phare, given.peers, given.rows, given.runs, given.seed))


if __name__ == "__main__":
    main()
