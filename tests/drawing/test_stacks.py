"""``phare plot --style stacked``: the steps of an ordered scale side by side, one bar a group, nets at the edge."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from phare_cli import WrongOption, draw, plot, read
from phare_cli.drawing.sheet import Tone
from phare_cli.drawing.stacks import SHADES_OF
from phare_cli.drawing.themes.theme import COLORS, luminance

Phare = Callable[..., Any]
Faults = Callable[[ET.Element], list[str]]
SVG = "{http://www.w3.org/2000/svg}"
HEADER = "region,stakeholder,indicator,item,value,base,scale,order\n"
LONG = "plus ou moins d'accord selon les circonstances et les personnes concernées"


def scale(group: str, *values: float, base: int = 900, region: str = "France", step: str = "step") -> str:
    return "".join(
        f"{region},{group},trust,{step} {place},{value},{base},ordered,{place}\n"
        for place, value in enumerate(values, 1)
    )


CITIZENS = HEADER + scale("citizens", 12.4, 44.6, 28, 15)
NETS = CITIZENS + (
    "France,citizens,trust (agree),agree,57,900,,\nFrance,citizens,trust (disagree),disagree,43,900,,\n"
)


@pytest.fixture
def picture(phare: Phare, tmp_path: Path) -> Callable[..., ET.Element]:
    def run(words: str, data: str) -> ET.Element:
        ran = phare(f"plot trust {words} -o a.svg", data=data)
        assert ran.status == 0, ran.err
        return ET.parse(tmp_path / "a.svg").getroot()

    return run


def segments(root: ET.Element) -> dict[str, ET.Element]:
    """Return the drawn steps by what they say up to their figure."""
    groups = {
        (group.findtext(f"{SVG}title") or ""): group.find(f"{SVG}rect") for group in root.iter(f"{SVG}g")
    }
    return {re.split(r": [\d.]+%", told)[0]: box for told, box in groups.items() if box is not None}


def measure(box: ET.Element, name: str) -> float:
    return float(box.get(name, "0"))


def test_the_length_of_every_step_is_the_figure_of_the_json_answer(
    phare: Phare, picture: Callable[..., ET.Element]
) -> None:
    data = CITIZENS + scale("mayors", 0, 100, 0, 0) + scale("companies", 25, 25, 25, 25)
    drawn = segments(picture("", data))
    whole = measure(drawn["Mayors: step 2"], "width")
    rows = json.loads(phare("show trust -f json", data=data).out)["rows"]
    told = {f"{row['stakeholder'].capitalize()}: {row['item']}": row["value"] for row in rows if row["value"]}

    assert {name: measure(box, "width") / whole * 100 for name, box in drawn.items()} == pytest.approx(
        told, abs=0.01
    )


def test_steps_stand_in_their_order_end_to_end_from_light_to_dark(picture: Callable[..., ET.Element]) -> None:
    boxes = list(segments(picture("", CITIZENS)).values())
    ends = [measure(box, "x") + measure(box, "width") for box in boxes]

    assert [measure(box, "x") for box in boxes[1:]] == pytest.approx(ends[:-1], abs=0.02)
    assert [box.get("fill") for box in boxes] == [COLORS[shade] for shade in SHADES_OF[4]]


@pytest.mark.parametrize("steps", SHADES_OF)
def test_shades_darken_step_by_step(steps: int) -> None:
    lights = [luminance(COLORS[shade]) for shade in SHADES_OF[steps]]

    assert all(light >= 1.2 * darker for light, darker in pairwise(lights))


def test_a_net_stands_beside_the_bar_of_its_group(picture: Callable[..., ET.Element]) -> None:
    texts = [text.text for text in picture("", NETS + scale("mayors", 10, 20, 30, 40)).iter(f"{SVG}text")]

    assert [text for text in texts if text and "gree: " in text] == ["agree: 57%", "disagree: 43%"]


def test_what_is_too_imprecise_is_hollow_with_a_rim_of_its_shade_and_said_so(
    picture: Callable[..., ET.Element],
) -> None:
    root = picture("", HEADER + scale("citizens", 20, 80, base=12))
    firm = picture("", HEADER + scale("citizens", 20, 80))

    steps = [[box.get("fill") for box in group.iter(f"{SVG}rect")] for group in root.iter(f"{SVG}g")]
    drawn = [fills for fills in steps if fills]
    assert [fills[1:] for fills in drawn] == [[COLORS[Tone.PAPER], "none"]] * 2
    assert [fills[0] for fills in drawn] == [box.get("fill") for box in segments(firm).values()]
    assert "hollow: too imprecise to rely on" in [text.text for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (HEADER + "France,citizens,trust,yes,40,900,,\n", "has no ordered scale"),
        (HEADER + scale("citizens", *[10.0] * 8), "at most 7 steps"),
        (HEADER + scale("citizens", 60, 70), "more than 100%"),
        (CITIZENS + scale("mayors", 60, 40), "no whole in one group (Mayors, France)"),
        (
            HEADER
            + "France,citizens,trust,a,,900,ordered,1\n"
            + "France,citizens,trust,b,40,900,ordered,2\n",
            "no figure",
        ),
    ],
)
def test_what_is_no_whole_scale_is_drawn_as_bars_and_never_stacked(
    phare: Phare, tmp_path: Path, data: str, reason: str
) -> None:
    asked = phare("plot trust --style stacked -o a.svg", data=data)
    by_default = phare("plot trust -o b.svg", data=data)
    phare("plot trust --style bars -o c.svg", data=data)

    assert (asked.status, reason in asked.err, by_default.status) == (2, True, 0)
    assert (tmp_path / "b.svg").read_bytes() == (tmp_path / "c.svg").read_bytes()


def test_a_bar_that_ends_before_the_whole_or_after_it_says_why(picture: Callable[..., ET.Element]) -> None:
    short = picture("", HEADER + scale("citizens", 30, 40)).findall(f"{SVG}text")
    long = picture("", HEADER + scale("citizens", 34, 34, 33)).findall(f"{SVG}text")

    assert any("ends before 100%" in (text.text or "") for text in short)
    assert any("ends after 100%" in (text.text or "") for text in long)


REGIONS = "".join(
    scale("citizens", place, 100 - place, region=region)
    for place, region in enumerate(("France", "Bretagne", "Corse", "Provence-Alpes-Côte d'Azur"), 10)
)


def test_a_single_group_has_a_bar_a_region_in_one_panel(picture: Callable[..., ET.Element]) -> None:
    assert [name.split(":")[0] for name in segments(picture("", HEADER + REGIONS))][::2] == [
        "France",
        "Bretagne",
        "Corse",
        "Provence-Alpes-Côte d'Azur",
    ]


@pytest.mark.parametrize(("width", "lang"), [(320, "en"), (480, "fr"), (680, "en"), (1400, "fr")])
@pytest.mark.parametrize(
    "data",
    [
        HEADER + scale("citizens", 100),
        HEADER + scale("citizens", 0, 100, 0) + scale("mayors", 100, 0, 0),
        HEADER
        + scale("citizens", 3, 7, 20, 30, 25, 10, 5, step=LONG)
        + scale("mayors", *[14] * 7, step=LONG),
        HEADER + REGIONS + scale("mayors", 1, 99) + scale("mayors", 99.5, 0.5, region="Corse"),
        NETS.replace("agree", LONG),
        NETS.replace("citizens", "citizens of the countryside and of its many small towns"),
    ],
    ids=["one step", "0 and 100", "seven long steps", "regions", "long nets", "long group"],
)
def test_no_text_of_stacked_bars_covers_another_is_struck_or_leaves_the_picture(
    picture: Callable[..., ET.Element], faults: Faults, data: str, width: int, lang: str
) -> None:
    root = picture(f"--style stacked --width {width} --lang {lang}", data)
    figures = [
        (box, text)
        for group in root.iter(f"{SVG}g")
        if (box := group.find(f"{SVG}rect")) is not None and (text := group.find(f"{SVG}text")) is not None
    ]

    assert faults(root) == []
    assert all(len(text.text or "") * 5 < measure(box, "width") for box, text in figures)


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
def test_the_same_stacked_bars_have_the_same_bytes(phare: Phare, tmp_path: Path, format: str) -> None:
    made = []
    for name in ("one", "two"):
        phare(f"plot trust -o {name}.{format}", data=NETS)
        made.append((tmp_path / f"{name}.{format}").read_bytes())

    assert made[0] == made[1]


@pytest.mark.parametrize("style", [None, "stacked"])
def test_python_draws_the_stacked_bars_of_the_command_line(
    picture: Callable[..., ET.Element], tmp_path: Path, style: str | None
) -> None:
    picture("", NETS)
    (tmp_path / "trust.csv").write_text(NETS, encoding="utf-8")
    drawn = draw(plot(read(str(tmp_path / "trust.csv")), "trust", style=style))

    assert drawn == (tmp_path / "a.svg").read_bytes()


def test_python_refuses_to_stack_what_is_no_scale() -> None:
    with pytest.raises(WrongOption, match="no ordered scale"):
        plot(read(), "engagement", style="stacked")


def test_bars_that_diverge_have_their_middle_at_one_place_and_the_lengths_of_the_answer(
    picture: Callable[..., ET.Element],
) -> None:
    figures = {"Citizens": (12, 24, 28, 25, 11), "Mayors": (3, 7, 30, 40, 20), "Companies": (0, 0, 100, 0, 0)}
    data = HEADER + "".join(scale(name.lower(), *shares) for name, shares in figures.items())
    drawn = segments(picture("--style diverging", data))
    middles = {name: drawn[f"{name}: step 3"] for name in figures}
    whole = measure(middles["Companies"], "width")

    assert len({round(measure(box, "x") + measure(box, "width") / 2, 1) for box in middles.values()}) == 1
    assert {name: measure(box, "width") / whole * 100 for name, box in drawn.items()} == pytest.approx(
        {
            f"{name}: step {place}": share
            for name, shares in figures.items()
            for place, share in enumerate(shares, 1)
            if share
        },
        abs=0.01,
    )


def test_a_scale_without_a_middle_step_diverges_between_its_two_halves(
    picture: Callable[..., ET.Element],
) -> None:
    drawn = segments(picture("--style diverging", CITIZENS + scale("mayors", 3, 7, 40, 50)))

    assert measure(drawn["Citizens: step 3"], "x") == measure(drawn["Mayors: step 3"], "x")


@pytest.mark.parametrize(("width", "lang"), [(320, "fr"), (680, "en")])
@pytest.mark.parametrize(
    "data",
    [
        HEADER + scale("citizens", 100),
        HEADER + scale("citizens", 0, 0, 100) + scale("mayors", 100, 0, 0),
        HEADER + scale("citizens", 3, 7, 20, 30, 25, 10, 5, step=LONG),
        NETS,
    ],
)
def test_no_text_of_bars_that_diverge_covers_another_is_struck_or_leaves_the_picture(
    picture: Callable[..., ET.Element], faults: Faults, data: str, width: int, lang: str
) -> None:
    assert faults(picture(f"--style diverging --width {width} --lang {lang}", data)) == []


@pytest.mark.parametrize("style", ["stacked", "diverging"])
def test_the_first_steps_alone_are_no_stack(phare: Phare, style: str) -> None:
    assert phare(f"plot trust --style {style} --top 2 -o a.svg", data=CITIZENS).status == 2
