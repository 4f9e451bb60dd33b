"""How each row of a comparison was worked out: the formula, its inputs, its source. Works nothing out itself."""

from __future__ import annotations

import math
from collections.abc import Sequence

from phare_cli.judging.known_gaps import base_of, rounding_of, scale_of
from phare_cli.judging.pairs import By, regional
from phare_cli.judging.terms import Family, Sample, Terms
from phare_cli.judging.verdicts import Judgement
from phare_cli.measuring.gaps.nested import rest_base
from phare_cli.nouns.message import Figure, Fill, Gap, Listing, Message, Range, counted, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.wording.formulas.explained_bases import NO_BASE, base_needed
from phare_cli.wording.parts_and_wholes import part_word
from phare_cli.wording.parts_of_groups import test_in_group, test_of_means_in_group
from phare_cli.wording.phrases import row_label
from phare_cli.wording.reasons import why
from phare_cli.wording.sentences import contexts

_FLEISS = "Fleiss, Levin & Paik, 2003, Statistical Methods for Rates and Proportions, chap. 3"

_MOST_DECIMALS = 4  # of a figure that nobody rounded


def explain(judgements: Sequence[Judgement], terms: Terms) -> list[Message]:
    """Return a line a row, in order: its gap, its test, its interval, Holm, the rounding, the base needed."""
    return [
        sentence(
            "{row}: {steps}.",
            row=row_label(judgement.pair, context),
            steps=Listing(tuple(_steps(judgement, terms)), last=";"),
        )
        for judgement, context in zip(judgements, contexts(judgements), strict=True)
    ]


def _steps(judgement: Judgement, terms: Terms) -> list[Message]:
    if judgement.gap is None:
        return [sentence("no gap, there being no figure to compare with")]
    steps = [_gap(judgement)]
    if judgement.p_value is None:
        steps.append(sentence("no test: {why}", why=why(judgement)))
    else:
        steps += [_test(judgement, terms), *_degrees(judgement)]
        steps += [*_rounding(judgement), _holm(judgement, terms)]
    if judgement.low is not None:
        steps.append(_interval(judgement, terms))
    if judgement.no_base is not None:
        steps.append(NO_BASE[judgement.no_base])
    elif judgement.base_needed is not None:
        steps.append(base_needed(judgement, terms))
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
    """Return the decimals that a figure was published with, as many as a reader follows; a score has one at least."""
    return min(max(estimate.decimals, 0 if estimate.unit == "percent" else 1), _MOST_DECIMALS)


def _test(judgement: Judgement, terms: Terms) -> Message:
    """Return the test of a row, with the figures that went into it."""
    law = judgement.law
    values: dict[str, Fill] = {
        "z": Figure(None if law is None or math.isinf(law.score) else law.score, decimals=2),
        "p": _p(judgement.p_printed),
        **_bases(judgement),
    }
    is_panel = terms.is_panel and judgement.pair.by is By.WAVE
    reference = judgement.pair.reference
    if reference is not None and judgement.pair.estimate.is_census and reference.is_census:
        return sentence("everybody was asked on both sides: the gap is what it is, p = {p}", **values)
    if judgement.pair.estimate.unit != "percent":
        return _test_of_means(judgement, values, is_panel=is_panel)
    if judgement.pair.is_in_group:
        return test_in_group(values, is_rest_settled=_is_rest_settled(judgement))
    if judgement.sample is Sample.NESTED and _is_rest_settled(judgement):
        return sentence(
            "z = (p1 − p2) / ((1 − W) √(pN (1 − pN) / n)), {place} inside its nation, of which it is the part W and "
            "whose other respondents leave nothing to chance, by N, with W = {part}, n = {region_base} and N = "
            "{nation_base}: z = {z}, p = {p}",
            **values,
        )
    if judgement.sample is Sample.NESTED:
        return sentence(
            "z = (p1 − p2) / √(pN (1 − pN) ((1 − 2W)/n + 1/N)), {place} inside its nation, of which it is the part W "
            "and with which its covariance is W p (1 − p) / n, with W = {part}, n = {region_base} and N = "
            "{nation_base}: z = {z}, p = {p}",
            **values,
        )
    if is_panel:
        return sentence(
            "z = (p1 − p2) / √((p1 + p2 − 2 max(0, p1 + p2 − 1)) / n), the same people asked twice, as few of them "
            "alike as can be (Fréchet, 1935, Fundamenta Mathematicae 25:379), with n = {least_base}: z = {z}, p = {p}",
            **values,
        )
    return sentence(
        "z = (p1 − p2) / √(p (1 − p) (1/n1 + 1/n2)), p = (n1 p1 + n2 p2) / (n1 + n2), pooled z of two independent "
        "samples ({source}), with n1 = {first_base} and n2 = {second_base}: z = {z}, p = {p}",
        source=_FLEISS,
        **values,
    )


def _degrees(judgement: Judgement) -> list[Message]:
    degrees = math.inf if judgement.law is None else judgement.law.degrees_of_freedom
    if judgement.pair.estimate.unit != "percent" or math.isinf(degrees):
        return []
    return [
        sentence(
            "z taken for Student's t, on the {degrees} degrees of freedom that the designs of the samples leave "
            "(Satterthwaite, 1946, Biometrics Bulletin 2:110)",
            degrees=Figure(degrees, "number", 1),
        )
    ]


def _is_rest_settled(judgement: Judgement) -> bool:
    """Tell whether two effective bases and a part leave the rest of the nation without any variance."""
    region, nation = regional(judgement.pair)
    bases = (base_of(region), base_of(nation or region))
    return judgement.part is not None and rest_base(*bases, judgement.part) is None


def _test_of_means(judgement: Judgement, values: dict[str, Fill], *, is_panel: bool) -> Message:
    law, pair = judgement.law, judgement.pair
    degrees = math.inf if law is None else law.degrees_of_freedom
    region, nation = regional(pair)
    first, second = (region, nation) if judgement.sample is Sample.NESTED else (pair.estimate, pair.reference)
    errors: dict[str, Fill] = {
        "first_error": Figure(first.standard_error, "number", 3),
        "second_error": Figure(None if second is None else second.standard_error, "number", 3),
        "degrees": Figure(None if math.isinf(degrees) else degrees, "number", 1),
        "source": "Welch, 1947, Biometrika 34:28",
    }
    if judgement.pair.is_in_group:
        return test_of_means_in_group({**values, **errors})
    if judgement.sample is Sample.NESTED:
        return sentence(
            "t = (m1 − m2) / √(e1² (1 − 2W) + e2²), {place} inside its nation, of which it is the part W, on the "
            "standard errors of both means ({source}), with W = {part}, e1 = {first_error} in {the_place}, e2 = "
            "{second_error} and {degrees} degrees of freedom: t = {z}, p = {p}",
            **values,
            **errors,
        )
    if is_panel:
        return sentence(
            "t = (m1 − m2) / (e1 + e2), the same people asked twice, with answers as unlike as can be, on the standard "
            "errors of both means, with e1 = {first_error}, e2 = {second_error} and {degrees} degrees of freedom: t = "
            "{z}, p = {p}",
            **values,
            **errors,
        )
    return sentence(
        "t = (m1 − m2) / √(e1² + e2²), on the standard errors of both means ({source}), with e1 = {first_error}, e2 = "
        "{second_error} and {degrees} degrees of freedom: t = {z}, p = {p}",
        **values,
        **errors,
    )


def _rounding(judgement: Judgement) -> list[Message]:
    """Return what rounding does to the p value; nothing where both figures are exact."""
    if judgement.law is None or not judgement.is_rounded:
        return []
    scale = scale_of(judgement.pair.estimate)
    first, second = (scale * half for half in rounding_of(judgement.pair))
    values: dict[str, Fill] = {"p": _p(judgement.p_value)}
    if judgement.law.is_within_rounding:
        return [sentence("both roundings cover the gap, which no test then establishes: p = {p}", **values)]
    if first == second:
        return [
            sentence(
                "each figure known to ± {half}, anywhere within as likely: chance of so large a printed gap, "
                "p = {p}",
                half=Figure(first, "number"),
                **values,
            )
        ]
    return [
        sentence(
            "figures known to ± {first} and ± {second}, anywhere within as likely: chance of so large a printed gap, "
            "p = {p}",
            first=Figure(first, "number"),
            second=Figure(second, "number"),
            **values,
        )
    ]


def _holm(judgement: Judgement, terms: Terms) -> Message:
    if terms.family is Family.NONE:
        return sentence("p value not adjusted for the other tests")
    return counted(
        "adjusted p = {p}, over {count} test (Holm, 1979, Scandinavian Journal of Statistics 6:65)",
        "adjusted p = {p}, over {count} tests (Holm, 1979, Scandinavian Journal of Statistics 6:65)",
        judgement.tests,
        p=_p(judgement.p_adjusted),
    )


def _interval(judgement: Judgement, terms: Terms) -> Message:
    """Return the interval of a row, with the level that was left to it."""
    unit = judgement.pair.estimate.unit
    level = Figure(100 * (judgement.level or 0.0), "percent", 2)
    ends = Range(judgement.low or 0.0, judgement.high or 0.0, unit, signed=True, decimals=1)
    values: dict[str, Fill] = {"level": level, "interval": ends, "kept": _kept(judgement, terms)}
    if judgement.is_rounded:
        return sentence(
            "interval at {level} confidence: every gap d that this test would not reject, {kept}, and what rounding "
            "hides: {interval}",
            **values,
        )
    return sentence(
        "interval at {level} confidence: every gap d that this test would not reject, {kept}: {interval}",
        **values,
    )


def _kept(judgement: Judgement, terms: Terms) -> Message:
    """Return what a test takes the figures to be, were the gap d the true one."""
    if judgement.pair.estimate.unit != "percent":
        return sentence("Student's, the standard errors as they are")
    if judgement.pair.is_in_group:
        return sentence("the part being at pN + d and the rest of the group at pN − d W / (1 − W)")
    if judgement.sample is Sample.NESTED:
        return sentence(
            "{the_place} being at pN + d and the rest of the nation at pN − d W / (1 − W)",
            the_place=part_word(judgement.pair, "the"),
        )
    if terms.is_panel and judgement.pair.by is By.WAVE:
        return sentence("the variance being less by d² / n")
    return sentence(
        "shares moved the least that it asks (Mee, 1984, Biometrics 40:1175; Wallenstein, 1997, Statistics in Medicine "
        "16:1329)"
    )


def _bases(judgement: Judgement) -> dict[str, Fill]:
    estimate, reference = judgement.pair.estimate, judgement.pair.reference or judgement.pair.estimate
    region, nation = regional(judgement.pair)
    least = min((estimate, reference), key=lambda each: base_of(each) or math.inf)
    return {
        "first_base": _base(estimate),
        "second_base": _base(reference),
        "least_base": _base(least),
        "place": part_word(judgement.pair, "one"),
        "the_place": part_word(judgement.pair, "the"),
        "region_base": _base(region),
        "nation_base": _base(nation or region),
        "part": Figure(judgement.part, "number", 4),
    }


def _base(estimate: Estimate) -> Fill:
    if estimate.is_census:
        return sentence("∞ (everybody was asked)")
    base = estimate.precision_base
    return Figure(base, "base", 0 if base is None or base.is_integer() else 1)


def _p(value: float | None) -> Fill:
    """Return a p value to four decimals."""
    if value is not None and value < 0.00005:
        return sentence("under {least}", least=Figure(0.0001, "number", 4))
    return Figure(value, "number", 4)
