"""Sentences and key points in documents: points of the list they stand in, or with a sign of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from phare_cli.documents.office.old_form import paired_by_words

Phare = Callable[..., Any]
Maker = Callable[..., bytes]
SENTENCES = "{{phare: compare engagement -r PACA --sentences}}"
REPORT = "{{phare: report -r PACA}}"
FIGURE = "Ils sont {{phare: value engagement -r PACA -s companies}} à le dire."
HEAD = "region,stakeholder,indicator,item,value,base\n"
GROUPS = ("companies", "mayors", "citizens")


@pytest.fixture(name="groups")
def make_groups(tmp_path: Path) -> Callable[[int], None]:
    """Return what makes figures of so many groups, each of which a sentence compares."""

    def groups(count: int) -> None:
        rows = (
            f"{region},{group},engagement,partnerships,{value + place},400\n"
            for place, group in enumerate(GROUPS[:count])
            for region, value in (("PACA", 45), ("France", 37))
        )
        (tmp_path / "figures.csv").write_text(HEAD + "".join(rows), encoding="utf-8")

    return groups


def content(path: Path) -> str:
    with ZipFile(path) as archive:
        return archive.read("word/document.xml" if path.suffix == ".docx" else "content.xml").decode()


def paragraphs(path: Path) -> list[tuple[str, str]]:
    """Return each paragraph of Word that says something: the id of its style, the beginning of its text."""
    found = re.findall(r"<w:p[ >].*?</w:p>", content(path))
    texts = [("".join(re.findall(r"<w:t[^>]*>([^<]*)", each)), each) for each in found]
    style = re.compile(r'<w:pStyle w:val="([^"]*)')
    return [(next(iter(style.findall(each)), ""), text[:8]) for text, each in texts if text]


LIST = '<w:p><w:pPr><w:pStyle w:val="Listepuces"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'


def test_sentences_are_points_of_the_list_and_title_and_notes_are_not(
    phare: Phare, tmp_path: Path, word: Maker, groups: Callable[[int], None]
) -> None:
    groups(2)
    path = tmp_path / "note.docx"
    path.write_bytes(word(LIST.format(SENTENCES) + LIST.format(FIGURE)))
    assert phare("update note.docx").status == 0

    styles = [style for style, _ in paragraphs(path)]
    assert styles[:3] == ["", "Listepuces", "Listepuces"]
    assert (set(styles[3:-1]), styles[-1]) == ({""}, "Listepuces")


def test_a_sentence_more_has_the_form_of_the_sentences(
    phare: Phare, tmp_path: Path, word: Maker, groups: Callable[[int], None]
) -> None:
    groups(2)
    path = tmp_path / "note.docx"
    path.write_bytes(word(LIST.format(SENTENCES)))
    phare("update note.docx")
    groups(3)

    assert phare("update note.docx").err == "phare: note.docx: 1 block, 1 refreshed.\n"
    assert [style for style, text in paragraphs(path) if text == "En Prove"] == ["Listepuces"] * 3
    assert phare("update note.docx --check").status == 0


LEAF = "<text:p>{}</text:p>"
POINT = '<text:list-item><text:p text:style-name="P1">{}</text:p></text:list-item>'


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("note.odt", LEAF.format(SENTENCES)),
        ("note.odt", LEAF.format(REPORT)),
        ("note.docx", f"<w:p><w:r><w:t>{SENTENCES}</w:t></w:r></w:p>"),
        ("note.docx", f"<w:p><w:r><w:t>{REPORT}</w:t></w:r></w:p>"),
    ],
)
def test_points_have_a_sign_of_their_own_where_no_list_is(
    phare: Phare, tmp_path: Path, word: Maker, odt: Maker, groups: Callable[[int], None], name: str, body: str
) -> None:
    groups(2)
    path = tmp_path / name
    others = {"word/styles.xml": '<w:styles xmlns:w="urn:w"/>'} if path.suffix == ".docx" else {}
    path.write_bytes((odt if path.suffix == ".odt" else word)(body, **others))
    first = phare(f"update {name}")
    groups(3)
    later = phare(f"update {name}")

    assert (first.err, later.err) == (f"phare: {name}: 1 block, 1 refreshed.\n",) * 2
    if "compare" in body:
        assert content(path).count("• ") == 3
    assert phare(f"update {name} --check").status == 0


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_point_of_libreoffice_gives_way_to_a_section_between_lists(
    phare: Phare, tmp_path: Path, odt: Maker, groups: Callable[[int], None], count: int
) -> None:
    groups(2)
    before = "".join(POINT.format(f"avant {place}") for place in range(count - 1))
    items = before + POINT.format(SENTENCES) + POINT.format(FIGURE)
    path = tmp_path / "note.odt"
    path.write_bytes(odt(f'<text:list xml:id="l1" text:style-name="L1">{items}</text:list>'))

    assert phare("update note.odt").err == "phare: note.odt: 2 blocks, 2 refreshed.\n"
    assert phare("update note.odt --check").status == 0
    around = re.sub(r"<text:section.*</text:section>", "|", content(path))
    shown = around[around.index("<office:text>") : around.index("Ils sont")]
    start = '<text:list xml:id="l1" text:style-name="L1">'
    again = start if count == 1 else '<text:list text:style-name="L1" text:continue-numbering="true">'
    ended = f"{start}{before}</text:list>" if before else ""
    assert shown == f'<office:text>{ended}|{again}<text:list-item><text:p text:style-name="P1">'


def test_a_list_within_a_list_stays_whole(
    phare: Phare, tmp_path: Path, odt: Maker, groups: Callable[[int], None]
) -> None:
    groups(2)
    inner = f"<text:list>{POINT.format(SENTENCES)}</text:list>"
    (tmp_path / "note.odt").write_bytes(
        odt(f"<text:list><text:list-item>{inner}</text:list-item></text:list>")
    )
    run = phare("update note.odt")

    assert run.status == 3
    assert "outside a list in a list" in run.err


def test_what_says_the_same_is_a_pair_first() -> None:
    old = [("p", "title"), ("p", "47 %"), ("p", "note"), ("table", ""), ("p", "end")]
    new = [("p", "title"), ("p", "48 %"), ("p", "51 %"), ("p", "note"), ("table", ""), ("p", "fin")]

    assert paired_by_words(old, new) == {0: 0, 1: 1, 3: 2, 4: 3, 5: 4}
