"""Figures that rest on a handful of people are told to who makes them, where nothing hides them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Phare = Callable[..., Any]
ASK = "tabulate r.csv --region =Gard --stakeholder job --single q"
TOLD = "2 figures rest on fewer than 5 respondents: --min-count 5 hides them."


def people(tmp_path: Any, many: int, few: int) -> None:
    rows = [*(f"clerk,{'yes' if at % 2 else 'no'}" for at in range(many)), *(["smith,yes", "smith,no"] * few)]
    (tmp_path / "r.csv").write_text("job,q\n" + "\n".join(rows) + "\n", encoding="utf-8")


def test_figures_of_few_people_are_told_with_the_option_that_hides_them(phare: Phare, tmp_path: Any) -> None:
    people(tmp_path, 60, 1)

    assert TOLD in phare(ASK).err
    assert TOLD not in phare(f"{ASK} --min-count 5").err


def test_nothing_is_told_of_groups_large_enough_nor_of_a_trial_of_ten(phare: Phare, tmp_path: Any) -> None:
    people(tmp_path, 60, 4)
    large = phare(ASK).err
    people(tmp_path, 8, 1)
    small = phare(ASK).err

    assert "rest on fewer" not in large + small


def test_a_whole_that_is_hidden_for_its_parts_is_told_with_what_to_do(phare: Phare, tmp_path: Any) -> None:
    parts = {"A,clerk": 40, "A,smith": 3, "B,clerk": 3}
    rows = [f"{part},{'yn'[at % 2]}" for part, many in parts.items() for at in range(many)]
    (tmp_path / "r.csv").write_text("town,job,q\n" + "\n".join(rows) + "\n", encoding="utf-8")
    ask = "tabulate r.csv --region town --whole Alphabet --stakeholder job --pool-groups --single q"

    assert "results of the whole are hidden" in phare(f"{ask} --min-count 5").err
    assert "of the whole" not in phare(ask).err
