"""A picture has the colours, the letters and the size that a house gives it, and can be read in all of them."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from phare_cli import draw, plot, read
from phare_cli.drawing.sheet import Tone
from phare_cli.drawing.themes.theme import BUILT_IN, READ, Theme, contrast, letters_on, luminance

Phare = Callable[..., Any]
Faults = Callable[[ET.Element], list[str]]

SVG = "{http://www.w3.org/2000/svg}"
OWN = """\
base = "light"
fonts = ["Marianne", "Spectral SC"]
logo = "logo.png"
[colors]
bar = "#B34000"
classes = ["#fff1e6", "#ffd9b8", "#ffba85", "#f58f45", "#d96b1c", "#a84a08", "#6b2a00"]
"""
DATA = "region,stakeholder,indicator,item,value,base,scale,order\n" + "".join(
    f"France,citizens,trust,step {place},{value},900,ordered,{place}\n"
    for place, value in enumerate((12, 45, 28, 15))
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a theme file with its logo."""
    Image.new("RGB", (400, 100), "#00508c").save(tmp_path / "logo.png")
    (tmp_path / "house.toml").write_text(OWN, encoding="utf-8")
    return tmp_path / "house.toml"


def root_of(file: Path) -> ET.Element:
    return ET.parse(file).getroot()


@pytest.mark.parametrize("theme", BUILT_IN.values(), ids=BUILT_IN)
def test_all_that_is_written_can_be_read_on_its_paper(theme: Theme) -> None:
    assert min(contrast(theme.colors[tone], theme.colors[Tone.PAPER]) for tone in READ) >= 4.5


@pytest.mark.parametrize("theme", BUILT_IN.values(), ids=BUILT_IN)
def test_classes_go_one_way_in_grey(theme: Theme) -> None:
    lights = [luminance(theme.colors[tone]) + 0.05 for tone in Tone if tone.startswith("class-")]

    assert all(lighter >= 1.1 * darker for darker, lighter in pairwise(sorted(lights)))
    assert lights in (sorted(lights), sorted(lights, reverse=True))


@given(st.integers(0, 0xFFFFFF))
def test_letters_can_be_read_on_any_colour(number: int) -> None:
    color = f"#{number:06x}"

    assert contrast(letters_on(color), color) >= 4.5


def test_a_theme_of_ones_own_gives_colours_fonts_and_a_logo(
    phare: Phare, house: Path, tmp_path: Path
) -> None:
    phare("plot engagement -r PACA --theme house.toml -o a.svg")
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    images = list(root_of(tmp_path / "a.svg").iter(f"{SVG}image"))

    assert "'Marianne', 'Spectral SC', 'DejaVu Sans'" in text
    assert 'fill="#b34000"' in text
    assert [image.get("href", "")[:22] for image in images] == ["data:image/png;base64,"]


def test_a_project_s_theme_is_that_of_its_pictures_and_an_option_goes_before(
    phare: Phare, house: Path, tmp_path: Path
) -> None:
    (tmp_path / "phare.toml").write_text('theme = "house.toml"\n', encoding="utf-8")
    phare("plot engagement -o a.svg")
    phare("plot engagement --theme dark -o b.svg")

    assert "#b34000" in (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "#16191d" in (tmp_path / "b.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["dark", "house.toml"])
@pytest.mark.parametrize("format", ["png", "pdf"])
def test_png_and_pdf_have_the_theme_too_and_the_same_bytes(
    phare: Phare, house: Path, tmp_path: Path, format: str, theme: str
) -> None:
    for name in ("a", "b"):
        ran = phare(f"plot trust --theme {theme} -o {name}.{format}", data=DATA)
        assert ran.status == 0, ran.err
    phare(f"plot trust -o light.{format}", data=DATA)

    assert (tmp_path / f"a.{format}").read_bytes() == (tmp_path / f"b.{format}").read_bytes()
    assert (tmp_path / f"a.{format}").read_bytes() != (tmp_path / f"light.{format}").read_bytes()


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("colour = 1", "no key is called colour here. Did you mean colors?"),
        ("[colors]\nbra = '#112233'", "no key is called bra here. Did you mean bar?"),
        ("[colors]\nbar = 'blue'", "bar takes a colour such as “#0072b2”"),
        ("[colors]\nlines = ['#112233']", "lines takes 5 colours"),
        ("[colors]\nmuted = '#999999'", "contrast of 2.8 with #ffffff"),
        ("[colors]\npaper = '#101010'", "contrast of"),
        ("[colors]\nclasses = ['#777777', '#777777', '#666666', '#555555', '#444444', '#333333', '#222222']", "grey"),
        ("base = 'sepia'", "base takes light or dark"),
        ("fonts = \"x' onload='y\"", "fonts takes the name of a font"),
        ("logo = 'none.png'", "logo takes a PNG file"),
        ("font_file = 'none.ttf'", "font_file takes a font file"),
        ("colors = 3", "colors takes a table"),
        ("a = ", "is not valid TOML"),
    ],
)  # fmt: skip
def test_a_theme_that_cannot_be_used_is_said(phare: Phare, tmp_path: Path, lines: str, told: str) -> None:
    (tmp_path / "house.toml").write_text(lines, encoding="utf-8")
    ran = phare("plot engagement --theme house.toml -o a.svg")

    assert ran.status in (2, 4)
    assert told in ran.err
    assert not (tmp_path / "a.svg").exists()


@pytest.mark.parametrize(
    ("options", "size", "box"),
    [
        ("--width 400", ("400", None), "400"),
        ("--width 400px --height 700", ("400", "700"), "400"),
        ("--width 160mm", ("160mm", None), "604.72"),
        ("--width 160mm --height 120mm", ("160mm", "120mm"), "604.72"),
        ("--height 400", ("680", "400"), "680"),
    ],
)
def test_a_picture_is_as_large_as_it_is_asked_to_be(
    phare: Phare, tmp_path: Path, faults: Faults, options: str, size: tuple[str, str | None], box: str
) -> None:
    ran = phare(f"plot trust {options} -o a.svg", data=DATA)
    root = root_of(tmp_path / "a.svg")
    whole = root.get("viewBox", "").split()

    assert ran.status == 0, ran.err
    assert (root.get("width"), whole[2]) == (size[0], box)
    assert size[1] is None or root.get("height") == size[1]
    root.set("width", whole[2])
    root.set("height", whole[3])
    assert faults(root) == []


def test_a_print_has_300_dots_an_inch(phare: Phare, tmp_path: Path) -> None:
    phare("plot trust --width 101.6mm --height 76.2mm -o a.png", data=DATA)
    with Image.open(tmp_path / "a.png") as image:
        assert image.size == (1200, 900)


@pytest.mark.parametrize(
    "options", ["--width 160cm", "--width 12", "--width 5000", "--width 300mm --height 300", "--height 120"]
)
def test_a_size_that_no_picture_has_is_said(phare: Phare, tmp_path: Path, options: str) -> None:
    ran = phare(f"plot fragilities {options} -o a.svg")

    assert (ran.status, (tmp_path / "a.svg").exists()) == (2, False)


def test_python_gives_the_size_and_the_theme_of_the_command_line(
    phare: Phare, house: Path, tmp_path: Path
) -> None:
    phare("plot engagement --width 150mm --height 170mm --theme house.toml -o a.svg")
    drawn = draw(plot(read(), "engagement"), width="150mm", height="170mm", theme=str(house))

    assert drawn == (tmp_path / "a.svg").read_bytes()


def test_a_logo_is_told_apart_from_what_is_drawn(house: Path) -> None:
    with Image.open(io.BytesIO(draw(plot(read(), "engagement"), "png", theme=str(house)))) as image:
        right, top = image.width - 40, 40

        assert image.convert("RGB").getpixel((right, top)) == (0, 80, 140)
