"""Say once a page which of its groups are small: their figures may be far from the truth, established or not."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.wording import foot

SMALL = 100.0  # respondents asked, under whom a page says so: the share of half of them is known within ten points
_NAMED = 6  # groups that a line names; of more, how many there are


def small_bases(estimates: Sequence[Estimate]) -> list[Message]:
    """Return a line on the groups among *estimates* of fewer than SMALL respondents, where there are any."""
    small: dict[foot.GroupKey, Estimate] = {}
    for each in estimates:
        if each.base and each.base < SMALL and each.value is not None and not each.is_census:
            small.setdefault(foot.group_key(each), each)
    if not small:
        return []
    if len(small) > _NAMED:
        whom: Message | Listing = sentence("{count} groups", count=len(small))
    else:
        whom = foot.groups(small.values())
    return [
        sentence(
            "Fewer than {small} respondents: {groups}. Read intervals before figures there.",
            small=round(SMALL),
            groups=whom,
        )
    ]
