"""Respondents that grow: rows, columns asked, options, cells, distinct texts, margins, files."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

Command = Sequence[str]
PLACES = ("--region", "=PACA", "--stakeholder", "=citizens")


def _written(folder: Path, header: Sequence[str], rows: int, of: object, name: str = "people.csv") -> str:
    path = folder / name
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(header) + "\n")
        file.writelines(of(n) + "\n" for n in range(rows))  # type: ignore[operator]
    return str(path)


def respondents(folder: Path, size: int) -> Command:
    """Rows, in hundreds."""
    path = _written(folder, ("Q",), 100 * size, lambda n: "abc"[n % 3])
    return ("tabulate", path, *PLACES, "--single", "Q")


def questions_given(folder: Path, size: int) -> Command:
    """Columns asked for, each a question of its own."""
    names = [f"Q{n}" for n in range(size)]
    cells = ",".join("ab"[n % 2] for n in range(size))
    path = _written(folder, names, 50, lambda n: cells)
    return ("tabulate", path, *PLACES, *(part for name in names for part in ("--single", name)))


def questions_of_a_spec(folder: Path, size: int) -> Command:
    """Questions of a spec, each with two options."""
    names = [f"Q{n}" for n in range(size)]
    cells = ",".join("ab"[n % 2] for n in range(size))
    path = _written(folder, names, 50, lambda n: cells)
    spec = folder / "spec.toml"
    with spec.open("w", encoding="utf-8") as file:
        file.write('survey = "s"\nregion = "=PACA"\nstakeholder = "=citizens"\n')
        file.writelines(
            f'[[question]]\nindicator = "{name}"\nkind = "single"\ncolumn = "{name}"\n' for name in names
        )
    return ("tabulate", path, "--spec", str(spec))


def columns_drafted(folder: Path, size: int) -> Command:
    """Columns of a file that a spec is drafted for."""
    names = [f"Q{n}" for n in range(size)]
    cells = ",".join("ab"[n % 2] for n in range(size))
    return ("tabulate", _written(folder, names, 50, lambda n: cells), "--draft")


def options_of_a_set(folder: Path, size: int) -> Command:
    """Columns of options of one question."""
    names = [f"Q[{n}]" for n in range(size)]
    rows = [",".join("01"[(n * row) % 7 == 0] for n in range(size)) for row in range(13)]
    return ("tabulate", _written(folder, names, 200, lambda n: rows[n % 13]), *PLACES, "--multiple", "Q[*]")


def cells(folder: Path, size: int) -> Command:
    """Cells: fifty regions, and as many groups and segments as give so many together."""
    path = _written(
        folder, ("R", "S", "T", "Q"), 20 * size,
        lambda n: f"r{n % 50},s{n // 50 % (1 + size // 500)},t{n // 50 % (1 + size // 50)},{'ab'[n % 2]}",
    )  # fmt: skip
    return ("tabulate", path, "--region", "R", "--stakeholder", "S", "--segment", "T", "--single", "Q")


def strata(folder: Path, size: int) -> Command:
    """Cells: strata."""
    path = _written(folder, ("S", "Q"), 20 * size, lambda n: f"s{n % size},{'ab'[(n // size) % 2]}")
    return ("tabulate", path, *PLACES, "--strata", "S", "--single", "Q")


def distinct_texts(folder: Path, size: int) -> Command:
    """Identifiers, all of them different."""
    path = _written(folder, ("id", "Q"), 10 * size, lambda n: f"person {n},{'ab'[n % 2]}")
    return ("tabulate", path, *PLACES, "--single", "Q", "--id", "id")


def distinct_scores(folder: Path, size: int) -> Command:
    """Scores, all of them different."""
    path = _written(folder, ("Q",), 10 * size, lambda n: f"{n % 9}.{n:07d}")
    return ("tabulate", path, *PLACES, "--score", "Q")


def answers_in_cells(folder: Path, size: int) -> Command:
    """Several answers a cell, never the same together."""
    chance = random.Random(1)
    path = _written(
        folder, ("Q",), 4 * size, lambda n: ";".join(f"option {chance.randrange(150)}" for _ in range(3))
    )
    return ("tabulate", path, *PLACES, "--multiple", "Q", "--separator", ";")


def margins(folder: Path, size: int) -> Command:
    """Categories of a raking margin."""
    path = _written(folder, ("A", "Q"), 20 * size, lambda n: f"a{n % size},{'ab'[n % 2]}")
    with (folder / "margins.csv").open("w", encoding="utf-8") as file:
        file.write("column,value,target\n")
        file.writelines(f"A,a{n},{10 + n % 5}\n" for n in range(size))
    return ("tabulate", path, *PLACES, "--single", "Q", "--rake", str(folder / "margins.csv"))


def files(folder: Path, size: int) -> Command:
    """Files given."""
    paths = [
        _written(folder, ("id", "Q"), 10, lambda n, part=part: f"{part}-{n},{'ab'[n % 2]}", f"{part}.csv")
        for part in range(size)
    ]
    return ("tabulate", *paths, *PLACES, "--single", "Q")


def small_counts(folder: Path, size: int) -> Command:
    """Cells whose small counts are hidden, in tens."""
    few = 2 + size // 10
    path = _written(folder, ("R", "Q"), 20 * few, lambda n: f"r{n % few},{'aaaaaaaab'[(n // few) % 9]}")
    return (
        "tabulate",
        path,
        "--region",
        "R",
        "--stakeholder",
        "=citizens",
        "--single",
        "Q",
        "--min-count",
        "5",
    )


DIMENSIONS = {
    "hundreds of respondents": respondents,
    "columns asked: --single": questions_given,
    "questions of a spec": questions_of_a_spec,
    "columns drafted": columns_drafted,
    "options of a set": options_of_a_set,
    "cells: tabulate": cells,
    "strata: tabulate": strata,
    "tens of identifiers": distinct_texts,
    "tens of scores": distinct_scores,
    "answers in cells, in fours": answers_in_cells,
    "categories of a margin": margins,
    "files: tabulate": files,
    "tens of regions: tabulate --min-count": small_counts,
}
