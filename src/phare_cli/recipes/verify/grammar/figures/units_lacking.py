"""Tell which topics the data hold in other units than percents, or than scores, alone."""

from __future__ import annotations

from collections.abc import Mapping

from phare_cli.documents.prose.spoken_numbers import PERCENT, SCORE
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.verify.grammar.topic import Topic


def lacking_units(survey: Survey) -> Mapping[str, frozenset[Topic]]:
    """Return, for percents and for scores, the topics that a survey holds in other units alone."""
    topics: dict[str, set[Topic]] = {PERCENT: set(), SCORE: set()}
    for each in survey.estimates:
        unit = SCORE if each.unit.startswith("score") else each.unit
        topics.setdefault(unit, set()).add((each.indicator, each.item))
    told = set().union(*topics.values())
    return {unit: frozenset(told - topics[unit]) for unit in (PERCENT, SCORE)}
