"""Tell which region would make claims sure that leave theirs out: the one that their document names most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from phare_cli.language.codebook import codebook
from phare_cli.nouns.message import Message, PlaceWord, counted
from phare_cli.recipes.verify.figure_verdicts import AMBIGUOUS, RIGHT, UNKNOWN_STATUS, WRONG, Finding
from phare_cli.recipes.verify.grammar.claims import Claim
from phare_cli.recipes.verify.grammar.names.mention import HERE, UNKNOWN

_Judged = Sequence[tuple[Claim, Finding]]
_UNSURE = (AMBIGUOUS, UNKNOWN_STATUS)


def region_to_name(
    document: str, judged: _Judged, whole: str | None, judge: Callable[[str], _Judged]
) -> Message | None:
    """Return what to say of claims that one region would make sure, or right; None where there are none.

    *judged* are those of a document that is of no region by itself, *whole* is the nation, and *judge* judges them
    again as those of a document of one region.
    """
    named = Counter(
        region
        for claim, _ in judged
        if (region := claim.scene.region) is not None and region not in (whole, HERE, UNKNOWN)
    )
    if not named:
        return None
    [(region, _)] = named.most_common(1)
    again = {_place(claim): finding.status for claim, finding in judge(region)}
    statuses = [(finding.status, again.get(_place(claim), finding.status)) for claim, finding in judged]
    count = sum(
        (before in _UNSURE and now not in _UNSURE) or (before == WRONG and now == RIGHT)
        for before, now in statuses
    )
    if not count:
        return None
    return counted(
        "{document}: {the_place} of {count} claim is not sure: --region {region}?",
        "{document}: {the_place} of {count} claims is not sure: --region {region}?",
        count,
        the_place=PlaceWord((region,), "the"),
        document=document,
        region=codebook().slug("region", region),
    )


def _place(claim: Claim) -> tuple[int, int]:
    return id(claim.passage), claim.start
