"""A project begins with one command, and goes from answers to documents with another."""

from __future__ import annotations

import errno
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.shell.whole import replacing
from phare_cli.shell.whole.replacing import PlaceError, Replacement

Phare = Callable[..., Any]
ANSWERS = "REG,POIDS,Q7\n" + "PACA,1,oui\nBretagne,1.5,non\nPACA,1,non\n" * 40
RESULTS = (
    "region,stakeholder,indicator,item,value,base\n"
    "Bretagne,mayors,trust,yes,60,900\nFrance,mayors,trust,yes,55,4000\n"
)
BEGUN = ("r.csv", "phare.toml", "note.md", "words.csv", "mots.csv")
TOML = """data = ["results.csv"]
run = [
    "tabulate a.csv --region REG --stakeholder =citizens --single Q7 -o results.csv",
    "check",
    "update note.md",
]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "phare.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "note.md").write_text("# Note\n\n<!-- phare: show -->\n<!-- /phare -->\n", encoding="utf-8")
    return tmp_path


def states(run: Any) -> list[str]:
    """What a run said of each step: its state, without what it is."""
    lines = [line for line in run.err.splitlines() if line.startswith("phare: step ") and ": " in line[12:]]
    return [line.rpartition(": ")[2].removesuffix(".") for line in lines]


def test_a_first_run_goes_from_answers_to_documents(phare: Phare, project: Path) -> None:
    run = phare("run")

    assert (run.status, states(run)) == (0, ["runs, it has not run yet"] * 3)
    assert "| Non " in (project / "note.md").read_text(encoding="utf-8")


def test_what_has_not_changed_does_not_run_again(phare: Phare, project: Path) -> None:
    phare("run")
    before = (project / "results.csv").stat().st_mtime_ns
    run = phare("run")

    assert (run.status, run.out, states(run)) == (0, "", ["up to date"] * 3)
    assert (project / "results.csv").stat().st_mtime_ns == before


def test_a_change_runs_what_reads_it_and_what_reads_that(phare: Phare, project: Path) -> None:
    phare("run")
    (project / "a.csv").write_text(ANSWERS + "PACA,1,oui\n" * 30, encoding="utf-8")
    dry, run = phare("run --dry-run"), phare("run")

    assert states(dry) == ["would run, a.csv has changed", *["would run, results.csv is about to change"] * 2]
    assert states(run) == ["runs, a.csv has changed", *["runs, results.csv has changed"] * 2]


@pytest.mark.parametrize(
    ("change", "steps"),
    [
        (lambda folder: (folder / "results.csv").unlink(), ["results.csv is gone"] * 1),
        (lambda folder: (folder / "note.md").write_text("Rien\n"), [None, None, "note.md has changed"]),
        (lambda folder: (folder / ".phare/run.json").unlink(), ["it has not run yet"] * 3),
        (lambda folder: (folder / ".phare/run.json").write_text("{[1"), ["it has not run yet"] * 3),
        (
            lambda folder: (folder / ".phare/run.json").write_text('{"steps": {"check": 3}}'),
            ["it has not run yet"] * 3,
        ),
        (
            lambda folder: (folder / "phare.toml").write_text(TOML + "decimals = 1\n"),
            ["phare.toml has changed"] * 3,
        ),
    ],
)
def test_whatever_changed_is_said(
    phare: Phare, project: Path, change: Callable[[Path], object], steps: list[str | None]
) -> None:
    phare("run")
    change(project)
    run = phare("run")

    expected = ["up to date" if step is None else f"runs, {step}" for step in steps]
    assert (run.status, states(run)[: len(expected)]) == (0, expected)


def test_a_dry_run_changes_nothing(phare: Phare, project: Path) -> None:
    before = sorted(project.rglob("*"))
    run = phare("run --dry-run")

    assert (run.status, sorted(project.rglob("*"))) == (0, before)


def test_force_runs_every_step(phare: Phare, project: Path) -> None:
    phare("run")

    assert states(phare("run --force")) == ["runs, it is asked for"] * 3


def test_a_step_that_fails_stops_the_run_and_is_due_again(phare: Phare, project: Path) -> None:
    phare("run")
    (project / "a.csv").write_text("REG,POIDS,Q7\n", encoding="utf-8")
    failed, again = phare("run"), phare("run")

    assert (failed.status, len(states(failed))) == (3, 1)
    assert "phare: step 1 stops the run." in failed.err
    assert (again.status, states(again)) == (3, ["runs, it has not run yet"])


def test_a_check_that_finds_something_stops_the_run_with_its_status(phare: Phare, project: Path) -> None:
    toml = TOML.replace('"check"', '"update --check old.md"')
    (project / "phare.toml").write_text(toml, encoding="utf-8")
    (project / "old.md").write_text("<!-- phare: show -->\n<!-- /phare -->\n")
    run = phare("run")

    assert (run.status, len(states(run))) == (1, 2)


@pytest.mark.parametrize(
    ("step", "english", "french"),
    [
        ("rm -rf .", "is none that phare runs", "n’est pas de celles que phare exécute"),
        ("run", "is none that phare runs", "n’est pas de celles que phare exécute"),
        ("", "is none that phare runs", "n’est pas de celles que phare exécute"),
        ("show 'a", "a quote is not closed", "un guillemet n’est pas fermé"),
        ("show -o ../x.md", "is outside the project's folder", "est hors du dossier du projet"),
        ("show -o /tmp/x.md", "is outside the project's folder", "est hors du dossier du projet"),
        ("show --nothing", "there is no option --nothing", "l’option --nothing n’existe pas"),
    ],
)
def test_what_cannot_be_a_step_is_refused(
    phare: Phare, project: Path, step: str, english: str, french: str
) -> None:
    (project / "phare.toml").write_text(f"run = [{json.dumps(step)}]\n", encoding="utf-8")
    runs = [phare(f"run --lang {lang}") for lang in ("en", "fr")]

    assert [run.status for run in runs] == [2, 2]
    assert english in runs[0].err
    assert french in runs[1].err.replace("'", "’")
    assert not (project.parent / "x.md").exists()


def test_a_folder_of_documents_is_looked_at_each_time(phare: Phare, project: Path) -> None:
    (project / "phare.toml").write_text('data = ["results.csv"]\nrun = ["update ."]\n', encoding="utf-8")
    (project / "results.csv").write_text(RESULTS)
    runs = [phare("run") for _ in range(2)]

    assert [states(run) for run in runs] == [["runs, it has not run yet"]] * 2


def test_a_project_begins_with_answers_and_runs_as_it_stands(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    begun = phare("init --lang fr")
    run = phare("run")

    assert (begun.status, run.status) == (0, 0)
    assert "marquées # check" in begun.err
    assert {"phare.toml", "note.md", "enquete.toml", "resultats.csv"} <= {
        path.name for path in tmp_path.iterdir()
    }
    assert "| Citoyens" in (tmp_path / "note.md").read_text(encoding="utf-8")


def test_a_project_begins_with_results(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(RESULTS, encoding="utf-8")
    begun = phare("init --lang en --hook --ci github")
    run = phare("run")
    note = (tmp_path / "note.md").read_text(encoding="utf-8")

    assert (begun.status, run.status) == (0, 0)
    assert "<!-- phare: show trust --region france -->" in note
    assert "<!-- phare: compare trust --region bretagne -->" in note
    assert (tmp_path / ".github/workflows/phare.yml").exists()
    assert "phare update --check" in (tmp_path / ".pre-commit-config.yaml").read_text()


ONE_QUESTION = "Région;Public;Thème;Pourcentage;Effectif;Année\n" + "".join(
    f"{place};Habitants;{item};{value};400;{year}\n"
    for year in (2024, 2026)
    for place in ("France", "Bretagne")
    for item, value in (("Logement", 31), ("Emploi", 42))
)


def test_a_project_begins_with_results_of_one_question_that_no_column_names(
    phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "resultats.csv").write_text(ONE_QUESTION, encoding="utf-8")
    begun = phare("init --lang fr")
    run = phare("run")

    assert (begun.status, run.status) == (0, 0)
    assert "tous sont pris pour ceux d'une seule, Thème." in begun.err.replace("’", "'")
    assert not (tmp_path / "enquete.toml").exists()


@pytest.mark.parametrize("named", ["", " --data resultats.csv"])
def test_results_whose_columns_have_to_be_told_first_begin_no_project(
    phare: Phare, tmp_path: Path, named: str
) -> None:
    content = ONE_QUESTION.replace("Année", "Lot").replace(";Effectif;", ";Remarque;")
    (tmp_path / "resultats.csv").write_text(content, encoding="utf-8")
    begun = phare(f"init --lang en{named}")

    assert begun.status == 2
    assert "--map indicator=COLUMN" in begun.err
    assert [path.name for path in tmp_path.iterdir()] == ["resultats.csv"]


def test_names_that_phare_does_not_know_get_a_codebook_to_correct(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(RESULTS.replace("Bretagne", "Alès"), encoding="utf-8")
    phare("init --lang fr")

    assert "Alès" in (tmp_path / "mots.csv").read_text(encoding="utf-8")
    assert 'codebook = "mots.csv"' in (tmp_path / "phare.toml").read_text(encoding="utf-8")
    assert phare("run").status == 0


def test_a_codebook_of_answers_holds_no_name_that_phare_knows(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(
        "REG;Q1[L'emploi];Q1[Le bruit]\n" + "PACA;Oui;Non\nCorse;Non;Oui\n" * 9
    )
    spec = (
        'region = "REG"\nstakeholder = "=citizens"\n[[question]]\nindicator = "craintes"\nkind = "set"\n'
        '[question.options]\n"Q1[L\'emploi]" = "L\'emploi"\n"Q1[Le bruit]" = "Le bruit"\n'
    )
    (tmp_path / "survey.toml").write_text(spec)
    phare("init --yes --hook --lang fr")

    words = (tmp_path / "mots.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[1] for line in words[1:]] == ["craintes", "Le bruit"]
    assert "## Craintes\n" in (tmp_path / "note.md").read_text(encoding="utf-8")
    assert "name: les chiffres" in (tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8")


@pytest.fixture
def renamed(phare: Phare, tmp_path: Path) -> Path:
    """A project that was begun, and whose spec was corrected then: an indicator, a part of a set and an answer."""
    answers = (
        "REG,Vous êtes ...,Équipements [Piscine],Équipements [Parc]\n"
        + "Gerland,Propriétaire,Oui,Non\nBellevue,Locataire,Non,Oui\n" * 40
    )
    (tmp_path / "a.csv").write_text(answers, encoding="utf-8")
    phare("init --lang fr")
    spec = (tmp_path / "enquete.toml").read_text(encoding="utf-8")
    for old, new in (
        ('indicator = "Vous êtes ..."', 'indicator = "Statut d\'occupation"'),
        ('"Propriétaire" = "Propriétaire"', '"Propriétaire" = "Propriétaires"'),
        ('[Piscine]" = "Piscine"', '[Piscine]" = "Les bassins"'),
    ):
        assert old in spec
        spec = spec.replace(old, new)
    (tmp_path / "enquete.toml").write_text(spec, encoding="utf-8")
    return tmp_path


def test_a_block_that_asks_for_a_former_name_is_told_the_new_one(phare: Phare, renamed: Path) -> None:
    run = phare("run --lang en")

    assert run.status == 3
    assert 'no indicator is called “vous-etes” in these data. Did you mean "Statut d\'occupation"?' in run.err


def test_check_names_the_entry_of_what_was_renamed(phare: Phare, renamed: Path) -> None:
    phare("run")
    rows = phare("check -f json").rows

    assert {(row["code"], row["cell"], row["message"].split("“")[2].split("”")[0]) for row in rows} == {
        ("no-entry", "Statut d'occupation", "Vous êtes ..."),
        ("no-entry", "Propriétaires", "Propriétaire"),
        ("no-entry", "Les bassins", "Piscine"),
    }


def test_what_is_begun_again_goes_by_the_spec_that_is_there(phare: Phare, renamed: Path) -> None:
    spec = (renamed / "enquete.toml").read_text(encoding="utf-8")
    for name in ("note.md", "mots.csv"):
        (renamed / name).unlink()
    begun = phare("init --lang fr")

    assert (begun.status, (renamed / "enquete.toml").read_text(encoding="utf-8")) == (0, spec)
    assert "<!-- phare: show statut-d-occupation " in (renamed / "note.md").read_text(encoding="utf-8")
    assert "Propriétaires" in (renamed / "mots.csv").read_text(encoding="utf-8")
    assert phare("run").status == 0


def test_what_two_things_were_called_is_told_of_neither(phare: Phare, renamed: Path) -> None:
    path = renamed / "enquete.toml"
    again = '[[question]]\nindicator = "Autre"\nkind = "single"\ncolumn = "Vous êtes ..."\n'
    path.write_text(path.read_text(encoding="utf-8") + again, encoding="utf-8")
    run = phare("run --lang en")

    assert "no indicator is called “vous-etes” in these data. To see what there is" in run.err


@pytest.mark.parametrize("content", ["[[question", "", "[[question]]\nkind = 3\n"])
def test_a_spec_that_cannot_be_read_tells_no_former_name(phare: Phare, renamed: Path, content: str) -> None:
    phare("run")
    (renamed / "enquete.toml").write_text(content, encoding="utf-8")
    run = phare("show vous-etes --lang en")

    assert (run.status, "To see what there is: phare list indicators" in run.err) == (2, True)


def test_a_project_that_is_all_there_is_begun_by_nothing(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(RESULTS, encoding="utf-8")
    phare("init")

    assert "phare: nothing was written, every file being there." in phare("init").err


def test_no_file_is_ever_written_over(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(RESULTS, encoding="utf-8")
    (tmp_path / "note.md").write_text("mine\n")
    (tmp_path / "phare.toml").write_text("# mine\n")
    run = phare("init")

    assert [(tmp_path / name).read_text() for name in ("note.md", "phare.toml")] == ["mine\n", "# mine\n"]
    assert run.err.count("is there already, and stays as it is.") == 2


def test_a_file_that_somebody_else_writes_meanwhile_is_not_written_over(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "r.csv").write_text(RESULTS, encoding="utf-8")

    monkeypatch.setattr(
        "phare_cli.shell.table_delivery.check_interruption",
        lambda: (tmp_path / "note.md").write_text("mine\n"),
    )
    run = phare("init")

    assert (run.status, (tmp_path / "note.md").read_text()) == (5, "mine\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["note.md", "r.csv"]


def refused(name: str, *, times: int) -> Callable[..., Any]:
    """Return an opening of files that the system refuses for *name*, from so many times on."""
    opened, original = [], io.open

    def open_(file: Any, *given: Any, **named: Any) -> Any:
        if str(file).endswith(name):
            opened.append(file)
            if len(opened) > times:
                raise OSError(errno.EIO, "Input/output error", str(file))
        return original(file, *given, **named)

    return open_


def test_a_file_that_the_system_does_not_let_it_read_is_passed_over_with_a_word(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "r.csv").write_text(RESULTS, encoding="utf-8")
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    monkeypatch.setattr(io, "open", refused("a.csv", times=0))

    run = phare("init --yes")

    assert run.status == 0
    assert (
        "phare: note: a.csv was passed over. “a.csv” cannot be read (the disk or the network failed): check"
        in run.err
    )
    assert 'data = ["r.csv"]' in (tmp_path / "phare.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("times", range(4))
def test_at_whatever_reading_the_system_fails_it_is_said_and_no_half_project_is_begun(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    monkeypatch.setattr(io, "open", refused("a.csv", times=times))

    run = phare("init --data a.csv")

    if run.status:
        assert (run.status, "cannot be read (the disk or the network failed)" in run.err) == (4, True)
        assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    else:
        assert {"phare.toml", "note.md", "survey.toml"} <= {path.name for path in tmp_path.iterdir()}


def test_the_newest_file_that_serves_is_taken_and_the_others_are_named(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(RESULTS, encoding="utf-8")
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "b.xlsx").write_bytes(b"no workbook")
    run = phare("init --yes")

    assert (
        "a.csv was taken, and not r.csv: name another with --data." in run.err or "r.csv was taken" in run.err
    )


def test_a_person_on_a_terminal_chooses(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "r.csv").write_text(RESULTS, encoding="utf-8")
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")

    class Terminal(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO(b"9\n2\n")))
    monkeypatch.setattr(sys, "stderr", Terminal(io.BytesIO(), encoding="utf-8"))
    from phare_cli.cli import main

    assert main(["init"]) == 0
    sys.stderr.seek(0)
    said = sys.stderr.read()
    second = next(line for line in said.splitlines() if line.startswith("2. "))
    begun = (tmp_path / "phare.toml").read_text(encoding="utf-8")
    assert said.count("Which file does the project begin with?") == 2
    assert second.split(":")[0].removeprefix("2. ") in begun


@pytest.mark.parametrize(
    ("options", "look"),
    [
        ("", "phare help init"),
        ("--data none.txt", "phare check none.txt"),
        ("--data r.pdf", "phare check r.pdf"),
    ],
)
def test_a_folder_with_nothing_to_begin_with_is_said(
    phare: Phare, tmp_path: Path, options: str, look: str
) -> None:
    (tmp_path / "none.txt").write_text("Bonjour\n")
    (tmp_path / "r.pdf").write_bytes(b"%PDF-1.7\n")
    run = phare(f"init {options}")

    assert run.status == 2
    assert f"({look})" in run.err
    assert not (tmp_path / "phare.toml").exists()


@pytest.mark.parametrize("options", ["--hook", "--ci github", "--hook --ci gitlab"])
def test_in_an_empty_folder_only_what_was_asked_is_written(
    phare: Phare, tmp_path: Path, options: str
) -> None:
    run = phare(f"init {options}")
    written = {path.name for path in tmp_path.rglob("*") if path.is_file()}

    assert (run.status, "phare run" in run.err) == (0, False)
    assert written == {
        *([".pre-commit-config.yaml"] if "--hook" in options else []),
        *(["phare.yml"] if "github" in options else []),
        *([".gitlab-ci.yml"] if "gitlab" in options else []),
    }


@pytest.mark.parametrize(("guide", "lang"), [("ci.md", "en"), ("ci.fr.md", "fr")])
@pytest.mark.parametrize(
    ("options", "file"),
    [
        ("--ci github", ".github/workflows/phare.yml"),
        ("--ci gitlab", ".gitlab-ci.yml"),
        ("--hook", ".pre-commit-config.yaml"),
    ],
)
def test_the_guide_shows_what_init_writes(
    phare: Phare, tmp_path: Path, guide: str, lang: str, options: str, file: str
) -> None:
    phare(f"init {options} --lang {lang}")
    told = (Path(__file__).parents[2] / "docs/guides" / guide).read_text(encoding="utf-8")

    assert f"```yaml\n{(tmp_path / file).read_text(encoding='utf-8')}```\n" in told


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("command", ["run", "run --dry-run", "run --force", "update"])
def test_where_no_project_is_one_is_told_how_to_begin_it(phare: Phare, command: str, lang: str) -> None:
    run = phare(f"{command} --lang {lang}")

    assert (run.status, "phare init" in run.err) == (2, True)


def test_a_project_without_steps_is_told_what_to_write(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "phare.toml").write_text('lang = "en"\n', encoding="utf-8")

    assert 'names no steps: write run = ["check", "update note.md"] in it.' in phare("run --dry-run").err
    assert "phare update . looks at every document" in phare("update").err


def test_an_empty_folder_is_said_to_be_one(phare: Phare, tmp_path: Path) -> None:
    run = phare("init")

    assert (run.status, "this folder is empty" in run.err, list(tmp_path.iterdir())) == (2, True, [])


@pytest.mark.parametrize("toml", ["", 'lang = "fr"\n', 'data = ["r.csv"]\nrun = ["check"]\n'])
def test_in_a_project_that_names_no_other_file_none_is_written_unasked(
    phare: Phare, tmp_path: Path, toml: str
) -> None:
    (tmp_path / "r.csv").write_text(RESULTS.replace("Bretagne", "Alès"), encoding="utf-8")
    (tmp_path / "phare.toml").write_text(toml, encoding="utf-8")
    run = phare("init --ci github --lang fr")

    assert run.status == 0
    assert {path.name for path in tmp_path.iterdir()} == {"r.csv", "phare.toml", ".github"}
    assert ("tapez : phare run" in run.err.replace("\u00a0", " ")) == ("run" in toml)


@pytest.mark.parametrize("name", ["enquete.toml", "survey.toml", "ma spec.toml"])
def test_a_spec_that_lies_there_is_the_project_s_whatever_it_is_called(
    phare: Phare, tmp_path: Path, name: str
) -> None:
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / name).write_text(phare("tabulate a.csv --draft").out, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    begun, run = phare("init --lang en"), phare("run")

    assert (begun.status, run.status) == (0, 0)
    assert [path.name for path in tmp_path.glob("*.toml") if path.stem not in ("phare", "pyproject")] == [
        name
    ]
    assert f"phare: {name} is there already, and stays as it is." in begun.err


def test_somebody_s_own_results_are_not_written_over_by_those_of_answers(
    phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "resultats.csv").write_text(RESULTS, encoding="utf-8")
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    runs = [phare("init --lang fr --data a.csv"), phare("run")]

    assert [run.status for run in runs] == [0, 0]
    assert (tmp_path / "resultats.csv").read_text(encoding="utf-8") == RESULTS
    assert (tmp_path / "resultats-phare.csv").exists()


@pytest.mark.parametrize("name", ["Réponses à l'enquête — 2026.csv", "a & b (v2).csv", "l$x.csv", 'a"b.csv'])
@pytest.mark.parametrize("content", [RESULTS, ANSWERS], ids=["results", "answers"])
def test_a_file_of_any_name_begins_a_project_that_runs(
    phare: Phare, tmp_path: Path, name: str, content: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")

    assert [phare(command).status for command in ("init", "run", "run")] == [0, 0, 0]


def test_why_a_first_spec_has_to_be_corrected_is_told(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "enquete.toml").write_text(phare("tabulate a.csv --draft").out.replace("REG", "REGI"))
    begun = phare("init")

    assert "phare: enquete.toml: no column is called “REGI”. Did you mean REG?" in begun.err
    assert begun.err.endswith("phare: correct enquete.toml, then type: phare run\n")


def on_terminal(monkeypatch: pytest.MonkeyPatch, folder: Path, typed: bytes, *words: str) -> str:
    """Return what phare init says on a terminal where so much is typed."""

    class Terminal(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    from phare_cli.cli import main

    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO(typed)))
    monkeypatch.setattr(sys, "stderr", Terminal(io.BytesIO(), encoding="utf-8"))
    main(["init", *words])
    sys.stderr.seek(0)
    return sys.stderr.read()


@pytest.mark.parametrize(
    ("typed", "words", "written"),
    [
        (b"y\nn\n", [], {".pre-commit-config.yaml"}),
        (b"n\noui\n", ["--lang", "fr"], {".github"}),
        (b"o\nO\n", ["--lang", "fr"], {".pre-commit-config.yaml", ".github"}),
        (b"\n\n", [], set()),
        (b"", [], set()),
        (b"y\ny\n", ["--yes"], set()),
        (b"n\n", ["--hook"], {".pre-commit-config.yaml"}),
    ],
)
def test_on_a_terminal_a_hook_and_a_workflow_are_asked_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: bytes, words: list[str], written: set[str]
) -> None:
    (tmp_path / "r.csv").write_text(RESULTS, encoding="utf-8")
    on_terminal(monkeypatch, tmp_path, typed, *words)

    assert {path.name for path in tmp_path.iterdir()} - set(BEGUN) == written


@pytest.mark.parametrize("command", ["init --yes", "--install-completion fish"])
def test_a_folder_that_may_not_be_written_is_said_without_an_option_that_there_is_not(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "resultats.csv").write_text("region,stakeholder,indicator,item,value\nPACA,maires,w,air,40\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def refuse(replacements: list[Replacement]) -> None:
        raise PlaceError(replacements[0].path, PermissionError(errno.EACCES, "no"), ())

    monkeypatch.setattr(replacing, "replace_all", refuse)
    run = phare(command)

    assert (run.status, "may not be written" in run.err, "--output" in run.err) == (5, True, False), run.err


OWN_PEOPLE = "Vague;Territoire;Public;Question;Réponse;Résultat;Effectif\n" + "".join(
    f"2025;{place};{group};Difficultés;{item};{value};600\n"
    for place in ("Orne", "France")
    for group in ("Habitants", "Élus locaux")
    for item, value in (("Se loger", "34,5"), ("Se chauffer", "24,5"))
)


def test_a_first_note_names_people_by_the_word_of_the_data(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(OWN_PEOPLE, encoding="utf-8")

    assert phare("init --yes").status == 0
    assert "--stakeholder habitants -->" in (tmp_path / "note.md").read_text(encoding="utf-8")


def test_results_that_cannot_be_read_are_sent_to_what_says_why(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(OWN_PEOPLE.replace("Se loger", ""), encoding="utf-8")

    assert "something in it cannot be read: phare check r.csv says what." in phare("init --yes").err
