"""Texts of the data that mean something to a reader of the answer are texts in every answer: parsed, and looked at."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docutils.core
import docutils.nodes
import html5lib
import pypandoc
import pytest
import yaml

Phare = Callable[..., Any]
PANDOC = shutil.which("pandoc") or pypandoc.get_pandoc_path()
HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](http://evil/p.png)",
    "[x](javascript:alert(1))", "{{< include /etc/passwd >}}", "`id`{=html}", "`r system('touch pwned') # `",
    "`{python} 1`", "$\\input{/etc/passwd}$", "\\write18{touch pwned}", "<!-- /phare -->", "<!-- phare: show -->",
    "-->", '=HYPERLINK("http://evil")', "=PACA", "@SUM(1+1)", "https://evil.example", "{{ config }}",
    "{% include 'x' %}", "a: b\n---\nkey: x", "```{r}", ".. raw:: html", "`x <http://evil>`_",
    "include::/etc/passwd[]", "&lt;b&gt;", "\x1b]0;x\x07", "]]><x/>", '"\'><svg onload=x>', "[^1]: x", "# x",
    "*x*", "a|b", "{.x}", "::: x", "~~x~~", "^[x]", "x\\", "javascript:alert(1)",
)  # fmt: skip
COLUMNS = (
    "survey", "wave", "region", "stakeholder", "segment", "indicator", "item", "unit", "universe", "question", "source",
    "url", "note",
)  # fmt: skip
# What phare itself writes: texts, tables, titles, lists and what holds them.
BLOCKS = {
    "Para",
    "Plain",
    "Header",
    "Table",
    "BulletList",
    "LineBreak",
    "SoftBreak",
    "Space",
    "Str",
    "Strong",
    "Quoted",
}
TAGS = {
    "a", "body", "br", "caption", "circle", "desc", "div", "figcaption", "figure", "g", "h1", "h2", "head",
    "header", "html", "i", "li", "line", "main", "meta", "p", "path", "polygon", "rect", "section", "span", "strong",
    "style", "svg", "table", "tbody", "td", "text", "th", "thead", "title", "tr", "tspan", "ul",
}  # fmt: skip
NODES = {
    "document", "paragraph", "strong", "table", "title", "tgroup", "colspec", "thead", "tbody", "row", "entry",
    "bullet_list", "list_item", "line_block", "line", "#text",
}  # fmt: skip


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def data(request: pytest.FixtureRequest) -> str:
    """Return results in which every text is the same hostile one, of two regions and two items."""
    held = io.StringIO()
    rows = csv.writer(held, lineterminator="\n")
    rows.writerow([*COLUMNS, "value", "base"])
    for region in (request.param, "France"):
        for item in (request.param, "other"):
            texts = dict.fromkeys(COLUMNS, request.param) | {"region": region, "item": item}
            rows.writerow([*texts.values(), 7.5, 900])
    return held.getvalue()


@pytest.fixture
def rows() -> str:
    """Return results of which each row holds another hostile text, wherever a row may."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(
        ["region", "indicator", "stakeholder", "segment", "item", "unit", "source", "url", "note", "value"]
    )
    for text in HOSTILE:
        for region in ("Corse", "France"):
            writer.writerow([region, "i", text, text, text, text, text, text, text, 7.5])
    return held.getvalue()


def text_of(data: str) -> str:
    return next(csv.DictReader(io.StringIO(data)))["survey"]


def answers(phare: Phare, data: str, format: str, *more: str) -> Iterator[str]:
    """Yield what each command says of *data* in a format."""
    commands = (
        "show",
        "show --wide",
        "compare",
        "compare --sentences",
        "list sources",
        "list items",
        "check",
        *more,
    )
    for command in commands:
        run = phare(f"{command} -f {format}", data=data)
        assert run.status in (0, 1), run.err
        assert "\x1b" not in run.out + run.err
        yield run.out


def pandoc(text: str, reader: str) -> Any:
    told = subprocess.run(
        [PANDOC, "-f", reader, "-t", "json"], input=text, capture_output=True, text=True, check=True
    )
    return json.loads(told.stdout)


def kinds(node: Any) -> Iterator[str]:
    """Yield the kinds of all elements in what pandoc has read, but of an address of the web that is its own text."""
    if isinstance(node, dict):
        if "t" in node and not is_address(node):
            yield node["t"]
        for part in node.values():
            yield from kinds(part)
    elif isinstance(node, list):
        for part in node:
            yield from kinds(part)


def is_address(node: Any) -> bool:
    """Return whether an element is the link that GitHub makes of the bare address of a page."""
    if node["t"] != "Link":
        return False
    shown, (target, _) = node["c"][1], node["c"][2]
    return target.startswith(("http://", "https://")) and shown == [{"t": "Str", "c": target}]


ALIGNMENTS = {
    "AlignDefault",
    "AlignLeft",
    "AlignRight",
    "ColWidth",
    "ColWidthDefault",
    "SingleQuote",
    "DoubleQuote",
}
META = {"MetaInlines", "MetaString", "MetaMap", "MetaBlocks"}


@pytest.mark.parametrize("reader", ["markdown", "gfm"])
def test_markdown_holds_no_other_element(phare: Phare, data: str, reader: str) -> None:
    page = "\n\n".join(answers(phare, data, "markdown", "report -r France"))

    assert set(kinds(pandoc(page, reader))) - ALIGNMENTS <= BLOCKS
    assert not re.search(r"`r\b|`\{|\{\{|\{%|<!--", page)


def test_the_header_of_a_page_holds_its_own_keys_and_no_element(phare: Phare, data: str) -> None:
    page = phare("report -r France --front-matter --captions -f markdown", data=data).out
    header = yaml.safe_load(page.split("\n---\n")[0])
    read = pandoc(page, "markdown")

    assert set(header) <= {"title", "subtitle", "lang"}
    assert not re.search(r"`r\b|`\{|\{\{|\{%|<!--", page)
    assert set(kinds(read["meta"])) - META - ALIGNMENTS <= BLOCKS
    assert set(kinds(read["blocks"])) - ALIGNMENTS <= BLOCKS


def test_html_holds_no_other_element(phare: Phare, data: str) -> None:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    for page in answers(phare, data, "html", "report -r France"):
        elements = list(parser.parse(page).iter())
        tags = {element.tag.rpartition("}")[2] for element in elements if isinstance(element.tag, str)}
        links = [element.get("href", "") for element in elements if element.tag == "a"]
        assert tags <= TAGS
        assert not any(not isinstance(element.tag, str) for element in elements)  # no comment
        assert [name for element in elements for name in element.attrib if name.startswith("on")] == []
        assert [link for link in links if not link.startswith(("http://", "https://"))] == []


def test_restructured_text_holds_no_other_element(phare: Phare, data: str) -> None:
    for page in answers(phare, data, "rst"):
        settings = {"report_level": 1, "halt_level": 5, "warning_stream": io.StringIO(), "raw_enabled": True}
        read = docutils.core.publish_doctree(page, settings_overrides=settings)
        links = [node["refuri"] for node in read.findall(docutils.nodes.reference)]
        assert {node.tagname for node in read.findall()} <= NODES | {"reference"}, page
        assert [link for link in links if not link.startswith(("http://", "https://"))] == []


def test_latex_holds_no_command_of_the_data(phare: Phare, rows: str) -> None:
    for page in answers(phare, rows, "latex"):
        assert not re.search(r"\\(?:input\s*\{/|write18|openout|href|url\b)|(?<!\\)\$\\", page)


def test_asciidoc_holds_no_other_macro(phare: Phare, rows: str) -> None:
    for page in answers(phare, rows, "asciidoc"):
        assert not re.search(r"include::|(?:link|image|xref|pass):\S*\[|\{\{|<<|`", page)


def test_a_picture_holds_no_other_element(phare: Phare, data: str, tmp_path: Path) -> None:
    indicator = text_of(data)
    (tmp_path / "results.csv").write_text(data)
    quoted = "'" + indicator.replace("'", "'\"'\"'") + "'"
    run = phare(f"plot -d results.csv -r France -o x.svg -- {quoted}")
    elements = list(ElementTree.parse(tmp_path / "x.svg").iter())

    assert run.status == 0
    assert {element.tag.rpartition("}")[2] for element in elements} <= TAGS
    assert [
        name for element in elements for name in element.attrib if name.startswith("on") or "href" in name
    ] == []


def test_programs_read_the_text_itself(phare: Phare, rows: str, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    as_csv = phare("show -f csv --safe-cells", data=rows)
    as_json = phare("show -f json", data=rows)
    phare("show -f xlsx -o x.xlsx", data=rows)
    sheets = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    links = [cell.hyperlink.target for cell in cells if cell.hyperlink]  # but for those to another sheet

    assert not any(
        cell[:1] in ("=", "+", "@", "\t") for row in csv.reader(io.StringIO(as_csv.out)) for cell in row
    )
    assert {set(row) == set(as_json.rows[0]) for row in as_json.rows} == {True}
    assert [cell for cell in cells if cell.data_type == "f"] == []
    assert [link for link in links if link and not link.startswith(("http://", "https://"))] == []


@pytest.mark.parametrize("ending", ["md", "html", "rst"])
@pytest.mark.parametrize("format", ["", "-f csv", "-f tsv", "-f json"])
def test_a_block_holds_no_other_element(
    phare: Phare, rows: str, tmp_path: Path, ending: str, format: str
) -> None:
    (tmp_path / "d.csv").write_text(rows)
    command = f"show --data d.csv --lang en {format}".strip()
    marks = (
        (f".. phare: {command}", ".. /phare")
        if ending == "rst"
        else (f"<!-- phare: {command} -->", "<!-- /phare -->")
    )
    document = tmp_path / f"note.{ending}"
    document.write_text("\n\n".join(marks) + "\n")

    run = phare(f"update note.{ending}")

    assert run.status in (0, 3)
    text = document.read_text()
    match ending:
        case "md":
            assert set(kinds(pandoc(text, "gfm"))) - ALIGNMENTS <= BLOCKS | {"RawBlock", "CodeBlock"}
            raw = [part["c"][1] for part in pandoc(text, "gfm")["blocks"] if part["t"] == "RawBlock"]
            assert [("phare:" in part, "/phare" in part) for part in raw] == [(True, False), (False, True)]
        case "html":
            tags = {each.tag for each in html5lib.parse(text, namespaceHTMLElements=False).iter()}
            assert {tag for tag in tags if isinstance(tag, str)} <= TAGS | {"pre"}
        case _:
            read = docutils.core.publish_doctree(
                text, settings_overrides={"report_level": 1, "warning_stream": io.StringIO()}
            )
            assert {node.tagname for node in read.findall()} <= NODES | {
                "comment",
                "literal_block",
                "reference",
            }


@pytest.mark.parametrize("ending", ["md", "html"])
def test_a_figure_in_a_sentence_is_text_with_its_unit(
    phare: Phare, data: str, tmp_path: Path, ending: str
) -> None:
    unit = text_of(data).replace('"', '""')
    (tmp_path / "d.csv").write_text(f'region,stakeholder,indicator,item,value,unit\nCorse,g,i,a,5,"{unit}"\n')
    document = tmp_path / f"note.{ending}"
    command = "value -r Corse --data d.csv --lang en"
    document.write_text(f"<p>It is <!-- phare: {command} -->?<!-- /phare -->.</p>\n")

    run = phare(f"update note.{ending}")

    assert run.status == 0, run.err
    tags = [each.tag for each in html5lib.parse(document.read_text(), namespaceHTMLElements=False).iter()]
    assert {tag for tag in tags if isinstance(tag, str)} <= {"html", "head", "body", "p"}
    assert sum(not isinstance(tag, str) for tag in tags) == 2  # the two markers


def test_the_files_of_pages_have_plain_names(phare: Phare, data: str, tmp_path: Path) -> None:
    phare("report --each region -o pages --to France", data=data)

    names = [path.relative_to(tmp_path).as_posix() for path in (tmp_path / "pages").rglob("*")]
    assert len(names) == 2
    assert all(re.fullmatch(r"pages/[a-z0-9-]+\.html", name) for name in names)


@pytest.mark.parametrize("place", ["region", "stakeholder", "weight", "question"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_draft_holds_the_names_of_a_file_as_texts(
    phare: Phare, tmp_path: Path, place: str, name: str
) -> None:
    rows = {"region": "PACA", "stakeholder": "maires", "weight": "1.5", "question": "oui"}
    header = [name if each == place else f"{each} {{x}}" for each in rows]
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(["n", *header])
    for number in range(40):
        writer.writerow([number, "PACA", "maires", "1.5", (name, "oui", "non")[number % 3]])
    (tmp_path / "r.csv").write_text(held.getvalue())

    run = phare("tabulate r.csv --draft")
    drafted = tomllib.loads(run.out)

    assert run.status == 0
    assert set(drafted) <= {"survey", "wave", "region", "stakeholder", "weight", "question"}
    constants = [drafted[key] for key in ("region", "stakeholder") if drafted.get(key, "").startswith("=")]
    assert set(constants) <= {"=France", "=citizens"}
