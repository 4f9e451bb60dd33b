"""A block of plot shows a picture, which stands beside its document, is as true as it, and is nobody else's file."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from shutil import which
from typing import Any
from xml.etree import ElementTree

import pypandoc
import pytest
from docutils import nodes
from docutils.core import publish_doctree

Phare = Callable[..., Any]
BLOCK = "<!-- phare: plot engagement --region PACA --lang en -->\n<!-- /phare -->\n"
NAME = re.compile(r"[a-z0-9-]+-[0-9a-f]{8}\.(?:svg|png|pdf)")
ALT = "In Provence-Alpes-Côte d'Azur, 47% of associations and 45% of companies are engaged. Engagement by"


def picture(folder: Path) -> Path:
    """Return the only picture of a folder."""
    [path] = [each for each in folder.iterdir() if NAME.fullmatch(each.name)]
    return path


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "Note 2024.md"
    path.write_text(f"# Note\n\n{BLOCK}", encoding="utf-8")
    return path


def test_a_picture_stands_beside_its_document_and_is_named_in_it(phare: Phare, note: Path) -> None:
    run = phare("update 'Note 2024.md'")

    assert (run.status, run.err) == (0, "phare: Note 2024.md: 1 block, 1 refreshed.\n")
    drawn = picture(note.parent)
    assert drawn.name.startswith("note-2024-engagement-paca-en-")
    assert f"![{ALT}" in note.read_text(encoding="utf-8")
    assert f"]({drawn.name})\n" in note.read_text(encoding="utf-8")
    assert ElementTree.fromstring(drawn.read_bytes()).tag.endswith("svg")


def test_updating_twice_writes_nothing_and_a_check_is_clean(phare: Phare, note: Path) -> None:
    phare("update 'Note 2024.md'")
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in note.parent.iterdir()}
    again, check = phare("update 'Note 2024.md'"), phare("update --check 'Note 2024.md'")

    assert again.err == check.err == "phare: Note 2024.md: 1 block, up to date.\n"
    assert {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in note.parent.iterdir()
    } == before


def test_the_way_options_are_written_does_not_name_another_picture(phare: Phare, note: Path) -> None:
    phare("update 'Note 2024.md'")
    drawn = picture(note.parent)
    text = note.read_text(encoding="utf-8").replace("--region PACA --lang en", "region=PACA lang=en")
    note.write_text(text, encoding="utf-8")

    assert phare("update --check 'Note 2024.md'").status == 0
    assert picture(note.parent) == drawn


DATA = (
    "region;stakeholder;indicator;item;value;base\nBretagne;citizens;jobs;a;{value};900\n"
    "Bretagne;citizens;jobs;b;20;900\n"
)


def project(folder: Path) -> Path:
    """Make a project with a document in a folder of its own; return that folder."""
    (folder / "phare.toml").write_text('data = ["results.csv"]\n')
    (folder / "results.csv").write_text(DATA.format(value=44))
    (folder / "pages").mkdir()
    (folder / "pages" / "a.md").write_text("a\n\n<!-- phare: plot jobs -->\n<!-- /phare -->\n")
    return folder / "pages"


def test_new_data_make_a_picture_stale_and_an_update_draws_it_again(phare: Phare, tmp_path: Path) -> None:
    pages = project(tmp_path)
    phare("update pages/a.md")
    drawn = picture(pages)
    (tmp_path / "results.csv").write_text(DATA.format(value=61))
    check = phare("update --check pages/a.md")
    phare("update pages/a.md")

    assert check.status == 1
    assert f"phare: pages/a.md: the picture “{drawn.name}” is stale.\n" in check.err
    assert picture(pages) == drawn
    assert ">61%" in drawn.read_text(encoding="utf-8")


def test_a_picture_that_was_taken_away_is_stale_though_its_document_says_the_same(
    phare: Phare, tmp_path: Path
) -> None:
    pages = project(tmp_path)
    phare("update pages")
    name = picture(pages).name
    picture(pages).unlink()
    check = phare("update --check pages")
    phare("update pages")

    assert (check.status, check.out) == (1, "")
    assert check.err == (
        f"phare: pages/a.md: there is no picture “{name}” yet.\nphare: pages/a.md: 1 block, 1 stale.\n"
    )
    assert picture(pages).name == name


def _touched_up(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"#0072b2", b"#ff0000"))


def _another(path: Path) -> None:
    path.write_bytes(b"<svg/>")


def _longer(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"<!-- a -->\n")


@pytest.mark.parametrize("change", [_touched_up, _another, _longer])
@pytest.mark.parametrize("format", ["svg", "png"])
def test_a_picture_that_phare_did_not_draw_so_stays_until_force(
    phare: Phare, note: Path, change: Callable[[Path], None], format: str
) -> None:
    note.write_text(BLOCK.replace("--lang en", f"--lang en -f {format}"), encoding="utf-8")
    phare("update 'Note 2024.md'")
    drawn = picture(note.parent)
    change(drawn)
    mine = drawn.read_bytes() + (b"" if format == "svg" else b"x")
    drawn.write_bytes(mine)
    check, run = phare("update --check 'Note 2024.md'"), phare("update 'Note 2024.md'")

    assert (check.status, run.status, drawn.read_bytes()) == (1, 3, mine)
    assert "was not drawn by phare, or was changed since." in check.err
    assert "is not one that phare drew, or was changed since" in run.err
    assert phare("update --force 'Note 2024.md'").status == 0
    assert phare("update --check 'Note 2024.md'").status == 0


def test_line_ends_that_git_has_changed_are_no_change(phare: Phare, note: Path) -> None:
    phare("update 'Note 2024.md'")
    drawn = picture(note.parent)
    drawn.write_bytes(drawn.read_bytes().replace(b"\n", b"\r\n"))

    assert phare("update --check 'Note 2024.md'").status == 0


@pytest.mark.parametrize("make", [os.symlink, os.link])
def test_nothing_is_written_through_a_link_even_by_force(
    phare: Phare, note: Path, make: Callable[[str, str], None]
) -> None:
    phare("update 'Note 2024.md'")
    drawn = picture(note.parent)
    drawn.unlink()
    victim = note.parent / "victim"
    victim.write_text("mine")
    make(str(victim), str(drawn))
    run = phare("update --force 'Note 2024.md'")

    assert (run.status, victim.read_text()) == (3, "mine")
    assert "is a link, a folder or a device; remove it." in run.err


def test_a_document_that_is_refused_leaves_no_picture(phare: Phare, note: Path) -> None:
    note.write_text(BLOCK + "\n<!-- phare: show nothing-like-it -->\n<!-- /phare -->\n", encoding="utf-8")

    assert phare("update 'Note 2024.md'").status == 3
    assert [path.name for path in note.parent.iterdir()] == [note.name]


@pytest.mark.parametrize("words", ["--output a.svg", "-o a.svg", "--width 640 -oa.svg"])
def test_no_block_says_where_its_picture_is_written(phare: Phare, note: Path, words: str) -> None:
    note.write_text(BLOCK.replace("--lang en", words), encoding="utf-8")
    run = phare("update 'Note 2024.md'")

    assert run.status == 3
    assert [path.name for path in note.parent.iterdir()] == [note.name]


@pytest.mark.parametrize("format", ["pdf", "csv", "table"])
def test_a_picture_that_a_page_cannot_show_is_refused(phare: Phare, note: Path, format: str) -> None:
    note.write_text(BLOCK.replace("--lang en", f"-f {format}"), encoding="utf-8")
    run = phare("update 'Note 2024.md'")

    assert "a picture in this kind of document is svg or png" in run.err


def test_a_document_in_french_has_a_picture_in_french(phare: Phare, note: Path) -> None:
    note.write_text("---\nlang: fr\n---\n\n" + BLOCK.replace("--lang en ", ""), encoding="utf-8")
    phare("update 'Note 2024.md'")

    assert "![En Provence-Alpes-Côte d’Azur, 47\u00a0% des associations" in note.read_text(encoding="utf-8")
    assert 'xml:lang="fr"' in picture(note.parent).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("around", "command"),
    [
        ("The region has many companies in it.", "--title 'Ce que craignent les maires de la région'"),
        ("La région compte des entreprises.", "--title 'What the mayors of the region fear for them'"),
        ("The region has many companies in it.", "--region 'Pays de la Loire'"),
        ("", "--title 'Ce que craignent les maires de la région'"),
        ("", "--title 'What the mayors of the region fear for them' --lang fr"),
    ],
)
def test_the_words_of_a_picture_do_not_change_the_language_of_a_document(
    phare: Phare, note: Path, around: str, command: str
) -> None:
    data = "region,stakeholder,indicator,item,value\nPays de la Loire,mayors,fears,work,41\n"
    (note.parent / "results.csv").write_text(data, encoding="utf-8")
    (note.parent / "phare.toml").write_text('data = ["results.csv"]\n', encoding="utf-8")
    note.write_text(f"{around}\n\n<!-- phare: plot fears {command} -->\n<!-- /phare -->\n", encoding="utf-8")
    phare("update 'Note 2024.md'")

    assert phare("update --check 'Note 2024.md'").status == 0


def _left(run: Any) -> list[str]:
    return re.findall(r"no block shows the picture “([^”]*)” any more", run.err)


@pytest.mark.parametrize("text", ["# Note\n", BLOCK.replace("plot engagement", "plot fragilities")])
def test_a_picture_whose_block_is_gone_is_said_and_stays(phare: Phare, note: Path, text: str) -> None:
    phare("update 'Note 2024.md'")
    drawn = picture(note.parent)
    note.write_text(text, encoding="utf-8")
    run = phare("update 'Note 2024.md'")

    assert (run.status, _left(run), drawn.exists()) == (0, [drawn.name], True)
    assert _left(phare("update --check 'Note 2024.md'")) == [drawn.name]


def _in_prose(note: Path, drawn: Path) -> None:
    note.write_text(f"![a picture]({drawn.name})\n", encoding="utf-8")


def _in_another(note: Path, drawn: Path) -> None:
    (note.parent / "other.md").write_text(f"![a picture]({drawn.name})\n", encoding="utf-8")


def _retouched(note: Path, drawn: Path) -> None:
    drawn.write_bytes(drawn.read_bytes().replace(b"<svg", b"<svg class='mine'", 1))


def _of_another_document(note: Path, drawn: Path) -> None:
    drawn.rename(drawn.with_name(drawn.name.replace("note-2024-", "note-2023-")))


@pytest.mark.parametrize("kept", [_in_prose, _in_another, _retouched, _of_another_document])
def test_a_picture_that_something_shows_or_somebody_changed_is_not_said_to_be_left(
    phare: Phare, note: Path, kept: Callable[[Path, Path], None]
) -> None:
    phare("update 'Note 2024.md'")
    note.write_text("# Note\n", encoding="utf-8")
    kept(note, picture(note.parent))

    assert _left(phare("update 'Note 2024.md'")) == []


def test_a_picture_in_another_form_leaves_the_one_before(phare: Phare, note: Path) -> None:
    phare("update 'Note 2024.md'")
    before = picture(note.parent).name
    note.write_text(BLOCK.replace("--lang en", "--lang en -f png"), encoding="utf-8")

    assert _left(phare("update 'Note 2024.md'")) == [before]


def test_a_quadrant_and_a_comparison_are_drawn_too(phare: Phare, tmp_path: Path) -> None:
    rows = "".join(
        f"{region},citizens,{indicator},{item},{20 + place}\n"
        for place, (region, indicator, item) in enumerate(
            (region, indicator, item)
            for region in ("Bretagne", "France")
            for indicator in ("fears", "needs")
            for item in ("a", "b", "c")
        )
    )
    (tmp_path / "data.csv").write_text(f"region,stakeholder,indicator,item,value\n{rows}")
    (tmp_path / "a.md").write_text(
        "<!-- phare: plot fears --compare -r Bretagne -d data.csv -->\n<!-- /phare -->\n\n"
        "- <!-- phare: plot fears cross=needs -r Bretagne data=data.csv -->x<!-- /phare -->\n\n"
        "<!-- phare: cross fears needs -r Bretagne --data data.csv -->\n<!-- /phare -->\n"
    )
    run = phare("update a.md")

    assert (run.status, run.err) == (0, "phare: a.md: 3 blocks, 3 refreshed.\n")
    assert len(list(tmp_path.glob("a-fears-*.svg"))) == 2


# What really reads them.


def _of_pandoc(path: Path) -> tuple[str, str]:
    tree = json.loads(pypandoc.convert_file(str(path), "json", format="gfm"))
    [image] = [
        each
        for block in tree["blocks"]
        if block["t"] == "Para"
        for each in block["c"]
        if each["t"] == "Image"
    ]
    words = "".join(each.get("c", " ") for each in image["c"][1])
    return image["c"][2][0], words


def _of_docutils(path: Path) -> tuple[str, str]:
    [image] = publish_doctree(path.read_text(encoding="utf-8")).findall(nodes.image)
    return image["uri"], image["alt"]


def _of_browser(path: Path) -> tuple[str, str]:
    found: list[dict[str, str | None]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "img":
                found.append(dict(attrs))

    Reader().feed(path.read_text(encoding="utf-8"))
    [image] = found
    return str(image["src"]), str(image["alt"])


@pytest.mark.parametrize(
    ("name", "text", "read"),
    [
        ("a.md", BLOCK, _of_pandoc),
        ("a.md", BLOCK.replace("-->\n<!--", "--><!--"), _of_pandoc),
        ("a.rst", "a\n\n.. phare: plot engagement --region PACA --lang en\n.. /phare\n", _of_docutils),
        ("a.html", f"<p>a</p>\n{BLOCK}", _of_browser),
    ],
)
def test_a_reader_of_the_document_finds_the_picture_and_its_words(
    phare: Phare, tmp_path: Path, name: str, text: str, read: Callable[[Path], tuple[str, str]]
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    phare(f"update {name}")
    file, words = read(tmp_path / name)

    assert file == picture(tmp_path).name
    assert words.replace("\u00a0", " ").startswith(ALT)


def test_a_page_of_asciidoc_and_of_mdx_names_its_picture(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.adoc").write_text("// phare: plot engagement -r PACA\n// /phare\n")
    (tmp_path / "b.mdx").write_text("{/* phare: plot engagement -r PACA */}\n\n{/* /phare */}\n")
    phare("update a.adoc b.mdx")
    names = {path.stem[0]: path.name for path in tmp_path.glob("*.svg")}

    assert f'image::{names["a"]}["In Provence' in (tmp_path / "a.adoc").read_text(encoding="utf-8")
    assert f"]({names['b']})\n" in (tmp_path / "b.mdx").read_text(encoding="utf-8")


def test_a_notebook_names_the_picture_beside_it(phare: Phare, tmp_path: Path) -> None:
    cell = {"cell_type": "markdown", "metadata": {}, "source": BLOCK}
    (tmp_path / "a.ipynb").write_text(
        json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    )
    phare("update a.ipynb")

    assert (
        f"]({picture(tmp_path).name})" in json.loads((tmp_path / "a.ipynb").read_text())["cells"][0]["source"]
    )


def test_pandoc_puts_the_picture_into_a_word_document(phare: Phare, note: Path) -> None:
    from zipfile import ZipFile

    note.write_text(BLOCK.replace("--lang en", "-f png"), encoding="utf-8")
    phare("update 'Note 2024.md'")
    page = note.with_suffix(".docx")
    pypandoc.convert_file(
        str(note),
        "docx",
        format="gfm",
        outputfile=str(page),
        extra_args=["--resource-path", str(note.parent)],
    )

    with ZipFile(page) as parts:
        [image] = [name for name in parts.namelist() if name.startswith("word/media/")]
        assert parts.read(image) == picture(note.parent).read_bytes()


@pytest.mark.parametrize(
    "engine",
    [
        pytest.param(
            engine,
            marks=pytest.mark.skipif(which(engine) is None, reason=f"{engine} is not installed (apt-get)"),
        )
        for engine in ("pdflatex", "lualatex")
    ],
)
def test_latex_sets_a_picture_within_one_page_however_tall(phare: Phare, tmp_path: Path, engine: str) -> None:
    rows = "".join(f"PACA,citizens,fears,Fear {place},{90 - place}\n" for place in range(60))
    (tmp_path / "tall.csv").write_text(f"region,stakeholder,indicator,item,value\n{rows}")
    (tmp_path / "a.tex").write_text(
        "\\documentclass{article}\n\\usepackage{graphicx}\n\\begin{document}\n\n"
        "% phare: plot fears --data tall.csv\n% /phare\n\n\\end{document}\n"
    )
    told = phare("update a.tex").err
    run = subprocess.run(
        [engine, "-interaction=nonstopmode", "a.tex"],
        cwd=tmp_path,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )

    assert picture(tmp_path).suffix == ".pdf"
    assert "far taller than a page: on paper it is small, or cut." in told
    assert run.returncode == 0
    assert b"Overfull" not in run.stdout
