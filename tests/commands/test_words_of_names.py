"""A word of a name is taken for it where one name alone has the word, and the reader is told which."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from phare_cli import UnknownName, read, show

Phare = Callable[..., Any]
HEAD = "région,acteur,segment,indicateur,modalité,valeur,effectif,question\n"
ROWS = [
    f"{place},{people},{part},{asked}\n"
    for place in ("Gard", "Haute-Loire", "Pays de Sommières")
    for people, part in (
        ("Élus", ""),
        ("Habitants du littoral", ""),
        ("Habitants du littoral", "Non employeurs"),
    )
    for asked in (
        "Difficultés du quotidien,Trouver un médecin,41,412,",
        "Difficultés du quotidien,Trouver un emploi,30,412,",
        "Difficultés du quotidien,Se déplacer sans voiture,22,412,",
        "Q7,Pas satisfait,52,412,Êtes-vous satisfait de votre mairie ?",
        "Q7,Ne sait pas,4,412,Êtes-vous satisfait de votre mairie ?",
    )
]
DATA = HEAD + "".join(ROWS)


@pytest.mark.parametrize(
    ("options", "taken"),
    [
        ("--item médecin", "Trouver un médecin"),
        ("--item medecins", "Trouver un médecin"),
        ("--item 'trouver médecin'", "Trouver un médecin"),
        ("--item voiture", "Se déplacer sans voiture"),
        ("--item empl", "Trouver un emploi"),
        ("quotidien", "Difficultés du quotidien"),
        ("mairie", "Q7"),
        ("-r sommières", "Pays de Sommières"),
        ("-s littoral", "Habitants du littoral"),
        ("-s élu", "Élus"),
    ],
)
def test_the_only_name_with_a_word_is_taken_for_it(phare: Phare, options: str, taken: str) -> None:
    run = phare(f"show {options}", data=DATA)

    assert run.status == 0
    assert f"was taken for “{taken}”: no other name here has that word." in run.err


@pytest.mark.parametrize(
    ("options", "offered"),
    [
        ("--item trouver", '"Trouver un médecin" or "Trouver un emploi"'),
        ("--item satisfait", '"Pas satisfait"'),
        ("-r loire", "Haute-Loire"),
        ("--segment employeurs", '"Non employeurs"'),
        ("dificultés", '"Difficultés du quotidien"'),
        ("-r gars", "Gard"),
        ("-s littoral --item médcin", '"Trouver un médecin"'),
    ],
)
def test_what_is_left_in_doubt_is_offered_as_a_shell_takes_it(
    phare: Phare, options: str, offered: str
) -> None:
    run = phare(f"show {options}", data=DATA)

    assert (run.status, run.out) == (2, "")
    assert f"Did you mean {offered}?" in run.err


def test_a_word_is_taken_without_a_word_to_who_wants_quiet(phare: Phare) -> None:
    run = phare("value quotidien -r gard -s élu --segment none --item médecin -q --lang fr", data=DATA)

    assert (run.status, run.out, run.err) == (0, "41\u00a0%\n", "")


def test_a_french_reader_is_told_in_french(phare: Phare) -> None:
    run = phare("show quotidien --item médecin --lang fr", data=DATA)

    assert "« médecin » est pris pour « Trouver un médecin »" in run.err.replace("\u00a0", " ")


def test_a_block_and_a_project_take_words_too(phare: Phare, tmp_path: Any) -> None:
    (tmp_path / "own.csv").write_text(DATA, encoding="utf-8")
    (tmp_path / "phare.toml").write_text('data = ["own.csv"]\nregion = "sommières"\n', encoding="utf-8")
    (tmp_path / "note.md").write_text(
        "<!-- phare: value quotidien -s élus --item médecin -->x<!-- /phare -->\n", "utf-8"
    )

    assert phare("update note.md").status == 0
    assert ">41%<" in (tmp_path / "note.md").read_text(encoding="utf-8")


def test_a_label_of_ones_own_codebook_is_offered_in_the_language_of_the_reader(
    phare: Phare, tmp_path: Any
) -> None:
    book = "kind,id,en,fr\nitem,Trouver un médecin,Seeing a doctor,Voir un médecin\n"
    (tmp_path / "words.csv").write_text(book, encoding="utf-8")
    run = phare("show --item docter --codebook words.csv", data=DATA)

    assert 'Did you mean "Seeing a doctor"?' in run.err


QUESTIONS = HEAD + "".join(
    f"Gard,Habitants,,{asked},{item},41,412,\n"
    for asked, item in (
        ("Êtes-vous satisfait de votre commune ?", "Oui"),
        ("Êtes-vous satisfait de votre commune ?", "Non"),
        ("Êtes-vous satisfait de votre commune ? (En tout)", "En tout"),
        ("Quittez-vous votre commune ?", "Oui"),
    )
)


def test_a_question_is_offered_in_one_pair_of_quotes(phare: Phare) -> None:
    run = phare("show commune --lang fr", data=QUESTIONS)

    assert 'dire "Êtes-vous satisfait de votre commune ?" ou "Quittez-vous votre commune ?"' in run.err


def test_a_question_is_taken_before_what_was_made_of_it(phare: Phare) -> None:
    run = phare("show satisfait", data=QUESTIONS)

    assert "taken for “Êtes-vous satisfait de votre commune ?”" in run.err


def test_python_takes_no_word_for_a_name(tmp_path: Any) -> None:
    (tmp_path / "own.csv").write_text(DATA, encoding="utf-8")

    with pytest.raises(UnknownName, match="Trouver un médecin"):
        show(read(tmp_path / "own.csv"), items=["médecin"])
