"""Lines below figures of several surveys: whose universe and whose base they tell of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Phare = Callable[..., Any]
HEAD = "survey,wave,region,stakeholder,indicator,item,value,base,universe\n"


def test_a_universe_of_one_of_two_surveys_names_its_survey(phare: Phare) -> None:
    data = HEAD + "A,2024,Corse,mayors,trust,yes,45,400,rural\nB,2024,Corse,mayors,trust,yes,47,,\n"
    lines = phare("show trust", data=data).out.splitlines()

    assert "Universe (Mayors, Corse, A): rural." in lines
    assert "Universe not published: Mayors, Corse, B." in lines
    assert "Base not published: Mayors, Corse, B." in lines


def test_a_universe_of_groups_that_one_survey_asked_names_none(phare: Phare) -> None:
    data = HEAD + "A,2024,Corse,mayors,trust,yes,45,400,rural\nB,2024,Bretagne,mayors,trust,yes,47,,\n"
    lines = phare("show trust", data=data).out.splitlines()

    assert "Universe (Mayors, Corse): rural." in lines
    assert "Universe not published: Mayors, Bretagne." in lines
