"""Filter a region and an indicator of tidy results, rank, show the top 10 as Markdown: phare beside six peers.

    python benchmarks/throughput.py --phare VENV/bin/phare --peers VENV/bin [--rows 1000 100000] [--runs 5]

The files are the same for a seed and live in a temporary folder. *peers* holds csvkit and a Python with pandas,
tabulate, polars and duckdb; Miller is Debian's. A peer that is not there is left out.
"""

from __future__ import annotations

import random
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from processes import make_apart, options, race, spend, table, tell

PEERS = Path(__file__).with_name("peers")
REGION, INDICATOR = "Provence-Alpes-Côte d'Azur", "fragilities"
GROUPS = ("citizens", "mayors", "associations", "companies")
INDICATORS, ITEMS = 25, 20
ROWS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
HEADER = "region,stakeholder,indicator,item,value,base\n"

Answer = set[tuple[str, str, float]]


def generate(path: Path, rows: int, seed: int) -> None:
    """Write about *rows* results; those asked for are spread over the whole file."""
    chance = random.Random(seed)
    regions = [REGION, *(f"Bassin {number:05d}" for number in range(1, max(1, rows // 2000)))]
    groups = GROUPS if rows >= 2000 else GROUPS[:2]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        for item in range(ITEMS):
            for number in range(INDICATORS):
                indicator = f"indicator {number}" if number else INDICATOR
                for group in groups:
                    file.writelines(
                        f"{region},{group},{indicator},item {item},{_figures(chance)}\n" for region in regions
                    )


def _figures(chance: random.Random) -> str:
    return f"{chance.random() * 100:.3f},{chance.randrange(100, 3000)}"


def contenders(phare: str, peers: Path, path: Path) -> dict[str, Sequence[str]]:
    """Return the commands that answer the same question, ours first, of the programs that are here."""
    file, python = str(path), str(peers / "python")
    where = f"$region == {_quoted(REGION)} && $indicator == {_quoted(INDICATOR)}"
    first = "sort -f stakeholder -nr value then head -n 10 -g stakeholder then cut -f stakeholder,item,value"
    csvkit = (
        f"{peers}/csvgrep -c region -m {shlex.quote(REGION)} {file} | {peers}/csvgrep -c indicator -m {INDICATOR}"
        f" | {peers}/csvsort -c value -r | {peers}/csvcut -c stakeholder,item,value | {peers}/csvlook --max-precision 3"
    )
    commands: dict[str, Sequence[str]] = {
        "phare": [
            phare,
            *shlex.split("show fragilities --region PACA --top 10 -f markdown --decimals 3 --data"),
            file,
        ],
        "pandas script": [python, str(PEERS / "top_pandas.py"), file],
        "polars script": [python, str(PEERS / "top_polars.py"), file],
        "DuckDB script": [python, str(PEERS / "top_duckdb.py"), file],
        "csvkit pipeline": ["sh", "-c", csvkit],
        "Miller": ["mlr", "--icsv", "--omd", "filter", where, "then", *shlex.split(first), file],
        # Into a pipe: grep stops at the first match when nobody reads what it writes.
        "grep": ["sh", "-c", f'grep "^{REGION},[a-z]*,{INDICATOR}," {file} | cat'],
        "wc -l": ["wc", "-l", file],
    }
    return {name: command for name, command in commands.items() if shutil.which(command[0])}


def _quoted(text: str) -> str:
    return f'"{text}"'


def answer(text: str) -> Answer:
    """Return the top 10 of each group that a table in Markdown holds, whatever else stands in it."""
    found: dict[str, list[tuple[str, float]]] = {}
    group = ""
    for line in text.splitlines():
        cells = [cell.strip().strip('"').lower() for cell in line.strip().strip("|").split("|")]
        group = next((cell for cell in cells if cell in GROUPS), group)
        item = next((cell for cell in cells if cell.startswith("item ")), None)
        figures = [cell.rstrip("%") for cell in cells if re.fullmatch(r"[0-9]+\.[0-9]+%?", cell)]
        if item and figures:
            found.setdefault(group, []).append((item, float(figures[0])))
    best = ((group, sorted(rows, key=lambda row: -row[1])[:10]) for group, rows in found.items())
    return {(group, item, value) for group, rows in best for item, value in rows}


def check(commands: dict[str, Sequence[str]], folder: Path) -> None:
    """Stop when two contenders do not give the same answer."""
    answers: dict[str, Answer] = {}
    for name, command in commands.items():
        if name not in ("grep", "wc -l"):
            output = folder / "answer.md"
            spend(command, output)
            answers[name] = answer(output.read_text(encoding="utf-8"))
    expected = answers["phare"]
    for name, found in answers.items():
        if found != expected or len(found) < 10:
            raise SystemExit(f"phare and {name} do not agree: {sorted(expected ^ found)[:4]}")


def measured(phare: str, peers: Path, rows: Sequence[int], runs: int, seed: int) -> Iterator[str]:
    """Yield a table a size."""
    with tempfile.TemporaryDirectory() as folder:
        for count in rows:
            path = Path(folder, f"results-{count}.csv")
            make_apart(generate, path, count, seed)
            commands = contenders(phare, peers, path)
            if count > 1_000_000:  # minutes, and gigabytes
                commands = {
                    name: command
                    for name, command in commands.items()
                    if name not in ("csvkit pipeline", "Miller")
                }
            check(commands, Path(folder))
            yield table(f"{count:,} results, {path.stat().st_size / 1e6:.1f} MB", race(commands, runs))
            path.unlink()


def main() -> None:
    """Print a Markdown table a size."""
    parser = options(__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=list(ROWS))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=8)
    given = parser.parse_args()
    tell(measured(given.phare, given.peers, given.rows, given.runs, given.seed))


if __name__ == "__main__":
    main()
