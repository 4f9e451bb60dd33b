"""A question of one's own that is called as one of phare's: its steps are not what phare's clause says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base,response,scale,order\n"
STEPS = HEAD + "".join(
    f"PACA,citizens,partnership-impact,{item},{value},400,single,ordered,{order}\n"
    for order, (item, value) in enumerate((("tout à fait", 20), ("plutôt", 45), ("pas du tout", 35)))
)
LISTED = HEAD + "PACA,citizens,partnership-impact,mobility,20,400,multiple,,\n"


@pytest.mark.parametrize(("data", "is_said"), [(STEPS, False), (LISTED, True)])
def test_phare_s_own_clause_tells_answers_of_a_list_and_no_steps(
    phare: Phare, data: str, is_said: bool
) -> None:
    page = phare("report -r PACA --lang fr", data=data).out

    assert ("parmi les domaines où les partenariats ont un impact" in page) is is_said


def test_a_clause_of_one_s_own_tells_its_steps(phare: Phare, tmp_path: Any) -> None:
    (tmp_path / "mots.csv").write_text(
        "kind,id,en,fr\nphrase,partnership-impact,{value} {of_group} answer {the_item},"
        "{value} {of_group} répondent {the_item}\n",
        encoding="utf-8",
    )

    page = phare("report -r PACA --lang fr --codebook mots.csv", data=STEPS).out

    assert "répondent" in page
