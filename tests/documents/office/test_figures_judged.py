"""``phare verify``: a figure that stands in a block is what its block says, whatever its words would make of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

Phare = Callable[..., Any]
DATA = """\
wave,region,stakeholder,indicator,item,value,base
2020,Bretagne,citizens,fragilities,employment,{employment},800
2020,Bretagne,mayors,fragilities,employment,80,120
2020,France,citizens,fragilities,employment,48,5000
"""
BOUND = "value fragilities region=bretagne stakeholder=citizens item=employment"
# Words that would make it a figure of mayors.
NOTE = "En Bretagne, les maires citent l'emploi ; ils sont {figure} à le citer parmi les fragilités.\n"


@pytest.fixture
def data(tmp_path: Path) -> Callable[[int], None]:
    def write(employment: int) -> None:
        (tmp_path / "data.csv").write_text(DATA.format(employment=employment), encoding="utf-8")

    (tmp_path / "phare.toml").write_text('data = ["data.csv"]\n', encoding="utf-8")
    write(43)
    return write


@pytest.fixture
def write_note(phare: Phare, tmp_path: Path, odt: Callable[..., bytes]) -> Callable[[str, str], None]:
    """Return what writes a note whose figure is the block of a command, answered."""

    def write(name: str, command: str) -> None:
        path = tmp_path / name
        typed = NOTE.format(figure=f"{{{{phare: {command}}}}}").strip()
        if path.suffix == ".docx":
            document = docx.Document()
            document.add_paragraph(typed)
            document.save(str(path))
        elif path.suffix == ".odt":
            path.write_bytes(odt(f"<text:p>{typed}</text:p>"))
        else:
            path.write_text(NOTE.format(figure=f"<!-- phare: {command} --><!-- /phare -->"), encoding="utf-8")
        assert phare(f"update {name}").status == 0

    return write


@pytest.mark.parametrize("name", ["note.md", "note.html", "note.docx", "note.odt"])
def test_a_figure_in_a_block_that_is_up_to_date_is_right(
    name: str, phare: Phare, write_note: Callable[[str, str], None], data: Callable[[int], None]
) -> None:
    write_note(name, BOUND)

    run = phare(f"verify {name} -f json")

    assert [(row["text"], row["status"], row["value"], row["stakeholder"]) for row in run.rows] == [
        ("43 %", "right", 43, "citizens")
    ]


@pytest.mark.parametrize("name", ["note.md", "note.html", "note.docx", "note.odt"])
def test_a_figure_in_a_block_that_is_out_of_date_is_wrong(
    name: str, phare: Phare, write_note: Callable[[str, str], None], data: Callable[[int], None]
) -> None:
    write_note(name, BOUND)
    data(45)

    run = phare(f"verify {name} --lang fr")

    assert run.status == 1
    assert "son bloc n’est plus à jour (phare update)" in " ".join(run.out.split())
    assert "→ 45\N{NO-BREAK SPACE}%" in run.out


def test_a_gap_in_a_block_is_what_its_block_says(
    phare: Phare, write_note: Callable[[str, str], None], data: Callable[[int], None]
) -> None:
    write_note("note.md", f"{BOUND} gap=yes")
    data(41)

    [row] = phare("verify note.md -f json").rows

    assert (row["status"], row["gap"], row["reason"]) == ("wrong", -7, "stale_block")


def test_a_figure_whose_block_reads_other_data_is_not_called_wrong(
    phare: Phare, write_note: Callable[[str, str], None], data: Callable[[int], None], tmp_path: Path
) -> None:
    (tmp_path / "old.csv").write_text(DATA.format(employment=40), encoding="utf-8")
    write_note("note.md", f"{BOUND} data=old.csv")

    [row] = phare("verify note.md -f json").rows

    assert (row["text"], row["status"]) == ("40 %", "unknown")


def test_words_around_a_figure_in_a_block_are_judged_with_it(
    phare: Phare, data: Callable[[int], None], tmp_path: Path
) -> None:
    block = f"<!-- phare: {BOUND} lang=fr -->43 %<!-- /phare -->"
    (tmp_path / "note.md").write_text(f"Plus de {block} des maires le citent.", encoding="utf-8")

    [row] = phare("verify note.md -f json").rows

    assert (row["text"], row["status"]) == ("Plus de 43 %", "wrong")


def test_a_block_that_the_data_do_not_answer_leaves_its_figure_to_its_words(
    phare: Phare, data: Callable[[int], None], tmp_path: Path
) -> None:
    block = "<!-- phare: value fragilities -->43 %<!-- /phare -->"
    (tmp_path / "note.md").write_text(f"En Bretagne, {block} des citoyens citent l'emploi.", encoding="utf-8")

    [row] = phare("verify note.md -f json").rows

    assert (row["status"], row["reason"]) == ("right", None)
