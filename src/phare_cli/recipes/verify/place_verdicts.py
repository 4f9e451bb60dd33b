"""Judge a claim that is said of several places in each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.verify.evidence import Evidence
from phare_cli.recipes.verify.figure_verdicts import (
    AMBIGUOUS,
    OVERSTATED,
    RIGHT,
    SEVERAL_PLACES,
    UNKNOWN_STATUS,
    WRONG,
    Finding,
    holds,
)
from phare_cli.recipes.verify.grammar.claims import Claim, Scene, SeveralPlaces
from phare_cli.recipes.verify.grammar.names.wholes import Wholes

_BOUNDS = ("more", "less", "at least", "at most")


def judge_places(
    claim: Claim, places: SeveralPlaces, evidence: Evidence, judge: Callable[[Claim], Finding]
) -> Finding:
    """Return what the data say of a claim in each of its places: right in all, wrong where they exclude it in one."""
    if places.is_none:
        claim = claim._replace(is_complement=False)  # "dans aucune région ... n'est": one denial in two words
    whole = Wholes(evidence.survey).whole
    regions = places.named or tuple(each for each in evidence.survey.names("region") if each != whole)
    findings = [judge(_in_region(claim, places, region)) for region in regions]
    told = tuple(each.estimate for each in findings if each.estimate is not None)
    if claim.kind == "base":
        is_of_whole = not places.named and places.number != len(regions)
        return _of_bases(claim, regions, evidence, told, whole=whole if is_of_whole else None)
    unsure = Finding(AMBIGUOUS, reason=SEVERAL_PLACES, candidates=told)
    statuses = {each.status for each in findings}
    if statuses <= {UNKNOWN_STATUS}:
        return Finding(UNKNOWN_STATUS)
    if places.is_open or (places.number is not None and places.number != len(regions)):
        return unsure
    is_exact = claim.number is not None and claim.number.hedge not in _BOUNDS
    if places.is_none:
        return unsure if is_exact else _denied(findings, unsure)
    wrong = next((each for each in findings if each.status == WRONG), None)
    if wrong is not None:
        # "47 % dans les trois régions" may be of all their people together.
        is_told = places.is_each or (not is_exact and (places.is_full or bool(places.named)))
        return wrong if is_told else unsure
    if statuses == {RIGHT}:
        return unsure._replace(status=RIGHT)
    overstated = next((each for each in findings if each.status == OVERSTATED), None)
    return overstated if overstated is not None and statuses <= {RIGHT, OVERSTATED} else unsure


def _denied(findings: Sequence[Finding], unsure: Finding) -> Finding:
    """Return what becomes of a claim that is made of no place: wrong where it is right of one."""
    right = next((each for each in findings if each.status == RIGHT), None)
    if right is not None:
        return right._replace(status=WRONG, reason=SEVERAL_PLACES)
    return unsure._replace(status=RIGHT) if {each.status for each in findings} == {WRONG} else unsure


def _of_bases(
    claim: Claim,
    regions: Sequence[str],
    evidence: Evidence,
    told: tuple[Estimate, ...],
    *,
    whole: str | None,
) -> Finding:
    """Return that a count of people is that of each place or of all of them together, where it is.

    *whole* is where else it may be of: "26 500 personnes dans 27 pays" are those of the union.
    """
    number = claim.number

    def bases_of(region: str) -> set[float]:
        return {each.base for each in evidence.bases(claim.scene._replace(region=region)) if each.base}

    by_region = [bases_of(region) for region in regions]
    unsure = Finding(AMBIGUOUS, reason=SEVERAL_PLACES, candidates=told)
    if number is None:
        return unsure
    if whole is not None and any(holds(number, base) for base in bases_of(whole)):
        return unsure._replace(status=RIGHT)
    if not all(by_region):
        return unsure
    is_sum = all(len(bases) == 1 for bases in by_region) and holds(number, sum(map(max, by_region)))
    is_each = all(any(holds(number, base) for base in bases) for bases in by_region)
    return unsure._replace(status=RIGHT) if is_sum or is_each else unsure


def _in_region(claim: Claim, places: SeveralPlaces, region: str) -> Claim:
    """Return a claim said of one of its places, its other readings moved there."""
    reference = claim.reference
    if places.is_reference:
        moved = reference._replace(region=region) if reference is not None else None
        return claim._replace(reference=moved, or_beside=(), places=None)
    if reference is not None and reference.region is None:
        reference = reference._replace(region=region)

    def there(scenes: Sequence[Scene]) -> tuple[Scene, ...]:
        return tuple(dict.fromkeys(each._replace(region=region) for each in scenes))

    misgivings = claim.misgivings()._replace(doubts=there(claim.misgivings().doubts))
    return claim._replace(
        scene=claim.scene._replace(region=region),
        reference=reference,
        others=there(claim.others),
        also=there(claim.also),
        maybe=there(claim.maybe),
        misgivings=lambda: misgivings,
        fallbacks=(),
        places=None,
    )
