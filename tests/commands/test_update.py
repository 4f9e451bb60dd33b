"""``phare update``: the figures of a document are those of the data, or the run says they are not."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.nouns.survey import Survey
from phare_cli.results import read

Phare = Callable[..., Any]
NO_BREAK = "\u00a0"
TABLE = "<!-- phare: show engagement --region PACA --lang en -->\n<!-- /phare -->\n"
VALUE = "Ils sont <!-- phare: value engagement -r PACA -s companies --lang fr -->?<!-- /phare --> engagés.\n"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.md"
    path.write_text(f"# Note\n\n{TABLE}\n{VALUE}", encoding="utf-8")
    return path


def test_blocks_are_filled_and_a_summary_is_told(phare: Phare, note: Path) -> None:
    run = phare("update note.md")

    assert (run.status, run.out, run.err) == (0, "", "phare: note.md: 2 blocks, 2 refreshed.\n")
    text = note.read_text(encoding="utf-8")
    assert "| Companies    |   45% |" in text
    assert f"-->45{NO_BREAK}%<!-- /phare " in text


def test_updating_twice_changes_nothing(phare: Phare, note: Path) -> None:
    phare("update note.md")
    before = note.read_bytes()
    run = phare("update note.md")

    assert run.err == "phare: note.md: 2 blocks, up to date.\n"
    assert note.read_bytes() == before


def test_a_check_shows_what_is_stale_writes_nothing_and_exits_1(phare: Phare, note: Path) -> None:
    before = note.read_bytes()
    run = phare("update --check note.md")

    assert (run.status, run.err) == (1, "phare: note.md: 2 blocks, 2 stale.\n")
    assert run.out.startswith("--- note.md\n+++ note.md\n@@ -1,6 +1,20 @@\n")
    assert run.out.count("+Ils sont") == 1
    assert note.read_bytes() == before


def test_a_check_of_an_updated_document_is_clean(phare: Phare, note: Path) -> None:
    phare("update note.md")
    run = phare("update --check note.md")

    assert (run.status, run.out) == (0, "")


def test_a_diff_writes_nothing_and_exits_0(phare: Phare, note: Path) -> None:
    before = note.read_bytes()
    run = phare("update --diff note.md")

    assert (run.status, note.read_bytes()) == (0, before)
    assert "+| Companies    |   45% |" in run.out


def test_a_block_changed_by_hand_needs_force(phare: Phare, note: Path) -> None:
    phare("update note.md")
    note.write_text(note.read_text(encoding="utf-8").replace("45%", "54%"), encoding="utf-8")
    refused = phare("update note.md")
    forced = phare("update --force note.md")

    assert refused.status == 3
    assert refused.err.endswith("phare: 1 problem: no document was changed.\n")
    assert "[" in refused.err.splitlines()[0]
    assert forced.status == 0
    assert "45%" in note.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        ("<!-- phare: show -->\n", "phare: bad.md, line 1: this block is never closed; add a marker that "
         "closes it after what phare writes. [wrong-marker]"),
        ("<!-- phare: show -o x.csv -->\n<!-- /phare -->\n", "phare: bad.md, line 1: the option -o cannot be used in "
         "a document, which only shows figures; remove it. [unanswered]"),
        ("<!-- phare: show --region PCAA -->\n<!-- /phare -->\n", "phare: bad.md, line 1: no region is called “PCAA” "
         "in these data. Did you mean paca? (phare list regions) [unanswered]"),
    ],
)  # fmt: skip
def test_a_bad_block_is_named_with_its_line_and_no_document_is_touched(
    phare: Phare, note: Path, block: str, sentence: str
) -> None:
    before = note.read_bytes()
    (note.parent / "bad.md").write_text(block, encoding="utf-8")
    run = phare("update note.md bad.md")

    assert run.status == 3
    assert run.err == f"{sentence}\nphare: 1 problem: no document was changed.\n"
    assert note.read_bytes() == before


def test_data_are_read_beside_the_document_and_nowhere_else(phare: Phare, tmp_path: Path) -> None:
    folder, other = tmp_path / "report", tmp_path / "other"
    for place in (folder, other):
        place.mkdir()
        (place / "mine.csv").write_text("region,stakeholder,indicator,item,value\nCorse,citizens,w,air,40\n")
    beside = folder / "beside.md"
    beside.write_text("<!-- phare: value w --data mine.csv --lang en --><!-- /phare -->\n")
    outside = folder / "outside.md"
    outside.write_text("<!-- phare: value w --data ../other/mine.csv --lang en --><!-- /phare -->\n")

    assert phare("update report/beside.md").status == 0
    assert "40%" in beside.read_text()
    assert phare("update report/outside.md").status == 3
    assert phare("update --allow other report/outside.md").status == 0
    assert "40%" in outside.read_text()


def test_html_and_restructured_text_are_updated_in_their_own_tongue(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<p>x</p>\n<!-- phare: show engagement -r PACA --lang en -->\n<!-- /phare -->\n"
    )
    (tmp_path / "page.rst").write_text(".. phare: show engagement -r PACA --lang en\n\n.. /phare\n")

    assert phare("update page.html page.rst").status == 0
    assert "<table" in (tmp_path / "page.html").read_text()
    assert "Companies" in (tmp_path / "page.rst").read_text()


def test_every_other_byte_of_a_document_stays(phare: Phare, tmp_path: Path) -> None:
    document = tmp_path / "note.md"
    document.write_bytes(
        b"\xef\xbb\xbf---\r\ntitle: x\r\n---\r\n\tcaf\xe9\r\n" + VALUE.encode().replace(b"\n", b"")
    )
    phare("update note.md")
    after = document.read_bytes()

    assert after.startswith(b"\xef\xbb\xbf---\r\ntitle: x\r\n---\r\n\tcaf\xe9\r\nIls sont <!-- phare:")
    assert after.endswith(" engagés.".encode())


def test_data_are_read_once_for_many_blocks(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[tuple[Any, ...]] = []

    def counted(*files: Any, **rules: Any) -> Survey:
        reads.append(files)
        return read(*files, **rules)

    monkeypatch.setattr("phare_cli.shell.data.read", counted)
    blocks = "".join(
        f"<!-- phare: value engagement -r PACA -s companies --lang en --decimals {n} --><!-- /phare -->\n\n"
        for n in range(5)
    )
    (tmp_path / "note.md").write_text(blocks)
    phare("update note.md")

    assert len(reads) == 1


def test_no_document_is_a_complaint(phare: Phare) -> None:
    run = phare("update")

    assert (run.status, run.err) == (
        2,
        "phare: DOC is missing: name a document, or begin a project here with phare init. (phare update --help)\n",
    )


def test_a_folder_stands_for_the_documents_in_it_that_hold_blocks(phare: Phare, tmp_path: Path) -> None:
    for name in ("a.md", "docs/b.md", "docs/c.html", "node_modules/d.md", ".git/e.md", "plain.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("nothing" if name == "plain.md" else TABLE)
    run = phare("update .")

    assert [line.split(":")[1].strip() for line in run.err.splitlines()] == [
        "a.md",
        "docs/b.md",
        "docs/c.html",
    ]


def test_a_folder_that_may_not_be_looked_into_is_said(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    scan = os.scandir

    def refuse(folder: str) -> Any:
        if str(folder).endswith("docs"):
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    run = phare("update --check .")

    told = "phare: the folder “docs” cannot be looked into (it is not allowed): name the documents instead.\n"
    assert (run.status, run.err) == (4, told)


def test_the_hook_that_ships_finds_figures_that_grew_old_with_their_data(
    phare: Phare, tmp_path: Path
) -> None:
    hook = (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text()
    args = re.findall(r"^  (\w+): (.*)$", hook, re.MULTILINE)
    entry = dict(args)["entry"].removeprefix("phare ") + " ."
    (tmp_path / "data.csv").write_text("region,stakeholder,indicator,item,value\nCorse,citizens,w,air,40\n")
    (tmp_path / "n.md").write_text("a <!-- phare: value w data=data.csv --><!-- /phare -->\n")
    phare("update n.md")
    fresh = phare(entry).status
    (tmp_path / "data.csv").write_text("region,stakeholder,indicator,item,value\nCorse,citizens,w,air,41\n")

    assert (fresh, phare(entry).status) == (0, 1)
    assert ("always_run", "true") in args
    assert ("pass_filenames", "false") in args


@pytest.mark.parametrize(("name", "label"), [("a.qmd", r"{#([^}]*)}"), ("a.html", r' id="([^"]*)"')])
def test_two_reports_of_one_page_share_no_label_and_open_at_the_level_asked(
    phare: Phare, tmp_path: Path, name: str, label: str
) -> None:
    captions = " --captions" if name == "a.qmd" else ""
    blocks = "".join(
        f"<!-- phare: report -r {region}{captions} --heading-level 2 --lang fr -->\n<!-- /phare -->\n\n"
        for region in ("PACA", "pays-de-la-loire")
    )
    (tmp_path / name).write_text(f"T\n\n{blocks}")
    phare(f"update {name}")
    text = (tmp_path / name).read_text(encoding="utf-8")
    labels = re.findall(label, text)

    assert labels
    assert len(set(labels)) == len(labels)
    assert not re.search(r"^# |<h1|<html", text, re.MULTILINE)


def test_a_marker_left_unread_fails_a_check(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "n.md").write_text("text\n\n    <!-- phare: show -->\n    <!-- /phare -->\n")

    assert (phare("update n.md").status, phare("update --check n.md").status) == (0, 1)


def test_a_table_in_a_file_of_html_is_a_page(phare: Phare, tmp_path: Path) -> None:
    phare("show innovation -r PACA --lang fr -o t.html")
    page = (tmp_path / "t.html").read_text(encoding="utf-8")
    piped = phare("show innovation -r PACA --lang fr -f html").out

    assert page.startswith('<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">')
    assert "<title>Innovation" in page
    assert piped.startswith("<table>")
    assert piped.strip() in page.replace("<h1>", "").replace("</h1>", "")  # a page has a first heading


def test_what_is_said_beside_a_document_in_french_is_in_the_language_of_the_run(
    phare: Phare, note: Path
) -> None:
    note.write_text(
        "La part est de <!-- phare: value engagement -r PACA -s companies --gap lang=fr --><!-- /phare -->.\n",
        encoding="utf-8",
    )
    english, french = phare("update note.md"), phare("update --check note.md --lang fr")

    assert english.err == (
        "phare: note: the gap of +8 points (Companies, Provence-Alpes-Côte d'Azur) cannot be tested: "
        "the bases were not published.\nphare: note.md: 1 block, 1 refreshed.\n"
    )
    assert french.err.startswith("phare\u00a0: remarque\u00a0: ")
    assert french.err.endswith("phare\u00a0: note.md\u00a0: 1 bloc, à jour.\n")
