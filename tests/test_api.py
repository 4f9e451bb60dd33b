"""The Python API gives the same answers as the command line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import phare_cli
from phare_cli import (
    InvalidData,
    Selection,
    Survey,
    check,
    compare,
    cross,
    draw,
    list_names,
    plot,
    read,
    render,
    render_bytes,
    report,
    show,
    subset,
    tidy,
)
from phare_cli.nouns.contract import COLUMNS
from phare_cli.recipes.listing import Topic

Phare = Callable[..., Any]
PYTHON_GUIDES = [
    Path(__file__).parents[1] / "docs" / "guides" / name for name in ("python.md", "python.fr.md")
]


@pytest.fixture(scope="module")
def shipped() -> Survey:
    return read()


def test_every_public_name_is_there() -> None:
    assert all(getattr(phare_cli, name) for name in phare_cli.__all__)
    assert set(phare_cli.__all__) <= set(dir(phare_cli))


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'lighthouse'"):
        _ = phare_cli.lighthouse


def test_show_is_that_of_the_command_line(shipped: Survey, phare: Phare) -> None:
    table = show(subset(shipped, Selection(indicators=("fragilities",), regions=("PACA",))))

    assert render(table, "csv") == phare("show fragilities --region PACA -f csv").out


def test_compare_is_that_of_the_command_line(shipped: Survey, phare: Phare) -> None:
    table = compare(shipped, regions=("Provence-Alpes-Côte d'Azur",))

    assert render(table, "json") == phare("compare --region PACA -f json").out


def test_list_is_that_of_the_command_line(shipped: Survey, phare: Phare) -> None:
    assert render(list_names(shipped, Topic.ITEMS), "tsv") == phare("list items -f tsv").out


def test_check_is_that_of_the_command_line(tmp_path: Path, phare: Phare) -> None:
    file = tmp_path / "results.csv"
    file.write_text("region,stakeholder,indicator,item,value\nPACA,citizens,x,y,140\nPACA,citizens,x,z,12\n")

    run = phare("check results.csv -f json")

    assert run.status == 1
    assert render(check(file), "json").replace(str(file), "results.csv") == run.out
    assert render(check(), "markdown") == phare("check -f markdown").out


@pytest.mark.parametrize(
    ("command", "given"),
    [
        ("fragilities:citizens fragilities:companies --region PACA", {"regions": "PACA"}),
        ("fragilities:citizens fragilities:companies --cut 30", {"cuts": [30]}),
        ("fragilities:citizens fragilities:companies --cut median --cut 12.5", {"cuts": ["median", 12.5]}),
        (
            "fragilities --stakeholder citizens --stakeholder companies --conf 0.9",
            {"stakeholders": ["citizens", "companies"], "conf": 0.9},
        ),
        ("fragilities --by stakeholder", {"by": "stakeholder"}),
        ("fragilities --by stakeholder --segment none", {"by": "stakeholder", "segment": "none"}),
    ],
)
def test_cross_is_that_of_the_command_line(
    shipped: Survey, phare: Phare, command: str, given: dict[str, Any]
) -> None:
    prisms = [word for word in command.split() if word.startswith("fragilities")]

    assert render(cross(shipped, prisms, **given), "json") == phare(f"cross {command} -f json").out


@pytest.mark.parametrize("format", ["table", "markdown", "html", "json", "docx", "odt", "pptx", "xlsx"])
def test_report_is_that_of_the_command_line_in_every_format(
    shipped: Survey, phare: Phare, tmp_path: Path, format: str
) -> None:
    page = report(shipped, "PACA", top=3, facts={"sponsor": "Le RAMEAU"})

    phare(f"report -r PACA --top 3 --fact 'sponsor=Le RAMEAU' -f {format} -o page")

    assert render_bytes(page, format, phare_cli.Look(whole=True)) == (tmp_path / "page").read_bytes()


@pytest.mark.parametrize(
    ("options", "given"),
    [
        ("--indicator engagement --title Ici", {"indicators": "engagement", "title": "Ici"}),
        ("--segments none --to paca", {"segments": "none", "to": "paca"}),
        (
            "--sample separate --family none --conf 0.9 --panel",
            {"sample": "separate", "family": "none", "conf": 0.9, "panel": True},
        ),
        ("-r France", {"regions": ["PACA", "France"]}),
    ],
)
def test_report_takes_the_options_of_the_command_line(
    shipped: Survey, phare: Phare, options: str, given: dict[str, Any]
) -> None:
    page = report(shipped, **{"regions": "PACA", **given})

    assert render(page, "json") == phare(f"report -r PACA {options} -f json").out


@pytest.mark.parametrize(
    ("options", "given"),
    [
        ("", {}),
        ("-r PACA --style dots --top 1 --suppress", {"regions": "PACA", "style": "dots", "top": 1, "suppress": True}),
        ("-r PACA --compare --family none", {"regions": "PACA", "compare": True, "family": "none"}),
        ("--style map --to paca", {"style": "map", "to": "paca"}),
        ("--style map --title Ici", {"style": "map", "title": "Ici"}),
        ("--by wave", {"by": "wave"}),
        ("--cross fragilities:companies --cut 20", {"cross": "fragilities:companies", "cuts": [20]}),
    ],
)  # fmt: skip
def test_plot_is_that_of_the_command_line(
    shipped: Survey, phare: Phare, tmp_path: Path, options: str, given: dict[str, Any]
) -> None:
    indicator = "fragilities:citizens" if "cross" in given else "engagement"
    run = phare(f"plot {indicator} {options} -o picture.svg --lang fr --width 400")

    picture = draw(plot(shipped, indicator, **given), look=phare_cli.Look(language="fr"), width=400)

    assert (run.status, picture) == (0, (tmp_path / "picture.svg").read_bytes())


def test_a_survey_goes_to_a_frame_and_back(shipped: Survey) -> None:
    frame = shipped.to_frame()
    back = Survey.from_frame(frame)

    assert len(frame) == len(shipped.estimates)
    assert [estimate.key for estimate in back.estimates] == [estimate.key for estimate in shipped.estimates]
    assert [estimate.value for estimate in back.estimates] == [
        estimate.value for estimate in shipped.estimates
    ]
    assert back.to_frame().equals(frame)


def test_a_frame_has_every_column_of_the_contract_in_its_order(shipped: Survey) -> None:
    assert tuple(shipped.to_frame().columns) == COLUMNS


def test_what_stands_beside_a_value_goes_to_a_frame_and_back(shipped: Survey) -> None:
    estimate = shipped.estimates[0]._replace(
        nation_share=0.076, rounded_to=0.5, standard_error=1.25, rank_low=1.0, rank_high=2.0, scale="ordered",
        order=3.0, in_national_sample=False, base=400.0, effective_base=312.5, response="single",
        group_share=0.25, breakdown="size",
    )  # fmt: skip
    [back] = Survey.from_frame(Survey.of([estimate]).to_frame()).estimates

    assert back._replace(file=estimate.file, line=estimate.line) == estimate


def test_a_frame_that_breaks_the_contract_is_refused_as_a_file_is(shipped: Survey) -> None:
    frame = shipped.to_frame()
    frame.loc[3, "value"] = 140.0

    with pytest.raises(InvalidData) as caught:
        Survey.from_frame(frame)

    assert [(problem.line, problem.code) for problem in caught.value.problems] == [(5, "out-of-range")]


def test_an_error_reads_as_its_english_sentence() -> None:
    with pytest.raises(phare_cli.UnknownName) as caught:
        subset(read(), Selection(regions=("PCAA",)))

    assert str(caught.value) == (
        "no region is called “PCAA” in these data. Did you mean paca? (phare list regions)"
    )


def test_columns_are_mapped_and_constants_given(tmp_path: Path) -> None:
    file = tmp_path / "theirs.csv"
    file.write_text("where,who,how much\nBretagne,citizens,12\n")
    survey = read(
        file,
        map={"region": "where", "stakeholder": "who", "value": "how much", "indicator": "=x", "item": "=y"},
    )

    assert [(estimate.region, estimate.value) for estimate in survey.estimates] == [("Bretagne", 12.0)]


@pytest.mark.parametrize("guide", PYTHON_GUIDES, ids=lambda path: path.name)
def test_the_example_of_the_guide_runs(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [code] = re.findall(r"```python\n(.*?)```", guide.read_text("utf-8"), re.DOTALL)

    exec(compile(code, guide.name, "exec"), {})

    assert "citizens employment 57.0" in capsys.readouterr().out


def test_a_published_table_is_a_survey_that_tells_how_it_was_understood(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "Confiance (en %)\n;Ensemble;Hommes;Femmes\nOui;62,0;60,0;64,0\nNon;38,0;40,0;36,0\nBase;1003;487;516\n",
        encoding="utf-8",
    )
    survey = tidy(tmp_path / "t.csv", region="PACA", stakeholder="citizens")

    assert [(each.segment, each.item, each.value, each.base) for each in survey.estimates][:3] == [
        ("", "Oui", 62.0, 1003.0),
        ("", "Non", 38.0, 1003.0),
        ("Hommes", "Oui", 60.0, 487.0),
    ]
    assert "2 lines of answers in rows, 3 groups, percentages" in str(survey.notices[0])


def test_a_published_table_may_be_parted_by_tabs(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Confiance\tHommes\nOui\t60,0 %\nNon\t40,0 %\n", encoding="utf-8")
    survey = tidy(tmp_path / "t.csv", delimiter="tab", region="PACA", stakeholder="citizens")

    assert [each.value for each in survey.estimates] == [60.0, 40.0]
