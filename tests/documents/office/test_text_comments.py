"""A copy of a LibreOffice text holds a comment at each claim, and nothing else of it changes."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli import read, render_bytes, verify

Phare = Callable[..., Any]
Odt = Callable[..., bytes]
OFFICE = shutil.which("soffice")
RIGHT = "En PACA, 45 % des entreprises sont engagées dans un partenariat."
CLAIMS = (
    '<text:h text:outline-level="1">L’engagement</text:h>'
    '<text:p>En PACA, 45<text:span text:style-name="T1"> %</text:span> des <text:span>entreprises</text:span> et '
    '57<text:s/>% des associations sont engagées.<text:note text:note-class="footnote"><text:note-citation>1'
    f"</text:note-citation><text:note-body><text:p>{RIGHT}</text:p></text:note-body></text:note></text:p>"
    f"<text:list><text:list-item><text:p>{RIGHT}</text:p></text:list-item></text:list>"
)


def comments_of(content: str) -> list[tuple[str, str]]:
    """Return the words of each comment that has a range, and the words that it stands at."""
    found = re.findall(
        r'<office:annotation [^>]*office:name="([^"]*)">(.*?)</office:annotation>(.*?)'
        r'<office:annotation-end [^>]*office:name="\1"/>',
        content,
        re.DOTALL,
    )
    bare = [
        [re.sub(r"<office:annotation .*?</office:annotation>|<[^>]+>", "", each) for each in one]
        for one in found
    ]
    return [(said, words) for _, said, words in bare]


@pytest.fixture
def copied(phare: Phare, odt: Odt, tmp_path: Path) -> Path:
    (tmp_path / "x.odt").write_bytes(odt(CLAIMS, **{"META-INF/documentsignatures.xml": "<x/>"}))
    run = phare("verify x.odt -o read.odt --lang fr")
    assert (run.status, run.err) == (
        1,
        "phare: read.odt: written, with 4 comments.\n",
    ) or "4 commentaires" in run.err
    return tmp_path / "read.odt"


def test_each_claim_has_its_comment_at_its_words(copied: Path) -> None:
    content = zipfile.ZipFile(copied).read("content.xml").decode()

    assert [words for _, words in comments_of(content)] == ["45 %", "57%", "45 %"]
    assert "fausse – les données disent" in comments_of(content)[1][0]
    assert content.index("<office:annotation ", content.index("engagées.")) < content.index("<text:note ")


def test_nothing_else_changes_and_the_copy_reads_as_its_document(copied: Path, phare: Phare) -> None:
    before, after = (zipfile.ZipFile(copied.parent / name) for name in ("x.odt", "read.odt"))

    assert phare("verify read.odt -f csv").out == phare("verify x.odt -f csv").out.replace(
        "x.odt", "read.odt"
    )
    assert {name: before.read(name) for name in before.namelist()[:1]} == {"mimetype": after.read("mimetype")}
    assert set(before.namelist()) - set(after.namelist()) == {"META-INF/documentsignatures.xml"}
    assert before.read("styles.xml") == after.read("styles.xml")


def test_python_makes_the_same_copy(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copied.parent)

    copy = render_bytes(verify(read(), "x.odt"), "odt")

    content = zipfile.ZipFile(io.BytesIO(copy)).read("content.xml").decode()
    assert [words for _, words in comments_of(content)] == ["45 %", "57%", "45 %"]


@pytest.mark.parametrize(
    ("document", "copy", "said"),
    [
        (
            "x.odt",
            "read.docx",
            "is of the kind of its document: write .odt in place of .docx, or -o claims.html",
        ),
        ("x.md", "read.odt", "is made of one document of Word or LibreOffice"),
        ("x.odt x.odt", "read.odt", "is made of one document of Word or LibreOffice"),
    ],
)
def test_what_has_no_such_copy_is_told_what_has(
    phare: Phare, odt: Odt, tmp_path: Path, document: str, copy: str, said: str
) -> None:
    (tmp_path / "x.odt").write_bytes(odt(CLAIMS))
    (tmp_path / "x.md").write_text(RIGHT, encoding="utf-8")

    run = phare(f"verify {document} -o {copy}")

    assert run.status == 2
    assert said in run.err


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")
def test_libreoffice_finds_the_comments_where_they_stand(copied: Path) -> None:
    folder = copied.parent
    subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "docx",
            copied.name,
        ],
        cwd=folder,
        check=True,
        capture_output=True,
    )

    written = zipfile.ZipFile(copied.with_suffix(".docx"))
    body = written.read("word/document.xml").decode()
    ranges = re.findall(r'commentRangeStart w:id="(\d+)"/>(.*?)<w:commentRangeEnd w:id="\1"', body, re.DOTALL)
    assert written.read("word/comments.xml").count(b"<w:comment ") == 4
    assert [re.sub(r"<[^>]+>", "", words) for _, words in ranges] == ["45 %", "57 %", "45 %"]
