"""How long phare takes to answer at the prompt, beside peers in the same run: whole processes, paired, ratios first.

    python benchmarks/startup.py --phare VENV/bin/phare --peers VENV/bin [--runs 15]

Measure an installed wheel, whose bytecode is compiled, as a user has it. *peers* holds csvkit (``pip install
csvkit``) and a Python with pandas and tabulate.
"""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from processes import options, race, table, tell

PEERS = Path(__file__).with_name("peers")
DATA = Path(__file__).parents[1] / "data" / "phare_paca.csv"
SMALLEST = """
import typer
app = typer.Typer()

@app.command()
def greet(name: str = typer.Argument("you", help="Whom to greet.")) -> None:
    print(name)

app()
"""
ASKED = {
    "phare show fragilities -f markdown": "show fragilities -f markdown",
    "phare show fragilities, on a terminal": "",
    "phare compare --region PACA -f markdown": "compare --region PACA -f markdown",
    "phare value": "value engagement --region PACA --stakeholder companies",
    "phare --help": "--help",
    "phare --version": "--version",
    "phare show fra, TAB": "",
}


def contenders(phare: str, peers: Path, smallest: Path) -> dict[str, dict[str, Sequence[str]]]:
    """Return, for each thing asked of phare, the commands to run in turn, ours first."""
    python = str(Path(phare).with_name("python"))
    csvlook = [str(peers / "csvlook"), str(DATA)]
    pipeline = (
        f"{peers}/csvgrep -c indicator -m fragilities {DATA} | {peers}/csvsort -c stakeholder,value"
        f" | {peers}/csvcut -c region,stakeholder,item,value | {peers}/csvlook"
    )
    beside: dict[str, Sequence[str]] = {
        "csvlook of the same file": csvlook,
        "csvkit pipeline": ["sh", "-c", pipeline],
        "pandas script": [str(peers / "python"), str(PEERS / "show_pandas.py"), str(DATA)],
        "smallest Typer app --help": [python, str(smallest), "--help"],
        "python -c pass": [python, "-c", "pass"],
    }
    ours: dict[str, Sequence[str]] = {name: [phare, *shlex.split(words)] for name, words in ASKED.items()}
    ours["phare show fragilities, on a terminal"] = [
        "script",
        "-qec",
        f"{phare} show fragilities",
        "/dev/null",
    ]
    ours["phare show fra, TAB"] = [
        "env", "_PHARE_COMPLETE=complete_bash", "COMP_WORDS=phare show fra", "COMP_CWORD=2", phare
    ]  # fmt: skip
    return {name: {name: command, **beside} for name, command in ours.items()}


def measured(phare: str, peers: Path, runs: int) -> Iterator[str]:
    """Yield a table a thing asked."""
    with tempfile.TemporaryDirectory() as folder:
        smallest = Path(folder, "smallest.py")
        smallest.write_text(SMALLEST, encoding="utf-8")
        for name, commands in contenders(phare, peers, smallest).items():
            yield table(name, race(commands, runs))


def main() -> None:
    """Print a Markdown table a thing asked."""
    parser = options(__doc__)
    parser.add_argument("--runs", type=int, default=15)
    given = parser.parse_args()
    tell(measured(given.phare, given.peers, given.runs))


if __name__ == "__main__":
    main()
