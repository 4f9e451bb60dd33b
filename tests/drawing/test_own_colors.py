"""A project gives colours to its answers, groups, regions and indicators, and every picture takes them up."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from phare_cli.drawing.themes.doubtful_colors import doubtful_colors
from phare_cli.drawing.themes.theme import BUILT_IN, Theme, as_light_as, luminance
from phare_cli.nouns.message import Name

Phare = Callable[..., Any]

WAVES = "region,stakeholder,indicator,item,value,base,wave\n" + "".join(
    f"{region},{group},besoins,{item},{value + 4 * wave},900,{2020 + wave}\n"
    for region, add in (("France", 0), ("Bretagne", 7))
    for group, more in (("citizens", 0), ("mayors", 5))
    for item, value in (("médecin", 30 + add + more), ("école", 20 + add), ("bus", 12 + more))
    for wave in range(3)
)
ONE = "".join(line for line in WAVES.splitlines(keepends=True) if not line.endswith((",2020\n", ",2021\n")))
STEPS = "region,stakeholder,indicator,item,value,base,scale,order\n" + "".join(
    f"France,{group},trust,step {place},{value},900,ordered,{place}\n"
    for group in ("citizens", "mayors")
    for place, value in enumerate((12, 45, 28, 15))
)
ITEMS = "kind;id;couleur\nitem;médecin;#CC0022\nitem;école;#007733\n"


def drawn(phare: Phare, folder: Path, command: str, book: str, data: str) -> set[str]:
    """Return the colours of the picture that *command* draws with a codebook."""
    (folder / "w.csv").write_text(book, encoding="utf-8")
    ran = phare(f"plot {command} --codebook w.csv -o a.svg", data=data)
    assert ran.status == 0, ran.err
    return set(re.findall(r"#[0-9a-f]{6}", (folder / "a.svg").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("command", "data"),
    [
        ("besoins", ONE),
        ("besoins --style dots", ONE),
        ("besoins -r bretagne --compare --to France", ONE),
        ("besoins --panels group", ONE),
        ("besoins --by wave", WAVES),
        ("besoins --by wave --panels region -s citizens", WAVES),
        ("besoins --style cards --top 2 -r bretagne", ONE),
    ],
)
def test_answers_have_their_colour_in_every_picture(
    phare: Phare, tmp_path: Path, command: str, data: str
) -> None:
    assert {"#cc0022", "#007733"} <= drawn(phare, tmp_path, command, ITEMS, data)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("groupe;citoyens;#cc0022", "besoins"),
        ("région;Bretagne;#cc0022", "besoins -r bretagne"),
        ("indicateur;besoins;#cc0022", "besoins"),
        ("modalité;bus;#cc0022", "besoins --item bus"),
        ("groupe;citoyens;#cc0022", "besoins --item bus"),
        ("région;Bretagne;#cc0022", "besoins -s citizens --item bus --panels group"),
        ("région;France;#cc0022", "besoins -r bretagne --compare --to France"),
    ],
)
def test_what_has_no_colour_takes_that_of_what_stands_above_it(
    phare: Phare, tmp_path: Path, line: str, command: str
) -> None:
    assert "#cc0022" in drawn(phare, tmp_path, command, f"kind;id;colour\n{line}\n", ONE)


def test_one_level_of_names_colours_a_picture(phare: Phare, tmp_path: Path) -> None:
    book = "kind;id;color\nitem;médecin;#cc0022\nstakeholder;citizens;#773300\n"

    assert drawn(phare, tmp_path, "besoins", book, ONE) & {"#cc0022", "#773300", "#0072b2"} == {
        "#cc0022",
        "#0072b2",
    }


def test_lines_without_a_colour_take_what_is_furthest_from_those_that_have_one(
    phare: Phare, tmp_path: Path
) -> None:
    colors = drawn(phare, tmp_path, "besoins --by wave -s citizens", ITEMS, WAVES)

    # The third line of the theme is as green as the second one of the project.
    assert "#00745a" not in colors
    assert "#0072b2" in colors


def test_steps_have_their_colours_or_shades_of_that_of_their_indicator(phare: Phare, tmp_path: Path) -> None:
    own = "kind;id;color\nitem;step 0;#cc0022\nitem;step 3;#007733\n"
    steps = drawn(phare, tmp_path, "trust", own, STEPS)
    shades = drawn(phare, tmp_path, "trust", "kind;id;color\nindicator;trust;#cc0022\n", STEPS)

    assert {"#cc0022", "#007733"} <= steps
    assert {"#dbe9f6", "#083068"}.isdisjoint(shades)


@pytest.mark.parametrize("command", ["besoins --style heat", "besoins --style map --item bus -s citizens"])
def test_shades_are_of_the_colour_of_what_all_figures_are_about(
    phare: Phare, tmp_path: Path, command: str
) -> None:
    colors = drawn(phare, tmp_path, command, "kind;id;color\nindicator;besoins;#cc0022\n", ONE)
    shades = {color for color in colors if len({color[1:3], color[3:5], color[5:]}) > 1}

    assert shades
    assert all(color[1:3] > color[3:5] and color[1:3] > color[5:] for color in shades)


@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF))
def test_a_shade_is_as_light_as_the_class_that_it_stands_for(one: int, other: int) -> None:
    shade = as_light_as(f"#{one:06x}", f"#{other:06x}")

    assert luminance(shade) == pytest.approx(luminance(f"#{other:06x}"), abs=0.02)


def test_letters_that_could_not_be_read_keep_those_of_the_theme(phare: Phare, tmp_path: Path) -> None:
    drawn(phare, tmp_path, "besoins --by wave -s citizens", "kind;id;color\nitem;bus;#ffee00\n", WAVES)
    inked = re.findall(r"<text[^>]*#ffee00", (tmp_path / "a.svg").read_text(encoding="utf-8"))

    assert inked == []


@pytest.mark.parametrize("name", ["a.pptx", "a.xlsx"])
def test_the_charts_of_office_suites_have_them_too(phare: Phare, tmp_path: Path, name: str) -> None:
    (tmp_path / "w.csv").write_text(ITEMS, encoding="utf-8")
    command = "report -r bretagne" if name == "a.pptx" else "show besoins"
    assert phare(f"{command} --codebook w.csv -o {name}", data=ONE).status == 0
    with zipfile.ZipFile(tmp_path / name) as package:
        charts = "".join(
            package.read(part).decode()
            for part in package.namelist()
            if "/charts/c" in part and part.endswith("xml")
        )

    assert {"CC0022", "007733"} <= set(re.findall(r'<c:dPt>.*?val="([0-9A-F]{6})"', charts))


def test_steps_are_stacked_in_their_colours_in_a_workbook(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text("kind;id;color\nitem;step 0;#cc0022\n", encoding="utf-8")
    phare("show trust --codebook w.csv -o a.xlsx", data=STEPS)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        assert "CC0022" in package.read("xl/charts/chart1.xml").decode()


def test_a_word_document_has_them(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text(ITEMS, encoding="utf-8")
    assert phare("report -r bretagne --codebook w.csv -o a.docx", data=ONE).status == 0
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        pictures = [package.read(part) for part in package.namelist() if part.endswith(".png")]
    colors = {
        color
        for picture in pictures
        for _, color in Image.open(io.BytesIO(picture)).convert("RGB").getcolors(1 << 24) or ()
    }

    assert (0xCC, 0x00, 0x22) in colors


def test_a_codebook_without_colours_changes_no_picture(phare: Phare, tmp_path: Path) -> None:
    phare("plot besoins -o b.svg", data=ONE)
    drawn(phare, tmp_path, "besoins", "kind;id;color\nitem;train;#cc0022\n", ONE)

    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


@pytest.mark.parametrize("color", ["red", "#c02", "cc0022", "#cc002g", "#cc002233", "rgb(1, 2, 3)"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_no_colour_is_said_with_its_line(phare: Phare, tmp_path: Path, color: str, lang: str) -> None:
    (tmp_path / "w.csv").write_text(f"kind;id;color\nitem;bus;{color}\n", encoding="utf-8")
    ran = phare(f"check --codebook w.csv --lang {lang}", data=ONE)

    assert (ran.status, "[not-a-color]" in ran.err) == (3, True)


def test_a_phrase_has_no_colour(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text("kind;id;fr;color\nuniverse;tous;Tous;#cc0022\n", encoding="utf-8")

    assert "[not-a-color]" in phare("show --codebook w.csv", data=ONE).err


@pytest.mark.parametrize(
    ("book", "told"),
    [
        ("item;médecin;#ffee00", "“médecin”: #ffee00 has a contrast of 1.2 with #ffffff"),
        ("item;médecin;#cc0022\nitem;bus;#cb0322", "“bus”: #cb0322 can hardly be told from #cc0022"),
    ],
)
def test_a_doubtful_colour_is_told_by_check_and_where_it_is_drawn(
    phare: Phare, tmp_path: Path, book: str, told: str
) -> None:
    (tmp_path / "w.csv").write_text(f"kind;id;color\n{book}\n", encoding="utf-8")
    checked = phare("check --codebook w.csv", data=ONE)
    plotted = phare("plot besoins --codebook w.csv -o a.svg", data=ONE)

    assert (checked.status, plotted.status) == (0, 0)
    assert told in checked.out
    assert told in plotted.err


def test_colours_are_checked_beside_the_paper_of_the_project(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text("kind;id;color\nitem;bus;#ffee00\n", encoding="utf-8")
    (tmp_path / "phare.toml").write_text('theme = "dark"\ncodebook = "w.csv"\n', encoding="utf-8")

    assert "doubtful-color" not in phare("check", data=ONE).out


@pytest.mark.parametrize("theme", BUILT_IN.values(), ids=BUILT_IN)
def test_black_or_white_alone_cannot_be_seen(theme: Theme) -> None:
    names = [Name("item", id) for id in "abc"]
    found = doubtful_colors(dict(zip(names, ("#000000", "#ffffff", "#808080"), strict=True)), theme)

    assert len(list(found)) == 1


def test_things_of_two_kinds_may_share_a_colour() -> None:
    colors = {Name("item", "bus"): "#cc0022", Name("region", "Bretagne"): "#cc0022"}

    assert list(doubtful_colors(colors, BUILT_IN["light"])) == []


def test_a_line_that_gives_a_colour_alone_leaves_the_rest_to_phare(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text("kind;id;color\nregion;PACA;#cc0022\n", encoding="utf-8")
    ran = phare("plot engagement -r sud --codebook w.csv -o a.svg")

    assert ran.status == 0, ran.err
    assert "#cc0022" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_a_drafted_codebook_has_an_empty_column_of_colours(phare: Phare) -> None:
    ran = phare("codebook --draft -f csv", data=ONE)

    assert set(ran.column("color")) == {""}
