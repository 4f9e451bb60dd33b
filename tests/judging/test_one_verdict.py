"""One gap has one verdict, whichever command shows it and whatever else was asked."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phare_cli.judging.pairs import By
from phare_cli.judging.subset import Selection, subset
from phare_cli.judging.terms import Sample, Terms
from phare_cli.nouns.chart import Chart
from phare_cli.nouns.document import Exhibit, Section
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.recipes.compare.compare import compare
from phare_cli.recipes.plot import plot_beside
from phare_cli.recipes.report.page import PageRequest
from phare_cli.recipes.report.report import report
from phare_cli.recipes.value import gap

REGIONS = ("Bretagne", "Corse")
GROUPS = ("citizens", "mayors")
WAVES = ("2022", "2026")
ITEMS = {"w": ("air", "soil", "noise"), "v": ("yes", "no"), "s": ("trust",)}
Row = tuple[str, ...]


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    """Draw three indicators of two groups in two regions and their nation: percents and scores, weighted or not."""
    nested, weighted = draw(st.sampled_from((True, False, None))), draw(st.booleans())
    base, national = draw(st.integers(25, 1500)), draw(st.integers(1600, 8000))
    unit, wave_count = draw(st.sampled_from((None, 0.0, 1.0))), draw(st.integers(1, 2))
    share = draw(st.sampled_from((0.03, None)))
    effect = 1.3 if weighted else 1.0
    estimates = []
    for indicator, items in ITEMS.items():
        is_score = indicator == "s"
        for wave, group, item in itertools.product(WAVES[:wave_count], GROUPS, items):
            middle = draw(st.integers(25, 75))
            nation = Estimate(
                NATION, group, indicator, item, middle / 10 if is_score else float(middle),
                unit="score/10" if is_score else "percent", base=float(national), wave=wave, response="single",
                effective_base=national / effect if weighted else None,
                standard_error=0.05 if is_score else None, rounded_to=0.0 if is_score else unit,
            )  # fmt: skip
            estimates.append(nation)
            for region in REGIONS:
                gap = draw(st.integers(-8, 8)) / (10 if is_score else 1)
                estimates.append(
                    nation._replace(
                        region=region,
                        value=(nation.value or 0.0) + gap,
                        base=float(base),
                        effective_base=base / effect if weighted else None,
                        nation_share=share if weighted and nested else None,
                        in_national_sample=nested,
                        standard_error=0.15 if is_score else None,
                    )
                )
    return Survey.of(estimates)


KEY = ("wave", "region", "stakeholder", "indicator", "item")


def verdicts(records: Any) -> Mapping[Row, tuple[object, ...]]:
    return {tuple(str(row[name]) for name in KEY): (row["verdict"], row["reason"]) for row in records}


def drawn(chart: Chart) -> Counter[tuple[str, str, str]]:
    """Return how often a picture says what of which item of which group; a rate's marks are its groups."""
    return Counter(
        (_id(panel.title.values or mark.label.values), _id(mark.label.values), mark.remark)
        for section in chart.sections
        for panel in section.panels
        for mark in panel.marks
    )


def _id(values: Mapping[str, Any]) -> str:
    [name] = values.values()
    return str(name.id)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=20)
@given(
    surveys(),
    st.sampled_from((0.9, 0.95)),
    st.sampled_from((NATION, "Corse")),
    st.sampled_from((None, *Sample)),
)
def test_no_command_disagrees_with_another_on_a_verdict(
    survey: Survey, conf: float, to: str, sample: Sample | None
) -> None:
    terms = Terms(conf=conf, sample=sample)
    everything = verdicts(compare(survey, to=to, terms=terms).records())
    own = {row: each for row, each in everything.items() if row[1] == "Bretagne"}

    for indicator in ITEMS:
        part = subset(survey, Selection(indicators=(indicator,), stakeholders=("mayors",)))
        alone = verdicts(compare(part, to=to, terms=terms).records())
        assert alone == {row: each for row, each in everything.items() if row[2:4] == ("mayors", indicator)}
        picture = plot_beside(survey, indicator=indicator, regions=["Bretagne"], to=to, terms=terms)
        assert drawn(picture) == Counter(
            (group, group if indicator == "s" else item, reason if verdict == "untestable" else verdict)
            for (_, _, group, which, item), (verdict, reason) in own.items()
            if which == indicator
        )
    for (wave, region, group, indicator, item), each in own.items():
        part = subset(survey, Selection(indicators=(indicator,), stakeholders=(group,), waves=(wave,)))
        [record] = gap(part, regions=[region], to=to, items=[item], terms=terms).records()
        assert (record["verdict"], record["reason"]) == each
    page = report(survey, regions=["Bretagne"], request=PageRequest(to=to, terms=terms))
    over_waves = verdicts(compare(survey, regions=["Bretagne"], by=By.WAVE, terms=terms).records())
    assert told(section for section in page.sections if section.name == "changes") == over_waves
    assert told(section for section in page.sections if section.name != "changes") == own


def told(sections: Iterable[Section]) -> Mapping[Row, tuple[object, ...]]:
    """Return the verdicts of all tables of some sections."""
    shown: dict[Row, tuple[object, ...]] = {}
    for section in sections:
        for exhibit in section.parts:
            if isinstance(exhibit, Exhibit) and any(
                column.name == "verdict" for column in exhibit.table.columns
            ):
                shown |= verdicts(exhibit.table.records())
    return shown


DATA = "region,stakeholder,indicator,item,value,base,in_national_sample\n" + "".join(
    f"Bretagne,citizens,w,{item},{value:.4f},400,no\nFrance,citizens,w,{item},40.0000,4000,\n"
    for item, value in (("air", 45.6), ("soil", 41), ("water", 47))
)


def test_a_figure_in_a_sentence_bears_the_verdict_of_its_table(phare: Callable[..., Any]) -> None:
    table = phare("compare -f json", data=DATA).rows
    [one] = phare("value w --item air --gap -f json", data=DATA).rows
    [row] = [each for each in table if each["item"] == "air"]

    assert {
        name: one[name] for name in ("gap", "low", "high", "p_value", "p_adjusted", "verdict", "reason")
    } == {name: row[name] for name in ("gap", "low", "high", "p_value", "p_adjusted", "verdict", "reason")}


@pytest.mark.parametrize(
    ("command", "said", "note"),
    [
        ("value w --item soil --gap --mark", "+1 point (not established)", "the gap of +1 point"),
        ("value w --item air --gap --mark", "+6 points (not established)", "is not established"),
        ("value w --item water --gap --mark", "+7 points", ""),
        ("value w --item water --gap", "+7 points", ""),
    ],
)
def test_a_gap_without_a_verdict_says_so_beside_the_answer(
    phare: Callable[..., Any], command: str, said: str, note: str
) -> None:
    run = phare(command, data=DATA)

    assert run.out.replace("\u00a0", " ").strip() == said
    assert note in run.err if note else run.err == ""


LOW = "region,stakeholder,indicator,item,value,base\nCorse,mayors,w,air,45,12\n"


@pytest.mark.parametrize(("language", "said"), [("en", "45% (low base)"), ("fr", "45 % (base faible)")])
def test_a_figure_of_a_low_base_says_so(phare: Callable[..., Any], language: str, said: str) -> None:
    plain, marked = (phare(f"value w {mark} --lang {language}", data=LOW) for mark in ("", "--mark"))

    assert plain.out.replace("\u00a0", " ").strip() == said.split(" (")[0]
    assert marked.out.replace("\u00a0", " ").strip() == said
    assert "30" in plain.err


def test_an_option_about_gaps_goes_with_a_gap(phare: Callable[..., Any]) -> None:
    run = phare("value w --family none", data=LOW)

    assert (run.status, run.err) == (2, "phare: --family goes with --gap: add it, or leave --family out.\n")


def test_a_strict_check_fails_where_a_figure_stands_on_a_low_base(
    phare: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "note.md"
    (tmp_path / "low.csv").write_text(LOW, encoding="utf-8")
    path.write_text("It is <!-- phare: value w data=low.csv -->45%<!-- /phare -->.\n", encoding="utf-8")
    phare(f"update {path} --lang en")

    loose, strict = (phare(f"update {path} --check {option} --lang en") for option in ("", "--strict"))

    assert (loose.status, strict.status) == (0, 1)
    assert "stands on an effective base under 30" in strict.err
    last = phare(f"update {path} --check --strict --lang fr").err.splitlines()[-1]
    quiet = phare(f"update {path} --check --strict --quiet --lang en").err
    assert "stands on an effective base under 30" in quiet
    assert "--strict" not in loose.err
    assert strict.err.splitlines()[-1] == (
        f"phare: {path}: 1 figure of its blocks asks for caution, which --strict does not let pass."
    )
    assert last == (
        f"phare\u00a0: {path}\u00a0: 1 chiffre de ses blocs appelle à la prudence, ce que --strict ne laisse pas "
        "passer."
    )


def test_a_strict_check_names_each_document_whose_figures_ask_for_caution(
    phare: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "low.csv").write_text(LOW, encoding="utf-8")
    for name, words in (
        ("a", "value w data=low.csv"),
        ("b", "show w data=low.csv"),
        ("c", "value w data=low.csv"),
    ):
        text = f"<!-- phare: {words} -->\n?\n<!-- /phare -->\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    phare("update a.md b.md c.md --force --lang en")

    run = phare("update a.md b.md c.md --check --strict --lang en")

    assert [line.split(": ")[1] for line in run.err.splitlines() if "--strict" in line] == ["a.md", "c.md"]


def test_a_block_in_a_sentence_can_say_what_its_figure_must_not_be_taken_for(
    phare: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "note.md"
    (tmp_path / "low.csv").write_text(LOW, encoding="utf-8")
    path.write_text(
        "It is <!-- phare: value w data=low.csv mark=yes -->?<!-- /phare -->.\n", encoding="utf-8"
    )

    run = phare(f"update {path} --force --lang en")

    assert run.status == 0
    assert "-->45% (low base)<!--" in path.read_text(encoding="utf-8")
