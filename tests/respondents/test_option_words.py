"""Which words of option columns say "chosen": told by all of them together, and a problem where nothing tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.typeset import Typesetter
from phare_cli.recipes.tabulate.drafting import draft_spec
from phare_cli.respondents.option_words import Doubt, find_words, is_other, word_of
from phare_cli.respondents.specs.spec_file import parse_spec

SPEC = 'region = "=France"\nstakeholder = "=citizens"\n[[question]]\nindicator = "q"\nkind = "set"\ncolumns = ["Q_*"]\n'


def said(columns: Mapping[str, set[str]], chosen: Mapping[str, frozenset[str] | None]) -> dict[str, set[str]]:
    """Return the words of each column that say "chosen", as they are written there."""
    return {
        column: {word for word in held if word_of(word) in (chosen[column] or ())}
        for column, held in columns.items()
    }


def words(**columns: str) -> dict[str, set[str]]:
    return {name: set(text.split(",")) for name, text in columns.items()}


@pytest.mark.parametrize(
    ("columns", "chosen"),
    [
        (words(a="0,1", b="0,1"), {"a": {"1"}, "b": {"1"}}),
        (words(a="1,", b="1,"), {"a": {"1"}, "b": {"1"}}),
        (words(a="1,2", b="2"), {"a": {"1"}, "b": set()}),
        (words(a="5,0", b="0"), {"a": {"5"}, "b": set()}),
        (words(a="1,", b="2,"), {"a": {"1"}, "b": {"2"}}),
        (words(a="Cité,", b="Cité,"), {"a": {"Cité"}, "b": {"Cité"}}),
        (words(a="Non cité", b="Non cité"), {"a": set(), "b": set()}),
        (words(a="Mentioned,Not mentioned", b="Not mentioned"), {"a": {"Mentioned"}, "b": set()}),
        (words(a="Ja,Nein", b="Nein"), {"a": {"Ja"}, "b": set()}),
        (words(a="✓,", b="✓,"), {"a": {"✓"}, "b": {"✓"}}),
        (words(a="Genannt,", b="Genannt,"), {"a": {"Genannt"}, "b": {"Genannt"}}),
        (words(a="Genannt,Nicht genannt", b="Nicht genannt"), {"a": {"Genannt"}, "b": set()}),
        (words(a="1.0,0.0", b="0.0"), {"a": {"1.0"}, "b": set()}),
        (words(a="1.0,", b="1.0,"), {"a": {"1.0"}, "b": {"1.0"}}),
        (words(a="☑,☐", b="☐"), {"a": {"☑"}, "b": set()}),
        (words(a="TRUE,FALSE", b="FALSE"), {"a": {"TRUE"}, "b": set()}),
        (words(a="coché,non coché", b="non coché"), {"a": {"coché"}, "b": set()}),
        (words(a="Quoted,NO TO: Quoted", b="NO TO: Quoted"), {"a": {"Quoted"}, "b": set()}),
        (words(a="100,0", b="0"), {"a": {"100"}, "b": set()}),
        (words(a="Press,", b="Radio,"), {"a": {"Press"}, "b": {"Radio"}}),
    ],
)
def test_the_words_of_a_set_are_found_together(
    columns: Mapping[str, set[str]], chosen: Mapping[str, set[str]]
) -> None:
    found = find_words(columns, {})

    assert (found.doubt, found.mentions) == (None, False)
    assert said(columns, found.chosen) == chosen


@pytest.mark.parametrize(
    ("columns", "doubt"),
    [
        (words(a="Oui,Peut-être", b="Oui"), ("a", Doubt.WORDS)),
        (words(a="1,-1", b="-1"), ("a", Doubt.WORDS)),
        (words(a="1,99", b="99"), ("a", Doubt.WORDS)),
        (words(a="1,9", b="9"), ("a", Doubt.WORDS)),
        (words(a="x,-", b="-"), ("a", Doubt.WORDS)),
        (words(a="A,B", b="A,B"), ("a", Doubt.WORDS)),
        (words(a="Genannt", b="Genannt"), ("a", Doubt.LONE)),
        (words(a="1", b="2"), ("a", Doubt.LONE)),
    ],
)
def test_what_nothing_tells_is_a_doubt(columns: Mapping[str, set[str]], doubt: tuple[str, Doubt]) -> None:
    assert find_words(columns, {}).doubt == doubt


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Q3[other]", True),
        ("Q3 [Autre]", True),
        ("q3_other", True),
        ("g/q3/autre", True),
        ("Autre, précisez", True),
        ("Other (please specify)", True),
        ("Q3[otherwise]", False),
        ("Autrement", False),
    ],
)
def test_the_column_of_what_people_wrote_is_known_by_its_name(name: str, other: bool) -> None:
    assert is_other(name) is other


def test_any_text_under_other_is_a_choice(run: Callable[..., Any]) -> None:
    results = run(SPEC, "Q_a;Q_b;Q_other\nOui;Oui;\nOui;;\n;;le bruit\n;Oui;les taxes\n")

    assert results.values() == {"Q_a": 50.0, "Q_b": 50.0, "Q_other": 50.0}


def test_an_item_is_never_named_by_a_word_that_all_columns_share(run: Callable[..., Any]) -> None:
    results = run(SPEC, "Q_press;Q_radio\nMentioned;\n;Mentioned\nMentioned;Mentioned\n")

    assert results.values() == {"Q_press": pytest.approx(200 / 3), "Q_radio": pytest.approx(200 / 3)}


def test_nobody_chose_what_every_row_denies(run: Callable[..., Any]) -> None:
    assert run(SPEC, "Q_a;Q_b\nNon cité;Non cité\nNon cité;Non cité\n").values() == {"Q_a": 0.0, "Q_b": 0.0}


def test_a_word_that_shows_late_is_weighed_with_the_first(run: Callable[..., Any]) -> None:
    rows = [*["5;0"] * 5000, *["0;5"] * 3000]
    results = run(SPEC, "Q_a;Q_b\n" + "\n".join(rows) + "\n", block_size=1 << 12)

    assert results.values() == {"Q_a": 62.5, "Q_b": 37.5}


def test_an_unusual_code_is_said(run: Callable[..., Any]) -> None:
    assert run(SPEC, "Q_a;Q_b\n1;2\n2;1\n1;1\n").notices == [
        "in the columns of “q”, 1 was read as chosen; selected in a spec says otherwise."
    ]


def test_columns_of_mentions_count_an_item_wherever_it_stands(run: Callable[..., Any]) -> None:
    results = run(
        SPEC, "Q_1;Q_2;Q_3\nemploi;mobilité;\nmobilité;emploi;logement\nemploi;;\nlogement;mobilité;\n"
    )

    assert results.values() == {"emploi": 75.0, "logement": 50.0, "mobilité": 75.0}
    assert results.notices == [
        "the columns of “q” hold what was named first, second...: an item counts for who named it in any of them."
    ]


def test_mentions_may_be_declared(run: Callable[..., Any]) -> None:
    spec = SPEC.replace('"set"', '"mentions"') + '[question.options]\nE = "emploi"\nM = "mobilité"\n'

    assert run(spec, "Q_1;Q_2\nE;M\nM;\n").values() == {"emploi": 50.0, "mobilité": 100.0}


def test_one_word_in_every_row_is_a_problem_of_its_column(problems: Callable[..., Any]) -> None:
    assert problems(SPEC, "Q_a;Q_b\nGenannt;Genannt\nGenannt;Genannt\n") == [
        (
            "lone-word",
            None,
            "Q_a",
            "this column of an option holds one word, in every row, and nothing tells whether it says that the option "
            "was chosen: say so, with selected or not_selected.",
        )
    ]


def test_a_path_that_all_options_share_is_no_part_of_their_names(run: Callable[..., Any]) -> None:
    spec = SPEC.replace("Q_*", "g/brakes*")
    results = run(spec, "g/brakes;g/brakes/work;g/brakes/home\nwork;1;0\nhome work;1;1\n")

    assert results.values() == {"work": 100.0, "home": 50.0}


SCALES = (
    "Très Assez Peu Pas", "1 2 3 4", "1 2 3 4 5", "A B C", "toujours souvent jamais", "Oui Plutôt Non", "0 5 10",
    "bon moyen mauvais", "1 2 3 9", "Daily Weekly Never",
)  # fmt: skip


def battery(scale: str, columns: int = 4, rows: int = 60) -> str:
    """Return questions of one scale, which each respondent answers each."""
    steps = scale.split(" ")
    lines = [
        ";".join(steps[(row * (place + 3) + row // 5) % len(steps)] for place in range(columns))
        for row in range(rows)
    ]
    return ";".join(f"Q_{place}" for place in range(columns)) + "\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "hold one answer twice for many respondents: they are questions of one scale"),
        ("fr", "contiennent deux fois la même réponse chez beaucoup de répondants"),
    ],
)
def test_questions_of_one_scale_are_no_mentions(
    phare: Callable[..., Any], tmp_path: Path, scale: str, language: str, said: str
) -> None:
    (tmp_path / "a.csv").write_text(battery(scale), encoding="utf-8")
    run = phare(f"tabulate a.csv -r =France -s =citizens --multiple 'Q_*' --lang {language}")

    says_yes = bool({"1", "0", "Oui"} & set(scale.split(" ")))  # whose other words are a doubt before

    assert (run.status, run.out) == (3, "")
    assert (said in run.err.replace("\N{NO-BREAK SPACE}", " ")) is not says_yes


@pytest.mark.parametrize("scale", SCALES)
def test_the_draft_asks_each_question_of_a_scale(
    phare: Callable[..., Any], tmp_path: Path, scale: str
) -> None:
    (tmp_path / "a.csv").write_text(battery(scale), encoding="utf-8")
    (tmp_path / "s.toml").write_text(phare("tabulate a.csv --draft").out, encoding="utf-8")
    run = phare("tabulate a.csv --spec s.toml -f csv")

    assert sorted(set(run.column("indicator"))) == ["Q_0", "Q_1", "Q_2", "Q_3"]


def test_a_few_who_name_one_answer_twice_are_counted_once(run: Callable[..., Any]) -> None:
    rows = "a;b\nb;c\nc;a\na;c\n" * 5 + "a;a\n"

    assert run(SPEC, f"Q_1;Q_2\n{rows}").one("a").value == pytest.approx(100 * 16 / 21)


PAIRS = (
    ("Oui", "Non"), ("Mentioned", "Not mentioned"), ("Cité", "Non cité"), ("Ja", "Nein"), ("✓", "✗"), ("1", "0"),
    ("1", "2"), ("5", "0"), ("1.0", "0.0"), ("TRUE", "FALSE"), ("coché", "non coché"), ("☑", "☐"), ("O", "N"),
    ("Sí", "No"), ("100", "0"), ("Quoted", "NO TO: Quoted"),
)  # fmt: skip


@pytest.mark.parametrize(("chosen", "other"), PAIRS)
@pytest.mark.parametrize("is_turned", [False, True])
def test_a_set_counts_who_chose_whatever_says_so(
    run: Callable[..., Any], chosen: str, other: str, is_turned: bool
) -> None:
    rows = [(chosen, other), (other, other), (chosen, chosen), (chosen, other)]
    text = "".join(f"{one};{two}\n" for one, two in (reversed(rows) if is_turned else rows))

    assert run(SPEC, f"Q_a;Q_b\n{text}").values() == {"Q_a": 75.0, "Q_b": 25.0}


@pytest.mark.parametrize("chosen", ["Oui", "1", "X", "✓", "Mentioned", "Cité", "yes", "5", "Ja", "1.0"])
def test_a_set_of_a_word_and_nothing_counts_on_those_who_chose_something(
    run: Callable[..., Any], chosen: str
) -> None:
    results = run(SPEC, f"Q_a;Q_b\n{chosen};\n;{chosen}\n{chosen};\n;\n{chosen};{chosen}\n")

    assert results.values() == {"Q_a": 75.0, "Q_b": 50.0}
    assert results.one("Q_a").base == 4


TEXTS = {
    "Qualtrics": ("Q_1", "Q_5", "Q_5_TEXT"),
    "LimeSurvey": ("Q_[1]", "Q_[5]", "Q_[5comment]"),
    "others": ("Q_1", "Q_5", "Q_5_preciser"),
}


@pytest.mark.parametrize("names", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(
    "cells",
    [
        [("1", "", ""), ("1", "1", "podcasts"), ("", "1", ""), ("", "1", "friends")],
        [("1", "0", ""), ("1", "1", "podcasts"), ("0", "1", ""), ("0", "1", "no idea")],
        [("Press", "", ""), ("Press", "Other", "podcasts"), ("", "Other", ""), ("", "Other", "1")],
        [("1", "", ""), ("1", "1", "podcasts"), ("", "1", ""), ("", "", "podcasts")],
        [("Yes", "No", ""), ("Yes", "Yes", "Yes"), ("No", "Yes", ""), ("No", "Yes", "podcasts")],
    ],
)
def test_what_people_wrote_beside_an_option_is_that_option_and_nobody_counts_twice(
    run: Callable[..., Any], names: tuple[str, ...], cells: list[tuple[str, ...]]
) -> None:
    results = run(SPEC, "\n".join([";".join(names), *map(";".join, cells)]) + "\n")

    assert [(each.value, each.base) for each in results.estimates] == [(50.0, 4), (75.0, 4)]


@pytest.mark.parametrize(
    "words", [("1", "2"), ("Yes", "No"), ("Oui", "Non"), ("1", "0"), ("Cité", "Non cité")]
)
def test_a_column_of_other_that_was_ticked_as_the_rest_holds_no_text(
    run: Callable[..., Any], words: tuple[str, str]
) -> None:
    yes, no = words
    rows = [(yes, no, no), (no, yes, no), (yes, yes, yes), (no, no, no)]

    results = run(SPEC, "Q_1;Q_2;Q_other\n" + "".join(f"{';'.join(row)}\n" for row in rows))

    assert list(results.values().values()) == [50.0, 50.0, 25.0]


def test_a_text_beside_an_option_may_be_declared_as_an_option_of_its_own(run: Callable[..., Any]) -> None:
    results = run(
        SPEC + '[question.options]\nQ_5 = "other"\nQ_5_TEXT = "other in words"\n',
        "Q_1;Q_5;Q_5_TEXT\n1;;\n1;1;podcasts\n;1;\n",
    )

    values = {item: round(value or 0) for item, value in results.values().items()}
    assert values == {"Q_1": 67, "other": 67, "other in words": 33}


QUALTRICS = (
    "ResponseId,Q_1,Q_2,Q_5,Q_5_TEXT,Q_6\n"
    "Response ID,Which? - Selected Choice - Press,Which? - Selected Choice - Radio,"
    "Which? - Selected Choice - Other (specify),Which? - Other (specify) - Text,Which? - Selected Choice - None\n"
    + ",".join('"{""ImportId"":""x""}"' for _ in range(6))
    + "\nR1,1,,,,\nR2,1,1,1,podcasts,\nR3,,,1,a friend,\nR4,,1,,,\nR5,,,,,1\nR6,,,,,1\n"
)


def test_options_of_qualtrics_are_named_by_their_labels(run: Callable[..., Any]) -> None:
    results = run(SPEC, QUALTRICS)

    assert list(results.values()) == ["Press", "Radio", "Other (specify)", "None"]


def test_a_draft_keeps_a_set_whole_around_what_people_wrote(write: Callable[..., str]) -> None:
    text = draft_spec(write(QUALTRICS), Typesetter("en"))[0]

    (question,) = parse_spec(text, "draft.toml").questions
    assert question.options == {"Q_1": "Press", "Q_2": "Radio", "Q_5": "Other (specify)", "Q_6": "None"}
    assert (question.wording, '#   "Q_5_TEXT"' in text) == ("Which?", True)


def test_what_people_wrote_is_a_choice_where_the_word_for_chosen_is_declared(run: Callable[..., Any]) -> None:
    spec = SPEC + 'selected = ["Y"]\nnot_selected = ["N"]\n'
    results = run(spec, "Q_1;Q_[other]\nY;\nN;podcasts\nN;N\n;friends\n")

    assert list(results.values().values()) == [25.0, 50.0]
