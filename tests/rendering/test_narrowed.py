"""A comparison in a document is as narrow as its page: what is said once or spared goes, and the page says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from phare_cli import Look, compare, read, show
from phare_cli.nouns.table import Table
from phare_cli.rendering.page_parts import render_table_parts

FEW = ("employment", "mobility")
LONG = ("accompagnement des personnes âgées", "mobilité quotidienne", "accès au logement abordable")


def survey(tmp_path: Path, items: tuple[str, ...], groups: tuple[str, ...]) -> Any:
    file = tmp_path / "results.csv"
    file.write_text(
        "wave,region,stakeholder,indicator,item,value,base,in_national_sample\n"
        + "".join(
            f"2024,{region},{group},fragilities,{item},{value + by},{base},{nested}\n"
            for region, by, base, nested in (("Bretagne", 6, 812, "yes"), ("France", 0, 5034, ""))
            for group in groups
            for value, item in enumerate(items, 40)
        ),
        encoding="utf-8",
    )
    return read(file)


def told(table: Table, lang: str = "fr") -> tuple[list[str], str]:
    """Return the headings of the first table, and all that is said around it."""
    parts = json.loads(render_table_parts(table, Look(language=lang)))
    headings = next(part["headings"] for part in parts if part["role"] == "table")
    return [text for text, _ in headings], "\n".join(part["text"] for part in parts if "text" in part)


def test_a_group_that_every_row_shares_is_told_above_a_wide_table(tmp_path: Path) -> None:
    headings, around = told(compare(survey(tmp_path, LONG, ("citizens",)), regions=["Bretagne"]))

    assert "Acteurs" not in headings
    assert "Citoyens" in around


def test_groups_that_differ_stay_in_the_table(tmp_path: Path) -> None:
    headings, _ = told(compare(survey(tmp_path, LONG, ("citizens", "mayors")), regions=["Bretagne"]))

    assert "Acteurs" in headings


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_wide_comparison_keeps_its_figures_and_verdict_and_names_what_it_leaves_out(
    tmp_path: Path, lang: str
) -> None:
    table = compare(survey(tmp_path, LONG, ("citizens", "mayors")), regions=["Bretagne"])
    headings, around = told(table, lang)

    assert {"fr": {"Valeur", "France", "Écart", "Verdict"}, "en": {"Value", "France", "Gap", "Verdict"}}[
        lang
    ] <= set(headings)
    assert {"fr": "ne figurent pas ici\u00a0: p ajustée", "en": "want of room: Adjusted p"}[lang] in around


def test_a_table_that_fits_is_left_as_it_is(tmp_path: Path) -> None:
    headings, around = told(show(survey(tmp_path, FEW, ("citizens",))), "en")

    assert {"Group", "Item", "Base"} <= set(headings)
    assert "want of room" not in around
