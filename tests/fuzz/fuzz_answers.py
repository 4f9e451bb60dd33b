"""One results file by two ways comes to one answer: quick and general reader, command line and Python, each format."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from unittest.mock import patch
from zipfile import ZipFile

from frame import folder, speak_error

from phare_cli import Selection, read, render, show, subset
from phare_cli.cli import main
from phare_cli.files.encoding import NotPlain
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import PhareError
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Table
from phare_cli.rendering import FORMATS, OFFICE, Look, render_bytes
from phare_cli.results import Rules, inspect
from phare_cli.results.fast import plain, scan
from phare_cli.results.row_filter import RowFilter

HEADER = b"region,stakeholder,indicator,item,value,base,wave,unit\n"
ROWS = (
    b"PACA,mayors,fragilities,employment,57,400,,\nPACA,mayors,fragilities,mobility,12.5,400,,\n"
    b"France,mayors,fragilities,employment,50,4000,2024,percent\nCorse,citizens,trust,mayors,6.4,900,,score\n"
)
SEEDS = (
    b"",
    *(bytes([way]) + HEADER + ROWS for way in (*range(8), *range(12, 4 + 8 * 17, 8))),
    *(bytes([way]) + (HEADER + ROWS).replace(b",", b";").replace(b".", b",") for way in range(4)),
    b"\x00" + (HEADER + ROWS * 3).replace(b"\n", b"\r\n"),
)
TOKENS = (
    "PACA", "93", "Corse", "France", "mayors", "citizens", "fragilities", "trust", "employment", "mobility", "57",
    "12.5", "0", "100", "1,5", "400", "score", "percent", '""', "\r\n", "%", "effective_base", "standard_error",
    "&amp;", "note", "=1+1",
)  # fmt: skip
WAYS = 8
OTHERS = tuple(format for format in (*FORMATS, *OFFICE) if format != "json")
MARKS = {"csv": ",", "tsv": "\t"}
FILE = folder() / "results.csv"
COLUMNS = ("survey", "wave", "region", "stakeholder", "segment", "indicator", "item")
plain.BLOCK = 150  # so that rows fall across blocks


def fuzz(data: bytes) -> None:
    """Answer from *data*, whose first byte says by which two ways. Any difference and any exception is a finding."""
    way = data[0] if data else 0
    FILE.write_bytes(data[1:])
    if way % WAYS == 0:
        check_readers(("PACA", "Corse") if way & 8 else ("93",))
        return
    if way % WAYS == 1:
        assert run() == answer()
        return
    try:
        survey = read(FILE)
        table = show(survey)
    except PhareError:
        return
    match way % WAYS:
        case 2:
            check_frame(survey, table)
        case 3:
            some = subset(survey, Selection(indicators=(survey.estimates[0].indicator,)))
            assert len(some.estimates) <= len(survey.estimates)
            check_frame(some, show(some))
        case _:
            check_formats(table, OTHERS[way // WAYS % len(OTHERS)], ("en", "fr")[way % 2])


def answer() -> tuple[int, str]:
    """Return what Python answers, with the status that the command line would have."""
    try:
        return 0, render(show(read(FILE)), "json")
    except PhareError as error:
        speak_error(error)
        return error.status, ""


def run() -> tuple[int, str]:
    """Return the status and the answer of the command line."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        status = main(["show", "-d", str(FILE), "-f", "json"])
    out.flush()
    return status, out.buffer.getvalue().decode()


def check_readers(regions: tuple[str, ...]) -> None:
    """Read what is asked for by the quick way and by the general one."""
    rules = Rules(row_filter=RowFilter({"region": list(regions)}))

    def refuse(*_: object) -> None:
        raise NotPlain

    def answer() -> object:
        try:
            found = inspect(FILE, rules=rules)
        except PhareError as error:
            return str(error)
        return found.survey, found.problems, found.total

    quick = answer()
    with patch.object(scan, "plain_rows", refuse):
        assert answer() == quick


def check_frame(survey: Survey, table: Table) -> None:
    """Find each row of an answer in the frame, and each row of the frame in the answer."""
    frame = survey.to_frame()
    rows = json.loads(render(table, "json"))["rows"]
    shown = {tuple(row.get(name) or "" for name in COLUMNS): row["value"] for row in rows}
    held = {
        tuple(str(row[name]) for name in COLUMNS): None if row["value"] != row["value"] else row["value"]
        for _, row in frame.iterrows()
    }
    assert shown == held, "show and to_frame() hold other figures"


def check_formats(table: Table, format: str, language: str) -> None:
    """Find the figures of JSON in another format: as numbers where programs read it, else as they are printed."""
    rows = [row for row in json.loads(render(table, "json"))["rows"] if row["value"] is not None]
    look = Look(language=language, whole=True, bars=False)
    if format in MARKS:
        text = render(table, format, look)
        held = [row["value"] for row in csv.DictReader(io.StringIO(text), delimiter=MARKS[format])]
        assert [float(value) for value in held if value] == [row["value"] for row in rows]
        return
    text = _text(table, format, look)
    if format == "xlsx":
        wanted = Counter(row["value"] for row in rows)
        found = Counter(map(float, re.findall(r"<v>(-?[\d.]+(?:[eE][-+]?\d+)?)</v>", text)))
    else:
        typesetter = Typesetter(language)
        percents = [row["value"] for row in rows if row["unit"] == "percent"]
        wanted = Counter(
            re.findall(r"\d+", " ".join(typesetter.figure(each, "percent") for each in percents))
        )
        found = Counter(re.findall(r"\d+", re.sub(r"<[^>]*>", " ", text)))
    assert not wanted - found, f"{format} lacks {wanted - found}"


def _text(table: Table, format: str, look: Look) -> str:
    if format not in OFFICE:
        return render(table, format, look)
    with ZipFile(io.BytesIO(render_bytes(table, format, look))) as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xml")]
        return " ".join(archive.read(name).decode() for name in parts)
