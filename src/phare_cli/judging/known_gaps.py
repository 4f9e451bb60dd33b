"""What is known of the gap of a pair: how its samples stand to one another, or why it must not be tested."""

import math
from typing import TYPE_CHECKING, NamedTuple

from phare_cli.judging.holding import is_placed
from phare_cli.judging.pairs import By, Pair, regional
from phare_cli.judging.terms import Sample, Terms
from phare_cli.measuring.bounds import is_low_base
from phare_cli.nouns.contract import CROSSED
from phare_cli.nouns.survey import NATION, Estimate

if TYPE_CHECKING:  # statistics are loaded when a base was published
    from phare_cli.measuring.gaps.gap_law import GapLaw
    from phare_cli.measuring.rounding import Rounding
else:
    GapLaw = object  # Python would compile the annotation of a field that is text

# Shares and scores have no measure; what else of separate samples has a test.
MEASURES_TESTED = ("", "mean", "ratio", *CROSSED)


class KnownGap(NamedTuple):
    """What may be made of a gap: its law, in shares for percents, and *reason* where it is not to be tested.

    *part* is the region's part of its nation, where it is inside. A low base leaves the law, and no test.
    """

    law: GapLaw | None = None
    reason: str | None = None
    sample: Sample | None = None
    part: float | None = None


def known_gap(pair: Pair, terms: Terms) -> KnownGap:
    """Return what is known of the gap of a pair; what the data do not say does not differ."""
    estimate, reference = pair.estimate, pair.reference
    if reference is None or estimate.value is None or reference.value is None:
        return KnownGap(reason="no_reference")
    if differ(estimate.question, reference.question) and not _is_called_same(pair, reference):
        return KnownGap(reason="different_question")
    if not is_tested(pair):
        return KnownGap(reason="no_test")
    # Two groups or segments stand for different universes by what they are.
    if pair.by in (By.REGION, By.WAVE) and differ(estimate.universe, reference.universe):
        return KnownGap(reason="different_universe")
    sample = sample_of(pair, terms.sample)
    missing = _missing(estimate, reference)
    if missing or sample is None:
        return KnownGap(reason=missing or "sample_unknown", sample=sample)
    if sample is Sample.NESTED:
        return _nested(pair, terms)
    law = _panel(pair) if terms.is_panel and pair.by is By.WAVE else _separate(pair)
    return KnownGap(law, _too_low(estimate, reference), sample)


def _is_called_same(pair: Pair, reference: Estimate) -> bool:
    """Tell whether a codebook calls the questions of two rounds equivalent."""
    if not pair.is_of_other_round:
        return False
    from phare_cli.judging.equivalents import is_same_question  # few compare with another round

    return is_same_question(pair.estimate, reference)


def is_tested(pair: Pair) -> bool:
    """Tell whether a gap of such figures has a test: of shares and means; of ratios where samples are apart.

    A total grows with whom it sums, a part of a nation's by what it is; of a median, of the lowest and of the highest
    the data hold no law of gaps. A ratio weighs regions by what it divides by, which no share of people says; so do row
    and cell percents, whose segments are parts of the same people too.
    """
    measure = pair.estimate.measure
    if measure in ("ratio", *CROSSED) and sample_of(pair, None) is not Sample.SEPARATE:
        return False
    if measure in CROSSED and pair.by is By.SEGMENT:
        return False
    return measure in MEASURES_TESTED


def differ(one: str, another: str) -> bool:
    """Tell whether two descriptions are known and not the same."""
    return bool(one and another and one != another)


def sample_of(pair: Pair, declared: Sample | None) -> Sample | None:
    """Return how the two samples of a pair stand to one another; None when nobody said.

    Regions that lie apart, groups and waves are separate samples. Beside the nation the data decide
    (``in_national_sample``), and *declared* where they are silent, as they are of any other region that holds one:
    where both are parts of the national sample, the people of the one are among those of the other.
    """
    if pair.is_in_group:
        return Sample.NESTED
    whole = pair.whole
    if whole is None or pair.reference is None:
        return Sample.SEPARATE
    region, around = regional(pair)
    # Beside a whole that is on no map, what the data say of a sample is said of that whole.
    told_of = region.whole or (NATION if is_placed(whole) else whole)
    if whole != told_of and not region.whole and region.in_national_sample:
        return declared or (Sample.NESTED if around is not None and around.in_national_sample else None)
    if whole != told_of or region.in_national_sample is None:
        return declared
    return Sample.NESTED if region.in_national_sample else Sample.SEPARATE


def part_of(pair: Pair, terms: Terms) -> float | None:
    """Return the part of its nation that a region is, or of its group a segment: as the data say, else as declared,
    else as it counts.

    What it counts is no measure of it where anything is weighted: None.
    """
    region, nation = regional(pair)
    published = published_part(pair)
    if published is not None:
        return published
    if named_part(pair) in terms.parts:
        return terms.parts[named_part(pair)]
    if nation is None or is_weighted(region) or is_weighted(nation) or not region.base or not nation.base:
        return None
    return region.base / nation.base


def published_part(pair: Pair) -> float | None:
    """Return the part of the whole that a region or a segment is, where the data say it."""
    if pair.is_in_group:
        return pair.estimate.group_share
    region, _ = regional(pair)
    return region.nation_share if pair.whole == (region.whole or NATION) else None


def named_part(pair: Pair) -> str:
    """Return the name under which a reader may declare that part: of a region, or of a segment."""
    return pair.estimate.segment if pair.is_in_group else regional(pair)[0].region


def is_weighted(estimate: Estimate) -> bool:
    """Tell whether a figure is known to be weighted: its precision is not that of its base, or may not be."""
    if estimate.effective_base is not None:
        return estimate.effective_base != estimate.base
    return estimate.standard_error is not None


def rounding_of(pair: Pair) -> "Rounding":
    """Return half the unit that each figure of a pair was rounded to, in the unit of its law."""
    from phare_cli.measuring.rounding import Rounding

    scale = scale_of(pair.estimate)
    return Rounding(pair.estimate.half_unit / scale, (pair.reference or pair.estimate).half_unit / scale)


def scale_of(estimate: Estimate) -> float:
    """Return what a figure is divided by before it is measured: percents are measured as shares."""
    return 100.0 if estimate.unit == "percent" else 1.0


def figure_of(estimate: Estimate) -> float:
    """Return a figure that is known to be there, as it is measured."""
    if estimate.value is None:
        raise ValueError("a figure that is absent is not measured")
    return estimate.value / scale_of(estimate)


def base_of(estimate: Estimate) -> float:
    """Return the base that a figure is measured on: infinite where everybody was asked, 0 where none is known."""
    return math.inf if estimate.is_census else estimate.precision_base or 0.0


def _missing(estimate: Estimate, reference: Estimate) -> str | None:
    """Return what of the precision of two figures was not published."""
    if estimate.unit != "percent":
        known = estimate.error is not None and reference.error is not None
        return None if known else "no_standard_error"
    if not base_of(estimate):
        return "base_missing"
    return None if base_of(reference) else "reference_base_missing"


def _too_low(estimate: Estimate, reference: Estimate) -> str | None:
    bases = (base_of(estimate), base_of(reference))
    if estimate.has_no_degrees or reference.has_no_degrees:
        return "low_base"
    return "low_base" if any(base and is_low_base(base) for base in bases) else None


def _separate(pair: Pair) -> GapLaw:
    estimate, reference = pair.estimate, pair.reference or pair.estimate
    if estimate.unit != "percent":
        return _means(estimate, reference, rounding_of(pair))
    from phare_cli.measuring.gaps.differences import separate_gap

    return separate_gap(
        figure_of(estimate),
        figure_of(reference),
        base_of(estimate),
        base_of(reference),
        rounding_of(pair),
        degrees=(degrees_of(estimate), degrees_of(reference)),
    )


def _panel(pair: Pair) -> GapLaw:
    """Return the law of two waves of a panel, whose people answered alike no one knows how often."""
    estimate, reference = pair.estimate, pair.reference or pair.estimate
    if estimate.unit != "percent":
        errors = (estimate.error or 0.0, reference.error or 0.0)
        from phare_cli.measuring.gaps.means import means_gap

        # The largest variance that a correlation allows is that of errors which add up.
        return means_gap(
            figure_of(estimate), figure_of(reference), sum(errors), 0.0,
            (min(degrees_of(estimate), degrees_of(reference)), math.inf), rounding=rounding_of(pair),
        )  # fmt: skip
    base = min(base_of(estimate), base_of(reference))
    if math.isinf(base):
        return _separate(pair)  # everybody was asked twice: nothing is left to how alike they answered
    from phare_cli.measuring.gaps.differences import same_people_gap

    degrees = min(degrees_of(estimate), degrees_of(reference))
    return same_people_gap(
        figure_of(estimate), figure_of(reference), base, rounding_of(pair), degrees=degrees
    )


def _means(estimate: Estimate, reference: Estimate, rounding: "Rounding", part: float = 0.0) -> GapLaw:
    from phare_cli.measuring.gaps.means import means_gap

    return means_gap(
        figure_of(estimate),
        figure_of(reference),
        estimate.error or 0.0,
        reference.error or 0.0,
        (degrees_of(estimate), degrees_of(reference)),
        part=part,
        rounding=rounding,
    )


def degrees_of(estimate: Estimate) -> float:
    """Return the degrees of freedom of a variance: those of the design, one less than the base of a mean elsewhere.

    A share whose design tells none has all: its variance is known from the share.
    """
    if estimate.degrees_of_freedom is not None and not estimate.is_census:
        return max(estimate.degrees_of_freedom, 1.0)
    if estimate.unit == "percent":
        return math.inf
    base = None if estimate.is_census else estimate.precision_base
    return max(base - 1.0, 1.0) if base else math.inf


def _nested(pair: Pair, terms: Terms) -> KnownGap:
    """Return what is known of a region inside its nation, whichever of the two is the reference."""
    region, nation = regional(pair)
    if nation is None:
        raise ValueError("a region stands beside its nation")
    part = part_of(pair, terms)
    known = KnownGap(sample=Sample.NESTED, part=part)
    if part is None:
        return known._replace(reason="share_unknown")
    from phare_cli.judging.misfits import misfit
    from phare_cli.measuring.gaps.gap_law import turned
    from phare_cli.measuring.gaps.nested import nested_gap
    from phare_cli.measuring.rounding import Rounding

    is_turned = region is not pair.estimate
    rounding = rounding_of(pair)
    if is_turned:
        rounding = Rounding(rounding.second, rounding.first)
    if misfit(region, nation, part):
        return known._replace(reason="incoherent")
    if region.unit != "percent":
        law = _means(region, nation, rounding, part)
    else:
        shares = figure_of(region), figure_of(nation)
        degrees = degrees_of(region), degrees_of(nation)
        law = nested_gap(*shares, base_of(region), base_of(nation), part, rounding, degrees=degrees)
    return known._replace(law=turned(law) if is_turned else law, reason=_too_low(region, nation))
