"""Tell which of two places holds the other, or may: by a codebook, by its words, by its bases or as a reader says."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from phare_cli.judging.pairs import By, Pair, holder_by_name
from phare_cli.judging.terms import Sample, Terms
from phare_cli.language.codebook import codebook, shipped_codebook
from phare_cli.nouns.survey import Estimate, Survey


def held(pair: Pair, terms: Terms) -> Pair:
    """Return *pair* with the place that may hold the other, where no name tells it and the two may not lie apart.

    Places that a codebook puts side by side lie apart, whatever is declared. Of others a reader may say that one is
    inside (*terms*), its bases then tell of which.
    """
    if pair.by is By.REGION and pair.holder and terms.sample is None and not _is_named(pair):
        pair = pair._replace(holder=None)  # bases alone do not say that the same people were asked
    reference = pair.reference
    if pair.by is not By.REGION or reference is None or pair.whole is not None or pair.is_of_other_round:
        return pair
    if pair.holder == "" or terms.sample is Sample.SEPARATE or are_apart(pair.estimate, reference):
        return pair
    return pair._replace(holder=_larger(pair.estimate, reference)) if terms.sample else pair


def _is_named(pair: Pair) -> bool:
    return holder_by_name(pair.estimate.region, pair.to) is not None


def are_apart(one: Estimate, other: Estimate) -> bool:
    """Tell whether two places, neither of which holds the other, are known to share nobody."""
    if one.whole and one.whole == other.whole:
        return True
    return is_placed(one.region) and is_placed(other.region)


def told_by_bases(survey: Survey) -> Mapping[str, bool]:
    """Tell of each region whether its bases hold those of two others or more together, wherever all were asked.

    A region is not named where no base tells: a whole may count people again, or miss some, but not half of them.
    """
    return _told_by(_Same(survey.estimates))


class _Same:
    """Estimates that are known again by being the same object: the pages of a run ask of one survey, each anew."""

    def __init__(self, estimates: Sequence[Estimate]) -> None:
        self.estimates = estimates

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.estimates is other.estimates

    def __hash__(self) -> int:
        return id(self.estimates)


@lru_cache(maxsize=1)
def _told_by(same: _Same) -> Mapping[str, bool]:
    bases: dict[tuple[str, ...], dict[str, float]] = {}
    for each in same.estimates:
        if each.base:
            survey, wave, region, *question = each.key
            bases.setdefault((survey, wave, *question), {})[region] = each.base
    parts: dict[str, float] = {}
    for of_cell in bases.values():
        total = sum(of_cell.values())
        for region, base in of_cell.items() if len(of_cell) > 2 else ():
            parts[region] = min(parts.get(region, 1.0), base / (total - base))
    return {region: part >= 1.0 for region, part in parts.items() if part >= 1.0 or part < 0.5}


def with_holders(pairs: Sequence[Pair], survey: Survey) -> list[Pair]:
    """Return *pairs* of regions with the one that holds the other by its bases, where a map places not both."""
    regions = {region for pair in pairs for region in (pair.to, pair.estimate.region)}
    unplaced = {region for region in regions if not is_placed(region)}
    if not unplaced:
        return list(pairs)
    by_bases = told_by_bases(survey)
    told = {region: by_bases[region] for region in unplaced if region in by_bases}

    def holder(pair: Pair) -> str | None:
        two = (pair.to, pair.estimate.region)
        found = next((region for region in two if told.get(region)), None)
        return "" if found is None and all(told.get(region) is False for region in two) else found

    return [pair._replace(holder=holder(pair)) for pair in pairs]


def is_placed(region: str) -> bool:
    """Tell whether a codebook says where a region lies."""
    return bool(codebook().around(region)) or shipped_codebook().holds("region", region)


def _larger(estimate: Estimate, reference: Estimate) -> str:
    """Return the region that may be the whole: the one with more people, as a whole holds those of its parts."""
    is_estimate = (estimate.base or 0.0) > (reference.base or float("inf"))
    return estimate.region if is_estimate else reference.region
