"""``phare plot``: the figures of show and compare as a picture in a file."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.api import read
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.chart import Chart
from phare_cli.recipes.compare.compare import compare
from phare_cli.recipes.plot import plot, plot_beside
from phare_cli.recipes.show.show import show

Phare = Callable[..., Any]
Texts = Callable[..., list[str]]

SVG = "{http://www.w3.org/2000/svg}"
HEADER = "region,stakeholder,indicator,item,value,base,in_national_sample\n"
TIED = HEADER + "".join(
    f"France,citizens,worries,{item},{value},{base},\n"
    for item, value, base in (("air", 50, 900), ("water", 50, 900), ("soil", 40, 900), ("noise", 30, 900))
)
TESTED = HEADER + "Bretagne,citizens,worries,air,50.0,400,yes\nFrance,citizens,worries,air,40.0,3000,\n"
WEAK = HEADER + "France,mayors,worries,air,50,20,\nFrance,mayors,worries,soil,40,20,\n"


@pytest.fixture
def drawn(phare: Phare, tmp_path: Path) -> Texts:
    """Return the texts of the picture that a command draws, and its titles when *titles* are asked for."""

    def run(command: str, *, titles: bool = False, **options: Any) -> list[str]:
        ran = phare(f"plot {command} -o picture.svg", **options)
        assert (ran.status, ran.out) == (0, ""), ran.err
        root = ET.parse(tmp_path / "picture.svg").getroot()
        if titles:
            return [group.findtext(f"{SVG}title") or "" for group in root.iter(f"{SVG}g")]
        return [element.text or "" for element in root.iter(f"{SVG}text")]

    return run


def test_a_ranking_has_a_panel_a_group_in_the_order_of_show(drawn: Texts) -> None:
    titles = drawn("partnership-modes", titles=True)

    assert titles == [
        "Patronage: 67%",
        "Responsible practices: 29%",
        "Economic cooperation: 26%",
        "Societal innovation: 25%",
        "Responsible practices: 45%",
        "Patronage: 30%",
        "Economic cooperation: 25%",
        "Societal innovation: 16%",
    ]


def test_title_subtitle_notes_and_source_stand_in_the_picture(drawn: Texts) -> None:
    texts = drawn("partnership-modes -s companies --title ' '")

    assert texts[:3] == [
        "Modes of partnership by stakeholder group",
        "PHARE · 2015-2016 · France",
        "Companies",
    ]
    assert texts[-3:] == [
        "Bases were not published: the precision of these figures cannot be stated.",
        "Universe (Companies, France): engaged companies; several answers allowed.",
        "Source: PHARE-Entreprises release (Le RAMEAU, 30 Oct 2015)",
    ]


def test_a_rate_has_its_groups_side_by_side_and_says_who_was_asked_something_else(drawn: Texts) -> None:
    titles = drawn("engagement -r France --wave 2015-2016", titles=True)

    assert titles == [
        "Mayors: Co-construction by the municipality: 76% (70% to 81%)",
        "Associations: Partnerships: 38%",
        "Associations (employers): Partnerships: 53%",
        "Associations (without employees): Partnerships: 35%",
        "Companies: Partnerships: 37%",
        "Companies (1,000 or more employees): Partnerships: 49%",
    ]


def test_items_without_a_figure_are_named_in_one_text_and_explained(drawn: Texts) -> None:
    texts = drawn("fragilities -r PACA -s all")

    assert "– : Economic development, Environment, Mobility, Education and Ageing." in texts
    assert "– : named without a figure." in texts


def test_a_region_stands_beside_the_nation_with_every_gap_and_why_it_is_not_tested(drawn: Texts) -> None:
    titles = drawn("innovation --compare --region PACA", titles=True)

    assert titles == [
        f"{group}: {value}% (Provence-Alpes-Côte d'Azur), {reference}% (France), {gap}, base not published"
        for group, value, reference, gap in (
            ("Citizens", 70, 69, "+1 point"),
            ("Mayors", 89, 87, "+2 points"),
            ("Associations", 83, 86, "−3 points"),
            ("Companies", 91, 81, "+10 points"),
        )
    ]


def test_a_gap_that_was_established_is_printed_in_bold_with_its_interval(
    drawn: Texts, tmp_path: Path
) -> None:
    texts = drawn("worries --compare --region Bretagne", data=TESTED)
    root = ET.parse(tmp_path / "picture.svg").getroot()
    bold = [element.text for element in root.iter(f"{SVG}text") if element.get("font-weight")]

    assert "+10 points" in bold
    assert "+5\u00a0points to +15\u00a0points" in texts
    assert not any(text.startswith("Base needed") for text in texts)


def test_every_region_has_its_own_section_beside_the_nation(drawn: Texts) -> None:
    texts = drawn("engagement --compare")

    assert texts[:2] == ["Engagement: regions beside France", "PHARE · 2015-2016 · Partnerships"]
    assert texts.count("France") == texts.count("Gap") == 2


def test_another_region_may_be_the_reference(drawn: Texts) -> None:
    titles = drawn("engagement --compare --region PACA --to pays-de-la-loire", titles=True)

    assert any(
        "45% (Provence-Alpes-Côte d'Azur), 43% (Pays de la Loire), +2 points" in title for title in titles
    )


def test_the_first_ranks_are_kept_with_their_ties_and_the_picture_says_so(drawn: Texts) -> None:
    texts = drawn("worries --top 1", data=TIED)

    assert {"Air", "Water"} <= set(texts)
    assert "Soil" not in texts
    assert any("ties kept" in text for text in texts)


def test_bases_give_whiskers_rank_intervals_and_their_notes(drawn: Texts) -> None:
    texts = drawn("worries --conf 0.9", data=TIED)

    assert "Rank interval" in texts
    assert "1-2" in texts
    assert any(text.startswith("Interval: Wilson's, at 90% confidence") for text in texts)


def test_a_low_base_is_said_beside_its_bar_and_may_be_hidden(drawn: Texts) -> None:
    assert drawn("worries", data=WEAK).count("low base") == 2
    assert drawn("worries --suppress", data=WEAK).count("–") == 2


def test_a_picture_in_french(drawn: Texts) -> None:
    texts = drawn("engagement -r PACA --lang fr --decimals 1 --title ' '")

    assert texts[:2] == [
        "Engagement par groupe d’acteurs",
        "PHARE · 2015-2016 · Provence-Alpes-Côte d’Azur · Partenariats",
    ]
    assert {"Associations", "47,0\u00a0%", "Entreprises", "45,0\u00a0%"} <= set(texts)


def test_nothing_found_is_a_picture_that_says_so(drawn: Texts) -> None:
    assert drawn("fragility-scores -r PACA -s mayors")[-1] == "Nothing found."


def test_hostile_names_are_drawn_as_they_stand(drawn: Texts) -> None:
    texts = drawn(
        "worries", data=HEADER + "France,<b>&$_x$,worries,\\frac<script>,50,,\nFrance,y,worries,z,4,,\n"
    )

    assert {"<b>&$_x$: \\frac<script>", "Y: z"} <= set(texts)


@pytest.mark.parametrize(("ending", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("PDF", b"%PDF")])
def test_the_ending_chooses_the_format(phare: Phare, tmp_path: Path, ending: str, start: bytes) -> None:
    assert phare(f"plot engagement -r PACA -o picture.{ending}").status == 0
    assert (tmp_path / f"picture.{ending}").read_bytes().startswith(start)


def test_the_width_is_the_readers(phare: Phare, tmp_path: Path) -> None:
    phare("plot engagement -r PACA -o picture.svg --width 400")

    assert ET.parse(tmp_path / "picture.svg").getroot().get("width") == "400"


@pytest.mark.parametrize(
    ("command", "status", "error"),
    [
        ("plot", 2, "INDICATOR is missing: phare list indicators tells which there are. (phare plot --help)"),
        (
            "plot fragilities -o a.gif",
            2,
            "the ending of a.gif is not one of a picture: use .svg, .png or .pdf. Did you mean a.png?",
        ),
        ("plot fragilities -o a.svg --to PACA", 2, "--to goes with --compare: add it, or leave --to out."),
        (
            "plot fragilities -o a.svg --sample nested",
            2,
            "--sample goes with --compare: add it, or leave --sample out.",
        ),
        (
            "plot fragilities -o a.svg --compare --top 3",
            2,
            "--top cannot be used with --compare: leave one of them out.",
        ),
        (
            "plot fragilities -o a.svg --compare --suppress",
            2,
            "--suppress cannot be used with --compare: leave one of them out.",
        ),
        (
            "plot fragilities -o a.svg --compare --style map",
            2,
            "--style map takes no --compare: --to NAME says what its places are set beside.",
        ),
        (
            "plot fragilities -o a.svg --style cards --compare",
            2,
            "--style cards takes no --compare: --to NAME says what its places are set beside.",
        ),
        ("plot fragilities -o a.svg --top 0", 2, "--top keeps at least 1 rank: give it 1 or more."),
        (
            "plot fragilities -o a.svg --compare -r France",
            2,
            "France cannot be compared with itself: choose another --to.",
        ),
        (
            "plot fragilites2 -o a.svg",
            2,
            "no indicator is called “fragilites2” in these data. Did you mean fragilities or fragility-scores? "
            "(phare list indicators)",
        ),
        (
            "plot fragilities -o no/a.svg",
            5,
            "there is no folder no to write a.svg in. Make it first, or write elsewhere.",
        ),
        ("plot fragilities -o a.svg -d no.csv", 4, None),
    ],
)
def test_what_cannot_be_drawn_is_a_sentence_and_no_file(
    phare: Phare, tmp_path: Path, command: str, status: int, error: str | None
) -> None:
    run = phare(command)

    assert (run.status, run.out) == (status, "")
    assert error is None or run.err == f"phare: {error}\n"
    assert not list(tmp_path.rglob("a.*"))


def test_without_matplotlib_the_status_and_the_sentence_say_so(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    run = phare("plot engagement -o picture.png")

    assert (run.status, run.out) == (5, "")
    assert run.err == (
        "phare: drawing PNG and PDF pictures needs matplotlib, which is not installed. "
        "Run: pip install 'phare-cli[plot]'\n"
    )
    assert not (tmp_path / "picture.png").exists()


def test_letters_that_a_png_cannot_show_are_told(phare: Phare) -> None:
    run = phare("plot worries -o picture.png", data=HEADER + "France,citizens,worries,中文,50,,\n")

    assert run.status == 0
    assert run.err == "phare: note: the font of PNG and PDF pictures lacks 中 文; an .svg shows them.\n"


def test_an_svg_is_drawn_without_anything_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; from phare_cli.cli import main; status = main(['plot', 'fragilities', '-o', 'picture.svg']);"
        "print(status, sorted({'matplotlib', 'numpy', 'pandas', 'scipy', 'rich', 'tabulate'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert run.stdout == "0 []\n"


def _figures(chart: Chart) -> list[float | None]:
    return [mark.value for section in chart.sections for panel in section.panels for mark in panel.marks]


@pytest.mark.parametrize(
    "indicator", ["fragilities", "engagement", "innovation", "fragility-scores", "partnership-scale"]
)
def test_a_picture_holds_the_figures_of_its_table_in_their_order(indicator: str) -> None:
    survey = read().where(lambda estimate: estimate.indicator == indicator)

    assert _figures(plot(survey, indicator=indicator)) == [row["value"] for row in show(survey).records()]


@pytest.mark.parametrize("indicator", ["engagement", "innovation"])
def test_a_picture_of_two_regions_holds_the_gaps_of_its_table(indicator: str) -> None:
    survey = read().where(lambda estimate: estimate.indicator == indicator)
    chart = plot_beside(survey, indicator=indicator)
    gaps = [mark.gap for section in chart.sections for panel in section.panels for mark in panel.marks]

    assert sorted(map(str, gaps)) == sorted(str(row["gap"]) for row in compare(survey).records())


def test_largest_figures_come_first_beside_the_nation() -> None:
    survey = read()
    chart = plot_beside(survey, indicator="fragilities")
    panels = [panel for section in chart.sections for panel in section.panels]

    assert panels
    for panel in panels:
        values = [mark.value or 0.0 for mark in panel.marks]
        assert values == sorted(values, reverse=True)


def test_units_that_differ_have_sections_of_their_own() -> None:
    survey = read()
    scored = survey.where(lambda estimate: estimate.indicator in ("fragility-scores", "fragilities"))
    units = [section.unit for section in plot(scored, indicator="fragility-scores").sections]

    assert set(units) == {"score/10"}
    assert (
        Typesetter("fr").say(plot(scored, indicator="fragilities").title) == "Fragilités par groupe d’acteurs"
    )
