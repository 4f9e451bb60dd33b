"""Race ``phare tabulate`` against pandas and DuckDB on one file of respondents: answers first, then time and memory.

    python benchmarks/respondents.py --rows 1000000 --runs 5

The file has one column of weights, 13 regions, 4 groups and 20 columns of a several-answer question, and is the
same for a seed. Each contender is a process of its own, from start to written answer; its time is wall time and its
memory the peak of the whole process. Ratios are those of runs made one after the other; the median is told.
"""

from __future__ import annotations

import argparse
import csv
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

REGIONS = (
    "Auvergne-Rhône-Alpes", "Bourgogne-Franche-Comté", "Bretagne", "Centre-Val de Loire", "Corse", "Grand Est",
    "Hauts-de-France", "Île-de-France", "Normandie", "Nouvelle-Aquitaine", "Occitanie", "Pays de la Loire",
    "Provence-Alpes-Côte d'Azur",
)  # fmt: skip
GROUPS = ("citizens", "mayors", "associations", "companies")
OPTIONS = tuple(f"Q3[SQ{place:03d}]" for place in range(1, 21))
NATION = "France"
AGREEMENT = 1e-6

Key = tuple[str, str, str]
Figures = dict[Key, tuple[float, float, float]]  # value, base, effective base


def generate(path: Path, rows: int, seed: int) -> None:
    """Write the file of respondents."""
    import numpy as np

    random = np.random.default_rng(seed)
    chances = np.linspace(0.05, 0.7, len(OPTIONS))
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(("id", "region", "stakeholder", "weight", *OPTIONS)) + "\n")
        for first in range(0, rows, 100_000):
            size = min(100_000, rows - first)
            regions, groups = random.integers(0, len(REGIONS), size), random.integers(0, len(GROUPS), size)
            weights = random.lognormal(0.0, 0.5, size)
            chosen = np.where(random.random((size, len(OPTIONS))) < chances, "1", "0")
            file.writelines(
                f"{first + row + 1},{REGIONS[regions[row]]},{GROUPS[groups[row]]},{weights[row]:.6f},"
                f"{','.join(chosen[row])}\n"
                for row in range(size)
            )


def with_phare(path: str) -> Figures:
    """Return the figures of phare."""
    from phare_cli.recipes.tabulate import tabulate
    from phare_cli.tabulating.quick import quick_spec

    spec = quick_spec(region="region", stakeholder="stakeholder", weight="weight", multiple=["Q3[*]"])
    return {
        (each.region, each.stakeholder, f"Q3[{each.item}]"): (
            each.value or 0.0,
            each.base or 0.0,
            each.effective_base or 0.0,
        )
        for each in tabulate([path], spec).survey.estimates
    }


def with_groupby(path: str) -> Figures:
    """Return the figures of pandas, one groupby a column, as one writes it without thinking of speed."""
    import pandas as pd

    frame = pd.read_csv(path)
    found: Figures = {}
    for option in OPTIONS:
        for keys in (["region", "stakeholder"], ["stakeholder"]):
            cells = frame.groupby(keys)
            weights = cells["weight"].sum()
            chosen = frame.groupby([*keys, option])["weight"].sum().xs(1, level=option)
            bases = cells[option].count()
            effective = cells["weight"].agg(lambda each: each.sum() ** 2 / (each**2).sum())
            for key, weight in weights.items():
                region, group = key if isinstance(key, tuple) else (NATION, str(key))
                found[region, group, option] = (100.0 * chosen[key] / weight, bases[key], effective[key])
    return found


def with_duckdb(path: str) -> Figures:
    """Return the figures of DuckDB, in one query over grouping sets."""
    import duckdb

    sums = ", ".join(f'sum(weight * "{option}")' for option in OPTIONS)
    query = (
        f"select region, stakeholder, count(*), sum(weight), sum(weight * weight), {sums} from read_csv(?) "
        "group by grouping sets ((region, stakeholder), (stakeholder))"
    )
    found: Figures = {}
    for region, group, base, weight, square, *chosen in duckdb.execute(query, [path]).fetchall():
        for option, held in zip(OPTIONS, chosen, strict=True):
            found[region or NATION, group, option] = (100.0 * held / weight, base, weight**2 / square)
    return found


CONTENDERS: dict[str, Callable[[str], Figures]] = {
    "phare": with_phare,
    "pandas": with_groupby,
    "duckdb": with_duckdb,
}


def tell(line: str) -> None:
    """Write one line, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def run(name: str, path: Path, answers: Path) -> tuple[float, float]:
    """Run one contender in a process of its own; return its seconds and its peak in MB."""
    command = [sys.executable, __file__, "--contender", name, "--file", str(path), "--answers", str(answers)]
    start = time.perf_counter()
    process = os.posix_spawn(sys.executable, command, os.environ)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"{name} failed")
    return seconds, usage.ru_maxrss / 1024


def write(figures: Figures, path: Path) -> None:
    """Write the figures of a contender."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((*key, *values) for key, values in figures.items())


def read(path: Path) -> Figures:
    """Return the figures that a contender wrote."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row[0], row[1], row[2]): (float(row[3]), float(row[4]), float(row[5]))
            for row in csv.reader(file)
        }


def compare(found: Figures, expected: Figures, name: str) -> None:
    """Stop when two contenders disagree."""
    if found.keys() != expected.keys():
        raise SystemExit(f"phare and {name} do not answer for the same cells")
    for key, values in expected.items():
        for one, other in zip(found[key], values, strict=True):
            if abs(one - other) > AGREEMENT * max(1.0, abs(other)):
                raise SystemExit(f"phare and {name} disagree on {key}: {one} and {other}")


def race(path: Path, runs: int, names: list[str]) -> None:
    """Print the times and peaks of each contender, and how phare compares."""
    answers = path.with_suffix(".answers.csv")
    figures: dict[str, Figures] = {}
    for name in names:
        run(name, path, answers)
        figures[name] = read(answers)
    for name in names[1:]:
        compare(figures["phare"], figures[name], name)
    tell(f"{len(figures['phare'])} figures agree to {AGREEMENT:g}.")
    seconds: dict[str, list[float]] = {name: [] for name in names}
    peaks: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(runs):
        for name in names:
            took, peak = run(name, path, answers)
            seconds[name].append(took)
            peaks[name].append(peak)
    for name in names:
        tell(f"{name:8} {statistics.median(seconds[name]):7.2f} s {max(peaks[name]):8.0f} MB")
    for name in names[1:]:
        ratio = statistics.median(
            other / own for own, other in zip(seconds["phare"], seconds[name], strict=True)
        )
        tell(f"{name} takes {ratio:.2f} times the time of phare.")


def main() -> None:
    """Read the options, and run the race or one contender."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--only", nargs="*", choices=CONTENDERS, default=list(CONTENDERS))
    parser.add_argument("--contender", choices=CONTENDERS, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--answers", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.contender:
        write(CONTENDERS[asked.contender](str(asked.file)), asked.answers)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "respondents.csv"
        generate(path, asked.rows, asked.seed)
        tell(f"{asked.rows} respondents, {path.stat().st_size / 1e6:.0f} MB")
        race(path, asked.runs, ["phare", *(name for name in asked.only if name != "phare")])


if __name__ == "__main__":
    main()
