"""The shipped figures as a Frictionless Data Package: valid, and true to the files it describes."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import frictionless
import pytest

from phare_cli.nouns.contract import COLUMNS, CONTRACT, KEY, REQUIRED
from phare_cli.recipes.tabulate.data_package import field_of
from phare_cli.results import shipped
from phare_cli.results.shipped import shipped_data

DESCRIPTOR = shipped_data()[0].with_name("datapackage.json")


@pytest.fixture(scope="module")
def package() -> dict[str, Any]:
    return json.loads(DESCRIPTOR.read_text(encoding="utf-8"))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_frictionless_finds_nothing_wrong() -> None:
    report = frictionless.validate(str(DESCRIPTOR))

    assert report.flatten(["rowNumber", "fieldName", "type", "note"]) == []
    assert report.valid


def test_the_command_line_of_frictionless_agrees() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=DESCRIPTOR.parent,
        capture_output=True,
        check=False,
    )

    assert run.returncode == 0
    assert json.loads(run.stdout)["valid"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (",45,percent,", ",450,percent,", "constraint-error"),
        (",45,percent,", ',"45,0",percent,', "type-error"),
        (",companies,", ",firms,", "constraint-error"),
        ("PHARE,2015-2016,", "PHARE,,", "constraint-error"),
        (",citizens,,fragilities,", ",companies,,fragilities,", "primary-key"),
    ],
    ids=["above 100", "decimal comma", "unknown group", "no wave", "same figure twice"],
)
def test_the_schema_refuses_what_breaks_the_contract(tmp_path: Path, old: str, new: str, found: str) -> None:
    for path in (*shipped_data(), DESCRIPTOR):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    broken = tmp_path / "phare_paca.csv"
    broken.write_text(broken.read_text("utf-8").replace(old, new, 1), "utf-8", newline="\n")

    report = frictionless.validate(str(tmp_path / "datapackage.json"))

    assert [error for (error,) in report.flatten(["type"])] == [found]


def test_the_resources_are_the_shipped_files_in_their_order(package: dict[str, Any]) -> None:
    assert [resource["path"] for resource in package["resources"]] == [path.name for path in shipped_data()]


@pytest.mark.parametrize("place", [0, 1])
def test_the_schema_lists_the_columns_of_its_file_in_their_order(package: dict[str, Any], place: int) -> None:
    fields = [field["name"] for field in package["resources"][place]["schema"]["fields"]]

    with shipped_data()[place].open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == fields


@pytest.mark.parametrize("place", [0, 1])
def test_every_column_is_one_of_the_contract_in_its_order(package: dict[str, Any], place: int) -> None:
    fields = [field["name"] for field in package["resources"][place]["schema"]["fields"]]

    assert fields == [name for name in COLUMNS if name in fields]


@pytest.mark.parametrize("place", [0, 1])
def test_every_column_holds_what_the_contract_says(package: dict[str, Any], place: int) -> None:
    contract: dict[str, dict[str, Any]] = {column.name: {**field_of(column)} for column in CONTRACT}

    for field in package["resources"][place]["schema"]["fields"]:
        said, stated = field.get("constraints", {}), contract[field["name"]]
        bounds = stated.pop("constraints", {})
        assert {name: field.get(name) for name in stated if name != "description"} == {
            name: value for name, value in stated.items() if name != "description"
        }
        assert {name: said.get(name) for name in bounds} == bounds


@pytest.mark.parametrize("place", [0, 1])
def test_required_columns_are_always_filled_but_for_the_value(package: dict[str, Any], place: int) -> None:
    for field in package["resources"][place]["schema"]["fields"]:
        if field["name"] in REQUIRED and field["name"] != "value":
            assert field["constraints"]["required"], field["name"]


@pytest.mark.parametrize("place", [0, 1])
def test_every_column_is_titled_and_described(package: dict[str, Any], place: int) -> None:
    for field in package["resources"][place]["schema"]["fields"]:
        assert field["title"], field["name"]
        assert field["description"].endswith("."), field["name"]


@pytest.mark.parametrize("place", [0, 1])
def test_the_primary_key_is_the_key_of_the_contract(package: dict[str, Any], place: int) -> None:
    assert package["resources"][place]["schema"]["primaryKey"] == list(KEY)


def test_no_key_stands_in_both_files() -> None:
    keys = [tuple(row[name] for name in KEY) for path in shipped_data() for row in rows(path)]

    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("place", [0, 1])
def test_the_sources_of_a_resource_are_those_of_its_rows(package: dict[str, Any], place: int) -> None:
    said = [(source["title"], source.get("path", "")) for source in package["resources"][place]["sources"]]

    assert said == list(dict.fromkeys((row["source"], row["url"]) for row in rows(shipped_data()[place])))


def test_the_package_names_every_source_once(package: dict[str, Any]) -> None:
    said = [(source["title"], source.get("path", "")) for source in package["sources"]]

    assert len(said) == len(set(said)) == 15
    assert set(said) == {(row["source"], row["url"]) for path in shipped_data() for row in rows(path)}


def test_figures_inside_the_package_come_before_those_of_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "src" / "phare_cli" / "data").mkdir(parents=True)
    monkeypatch.setattr(shipped, "HERE", tmp_path / "src" / "phare_cli")

    assert {path.parent for path in shipped_data()} == {tmp_path / "src" / "phare_cli" / "data"}


def test_a_checkout_keeps_its_figures_beside_its_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped, "HERE", tmp_path / "src" / "phare_cli")

    assert [path.relative_to(tmp_path).as_posix() for path in shipped_data()] == [
        "data/phare_paca.csv",
        "data/phare_regions.csv",
    ]
