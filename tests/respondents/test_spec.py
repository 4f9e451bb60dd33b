"""A spec file says what is wrong in it, and where; a quick spec says what a few options say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import InvalidData, UnreadableInput
from phare_cli.respondents.spec import NameSource, Question, QuestionKind
from phare_cli.respondents.specs.spec_file import parse_spec, read_spec
from phare_cli.respondents.specs.spec_options import quick_spec

GOOD = '[[question]]\nindicator = "q"\ncolumn = "Q"\n'


def told(text: str) -> list[tuple[str | None, str]]:
    with pytest.raises(InvalidData) as raised:
        parse_spec(text, "spec.toml")
    return [(each.column, Typesetter("en").say(each.message)) for each in raised.value.problems]


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ("", "question", "no question is declared. Add a [[question]] table for each one."),
        ('regoin = "R"\n' + GOOD, "regoin", "no key is called regoin here. Did you mean region?"),
        ("weight = [1]\n" + GOOD, "weight", 'weight is a text: weight = "...".'),
        ('missing = [["a"]]\n' + GOOD, "missing", 'missing is a list of texts: missing = ["...", "..."].'),
        (
            "in_national_sample = 1\n" + GOOD,
            "in_national_sample",
            "in_national_sample is true or false, without quotes.",
        ),
        (
            '[[question]]\ncolumn = "Q"\n',
            "question[1].indicator",
            'indicator is missing. Add indicator = "...".',
        ),
        (
            '[[question]]\nindicator = "q"\n',
            "question[1].column",
            'this question names no column. Add column = "...".',
        ),
        (
            GOOD + 'kind = "sets"\n',
            "question[1].kind",
            "kind is one of single, set, mentions, cell, score, number or ordered, not “sets”.",
        ),
        (
            GOOD + 'separator = ";"\n',
            "question[1].separator",
            "a question of kind single has no separator. Remove it.",
        ),
        (
            '[[question]]\nindicator = "q"\ncolumns = ["a", "b"]\n',
            "question[1].columns",
            'a question of kind single stands in one column. Try kind = "set".',
        ),
        (
            '[[question]]\nindicator = "q"\nkind = "set"\ncolumns = { "a" = "oui" }\n',
            "question[1].columns",
            "columns is a list of texts. A question of kind set names its columns, each with its item, under "
            '[question.options]: "Q1[1]" = "emploi".',
        ),
        (
            '[[question]]\nindicator = "q"\ncolumn = ["a"]\n',
            "question[1].column",
            'column is a text: column = "...".',
        ),
        (
            '[[question]]\nindicator = "q"\ncolumn = ""\n',
            "question[1].column",
            'this question names no column. Add column = "...".',
        ),
        (
            GOOD + 'kind = "score"\nlowest = 5\nhighest = 1\n',
            "question[1].highest",
            "the highest score must be above the lowest.",
        ),
        (
            GOOD + 'kind = "score"\nlowest = "0"\n',
            "question[1].lowest",
            "lowest is a number, without quotes.",
        ),
        ("question = 3\n", "question", "write each question as a table: [[question]]."),
        (GOOD + "options = 3\n", "question[1].options", "options is a table: [options] and lines below it."),
    ],
)
def test_what_is_wrong_is_told_with_its_key(text: str, key: str, said: str) -> None:
    assert (key, said) in told(text)


def test_every_mistake_is_told_at_once() -> None:
    assert len(told('weigth = "W"\nregion = 1.5\n[[question]]\nkind = "no"\n')) == 4


def test_what_is_no_toml_is_said() -> None:
    ((_, said),) = told("region = \n")

    assert (
        said
        == "this is not TOML: line 1, column 10: here stands neither a number, true, false, a list [...] nor a text "
        'between straight quotation marks, "...".'
    )


def test_a_spec_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"there is no file “.*none\.toml”: check the name"):
        read_spec(str(tmp_path / "none.toml"))


def test_options_may_be_a_list_when_they_are_their_own_items() -> None:
    spec = parse_spec(GOOD + 'options = ["b", "a"]\n', "spec.toml")

    assert list(spec.questions[0].options.items()) == [("b", "b"), ("a", "a")]


def test_a_place_is_a_column_or_a_constant() -> None:
    assert (NameSource.of("REG"), NameSource.of("=PACA"), bool(NameSource.of(""))) == (
        NameSource(column="REG"),
        NameSource(constant="PACA"),
        False,
    )


def test_the_quick_form_is_a_spec() -> None:
    spec = quick_spec(region="REG", weight="W", single=["Q7"], multiple=["Q3[*]", "Q5"], score=["N"])

    assert spec.place("region") == NameSource(column="REG")
    assert spec.questions == (
        Question("Q7", QuestionKind.SINGLE, ("Q7",)),
        Question("Q3", QuestionKind.SET, ("Q3[*]",)),
        Question("Q5", QuestionKind.CELL, ("Q5",)),
        Question("N", QuestionKind.SCORE, ("N",)),
    )


def test_the_quick_form_tabulates(run: Callable[..., Any]) -> None:
    spec = quick_spec(
        region="=PACA",
        stakeholder="ACTEUR",
        weight="POIDS",
        single=["Q7"],
        multiple=["Q3[*]"],
        survey="Ma région",
    )

    results = run(spec, "ACTEUR;POIDS;Q7;Q3[a];Q3[b]\nmaire;1,5;oui;1;0\nmaire;0,5;non;0;0\n")

    assert [(each.indicator, each.item, each.value, each.survey) for each in results.estimates] == [
        ("Q7", "non", 25.0, "Ma région"),
        ("Q7", "oui", 75.0, "Ma région"),
        ("Q3", "a", 75.0, "Ma région"),
        ("Q3", "b", 0.0, "Ma région"),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("survey = " + "1" * 5000, "a number of too many digits"),
        ("survey = " + "[" * 5000 + "]" * 5000, "nested too deeply"),
        ("# " + "x" * (1 << 20), "more than 1 MB"),
        ("# a\nsurvey = '\udcff'", "it is not UTF-8 (line 2)"),
    ],
)
def test_a_spec_that_nobody_wrote_is_said(
    phare: Callable[..., Any], tmp_path: Path, text: str, reason: str
) -> None:
    (tmp_path / "spec.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    (tmp_path / "a.csv").write_text("R,Q\nPACA,x\n", encoding="utf-8")

    run = phare("tabulate a.csv --spec spec.toml")

    assert (run.status, run.err.splitlines()[0]) == (
        3,
        f"phare: spec.toml: this is not TOML: {reason}. [not-toml]",
    )
