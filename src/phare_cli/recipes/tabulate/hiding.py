"""Which results to hide so that no small group of respondents can be read or worked out of them."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.nouns.survey import NATION, Estimate
from phare_cli.recipes.tabulate.estimates import Answer
from phare_cli.recipes.tabulate.populations import ALL_GROUPS
from phare_cli.recipes.tabulate.privacy import Relation, to_hide

CountKey = tuple[str, str, str, str, int]  # wave, region, stakeholder, segment, item


def hide_small(answers: Sequence[Answer], fewest: int, note: str) -> tuple[list[Estimate], int]:
    """Return the estimates of one question with the small ones hidden, and how many are.

    Hidden are the answers of fewer than *fewest* respondents, every answer of a smaller base (and the base), and
    what subtraction would give them away with: options of one choice add up to the base, regions to the nation,
    segments to their group, groups to all of them.
    """
    counts = {_key(answer): answer.count for answer in answers}
    hidden = to_hide(counts, _relations(answers, set(counts)), fewest)
    estimates, gone = [], 0
    for answer in answers:
        estimate = answer.estimate
        small = (estimate.base or 0.0) < fewest
        if small or _key(answer) in hidden:
            gone += 1
            estimate = estimate._replace(
                value=None,
                base=None if small else estimate.base,
                effective_base=None,
                standard_error=None,
                rank_low=None,
                rank_high=None,
                note="; ".join(filter(None, (estimate.note, note))),
            )
        estimates.append(estimate)
    return estimates, gone


def _key(answer: Answer) -> CountKey:
    domain = answer.domain
    return (domain.wave, domain.region, domain.stakeholder, domain.segment, answer.item)


def _relations(answers: Sequence[Answer], keys: set[CountKey]) -> list[Relation[CountKey]]:
    relations: dict[tuple[str, CountKey], list[CountKey]] = {}
    for answer in answers:
        wave, region, stakeholder, segment, item = key = _key(answer)
        if answer.estimate.response == "single":
            relations.setdefault(("options", (wave, region, stakeholder, segment, -1)), []).append(key)
        if region != NATION:
            relations.setdefault(("regions", (wave, NATION, stakeholder, segment, item)), []).append(key)
        if segment:
            relations.setdefault(("segments", (wave, region, stakeholder, "", item)), []).append(key)
        if stakeholder != ALL_GROUPS:
            relations.setdefault(("groups", (wave, region, ALL_GROUPS, segment, item)), []).append(key)
    return [
        Relation(tuple(parts), whole if whole in keys else None)
        for (kind, whole), parts in relations.items()
        if kind == "options" or whole in keys
    ]
