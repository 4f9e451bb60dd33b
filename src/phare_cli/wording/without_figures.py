"""Name the answers that the sources name without a figure, with the groups of whom they do where others have one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from phare_cli.judging.pairs import EVERYONE
from phare_cli.nouns.message import Fill, Listing, Name, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.wording import foot


def absent_items(
    absent: Sequence[Estimate],
    beside: Sequence[Estimate],
    named: Callable[[str], Fill] = lambda item: Name("item", item),
) -> Listing:
    """Return the items of *absent*, *named* once each; whose, where not of all groups of the figures *beside* them."""
    every = {(each.stakeholder, each.segment) for each in (*beside, *absent)}
    of_everyone = {each.item for each in absent if each.stakeholder == EVERYONE}
    has_regions = len({each.region for each in (*beside, *absent)}) > 1
    by_groups: dict[frozenset[foot.GroupKey], list[str]] = {}
    for item in dict.fromkeys(each.item for each in absent):
        whose = frozenset(foot.group_key(each) for each in absent if each.item == item)
        by_groups.setdefault(whose, []).append(item)
    parts: list[Fill] = []
    for whose, items in by_groups.items():
        names = tuple(named(item) for item in items)
        if items[0] in of_everyone or len({key[1:] for key in whose}) == len(every):
            parts += names
            continue
        of_them = [each for each in absent if foot.group_key(each) in whose and each.item == items[0]]
        told = {(each.stakeholder, each.segment): foot.group(each) for each in of_them}
        groups = foot.groups(of_them) if has_regions else Listing(tuple(told.values()))
        parts.append(sentence("{items} ({groups})", items=Listing(names), groups=groups))
    return Listing(tuple(parts))
