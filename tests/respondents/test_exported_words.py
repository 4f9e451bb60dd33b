"""What programs of surveys write in names, labels and answers is read as a person would read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest

from phare_cli.language.known_by_words.residual_answers import is_silent
from phare_cli.language.typeset import Typesetter
from phare_cli.recipes.tabulate.drafting import draft_spec
from phare_cli.respondents.spec import QuestionKind, Spec
from phare_cli.respondents.specs.spec_file import parse_spec

HEAD = 'region = "=France"\nstakeholder = "=citizens"\n'
DEGREES = ("Tout à fait d'accord", "Plutôt d'accord", "Plutôt pas d'accord", "Pas du tout d'accord")


def drafted(path: str) -> tuple[Spec, str]:
    text = draft_spec(path, Typesetter("en"))[0]
    return parse_spec(text, "draft.toml"), text


def table(columns: Mapping[str, Sequence[object]], rows: int = 60) -> str:
    cells = (";".join(str(texts[row % len(texts)]) for texts in columns.values()) for row in range(rows))
    return ";".join(columns) + "\n" + "\n".join(cells) + "\n"


@pytest.mark.parametrize(
    "answer",
    [
        "Sans opinion", "Je ne sais pas", "NSP", "N.S.P.", "Ne sait pas / ne répond pas", "Non concerné(e)", "Refus",
        "Ne souhaite pas répondre", "Ne se prononce pas", "Don't know", "Prefer not to say", "Not applicable", "N/A",
    ],
)  # fmt: skip
def test_an_answer_that_gives_none_is_no_step_of_a_scale(write: Callable[..., str], answer: str) -> None:
    spec, _ = drafted(write(table({"Q1": (*DEGREES, answer)})))

    assert (spec.questions[0].is_ordered, spec.questions[0].missing) == (True, (answer,))
    assert tuple(spec.questions[0].options) == DEGREES


@pytest.mark.parametrize(
    "answer", ["Aucun", "Ne sait pas lire", "Sans emploi", "Pas d'accord", "Neutre", "Non", "9"]
)
def test_an_answer_of_the_same_words_is_one(answer: str) -> None:
    assert not is_silent(answer)


@pytest.fixture
def labelled(tmp_path: Path) -> str:
    """An SPSS file whose labels say what the names of its columns do not."""
    answers = pd.DataFrame(
        {
            "Q2_1": [place % 2 for place in range(60)],
            "Q2_2": [1 - place % 2 for place in range(60)],
            "V9": [0.5 + place / 60 for place in range(60)],
        }
    )
    labels: list[str | None] = ["Vos craintes : l'emploi", "Vos craintes : la santé", "Poids de redressement"]
    path = tmp_path / "labelled.sav"
    pyreadstat.write_sav(answers, path, column_labels=labels)
    return str(path)


def test_weights_are_known_by_their_label(labelled: str) -> None:
    assert drafted(labelled)[0].weight == "V9"


def test_the_question_that_labels_share_is_said_once(labelled: str) -> None:
    question = drafted(labelled)[0].questions[0]

    assert question.wording == "Vos craintes"
    assert question.options == {"Q2_1": "l'emploi", "Q2_2": "la santé"}


def test_the_label_of_one_option_is_no_question(tmp_path: Path) -> None:
    answers = pd.DataFrame({"Q1_1": [0, 1] * 20, "Q1_2": [1, 0] * 20})
    pyreadstat.write_sav(answers, tmp_path / "a.sav", column_labels=["L'emploi", "La santé"])

    assert drafted(str(tmp_path / "a.sav"))[0].questions[0].wording == ""


def test_an_option_of_other_things_stands_with_the_rest(write: Callable[..., str]) -> None:
    columns = {"Q3_1": ("Oui", "Non"), "Q3_2": ("Non", "Oui"), "Q3_other": ("Non", "Non", "Oui")}
    spec, _ = drafted(write(table(columns)))

    assert [(each.indicator, each.kind) for each in spec.questions] == [("Q3", QuestionKind.SET)]


def test_the_names_of_a_form_are_spelled_out(write: Callable[..., str]) -> None:
    columns = {
        "profil/type_de_lieu": ("en_ville", "au_village"),
        "_uuid": [f"u{place}" for place in range(60)],
    }
    question = drafted(write(table(columns)))[0].questions[0]

    assert question.indicator == "type de lieu"
    assert set(question.options.values()) == {"en ville", "au village"}


def test_numbers_of_many_sizes_are_told_apart_from_texts(write: Callable[..., str]) -> None:
    columns = {"age": range(18, 78), "avis": [f"avis {place}" for place in range(60)], "Q": ("a", "b")}
    _, text = drafted(write(table(columns)))

    assert 'ask for the mean:\n#   "age"\n' in text
    assert 'one answer or none:\n#   "avis"\n' in text


def test_what_qualtrics_counts_itself_is_no_question(write: Callable[..., str]) -> None:
    columns = {"RecordedDate": ("2026-01-01",), "Q6": range(11), "Q6_NPS_GROUP": ("Promoter", "Passive")}
    spec, _ = drafted(write(table(columns)))

    assert [each.indicator for each in spec.questions] == ["Q6"]


@pytest.mark.parametrize("name", ["POIDS", "pds", "Pondération", "weight", "poids_final", "FINALWGT"])
def test_weights_that_nothing_uses_are_asked_about(run: Callable[..., Any], name: str) -> None:
    results = run(f'{HEAD}[[question]]\nindicator = "q"\ncolumn = "Q"', f"Q,{name}\na,1.5\nb,0.5\n")

    assert results.notices == [
        f'does {name} hold the weights of respondents? Then name it, weight = "{name}": here each weighs the same.'
    ]


@pytest.mark.parametrize(
    "name", ["poids_kg", "body weight", "Quel est votre poids ?", "coefficient familial", "w"]
)
def test_other_weights_are_not(run: Callable[..., Any], name: str) -> None:
    assert run(f'{HEAD}[[question]]\nindicator = "q"\ncolumn = "Q"', f"Q,{name}\na,70\n").notices == []


def test_an_answer_that_a_question_both_lists_and_leaves_out_is_a_problem(
    problems: Callable[..., Any],
) -> None:
    question = '[[question]]\nindicator = "q"\ncolumn = "Q"\nmissing = ["NSP"]\noptions = {"NSP" = "nsp"}'
    ((code, _, key, said),) = problems(HEAD + question, "Q\nNSP\n")

    assert (code, key) == ("wrong-spec", "question[1].missing")
    assert said == "“NSP” stands for no answer here, and is an option: take it out of one."


def test_an_option_that_the_whole_file_leaves_out_is_told(run: Callable[..., Any]) -> None:
    question = '[[question]]\nindicator = "q"\ncolumn = "Q"\noptions = {"Oui" = "oui", "NSP" = "nsp"}'
    results = run(f'missing = ["NSP"]\n{HEAD}{question}', "Q\nOui\nNSP\n")

    assert results.values()["nsp"] == 50.0
    assert results.notices == [
        "“NSP” stands for no answer, but is an option of q, where it counts: take it out of the options to leave it "
        "out of the base."
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "Vous répondez en tant que :",
        "Qui êtes-vous ?",
        "Answering as a",
        "Type de répondant",
        "Profil des acteurs",
    ],
)
def test_who_answered_is_known_by_the_question_that_asks_it(write: Callable[..., str], asked: str) -> None:
    spec, _ = drafted(write(table({asked: ("Un voisin", "Un livreur"), "Q": ("a", "b")})))

    assert spec.place("stakeholder").column == asked


@pytest.mark.parametrize(
    "asked", ["Vous êtes :", "Êtes-vous d'accord ?", "Statut du logement", "Type de logement"]
)
def test_what_a_respondent_is_asked_beside_is_not(write: Callable[..., str], asked: str) -> None:
    spec, _ = drafted(write(table({asked: ("Un homme", "Une femme"), "Q": ("a", "b")})))

    assert spec.place("stakeholder").constant == "citizens"
