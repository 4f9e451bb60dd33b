"""``phare update note.odt``: a command typed in LibreOffice becomes a field or a section, and nothing else moves."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest

from phare_cli.documents.blocks import Block
from phare_cli.documents.office.refresh_package import refresh_package

Phare = Callable[..., Any]
LibreOffice = Callable[..., list[Path]]
Odt = Callable[..., bytes]
Figures = Callable[..., None]
NO_BREAK = "\u00a0"
VALUE = "value engagement -r PACA -s companies"
TYPED = f"{{{{phare: {VALUE}}}}}"
SENTENCE = f"<text:p>Ils sont {TYPED} engagés.</text:p>"
TABLE = "<text:p>{{phare: show fragilities -r PACA}}</text:p>"
FIELD = f'<text:text-input text:description="phare: {VALUE}">45{NO_BREAK}%</text:text-input>'


def part(path: Path, name: str = "content.xml") -> str:
    with ZipFile(path) as archive:
        return archive.read(name).decode()


def shown(xml: str) -> str:
    """What a reader sees of a part, a line for each paragraph."""
    text = xml[xml.index("<office:body>") :].replace("<text:s/>", " ")
    return re.sub(r"<[^>]*>", "", re.sub(r"</text:[ph]>", "\n", text))


@pytest.fixture
def note(tmp_path: Path, odt: Odt) -> Path:
    path = tmp_path / "note.odt"
    path.write_bytes(odt(SENTENCE + TABLE))
    return path


def with_part(path: Path, name: str, content: str) -> bytes:
    stream = io.BytesIO()
    with ZipFile(path) as old, ZipFile(stream, "w") as new:
        for member in old.infolist():
            new.writestr(member, content if member.filename == name else old.read(member))
    return stream.getvalue()


def test_commands_become_a_field_and_a_section(phare: Phare, note: Path) -> None:
    run = phare("update note.odt")

    assert (run.status, run.out, run.err) == (0, "", "phare: note.odt: 2 blocks, 2 refreshed.\n")
    assert f"<text:p>Ils sont {FIELD} engagés.</text:p>" in part(note)
    assert '<text:section text:name="phare: show fragilities -r PACA">' in part(note)
    assert shown(part(note)).count(f"26{NO_BREAK}%\n") == 1


def test_updating_twice_changes_nothing(phare: Phare, note: Path) -> None:
    phare("update note.odt")
    before = note.read_bytes()
    run = phare("update note.odt")

    assert run.err == "phare: note.odt: 2 blocks, up to date.\n"
    assert note.read_bytes() == before


@pytest.mark.parametrize(
    "paragraph",
    [
        "a {{pha<text:span text:style-name='T1'>re: value</text:span> engagement<text:s/>–r PACA –s companies}} b",
        "<text:span text:style-name='T1'>a {{phare: value engagement</text:span> -r PACA -s companies}} b",
        "a {{phare: value <text:soft-page-break/>engagement -r<text:line-break/>PACA -s companies}} b",
        f"<text:a xlink:href='http://a.fr' xmlns:xlink='x'>a {TYPED} b</text:a>",
        f"a {{{{Phare{NO_BREAK}: value engagement region=«{NO_BREAK}PACA{NO_BREAK}» -s companies}}}} b",
    ],
)
def test_a_command_is_found_however_libreoffice_writes_it(
    phare: Phare, tmp_path: Path, odt: Odt, paragraph: str
) -> None:
    (tmp_path / "note.odt").write_bytes(odt(f"<text:p>{paragraph}</text:p>"))
    run = phare("update note.odt")

    assert run.err == "phare: note.odt: 1 block, 1 refreshed.\n"
    assert shown(part(tmp_path / "note.odt")) == f"a 45{NO_BREAK}% b\n"


def test_the_table_keeps_the_form_that_a_person_gave_it(phare: Phare, note: Path, figures: Figures) -> None:
    phare("update note.odt")
    xml = (
        part(note)
        .replace('"phareTable"', '"T9"', 2)
        .replace("phareFigure", "Charte")
        .replace("phareColumn", "C")
    )
    note.write_bytes(with_part(note, "content.xml", xml))
    figures(companies=47, poverty=29)
    phare("update note.odt")

    changed = xml.replace(f"45{NO_BREAK}%", f"47{NO_BREAK}%").replace(f">26{NO_BREAK}%<", f">29{NO_BREAK}%<")
    assert re.sub(r">[^<]*<", "><", part(note)) == re.sub(r">[^<]*<", "><", xml)
    assert shown(part(note)).split("\n")[0] == shown(changed).split("\n")[0]


def test_rows_are_added_and_taken_away_in_the_form_of_the_others(
    phare: Phare, note: Path, tmp_path: Path
) -> None:
    figures = (tmp_path / "figures.csv").read_text(encoding="utf-8")
    phare("update note.odt")
    first = part(note)
    (tmp_path / "figures.csv").write_text(
        figures + "PACA,companies,fragilities,security,9,400\n", encoding="utf-8"
    )
    phare("update note.odt")
    assert part(note).count("<table:table-row ") == first.count("<table:table-row ") + 1

    (tmp_path / "figures.csv").write_text(figures, encoding="utf-8")
    phare("update note.odt")
    assert part(note) == first


def test_a_figure_changed_by_hand_is_kept_until_force(phare: Phare, note: Path) -> None:
    phare("update note.odt")
    note.write_bytes(with_part(note, "content.xml", part(note).replace(f"45{NO_BREAK}%", f"54{NO_BREAK}%")))
    before = note.read_bytes()
    run = phare("update note.odt")

    assert (run.status, note.read_bytes()) == (3, before)
    assert "was changed by hand" in run.err
    assert phare("update note.odt --force").status == 0
    assert FIELD in part(note)


def test_two_sections_of_one_command_have_names_of_their_own(phare: Phare, tmp_path: Path, odt: Odt) -> None:
    (tmp_path / "note.odt").write_bytes(odt(TABLE + TABLE))
    phare("update note.odt")

    names = re.findall(r'<text:section text:name="([^"]*)"', part(tmp_path / "note.odt"))
    assert names == ["phare: show fragilities -r PACA", "phare: show fragilities -r PACA #2"]
    assert phare("update note.odt --check").status == 0


def test_blocks_stand_in_headers_notes_cells_and_frames(phare: Phare, tmp_path: Path, odt: Odt) -> None:
    foot = f"<text:note-body><text:p>{TYPED}</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{foot}</text:note>"
    frame = f"<draw:frame><draw:text-box><text:p>{TYPED}</text:p></draw:text-box></draw:frame>"
    cell = f"<table:table><table:table-row><table:table-cell>{TABLE}</table:table-cell></table:table-row></table:table>"
    (tmp_path / "note.odt").write_bytes(odt(f"<text:p>a{note}{frame}</text:p>{cell}", header=SENTENCE))
    run = phare("update note.odt")

    assert run.err == "phare: note.odt: 4 blocks, 4 refreshed.\n"
    assert FIELD in part(tmp_path / "note.odt", "styles.xml")
    assert "{{" not in part(tmp_path / "note.odt")
    assert phare("update note.odt --check").status == 0


def test_tracked_deletions_and_tables_of_contents_are_left(phare: Phare, tmp_path: Path, odt: Odt) -> None:
    left = (
        f"<text:tracked-changes><text:changed-region><text:deletion>{SENTENCE}</text:deletion></text:changed-region>"
        f"</text:tracked-changes><text:table-of-content><text:index-body>{SENTENCE}</text:index-body></text:table-of-content>"
    )
    (tmp_path / "note.odt").write_bytes(odt(left + SENTENCE))
    run = phare("update note.odt")

    assert run.err == "phare: note.odt: 1 block, 1 refreshed.\n"
    assert left in part(tmp_path / "note.odt")


def test_every_other_part_stays_and_the_kind_stays_first(phare: Phare, tmp_path: Path, odt: Odt) -> None:
    before = odt(SENTENCE, **{"Pictures/a.png": b"\x89PNG", "settings.xml": "<a/>"})
    (tmp_path / "note.odt").write_bytes(before)
    phare("update note.odt")

    with ZipFile(io.BytesIO(before)) as old, ZipFile(tmp_path / "note.odt") as new:
        assert new.namelist() == old.namelist()
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
        first = new.infolist()[0]
    assert changed == {"content.xml", "meta.xml"}
    assert (first.filename, first.compress_type, first.header_offset) == ("mimetype", ZIP_STORED, 0)


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"META-INF/documentsignatures.xml": "<a/>"}, "is signed"),
        (
            {
                "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
                'manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
            },
            "is locked with a password",
        ),
        ({"meta.xml": "<!DOCTYPE a><a/>"}, "declaration of its own markup"),
    ],
)
def test_what_is_signed_or_locked_is_refused(
    phare: Phare, tmp_path: Path, odt: Odt, others: dict[str, str], said: str
) -> None:
    before = odt(SENTENCE, **others)
    (tmp_path / "note.odt").write_bytes(before)
    run = phare("update note.odt")

    assert (run.status, (tmp_path / "note.odt").read_bytes()) == (3, before)
    assert said in run.err


@pytest.mark.parametrize(("lang", "figure"), [("fr", f"45{NO_BREAK}%"), ("en", "45%")])
def test_a_block_speaks_the_language_of_its_document(
    phare: Phare, tmp_path: Path, odt: Odt, lang: str, figure: str
) -> None:
    (tmp_path / "note.odt").write_bytes(odt(f"<text:p>{TYPED}</text:p>", lang=lang))
    phare("update note.odt")

    assert shown(part(tmp_path / "note.odt")) == f"{figure}\n"


def answer(block: Block) -> str:
    if block.command[0] == "value":
        return "45 % & < " + block.command[1]
    return (
        '[{"role": "caption", "text": "Titre <1>"}, {"role": "table", "headings": [["a", false], ["b", true]], '
        '"widths": [5, 5], "rows": [["x & y", "4 %"], ["z", "5 %"]]}, {"role": "note", "text": "Fin."}]'
    )


def other(block: Block) -> str:
    return answer(block).replace("45 %", "46 %").replace('["z", "5 %"]', '["z", "6 %"], ["é", "7 %"]')


_BESIDE = ["a", "é ", "&amp;", "{", "}} ", "<text:s text:c='2'/>", "<text:bookmark text:name='b'/>", "<!-- x -->",
           "<text:span text:style-name='T1'>b</text:span>", "<text:date>2024</text:date>", "<text:tab/>"]  # fmt: skip
_BLOCK = re.compile(r'<text:(text-input|section) text:(?:description|name)="phare:.*?</text:\1>')


def _typed(random: Random, command: str) -> str:
    text = f"{{{{phare: {command}}}}}"
    low, high = sorted(random.sample(range(len(text)), 2))
    return f"{text[:low]}<text:span text:style-name='T1'>{text[low:high]}</text:span>{text[high:]}"


def _paragraph(random: Random) -> str:
    if random.random() < 0.2:
        return f"<text:p>{_typed(random, 'show a')}</text:p>"
    words = [random.choice(_BESIDE) for _ in range(random.randrange(5))]
    if random.random() < 0.6:
        words.insert(random.randrange(len(words) + 1), _typed(random, f"value {random.choice('abc')}"))
    return f"<text:p>{''.join(words)}</text:p>"


def test_nothing_beside_blocks_changes_in_random_documents(odt: Odt) -> None:
    random = Random(4)

    def body(content: bytes) -> str:
        with ZipFile(io.BytesIO(content)) as archive:
            xml = archive.read("content.xml").decode()
        return xml[xml.index("<office:body>") :]

    for _ in range(300):
        before = odt("".join(_paragraph(random) for _ in range(random.randrange(1, 6))))
        first = refresh_package(before, "a.odt", answer)
        second = refresh_package(first.content, "a.odt", other)
        again = refresh_package(second.content, "a.odt", other)

        bare = re.sub(r"<text:p>(?:(?!</text:p>).)*\{\{phare: show a\}\}</text:p>", "", _flat(body(before)))
        assert _flat(_BLOCK.sub("", body(first.content))) == re.sub(r"\{\{phare: .*?\}\}", "", bare)
        assert _BLOCK.sub("", body(second.content)) == _BLOCK.sub("", body(first.content))
        assert again.content == second.content
        assert len(first.stale) == first.blocks == len(second.stale)


def _flat(xml: str) -> str:
    return re.sub(r"</?text:span[^>]*>", "", xml)


def test_blocks_that_libreoffice_saved_are_refreshed(
    phare: Phare, note: Path, figures: Figures, libreoffice: LibreOffice
) -> None:
    phare("update note.odt")
    libreoffice("odt", note)
    assert phare("update --check note.odt").err == "phare: note.odt: 2 blocks, up to date.\n"

    figures(companies=47, poverty=29)
    run = phare("update note.odt")

    assert run.err == "phare: note.odt: 2 blocks, 2 refreshed.\n"
    assert shown(part(note)).count(f"29{NO_BREAK}%\n") == 1


def test_odfdo_reads_what_was_refreshed(phare: Phare, note: Path) -> None:
    import odfdo

    phare("update note.odt")
    body = odfdo.Document(str(note)).body

    assert [cell.replace(NO_BREAK, " ") for cell in _column(body)] == ["46 %", "26 %", "16 %"]


def _column(body: Any) -> list[str]:
    table = body.tables[0]
    return [str(row[3]) for row in list(table.iter_values())[1:]]
