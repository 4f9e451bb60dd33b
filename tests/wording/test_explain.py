"""``compare --explain``: the formula of each row, what went into it, its source."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from phare_cli.judging.pairs import pair_regions
from phare_cli.judging.verdicts import judge
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.wording.explain import explain

REGION = Estimate(
    "Bretagne", "citizens", "worries", "air", 50.0, base=100.0, in_national_sample=True, decimals=1
)
FRANCE = REGION._replace(region=NATION, value=40.0, base=300.0)
NESTED = [
    "gap = p1 − p2 = 50.0% − 40.0% = +10.0 points",
    "z = (p1 − p2) / √(pN (1 − pN) (1/n − 1/N)), region inside its nation, the pooled z of the region "
    "against the rest (Fleiss, Levin & Paik, 2003, Statistical Methods for Rates and Proportions, chap. 3), "
    "with n = 100 and N = 300: z = 2.50, p = 0.0124",
    "adjusted p = 0.0124, over 1 test (Holm, 1979, Scandinavian Journal of Statistics 6:65)",
    "each figure known to ± 0.05: p from 0.0116 to 0.0133",
    "interval at 95% confidence: (1 − n/N) times that of the region against the rest of the nation, both "
    "Wilson intervals "
    "combined (Newcombe, 1998, Statistics in Medicine 17:873, method 10): +2.1 points to +17.7 points",
]
SEPARATE = [
    "gap = p1 − p2 = 50.0% − 40.0% = +10.0 points",
    "z = (p1 − p2) / √(p (1 − p) (1/n1 + 1/n2)), p = (n1 p1 + n2 p2) / (n1 + n2), pooled z of two "
    "independent samples (Fleiss, Levin & Paik, 2003, Statistical Methods for Rates and Proportions, chap. "
    "3), "
    "with n1 = 100 and n2 = 300: z = 1.75, p = 0.0798",
    "adjusted p = 0.0798, over 1 test (Holm, 1979, Scandinavian Journal of Statistics 6:65)",
    "each figure known to ± 0.05: p from 0.0768 to 0.0829",
    "interval at 95% confidence: both Wilson intervals combined "
    "(Newcombe, 1998, Statistics in Medicine 17:873, method 10): −1.1 points to +21.0 points",
    "base needed: the smallest with |z| ≥ 1.96 wherever rounding leaves both figures, for this test alone, "
    "the base of the nation being 300: 142",
]
UNTESTED = [
    "gap = p1 − p2 = 50.0% − 40.0% = +10.0 points",
    "no test: the bases were not published",
    "base needed: the smallest with |z| ≥ 1.96 wherever rounding leaves both figures, for this test alone, "
    "z = (p1 − p2) / √(pN (1 − pN) / n), the nation taken as exactly known: 95",
]


def explained(*estimates: Estimate, language: str = "en") -> list[str]:
    pairs = pair_regions(Survey.of(estimates), regions=(), to=NATION)
    lines = (Typesetter(language).say(line) for line in explain(judge(pairs), 0.95))
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
        "points ; "
        "z = (p1 − p2) / √(pN (1 − pN) (1/n − 1/N)), région incluse dans la nation, soit le z groupé de la "
        "région face "
        "au reste (Fleiss, Levin & Paik, 2003, Statistical Methods for Rates and Proportions, chap. 3), "
        "avec n = 100 et N = 300 : z = 2,50, p = 0,0124 ; "
        "p ajustée = 0,0124, sur 1 test (Holm, 1979, Scandinavian Journal of Statistics 6:65) ; "
        "chaque résultat connu à ± 0,05 : p de 0,0116 à 0,0133 ; "
        "intervalle au niveau de confiance de 95 % : (1 − n/N) fois celui de la région face au reste de la "
        "nation, "
        "combinaison des deux intervalles de Wilson (Newcombe, 1998, Statistics in Medicine 17:873, "
        "méthode 10) : "
        "de +2,1 points à +17,7 points."
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
