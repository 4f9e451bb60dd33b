"""Every option of the Python API takes its word, its enum or its names, and refuses anything else."""

from __future__ import annotations

import inspect
import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import phare_cli
from phare_cli import (
    By,
    Look,
    Rules,
    Sample,
    Selection,
    Survey,
    Topic,
    WrongOption,
    check,
    compare,
    cross,
    draft_spec,
    draw,
    list_names,
    own_codebook,
    plot,
    read,
    render,
    render_bytes,
    report,
    show,
    subset,
    tabulate,
    tidy,
    verify,
)
from phare_cli.recipes.compare.compare import compare as compare_recipe
from phare_cli.recipes.show.show import show as show_recipe

SURVEY = read()
PUBLISHED = Path(tempfile.mkdtemp(prefix="phare-api-")) / "published.csv"
PUBLISHED.write_text(";Ensemble;Hommes\nOui;62,0 %;60,0 %\nNon;38,0 %;40,0 %\n", encoding="utf-8")
TABLE = show(SURVEY)
NOTE = Path(__file__).parents[1] / "CHANGELOG.md"  # no claim about results is in it
ANSWERS = Path(__file__).parents[1] / "docs" / "examples" / "invented-survey.csv"
PRISMS = ("fragilities:citizens", "fragilities:companies")
# How to give each public callable one option.
CALLS: dict[str, Callable[..., object]] = {
    "read": read,
    "check": check,
    "cross": lambda **given: cross(**{"survey": SURVEY, "prisms": PRISMS, **given}),
    "plot": lambda **given: plot(**{"survey": SURVEY, "indicator": "engagement", **given}),
    "report": lambda **given: report(**{"survey": SURVEY, "regions": "PACA", **given}),
    "draw": lambda **given: draw(**{"picture": plot(SURVEY, "engagement"), **given}),
    "render_bytes": lambda **given: render_bytes(**{"answer": TABLE, "format": "csv", **given}),
    "show": lambda **given: show(**{"survey": SURVEY, **given}),
    "compare": lambda **given: compare(**{"survey": SURVEY, **given}),
    "list_names": lambda **given: list_names(**{"survey": SURVEY, "topic": "regions", **given}),
    "subset": lambda **given: subset(**{"survey": SURVEY, "selection": Selection(), **given}),
    "tidy": lambda **given: tidy(**{"file": PUBLISHED, "region": "PACA", "stakeholder": "citizens", **given}),
    "render": lambda **given: render(**{"answer": TABLE, "format": "csv", **given}),
    "own_codebook": lambda **given: own_codebook(**given).__enter__(),
    "tabulate": lambda **given: tabulate(
        ANSWERS, **{"single": "item", "region": "=PACA", "stakeholder": "=citizens", **given}
    ),
    "draft_spec": lambda **given: draft_spec(ANSWERS, **given),
    "verify": lambda **given: verify(given.pop("survey", SURVEY), NOTE, **given),
    "Selection": lambda **given: subset(SURVEY, Selection(**given)),
    "Look": lambda **given: render(TABLE, "csv", Look(**given)),
    "Rules": Rules,
}
# What holds values of answers or of data, or is an error: nothing chooses by them.
VALUES = {
    "By", "CardChart", "Chart", "Column", "Document", "Estimate", "Family", "HeatChart", "InvalidData", "Kind",
    "PhareError", "Problem", "Quadrant", "Sample", "SmallMultiples", "Source", "StackedChart", "Survey", "Table",
    "Tabulation", "TileMap", "TimeChart", "Topic", "UnknownName", "UnreadableInput", "UnwritableOutput",
    "Verification", "WrongOption", "__version__",
}  # fmt: skip
# What any text may be: a title, a column of respondents, a file that may not be there.
TEXTS = {
    "sheet", "missing", "title", "accept", "results", "single", "multiple", "separator", "score", "region",
    "stakeholder", "segments", "wave", "id", "survey", "weight", "strata", "clusters", "population", "rake", "whole",
    "codebook",
}  # fmt: skip
# What the command line alone gives: the rows that it wants of a large file, the marks and the columns of a project.
PRIVATE = {("Rules", each) for each in ("row_filter", "usual_missing", "usual_map", "departements")}

# What the terms of a judgement are made of.
TERMS = {"conf", "sample", "shares", "family", "power", "panel"}
# What the round of a reference is made of.
ROUND = {"to_survey", "to_wave"}


def parameters(name: str) -> list[str]:
    return list(inspect.signature(getattr(phare_cli, name)).parameters)


OPTIONS = [
    (name, option)
    for name in CALLS
    for option in parameters(name)
    if option not in ("files", "file", "documents") and (name, option) not in PRIVATE
]


def test_every_public_name_is_walked() -> None:
    assert set(CALLS) | VALUES == set(phare_cli.__all__)


WRONG = {"object": object(), "number": 3.5, "bytes": b"csv", "list": [1]}


@pytest.mark.parametrize(
    ("name", "option", "wrong"),
    [
        pytest.param(name, option, wrong, id=f"{name}-{option}-{kind}")
        for name, option in OPTIONS
        for kind, wrong in WRONG.items()
        if not (option in ("cuts", "scales") and kind == "list")  # a list of numbers is what they are
    ],
)
def test_an_option_refuses_what_is_no_word_of_its_own(name: str, option: str, wrong: object) -> None:
    with pytest.raises(WrongOption):
        CALLS[name](**{option: wrong})


@pytest.mark.parametrize(
    ("name", "option", "wrong"),
    [
        (name, option, wrong)
        for name, option in OPTIONS
        for wrong in ("lighthouse", "")
        if not (wrong and (option in TEXTS or (name, option) == ("tidy", "spec")))  # a path
    ],
)
def test_an_option_refuses_a_wrong_word(name: str, option: str, wrong: str) -> None:
    with pytest.raises(WrongOption):
        CALLS[name](**{option: wrong})


@pytest.mark.parametrize(
    ("public", "recipe", "chooses"),
    [
        (show, show_recipe, {"by", "panel"}),
        (compare, compare_recipe, set()),
    ],  # waves have a recipe of their own
)
def test_every_option_of_a_recipe_is_one_of_the_api(
    public: Callable[..., object], recipe: Callable[..., object], chooses: set[str]
) -> None:
    held = set(inspect.signature(recipe).parameters) | chooses
    for whole, parts in (("terms", TERMS), ("to_round", ROUND)):
        held = held - {whole} | parts if whole in held else held

    assert set(inspect.signature(public).parameters) == held


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (
            lambda: compare(SURVEY, by="stakeholdr"),
            "--by takes region, stakeholder, segment or wave. Did you mean stakeholder?",
        ),
        (lambda: compare(SURVEY, by="colour"), "--by takes region, stakeholder, segment or wave."),
        (lambda: compare(SURVEY, sample="nestd"), "--sample takes nested or separate. Did you mean nested?"),
        (lambda: compare(SURVEY, conf=95), "--conf takes a level from 0.5 to below 1: 0.95 for 95%."),
        (lambda: compare(SURVEY, conf=float("nan")), "--conf takes a level from 0.5 to below 1: 0.95 for 95%."),
        (lambda: compare(SURVEY, power=1), "--power takes a chance from 0.5 to below 1: 0.8 for four in five."),
        (lambda: compare(SURVEY, family="row"), "--family takes indicator, table or none."),
        (lambda: show(SURVEY, conf=1.5), "--conf takes a level from 0.5 to below 1: 0.95 for 95%."),
        (lambda: show(SURVEY, conf=-0.95), "--conf takes a level from 0.5 to below 1: 0.95 for 95%."),
        (lambda: show(SURVEY, top=-1), "--top keeps at least 1 rank: give it 1 or more."),
        (lambda: show(SURVEY, top=0), "--top keeps at least 1 rank: give it 1 or more."),
        (lambda: show(SURVEY, top=2.5), "--top takes a whole number."),  # type: ignore[arg-type]
        (lambda: show(SURVEY, top=True), "--top takes a whole number."),
        (lambda: show(SURVEY, wide="yes"), "wide takes True or False."),  # type: ignore[arg-type]
        (lambda: list_names(SURVEY, "region"), None),
        (lambda: render(TABLE, "markdwon"), None),
        (lambda: render(TABLE, "csv", Look(decimals=7)), "--decimals takes a number from 0 to 6."),
        (lambda: render(TABLE, "csv", Look(language="de")), "--lang takes en or fr."),
        (lambda: render(TABLE, "csv", Look(dialect="excel")), None),
        (lambda: render(TABLE, "table", Look(width=0)), "width takes a number of 1 or more."),
        (lambda: read(decimal=";"), "--decimal takes comma or point."),
        (lambda: read(scale="thousand"), "--scale takes percent or fraction."),
        (lambda: SURVEY.names("regions"), None),
    ],
)  # fmt: skip
def test_a_wrong_word_is_refused_as_on_the_command_line(
    call: Callable[[], object], sentence: str | None
) -> None:
    with pytest.raises(WrongOption) as raised:
        call()

    said = str(raised.value)
    assert said == sentence if sentence else "Did you mean" in said


@pytest.mark.parametrize(
    "command",
    [
        "compare --by stakeholdr", "compare --sample nestd", "show --conf 1.5", "show --top -1",
        "show --decimals 7", "show --format markdwon", "show --lang de", "show --decimal point --scale thousand",
    ],
)  # fmt: skip
def test_the_command_line_says_the_same(phare: Callable[..., Any], command: str) -> None:
    run = phare(command)
    options: dict[str, Callable[[], object]] = {
        "compare --by stakeholdr": lambda: compare(SURVEY, by="stakeholdr"),
        "compare --sample nestd": lambda: compare(SURVEY, sample="nestd"),
        "show --conf 1.5": lambda: show(SURVEY, conf=1.5),
        "show --top -1": lambda: show(SURVEY, top=-1),
        "show --decimals 7": lambda: render(TABLE, "csv", Look(decimals=7)),
        "show --format markdwon": lambda: render(TABLE, "markdwon"),
        "show --lang de": lambda: render(TABLE, "csv", Look(language="de")),
        "show --decimal point --scale thousand": lambda: read(scale="thousand"),
    }
    with pytest.raises(WrongOption) as raised:
        options[command]()

    assert run.status == WrongOption.status
    assert run.err.replace(", textile, docx, odt, pptx or xlsx", " or textile").startswith(
        f"phare: {raised.value}"
    )


@pytest.mark.parametrize(("word", "enum"), [(each.value, each) for each in By])
def test_a_word_stands_for_its_enum(word: str, enum: By) -> None:
    assert compare(SURVEY, by=word) == compare(SURVEY, by=enum)


def test_groups_are_compared_when_groups_are_asked_for() -> None:
    assert str(compare(SURVEY, by="stakeholder").title) == "Groups compared"


@pytest.mark.parametrize("sample", list(Sample))
def test_a_sample_may_be_declared_by_its_word(sample: Sample) -> None:
    assert compare(SURVEY, sample=sample.value) == compare(SURVEY, sample=sample)


@pytest.mark.parametrize("topic", list(Topic))
def test_what_may_be_listed_is_listed_by_its_word(phare: Callable[..., Any], topic: Topic) -> None:
    table = list_names(SURVEY, topic.value)

    assert render(table, "csv") == phare(f"list {topic} -f csv").out


def test_a_name_is_known_in_any_of_its_forms_and_alone() -> None:
    assert compare(SURVEY, regions="PACA", indicators="engagement", to="france") == compare(
        subset(SURVEY, Selection(indicators=("engagement",))), regions=["Provence-Alpes-Côte d'Azur"]
    )
    assert subset(SURVEY, Selection(regions="paca")) == subset(SURVEY, Selection(regions=("PACA",)))  # type: ignore[arg-type]


def test_only_the_indicators_that_are_named_are_shown_and_compared() -> None:
    for table in (show(SURVEY, indicators="engagement"), compare(SURVEY, indicators=["engagement"])):
        assert {row["indicator"] for row in table.records()} == {"engagement"}


@pytest.mark.parametrize(
    "file",
    [3, None, ["a.csv"], io.StringIO("region,stakeholder\n"), pd.DataFrame()],
    ids=lambda file: type(file),
)
def test_what_is_no_file_is_refused(file: Any) -> None:
    with pytest.raises(WrongOption):
        read(file)


def test_what_is_no_frame_is_refused() -> None:
    with pytest.raises(WrongOption):
        Survey.from_frame([{"region": "PACA"}])  # type: ignore[arg-type]


@pytest.mark.parametrize("map", [{"colour": "a"}, {"region": 3}, {3: "a"}, [("region", "a")]], ids=str)
def test_a_map_that_leads_nowhere_is_refused(map: Any) -> None:
    with pytest.raises(WrongOption):
        read(map=map)


@pytest.mark.parametrize("wrong", [0, 100, "a tenth", None, True, float("nan")])
def test_a_share_that_no_region_can_be_of_its_nation_is_refused(wrong: Any) -> None:
    with pytest.raises(WrongOption) as raised:
        compare(SURVEY, shares={"PACA": wrong})

    assert (
        str(raised.value)
        == f"--share takes a region and a percentage between 0 and 100, PACA=7.6, not “{wrong}”."
    )
