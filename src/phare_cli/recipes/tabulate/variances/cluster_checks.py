"""What cannot be of the clusters of a sample, and what is odd in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from phare_cli.files.findings import Findings
from phare_cli.measuring.design_variance import Lonely
from phare_cli.nouns.message import Figure, Fill, Listing, Message, Name, counted, sentence, verbatim
from phare_cli.recipes.tabulate.sampling_design import Design, named
from phare_cli.recipes.tabulate.variances.units import Units
from phare_cli.respondents.design.cluster_populations import ClusterPopulations
from phare_cli.respondents.design.portions import PortionTable
from phare_cli.respondents.spec import Spec

_NAMED = 5  # clusters that a sentence names
_ALIKE = counted(
    "a cluster of one stratum is called like one of another in {column} ({clusters}): it is taken as numbered inside "
    "its stratum. --nest says so.",
    "clusters of several strata are called alike in {column} ({clusters}): they are taken as numbered inside their "
    "strata. --nest says so.",
    1,
)
_IN_TWO = counted(
    "a cluster lies in two strata ({clusters}), and is drawn in one: mend the rows, or say that clusters are numbered "
    "inside their strata: --nest.",
    "clusters lie in two strata ({clusters}), and a cluster is drawn in one: mend the rows, or say that clusters are "
    "numbered inside their strata: --nest.",
    1,
)


def check_clusters(
    units: Units,
    portions: PortionTable,
    design: Design,
    spec: Spec,
    findings: Findings,
    *,
    lonely: Lonely,
    populations: ClusterPopulations | None,
    file: str,
) -> None:
    """Find clusters that lie in two strata, strata of one, and populations that do not fit what was drawn."""
    if not spec.nests:
        _check_nested(units, portions, design, findings, file)
    for number, (_, group, stratum) in enumerate(design.keys):
        drawn, people = int(units.drawn[number]), units.populations[number]
        if not group or not drawn:
            continue
        values: dict[str, Fill] = {"group": Name("stakeholder", group), "stratum": named(stratum)}
        if drawn == 1 and people != 1.0 and lonely == "refuse":
            findings.problem("lonely-stratum", _alone(stratum, values), file)
        if populations is None:
            continue
        line = populations.lines.get((group, stratum), populations.lines.get(("", stratum)))
        for code, message in _misfits(drawn, people, values):
            findings.problem(code, message, populations.path, line)
        if people is not None and drawn == people and _tells_no_members(units, number):
            findings.problem(
                "every-cluster",
                sentence(
                    "every cluster of {group} in {stratum} was drawn, and nothing tells how many people each holds: "
                    "name their column under --strata rather than --cluster.",
                    **values,
                ),
                populations.path,
                line,
            )
    if populations is not None:
        _check_members(units, portions, populations, findings, lonely)


def _check_nested(
    units: Units, portions: PortionTable, design: Design, findings: Findings, file: str
) -> None:
    """Tell of clusters of one name in two strata of a group: numbered inside strata, or wrong in a few rows."""
    numbers: dict[tuple[str, str], int] = {}
    samples = [numbers.setdefault(key[:2], len(numbers)) if key[1] else -1 for key in design.keys]
    of_unit = np.array(samples, dtype=np.intp)[units.stratum]
    in_group = of_unit >= 0
    known = len(portions.names[0])
    met, strata = np.unique(of_unit[in_group] * known + units.names[in_group], return_counts=True)
    twice = sorted({portions.names[0][name] for name in np.unique(met[strata > 1] % known).tolist()})
    if not twice:
        return
    values: dict[str, Fill] = {
        "clusters": Listing((*twice[:_NAMED], *((verbatim("..."),) if len(twice) > _NAMED else ()))),
        "column": portions.stages[0],
    }
    if 2 * len(twice) >= np.unique(met % known).size:
        findings.notice(Message(_ALIKE.text, {**values, "count": len(twice)}, _ALIKE.plural))
        return
    findings.problem(
        "cluster-in-two-strata",
        Message(_IN_TWO.text, {**values, "count": len(twice)}, _IN_TWO.plural),
        file,
        column=portions.stages[0],
    )


def _alone(stratum: tuple[str, ...], values: Mapping[str, Fill]) -> Message:
    if not stratum:
        return sentence(
            "all respondents of {group} stand in one cluster: no variance can be had from one. Choose another column, "
            "or leave --cluster out and say so beside the results.",
            **values,
        )
    return sentence(
        "one cluster of {group} stands alone in the stratum {stratum}: no variance can be had from one. Join the "
        "stratum to another, or say what to take in its place: --lonely centre, average or certainty.",
        **values,
    )


def _misfits(drawn: int, people: float | None, values: Mapping[str, Fill]) -> Iterator[tuple[str, Message]]:
    if people is None:
        yield (
            "no-population",
            counted(
                "this file does not say how many clusters the stratum {stratum} of {group} holds; {count} was drawn.",
                "this file does not say how many clusters the stratum {stratum} of {group} holds; {count} were drawn.",
                drawn,
                **values,
            ),
        )
    elif drawn > people:
        yield (
            "more-than-population",
            counted(
                "{count} cluster was drawn in the stratum {stratum} of {group}, which holds {people}.",
                "{count} clusters were drawn in the stratum {stratum} of {group}, which holds {people}.",
                drawn,
                people=Figure(people),
                **values,
            ),
        )


def _tells_no_members(units: Units, number: int) -> bool:
    return bool((units.members[units.stratum == number] == float("inf")).all())


def _check_members(
    units: Units,
    portions: PortionTable,
    populations: ClusterPopulations,
    findings: Findings,
    lonely: Lonely,
) -> None:
    """Tell of clusters with more units than they hold, and of one unit that was drawn in a larger one."""
    for name, drawn, members in zip(
        units.names.tolist(), units.inner_drawn.tolist(), units.members.tolist(), strict=True
    ):
        values: dict[str, Fill] = {
            "cluster": portions.names[0][name],
            "people": Figure(members),
            "count": Figure(drawn),
        }
        if drawn > members:
            message = sentence("{count} stand in the cluster {cluster}, which holds {people}.", **values)
            findings.problem("more-than-population", message, populations.path)
        elif drawn == 1.0 and 1.0 < members < float("inf") and lonely == "refuse":
            message = sentence(
                "one of the {people} of the cluster {cluster} was drawn: no variance inside it can be had from one. "
                "Leave its population out, or take its deviation from the mean of all: --lonely centre.",
                **values,
            )
            findings.problem("lonely-cluster", message, populations.path)
