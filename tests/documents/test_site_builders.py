"""What builds sites and books of documents shows every figure that phare wrote in them, and no command."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable
from html import unescape
from pathlib import Path
from shutil import which
from typing import Any

import pytest

Phare = Callable[..., Any]
VALUE = "<!-- phare: value engagement -r PACA -s companies --><!-- /phare -->"
SHOW = "<!-- phare: show fragilities --region PACA -->\n<!-- /phare -->"
END = "<!-- /phare -->"


def _inside(block: str, prefix: str) -> str:
    return "".join(f"{prefix}{line}\n" for line in block.split("\n"))


BLOCKS: dict[str, str] = {
    "a table": f"{SHOW}\n",
    "a wide table": f"<!-- phare: compare --region PACA -->\n{END}\n",
    "sentences": f"<!-- phare: compare --region PACA --sentences -->\n{END}\n",
    "a report": f"<!-- phare: report --region PACA --heading-level 2 -->\n{END}\n",
    "the line's start": f"{VALUE} of *companies*, **{VALUE}**\n{VALUE} in all.\n",
    "two hyphens": "Text <!-- phare: value engagement --region PACA -s companies -->" + END + " text.\n",
    "a list": f"- {VALUE} of them\n- text\n\n{_inside(SHOW, '  ')}",
    "a deep list": f"1. one\n\n    - {VALUE} of them\n\n{_inside(SHOW, '      ')}",
    "a quote": f"> {VALUE} of them\n>\n{_inside(SHOW, '> ')}",
    "a row": f"| a | b |\n|---|---|\n| {VALUE} | c |\n",
    "a title": f"## In PACA, {VALUE} of companies\n",
    "a footnote": f"Note[^1] and note[^2].\n\n[^1]: {VALUE} of them.\n\n[^2]: Table:\n\n{_inside(SHOW, '    ')}",
}
# Of what only some readers know: kramdown and MkDocs number no list item with a table two columns in.
FOUR_COLUMNS = {**BLOCKS, "a list": f"- {VALUE} of them\n- text\n\n{_inside(SHOW, '    ')}"}
FOUR_COLUMNS["a deep list"] = f"1.  one\n\n    - {VALUE} of them\n\n{_inside(SHOW, '        ')}"
ADMONITION = {"an admonition": f"!!! note\n\n    {VALUE} of them\n\n{_inside(SHOW, '    ')}"}
DIRECTIVE = {"a directive": f":::{{note}}\n{VALUE} of them\n\n{SHOW}\n:::\n"}


def run(*words: str, folder: Path) -> str:
    if which(words[0]) is None:
        pytest.skip(f"{words[0]} is not installed")
    return subprocess.run(words, cwd=folder, capture_output=True, check=True, text=True).stdout


def hugo(folder: Path) -> str:
    (folder / "hugo.toml").write_text('disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home"]\n')
    (folder / "config.toml").write_bytes((folder / "hugo.toml").read_bytes())
    (folder / "layouts/_default").mkdir(parents=True)
    (folder / "layouts/_default/single.html").write_text("{{ .Content }}")
    (folder / "content").mkdir()
    (folder / "a.md").rename(folder / "content/a.md")
    run("hugo", "--quiet", folder=folder)
    return (folder / "public/a/index.html").read_text(encoding="utf-8")


def kramdown(folder: Path) -> str:
    return run("kramdown", "a.md", folder=folder)


def mkdocs(folder: Path) -> str:
    (folder / "mkdocs.yml").write_text(
        "site_name: a\nuse_directory_urls: false\nmarkdown_extensions: [tables, footnotes, admonition]\n"
    )
    (folder / "docs").mkdir()
    (folder / "a.md").rename(folder / "docs/index.md")
    run("mkdocs", "build", "--quiet", folder=folder)
    page = (folder / "site/index.html").read_text(encoding="utf-8")
    return page[page.index('role="main"') : page.index("<footer")]


def myst(folder: Path) -> str:
    (folder / "conf.py").write_text(
        'extensions = ["myst_parser"]\nmyst_enable_extensions = ["colon_fence"]\n'
        'html_theme = "basic"\nsuppress_warnings = ["myst.header"]\n'
    )
    (folder / "a.md").rename(folder / "index.md")
    run("sphinx-build", "-q", "-b", "html", ".", "out", folder=folder)
    page = (folder / "out/index.html").read_text(encoding="utf-8")
    return page[page.index('role="main"') : page.index('class="sphinxsidebar"')]


BUILDERS: dict[str, tuple[Callable[[Path], str], dict[str, str]]] = {
    "Hugo": (hugo, BLOCKS),
    "kramdown": (kramdown, FOUR_COLUMNS),
    "MkDocs": (mkdocs, {**FOUR_COLUMNS, **ADMONITION}),
    "MyST": (myst, {**BLOCKS, **DIRECTIVE}),
}


def figures(text: str) -> Counter[str]:
    """Return the percents and points of a text, and how often each is there."""
    return Counter(re.findall(r"\d+(?:\.\d+)?(?:%| points?)", text.replace("\u00a0", " ")))


def seen(page: str) -> str:
    """Return what a reader sees of a page in HTML."""
    page = re.sub(r"<!--.*?-->|<(script|style)\b.*?</\1>|<(title)\b.*?</\2>", "", page, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", page))


def written(document: str) -> str:
    """Return what a document holds between its markers."""
    return "\n".join(re.findall(r"phare: [^>]*?-->(.*?)<!-- /phare", document, re.DOTALL))


@pytest.mark.parametrize(("build", "blocks"), BUILDERS.values(), ids=BUILDERS)
def test_a_site_shows_every_figure_that_was_written_and_no_command(
    phare: Phare, tmp_path: Path, build: Callable[[Path], str], blocks: dict[str, str]
) -> None:
    text = "\n".join(f"Text.\n\n{block}" for block in blocks.values())
    (tmp_path / "a.md").write_text(f"# Title\n\n{text}\nThe end.\n", encoding="utf-8")
    assert phare("update a.md").status == 0
    document = (tmp_path / "a.md").read_text(encoding="utf-8")
    page = build(tmp_path)

    assert len(re.findall("phare:", document)) >= 18
    assert figures(written(document)) - figures(seen(page)) == Counter()
    assert "phare" not in seen(page).replace("le-programme-phare", "")
    assert page.count("<table") >= 8
    assert "<code" not in page


def test_asciidoctor_shows_every_figure_that_was_written(phare: Phare, tmp_path: Path) -> None:
    commands = ("show fragilities -r PACA", "compare -r PACA", "show engagement -r PACA")
    text = "\n\n".join(f"// phare: {command}\n// /phare" for command in commands)
    (tmp_path / "a.adoc").write_text(f"= Title\n\n{text}\n\nThe end.\n", encoding="utf-8")
    assert phare("update a.adoc").status == 0
    document = (tmp_path / "a.adoc").read_text(encoding="utf-8")
    page = run("asciidoctor", "-o", "-", "a.adoc", folder=tmp_path)

    assert figures(document) - figures(seen(page)) == Counter()
    assert "phare:" not in seen(page)


@pytest.mark.skipif(which("chromium") is None, reason="no Chromium is installed")
def test_a_browser_prints_every_figure_that_was_written(phare: Phare, tmp_path: Path) -> None:
    commands = ("show fragilities -r PACA", "compare -r PACA", "report -r PACA", "plot engagement -r PACA")
    blocks = "\n".join(f"<!-- phare: {command} -->\n<!-- /phare -->" for command in commands)
    (tmp_path / "a.html").write_text(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title></head><body>\n'
        f"<h1>T</h1><p>In PACA, {VALUE} of companies</p>\n{blocks}\n</body></html>\n",
        encoding="utf-8",
    )
    assert phare("update a.html").status == 0
    flags = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
    )
    profile, page = f"--user-data-dir={tmp_path / 'profile'}", (tmp_path / "a.html").as_uri()
    run("chromium", *flags, profile, f"--print-to-pdf={tmp_path / 'a.pdf'}", page, folder=tmp_path)
    paper = run("pdftotext", "-layout", "a.pdf", "-", folder=tmp_path)
    text = seen((tmp_path / "a.html").read_text(encoding="utf-8"))

    assert sum(figures(text).values()) > 50
    assert {figure for figure in figures(text) if "%" in figure} <= set(figures(paper))
    assert "phare:" not in paper
