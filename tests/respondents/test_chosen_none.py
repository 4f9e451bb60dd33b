"""Who ticked nothing is in a base or is not, and is told of, where empty cells alone say that nothing was ticked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from phare_cli.language.typeset import Typesetter
from phare_cli.recipes.tabulate.drafting import draft_spec

Phare = Callable[..., Any]
TOP = 'region = "=Bretagne"\nstakeholder = "=citizens"\n'
SET = '[[question]]\nindicator = "usages"\nkind = "set"\noptions = { "Q1[a]" = "train", "Q1[b]" = "bus" }\n'
OTHER = '[[question]]\nindicator = "avis"\nkind = "single"\ncolumn = "Q2"\n'
HEADER = "id;submitdate;lastpage;startlanguage;Q1[a];Q1[b];Q2\n"
# Two ticked, one finished and ticked nothing, one stopped at the second question, one never began.
ROWS = (
    "1;2025-01-02 10:00:00;3;fr;{yes};;Bien\n"
    "2;2025-01-02 10:00:00;3;fr;{yes};{yes};Mal\n"
    "3;2025-01-02 10:00:00;3;fr;;;Bien\n"
    "4;;1;fr;;;Bien\n"
    "5;;;fr;;;\n"
)
TICKED = HEADER + ROWS.format(yes="Oui")


def told(results: Any) -> list[str]:
    return [each for each in results.notices if "usages" in each]


@pytest.mark.parametrize("yes", ["Oui", "Yes", "Y", "1", "X", "vrai"])
def test_who_answered_others_and_ticked_nothing_is_told_to_be_left_out(
    run: Callable[..., Any], yes: str
) -> None:
    results = run(TOP + SET + OTHER, HEADER + ROWS.format(yes=yes))

    assert results.one("train", region="Bretagne").base == 2
    assert any(
        each.startswith("2 rows chose no option of “usages” and are not in its base")
        for each in told(results)
    )


def test_who_ticked_nothing_is_told_to_be_counted_where_the_spec_says_so(run: Callable[..., Any]) -> None:
    spec = TOP + SET + 'not_selected = [""]\nwhere = \'submitdate != ""\'\n' + OTHER

    results = run(spec, TICKED)

    assert results.one("bus", region="Bretagne").base == 3
    assert told(results) == ["1 row chose no option of “usages” and counts in its base (not_selected)."]


def test_those_who_stopped_before_are_told_to_be_in_a_base_that_counts_every_empty_row(
    run: Callable[..., Any],
) -> None:
    results = run(TOP + SET + 'not_selected = [""]\n' + OTHER, TICKED)

    assert told(results) == [
        "3 rows chose no option of “usages” and count in its base (not_selected).",
        "where = 'submitdate != \"\"' in “usages” keeps out of that base those who stopped before they saw it.",
    ]


def test_asked_is_told_to_count_nobody_who_ticked_nothing(run: Callable[..., Any]) -> None:
    results = run(TOP + SET + 'asked = { lastpage = ["3"] }\n' + OTHER, TICKED)

    assert results.one("bus", region="Bretagne").base == 2
    assert any(each.startswith("asked says of “usages” who may count") for each in told(results))


def test_nothing_is_told_where_a_word_says_that_an_option_was_not_ticked(run: Callable[..., Any]) -> None:
    results = run(TOP + SET + OTHER, TICKED.replace(";fr;Oui;;", ";fr;Oui;Non;"))

    assert told(results) == []


def test_a_hidden_count_is_not_told(run: Callable[..., Any]) -> None:
    results = run(TOP + SET + OTHER, HEADER + ROWS.format(yes="Oui") * 2, min_count=5)

    assert any(each.startswith("a few rows chose no option of “usages”") for each in told(results))


def test_a_draft_counts_those_who_finished_and_ticked_nothing(write: Callable[..., str]) -> None:
    spec, *_ = draft_spec(write(TICKED), Typesetter("en"))

    assert '\nnot_selected = [""]\nwhere = \'submitdate != ""\'\n' in spec


def test_a_draft_leaves_the_choice_where_nothing_tells_who_finished(write: Callable[..., str]) -> None:
    rows = [line.split(";") for line in TICKED.splitlines()]
    content = "\n".join(";".join((row[0], *row[4:])) for row in rows)

    spec, *_ = draft_spec(write(content), Typesetter("en"))

    assert '\n# not_selected = [""]\n' in spec
