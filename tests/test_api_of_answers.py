"""Python counts respondents and verifies documents as the command line does, figure by figure."""

from __future__ import annotations

import inspect
import io
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from phare_cli import (
    InvalidData,
    Look,
    UnreadableInput,
    WrongOption,
    check,
    draft_spec,
    read,
    render,
    render_bytes,
    show,
    tabulate,
    verify,
)
from phare_cli.shell.command_list import load
from phare_cli.shell.typer_app import Command

Phare = Callable[..., Any]
NOTE = """\
# L'engagement en PACA

En PACA, 45 % des entreprises et 57 % des associations sont engagées dans un partenariat.
Les entreprises sont largement au-dessus de la moyenne nationale. La région compte 946 communes.
"""
ACCEPTED = """\
[[claim]]
words = "57 %"
reason = "it is of another survey"

[[claim]]
words = "58 %"
reason = "it was there"
"""


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two hundred respondents, some of whom give no answer."""
    monkeypatch.chdir(tmp_path)
    draw = Random(1)
    lines = ["ID;REG;TYPE;AGE;POIDS;GRAPPE;r1;r2;Q1;Q2[a];Q2[b];N"]
    for number in range(200):
        cells = (
            number,
            draw.choice(["PACA", "Bretagne"]),
            draw.choice(["petite", "grande"]),
            draw.choice(["18-34", "35+"]),
            f"{draw.uniform(0.5, 2):.3f}".replace(".", ","),
            number // 10,
            f"{draw.uniform(0.5, 2):.3f}".replace(".", ","),
            f"{draw.uniform(0.5, 2):.3f}".replace(".", ","),
            draw.choice(["Oui", "Plutôt oui", "Non", "NSP", ""]),
            draw.choice(["Oui", "Non"]),
            draw.choice(["Oui", "Non"]),
            draw.randint(0, 10),
        )
        lines.append(";".join(map(str, cells)))
    (tmp_path / "answers.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "margins.csv").write_text("column,value,target\nAGE,18-34,40\nAGE,35+,60\n")
    (tmp_path / "people.csv").write_text("REG,population\nPACA,5200000\nBretagne,3400000\n")
    (tmp_path / "spec.toml").write_text(
        'region = "REG"\nstakeholder = "=citizens"\n[[question]]\nindicator = "Q1"\ncolumn = "Q1"\nkind = "single"\n'
    )
    return tmp_path / "answers.csv"


QUICK = "--region REG --stakeholder =citizens --single Q1"
ASKED: dict[str, Any] = {"region": "REG", "stakeholder": "=citizens", "single": "Q1"}


@pytest.mark.parametrize(
    ("options", "given"),
    [
        (QUICK, ASKED),
        ("--spec spec.toml --codes", {"spec": "spec.toml", "codes": True}),
        (
            f"{QUICK} --missing NSP --net 'Accord=Oui,Plutôt oui' --multiple 'Q2[*]' --score N --id ID --survey Mine",
            {
                **ASKED,
                "missing": "NSP",
                "nets": {"Accord": "Oui,Plutôt oui"},
                "multiple": ["Q2[*]"],
                "score": "N",
                "id": "ID",
                "survey": "Mine",
            },
        ),
        (
            f"{QUICK} --segment TYPE --segment AGE --wave =2026 --nation --pool-groups",
            {**ASKED, "segments": ["TYPE", "AGE"], "wave": "=2026", "nation": True, "pool_groups": True},
        ),
        (
            f"{QUICK} --segment TYPE --percents row --percents cell",
            {**ASKED, "segments": "TYPE", "percents": ["row", "cell"]},
        ),
        (
            f"{QUICK} --weight POIDS --no-weight drop --rake margins.csv --trim 3 --conf 0.9 --score N",
            {
                **ASKED,
                "weight": "POIDS",
                "no_weight": "drop",
                "rake": "margins.csv",
                "trim": 3,
                "conf": 0.9,
                "score": "N",
            },
        ),
        (
            f"{QUICK} --strata REG --population people.csv --lonely centre",
            {**ASKED, "strata": "REG", "population": Path("people.csv"), "lonely": "centre"},
        ),
        (
            f"{QUICK} --cluster GRAPPE --strata REG --nest --lonely average",
            {**ASKED, "clusters": "GRAPPE", "strata": ["REG"], "nest": True, "lonely": "average"},
        ),
        (
            f"{QUICK} --weight POIDS --replicates 'r*' --method brr --fay 0.5 --scales 0.5",
            {**ASKED, "weight": "POIDS", "replicates": "r*", "method": "brr", "fay": 0.5, "scales": [0.5]},
        ),
        (f"{QUICK} --min-count 25", {**ASKED, "min_count": 25}),
        (
            f"{QUICK} --delimiter ';' --encoding utf-8 --decimal comma --weight POIDS",
            {**ASKED, "delimiter": ";", "encoding": "utf-8", "decimal": "comma", "weight": "POIDS"},
        ),
        (
            "--no-header --single 9 --region =PACA --stakeholder =citizens",
            {"header": False, "single": "9", "region": "=PACA", "stakeholder": "=citizens"},
        ),
    ],
)
def test_tabulate_is_that_of_the_command_line(
    answers: Path, phare: Phare, options: str, given: dict[str, Any]
) -> None:
    run = phare(f"tabulate answers.csv {options} --codebook book.md -o results.csv")

    counted = tabulate(answers.name, **given, results="results.csv")

    assert run.status == 0
    assert render(counted.results, "csv") == (answers.parent / "results.csv").read_text("utf-8")
    assert render(counted.codebook, "markdown") == (answers.parent / "book.md").read_text("utf-8")


# What Python calls an option that the command line repeats or denies.
NAMES = {
    "segment": "segments",
    "net": "nets",
    "cluster": "clusters",
    "share": "shares",
    "no_header": "header",
}
# Answers are written by render(), and chosen by read() and subset(); no document is changed from Python.
WRITING = {
    "output", "format", "dialect", "color", "title", "decimals", "lang", "heading_level", "template", "raw",
    "safe_cells",
}  # fmt: skip
CHOOSING = {
    "data", "map", "encoding", "decimal", "scale", "sheet", "missing", "codebook", "wave", "survey", "segment",
    "stakeholder",
}  # fmt: skip
ELSEWHERE = {
    tabulate: {"responses", "draft", "codebook", "quiet"} | WRITING,
    verify: {"documents", "bind", "fix", "tolerate", "quiet"} | WRITING | CHOOSING,
}


@pytest.mark.parametrize("public", ELSEWHERE)
def test_every_option_of_the_command_is_one_of_python(public: Callable[..., Any]) -> None:
    options = {str(option.name) for option in load(public.__name__, Command).params} - ELSEWHERE[public]

    assert {NAMES.get(name, name) for name in options} - set(inspect.signature(public).parameters) == set()


def test_tests_of_tables_are_those_of_the_command_line(answers: Path, phare: Phare) -> None:
    phare(f"tabulate answers.csv {QUICK} --segment TYPE --tests tests.csv -o results.csv")

    counted = tabulate(answers, **ASKED, segments="TYPE", tests=True)

    assert counted.tests is not None
    assert render(counted.tests, "csv") == (answers.parent / "tests.csv").read_text("utf-8")


def test_what_was_counted_is_shown_as_its_file_is(answers: Path, phare: Phare) -> None:
    counted = tabulate(answers, **ASKED, results="results.csv")
    (answers.parent / "results.csv").write_bytes(render_bytes(counted.results, "csv"))

    assert render(show(counted.survey), "csv") == phare("show --data results.csv -f csv").out
    assert counted._repr_markdown_() == counted.results._repr_markdown_()


def test_results_counted_in_python_tell_when_their_answers_have_changed(answers: Path) -> None:
    results = answers.parent / "results.csv"
    results.write_bytes(render_bytes(tabulate(answers, **ASKED, results=results).results, "csv"))
    answers.write_text(answers.read_text("utf-8") + "\n", encoding="utf-8")

    assert [row["code"] for row in check(results).records()] == ["older-than-answers"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_draft_is_that_of_the_command_line(answers: Path, phare: Phare, language: str) -> None:
    drafted = draft_spec(answers.name, language=language)

    assert drafted == phare(f"tabulate answers.csv --draft --lang {language}").out


def test_what_is_wrong_with_answers_is_told_at_once(answers: Path) -> None:
    with pytest.raises(InvalidData) as raised:
        tabulate(answers, **{**ASKED, "single": ["Q1", "Q8", "Q9"]})

    assert raised.value.total == 2


@pytest.mark.parametrize("call", [tabulate, lambda: verify(read())])
def test_files_and_documents_must_be_named(call: Callable[[], object]) -> None:
    with pytest.raises(WrongOption, match="name one at least"):
        call()


@pytest.fixture
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.md").write_text(NOTE, encoding="utf-8")
    (tmp_path / "accepted.toml").write_text(ACCEPTED, encoding="utf-8")
    return tmp_path / "note.md"


@pytest.mark.parametrize(
    ("format", "options", "given"),
    [
        *((format, "", {}) for format in ("markdown", "html", "csv", "tsv", "sarif", "github")),
        ("json", "--all --region PACA", {"all": True, "region": "paca"}),
        ("json", "--accept accepted.toml", {"accept": "accepted.toml"}),
        (
            "json",
            "--sample separate --family none --conf 0.9",
            {"sample": "separate", "family": "none", "conf": 0.9},
        ),
    ],
)
def test_verify_is_that_of_the_command_line_in_every_format(
    note: Path, phare: Phare, format: str, options: str, given: dict[str, Any]
) -> None:
    run = phare(f"verify note.md {options} -f {format} --lang fr")

    verification = verify(read(), note.name, **given)

    assert render(verification, format, Look(language="fr", whole=True)) == run.out
    assert run.status == int(bool(verification.faults()))


def test_overstatements_are_tolerated_as_on_the_command_line(note: Path, phare: Phare) -> None:
    note.write_text(NOTE.replace("57 %", "47 %"), encoding="utf-8")
    verification = verify(read(), note)

    statuses = [phare(f"verify note.md {options}").status for options in ("", "--tolerate overstated")]

    assert (
        statuses == [bool(verification.faults()), bool(verification.faults(tolerate="overstated"))] == [1, 0]
    )


def test_an_acceptance_that_no_claim_meets_is_told(note: Path) -> None:
    [notice] = verify(read(), note, accept=note.parent / "accepted.toml").notices

    assert str(notice) == "no claim reads “58 %”: check these words in the file of --accept."


def test_a_word_document_is_commented_as_on_the_command_line(note: Path, phare: Phare) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph(NOTE.splitlines()[2])
    document.save(str(note.with_suffix(".docx")))
    phare("verify note.docx -o commented.docx --lang en")

    copy = render_bytes(verify(read(), "note.docx"), "docx")

    # The library writes the time beside each comment.
    made, written = (
        [comment.text for comment in Document(file).comments]
        for file in (io.BytesIO(copy), str(note.parent / "commented.docx"))
    )
    assert made == written
    assert "47" in made[1]


def test_claims_show_themselves_as_a_part_of_a_page(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PHARE_LANG", "fr")
    verification = verify(read(), note)
    shown = verification._repr_html_() or ""

    assert ('<mark class="wrong"' in shown, "fausse" in shown, "<html" in shown) == (True, True, False)
    assert verification._repr_markdown_() == render(verification, "markdown", Look(language="fr"))


@pytest.mark.parametrize("broken", ["missing", "folder"])
def test_what_cannot_be_opened_is_told_alike(answers: Path, broken: str) -> None:
    (answers.parent / "folder").mkdir()
    calls: list[Callable[[], object]] = [
        lambda: tabulate(broken, **ASKED),
        lambda: tabulate(answers, spec=broken),
        lambda: tabulate(answers, **ASKED, rake=broken),
        lambda: tabulate(answers, **ASKED, strata="REG", population=broken),
        lambda: draft_spec(broken),
        lambda: verify(read(), broken),
        lambda: verify(read(), answers, accept=broken),
    ]
    for call in calls:
        with pytest.raises(UnreadableInput, match=f"“{broken}”"):
            call()
