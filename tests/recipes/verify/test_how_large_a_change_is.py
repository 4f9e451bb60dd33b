"""How large a change is may be said of it in a clause, and has to be borne out like an adverb beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]

_DATA = "wave,region,stakeholder,indicator,item,value,unit,base,national,response\n" + "".join(
    f"{wave},France,retraités,sport,{item},{value},percent,5000,yes,multiple\n"
    for wave, tennis, swimming in (("2020", 24, 60), ("2024", 20, 40))
    for item, value in (("tennis", tennis), ("natation", swimming))
)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "En 2024, 20 % des retraités citent le tennis, contre 24 % en 2020. La baisse est nette.",
            "overstated",
        ),
        (
            "En 2024, 20 % des retraités citent le tennis, contre 24 % en 2020. Le recul est très net.",
            "overstated",
        ),
        ("En 2024, 20 % des retraités citent le tennis, contre 24 % en 2020. La baisse est légère.", "right"),
        (
            "En 2024, 40 % des retraités citent la natation, contre 60 % en 2020. La baisse est nette.",
            "right",
        ),
        ("In 2024, 20% of retraités cite tennis, against 24% in 2020. The decline is sharp.", "overstated"),
        ("In 2024, 40% of retraités cite natation, against 60% in 2020. The decrease was sharp.", "right"),
    ],
)
def test_the_size_that_a_clause_says_of_a_change_belongs_to_it(
    phare: Phare, tmp_path: Path, text: str, status: str
) -> None:
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=_DATA).rows

    assert [row["status"] for row in rows if row["kind"] == "change"] == [status]
