"""Nets of several answers, and some items less others (promoters minus detractors), against R's survey.

    i <- 1:240
    d <- data.frame(strate = c("a","b","c","d")[(i * i + i %/% 7) %% 4 + 1], grappe = (i * 11) %% 24,
      poids = 0.5 + ((i * 37) %% 50) / 25, note = (i * i + 3 * i) %% 11,
      a = (i * 7) %% 3 == 0, b = (i * i) %% 5 < 2, c = (i * 3 + i %/% 5) %% 4 == 0)
    des <- svydesign(ids = ~1, weights = ~poids, data = d)
    str <- svydesign(ids = ~1, strata = ~strate, weights = ~poids, data = d)
    clu <- svydesign(ids = ~grappe, weights = ~poids, data = d)
    svymean(~I((note >= 9) - (note <= 6)), x); svymean(~as.numeric(a | c), x)     # x of each

R 4.2.2, survey 4.1.1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from phare_cli.nouns.errors import InvalidData
from phare_cli.recipes.tabulate.nets import parse_nets
from phare_cli.respondents.specs.spec_file import parse_spec

ROWS = [
    (
        "abcd"[(i * i + i // 7) % 4],
        (i * 11) % 24,
        0.5 + ((i * 37) % 50) / 25,
        (i * i + 3 * i) % 11,
        int((i * 7) % 3 == 0),
        int((i * i) % 5 < 2),
        int((i * 3 + i // 5) % 4 == 0),
    )
    for i in range(1, 241)
]
TOP = 'region = "=Bretagne"\nstakeholder = "=citizens"\nweight = "poids"\n'
SCORE = '[[question]]\nindicator = "note"\nkind = "score"\ncolumn = "note"\n'
NPS = 'nets = { "NPS" = { plus = ["9-10"], minus = ["0-6"] } }\n'
SET = '[[question]]\nindicator = "usages"\nkind = "set"\noptions = { a = "train", b = "bus", c = "vélo" }\n'
CELL = '[[question]]\nindicator = "usages"\nkind = "cell"\ncolumn = "U"\nseparator = "+"\n'
MENTIONS = '[[question]]\nindicator = "usages"\nkind = "mentions"\ncolumns = ["U1", "U2", "U3"]\n'
EITHER = 'nets = { "doux" = ["Train", "vélo"] }\n'
ORACLE = [
    ("des", (-9.630872483, 6.223122074), (60.134228188, None)),
    ("str", (-9.630872483, 6.259272833), (60.134228188, 3.401078553)),
    ("clu", (-9.630872483, 2.740389864), (60.134228188, 6.034001569)),
]


@pytest.fixture
def answers(csv_text: Callable[..., str]) -> str:
    """Return the file, the options a, b and c also in one cell (U) and in columns of mentions."""
    named = ("train", "bus", "vélo")
    rows = []
    for row in ROWS:
        given = [name for name, is_given in zip(named, row[4:], strict=True) if is_given]
        rows.append((*row, "+".join(given) or "rien", *([*(given or ["rien"]), "", "", ""][:3])))
    return csv_text(("strate", "grappe", "poids", "note", "a", "b", "c", "U", "U1", "U2", "U3"), rows)


@pytest.fixture
def one(run: Callable[..., Any], answers: str) -> Callable[..., Any]:
    """Return the only estimate of an item, by a spec and a design."""

    def estimate(item: str, text: str, design: str = "des", **options: Any) -> Any:
        spec = parse_spec(TOP + text, "spec.toml")
        spec = replace(
            spec,
            strata=("strate",) if design == "str" else (),
            clusters=("grappe",) if design == "clu" else (),
        )
        return run(spec, answers, nation=None, **options).one(item, region="Bretagne")

    return estimate


@pytest.mark.parametrize(("design", "balance", "_"), ORACLE)
def test_promoters_minus_detractors_err_as_r_says(
    one: Callable[..., Any], design: str, balance: tuple[float, float], _: object
) -> None:
    found = one("NPS", SCORE + NPS, design)

    assert (found.value, found.standard_error) == pytest.approx(balance, abs=1e-6)
    assert (found.indicator, found.unit, found.base) == ("note (NPS)", "points", 240)


@pytest.mark.parametrize("question", [SET, CELL, MENTIONS], ids=["set", "cell", "mentions"])
@pytest.mark.parametrize(("design", "_", "share"), ORACLE)
def test_who_gave_at_least_one_of_several_answers_counts_once(
    one: Callable[..., Any], design: str, share: tuple[float, float | None], question: str, _: object
) -> None:
    found = one("doux", question + EITHER, design)

    assert found.value == pytest.approx(share[0], abs=1e-6)
    if share[1] is not None:
        assert found.standard_error == pytest.approx(share[1], abs=1e-6)
    assert (found.indicator, found.base) == ("usages (doux)", 240)


@pytest.mark.parametrize(
    ("given", "text", "item", "value"),
    [
        ("NPS=9-10 minus 0-6", SCORE, "NPS", -9.630872483),
        ("hauts=9,10", SCORE, "hauts", 35.978747204),
        ("hauts=9-10", SCORE, "hauts", 35.978747204),
        ("doux=train, vélo", SET, "doux", 60.134228188),
        ("doux=train,vélo", CELL, "doux", 60.134228188),
        ("solde=9-10 minus 0-6", SCORE.replace('kind = "score"\n', ""), "solde", -9.630872483),
    ],
)
def test_a_command_line_may_ask_for_them(
    one: Callable[..., Any], given: str, text: str, item: str, value: float
) -> None:
    assert one(item, text, nets=parse_nets([given])).value == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            SET + 'nets = { "solde" = { plus = ["train"], minus = ["bus"] } }\n',
            "somebody may have given both",
        ),
        (SCORE + 'nets = { "NPS" = { plus = ["9-10"] , less = ["0-6"] } }\n', "a net is a list of items"),
        (SCORE + 'nets = { "NPS" = [] }\n', "a net is a list of items"),
    ],
)
def test_a_net_that_cannot_be_is_refused_in_its_place(one: Callable[..., Any], text: str, said: str) -> None:
    with pytest.raises(InvalidData) as raised:
        one("NPS", text)

    [problem] = raised.value.problems
    assert (problem.column or "").startswith("question[1].nets.")
    assert said in str(problem.message)


def test_a_balance_is_shown_compared_and_read_again(
    phare: Callable[..., Any], tmp_path: Any, answers: str
) -> None:
    (tmp_path / "answers.csv").write_text(answers, encoding="utf-8")
    spec = TOP.replace('"=Bretagne"', '"=Bretagne"\nsegment = "a"') + SCORE + NPS
    (tmp_path / "spec.toml").write_text(spec, encoding="utf-8")

    written = phare("tabulate answers.csv --spec spec.toml -o results.csv")
    checked = phare("check results.csv")
    compared = phare("compare 'note (NPS)' --by segment -d results.csv -f json").rows
    shown = phare("show 'note (NPS)' --segment none -d results.csv --lang fr").out

    assert (written.status, checked.status) == (0, 0)
    assert {row["verdict"] for row in compared} <= {"above", "below", "not_established"}
    assert "−10\u00a0points" in shown


def test_without_minus_nobody_counts_twice(one: Callable[..., Any]) -> None:
    every = 'nets = { "tous" = ["train", "bus", "vélo"] }\n'

    assert one("tous", SET + every).value <= 100
