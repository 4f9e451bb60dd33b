"""Run whole processes in turn and say what they took: wall, processor and memory, medians of paired ratios."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple


def options(description: str | None) -> argparse.ArgumentParser:
    """Return the options of every benchmark: which phare, and where its peers are."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    here = Path(sys.executable).parent
    parser.add_argument("--phare", default=str(here / "phare"), help="of an installed wheel")
    parser.add_argument(
        "--peers", type=Path, default=here, help="the bin folder of an environment with the peers"
    )
    return parser


def tell(tables: Iterable[str]) -> None:
    """Print each table as soon as it is measured."""
    for text in tables:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()


class Spent(NamedTuple):
    """What one process took, from start to end: seconds, and megabytes at its peak."""

    wall: float
    processor: float
    memory: float


def make_apart(make: Callable[..., None], *given: object) -> None:
    """Make a file in another process: the most memory that this one ever had counts as that of those it starts."""
    process = get_context("spawn").Process(target=make, args=given)
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(f"{make.__name__} ended with status {process.exitcode}")


class Failed(Exception):
    """A process that did not end well: its time says nothing."""


def spend(
    command: Sequence[str],
    output: Path = Path(os.devnull),
    *,
    statuses: Sequence[int] = (0,),
    limit: int | None = None,
) -> Spent:
    """Run *command* with its answer in *output*. Raises Failed unless its status is one of *statuses*.

    *limit* is how many seconds of the processor's time it may take; one that takes more is Failed.

    Memory is that of the largest process when the command is a pipeline of a shell.
    """
    # A peer's bytecode is compiled, as that of an installed phare is.
    environ = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    actions = [
        (os.POSIX_SPAWN_OPEN, 1, str(output), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    if limit is not None:
        command = ("sh", "-c", f'ulimit -t {limit}; exec "$@"', "sh", *command)
    began = time.perf_counter()
    process = os.posix_spawnp(command[0], list(command), environ, file_actions=actions)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) not in statuses:
        raise Failed(" ".join(command)[-200:])
    return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def race(
    commands: Mapping[str, Sequence[str]], runs: int, *, statuses: Sequence[int] = (0,)
) -> dict[str, list[Spent]]:
    """Return what each command took, *runs* times in turn after one run each that does not count."""
    for command in commands.values():
        spend(command, statuses=statuses)
    taken: dict[str, list[Spent]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(spend(command, statuses=statuses))
    return taken


def table(title: str, taken: Mapping[str, Sequence[Spent]]) -> str:
    """Return Markdown: the first contender beside each other one, ratios of wall and processor time first."""
    ours, *others = taken
    lines = [
        f"### {title}",
        "",
        f"| {ours} beside | wall, ratio | processor, ratio | wall | processor | memory |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        f"| itself | 1 | 1 | {_figures(taken[ours])} |",
    ]
    for name in others:
        pairs = list(zip(taken[ours], taken[name], strict=True))
        wall = _range([one.wall / other.wall for one, other in pairs])
        processor = _range([one.processor / other.processor for one, other in pairs])
        lines.append(f"| {name} | {wall} | {processor} | {_figures(taken[name])} |")
    return "\n".join(lines) + "\n"


def _range(ratios: Sequence[float]) -> str:
    middle, low, high = map(_ratio, (statistics.median(ratios), min(ratios), max(ratios)))
    return f"{middle} ({low} to {high})"


def _ratio(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.2g}"


def _figures(spent: Sequence[Spent]) -> str:
    wall = statistics.median(each.wall for each in spent)
    processor = statistics.median(each.processor for each in spent)
    return f"{1000 * wall:.0f} ms | {1000 * processor:.0f} ms | {max(each.memory for each in spent):.0f} MB"
