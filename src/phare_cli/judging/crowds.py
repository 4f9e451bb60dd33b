"""More pairs of groups or parts than can be worked out one by one: what is counted of them, and what is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from phare_cli.judging.pairs import By, Pair, groups_alike, parts_alike
from phare_cli.judging.verdicts import FamilyKey, family_of
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import N_, sentence
from phare_cli.nouns.survey import Estimate, Survey

# Nobody reads a table of more, and each pair has a test, an interval and a base needed of its own.
MOST_PAIRS = 20_000

_CROWD = {
    By.STAKEHOLDER: N_(
        "{count} pairs of groups are more than the {most} that are set side by side: name some of the groups "
        "(--stakeholder), or one indicator."
    ),
    By.SEGMENT: N_(
        "{count} pairs of parts are more than the {most} that are set side by side: name some of the parts "
        "(--segment), one group (--stakeholder), or one indicator."
    ),
}


def pairs_by_family(survey: Survey, by: By) -> Mapping[FamilyKey, int]:
    """Return how many pairs of groups, or of parts of one group, each family of tests has; no pair is made."""
    found: Counter[FamilyKey] = Counter()
    for alike in _ALIKE[by](survey):
        if len(alike) > 1:
            first, second = alike[:2]
            to = second.stakeholder if by is By.STAKEHOLDER else second.segment
            found[family_of(Pair(first, second, to, by))] += len(alike) * (len(alike) - 1) // 2
    return found


def refuse_crowd(count: int, by: By) -> None:
    """Raise WrongOption where *count* pairs are more than are worked out one by one."""
    if count > MOST_PAIRS:
        raise WrongOption(sentence(_CROWD[by], count=count, most=MOST_PAIRS))


def _parts(survey: Survey) -> Sequence[Sequence[Estimate]]:
    return [parts for group in parts_alike(survey) for parts in group.breakdowns]


_ALIKE: Mapping[By, Callable[[Survey], Sequence[Sequence[Estimate]]]] = {
    By.STAKEHOLDER: groups_alike,
    By.SEGMENT: _parts,
}
