"""Write claims as SARIF 2.1.0, which code hosts and editors read: a result for each that the data do not bear."""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import quote

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.remark import MarkedDocument, Remark, Verification
from phare_cli.rendering.claims.claim_words import comment_on, headed
from phare_cli.rendering.look import Look
from phare_cli.rendering.tables.json import json_text
from phare_cli.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    "right": "note",
    "wrong": "error",
    "overstated": "warning",
    "unknown": "note",
    "ambiguous": "note",
}
_LINK, _ARGUMENT = re.compile(r"\[(?=[^\]]*\]\()"), re.compile(r"\{(\d+)\}")
_RULES = {
    "wrong": "The data say otherwise.",
    "overstated": "The data cannot bear the words.",
    "unknown": "The data hold no such figure.",
    "ambiguous": "Several figures may be meant.",
    "right": "The figure is right, and what it asserts beside is not established.",
}


def render_sarif(verification: Verification, look: Look) -> str:
    """Return one run, with a result for each claim that is to be read; a claim that was accepted is suppressed."""
    typesetter = Typesetter(look.language, look.decimals)
    results = [
        _result(document, remark, typesetter)
        for document in verification.documents
        for remark in document.remarks
        if remark.is_told
    ]
    rules = [{"id": id, "shortDescription": {"text": text}} for id, text in _RULES.items()]
    driver = {"name": "phare verify", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "language": look.language, "columnKind": "unicodeCodePoints"}
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [{**run, "results": results}]}, look)


def _result(document: MarkedDocument, remark: Remark, typesetter: Typesetter) -> dict[str, object]:
    is_accepted = remark.status == "accepted"
    said = headed(remark.words, comment_on(document, remark, typesetter), typesetter)
    result: dict[str, object] = {
        "ruleId": remark.was if is_accepted else remark.status,
        "level": "note" if is_accepted else _LEVELS[remark.status],
        "message": {"text": _literal(said)},
        "locations": [{"physicalLocation": _location(document, remark)}],
    }
    if is_accepted:
        result["suppressions"] = [{"kind": "external", "justification": typesetter.say(remark.says)}]
    return result


def _literal(text: str) -> str:
    """Return a text in which a reader of SARIF finds no link and no place for an argument (3.11.5 and 3.11.6)."""
    return _ARGUMENT.sub(r"{{\1}}", _LINK.sub(r"\\[", text))


def _location(document: MarkedDocument, remark: Remark) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": {"uri": quote(PurePath(document.name).as_posix())}}
    if document.has_lines:
        location["region"] = _region(remark)
    return location


def _region(remark: Remark) -> dict[str, object]:
    """Return lines and columns from 1, the end behind the last letter; the words where they are the source's own."""
    region: dict[str, object] = {
        "startLine": remark.line,
        "startColumn": remark.column,
        "endLine": remark.end_line,
        "endColumn": remark.end_column,
    }
    if (remark.end_line, remark.end_column - remark.column) == (remark.line, len(remark.words)):
        region["snippet"] = {"text": remark.words}
    return region
