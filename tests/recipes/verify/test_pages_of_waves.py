"""Pages of several waves tell changes, trends and answers whose names are made of the words of their question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
WAVES = """\
wave,region,stakeholder,indicator,item,value,unit,base,response
2022,North,pupils,Satisfaction,Very satisfied,13,percent,90,single
2022,North,pupils,Satisfaction,Rather satisfied,30,percent,90,single
2022,North,pupils,Satisfaction,Rather dissatisfied,57,percent,90,single
2022,North,pupils,Satisfaction,Satisfied,43,percent,90,single
2024,North,pupils,Satisfaction,Very satisfied,42,percent,900,single
2024,North,pupils,Satisfaction,Rather satisfied,38,percent,900,single
2024,North,pupils,Satisfaction,Rather dissatisfied,20,percent,900,single
2024,North,pupils,Satisfaction,Satisfied,80,percent,900,single
2026,North,pupils,Satisfaction,Very satisfied,33,percent,900,single
2026,North,pupils,Satisfaction,Rather satisfied,33,percent,900,single
2026,North,pupils,Satisfaction,Rather dissatisfied,34,percent,900,single
2026,North,pupils,Satisfaction,Satisfied,66,percent,900,single
2022,North,pupils,Notes,Welcome,6.1,score/10,90,
2024,North,pupils,Notes,Welcome,6.9,score/10,900,
2026,North,pupils,Notes,Welcome,6.9,score/10,900,
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "North (wave 2024): 42% of pupils answer “very satisfied” to “Satisfaction”, against 13% (wave 2022); that "
            "is a rise of 29 points.",
            [("42%", "right"), ("13%", "right"), ("rise of 29 points", "right")],
        ),
        (
            "North (wave 2024): 42% of pupils answer “very satisfied” to “Satisfaction”, against 13% (wave 2022); that "
            "is a rise of 20 points.",
            [("42%", "right"), ("13%", "right"), ("rise of 20 points", "wrong")],
        ),
        (
            "North (2024): 20% of pupils answer “rather dissatisfied” to “Satisfaction”.",
            [("20%", "right")],
        ),
        (
            "Over 3 waves, North, Pupils, Satisfaction, Rather satisfied: 30% (2022) to 33% (2026); no rise nor fall "
            "is established.",
            [("30%", "right"), ("33%", "right")],
        ),
        (
            "Sur 3 vagues, North, Pupils, Satisfaction, Satisfied : de 43 % (2022) à 66 % (2026) ; une hausse est "
            "établie.",
            [("43 %", "right"), ("66 %", "right")],
        ),
        (
            "North (wave 2024), pupils, Notes, “Welcome”: 6.9/10, against 6.1/10 (wave 2022); that is a rise of 0.8.",
            [("6.9/10", "right"), ("6.1/10", "right"), ("rise of 0.8", "right")],
        ),
        ("Fewer than 100 respondents: Pupils, North.", [("Fewer than 100 respondents", "right")]),
        ("▼ en baisse : le résultat a diminué ; le seul hasard en donnerait rarement autant.", []),
        ("Fewer than 80 respondents: Pupils, North.", [("Fewer than 80 respondents", "wrong")]),
    ],
)
def test_what_a_page_of_three_waves_says_is_of_the_waves_that_it_names(
    phare: Phare, tmp_path: Path, text: str, said: list[tuple[str, str]]
) -> None:
    (tmp_path / "page.md").write_text(text + "\n", encoding="utf-8")

    rows = phare("verify page.md -f json --tolerate overstated", data=WAVES).rows

    known = [(row["text"], "right" if row["status"] == "overstated" else row["status"]) for row in rows]
    assert known == said
