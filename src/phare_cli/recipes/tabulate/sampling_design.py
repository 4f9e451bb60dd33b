"""The strata of a sample and the people they stand for, on which a population file and the respondents must agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.findings import Findings
from phare_cli.measuring.design_variance import Lonely
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Figure, Listing, Message, Name, counted, sentence
from phare_cli.respondents.design.side_files import PopulationFile
from phare_cli.respondents.spec import Spec
from phare_cli.respondents.tally import Tally

# Strata drawn at one rate differ by how many people make a whole respondent.
_EVEN = 0.05
StratumKey = tuple[str, str, tuple[str, ...]]
"""The wave, the group and the stratum of it."""


@dataclass(frozen=True, slots=True)
class Design:
    """The strata of a tally: which one each cell belongs to, and how many respondents and people it holds."""

    keys: tuple[StratumKey, ...]
    of_cell: NDArray[np.intp]
    samples: tuple[int, ...]
    populations: tuple[float | None, ...]
    stratified: bool

    @classmethod
    def of(cls, tally: Tally, spec: Spec, population: PopulationFile | None) -> Design:
        """Return the design of a tally. A group of one wave is a sample of its own, strata or not.

        With populations and no strata of their own, the regions of a group are its strata.
        """
        by_region = population is not None and not spec.strata
        keys = [
            (cell.wave, cell.stakeholder, (cell.region,) if by_region else cell.stratum[: len(spec.strata)])
            for cell in tally.cells
        ]
        numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        of_cell = np.array([numbers[key] for key in keys], dtype=np.intp)
        samples = np.bincount(of_cell, tally.sample.counts, minlength=len(numbers))
        people = population.people if population is not None else {}
        return cls(
            tuple(numbers),
            of_cell,
            tuple(int(each) for each in samples),
            tuple(_people_of(key, people) for key in numbers),
            by_region or bool(spec.strata),
        )

    def check(
        self, population: PopulationFile | None, findings: Findings, *, lonely: Lonely, file: str
    ) -> None:
        """Find what cannot be: strata without a population, or of fewer people than answered, or of one respondent."""
        groups = {key[1] for key, size in zip(self.keys, self.samples, strict=True) if size and key[1]}
        if population is not None:
            self._check_population(population, groups, findings)
        if self.stratified and lonely == "refuse":
            for (_, group, stratum), size, people in zip(
                self.keys, self.samples, self.populations, strict=True
            ):
                if group and size == 1 and people != 1.0:
                    findings.problem(
                        "lonely-stratum",
                        sentence(
                            "one respondent of {group} stands alone in the stratum {stratum}: no variance can be had "
                            "from one. Join it to another, or take its deviation from the mean of all: --lonely "
                            "centre.",
                            group=Name("stakeholder", group),
                            stratum=named(stratum),
                        ),
                        file,
                    )

    def _check_population(self, population: PopulationFile, groups: set[str], findings: Findings) -> None:
        known = {group for group, _ in population.people}
        if "" in known and len(groups) > 1:
            raise WrongOption(
                sentence(
                    "the populations do not say which group they are those of, and groups are different populations. "
                    "Add a column stakeholder to them."
                )
            )
        if not any(people is not None for people in self.populations):
            findings.problem(
                "no-respondent",
                sentence(
                    "no respondent stands in any stratum of this file: compare how both files write them."
                ),
                population.path,
            )
            return
        for (_, group, stratum), size, people in zip(self.keys, self.samples, self.populations, strict=True):
            if not group or not size:
                continue
            if people is None:
                findings.problem(
                    "no-population",
                    counted(
                        "this file does not say how many people the stratum {stratum} of {group} holds; {count} "
                        "respondent stands in it.",
                        "this file does not say how many people the stratum {stratum} of {group} holds; {count} "
                        "respondents stand in it.",
                        size,
                        stratum=named(stratum),
                        group=Name("stakeholder", group),
                    ),
                    population.path,
                )
            elif size > people:
                findings.problem(
                    "more-than-population",
                    counted(
                        "{count} respondent stands in the stratum {stratum} of {group}, which holds {people} people.",
                        "{count} respondents stand in the stratum {stratum} of {group}, which holds {people} people.",
                        size,
                        stratum=named(stratum),
                        group=Name("stakeholder", group),
                        people=Figure(people),
                    ),
                    population.path,
                    population.line_of(group, stratum),
                )

    def notices(self, population: PopulationFile) -> Iterator[Message]:
        """Yield which strata were asked whole, and which have people and no respondent."""
        for (wave, group, stratum), size, people in zip(
            self.keys, self.samples, self.populations, strict=True
        ):
            if group and size and people == size:
                message = counted(
                    "everybody in the stratum {stratum} of {group} was asked ({count} person): it is no sample.",
                    "everybody in the stratum {stratum} of {group} was asked ({count} people): it is no sample.",
                    size,
                    stratum=named(stratum),
                    group=Name("stakeholder", group),
                )
                yield sentence("{wave}, {said}", wave=wave, said=message) if wave else message
        strata_met = {(key[1], key[2]) for key, size in zip(self.keys, self.samples, strict=True) if size}
        met = {group for group, _ in strata_met}
        for group, stratum in population.people:
            groups = [group] if group else sorted(met - {""})
            if any((each, stratum) not in strata_met for each in groups if each in met):
                yield sentence(
                    "no respondent stands in the stratum {stratum}, which has a population: results say nothing of it.",
                    stratum=named(stratum),
                )

    def require_even(self) -> None:
        """Raise WrongOption where equal weights would be wrong: strata of a group that stand for unlike numbers."""
        of_group: dict[tuple[str, str], set[float]] = {}
        for (wave, group, _), people, size in zip(self.keys, self.populations, self.samples, strict=True):
            if group and people and size:
                of_group.setdefault((wave, group), set()).add(people / size)
        if any(max(factors) > min(factors) * (1.0 + _EVEN) for factors in of_group.values()):
            raise WrongOption(
                sentence(
                    "--rake begins with equal weights, and strata of --population hold unlike numbers of people for "
                    "one answer. Name a column of weights, N/n of each stratum: --weight COLUMN."
                )
            )

    def factors(self) -> list[float]:
        """Return how many people a respondent of each cell stands for: N/n of its stratum."""
        each = [
            people / size if people and size else 1.0
            for people, size in zip(self.populations, self.samples, strict=True)
        ]
        return [each[number] for number in self.of_cell]


def _people_of(key: StratumKey, people: Mapping[tuple[str, tuple[str, ...]], float]) -> float | None:
    _, group, stratum = key
    return people.get((group, stratum), people.get(("", stratum))) if group else None


def named(stratum: tuple[str, ...]) -> Listing:
    """Return a stratum as a sentence names it."""
    return Listing(tuple(each or "∅" for each in stratum))
