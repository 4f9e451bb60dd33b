"""Figures as people print them: read as they were meant, or refused where it cannot be told or cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Both = Callable[..., list[tuple[int, str, str]]]
ONE = (
    "phare: 1 problem: nothing was shown. (phare check f.csv)\n",
    "phare\u00a0: 1 anomalie\u00a0: rien n’a été affiché. (phare check f.csv)\n",
)
HEADER = "region;stakeholder;indicator;item;value;base\n"
ANSWER = "survey,wave,region,stakeholder,segment,indicator,item,value,unit,base,rank,rank_low,rank_high,low,high,flag\n"
WITH_UNIT = "region;stakeholder;indicator;item;value;unit\n"


def figures(*values: str, header: str = HEADER) -> str:
    """Return a file with a row for each value, with the cells that follow it, and no other difference."""
    return header + "".join(f"Corse;g{place};i;a;{value}\n" for place, value in enumerate(values))


def answer(*values: str, unit: str = "percent") -> str:
    """Return the answer to figures without bases."""
    rows = (f",,Corse,g{place},,i,a,{value},{unit},,,,,,,\n" for place, value in enumerate(values))
    return ANSWER + "".join(rows)


@pytest.mark.parametrize(
    "values",
    [
        ("57 %;", "57%;", "57,0;", "57\u00a0%;", "57\u202f%;", "57;"),
        ("57.0;", "57 %;", "57.00;", "+57;", "57.000 %;", " 57 ;"),
    ],
)
def test_a_percentage_is_known_however_it_is_printed(both: Both, values: tuple[str, ...]) -> None:
    assert both(figures(*values)) == [(0, answer(*["57"] * 6), "")] * 2


def test_thousands_marks_may_be_mixed_in_one_column(both: Both) -> None:
    values = [
        "1 234;count",
        "1\u00a0234;count",
        "1\u202f234;count",
        "1\u2009234;count",
        "1'234;count",
        "1’234;count",
    ]

    assert both(figures(*values, header=WITH_UNIT)) == [(0, answer(*["1234"] * 6, unit="count"), "")] * 2


def test_a_true_minus_is_a_minus(both: Both) -> None:
    content = figures("−12,5;points", "-12,5;points", header=WITH_UNIT)

    assert both(content) == [(0, answer("-12.5", "-12.5", unit="points"), "")] * 2


@pytest.mark.parametrize("missing", ["", "n.d.", "nd", "–", "-"])
def test_a_missing_figure_is_no_zero(both: Both, missing: str) -> None:
    assert both(figures("57;", f"{missing};")) == [(0, answer("57", ""), "")] * 2


@pytest.mark.parametrize("scale", ["fraction", "percent"])
def test_shares_are_read_as_their_reader_says(both: Both, scale: str) -> None:
    read = {"fraction": ("57", "7"), "percent": ("0.57", "0.07")}[scale]

    assert (
        both(figures("0,57;", "0,07;"), command=f"show -f csv --scale {scale}")
        == [(0, answer(*read), "")] * 2
    )


@pytest.mark.parametrize(
    ("values", "english", "french"),
    [
        (("12,5;", "1,234;"),
         "line 2, column value: “12,5” (line 2) and “1,234” (line 3) do not have the same decimal mark. Say "
         "which it is: --decimal comma or --decimal point. [mixed-decimal]",
         "ligne 2, colonne value\u00a0: «\u00a012,5\u00a0» (ligne 2) et «\u00a01,234\u00a0» (ligne 3) n’ont pas "
         "le même séparateur décimal. Précisez-le\u00a0: --decimal comma ou --decimal point. [mixed-decimal]"),
        (("1,234;", "12,5;"),
         "line 2, column value: “1,234” (line 2) and “12,5” (line 3) do not have the same decimal mark. Say "
         "which it is: --decimal comma or --decimal point. [mixed-decimal]",
         "ligne 2, colonne value\u00a0: «\u00a01,234\u00a0» (ligne 2) et «\u00a012,5\u00a0» (ligne 3) n’ont pas "
         "le même séparateur décimal. Précisez-le\u00a0: --decimal comma ou --decimal point. [mixed-decimal]"),
        (("12,5;", "12.5;"),
         "line 2, column value: “12,5” (line 2) and “12.5” (line 3) do not have the same decimal mark. Say "
         "which it is: --decimal comma or --decimal point. [mixed-decimal]",
         "ligne 2, colonne value\u00a0: «\u00a012,5\u00a0» (ligne 2) et «\u00a012.5\u00a0» (ligne 3) n’ont pas "
         "le même séparateur décimal. Précisez-le\u00a0: --decimal comma ou --decimal point. [mixed-decimal]"),
        (("12,5;", "1.234;"),
         "line 2, column value: “12,5” (line 2) and “1.234” (line 3) do not have the same decimal mark. Say "
         "which it is: --decimal comma or --decimal point. [mixed-decimal]",
         "ligne 2, colonne value\u00a0: «\u00a012,5\u00a0» (ligne 2) et «\u00a01.234\u00a0» (ligne 3) n’ont pas "
         "le même séparateur décimal. Précisez-le\u00a0: --decimal comma ou --decimal point. [mixed-decimal]"),
        (("57;", "1,234;"),
         "line 3, column value: “1,234” (line 3) may have three decimals or a mark between thousands, and no "
         "other figure tells. Say which it is: --decimal comma or --decimal point. [mixed-decimal]",
         "ligne 3, colonne value\u00a0: «\u00a01,234\u00a0» (ligne 3) peut avoir trois décimales ou un "
         "séparateur de milliers, et aucun autre résultat ne tranche. Précisez le séparateur décimal\u00a0: "
         "--decimal comma ou --decimal point. [mixed-decimal]"),
    ],
)  # fmt: skip
def test_what_one_decimal_mark_cannot_explain_is_one_problem_of_both_lines(
    both: Both, values: tuple[str, ...], english: str, french: str
) -> None:
    assert both(figures(*values)) == [
        (3, "", f"phare: f.csv, {english}\n{ONE[0]}"),
        (3, "", f"phare\u00a0: f.csv, {french}\n{ONE[1]}"),
    ]


@pytest.mark.parametrize(
    ("values", "english", "french"),
    [
        (("0,57;", "0,43;"),
         "line 2, column value: all percentages lie between 0 and 1, such as “0,57” (line 2). Say --scale "
         "fraction if 0.57 means 57%, --scale percent if they are percents already. [fraction-scale]",
         "ligne 2, colonne value\u00a0: tous les pourcentages sont compris entre 0 et 1, comme "
         "«\u00a00,57\u00a0» (ligne 2). Indiquez --scale fraction si 0,57 veut dire 57\u00a0%, --scale percent "
         "si ce sont déjà des pourcentages. [fraction-scale]"),
        (("0;", "0.57;", "1;"),
         "line 3, column value: all percentages lie between 0 and 1, such as “0.57” (line 3). Say --scale "
         "fraction if 0.57 means 57%, --scale percent if they are percents already. [fraction-scale]",
         "ligne 3, colonne value\u00a0: tous les pourcentages sont compris entre 0 et 1, comme "
         "«\u00a00.57\u00a0» (ligne 3). Indiquez --scale fraction si 0,57 veut dire 57\u00a0%, --scale percent "
         "si ce sont déjà des pourcentages. [fraction-scale]"),
    ],
)  # fmt: skip
def test_a_column_of_shares_is_one_problem(
    both: Both, values: tuple[str, ...], english: str, french: str
) -> None:
    assert both(figures(*values)) == [
        (3, "", f"phare: f.csv, {english}\n{ONE[0]}"),
        (3, "", f"phare\u00a0: f.csv, {french}\n{ONE[1]}"),
    ]


@pytest.mark.parametrize(
    ("value", "other"),
    [
        ("0,57;", "57 %;"), ("0.57;", "57%;"), ("0,05;", "5 %;"), ("0.438;", "57.1%;"), ("0,9;", "9,5 %;"),
        ("0,001;", "0,2 %;"), ("0,57;", "100 %;"), ("0,57;", "0 %;"), ("0,57;", "33;57 %;"), ("0.5;", "1%;"),
    ],
)  # fmt: skip
def test_a_share_beside_a_percent_sign_is_asked_about(both: Both, value: str, other: str) -> None:
    rows = [value, *(f"{each};" for each in other.rstrip(";").split(";"))]
    cell, last = value.rstrip(";"), rows[-1].rstrip(";")
    english = (
        f"phare: f.csv, line 2, column value: “{cell}” (line 2) has no percent sign and lies between 0 and 1, beside "
        f"“{last}” (line {len(rows) + 1}). Say --scale fraction if it is a share of 1, --scale percent if it is a "
        f"percentage as it stands. [fraction-scale]\n{ONE[0]}"
    )
    met = both(figures(*rows))

    assert met[0] == (3, "", english)
    assert (met[1][0], "n’a pas de signe" in met[1][2]) == (3, True)


@pytest.mark.parametrize(("scale", "read"), [("fraction", "57"), ("percent", "0.57")])
def test_a_share_beside_a_percent_sign_is_read_as_its_reader_says(both: Both, scale: str, read: str) -> None:
    met = both(figures("57 %;", "0,57;"), command=f"show -f csv --scale {scale}")

    assert met == [(0, answer("57", read), "")] * 2


@pytest.mark.parametrize("base", ["1.812", "12.345", "123.456"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "is not a base, unless its point parts thousands: say so with --decimal comma. [bad-base]"),
        ("fr", "n’est pas une base, sauf si son point sépare des milliers : dites-le avec --decimal comma."),
    ],
)
def test_a_base_with_a_point_names_its_remedy(
    phare: Callable[..., Any], base: str, language: str, said: str
) -> None:
    data = f"region;stakeholder;indicator;item;value;base\nFrance;citizens;i;a;45;{base}\n"
    run = phare(f"show -f csv --lang {language}", data=data)

    assert (run.status, said in run.err.replace("\N{NO-BREAK SPACE}", " ")) == (3, True)
    assert phare("show -f csv --decimal comma", data=data).column("base") == [base.replace(".", "")]


@pytest.mark.parametrize("base", ["1.000", "12.000", "2.500.000"])
@pytest.mark.parametrize("value", ["45", "45.5"])
def test_a_base_of_thousands_is_never_a_few_people(phare: Callable[..., Any], base: str, value: str) -> None:
    data = f"region;stakeholder;indicator;item;value;base\nFrance;citizens;i;a;{value};{base}\n"
    run = phare("show -f csv", data=data)

    if base.count(".") > 1 and value == "45":
        assert run.column("base") == ["2500000"]
    else:
        assert (run.status, run.out, "[mixed-decimal]" in run.err) == (3, "", True)


@pytest.mark.parametrize("unit", ["count", "€", "habitants"])
def test_a_count_with_a_point_may_be_thousands(phare: Callable[..., Any], unit: str) -> None:
    data = (
        f"region;stakeholder;indicator;item;value;unit\nFrance;citizens;i;a;1.234;{unit}\n"
        f"France;citizens;i;b;987;{unit}\n"
    )

    assert (run := phare("show -f csv", data=data)).status == 3
    assert "may have three decimals or a mark between thousands" in run.err
    assert phare("show -f csv --decimal comma", data=data).column("value") == ["1234", "987"]
    assert phare("show -f csv --decimal point", data=data).column("value") == ["987", "1.234"]


def test_a_doubt_among_the_figures_asked_for_is_settled_by_the_others(
    phare: Callable[..., Any],
) -> None:
    rows = "".join(f"Corse;g{place};i;b;12.5;count\n" for place in range(20_000))
    data = f"region;stakeholder;indicator;item;value;unit\nFrance;citizens;i;a;1.234;count\n{rows}"

    assert phare("show -f csv --region France", data=data).column("value") == ["1.234"]


@pytest.mark.parametrize("text", ['="45"', '"=""45"""', '="45,0"', '="45 %"'])
def test_a_formula_that_gives_a_text_is_that_text(phare: Callable[..., Any], text: str) -> None:
    data = f'="region";stakeholder;indicator;item;value\n="93";="citizens";i;="01";{text}\n'
    run = phare("show -f csv", data=data)

    assert (run.column("region"), run.column("item")) == (["Provence-Alpes-Côte d'Azur"], ["01"])
    assert run.column("value") == ["45"]


def test_a_formula_that_gives_a_text_is_that_answer(phare: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('="REG";="Q";N;W\n="93";="01";="7";="2"\n="93";01;3;2\n')
    run = phare("tabulate a.csv -r REG -s =citizens --single Q --score N --weight W -f csv")

    assert (run.column("item"), run.column("value")) == (["01", "mean"], ["100", "5"])
