"""Nets, row and cell percents beside ``--min-count``: what shows follows from the counts that show."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
SPEC = """region = "R"
nation = true
stakeholder = "=citizens"
segment = "S"
[[question]]
indicator = "q"
column = "Q"
options = { a = "a", b = "b", c = "c", d = "d" }
{nets}
[[question]]
indicator = "m"
kind = "cell"
column = "M"
separator = ";"
"""
NETS = 'nets = { "ab" = ["a", "b"], "a less b" = { plus = ["a"], minus = ["b"] } }'
Figures = dict[tuple[str, str, str, str], dict[str, str]]


def results(path: Path) -> Figures:
    with path.open(encoding="utf-8") as file:
        return {
            (row["indicator"], row["region"], row["segment"], row["item"]): row
            for row in csv.DictReader(file)
        }


def write_answers(seed: int, folder: Path) -> None:
    draw = random.Random(seed)
    often = [draw.random() ** 2 for _ in "abcd"]
    segments = ["x", "y", "z", ""] if seed % 3 == 0 else ["x", "y", "z"]
    lines = [
        ",".join(
            (
                draw.choice(("Bretagne", "Corse", "Normandie")),
                draw.choices(segments, (0.5, 0.35, 0.1, 0.1)[: len(segments)])[0],
                draw.choices("abcd", often)[0],
                ";".join(sorted(set(draw.choices("uvw", often[:3], k=2)))),
            )
        )
        for _ in range(draw.choice((80, 150, 400)))
    ]
    (folder / "r.csv").write_text("R,S,Q,M\n" + "\n".join(lines) + "\n", encoding="utf-8")


class Published:
    """The counts that whoever has the results can work out of the columns alone."""

    def __init__(self, found: Figures) -> None:
        self._found = found

    def base(self, indicator: str, region: str, segment: str) -> float:
        """Return a base; raises ValueError for one that is hidden."""
        rows = [row for key, row in self._found.items() if key[:3] == (indicator, region, segment)]
        return float(rows[0].get("base", ""))

    def count(self, indicator: str, region: str, segment: str, item: str) -> float:
        """Return how many gave an item; raises ValueError where that is hidden."""
        if item == "total":
            return self.base(indicator, region, segment)
        if item == "ab":
            return sum(self.count(indicator, region, segment, each) for each in item)
        share = float(self._found[indicator, region, segment, item]["value"])
        return share * self.base(indicator, region, segment) / 100

    def follows(self, row: Mapping[str, str]) -> tuple[float, float]:
        """Return the figure of a row and its base, out of the counts that show."""
        asked, _, kind = row["indicator"].rstrip(")").partition(" (")
        asked, kind = (asked, kind.partition(" (")[2] or kind) if kind.endswith("percent") else (asked, kind)
        region, segment, item = row["region"], row["segment"], row["item"]
        if kind == "a less b":
            base = self.base(asked, region, segment)
            gave = [self.count(asked, region, segment, each) for each in "ab"]
            return 100 * (gave[0] - gave[1]) / base, base
        if kind == "ab":
            base = self.base(asked, region, segment)
            return 100 * self.count(asked, region, segment, "ab") / base, base
        parts = sorted({key[2] for key in self._found if key[:2] == (asked, region) and key[2]})
        of_all = item if "row" in kind else "total"
        base = sum(self.count(asked, region, part, of_all) for part in parts)
        return 100 * self.count(asked, region, segment, item) / base, base


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 5])
def test_what_shows_follows_from_the_counts_that_show(phare: Phare, tmp_path: Path, seed: int) -> None:
    write_answers(seed, tmp_path)
    (tmp_path / "s.toml").write_text(SPEC.replace("{nets}", NETS), encoding="utf-8")
    (tmp_path / "plain.toml").write_text(SPEC.replace("{nets}", ""), encoding="utf-8")
    phare("tabulate r.csv --spec plain.toml --min-count 5 -o plain.csv")
    phare("tabulate r.csv --spec s.toml --min-count 5 --percents row --percents cell -o all.csv")
    plain, found = results(tmp_path / "plain.csv"), results(tmp_path / "all.csv")
    published = Published(plain)
    fields = ("value", "base")

    assert {key: [row.get(name) for name in fields] for key, row in found.items() if key in plain} == {
        key: [row.get(name) for name in fields] for key, row in plain.items()
    }
    derived = [row for key, row in found.items() if key not in plain and row["value"]]
    assert derived
    for row in derived:
        value, base = published.follows(row)
        assert float(row["value"]) == pytest.approx(value, abs=1e-6)
        assert row["base"] in ("", f"{base:.0f}") or float(row["base"]) == pytest.approx(base)


def test_what_is_made_of_a_hidden_count_is_hidden(phare: Phare, tmp_path: Path) -> None:
    counts = {"x,a": 30, "x,b": 3, "x,c": 40, "y,a": 30, "y,b": 20, "y,c": 20}
    lines = "".join(f"{key}\n" * count for key, count in counts.items())
    (tmp_path / "r.csv").write_text("S,Q\n" + lines, encoding="utf-8")
    options = "--region =Corse --stakeholder =citizens --segment S --single Q --min-count 5 --no-nation"
    phare(f"tabulate r.csv {options} --net ab=a,b --percents row -o out.csv")
    found = results(tmp_path / "out.csv")

    hidden = {(key[0], key[2], key[3]) for key, row in found.items() if not row["value"]}
    assert ("Q (ab)", "x", "ab") in hidden
    assert ("Q (row percent)", "y", "b") in hidden
    assert {row["note"] for row in found.values() if not row["value"]} == {"hidden: too few respondents"}
    assert found["Q (row percent)", "Corse", "y", "total"]["value"] != ""


@pytest.mark.parametrize(
    ("options", "net"), [("--score Q", "haut=9-10"), ("--multiple Q --separator ;", "ab=1,2")]
)
def test_a_net_that_is_no_sum_of_counts_is_refused(
    phare: Phare, tmp_path: Path, options: str, net: str
) -> None:
    (tmp_path / "r.csv").write_text("Q\n" + "1\n2\n9\n10\n" * 5, encoding="utf-8")
    run = phare(
        f"tabulate r.csv --region =Corse --stakeholder =citizens {options} --net '{net}' --min-count 5"
    )

    assert (run.status, "of scores or of several answers gives away" in run.err) == (2, True)


def test_a_dash_for_what_is_hidden_says_so(phare: Phare, tmp_path: Path) -> None:
    people = "".join(f"{'abc'[place % 3]},{'xy'[place < 12]}\n" for place in range(36))
    (tmp_path / "people.csv").write_text(f"item,part\n{people}", encoding="utf-8")
    who = "--region =France --stakeholder =citizens --segment part --single item"
    phare(f"tabulate people.csv {who} --min-count 5 -o hidden.csv")

    out = phare("show -d hidden.csv").out

    assert "– : hidden: of too few respondents, or given away by the others." in out
    assert "named without a figure" not in out
