"""Sentences that compare a scale speak of its nets first: “satisfied”, before each of its degrees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli import compare, read, render

Phare = Callable[..., Any]
STEPS = (
    ("Très satisfait", 20, 15),
    ("Plutôt satisfait", 45, 35),
    ("Peu satisfait", 25, 30),
    ("Pas satisfait", 10, 20),
)
HEAD = "region,stakeholder,indicator,item,value,base,response,scale,order\n"
SCALE = "".join(
    f"{place},citizens,Vie locale,{item},{value},900,single,ordered,{order}\n"
    for order, (item, here, there) in enumerate(STEPS, 1)
    for place, value in (("Gard", here), ("Lozère", there))
)
NET = "".join(
    f"{place},citizens,Vie locale (Satisfaits),Satisfaits,{value},900,single,,\n"
    for place, value in (("Gard", 65), ("Lozère", 50))
)
OTHER = "Gard,citizens,Tri,Oui,65,900,single,,\nLozère,citizens,Tri,Oui,50,900,single,,\n"
DATA = HEAD + SCALE + NET + OTHER
ASKED = "compare 'Vie locale' -r Gard --to Lozère --sentences"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "fr",
            "• Dans le Gard, 65 % des citoyens répondent « satisfaits » (total) à la question « Vie locale »",
        ),
        ("en", "• In Gard, 65% of citizens answer “satisfaits” (net) to “Vie locale”"),
    ],
)
def test_the_net_is_told_before_the_degrees(phare: Phare, lang: str, said: str) -> None:
    lines = phare(f"{ASKED} --lang {lang}", data=DATA).out.replace("\u00a0", " ").splitlines()
    told = [line for line in lines if line.startswith("•")]

    assert told[0].startswith(said)
    assert len(told) == 1 + len(STEPS)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("Tri", 1), ("'Vie locale' Tri", 6), ("Tri 'Vie locale'", 6), ("'Vie locale (Satisfaits)'", 1),
        ("'Vie locale' 'Vie locale (Satisfaits)'", 5), ("'Vie locale' --family table", 4), ("", 6),
    ],
)  # fmt: skip
def test_each_is_told_once(phare: Phare, asked: str, count: int) -> None:
    out = phare(f"compare {asked} -r Gard --to Lozère --sentences", data=DATA).out

    assert out.count("•") == count


def test_the_numbers_asked_for_stay_as_they_are(phare: Phare) -> None:
    rows = phare("compare 'Vie locale' -r Gard --to Lozère -f json", data=DATA).rows

    assert {row["indicator"] for row in rows} == {"Vie locale"}


def test_a_scale_without_net_has_its_degrees(phare: Phare) -> None:
    assert phare(ASKED, data=HEAD + SCALE).out.count("•") == len(STEPS)


def test_ones_own_clause_tells_the_net(phare: Phare, tmp_path: Path) -> None:
    clause = "{value} {of_group} sont satisfait{e}s de leur vie locale"
    (tmp_path / "mots.csv").write_text(
        f"kind,id,fr\nphrase,Vie locale/Satisfaits,{clause}\n", encoding="utf-8"
    )
    out = phare(f"{ASKED} --codebook mots.csv --lang fr", data=DATA).out

    assert "65\u00a0% des citoyens sont satisfaits de leur vie locale, contre 50\u00a0%" in out


def test_python_tells_it_too(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(DATA, encoding="utf-8")
    table = compare(
        read(tmp_path / "d.csv"), regions="Gard", to="Lozère", indicators="Vie locale", as_sentences=True
    )

    assert render(table, "csv") == phare(f"{ASKED} -f csv", data=DATA).out
