"""Answers show themselves in notebooks and in Quarto as the command line writes them."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from phare_cli import Chart, Survey, compare, list_names, read
from phare_cli.judging.terms import Terms
from phare_cli.recipes.cross.picture import picture
from phare_cli.recipes.cross.prisms import parse_prisms
from phare_cli.recipes.plot import plot
from phare_cli.recipes.plot_map import plot_map
from phare_cli.recipes.plot_waves import plot_waves
from phare_cli.recipes.report.page import PageRequest
from phare_cli.recipes.report.report import report

Phare = Callable[..., Any]
EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "region.ipynb"
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
    phare("plot engagement -r PACA -o picture.svg --alt picture.txt")

    chart = plot(shipped.of_regions([REGION]), indicator="engagement")

    assert chart._repr_svg_() == (tmp_path / "picture.svg").read_text("utf-8")
    assert printed(chart) + "\n" == (tmp_path / "picture.txt").read_text("utf-8")


def test_every_kind_of_picture_shows_itself(shipped: Survey, tmp_path: Path) -> None:
    (tmp_path / "waves.csv").write_text(WAVES)
    prisms = parse_prisms(
        shipped, ["fragilities:citizens", "fragilities:companies"], stakeholders=(), segment=""
    )
    pictures = (
        picture(shipped, prisms, regions=(REGION,), cuts=(), conf=0.95),
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


def run_cell(source: str, names: dict[str, Any]) -> Any:
    """Run a cell as a notebook does, and return the value that its last line gives."""
    body = ast.parse(source).body
    last = body.pop()
    assert isinstance(last, ast.Expr)
    exec(compile(ast.Module(body, []), str(EXAMPLE), "exec"), names)
    return eval(compile(ast.Expression(last.value), str(EXAMPLE), "eval"), names)


def test_each_cell_of_the_example_shows_itself_in_french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PHARE_LANG", "en")  # which the example changes
    cells = json.loads(EXAMPLE.read_text("utf-8"))["cells"]
    names: dict[str, Any] = {}
    answers = [run_cell("".join(each["source"]), names) for each in cells if each["cell_type"] == "code"]
    shown = [each._repr_svg_() if isinstance(each, Chart) else each._repr_html_() for each in answers]

    words = [
        "résultats",
        "Aucune anomalie",
        "Citoyens",
        "Écart",
        "Entreprises",
        "référence",
        "Chiffres clés",
    ]
    assert [word in (text or "") for word, text in zip(words, shown, strict=True)] == [True] * len(words)
