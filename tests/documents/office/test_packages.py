"""Office documents that are damaged, locked, signed or made to harm are refused with a sentence, and stay."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from phare_cli.documents.office.package import Package
from phare_cli.files import limits

Phare = Callable[..., Any]
Word = Callable[..., bytes]
Pack = Callable[[Mapping[str, str | bytes]], bytes]
SENTENCE = "<w:p><w:r><w:t>{{phare: value engagement -r PACA -s companies}}</w:t></w:r></w:p>"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.fixture
def refused(phare: Phare, tmp_path: Path) -> Callable[[bytes], str]:
    """Return what phare says of a document that it leaves as it is, with status 3."""

    def say(content: bytes, name: str = "note.docx") -> str:
        (tmp_path / name).write_bytes(content)
        run = phare(f"update {name}")
        assert (run.status, (tmp_path / name).read_bytes(), run.out) == (3, content, "")
        return str(run.err)

    return say


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is damaged"),
        (b"PK\3\4", "is damaged"),
        (b"no zip at all", "is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is locked with a password"),
    ],
)
def test_what_is_no_package_is_refused(refused: Callable[..., str], content: bytes, said: str) -> None:
    assert said in refused(content)


@pytest.mark.parametrize("cut", [10, 300, -10, -200])
def test_a_document_that_was_cut_is_refused(refused: Callable[..., str], word: Word, cut: int) -> None:
    assert "is damaged" in refused(word(SENTENCE)[:cut])


def test_a_part_that_is_not_what_its_sum_says_is_refused(refused: Callable[..., str], word: Word) -> None:
    content = bytearray(word(SENTENCE))
    place = content.index(b"word/document.xml") + len(b"word/document.xml") + 20
    content[place] ^= 0xFF

    assert "is damaged" in refused(bytes(content))


def test_a_part_that_stands_twice_is_refused(refused: Callable[..., str], word: Word) -> None:
    stream = io.BytesIO(word(SENTENCE))
    with ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", b"<a/>")

    assert "is damaged" in refused(stream.getvalue())


def test_a_signed_document_is_refused(refused: Callable[..., str], word: Word) -> None:
    assert "is signed" in refused(word(SENTENCE, **{"_xmlsignatures/sig1.xml": "<Signature/>"}))


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("part", ["word/styles.xml", "docProps/core.xml", "word/header.xml"])
def test_a_declaration_of_entities_is_refused(
    refused: Callable[..., str], word: Word, declaration: str, part: str
) -> None:
    content = word(SENTENCE, header=SENTENCE, **{"docProps/core.xml": "<a/>"})
    hostile = _with(content, part, f"{declaration}<x>&b;</x>".encode())

    assert "declaration of its own markup" in refused(hostile)


def _with(content: bytes, part: str, new: bytes) -> bytes:
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as written:
        for name in old.namelist():
            written.writestr(name, new if name == part else old.read(name))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (b"<a><b></a>", "no whole XML"),
        (b"", "no whole XML"),
        (b"<a>\xe9</a>", "no whole XML"),
        (b"<?xml version='1.0' encoding='windows-1252'?><a>\xe9</a>", "is not in UTF-8"),
        ("<a>\N{LATIN SMALL LETTER E WITH ACUTE}</a>".encode("utf-16"), "is not in UTF-8"),
        (b"<a>" * 5_000 + b"</a>" * 5_000, "more elements, or deeper ones"),
    ],
    ids=["unclosed", "empty", "not UTF-8", "Windows", "UTF-16", "deep"],
)
def test_a_part_that_is_not_read_is_refused(
    refused: Callable[..., str], word: Word, xml: bytes, said: str
) -> None:
    assert said in refused(_with(word(SENTENCE), "word/document.xml", xml))


def test_a_bomb_is_refused_before_it_unpacks(refused: Callable[..., str], word: Word) -> None:
    bomb = b"<a>" + b" " * (limits.PART + 1) + b"</a>"

    assert "unpacks to more than phare reads (64 MB a part)" in refused(
        _with(word(SENTENCE), "word/document.xml", bomb)
    )


def test_a_part_written_as_a_stream_is_replaced(word: Word) -> None:
    class Pipe(io.RawIOBase):
        """What cannot go back, so that sizes follow the data."""

        def __init__(self) -> None:
            self.written = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            self.written += data
            return len(data)

    pipe = Pipe()
    with ZipFile(pipe, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"<a/>" * 100)
        archive.writestr("b.xml", b"<b/>" * 100)
    changed = Package(bytes(pipe.written), "a").changed({"a.xml": b"<c/>"})

    with ZipFile(io.BytesIO(changed)) as archive:
        assert (archive.read("a.xml"), archive.read("b.xml"), archive.testzip()) == (
            b"<c/>",
            b"<b/>" * 100,
            None,
        )


def test_a_folder_is_searched_past_documents_that_hold_no_block(
    phare: Phare, tmp_path: Path, word: Word
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.docx").write_bytes(word("<w:p><w:r><w:t>Rien</w:t></w:r></w:p>"))
    (folder / "b.docx").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "~$c.docx").write_bytes(b"somebody")
    (folder / "c.docx").write_bytes(word(SENTENCE))
    run = phare("update notes")

    assert (run.status, run.err) == (0, "phare: notes/c.docx: 1 block, 1 refreshed.\n")


@pytest.mark.parametrize("part", ["word/diagrams/data1.xml", "word/charts/chart1.xml", "word/comments.xml"])
def test_a_command_where_none_is_answered_is_said(
    phare: Phare, tmp_path: Path, word: Word, part: str
) -> None:
    (tmp_path / "note.docx").write_bytes(word(SENTENCE, **{part: "<a>{{phare: value engagement}}</a>"}))
    run = phare("update note.docx")

    assert (run.status, f"{part} of this document holds a command" in run.err) == (0, True)
    assert phare("update note.docx --check").status == 1
