"""Scales and nets: steps in their order and never ranked; items joined, counted from the respondents who gave one."""

from __future__ import annotations

import csv
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
STEPS = ["tout à fait", "plutôt", "plutôt pas", "pas du tout"]
WEIGHTS = [0.5, 1.0, 1.5, 2.0, 1.0]
GIVEN = list(islice(cycle([1, 0, 0, 2, 3, 1, 1]), 211))
SPEC = (
    'region = "=Bretagne"\nstakeholder = "=citizens"\nweight = "POIDS"\n'
    '[[question]]\nindicator = "confiance"\nkind = "ordered"\ncolumn = "Q1"\n'
    'options = ["tout à fait", "plutôt", "plutôt pas", "pas du tout"]\n'
)
NETS = 'nets = { "D\'accord" = ["tout à fait", "plutôt"] }\n'
NET = "confiance (D'accord)"


@pytest.fixture(autouse=True)
def _answers(tmp_path: Path) -> None:
    rows = [
        f"{STEPS[given]},{weight},{'ab'[number % 2]}"
        for number, (given, weight) in enumerate(zip(GIVEN, islice(cycle(WEIGHTS), 211), strict=True))
    ]
    (tmp_path / "answers.csv").write_text("Q1,POIDS,S\n" + "\n".join(rows) + "\n", encoding="utf-8")


@pytest.fixture
def tabulated(phare: Phare, tmp_path: Path) -> Callable[..., Any]:
    def run(spec: str, options: str = "") -> Any:
        (tmp_path / "spec.toml").write_text(spec, encoding="utf-8")
        return phare(f"tabulate answers.csv --spec spec.toml {options}")

    return run


def _rows(run: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(run.out.splitlines()))


def test_the_steps_of_a_scale_are_written_in_their_order(tabulated: Callable[..., Any]) -> None:
    rows = _rows(tabulated(SPEC))

    assert [(row["item"], row["scale"], row["order"]) for row in rows] == [
        (step, "ordered", str(place)) for place, step in enumerate(STEPS, 1)
    ]


@pytest.mark.parametrize("options", ["", "--lang fr", "--wide", "-f markdown", "-f html"])
def test_steps_stand_in_their_order_everywhere(
    phare: Phare, tabulated: Callable[..., Any], options: str
) -> None:
    tabulated(SPEC, "-o results.csv")

    out = phare(f"show -d results.csv {options}").out.casefold()

    assert sorted(STEPS, key=out.index) == STEPS


def test_steps_are_never_ranked(phare: Phare, tabulated: Callable[..., Any]) -> None:
    tabulated(SPEC, "-o results.csv")

    rows = phare("show -d results.csv --top 1 -f json").rows

    assert [(row["rank"], row["rank_low"]) for row in rows] == [(None, None)] * 4


def test_steps_are_compared_in_their_order(phare: Phare, tabulated: Callable[..., Any]) -> None:
    tabulated(SPEC.replace("weight =", 'segment = "S"\nweight ='), "-o results.csv")

    rows = phare("compare --by segment -d results.csv -f json").rows

    assert [row["item"] for row in rows] == STEPS


def test_a_scale_without_its_steps_is_refused(tabulated: Callable[..., Any]) -> None:
    run = tabulated("\n".join(SPEC.splitlines()[:-1]) + "\n")

    assert (run.status, "the steps of an ordered question are its options" in run.err) == (3, True)


def test_a_net_is_counted_from_the_respondents_who_gave_one_of_its_items(
    tabulated: Callable[..., Any],
) -> None:
    [net] = [row for row in _rows(tabulated(SPEC + NETS)) if row["indicator"] == NET]

    weights = list(islice(cycle(WEIGHTS), 211))
    agree = sum(weight for weight, given in zip(weights, GIVEN, strict=True) if given < 2)
    assert (net["item"], net["base"]) == ("D'accord", "211")
    assert float(net["value"]) == pytest.approx(100 * agree / sum(weights), abs=1e-9)


def test_the_standard_error_of_a_net_is_that_of_r(tabulated: Callable[..., Any]) -> None:
    """Unweighted, in strata of 106 and 105.

    > q <- rep(c(1,0,0,2,3,1,1), length.out = 211); d <- data.frame(agree = q < 2, s = rep(1:2, length.out = 211))
    > m <- svymean(~as.numeric(agree), svydesign(~1, strata = ~s, data = d))
    > cat(sprintf("%.12f %.12f\\n", 100 * coef(m), 100 * SE(m)))
    """
    spec = SPEC.replace('weight = "POIDS"', 'strata = ["S"]') + NETS

    [net] = [row for row in _rows(tabulated(spec)) if row["indicator"] == NET]

    assert float(net["value"]) == pytest.approx(71.563981042654, abs=1e-6)
    assert float(net["standard_error"]) == pytest.approx(3.120373571820, abs=1e-6)


def test_nets_of_the_command_line_are_those_of_every_question_that_holds_their_items(
    phare: Phare, tabulated: Callable[..., Any]
) -> None:
    of_spec = tabulated(SPEC + NETS)
    of_options = tabulated(SPEC, '--net "D\'accord=Tout à fait, plutôt"')

    assert _rows(of_options) == _rows(of_spec)


def test_a_net_is_no_item_of_the_question_that_it_is_made_from(
    phare: Phare, tabulated: Callable[..., Any]
) -> None:
    tabulated(SPEC + NETS, "-o results.csv")

    assert phare("check results.csv").status == 0
    assert [row["rank"] for row in phare(f'show "{NET}" -d results.csv -f json').rows] == [None]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--net accord", "--net takes a name and items"),
        ("--net =plutôt", "--net takes a name and items"),
        ("--net accord=plutôt --net accord=plutôt", "two nets are called “accord”"),
        ("--net accord=plutôt,oui", "joins items that no question holds together"),
        ("--net 'solde=plutôt minus plutôt'", "or holds on both sides of minus"),
        ("--net 'solde=plutôt minus '", "--net takes a name and items"),
    ],
)
def test_a_net_that_cannot_be_is_refused(tabulated: Callable[..., Any], options: str, said: str) -> None:
    run = tabulated(SPEC, options)

    assert (run.status, said in run.err) == (2, True)


def test_the_codebook_tells_of_a_net_and_its_answers(tabulated: Callable[..., Any], tmp_path: Path) -> None:
    tabulated(SPEC + NETS, "--codebook codebook.md -o results.csv")

    assert "D'accord" in (tmp_path / "codebook.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("net", "is_taken"),
    [
        ("plutôt=tout à fait", False),
        ("Plutôt=tout à fait,plutôt", False),
        ("plutot =plutôt,plutôt pas", False),
        ("plutôt=plutôt minus plutôt pas", False),
        ("plutôt=plutôt", True),  # that answer alone, as an indicator of its own
        ("plutôt ou tout à fait=tout à fait,plutôt", True),
    ],
)
def test_a_net_is_not_called_as_an_answer_that_it_is_not(
    tabulated: Callable[..., Any], net: str, is_taken: bool
) -> None:
    run = tabulated(SPEC, f"--net '{net}'")

    assert (run.status == 0) is is_taken, run.err
    assert is_taken or "give it a name of its own" in run.err


def test_items_of_a_score_are_named_as_numbers_are_written(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "score.csv").write_text("N\n5\n7.5\n10\n", encoding="utf-8")
    run = phare("tabulate score.csv --region =X --stakeholder =y --score N --net 'z=11-12'")

    assert "Items: 10, 5 and 7.5." in run.err or "Items: 5, 7.5 and 10." in run.err
