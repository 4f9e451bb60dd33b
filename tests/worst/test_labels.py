"""Files of SPSS, Stata and Parquet whose codes have labels, blank or shared ones too, lists and weights that miss."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

Phare = Callable[..., Any]
ALL = "tabulate a.sav --region =France --stakeholder =citizens -f csv"
ANSWERS = {1.0: "oui", 2.0: "non", 77.0: "Refus"}


@pytest.fixture
def save(tmp_path: Any) -> Callable[..., None]:
    """Return a function that writes columns as SPSS files hold them, with the labels of some."""

    def saver(labels: dict[str, dict[float, str]], **columns: Sequence[float]) -> None:
        pandas, pyreadstat = pytest.importorskip("pandas"), pytest.importorskip("pyreadstat")
        pyreadstat.write_sav(pandas.DataFrame(columns), tmp_path / "a.sav", variable_value_labels=labels)

    return saver


def values(run: Any) -> list[tuple[str, str, str]]:
    """Return item, value and base of each row."""
    return list(zip(run.column("item"), run.column("value"), run.column("base"), strict=True))


@pytest.mark.parametrize("missing", ["77", "Refus"])
def test_no_answer_is_named_by_its_code_or_by_its_label(phare: Phare, save: Any, missing: str) -> None:
    save({"q": ANSWERS}, q=[1.0, 1.0, 1.0, 2.0, 77.0])

    assert values(phare(f"{ALL} --single q --missing {missing}")) == [("oui", "75", "4"), ("non", "25", "4")]


def test_a_label_at_the_end_of_a_scale_takes_no_score_away(phare: Phare, save: Any) -> None:
    save({"q": {0.0: "Pas du tout", 10.0: "Tout à fait"}}, q=[0.0, 10.0, 5.0, 9.0])

    assert values(phare(f"{ALL} --score q")) == [("mean", "6", "4")]


def test_labels_that_number_a_scale_are_its_scores(phare: Phare, save: Any) -> None:
    labels = {float(code): str(code - 1) for code in range(2, 11)} | {
        1.0: "0 - jamais",
        11.0: "10 - toujours",
    }
    save({"q": labels}, q=[1.0, 11.0, 6.0])

    assert values(phare(f"{ALL} --score q")) == [("mean", "5", "3")]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "an end of the scale of “q”: labels take no score away"),
        ("fr", "un bout de l’échelle de « q »"),
    ],
)
def test_the_label_of_an_end_is_no_missing_answer(phare: Phare, save: Any, lang: str, said: str) -> None:
    save({"q": {0.0: "Pas du tout"}}, q=[0.0, 5.0])
    run = phare(f"{ALL} --score q --missing 'Pas du tout' --lang {lang}")

    assert (run.status, said in run.err.replace("\N{NO-BREAK SPACE}", " ")) == (3, True)


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "the codes 2 and 3 share the label “..”"), ("fr", "les codes 2 et 3 ont la même étiquette")],
)
def test_codes_that_share_a_label_are_a_problem(phare: Phare, save: Any, lang: str, said: str) -> None:
    save({"q": {1.0: "oui", 2.0: "..", 3.0: ".."}}, q=[1.0, 2.0, 3.0])
    run = phare(f"{ALL} --single q --lang {lang}")

    assert (run.status, said in run.err) == (3, True)


def test_codes_tell_apart_what_shares_a_label(phare: Phare, save: Any) -> None:
    save({"q": {1.0: "oui", 2.0: "..", 3.0: "..", 10.0: "non"}}, q=[1.0, 10.0, 2.0, 3.0])

    assert phare(f"{ALL} --single q --codes").column("item") == ["1", "2", "3", "10"]


def test_a_blank_label_is_no_missing_answer(phare: Phare, save: Any) -> None:
    save({"q": {1.0: "oui", 2.0: " ", 3.0: " "}}, q=[1.0, 2.0, 3.0, 3.0])

    assert values(phare(f"{ALL} --single q")) == [("oui", "25", "4"), ("2", "25", "4"), ("3", "50", "4")]


def test_labelled_answers_stand_in_the_order_of_their_codes(phare: Phare, save: Any) -> None:
    save({"q": {1.0: "peu", 2.0: "assez", 10.0: "beaucoup"}}, q=[10.0, 2.0, 1.0])

    assert phare(f"{ALL} --single q").column("item") == ["peu", "assez", "beaucoup"]


def test_options_of_a_spec_name_codes_or_labels(phare: Phare, save: Any, tmp_path: Any) -> None:
    save({"q": ANSWERS}, q=[1.0, 2.0, 2.0, 77.0])
    (tmp_path / "s.toml").write_text(
        'region = "=France"\nstakeholder = "=citizens"\nmissing = [77]\n[[question]]\nindicator = "q"\n'
        'column = "q"\noptions = { "1" = "yes", "non" = "no" }\n'
    )

    items = phare("tabulate a.sav --spec s.toml -f csv").column("item")

    assert items == ["yes", "no"]


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "1 respondent has no weight"), ("fr", "1 répondant n’a pas de poids")]
)
@pytest.mark.parametrize("name", ["a.sav", "a.csv"])
def test_who_has_no_weight_may_be_left_out(
    phare: Phare, save: Any, tmp_path: Any, lang: str, said: str, name: str
) -> None:
    save({}, q=[1.0, 2.0, 2.0], w=[1.0, float("nan"), 3.0])
    (tmp_path / "a.csv").write_text("q,w\n1,1\n2,\n2,3\n")
    run = phare(f"{ALL.replace('a.sav', name)} --single q --weight w --no-weight drop --lang {lang}")

    assert (values(run), said in run.err) == ([("1", "25", "2"), ("2", "75", "2")], True)


def test_no_weight_goes_with_a_weight(phare: Phare, save: Any) -> None:
    save({}, q=[1.0])

    assert phare(f"{ALL} --single q --no-weight drop").status == 2


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the metadata of a file declare a set: pyreadstat reads, and does not write them."""
    pyreadstat = pytest.importorskip("pyreadstat")
    read = pyreadstat.read_sav
    held = {"type": "D", "is_dichotomy": True, "counted_value": 2, "label": "", "variable_list": ["a", "b"]}

    def reading(*args: Any, **options: Any) -> Any:
        content, about = read(*args, **options)
        known = {name: getattr(about, name) for name in ("column_names", "column_labels", "number_rows")}
        labels = about.variable_value_labels
        return content, SimpleNamespace(**known, variable_value_labels=labels, mr_sets={"$media": held})

    monkeypatch.setattr(pyreadstat, "read_sav", reading)


@pytest.mark.usefixtures("declared")
@pytest.mark.parametrize("name", ["media", "$media"])
def test_a_declared_set_is_asked_by_its_name_and_counts_its_value(phare: Phare, save: Any, name: str) -> None:
    save({"a": {1.0: "non", 2.0: "oui"}}, a=[2.0, 1.0, 2.0, 2.0], b=[1.0, 1.0, 3.0, 2.0])

    assert values(phare(f"{ALL} --multiple '{name}'")) == [("a", "75", "4"), ("b", "25", "4")]


@pytest.mark.usefixtures("declared")
def test_the_draft_of_a_declared_set_runs_and_counts_its_value(
    phare: Phare, save: Any, tmp_path: Any
) -> None:
    save({}, a=[2.0, 1.0, 2.0, 2.0], b=[1.0, 1.0, 3.0, 2.0])
    (tmp_path / "s.toml").write_text(phare("tabulate a.sav --draft").out, encoding="utf-8")

    assert phare("tabulate a.sav --spec s.toml -f csv").column("value") == ["75", "25"]


@pytest.fixture
def lists(tmp_path: Any) -> str:
    """Return the command that tabulates a column of lists."""
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pyarrow.table({"q": [["a;b", "c"], ["c"], None, ["d, e"]]}), tmp_path / "a.parquet")
    return ALL.replace("a.sav", "a.parquet")


def test_a_list_is_several_answers_whatever_marks_they_hold(phare: Phare, lists: str) -> None:
    assert sorted(zip(*map(phare(f"{lists} --multiple q").column, ("item", "base")), strict=True)) == [
        ("a;b", "3"), ("c", "3"), ("d, e", "3"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "is a list of answers"), ("fr", "est une liste de réponses")]
)
@pytest.mark.parametrize("asked", ["single", "score"])
def test_a_list_is_no_single_answer(phare: Phare, lists: str, asked: str, lang: str, said: str) -> None:
    run = phare(f"{lists} --{asked} q --lang {lang}")

    assert (run.status, said in run.err, "several-in-cell" in run.err) == (3, True, True)


@pytest.mark.parametrize("form", ["sav", "dta"])
@pytest.mark.parametrize(
    ("missing", "bases"),
    [
        ((), "5"), (("77",), "4"), (("Refus",), "4"), (("77", "88"), "3"), (("Refus", "NSP"), "3"),
        (("77", "NSP"), "3"),
        (("refus",), "5"), (("7",), "5"), (("77.0",), "5"), (("77", "77"), "4"),
    ],
)  # fmt: skip
def test_codes_and_labels_of_no_answer_may_be_mixed(
    phare: Phare, tmp_path: Any, form: str, missing: Sequence[str], bases: str
) -> None:
    pandas, pyreadstat = pytest.importorskip("pandas"), pytest.importorskip("pyreadstat")
    frame = pandas.DataFrame({"q": [1, 1, 2, 77, 88]})
    labels = {"q": {1: "oui", 2: "non", 77: "Refus", 88: "NSP"}}
    if form == "sav":
        pyreadstat.write_sav(frame, tmp_path / "a.sav", variable_value_labels=labels)
    else:
        pyreadstat.write_dta(frame, tmp_path / "a.dta", variable_value_labels=labels)
    options = " ".join(f"--missing {each}" for each in missing)
    run = phare(f"{ALL.replace('a.sav', f'a.{form}')} --single q {options}")

    assert set(run.column("base")) == {bases}


@pytest.mark.parametrize(
    ("labels", "items"),
    [
        (["Press", "Radio"], ["Press", "Radio"]),
        (["Sources: press", "Sources: radio"], ["press", "radio"]),
        (["Which? [press]", "Which? [radio]"], ["press", "radio"]),
        (["Same", "Same"], ["q_1", "q_2"]),
        (["Press", ""], ["q_1", "q_2"]),
        (["Mentioned", "Not mentioned"], ["Mentioned", "Not mentioned"]),
    ],
)
@pytest.mark.parametrize("form", ["sav", "dta"])
def test_options_take_the_labels_of_their_columns(
    phare: Phare, tmp_path: Any, labels: list[str], items: list[str], form: str
) -> None:
    pandas, pyreadstat = pytest.importorskip("pandas"), pytest.importorskip("pyreadstat")
    frame = pandas.DataFrame({"q_1": [1.0, 2.0, 1.0], "q_2": [2.0, 2.0, 1.0]})
    words = {name: {1.0: "Mentioned", 2.0: "Not mentioned"} for name in frame}
    write = pyreadstat.write_sav if form == "sav" else pyreadstat.write_dta
    if form == "dta":
        frame = frame.astype(int)
        words = {name: {int(code): text for code, text in held.items()} for name, held in words.items()}
    write(frame, tmp_path / f"a.{form}", column_labels=labels, variable_value_labels=words)
    run = phare(f"{ALL.replace('a.sav', f'a.{form}')} --multiple 'q_*'")

    assert (run.column("item"), [f"{float(each):.1f}" for each in run.column("value")]) == (
        items,
        ["66.7", "33.3"],
    )
