"""Any bytes as a page that a person wrote: its claims are judged, told in every format, and bound."""

from __future__ import annotations

import io
import json
from html.parser import HTMLParser

from frame import speak_error

from phare_cli.documents.prose.open_prose import prose_of_bytes
from phare_cli.judging.terms import STANDARD
from phare_cli.nouns.errors import PhareError
from phare_cli.recipes.verify.edits import bindings_of
from phare_cli.recipes.verify.verify import judge_claims, verify
from phare_cli.rendering import Look
from phare_cli.rendering.claims import render_claims
from phare_cli.results import read

ENDINGS = ("md", "html", "txt", "rst", "markdown")
FORMATS = ("table", "markdown", "html", "json", "csv", "sarif", "github")
SURVEY = read(
    io.BytesIO(
        b"region,stakeholder,segment,indicator,item,value,unit,base,wave\n"
        b"PACA,companies,,engagement,partnerships,45,percent,400,2023\n"
        b"PACA,companies,,engagement,partnerships,51,percent,500,2024\n"
        b"France,companies,,engagement,partnerships,37,percent,1400,2024\n"
        b"Bretagne,mayors,rural,fragilities,employment,46,percent,90,2024\n"
        b"Bretagne,mayors,rural,fragilities,mobility,26,percent,90,2024\n"
        b"France,citizens,,trust,mayors,6.4,score,,2024\n"
    )
)
SEEDS = (
    b"",
    b"\x00# Bretagne\n\nEn 2024, 46 % des maires ruraux citent l'emploi, contre 26 % pour la mobilit\xc3\xa9.\n",
    b"\x01<h1>PACA</h1><p>51&nbsp;% of companies are engaged in partnerships, 14 points more than in France.</p>"
    b"<table><tr><th>Item<th>2024<tr><td>Emploi<td>46 %</table>",
    b"\x02PACA : pr\xe8s d'une entreprise sur deux (51%) ; base : 500 ; +6 points par rapport \xe0 2023 (45 %).\n",
    b"\x03PACA\n====\n\nAs many as 51% of companies\n\n====  ====\nItem  2024\n====  ====\nJobs  46 %\n====  ====\n",
    b"\x00Les habitants notent les maires 6,4/10. L'emploi est en t\xc3\xaate devant la mobilit\xc3\xa9. Un tiers.\n\n"
    b"| Item | 2023 | 2024 |\n|---|---:|---:|\n| Partenariats | 45 % | 51 % |\n",
    b"\x00La <!-- phare: value engagement -->51 %<!-- /phare --> et 51 %.\n",
)
TOKENS = (
    "PACA", "Bretagne", "France", "companies", "entreprises", "maires", "mayors", "ruraux", "partnerships", "emploi",
    "2023", "2024", "46 %", "51 %", "6,4/10", "points", "contre", "versus", "de plus que", "more than", "a third",
    "un tiers", "une entreprise sur deux", "entre 40 et 50 %", "respectivement", "en hausse", "devant", "first",
    "premier", "la plupart", "most", "base", "n = 500", "(", ")", "«", "»", " ; ", ". ", "| ", "|---|", "<p>",
    "<table>", "<td>", "&nbsp;", "<!--", "-->", "```", "**", "[x](y)", "\u202f", "\u00a0", "\u2019", "\u2212", "\u00bd",
    "\r\n",
)  # fmt: skip
TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "h5", "h6", "p", "b", "section", "ul",
    "li", "blockquote", "mark",
}  # fmt: skip


class Tags(HTMLParser):
    """The elements of a page by their names."""

    def __init__(self) -> None:
        super().__init__()
        self.met: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.add(tag)

    def handle_comment(self, data: str) -> None:
        self.met.add("!--")


def fuzz(data: bytes) -> None:
    """Verify *data*, whose first byte says how it is written and told. Any exception but a PhareError is a finding."""
    choice = data[0] if data else 0
    name = f"note.{ENDINGS[choice % len(ENDINGS)]}"
    language = ("en", "fr")[choice // len(ENDINGS) % 2]
    try:
        prose = prose_of_bytes(data[1:], name)
        verification = verify([(name, prose)], SURVEY, with_skipped=bool(choice & 64))
        edit(data[1:], name)
    except PhareError as error:
        speak_error(error)
        return
    format = FORMATS[choice // (2 * len(ENDINGS)) % len(FORMATS)]
    told = render_claims(verification, format, Look(language=language, whole=True))
    count = sum(len(document.remarks) for document in verification.documents)
    for document in verification.documents:
        for remark in document.remarks:
            assert remark.line >= 1
            assert remark.column >= 1
    match format:
        case "json":
            assert len(json.loads(told)["rows"]) >= count
        case "sarif":
            assert len(json.loads(told)["runs"][0]["results"]) <= count
        case "github":
            assert all(line.startswith("::") for line in told.split("\n")[:-2])
        case "html":
            tags = Tags()
            tags.feed(told)
            assert tags.met <= TAGS, f"{tags.met - TAGS} in a page"
        case _:
            assert "\x1b" not in told


def edit(content: bytes, name: str) -> None:
    """Bind and correct the figures of a page: what is bound are figures that stand there, one after the other."""
    prose = prose_of_bytes(content, name)
    reader, judged = judge_claims(prose, SURVEY, terms=STANDARD)
    last = 0
    for binding in bindings_of(name, judged, reader.language, bind=True, fix=True, survey=SURVEY):
        words = binding.passage.text[binding.start : binding.end]
        assert any(map(str.isdecimal, words)), "no figure is bound"
        place = binding.passage.offsets[binding.start]
        assert place >= last, "two edits meet"
        last = binding.passage.offsets[binding.end - 1] + 1
