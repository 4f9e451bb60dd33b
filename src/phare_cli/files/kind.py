"""Tell kinds of files apart by how they begin, and say what to do with those that are no table."""

from __future__ import annotations

from typing import Literal

from phare_cli.nouns.message import Message, sentence

# What kind of file bytes are, by their content; web pages are read by who asks for them alone.
FileKind = Literal[
    "text", "json", "xlsx", "xls", "xlsb", "ods", "parquet", "sav", "por", "dta", "html",
]  # fmt: skip


_PDF = sentence("“{file}” is a PDF, not a table: copy its figures into a CSV file.")
OLD_OFFICE = sentence(
    "“{file}” is an old Excel or Word file: open it there and save the sheet as .xlsx or CSV."
)
_HTML = sentence("“{file}” is a web page (HTML), not a table: open it in a spreadsheet and save it as CSV.")
_XML = sentence("“{file}” is XML, not a table: open it in its own program and save the table as CSV.")
_RTF = sentence("“{file}” is a text with layout (RTF), not a table: save its table as CSV.")
_PICTURE = sentence("“{file}” is a picture, not a table: copy its figures into a CSV file.")
_DATABASE = sentence("“{file}” is a SQLite database, not a table: export the table as CSV.")
_BINARY = sentence(
    "“{file}” is a binary file, not a table (it is full of control characters): save its table as CSV."
)
PACKED = sentence(
    "“{file}” is packed in a way that phare does not read: unpack it, or pack it with gzip or zip."
)
_BEGINNINGS = (
    (b"%PDF", _PDF),
    (b"{\\rtf", _RTF),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"SQLite format 3", _DATABASE),
    (b"BZh", PACKED),
    (b"\xfd7zXZ", PACKED),
    (b"7z\xbc\xaf", PACKED),
    (b"Rar!", PACKED),
    (b"\x28\xb5\x2f\xfd", PACKED),
    (b"\x1f\x8b", PACKED),  # packed twice
    (b"PK\x03\x04", PACKED),
)
# How a file begins that holds other files, each with its name: Word and Excel of before 2007, locked ones of today.
COMPOUND = b"\xd0\xcf\x11\xe0"
PACKERS = (b"\x1f\x8b", b"PK\x03\x04", b"PK\x05\x06", COMPOUND)
_SIGNATURES: tuple[tuple[bytes, FileKind], ...] = (
    (b"PAR1", "parquet"),
    (b"$FL2", "sav"),
    (b"$FL3", "sav"),
    (b"<stata_dta>", "dta"),
)
_PORTABLE, _PORTABLE_WITHIN = b"SPSSPORT", 520  # it stands after 456 bytes, and after line ends among them
_STATA_VERSIONS = (
    *range(0x66, 0x74),
)  # the first byte of a file of Stata 3 to 12; then its byte order, then 1
# A table may hold one such character that somebody copied into a cell; one in ten is another kind of file.
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\0\t\n\v\f\r\x1b"})
_WEB = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta", b"<script", b"<style")
# Not .xls: programs write text and web pages under that name, and Excel opens them.
_SUFFIXES: dict[str, FileKind] = {
    ".csv": "text",
    ".tsv": "text",
    ".tab": "text",
    ".txt": "text",
    ".json": "json",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xlsb": "xlsb",
    ".ods": "ods",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".sav": "sav",
    ".zsav": "sav",
    ".por": "por",
    ".dta": "dta",
}
_KINDS = {
    "text": (sentence("plain text"), ".csv"),
    "json": (sentence("JSON"), ".json"),
    "xlsx": (sentence("an Excel workbook"), ".xlsx"),
    "xls": (sentence("an old Excel workbook"), ".xls"),
    "xlsb": (sentence("a binary Excel workbook"), ".xlsb"),
    "ods": (sentence("an OpenDocument spreadsheet"), ".ods"),
    "parquet": (sentence("a Parquet file"), ".parquet"),
    "sav": (sentence("an SPSS file"), ".sav"),
    "por": (sentence("a portable SPSS file"), ".por"),
    "dta": (sentence("a Stata file"), ".dta"),
    "html": (sentence("a web page"), ".html"),
}


def foreign(head: bytes) -> Message | None:
    """Return the sentence, with a place for the file, on bytes that are no table; None for others."""
    for beginning, message in _BEGINNINGS:
        if head.startswith(beginning):
            return message
    start = _plain(head)
    if start.startswith(_WEB):
        return _HTML
    if start.startswith(b"<?xml"):
        return _HTML if b"<html" in start else _XML
    if b"\0" not in head and (len(head) - len(head.translate(None, _CONTROLS))) * 10 > len(head):
        return _BINARY
    return None


def is_web_page(head: bytes) -> bool:
    """Tell whether bytes are those of a web page."""
    return foreign(head) is _HTML


def kind_of(head: bytes) -> FileKind:
    """Return what kind of file begins with *head*; what nothing else claims is text."""
    for beginning, kind in _SIGNATURES:
        if head.startswith(beginning):
            return kind
    if head[:1] and head[0] in _STATA_VERSIONS and head[1:2] in (b"\1", b"\2") and head[2:4] == b"\1\0":
        return "dta"
    if _PORTABLE in head[:_PORTABLE_WITHIN]:
        return "por"
    start = _plain(head)
    begins = (
        start[:1] == b"{" or start[:2] == b"[\n" or (start[:1] == b"[" and start[1:].lstrip()[:1] == b"{")
    )
    return "json" if begins else "text"


def called(kind: FileKind) -> Message:
    """Return what sentences call a kind of file."""
    return _KINDS[kind][0]


def misnamed(found: FileKind, suffix: str) -> Message | None:
    """Return the sentence, with a place for the file, on a name that says another kind than the content."""
    named = _SUFFIXES.get(suffix, found)
    if named is found:
        return None
    kind, right = _KINDS[found]
    return sentence(
        "“{file}” is {kind} by its content, which its name does not say: rename it to end in {suffix}.",
        file="",
        kind=kind,
        suffix=right,
    )


def _plain(head: bytes) -> bytes:
    """Return the beginning in lower case, without byte order mark and blanks, UTF-16 read as its ASCII letters."""
    return head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
