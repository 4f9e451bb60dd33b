"""Say once a page which of its groups are small: their figures may be far from the truth, established or not."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.wording import foot

SMALL = 100.0  # respondents asked, under whom a page says so: the share of half of them is known within ten points
IN_FACTS = sentence("Read the margins of error of the survey facts sheet before figures there.")
BELOW = sentence("Read the margins of error below before figures there.")
_NAMED = 6  # groups that a line names; of more, how many there are


def small_bases(estimates: Sequence[Estimate], *, margins: Message | None = None) -> list[Message]:
    """Return a line on the groups among *estimates* of fewer than SMALL respondents, where there are any.

    It sends a reader to what the page has: the intervals of its tables, or its margins of error, to which *margins*
    leads where tables have no intervals.
    """
    small: dict[foot.GroupKey, list[Estimate]] = {}
    for each in estimates:
        if each.base and each.base < SMALL and each.value is not None and not each.is_census:
            small.setdefault(foot.group_key(each), []).append(each)
    if not small:
        return []
    if len(small) > _NAMED:
        whom: Message | Listing = sentence("{count} groups", count=len(small))
    else:
        whom = foot.groups(group[0] for group in small.values())
    told = sentence("Fewer than {small} respondents: {groups}.", small=round(SMALL), groups=whom)
    line = Message("{told} {advice}", {"told": told, "advice": _advice(small.values(), margins)})
    return [line]


def _advice(small: Collection[Sequence[Estimate]], margins: Message | None) -> Message:
    figures = [each for group in small for each in group]
    intervals = sentence("Read intervals before figures there.")
    if any(each.unit == "percent" for each in figures):
        return margins or intervals
    if margins is None and any(each.error is not None for each in figures):
        return intervals
    return sentence("Their figures may be far from the truth.")
