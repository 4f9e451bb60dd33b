"""What formatters make of a document with blocks is still up to date, and new data refresh it without force."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from phare_cli.documents.normal_form import normal

Phare = Callable[..., Any]
FORMATTERS: dict[str, tuple[str, ...]] = {
    "prettier": ("prettier", "--write"),
    "prettier, lines filled": ("prettier", "--prose-wrap", "always", "--write"),
    "prettier, lines joined": ("prettier", "--prose-wrap", "never", "--write"),
    "prettier, narrow": (
        "prettier",
        "--print-width",
        "40",
        "--prose-wrap",
        "always",
        "--tab-width",
        "4",
        "--write",
    ),
    "mdformat": ("mdformat",),
    "mdformat, lines filled": ("mdformat", "--wrap", "60"),
    "mdformat, compact tables": ("mdformat", "--compact-tables"),
    "markdownlint": ("markdownlint-cli2", "--fix"),
    "doctoc": ("doctoc", "--notitle"),
    "remark": ("remark", "--use", "remark-gfm", "--output", "--quiet"),
}
VALUE = "<!-- phare: value engagement -r PACA -s companies -->"
END = "<!-- /phare -->"
LONG = "dans cette région comme dans les autres, " * 3
BLOCKS: dict[str, str] = {
    "a table": f"<!-- phare: show engagement --region PACA -->\n{END}\n",
    "a long table": f"<!-- phare: compare --region PACA -->\n{END}\n",
    "sentences": f"<!-- phare: compare --region PACA --sentences -->\n{END}\n",
    "a report": f"<!-- phare: report --region PACA --heading-level 3 -->\n{END}\n",
    "a picture": f"<!-- phare: plot engagement --region PACA -->\n{END}\n",
    "HTML": f"<!-- phare: show engagement --region PACA -f html -->\n{END}\n",
    "code": f"<!-- phare: show engagement --region PACA -f csv -->\n{END}\n",
    "the line's start": f"{VALUE}{END} des entreprises {LONG}{VALUE}{END} {LONG}**{VALUE}{END}** fin.\n",
    "a list": f"- un {LONG}{VALUE}{END}\n- {VALUE}{END} des *entreprises*\n\n"
    f"  <!-- phare: show engagement -r PACA -->\n  {END}\n",
    "a numbered list": f"1. {VALUE}{END}\n2. deux\n\n   <!-- phare: show engagement -r PACA -->\n   {END}\n",
    "a quote": f"> {VALUE}{END} {LONG}\n>\n> <!-- phare: show engagement -r PACA -->\n> {END}\n",
    "a row": f"| a | b |\n|---|---|\n| {VALUE}{END} | c |\n",
    "a title": f"## En PACA, {VALUE}{END} des entreprises\n",
    "a gap": f"Soit <!-- phare: value engagement -r PACA -s companies --gap -->{END} {LONG}\n",
    "a footnote": f"Note[^1].\n\n[^1]: {VALUE}{END} des entreprises.\n",
    "two": f"{VALUE}{END}\n\n<!-- phare: show engagement --region PACA -->\n{END}\n",
}  # fmt: skip
PAGES: dict[str, str] = {
    ".html": (
        '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>x</title></head><body>'
        f"<p>Soit {VALUE}{END} des entreprises, {LONG}</p>\n"
        f"<!-- phare: show engagement --region PACA -->\n{END}\n"
        f"<div><!-- phare: compare --region PACA -->{END}</div>\n"
        f"<!-- phare: plot engagement --region PACA -->\n{END}\n"
        f"<!-- phare: report --region PACA -->\n{END}\n</body></html>\n"
    ),
    ".mdx": (
        "# T\n\nSoit {/* phare: value engagement -r PACA -s companies */}{/* /phare */} " + LONG + "\n\n"
        "{/* phare: show engagement --region PACA */}\n\n{/* /phare */}\n\n"
        "{/* phare: compare --region PACA */}\n\n{/* /phare */}\n"
    ),
}


def formatted(folder: Path, words: tuple[str, ...], ending: str) -> None:
    """Run a formatter over the documents of a folder. What a linter cannot mend it complains of, and ends with 1."""
    if which(words[0]) is None:
        pytest.skip(f"{words[0]} is not installed (npm)")
    names = sorted(path.name for path in folder.glob(f"*{ending}"))
    subprocess.run([*words, *names], cwd=folder, capture_output=True, check=False, stdin=subprocess.DEVNULL)


DATA = "".join(
    f"{region},{group},{indicator},{item},{value}\n"
    for region, more in (("PACA", 0), ("France", 8))
    for group in ("companies", "associations")
    for indicator, items in (("engagement", ("partnerships",)), ("fragilities", ("employment", "mobility")))
    for item, value in zip(items, (45 + more, 31 + more), strict=False)
)


def project(folder: Path, value: str = "45") -> None:
    (folder / "phare.toml").write_text('data = ["results.csv"]\nlang = "fr"\n')
    rows = DATA.replace("companies,engagement,partnerships,45", f"companies,engagement,partnerships,{value}")
    (folder / "results.csv").write_text(f"region,stakeholder,indicator,item,value\n{rows}")


def keep_true(phare: Phare, folder: Path, words: tuple[str, ...], ending: str, documents: int) -> None:
    """Look that formatted documents are up to date, and that other figures refresh them, time and again."""
    project(folder)
    first = phare("update .")
    assert (first.status, first.err.count("mis à jour.")) == (0, documents), first.err
    formatted(folder, words, ending)
    # A line that has come to begin with a figure would lose it: that much is to be mended, and once.
    found = phare("update --check .")
    changed = [line for line in found.out.splitlines() if line.startswith("+") and not line.startswith("+++")]
    assert [line for line in changed if not line.lstrip("+ >").startswith("<span></span>")] == [], found.err
    phare("update .")
    formatted(folder, words, ending)
    check = phare("update --check .")
    assert (check.status, check.out) == (0, ""), check.err
    project(folder, "52")
    formatted(folder, words, ending)
    stale, again = phare("update --check ."), phare("update .")
    assert (stale.status, stale.err.count(" périmé")) == (1, documents), stale.err
    assert again.status == 0, again.err
    assert phare("update --check .").status == 0


@pytest.mark.parametrize("words", FORMATTERS.values(), ids=FORMATTERS)
def test_formatted_documents_are_up_to_date_and_can_be_refreshed(
    phare: Phare, tmp_path: Path, words: tuple[str, ...]
) -> None:
    for name, text in BLOCKS.items():
        (tmp_path / f"{name}.md").write_text(f"# Titre\n\nUn début.\n\n{text}\nUne fin.\n", encoding="utf-8")
    keep_true(phare, tmp_path, words, ".md", len(BLOCKS))


@pytest.mark.parametrize("words", [words for words in FORMATTERS.values() if words[0] == "prettier"])
@pytest.mark.parametrize(("ending", "text"), PAGES.items(), ids=PAGES)
def test_formatted_pages_are_up_to_date_and_can_be_refreshed(
    phare: Phare, tmp_path: Path, ending: str, text: str, words: tuple[str, ...]
) -> None:
    (tmp_path / f"a{ending}").write_text(text, encoding="utf-8")
    keep_true(phare, tmp_path, words, ending, 1)


MDX = """
import {evaluate} from "FOLDER/@mdx-js/mdx/index.js"
import remarkGfm from "FOLDER/remark-gfm/index.js"
import * as runtime from "FOLDER/react/jsx-runtime.js"
import server from "FOLDER/react-dom/server.js"
import {readFileSync} from "node:fs"
const page = await evaluate(readFileSync("a.mdx"), {...runtime, remarkPlugins: [remarkGfm]})
console.log(server.renderToStaticMarkup(runtime.jsx(page.default, {})))
"""


def test_mdx_makes_a_page_of_every_answer(phare: Phare, tmp_path: Path) -> None:
    project(tmp_path)
    commands = (
        "show engagement",
        "compare",
        "report",
        "compare --sentences",
        "show -f html",
        "plot engagement",
    )
    blocks = "".join(f"{{/* phare: {command} -r PACA */}}\n\n{{/* /phare */}}\n\n" for command in commands)
    (tmp_path / "a.mdx").write_text(f"# T\n\n{blocks}{PAGES['.mdx']}", encoding="utf-8")
    update = phare("update a.mdx")
    folder = Path(which("prettier") or "").parent.parent
    script = MDX.replace("FOLDER", folder.as_uri())
    run = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        cwd=tmp_path,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    page = run.stdout.decode()

    assert update.status == 0, update.err
    assert run.returncode == 0, run.stderr.decode()
    assert "phare:" not in page
    assert (page.count("<table>") >= 5, page.count("<img ")) == (True, 1)


def test_a_bar_in_a_sentence_is_no_cell_and_in_a_row_it_is_one_without_its_escape() -> None:
    table = "| a | b |\n| --- | --- |\n| x \\| y | 4% |\n\n"

    assert normal(f"{table}x \\| y 4%", "markdown") == normal(f"{table}x | y 4%", "markdown")
    assert normal(table, "markdown") == normal("a|b\n-|-\nx \\| y|4%\n", "markdown")
    assert normal(table, "markdown") != normal(table.replace("\\|", "|"), "markdown")
