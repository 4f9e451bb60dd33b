"""MDX, AsciiDoc, LaTeX and comments that are links: found where they are comments, answered in their own marks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypandoc
import pytest

from phare_cli.documents.blocks import Block, DocumentError, Syntax, read_outline
from phare_cli.documents.refresh import refresh

Phare = Callable[..., Any]
TABLE = "| a | b |\n|---|---|\n| 1 | 2 |\n"


def answer(block: Block) -> str:
    return "45 %" if block.command[0] == "value" else TABLE


def refreshed(text: str, name: str) -> str:
    return refresh(text.encode(), name, answer).content.decode()


@pytest.mark.parametrize(
    ("name", "opening", "closing"),
    [
        ("a.mdx", "{/* phare: show a */}", "{/* /phare"),
        ("a.adoc", "// phare: show a", "// /phare"),
        ("a.asciidoc", "// phare: show a", "// /phare"),
        ("a.tex", "% phare: show a", "% /phare"),
        ("a.md", "[//]: # (phare: show a)", "[//]: # (/phare"),
        ("a.md", '[comment]: <> "phare: show a"', "[//]: # (/phare"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_each_kind_of_document_has_its_own_comments(
    name: str, opening: str, closing: str, ending: str
) -> None:
    end = closing + {"{": " */}", "[": ")"}.get(closing[0], "")
    text = f"T\n\n{opening}\n\nold\n\n{end}\n\nafter".replace("\n", ending)
    once = refreshed(text, name)

    assert once.startswith(f"T\n\n{opening}\n\n| a | b |".replace("\n", ending))
    assert ending + closing + " " in once
    assert once.endswith(f"{ending}{ending}after")
    assert refreshed(once, name) == once


@pytest.mark.parametrize(
    ("text", "syntax"),
    [
        ("----\n// phare: show\n----", "asciidoc"),
        ("....\n// phare: show\n....", "asciidoc"),
        ("```\n// phare: show\n```", "asciidoc"),
        ("////\n// phare: show\n////", "asciidoc"),
        ("\\begin{verbatim}\n% phare: show\n\\end{verbatim}", "latex"),
        ("\\begin{lstlisting}[language=R]\n% phare: show\n\\end{lstlisting}", "latex"),
        ("```\n{/* phare: show */}\n```", "mdx"),
        ("a `{/* phare: show */}` b", "mdx"),
        ("~~~\n[//]: # (phare: show)\n~~~\n<!-- phare: x", "markdown"),
    ],
)
def test_a_marker_in_code_is_text(text: str, syntax: Syntax) -> None:
    assert read_outline(text.split("\n<!--")[0], syntax=syntax, name="a").blocks == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("// phare: show\n", "a.adoc"),
        ("% /phare\n", "a.tex"),
        ("{/* phare: show */}\n", "a.mdx"),
        ("text\n[//]: # (phare: show)\n\n[//]: # (/phare)\n", "a.md"),
        ("a {/* phare: show */}\n{/* /phare */}\n", "a.mdx"),
    ],
)
def test_a_marker_that_pairs_with_none_or_is_no_comment_there_is_an_error(text: str, name: str) -> None:
    with pytest.raises(DocumentError):
        refreshed(text, name)


def test_an_inline_block_of_mdx_stands_in_its_sentence() -> None:
    text = refreshed("We are {/* phare: value a --lang fr */}{/* /phare */} of {b}\n", "a.mdx")

    assert text == "We are {/* phare: value a --lang fr */}45 %{/* /phare a22d6774 */} of {b}\n"


@pytest.mark.parametrize(
    ("name", "figure"),
    [("a.tex", "45~\\%"), ("a.adoc", "45\u00a0%"), ("a.rst", "45\u00a0%"), ("a.mdx", "45\u00a0%")],
)
def test_a_figure_is_written_as_its_document_prints_it(
    phare: Phare, tmp_path: Path, name: str, figure: str
) -> None:
    comment = {"a.tex": "% {}", "a.adoc": "// {}", "a.rst": ".. {}", "a.mdx": "{{/* {} */}}"}[name]
    opening, closing = (
        comment.format(word) for word in ("phare: value engagement -r PACA -s companies --lang fr", "/phare")
    )
    (tmp_path / name).write_text(f"{opening}\n\n{closing}\n")

    assert phare(f"update {name}").status == 0
    assert f"\n{figure}\n" in (tmp_path / name).read_text(encoding="utf-8")


def test_mdx_holds_no_brace_and_no_tag_of_the_data(phare: Phare, tmp_path: Path) -> None:
    data = 'region,stakeholder,indicator,item,value,source,url\nCorse,citizens,w,"{x} <b> a",4,S,https://x.fr/a_b\n'
    (tmp_path / "phare.toml").write_text('data = "results.csv"\n')
    (tmp_path / "a.mdx").write_text("{/* phare: show w --lang en */}\n{/* /phare */}\n")
    (tmp_path / "results.csv").write_text(data)
    phare("update a.mdx")
    text = (tmp_path / "a.mdx").read_text()

    assert "\\{x} &lt;b> a" in text
    assert "<" not in text
    assert "(https://x.fr/a_b)" in text


@pytest.mark.parametrize("name", ["a.rst", "a.adoc", "a.tex"])
def test_a_report_where_none_can_stand_is_refused_in_words_that_fit(
    phare: Phare, tmp_path: Path, name: str
) -> None:
    comment = {"a.tex": "% {}", "a.adoc": "// {}", "a.rst": ".. {}"}[name]
    opening, closing = comment.format("phare: report -r PACA"), comment.format("/phare")
    (tmp_path / name).write_text(f"{opening}\n\n{closing}\n")
    run = phare(f"update {name}")

    assert run.status == 3
    assert (
        f"{name}, line 1: a report cannot stand in this kind of document; show, compare, cross, plot and value can."
        in run.err
    )


def test_comments_that_are_links_are_seen_by_no_reader_and_the_table_is() -> None:
    page = pypandoc.convert_text(
        refreshed("a\n\n[//]: # (phare: show a)\n\n[//]: # (/phare)\n\nb", "a.md"), "html", format="gfm"
    )

    assert "phare" not in page
    assert "<table" in page
