"""What is odd in clusters, strata and replicates is told, and never counted as if it were not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from phare_cli.nouns.errors import WrongOption
from phare_cli.respondents.replicate_design import make_replicate_design
from phare_cli.respondents.specs.spec_options import quick_spec

SPEC = quick_spec(region="=France", stakeholder="=citizens", weight="W", single=["Q"])
HEADER = "Q,W,S,C,r1,r2\n"
REPLICATES = make_replicate_design(("r*",), "jk1", None, ())

Problems = Callable[..., list[tuple[str, int | None, str | None, str]]]


def lines(*rows: str) -> str:
    return HEADER + "".join(f"{row}\n" for row in rows)


@pytest.mark.parametrize(
    ("design", "rows", "code", "line", "said"),
    [
        (
            {"clusters": ("C",)},
            ("a,1,s,,1,1", "b,1,s,2,1,1"),
            "missing-cluster",
            2,
            "a respondent has no cluster",
        ),
        (
            {"clusters": ("C",)},
            ("a,1,s,1,1,1", "b,1,s,1,1,1"),
            "lonely-stratum",
            None,
            "stand in one cluster",
        ),
        (
            {"clusters": ("C",), "strata": ("S",)},
            ("a,1,s,1,1,1", "b,1,t,2,1,1", "a,1,t,3,1,1"),
            "lonely-stratum",
            None,
            "stands alone in the stratum s",
        ),
        (
            {"clusters": ("C",), "strata": ("S",)},
            ("a,1,s,1,1,1", "b,1,s,2,1,1", "a,1,s,3,1,1", "b,1,t,3,1,1", "a,1,t,4,1,1"),
            "cluster-in-two-strata",
            None,
            "(3), and is drawn in one",
        ),
        (
            {"replicates": REPLICATES},
            ("a,1,s,1,1,", "b,1,s,2,1,1"),
            "wrong-replicate",
            2,
            "weight is missing",
        ),
        ({"replicates": REPLICATES}, ("a,1,s,1,1,1", "b,1,s,2,-1,1"), "wrong-replicate", 3, "is negative"),
        ({"replicates": REPLICATES}, ("a,1,s,1,1,x", "b,1,s,2,1,1"), "wrong-replicate", 2, "not a number"),
        (
            {"replicates": REPLICATES},
            ("a,1,s,1,1,x", "b,1,s,2,1,y", "b,1,s,2,1,1"),
            "wrong-replicate",
            2,
            "no column of replicate weights",
        ),
        ({"replicates": REPLICATES}, ("a,1,s,1,1,0", "b,1,s,2,1,0"), "empty-replicate", None, "sum to zero"),
        (
            {"replicates": replace(REPLICATES, columns=("none*",))},
            ("a,1,s,1,1,0", "b,1,s,2,1,0"),
            "missing-column",
            None,
            "no column is called “none*”",
        ),
        (
            {"replicates": replace(REPLICATES, columns=("r1",))},
            ("a,1,s,1,1,0", "b,1,s,2,1,0"),
            "lonely-replicate",
            None,
            "one replicate alone",
        ),
        (
            {"replicates": replace(REPLICATES, scales=(0.5, 0.5, 0.5))},
            ("a,1,s,1,1,2", "b,1,s,2,2,1"),
            "wrong-scales",
            None,
            "3 scales were given for 2 replicates",
        ),
    ],
)
def test_what_cannot_be_is_a_problem(
    problems: Problems, design: dict[str, Any], rows: tuple[str, ...], code: str, line: int | None, said: str
) -> None:
    found = problems(replace(SPEC, **design), lines(*rows))

    assert [each[:2] for each in found][:1] == [(code, line)]
    assert said in found[0][3]


NUMBERED = ("a,1,s,1,1,1", "b,1,s,2,1,1", "a,1,t,1,1,1", "b,1,t,2,1,1", "b,1,t,2,1,1")


def test_clusters_that_are_numbered_inside_every_stratum_are_taken_so_and_said(
    run: Callable[..., Any],
) -> None:
    results = run(replace(SPEC, clusters=("C",), strata=("S",)), lines(*NUMBERED))

    assert results.one("a").degrees_of_freedom == 2
    assert any("numbered inside their strata" in notice for notice in results.notices)


def test_nest_says_that_clusters_are_numbered_inside_strata(run: Callable[..., Any]) -> None:
    results = run(replace(SPEC, clusters=("C",), strata=("S",), nests=True), lines(*NUMBERED))

    assert not any("numbered" in notice for notice in results.notices)


def test_a_cluster_may_lie_in_two_waves(run: Callable[..., Any]) -> None:
    spec = replace(
        SPEC, clusters=("C",), strata=("T",), places={**SPEC.places, **quick_spec(wave="S").places}
    )
    rows = "".join(f"{q},1,{wave},{c},t\n" for wave in ("2024", "2025") for c in (1, 2, 3) for q in "ab")

    results = run(spec, "Q,W,S,C,T\n" + rows)

    assert results.one("a", wave="2025").degrees_of_freedom == 2


def test_a_single_cluster_of_a_domain_leaves_no_degree_and_a_low_base(run: Callable[..., Any]) -> None:
    spec = replace(SPEC, clusters=("C",), places={**SPEC.places, **quick_spec(segment=["S"]).places})
    rows = [f"{q},1,s,{c},1,1" for c in range(5) for q in "aab"] + ["a,1,t,0,1,1"] * 40 + ["b,1,t,0,1,1"] * 40

    found = run(spec, lines(*rows)).one("a", segment="t")

    assert (found.base, found.effective_base, found.standard_error) == (80, 1, None)
    assert found.degrees_of_freedom == 0


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (
            "S,clusters\ns,1\n",
            "more-than-population",
            "2 clusters were drawn in the stratum s of Citizens, which holds 1",
        ),
        ("S,clusters\ns,2\n", "every-cluster", "under --strata rather than --cluster"),
        ("S,clusters\nt,9\n", "no-population", "does not say how many clusters the stratum s"),
        ("S,population\ns,9\n", "missing-column", "no column is called “clusters”"),
        ("S,C,clusters,population\ns,1,9,1\ns,2,9,1\n", "more-than-population", "2 stand in the cluster 1"),
        ("S,C,clusters,population\ns,1,9,5\ns,2,8,5\n", "duplicate-key", "line 2 says that this stratum"),
        (
            "S,C,clusters,population\ns,1,9,5\ns,1,9,5\n",
            "duplicate-key",
            "this cluster has a population already",
        ),
        ("S,clusters\ns,9\ns,9\n", "duplicate-key", "this stratum has a number of clusters already"),
        ("S,clusters\ns,none\n", "not-a-number", "clusters is a number above zero"),
    ],
)
def test_populations_of_clusters_that_do_not_fit_are_problems(
    problems: Problems, write: Callable[..., str], text: str, code: str, said: str
) -> None:
    rows = ("a,1,s,1,1,1", "b,1,s,1,1,1", "a,1,s,2,1,1", "b,1,s,2,1,1")
    spec = replace(SPEC, clusters=("C",), strata=("S",))

    found = problems(spec, lines(*rows), population=write(text, "populations.csv"))

    assert code in [each[0] for each in found]
    assert any(said in each[3] for each in found)


@pytest.mark.parametrize(
    ("design", "options", "said"),
    [
        ({"clusters": ("C",), "weight": ""}, {"population": "p.csv"}, "name the column of weights too"),
        ({"nests": True}, {}, "--nest says that clusters are numbered inside strata"),
        ({"replicates": REPLICATES, "weight": ""}, {}, "replicates vary around the weights"),
        ({"replicates": REPLICATES, "strata": ("S",)}, {}, "replicates stand for the design"),
        ({"replicates": REPLICATES}, {"margins": "m.csv"}, "replicates stand for the design"),
    ],
)
def test_options_of_a_design_that_do_not_go_together_are_refused(
    run: Callable[..., Any], design: dict[str, Any], options: dict[str, str], said: str
) -> None:
    with pytest.raises(WrongOption) as raised:
        run(replace(SPEC, **design), lines("a,1,s,1,1,1"), **options)

    assert said in str(raised.value)
