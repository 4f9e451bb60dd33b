"""What ``phare init`` guesses is written once, in words that a person corrects, and said no more at each run."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
OFFICE = "Année;Territoire;Catégorie;Thème;Réponse;Pourcentage;Effectif total;Lot\n" + "".join(
    f"{year};{place};{group};Soucis;{item};{value},5 %;{base};vu\n"
    for year in (2024, 2025)
    for place, base in (("Gard", 300), ("Hérault", 280), ("Ensemble de l'Occitanie", 1400))
    for group in ("Habitants", "Élus")
    for item, value in (
        ("L'emploi", 41),
        ("La mobilité", 38),
        ("Le bruit", 30),
        ("L'école", 22),
        ("L'eau", 9),
    )
)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "baromètre.csv").write_bytes(OFFICE.encode("cp1252"))
    return tmp_path


def toml_of(folder: Path) -> str:
    return (folder / "phare.toml").read_text(encoding="utf-8")


def test_what_was_guessed_of_columns_and_letters_is_written_once(phare: Phare, office: Path) -> None:
    begun = phare("init --lang fr")
    written = tomllib.loads(toml_of(office))

    assert "Catégorie" in begun.err
    assert (written["encoding"], written["map"]) == (
        "windows-1252",
        {"stakeholder": "Catégorie", "indicator": "Thème"},
    )


@pytest.mark.parametrize(
    "command", ["show", "compare -r gard", "list items", "report -r gard", "update note.md"]
)
def test_what_is_written_is_not_said_again(phare: Phare, office: Path, command: str) -> None:
    phare("init --lang fr")
    answered = toml_of(office).replace("# base =", "base =")
    (office / "phare.toml").write_text(answered, encoding="utf-8")
    said = [line for line in phare(command).err.splitlines() if "remarque" in line]

    assert said == []


def test_what_is_read_as_guessed_is_read_alike_as_written(phare: Phare, office: Path) -> None:
    before = phare("show -f csv --data baromètre.csv").out
    phare("init --lang fr")

    assert phare("show -f csv").out == before


def test_what_no_data_say_stands_in_lines_for_a_person_to_answer(phare: Phare, office: Path) -> None:
    begun = phare("init --lang en")
    text = toml_of(office)
    for line in ("base", "whole", "in_national_sample"):
        text = text.replace(f"# {line} =", f"{line} =")
    (office / "phare.toml").write_text(text, encoding="utf-8")
    row = phare("compare -r gard --wave 2025 -f json").rows[0]

    assert "for you to answer: base, whole and in_national_sample." in begun.err
    assert (row["base"], row["reference"], row["reason"]) == (300, 41.5, None)


def test_phare_check_tells_what_the_other_commands_leave(phare: Phare, office: Path) -> None:
    phare("init --lang en")

    assert "the columns “Effectif total” and “Lot” are not used" in phare("check").err
    assert "Lot" not in phare("show").err


def test_another_file_than_the_project_s_need_not_have_its_columns(phare: Phare, office: Path) -> None:
    phare("init --lang en")
    (office / "other.csv").write_text("region,stakeholder,indicator,item,value\nGard,maires,eau,prix,40\n")

    assert phare("value --data other.csv").out == "40%\n"


def test_of_another_file_too_the_figure_is_the_column_that_was_chosen(phare: Phare, office: Path) -> None:
    (office / "phare.toml").write_text('map = { value = "Part redressée" }\n', encoding="utf-8")
    (office / "other.csv").write_text("region,stakeholder,indicator,item,value\nGard,maires,eau,prix,40\n")

    assert phare("value --data other.csv").status == 3


def test_a_project_s_own_file_must_have_the_columns_that_were_chosen(phare: Phare, office: Path) -> None:
    phare("init --lang en")
    (office / "baromètre.csv").write_bytes(OFFICE.replace("Catégorie", "Segment").encode("cp1252"))

    assert "there is no column “Catégorie” to read stakeholder from" in phare("show").err


def test_a_codebook_saved_by_a_spreadsheet_is_in_the_encoding_that_the_project_states(
    phare: Phare, office: Path
) -> None:
    phare("init --lang fr")
    words = office / "mots.csv"
    words.write_bytes(words.read_text(encoding="utf-8").encode("cp1252"))

    assert "mots.csv" not in phare("show").err
    assert "mots.csv" not in phare("check").err
    assert "mots.csv" in phare("show --codebook mots.csv").err


def test_groups_that_phare_knows_stand_first_under_a_draft_too(phare: Phare, office: Path) -> None:
    before = phare("list stakeholders -f json --data baromètre.csv").rows
    phare("init --lang fr")

    assert [row["name"] for row in phare("list stakeholders -f json").rows] == [row["name"] for row in before]


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("item,Le bruit,B,\n", ["emploi", "mobilité", "bruit"]),
        ("item,Le bruit,B,1\n", ["bruit", "emploi", "mobilité"]),
        ("item,Le bruit,B,\nitem,mobilité,M,\n", ["bruit", "mobilité", "emploi"]),
    ],
)
def test_a_codebook_that_names_new_things_alone_leaves_the_known_first(
    phare: Phare, tmp_path: Path, words: str, order: list[str]
) -> None:
    (tmp_path / "w.csv").write_text("kind,id,fr,order\n" + words, encoding="utf-8")
    data = "region,stakeholder,indicator,item,value\n" + "".join(
        f"{place},citizens,w,{item},40\n"
        for place in ("France", "Gard")
        for item in ("Le bruit", "mobilité", "emploi")
    )
    rows = phare("compare -r gard --codebook w.csv -f json", data=data).rows
    names = {"employment": "emploi", "mobilité": "mobilité", "mobility": "mobilité", "Le bruit": "bruit"}

    assert [names[row["item"]] for row in rows] == order


def test_answers_in_letters_of_old_are_counted_with_their_encoding(phare: Phare, tmp_path: Path) -> None:
    answers = "DEP;Q1 [été];Q1 [hiver]\n" + "Gard;Oui;Non\nHérault;Non;Oui\n" * 40
    (tmp_path / "a.csv").write_bytes(answers.encode("cp1252"))
    phare("init --lang fr")

    assert "--encoding windows-1252" in toml_of(tmp_path)
    assert "1252" not in phare("run").err.replace("--encoding windows-1252", "")


def test_a_first_note_shows_the_newest_wave_of_one_place_on_about_a_screen(
    phare: Phare, office: Path
) -> None:
    phare("init --lang en")
    phare("run")
    note = (office / "note.md").read_text(encoding="utf-8")

    assert "--region ensemble-de-l-occitanie --wave 2025 --top 3 -->" in note
    assert "2024" not in note
    assert len(note.splitlines()) < 70


def git(folder: Path, content: bytes | None = None, at: str = ".") -> None:
    (folder / ".git").mkdir()
    if content is not None:
        (folder / at / ".gitignore").write_bytes(content)


@pytest.mark.parametrize(
    ("held", "holds"),
    [
        (None, b".phare/\n"),
        (b"", b".phare/\n"),
        (b"*.docx\n", b"*.docx\n.phare/\n"),
        (b"*.docx", b"*.docx\n.phare/\n"),
        (b"*.docx\r\n", b"*.docx\r\n.phare/\r\n"),
        (b"\xe9\n", b"\xe9\n.phare/\n"),
        (b".phare\n", b".phare\n"),
        (b"a\n/.phare/\nb\n", b"a\n/.phare/\nb\n"),
    ],
)
def test_in_a_repository_what_phare_run_keeps_is_left_out(
    phare: Phare, office: Path, held: bytes | None, holds: bytes
) -> None:
    git(office, held)
    begun = phare("init --lang en")

    assert (office / ".gitignore").read_bytes() == holds
    assert ("phare: .gitignore: .phare/ added" in begun.err) == (holds != held)


def test_outside_of_a_repository_no_file_of_git_is_written(phare: Phare, office: Path) -> None:
    phare("init --lang en")

    assert not (office / ".gitignore").exists()
