"""``phare verify``: what a run prints, where it writes, and its status."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]

NOTE = """\
# L'engagement en PACA

En PACA, 45 % des entreprises et 57 % des associations sont engagées dans un partenariat.
Les entreprises sont largement au-dessus de la moyenne nationale. La région compte 946 communes.
"""


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


def test_totals_come_first_and_the_status_tells_that_claims_are_wrong(phare: Phare, note: Path) -> None:
    run = phare("verify note.md")

    assert run.status == 1
    assert run.out.startswith("3 claims: 1 right, 1 wrong, 1 overstated.\n\nnote.md:3:10\n")
    assert (
        "✗ 3:34 57 %: wrong – the data say: in Provence-Alpes-Côte d'Azur, 47% of associations are engaged"
        in (" ".join(run.out.split()))
    )
    assert "→ 47" in run.out


def test_words_of_a_claim_are_underlined_in_their_line(phare: Phare, note: Path) -> None:
    lines = phare("verify note.md").out.splitlines()

    under = lines[lines.index("note.md:3:10") + 2]
    assert under == "           ────                    ~~~~"


def test_programs_get_a_row_a_claim_with_its_place_and_what_the_data_hold(phare: Phare, note: Path) -> None:
    row = phare("verify note.md -f json").rows[1]

    assert (row["line"], row["column"], row["text"], row["kind"], row["status"]) == (
        3,
        34,
        "57 %",
        "figure",
        "wrong",
    )
    assert (row["region"], row["stakeholder"], row["indicator"], row["item"], row["wave"]) == (
        "Provence-Alpes-Côte d'Azur", "associations", "engagement", "partnerships", "2015-2016",
    )  # fmt: skip
    assert (row["said"], row["value"]) == (57, 47)


def test_an_overstated_claim_may_be_tolerated(phare: Phare, note: Path) -> None:
    note.write_text(NOTE.replace("57 %", "47 %"), encoding="utf-8")

    assert [phare(f"verify note.md {option}").status for option in ("", "--tolerate overstated")] == [1, 0]


def test_what_a_person_accepted_is_told_with_the_reason_and_fails_nothing(phare: Phare, note: Path) -> None:
    note.with_name("accepted.toml").write_text(
        '[[claim]]\nwords = "57 %"\nreason = "corrected in print"\n\n'
        '[[claim]]\nwords = "largement au-dessus de la moyenne nationale"\nreason = "the minister said so"\n',
        encoding="utf-8",
    )
    run = phare("verify note.md --accept accepted.toml")

    assert run.status == 0
    assert run.out.startswith("3 claims: 1 right, 2 accepted.")
    assert "accepted – corrected in print" in run.out


def test_numbers_that_are_no_claim_are_listed_on_request(phare: Phare, note: Path) -> None:
    rows = phare("verify note.md -f json --all").rows

    assert [row["text"] for row in rows if row["status"] == "skipped"] == ["946"]


@pytest.mark.parametrize("format", ["table", "markdown", "html"])
def test_a_reader_sees_the_numbers_that_are_no_claim_with_their_places(
    phare: Phare, note: Path, format: str
) -> None:
    told = phare(f"verify note.md -f {format} --all").out

    assert re.search(r"No claim about results: \d+:\d+ 946", told)
    assert "No claim about results" not in phare(f"verify note.md -f {format}").out


def test_a_document_may_come_from_standard_input(phare: Phare) -> None:
    run = phare(
        "verify - -f csv", stdin="En France, 37 % des entreprises sont engagées en partenariat.\n".encode()
    )

    assert (run.status, run.column("status")) == (0, ["right"])


def test_sarif_tells_rule_place_and_words(phare: Phare, note: Path) -> None:
    results = json.loads(phare("verify note.md -f sarif").out)["runs"][0]["results"]

    assert [(result["ruleId"], result["level"]) for result in results] == [
        ("wrong", "error"),
        ("overstated", "warning"),
    ]
    place = results[0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "note.md"
    assert place["region"]["startLine"] == 3


def test_sarif_keeps_the_rule_of_a_claim_that_a_person_accepted(phare: Phare, note: Path) -> None:
    note.with_name("accepted.toml").write_text(
        '[[claim]]\nwords = "largement au-dessus de la moyenne nationale"\nreason = "said so"\n',
        encoding="utf-8",
    )
    results = json.loads(phare("verify note.md -f sarif --accept accepted.toml").out)["runs"][0]["results"]

    assert [(result["ruleId"], "suppressions" in result) for result in results] == [
        ("wrong", False),
        ("overstated", True),
    ]


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("noet.md", "Did you mean note.md?"),
        ("elsewhere.html", "names “elsewhere.html”, which is no file here"),
        ("other.md", ""),
    ],
)
def test_an_acceptance_of_a_document_that_is_nowhere_is_told(
    phare: Phare, note: Path, document: str, told: str
) -> None:
    note.with_name("other.md").write_text("45 %", encoding="utf-8")
    note.with_name("accepted.toml").write_text(
        f'[[claim]]\nwords = "57 %"\nreason = "said so"\ndocument = "{document}"\n', encoding="utf-8"
    )
    err = phare("verify note.md --accept accepted.toml").err

    assert told in err
    assert bool(told) == bool(err)


def test_annotations_of_github_stand_at_their_lines(phare: Phare, note: Path) -> None:
    lines = phare("verify note.md -f github").out.splitlines()

    assert lines[0].startswith("::error file=note.md,line=3,col=34,title=57 %25%3A wrong::the data say: in ")
    assert lines[1].startswith("::warning file=note.md,line=4,col=22,")


def test_a_page_marks_the_words_and_escapes_the_document(phare: Phare, note: Path) -> None:
    note.write_text(NOTE + "\nUn &lt;b&gt; & <script>alert(1)</script>.\n", encoding="utf-8")
    page = phare("verify note.md -f html").out

    assert '<mark class="wrong" title="wrong: the data say: in ' in page
    assert "<script" not in page


def test_a_file_is_written_in_the_format_of_its_ending(phare: Phare, note: Path) -> None:
    phare("verify note.md -o claims.sarif")

    assert json.loads(note.with_name("claims.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_the_answer_is_in_the_language_of_its_reader(phare: Phare, note: Path) -> None:
    out = phare("verify note.md --lang fr").out

    assert out.startswith("3 affirmations\u00a0: 1 juste, 1 fausse, 1 exagérée.\n")


def nested(tag: str, depth: int) -> bytes:
    """Return a Word document whose elements stand so deep in one another."""
    stream = io.BytesIO()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    inside = f"<w:{tag}>" * depth + f"</w:{tag}>" * depth
    with zipfile.ZipFile(stream, "w") as archive:
        body = f'<w:document xmlns:w="{space}"><w:body>{inside}</w:body></w:document>'
        archive.writestr("word/document.xml", body)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("digits.md", b"7" * 1_000_000),
        ("comments.html", b"<p>45 %</p>" + b"<!--" * 250_000),
        ("quotes.md", b"> " * 200_000 + b"45 %"),
        ("brackets.md", b"(" * 300_000),
        ("links.md", b"![a](b" * 20_000),
        ("comments.md", b"a " + b"<!-- " * 200_000),
        ("sections.html", b"<html>" + b"<![" * 200_000),
        ("instructions.html", b"<html>" + b"<?" * 200_000),
        ("columns.md", b"|" + b"a|" * 20_000 + b"\n|" + b"-|" * 20_000 + b"\n|" + b"b|" * 20_000),
        ("bytes.bin", b"\x00\x01\x02" * 1000),
        ("bad.docx", b"PK\x03\x04 no archive at all"),
        ("deep.docx", nested("tbl", 5000)),
        ("empty.md", b""),
    ],
)
def test_a_hostile_document_ends_in_a_sentence(
    phare: Phare, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    run = phare(f"verify {name}")

    assert run.status in (0, 4)
    assert "Traceback" not in run.out + run.err


@pytest.mark.parametrize(
    ("name", "content"), [("numbers.md", b"57 % " * 20_001), ("words.md", b"des maires " * 200_000)]
)
def test_a_document_that_no_person_wrote_is_told_to_be_too_long(
    phare: Phare, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    run = phare(f"verify {name}")

    assert run.status == 4
    assert "holds more words or numbers than phare verifies at once (700 pages)" in run.err


def test_what_stands_in_an_address_a_picture_or_a_comment_is_no_claim(phare: Phare, note: Path) -> None:
    note.write_text(
        "En PACA, [45 % des entreprises](https://x.fr/a_(b)?p=57%25) et ![12 % des maires](x.png) <!-- 13 % des\n"
        "maires --> sont engagées en partenariat (https://x.fr/note%2057%20maires, www.x.fr/57%).\n",
        encoding="utf-8",
    )

    assert [row["text"] for row in phare("verify note.md -f json --all").rows] == ["45 %"]


def test_cells_of_a_page_that_span_columns_and_rows_keep_the_heads_in_their_places(
    phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "note.html").write_text(
        "<table><tr><th rowspan=2>Engagement en partenariat<th colspan=2>Entreprises<th rowspan=2>Associations</tr>"
        "<tr><th>2015-2016<th>2013-2014</tr><tr><td>PACA<td>45 %<td>99 %<td>47 %</tr></table>",
        encoding="utf-8",
    )
    rows = phare("verify note.html -f json").rows

    assert [(row["text"], row["stakeholder"], row["wave"], row["status"]) for row in rows] == [
        ("45 %", "companies", "2015-2016", "right"),
        ("99 %", "companies", "2013-2014", "unknown"),
        ("47 %", "associations", "2015-2016", "right"),
    ]


def test_right_figures_become_blocks_that_update_finds_true_and_wrong_ones_are_corrected(
    phare: Phare, note: Path
) -> None:
    run = phare("verify note.md --bind --fix")

    assert run.err == (
        "phare: note.md: figures bound: 2, corrected: 1.\n"
        "phare: note.md:4:22: “largement au-dessus de la moyenne nationale” is left: it is a comparison, a rank or a "
        "base, and only a person can mend those.\n"
        "phare: note.md: 1 claim is still wrong or overstated: phare verify tells which.\n"
    )
    assert "-En PACA, 45 % des entreprises et 57 % des associations" in run.out
    assert "<!-- phare: value engagement region=paca stakeholder=associations" in note.read_text(
        encoding="utf-8"
    )
    assert phare("update note.md --check").err == "phare: note.md: 2 blocks, up to date.\n"
    assert phare("verify note.md --tolerate overstated").status == 0


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        ("Les associations sont 12 points au-dessus de la France.", "a comparison", "une comparaison"),
        ("En PACA, la moitié des associations citent l'emploi parmi les fragilités.", "plain figures", "nus"),
        ("En PACA, près de 80 % des citoyens citent l'emploi parmi les fragilités.", "plain figures", "nus"),
        ("Elles sont 60 % en PACA.", "said by the text before", "par le texte qui précède"),
        ("En PACA, 89 % des associations citent l'emploi parmi les fragilités.", None, None),
        (
            "En PACA, 83 % des associations citent l'emploi parmi les fragilités.",
            "83% is another",
            "83 % est un",
        ),
    ],
)
def test_a_figure_that_is_not_corrected_says_why(
    phare: Phare, note: Path, text: str, english: str | None, french: str, lang: str
) -> None:
    note.write_text(f"En PACA, 47 % des associations sont engagées dans un partenariat.\n{text}\n", "utf-8")
    run = phare(f"verify note.md --fix --quiet --lang {lang}")
    told = [line for line in run.err.replace("\u00a0", " ").splitlines() if "note.md:2:" in line]

    assert len(told) == (english is not None)
    assert all((english if lang == "en" else french) in line for line in told)


def test_what_is_bound_is_not_bound_again_and_other_bytes_stay(phare: Phare, note: Path) -> None:
    note.write_bytes(b"\xef\xbb\xbf" + NOTE.replace("\n", "\r\n").encode())
    phare("verify note.md --bind")
    before = note.read_bytes()
    run = phare("verify note.md --bind")

    assert run.err.startswith("phare: note.md: figures bound: 0, corrected: 0.\n")
    assert note.read_bytes() == before
    assert before.startswith(b"\xef\xbb\xbf# L'engagement en PACA\r\n\r\nEn PACA, <!-- phare: value ")


def test_a_document_that_is_no_markdown_and_no_page_is_not_written_over(phare: Phare, note: Path) -> None:
    note.with_suffix(".txt").write_text(NOTE, encoding="utf-8")

    assert phare("verify note.txt --bind").status == 2
