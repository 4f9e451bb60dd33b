"""``phare plot --cross``: the quadrant of two prisms, its words, and its labels that cover nothing."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phare_cli.drawing.quadrant import LABEL, lay_out_quadrant, spread
from phare_cli.drawing.sheet import DescribedGroup, Dot, Words
from phare_cli.language.letters import width_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.chart import Plane, Point, Quadrant
from phare_cli.nouns.message import Message

Phare = Callable[..., Any]

SVG = "{http://www.w3.org/2000/svg}"
NATIONAL = "plot fragility-scores --cross partnership-impact -r France -s citizens"
DATA = "region,stakeholder,indicator,item,value,base\n" + "".join(
    f"{region},citizens,{indicator},{item},{value},300\n"
    for region in ("Bretagne", "Corse")
    for indicator, values in (("x", (60, 31, 29, 5)), ("y", (60, 50, 10, 5)))
    for item, value in zip("abcd", values, strict=True)
)


def _root(phare: Phare, folder: Path, command: str, **options: Any) -> ET.Element:
    run = phare(f"{command} -o picture.svg", **options)
    assert (run.status, run.out) == (0, ""), run.err
    return ET.parse(folder / "picture.svg").getroot()


def _titles(root: ET.Element) -> list[str]:
    return [group.findtext(f"{SVG}title") or "" for group in root.iter(f"{SVG}g")]


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        (
            "en",
            [
                "Employment: 7.1/10 (Fragility scores), 49% (Impact of partnerships), high on both",
                "Economic development: 6.5/10 (Fragility scores), 46% (Impact of partnerships), high on both",
                "Environment: 6.3/10 (Fragility scores), 42% (Impact of partnerships), low on both",
                "Exclusion: 6.3/10 (Fragility scores), 36% (Impact of partnerships), low on both",
            ],
        ),
        (
            "fr",
            [
                "Emploi\u00a0: 7,1/10 (Notes de fragilité), 49\u00a0% (Impact des partenariats), fort dans les deux",
                "Développement économique\u00a0: 6,5/10 (Notes de fragilité), 46\u00a0% (Impact des partenariats), "
                "fort dans les deux",
                "Environnement\u00a0: 6,3/10 (Notes de fragilité), 42\u00a0% (Impact des partenariats), faible dans "
                "les deux",
                "Exclusion\u00a0: 6,3/10 (Notes de fragilité), 36\u00a0% (Impact des partenariats), faible dans "
                "les deux",
            ],
        ),
    ],
)
def test_the_national_figures_are_told_point_by_point(
    phare: Phare, tmp_path: Path, language: str, titles: list[str]
) -> None:
    assert _titles(_root(phare, tmp_path, f"{NATIONAL} --lang {language}")) == titles


@pytest.mark.parametrize("format", ["png", "pdf"])
def test_a_quadrant_is_drawn_in_every_format(phare: Phare, tmp_path: Path, format: str) -> None:
    run = phare(f"{NATIONAL} -o picture.{format}")

    assert (run.status, run.err) == (0, "")
    assert (tmp_path / f"picture.{format}").stat().st_size > 1000


def test_an_undecided_item_is_hollow_and_explained(phare: Phare, tmp_path: Path) -> None:
    root = _root(phare, tmp_path, "plot x --cross y -r bretagne", data=DATA)
    texts = [element.text for element in root.iter(f"{SVG}text")]

    assert len(list(root.iter(f"{SVG}polygon"))) == 2
    assert len(list(root.iter(f"{SVG}circle"))) == 2
    assert "Hollow diamond: undecided." in texts
    assert "Crossed lines: the intervals of the figures. Long lines: what high is above." in texts


def test_each_region_is_a_plane_on_the_same_axes(phare: Phare, tmp_path: Path) -> None:
    root = _root(phare, tmp_path, "plot x --cross y -r corse -r bretagne", data=DATA)
    places = [float(circle.get("cx") or 0) for circle in root.iter(f"{SVG}circle")]
    titles = [element.text for element in root.iter(f"{SVG}text") if element.get("font-size") == "12.5"]

    assert titles == ["Corse · Citizens", "Bretagne · Citizens"]
    assert places[: len(places) // 2] == places[len(places) // 2 :]


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("plot x -o a.svg --cut 3", "--cut goes with --cross: add it, or leave --cut out."),
        (
            "plot x --cross y --compare -o a.svg",
            "--compare cannot be used with --cross: leave one of them out.",
        ),
        ("plot x --cross y --top 3 -o a.svg", "--top cannot be used with --cross: leave one of them out."),
        (
            "plot x --cross y --suppress -o a.svg",
            "--suppress cannot be used with --cross: leave one of them out.",
        ),
    ],
)
def test_options_that_do_not_meet_are_refused(phare: Phare, command: str, sentence: str) -> None:
    run = phare(command, data=DATA)

    assert (run.status, run.err) == (2, f"phare: {sentence}\n")


def test_a_quadrant_has_two_sides(phare: Phare) -> None:
    data = DATA + DATA.partition("\n")[2].replace("citizens", "mayors")
    run = phare("plot x --cross y -s citizens -s mayors -o a.svg", data=data)

    assert run.err == "phare: a quadrant is drawn of two prisms, not 4: one each, with one group.\n"


NAMES = ("Employment", "Economic development", "Air", "Social ties", "Purchasing power", "Environment")
SHARE = st.integers(0, 100).map(float)


@given(st.lists(st.tuples(SHARE, SHARE), min_size=1, max_size=14), st.sampled_from([360.0, 720.0]))
@settings(max_examples=40)
def test_labels_cover_neither_one_another_nor_a_dot(places: list[tuple[float, float]], width: float) -> None:
    said = [Message(NAMES[number % 6]) for number in range(len(places))]
    points = tuple(Point(label, x, y) for label, (x, y) in zip(said, places, strict=True))
    name = Message("Share")
    quadrant = Quadrant(name, name, name, "percent", "percent", (Plane(name, 50.0, 50.0, points),))

    told = [
        part
        for part in lay_out_quadrant(quadrant, Typesetter("en"), width=width).parts
        if isinstance(part, DescribedGroup)
    ]
    words = [part for group in told for part in group.parts if isinstance(part, Words)]
    dots = [part for group in told for part in group.parts if isinstance(part, Dot)]
    boxes = [
        (text.x, text.y - LABEL * 0.8, text.x + width_of(text.text, LABEL), text.y + 3) for text in words
    ]
    assert all(any(isinstance(part, Words) for part in group.parts) for group in told)
    for place, (left, top, right, bottom) in enumerate(boxes):
        assert not any(
            left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
            for other in boxes[:place]
        )
        assert not any(
            left < dot.x + 4 and dot.x - 4 < right and top < dot.y + 4 and dot.y - 4 < bottom for dot in dots
        )


def test_a_name_too_long_for_its_plane_is_parted_and_keeps_no_other_from_its_place() -> None:
    long = "la hausse des prix de l'énergie et de tout ce qui s'ensuit dans les communes les plus petites"
    points = tuple(
        Point(Message(label), 50.0 + 9 * at, 50.0) for at, label in enumerate((long, "air", "sols"))
    )
    name = Message("Share")
    quadrant = Quadrant(name, name, name, "percent", "percent", (Plane(name, 50.0, 50.0, points),))
    sheet = lay_out_quadrant(quadrant, Typesetter("en"), width=680)
    named = [
        " ".join(part.text for part in reversed(group.parts) if isinstance(part, Words))
        for group in sheet.parts
        if isinstance(group, DescribedGroup)
    ]

    assert named == [long.capitalize(), "Air", "Sols"]
    assert sheet.height < sheet.width


@given(st.lists(st.floats(-1e6, 1e6), min_size=1), st.sampled_from(["percent", "count", "score/10", "euros"]))
def test_a_scale_holds_its_figures(figures: list[float], unit: str) -> None:
    scale = spread(figures, unit)

    assert scale.low <= min(figures) <= max(figures) <= scale.high
    assert list(scale.ticks) == sorted(set(scale.ticks))


# As whole percents c would stand at 40%, high would be above 40%, and b as low as it.
NEAR_CUT = "region,stakeholder,indicator,item,value\n" + "".join(
    f"PACA,citizens,{indicator},{item},{value}\n"
    for indicator, values in (("one", (39.6, 40.4, 40.6, 39.8, 40.2)), ("two", (39.9, 40.05, 10, 60, 41)))
    for item, value in zip("abcde", values, strict=True)
)


@pytest.mark.parametrize("cut", ["", "--cut 40", "--cut 40.3 --cut 40"])
def test_no_figure_is_printed_on_another_side_of_its_cut_than_it_is_said_to_be(
    phare: Phare, cut: str
) -> None:
    told = phare(f"cross one two {cut}", data=NEAR_CUT).out
    rows = phare(f"cross one two {cut} -f json", data=NEAR_CUT).rows
    cuts = [float(found) for found in re.findall(r"above ([\d.]+)%", told)]
    printed = {
        row[0].lower(): [float(each) for each in row[1:]]
        for row in re.findall(r"^ +\d +([A-E]) +([\d.]+)% +\d +([\d.]+)%", told, re.MULTILINE)
    }

    assert len(printed) == 5
    for row in rows:
        shown = zip(printed[row["item"]], cuts, (row["side_1"], row["side_2"]), strict=True)
        assert all((figure > at) == (side == "high") for figure, at, side in shown)


@pytest.mark.parametrize(("lang", "figures"), [("en", "40.4% · 40%"), ("fr", "40,4 % · 40 %")])
def test_a_quadrant_prints_its_figures_as_the_crossing_does(phare: Phare, lang: str, figures: str) -> None:
    assert figures in phare(f"plot one --cross two --lang {lang}", data=NEAR_CUT).out.replace("\u00a0", " ")
