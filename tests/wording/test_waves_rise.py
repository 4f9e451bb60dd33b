"""A figure beside that of another wave rises or falls: it is above no reference, in a table, a sentence, a picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = "wave,region,stakeholder,indicator,item,value,base\n"
ROSE = HEADER + "2020,France,citizens,worries,air,20,900\n2024,France,citizens,worries,air,40,900\n"
FELL = HEADER + "2020,France,citizens,worries,air,40,900\n2024,France,citizens,worries,air,20,900\n"
COMMANDS = (
    "compare --by wave",
    "show --by wave",
    "value worries --gap --by wave -f table",
    "report -r France",
    "plot worries --by wave",
)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("data", "sign"), [(ROSE, "▲ up"), (FELL, "▼ down")], ids=["rise", "fall"])
def test_a_change_is_up_or_down_and_never_above_or_below(
    phare: Phare, command: str, data: str, sign: str
) -> None:
    told = phare(command, data=data).out

    assert sign in told
    assert "above" not in told
    assert "below" not in told


@pytest.mark.parametrize("command", COMMANDS)
def test_in_french_it_is_en_hausse_or_en_baisse(phare: Phare, command: str) -> None:
    told = phare(f"{command} --lang fr", data=ROSE).out

    assert "▲ en hausse" in told
    assert "au-dessus" not in told


@pytest.mark.parametrize(
    ("data", "language", "said"),
    [
        (ROSE, "en", "against 20% (wave 2020); that is a rise of 20 points, established at 95% confidence (interval: "),
        (FELL, "en", "against 40% (wave 2020); that is a fall of 20 points, established at 95% confidence (interval: "),
        (ROSE, "fr", "contre 20 % (vague 2020) ; soit une hausse de 20 points, établie au niveau de confiance de 95 %"),
        (FELL, "fr", "contre 40 % (vague 2020) ; soit une baisse de 20 points, établie au niveau de confiance de 95 %"),
    ],
)  # fmt: skip
def test_a_sentence_on_a_change_says_which_way_it_went(
    phare: Phare, data: str, language: str, said: str
) -> None:
    told = phare(f"compare --by wave --sentences --lang {language}", data=data).out

    assert said in told.replace("\u00a0", " ").replace("\u202f", " ")


def test_programs_have_the_words_that_they_had(phare: Phare) -> None:
    assert phare("compare --by wave -f csv", data=ROSE).column("verdict") == ["above"]


def test_a_region_is_still_above_its_reference(phare: Phare) -> None:
    data = ROSE.replace("2020,France", "2024,Bretagne")

    assert (
        "▼ below: the figure is below its reference"
        in phare("compare -r Bretagne --sample separate", data=data).out
    )
