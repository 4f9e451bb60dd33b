"""What ``show --precision`` says of a figure: its standard error, variation, margin, design effect and effective base.

Against R's survey, on the strata and weights of tests/respondents/test_oracles.py:

    m <- svymean(~oui, str, deff = "replace")
    100 * SE(m); 100 * cv(m); 100 * qnorm(.95) * SE(m); deff(m) * 240 / 239    # R divides by n - 1
    m <- svymean(~note, str, deff = "replace"); n <- 240 / deff(m)
    SE(m); 100 * cv(m); deff(m); n; qt(.95, n - 1) * SE(m)
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
SPEC = (
    'region = "=Bretagne"\nstakeholder = "=citizens"\nweight = "poids"\nstrata = "strate"\n'
    '[[question]]\nindicator = "accord"\ncolumn = "oui"\noptions = {1 = "oui", 0 = "non"}\n'
    '[[question]]\nindicator = "note"\nkind = "score"\ncolumn = "note"\n'
)
ALL = " ".join(f"--precision {each}" for each in ("se", "cv", "moe", "deff", "base"))
HEADER = "region,stakeholder,indicator,item,value,unit,base,effective_base,standard_error,rounded_to\n"
FIGURES = HEADER + (
    "Bretagne,citizens,q,plain,40,percent,400,,,\n"
    "Bretagne,citizens,q,weighted,40,percent,400,200,,\n"
    "Bretagne,citizens,q,nobody,0,percent,400,,,\n"
    "Bretagne,citizens,q,no base,40,percent,,,,\n"
    "Bretagne,citizens,q,everybody,40,percent,400,400,0,0\n"
)


@pytest.fixture
def tabulated(phare: Phare, tmp_path: Path) -> Phare:
    rows = [
        (
            "abcd"[(i * i + i // 7) % 4],
            0.5 + i * 37 % 50 / 25,
            int((i * i * 3 + i * 5) % 11 < 4),
            (i * i + 3 * i) % 11,
        )
        for i in range(1, 241)
    ]
    text = "strate,poids,oui,note\n" + "".join(",".join(map(str, row)) + "\n" for row in rows)
    (tmp_path / "answers.csv").write_text(text, encoding="utf-8")
    (tmp_path / "spec.toml").write_text(SPEC, encoding="utf-8")
    assert phare("tabulate answers.csv --spec spec.toml -o results.csv").status == 0
    return phare


def _row(run: Any, item: str) -> dict[str, Any]:
    [found] = [row for row in run.rows if row["item"] == item]
    return dict(found)


def test_the_precision_of_a_share_is_that_of_r(tabulated: Phare) -> None:
    row = _row(tabulated(f"show -d results.csv {ALL} --conf 0,9 -f json"), "oui")

    assert row["standard_error"] == pytest.approx(3.4529362525, abs=1e-6)
    assert row["cv"] == pytest.approx(6.2596066304, abs=1e-6)
    assert row["moe"] == pytest.approx(5.6795747186, abs=1e-6)
    assert row["deff"] == pytest.approx(1.1569177253, abs=1e-6)
    assert row["effective_base"] == pytest.approx(240 / 1.1569177253, abs=1e-5)


def test_the_precision_of_a_mean_is_that_of_r(tabulated: Phare) -> None:
    row = _row(tabulated(f"show -d results.csv {ALL} --conf 0.9 -f json"), "mean")

    assert row["standard_error"] == pytest.approx(0.2415620244, abs=1e-6)
    assert row["cv"] == pytest.approx(4.0336664229, abs=1e-6)
    assert row["deff"] == pytest.approx(1.165709235130, abs=1e-9)
    assert row["effective_base"] == pytest.approx(205.8832449529, abs=1e-6)
    assert row["moe"] == pytest.approx(0.399138930914, abs=1e-9)
    assert row["moe"] == pytest.approx((row["high"] - row["low"]) / 2, abs=1e-9)


# R: e = 0.5; qt(.975, 11) * e; qt(.975, 1) * e; qt(.975, 399) * e; 2 * qt(.975, 11); 2 * qnorm(.975)
@pytest.mark.parametrize(
    ("unit", "base", "error", "degrees", "margin"),
    [
        ("score/10", "400", "0.5", "11", 1.100492580045),
        ("score/10", "400", "0.5", "0", 6.353102368087),
        ("score/10", "1", "0.5", "", 6.353102368087),
        ("score/10", "400", "0.5", "", 0.982963647960),
        ("score/10", "", "0.5", "11", 1.100492580045),
        ("percent", "400", "2", "11", 4.401970320181),
        ("percent", "400", "2", "", 3.919927969080),
    ],
)
def test_a_margin_stands_on_the_degrees_of_its_interval(
    phare: Phare, unit: str, base: str, error: str, degrees: str, margin: float
) -> None:
    header = (
        "region,stakeholder,indicator,item,value,unit,base,standard_error,degrees_of_freedom,rounded_to\n"
    )
    row = f"Bretagne,citizens,q,a,5,{unit},{base},{error},{degrees},0\n"

    run = _row(phare("show --precision moe -f json", data=header + row), "a")

    assert run["moe"] == pytest.approx(margin, abs=1e-9)
    if unit == "score/10":
        assert min(run["high"] - 5, 5.0) == pytest.approx(min(margin, 5.0), abs=1e-9)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("plain", (2.449490, 6.123724, 4.800912, None, 400)),
        ("weighted", (3.464102, 8.660254, 6.789515, 2, 200)),
        ("nobody", (None, None, None, None, 400)),
        ("no base", (None, None, None, None, None)),
        ("everybody", (0, 0, 0, None, None)),
    ],
)
def test_what_is_not_known_is_not_worked_out(
    phare: Phare, item: str, expected: tuple[float | None, ...]
) -> None:
    row = _row(phare(f"show {ALL} -f json", data=FIGURES), item)

    found = [row[name] for name in ("standard_error", "cv", "moe", "deff", "effective_base")]
    assert found == [each if each is None else pytest.approx(each, abs=1e-5) for each in expected]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([1], "No design effect was published"),
        ([2], "It holds the design effect (2.00)."),
        ([1, 2], "where that was published (2.00), and none elsewhere"),
    ],
)
def test_the_margin_of_error_says_which_design_effect_it_holds(
    phare: Phare, rows: list[int], said: str
) -> None:
    lines = FIGURES.splitlines(keepends=True)

    run = phare(
        "show --precision moe -f markdown", data="".join([lines[0], *(lines[place] for place in rows)])
    )

    assert said in run.out.replace("\\", "")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("-f markdown", ("Standard error", "2.4 points", "Design effect", "2.00", "6.1%", "4.8 points")),
        ("-f markdown --lang fr", ("Erreur type", "2,4 points", "Effet de plan", "2,00", "6,1 %", "Marge d’erreur")),
        ("-f html --lang fr", ("Erreur type", "Coefficient de variation", "Base effective")),
        ("-f latex", ("Standard error", "Design effect")),
        ("-f asciidoc", ("Standard error", "4.8 points")),
        ("-f csv", ("standard_error,cv,moe,deff,effective_base,flag",)),
    ],
)  # fmt: skip
def test_precision_stands_in_every_format(phare: Phare, options: str, said: tuple[str, ...]) -> None:
    out = phare(f"show {ALL} {options}", data=FIGURES).out.replace("\u00a0", " ").replace("\u202f", " ")

    assert [each for each in said if each not in out.replace("\\%", "%")] == []


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_precision_stands_on_a_screen_of_any_width(phare: Phare, columns: int) -> None:
    run = phare("show --precision se --color never", data=FIGURES, columns=columns)

    assert (run.status, "2.4" in run.out, max(map(len, run.out.splitlines())) <= columns) == (0, True, True)


def test_hidden_figures_say_nothing_of_their_precision(phare: Phare) -> None:
    low = HEADER + "Bretagne,citizens,q,a,40,percent,20,10,,\n"

    row = _row(phare(f"show {ALL} --suppress -f json", data=low), "a")

    assert [row[name] for name in ("standard_error", "cv", "moe", "deff", "effective_base")] == [None] * 5


def test_a_block_holds_precision_and_stays_up_to_date(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text(
        "<!-- phare: show q --precision moe -d results.csv -->\n<!-- /phare -->\n", encoding="utf-8"
    )

    (tmp_path / "results.csv").write_text(FIGURES, encoding="utf-8")

    updated = phare("update note.md")
    checked = phare("update note.md --check")

    assert (updated.status, checked.status) == (0, 0)
    assert "4.8\u00a0points" in (tmp_path / "note.md").read_text(encoding="utf-8")


CROSSED = (
    "region,stakeholder,indicator,item,value,base,effective_base\n"
    "PACA,citizens,fragilities,employment,54,410,350\nPACA,citizens,fragilities,mobility,34,410,350\n"
    "PACA,mayors,fragilities,employment,45,120,\nPACA,mayors,fragilities,mobility,61,120,\n"
)


@pytest.mark.parametrize("more", ["", "--bases", "--letters", "--bases --letters"])
def test_a_crossing_says_beside_each_column_how_precise_it_is(phare: Phare, more: str) -> None:
    alone = phare(f"show {ALL} -f json", data=CROSSED).rows
    crossed = phare(f"show --wide {ALL} {more} -f json", data=CROSSED).rows
    names = ("standard_error", "cv", "moe", "deff", "effective_base")

    found = {
        (group, row["item"], name): row[f"{name}_{group}"]
        for row in crossed
        if row.get("measure") in (None, "value")
        for group in ("citizens", "mayors")
        for name in names
    }
    assert found == {(row["stakeholder"], row["item"], name): row[name] for row in alone for name in names}


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("word", ["se", "cv", "moe", "deff", "base"])
@pytest.mark.parametrize("wide", ["", "--wide"])
def test_what_a_page_says_of_precision_is_no_figure_to_verify(
    phare: Phare, tmp_path: Path, lang: str, word: str, wide: str
) -> None:
    page = phare(f"show {wide} --precision {word} -f markdown --lang {lang}", data=CROSSED).out
    (tmp_path / "n.md").write_text(page, encoding="utf-8")

    rows = phare(f"verify n.md -f json --lang {lang}", data=CROSSED).rows

    assert {(row["text"], row["status"]) for row in rows if row["status"] != "right"} == set()


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_crossing_with_precision_stands_on_a_screen_of_any_width(
    phare: Phare, columns: int, lang: str
) -> None:
    run = phare(f"show --wide --precision moe --color never --lang {lang}", data=CROSSED, columns=columns)

    assert (run.status, max(map(len, run.out.splitlines())) <= columns) == (0, True)
    assert all(each in run.out.replace(",", ".") for each in ("5.2", "8.9", "5.0", "8.7"))


@pytest.mark.parametrize(
    "form",
    [
        *("markdown", "csv", "tsv", "json", "html", "latex"),
        *("rst", "asciidoc", "mediawiki", "jira", "org", "textile"),
    ],
)
def test_a_crossing_with_precision_stands_in_every_format(phare: Phare, form: str) -> None:
    run = phare(f"show --wide --precision cv -f {form}", data=CROSSED)

    assert (run.status, run.out.count("4.9"), run.out.count("10.")) >= (0, 1, 1)


def test_a_block_holds_a_crossing_with_precision(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(CROSSED, encoding="utf-8")
    block = "<!-- phare: show --wide --precision moe --data d.csv -->\n<!-- /phare -->\n"
    (tmp_path / "note.md").write_text(block, encoding="utf-8")

    assert [phare(f"update note.md {more}").status for more in ("", "--check")] == [0, 0]


@pytest.mark.parametrize("level", ["0.9", "0,9", "90%", "0.90"])
def test_a_level_is_written_with_a_point_a_comma_or_in_percent(phare: Phare, level: str) -> None:
    run = phare(f"show --conf {level} -f csv", data=FIGURES)

    assert run.out == phare("show --conf 0.9 -f csv", data=FIGURES).out


@pytest.mark.parametrize(
    "command", ["show", "compare --by segment", "cross q q2", "report -r Bretagne", "plot q"]
)
@pytest.mark.parametrize("level", ["high", "0,9,5", "1", "0.2", "45"])
def test_what_is_no_level_is_refused_everywhere(phare: Phare, command: str, level: str) -> None:
    assert phare(f"{command} --conf {level}", data=FIGURES).status == 2
