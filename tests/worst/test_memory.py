"""With little memory a run answers, or says that it has not enough: whatever the file, the command and the amount."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest
from docx import Document
from openpyxl import Workbook

PHARE = [sys.executable, "-m", "phare_cli"]
ROWS: list[list[str | float]] = [
    ["region", "stakeholder", "indicator", "item", "value"],
    ["Corse", "citizens", "i", "a", 57.0],
]
FRAME = pd.DataFrame(ROWS[1:], columns=[str(name) for name in ROWS[0]])
TEXT = "\n".join(";".join(map(str, row)) for row in ROWS).encode()
NO_MEMORY = "phare: there is not enough memory for this: read smaller files, or fewer of them at once.\n"
SHOW = "show -f csv -d {}"
TABULATE = "tabulate {} --region region --stakeholder =citizens --single item"
DRAFT = "tabulate {} --draft"


def excel() -> bytes:
    book, held = Workbook(), io.BytesIO()
    for row in ROWS:
        book.worksheets[0].append(row)
    book.save(held)
    return held.getvalue()


def saved(suffix: str, folder: Path) -> bytes:
    path = folder / f"saved{suffix}"
    match suffix:
        case ".sav":
            pyreadstat.write_sav(FRAME, path)
        case ".dta":
            pyreadstat.write_dta(FRAME, path)
        case ".parquet":
            FRAME.to_parquet(path)
        case ".json":
            FRAME.to_json(path, orient="records")
        case ".ods":
            import odf  # noqa: F401  what pandas writes it with

            FRAME.to_excel(path, index=False, engine="odf")  # type: ignore[arg-type]  # the stubs leave out a writer
        case ".xlsx":
            return excel()
        case ".csv.gz":
            return gzip.compress(TEXT)
        case _:
            return TEXT
    return path.read_bytes()


def within(megabytes: int, words: str, folder: Path) -> tuple[int, str]:
    """Run phare with so much memory; return its status and what it said."""
    environ = {**os.environ, "PHARE_MAX_MEMORY": str(megabytes), "LC_ALL": "C.UTF-8"}
    run = subprocess.run([*PHARE, *words.split()], capture_output=True, cwd=folder, env=environ)
    return run.returncode, run.stderr.decode()


@pytest.mark.parametrize("megabytes", [40, 120, 256])
@pytest.mark.parametrize("suffix", [".csv", ".csv.gz", ".xlsx", ".ods", ".json", ".parquet", ".sav", ".dta"])
def test_a_small_file_is_read_in_little_memory_or_the_lack_of_it_is_said(
    suffix: str, megabytes: int, tmp_path: Path
) -> None:
    (tmp_path / f"f{suffix}").write_bytes(saved(suffix, tmp_path))

    for command in (SHOW, TABULATE):
        status, said = within(megabytes, command.format(f"f{suffix}"), tmp_path)

        assert (status, said) == (4, NO_MEMORY) or (status == 0 and "memory" not in said)


@pytest.mark.parametrize(
    "command",
    ["plot i -d f.csv -o a.png", "plot i -d f.csv -o a.svg", "show -d f.csv -o a.xlsx", "update n.md"],
)
@pytest.mark.parametrize("megabytes", [40, 120, 256])
def test_an_answer_is_written_in_little_memory_or_not_at_all(
    command: str, megabytes: int, tmp_path: Path
) -> None:
    (tmp_path / "f.csv").write_bytes(TEXT)
    note = "<!-- phare: report -r Corse --data f.csv --lang en -->\n<!-- /phare -->\n"
    (tmp_path / "n.md").write_text(note, encoding="utf-8")

    status, said = within(megabytes, command, tmp_path)

    written = [path.name for path in tmp_path.iterdir() if path.name not in ("f.csv", "n.md")]
    assert status == 0 or (status, said, written) == (4, NO_MEMORY, [])


def pdf() -> bytes:
    words = b"BT /F1 12 Tf 50 700 Td (En Corse, 57 % des citoyens.) Tj ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return content + end % (table, len(content))


def office(suffix: str, paragraphs: int) -> bytes:
    """Return a document of so many paragraphs, which says the figure of the data and asks for it."""
    words = "En Corse, 57 % des citoyens ; {{phare: value i --data f.csv --lang fr}}"
    held = io.BytesIO()
    if suffix == "docx":
        document = Document()
        for _ in range(paragraphs):
            document.add_paragraph(words)
        document.save(held)
        return held.getvalue()
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    names = {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "fo": "xsl-fo-compatible",
    }
    declared = " ".join(f'xmlns:{name}="{space}{each}:1.0"' for name, each in names.items())
    body = f"<text:p>{words}</text:p>" * paragraphs
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {declared}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
        archive.writestr(
            "meta.xml", f"<office:document-meta {declared}><office:meta/></office:document-meta>"
        )
    return held.getvalue()


@pytest.mark.parametrize("name", ["n.docx", "n.odt", "n.pdf"])
def test_a_document_is_read_in_little_memory_or_the_lack_of_it_is_said(name: str, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_bytes(TEXT)
    before = pdf() if name.endswith("pdf") else office(name[2:], 20)
    (tmp_path / name).write_bytes(before)

    commands = [f"verify {name} -d f.csv"]
    commands += [f"verify {name} -d f.csv -o copy.docx"] if name.endswith("docx") else []
    commands += [] if name.endswith("pdf") else [f"update {name}"]
    for command in commands:
        status, said = within(256, command, tmp_path)

        assert (status, said) == (4, NO_MEMORY) or (status == 0 and "memory" not in said), said
        assert command.startswith("update") or (tmp_path / name).read_bytes() == before


def many(
    count: int, row: Callable[[int], str], header: str = "region;stakeholder;indicator;item;value\n"
) -> bytes:
    return (header + "".join(map(row, range(count)))).encode()


def bomb_of_strings() -> bytes:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(excel())) as book,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as bomb,
    ):
        for part in book.namelist():
            if part != "xl/sharedStrings.xml":
                bomb.writestr(part, book.read(part))
        with bomb.open("xl/sharedStrings.xml", "w") as strings:
            strings.write(b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">')
            for place in range(300):
                strings.write(
                    b"<si><t>%d</t></si>" % place + (b"<si><t>" + b"x" * 30_000 + b"</t></si>") * 15
                )
            strings.write(b"</sst>")
    return held.getvalue()


LARGE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "every answer another": ("f.csv", lambda: many(150_000, lambda place: f"Corse;g;i;{place:060};57\n")),
    "every region another": ("f.csv", lambda: many(80_000, lambda place: f"{place:040};g;i;a;57\n")),
    "a header of many columns": (
        "f.csv",
        lambda: (";".join(f"c{place}" for place in range(300_000)) + "\n").encode(),
    ),
    "objects without end": ("f.json", lambda: b"[" + b'{"region":1},' * 2_000_000 + b"{}]"),
    "a nest without end": ("f.json", lambda: b'{"rows":' * 3_000_000),
    "another key in each object": (
        "f.json",
        lambda: json.dumps([{f"k{place}": 1} for place in range(100_000)]).encode(),
    ),
    "strings without end": ("f.xlsx", bomb_of_strings),
    "a packed line without end": ("f.gz", lambda: gzip.compress(TEXT + b"x" * 200_000_000, 1)),
    "nothing, packed": ("f.gz", lambda: gzip.compress(b"\n" * 100_000_000, 1)),
}


@pytest.mark.parametrize(("name", "made"), LARGE.values(), ids=LARGE)
def test_a_file_that_would_take_all_memory_ends_in_an_answer_or_a_sentence(
    name: str, made: Callable[[], bytes], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(made())

    for command in (SHOW, TABULATE, DRAFT):
        status, said = within(256, command.format(name), tmp_path)

        assert (status, "Traceback" in said) in [(each, False) for each in (0, 1, 2, 3, 4)], said[-500:]
        assert status == 0 or said.startswith("phare: ")
