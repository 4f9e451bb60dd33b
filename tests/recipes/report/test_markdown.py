"""The Markdown page: read back by pandoc, on its way to docx and odt, and by Quarto's rules."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypandoc
import pytest

Phare = Callable[..., Any]
PANDOC = shutil.which("pandoc")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
INNOVATION = [
    ["Acteurs", "Valeur"],
    ["Citoyens", "70\u00a0%"],
    ["Maires", "89\u00a0%"],
    ["Associations", "83\u00a0%"],
    ["Entreprises", "91\u00a0%"],
]

# A region beside the nation, with parts of groups and long names: no page of Word holds all its columns.
WIDE = "region,stakeholder,segment,indicator,item,value,base,in_national_sample,nation_share\n" + "".join(
    f"{region},companies,{segment},concerns,{item},{value},{base},{sample}\n"
    for segment, base in (("", 812), ("fewer than ten employees in the countryside", 212))
    for item, value in (("access to specialised healthcare", 52), ("professional integration", 31))
    for region, sample in (("Bretagne", "yes,0.05"), ("France", ","))
)


@pytest.fixture(params=["debian", "packaged"])
def pandoc(request: pytest.FixtureRequest) -> str:
    """Two pandocs: that of the machine, that of the package."""
    if request.param == "packaged":
        return str(pypandoc.get_pandoc_path())
    if PANDOC is None:
        pytest.skip("no pandoc is installed")
    return PANDOC


@pytest.fixture
def convert(pandoc: str, tmp_path: Path) -> Callable[..., Path]:
    def run(text: str, ending: str, *options: str) -> Path:
        (tmp_path / "page.md").write_text(text, encoding="utf-8")
        made = tmp_path / f"page.{ending}"
        subprocess.run([pandoc, "page.md", *options, "-o", str(made)], cwd=tmp_path, check=True, timeout=60)
        return made

    return run


def test_a_page_in_markdown_has_a_title_sections_and_tables(phare: Phare) -> None:
    run = phare("report -r PACA --lang fr -f markdown")

    headings = [line for line in run.out.split("\n") if line.startswith("#")]
    assert headings == [
        "# Chiffres clés de Provence-Alpes-Côte d’Azur",
        "## L’essentiel",
        "## Engagement",
        "## Fragilités",
        "## Innovation",
        "## Comparaison avec la France",
        "## Fiche d’enquête",
    ]
    assert "**Innovation en Provence-Alpes-Côte d’Azur\u00a0: alliances, par groupe d’acteurs**" in run.out
    assert "<br>" not in run.out


def test_front_matter_takes_the_title(phare: Phare) -> None:
    run = phare("report -r PACA --lang fr -f markdown --front-matter")

    assert run.out.startswith(
        "---\n"
        'title: "Chiffres clés de Provence-Alpes-Côte d’Azur"\n'
        'subtitle: "PHARE, 2015-2016"\n'
        'lang: "fr"\n'
        "---\n\n## L’essentiel\n\n- En "
    )


def test_captions_carry_labels_that_are_used_once(phare: Phare) -> None:
    run = phare("report -r France -f markdown --captions")

    labels = re.findall(r"^: .+ \{#(tbl-[a-z0-9-]+)\}$", run.out, re.MULTILINE)
    assert labels[:3] == ["tbl-france-engagement", "tbl-france-engagement-2", "tbl-france-fragilities"]
    assert sorted(labels) == sorted(set(labels))
    assert len(labels) == len(re.findall(r"^\| -", run.out, re.MULTILINE))


def test_pandoc_takes_a_caption_for_a_caption(phare: Phare, convert: Callable[..., Path]) -> None:
    text = phare("report -r PACA -f markdown --captions --front-matter").out

    page = json.loads(convert(text, "json").read_text(encoding="utf-8"))

    tables = [block for block in page["blocks"] if block["t"] == "Table"]
    assert len(tables) == 7
    assert all(table["c"][1][1] for table in tables)
    assert page["meta"]["title"]["t"] == "MetaInlines"


def test_each_part_of_a_wide_table_has_a_caption_and_the_first_the_label(
    phare: Phare, convert: Callable[..., Path]
) -> None:
    text = phare("report -r Bretagne --captions -f markdown", data=WIDE).out

    page = json.loads(convert(text, "json").read_text(encoding="utf-8"))

    captions = [str(block["c"][1][1]) for block in page["blocks"] if block["t"] == "Table"]
    labels = re.findall(r"^: .+? (\(\d/\d\))?(?: ?\{#(\S+)\})?$", text, re.MULTILINE)
    assert [re.findall(r"\(\d/\d\)", caption) for caption in captions[:3]] == [[], ["(1/2)"], ["(2/2)"]]
    assert labels[:3] == [
        ("", "tbl-bretagne-concerns"),
        ("(1/2)", "tbl-bretagne-gap-concerns"),
        ("(2/2)", ""),
    ]


@pytest.mark.parametrize("options", ["", "--captions --front-matter"])
def test_docx_keeps_rows_columns_and_the_side_of_figures(
    phare: Phare, convert: Callable[..., Path], options: str
) -> None:
    made = convert(phare(f"report -r PACA --lang fr -f markdown {options}").out, "docx")

    with zipfile.ZipFile(made) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))
    tables = [
        [[_words(cell, f"{W}t") for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in body.iter(f"{W}tbl")
    ]
    sides = [
        [[side.get(f"{W}val") for side in cell.iter(f"{W}jc")] for cell in row.iter(f"{W}tc")]
        for row in list(body.iter(f"{W}tbl"))[2].iter(f"{W}tr")
    ]
    assert len(tables) == 7
    assert tables[2] == INNOVATION
    assert {len(row) for row in tables[3]} == {6}
    assert all(right == ["right"] and left in (["left"], []) for left, right in sides)


def test_odt_keeps_rows_columns_and_the_side_of_figures(phare: Phare, convert: Callable[..., Path]) -> None:
    made = convert(phare("report -r PACA --lang fr -f markdown").out, "odt")

    with zipfile.ZipFile(made) as archive:
        body = ElementTree.fromstring(archive.read("content.xml"))
    tables = list(body.iter(f"{TABLE}table"))
    rows = [
        [list(row.iter(f"{TABLE}table-cell")) for row in table.iter(f"{TABLE}table-row")] for table in tables
    ]
    right = {
        style.get(f"{STYLE}name")
        for style in body.iter(f"{STYLE}style")
        for side in style.iter(f"{STYLE}paragraph-properties")
        if side.get(f"{FO}text-align") == "end"
    }
    styles = [[_paragraph_style(cell) for cell in row] for row in rows[2]]
    assert len(tables) == 7
    assert [["".join(cell.itertext()).strip() for cell in row] for row in rows[2]] == INNOVATION
    assert all(last in right and first not in right for first, last in styles)


def _words(element: ElementTree.Element, tag: str) -> str:
    return "".join(part.text or "" for part in element.iter(tag))


def _paragraph_style(cell: ElementTree.Element) -> str | None:
    return next(cell.iter(f"{TEXT}p")).get(f"{TEXT}style-name")
