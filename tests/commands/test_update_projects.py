"""A document is answered by its own project, in its own language, wherever phare is run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
NO_BREAK = "\u00a0"
HEADER = "region,stakeholder,indicator,item,value\n"
RATE = "Rate: <!-- phare: value w -s citizens --><!-- /phare -->\n"


def project(folder: Path, value: int, *, toml: str = 'data = "results.csv"\n', note: str = RATE) -> Path:
    """Return the note of a project whose only figure is *value*."""
    folder.mkdir(parents=True)
    (folder / "results.csv").write_text(f"{HEADER}Corse,citizens,w,air,{value}\n")
    (folder / "phare.toml").write_text(toml)
    path = folder / "note.md"
    path.write_text(note, encoding="utf-8")
    return path


def test_each_document_keeps_the_figures_of_its_own_project(phare: Phare, tmp_path: Path) -> None:
    notes = [project(tmp_path / "a", 11), project(tmp_path / "b", 22), project(tmp_path / "c" / "d", 33)]
    phare("update a/note.md b/note.md c/d/note.md")

    assert [note.read_text().count(figure) for note, figure in zip(notes, ("11%", "22%", "33%"), strict=True)] == [
        1, 1, 1,
    ]  # fmt: skip


def test_the_project_that_one_stands_in_answers_no_block_of_another(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "phare.toml").write_text('data = "results.csv"\nlang = "fr"\ndecimals = 3\n')
    (tmp_path / "results.csv").write_text(f"{HEADER}Corse,citizens,w,air,11\n")
    note = project(tmp_path / "b", 22)
    phare("update b/note.md")

    assert "-->22%<!--" in note.read_text()


def test_a_project_above_the_document_answers_and_its_folder_may_be_read(
    phare: Phare, tmp_path: Path
) -> None:
    project(tmp_path / "p", 44)
    (tmp_path / "p" / "docs").mkdir()
    note = tmp_path / "p" / "docs" / "page.md"
    note.write_text(RATE + RATE.replace("-->", "--data ../results.csv -->", 1))
    run = phare("update p/docs/page.md")

    assert (run.status, note.read_text().count("44%")) == (0, 2)


@pytest.mark.parametrize("name", ["PHARE_DATA", "PHARE_LANG", "LANG"])
def test_the_environment_answers_no_block(phare: Phare, tmp_path: Path, name: str) -> None:
    note = project(tmp_path / "b", 22)
    (tmp_path / "other.csv").write_text(f"{HEADER}Corse,citizens,w,air,99\n")
    value = {"PHARE_DATA": str(tmp_path / "other.csv"), "PHARE_LANG": "fr", "LANG": "fr_FR.UTF-8"}[name]
    phare("update b/note.md", env={name: value})

    assert "-->22%<!--" in note.read_text()


def test_the_shipped_figures_serve_where_neither_block_nor_project_names_data(
    phare: Phare, tmp_path: Path
) -> None:
    note = tmp_path / "note.md"
    note.write_text("A <!-- phare: value engagement -r PACA -s companies --><!-- /phare -->\n")
    phare("update note.md", env={"PHARE_DATA": "nowhere.csv"})

    assert "-->45%<!--" in note.read_text()


def test_a_project_cannot_lead_its_blocks_outside_its_folder(phare: Phare, tmp_path: Path) -> None:
    project(tmp_path / "a", 11)
    note = project(tmp_path / "b", 22, toml='data = "../a/results.csv"\n')
    refused = phare("update b/note.md")
    allowed = phare("update b/note.md --allow a")

    assert refused.status == 3
    assert "is outside the folder of this document" in refused.err
    assert (allowed.status, "11%" in note.read_text()) == (0, True)


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01"


@pytest.mark.parametrize(
    ("theme", "lines"),
    [
        ("../a/theme.toml", ""),
        ("theme.toml", 'logo = "../a/logo.png"'),
        ("theme.toml", 'logo = "{a}/logo.png"'),
        ("theme.toml", 'logo = "link.png"'),
        ("theme.toml", 'font_file = "../a/logo.png"'),
        ("theme.toml", 'logo = "/dev/zero"'),
    ],
)
def test_the_theme_of_a_project_cannot_lead_its_blocks_outside_its_folder(
    phare: Phare, tmp_path: Path, theme: str, lines: str
) -> None:
    note = project(tmp_path / "b", 22, toml=f'data = "results.csv"\ntheme = "{theme}"\n')
    before = "<!-- phare: plot engagement -->\n<!-- /phare -->\n"
    note.write_text(before)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "theme.toml").write_text("")
    (tmp_path / "a" / "logo.png").write_bytes(PNG)
    (tmp_path / "b" / "theme.toml").write_text(lines.format(a=tmp_path / "a"))
    (tmp_path / "b" / "link.png").symlink_to(tmp_path / "a" / "logo.png")
    run = phare("update b/note.md")

    assert (run.status, note.read_text(), list((tmp_path / "b").glob("*.svg"))) == (3, before, [])
    assert "is outside the folder of this document" in run.err


def test_data_of_a_project_that_are_standard_input_are_refused(phare: Phare, tmp_path: Path) -> None:
    project(tmp_path / "b", 22, toml='data = "-"\n')

    assert "cannot read standard input" in phare("update b/note.md", stdin=HEADER.encode()).err


FRENCH, ENGLISH = f"-->45{NO_BREAK}%<!--", "-->45%<!--"
VALUE = "<!-- phare: value engagement -r PACA -s companies -->{}<!-- /phare -->"


@pytest.mark.parametrize(
    ("name", "before", "expected"),
    [
        ("a.md", f"---\nlang: fr\n---\nThe share is {VALUE.format('45%')} of the companies.\n", FRENCH),
        ("a.md", f"---\nlang: en-GB\n---\nLa part est {VALUE.format('')} des entreprises.\n", ENGLISH),
        ("a.md", f'+++\nlanguageCode = "fr"\n+++\nA {VALUE.format("")}\n', FRENCH),
        ("a.html", f'<!-- x --><html class="a" lang="fr-FR"><p>{VALUE.format("")}</p></html>', FRENCH),
        ("a.html", f'<html lang="en"><p>La part des entreprises {VALUE.format("")}</p></html>', ENGLISH),
        ("a.md", f"A {VALUE.format(f'44{NO_BREAK}%')}\n", FRENCH),
        ("a.md", f"A {VALUE.format('44%')}\n", ENGLISH),
        ("a.md", f"La part des entreprises est de {VALUE.format('')}.\n", FRENCH),
        ("a.md", f"The share of the companies is {VALUE.format('')}.\n", ENGLISH),
        ("a.md", f"{VALUE.format('').replace(' -s', ' --lang en -s')} des entreprises de la région\n", ENGLISH),
    ],
)  # fmt: skip
@pytest.mark.parametrize("machine", ["fr_FR.UTF-8", "C.UTF-8"])
def test_a_block_speaks_the_language_of_its_document_and_never_the_machine_s(
    phare: Phare, tmp_path: Path, name: str, before: str, expected: str, machine: str
) -> None:
    document = tmp_path / name
    document.write_text(before, encoding="utf-8")
    phare(f"update {name}", env={"LANG": machine})

    assert expected in document.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    [
        "show fragilities",
        "compare",
        "show engagement --wide",
        "value innovation -s mayors",
        "report",
        "compare innovation --sentences",
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_stands_in_a_block_keeps_its_language(
    phare: Phare, tmp_path: Path, command: str, language: str
) -> None:
    document = tmp_path / "a.md"
    document.write_text(f"<!-- phare: {command} -r PACA --lang {language} -->\n<!-- /phare -->\n")
    phare("update a.md")
    before = document.read_text(encoding="utf-8").replace(f" --lang {language}", "")
    document.write_text(before, encoding="utf-8")

    assert (
        phare("update --check a.md", env={"LANG": {"en": "fr_FR.UTF-8", "fr": "C.UTF-8"}[language]}).status
        == 0
    )


def test_a_language_asked_of_update_serves_where_nothing_shows_one(phare: Phare, tmp_path: Path) -> None:
    document = tmp_path / "a.md"
    document.write_text(f"A {VALUE.format('')}\n")
    phare("update a.md --lang fr")

    assert FRENCH in document.read_text(encoding="utf-8")
