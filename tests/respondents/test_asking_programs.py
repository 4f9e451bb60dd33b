"""What a program of surveys writes of each answer itself is no question, and who did not finish is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.survey import NATION
from phare_cli.recipes.tabulate.drafting import draft_spec
from phare_cli.respondents.header_rows import ColumnNames, wording_of
from phare_cli.respondents.programs import unfinished_rows
from phare_cli.respondents.programs.noted_columns import noted_columns
from phare_cli.respondents.specs.spec_file import parse_spec
from phare_cli.results import read

Phare = Callable[..., Any]

# What exports hold beside the questions, program by program: codes, and headings in English and in French.
EXPORTS = {
    "LimeSurvey, codes": (
        "LimeSurvey",
        "id|submitdate|lastpage|startlanguage|seed|token|startdate|datestamp|ipaddr|refurl|interviewtime|groupTime12|"
        "Q1Time",
    ),
    "LimeSurvey, English": (
        "LimeSurvey",
        "Response ID|Date submitted|Last page|Start language|Seed|Date started|Date last action|IP address|"
        "Referrer URL|Total time|Group time: A|Question time: Q1",
    ),
    "LimeSurvey, French": (
        "LimeSurvey",
        "ID de la réponse|Date de soumission|Dernière page|Langue de départ|Tête de série|Date de lancement|"
        "Date de la dernière action|Adresse IP|URL de référence|Code d'accès|Prénom|Adresse de courriel",
    ),
    "LimeSurvey, both": (
        "LimeSurvey",
        "id. ID de la réponse|submitdate. Date de soumission|lastpage. Dernière page|seed. Tête de série",
    ),
    "Qualtrics": (
        "Qualtrics",
        "StartDate|EndDate|Status|IPAddress|Progress|Duration (in seconds)|Finished|RecordedDate|ResponseId|"
        "RecipientLastName|RecipientFirstName|RecipientEmail|ExternalReference|LocationLatitude|LocationLongitude|"
        "DistributionChannel|UserLanguage|Q_RecaptchaScore|T_First Click|T_Page Submit|Q1_DO_1|Q1_DO",
    ),
    "KoboToolbox": (
        "KoboToolbox",
        "start|end|today|username|deviceid|phonenumber|formhub/uuid|meta/instanceID|__version__|_id|_uuid|"
        "_submission_time|_validation_status|_notes|_status|_submitted_by|_tags|_index|_gps_latitude|_gps_precision",
    ),
    "ODK": (
        "KoboToolbox",
        "SubmissionDate|meta-instanceID|KEY|SubmitterID|AttachmentsPresent|Status|ReviewState|DeviceID",
    ),
    "Sphinx": (
        "Sphinx",
        "CLE|DATE_SAISIE|DATE_ENREG|DATE_MODIF|TEMPS_SAISIE|ORIGINE_SAISIE|LANG_SAISIE|APPAREIL_SAISIE|PROGRESSION|"
        "DERNIERE_QUESTION_SAISIE",
    ),
    "Google Forms": ("Google Forms", "Horodateur|Nom d'utilisateur"),
    "Microsoft Forms": (
        "Microsoft Forms",
        "ID|Start time|Completion time|Email|Name|Total points|Quiz feedback|Points - Q1|Feedback - Q1|"
        "Last modified time",
    ),
    "Microsoft Forms, French": (
        "Microsoft Forms",
        "ID|Heure de début|Heure de fin|Adresse de messagerie|Nom|Heure de la dernière modification",
    ),
    "SurveyMonkey": (
        "SurveyMonkey",
        "Respondent ID|Collector ID|Start Date|End Date|IP Address|Email Address|First Name|Last Name|Custom Data 1",
    ),
    "Framaforms": ("Framaforms", "Numéro|SID|Heure de soumission|Brouillon|Adresse IP|UID|Nom d'utilisateur"),
}  # fmt: skip
QUESTIONS = (
    "Q1",
    "Région",
    "Langue parlée",
    "What would you do differently?",
    "Temps de trajet",
    "Q2[SQ001]",
)


def header(names: Sequence[str]) -> ColumnNames:
    return ColumnNames(tuple(names), tuple(map(wording_of, names)), 1)


@pytest.mark.parametrize(("program", "names"), EXPORTS.values(), ids=EXPORTS)
def test_what_a_program_notes_itself_is_known_and_no_question_is(program: str, names: str) -> None:
    own = names.split("|")
    found = noted_columns(header([*own, *QUESTIONS]))

    assert (found.program, found.places) == (program, set(range(len(own))))


@pytest.mark.parametrize(
    "names",
    [
        "Nom|Langue|Statut|Date",
        "id|start|end|status",
        "Termine|Progression",
        "Prénom|Email|token|seed",
        "Points - A",
    ],
)
def test_names_that_questions_have_too_are_left_to_them_without_a_program(names: str) -> None:
    assert noted_columns(header([*names.split("|"), *QUESTIONS])).places == set()


def rows(*columns: Sequence[str]) -> str:
    """Return a CSV file of these columns, the texts of each in turn after its name, beside a region and a question."""
    given = [*columns, ("REG", "PACA", "Bretagne"), ("Q1", "Oui", "Non", "Oui")]
    lines = [[name for name, *_ in given]]
    lines += [[texts[row % len(texts)] for _, *texts in given] for row in range(60)]
    return "".join(",".join(f'"{cell}"' for cell in line) + "\n" for line in lines)


# The columns of an export, those of its rows in sixty that are short of the end, and what leaves them out.
SHORT = {
    "sent": ([("submitdate", "2026-03-01", "", "2026-03-02", "2026-03-02")], 15, 'submitdate != ""'),
    "sent, as R writes": ([("submitdate", "2026-03-01", "NA")], 30, 'submitdate != "NA"'),
    "sent, and pages": (
        [("lastpage", "5", "5", "3"), ("submitdate", "2026-03-01", "", "2026-03-01")],
        20,
        'submitdate != ""',
    ),
    "a French heading": ([("Date de soumission", "2026-03-01", "", "2026-03-02")], 20, '`Date de soumission` != ""'),
    "pages": ([("startlanguage", "fr"), ("lastpage", "5", "5", "3", "")], 30, "lastpage >= 5"),
    "Qualtrics": ([("RecordedDate", "2026-03-01"), ("Finished", "True", "False", "True")], 20, 'Finished != "False"'),
    "Qualtrics, codes": ([("RecordedDate", "2026-03-01"), ("Finished", "1", "1", "0")], 20, 'Finished != "0"'),
    "Qualtrics, parts": ([("RecordedDate", "2026-03-01"), ("Progress", "100", "100", "42")], 20, "Progress >= 100"),
    "Sphinx": (
        [("DATE_SAISIE", "2026-03-01"), ("PROGRESSION", "Terminé", "En cours")],
        30,
        'PROGRESSION != "En cours"',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("columns", "short", "filter"), SHORT.values(), ids=SHORT)
def test_who_did_not_finish_is_told_and_may_be_left_out(
    phare: Phare, tmp_path: Path, columns: list[tuple[str, ...]], short: int, filter: str
) -> None:
    (tmp_path / "a.csv").write_text(rows(*columns), encoding="utf-8")
    text = phare("tabulate a.csv --draft").out.replace("# nation", "nation")
    (tmp_path / "all.toml").write_text(text, encoding="utf-8")
    (tmp_path / "whole.toml").write_text(text.replace("# where", "where"), encoding="utf-8")
    runs = [phare(f"tabulate a.csv --spec {spec} -o {spec}.csv") for spec in ("all.toml", "whole.toml")]
    bases = [
        {each.base for each in read(tmp_path / f"{spec}.csv").estimates if each.region == NATION}
        for spec in ("all.toml", "whole.toml")
    ]

    assert f"# check: {short} rows of 60 " in text
    assert f"note: {short} rows of 60 " in runs[0].err
    assert f"where = '{filter}' in the spec leaves them out." in runs[0].err
    assert f"note: {short} rows of 60 are of people who did not finish; the filter looks at" in runs[1].err
    assert bases == [{60}, {60 - short}]


@pytest.mark.parametrize(
    "columns",
    [
        [("submitdate", "2026-03-01")],
        [("submitdate", "")],
        [("startlanguage", "fr"), ("lastpage", "5")],
        [("RecordedDate", "2026-03-01"), ("Finished", "True", "False", "")],
        [("RecordedDate", "2026-03-01"), ("Finished", "peut-être", "True")],
        [("Progression", "10", "100")],
        [("lastname", "A", "")],
    ],
)
def test_nothing_is_told_where_all_finished_or_nothing_says_it(
    phare: Phare, tmp_path: Path, columns: list[tuple[str, ...]]
) -> None:
    (tmp_path / "a.csv").write_text(rows(*columns), encoding="utf-8")
    run = phare("tabulate a.csv --region REG --stakeholder =citizens --single Q1 --nation -o r.csv")

    assert (run.status, run.err) == (0, "")
    assert "rows of 60" not in phare("tabulate a.csv --draft").out


def test_files_of_one_survey_are_told_of_together(phare: Phare, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text(
            rows(("id", name), ("submitdate", "2026-03-01", "")), encoding="utf-8"
        )
    run = phare("tabulate a.csv b.csv --region REG --stakeholder =citizens --single Q1 --nation -o r.csv")

    assert "note: 60 rows of 120 are of people who did not finish (submitdate)" in run.err


def test_no_count_is_told_where_small_ones_are_hidden(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(rows(("submitdate", "2026-03-01", "")), encoding="utf-8")
    run = phare(
        "tabulate a.csv --region REG --stakeholder =citizens --single Q1 --nation --min-count 5 -o r.csv"
    )

    assert "some rows are of people who did not finish" in run.err
    assert "30" not in run.err


def test_a_draft_leaves_out_what_the_program_noted_and_says_it_once(write: Callable[..., str]) -> None:
    path = write(
        rows(("lastpage", "5", "3"), ("startlanguage", "fr", "en"), ("interviewtime", "0.95", "1.05")),
        "a.csv",
    )
    text = draft_spec(path, Typesetter("fr"))[0]

    assert [each.indicator for each in parse_spec(text, "a").questions] == ["Q1"]
    assert text.count("startlanguage") == 1
    assert "# Laissé de côté\u00a0: ce que LimeSurvey note lui-même de chaque réponse" in text
    assert (
        "# à vérifier" in text
        or "# check: 30 lignes sur 60 s’arrêtent avant la page 5, la dernière (lastpage)." in text
    )


def test_an_identifier_of_the_program_is_one_still(write: Callable[..., str]) -> None:
    columns = [("id", *map(str, range(60))), ("submitdate", "2026-03-01"), ("startlanguage", "fr", "en")]
    spec = parse_spec(draft_spec(write(rows(*columns), "a.csv"), Typesetter("en"))[0], "a")

    assert spec.id == "id"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_dates_of_who_finished_are_not_looked_at_one_by_one(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    looked_at: set[str] = set()
    filled = unfinished_rows._filled

    def noted(text: str) -> int:
        looked_at.add(text)
        return filled(text)

    monkeypatch.setattr(unfinished_rows, "_filled", noted)
    first, *others = unfinished_rows._RULES
    monkeypatch.setattr(unfinished_rows, "_RULES", (first._replace(stage=noted), *others))
    dates = [f"2026-10-{1 + row % 28:02d} 10:{row // 60:02d}:{row % 60:02d}" for row in range(500)]
    cells = [*dates, "NA", " ", "null x", "le 3 octobre"]
    table = [("submitdate", "Q1"), *((cell, "oui") for cell in cells)]
    if ending == "csv":
        lines = "".join(f"{date};{answer}\n" for date, answer in table)
        (tmp_path / "a.csv").write_text(lines, encoding="utf-8")
    else:
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in table:
            sheet.append(row)
        book.save(tmp_path / "a.xlsx")

    run = phare(f"tabulate a.{ending} --region =Corse --stakeholder =x --single Q1 -o r.csv")

    assert "2 rows of 504 are of people who did not finish (submitdate)" in run.err
    assert looked_at == {"2", "NA", "", "null x", "le 3 octobre"}


QUALTRICS = ("RecordedDate", "2026-03-01")
TRIED = {
    "labels": ("Status", "IP Address", "Survey Preview", "IP Address", "Survey Test"),
    "codes": ("Status", "0", "1", "0", "2"),
    "headings": ("Response Type", "IP Address", "Survey Preview", "IP Address", "Survey Test"),
    "French": ("Statut", "Adresse IP", "Aperçu de l'enquête", "Adresse IP", "Test de l'enquête"),
}


@pytest.mark.parametrize("status", TRIED.values(), ids=TRIED)
def test_previews_of_a_questionnaire_are_left_out_by_a_first_spec(
    phare: Phare, tmp_path: Path, status: tuple[str, ...]
) -> None:
    (tmp_path / "a.csv").write_text(rows(QUALTRICS, status), encoding="utf-8")
    text = phare("tabulate a.csv --draft").out.replace("# nation", "nation")
    (tmp_path / "s.toml").write_text(text, encoding="utf-8")
    run = phare("tabulate a.csv --spec s.toml -o r.csv")

    assert "# check: 30 rows of 60 are previews or tests of the questionnaire" in text
    assert "the filter looks at" in run.err
    assert {each.base for each in read(tmp_path / "r.csv").estimates if each.region == NATION} == {30}


def test_previews_that_count_are_told(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(rows(QUALTRICS, TRIED["labels"]), encoding="utf-8")
    count = "tabulate a.csv --region REG --stakeholder =citizens --single Q1 --nation -o r.csv"
    run, hidden = phare(count), phare(f"{count} --min-count 5")

    assert (
        "note: 30 rows of 60 are previews or tests of the questionnaire (Status), and count as answers"
        in run.err
    )
    assert (
        """where = 'Status not in ("Survey Preview", "Survey Test")' in the spec leaves them out""" in run.err
    )
    assert "some rows are previews or tests" in hidden.err
    assert "30" not in hidden.err


def test_who_tried_and_who_did_not_finish_may_both_be_left_out(phare: Phare, tmp_path: Path) -> None:
    columns = [
        QUALTRICS,
        ("Status", "IP Address", "Survey Preview", "IP Address"),
        ("Finished", "True", "True", "False"),
    ]
    (tmp_path / "a.csv").write_text(rows(*columns), encoding="utf-8")
    text = phare("tabulate a.csv --draft").out.replace("# nation", "nation")
    (tmp_path / "s.toml").write_text(
        text.replace("where = 'Status != \"Survey Preview\"'\n", "", 1).replace("# where", "where"),
        encoding="utf-8",
    )
    phare("tabulate a.csv --spec s.toml -o r.csv")

    assert {each.base for each in read(tmp_path / "r.csv").estimates if each.region == NATION} == {20}


def test_a_file_of_nothing_but_previews_is_counted_and_told(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(rows(QUALTRICS, ("Status", "Survey Preview")), encoding="utf-8")
    text = phare("tabulate a.csv --draft").out

    assert "# check: 60 rows of 60 are previews or tests" in text
    assert "where" not in text


@pytest.mark.parametrize(
    "status", [("Status", "IP Address"), ("Status", "0", "4", "16"), ("Etat", "Survey Preview")]
)
def test_answers_in_earnest_are_no_previews(phare: Phare, tmp_path: Path, status: tuple[str, ...]) -> None:
    (tmp_path / "a.csv").write_text(rows(QUALTRICS, status), encoding="utf-8")

    assert "previews" not in phare("tabulate a.csv --draft").out
