"""What a tabulation tells of its respondents as a whole: who counts nowhere, who did not finish, what weights do."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from phare_cli.language.codebook import codebook
from phare_cli.language.departement_codes import CodesMean
from phare_cli.language.departements import region_of_all
from phare_cli.nouns.message import Figure, Message, Name, PlaceWord, counted, sentence
from phare_cli.nouns.survey import NATION
from phare_cli.recipes.tabulate.populations import ALL_GROUPS, adds_up_to_nation
from phare_cli.recipes.tabulate.secrecy.hiding import Secrecy
from phare_cli.respondents.conditions.condition import columns_of, written
from phare_cli.respondents.header_rows import code_of
from phare_cli.respondents.programs.unfinished_rows import Unfinished
from phare_cli.respondents.spec import Spec
from phare_cli.respondents.tally import Tally

VARIES_TOO_MUCH = 2.0  # design effect of weights whose coefficient of variation is 1


def people_notices(sums: Tally, spec: Spec, secrecy: Secrecy) -> list[Message]:
    """Return what the reader should know of the respondents as a whole, without the counts that are to be hidden."""
    notices = [_of_unfinished(each, spec, secrecy) for each in sums.unfinished]
    lost = _count(sums, [not cell.stakeholder for cell in sums.cells])
    if not secrecy.tells(lost):
        notices.append(sentence("a few respondents belong to no stakeholder group and count nowhere."))
    elif lost:
        notices.append(
            counted(
                "{count} respondent belongs to no stakeholder group and counts nowhere.",
                "{count} respondents belong to no stakeholder group and count nowhere.",
                lost,
            )
        )
    notices += _notices_of_all(sums, secrecy)
    if spec.place("region").column:
        notices += _notices_of_regions(sums, spec, secrecy)
    if sums.dropped:
        notices.append(
            counted(
                "{count} respondent has no weight and was left out ({option}).",
                "{count} respondents have no weight and were left out ({option}).",
                sums.dropped,
                option=spec.asking("--no-weight drop", 'no_weight = "drop"'),
            )
        )
    if sums.without_weight:
        notices.append(
            counted(
                "{count} row weighs zero: it is no respondent.",
                "{count} rows weigh zero: they are no respondents.",
                sums.without_weight,
            )
        )
    cells_of: dict[tuple[str, str], list[int]] = {}
    of_all = {ALL_GROUPS} & {cell.stakeholder for cell in sums.cells}
    for place, cell in enumerate(sums.cells):
        for group in {cell.stakeholder, *of_all} if cell.stakeholder else ():
            cells_of.setdefault((cell.wave, group), []).append(place)
    for (wave, stakeholder), cells in sorted(cells_of.items()):
        group_sums = sums.respondents.over(np.array(cells))
        effect = group_sums.count / group_sums.effective_base if group_sums.count else 1.0
        if effect > VARIES_TOO_MUCH and secrecy.shows_people((wave, NATION, stakeholder, "")):
            notices.append(
                sentence(
                    "the weights of {group} vary so much (coefficient of variation {variation}) that their design "
                    "effect is {effect}: {count} respondents say as much as {effective} would unweighted.",
                    group=Name("stakeholder", stakeholder),
                    variation=Figure((effect - 1.0) ** 0.5, decimals=2),
                    effect=Figure(effect, decimals=2),
                    count=group_sums.count,
                    effective=Figure(group_sums.effective_base, decimals=0),
                )
            )
    return notices


def _of_unfinished(found: Unfinished, spec: Spec, secrecy: Secrecy) -> Message:
    """Return how many did not finish, whether they count, and how to leave them out."""
    is_filtered = found.column in map(code_of, columns_of(spec.where))
    if found.is_trial:
        return _of_trials(found, secrecy, is_filtered=is_filtered)
    if secrecy.fewest > 1:
        if is_filtered:
            return sentence(
                "some rows are of people who did not finish; the filter looks at {column}.",
                column=found.column,
            )
        return sentence(
            "some rows are of people who did not finish, and count where they hold an answer: where = '{filter}' in "
            "the spec leaves them out.",
            filter=written(found.finished),
        )
    if is_filtered:
        return counted(
            "{count} row of {rows} is of somebody who did not finish; the filter looks at {column}.",
            "{count} rows of {rows} are of people who did not finish; the filter looks at {column}.",
            found.short,
            rows=found.rows,
            column=found.column,
        )
    if found.page:
        return counted(
            "{count} row of {rows} stops before page {page}, the last ({column}), and counts where it holds an answer: "
            "where = '{filter}' in the spec leaves it out.",
            "{count} rows of {rows} stop before page {page}, the last ({column}), and count where they hold an answer: "
            "where = '{filter}' in the spec leaves them out.",
            found.short,
            rows=found.rows,
            page=str(found.page),
            column=found.column,
            filter=written(found.finished),
        )
    return counted(
        "{count} row of {rows} is of somebody who did not finish ({column}), and counts where it holds an answer: "
        "where = '{filter}' in the spec leaves it out.",
        "{count} rows of {rows} are of people who did not finish ({column}), and count where they hold an answer: "
        "where = '{filter}' in the spec leaves them out.",
        found.short,
        rows=found.rows,
        column=found.column,
        filter=written(found.finished),
    )


def _of_trials(found: Unfinished, secrecy: Secrecy, *, is_filtered: bool) -> Message:
    """Return how many rows are previews and tests of the questionnaire, which hold no answer of anybody."""
    if is_filtered:
        return sentence(
            "previews and tests of the questionnaire are among the rows; the filter looks at {column}.",
            column=found.column,
        )
    if secrecy.fewest > 1:
        return sentence(
            "some rows are previews or tests of the questionnaire, and count as answers: where = '{filter}' in the "
            "spec leaves them out.",
            filter=written(found.finished),
        )
    return counted(
        "{count} row of {rows} is a preview or a test of the questionnaire ({column}), and counts as an answer: "
        "where = '{filter}' in the spec leaves it out.",
        "{count} rows of {rows} are previews or tests of the questionnaire ({column}), and count as answers: "
        "where = '{filter}' in the spec leaves them out.",
        found.short,
        rows=found.rows,
        column=found.column,
        filter=written(found.finished),
    )


def _notices_of_all(sums: Tally, secrecy: Secrecy) -> Iterator[Message]:
    """Yield who answers as all, beside those of groups."""
    if not {cell.stakeholder for cell in sums.cells} - {"", ALL_GROUPS}:
        return
    count = _count(sums, [cell.stakeholder == ALL_GROUPS for cell in sums.cells])
    if not secrecy.tells(count):
        yield sentence("a few respondents have a group that means all of them, and count in it alone.")
    elif count:
        yield counted(
            "{count} respondent has a group that means all of them, and counts in it alone; it holds the others too.",
            "{count} respondents have a group that means all of them, and count in it alone; it holds the others too.",
            count,
        )


def _notices_of_regions(sums: Tally, spec: Spec, secrecy: Secrecy) -> Iterator[Message]:
    """Yield whether regions add up to the nation, and what becomes of respondents who have none."""
    regions = tuple(dict.fromkeys(cell.region for cell in sums.cells if cell.stakeholder and cell.region))
    nation, place = len(regions) > 1 and adds_up_to_nation(regions, spec), PlaceWord(regions, "one")
    is_asked = spec.nation is None and spec.in_national_sample is None
    if len(regions) > 1 and is_asked and spec.codes_mean is not CodesMean.COUNTRIES:
        if nation:
            yield sentence(
                "all the regions of mainland France are there: they are taken for the nation. {option} says that "
                "they are not.",
                option=spec.asking("--no-nation", "nation = false"),
            )
        elif whole := region_of_all(regions):
            yield sentence(
                "the file holds {count} {places}, which are not added up to their region. {option} says that they "
                "are a sample of it.",
                count=len(regions),
                places=PlaceWord(regions, "many"),
                option=spec.asking(f'--whole "{whole}"', f'whole = "{whole}"'),
            )
        elif not any(codebook().find("region", region) for region in regions):
            yield sentence(
                "the file holds {count} {places}, which are not added up. {option} adds the place that they make up.",
                count=len(regions),
                places=PlaceWord(regions, "many"),
                option=spec.asking("--whole NAME", 'whole = "NAME"'),
            )
        else:
            yield counted(
                "the file holds {count} {place}, which is not added up to the nation. {option} says that it is.",
                "the file holds {count} {places}, which are not added up to the nation. {option} says that they are a "
                "national sample.",
                len(regions),
                place=place,
                places=PlaceWord(regions, "many"),
                option=spec.asking("--nation", "nation = true"),
            )
    nowhere = _count(sums, [bool(cell.stakeholder) and not cell.region for cell in sums.cells])
    if not secrecy.tells(nowhere):
        yield (
            sentence("a few respondents have no {place} and count in the whole only.", place=place)
            if nation
            else sentence("a few respondents have no {place} and count nowhere.", place=place)
        )
    elif nowhere and nation:
        yield counted(
            "{count} respondent has no {place} and counts in the whole only.",
            "{count} respondents have no {place} and count in the whole only.",
            nowhere,
            place=place,
        )
    elif nowhere:
        yield counted(
            "{count} respondent has no {place} and counts nowhere.",
            "{count} respondents have no {place} and count nowhere.",
            nowhere,
            place=place,
        )


def _count(sums: Tally, is_counted: list[bool]) -> int:
    return int(sums.respondents.counts[np.flatnonzero(is_counted)].sum())
