"""The variance of estimates among the replicates of a sample."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from phare_cli.files.findings import Findings
from phare_cli.measuring.design_variance import replicated_variance
from phare_cli.nouns.message import Listing, counted, sentence
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.recipes.tabulate.variances.linear import Linearised
from phare_cli.recipes.tabulate.variances.spread import Spread, without_noise
from phare_cli.respondents.design.replicate_weights import ReplicateWays
from phare_cli.respondents.replicate_design import ReplicateDesign


@dataclass(frozen=True, slots=True)
class Replicates:
    """The replicates of a sample: how they were made, and in how many ways they vary."""

    made: ReplicateDesign
    ways: ReplicateWays
    _degrees: dict[tuple[str, str, str, str], float]

    def spread(self, domain: Domain, estimate: Linearised) -> Spread:
        """Return the variance of an estimate among its replicates, on the degrees of freedom of those of a domain."""
        if estimate.replicates is None:
            raise ValueError("an estimate of a sample of replicates comes with its own by each of them")
        values = estimate.replicates.tolist()
        variance = replicated_variance(
            estimate.estimate, values, self.made.scale(len(values)), self.made.scales_of(len(values))
        )
        variance = without_noise(variance)
        if domain.key not in self._degrees:
            self._degrees[domain.key] = self.ways.degrees(domain.cells)
        degrees = self._degrees[domain.key]
        return Spread(variance, variance, int(degrees) + 1, degrees)


def check_replicates(replicates: Replicates, findings: Findings, file: str) -> None:
    """Find replicates that nobody weighs anything in, scales that are not as many, and a replicate alone."""
    totals, scales = replicates.ways.totals, replicates.made.scales
    empty = [str(number) for number in (np.flatnonzero(totals == 0.0) + 1).tolist()]
    if empty:
        findings.problem(
            "empty-replicate",
            counted(
                "the weights of a replicate sum to zero: leave its column out ({numbers}, in the order of the file).",
                "the weights of {count} replicates sum to zero: leave their columns out ({numbers}, in the order of "
                "the file).",
                len(empty),
                numbers=Listing(tuple(empty[:5])),
            ),
            file,
        )
    if totals.size == 1:
        message = sentence(
            "one replicate alone tells of no variance: name them all, with a pattern such as 'repwt*'."
        )
        findings.problem("lonely-replicate", message, file)
    if len(scales) > 1 and len(scales) != totals.size:
        findings.problem(
            "wrong-scales",
            sentence(
                "{scales} scales were given for {replicates} replicates: give one each, in the order of their columns, "
                "or one for all.",
                scales=len(scales),
                replicates=totals.size,
            ),
            file,
        )
