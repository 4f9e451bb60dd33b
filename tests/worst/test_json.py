"""JSON is read by what it says, however it is written: its keys in any order, its lines and letters of any kind."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
ROWS = [
    {"region": "Corse", "stakeholder": "citizens", "indicator": "i", "item": "é", "value": 57},
    {"region": "Corse", "stakeholder": "citizens", "indicator": "i", "item": "rows", "value": 43.5},
]
PEOPLE = [{"R": "Corse", "Q": "é"}, {"R": "Corse", "Q": "rows"}, {"R": "Corse", "Q": "é"}]
TEXTS: dict[str, Callable[[object], str]] = {
    "on one line": json.dumps,
    "indented": lambda rows: json.dumps(rows, indent=2),
    "indented by tabs": lambda rows: json.dumps(rows, indent="\t"),
    "a line for each": lambda rows: json.dumps(rows, indent=0).replace(",\n", ","),
    "without blanks": lambda rows: json.dumps(rows, separators=(",", ":")),
    "letters as they are": lambda rows: json.dumps(rows, ensure_ascii=False),
    "after blank lines": lambda rows: "\n \n\t" + json.dumps(rows),
    "rows under a key": lambda rows: json.dumps({"rows": rows}),
    "rows last": lambda rows: json.dumps({"schema_version": 1, "title": "a [b] {c}", "rows": rows}),
    "rows first": lambda rows: json.dumps({"rows": rows, "notes": ["rows", '"rows": [']}, indent=1),
    "rows of another thing before": lambda rows: json.dumps({"meta": {"rows": []}, "rows": rows}),
    "text that looks like rows before": lambda rows: json.dumps({"title": '"rows" : [{', "rows": rows}),
    "rows of another thing after": lambda rows: json.dumps({"rows": rows, "meta": {"rows": [{"a": 1}]}}),
    "keys in another order": lambda rows: json.dumps([dict(reversed(row.items())) for row in rows]),  # type: ignore[attr-defined]
}
BYTES: dict[str, Callable[[str], bytes]] = {
    "UTF-8": lambda text: text.encode(),
    "UTF-8, marked": lambda text: codecs.BOM_UTF8 + text.encode(),
    "CRLF": lambda text: (text.replace("\n", "\r\n") + "\r\n").encode(),
    "UTF-16, marked": lambda text: text.encode("utf-16"),
    "UTF-16 of the other order, marked": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "UTF-16": lambda text: text.encode("utf-16-le"),
    "UTF-32, marked": lambda text: text.encode("utf-32"),
}


@pytest.mark.parametrize("encode", BYTES.values(), ids=BYTES)
@pytest.mark.parametrize("write", TEXTS.values(), ids=TEXTS)
def test_json_says_the_same_however_it_is_written(
    phare: Phare, tmp_path: Path, write: Callable[[object], str], encode: Callable[[str], bytes]
) -> None:
    (tmp_path / "results.json").write_bytes(encode(write(ROWS)))
    (tmp_path / "people.json").write_bytes(encode(write(PEOPLE)))

    shown = phare("show -f csv -d results.json")
    counted = phare("tabulate people.json --region R --stakeholder =citizens --single Q")

    assert (shown.status, shown.column("item"), shown.column("value")) == (0, ["é", "rows"], ["57", "43.5"])
    assert (counted.status, counted.column("item"), counted.column("base")) == (0, ["rows", "é"], ["3", "3"])


@pytest.mark.parametrize(
    "write", [TEXTS["rows of another thing before"], TEXTS["text that looks like rows before"]]
)
def test_a_problem_in_json_has_the_line_of_its_object(
    phare: Phare, tmp_path: Path, write: Callable[[object], str]
) -> None:
    text = write([*ROWS, {**ROWS[0], "item": "c", "value": "much"}]).replace("}, {", "},\n{")
    (tmp_path / "results.json").write_bytes(text.replace("\n", "\r\n").encode("utf-16"))

    run = phare("show -d results.json")

    assert (run.status, run.err.splitlines()[0]) == (
        3,
        "phare: results.json, line 3, column value: “much” is not a number. Write a figure in digits; a missing "
        "one is an empty cell, n.d. or –. [not-a-number]",
    )


@pytest.mark.parametrize(
    "text",
    [
        '{"rows": [{"value": ' + "9" * 5000 + "}]}",
        "[" * 100_000,
        '{"rows": ' * 100_000,
        '[{"a": ' + "[" * 100_000 + "]" * 100_000 + "}]",
        '{"rows": {}}',
        '[{"rows": [1]}, 2]',
        '{"meta": {"rows": []}}',
        "[\n]",
        "[{}]",
    ],
    ids=["digits", "lists", "objects", "deep", "no list", "no object", "rows of another", "no row", "no key"],
)
@pytest.mark.parametrize("command", ["show -d", "check", "tabulate --region R --stakeholder =c --single Q"])
def test_json_that_holds_no_rows_is_a_sentence(phare: Phare, tmp_path: Path, command: str, text: str) -> None:
    (tmp_path / "f.json").write_text(text, encoding="utf-8")

    run = phare(f"{command} f.json")

    assert run.status in (1, 3, 4)
    assert "f.json" in run.err + run.out
