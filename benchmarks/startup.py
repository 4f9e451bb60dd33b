"""How long phare takes to answer at the prompt, beside peers in the same run: whole processes, paired, ratios first.

    python benchmarks/startup.py --phare VENV/bin/phare --csvlook VENV/bin/csvlook [--runs 15]

Measure an installed wheel, whose bytecode is compiled, as a user has it. csvlook comes with ``pip install csvkit``.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

DATA = Path(__file__).parents[1] / "data" / "phare_paca.csv"
SMALLEST = """
import typer
app = typer.Typer()

@app.command()
def greet(name: str = typer.Argument("you", help="Whom to greet.")) -> None:
    print(name)

app()
"""


def main() -> None:
    """Print a Markdown table of ratios of processor time, pair by pair, with their range."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phare", type=Path, default=Path(sys.executable).with_name("phare"))
    parser.add_argument("--csvlook", type=Path, default=Path(sys.executable).with_name("csvlook"))
    parser.add_argument("--runs", type=int, default=15)
    given = parser.parse_args()
    python = str(given.phare.with_name("python"))
    with tempfile.TemporaryDirectory() as folder:
        smallest = Path(folder, "smallest.py")
        smallest.write_text(SMALLEST, encoding="utf-8")
        phare, csvlook = str(given.phare), [str(given.csvlook), str(DATA)]
        show = [phare, "show", "fragilities", "-f", "markdown"]
        cases = (
            ("show fragilities -f markdown", "csvlook", show, csvlook),
            ("show fragilities -f markdown", "python -c pass", show, [python, "-c", "pass"]),
            ("--help", "smallest Typer app --help", [phare, "--help"], [python, str(smallest), "--help"]),
            ("--version", "python -c pass", [phare, "--version"], [python, "-c", "pass"]),
        )
        lines = ["| phare | beside | ratio | from | to |", "| --- | --- | ---: | ---: | ---: |"]
        for name, peer, ours, theirs in cases:
            ratios = paired(ours, theirs, given.runs)
            numbers = " | ".join(
                f"{ratio:.2f}" for ratio in (statistics.median(ratios), min(ratios), max(ratios))
            )
            lines.append(f"| `{name}` | {peer} | {numbers} |")
    sys.stdout.write("\n".join(lines) + "\n")


def paired(ours: Sequence[str], theirs: Sequence[str], runs: int) -> list[float]:
    """Return the ratio of processor seconds of each pair of runs, after one of each that does not count."""
    seconds(ours)
    seconds(theirs)
    return [seconds(ours) / seconds(theirs) for _ in range(runs)]


def seconds(command: Sequence[str]) -> float:
    """Return the processor time, user and system, that a whole process took. Raises when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


if __name__ == "__main__":
    main()
