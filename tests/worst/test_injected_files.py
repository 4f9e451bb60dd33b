"""Texts of the data that mean something to a program are texts in its files: documents, claims, first projects."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import html5lib
import pytest
import yaml

Phare = Callable[..., Any]
HOSTILE = (
    "<script>alert(1)</script>", "]]><x/>", "&lt;b&gt;", "\"'><svg onload=x>", '=HYPERLINK("http://evil")', "=PACA",
    "@SUM(1+1)", "+1", "https://evil.example", "{{phare: show}}", "{{phare: value i}}", "<!-- phare: show -->",
    "<!-- /phare -->", "MERGEFIELD x", "{ HYPERLINK http://evil }", "\x1b]0;x\x07", "a\u202eb", "[x](javascript:a)",
    "{0}", "a\n::error::b", "a%0A::error::b", "##[error]x", "::add-mask::x",
    "$(touch pwned)", "a: b\n---\nkey: x", "\ud7ff\x00",
    "_x0041_", "a\\", '"""', "'''", "[[question]]",
)  # fmt: skip
PLAIN = tuple(f"name {place}" for place in range(len(HOSTILE)))
TEXTS = ("stakeholder", "segment", "item", "source", "note", "universe", "question")


def results(names: tuple[str, ...]) -> str:
    """Return results of which each row holds another of *names*, wherever a row may."""
    held = io.StringIO()
    rows = csv.writer(held, lineterminator="\n")
    rows.writerow(["region", "indicator", *TEXTS, "url", "value", "base"])
    for name in names:
        if "\x00" not in name:
            for region in ("Corse", "France"):
                rows.writerow([region, "i", *[name] * len(TEXTS), "javascript:alert(1)", 7.5, 900])
    return held.getvalue()


def parts(path: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, ElementTree.fromstring(archive.read(name))


# What depends on how much room the texts take: a page turned, smaller letters.
ROOM = {"orient", "rPr", "sz", "szCs", "text-properties", "font-size"}


def names_in(path: Path) -> set[str]:
    """Return the elements and the attributes of a document, by part."""
    return {
        f"{re.sub('[0-9]+', '', part)} {name}"
        for part, root in parts(path)
        for element in root.iter()
        for name in (element.tag, *element.attrib)
        if name.rpartition("}")[2] not in ROOM
    }


def targets(path: Path) -> set[str]:
    """Return what a document leads to outside of itself, and its pictures, whose number depends on room."""
    return {
        re.sub("[0-9]+", "", value)
        for _, root in parts(path)
        for element in root.iter()
        for name, value in element.attrib.items()
        if (name == "Target" and element.get("TargetMode") == "External") or name.endswith("}href")
    }


@pytest.mark.parametrize("command", ["show", "compare -r Corse", "report -r Corse --to France"])
@pytest.mark.parametrize("ending", ["docx", "odt", "pptx", "xlsx"])
def test_an_office_document_holds_no_element_of_the_data(
    phare: Phare, tmp_path: Path, ending: str, command: str
) -> None:
    runs = [
        phare(f"{command} -o {name}.{ending}", data=results(texts))
        for name, texts in (("plain", PLAIN), ("hostile", HOSTILE))
    ]
    plain, hostile = (tmp_path / f"{name}.{ending}" for name in ("plain", "hostile"))

    assert [run.status for run in runs] == [0, 0], runs[1].err
    assert names_in(hostile) <= names_in(plain)
    assert targets(hostile) <= targets(plain) | {"https://evil.example"}


def test_a_workbook_holds_no_formula_of_the_data(phare: Phare, tmp_path: Path) -> None:
    phare("show -o a.xlsx", data=results(HOSTILE))

    for _, root in parts(tmp_path / "a.xlsx"):
        assert [
            element for element in root.iter() if element.tag.endswith("/spreadsheetml/2006/main}f")
        ] == []


@pytest.mark.parametrize("ending", ["docx", "odt", "pptx"])
def test_a_text_of_the_data_in_an_office_document_is_no_command(
    phare: Phare, tmp_path: Path, ending: str
) -> None:
    (tmp_path / "d.csv").write_text(results(HOSTILE))
    phare(f"report -r Corse --data d.csv -o a.{ending}")
    before = (tmp_path / f"a.{ending}").read_bytes()

    run = phare(f"update a.{ending}")

    assert ((tmp_path / f"a.{ending}").read_bytes(), run.status) == (before, 0), run.err


@pytest.mark.parametrize("command", ["show i -r Corse", "report -r Corse"])
def test_a_block_of_an_office_document_holds_no_command_of_the_data(
    phare: Phare, tmp_path: Path, command: str
) -> None:
    (tmp_path / "d.csv").write_text(results(HOSTILE))
    document = docx.Document()
    document.add_paragraph(f"{{{{phare: {command} --data d.csv}}}}")
    document.save(str(tmp_path / "a.docx"))

    runs = [phare("update a.docx"), phare("update --check a.docx")]

    assert [run.status for run in runs] == [0, 0], runs[0].err


CLAIM_TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "p", "section", "ul", "li", "b", "mark",
}  # fmt: skip
PAGE = "In Corse, 9% of {} name {}.\n\n{}\n"
CLAIMS = (
    "region,stakeholder,indicator,item,value,base\nCorse,citizens,w,{0},7,900\nCorse,citizens,w,other,5,900\n"
)


@pytest.fixture(params=[name for name in HOSTILE if "\x00" not in name], ids=range(len(HOSTILE) - 1))
def claims(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Write data and a page that hold a hostile text, and return the text."""
    text: str = request.param
    quoted = '"' + text.replace('"', '""') + '"'
    (tmp_path / "d.csv").write_text(CLAIMS.format(quoted), encoding="utf-8")
    (tmp_path / "page.md").write_text(PAGE.format("citizens", text, text), encoding="utf-8")
    return text


def test_claims_in_every_format_hold_no_mark_of_the_page(phare: Phare, claims: str) -> None:
    told = {
        name: phare(f"verify page.md -d d.csv -f {name}").out
        for name in ("html", "sarif", "github", "table", "markdown", "json")
    }
    page = html5lib.HTMLParser(namespaceHTMLElements=False).parse(told["html"])
    tags = {element.tag for element in page.iter()}
    commands = [line for line in told["github"].split("\n") if line.lstrip().startswith("::")]

    assert all("\x1b" not in text and "\u202e" not in text for name, text in told.items() if name != "json")
    assert tags <= CLAIM_TAGS
    assert all(
        re.match(r"::(error|warning|notice) file=page\.md,line=\d+,col=\d+,title=", line) for line in commands
    )
    for result in json.loads(told["sarif"])["runs"][0]["results"]:
        assert not re.search(r"(?<!\\)\[[^\]]*\]\(|(?<!\{)\{\d", result["message"]["text"])


def test_a_correction_of_a_page_is_shown_without_its_controls(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(
        "region,stakeholder,indicator,item,value\nPACA,companies,engagement,partnerships,45\n"
    )
    (tmp_path / "a.md").write_text(
        "In PACA, 44% of companies are engaged in partnerships \x1b]0;x\x07\u202e.\n"
    )

    run = phare("verify a.md -d d.csv --fix")

    assert run.out.count("\\x1b]0;x\\x07\\x202e") == 2
    assert "\x1b" not in run.out


@pytest.mark.parametrize("name", [name for name in HOSTILE if not set("\x00/").intersection(name)])
def test_a_first_project_names_its_file_as_a_text(tmp_path: Path, name: str) -> None:
    file = f"{name}.csv"
    (tmp_path / file).write_text(
        "region,stakeholder,indicator,item,value\nCorse,citizens,w,air,7\nFrance,citizens,w,air,5\n"
    )
    command = [sys.executable, "-m", "phare_cli", "init", "--yes", "--ci=github", "--hook", f"--data={file}"]
    run = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "LANG": "C.UTF-8"}
    )

    assert run.returncode == 0, run.stderr
    assert "\x1b" not in run.stderr
    project = tomllib.loads((tmp_path / "phare.toml").read_text())
    assert set(project) <= {"data", "run", "codebook", "lang", "region"}
    assert file in (project["data"] if isinstance(project["data"], list) else [project["data"]])
    for written in (".pre-commit-config.yaml", ".github/workflows/phare.yml"):
        assert file not in (tmp_path / written).read_text()
        yaml.safe_load((tmp_path / written).read_text())
    note = next(path for path in tmp_path.glob("*.md"))
    markers = re.findall(r"<!-- phare: (.*?) -->", note.read_text())
    assert all(marker.split()[0] in ("show", "value", "compare", "report", "plot") for marker in markers)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_first_codebook_holds_the_names_of_the_data_as_texts(
    phare: Phare, tmp_path: Path, form: str
) -> None:
    run = phare(f"codebook --draft -f {form}", data=results(HOSTILE))
    rows = json.loads(run.out)["rows"] if form == "json" else list(csv.DictReader(io.StringIO(run.out)))

    assert run.status == 0, run.err
    assert {row["kind"] for row in rows} <= {"region", "stakeholder", "segment", "indicator", "item"}
    assert "\x1b" not in run.out


@pytest.mark.parametrize("text", ["\\u001b]0;x\\u0007", "\\u202e", "\\n::error::x", "\\u009b31m"])
def test_the_progress_of_a_run_obeys_no_step(phare: Phare, tmp_path: Path, text: str) -> None:
    (tmp_path / "phare.toml").write_text(f"run = [\"check '{text}'\"]\n")

    for command in ("run", "run --dry-run"):
        run = phare(command, columns=80)
        assert not re.search("[\x1b\x07\u202e\x9b]|^::", run.out + run.err, re.MULTILINE)
