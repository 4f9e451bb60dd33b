"""What tabulate writes of respondents is what show and compare conclude from: exact figures, designs, overlaps, means.

Reference figures are those of R 4.2.2 and survey 4.1.1.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.stats import norm
from scipy.stats import t as student

Phare = Callable[..., Any]
WHO = "--region R --stakeholder =mayors"


def answers(counts: dict[tuple[str, str], int]) -> str:
    return "R,Q\n" + "".join(f"{region},{item}\n" * count for (region, item), count in counts.items())


@pytest.fixture
def tabulated(phare: Phare, tmp_path: Path) -> Callable[..., str]:
    """Return a function that tabulates answers, and people where strata have some; the results are in r.csv."""

    def run(text: str, words: str, people: str = "") -> str:
        (tmp_path / "a.csv").write_text(text)
        (tmp_path / "people.csv").write_text(people)
        population = "--population people.csv" if people else ""
        done = phare(f"tabulate a.csv {WHO} {words} {population} -o r.csv")
        assert done.status == 0, done.err
        return (tmp_path / "r.csv").read_text()

    return run


def test_figures_that_nobody_rounded_hide_nothing(phare: Phare, tabulated: Callable[..., str]) -> None:
    text = tabulated(
        answers({("Bretagne", "oui"): 60, ("Bretagne", "non"): 60, ("Corse", "oui"): 74, ("Corse", "non"): 126}),
        "--single Q",
    )  # fmt: skip

    # prop.test(c(60, 74), c(120, 200), correct = FALSE)$p.value; prop.test(60, 120, correct = FALSE)$conf.int
    compared = phare("compare -d r.csv --region Bretagne --to Corse -f json").rows
    shown = [row for row in phare("show -d r.csv -f json").rows if row["region"] == "Bretagne"]
    assert compared[0]["p_value"] == pytest.approx(0.0224895105836015, abs=1e-12)
    assert compared[0]["verdict"] in ("above", "below")
    assert (shown[0]["low"], shown[0]["high"]) == pytest.approx(
        (41.1938705411084, 58.8061294588916), abs=1e-9
    )
    # The same figures as whole percents are known less well.
    rounded = text.replace(",percent,0,", ",percent,1,")
    printed = phare("compare --region Bretagne --to Corse -f json", data=rounded).rows
    assert printed[0]["p_value"] > compared[0]["p_value"] + 0.001


def test_a_region_inside_a_nation_that_it_is_a_small_part_of(
    phare: Phare, tabulated: Callable[..., str]
) -> None:
    # 103 of the 206 mayors of one region were asked, and 53 of the 5,000 of another.
    counts = {("Bretagne", "oui"): 41, ("Bretagne", "non"): 62, ("Corse", "oui"): 27, ("Corse", "non"): 26}
    tabulated(answers(counts), "--single Q --nation", "region,population\nBretagne,206\nCorse,5000\n")

    (row, other) = phare("compare -d r.csv --region Bretagne -f json").rows

    # x <- svydesign(ids = ~1, strata = ~r, fpc = ~N, data = d), in_r and y_r of the region:
    # svycontrast(svytotal(~y_r + in_r + y + one, x), quote(y_r / in_r - y / one)) is -0.10697 with p = 0.148
    assert row["gap"] == pytest.approx(10.697, abs=0.001)
    assert row["p_value"] == pytest.approx(0.148, abs=0.005)
    assert {row["verdict"], other["verdict"]} == {"not_established"}


def test_a_region_where_everybody_was_asked_is_known_exactly(
    phare: Phare, tabulated: Callable[..., str]
) -> None:
    counts = {("Bretagne", "oui"): 40, ("Bretagne", "non"): 60, ("Corse", "oui"): 120, ("Corse", "non"): 80}
    tabulated(answers(counts), "--single Q", "region,population\nBretagne,100\nCorse,5000\n")

    shown = [row for row in phare("show -d r.csv -f json").rows if row["region"] == "Bretagne"]
    compared = phare("compare -d r.csv --region Bretagne --to Corse -f json").rows[0]

    assert [(row["low"], row["high"], row["rank_low"], row["rank_high"]) for row in shown] == [
        (60.0, 60.0, 1, 1),
        (40.0, 40.0, 2, 2),
    ]
    # Corse alone against 40 %, on (n - 1) / (1 - n / N) of its respondents: what was asked in Bretagne does not count.
    error = (0.4 * 0.6 / (199 / (1 - 200 / 5000))) ** 0.5
    assert compared["p_value"] == pytest.approx(2 * norm.sf(0.2 / error), rel=1e-6)
    for lang, line in (
        ("en", "Where everybody was asked a figure is known exactly, and leaves nothing to chance."),
        (
            "fr",
            "Là où tout le monde a été interrogé, un résultat est connu exactement et ne doit rien au hasard.",
        ),
    ):
        assert line in phare(f"show -d r.csv --lang {lang}").out
        assert line in phare(f"compare -d r.csv --region Bretagne --to Corse --lang {lang}").out
        explained = phare(f"compare -d r.csv --region Bretagne --to Corse --explain --lang {lang}").out
        assert {"en": "n1 = ∞ (everybody was asked)", "fr": "n1 = ∞ (tout le monde a été interrogé)"}[
            lang
        ] in explained


def test_two_regions_where_everybody_was_asked_differ_as_they_do(
    phare: Phare, tabulated: Callable[..., str]
) -> None:
    counts = {("Bretagne", "oui"): 51, ("Bretagne", "non"): 49, ("Corse", "oui"): 50, ("Corse", "non"): 50}
    tabulated(answers(counts), "--single Q", "region,population\nBretagne,100\nCorse,100\n")

    rows = phare("compare -d r.csv --region Bretagne --to Corse -f json").rows

    assert [(row["gap"], row["low"], row["high"], row["p_value"]) for row in rows] == [
        (-1.0, -1.0, -1.0, 0.0),
        (1.0, 1.0, 1.0, 0.0),
    ]
    explained = phare("compare -d r.csv --region Bretagne --to Corse --explain")
    assert "everybody was asked on both sides: the gap is what it is, p = under 0.0001" in explained.out


@pytest.mark.parametrize("value", [0, 50, 100])
@pytest.mark.parametrize("rounded_to", ["", "1"])
def test_an_error_of_zero_that_may_have_been_rounded_is_no_census(
    phare: Phare, value: int, rounded_to: str
) -> None:
    header = "region,stakeholder,indicator,item,value,base,standard_error,rounded_to\n"
    data = f"{header}PACA,citizens,q,a,{value},50,0,{rounded_to}\n"

    row = phare("show -f json", data=data).rows[0]

    assert row["high"] - row["low"] > 5.0


def test_the_interval_of_a_score_is_students_within_its_scale(
    phare: Phare, tabulated: Callable[..., str]
) -> None:
    scores = {"Bretagne": (7, 5, 6, 9, 3, 8, 8, 2, 6, 7), "Corse": (9,) * 3 + (10,) * 9 + (4,)}
    text = "R,Q\n" + "".join(f"{region},{score}\n" for region, held in scores.items() for score in held)
    tabulated(text, "--score Q")

    rows = {row["region"]: row for row in phare("show -d r.csv -f json").rows}

    # x <- svydesign(ids = ~1, weights = ~1, data = d), then subsets of it:
    # confint(svymean(~score, x), df = degf(x)); that of Corse would go up to 10.29
    assert (rows["Bretagne"]["low"], rows["Bretagne"]["high"]) == pytest.approx(
        (4.55011840061395, 7.64988159938605), abs=1e-9
    )
    assert (rows["Corse"]["low"], rows["Corse"]["high"]) == pytest.approx((8.32670752036868, 10.0), abs=1e-9)


def test_ranks_come_from_those_who_gave_two_items(phare: Phare, tabulated: Callable[..., str]) -> None:
    # Ten items that the same people give, one of them 12 points ahead: not to be told by the shares alone.
    draw = np.random.default_rng(5)
    taste = draw.normal(size=(1000, 1))
    level = np.full(10, 0.45)
    level[0] += 0.12
    chosen = draw.random((1000, 10)) < np.clip(level + 0.15 * taste, 0.0, 1.0)
    lines = [";".join(f"i{item}" for item in range(10) if row[item]) for row in chosen]
    text = tabulated("R,Q\n" + "".join(f"Corse,{line}\n" for line in lines if line), "--multiple Q")

    own = phare("show -d r.csv -f json").rows[0]
    written = list(csv.DictReader(io.StringIO(text)))
    names = [name for name in written[0] if not name.startswith("rank")]
    bare = "".join(
        ",".join(row[name] for name in names) + "\n" for row in ({name: name for name in names}, *written)
    )
    bound = phare("show -f json", data=bare).rows[0]

    assert (own["item"], own["rank_low"], own["rank_high"]) == ("i0", 1, 1)
    assert (bound["item"], bound["rank_low"]) == ("i0", 1)
    assert bound["rank_high"] > 1


def test_the_facts_sheet_knows_figures_that_nobody_rounded_or_weighted(
    phare: Phare, tabulated: Callable[..., str]
) -> None:
    counts = {("Bretagne", "oui"): 61, ("Bretagne", "non"): 59, ("Corse", "oui"): 74, ("Corse", "non"): 126}
    tabulated(answers(counts), "--single Q --nation")

    pages = {lang: phare(f"report -d r.csv --region Bretagne --lang {lang}").out for lang in ("en", "fr")}

    assert "percentages computed without rounding, and rounded where printed" in pages["en"]
    assert "pourcentages calculés sans arrondi, et arrondis" in pages["fr"]
    assert "weighted: intervals" not in pages["en"]


def test_rare_items_are_percentages_by_the_standard_errors_beside_them(
    phare: Phare, tabulated: Callable[..., str]
) -> None:
    rows = ["Corse,1,0", "Corse,0,1"] + ["Corse,0,0"] * 298
    tabulated("R,M[a],M[b]\n" + "\n".join(rows) + "\n", "--multiple 'M[*]'")

    shown = phare("show -d r.csv -f json")
    assert shown.status == 0
    assert [row["value"] for row in shown.rows] == pytest.approx([100 / 300] * 2)
    asked = phare("value --region Corse --item a -d r.csv")
    assert (asked.status, asked.out) == (0, "0%\n")


@pytest.mark.parametrize(("lang", "words"), [("en", "all percentages lie"), ("fr", "tous les pourcentages")])
def test_shares_are_still_asked_about_where_their_standard_errors_are_shares_too(
    phare: Phare, lang: str, words: str
) -> None:
    head = "region,stakeholder,indicator,item,value,unit,base,standard_error,rounded_to\n"
    rows = "Corse,mayors,i,a,0.57,percent,400,0.0248,0\nCorse,mayors,i,b,0.009,percent,400,0.00944,0\n"
    done = phare(f"show --lang {lang}", data=head + rows)

    assert (done.status, words in done.err, "fraction-scale" in done.err) == (3, True, True)


SCORES: Mapping[str, tuple[int, ...]] = {"Bretagne": (10,) * 40, "Corse": (7, 5, 6, 9, 3, 8, 8, 2, 6, 7) * 4}


def scores(
    tabulated: Callable[..., str], people: str = "", held: Mapping[str, tuple[int, ...]] = SCORES
) -> str:
    text = "".join(f"{region},{score}\n" for region, each in held.items() for score in each)
    return tabulated("R,Q\n" + text, "--score Q", people)


def test_a_sample_that_gave_one_score_does_not_make_it_known_exactly(
    phare: Phare, tabulated: Callable[..., str]
) -> None:
    text = scores(tabulated)

    [row] = [each for each in csv.DictReader(io.StringIO(text)) if each["region"] == "Bretagne"]
    assert (row["value"], row["standard_error"], row["rounded_to"]) == ("10", "", "0")
    compared = phare("compare -d r.csv --region Corse --to Bretagne -f json").rows[0]
    assert (compared["verdict"], compared["reason"]) == ("untestable", "no_standard_error")


@pytest.mark.parametrize("rounded_to", ["", "1", "0.1"])
def test_a_standard_error_of_0_beside_a_score_that_may_be_rounded_is_none(
    phare: Phare, rounded_to: str
) -> None:
    head = "region,stakeholder,indicator,item,value,unit,base,standard_error,rounded_to\n"
    rows = f"Corse,mayors,i,a,9,score/10,40,0,{rounded_to}\nBretagne,mayors,i,a,6,score/10,40,0.3,0\n"

    shown = phare("show -f json", data=head + rows).rows
    compared = phare("compare --region Corse --to Bretagne -f json", data=head + rows).rows[0]

    assert [(row["low"], row["high"]) for row in shown if row["region"] == "Corse"] == [(None, None)]
    assert (compared["verdict"], compared["reason"]) == ("untestable", "no_standard_error")


def test_scores_that_everybody_gave_are_known_exactly_however_few_they_are(
    phare: Phare, tabulated: Callable[..., str]
) -> None:
    held = {"Bretagne": (10, 9, 8, 9), "Corse": SCORES["Corse"]}
    scores(tabulated, "region,population\nBretagne,4\nCorse,5000\n", held)

    [shown] = [row for row in phare("show -d r.csv -f json").rows if row["region"] == "Bretagne"]
    assert (shown["low"], shown["high"], shown["flag"]) == (9.0, 9.0, None)
    compared = phare("compare -d r.csv --region Bretagne --to Corse -f json").rows[0]
    # Student's t of Corse alone against 9, on the 40 of 5,000 who were asked.
    error = np.std(SCORES["Corse"], ddof=1) / 40**0.5 * (1 - 40 / 5000) ** 0.5
    assert compared["verdict"] == "above"
    assert compared["p_value"] == pytest.approx(2 * student.sf(2.9 / error, 39), rel=0.05)
    marked = phare("value -d r.csv --region Bretagne --gap --to Corse --mark")
    assert (marked.status, marked.out) == (0, "+2.9\n")
