"""A sample as it was drawn, with the populations that files tell of it, once both are known to agree."""

from __future__ import annotations

from dataclasses import dataclass

from phare_cli.files.findings import Findings
from phare_cli.measuring.design_variance import Lonely
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.recipes.tabulate.sampling_design import Design
from phare_cli.recipes.tabulate.variances.cluster_checks import check_clusters
from phare_cli.recipes.tabulate.variances.drawn_sample import DrawnSample
from phare_cli.recipes.tabulate.variances.replicates import check_replicates
from phare_cli.respondents.design.cluster_populations import ClusterPopulations, read_cluster_populations
from phare_cli.respondents.design.side_files import PopulationFile, read_populations
from phare_cli.respondents.design.weighing import RakingFactors
from phare_cli.respondents.spec import Spec
from phare_cli.respondents.tally import Tally


@dataclass(frozen=True, slots=True)
class Populations:
    """How many *people* each stratum holds, or how many *clusters*: of which respondents were drawn."""

    people: PopulationFile | None = None
    clusters: ClusterPopulations | None = None

    @classmethod
    def read(cls, path: str, spec: Spec, findings: Findings, decimal: str) -> Populations:
        """Return what the file at *path* tells, nothing without one."""
        if not path:
            return cls()
        if spec.clusters:
            return cls(clusters=read_cluster_populations(path, spec, findings, decimal))
        return cls(people=read_populations(path, spec, findings, decimal))


def require_design(spec: Spec, *, population: str, margins: str) -> None:
    """Raise WrongOption for options of a design that do not go together."""
    if spec.clusters and population and not spec.weight:
        raise WrongOption(
            sentence(
                "with --cluster the populations say how many clusters there are, not what a respondent weighs: name "
                "the column of weights too, --weight COLUMN."
            )
        )
    if spec.replicates and not spec.weight:
        raise WrongOption(
            sentence("replicates vary around the weights of respondents: name these too, --weight COLUMN.")
        )
    if spec.replicates and (spec.strata or spec.clusters or population or margins):
        raise WrongOption(
            sentence(
                "replicates stand for the design that they were made of, raking included: leave --strata, --cluster, "
                "--population and --rake out, or the replicates."
            )
        )
    if spec.nests and not (spec.clusters and spec.strata):
        raise WrongOption(
            sentence(
                "--nest says that clusters are numbered inside strata: it goes with --cluster and --strata."
            )
        )


def checked_sample(
    sums: Tally,
    spec: Spec,
    populations: Populations,
    findings: Findings,
    *,
    lonely: Lonely,
    raking: RakingFactors | None,
    file: str,
) -> DrawnSample:
    """Return the sample that a tally counted. Raises InvalidData for what cannot be."""
    design = Design.of(sums, spec, populations.people)
    if sums.portions is None:
        design.check(populations.people, findings, lonely=lonely, file=file)
    sample = DrawnSample.of(sums, spec, design, lonely, populations.clusters, raking)
    if sample.units is not None and sums.portions is not None:
        check_clusters(
            sample.units,
            sums.portions,
            design,
            spec,
            findings,
            lonely=lonely,
            populations=populations.clusters,
            file=file,
        )
    if sample.replicates is not None:
        check_replicates(sample.replicates, findings, file)
    findings.raise_any()
    return sample
