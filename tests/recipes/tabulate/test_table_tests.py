"""Whether answers differ between the parts of a group: the second-order test of Rao and Scott, against R."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from scipy.stats import chi2_contingency, f

from phare_cli.measuring.gaps.rao_scott import rao_scott

Phare = Callable[..., Any]
WHO = "--region {region} --stakeholder =citizens --weight w --segment seg --single item"


@pytest.fixture
def people(tmp_path: Path) -> None:
    """Sixty respondents by rule: the answer, the part, the stratum, the weight, whether they are kept."""
    rows = [
        f"{'abc'[(i * 7 + i // 5) % 3]},{'xy'[(i * 3 + i // 7) % 2]},{'st'[i >= 25]},{0.5 + i % 4 * 0.5},"
        f"{'Corse' if i % 5 else 'Bretagne'},{i // 4}"
        for i in range(60)
    ]
    (tmp_path / "r.csv").write_text("item,seg,str,w,keep,clu\n" + "\n".join(rows) + "\n", encoding="utf-8")


# R 4, survey 4.1-1:
#   i <- 0:59
#   df <- data.frame(item = c("a","b","c")[1 + (i*7 + i%/%5) %% 3], seg = c("x","y")[1 + (i*3 + i%/%7) %% 2],
#                    str = c("s","t")[1 + (i >= 25)], w = 0.5 + (i %% 4) * 0.5, clu = i %/% 4, i = i)
#   u <- svydesign(id = ~1, weights = ~w, data = df)
#   h <- svydesign(id = ~1, strata = ~str, weights = ~w, data = df)
#   k <- svydesign(id = ~clu, weights = ~w, data = df)
#   r <- svychisq(~item + seg, u, statistic = "F")                      # then h, k, subset(h, i %% 5 != 0)
#   c(r$statistic, r$parameter, r$p.value)
R = {
    "weights": ("=France", "", "France", (0.1401794883, 1.9995901115, 117.9758165778, 0.8693069805)),
    "strata": (
        "=France",
        "--strata str",
        "France",
        (0.1387837663, 1.9998935469, 115.9938257195, 0.8705502397),
    ),
    "clusters": (
        "=France",
        "--cluster clu",
        "France",
        (0.0908995428, 1.8568638165, 25.9960934307, 0.9009732130),
    ),
    "a region": ("keep", "--strata str", "Corse", (0.0606137374, 1.9993993791, 91.9723714375, 0.9411843395)),
}


@pytest.mark.parametrize("name", R)
def test_a_table_has_the_test_that_r_gives(phare: Phare, people: None, tmp_path: Path, name: str) -> None:
    region, options, shown, expected = R[name]
    phare(f"tabulate r.csv {WHO.format(region=region)} {options} -o out.csv --tests tests.csv")
    with (tmp_path / "tests.csv").open(encoding="utf-8") as file:
        [row] = [row for row in csv.DictReader(file) if row["region"] == shown]

    assert [float(row[name]) for name in ("f", "first", "second", "p_value")] == pytest.approx(
        expected, abs=1e-9
    )


def test_without_weights_it_is_pearson_s_chi_square_on_the_degrees_of_the_sample() -> None:
    counts = [[13, 11], [15, 9], [6, 6]]
    people = sum(map(sum, counts))
    shares = [[count / people for count in row] for row in counts]
    cells = [share for row in shares for share in row]

    def variance(numbers: Sequence[float]) -> float:
        middle = sum(n * p for n, p in zip(numbers, cells, strict=True))
        return sum(n * n * p for n, p in zip(numbers, cells, strict=True)) / people - middle * middle / people

    found = rao_scott(shares, people, people - 1, variance)
    pearson, _, degrees, _ = chi2_contingency(counts, correction=False)

    assert found is not None
    # Where the shares are not those of independence, variances are not those that it supposes: near, not equal.
    assert (found.f, found.first) == pytest.approx((pearson / degrees, degrees), rel=0.05)
    assert found.p_value == pytest.approx(f.sf(found.f, found.first, found.second), abs=1e-9)


def test_several_answers_are_tested_one_by_one_and_adjusted_together(phare: Phare, tmp_path: Path) -> None:
    rows = [f"{i % 2},{int(i % 3 == 0)},{'xy'[i % 4 > 1]}" for i in range(80)]
    (tmp_path / "m.csv").write_text("q[a],q[b],seg\n" + "\n".join(rows) + "\n", encoding="utf-8")
    who = "--region =France --stakeholder =citizens --segment seg --multiple 'q[*]'"
    phare(f"tabulate m.csv {who} -o out.csv --tests tests.csv")
    with (tmp_path / "tests.csv").open(encoding="utf-8") as file:
        found = list(csv.DictReader(file))

    assert [(row["item"], row["base"]) for row in found] == [("a", "80"), ("b", "80")]
    assert max(float(row["p_adjusted"]) for row in found) >= max(float(row["p_value"]) for row in found)


def test_a_table_of_one_answer_is_not_tested(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("q,seg\n" + "yes,x\nyes,y\n" * 20, encoding="utf-8")
    phare(
        "tabulate m.csv --region =France --stakeholder =citizens --segment seg --single q -o o.csv --tests t.md"
    )
    text = (tmp_path / "t.md").read_text(encoding="utf-8")

    assert "No p value: fewer than two answers or two parts were given" in text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("", "say them with --segment COLUMN"),
        ("--segment seg --min-count 5", "a test gives away what --min-count hides"),
    ],
)
def test_what_cannot_be_tested_is_refused(phare: Phare, people: None, options: str, said: str) -> None:
    run = phare(
        f"tabulate r.csv --region =France --stakeholder =citizens --single item {options} --tests t.md"
    )

    assert (run.status, said in run.err) == (2, True)


def test_the_page_of_tests_is_for_french_readers_too(phare: Phare, people: None, tmp_path: Path) -> None:
    phare(f"tabulate r.csv {WHO.format(region='=France')} -o out.csv --tests t.html --lang fr")

    assert "khi-deux de Rao et Scott" in (tmp_path / "t.html").read_text(encoding="utf-8")


def _crossing(counts: Sequence[Sequence[int]], weight: str = "1") -> str:
    rows = [
        f"{'abcdef'[answer]},{'uvwxyz'[part]},{weight if place % 2 else 1}"
        for answer, of_parts in enumerate(counts)
        for part, count in enumerate(of_parts)
        for place in range(count)
    ]
    return "item,seg,w\n" + "\n".join(rows) + "\n"


@pytest.mark.parametrize(
    ("counts", "weight", "flag"),
    [
        ([[20, 20], [20, 20]], "1", ""),
        ([[5, 5], [5, 5]], "1", ""),  # five expected in each
        ([[4, 4], [4, 4]], "1", "few_in_a_cell"),
        ([[6, 5], [5, 5]], "9", "few_in_a_cell"),  # of 21, about 13 effective
        ([[2, 1], [1, 2]], "1", "few_in_a_cell"),
        ([[90, 10], [3, 1]], "1", "few_in_a_cell"),  # under one in a cell
        ([[90, 40], [10, 9]], "1", ""),
        ([[40, 30, 35], [30, 40, 35], [3, 4, 4]], "1", "few_in_a_cell"),  # three of nine under five
        ([[40, 30, 35], [30, 40, 35], [3, 9, 4]], "1", ""),  # one of nine
    ],
)
def test_a_table_of_few_in_its_cells_is_flagged(
    phare: Phare, tmp_path: Path, counts: Sequence[Sequence[int]], weight: str, flag: str
) -> None:
    (tmp_path / "r.csv").write_text(_crossing(counts, weight), encoding="utf-8")
    who = WHO.format(region="=France")
    phare(f"tabulate r.csv {who} -o out.csv --tests tests.csv")
    with (tmp_path / "tests.csv").open(encoding="utf-8") as file:
        [row] = csv.DictReader(file)

    assert (row["flag"], bool(row["p_value"])) == (flag, True)


def test_the_flag_of_a_table_is_explained(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(_crossing([[4, 4], [4, 4]]), encoding="utf-8")
    phare(f"tabulate r.csv {WHO.format(region='=France')} -o out.csv --tests tests.md --lang fr")
    page = (tmp_path / "tests.md").read_text(encoding="utf-8")

    assert "peu dans une case" in page
    assert "Réunissez des réponses ou des parties." in page


def test_a_table_of_empty_cells_says_why_it_has_no_test(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(_crossing([[30, 0, 0], [0, 20, 0], [0, 0, 9]]), encoding="utf-8")
    phare(f"tabulate r.csv {WHO.format(region='=France')} -o out.csv --tests tests.md")

    assert "too many cells of the table are empty" in (tmp_path / "tests.md").read_text(encoding="utf-8")
