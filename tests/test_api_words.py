"""Python tells what it reads in a project's own words, and in those of the data, as the command line does."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli import (
    Look,
    UnreadableInput,
    check,
    compare,
    draw,
    list_names,
    own_codebook,
    plot,
    read,
    render,
    report,
    show,
    tabulate,
    tidy,
)

Phare = Callable[..., Any]

WORDS = """kind;id;fr;en;aliases;color
région;Grand Alès;Alès Agglomération;Greater Alès;Ales;
groupe;agents;Agents;Staff;agents publics;
indicateur;partenariats;Utilité des partenariats;Usefulness of partnerships;;
modalité;utiles;Utiles;Useful;;#cc0022
"""
RESULTS = "region,stakeholder,indicator,item,value,base\nales,agents publics,partenariats,utiles,45,800\n"
SPOKEN = "region,stakeholder,indicator,item,value,base\nPACA,habitants,fragilités,emploi,45,800\n"
FRENCH = Look(language="fr")
# What the command line is asked, and Python.
ASKED: dict[str, Callable[[], Any]] = {
    "show": lambda: show(read("r.csv", codebook="mots.csv")),
    "compare --by stakeholder": lambda: compare(read("r.csv", codebook="mots.csv"), by="stakeholder"),
    "list regions": lambda: list_names(read("r.csv", codebook="mots.csv"), "regions"),
    "check": lambda: check("r.csv", codebook="mots.csv"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mots.csv").write_text(WORDS, encoding="utf-8")
    (tmp_path / "r.csv").write_text(RESULTS, encoding="utf-8")
    (tmp_path / "habitants.csv").write_text(SPOKEN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("theme", ["", 'theme = "dark"\n'])
@pytest.mark.parametrize("color", ["#ffee00", "#111111"])
def test_python_doubts_the_colours_that_the_command_doubts(
    phare: Phare, folder: Path, color: str, theme: str
) -> None:
    (folder / "mots.csv").write_text(WORDS.replace("#cc0022", color), encoding="utf-8")
    (folder / "phare.toml").write_text(f'codebook = "mots.csv"\n{theme}', encoding="utf-8")
    with own_codebook("mots.csv"):
        within = check("r.csv")

    said = phare("check r.csv -f markdown").out
    assert render(check("r.csv"), "markdown") == said
    assert render(check("r.csv", codebook="mots.csv"), "markdown") == render(within, "markdown")
    assert ("doubtful-color" in said) == ((color == "#ffee00") == (not theme))


@pytest.mark.parametrize("command", ASKED)
def test_a_codebook_names_what_is_asked_as_on_the_command_line(
    phare: Phare, folder: Path, command: str
) -> None:
    run = phare(f"{command} --data r.csv --codebook mots.csv --lang fr -f markdown")

    assert render(ASKED[command](), "markdown", FRENCH) == run.out


def test_the_codebook_of_the_project_is_taken_up(phare: Phare, folder: Path) -> None:
    (folder / "phare.toml").write_text('codebook = "mots.csv"\nlang = "fr"\n')

    assert render(show(read("r.csv")), "markdown", FRENCH) == phare("show --data r.csv -f markdown").out


def test_a_codebook_that_is_given_goes_before_that_of_the_project(folder: Path) -> None:
    (folder / "phare.toml").write_text('codebook = "absent.csv"\n')
    given = render(show(read("r.csv", codebook=io.BytesIO(WORDS.encode()))), "markdown")
    with own_codebook("mots.csv"):
        within = render(show(read("r.csv")), "markdown")

    assert "Staff" in given
    assert "Staff" in within


def test_words_of_the_data_are_kept(phare: Phare, folder: Path) -> None:
    told = render(show(read("habitants.csv")), "markdown", FRENCH)

    assert "Habitants" in told
    assert told == phare("show --data habitants.csv --lang fr -f markdown").out


def test_each_survey_keeps_its_words_whatever_is_read_later(folder: Path) -> None:
    own, spoken = show(read("r.csv", codebook="mots.csv")), show(read("habitants.csv"))
    shipped = show(read(), indicators="fragilities", regions="PACA")
    told = [render(table, "markdown", FRENCH) for table in (shipped, spoken, own)]

    assert ["Citoyens" in told[0], "Habitants" in told[1], "Alès Agglomération" in told[2]] == [True] * 3
    assert "Habitants" not in told[0]


def test_pictures_pages_and_notebooks_are_told_so_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    survey = read("r.csv", codebook="mots.csv")
    monkeypatch.setenv("PHARE_LANG", "fr")
    picture: Any = plot(survey, "partenariats")
    table: Any = show(survey)

    assert b"#cc0022" in draw(picture)
    assert "#cc0022" in picture._repr_svg_()
    assert "Alès Agglomération" in table._repr_markdown_()
    assert "Alès Agglomération" in render(report(survey, "ales"), "markdown", FRENCH)


def test_counted_and_tidied_results_take_up_the_words_of_the_project(folder: Path) -> None:
    (folder / "phare.toml").write_text('codebook = "mots.csv"\n')
    (folder / "a.csv").write_text("R,Q\n" + "ales,utiles\n" * 20)
    (folder / "t.csv").write_text(";agents\nutiles;62 %\nautres;38 %\n")
    counted = tabulate("a.csv", region="R", stakeholder="=agents", single="Q")
    tidied = tidy("t.csv", region="ales", stakeholder="agents", values="percent")

    assert "Alès Agglomération" in render(show(counted.survey), "markdown", FRENCH)
    assert "Alès Agglomération" in render(show(tidied), "markdown", FRENCH)


def test_the_file_of_another_user_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "phare.toml").write_text('codebook = "mots.csv"\n')
    if os.geteuid() == 0:
        os.chown(folder / "phare.toml", 12_345, -1)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 12_345)

    with pytest.raises(UnreadableInput):
        read("r.csv")
