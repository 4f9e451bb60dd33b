"""What may be concluded of a gap: the laws that no survey escapes, and the edges of each reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.judging.pairs import By, Pair, pair_groups, pair_regions
from phare_cli.judging.precision import rank_group
from phare_cli.judging.terms import Family, Sample, Terms
from phare_cli.judging.verdicts import Judgement, judge
from phare_cli.nouns.survey import NATION, Estimate, Survey

REGION = Estimate(
    "Bretagne", "citizens", "worries", "air", 50.0, base=400.0, in_national_sample=False, decimals=3
)
SHARES = st.integers(0, 1000).map(lambda permille: permille / 10)
BASES = st.one_of(st.none(), st.integers(1, 5000).map(float))


def two(region: Estimate, **national: Any) -> list[Estimate]:
    return [region, region._replace(region=NATION, in_national_sample=None, **national)]


def judged(estimates: Sequence[Estimate], *, to: str = NATION, conf: float = 0.95) -> list[Judgement]:
    survey = Survey.of(estimates)
    regions = tuple(region for region in survey.names("region") if region != to)
    return judge(pair_regions(survey, regions=regions, to=to), Terms(conf=conf))


def concluded(judgement: Judgement) -> tuple[object, ...]:
    return (
        judgement.verdict, judgement.reason, judgement.p_value, judgement.p_adjusted, judgement.base_needed,
    )  # fmt: skip


@st.composite
def surveys(draw: st.DrawFn) -> list[Estimate]:
    """A few items in one region and its nation, with and without bases."""
    count = draw(st.integers(1, 5))
    base, national = draw(BASES), draw(BASES)
    nested, decimals = draw(st.sampled_from((True, False, None))), draw(st.integers(0, 2))
    estimates = []
    for place in range(count):
        region = REGION._replace(
            item=f"item {place}",
            value=draw(SHARES),
            base=base,
            in_national_sample=nested,
            decimals=decimals,
        )
        estimates += two(region, value=draw(SHARES), base=national)
    return estimates


@given(surveys(), st.randoms(use_true_random=False))
def test_a_verdict_does_not_depend_on_the_order_of_rows(estimates: list[Estimate], random: Any) -> None:
    shuffled = list(estimates)
    random.shuffle(shuffled)

    def by_item(judgements: list[Judgement]) -> dict[str, tuple[object, ...]]:
        return {judgement.pair.estimate.item: concluded(judgement) for judgement in judgements}

    assert by_item(judged(shuffled)) == by_item(judged(estimates))


OPPOSITE = {"above": "below", "below": "above"}
TURNED = {"base_missing": "reference_base_missing", "reference_base_missing": "base_missing"}


@given(surveys())
def test_swapping_region_and_reference_flips_the_sign_and_nothing_else(estimates: list[Estimate]) -> None:
    for there, back in zip(judged(estimates), judged(estimates, to=REGION.region), strict=True):
        assert back.gap is not None
        assert there.gap is not None
        assert back.gap == -there.gap
        assert back.verdict == OPPOSITE.get(there.verdict, there.verdict)
        assert back.base_needed == there.base_needed
        assert (back.p_value or 0.0, back.p_adjusted or 0.0) == pytest.approx(
            (there.p_value or 0.0, there.p_adjusted or 0.0), rel=1e-9
        )
        if there.low is None or there.high is None:
            assert (back.low, back.high) == (None, None)
        else:
            assert (back.low, back.high) == pytest.approx((-there.high, -there.low), abs=1e-7)
        both_missing = not estimates[0].base and not estimates[1].base
        assert back.reason == (there.reason if both_missing else TURNED.get(str(there.reason), there.reason))


@given(surveys())
def test_a_verdict_is_one_of_four_and_an_untestable_one_has_a_reason(estimates: list[Estimate]) -> None:
    for judgement in judged(estimates):
        assert judgement.verdict in ("above", "below", "not_established", "untestable")
        assert (judgement.verdict == "untestable") == (judgement.p_value is None)
        if judgement.verdict == "untestable":
            assert judgement.reason is not None
        if judgement.verdict in ("above", "below"):
            assert (judgement.reason, judgement.base_needed) == (None, None)


@given(surveys())
def test_an_interval_reaches_no_gap_at_all_just_where_its_gap_is_not_established(
    estimates: list[Estimate],
) -> None:
    for judgement in judged(estimates):
        if judgement.low is not None and judgement.high is not None and judgement.p_value is not None:
            assert (judgement.low > 0 or judgement.high < 0) == judgement.is_established


@given(surveys())
def test_a_gap_that_two_roundings_may_have_made_is_never_established(estimates: list[Estimate]) -> None:
    for judgement in judged(estimates):
        reference = judgement.pair.reference
        if judgement.is_established and reference is not None:
            assert abs(judgement.gap or 0.0) > judgement.pair.estimate.half_unit + reference.half_unit


@given(surveys())
def test_figures_that_are_told_to_be_exact_are_judged_as_they_stand(estimates: list[Estimate]) -> None:
    exact = judged([each._replace(rounded_to=0.0) for each in estimates])
    finer = judged([each._replace(decimals=12) for each in estimates])

    assert [each.verdict for each in exact] == [each.verdict for each in finer]
    assert all(each.reason != "rounding" for each in exact)


@given(surveys(), st.sampled_from(Family))
def test_more_tests_in_a_family_never_make_a_gap_surer(estimates: list[Estimate], family: Family) -> None:
    pairs = pair_regions(Survey.of(estimates), regions=(), to=NATION)
    together, alone = judge(pairs, Terms(family=family)), judge(pairs, Terms(family=Family.NONE))

    for one, other in zip(together, alone, strict=True):
        assert (one.p_value, one.gap) == (other.p_value, other.gap)
        assert (one.p_adjusted or 0.0) >= (other.p_adjusted or 0.0)


def test_families_hold_their_error_when_no_gap_is_there() -> None:
    # 10 items without any gap, 1,500 surveys of unrounded figures: a Monte Carlo standard error of 0.56 %.
    random = np.random.default_rng(5)
    wrong = 0
    for _ in range(1500):
        estimates = [
            each
            for item, share in enumerate(random.uniform(0.1, 0.9, 10))
            for each in two(
                REGION._replace(
                    item=str(item), value=100 * random.binomial(400, share) / 400, rounded_to=0.0
                ),
                value=100 * random.binomial(2000, share) / 2000,
                base=2000.0,
            )
        ]
        pairs = pair_regions(Survey.of(estimates), regions=(), to=NATION)
        wrong += any(judgement.is_established for judgement in judge(pairs))

    assert wrong / 1500 <= 0.055 + 0.0112


EFFECTS = st.sampled_from((1.0, 1.3, 2.0))


@given(SHARES, SHARES, st.integers(30, 5000), st.booleans(), st.integers(0, 2), EFFECTS)
def test_a_base_needed_would_establish_the_same_gap_again_and_more_power_asks_for_more(
    value: float, reference: float, national: int, nested: bool, decimals: int, effect: float
) -> None:
    region = REGION._replace(
        value=round(value, min(decimals, 1)),
        base=30.0 * effect,
        effective_base=30.0 if effect > 1 else None,
        nation_share=0.05 if nested else None,
        in_national_sample=nested,
        decimals=decimals,
    )
    pairs = pair_regions(
        Survey.of(
            two(region, value=round(reference, min(decimals, 1)), base=float(national), effective_base=None)
        ),
        regions=(),
        to=NATION,
    )
    plans = [judge(pairs, Terms(power=power))[0] for power in (0.5, 0.8, 0.9)]
    needed = [plan.base_needed for plan in plans if plan.base_needed is not None]

    assert needed == sorted(needed)
    for plan in plans:
        assert plan.base_needed is None or plan.no_base is None
        if plan.verdict == "not_established":
            assert plan.base_needed or plan.no_base


@given(SHARES, SHARES, st.integers(0, 2), EFFECTS)
def test_the_base_needed_of_two_groups_does_not_depend_on_which_is_named_first(
    value: float, another: float, decimals: int, effect: float
) -> None:
    first = REGION._replace(value=round(value, min(decimals, 1)), base=30.0, decimals=decimals)
    second = first._replace(
        stakeholder="mayors", value=round(another, min(decimals, 1)), effective_base=30.0 / effect
    )
    there, back = (
        judge([Pair(one, other, other.stakeholder, By.STAKEHOLDER)])[0]
        for one, other in ((first, second), (second, first))
    )

    assert (back.base_needed, back.no_base) == (there.base_needed, there.no_base)
    assert (there.no_base == "rounding") == (abs(round(there.gap or 0.0, 3)) <= 10**-decimals) or effect > 1


def test_a_base_that_is_enough_already_is_not_asked_for() -> None:
    [unknown] = judged(two(REGION._replace(value=50.0, in_national_sample=None), value=38.0, base=4000.0))

    assert (unknown.reason, unknown.base_needed, unknown.no_base) == ("sample_unknown", None, None)


def test_a_gap_within_rounding_needs_a_base_that_rounding_is_counted_in() -> None:
    region, nation = REGION._replace(value=45.0, decimals=0), {"value": 39.0, "base": 900.0}
    [rounded], [exact] = (judged(two(region._replace(rounded_to=unit), **nation)) for unit in (1.0, 0.0))

    assert (rounded.reason, rounded.base_needed) == ("rounding", 5670)
    assert (exact.verdict, exact.base_needed) == ("above", None)


@pytest.mark.parametrize(("value", "reference"), [(45.0, 45.0), (44.0, 45.0), (45.0, 44.0)])
@pytest.mark.parametrize("base", [None, 2000.0])
def test_no_base_would_do_where_rounding_alone_covers_the_gap(
    value: float, reference: float, base: float | None
) -> None:
    [judgement] = judged(two(REGION._replace(value=value, decimals=0), value=reference, base=base))

    assert (judgement.base_needed, judgement.no_base) == (None, "rounding")


def test_a_nation_of_a_low_base_lets_no_region_do() -> None:
    [judgement] = judged(two(REGION._replace(value=90.0), value=10.0, base=25.0))

    assert (judgement.reason, judgement.base_needed, judgement.no_base) == ("low_base", None, "reference")


def test_where_no_base_is_published_the_variance_is_the_nations_whichever_is_the_reference() -> None:
    # ((1.95996 sqrt(0.81 0.19) + 0.84162 sqrt(0.84 0.16)) / 0.03)^2 = 1289.9
    estimates = two(REGION._replace(value=84.0, base=None, decimals=12), value=81.0, base=None)

    assert [judged(estimates)[0].base_needed, judged(estimates, to=REGION.region)[0].base_needed] == [
        1290,
        1290,
    ]


def test_a_test_stands_on_effective_bases() -> None:
    [plain] = judged(two(REGION._replace(base=200.0), value=40.0, base=400.0))
    [weighted] = judged(
        two(REGION._replace(base=900.0, effective_base=200.0), value=40.0, base=900.0, effective_base=400.0)
    )

    assert weighted.p_value == plain.p_value


def test_incoherent_figures_need_no_base_but_a_correction() -> None:
    [judgement] = judged(
        two(REGION._replace(value=90.0, base=300.0, in_national_sample=True), value=20.0, base=1000.0)
    )

    assert (judgement.verdict, judgement.reason, judgement.base_needed) == ("untestable", "incoherent", None)


@pytest.mark.parametrize(
    ("base", "national", "reason"),
    [(30.0, 400.0, None), (29.9, 400.0, "low_base"), (400.0, 29.0, "low_base")],
)
def test_a_low_base_leaves_the_interval_and_takes_the_test(
    base: float, national: float, reason: str | None
) -> None:
    [judgement] = judged(two(REGION._replace(value=90.0, base=base), value=20.0, base=national))

    assert (judgement.reason, judgement.p_value is None) == (reason, reason is not None)
    assert judgement.low is not None


def test_two_groups_are_tested_though_their_universes_differ_and_never_two_questions() -> None:
    citizens = REGION._replace(universe="adults")
    mayors = REGION._replace(stakeholder="mayors", value=20.0, universe="mayors")
    asked = [citizens._replace(question="A"), mayors._replace(question="B")]

    [tested] = judge(pair_groups(Survey.of((citizens, mayors))))
    [refused] = judge(pair_groups(Survey.of(asked)))

    assert (tested.verdict, tested.sample) == ("above", Sample.SEPARATE)
    assert (refused.verdict, refused.reason) == ("untestable", "different_question")


def test_two_regions_of_one_nation_are_separate_samples() -> None:
    corse = REGION._replace(region="Corse", value=20.0, in_national_sample=True)
    [judgement] = judge([Pair(REGION._replace(in_national_sample=True), corse, "Corse", By.REGION)])

    assert (judgement.sample, judgement.verdict) == (Sample.SEPARATE, "above")


@given(st.lists(st.one_of(st.none(), SHARES), min_size=1, max_size=8), BASES, st.sampled_from(("single", "")))
def test_a_rank_interval_contains_the_rank(
    values: list[float | None], base: float | None, response: str
) -> None:
    group = [
        REGION._replace(item=str(place), value=value, base=base, response=response)
        for place, value in enumerate(values)
    ]
    for result in rank_group(group, conf=0.95, suppress=False, is_rate=False):
        if result.rank_interval is not None:
            best, worst = result.rank_interval
            assert result.rank is not None
            assert best <= result.rank <= worst


@given(SHARES, st.integers(1, 3000))
def test_an_interval_holds_its_figure_and_stays_within_0_and_100(value: float, base: int) -> None:
    [result] = rank_group(
        [REGION._replace(value=value, base=float(base))], conf=0.95, suppress=False, is_rate=True
    )

    assert result.interval is not None
    assert 0 <= result.interval[0] <= value <= result.interval[1] <= 100


DATA = """region,stakeholder,indicator,item,value,base,in_national_sample
Bretagne,citizens,w,air,50.25,100,yes
France,citizens,w,air,40.25,300,
Bretagne,citizens,w,soil,20,400,no
France,citizens,w,soil,60,400,
Bretagne,citizens,w,water,45,400,no
France,citizens,w,water,38,400,
Bretagne,citizens,w,noise,45,,no
France,citizens,w,noise,38,400,
"""


@pytest.mark.parametrize(
    "options",
    ["", "--lang fr", "--decimals 0", "--decimals 3", "--dialect excel-fr --lang fr --decimals 2"],
)
def test_a_verdict_does_not_depend_on_language_dialect_or_decimals(
    phare: Callable[..., Any], options: str
) -> None:
    run = phare(f"compare -f csv {options}", data=DATA)
    delimiter = ";" if "excel" in options else ","
    header, *rows = [
        line.split(delimiter) for line in run.out.replace("\r", "").lstrip("\ufeff").splitlines()
    ]
    verdict, reason = header.index("verdict"), header.index("reason")

    assert [(row[verdict], row[reason]) for row in rows] == [
        ("above", ""),
        ("untestable", "base_missing"),
        ("below", ""),
        ("not_established", "rounding"),
    ]


@pytest.mark.parametrize("by", ["region", "stakeholder", "wave"])
def test_the_shipped_figures_bear_no_verdict_however_they_are_compared(
    phare: Callable[..., Any], by: str
) -> None:
    rows = phare(f"compare --by {by} -f json").rows

    assert {row["verdict"] for row in rows} <= {"untestable"}
    assert all(row["reason"] for row in rows)


def test_each_mark_is_explained_under_the_table_and_no_other(phare: Callable[..., Any]) -> None:
    notes = phare("compare -f json", data=DATA).json["notes"]

    assert notes[:12] == [
        "3 tests, at 95% confidence together: p values are adjusted by Holm's method.",
        "Tests and intervals suppose that respondents were drawn at random.",
        "1 gap of 4 cannot be tested: a gap without a test is not a difference.",
        "▲ above: the figure is above its reference; sampling alone would rarely give such a gap.",
        "▼ below: the figure is below its reference; sampling alone would rarely give such a gap.",
        "○ not established: sampling or rounding alone may give such a gap. It does not say that the two are equal.",
        "Within published rounding: the gap would be established if the figures were exact as printed.",
        "Part of the nation: not published, and taken as that of those who were asked, which it is where figures are "
        "not weighted.",
        "Say what it weighs with --share REGION=PERCENT.",
        "Interval of the gap: every gap that the test of its row would not reject, as adjusted (95% confidence or "
        "more); rounding included.",
        "No base would do where that of the reference is too small.",
        "Base not published: Citizens, Bretagne.",
    ]
    assert not any(
        note.startswith(("Low base", "Relation", "Different", "Not a percentage")) for note in notes
    )


UNPUBLISHED = "Base of the nation not published: the base needed is at "
KNOWN = "taking the nation as known exactly"


@pytest.mark.parametrize(
    ("value", "base", "national", "relation", "told", "base_needed"),
    [
        ("50", "200", "2000", "no", [], 1453),
        (
            "50",
            "",
            "",
            "no",
            [f"{UNPUBLISHED}least so many, {KNOWN} and the region as a separate sample."],
            837,
        ),
        (
            "50",
            "",
            "",
            "",
            [f"{UNPUBLISHED}least so many, {KNOWN} and the region as a separate sample."],
            837,
        ),
        ("50", "", "", "yes", [f"{UNPUBLISHED}most so many, {KNOWN}."], 837),
        (
            "50",
            "",
            "2000",
            "",
            [
                "Base needed, where the relation of the samples is not known: as separate ones, "
                "which asks for more."
            ],
            1453,
        ),
        (
            "46",
            "200",
            "2000",
            "no",
            ["No base would do where published rounding alone covers the gap."],
            None,
        ),
        ("50", "200", "100", "no", ["No base would do where that of the reference is too small."], None),
    ],
)
def test_the_legend_says_what_the_base_needed_rests_on(
    phare: Callable[..., Any],
    value: str, base: str, national: str, relation: str, told: list[str], base_needed: int | None,
) -> None:  # fmt: skip
    data = (
        "region;stakeholder;indicator;item;value;base;in_national_sample\n"
        f"PACA;citizens;f;a;{value};{base};{relation}\nFrance;citizens;f;a;45;{national};\n"
    )
    run = phare("compare -f json", data=data)
    needed = [
        "Base needed: how many to interview in the region for a new sample to establish this gap with a probability "
        "of 80%, were it the true one and the only test. It is planned on one sample's own gap; the true one may be "
        "smaller, and ask for more."
    ]

    assert run.rows[0]["base_needed"] == base_needed
    assert [note for note in run.json["notes"] if note.startswith(("Base needed", "Base of", "No base"))] == [
        *(needed if base_needed else []),
        *told,
    ]


def test_the_legend_says_that_both_samples_need_the_base(phare: Callable[..., Any]) -> None:
    notes = phare("compare innovation -r PACA --by stakeholder -f json").json["notes"]

    assert [note for note in notes if note.startswith("Base needed")] == [
        "Base needed: how many to interview in each of the two samples for new ones to establish this gap with a "
        "probability of 80%, were it the true one and the only test. It is planned on one sample's own gap; the true "
        "one may be smaller, and ask for more."
    ]


def test_a_region_and_a_nation_that_exclude_one_another_are_both_named(phare: Callable[..., Any]) -> None:
    header = DATA.splitlines()[0]
    data = f"{header}\nBretagne,citizens,w,air,90,300,yes\nFrance,citizens,w,air,20,1000,\n"

    assert (
        "Figures that do not fit together: Bretagne, Citizens, w, air (beside France), for 90% of 300 "
        "respondents in the "
        "region cannot be part of 20% of 1,000 in the nation, unless they are weighted."
    ) in phare("compare -f json", data=data).json["notes"]


def test_a_verdict_is_a_word_and_a_mark_that_any_encoding_can_show(phare: Callable[..., Any]) -> None:
    assert "▲ above" in phare("compare -f table", data=DATA).out
    assert "^ above" in phare("compare -f table", data=DATA, encoding="ascii").out
    assert "o not established" in phare("compare -f table", data=DATA, encoding="cp1252").out
