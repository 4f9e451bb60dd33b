"""Small counts are hidden, and so is what would give them away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.recipes.tabulate.privacy import Relation, to_hide

SPEC = 'region = "R"\nstakeholder = "=citizens"\n[[question]]\nindicator = "q"\ncolumn = "Q"\n'


def respondents(counts: dict[tuple[str, str], int]) -> str:
    return "R,Q\n" + "".join(f"{region},{item}\n" * count for (region, item), count in counts.items())


def test_a_small_count_and_a_second_one_are_hidden(run: Callable[..., object]) -> None:
    answers = respondents(
        {
            ("Bretagne", "a"): 2,
            ("Bretagne", "b"): 20,
            ("Bretagne", "c"): 30,
            ("Corse", "a"): 15,
            ("Corse", "b"): 25,
            ("Corse", "c"): 35,
        }
    )

    results = run(SPEC, answers, min_count=5)

    assert results.values(region="Bretagne") == {"a": None, "b": None, "c": pytest.approx(57.6923076923)}
    assert results.values(region="Corse") == {"a": None, "b": None, "c": pytest.approx(46.6666666667)}
    assert None not in results.values().values()
    assert results.one("a", region="Bretagne").note == "hidden: too few respondents"
    assert results.one("a", region="Bretagne").base == 52
    assert results.notices == ["4 results are hidden: fewer than 5 respondents, or given away by the others."]


def test_a_small_base_is_hidden_with_all_its_answers(run: Callable[..., object]) -> None:
    counts = {("Bretagne", "a"): 3, ("Corse", "a"): 15, ("Corse", "b"): 25, ("Occitanie", "a"): 9}

    results = run(SPEC, respondents(counts), min_count=5)

    assert [(each.value, each.base) for each in results.estimates if each.region == "Bretagne"] == [
        (None, None),
        (None, None),
    ]


def test_nothing_is_hidden_unless_asked(run: Callable[..., object]) -> None:
    results = run(SPEC, respondents({("Bretagne", "a"): 1, ("Corse", "b"): 1}))

    assert all(each.value is not None for each in results.estimates)


def test_hidden_figures_are_in_no_other_page(run: Callable[..., object]) -> None:
    spec = SPEC.replace('"R"', '"=Corse"')

    tabulation = run(spec, "R,Q\n" + "x,a\n" * 2 + "x,b\n" * 7 + "x,c\n" * 9, min_count=5).tabulation

    values = {row["item"]: row["value"] for row in tabulation.codebook.records()}
    assert values == {"a": None, "b": None, "c": 50.0}


@given(st.lists(st.integers(0, 7), min_size=6, max_size=6))
def test_no_hidden_count_can_be_worked_out(cells: list[int]) -> None:
    names = ["a1", "a2", "a3", "b1", "b2", "b3"]
    counts = dict(zip(names, cells, strict=True))
    counts |= {f"n{place}": counts[f"a{place}"] + counts[f"b{place}"] for place in (1, 2, 3)}
    relations = [
        *(Relation((f"{row}1", f"{row}2", f"{row}3")) for row in "abn"),
        *(Relation((f"a{place}", f"b{place}"), f"n{place}") for place in (1, 2, 3)),
    ]

    hidden = to_hide(counts, relations, 3)

    assert {name for name, count in counts.items() if 0 < count < 3} <= hidden
    alone = [[part for part in (*each.parts, each.whole) if part in hidden] for each in relations]
    others = [sum(counts[part] > 0 for part in each.parts) for each in relations]
    assert all(len(gone) != 1 or several < 2 for gone, several in zip(alone, others, strict=True))
