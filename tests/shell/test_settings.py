"""A project's phare.toml is read with care: it may be a stranger's, and it decides what the figures are."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperCommand

from phare_cli.shell.command_list import COMMANDS, load
from phare_cli.shell.project.option_keys import OPTIONS
from phare_cli.shell.project.project_keys import PROJECT_KEYS

Phare = Callable[..., Any]
RESULTS = "region,stakeholder,indicator,item,value\nPACA,citizens,w,air,57\n"


@pytest.fixture
def strange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project's file that belongs to somebody else."""
    file = tmp_path / "phare.toml"
    file.write_text('lang = "fr"\n')
    if os.geteuid() == 0:
        os.chown(file, 12_345, -1)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 12_345)
    return file


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "phare: {0} belongs to another user, and decides which figures are shown: read it, then allow it with "
               "PHARE_TRUST={1}, or run phare elsewhere.\n"),
        ("fr", "phare\u00a0: {0} appartient à un autre utilisateur, et décide des résultats montrés\u00a0: lisez-le, "
               "puis autorisez-le avec PHARE_TRUST={1}, ou lancez phare ailleurs.\n"),
    ],
)  # fmt: skip
def test_a_file_of_another_user_is_refused(phare: Phare, strange: Path, language: str, sentence: str) -> None:
    run = phare(f"list regions --lang {language}")

    assert (run.status, run.out, run.err) == (4, "", sentence.format(strange, strange.parent))


@pytest.mark.parametrize("trust", ["{folder}", "/nowhere:{folder}", "*"])
def test_a_file_of_another_user_is_read_once_its_folder_is_trusted(
    phare: Phare, strange: Path, trust: str
) -> None:
    run = phare("list regions -f markdown", env={"PHARE_TRUST": trust.format(folder=strange.parent)})

    assert (run.status, "Région" in run.out) == (0, True)


def test_to_trust_one_folder_is_not_to_trust_those_in_it(phare: Phare, strange: Path) -> None:
    run = phare("list regions", env={"PHARE_TRUST": str(strange.parent.parent)})

    assert run.status == 4


def test_a_link_of_another_user_is_refused_too(phare: Phare, tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only the administrator gives links away")
    (tmp_path / "mine.toml").write_text('lang = "fr"\n')
    (tmp_path / "phare.toml").symlink_to("mine.toml")
    os.chown(tmp_path / "phare.toml", 12_345, -1, follow_symlinks=False)

    assert phare("list regions").status == 4


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("decimals = " + "1" * 5000, "a number of too many digits"),
        ("region = " + "[" * 5000 + "]" * 5000, "nested too deeply"),
        ("# " + "x" * (1 << 20), "more than 1 MB"),
        ("lang = '\udcff'", "it is not UTF-8 (line 1)"),
        ("= 1", "line 1, column 1: here stands the name of a key"),
    ],
)
def test_what_no_toml_reader_can_read_is_said(phare: Phare, tmp_path: Path, text: str, detail: str) -> None:
    (tmp_path / "phare.toml").write_bytes(text.encode("utf-8", "surrogateescape"))

    run = phare("list regions")

    assert run.status == 4
    assert run.err.startswith(f"phare: {tmp_path / 'phare.toml'} is not valid TOML: {detail}")


@pytest.mark.parametrize("command", ["show -f csv", "check", "value -r PACA"])
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "phare: note: {} says how columns are read: value==7.\n"),
        ("fr", "phare\u00a0: remarque\u00a0: {} dit comment lire les colonnes\u00a0: value==7.\n"),
    ],
)
def test_a_file_that_changes_what_columns_mean_is_named(
    phare: Phare, tmp_path: Path, command: str, language: str, sentence: str
) -> None:
    (tmp_path / "phare.toml").write_text('map = { value = "=7" }\n')

    run = phare(f"{command} --lang {language}", data=RESULTS)

    assert sentence.format(tmp_path / "phare.toml") in run.err


def test_what_the_command_line_maps_is_not_the_file_s(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "phare.toml").write_text('map = { value = "=7" }\n')

    assert "phare.toml" not in phare("show -f csv --map value=value", data=RESULTS).err


@pytest.mark.parametrize(
    ("data", "is_told"),
    [("../away.csv", True), ("link.csv", True), ("here.csv", False), ("./here.csv", False)],
)
def test_a_file_that_takes_figures_from_elsewhere_is_named(
    phare: Phare, tmp_path: Path, data: str, is_told: bool
) -> None:
    away = tmp_path.parent / "away.csv"
    for file in (away, tmp_path / "here.csv"):
        file.write_text(RESULTS)
    (tmp_path / "link.csv").symlink_to(away)
    (tmp_path / "phare.toml").write_text(f'data = "{data}"\n')

    run = phare("show -f csv")

    told = f"phare: note: {tmp_path / 'phare.toml'} takes the figures from outside its folder: {tmp_path / data}.\n"
    assert (run.status, run.err) == (0, told if is_told else "")


def test_a_notice_is_given_once_a_run(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "phare.toml").write_text('map = { wave = "=2012" }\n')
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(RESULTS)
    block = "<!-- phare: value w --lang en --data {} --><!-- /phare -->\n"
    (tmp_path / "note.md").write_text(block.format("a.csv") + "\n" + block.format("b.csv"))

    run = phare("update note.md")

    assert (run.status, run.err.count("says how columns are read")) == (0, 1)


@pytest.mark.parametrize("mark", ["c", ":", "..", "[c]", "<5"])
def test_marks_that_a_project_declares_stand_for_no_figure(phare: Phare, tmp_path: Path, mark: str) -> None:
    (tmp_path / "phare.toml").write_text(f'missing = ["x", "{mark}"]\n')

    run = phare("show -f csv", data=f"{RESULTS}PACA,citizens,trust,no,{mark}\n")

    assert (run.status, run.column("value")[-1]) == (0, "")
    assert (
        run.err
        == f"phare: note: {tmp_path / 'phare.toml'} says what stands for no figure and no answer: x and {mark}.\n"
    )


def test_answers_that_a_project_declares_are_none_of_respondents(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "phare.toml").write_text('missing = "NSP"\n')
    (tmp_path / "r.csv").write_text("q\nyes\nno\nNSP\nyes\n")

    run = phare("tabulate r.csv --region =France --stakeholder =citizens --single q")

    assert (run.column("item"), run.column("base")) == (["no", "yes"], ["3", "3"])
    assert "says what stands for no figure and no answer: NSP." in run.err


@pytest.mark.parametrize("declared", ["--missing no", "--spec s.toml"])
def test_what_is_declared_for_one_run_stands_in_place_of_the_project_s(
    phare: Phare, tmp_path: Path, declared: str
) -> None:
    (tmp_path / "phare.toml").write_text('missing = "NSP"\n')
    (tmp_path / "r.csv").write_text("q\nyes\nno\nNSP\nyes\n")
    places = 'region = "=France"\nstakeholder = "=citizens"\nmissing = ["no"]\n'
    question = '[[question]]\nindicator = "q"\nkind = "single"\ncolumn = "q"\n'
    (tmp_path / "s.toml").write_text(places + question)
    quick = " --region =France --stakeholder =citizens --single q" if "--spec" not in declared else ""

    run = phare(f"tabulate r.csv {declared}{quick}")

    assert (run.column("item"), run.err) == (["NSP", "yes"], "")


@pytest.mark.parametrize("value", ["[1]", "true", '{ a = "b" }', '[["c"]]'])
def test_marks_of_a_project_are_texts(phare: Phare, tmp_path: Path, value: str) -> None:
    (tmp_path / "phare.toml").write_text(f"missing = {value}\n")

    run = phare("show -f csv", data=RESULTS)

    assert (run.status, "missing takes a mark or an answer that stands for none" in run.err) == (2, True)


def test_a_file_that_takes_names_from_elsewhere_is_named(
    phare: Phare, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    words = tmp_path_factory.mktemp("elsewhere") / "words.csv"
    words.write_text("kind,id,en\nregion,corse,Corsica\n", encoding="utf-8")
    (tmp_path / "phare.toml").write_text(f'codebook = "{words}"\n', encoding="utf-8")

    run = phare("show", data="region,stakeholder,indicator,item,value\nCorse,g,i,a,5\n")

    told = f"phare: note: {tmp_path}/phare.toml takes names from outside its folder: {words}.\n"
    assert (run.status, run.err) == (0, told)


def test_a_file_that_takes_a_template_from_elsewhere_is_named(
    phare: Phare, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    house = tmp_path_factory.mktemp("elsewhere") / "house.docx"
    data = "region,stakeholder,indicator,item,value\nCorse,g,i,a,5\n"
    phare(f"show -o {house}", data=data)
    (tmp_path / "phare.toml").write_text(f'template = "{house}"\n', encoding="utf-8")

    run = phare("show -o a.docx", data=data)

    told = f"phare: note: {tmp_path}/phare.toml takes a template from outside its folder: {house}.\n"
    assert (run.status, run.err) == (0, told)


def test_a_file_that_takes_a_theme_from_elsewhere_is_named(
    phare: Phare, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    theme = tmp_path_factory.mktemp("elsewhere") / "house.toml"
    theme.write_text('base = "dark"\n', encoding="utf-8")
    (tmp_path / "phare.toml").write_text(f'theme = "{theme}"\n', encoding="utf-8")

    run = phare("plot i -o a.svg", data="region,stakeholder,indicator,item,value\nCorse,g,i,a,5\n")

    told = f"phare: note: {tmp_path}/phare.toml takes a theme from outside its folder: {theme}.\n"
    assert (run.status, run.err) == (0, told)


def test_a_folder_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    program = (
        "import os; os.rmdir(os.getcwd())\nfrom phare_cli.cli import main\nraise SystemExit(main(['show']))"
    )

    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path / "gone"
    )

    assert (run.returncode, run.stdout, run.stderr) == (
        4,
        "",
        "phare: the folder that you are in is gone, or may not be read: go to another.\n",
    )


def test_a_folder_above_that_may_not_be_looked_into_holds_no_project(
    phare: Phare, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_file = Path.is_file

    def refuse(path: Path) -> bool:
        if path == Path("/phare.toml"):
            raise PermissionError(13, "Permission denied", str(path))
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", refuse)

    assert phare("show fragilities -r PACA -f csv").status == 0


def test_a_failure_of_what_is_read_is_none_of_standard_output(
    phare: Phare, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> bool:
        raise OSError(5, "Input/output error", str(path))

    monkeypatch.setattr(Path, "is_file", fail)
    run = phare("show fragilities")

    assert (run.status, run.out) == (4, "")
    assert "phare.toml” cannot be read (the disk or the network failed): check that it is whole" in run.err


@pytest.mark.parametrize(
    ("project", "command"),
    [
        ('data = "o.csv"\ncodebook = "loop"\n', "show"),
        ('data = "loop"\n', "show"),
        ('data = "o.csv"\nrun = ["show -o loop"]\n', "run"),
        ("", "tabulate o.csv --region region --single item -s =c -o loop"),
        ("", "update loop.md"),
        ("", "verify loop.md -d o.csv"),
        ("", "show -d o.csv --codebook loop"),
        ("", "report -r Corse -d o.csv --each region -o loop"),
    ],
)
def test_a_link_that_leads_to_itself_is_a_sentence(
    phare: Phare, tmp_path: Path, project: str, command: str
) -> None:
    (tmp_path / "o.csv").write_text("region,stakeholder,indicator,item,value\nCorse,c,w,a,5\n")
    (tmp_path / "phare.toml").write_text(project)
    for name in ("loop", "loop.md"):
        (tmp_path / name).symlink_to(tmp_path / name)

    run = phare(command)

    assert (run.status in (2, 4, 5), run.out) == (True, "")
    assert re.match(r"(phare: step 1 of 1.*\n)?phare: .*\n", run.err)


def test_every_mistake_of_a_project_s_file_is_told_at_once_in_the_reader_s_language(
    phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "phare.toml").write_text('# a project\nregoin = "PACA"\n\ndecimals = "two"\n')
    run = phare("show --lang fr")

    assert run.status == 2
    assert [line.partition("phare.toml, ")[2][:20] for line in run.err.splitlines()[:2]] == [
        "ligne 2, clé regoin\u00a0",
        "ligne 4, clé decimal",
    ]
    assert run.err.endswith("(phare help phare.toml)\n")


@pytest.mark.parametrize("text", ["regoin = 1", "lang = "])
@pytest.mark.parametrize(
    "command", ["help phare.toml", "--lang fr help spec", "help", "show --help", "--version", "-h"]
)
def test_help_is_given_beside_a_file_that_is_wrong(
    phare: Phare, tmp_path: Path, text: str, command: str
) -> None:
    (tmp_path / "phare.toml").write_text(text)

    assert phare(command).status == 0


@pytest.mark.parametrize("command", ["show", "show fragilities --help", "plot engagement --title -h", "init"])
def test_nothing_else_is_done_beside_a_file_that_is_wrong(phare: Phare, tmp_path: Path, command: str) -> None:
    (tmp_path / "phare.toml").write_text("regoin = 1")

    assert phare(command).status == 2


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("donnees", "data"), ("fichier", "data"), ("source", "data"), ("colonnes", "map"), ("langue", "lang"),
        ("dictionnaire", "codebook"), ("words", "codebook"), ("picture", "pictures"), ("images", "pictures"),
        ("manquants", "missing"), ("encodage", "encoding"), ("modele", "template"), ("etapes", "run"),
        ("steps", "run"), ("confiance", "conf"), ("regions", "region"), ('"données"', "data"),
    ],
)  # fmt: skip
def test_another_word_for_a_key_is_told_the_key(phare: Phare, tmp_path: Path, key: str, meant: str) -> None:
    (tmp_path / "phare.toml").write_text(f'{key} = "x"\n', encoding="utf-8")
    run = phare("list regions")

    assert (run.status, f"Did you mean {meant}?" in run.err) == (2, True)


def test_a_key_with_accents_is_told_the_letters_to_write(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "phare.toml").write_text('données = "x.csv"\n', encoding="utf-8")

    assert "the name of a key has no accents: write donnees, or “données” between" in phare("show").err


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ('sample = "nested"', 'write map = { in_national_sample = "=yes" }, or --sample after a command'),
        ('wave = "2024"', 'write map = { wave = "=2024" }, or --wave after a command'),
        ('sample = "separate"', 'write map = { in_national_sample = "=no" }, or --sample after a command'),
        ('whole = "Ensemble du Gard"', 'write map = { whole = "=Ensemble du Gard" }, or --whole after'),
        ('ensemble = "Le Gard"', 'write map = { whole = "=Le Gard" }, or --whole after'),
        ('titre = "Essai"', "write --title after a command that has it."),
        ('reference = "Gard"', "write --to after a command that has it."),
        ("top = 3", "write --top after a command that has it."),
        ('to_wave = "2023"', "write --to-wave after a command that has it."),
        ("explain = true", "write --explain after a command that has it."),
    ],
)
def test_a_key_that_is_an_option_is_told_what_to_write(
    phare: Phare, tmp_path: Path, line: str, written: str
) -> None:
    (tmp_path / "phare.toml").write_text(line + "\n")

    run = phare("list regions")

    assert (run.status, "is an option, not a key: " + written in run.err) == (2, True)


FRENCH = "region,stakeholder,indicator,item,value\nBretagne,citizens,gêne,été,40\n"


def test_an_encoding_that_phare_toml_says_is_told_no_more(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_bytes(FRENCH.encode("cp1252"))
    (tmp_path / "phare.toml").write_text('data = "r.csv"\nencoding = "windows-1252"\n')

    run = phare("show -f csv")

    assert (run.status, run.err, "été" in run.out) == (0, "", True)


def test_an_assumed_encoding_is_told_with_the_line_that_says_it_once(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_bytes(FRENCH.encode("cp1252"))
    (tmp_path / "phare.toml").write_text('data = "r.csv"\n')

    assert 'says it once with encoding = "windows-1252".' in phare("show -f csv").err


def test_the_encoding_of_a_project_is_not_that_of_another_file(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_bytes(FRENCH.encode("cp1252"))
    (tmp_path / "other.csv").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "phare.toml").write_text('data = "r.csv"\nencoding = "windows-1252"\n')

    run = phare("show -f csv --data other.csv")

    assert (run.status, run.err, "été" in run.out) == (0, "", True)


@pytest.mark.parametrize(("line", "is_told"), [('wave = "=2012"', False), ('value = "=7"', True)])
def test_a_map_of_the_project_s_own_data_is_told_where_it_makes_figures(
    phare: Phare, tmp_path: Path, line: str, is_told: bool
) -> None:
    (tmp_path / "r.csv").write_text(RESULTS)
    (tmp_path / "phare.toml").write_text(f'data = "r.csv"\nmap = {{ {line} }}\n')

    assert ("says how columns are read" in phare("show -f csv").err) == is_told


@pytest.mark.parametrize("file", ["", "other.csv"])
def test_check_reads_each_file_in_its_own_encoding(phare: Phare, tmp_path: Path, file: str) -> None:
    (tmp_path / "r.csv").write_bytes(FRENCH.encode("cp1252"))
    (tmp_path / "other.csv").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "phare.toml").write_text('data = "r.csv"\nencoding = "windows-1252"\n')

    run = phare(f"check {file}")

    assert (run.status, run.err) == (0, "")


def test_every_option_of_a_command_is_known_to_be_none_of_the_keys() -> None:
    options = {
        option[2:]
        for name in COMMANDS
        for param in load(name, TyperCommand).params
        for option in param.opts
        if option.startswith("--")
    }

    assert options - PROJECT_KEYS.keys() - {"help"} == OPTIONS
