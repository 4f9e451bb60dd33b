"""How each row of a comparison was worked out: the formula, its inputs, its source. Works nothing out itself."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.judging.pairs import Sample, half_unit_of, regional
from phare_cli.judging.verdicts import Judgement
from phare_cli.measuring.normal import critical_value
from phare_cli.nouns.message import Figure, Fill, Gap, Listing, Message, counted, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.wording import foot
from phare_cli.wording.phrases import row_label
from phare_cli.wording.sentences import why


def explain(judgements: Sequence[Judgement], conf: float) -> list[Message]:
    """Return a line a row, in order: its gap, its test, its interval, Holm, the rounding, the base needed."""
    tests = sum(judgement.p_value is not None for judgement in judgements)
    return [
        sentence(
            "{row}: {steps}.",
            row=row_label(judgement.pair),
            steps=Listing(tuple(_steps(judgement, conf, tests)), last=";"),
        )
        for judgement in judgements
    ]


def _steps(judgement: Judgement, conf: float, tests: int) -> list[Message]:
    if judgement.gap is None:
        return [sentence("no gap, there being no figure to compare with")]
    steps = [_gap(judgement)]
    if judgement.p_value is None:
        steps.append(sentence("no test: {why}", why=why(judgement)))
    else:
        steps += [_test(judgement), _holm(judgement, tests), _rounding(judgement)]
    if judgement.low is not None:
        steps.append(_interval(judgement, conf))
    if judgement.no_base is not None:
        steps.append(_NO_BASE[judgement.no_base])
    elif judgement.base_needed is not None:
        steps.append(_base_needed(judgement, conf))
    return steps


def _gap(judgement: Judgement) -> Message:
    estimate, reference = judgement.pair.estimate, judgement.pair.reference
    both = (estimate, reference or estimate)
    decimals = max(_published(one) for one in both)
    first, second = (Figure(one.value, one.unit, _published(one)) for one in both)
    return sentence(
        "gap = p1 − p2 = {first} − {second} = {gap}",
        first=first,
        second=second,
        gap=Gap(judgement.gap or 0.0, estimate.unit, signed=True, decimals=decimals),
    )


def _published(estimate: Estimate) -> int:
    """Return the decimals that a figure was published with; a score has one at least."""
    return max(estimate.decimals, 0 if estimate.unit == "percent" else 1)


def _test(judgement: Judgement) -> Message:
    """Return the test of a row, with the figures that went into it."""
    values: dict[str, Fill] = {
        "z": Figure(judgement.z, decimals=2),
        "p": _p(judgement.p_value),
        "source": "Fleiss, Levin & Paik, 2003, Statistical Methods for Rates and Proportions, chap. 3",
        **_bases(judgement),
    }
    if judgement.sample is Sample.NESTED:
        return sentence(
            "z = (p1 − p2) / √(pN (1 − pN) (1/n − 1/N)), region inside its nation, the pooled z of the region "
            "against the rest ({source}), with n = {region_base} and N = {nation_base}: z = {z}, p = {p}",
            **values,
        )
    return sentence(
        "z = (p1 − p2) / √(p (1 − p) (1/n1 + 1/n2)), p = (n1 p1 + n2 p2) / (n1 + n2), pooled z of two independent "
        "samples ({source}), with n1 = {first_base} and n2 = {second_base}: z = {z}, p = {p}",
        **values,
    )


def _holm(judgement: Judgement, tests: int) -> Message:
    return counted(
        "adjusted p = {p}, over {count} test (Holm, 1979, Scandinavian Journal of Statistics 6:65)",
        "adjusted p = {p}, over {count} tests (Holm, 1979, Scandinavian Journal of Statistics 6:65)",
        tests,
        p=_p(judgement.p_adjusted),
    )


def _rounding(judgement: Judgement) -> Message:
    least, largest = judgement.p_bounds or (None, None)
    return sentence(
        "each figure known to ± {half}: p from {least} to {largest}",
        half=Figure(100 * half_unit_of(judgement.pair), "number"),
        least=_p(least),
        largest=_p(largest),
    )


def _interval(judgement: Judgement, conf: float) -> Message:
    unit = judgement.pair.estimate.unit
    values: dict[str, Fill] = {
        "low": Gap(judgement.low or 0.0, unit, signed=True, decimals=1),
        "high": Gap(judgement.high or 0.0, unit, signed=True, decimals=1),
        "level": foot.level(conf),
        "source": "Newcombe, 1998, Statistics in Medicine 17:873",
    }
    if judgement.sample is Sample.NESTED:
        return sentence(
            "interval at {level} confidence: (1 − n/N) times that of the region against the rest of the nation, "
            "both Wilson intervals combined ({source}, method 10): {low} to {high}",
            **values,
        )
    return sentence(
        "interval at {level} confidence: both Wilson intervals combined ({source}, method 10): {low} to {high}",
        **values,
    )


def _base_needed(judgement: Judgement, conf: float) -> Message:
    """Return what the base needed rests on: the nation's base, the nation known exactly, or as many in both samples."""
    _, reference = regional(judgement.pair)
    values: dict[str, Fill] = {
        "needed": judgement.base_needed or 0,
        "z": Figure(critical_value(conf), decimals=2),
    }
    if not judgement.pair.is_beside_nation:
        return sentence(
            "base needed, in each of the two samples: the smallest with |z| ≥ {z} wherever rounding leaves both "
            "figures, for this test alone: {needed}",
            **values,
        )
    if reference is None or not reference.precision_base:
        return sentence(
            "base needed: the smallest with |z| ≥ {z} wherever rounding leaves both figures, for this test alone, "
            "z = (p1 − p2) / √(pN (1 − pN) / n), the nation taken as exactly known: {needed}",
            **values,
        )
    return sentence(
        "base needed: the smallest with |z| ≥ {z} wherever rounding leaves both figures, for this test alone, "
        "the base of the nation being {base}: {needed}",
        base=_base(reference),
        **values,
    )


_NO_BASE = {
    "reference": sentence("base needed: none would do, that of the reference being too small"),
    "rounding": sentence(
        "base needed: none would do, the rounding of the published figures covering the gap"
    ),
}


def _bases(judgement: Judgement) -> dict[str, Fill]:
    estimate, reference = judgement.pair.estimate, judgement.pair.reference
    region, nation = regional(judgement.pair)
    return {
        "first_base": _base(estimate),
        "second_base": _base(reference or estimate),
        "region_base": _base(region),
        "nation_base": _base(nation or region),
    }


def _base(estimate: Estimate) -> Figure:
    base = estimate.precision_base
    return Figure(base, "base", 0 if base is None or base.is_integer() else 1)


def _p(value: float | None) -> Fill:
    """Return a p value to four decimals."""
    if value is not None and value < 0.00005:
        return sentence("under {least}", least=Figure(0.0001, "number", 4))
    return Figure(value, "number", 4)
