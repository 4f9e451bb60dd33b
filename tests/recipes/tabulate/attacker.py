"""Whoever holds everything that was published, and a solver: bound each hidden count by linear programmes.

Written apart from what protects: it reads a results file and its codebook, never the respondents. Every line is the
sum of leaves (a region or none, a group, a segment or none), and everything printed is an equation on leaves.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

NONE = "(none)"
Line = tuple[str, str, str]  # region, stakeholder, segment
Terms = dict[int, float]


@dataclass(frozen=True)
class Breach:
    """A count that is known nearer than it should be."""

    what: tuple[str, ...]
    low: float
    high: float


@dataclass
class Programme:
    """Unknowns that are zero or more, and what is known of their sums."""

    unknowns: int = 0
    equal: list[tuple[Terms, float]] = field(default_factory=list)
    least: list[tuple[Terms, float]] = field(default_factory=list)  # sums that are at least so much

    def new(self) -> int:
        """Return a new unknown."""
        self.unknowns += 1
        return self.unknowns - 1

    def spans(self, targets: Sequence[Terms], enough: float) -> list[tuple[float, float]]:
        """Return the least and the most of each target; a span of *enough* is not looked into further."""
        equal, least = self._matrix(self.equal), self._matrix(self.least)
        goals = self._matrix([(terms, 0.0) for terms in targets])[0].toarray()
        low, high = np.full(len(targets), np.inf), np.full(len(targets), -np.inf)

        def solve(goal: np.ndarray) -> None:
            found = linprog(goal, -least[0], -least[1], equal[0], equal[1], bounds=(0, 1e4), method="highs")
            assert found.status == 0, found.message
            values = goals @ found.x
            np.minimum(low, values, out=low)
            np.maximum(high, values, out=high)

        # Many are far from known: a few files that might have been published as well show that of most of them.
        draw = np.random.default_rng(1)
        for _ in range(6 if len(targets) else 0):
            goal = draw.choice([-1.0, 1.0], len(targets)) @ goals
            solve(goal)
            solve(-goal)
        for place, sign in product(range(len(targets)), (1.0, -1.0)):
            if high[place] - low[place] < enough:
                solve(sign * goals[place])
        return list(zip(low.tolist(), high.tolist(), strict=True))

    def _matrix(self, known: Sequence[tuple[Terms, float]]) -> tuple[coo_array, np.ndarray]:
        cells = [
            (row, column, value) for row, (terms, _) in enumerate(known) for column, value in terms.items()
        ]
        rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
        matrix = coo_array((values, (rows, columns)), shape=(len(known), self.unknowns)).tocsr()
        return matrix, np.array([right for _, right in known])


def attack(
    results: str,
    fewest: int,
    *,
    codebook: Sequence[Mapping[str, object]] = (),
    kinds: Mapping[str, str],
    filters: Mapping[str, tuple[str, str]] | None = None,
    none_of: Sequence[str] = (),
    found: Iterable[str] = (),
) -> list[Breach]:
    """Return every count that is shown though it is small, or hidden and known within less than *fewest*.

    *kinds* says how each indicator was asked (``single``, ``set``, ``cell``, ``two`` answers or ``up to two``,
    ``score``), *filters* that one was asked of those who gave an item of another. *none_of* names the axes along
    which some respondents have no name (``region``, ``segment``). *found* are the indicators whose items were found.
    """
    # A column in which nothing is known is left out.
    empty = dict.fromkeys(("wave", "segment", "base", "value", "nation_share", "rank_low", "rank_high"), "")
    rows = [empty | row for row in csv.DictReader(io.StringIO(results))]
    breaches: list[Breach] = []
    waves = dict.fromkeys(row["wave"] for row in rows)
    # An item that was found was given by somebody, in one of the waves.
    surely = set(found) if len(waves) == 1 else set()
    for wave in waves:
        held = [row for row in rows if row["wave"] == wave]
        book = [row for row in codebook if (row["wave"] or "") == wave]
        breaches += _Wave(held, book, fewest, kinds, filters or {}, none_of, surely).breaches()
    return breaches


class _Wave:
    def __init__(
        self,
        rows: Sequence[Mapping[str, str]],
        book: Sequence[Mapping[str, object]],
        fewest: int,
        kinds: Mapping[str, str],
        filters: Mapping[str, tuple[str, str]],
        none_of: Sequence[str],
        found: set[str],
    ) -> None:
        self.rows, self.fewest, self.kinds = rows, fewest, kinds
        self.programme = Programme()
        regions = [each for each in dict.fromkeys(row["region"] for row in rows) if each != "France"]
        self.nation = any(row["region"] == "France" for row in rows)
        segments = [each for each in dict.fromkeys(row["segment"] for row in rows) if each]
        groups = [each for each in dict.fromkeys(row["stakeholder"] for row in rows) if each != "all"]
        if ("region" in none_of or not regions) and self.nation:
            regions.append(NONE)
        if "segment" in none_of or not segments:
            segments.append(NONE)
        self.leaves = list(product(regions, groups, segments))
        self.people = {leaf: self.programme.new() for leaf in self.leaves}
        self.base: dict[str, dict[Line, int]] = {}
        self.chosen: dict[tuple[str, str], dict[Line, int]] = {}
        self.lines = {
            (region, group, segment)
            for region in {row["region"] for row in rows}
            for group in {row["stakeholder"] for row in rows}
            for segment in {"", *segments} - {NONE}
        }
        for indicator in dict.fromkeys(row["indicator"] for row in rows):
            self._question(indicator, found)
        for asked, (other, item) in filters.items():
            if asked in self.base and (other, item) in self.chosen:
                for leaf in self.leaves:
                    self._at_least({self.chosen[other, item][leaf]: 1.0, self.base[asked][leaf]: -1.0}, 0.0)
        for row in book:
            if row["base"] is not None and row["missing"] is not None:
                line = (str(row["region"]), str(row["stakeholder"]), "")
                self._exactly(
                    self._sum(self.people, line), float(str(row["base"])) + float(str(row["missing"]))
                )

    def _question(self, indicator: str, found: set[str]) -> None:
        rows = [row for row in self.rows if row["indicator"] == indicator]
        kind = self.kinds[indicator]
        base = self.base[indicator] = {leaf: self.programme.new() for leaf in self.leaves}
        items = list(dict.fromkeys(row["item"] for row in rows))
        held = {item: {leaf: self.programme.new() for leaf in self.leaves} for item in items}
        for item in items:
            self.chosen[indicator, item] = held[item]
        for leaf in self.leaves:
            self._at_least({self.people[leaf]: 1.0, base[leaf]: -1.0}, 0.0)
            together = {held[item][leaf]: 1.0 for item in items} | {base[leaf]: -1.0}
            if kind == "single":
                self._exactly(together, 0.0)
            if kind in ("cell", "up to two"):
                self._at_least(together, 0.0)
            if kind == "two":
                self._exactly(together | {base[leaf]: -2.0}, 0.0)
            if kind == "up to two":
                self._at_least(
                    {unknown: -value for unknown, value in together.items()} | {base[leaf]: 2.0}, 0.0
                )
            for item in items if kind not in ("single", "score") else ():
                self._at_least({base[leaf]: 1.0, held[item][leaf]: -1.0}, 0.0)
            if kind == "score":
                self._at_least({base[leaf]: 10.0, held[items[0]][leaf]: -1.0}, 0.0)
        told = set()
        for row in rows:
            line = (row["region"], row["stakeholder"], row["segment"])
            told.add(line)
            everybody = self._sum(base, line)
            if row["base"]:
                self._exactly(everybody, float(row["base"]))
            else:
                self._at_least(everybody, 1.0)
            if row["nation_share"]:
                self._share(everybody, self._sum(base, ("France", *line[1:])), row["nation_share"])
            if row["value"] and (row["base"] or float(row["value"]) == 0.0):
                self._exactly(self._sum(held[row["item"]], line), self._count(row))
        if kind != "score":
            self._ranks(rows, held)
        for line in self.lines - told:
            self._exactly(self._sum(base, line), 0.0)
        for item in items if indicator in found else ():
            self._at_least(dict.fromkeys(held[item].values(), 1.0), 1.0)

    def _share(self, region: Terms, nation: Terms, told: str) -> None:
        """Take a region's part of its nation for what it is, to the digits that were printed; nobody is weighted."""
        share, half = float(told), 0.005 if len(told) <= 4 else 1e-9
        self._at_least(_added(region, nation, -(share - half)), 0.0)
        self._at_least(_added(nation, region, -1.0, share + half), 0.0)

    def _ranks(self, rows: Sequence[Mapping[str, str]], held: Mapping[str, Mapping[Line, int]]) -> None:
        """Take an item that is told to stand after another for one of fewer respondents."""
        for one, other in product((row for row in rows if row["rank_low"]), repeat=2):
            lines = [(row["region"], row["stakeholder"], row["segment"]) for row in (one, other)]
            if lines[0] == lines[1] and float(one["rank_high"]) < float(other["rank_low"]):
                first, second = (self._sum(held[row["item"]], lines[0]) for row in (one, other))
                self._at_least(_added(first, second, -1.0), 1.0)

    def _count(self, row: Mapping[str, str]) -> float:
        value, base = float(row["value"]), float(row["base"] or 0)
        whole = 1.0 if self.kinds[row["indicator"]] == "score" else 100.0
        return float(round(value * base / whole))  # what was answered is whole, and the solver is that exact

    def breaches(self) -> list[Breach]:
        """Return what is known too well."""
        found = [Breach(what, count, count) for what, count in self._shown() if 0.0 < count < self.fewest]
        named, unnamed = list(self._hidden()), list(self._unnamed())
        spans = self.programme.spans([terms for _, terms in (*named, *unnamed)], self.fewest)
        for place, ((what, _), (low, high)) in enumerate(zip((*named, *unnamed), spans, strict=True)):
            surely_few = low > 0.5 and high < self.fewest - 0.5
            if high - low < self.fewest - 1e-6 and (place < len(named) or surely_few):
                found.append(Breach(what, low, high))
        return found

    def _shown(self) -> Iterator[tuple[tuple[str, ...], float]]:
        for row in self.rows:
            what = (row["indicator"], row["item"], row["region"], row["stakeholder"], row["segment"])
            if row["base"]:
                yield (*what, "base"), float(row["base"])
            if row["base"] and row["value"] and self.kinds[row["indicator"]] != "score":
                yield (*what, "count"), self._count(row)
                if self.kinds[row["indicator"]] != "single":
                    yield (*what, "others"), float(row["base"]) - self._count(row)

    def _hidden(self) -> Iterator[tuple[tuple[str, ...], Terms]]:
        for row in self.rows:
            line = (row["region"], row["stakeholder"], row["segment"])
            what = (row["indicator"], row["item"], *line)
            base, kind = self._sum(self.base[row["indicator"]], line), self.kinds[row["indicator"]]
            if not row["base"]:
                yield (*what, "base"), base
            if not row["value"] and kind != "score":
                chosen = self._sum(self.chosen[row["indicator"], row["item"]], line)
                yield (*what, "count"), chosen
                if kind != "single" and row["base"]:
                    yield (*what, "others"), base | dict.fromkeys(chosen, -1.0)

    def _unnamed(self) -> Iterator[tuple[tuple[str, ...], Terms]]:
        """Yield what is left by subtraction: respondents of no region, or of no segment."""
        lines = {
            line
            for region, group, segment in self.leaves
            if NONE in (region, segment)
            for line in ((region, group, segment), (region, group, ""), ("France", group, segment))
            if NONE in line
        }
        for line in sorted(lines):
            for indicator, base in self.base.items():
                yield (indicator, *line, "base"), self._sum(base, line)
            for (indicator, item), chosen in self.chosen.items():
                if self.kinds[indicator] != "score":
                    yield (indicator, item, *line, "count"), self._sum(chosen, line)

    def _sum(self, unknowns: Mapping[Line, int], line: Line) -> Terms:
        region, group, segment = line
        return {
            unknown: 1.0
            for leaf, unknown in unknowns.items()
            if region in (leaf[0], "France") and group in (leaf[1], "all") and segment in (leaf[2], "")
        }

    def _exactly(self, terms: Terms, value: float) -> None:
        self.programme.equal.append((terms, value))

    def _at_least(self, terms: Terms, value: float) -> None:
        self.programme.least.append((terms, value))


def _added(one: Terms, other: Terms, times: float, own: float = 1.0) -> Terms:
    """Return *own* times a sum and *times* another."""
    return {
        unknown: own * one.get(unknown, 0.0) + times * other.get(unknown, 0.0)
        for unknown in (*one, *(each for each in other if each not in one))
    }
