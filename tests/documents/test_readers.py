"""What phare writes in a document is read by what really reads it: no figure is lost, no command is printed."""

from __future__ import annotations

import re
from collections.abc import Callable

import cmarkgfm
import pypandoc
import pytest
from cmarkgfm.cmark import Options
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown import markdown
from markdown_it import MarkdownIt

from phare_cli.documents.blocks import DocumentError
from phare_cli.documents.refresh import refresh

FIGURE = "123,4 %"
MARKED = "<!-- phare: value a --region PACA --lang fr --><!-- /phare -->"


def _docx(text: str) -> str:
    """Return the words of the Word document that pandoc makes of GitHub's Markdown."""
    return _through_word(text, "gfm")


def _through_word(text: str, form: str) -> str:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        pypandoc.convert_text(text, "docx", format=form, outputfile=str(path))
        return str(pypandoc.convert_file(str(path), "plain", extra_args=["--wrap=none"]))


READERS: dict[str, Callable[[str], str]] = {
    "pandoc gfm to Word": _docx,
    "pandoc's own Markdown to Word": lambda text: _through_word(text, "markdown"),
    "pandoc commonmark_x": lambda text: str(
        pypandoc.convert_text(text, "plain", format="commonmark_x", extra_args=["--wrap=none"])
    ),
    "cmark-gfm, safe": lambda text: _bare(cmarkgfm.github_flavored_markdown_to_html(text)),
    "markdown-it": lambda text: _bare(MarkdownIt("commonmark").enable("table").render(text)),
    "Python-Markdown": lambda text: _bare(markdown(text, extensions=["tables", "admonition"])),
}


def _bare(page: str) -> str:
    return re.sub(r"<[^>]*>", "", re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL))


def refreshed(text: str) -> str:
    return refresh(text.encode(), "a.md", lambda _: FIGURE).content.decode()


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize(
    "text",
    [
        f"{MARKED} des *entreprises*",
        f"- {MARKED} des entreprises\n- b",
        f"1. {MARKED}",
        f"> {MARKED} of them",
        f"> - {MARKED}",
        MARKED,
        f"a line\n{MARKED} goes on",
        f"a line\n  {MARKED} goes on",
        f"# {MARKED}",
        f"{MARKED}\n===",
        f"| a | b |\n|---|---|\n| {MARKED} | c |",
        f"a | b\n--|--\n{MARKED} | c",
        f"In PACA, {MARKED} of companies and {MARKED}",
        f"**{MARKED}** and _{MARKED}_",
        f"- [ ] {MARKED} to do",
    ],
)
def test_every_reader_shows_the_figure_and_no_command(text: str, reader: Callable[[str], str]) -> None:
    seen = reader(refreshed(f"# T\n\n{text}\n"))

    assert seen.count(FIGURE) == text.count(MARKED)
    assert "phare" not in seen


@pytest.mark.parametrize("opening", ["", "- ", "2. ", "> ", "- [ ] ", "> - "])
def test_a_footnote_that_begins_with_a_figure_keeps_it(opening: str) -> None:
    text = refreshed(f"a[^1]\n\n[^1]: {opening}{MARKED} of them\n")

    assert FIGURE in READERS["pandoc gfm to Word"](text)
    assert FIGURE in READERS["pandoc's own Markdown to Word"](text)


@pytest.mark.parametrize("head", ["- [ ] <!-- a --> ", "[^1]: > <!-- a -->", "[^1]: - <title>a ", ": <div>"])
def test_a_figure_behind_html_that_begins_a_note_or_a_task_is_told_of(head: str) -> None:
    found = refresh(f"T[^1]\n\n{head}{MARKED} of them\n".encode(), "a.md", lambda _: FIGURE)

    assert [warning.code for warning in found.warnings] == ["value-in-html"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("$$\nx {}$$", True),
        ("where $x = {}$ of", True),
        ("5 $ and {} of 6 $", False),
        ("$5 and {} of $6", False),
        ("`$x` {} `y$`", False),
        ("\\$x {} y$", False),
        ("$x$ {} $y$", False),
    ],
)
def test_a_figure_in_a_formula_is_told_of(text: str, told: bool) -> None:
    found = refresh(f"T {text.format(MARKED)}\n".encode(), "a.md", lambda _: FIGURE)

    assert [warning.code for warning in found.warnings] == ["value-in-formula"] * told


NOTES: dict[str, Callable[[str], str]] = {
    "pandoc gfm": lambda text: str(pypandoc.convert_text(text, "html", format="gfm")),
    "pandoc's own Markdown": lambda text: str(pypandoc.convert_text(text, "html", format="markdown")),
    "cmark-gfm": lambda text: cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_FOOTNOTES),
    "Python-Markdown": lambda text: markdown(text, extensions=["tables", "footnotes"]),
}


@pytest.mark.parametrize("reader", NOTES.values(), ids=NOTES)
@pytest.mark.parametrize(
    "text",
    [
        "[^1]: Text.\n\n    {}\n    {}\n",
        "[^1]: Text\n    goes on.\n\n    {}\n    {}\n\nThe end[^2]\n\n[^2]: b\n",
        "[^2]: b\n[^1]: Text.\n\n    {}\n    {}\n\nThe end[^2]\n",
        "[^1]: Text.\n\n    - a list\n\n      {}\n      {}\n",
    ],
)
def test_a_table_in_a_footnote_is_refreshed_where_readers_show_it(
    text: str, reader: Callable[[str], str]
) -> None:
    block = text.format("<!-- phare: show -->", "<!-- /phare -->")
    table = f"| a | b |\n|---|---|\n| 1 | {FIGURE} |\n"
    page = refresh(f"Words[^1]\n\n{block}".encode(), "a.md", lambda _: table).content.decode()

    assert re.search(rf"<td[^>]*>{FIGURE}</td>", reader(page))


@pytest.mark.parametrize("text", ["Words\n[^1]: Text.", "<div>\n[^1]: Text.\n</div>"])
def test_what_only_looks_like_a_footnote_holds_no_block(text: str) -> None:
    block = "    <!-- phare: show -->\n    <!-- /phare -->\n"
    result = refresh(f"{text}\n\n{block}".encode(), "a.md", lambda _: FIGURE)

    assert [warning.code for warning in result.warnings] == ["marker-indented"]


def test_an_answer_of_one_line_that_may_be_a_list_stands_on_its_own() -> None:
    text = refresh(
        b"<!-- phare: compare --sentences --><!-- /phare -->", "a.md", lambda _: "- one"
    ).content.decode()

    assert text.splitlines()[1:4] == ["", "- one", ""]


def test_a_marker_at_the_start_of_a_line_is_stale_until_it_is_mended() -> None:
    sound = refreshed(f"a {MARKED}\n")
    bare = sound.replace("a <!--", "<!--")
    result = refresh(bare.encode(), "a.md", lambda _: FIGURE)

    assert result.stale == (1,)
    assert result.content.decode() == "<span></span>" + bare


@pytest.mark.parametrize(
    ("command", "written"),
    [
        ("value a --region PACA -s companies", "value a region=PACA -s companies"),
        ("value a --region=PACA --gap --lang fr", "value a region=PACA gap=yes lang=fr"),
        ('value a --region "Provence-Alpes-Côte d\'Azur"', 'value a region="Provence-Alpes-Côte d\'Azur"'),
        ("show --no-bars --suppress", "show bars=no suppress=yes"),
        ("show --map region=Code --map wave==2012", "show map=region=Code map=wave==2012"),
        ("value region=PACA gap=yes", "value region=PACA gap=yes"),
        ("value a --region=a--b", "value a --region=a--b"),
        ("value 'p=0.5' -r wave=2", "value 'p=0.5' -r wave=2"),
    ],
)
def test_a_refreshed_marker_in_a_sentence_holds_no_two_hyphens(command: str, written: str) -> None:
    text = refreshed(f"a <!-- phare: {command} -->44<!-- /phare --> b")

    assert text.startswith(f"a <!-- phare: {written} -->{FIGURE}<!-- /phare ")


def test_both_forms_ask_for_the_same() -> None:
    asked: list[tuple[str, ...]] = []
    text = (
        "a <!-- phare: value a --region=PACA --gap --><!-- /phare --> "
        "b <!-- phare: value a region=PACA gap=yes --><!-- /phare -->"
    )

    refresh(text.encode(), "a.md", lambda block: asked.append(block.command) or FIGURE)  # type: ignore[func-returns-value]

    assert asked[0] == asked[1]


def test_a_marker_with_hyphens_that_is_true_stays_with_a_notice() -> None:
    sealed = refreshed(f"a {MARKED} b").partition("-->")[2]
    old = f"a <!-- phare: value a --region PACA --lang fr -->{sealed}"
    result = refresh(old.encode(), "a.md", lambda _: FIGURE)

    assert result.content.decode() == old
    assert [(warning.code, warning.line) for warning in result.warnings] == [("hyphens-in-comment", 1)]


@pytest.mark.parametrize(
    "text",
    [
        f"<p>x {MARKED}</p>",
        f"<div>\n{MARKED} of them\n</div>",
        f"</div>\na | b\n--|--\n{MARKED} | c",
        f"<div>\n- {MARKED}",
        f"<div>\n# {MARKED}",
        f"<span class='a'>\n{MARKED}",
        f"<!-- a --> In PACA, {MARKED}",
        f"<!--\na --> In PACA, {MARKED}",
        f"<script>a</script> In PACA, {MARKED}",
        f"> a\n<div>\n{MARKED}",
    ],
)
def test_a_figure_in_html_is_said_with_its_line(text: str) -> None:
    result = refresh(f"a\n\n{text}\n".encode(), "a.md", lambda _: FIGURE)
    line = 3 + text.partition(MARKED)[0].count("\n")

    assert FIGURE not in READERS["pandoc gfm to Word"](result.content.decode())
    assert [(warning.code, warning.line) for warning in result.warnings] == [("value-in-html", line)]


@pytest.mark.parametrize(
    "text",
    [
        f"<div>\na\n</div>\n\n{MARKED} of them",
        f"a <b>\n{MARKED}</b>",
        f"{MARKED} and {MARKED}",
        f"> <div>\n\n{MARKED}",
        "<div>\n<!-- phare: show -->\n<!-- /phare -->\n</div>",
    ],
)
def test_a_figure_that_html_does_not_hold_is_shown_and_not_said(text: str) -> None:
    result = refresh(f"a\n\n{text}\n".encode(), "a.md", lambda _: FIGURE)

    assert READERS["pandoc gfm to Word"](result.content.decode()).count(FIGURE) == result.blocks
    assert not result.warnings


@pytest.mark.parametrize(
    "text",
    [
        "!!! note\n\n    <!-- phare: show -->\n    <!-- /phare -->\n",
        '!!! note "A title"\n    a <!-- phare: value x -->44<!-- /phare -->\n',
        "??? tip\n\n    text\n\n    <!-- phare: show -->\n    <!-- /phare -->\n",
        '=== "Tab"\n\n    <!-- phare: show -->\n    <!-- /phare -->\n',
        "- a\n\n    !!! note\n        a <!-- phare: value x -->44<!-- /phare -->\n",
        "```{note}\n<!-- phare: show -->\n<!-- /phare -->\n```\n",
        "````{admonition} T\n```{tip}\n<!-- phare: show -->\n<!-- /phare -->\n```\n````\n",
        ":::{note}\n<!-- phare: show -->\n<!-- /phare -->\n:::\n",
        "<div markdown=1>\n\n<!-- phare: show -->\n<!-- /phare -->\n\n</div>\n",
    ],
)
def test_what_a_dialect_shows_is_refreshed(text: str) -> None:
    once = refreshed(text)

    assert FIGURE in once
    assert refreshed(once) == once


def test_python_markdown_shows_what_stands_in_an_admonition() -> None:
    text = "!!! note\n\n    <!-- phare: show -->\n    <!-- /phare -->\n"
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    page = markdown(
        refresh(text.encode(), "a.md", lambda _: table).content.decode(), extensions=["tables", "admonition"]
    )

    assert re.search(r'<div class="admonition note">.*<td>1</td>.*</div>', page, re.DOTALL)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("text\n\n    <!-- phare: show -->\n    <!-- /phare -->\n", "marker-indented"),
        ("```{strange}\n<!-- phare: show -->\n<!-- /phare -->\n```\n", "marker-unread"),
        ("<!-- phar: show a -->\n", "marker-misspelt"),
    ],
)
def test_a_marker_that_is_left_unread_is_said(text: str, code: str) -> None:
    result = refresh(text.encode(), "a.md", lambda _: FIGURE)

    assert (result.blocks, [warning.code for warning in result.warnings]) == (0, [code])


SHOW, END = "<!-- phare: show a -->\n", "<!-- /phare -->\n"
CONFLICTS = {
    "around": f"<<<<<<< HEAD\n{SHOW}{END}=======\nother\n>>>>>>> b\n",
    "inside": f"{SHOW}<<<<<<< HEAD\n57\n=======\n58\n>>>>>>> b\n{END}",
    "of a marker": f"<<<<<<< HEAD\n{SHOW}=======\n<!-- phare: show b -->\n>>>>>>> b\n57\n{END}",
    "with its ancestor": f"{SHOW}57\n<<<<<<< a\n<!-- /phare 1 -->\n||||||| b\n=======\n{END}>>>>>>> c\n",
    "half resolved": f"{SHOW}57\n>>>>>>> branch\n{END}",
    "of a sentence": f"<<<<<<< HEAD\na {MARKED}\n=======\nb {MARKED}\n>>>>>>> b\n",
}


@pytest.mark.parametrize("name", ["a.md", "a.html"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("text", CONFLICTS.values(), ids=CONFLICTS)
def test_a_merge_conflict_is_said_with_its_line_and_nothing_is_written(
    text: str, ending: str, name: str
) -> None:
    lines = text.splitlines()
    first = next(n for n, line in enumerate(lines, 3) if line[:7] in ("<<<<<<<", ">>>>>>>"))
    with pytest.raises(DocumentError) as raised:
        refresh(f"T\n\n{text}".replace("\n", ending).encode(), name, lambda _: FIGURE, force=True)

    assert [(problem.code, problem.line) for problem in raised.value.problems] == [("merge-conflict", first)]


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n\n<!-- phare: show -->\n<!-- /phare -->\n",
        "```\n<<<<<<< HEAD\n=======\n>>>>>>> c\n```\n\n<!-- phare: show -->\n<!-- /phare -->\n",
        "T\n=======\n\n<!-- phare: show -->\n<!-- /phare -->\n",
    ],
)
def test_a_conflict_elsewhere_is_not_phare_s_affair(text: str) -> None:
    assert FIGURE in refreshed(text)


WORDS = st.sampled_from(
    ["text", "\n", "\n\n", "- ", "1. ", "> ", "# ", f"a | b\n--|--\n{MARKED} | c\n", "**", "[^1]: ", "\n===\n",
     "\\", "é ", MARKED, MARKED, MARKED, "\n\n<!-- phare: show -->\n<!-- /phare -->\n\n"]
)  # fmt: skip


@given(st.lists(WORDS, min_size=2, max_size=12))
def test_no_figure_is_missing_from_any_document(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        result = refresh(text.encode(), "a.md", lambda _: FIGURE)
    except DocumentError:
        assume(False)
    assume(result.blocks)
    after = result.content.decode()

    for reader in ("cmark-gfm, safe", "markdown-it"):
        assert READERS[reader](after).count(FIGURE) == result.blocks, reader
    again = refresh(after.encode(), "a.md", lambda _: FIGURE)
    assert (again.content, again.stale) == (result.content, ())


def test_a_figure_that_html_holds_only_once_it_is_written_is_said() -> None:
    result = refresh(f"T\n\n- a\n{MARKED} b\n<span>\nc {MARKED}\n".encode(), "a.md", lambda _: FIGURE)

    assert [(warning.code, warning.line) for warning in result.warnings] == [("value-in-html", 6)]


def test_text_below_a_marker_that_is_a_link_goes_on_with_it_as_one_paragraph() -> None:
    text = f"T\n\n- [//]: # (phare: show)\n\n[//]: # (/phare)\na\n<span>\nb {MARKED}\n"
    result = refresh(text.encode(), "a.md", lambda block: FIGURE if block.command[0] == "value" else "c\n")

    assert [warning.code for warning in result.warnings] == ["value-in-html"]


@pytest.mark.parametrize("tag", ["title", "hr", "link", "col", "noframes", "source", "search", "details"])
def test_every_tag_that_begins_html_is_known(tag: str) -> None:
    result = refresh(f"T\n<{tag}> a\nb {MARKED}\n".encode(), "a.md", lambda _: FIGURE)

    assert [warning.code for warning in result.warnings] == ["value-in-html"]
