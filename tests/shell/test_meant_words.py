"""Somebody who types French words, or a name where its option is missing, is told what to type."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.meant.meant_words import meant_option, meant_word
from phare_cli.shell.explained.guides import TITLES
from phare_cli.shell.explained.topic_words import EXPLAINED, SAID_ALIKE
from phare_cli.shell.help_topics import TOPICS

Phare = Callable[..., Any]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("aide", "Did you mean help?"),
        ("liste", "Did you mean list?"),
        ("vérifier note.md", "Did you mean verify?"),
        (
            "help word",
            "Did you mean formats or blocks? The guide “Recipes for Word” tells of it. (phare help",
        ),
        ("help limesurvey", "Did you mean spec or tabulate? The guide “Your own survey” tells of it."),
        ("help gitlab", "The guide “Continuous integration” tells of it."),
        ("help region-page", "The guide “The page of a region” tells of it."),
        ("convert", "Did you mean tidy or tabulate?"),
        ("importer", "Did you mean tidy or tabulate?"),
        ("export", "Did you mean show or report?"),
        ("table", "Did you mean show?"),
        ("graph", "Did you mean plot?"),
        ("word", "Did you mean report?"),
        ("print", "Did you mean show or report?"),
        ("start", "Did you mean init?"),
        ("valider", "Did you mean check or verify?"),
        ("columns", "write phare help columns."),
        ("exit-codes", "write phare help exit-codes."),
        ("list colonnes", "write phare help columns."),
        ("list spec", "write phare help spec."),
        ("report -r PACA -o rapport.doc", "Did you mean rapport.docx?"),
        ("report -r PACA -o x.pages", "Did you mean x.docx?"),
        ("report -r PACA -o x.RTF", "Did you mean x.docx?"),
        ("report -r PACA -o x.xls", "Did you mean x.xlsx?"),
        ("report -r PACA -o x.png", "phare plot draws pictures"),
        ("show -o tableau.png", "phare plot draws pictures"),
        ("show -o x.jpeg", "phare plot draws pictures"),
        ("show -o x.doc", "write x.docx, or choose one with --format."),
        ("show -o x.ods", "write x.xlsx, or choose one with --format."),
        ("value engagement -r PACA -s companies -o x.png", "phare plot draws pictures"),
        ("value engagement -r PACA -s companies -o x.doc", "write x.docx"),
        ("plot engagement -o x.jpg", "Did you mean x.png?"),
        ("plot engagement -o x.docx", "phare report writes pages with pictures"),
        ("plot engagement -o x.ppt", "phare report writes pages with pictures"),
        ("show -f png", "Pictures are drawn by phare plot"),
        ("show -f xls", "Did you mean xlsx?"),
        ("plot engagement --heat", "write --style heat."),
        ("plot engagement --carte", "write --style map."),
        ("init github", "write --ci github."),
        ("init --gitlab", "write --ci gitlab."),
        ("init --ci", "--ci takes github or gitlab."),
        ("report -r bretagne -o p.docx", "(these are the figures that phare ships: --data names yours)"),
        ("plot", "phare list indicators tells which there are"),
        ("help quarto", "Did you mean blocks or formats?"),
        ("help pondération", "Did you mean margins or tabulate?"),
        ("help couleurs", "Did you mean theme or plot?"),
        ("carte", "Did you mean plot?"),
        ("help codebok", "Did you mean codebook?"),
        ("show -o x.pdf", "phare plot draws pictures; a table is written to .docx, .xlsx, .html"),
        ("show -o x.SVG", "this is a table"),
        ("compare -r PACA -o x.png", "this is a table"),
        ("report -r PACA -o x.pdf", "Word, LibreOffice and browsers print a PDF of it."),
        ("plot engagement --map", "for a picture of a map write --style map."),
        ("plot engagement --map -o x.svg", "for a picture of a map write --style map."),
        ("plot --map engagement", "for a picture of a map write --style map."),
        ("report -r PACA --map -o p.html", "for a picture of a map write --picture map."),
        ("show innovation --format word", "Did you mean docx?"),
        ("show innovation -f Excel", "Did you mean xlsx?"),
        ("plot fragilities --style carte", "Did you mean map?"),
        ("compare innovation --by acteur", "Did you mean stakeholder?"),
        ("show innovation --acteur maires", "Did you mean --stakeholder?"),
        ("show innovation --décimales 1", "Did you mean --decimals?"),
        ("show innovation --sortie x.csv", "Did you mean --output?"),
        ("compare innovation --avec France", "Did you mean --to?"),
        ("tabulate a.csv --poids P", "Did you mean --weight?"),
        ("tabulate a.csv --brouillon", "Did you mean --draft?"),
        ("list", "TOPIC is missing: regions, stakeholders, indicators, items, waves, sources or formats."),
        ("compare innovation PACA", "“PACA” is a region: write --region PACA."),
        ("show maires", "“maires” is a group: write --stakeholder maires."),
        ("report PACA -o p.docx", "“PACA” is a region: write --region PACA."),
        ("show a.csv", "“a.csv” is a file: write --data a.csv."),
        ("tabulate a.csv", "Try --draft, which prints a first spec"),
    ],
)
def test_what_was_meant_is_told(phare: Phare, tmp_path: Path, command: str, told: str) -> None:
    (tmp_path / "a.csv").write_text("REG,Q1\nPACA,oui\n", encoding="utf-8")
    run = phare(f"{command} --lang en")

    assert (run.status, told in run.err) == (2, True), run.err


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        ("verify note.doc", 4, ".docx"),
        ("verify note.rtf", 4, ".docx"),
        ("verify note.md -o x.doc", 2, "x.docx"),
        ("update note.doc", 4, "note.docx"),
        ("update note.pages", 4, "note.docx"),
    ],
)
def test_a_document_of_another_program_is_told_as_what_to_save_it(
    phare: Phare, tmp_path: Path, command: str, status: int, told: str, lang: str
) -> None:
    (tmp_path / "note.md").write_text("En PACA, 57 % des citoyens citent l'emploi.\n", encoding="utf-8")
    (tmp_path / "note.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 57 % des citoyens")
    (tmp_path / "note.rtf").write_bytes(b"{\\rtf1 57 % des citoyens}")
    (tmp_path / "note.pages").write_bytes(b"PK\x03\x04")
    run = phare(f"{command} --lang {lang}")

    assert (run.status, told in run.err) == (status, True), run.err


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("guide", TITLES)
def test_a_guide_is_called_by_its_title(guide: str, lang: str) -> None:
    folder = Path(__file__).parents[2] / "docs" / "guides"
    page = (folder / f"{guide}{'.fr' if lang == 'fr' else ''}.md").read_text(encoding="utf-8")

    assert page.startswith(f"# {Typesetter(lang).say(TITLES[guide])}\n")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_text_in_place_of_a_document_is_told_how_to_be_handed_over(phare: Phare, lang: str) -> None:
    text = "57% of citizens of PACA name employment"
    run = phare(f"verify '{text}' --lang {lang}")

    assert (run.status, f'echo "{text}" | phare verify -' in run.err) == (4, True), run.err
    assert phare("verify -", stdin=text.encode()).status == 0


@pytest.mark.parametrize("name", ["none.md", "my own note.md", "two words"])
def test_a_document_that_is_not_there_is_no_text(phare: Phare, name: str) -> None:
    run = phare(f"verify '{name}'")

    assert (run.status, "echo" in run.err) == (4, False)


@pytest.mark.parametrize("word", ["yes", "oui", "Oui", "vrai", "true"])
def test_a_flag_of_a_block_is_set_in_either_language(phare: Phare, tmp_path: Path, word: str) -> None:
    note = tmp_path / "note.md"
    note.write_text(f"<!-- phare: value engagement -r PACA -s companies gap={word} --><!-- /phare -->")

    assert phare("update note.md --lang fr").status == 0
    assert "+8\u00a0points" in note.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_file_of_another_ending_is_the_one_that_was_meant(phare: Phare, tmp_path: Path, lang: str) -> None:
    (tmp_path / "communique.md").write_text("45 %", encoding="utf-8")

    assert "communique.md" in phare(f"verify communique.txt --lang {lang}").err


def test_each_topic_is_known_where_commands_stand() -> None:
    assert TOPICS.keys() == EXPLAINED.keys() | set(SAID_ALIKE)


def test_what_a_word_means_stands_only_where_it_is_known() -> None:
    assert (meant_word("carte", ("bars",)), meant_option("--acteur", ("--data",)), meant_word("xyz", ())) == (
        None,
        None,
        None,
    )


@pytest.mark.parametrize("level", ["95", "0.95", "0,95", "95%", "95 %", "95,0"])
def test_a_level_is_read_as_people_write_it(phare: Phare, level: str) -> None:
    plain, run = (
        phare("compare engagement -r paca -f csv"),
        phare(f'compare engagement -r paca -f csv --conf "{level}"'),
    )

    assert (run.status, run.out) == (0, plain.out)


@pytest.mark.parametrize("level", ["1", "5", "49", "100", "0.4", "-95"])
def test_what_is_no_level_is_refused(phare: Phare, level: str) -> None:
    assert phare(f"compare engagement -r paca --conf {level}").status == 2


def test_a_file_of_answers_is_told_what_to_do_with_it(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("REG,Q1\nPACA,oui\n", encoding="utf-8")
    run = phare("show -d a.csv")

    assert (run.status, "phare tabulate a.csv --draft" in run.err) == (3, True)


@pytest.mark.parametrize(
    ("lang", "said"), [("français", "--lang attend"), ("French", "--lang attend"), ("de", "--lang")]
)
def test_a_language_that_is_no_code_is_told_in_it(phare: Phare, lang: str, said: str) -> None:
    run = phare(f"show innovation --lang {lang}")

    assert (run.status, said in run.err) == (2, True), run.err
