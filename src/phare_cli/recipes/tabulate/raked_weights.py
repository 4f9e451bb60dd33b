"""Weights brought to known margins: one pass over the files for the sums, a factor for each crossing, and its price."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from phare_cli.files.file_options import FileOptions
from phare_cli.files.findings import Findings
from phare_cli.files.source import STDIN
from phare_cli.measuring.raking import Raking, rake
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Figure, Fill, Message, Name, counted, sentence
from phare_cli.respondents.cells import RespondentCell
from phare_cli.respondents.design.side_files import Margins, crossed_columns, crossed_name, read_margins
from phare_cli.respondents.design.weighing import RakingFactors
from phare_cli.respondents.spec import Spec
from phare_cli.respondents.tally import Progress, Tally, tally


def scale_to_margins(
    paths: Sequence[str],
    spec: Spec,
    margins_path: str,
    options: FileOptions,
    findings: Findings,
    *,
    trim: float | None = None,
    progress: Progress | None = None,
) -> RakingFactors:
    """Return what to multiply weights by; a group of a wave is raked by itself. Says how it went in *findings*."""
    if STDIN in paths:
        raise WrongOption(sentence("raking reads respondents twice: give a file, not standard input."))
    margins = read_margins(margins_path, spec, findings, options.decimal)
    findings.raise_any()
    columns = tuple(
        dict.fromkeys(
            column for of_group in margins.values() for name in of_group for column in crossed_columns(name)
        )
    )
    places = {name: spec.place(name) for name in ("wave", "stakeholder")}
    first = replace(spec, questions=(), strata=columns, places=places, where=None)
    sums = tally(first, paths, options, findings, progress=progress)
    findings.raise_any()
    factors: dict[RespondentCell, float] = {}
    used: dict[tuple[str, str], tuple[tuple[int, ...], ...]] = {}
    groups = sorted({(cell.wave, cell.stakeholder) for cell in sums.cells if cell.stakeholder})
    _require_groups(margins, {stakeholder for _, stakeholder in groups})
    for wave, stakeholder in groups:
        target = margins.get(stakeholder) or margins[""]
        factors |= _rake_group(sums, wave, stakeholder, columns, target, margins_path, findings, trim)
        used[wave, stakeholder] = _places_of(target, columns)
    findings.raise_any()
    return RakingFactors(columns, factors, used)


def with_margins(spec: Spec, raking: RakingFactors | None) -> Spec:
    """Return a spec whose strata hold the columns of margins too, after its own: variances then know of them."""
    return spec if raking is None else replace(spec, strata=(*spec.strata, *raking.columns))


def _places_of(target: Mapping[str, object], columns: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    """Return where the columns of each margin stand: one of a margin, several of a crossing."""
    return tuple(tuple(columns.index(column) for column in crossed_columns(name)) for name in target)


def _require_groups(margins: Margins, groups: set[str]) -> None:
    missing = groups - set(margins)
    if missing and "" not in margins:
        raise WrongOption(
            sentence(
                "the margins hold no target for {group}. Add rows with its name under stakeholder.",
                group=Name("stakeholder", min(missing)),
            )
        )
    if len(groups) > 1 and missing:
        raise WrongOption(
            sentence(
                "the margins do not say which group they are those of, and groups are different populations. "
                "Add a column stakeholder to them."
            )
        )


def _rake_group(
    sums: Tally,
    wave: str,
    stakeholder: str,
    columns: tuple[str, ...],
    target: dict[str, dict[str, float]],
    margins_path: str,
    findings: Findings,
    trim: float | None,
) -> dict[RespondentCell, float]:
    names, margins = list(target), list(target.values())
    places = _places_of(target, columns)
    weights: dict[tuple[str, ...], float] = {}
    crossing: dict[RespondentCell, tuple[str, ...]] = {}
    for number, cell in enumerate(sums.cells):
        cell_sums = sums.respondents.over(np.array([number]))
        if (cell.wave, cell.stakeholder) != (wave, stakeholder) or cell_sums.count == 0:
            continue
        key = crossing[cell] = tuple(crossed_name(cell.stratum[each] for each in of) for of in places)
        weights[key] = weights.get(key, 0.0) + float(cell_sums.weight)
        for value, name, margin in zip(key, names, margins, strict=True):
            if value not in margin:
                findings.problem(
                    "no-target",
                    sentence("respondents have a value in {column} that has no target.", column=name),
                    margins_path,
                    column=name,
                )
    for place, (name, margin) in enumerate(zip(names, margins, strict=True)):
        for value in margin.keys() - {key[place] for key in crossing.values()}:
            findings.problem(
                "no-respondent",
                sentence(
                    "no respondent has the value “{value}” in {column}. Join it to another value in both files.",
                    value=value,
                    column=name,
                ),
                margins_path,
                column=name,
            )
    if findings.problems:
        return {}
    raking = rake(weights, margins, trim=trim)
    findings.notice(_report(raking, _design_effect(sums, crossing, raking), stakeholder, wave))
    return {cell: raking.factors[key] for cell, key in crossing.items()}


def _design_effect(sums: Tally, crossing: dict[RespondentCell, tuple[str, ...]], raking: Raking) -> float:
    """Return Kish's design effect of the raked weights."""
    count, weight, square = 0, 0.0, 0.0
    for number, cell in enumerate(sums.cells):
        if cell in crossing:
            cell_sums, factor = sums.respondents.over(np.array([number])), raking.factors[crossing[cell]]
            count += cell_sums.count
            weight += factor * float(cell_sums.weight)
            square += factor * factor * float(cell_sums.square)
    return count * square / weight**2


def _report(raking: Raking, design_effect: float, stakeholder: str, wave: str) -> Message:
    values: dict[str, Fill] = {
        "group": Name("stakeholder", stakeholder),
        "effect": Figure(design_effect, decimals=2),
        "distance": Figure(100.0 * raking.distance, decimals=4),
    }
    if raking.converged:
        message = counted(
            "{group}: raking met the margins in {count} round; design effect {effect}.",
            "{group}: raking met the margins in {count} rounds; design effect {effect}.",
            raking.iterations,
            **values,
        )
    else:
        message = counted(
            "{group}: raking did not meet the margins in {count} round (largest gap left {distance} points); "
            "design effect {effect}.",
            "{group}: raking did not meet the margins in {count} rounds (largest gap left {distance} points); "
            "design effect {effect}.",
            raking.iterations,
            **values,
        )
    return sentence("{wave}, {said}", wave=wave, said=message) if wave else message
