"""Follow how respondents were drawn while their files are read: by portions of clusters, by replicates."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.files.findings import Findings
from phare_cli.respondents.cells import RespondentCell
from phare_cli.respondents.design.portions import ClusterReader, PortionNumbers, PortionTable
from phare_cli.respondents.design.replicate_weights import ReplicateReader, ReplicateWays
from phare_cli.respondents.design.weighing import Weighed, Weighing
from phare_cli.respondents.engine.coded import Coded
from phare_cli.respondents.engine.labels import Codes
from phare_cli.respondents.engine.number_columns import MARKS
from phare_cli.respondents.engine.portion_sums import PortionRows
from phare_cli.respondents.find_columns import ColumnFinder
from phare_cli.respondents.spec import Spec


class DrawnRows:
    """What was drawn together in all files of a run, and how replicates vary; neither where the spec names none."""

    def __init__(self, spec: Spec, findings: Findings) -> None:
        self._spec, self._findings = spec, findings
        self._portions = PortionNumbers(spec.clusters) if spec.clusters else None
        self._clusters: ClusterReader | None = None  # of the file being read
        self.ways = ReplicateWays() if spec.replicates else None

    def open(self, columns: ColumnFinder, weighing: Weighing, decimal_marks: str, file: str) -> None:
        """Begin with a file, of which *weighing* reads the weights."""
        if self._portions is not None:
            self._clusters = ClusterReader(self._portions, columns, file, self._findings)
        if self._spec.replicates is not None:
            names = self._spec.replicates.columns
            weighing.replicate(ReplicateReader(names, columns, decimal_marks or MARKS, file, self._findings))

    @property
    def places(self) -> Sequence[int]:
        """The columns of clusters in the file being read."""
        return self._clusters.places if self._clusters else ()

    def read(self, coded: Coded, cells: Codes, weighed: Weighed) -> PortionRows | None:
        """Return the portion of each row of a block, None where respondents were drawn by themselves."""
        replicates = None if weighed.weights is None else weighed.weights.replicates
        if self.ways is not None and weighed.plain is not None and replicates is not None:
            self.ways.add(cells, weighed.plain, replicates)
        return None if self._clusters is None else self._clusters.read(coded, cells, weighed.plain)

    def table(self, cells: Sequence[RespondentCell]) -> PortionTable | None:
        """Return the portions of all files."""
        return None if self._portions is None else self._portions.table(cells)
