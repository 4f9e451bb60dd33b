"""A draft reads the file well enough to run as it stands, and guesses what a person would."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import InvalidData
from phare_cli.recipes.tabulate.drafting import draft_spec
from phare_cli.recipes.tabulate.tabulate import tabulate
from phare_cli.rendering import Look, render_bytes
from phare_cli.respondents.spec import NameSource, QuestionKind, Spec
from phare_cli.respondents.specs.spec_file import parse_spec
from phare_cli.results import read

ENGLISH = Typesetter("en")


def column(name: str, texts: list[str], rows: int = 40) -> list[str]:
    return [name, *(texts[row % len(texts)] for row in range(rows))]


SURVEY = [
    column("id", [str(place) for place in range(40)]),
    column("ANNEE", ["2022"]),
    column("REGION", ["PACA", "Bretagne", "Corse", "Occitanie"]),
    column("ACTEUR", ["Maires", "Citoyens"]),
    column("POND", ["0,75", "1,25", "1,0"]),
    column("Q1", ["Oui", "Non", "NSP"]),
    column("Q2[SQ001]", ["Oui", "Non", ""]),
    column("Q2[SQ002]", ["Non", "Oui", "Non"]),
    column("q3_1", ["Father", "Not selected"]),
    column("q3_2", ["Not selected", "Mother"]),
    column("Q4", ["a;b", "b", "a;b;c", "c"]),
    column("Q5", ["0", "3", "5", "7", "8", "9", "10"]),
    column("Avis", [f"opinion {place}" for place in range(40)]),
]


@pytest.fixture
def drafted(write: Callable[..., str]) -> tuple[str, str]:
    text = "".join("\t".join(row) + "\n" for row in zip(*SURVEY, strict=True))
    path = write(text, "enquête.tsv")
    return path, draft_spec(path, ENGLISH)[0]


def test_a_draft_finds_places_weights_and_kinds(drafted: tuple[str, str]) -> None:
    spec = parse_spec(drafted[1], "draft.toml")

    assert dict(spec.places) == {
        "wave": NameSource(column="ANNEE"),
        "region": NameSource(column="REGION"),
        "stakeholder": NameSource(column="ACTEUR"),
    }
    assert spec.weight == "POND"
    assert [(each.indicator, each.kind) for each in spec.questions] == [
        ("Q1", QuestionKind.SINGLE),
        ("Q2", QuestionKind.SET),
        ("q3", QuestionKind.SET),
        ("Q4", QuestionKind.CELL),
        ("Q5", QuestionKind.SCORE),
    ]
    assert spec.questions[2].options == {"q3_1": "Father", "q3_2": "Mother"}


def test_a_draft_runs_as_it_stands(drafted: tuple[str, str]) -> None:
    path, text = drafted

    survey = tabulate([path], parse_spec(text, "draft.toml")).survey

    assert {each.indicator for each in survey.estimates} == {"Q1", "Q2", "q3", "Q4", "Q5"}


def test_a_draft_says_what_it_left_out(drafted: tuple[str, str]) -> None:
    assert drafted[1].endswith(
        '\n# Left out: free texts, dates, identifiers, columns with one answer or none:\n#   "Avis"\n'
    )


def test_a_draft_quotes_no_free_text(drafted: tuple[str, str]) -> None:
    assert "opinion" not in drafted[1]


def test_a_draft_offers_to_leave_no_answer_out(drafted: tuple[str, str]) -> None:
    assert '# missing = ["NSP"]  # and take it out of the options, to leave it out of the base' in drafted[1]


def questions(write: Callable[..., str], *columns: list[str], **options: Any) -> tuple[str, Spec]:
    """Return the draft of a file with these columns, as text and as a spec, having run it and read its results."""
    text = "".join("^".join(map(quoted, row)) + "\n" for row in zip(*columns, strict=True))
    path = write(text, "answers.csv")
    drafted = draft_spec(path, ENGLISH, delimiter="^", **options)[0]
    spec = parse_spec(drafted, "draft.toml")
    tabulated = tabulate([path], spec, delimiter="^", **options)
    read_back = read(io.BytesIO(render_bytes(tabulated.results, "csv", Look())))
    assert len(read_back.estimates) == len(tabulated.survey.estimates)
    return drafted, spec


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in '"\n^') else cell


@pytest.mark.parametrize(
    ("name", "texts", "is_weight"),
    [
        ("pw", ["812.5", "1033", "95.1"], True),
        ("finalwgt", ["0.7", "1.4"], True),
        ("PATWT", ["0,71", "1,4"], True),
        ("pspwght", ["0.5", "1.2", "3"], True),
        ("anweight", ["0.5", "1.2", "3"], True),
        ("hhweight", ["1200", "800"], True),
        ("sampleWeight_2", ["0.9", "1.1"], True),
        ("POND_2022", ["0,9", "1,1"], True),
        ("weight", ["62", "71.5", "88", "105"], False),
        ("Poids (kg)", ["62", "71", "88", "105"], False),
        ("wtp_euros", ["0", "5", "10"], False),
        ("wtr", ["0.9", "1.1"], False),
        ("response", ["0.9", "1.1"], False),
    ],
)
def test_a_weight_is_known_by_its_name_and_its_numbers(
    write: Callable[..., str], name: str, texts: list[str], is_weight: bool
) -> None:
    _, spec = questions(write, column("q", ["Oui", "Non"]), column(name, texts))

    assert spec.weight == (name if is_weight else "")


def test_a_body_weight_is_said_to_be_none_of_the_respondent_s(write: Callable[..., str]) -> None:
    text, _ = questions(write, column("q", ["a", "b"]), column("weight", ["62", "71", "88", "105"]))

    assert "# check: weight may be a body weight, and was not taken for that of respondents.\n" in text


@pytest.mark.parametrize(
    ("name", "is_wave"),
    [
        ("ANNEE", True),
        ("wave", True),
        ("Vague d'enquête", True),
        ("survey_year", True),
        ("income last year", False),
        ("annee_naissance", False),
        ("Année de naissance", False),
    ],
)
def test_a_wave_is_known_by_a_name_that_says_nothing_else(
    write: Callable[..., str], name: str, is_wave: bool
) -> None:
    _, spec = questions(write, column("q", ["a", "b"]), column(name, ["2022", "2023"]))

    assert spec.place("wave").column == (name if is_wave else "")


def test_clusters_and_strata_are_no_questions(write: Callable[..., str]) -> None:
    text, spec = questions(
        write, column("q", ["a", "b"]), column("psu", ["1", "2", "3"]), column("STRATE", ["N", "S"])
    )

    assert [each.indicator for each in spec.questions] == ["q"]
    assert '# strata = ["STRATE"]  # check: its name says so\n' in text
    assert '# cluster = ["psu"]  # check: its name says so\n' in text


@pytest.mark.parametrize(
    ("stem", "method"),
    [
        ("repwt", "..."),
        ("brr_", "brr"),
        ("jk", "jk1"),
        ("BSW", "bootstrap"),
        ("pwgtp", "..."),
        ("w_fstr", "..."),
    ],
)
def test_replicate_weights_are_no_questions_and_are_named_together(
    write: Callable[..., str], stem: str, method: str
) -> None:
    numbers = [f"{0.5 + place % 9 / 7:.3f}" for place in range(30)]
    replicates = [column(f"{stem}{number}", numbers) for number in range(1, 9)]

    text, spec = questions(write, column("q", ["a", "b"]), column("poids", numbers), *replicates)

    assert [each.indicator for each in spec.questions] == ["q"]
    assert spec.weight == "poids"
    assert f'# replicates = ["{stem}*"]  # check: its name says so\n# method = "{method}"\n' in text


def test_names_with_points_are_questions_of_their_own(write: Callable[..., str]) -> None:
    _, spec = questions(write, column("trust.state", ["a", "b"]), column("trust.town", ["a", "c"]))

    assert [each.indicator for each in spec.questions] == ["trust.state", "trust.town"]


def test_options_stand_in_the_order_of_their_sense(write: Callable[..., str]) -> None:
    _, spec = questions(
        write,
        column(
            "q",
            ["Plutôt d'accord", "Pas du tout d'accord", "NSP", "Tout à fait d'accord", "Plutôt pas d'accord"],
        ),
        column("r", ["10", "2", "1"]),
        column("s", ["50 et plus", "10 à 49", "moins de 10"]),
    )

    assert [list(each.options) for each in spec.questions] == [
        ["Tout à fait d'accord", "Plutôt d'accord", "Plutôt pas d'accord", "Pas du tout d'accord"],
        ["1", "2", "10"],
        ["moins de 10", "10 à 49", "50 et plus"],
    ]


SCALES = [
    ["Très satisfait", "Plutôt satisfait", "Plutôt pas satisfait", "Pas du tout satisfait"],
    ["Oui, beaucoup", "Oui, un peu", "Non"],
    ["Toujours", "Souvent", "Parfois", "Rarement", "Jamais"],
    ["Très important", "Important", "Peu important", "Pas important"],
    ["Excellent", "Very good", "Good", "Fair", "Poor"],
    ["Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree"],
    ["Très présent", "Assez présent", "Peu présent", "Pas du tout présent"],
]


@pytest.mark.parametrize("steps", SCALES)
def test_degrees_of_one_thing_are_a_scale_without_those_who_gave_none(
    write: Callable[..., str], steps: list[str]
) -> None:
    path = write("\n".join(column("Q1", [*sorted(steps), "Sans réponse"])) + "\n", "answers.csv")

    text = draft_spec(path, ENGLISH)[0]

    question = parse_spec(text, "draft.toml").questions[0]
    assert (question.is_ordered, list(question.options.values())) == (True, steps)
    assert 'missing = ["Sans réponse"]  # check: ' in text


@pytest.mark.parametrize(
    "answers",
    [
        ["Très cher", "Peu pratique", "Pas utile"],
        ["Oui", "Non", "Nouveau"],
        ["Bonne", "Bien", "Bon"],
        ["18 à 34 ans", "35 à 64 ans", "65 ans et plus"],
    ],
)
def test_other_answers_are_no_scale(write: Callable[..., str], answers: list[str]) -> None:
    path = write("\n".join(column("Q1", answers)) + "\n", "answers.csv")

    assert not parse_spec(draft_spec(path, ENGLISH)[0], "draft.toml").questions[0].is_ordered


@pytest.mark.parametrize("separator", [";", ", ", "|", " / ", "\n"])
def test_several_answers_are_parted_where_the_column_tells(write: Callable[..., str], separator: str) -> None:
    cells = [
        separator.join(each) for each in (("work",), ("home", "work"), ("town",), ("work", "town"), ("home",))
    ]
    _, spec = questions(write, column("q", cells))

    assert spec.questions[0].kind is QuestionKind.CELL
    assert list(spec.questions[0].options) == ["home", "town", "work"]


def test_a_comma_inside_one_answer_parts_nothing(write: Callable[..., str]) -> None:
    answers = ["Oui, tout à fait", "Oui, plutôt", "Non, plutôt pas", "Non, pas du tout"]
    _, spec = questions(write, column("q", answers))

    assert (spec.questions[0].kind, list(spec.questions[0].options)) == (QuestionKind.SINGLE, answers)


def test_what_people_wrote_under_other_belongs_to_its_set(write: Callable[..., str]) -> None:
    text, spec = questions(
        write,
        column("Q3[SQ001]", ["Oui", "", "Oui"]),
        column("Q3[SQ002]", ["", "Oui", "Oui"]),
        column("Q3[other]", [f"opinion {place}" if place % 3 == 0 else "" for place in range(40)]),
    )

    assert list(spec.questions[0].options) == ["Q3[SQ001]", "Q3[SQ002]", "Q3[other]"]
    assert "opinion" not in text


def test_columns_of_paths_are_one_question_named_by_its_path(write: Callable[..., str]) -> None:
    text, spec = questions(
        write,
        column("g/brakes", ["work home", "home", "work"]),
        column("g/brakes/work", ["1", "0", "1"]),
        column("g/brakes/home", ["1", "1", "0"]),
    )

    assert [(each.indicator, list(each.options.values())) for each in spec.questions] == [
        ("g/brakes", ["work", "home"])
    ]
    assert '#   "g/brakes"\n' in text


def test_a_first_second_and_third_mention_are_one_question(write: Callable[..., str]) -> None:
    _, spec = questions(
        write,
        column("Q5_1", ["work", "home", "town"]),
        column("Q5_2", ["home", "town", ""]),
        column("Q5_3", ["", "work", "home"]),
    )

    assert [(each.indicator, each.kind) for each in spec.questions] == [("Q5", QuestionKind.MENTIONS)]


def test_a_column_called_like_a_constant_is_no_place(write: Callable[..., str]) -> None:
    _, spec = questions(write, column("=region", ["PACA", "Bretagne"]), column("q", ["a", "b"]))

    assert spec.place("region") == NameSource(constant="France")


def test_a_file_without_a_header_is_pointed_out(write: Callable[..., str]) -> None:
    text, _ = questions(write, ["Oui", *["Non", "Oui"] * 20], ["PACA", *["PACA", "Corse"] * 20])

    assert "# check: names of columns are answers too: if the file has no header, say --no-header.\n" in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "phare: no column of “ids.csv” looks like a question: see whether its header was understood.\n",
        ),
        (
            "fr",
            "phare : aucune colonne de « ids.csv » ne ressemble à une question : voyez si son en-tête a été compris.\n",
        ),
    ],
)
def test_a_draft_without_a_question_is_printed_and_fails(
    phare: Callable[..., Any], tmp_path: Path, language: str, said: str
) -> None:
    (tmp_path / "ids.csv").write_text("id;name\n1;Ann\n2;Bob\n", encoding="utf-8")
    run = phare(f"tabulate ids.csv --draft --lang {language}")

    assert run.status == 1
    assert 'region = "=France"' in run.out
    assert run.err.replace("\u00a0", " ") == said


def test_a_draft_in_french_holds_no_english(phare: Callable[..., Any], write: Callable[..., str]) -> None:
    write("".join("\t".join(row) + "\n" for row in zip(*SURVEY, strict=True)), "enquête.tsv")
    english = phare("tabulate enquête.tsv --draft").out.splitlines()
    french = phare("tabulate enquête.tsv --draft --lang fr").out.splitlines()

    comments = [
        line.partition("#")[2] for line in english if "#" in line and not line.startswith(("#   ", "# "))
    ]
    shared = set(comments) & {line.partition("#")[2] for line in french}
    assert {
        comment for comment in shared if any(letter.isalpha() for letter in comment.replace("check", ""))
    } == set()


cells = st.text('ab;,"\n\\é01 =[]', max_size=6)


@given(st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=12))
def test_nothing_crashes_on_a_draft(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    path = tmp_path_factory.mktemp("draft") / "a.csv"
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    path.write_text("A,B_1,B_2\n" + "\n".join(quoted) + "\n", encoding="utf-8", newline="")
    try:
        text, _, asks, _ = draft_spec(str(path), ENGLISH)
        if asks:
            tabulate([str(path)], parse_spec(text, "draft.toml"))
    except InvalidData as refused:  # a cell that holds whole rows is told, and never read as one answer
        text, asks, codes = (
            "# A first spec for nothing",
            False,
            {problem.code for problem in refused.problems},
        )
    else:
        codes = {"unclosed-quote"}

    assert codes == {"unclosed-quote"}
    assert asks is ("[[question]]" in text)
    assert text.startswith("# A first spec for ")


def test_columns_of_one_name_are_left_out_of_a_draft(write: Callable[..., str]) -> None:
    path = write("region,Q1,Q2[2],Q2[2]\n" + "PACA,a,0,1\n93,b,0,1\nPACA,a,1,0\n" * 10)
    text, *_ = draft_spec(path, ENGLISH)

    twins = "\n# check: Left out: columns that share their name with another. Name each its own way:\n"
    assert f'{twins}#   "Q2[2]"\n#   "Q2[2]"\n' in text
    assert tabulate([path], parse_spec(text, "draft.toml")).survey.estimates


@pytest.mark.parametrize(
    "name",
    [
        "id", "_uuid", "ResponseId", "respondent_id", "Respondent ID", "id. ID de la réponse", "Identifiant", "token",
        "meta/instanceID", "caseid", "idno", "N° du répondant", "Numéro de questionnaire", "Submission ID",
    ],
)  # fmt: skip
def test_a_draft_names_the_column_of_identifiers(write: Callable[..., str], name: str) -> None:
    path = write(
        "".join(f"{name if not row else 1000 + row}\t{'q' if not row else row % 2}\n" for row in range(9)),
        "r.tsv",
    )
    spec = parse_spec(draft_spec(path, ENGLISH)[0], "draft.toml")

    assert [each.indicator for each in spec.questions] == ["q"]
    assert spec.id
    assert name.startswith(spec.id)
    assert len(tabulate([path], spec).survey.estimates) == 2


def test_a_draft_asks_about_identifiers_that_stand_twice(write: Callable[..., str]) -> None:
    path = write(
        "_id\t_uuid\tq\n" + "".join(f"{row}\t{max(row, 2)}x\t{row % 2}\n" for row in range(9)), "r.tsv"
    )
    text = draft_spec(path, ENGLISH)[0]

    assert '# id = "_uuid"  # check: 1 stands twice or more\nid = "_id"  # check: ' in text
    assert '#   "_uuid"\n' in text


@pytest.mark.parametrize("name", ["hhid", "id_menage", "identité", "idée", "Case", "Numéro de département"])
def test_a_draft_takes_no_other_column_for_identifiers(write: Callable[..., str], name: str) -> None:
    path = write(f"{name}\tq\n" + "".join(f"{1000 + row}\t{row % 2}\n" for row in range(9)), "r.tsv")

    assert "id = " not in draft_spec(path, ENGLISH)[0]


def test_a_column_of_few_answers_is_no_identifier_whatever_its_name(write: Callable[..., str]) -> None:
    path = write("id\tq\n" + "".join(f"{'abc'[row % 3]}\t{row % 2}\n" for row in range(9)), "r.tsv")

    assert [each.indicator for each in parse_spec(draft_spec(path, ENGLISH)[0], "d").questions] == ["id", "q"]


@pytest.mark.parametrize(
    "texts",
    [
        [str(number) for number in range(18, 50)], [f"{number}.5" for number in range(48, 80)],
        [f"2024-01-{day:02}" for day in range(1, 29)], [f"{day:02}/03/2024" for day in range(1, 29)],
        ["2024-01-05 10:30", "2024-01-06 11:00"], [str(100 * number) for number in range(30)],
    ],
)  # fmt: skip
def test_a_draft_asks_no_measure_and_no_date(write: Callable[..., str], texts: list[str]) -> None:
    rows = "".join(f"{texts[row % len(texts)]}\t{row % 2}\n" for row in range(300))
    text = draft_spec(write(f"x\tq\n{rows}", "r.tsv"), ENGLISH)[0]

    assert [each.indicator for each in parse_spec(text, "draft.toml").questions] == ["q"]
    assert text.endswith('#   "x"\n')


@pytest.mark.parametrize(
    "notes",
    [
        [["Enquête 2026"]],
        [["Enquête 2026"], ["Terrain en mars"], ["Contact : l'observatoire"]],
        [["Version", "Date"]],
        [],
    ],
)
def test_a_sheet_of_notes_before_the_answers_is_passed_over(tmp_path: Path, notes: list[list[str]]) -> None:
    book = openpyxl.Workbook()
    cover = book.worksheets[0]
    for row in notes:
        cover.append(row)
    answers = book.create_sheet("Réponses")
    for row in [["REG", "Q1"], *[["PACA", "oui"], ["Bretagne", "non"]] * 10]:
        answers.append(row)
    book.save(tmp_path / "a.xlsx")
    text, notices, *_ = draft_spec(str(tmp_path / "a.xlsx"), ENGLISH)

    assert ([each.indicator for each in parse_spec(text, "a").questions], notices) == (["Q1"], ())


def test_of_two_sheets_of_answers_the_first_is_read_and_the_other_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for sheet in (book.worksheets[0], book.create_sheet("2025")):
        for row in [["REG", f"Q{sheet.title}"], *[["PACA", "oui"], ["Bretagne", "non"]] * 10]:
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    text, notices, *_ = draft_spec(str(tmp_path / "a.xlsx"), ENGLISH)

    assert "2025" not in text
    assert [notice.text for notice in notices] == [
        "{file}: sheet “{name}” was read; --sheet chooses another one, such as “{other}”."
    ]


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        (
            ["Tout à fait d'accord", "Plutôt d'accord", "Plutôt pas d'accord", "Pas du tout d'accord"],
            '# nets = { "Tout à fait d\'accord / plutôt d\'accord" = ["Tout à fait d\'accord", "Plutôt d\'accord"] }',
        ),
        (
            ["Very good", "Fairly good", "Neither", "Fairly poor", "Very poor"],
            '# nets = { "Very good / fairly good" = ["Very good", "Fairly good"] }',
        ),
        (["Always", "Sometimes", "Never"], ""),
    ],
)
def test_a_scale_is_offered_the_sum_of_its_favourable_steps(
    write: Callable[..., str], steps: list[str], line: str
) -> None:
    text, spec = questions(write, column("q", steps))
    offered = [each.partition("  #")[0] for each in text.splitlines() if each.startswith("# nets")]

    assert (offered, len(spec.questions)) == ([line] if line else [], 1)
    assert parse_spec(text.replace("# nets", "nets"), "spec.toml").problems == ()
