"""``compare --explain``: the formula of each row, what went into it, its source."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

import pytest

from phare_cli.judging.pairs import By, Pair, pair_regions
from phare_cli.judging.terms import STANDARD, Terms
from phare_cli.judging.verdicts import Judgement, judge
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.wording.formulas.explain import explain

REGION = Estimate(
    "Bretagne", "citizens", "worries", "air", 50.0, base=100.0, in_national_sample=True, decimals=1
)
FRANCE = REGION._replace(region=NATION, value=40.0, base=300.0)
KEPT = "every gap d that this test would not reject, "
INSIDE = "the region being at pN + d and the rest of the nation at pN − d W / (1 − W)"
NEAREST = (
    "shares moved the least that it asks (Mee, 1984, Biometrics 40:1175; Wallenstein, 1997, Statistics in Medicine "
    "16:1329)"
)
ALSO = ", and what rounding hides"
HOLM = "over 1 test (Holm, 1979, Scandinavian Journal of Statistics 6:65)"
GAP = "gap = p1 − p2 = 50.0% − 40.0% = +10.0 points"
ROUNDED = "each figure known to ± 0.05, anywhere within as likely: chance of so large a printed gap, p = "
PLANNED = (
    "base needed: the smallest with which a new sample, this gap being the true one, establishes it with a "
    "probability of 80%, by this test alone at 95%, rounding included, "
)
NESTED = [
    GAP,
    "z = (p1 − p2) / √(pN (1 − pN) ((1 − 2W)/n + 1/N)), region inside its nation, of which it is the part W and with "
    "which its covariance is W p (1 − p) / n, with W = 0.3333, n = 100 and N = 300: z = 2.50, p = 0.0124",
    f"{ROUNDED}0.0129",
    f"adjusted p = 0.0129, {HOLM}",
    f"interval at 95.00% confidence: {KEPT}{INSIDE}{ALSO}: +2.0 points to +17.8 points",
]
SEPARATE = [
    GAP,
    "z = (p1 − p2) / √(p (1 − p) (1/n1 + 1/n2)), p = (n1 p1 + n2 p2) / (n1 + n2), pooled z of two "
    "independent samples (Fleiss, Levin & Paik, 2003, Statistical Methods for Rates and Proportions, chap. "
    "3), "
    "with n1 = 100 and n2 = 300: z = 1.75, p = 0.0798",
    f"{ROUNDED}0.0814",
    f"adjusted p = 0.0814, {HOLM}",
    f"interval at 95.00% confidence: {KEPT}{NEAREST}{ALSO}: −1.3 points to +21.2 points",
    f"{PLANNED}the rest of the nation as it is: 610",
]
UNTESTED = [
    GAP,
    "no test: the bases were not published",
    f"{PLANNED}the nation taken as exactly known: 200",
]


def explained(*estimates: Estimate, language: str = "en") -> list[str]:
    pairs = pair_regions(Survey.of(estimates), regions=(), to=NATION)
    lines = (Typesetter(language).say(line) for line in explain(judge(pairs), STANDARD))
    return [re.sub("[\u00a0\u202f]", " ", line) for line in lines]


@pytest.mark.parametrize(
    ("region", "france", "steps"),
    [
        (REGION, FRANCE, NESTED),
        (REGION._replace(in_national_sample=False), FRANCE, SEPARATE),
        (REGION._replace(base=None), FRANCE._replace(base=None), UNTESTED),
    ],
    ids=["nested", "separate", "untested"],
)
def test_each_row_states_its_formulas_their_inputs_and_their_sources(
    region: Estimate, france: Estimate, steps: list[str]
) -> None:
    assert explained(region, france) == [
        f"Bretagne, Citizens, worries, air (beside France): {'; '.join(steps)}."
    ]


def test_a_row_without_a_reference_says_that_there_is_no_gap() -> None:
    assert explained(REGION) == [
        "Bretagne, Citizens, worries, air (beside France): no gap, there being no figure to compare with."
    ]


def test_formulas_are_explained_with_the_numbers_of_the_readers_language() -> None:
    assert explained(REGION, FRANCE, language="fr") == [
        "Bretagne, Citoyens, worries, air (référence : France) : écart = p1 − p2 = 50,0 % − 40,0 % = +10,0 "
        "points ; z = (p1 − p2) / √(pN (1 − pN) ((1 − 2W)/n + 1/N)), région à l’intérieur de sa nation, où son "
        "poids est W et la covariance des deux W p (1 − p) / n, avec W = 0,3333, n = 100 et N = 300 : "
        "z = 2,50, p = 0,0124 ; chaque résultat connu à ± 0,05 près, toute place y étant aussi probable : "
        "probabilité d’un écart imprimé aussi grand, p = 0,0129 ; p ajustée = 0,0129, sur 1 test (Holm, 1979, "
        "Scandinavian Journal of Statistics 6:65) ; intervalle au niveau de confiance de 95,00 % : tous les écarts "
        "d que ce test ne rejetterait pas, la région étant à pN + d et le reste de la nation à pN − d W / (1 − W), et "
        "ce que cache l’arrondi : de +2,0 points à +17,8 points."
    ]


def test_a_tiny_p_value_is_said_to_be_under_what_is_printed() -> None:
    [line] = explained(REGION._replace(value=90.0, in_national_sample=False), FRANCE)

    assert "p = under 0.0001; adjusted p = under 0.0001" in line


def test_explanations_are_notes_in_every_format_and_only_when_asked_for(phare: Callable[..., Any]) -> None:
    data = (
        "region,stakeholder,indicator,item,value,base,in_national_sample\n"
        "Bretagne,citizens,worries,air,50.0,100,yes\nFrance,citizens,worries,air,40.0,300,\n"
    )
    line = f"Bretagne, Citizens, worries, air (beside France): {'; '.join(NESTED)}."

    assert line in phare("compare --explain -f json", data=data).json["notes"]
    assert line in phare("compare --explain --sentences -f json", data=data).json["notes"]
    assert line not in phare("compare -f json", data=data).json["notes"]
    assert "z = (p1 − p2) / √" in phare("compare --explain", data=data).out


SCORE = REGION._replace(
    unit="score/10", value=6.4, standard_error=0.2, in_national_sample=False, rounded_to=0.0
)
EXACT = REGION._replace(rounded_to=0.0)
PN, W = 0.4, 0.2


def test_the_formula_that_is_printed_is_the_one_that_was_used() -> None:
    """Each formula is worked out again from what is printed beside it."""
    nation = EXACT._replace(region=NATION, value=40.0, base=300.0, in_national_sample=None)
    score = SCORE._replace(region=NATION, value=6.0, standard_error=0.1, base=300.0, in_national_sample=None)
    cases = [
        # what is compared, the words of its formula, and its z from the printed inputs
        (EXACT, nation, Terms(), "((1 − 2W)/n + 1/N)", 0.1 / math.sqrt(PN * (1 - PN) * ((1 - 2 / 3) / 100 + 1 / 300))),
        (
            EXACT._replace(nation_share=W, effective_base=80.0), nation._replace(effective_base=200.0), Terms(),
            "((1 − 2W)/n + 1/N)", 0.1 / math.sqrt(PN * (1 - PN) * ((1 - 2 * W) / 80 + 1 / 200)),
        ),
        (
            # 80 / 0.5^2 = 320 is all that a region of 80 that is half of its nation allows; 330 may be its rounding
            EXACT._replace(nation_share=0.5, effective_base=80.0), nation._replace(effective_base=330.0), Terms(),
            "((1 − W) √(pN (1 − pN) / n))", 0.1 / (0.5 * math.sqrt(PN * (1 - PN) / 80)),
        ),
        (
            EXACT._replace(in_national_sample=False), nation, Terms(), "√(p (1 − p) (1/n1 + 1/n2))",
            0.1 / math.sqrt(0.425 * 0.575 * (1 / 100 + 1 / 300)),
        ),
        (SCORE, score, Terms(), "√(e1² + e2²)", 0.4 / math.sqrt(0.2**2 + 0.1**2)),
        (
            SCORE._replace(in_national_sample=True, nation_share=W), score, Terms(), "√(e1² (1 − 2W) + e2²)",
            0.4 / math.sqrt(0.2**2 * (1 - 2 * W) + 0.1**2),
        ),
    ]  # fmt: skip
    for region, reference, terms, words, expected in cases:
        [judgement] = judge(pair_regions(Survey.of([region, reference]), regions=(), to=NATION), terms)
        assert_said(judgement, terms, words, expected)


@pytest.mark.parametrize(
    ("waves", "words", "expected"),
    [
        (
            (EXACT, EXACT._replace(value=40.0, base=300.0)),
            "√((p1 + p2 − 2 max(0, p1 + p2 − 1)) / n)", 0.1 / math.sqrt(0.9 / 100),
        ),
        ((SCORE, SCORE._replace(value=6.0, standard_error=0.1, base=300.0)), "(e1 + e2)", 0.4 / (0.2 + 0.1)),
    ],
    ids=["percents", "scores"],
)  # fmt: skip
def test_the_formula_of_a_panel_is_the_one_that_was_used(
    waves: tuple[Estimate, Estimate], words: str, expected: float
) -> None:
    later, earlier = waves
    pair = Pair(later._replace(wave="2"), earlier._replace(wave="1"), "1", By.WAVE)
    terms = Terms(is_panel=True)
    [judgement] = judge([pair], terms)

    assert_said(judgement, terms, words, expected)


def assert_said(judgement: Judgement, terms: Terms, words: str, expected: float) -> None:
    said = Typesetter("en").say(explain([judgement], terms)[0])

    assert words in said
    assert f"= {expected:.2f}, p" in said
    assert "rounding hides" not in said
