"""Publish a random file as its user would, and hand what was published to the attacker."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from attacker import Breach, attack
from random_files import random_file

from phare_cli.recipes.tabulate.tabulate import tabulate
from phare_cli.rendering import Look, render_bytes
from phare_cli.respondents.specs.spec_file import parse_spec


def breaches_of(seed: int, *, protected: bool = True) -> list[Breach]:
    """Return what the attacker finds in the results and the codebook of the random file of a seed."""
    file = random_file(seed)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "answers.csv"
        path.write_text(file.text)
        fewest = file.fewest if protected else 0
        published = tabulate(
            [str(path)], parse_spec(file.spec, "spec"), min_count=fewest, pool_groups=file.pooled
        )
    return attack(
        render_bytes(published.results, "csv", Look()).decode(),
        file.fewest,
        codebook=tuple(published.codebook.records()),
        kinds=file.kinds,
        filters=file.filters,
        none_of=file.none_of,
        found=file.found,
    )
