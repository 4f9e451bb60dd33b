"""What people call a group or an answer is what phare calls it, where its codebook knows it by another word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base,response\n"
DATA = HEAD + "Corse,habitants,soucis,emploi,54,410,multiple\nCorse,habitants,soucis,bruit,38,410,multiple\n"


def said(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("show soucis", "Habitants"),
        ("report -r Corse", "« soucis » est l'emploi parmi les habitants (54 %)"),
        ("report -r Corse -f markdown", "54 % des habitants citent « emploi » à la question « soucis »"),
        ("list acteurs", "habitants"),
        ("plot soucis", "Habitants"),
    ],
)
def test_a_group_keeps_the_word_of_the_data(phare: Phare, command: str, sentence: str) -> None:
    run = phare(f"{command} --lang fr", data=DATA)

    assert sentence in said(run.out)
    assert "itoyens" not in run.out


@pytest.mark.parametrize(
    ("word", "language", "label"),
    [
        ("habitants", "fr", "Habitants"),
        ("grand public", "fr", "Grand public"),
        ("dirigeants", "fr", "Dirigeants"),
        ("responsables associatifs", "fr", "Responsables associatifs"),
        ("general public", "en", "General public"),
        ("firms", "en", "Firms"),
        ("habitants", "en", "Citizens"),
        ("citoyens", "fr", "Citoyens"),
        ("les citoyens", "fr", "Citoyens"),
        ("citizen", "en", "Citizens"),
        ("maire", "fr", "Maires"),
    ],
)
def test_a_word_is_kept_in_its_own_language(phare: Phare, word: str, language: str, label: str) -> None:
    table = phare(f"show soucis --lang {language}", data=DATA.replace("habitants", word)).out

    assert label in table


def test_two_words_for_one_group_leave_it_its_label(phare: Phare) -> None:
    data = DATA + "Corse,citoyens,avenir,oui,20,410,single\n"

    assert "Citoyens" in phare("show --lang fr", data=data).out


def test_programs_are_told_the_id(phare: Phare) -> None:
    run = phare("show soucis -s habitants -f json", data=DATA)

    assert {row["stakeholder"] for row in run.rows} == {"citizens"}


def test_what_tabulate_writes_keeps_the_word_of_the_spec(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("Q1\nOui\nNon\nOui\n", encoding="utf-8")

    run = phare("tabulate r.csv --single Q1 --region =Corse --stakeholder =habitants")

    assert {line.split(",")[3] for line in run.out.splitlines()[1:]} == {"habitants"}


def test_a_word_of_one_answer_is_none_of_the_next(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(DATA, encoding="utf-8")
    (tmp_path / "other.csv").write_text(DATA.replace("habitants", "citoyens"), encoding="utf-8")
    blocks = "".join(
        f"<!-- phare: show soucis --data {name}.csv --lang fr -->\n<!-- /phare -->\n\n"
        for name in ("one", "other")
    )
    (tmp_path / "note.md").write_text(blocks, encoding="utf-8")

    phare("update note.md")

    one, other = (tmp_path / "note.md").read_text(encoding="utf-8").split("<!-- /phare")[:2]
    assert ("Habitants" in one, "Citoyens" in one) == (True, False)
    assert ("Habitants" in other, "Citoyens" in other) == (False, True)


def test_a_project_that_names_a_group_is_heard_first(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "mots.csv").write_text("kind,id,fr\ngroupe,citizens,Riverains\n", encoding="utf-8")

    run = phare("report -r Corse --lang fr --codebook mots.csv", data=DATA)

    assert "parmi les riverains" in said(run.out)


@pytest.mark.parametrize(
    ("word", "topic"),
    [
        ("indicateurs", "Indicators"),
        ("modalites", "Items"),
        ("Modalités", "Items"),
        ("acteurs", "Stakeholder groups"),
        ("vague", "Waves"),
        ("régions", "Regions"),
        ("indicator", "Indicators"),
    ],
)
def test_what_can_be_listed_is_named_in_french_too(phare: Phare, word: str, topic: str) -> None:
    assert phare(f"list {word} --lang en", data=DATA).out.startswith(topic)


@pytest.mark.parametrize(
    ("word", "title"), [("colonnes", "Columns of a results file"), ("codes-de-retour", "Exit statuses")]
)
def test_topics_of_help_are_named_in_french_too(phare: Phare, word: str, title: str) -> None:
    assert phare(f"help {word} --lang en").out.startswith(title)


def test_a_word_for_nothing_that_can_be_listed_is_told_in_the_readers_words(phare: Phare) -> None:
    run = phare("list prix --lang fr", data=DATA)

    assert run.status == 2
    assert "régions, acteurs, indicateurs, modalités, vagues, sources ou formats" in run.err
