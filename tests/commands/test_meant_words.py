"""Whoever types a word that phare knows where it does not stand is told what to type."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("version", "phare --version"),
        ("régions", "phare list regions"),
        ("indicators", "phare list indicators"),
        ("d.csv", "phare show --data d.csv"),
        ("show --json", "write --format json."),
        ("show --csv", "write --format csv."),
        ("report -r PACA --word", "write --output FILE.docx."),
        ("plot innovation --png", "write --output FILE.png."),
        ("--data d.csv show", "phare show --data."),
        ("-r PACA report", "phare report -r."),
        ("value engagement -i x", "Did you mean --item?"),
        ("show --lang français", "Vouliez-vous dire fr"),
        ("show --color jamais", "Did you mean never?"),
        ("show -r paca,bretagne", "--region paca --region bretagne"),
        ("show -s citizens;mayors", "--stakeholder citizens --stakeholder mayors"),
        ("show emploi", "“emploi” is an item and no indicator"),
        ("init projet", "go to “projet” first"),
        ("run report", "leave “report” out"),
        ("man", "phare help --man"),
        ("codebook d.csv", "write --data d.csv."),
        ("tabulate r.csv survey.toml", "--spec survey.toml"),
        ("update -d d.csv n.md", 'data = ["results.csv"]'),
        ("update --data d.csv n.md", "or of a block (data=results.csv)"),
        ("update n.md --verify", "write phare verify."),
        ("run -d d.csv", "in phare.toml"),
        ("verify n.md d.csv", "“d.csv” is a file: write --data d.csv."),
        ("verify n.md --file d.csv", "Did you mean --data?"),
        ("verify n.md --source d.csv", "Did you mean --data?"),
        ("verify n.md --check", "the status tells"),
        ("verify n.md --rapport x.html", "Did you mean --output?"),
        ("show --year 2025", "Did you mean --wave?"),
        ("show --année 2025", "Did you mean --wave?"),
        ("show --dept Gard", "Did you mean --region?"),
        ("show --référence Gard", "--to is one of compare"),
        ("compare -r Gard --vs Aude", "Did you mean --to?"),
        ("compare -r Gard --whole Aude", "write --to NAME --sample nested, or once in phare.toml"),
        ("report --all", "write --each region"),
        ("report -r Gard --images carte", "Did you mean --picture?"),
        ("init --git", "write --hook."),
        ("help fichiers", "Did you mean columns, formats, spec or tables? (phare help columns)"),
        ("help modèle", "Did you mean report or phare.toml? (phare help report)"),
    ],
)
def test_what_was_meant_is_told(phare: Phare, tmp_path: Path, typed: str, told: str) -> None:
    (tmp_path / "d.csv").write_text("region,stakeholder,indicator,item,value\nGard,habitants,q,x,1\n")
    run = phare(typed)

    assert (run.status, told in run.err) == (2, True), run.err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("verify .", "“.” is a folder: name the files in it, such as *.md."),
        ("show -d https://example.org/a.csv", "phare reads files and no addresses"),
    ],
)
def test_what_is_no_file_is_told_apart(phare: Phare, typed: str, told: str) -> None:
    run = phare(typed)

    assert (run.status, told in run.err) == (4, True), run.err


@pytest.mark.parametrize("typed", ["show -r x,y", "show --zut", "value engagement -z", "prout", "help prout"])
def test_what_nothing_known_was_meant_by_is_guessed_at_by_nobody(phare: Phare, typed: str) -> None:
    run = phare(typed)

    assert run.status == 2
    assert "write" not in run.err


def test_a_region_is_no_reference_to_itself(phare: Phare, tmp_path: Path) -> None:
    data = "region,stakeholder,indicator,item,value\nGard,citizens,q,x,1\nAude,citizens,q,x,2\n"
    run = phare("compare -r Gard", data=data)

    assert "with --to, such as Aude." in run.err


ASKED = {
    "": "--weight: here each weighs the same.",
    'region = "=France"\nstakeholder = "=citizens"\n': 'weight = "POIDS": here',
    'stakeholder = "=citizens"\n': 'region = "=France" for all',
    'region = "=France"\n': 'stakeholder = "=citizens" for all',
}


@pytest.mark.parametrize("spec", ASKED)
def test_what_to_add_is_named_as_it_was_asked(phare: Phare, tmp_path: Path, spec: str) -> None:
    (tmp_path / "r.csv").write_text("Q;POIDS\na;1\nb;2\n")
    (tmp_path / "s.toml").write_text(f'{spec}[[question]]\nindicator = "q"\ncolumn = "Q"')
    asked = "--spec s.toml" if spec else "--single Q -r =France -s =citizens"

    assert ASKED[spec] in phare(f"tabulate r.csv {asked}").err


def test_columns_of_options_are_named_by_their_pattern(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("Q3[a];Q3[b]\nOui;Non\n")

    assert "which 'Q3[*]' stands for" in phare("tabulate r.csv --multiple Q3 -r =France -s =citizens").err


@pytest.mark.parametrize(
    ("word", "topic"),
    [
        ("csv", "formats"),
        ("Excel", "formats"),
        ("toml", "phare.toml"),
        ("projet", "phare.toml"),
        ("encodage", "phare.toml"),
        ("erreurs", "exit-codes"),
        ("mots", "codebook"),
        ("données", "columns"),
        ("cartes", "plot"),
        ("filtres", "spec"),
    ],
)
def test_help_on_a_word_that_one_topic_alone_tells_of_is_that_topic(
    phare: Phare, word: str, topic: str
) -> None:
    run = phare(f"help {word}")

    assert (run.status, run.out) == (0, phare(f"help {topic}").out)
    assert f"“{word}” is explained under {topic}." in run.err


def test_a_page_of_figures_is_verified_as_any_other(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("region,stakeholder,indicator,item,value\nGard,habitants,q,x,1\n")
    (tmp_path / "n.md").write_text("# Note\n")

    assert phare("verify d.csv").status == 0
    assert phare("verify n.md d.csv --data d.csv").status == 0
