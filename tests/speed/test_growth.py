"""What grows in one dimension costs in proportion: counted in lines of phare and calls of it, never in seconds."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import phare_cli
from phare_cli.cli import main
from phare_cli.judging import conclusions, crowds

PHARE = os.path.dirname(phare_cli.__file__)  # noqa: PTH120 - compared with the names of files
HEADER = "region,stakeholder,indicator,item,value,base,wave,segment,response,source\n"
SIZE = 24
# Twice as much again costs twice as much again, and four times as much where everything meets everything. A tenth more
# is what a part of one in thirty that does so comes to.
MOST = 2.2
OWN_MOST = {"items ranked on their own bases": 2.6}  # n log² n

Command = Sequence[str]
Grown = Callable[[Path, int], Command]


def row(
    item: str = "yes", value: float = 50.0, *, region: str = "France", group: str = "mayors",
    indicator: str = "trust", base: int = 2000, wave: str = "2020", segment: str = "", source: str = "Poll",
) -> str:  # fmt: skip
    cells = (region, group, indicator, item, value, base, wave, segment, "multiple", source)
    return ",".join(map(str, cells)) + "\n"


def share(place: int) -> float:
    return round(1 + place * 37.123 % 98, 3)


def data(folder: Path, rows: Iterable[str]) -> str:
    path = folder / "results.csv"
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return str(path)


def of_results(command: str, row_of: Callable[[int], str]) -> Grown:
    """Return what asks *command* of a file of results with so many rows, or pairs of them."""
    return lambda folder, size: (*command.split(), "--data", data(folder, map(row_of, range(size))))


def beside(each: Callable[..., str], **names: str) -> str:
    return each(region="PACA", **names) + each(**names)


def of_respondents(command: str, header: Callable[[int], str], cells: Callable[[int, int], str]) -> Grown:
    """Return what tabulates respondents; *header* and *cells* are told the size, *cells* the respondent too."""

    def grown(folder: Path, size: int) -> Command:
        path = folder / "people.csv"
        lines = [header(size), *(cells(size, place) for place in range(100))]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        asked = [word for word in command.split() if word != "ALL"]
        if "ALL" in command:
            asked += [word for place in range(size) for word in ("--single", f"Q{place}")]
        return ("tabulate", str(path), "--region", "=PACA", "--stakeholder", "=mayors", *asked)

    return grown


def files(folder: Path, size: int) -> Command:
    paths = [folder / f"{place}.csv" for place in range(size)]
    for path in paths:
        path.write_text(f"id,Q\n{path.stem.zfill(4)},a\n{path.stem.zfill(4)}b,b\n", encoding="utf-8")
    return ("tabulate", *map(str, paths), "--region", "=PACA", "--stakeholder", "=mayors", "--single", "Q")


def people_of_parts(folder: Path, size: int) -> Command:
    """Return what tabulates two regions of three groups, of so many parts each."""
    parts = (
        f"r{place % 2},s{place % 3},t{place // 6},{'ab'[part]}\n"
        for part in (0, 1)
        for place in range(6 * size)
    )
    path = folder / "people.csv"
    path.write_text("R,S,T,Q\n" + "".join(parts), encoding="utf-8")
    names = ("--region", "R", "--stakeholder", "S", "--segment", "T", "--single", "Q")
    return ("tabulate", str(path), *names)


def people_of_groups(folder: Path, size: int) -> Command:
    path = folder / "people.csv"
    path.write_text("S,Q\n" + "".join(f"s{n},a\ns{n},b\n" for n in range(size)), encoding="utf-8")
    return ("tabulate", str(path), "--region", "=PACA", "--stakeholder", "S", "--single", "Q")


def pages(folder: Path, size: int) -> Command:
    rows = (row(region=f"region {place}" if place else "France") for place in range(size // 2 + 1))
    return (
        "report",
        "--each",
        "region",
        "-o",
        str(folder / "pages"),
        "-f",
        "markdown",
        "-d",
        data(folder, rows),
    )


def pages_of_one_name(folder: Path, size: int) -> Command:
    rows = (row(region="r" + "?!;"[place % 3] * (1 + place // 3)) for place in range(size // 2 + 1))
    command = ("report", "--each", "region", "--to", "r?", "-o", str(folder / "pages"), "-f", "markdown")
    return (*command, "-d", data(folder, rows))


def blocks(folder: Path, size: int) -> Command:
    data(folder, (row(group=f"group {place}") for place in range(40)))
    (folder / "phare.toml").write_text('data = "results.csv"\n', encoding="utf-8")
    note = folder / "note.md"
    block = "<!-- phare: show trust --stakeholder 'group {}' -->\n<!-- /phare -->\n\n"
    note.write_text("".join(block.format(place % 40) for place in range(size)), encoding="utf-8")
    return ("update", str(note))


def verified(text: Callable[[int], str], row_of: Callable[[int], str], *options: str) -> Grown:
    """Return what verifies a text against two groups and so many rows; the text is told how many."""

    def grown(folder: Path, size: int) -> Command:
        known = (row("security", 57.0), row("security", 40.0, group="citizens"))
        path = data(folder, (*known, *map(row_of, range(size))))
        (folder / "note.md").write_text(text(size), encoding="utf-8")
        return ("verify", str(folder / "note.md"), "--data", path, "--tolerate", "overstated", *options)

    return grown


def accepting(folder: Path, size: int) -> Command:
    claims = "".join(f'[[claim]]\nwords = "{n % 40}.5%"\nreason = "ours {n}"\n' for n in range(size))
    (folder / "accepted.toml").write_text(claims, encoding="utf-8")
    said = "".join(f"In France, {n % 40}.5% of mayors name security.\n\n" for n in range(size))
    return verified(lambda n: said, lambda n: "", "--accept", str(folder / "accepted.toml"))(folder, size)


FIGURE = "In France, 57% of mayors name security. "
GAP = "They name it 17 points more than citizens. "


DIMENSIONS: dict[str, Grown] = {
    "items ranked": of_results("show -f csv", lambda n: row(f"item {n}", share(n))),
    "items ranked on their own bases": of_results(
        "show -f csv", lambda n: row(f"item {n}", share(n), base=500 + n)
    ),
    "groups shown": of_results("show", lambda n: row(group=f"group {n}")),
    "waves shown": of_results("show", lambda n: row(wave=f"wave {n}")),
    "waves compared": of_results("compare --by wave -f csv", lambda n: row(wave=f"wave {n}")),
    "waves listed": of_results("list waves -f csv", lambda n: row(wave=f"wave {n}")),
    "regions shown in panels": of_results("show -f markdown", lambda n: row(region=f"region {n}")),
    "groups reported": of_results("report -r PACA -f markdown", lambda n: beside(row, group=f"group {n}")),
    "groups crossed": of_results(
        "cross trust --by stakeholder -f csv",
        lambda n: row(group=f"group {n}") + row("never", 9, group=f"group {n}"),
    ),
    "sentences of groups compared": of_results(
        "compare -r PACA --sentences", lambda n: beside(row, group=f"group {n}")
    ),
    "sheets of a workbook": lambda folder, size: (
        *of_results("show", lambda n: row(group=f"group {n}") + row("never", 9, group=f"group {n}"))(
            folder, size
        ),
        *("-o", str(folder / "book.xlsx")),
    ),
    "segments reported": of_results("report -r PACA -f markdown", lambda n: beside(row, segment=f"part {n}")),
    "indicators reported": of_results(
        "report -r PACA -f markdown", lambda n: beside(row, indicator=f"question {n}")
    ),
    "sources reported": of_results(
        "report -r PACA -f html", lambda n: beside(row, source=f"source {n}", group=f"g {n}")
    ),
    "regions, a page each": pages,
    "regions of one name, a page each": pages_of_one_name,
    "segments checked": of_results("check", lambda n: row(segment=f"part {n}")),
    "sources checked": of_results("check", lambda n: row(f"item {n}", source=f"source {n}")),
    "letters of a name shown": lambda folder, size: of_results("show", lambda n: row("x" * 40 * size))(
        folder, 1
    ),
    "letters of a name drawn": lambda folder, size: (
        *of_results("plot trust", lambda n: row(f"{'x' * 40 * size} {n}"))(folder, 2),
        "-o",
        str(folder / "picture.svg"),
    ),
    "questions tabulated": of_respondents(
        "ALL",
        lambda size: ",".join(f"Q{n}" for n in range(size)),
        lambda size, n: ",".join("ab"[n % 2] * size),
    ),
    "columns drafted": of_respondents(
        "--draft",
        lambda size: ",".join(f"Q{n}" for n in range(size)),
        lambda size, n: ",".join("12"[n % 2] * size),
    ),
    # Up to 40 options are set beside one another.
    "options tabulated": of_respondents(
        "--multiple Q[*]",
        lambda size: ",".join(f"Q[{n}]" for n in range(40 + size)),
        lambda size, n: ",".join("10"[(n + each) % 3 > 0] for each in range(40 + size)),
    ),
    "groups tabulated": people_of_groups,
    "parts tabulated": people_of_parts,
    "files tabulated": files,
    "blocks refreshed": blocks,
    "sentences verified": verified(lambda size: f"{FIGURE}{GAP}" * size, lambda n: ""),
    "cells verified": verified(
        lambda size: "| France | Mayors |\n| --- | --- |\n" + "| security | 57% |\n" * size, lambda n: ""
    ),
    "answers of a list verified": verified(
        lambda size: "In France, mayors name:\n\n" + "- security: 57%\n" * size, lambda n: ""
    ),
    "items verified": verified(lambda size: FIGURE, lambda n: row(f"road number {n}")),
    "groups verified": verified(lambda size: FIGURE, lambda n: row("security", group=f"people of town {n}")),
    "parts verified": verified(lambda size: FIGURE, lambda n: row("security", segment=f"part {n}")),
    "regions verified": verified(lambda size: FIGURE, lambda n: row("security", region=f"Land {n}")),
    "claims accepted": accepting,
}


def cost(grown: Grown, folder: Path, size: int, capsys: pytest.CaptureFixture[str]) -> int:
    """Count the lines that phare runs, once for each turn of a loop, and its calls."""
    folder.mkdir()
    command = grown(folder, size)
    counted = 0

    def lines(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal counted
        counted += 1
        return lines

    def calls(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal counted
        counted += 1
        return lines if frame.f_code.co_filename.startswith(PHARE) else None

    before = sys.gettrace()  # of what measures the coverage of tests
    sys.settrace(calls)
    try:
        status = main(command)
    finally:
        sys.settrace(before)
    told = capsys.readouterr()
    assert status == 0, told.err
    return counted


@pytest.fixture
def _few_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each pair of groups answered of fewer of them: what follows is what grows as they do."""
    for module in (crowds, conclusions):
        monkeypatch.setattr(module, "MOST_PAIRS", 100)


@pytest.mark.usefixtures("_few_pairs")
@pytest.mark.parametrize("name", DIMENSIONS)
def test_twice_as_much_again_costs_twice_as_much_again(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cost(DIMENSIONS[name], tmp_path / "first", SIZE, capsys)  # what is imported and kept at the first

    small, middle, large = (
        cost(DIMENSIONS[name], tmp_path / str(size), size, capsys) for size in (SIZE, 2 * SIZE, 4 * SIZE)
    )

    assert large - middle <= OWN_MOST.get(name, MOST) * (middle - small)
