"""Decide what may be concluded from a figure beside its reference, and say why not when nothing may."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from phare_cli.judging.holding import held
from phare_cli.judging.known_gaps import known_gap, scale_of
from phare_cli.judging.pairs import By, Pair
from phare_cli.judging.terms import STANDARD, Family, Sample, Terms
from phare_cli.measuring.bounds import is_over
from phare_cli.measuring.several import StepDown, step_down
from phare_cli.nouns.survey import Estimate

if TYPE_CHECKING:  # statistics are loaded when a base was published
    from phare_cli.measuring.gaps.gap_law import GapLaw
else:
    GapLaw = object  # Python would compile the annotation of a field that is text

# Reasons that a larger base, or a published one, would take away.
_MISSING = frozenset(("base_missing", "reference_base_missing", "sample_unknown", "low_base"))
ESTABLISHED = ("above", "below")
FamilyKey = tuple[str, ...]
NO_OTHERS: Mapping[FamilyKey, int] = {}


class Judgement(NamedTuple):
    """What is known of a gap. *gap*, *low*, *high* are in the unit of the figures (points for percents).

    *low* and *high* stand at the confidence *level* that Holm's method left the test. *tests* is how many were
    adjusted together. *p_printed* would be the p value if nothing had been rounded. *no_base* tells why no base
    would do: ``rounding`` covers the gap, the ``reference`` leaves too much to chance, or the figures are ``equal``.
    """

    pair: Pair
    gap: float | None = None
    low: float | None = None
    high: float | None = None
    level: float | None = None
    sample: Sample | None = None
    part: float | None = None
    law: GapLaw | None = None
    p_value: float | None = None
    p_printed: float | None = None
    p_adjusted: float | None = None
    tests: int = 0
    verdict: str = "untestable"
    reason: str | None = None
    base_needed: int | None = None
    no_base: str | None = None

    @property
    def is_established(self) -> bool:
        return self.verdict in ESTABLISHED

    @property
    def is_exact(self) -> bool:
        """Whether both figures are known exactly: nothing was sampled, and a gap of 0 says that they are equal."""
        reference = self.pair.reference
        return (
            self.law is not None
            and self.pair.estimate.is_census
            and reference is not None
            and reference.is_census
        )

    @property
    def is_rounded(self) -> bool:
        """Whether one of the two figures is known to have been rounded."""
        return self.law is not None and self.law.rounding.coarser > 0.0


def judge(
    pairs: Sequence[Pair],
    terms: Terms = STANDARD,
    *,
    among: Iterable[Pair] = (),
    others: Mapping[FamilyKey, int] = NO_OTHERS,
    in_full: bool = True,
) -> list[Judgement]:
    """Return a judgement a pair; *among* are more pairs, whose tests are adjusted with theirs and not answered.

    *others* are how many more tests a family has that are too many to be worked out, and count as not established.

    A family of tests is adjusted by Holm's method. A verdict that only stands if nothing was rounded is not
    established. The answer depends on no order: one gap has one verdict among the same pairs. Intervals and bases
    needed, which take longest, are left to :func:`told_in_full` where few of the judgements are shown.
    """
    pairs, among = ([held(pair, terms) for pair in each] for each in (pairs, among))
    measured = {pair: _measured(pair, terms) for pair in dict.fromkeys((*pairs, *among))}
    decided: dict[Pair, Judgement] = {}
    for family in _families(measured, pairs, terms.family):
        uncounted = others.get(family_of(family[0]), 0) if terms.family is Family.INDICATOR else 0
        decided |= _decided([measured[pair] for pair in family], terms.conf, others=uncounted)
    return [told_in_full(decided[pair], terms) if in_full else decided[pair] for pair in pairs]


def told_in_full(judgement: Judgement, terms: Terms) -> Judgement:
    """Return *judgement* with its interval, and with the base needed where it is not established."""
    return _with_base(_with_interval(judgement), terms)


def family_of(pair: Pair) -> FamilyKey:
    """Return what the tests of one indicator share: survey, wave, region and reference, or what stands in for them."""
    estimate = pair.estimate
    within = {
        By.REGION: (estimate.wave, estimate.region, pair.to),
        By.STAKEHOLDER: (estimate.wave, estimate.region),
        # Beside the whole group is another question than beside another part of it.
        By.SEGMENT: (estimate.wave, estimate.region, "" if pair.is_in_group else "parts"),
        By.WAVE: (estimate.region,),
    }[pair.by]
    return (pair.by, estimate.survey, estimate.indicator, *within)


def _families(measured: Iterable[Pair], asked: Sequence[Pair], family: Family) -> list[list[Pair]]:
    if family is Family.NONE:
        return [[pair] for pair in dict.fromkeys(asked)]
    if family is Family.TABLE:
        return [list(dict.fromkeys(asked))]
    families: dict[FamilyKey, list[Pair]] = {}
    for pair in measured:
        families.setdefault(family_of(pair), []).append(pair)
    return list(families.values())


def _measured(pair: Pair, terms: Terms) -> Judgement:
    """Return everything about one gap that does not depend on the other tests."""
    known = known_gap(pair, terms)
    gap = _gap(pair.estimate, pair.reference)
    judgement = Judgement(pair, gap, sample=known.sample, part=known.part, law=known.law, reason=known.reason)
    if known.law is None:
        return judgement
    if known.reason:
        return judgement._replace(level=terms.conf)
    from phare_cli.measuring.gaps.gap_law import p_value

    return judgement._replace(p_value=p_value(known.law), p_printed=p_value(known.law.as_printed()))


def _gap(estimate: Estimate, reference: Estimate | None) -> float | None:
    if reference is None or estimate.value is None or reference.value is None:
        return None
    # Binary noise of the subtraction is far below any printed digit, and must not tip a rounding.
    return round(estimate.value - reference.value, 10)


def _with_interval(judgement: Judgement) -> Judgement:
    """Return *judgement* with its interval at the level that it was left: worked out for what is answered alone."""
    if judgement.law is None or judgement.level is None:
        return judgement
    from phare_cli.measuring.gaps.gap_law import interval

    scale = scale_of(judgement.pair.estimate)
    low, high = interval(judgement.law, judgement.level)
    return judgement._replace(low=scale * low, high=scale * high)


def _decided(family: Sequence[Judgement], conf: float, *, others: int) -> Mapping[Pair, Judgement]:
    """Return the judgements of one family with the verdicts that its adjusted p values allow."""
    questions = questions_of(family)
    rounded = step_down([max(map(_p_rounded, test)) for test in questions], 1 - conf, others=others)
    printed = step_down(
        [max(judgement.p_printed or 0.0 for judgement in test) for test in questions], 1 - conf, others=others
    )
    decided = {judgement.pair: judgement for judgement in family}
    for test, step, as_printed in zip(questions, rounded, printed, strict=True):
        for judgement in test:
            decided[judgement.pair] = _decide(judgement, step, as_printed, 1 - conf, len(questions) + others)
    return decided


def _p_rounded(judgement: Judgement) -> float:
    """Return the p value that decides: 1 where the two roundings alone cover the gap."""
    if judgement.law is not None and judgement.law.is_within_rounding:
        return 1.0
    return judgement.p_value or 0.0


def questions_of(judgements: Sequence[Judgement]) -> list[list[Judgement]]:
    """Return the tests of *judgements*: each of one, of two where a question has two items, as yes and no."""
    items: dict[tuple[str, ...], list[Judgement]] = {}
    for judgement in judgements:
        if judgement.p_value is not None:
            estimate = judgement.pair.estimate
            others = (estimate.stakeholder, estimate.segment, estimate.wave, estimate.unit, judgement.pair.to)
            items.setdefault((*family_of(judgement.pair), *others), []).append(judgement)
    tests: list[list[Judgement]] = []
    for of_question in items.values():
        tests += [of_question] if _is_yes_or_no(of_question) else [[judgement] for judgement in of_question]
    return tests


def distinct_gaps(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Return those of *judgements* with a gap, a yes or no question once: its second item turns the first round."""
    gaps = [judgement for judgement in judgements if judgement.gap is not None]
    turned = {id(judgement) for question in questions_of(gaps) for judgement in question[1:]}
    return [judgement for judgement in gaps if id(judgement) not in turned]


def _is_yes_or_no(judgements: Sequence[Judgement]) -> bool:
    """Tell whether two items share everyone between them, so that one gap is the other turned round."""
    if len(judgements) != 2:
        return False
    one, other = (judgement.pair for judgement in judgements)
    sides = ((one.estimate, other.estimate), (one.reference, other.reference))
    return all(
        first is not None and second is not None and _are_all(first, second) for first, second in sides
    )


def _are_all(first: Estimate, second: Estimate) -> bool:
    """Tell whether two figures sum to 100 %, their rounding aside."""
    if first.unit != "percent" or "multiple" in (first.response, second.response):
        return False
    left = 100.0 - (first.value or 0.0) - (second.value or 0.0)
    return not is_over(abs(left), first.half_unit + second.half_unit + 1e-9)


def _decide(
    judgement: Judgement, step: StepDown, as_printed: StepDown, alpha: float, tests: int
) -> Judgement:
    """Return *judgement* with the verdict that its adjusted p value allows, at the level that it was left."""
    verdict, reason = "above" if (judgement.gap or 0.0) > 0 else "below", judgement.reason
    if is_over(step.p_adjusted, alpha):
        verdict = "not_established"
        reason = None if is_over(as_printed.p_adjusted, alpha) else "rounding"
    return judgement._replace(
        tests=tests,
        level=1 - step.alpha,
        p_adjusted=step.p_adjusted,
        verdict=verdict,
        reason=reason,
    )


def _with_base(judgement: Judgement, terms: Terms) -> Judgement:
    """Return *judgement* with the base that would establish its gap, or why none would, where it is not."""
    if judgement.is_established or judgement.gap is None:
        return judgement
    if judgement.verdict == "untestable" and judgement.reason not in _MISSING:
        return judgement
    from phare_cli.judging.base_needed import base_needed  # which few of those who judge ask for

    needed, no_base = base_needed(judgement.pair, judgement.sample, judgement.part, terms)
    return judgement._replace(base_needed=needed, no_base=no_base)
