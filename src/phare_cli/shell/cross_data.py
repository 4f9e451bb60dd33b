"""What a run crosses: its data, the prisms that it names, and what high is above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from phare_cli.judging.subset import resolve_all, subset
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.cross.prisms import Prism, parse_prisms, segment_of
from phare_cli.shell.data import read_survey, selection_of
from phare_cli.shell.options import Choice, Input
from phare_cli.shell.session import Session


@dataclass(frozen=True, slots=True)
class CrossData:
    """The data of a run, and which regions and groups of them were asked for by name (ids)."""

    survey: Survey
    regions: tuple[str, ...]
    stakeholders: tuple[str, ...]
    segment: str


@dataclass(frozen=True, slots=True)
class CrossingRequest:
    """What a crossing takes: the data, its prisms, regions (ids) and cuts."""

    survey: Survey
    prisms: tuple[Prism, ...]
    regions: tuple[str, ...]
    cuts: tuple[float | None, ...]


def crossing_of(
    prisms: Sequence[str], input: Input, choice: Choice, cut: Sequence[str] | None, session: Session
) -> CrossingRequest:
    """Return what a run asks to be crossed. Raises WrongOption or UnknownName for what cannot be."""
    cuts = tuple(map(cut_of, cut or ()))
    data = cross_data(input, choice, session)
    parsed = parse_prisms(data.survey, prisms, stakeholders=data.stakeholders, segment=data.segment)
    return CrossingRequest(data.survey, parsed, data.regions, cuts)


def cross_data(input: Input, choice: Choice, session: Session) -> CrossData:
    """Return the data of a run for a crossing. Raises UnknownName, or WrongOption for several segments."""
    survey = read_survey(input, session)
    selection = selection_of(choice, session, None)
    return CrossData(
        # A territory statistic is read beside the nation, for everyone: the recipe chooses regions and groups.
        survey=subset(survey, selection._replace(regions=(), stakeholders=(), segments=())),
        regions=resolve_all(survey, "region", selection.regions),
        stakeholders=resolve_all(survey, "stakeholder", selection.stakeholders),
        segment=segment_of(resolve_all(survey, "segment", selection.segments)),
    )


def cut_of(text: str) -> float | None:
    """Return a cut as typed, None for the median. Raises WrongOption for anything else."""
    if text.strip().lower() == "median":
        return None
    try:
        figure = float(text.replace(",", "."))
    except ValueError:
        figure = float("nan")
    if not isfinite(figure):
        raise WrongOption(sentence("--cut takes a number, or median: not “{text}”.", text=text))
    return figure
