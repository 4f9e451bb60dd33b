"""Row and cell percents of a crossing, from respondents: as firm as R says, never ranked, never two samples."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli import tabulate

Phare = Callable[..., Any]
WHO = "--region =France --stakeholder =citizens --weight w --segment seg --single item --percents row --percents cell"
ROW, CELL = "item (row percent)", "item (cell percent)"


@pytest.fixture
def people(tmp_path: Path) -> None:
    """Sixty respondents by rule: the answer, the part, the stratum, the weight, the cluster."""
    rows = [
        f"{'abc'[(i * 7 + i // 5) % 3]},{'xy'[(i * 3 + i // 7) % 2]},{'st'[i >= 25]},{0.5 + i % 4 * 0.5},{i // 4}"
        for i in range(60)
    ]
    (tmp_path / "r.csv").write_text("item,seg,str,w,clu\n" + "\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "m.csv").write_text("column,value,target\nstr,s,200\nstr,t,300\n", encoding="utf-8")


# R 4, survey 4.1-1:
#   i <- 0:59
#   df <- data.frame(item = c("a","b","c")[1 + (i*7 + i%/%5) %% 3], seg = c("x","y")[1 + (i*3 + i%/%7) %% 2],
#                    str = c("s","t")[1 + (i >= 25)], w = 0.5 + (i %% 4) * 0.5, clu = i %/% 4, i = i)
#   df$both <- interaction(df$item, df$seg)
#   h <- svydesign(id = ~1, strata = ~str, weights = ~w, data = df)
#   k <- svydesign(id = ~clu, weights = ~w, data = df)
#   r <- calibrate(k, ~str - 1, population = c(strs = 200, strt = 300), calfun = "raking")
#   svyby(~seg, ~item, k, svymean); svymean(~both, k)                       # then h and r, times 100
# By design, item and segment: the row percent with its error, the cell percent with its error.
R = {
    "--strata str": {
        ("a", "x"): (51.6666666667, 11.3429866323, 20.66666666667, 5.76873918454),
        ("b", "y"): (40.0, 11.1963560054, 16.0, 5.36445754881),
    },
    "--cluster clu": {
        ("a", "x"): (51.6666666667, 11.4791477616, 20.66666666667, 5.20683311727),
        ("c", "x"): (56.6666666667, 16.0232965318, 11.33333333333, 4.12503006242),
        ("b", "y"): (40.0, 12.5830573921, 16.0, 5.32737762703),
    },
    "--cluster clu --rake m.csv": {
        ("a", "x"): (51.7549516352, 11.3686849659, 20.6962608215, 5.19219586907),
        ("b", "y"): (40.1012425219, 12.3926313438, 16.0508380917, 5.20621995212),
    },
}


def results(tmp_path: Path) -> dict[tuple[str, str, str], dict[str, str]]:
    with (tmp_path / "out.csv").open(encoding="utf-8") as file:
        return {(row["indicator"], row["item"], row["segment"]): row for row in csv.DictReader(file)}


@pytest.mark.parametrize("options", R)
def test_they_are_what_r_gives_of_the_parts_of_a_design(
    phare: Phare, people: None, tmp_path: Path, options: str
) -> None:
    phare(f"tabulate r.csv {WHO} {options} -o out.csv")
    found = results(tmp_path)

    for (item, segment), expected in R[options].items():
        rows = found[ROW, item, segment], found[CELL, item, segment]
        figures = [float(row[name]) for row in rows for name in ("value", "standard_error")]
        assert figures == pytest.approx(expected, abs=1e-8)


def test_rows_add_up_and_so_do_cells(phare: Phare, people: None, tmp_path: Path) -> None:
    phare(f"tabulate r.csv {WHO} -o out.csv")
    found = results(tmp_path)
    rows = [float(found[ROW, item, "x"]["value"]) + float(found[ROW, item, "y"]["value"]) for item in "abc"]
    cells = [float(found[CELL, item, segment]["value"]) for item in "abc" for segment in "xy"]

    assert [*rows, sum(cells)] == pytest.approx([100.0] * 4)
    assert found[ROW, "total", "x"]["value"] == found[CELL, "total", "x"]["value"] == "56"
    assert [found[ROW, item, "x"]["base"] for item in ("a", "c", "total")] == ["24", "12", "60"]


def test_several_answers_have_rows_of_who_gave_each(phare: Phare, tmp_path: Path) -> None:
    rows = [f"{int(i % 2 == 0)},{int(i % 3 == 0)},{'xy'[i % 4 > 1]}" for i in range(120)]
    (tmp_path / "r.csv").write_text("q[a],q[b],seg\n" + "\n".join(rows) + "\n,,x\n1,1,\n", encoding="utf-8")
    phare(
        "tabulate r.csv --region =France --stakeholder =citizens --segment seg --multiple 'q[*]' --percents row "
        "--percents cell -o out.csv"
    )
    found = results(tmp_path)

    # Of 60 who gave a, i is 0, 2 (x is i % 4 < 2) by turns; who is in no segment stands in no crossing.
    assert [found["q (row percent)", "a", each]["value"] for each in "xy"] == ["50", "50"]
    assert {found["q (cell percent)", item, "x"]["base"] for item in ("a", "b", "total")} == {"120"}
    assert found["q (cell percent)", "a", "x"]["value"] == "25"


def test_each_breakdown_has_its_own(phare: Phare, people: None, tmp_path: Path) -> None:
    phare(f"tabulate r.csv {WHO} --segment str -o out.csv")
    found = results(tmp_path)

    assert float(found[ROW, "a", "s"]["value"]) + float(found[ROW, "a", "t"]["value"]) == pytest.approx(100)
    assert found[ROW, "a", "s"]["breakdown"] == "str"


def test_they_are_shown_side_by_side_with_a_base_a_row_and_are_not_ranked(
    phare: Phare, people: None, tmp_path: Path
) -> None:
    phare(f"tabulate r.csv {WHO} -o out.csv")
    wide = phare(f"show '{ROW}' --wide --bases -f json -d out.csv").rows
    ranks = {row["rank"] for row in phare(f"show '{ROW}' '{CELL}' -f json -d out.csv").rows}

    assert [row["base"] for row in wide if row["measure"] == "value"] == [24, 24, 12, 60]
    assert ranks == {None}


def test_parts_of_one_whole_are_never_set_beside_one_another_as_samples(
    phare: Phare, people: None, tmp_path: Path
) -> None:
    phare(f"tabulate r.csv {WHO} -o out.csv")
    compared = phare(f"compare --by segment '{ROW}' '{CELL}' -f json -d out.csv").rows
    letters = phare(f"show '{CELL}' --wide --letters -f json -d out.csv")

    assert {(row["verdict"], row["reason"]) for row in compared} == {("untestable", "no_test")}
    assert "cannot be tested" not in letters.out


def test_french_readers_find_them_under_their_name(phare: Phare, people: None, tmp_path: Path) -> None:
    phare(f"tabulate r.csv {WHO} -o out.csv")
    out = phare("show 'item (% en ligne)' --wide --lang fr -d out.csv").out

    assert out.startswith("Item (% en ligne)")
    assert "Pourcentages en ligne" in out


def test_a_page_is_not_called_wrong_for_a_percent_of_another_direction(phare: Phare, tmp_path: Path) -> None:
    answers = ["emploi"] * 5 + ["logement"] * 3 + ["mobilité"] * 2
    rows = [f"{['femmes', 'hommes'][i % 9 < 4]};{answers[i % 10]}" for i in range(900)]
    (tmp_path / "q.csv").write_text("SEXE;Q\n" + "\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "s.toml").write_text(
        'region = "=PACA"\nstakeholder = "=citizens"\nsegment = "SEXE"\nwave = "=2026"\n[[question]]\n'
        'indicator = "fragilities"\ncolumn = "Q"\n',
        encoding="utf-8",
    )
    phare("tabulate q.csv --spec s.toml --percents row --percents cell -o out.csv")
    page = phare("show fragilities 'fragilities (row percent)' --wide -f markdown -d out.csv").out
    (tmp_path / "n.md").write_text(page + "\n\n56 % des femmes nomment l'emploi.\n", encoding="utf-8")
    rows = phare("verify n.md -d out.csv -f json --lang fr").rows

    assert {row["status"] for row in rows} <= {"right", "ambiguous"}


def test_what_is_in_no_part_is_not_crossed(phare: Phare, people: None) -> None:
    run = phare("tabulate r.csv --region =France --stakeholder =citizens --single item --percents row")

    assert (run.status, "say them with --segment COLUMN" in run.err) == (2, True)


def test_percents_of_columns_alone_change_nothing(phare: Phare, people: None) -> None:
    asked = "tabulate r.csv --region =France --stakeholder =citizens --segment seg --single item"

    assert phare(f"{asked} --percents column").out == phare(asked).out


def test_python_gives_them_too(people: None, tmp_path: Path) -> None:
    counted = tabulate(
        tmp_path / "r.csv",
        region="=France",
        stakeholder="=citizens",
        segments="seg",
        single="item",
        percents="row",
    )

    values = [each.value or 0.0 for each in counted.survey.estimates if each.indicator == ROW]

    assert [values[place] + values[place + 1] for place in range(0, 8, 2)] == pytest.approx([100.0] * 4)


def test_they_are_never_stacked_as_the_steps_of_a_scale(phare: Phare, tmp_path: Path) -> None:
    rows = [f"{'xyzuvw'[i % 6]},{['bas', 'haut'][i // 6 % 2]}" for i in range(600)]
    (tmp_path / "r.csv").write_text("seg,item\n" + "\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "s.toml").write_text(
        'region = "=PACA"\nstakeholder = "=citizens"\nsegment = "seg"\n[[question]]\nindicator = "item"\n'
        'column = "item"\nkind = "ordered"\noptions = { bas = "bas", haut = "haut" }\n',
        encoding="utf-8",
    )
    phare("tabulate r.csv --spec s.toml --percents row --percents cell -o out.csv")
    refused = [phare(f"plot '{name}' -d out.csv -o p.svg --style stacked") for name in (ROW, CELL)]
    phare("plot item -d out.csv -o p.svg --alt p.txt")

    assert [run.status for run in refused] == [2, 2]
    assert "row percent" not in (tmp_path / "p.txt").read_text(encoding="utf-8")


def test_row_percents_are_no_nets_of_a_scale_and_their_bases_those_of_no_group(
    phare: Phare, people: None, tmp_path: Path
) -> None:
    spec = (
        'region = "=France"\nstakeholder = "=citizens"\nsegment = "seg"\nweight = "w"\n[[question]]\n'
        'indicator = "trust"\ncolumn = "item"\nkind = "ordered"\noptions = ["a", "b", "c"]\n'
        'nets = { "High" = ["b", "c"] }\n'
    )
    (tmp_path / "s.toml").write_text(spec, encoding="utf-8")
    made = phare("tabulate r.csv --spec s.toml --percents row -o out.csv")
    assert made.status == 0, made.err
    page = phare("report --region France --data out.csv -f html --lang en").out
    sheet = phare("report --region France --data out.csv -f markdown --lang en").out

    beside = page.partition("France. Citizens: a: ")[2].partition("Citizens (y)")[0]
    assert [beside.count("High: "), "total: " in beside] == [2, False]
    assert ["Citizens (x), France: 34;" in sheet, "Citizens (x), France: 12" in sheet] == [True, False]


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        # Two groups give each answer as often as they do: a base each.
        (
            [("f", "a", "x", "s"), ("f", "b", "y", "s"), ("m", "a", "y", "t")],
            {"base_f": [1, 1, 2], "base_m": [1, None, 1]},
        ),
        # Who lacks one breakdown stands in the rows of the other.
        (
            [("f", "a", "x", ""), ("f", "a", "y", "s"), ("f", "b", "y", "t")],
            {"base_f/seg": [2, 1, 3], "base_f/str": [1, 1, 2]},
        ),
        ([("f", "a", "x", "s"), ("f", "b", "y", "t")], {"base": [1, 1, 2]}),
    ],
)
def test_the_base_of_a_row_is_that_of_its_own_group(
    phare: Phare, tmp_path: Path, rows: list[tuple[str, ...]], columns: dict[str, list[float | None]]
) -> None:
    lines = "".join(",".join(row) + "\n" for row in rows)
    (tmp_path / "r.csv").write_text("g,item,seg,str\n" + lines, encoding="utf-8")
    who = "--region =France --stakeholder g --segment seg --segment str --single item --percents row"
    phare(f"tabulate r.csv {who} -o out.csv")
    wide = phare(f"show '{ROW}' --wide --bases -f json -d out.csv").rows
    found = {name: [row[name] for row in wide if row["measure"] == "value"] for name in wide[0]}

    assert {name: bases for name, bases in found.items() if name.startswith("base")} == columns


def test_bases_of_rows_that_nothing_tells_apart_are_not_shown_as_one(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text(
        "region,stakeholder,segment,indicator,item,value,base,measure\n"
        f"France,citizens,x,{ROW},a,40,10,row percent\nFrance,citizens,y,{ROW},a,60,12,row percent\n",
        encoding="utf-8",
    )

    out = phare(f"show '{ROW}' --wide --bases -d out.csv").out
    assert "Base of a row: not shown where its columns differ in it (Citizens)." in out
