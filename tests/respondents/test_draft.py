"""A draft reads the file well enough to run as it stands, and guesses what a person would."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.language.typeset import Typesetter
from phare_cli.recipes.tabulate.drafting import draft_spec
from phare_cli.recipes.tabulate.tabulate import tabulate
from phare_cli.respondents.spec import NameSource, QuestionKind
from phare_cli.respondents.spec_file import parse_spec

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
        "\n# Left out: free texts, dates, identifiers, columns with one answer or none:\n"
        '#   "id"\n#   "Avis"\n'
    )


def test_a_draft_quotes_no_free_text(drafted: tuple[str, str]) -> None:
    assert "opinion" not in drafted[1]


def test_a_draft_offers_to_leave_no_answer_out(drafted: tuple[str, str]) -> None:
    assert '# missing = ["NSP"]  # and take it out of the options, to leave it out of the base' in drafted[1]


cells = st.text('ab;,"\n\\é01 =[]', max_size=6)


@given(st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=12))
def test_nothing_crashes_on_a_draft(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    path = tmp_path_factory.mktemp("draft") / "a.csv"
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    path.write_text("A,B_1,B_2\n" + "\n".join(quoted) + "\n", encoding="utf-8", newline="")
    text, _ = draft_spec(str(path), ENGLISH)

    if "[[question]]" in text:
        tabulate([str(path)], parse_spec(text, "draft.toml"))
    assert text.startswith("# A first spec for ")
