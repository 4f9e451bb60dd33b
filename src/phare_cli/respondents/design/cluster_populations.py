"""Read how many clusters each stratum holds, and how many units each cluster that was drawn: a small file."""

from __future__ import annotations

import math
from dataclasses import dataclass

from phare_cli.files.findings import Findings
from phare_cli.nouns.message import sentence
from phare_cli.respondents.cells import Names
from phare_cli.respondents.design.side_files import SizeColumn, read_side
from phare_cli.respondents.spec import Spec

GroupStratum = tuple[str, tuple[str, ...]]
"""A group ("" where the file names none) and a stratum of it."""


@dataclass(frozen=True, slots=True)
class ClusterPopulations:
    """How many *clusters* each stratum holds, and how many *members* each cluster: respondents, or clusters in it.

    *lines* tells where each stratum stands first.
    """

    path: str
    clusters: dict[GroupStratum, float]
    members: dict[tuple[str, tuple[str, ...], str], float]
    lines: dict[GroupStratum, int]

    def clusters_of(self, group: str, stratum: tuple[str, ...]) -> float | None:
        """Return how many clusters a stratum of a group holds, None where that is not told."""
        return self.clusters.get((group, stratum), self.clusters.get(("", stratum))) if group else None

    def members_of(self, group: str, stratum: tuple[str, ...], cluster: str) -> float:
        """Return how many units a cluster holds, infinity where that is not told."""
        return self.members.get((group, stratum, cluster), self.members.get(("", stratum, cluster), math.inf))


def read_cluster_populations(
    path: str, spec: Spec, findings: Findings, decimal: str = ""
) -> ClusterPopulations:
    """Return what a file says of clusters: a row a stratum, or a row a cluster where it has the column of these.

    Columns: those of the strata, ``clusters`` and, a row a cluster, the column of clusters and ``population``.
    """
    groups = Names("stakeholder", spec.recodes.get("stakeholder", {}))
    found = ClusterPopulations(path, {}, {}, {})
    clusters = SizeColumn(path, "clusters", decimal, findings)
    members = SizeColumn(path, "population", decimal, findings)
    column = spec.clusters[0]
    for line in read_side(path, (*spec.strata, "clusters"), (column, "population", "stakeholder"), findings):
        key = groups.name(line.cells.get("stakeholder", "")), tuple(line.cells[name] for name in spec.strata)
        size, cluster = clusters.read(line), line.cells.get(column, "")
        if found.clusters.setdefault(key, size) != size:
            message = sentence(
                "line {line} says that this stratum holds another number of clusters.", line=found.lines[key]
            )
            findings.problem("duplicate-key", message, path, line.line, "clusters")
        elif key in found.lines and not cluster:
            message = sentence("this stratum has a number of clusters already. Keep one of the two rows.")
            findings.problem("duplicate-key", message, path, line.line, "clusters")
        found.lines.setdefault(key, line.line)
        if not cluster or "population" not in line.cells:
            continue
        if (*key, cluster) in found.members:
            message = sentence("this cluster has a population already. Keep one of the two rows.")
            findings.problem("duplicate-key", message, path, line.line, column)
        found.members[(*key, cluster)] = members.read(line)
    clusters.judge()
    members.judge()
    return found
