"""A marker that somebody meant and nothing reads is told, and fails a check: nobody knows if its figure is true."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
VALUE = "<!-- phare: value engagement -r PACA -s companies -->45 %<!-- /phare -->"
SHOW = "<!-- phare: show engagement -r PACA -->\n<!-- /phare -->"


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        # in code that is never closed
        ("a.md", f"a\n\n```\ncode\n\n{SHOW}\n", 6),
        ("a.md", f"- a\n\n  ```\n  {VALUE}\n\nb\n", 4),
        ("a.md", f"<pre>\n\n{SHOW}\n", 3),
        ("a.md", f"<script>\n{SHOW}\n", 2),
        ("a.md", f"<?php\n\n{SHOW}\n", 3),
        ("a.md", f"<![CDATA[\n\n{SHOW}\n", 3),
        ("a.mdx", "```\n{/* phare: show */}\n\n{/* /phare */}\n", 2),
        ("a.adoc", "----\n// phare: show\n// /phare\n", 2),
        ("a.tex", "\\begin{verbatim}\n% phare: show\n% /phare\n", 2),
        # where phare does not write
        ("a.md", f"---\ntitle: {VALUE}\n---\n", 2),
        ("a.md", f"+++\ntitle = '{VALUE}'\n+++\n", 2),
        ("a.md", f"```{{=html}}\n{SHOW}\n```\n", 2),
        ("a.md", f"```{{strange}}\n{SHOW}\n```\n", 2),
        ("a.md", "```{eval-rst}\n.. phare: show\n.. /phare\n```\n", 2),
        # as another kind of document has its comments
        ("a.md", "a\n\n% phare: show\n% /phare\n", 3),
        ("a.md", "- .. phare: show\n", 1),
        ("a.md", "// phare: show\n", 1),
        ("a.md", "a {/* phare: value a */}45 %{/* /phare */}\n", 1),
        ("a.md", "a <!– phare: value a –>45 %<!– /phare –>\n", 1),
        ("a.md", "a \\<!-- phare: value a --\\>45 %\n", 1),
        ("a.html", "<p>&lt;!-- phare: value a --&gt;45 %</p>\n", 1),
        ("a.html", "<p>{/* phare: value a */}45 %</p>\n", 1),
        ("a.mdx", f"a\n\n{SHOW}\n", 3),
        ("a.mdx", "[//]: # (phare: show)\n", 1),
        ("a.rst", f"{SHOW}\n", 1),
        ("a.adoc", f"{SHOW}\n", 1),
        ("a.tex", f"a {VALUE}\n", 1),
        # in the midst of a line, where a comment is a whole line
        ("a.rst", "They are 45 % .. phare: value a\n", 1),
        ("a.adoc", "They are 45 % // phare: value a\n", 1),
        ("a.tex", "They are 45\\,\\% % phare: value a\n", 1),
    ],
)
def test_a_marker_that_is_left_as_text_is_told_and_fails_a_check(
    phare: Phare, tmp_path: Path, name: str, text: str, line: int
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    run = phare(f"update --check {name}")

    assert run.status == 1
    assert f"phare: {name}, line {line}: this marker " in run.err
    assert run.err.count("[marker-unread]") == 1


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.html", f"<title>{VALUE}</title>", 1),
        ("a.html", f"<style>\n{VALUE}</style>", 2),
        ("a.html", f"<script>\n{VALUE}", 2),
        ("a.html", f"<p>a</p>\n<pre>{VALUE}</pre>", 2),
        ("a.html", f"<p><CODE class='a'>{VALUE}</code></p>", 1),
        ("a.md", f"a\n\n<pre>\n\n{VALUE}\n</pre>", 5),
        ("a.md", f"<?php\n{VALUE} ?>\n", 2),
    ],
)
def test_a_figure_in_code_of_html_whose_marker_no_browser_shows_is_told(
    phare: Phare, tmp_path: Path, name: str, text: str, line: int
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    run = phare(f"update --check {name}")

    assert run.status == 1
    assert (
        f"phare: {name}, line {line}: this marker stands in HTML whose words are kept to the letter"
        in run.err
    )


@pytest.mark.parametrize("directive", ["list-table", "table", "glossary", "deprecated", "todo", "compound"])
def test_a_directive_that_myst_shows_the_lines_of_holds_blocks(
    phare: Phare, tmp_path: Path, directive: str
) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# T\n\n```{{{directive}}}\n* - a\n  - {VALUE.replace('45 %', '?')} b\n```\n")
    phare("update a.md")

    assert "?" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"```\n{SHOW}\n```\n"),
        ("a.md", "```\n.. phare: show\n```\n\n`% phare: show` and `<!– phare: show –>`\n"),
        ("a.md", f":::{{code-block}} html\n{SHOW}\n:::\n"),
        ("a.md", f"<!DOCTYPE html>\n\n```\n{SHOW}\n```\n"),
        ("a.html", "<pre>{/* phare: show */}</pre><code>&lt;!-- phare: show --&gt;</code>"),
        ("a.mdx", f"```\n{SHOW}\n```\n"),
        (
            "a.rst",
            f"Write ``<!-- phare: show -->`` or ``.. phare: show``::\n\n   {VALUE}\n   a .. phare: show\n",
        ),
        ("a.adoc", f"----\n{SHOW}\na // phare: show\n----\n\n`// phare: show`\n"),
        (
            "a.tex",
            f"\\begin{{verbatim}}\n{SHOW}\n\\end{{verbatim}}\n\\verb|% phare: show|, \\% phare: show\n",
        ),
    ],
)
def test_a_marker_that_is_there_to_be_shown_is_not_spoken_of(
    phare: Phare, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    run = phare(f"update --check {name}")

    assert (run.status, run.err) == (0, f"phare: {name}: no block of phare.\n")


def test_a_marker_in_a_raw_cell_of_a_notebook_is_told_with_its_line(phare: Phare, tmp_path: Path) -> None:
    cell = {"cell_type": "raw", "metadata": {}, "source": ["a\n", VALUE]}
    (tmp_path / "a.ipynb").write_text(
        json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1)
    )
    run = phare("update --check a.ipynb")

    assert run.status == 1
    assert "phare: a.ipynb, line 8: this marker stands in a raw cell" in run.err


def test_an_indented_marker_of_asciidoc_would_be_printed_and_is_refused(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.adoc").write_text("a\n\n  // phare: show\n  // /phare\n", encoding="utf-8")
    run = phare("update a.adoc")

    assert run.status == 3
    assert "phare: a.adoc, line 3: this marker is indented" in run.err
