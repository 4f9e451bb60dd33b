"""``compare --explain``: the formula of each row, what went into it, its source."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from phare_cli.judging.pairs import pair_regions
from phare_cli.judging.terms import STANDARD
from phare_cli.judging.verdicts import judge
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.wording.explain import explain

REGION = Estimate(
    "Bretagne", "citizens", "worries", "air", 50.0, base=100.0, in_national_sample=True, decimals=1
)
FRANCE = REGION._replace(region=NATION, value=40.0, base=300.0)
INTERVAL = (
    "every gap that this test would not reject, shares moved the least that each gap asks (Mee, 1984, Biometrics "
    "40:1175; Wallenstein, 1997, Statistics in Medicine 16:1329), and what rounding hides"
)
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
    f"interval at 95.00% confidence: {INTERVAL}: +2.0 points to +17.8 points",
]
SEPARATE = [
    GAP,
    "z = (p1 − p2) / √(p (1 − p) (1/n1 + 1/n2)), p = (n1 p1 + n2 p2) / (n1 + n2), pooled z of two "
    "independent samples (Fleiss, Levin & Paik, 2003, Statistical Methods for Rates and Proportions, chap. "
    "3), "
    "with n1 = 100 and n2 = 300: z = 1.75, p = 0.0798",
    f"{ROUNDED}0.0814",
    f"adjusted p = 0.0814, {HOLM}",
    f"interval at 95.00% confidence: {INTERVAL}: −1.3 points to +21.2 points",
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
        "points ; z = (p1 − p2) / √(pN (1 − pN) ((1 − 2W)/n + 1/N)), région à l'intérieur de sa nation, dont elle "
        "est la part W et avec laquelle sa covariance est W p (1 − p) / n, avec W = 0,3333, n = 100 et N = 300 : "
        "z = 2,50, p = 0,0124 ; chaque résultat connu à ± 0,05 près, toute place y étant aussi probable : "
        "probabilité d'un écart imprimé aussi grand, p = 0,0129 ; p ajustée = 0,0129, sur 1 test (Holm, 1979, "
        "Scandinavian Journal of Statistics 6:65) ; intervalle au niveau de confiance de 95,00 % : tous les écarts "
        "que ce test ne rejetterait pas, les proportions étant déplacées le moins que chacun demande (Mee, 1984, "
        "Biometrics 40:1175 ; Wallenstein, 1997, Statistics in Medicine 16:1329), et ce que cache l'arrondi : de "
        "+2,0 points à +17,8 points."
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
