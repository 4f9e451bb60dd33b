"""``phare verify --bind``: figures of a page become blocks that ``phare update`` finds true."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from phare_cli.documents.prose import open_prose

Phare = Callable[..., Any]
OFFICE = shutil.which("soffice")
DATA = """\
wave,region,stakeholder,indicator,item,value,unit
2020,Bretagne,citizens,fragility-scores,employment,7.1,score/10
2020,Bretagne,citizens,fragilities,employment,57,percent
2020,Bretagne,citizens,fragilities,mobility,45,percent
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A Word document with figures in one run, in two and in a cell."""
    document = docx.Document()
    document.add_heading("L'engagement en PACA", 1)
    text = document.add_paragraph("En PACA, ")
    text.add_run("45").bold = True
    text.add_run(" %").italic = True
    text.add_run(" des entreprises sont engagées dans un partenariat. En France, ")
    text.add_run("38 %").bold = True
    text.add_run(" des entreprises sont engagées dans un partenariat.")
    table = document.add_table(2, 2)
    for place, words in enumerate(["Engagement en partenariat", "PACA", "Associations", "47 %"]):
        table.cell(*divmod(place, 2)).text = words
    document.save(str(tmp_path / "note.docx"))
    return tmp_path / "note.docx"


def test_figures_of_a_word_document_become_controls_that_keep_their_form(phare: Phare, page: Path) -> None:
    run = phare("verify note.docx --bind --fix")

    body = zipfile.ZipFile(page).read("word/document.xml").decode()
    controls = [
        (re.sub(r"<[^>]*>", "", content), "<w:b/>" in content)
        for content in re.findall(r"<w:sdtContent>(.*?)</w:sdtContent>", body)
    ]
    shown = [each.text for each in docx.Document(str(page)).paragraphs]
    assert run.err == "phare: note.docx: figures bound: 3, corrected: 1.\n"
    assert controls == [("45\u00a0%", True), ("37\u00a0%", True), ("47\u00a0%", False)]
    assert shown[1].startswith("En PACA, ")
    assert phare("update --check note.docx").err == "phare: note.docx: 3 blocks, up to date.\n"


def test_every_other_part_of_a_word_document_keeps_its_bytes(phare: Phare, page: Path) -> None:
    before = zipfile.ZipFile(page.rename(page.with_name("before.docx")))
    shutil.copy(before.filename or "", page)
    phare("verify note.docx --bind")

    after = zipfile.ZipFile(page)
    changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}


def test_what_is_bound_in_an_office_document_is_not_bound_again(phare: Phare, page: Path) -> None:
    phare("verify note.docx --bind --fix")
    before = page.read_bytes()
    run = phare("verify note.docx --bind --fix")

    assert (run.err, page.read_bytes()) == ("phare: note.docx: figures bound: 0, corrected: 0.\n", before)


def test_a_figure_that_a_link_parts_stays_text(phare: Phare, tmp_path: Path) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = docx.Document()
    document.save(str(tmp_path / "note.docx"))
    with zipfile.ZipFile(tmp_path / "note.docx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = (
        f"<w:document {space}><w:body><w:p><w:r><w:t>En PACA, 4</w:t></w:r><w:hyperlink><w:r><w:t>5 %</w:t></w:r>"
        "</w:hyperlink><w:r><w:t> des entreprises sont engagées dans un partenariat.</w:t></w:r></w:p></w:body>"
        "</w:document>"
    ).encode()
    with zipfile.ZipFile(tmp_path / "note.docx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    run = phare("verify note.docx --bind")

    assert "“45 %” stays text: it stands in a block, or its letters do not stand together." in run.err


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")
def test_figures_of_a_libreoffice_text_become_fields_and_programs_keep_them(
    phare: Phare, page: Path, tmp_path: Path
) -> None:
    def convert(file: str, kind: str, folder: str) -> None:
        command = [
            str(OFFICE),
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
        ]
        subprocess.run(
            [*command, kind, "--outdir", folder, file], cwd=tmp_path, check=True, capture_output=True
        )

    convert("note.docx", "odt", ".")
    phare("verify note.odt note.docx --bind --fix")
    convert("note.odt", "odt", "saved")
    convert("note.docx", "docx", "saved")

    run = phare("update --check note.odt saved/note.odt saved/note.docx")
    assert [line.partition(": ")[2] for line in run.err.splitlines()] == [
        "note.odt: 3 blocks, up to date.",
        "saved/note.odt: 3 blocks, up to date.",
        "saved/note.docx: 3 blocks, up to date.",
    ]


@pytest.mark.parametrize(
    ("written", "bound"),
    [
        ("7,1/10", "7,1/10"),
        ("une note de 7,1 sur 10", "7,1"),
        ("une note de 7,1", "7,1"),
    ],
)
def test_a_score_is_bound_in_the_form_that_it_is_written_in(
    phare: Phare, tmp_path: Path, written: str, bound: str
) -> None:
    (tmp_path / "results.csv").write_text(DATA, encoding="utf-8")
    text = f"En Bretagne, les citoyens donnent à l'emploi {written}.\n"
    (tmp_path / "note.md").write_text(text, encoding="utf-8")
    phare("verify note.md --data results.csv --bind")

    page = (tmp_path / "note.md").read_text(encoding="utf-8")
    assert f"-->{bound}<!-- /phare" in page
    assert phare("update --check note.md").err == "phare: note.md: 1 block, up to date.\n"


@pytest.mark.parametrize(("options", "status"), [("--bind", 5), ("--fix", 5), ("-o copy.docx", 1)])
def test_what_somebody_saves_while_claims_are_judged_is_kept(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: str, status: int
) -> None:
    (tmp_path / "results.csv").write_text(DATA, encoding="utf-8")
    note, bounded = tmp_path / "note.docx", open_prose.bounded
    document = docx.Document()
    document.add_paragraph("En Bretagne, 57 % des citoyens citent l'emploi comme fragilité.")
    document.add_paragraph("En Bretagne, 50 % des citoyens citent la mobilité comme fragilité.")
    document.save(str(note))

    def read_then_save(*given: Any) -> Any:
        note.write_bytes(b"saved by the editor")
        return bounded(*given)

    monkeypatch.setattr(open_prose, "bounded", read_then_save)
    run = phare(f"verify note.docx --data results.csv {options}")

    assert (run.status, note.read_bytes()) == (status, b"saved by the editor"), run.err


def test_data_of_another_folder_that_a_page_may_not_read_bind_nothing(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "results.csv").write_text(DATA, encoding="utf-8")
    (tmp_path / "pages").mkdir()
    page = tmp_path / "pages" / "note.md"
    page.write_text("En Bretagne, 57 % des citoyens citent l'emploi comme fragilité.\n", encoding="utf-8")
    before = page.read_bytes()
    run = phare("verify pages/note.md --data results.csv --bind")

    assert page.read_bytes() == before
    assert "phare: pages/note.md:1:14: “57 %” stays text: no block gives it there." in run.err


def test_a_wrong_figure_that_is_another_of_the_same_people_is_left_to_a_person(
    phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "results.csv").write_text(DATA, encoding="utf-8")
    (tmp_path / "note.md").write_text(
        "En Bretagne, 45 % des citoyens citent l'emploi, 58 % l'emploi comme fragilité.\n", encoding="utf-8"
    )
    run = phare("verify note.md --data results.csv --fix")

    assert "45 %" in (tmp_path / "note.md").read_text(encoding="utf-8")
    assert run.status == 1
    assert "still wrong or overstated" in run.err


def test_a_figure_that_a_person_accepted_is_not_corrected(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "results.csv").write_text(DATA, encoding="utf-8")
    (tmp_path / "yes.toml").write_text('[[claim]]\nwords = "59 %"\nreason = "printed"\n', encoding="utf-8")
    text = "En Bretagne, 59 % des citoyens citent l'emploi comme fragilité.\n"
    (tmp_path / "note.md").write_text(text, encoding="utf-8")
    run = phare("verify note.md --data results.csv --fix --bind --accept yes.toml")

    assert (run.status, (tmp_path / "note.md").read_text(encoding="utf-8")) == (0, text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "47 % des associations sont engagées dans la vie de leur quartier",
            "is no name of the data",
        ),
        ("47 % des associations sont engagées auprès des jeunes", "is no name of the data"),
        ("près de 48 % des associations sont engagées dans un partenariat", "only plain figures in digits"),
    ],
)
def test_a_right_figure_that_may_be_of_something_else_stays_text_and_is_told_why(
    phare: Phare, tmp_path: Path, text: str, why: str
) -> None:
    note = f"En PACA, {text}.\n\nEn PACA, 45 % des entreprises sont engagées dans un partenariat.\n"
    (tmp_path / "note.md").write_text(note, encoding="utf-8")
    run = phare("verify note.md --bind")

    told = [line for line in run.err.splitlines() if "stays text" in line]
    assert (tmp_path / "note.md").read_text(encoding="utf-8").count("<!-- phare: ") == 1
    assert len(told) == 1
    assert told[0].startswith("phare: note.md:1:")
    assert why in told[0]


@pytest.mark.parametrize("edit", ["--bind", "--fix"])
@pytest.mark.parametrize("option", ["-o copy.docx", "-f json"])
def test_an_answer_beside_the_edits_of_a_document_is_refused(
    phare: Phare, page: Path, edit: str, option: str
) -> None:
    before = page.read_bytes()
    run = phare(f"verify note.docx {edit} {option}")

    assert (run.status, page.read_bytes()) == (2, before)
    assert "write in the documents themselves" in run.err


def test_a_copy_with_comments_is_told_where_it_was_written(phare: Phare, page: Path) -> None:
    run = phare("verify note.docx -o copy.docx")

    assert (
        run.err
        == f"phare: copy.docx: written, with {len(phare('verify note.docx -f json').rows)} comments.\n"
    )
    assert page.with_name("copy.docx").exists()


def test_a_page_whose_blocks_are_stale_is_updated_first(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text(
        "En PACA, 45 % des entreprises sont engagées en partenariat.\n\n"
        "<!-- phare: value engagement region=paca stakeholder=companies -->1 %<!-- /phare -->\n",
        encoding="utf-8",
    )
    run = phare("verify note.md --bind")

    assert (run.status, "phare update it, then bind" in run.err) == (2, True)


def test_a_figure_at_the_head_of_a_line_is_bound_so_that_readers_of_markdown_see_it(
    phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text(
        "45 % des entreprises de PACA sont engagées en partenariat.\n", encoding="utf-8"
    )
    phare("verify note.md --bind")

    assert (tmp_path / "note.md").read_text(encoding="utf-8").startswith("<span></span><!-- phare: value ")


def test_a_figure_whose_sentence_does_not_say_what_it_is_of_is_not_corrected(
    phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "results.csv").write_text(DATA, "utf-8")
    text = "In Bretagne, 57% of citizens mention employment.\n\nDogs are walked by 59% of citizens. They are 31%.\n"
    (tmp_path / "note.md").write_text(text, "utf-8")

    phare("verify note.md --data results.csv --fix --lang en")

    assert (tmp_path / "note.md").read_text("utf-8") == text


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("52.0", "52 %"),
        ("43.0", "43 %"),
        ("47.2", "47 %"),
        ("47.2", "47,2 %"),
        ("0.4", "0 %"),
        ("99.6", "100 %"),
        ("30", "30 %"),
        ("34.5", "34,5 %"),
        ("8.0", "8,0 %"),
        ("61.0", "61,0 %"),
    ],
)
def test_a_percent_is_bound_with_the_digits_that_it_is_said_with(
    phare: Phare, value: str, said: str, tmp_path: Path
) -> None:
    data = f"{DATA}2020,Bretagne,citizens,fragilities,health,{value},percent\n"
    (tmp_path / "results.csv").write_text(f"{data}2020,Bretagne,citizens,fragilities,housing,12.3,percent\n")
    note = tmp_path / "note.md"
    note.write_text(f"En Bretagne, {said} des citoyens citent la santé.\n", encoding="utf-8")
    run = phare("verify note.md --data results.csv --bind")

    assert run.err == "phare: note.md: figures bound: 1, corrected: 0.\n"
    assert (
        re.sub(r"<!--.*?-->", "", note.read_text(encoding="utf-8"))
        .replace("\xa0", " ")
        .startswith(f"En Bretagne, {said} des citoyens")
    )
    assert phare("update --check note.md").status == 0


def test_the_difference_of_a_word_document_shows_the_blocks_that_are_added(phare: Phare, page: Path) -> None:
    lines = phare("verify note.docx --bind").out.splitlines()

    taken = [line[1:] for line in lines if line.startswith("-") and not line.startswith("---")]
    given = [line[1:] for line in lines if line.startswith("+") and not line.startswith("+++")]

    assert not set(taken) & set(given)
    assert sum(line.count("[phare: value ") for line in given) == 2
