"""Answers show themselves in notebooks and in Quarto as the command line writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import nbformat
import pypandoc
import pytest
from docx import Document
from nbclient import NotebookClient

from phare_cli import Survey, compare, list_names, plot, read
from phare_cli.judging.terms import Terms
from phare_cli.recipes.asked_picture import asked_quadrant
from phare_cli.recipes.cross.prisms import parse_prisms
from phare_cli.recipes.plot_map import plot_map
from phare_cli.recipes.plot_waves import plot_waves
from phare_cli.recipes.report.page import PageRequest
from phare_cli.recipes.report.report import report

Phare = Callable[..., Any]
EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
REGION = "Provence-Alpes-Côte d'Azur"
WAVES = "survey,wave,region,stakeholder,indicator,item,value,base\n" + "".join(
    f"S,{wave},France,citizens,worries,{item},{value},900\n"
    for wave, value in (("2021", 40), ("2022", 45))
    for item in ("air", "water")
)


@pytest.fixture(scope="module")
def shipped() -> Survey:
    return read()


class Printer:
    """What IPython prints with, as far as phare uses it."""

    def __init__(self) -> None:
        self.written = ""

    def text(self, text: str) -> None:
        self.written += text


def printed(answer: Any) -> str:
    printer = Printer()
    answer._repr_pretty_(printer, False)
    return printer.written


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("method", "format"), [("_repr_html_", "html"), ("_repr_markdown_", "markdown")])
def test_a_table_shows_itself_as_the_command_line_writes_it(
    shipped: Survey, phare: Phare, monkeypatch: pytest.MonkeyPatch, method: str, format: str, language: str
) -> None:
    monkeypatch.setenv("PHARE_LANG", language)

    assert getattr(compare(shipped, regions="PACA"), method)() == phare(f"compare -r PACA -f {format}").out


@pytest.mark.parametrize(("language", "title"), [("en", "Key figures"), ("fr", "Chiffres clés")])
def test_a_page_shows_itself_as_a_part_of_another_in_the_language_asked_for(
    shipped: Survey, phare: Phare, monkeypatch: pytest.MonkeyPatch, language: str, title: str
) -> None:
    monkeypatch.setenv("PHARE_LANG", language)
    page = report(shipped, regions=[REGION], request=PageRequest())

    html = page._repr_html_() or ""

    assert page._repr_markdown_() == phare("report -r PACA -f markdown").out
    assert (title in html, "<!DOCTYPE" in html) == (True, False)


def test_a_picture_shows_itself_as_the_command_line_draws_it(
    shipped: Survey, phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PHARE_LANG", "fr")
    phare("plot engagement -r PACA -o picture.svg")
    letters = phare("plot engagement -r PACA").out

    chart = plot(shipped.of_regions([REGION]), indicator="engagement")

    assert chart._repr_svg_() == (tmp_path / "picture.svg").read_text("utf-8")
    assert printed(chart) == letters


def test_every_kind_of_picture_shows_itself(shipped: Survey, tmp_path: Path) -> None:
    (tmp_path / "waves.csv").write_text(WAVES)
    prisms = parse_prisms(
        shipped, ["fragilities:citizens", "fragilities:companies"], stakeholders=(), segment=""
    )
    pictures = (
        asked_quadrant(shipped, prisms, regions=(REGION,), cuts=(), conf=0.95, title=None),
        plot_map(shipped, indicator="engagement", terms=Terms()),
        plot_waves(read(tmp_path / "waves.csv"), indicator="worries"),
    )

    assert all(ElementTree.fromstring(each._repr_svg_() or "").tag.endswith("}svg") for each in pictures)


@pytest.mark.parametrize(("language", "title"), [("en", "84 results"), ("fr", "84 résultats")])
def test_a_survey_shows_how_much_it_holds_and_not_each_of_its_figures(
    shipped: Survey, monkeypatch: pytest.MonkeyPatch, language: str, title: str
) -> None:
    monkeypatch.setenv("PHARE_LANG", language)

    for shown in (shipped._repr_html_() or "", shipped._repr_markdown_() or "", printed(shipped)):
        assert title in shown
        assert len(shown) < 3000


def test_ipython_prints_a_table_as_a_pipe_gets_it(shipped: Survey, phare: Phare) -> None:
    assert printed(list_names(shipped, "regions")) == phare("list regions").out


def run(cells: list[tuple[str, str]], folder: Path) -> nbformat.NotebookNode:
    """Return a notebook of those cells, each by its kind, run by the kernel that Jupyter runs it by."""
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python"}}
    )
    make = {"code": nbformat.v4.new_code_cell, "markdown": nbformat.v4.new_markdown_cell}
    notebook.cells = [make[kind](source) for kind, source in cells]
    return NotebookClient(
        notebook, timeout=None, startup_timeout=600, resources={"metadata": {"path": str(folder)}}
    ).execute()


def outputs(notebook: nbformat.NotebookNode) -> list[dict[str, str]]:
    """Return what each cell shows, by kind of content."""
    return [
        {kind: content for output in cell.outputs for kind, content in output.get("data", {}).items()}
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def test_each_cell_of_the_example_notebook_shows_itself_in_french(tmp_path: Path) -> None:
    cells = nbformat.read(EXAMPLES / "region.ipynb", as_version=4).cells

    shown = outputs(run([(cell.cell_type, cell.source) for cell in cells], tmp_path))

    words = ["résultats", "Aucune anomalie", "Citoyens", "Écart", "Entreprises", "référence", "Chiffres clés"]
    assert [
        word in data.get("image/svg+xml", data.get("text/html", ""))
        for word, data in zip(words, shown, strict=True)
    ] == [True] * len(words)


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example for Quarto with its cells run, as Quarto hands it to pandoc."""
    folder = tmp_path_factory.mktemp("quarto")
    _, _, text = (EXAMPLES / "region.qmd").read_text("utf-8").split("---\n", 2)
    parts = re.split(r"^```\{python\}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)
    cells = [("code" if number % 2 else "markdown", part.strip()) for number, part in enumerate(parts)]
    nbformat.write(run([cell for cell in cells if cell[1]], folder), folder / "region.ipynb")
    return folder / "region.ipynb"


def test_the_example_for_quarto_is_a_page_with_its_tables_its_picture_and_its_claims(rendered: Path) -> None:
    page = pypandoc.convert_file(str(rendered), "html", format="ipynb", extra_args=["--embed-resources"])

    assert page.count("<table") == 2
    assert "data:image/svg+xml" in page or "<svg" in page
    assert '<mark class="wrong"' in page
    assert ("57 %" in page, "Écart" in page) == (True, True)


def test_the_example_for_quarto_is_a_word_document_with_its_tables(rendered: Path, tmp_path: Path) -> None:
    # Where it makes no web page, Quarto takes what a cell shows in Markdown.
    shown = [data.get("text/markdown", "") for data in outputs(nbformat.read(rendered, as_version=4))]
    pypandoc.convert_text("\n\n".join(shown), "docx", "markdown", outputfile=str(tmp_path / "region.docx"))

    tables = Document(str(tmp_path / "region.docx")).tables

    assert [table.cell(1, 0).text for table in tables] == ["Citoyens", "Associations"]
