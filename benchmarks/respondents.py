"""Weigh and tabulate a question of several answers by region and group: phare tabulate beside its peers.

    python benchmarks/respondents.py --phare VENV/bin/phare --peers VENV/bin [--rows 10000 1000000] [--runs 5]

The file has one column of weights, 13 regions, 4 groups and 20 columns of options, and is the same for a seed. The
largest one is then made with 10 strata of 50 clusters each, and standard errors are asked for. Each contender is a
process of its own, from start to written answer. *peers* holds a Python with pandas, polars and duckdb, without
pyarrow, and csvkit; Miller is Debian's. A peer that is not there is left out.
"""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from processes import make_apart, options, race, spend, table, tell

PEERS = Path(__file__).with_name("peers")
REGIONS = (
    "Auvergne-Rhône-Alpes", "Bourgogne-Franche-Comté", "Bretagne", "Centre-Val de Loire", "Corse", "Grand Est",
    "Hauts-de-France", "Île-de-France", "Normandie", "Nouvelle-Aquitaine", "Occitanie", "Pays de la Loire",
    "Provence-Alpes-Côte d'Azur",
)  # fmt: skip
GROUPS = ("citizens", "mayors", "associations", "companies")
ITEMS = tuple(f"SQ{place:03d}" for place in range(1, 21))
ROWS = (10_000, 100_000, 1_000_000, 5_000_000)
AGREEMENT = 1e-6
# Contenders that take minutes or gigabytes, and the rows up to which they are asked.
SLOW = {"csvkit's csvsql": 10_000, "Miller": 10_000}
SUMS = "DuckDB script, percentages alone"
UNCHECKED = ("wc -l", "python -c pass", SUMS)

STRATA, CLUSTERS = 10, 500
FIGURES = ("value", "base", "effective_base", "standard_error")

Figures = dict[tuple[str, str, str], dict[str, float]]  # those of FIGURES that a contender wrote


def generate(path: Path, rows: int, seed: int, *, designed: bool = False) -> None:
    """Write the file of respondents, with their stratum and cluster where it is *designed*."""
    import numpy as np

    random = np.random.default_rng(seed)
    chances = np.linspace(0.05, 0.7, len(ITEMS))
    with path.open("w", encoding="utf-8", newline="") as file:
        columns = ("id", "region", "stakeholder", "weight", *(f"Q3[{item}]" for item in ITEMS))
        file.write(",".join((*columns, *(("stratum", "cluster") if designed else ()))) + "\n")
        for first in range(0, rows, 100_000):
            size = min(100_000, rows - first)
            regions, groups = random.integers(0, len(REGIONS), size), random.integers(0, len(GROUPS), size)
            weights = random.lognormal(0.0, 0.5, size)
            answers = np.full((size, 2 * len(ITEMS) - 1), ord(","), dtype=np.uint8)
            answers[:, ::2] = ord("0") + (random.random((size, len(ITEMS))) < chances)
            file.writelines(
                f"{first + row},{REGIONS[region]},{GROUPS[group]},{weight:.6f},{chosen.decode()}"
                f"{_drawn(row) if designed else ''}\n"
                for row, region, group, weight, chosen in zip(
                    range(1, size + 1), regions.tolist(), groups.tolist(), weights.tolist(),
                    answers.view(f"S{answers.shape[1]}").ravel().tolist(), strict=True,
                )
            )  # fmt: skip


def generate_designed(path: Path, rows: int, seed: int) -> None:
    """Write the file of respondents who were drawn by clusters, of which each lies in one stratum."""
    generate(path, rows, seed, designed=True)


def _drawn(row: int) -> str:
    return f",{row % STRATA + 1},{row % CLUSTERS + 1}"


def contenders(phare: str, peers: Path, path: Path, rows: int) -> dict[str, Sequence[str]]:
    """Return the commands that answer the same question, ours first, of the programs that are here."""
    file, python = str(path), str(peers / "python")
    commands: dict[str, Sequence[str]] = {
        "phare tabulate": _tabulate(phare, file),
        "pandas, a groupby a column": [python, str(PEERS / "tabulate_pandas.py"), file],
        "polars script": [python, str(PEERS / "tabulate_polars.py"), file],
        "DuckDB script": [python, str(PEERS / "tabulate_duckdb.py"), file],
        "csvkit's csvsql": [str(peers / "csvsql"), "--tables", "rows", "--query", _query(), file],
        "Miller": ["mlr", "--icsv", "--ocsv", "--from", file, "put", "-q", "-f", str(PEERS / "tabulate.mlr")],
        "wc -l": ["wc", "-l", file],
        "python -c pass": [python, "-c", "pass"],
    }
    return {
        name: command
        for name, command in commands.items()
        if shutil.which(command[0]) and rows <= SLOW.get(name, rows)
    }


def _tabulate(phare: str, file: str) -> Sequence[str]:
    places = ("--region", "region", "--stakeholder", "stakeholder", "--weight", "weight")
    return [phare, "tabulate", file, *places, "--multiple", "Q3[*]"]


def designed_contenders(phare: str, peers: Path, path: Path) -> dict[str, Sequence[str]]:
    """Return the commands that tell standard errors of a design, ours first, and one that adds no more than sums."""
    file, python = str(path), str(peers / "python")
    return {
        "phare tabulate --strata --cluster": [
            *_tabulate(phare, file), "--strata", "stratum", "--cluster", "cluster"
        ],
        "DuckDB script, standard errors": [python, str(PEERS / "tabulate_clusters_duckdb.py"), file],
        SUMS: [python, str(PEERS / "tabulate_duckdb.py"), file],
    }  # fmt: skip


def _query() -> str:
    parts = []
    for region, by in (("region", "region, stakeholder"), ("'France' as region", "stakeholder")):
        parts += [
            f"select {region}, stakeholder, '{item}' as item, "
            f'100.0 * sum(weight * "Q3[{item}]") / sum(weight) as value, count(*) as base, '
            f"sum(weight) * sum(weight) / sum(weight * weight) as effective_base from rows group by {by}"
            for item in ITEMS
        ]
    return " union all ".join(parts)


def read(path: Path) -> Figures:
    """Return the figures that a contender wrote."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["region"], row["stakeholder"], row["item"]): {
                name: float(row[name]) for name in FIGURES if name in row
            }
            for row in csv.DictReader(file)
        }


def check(commands: dict[str, Sequence[str]], folder: Path) -> int:
    """Return how many figures there are; stop when two contenders do not give the same."""
    answers: dict[str, Figures] = {}
    for name, command in commands.items():
        if name not in UNCHECKED:
            output = folder / "answer.csv"
            spend(command, output)
            answers[name] = read(output)
    ours, *others = answers.items()
    for name, found in others:
        if found.keys() != ours[1].keys():
            raise SystemExit(f"phare and {name} do not answer for the same cells")
        for key, values in found.items():
            for figure, other in values.items():
                one = ours[1][key][figure]
                if abs(one - other) > AGREEMENT * max(1.0, abs(other)):
                    raise SystemExit(f"phare and {name} disagree on the {figure} of {key}: {one} and {other}")
    return len(ours[1])


def measured(phare: str, peers: Path, rows: Sequence[int], runs: int, seed: int) -> Iterator[str]:
    """Yield a table a size."""
    with tempfile.TemporaryDirectory() as folder:
        for count in rows:
            path = Path(folder, f"respondents-{count}.csv")
            make_apart(generate, path, count, seed)
            commands = contenders(phare, peers, path, count)
            figures = check(commands, Path(folder))
            title = f"{count:,} respondents, {path.stat().st_size / 1e6:.0f} MB, {figures:,} figures"
            yield table(title, race(commands, runs))
            path.unlink()
        make_apart(generate_designed, path, count, seed)
        designed = designed_contenders(phare, peers, path)
        figures = check(designed, Path(folder))
        title = f"{count:,} respondents in {STRATA} strata and {CLUSTERS} clusters, {figures:,} figures"
        yield table(title, race(designed, runs))


def main() -> None:
    """Print a Markdown table a size."""
    parser = options(__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=list(ROWS))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=20)
    given = parser.parse_args()
    tell(measured(given.phare, given.peers, given.rows, given.runs, given.seed))


if __name__ == "__main__":
    main()
