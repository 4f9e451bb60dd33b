"""The places of one's own survey add up to a whole of one's own: a town, a département, an intercommunality."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from pathlib import Path
from typing import Any

import pytest

from phare_cli.measuring.normal import two_sided_p

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base,in_national_sample,nation_share,whole,rounded_to\n"
DATA = HEAD + (
    "Grand Lyon,habitants,soucis,bruit,40,2000,,,,0\n"
    "Gerland,habitants,soucis,bruit,46,500,yes,0.25,Grand Lyon,0\n"
    "Vaise,habitants,soucis,bruit,38,1500,yes,0.75,Grand Lyon,0\n"
)
ANSWERS = (
    "quartier,Q1\n" + "Gerland,Oui\n" * 40 + "Gerland,Non\n" * 60 + "Vaise,Oui\n" * 30 + "Vaise,Non\n" * 170
)
TABULATE = "tabulate r.csv --single Q1 --region quartier --stakeholder =habitants"


def said(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "r.csv"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


def test_a_part_is_tested_inside_the_whole_that_its_row_names(phare: Phare) -> None:
    row = phare("compare -r Gerland -f json", data=DATA).rows[0]

    # Inside a whole of which it is the part W: the variance of the gap is that of the part less that of the whole.
    variance = 0.4 * 0.6 * (1 / 500 - 1 / 2000)
    assert row["p_value"] == pytest.approx(two_sided_p(0.06 / sqrt(variance)), rel=1e-9)


def test_a_place_stands_beside_its_whole_unless_another_is_named(phare: Phare) -> None:
    page = said(phare("report -r Gerland --lang fr", data=DATA).out)

    assert "Gerland (référence : Grand Lyon)" in said(
        phare("compare -r Gerland --lang fr --sentences", data=DATA).out
    )
    assert "inclus dans l'échantillon de « Grand Lyon » : Gerland" in page
    assert "France" not in page.partition("Fiche d'enquête")[0]


def test_what_is_said_of_a_whole_is_nothing_of_another_place(phare: Phare) -> None:
    row = phare("compare -r Gerland --to Vaise -f json", data=DATA).rows[0]

    assert row["verdict"] == "above"
    pooled = (500 * 0.46 + 1500 * 0.38) / 2000
    assert row["p_value"] == pytest.approx(
        two_sided_p(0.08 / sqrt(pooled * (1 - pooled) * (1 / 500 + 1 / 1500))), rel=1e-9
    )


def test_tabulate_names_the_whole_of_a_survey(phare: Phare, answers: Path) -> None:
    rows = phare(f"{TABULATE} --whole 'Grand Lyon'").out.splitlines()

    names = rows[0].split(",")
    table = [dict(zip(names, row.split(","), strict=True)) for row in rows[1:]]
    yes = {row["region"]: (float(row["value"]), row["whole"]) for row in table if row["item"] == "Oui"}
    assert yes == {
        "Grand Lyon": (pytest.approx(70 / 300 * 100), ""),
        "Gerland": (40.0, "Grand Lyon"),
        "Vaise": (15.0, "Grand Lyon"),
    }


def test_a_spec_names_the_whole_too(phare: Phare, answers: Path, tmp_path: Path) -> None:
    spec = 'region = "quartier"\nstakeholder = "=habitants"\nwhole = "Grand Lyon"\n'
    (tmp_path / "s.toml").write_text(
        f'{spec}[[question]]\nindicator = "tri"\ncolumn = "Q1"\n', encoding="utf-8"
    )

    rows = phare("tabulate r.csv --spec s.toml").out

    assert rows == phare(f"{TABULATE} --whole 'Grand Lyon'").out.replace(",Q1,", ",tri,")


def test_who_answers_for_the_whole_counts_in_it_alone(phare: Phare, answers: Path) -> None:
    answers.write_text(ANSWERS + "Grand Lyon,Oui\n" * 20, encoding="utf-8")

    run = phare(f"{TABULATE} --whole 'Grand Lyon'")

    assert "20 respondents have no area and count in the whole only." in run.err
    assert {row.split(",")[2] for row in run.out.splitlines()[1:]} == {"Grand Lyon", "Gerland", "Vaise"}


def test_a_whole_of_regions_that_add_up_to_none_is_refused(
    phare: Phare, answers: Path, tmp_path: Path
) -> None:
    spec = 'region = "quartier"\nstakeholder = "=habitants"\nwhole = "Grand Lyon"\nnation = false\n'
    (tmp_path / "s.toml").write_text(
        f'{spec}[[question]]\nindicator = "tri"\ncolumn = "Q1"\n', encoding="utf-8"
    )

    run = phare("tabulate r.csv --spec s.toml")

    assert run.status == 3
    assert "it names what the regions add up to" in run.err
