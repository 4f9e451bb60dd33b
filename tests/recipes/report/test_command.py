"""The command line of ``report``: formats, files, folders, and what it refuses."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli import read
from phare_cli.nouns.errors import WrongOption
from phare_cli.recipes.report.report import report
from phare_cli.rendering import Look
from phare_cli.rendering.pages.formats import render_document

Phare = Callable[..., Any]
Rows = Callable[..., str]


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("page.md", "# Key figures of Provence-Alpes-Côte d'Azur\n"),
        ("page.qmd", "# Key figures of Provence-Alpes-Côte d'Azur\n"),
        ("page.html", "<!DOCTYPE html>\n"),
        ("page.json", '{\n  "schema_version": 1,\n  "command": "report",\n'),
        ("page.txt", "Key figures of Provence-Alpes-Côte d'Azur\n═"),
    ],
)
def test_the_ending_of_a_file_chooses_the_format(
    phare: Phare, tmp_path: Path, name: str, beginning: str
) -> None:
    run = phare(f"report -r PACA -o {name}")

    assert (run.status, run.out) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(beginning)


def test_json_says_the_same_in_any_language(phare: Phare) -> None:
    assert phare("report -r PACA -f json").out == phare("report -r PACA -f json --lang fr").out


def test_json_holds_raw_figures_under_stable_names(phare: Phare) -> None:
    page = phare("report -r PACA -f json").json

    comparison = page["sections"][4]
    assert comparison["name"] == "comparison"
    assert [table["label"] for table in comparison["tables"]] == [
        "gap-engagement", "gap-fragilities", "gap-innovation",
    ]  # fmt: skip
    first = comparison["tables"][0]["rows"][0]
    assert {
        name: first[name] for name in ("stakeholder", "value", "reference", "gap", "verdict", "reason")
    } == {
        "stakeholder": "associations",
        "value": 47,
        "reference": 38,
        "gap": 9,
        "verdict": "untestable",
        "reason": "base_missing",
    }
    assert page["sources"][0]["source"] == "PHARE Région PACA, chiffres clés (Le RAMEAU)"


def test_the_same_page_twice_is_the_same_to_the_byte(phare: Phare) -> None:
    assert phare("report -r PACA -f html").out == phare("report -r PACA -f html").out


def test_no_line_runs_over_a_narrow_terminal(phare: Phare) -> None:
    run = phare("report -r PACA --lang fr --color never", columns=60)

    assert max(map(len, run.out.splitlines())) <= 60


def test_an_ascii_terminal_is_given_ascii(phare: Phare) -> None:
    run = phare("report -r PACA", encoding="ascii")

    assert run.out.startswith("Key figures of Provence-Alpes-Cote d'Azur\n=====")


def test_decimals_can_be_asked_for(phare: Phare) -> None:
    assert "47.0% of associations" in phare("report -r PACA --decimals 1").out


def test_the_project_s_region_is_the_default(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "phare.toml").write_text('region = "PACA"\n', encoding="utf-8")

    assert phare("report").out.startswith("Key figures of Provence-Alpes-Côte d'Azur\n")


def test_the_document_of_the_recipe_renders_as_what_the_command_prints(phare: Phare) -> None:
    page = report(read(), regions=["Provence-Alpes-Côte d'Azur"])

    assert (
        render_document(page, "markdown", Look(language="fr"))
        == phare("report -r PACA -f markdown --lang fr").out
    )


def test_a_format_that_a_page_has_not_is_refused(phare: Phare) -> None:
    with pytest.raises(WrongOption) as refused:
        render_document(report(read(), regions=["Provence-Alpes-Côte d'Azur"]), "csv")

    assert (
        str(refused.value)
        == "a report has no “csv” form. Choose table, markdown, html, json, docx, odt, pptx or xlsx."
    )


def test_each_region_has_a_page_in_a_folder(phare: Phare, tmp_path: Path) -> None:
    run = phare("report --each region -o reports/2016")

    pages = sorted((tmp_path / "reports" / "2016").iterdir())
    assert [page.name for page in pages] == [
        "bourgogne-franche-comte.html", "france.html", "nouvelle-aquitaine.html", "paca.html", "pays-de-la-loire.html",
    ]  # fmt: skip
    assert (run.status, run.out) == (0, "")
    assert run.err == (
        "phare: note: 5 pages were written in reports/2016.\n"
        "phare: note: they are in HTML: -f docx writes them for Word, -f odt for LibreOffice.\n"
    )
    assert pages[3].read_text(encoding="utf-8") == phare("report -r PACA -f html").out


def test_pages_of_a_folder_can_have_another_format(phare: Phare, tmp_path: Path) -> None:
    run = phare("report --each region -o pages -f json --lang fr", data=_one_region())

    assert run.err == "phare\u00a0: remarque\u00a0: 1 page écrite dans pages.\n"
    assert json.loads((tmp_path / "pages" / "corse.json").read_text(encoding="utf-8"))["command"] == "report"


def test_pages_never_share_a_file(phare: Phare, tmp_path: Path, rows: Rows) -> None:
    names = ("a/b", "a:b", "空気", "..", "Nord")
    data = rows(*(f"{name},companies,engagement,partnerships,40," for name in names))

    phare("report --each region -o pages -f json", data=data)

    assert sorted(page.name for page in (tmp_path / "pages").iterdir()) == [
        "a-b-2.json", "a-b.json", "nord.json", "other-2.json", "other.json",
    ]  # fmt: skip


def _one_region() -> str:
    return "region,stakeholder,indicator,item,value\nCorse,companies,engagement,partnerships,40\n"


class _Screen(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("kind", "is_shown"), [(_Screen, True), (io.TextIOWrapper, False)])
def test_progress_is_shown_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: type[io.TextIOWrapper], is_shown: bool
) -> None:
    from phare_cli.cli import main
    from phare_cli.shell import progress

    said = io.BytesIO()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(sys, "stderr", kind(said, encoding="utf-8", newline=""))

    status = main(["report", "--each", "region", "-o", "pages", "-f", "markdown"])

    sys.stderr.flush()
    assert status == 0
    assert ("Pages " in said.getvalue().decode()) is is_shown


@pytest.mark.parametrize(
    ("options", "english", "french"),
    [
        (
            "",
            "phare: a report is about a region: name it with --region, or write a page for each with --each region.",
            "phare : un rapport porte sur une région : nommez-la avec --region, ou écrivez une page pour chacune avec "
            "--each region.",
        ),
        (
            "-r pcaa",
            "phare: no region is called “pcaa” in these data. Did you mean paca? (phare list regions)",
            "phare : aucune région ne s’appelle « pcaa » dans ces données. Vouliez-vous dire paca ? (phare list "
            "regions)",
        ),
        (
            "--each region",
            "phare: --each writes many pages: name the folder for them with --output.",
            "phare : --each écrit plusieurs pages : nommez leur dossier avec --output.",
        ),
        (
            "--each region -o - ",
            "phare: --each writes many pages: name the folder for them with --output.",
            "phare : --each écrit plusieurs pages : nommez leur dossier avec --output.",
        ),
        (
            "--each region -r PACA -o x",
            "phare: --each writes a page for every region: leave --region out, or leave --each out.",
            "phare : --each écrit une page pour chaque région : retirez --region, ou retirez --each.",
        ),
        (
            "--each region -o taken",
            "phare: taken is not a folder: name one for the pages, or leave --each out.",
            "phare : taken n’est pas un dossier : nommez-en un pour les pages, ou retirez --each.",
        ),
        (
            "--each city -o x",
            "phare: --each takes region. (phare report --help)",
            "phare : --each attend l’une de ces valeurs : region. (phare report --help)",
        ),
        (
            "-r PACA -o page.csv",
            "phare: the ending of page.csv is not one of a report: use .txt, .md, .html, .json, .docx, .odt, .pptx "
            "or .xlsx, or choose with --format.",
            "phare : l’extension de page.csv n’est pas celle d’un rapport : utilisez .txt, .md, .html, .json, .docx, "
            ".odt, .pptx ou .xlsx, ou choisissez avec --format.",
        ),
        (
            "-r PACA -f csv",
            "phare: --format takes table, markdown, html, json, docx, odt, pptx or xlsx. (phare report --help)",
            "",
        ),
        (
            "-r PACA --captions",
            "phare: --captions is for Markdown: add --format markdown, or leave --captions out.",
            "phare : --captions est pour le Markdown : ajoutez --format markdown, ou retirez --captions.",
        ),
        (
            "-r PACA -f html --front-matter",
            "phare: --front-matter is for Markdown: add --format markdown, or leave --front-matter out.",
            "phare : --front-matter est pour le Markdown : ajoutez --format markdown, ou retirez --front-matter.",
        ),
        (
            "-r PACA --heading-level 2",
            "phare: --heading-level is for Markdown and HTML: add --format, or leave --heading-level out.",
            "phare : --heading-level est pour Markdown et HTML : ajoutez --format, ou retirez --heading-level.",
        ),
        (
            "-r PACA --fact sponsor",
            "phare: --fact takes a name and a text, sponsor=TEXT, not “sponsor”.",
            "phare : --fact prend un nom et un texte, sponsor=TEXTE, et non « sponsor ».",
        ),
        (
            "-r PACA --fact colour=red",
            "phare: no fact is called “colour”. Choose survey, sponsor, conducted-by, dates, universe, sampling, "
            "mode, base, non-response, question, weighting, national-sample, margin or rounding.",
            "phare : aucune rubrique ne s’appelle « colour ». Choisissez survey, sponsor, conducted-by, dates, "
            "universe, sampling, mode, base, non-response, question, weighting, national-sample, margin ou rounding.",
        ),
        (
            "-r PACA --top 0",
            "phare: --top keeps at least 1 rank: give it 1 or more.",
            "",
        ),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_sentence(
    phare: Phare, tmp_path: Path, options: str, english: str, french: str
) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")

    run = phare(f"report {options}")

    assert (run.status, run.out, run.err) == (2, "", f"{english}\n")
    if french:
        assert phare(f"report {options} --lang fr").err == f"{french}\n"


def test_data_of_the_nation_alone_have_no_pages_to_write(phare: Phare, rows: Rows) -> None:
    run = phare("report --each region -o x", data=rows("France,companies,engagement,partnerships,40,"))

    assert (run.status, run.err) == (
        2,
        "phare: these data hold figures of France alone: there is no page to write.\n",
    )


def test_a_folder_that_cannot_be_made_is_an_error(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")

    run = phare("report --each region -o taken/pages")

    assert run.status == 5
    assert run.err == (
        "phare: the folder taken/pages cannot be made (a part of its path is a file, not a folder). "
        "Name another with --output.\n"
    )


def test_no_picture_needs_matplotlib(phare: Phare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    assert "<svg" in phare("report -r PACA -f html").out


def test_a_report_does_not_depend_on_the_seed_of_hashes(tmp_path: Path) -> None:
    rows = "".join(f"PACA,mayors,asked {name},a,57\nPACA,mayors,asked {name},b,31\n" for name in "abcdefgh")
    (tmp_path / "results.csv").write_text(
        "region,stakeholder,indicator,item,value\n" + rows, encoding="utf-8"
    )
    command = [
        sys.executable,
        "-m",
        "phare_cli",
        "report",
        "-r",
        "PACA",
        "-d",
        "results.csv",
        "-f",
        "markdown",
    ]

    runs = {
        subprocess.run(
            command,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            cwd=tmp_path,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(runs) == 1
    assert b"asked a" in runs.pop()
