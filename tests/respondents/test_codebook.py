"""The results file is a data package: it reads back, its descriptor is valid, its codebook tells every question."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from frictionless import Package

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.contract import COLUMNS, CONTRACT, KEY, REQUIRED
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.tabulate.contract_table import results_table
from phare_cli.recipes.tabulate.data_package import field_of
from phare_cli.rendering.look import Look
from phare_cli.rendering.tables.delimited import render_csv
from phare_cli.results import read

SPEC = """
survey = "Baromètre"
wave = "=2024"
region = "R"
stakeholder = "=citizens"
weight = "W"
missing = ["NSP"]
source = "Observatoire"
url = "https://example.org"
[[question]]
indicator = "engagement"
column = "Q"
wording = "Are you engaged?"
options = {Oui = "yes", Non = "no"}
missing = ["refus"]
asked = {F = ["x", "y"]}
universe = "those who know"
[[question]]
indicator = "note"
kind = "score"
column = "N"
"""
ANSWERS = (
    "R,W,Q,N,F\n"
    + "PACA,1.5,Oui,7,x\nBretagne,0.5,Non,8,y\nPACA,1,NSP,,x\nCorse,2,Oui,3,x\nCorse,2,,9,z\n" * 3
)


def test_results_read_back_as_the_same_survey(run: Callable[..., Any], tmp_path: Path) -> None:
    tabulation = run(SPEC, ANSWERS).tabulation
    path = tmp_path / "results.csv"
    path.write_text(render_csv(tabulation.results, Look()), encoding="utf-8", newline="")

    survey = read(path)

    assert [each.key for each in survey.estimates] == [each.key for each in tabulation.survey.estimates]
    assert [
        (each.value, each.base, each.effective_base, each.in_national_sample) for each in survey.estimates
    ] == [
        (each.value, each.base, each.effective_base, each.in_national_sample)
        for each in tabulation.survey.estimates
    ]


def test_the_descriptor_holds_for_the_results(run: Callable[..., Any], tmp_path: Path) -> None:
    tabulation = run(SPEC, ANSWERS, results_path="somewhere/results.csv").tabulation
    table = render_csv(tabulation.results, Look())
    (tmp_path / "results.csv").write_text(table, encoding="utf-8", newline="")
    (tmp_path / "datapackage.json").write_text(json.dumps(tabulation.descriptor), encoding="utf-8")

    report = Package(str(tmp_path / "datapackage.json")).validate()

    assert report.flatten(["type", "message"]) == []


def test_the_descriptor_tells_each_question(run: Callable[..., Any]) -> None:
    first, second = run(SPEC, ANSWERS).tabulation.descriptor["phare:questions"]

    assert first == {
        "indicator": "engagement",
        "question": "Are you engaged?",
        "kind": "single",
        "columns": ["Q"],
        "items": ["yes", "no"],
        "missing": ["NSP", "refus"],
        "asked": {"F": ["x", "y"]},
    }
    assert second["items"] == ["mean"]


def test_the_codebook_tells_options_bases_and_missing(run: Callable[..., Any]) -> None:
    page = run(SPEC, ANSWERS).tabulation.codebook

    rows = [
        (
            row["indicator"],
            row["question"],
            row["item"],
            row["answers"],
            row["base"],
            row["missing"],
            row["value"],
        )
        for row in page.records()
    ]
    assert rows == [
        ("engagement", "Are you engaged?", "yes", "Oui", 9, 6, 87.5),
        ("engagement", "Are you engaged?", "no", "Non", 9, 6, 12.5),
        ("note", "", "mean", "", 12, 3, 6.4166666667),
    ]


def test_the_codebook_notes_how_answers_were_read(run: Callable[..., Any]) -> None:
    page = run(SPEC, ANSWERS).tabulation.codebook

    assert [Typesetter("en").say(note) for note in page.notes] == [
        "15 rows were read.",
        "Weights stand in the column W.",
        "No answer is written “NSP”, or left empty.",
        "Engagement: no answer is also written “refus”.",
        "Engagement: asked of those who answered “x” or “y” in F.",
        "Engagement: those who know.",
    ]


def test_columns_in_which_nothing_is_known_are_not_written(run: Callable[..., Any]) -> None:
    survey = run(SPEC, ANSWERS).tabulation.survey
    bare = Survey.of(
        each._replace(
            source="", url="", universe="", question="", in_national_sample=None, nation_share=None, rounded_to=None,
            standard_error=None, rank_low=None, rank_high=None, group_share=None, breakdown="",
        )
        for each in survey.estimates
    )  # fmt: skip
    written = [column.name for column in results_table(bare).columns]

    assert written == [name for name in COLUMNS if name in written]
    assert set(written) == {*KEY, *REQUIRED, "base", "effective_base", "response"}


def test_what_stands_beside_a_value_reads_back(run: Callable[..., Any], tmp_path: Path) -> None:
    estimates = [
        each._replace(
            value=7.25, decimals=2, nation_share=0.0765, rounded_to=0.0, standard_error=1.25,
            rank_low=1.0, rank_high=2.0, scale="ordered", order=3.0, group_share=0.25,
            breakdown="size",
        )
        for each in run(SPEC, ANSWERS).tabulation.survey.estimates
    ]  # fmt: skip
    path = tmp_path / "results.csv"
    for look in (Look(), Look(dialect="excel-fr")):
        path.write_text(render_csv(results_table(Survey.of(estimates)), look), encoding="utf-8", newline="")

        assert [each._replace(file="", line=0) for each in read(path).estimates] == estimates


def test_every_column_of_the_contract_has_a_valid_field(tmp_path: Path) -> None:
    rows = [
        "region,stakeholder,indicator,item,value,rank_low,rank_high,scale,order,nation_share,in_national_sample"
    ]
    rows += ["Corse,g,i,a,1,1,2,ordered,0,0.5,yes"]
    (tmp_path / "r.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    fields = [dict(field_of(column)) for column in CONTRACT]
    names = rows[0].split(",")
    schema = {"fields": [next(field for field in fields if field["name"] == name) for name in names]}
    descriptor = {"name": "p", "resources": [{"name": "r", "path": "r.csv", "schema": schema}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")

    assert Package(str(tmp_path / "datapackage.json")).validate().flatten(["type", "message"]) == []
