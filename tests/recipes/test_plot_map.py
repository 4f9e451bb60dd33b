"""``phare plot --style map``: a tile a region, hatched where it is not told apart, never shaded without a figure."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.drawing.themes.classes import SHADES, classes_of
from phare_cli.drawing.themes.theme import COLORS
from phare_cli.language.departements import departements

Phare = Callable[..., Any]
Picture = Callable[..., ET.Element]
SVG = "{http://www.w3.org/2000/svg}"
HEADER = "region,stakeholder,indicator,item,value,base,in_national_sample,nation_share\n"
TESTED = HEADER + (
    "France,citizens,trust,yes,48.0,9000,,\n"
    "Bretagne,citizens,trust,yes,30.0,900,yes,0.05\n"
    "Corse,citizens,trust,yes,47.0,900,yes,0.05\n"
    "Mayotte,citizens,trust,yes,44.0,,yes,0.05\n"
)
SHADED = {COLORS[shade] for shade in SHADES}


@pytest.fixture
def picture(phare: Phare, tmp_path: Path) -> Picture:
    def run(words: str, data: str) -> ET.Element:
        ran = phare(f"plot trust --style map {words} -o map.svg", data=data)
        assert ran.status == 0, ran.err
        return ET.parse(tmp_path / "map.svg").getroot()

    return run


def tiles(root: ET.Element) -> dict[str, ET.Element]:
    return {(group.findtext(f"{SVG}title") or "").split(":")[0]: group for group in root.iter(f"{SVG}g")}


def test_every_region_has_one_tile_of_one_size_overseas_included(picture: Picture) -> None:
    found = tiles(picture("", TESTED))
    places = [
        (box.get("x"), box.get("y"))
        for group in found.values()
        if (box := group.find(f"{SVG}rect")) is not None
    ]

    assert (len(found), len(set(places))) == (18, 18)
    assert {"Guadeloupe", "Martinique", "Guyane", "La Réunion", "Mayotte", "Corse"} <= found.keys()


def test_a_tile_is_hatched_where_its_region_is_not_told_apart_dotted_untested_and_shaded_only_with_a_figure(
    picture: Picture,
) -> None:
    found = tiles(picture("", TESTED))
    lines = {name: line for name, group in found.items() if (line := group.find(f"{SVG}line")) is not None}
    hatched = {name for name, line in lines.items() if line.get("stroke-dasharray") is None}
    boxes = {name: group.find(f"{SVG}rect") for name, group in found.items()}
    shaded = {name for name, box in boxes.items() if box is not None and str(box.get("fill")) in SHADED}

    assert hatched == {"Corse"}
    assert lines.keys() - hatched == {"Mayotte"}
    assert shaded == {"Bretagne", "Corse", "Mayotte"}


def test_figures_and_verdicts_are_those_of_the_json_answer(phare: Phare, picture: Picture) -> None:
    root = picture("--decimals 3", TESTED)
    said = [group.findtext(f"{SVG}title") or "" for group in root.iter(f"{SVG}g")]
    told = [found.groups() for each in said if (found := re.match(r"([^:]+): ([\d.]+)%.*, (.+)$", each))]
    compared = phare("compare trust -f json", data=TESTED).rows
    words = {"below": "▼ below", "not_established": "○ not established", "untestable": "base not published"}

    assert sorted(told) == sorted(
        (row["region"], f"{row['value']:.3f}", words[row["verdict"]]) for row in compared
    )


def test_where_nothing_can_be_tested_nothing_is_hatched(picture: Picture) -> None:
    root = picture("", HEADER + "France,citizens,trust,yes,48,,,\nCorse,citizens,trust,yes,47,,,\n")

    assert list(root.iter(f"{SVG}line")) == []
    assert any("can be tested beside France" in (text.text or "") for text in root.iter(f"{SVG}text"))


def test_a_codebook_of_a_project_places_its_own_regions(picture: Picture, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("kind,id,en,tile\nregion,North,North,B1\nregion,South,South,a2\n")
    found = tiles(picture("--codebook mine.csv", HEADER + "North,citizens,trust,yes,48,,,\n"))

    assert set(found) == {"North", "South"}


def test_one_place_of_a_project_takes_no_other_off_the_map(picture: Picture, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("kind,id,en,tile\nregion,Elsewhere,Elsewhere,F3\n")
    names = ("Ardèche", "Drôme", "Isère", "Elsewhere")
    rows = "".join(f"{name},citizens,trust,yes,{40 + place},,,\n" for place, name in enumerate(names))
    root = picture("--codebook mine.csv", HEADER + rows)

    assert {"Ardèche", "Drôme", "Isère"} <= set(tiles(root))
    assert "Not on this map: Elsewhere." in [text.text for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("tile", ["3D", "D0", "AA1", "B1"])
def test_a_tile_that_is_none_or_another_s_is_refused_with_its_line(
    phare: Phare, tmp_path: Path, tile: str
) -> None:
    (tmp_path / "mine.csv").write_text(f"kind,id,en,tile\nregion,North,North,B1\nregion,South,South,{tile}\n")
    ran = phare("plot trust --style map --codebook mine.csv -o a.svg", data=TESTED)

    assert (ran.status, "line 3" in ran.err, "tile" in ran.err) == (3, True, True)


def test_regions_without_a_tile_are_named_or_refused(phare: Phare, picture: Picture) -> None:
    texts = [
        text.text for text in picture("", TESTED + "Utopia,citizens,trust,yes,9,,,\n").iter(f"{SVG}text")
    ]
    ran = phare("plot trust --style map -o a.svg", data=HEADER + "Utopia,citizens,trust,yes,9,,,\n")

    assert "Not on this map: Utopia." in texts
    assert (ran.status, "has a tile" in ran.err) == (2, True)


@pytest.mark.parametrize("figures", [(0.0, 100.0), (43.0, 45.0), (50.0, 50.0), (0.1, 0.3), (-8.0, 12.0)])
def test_every_figure_lies_in_the_class_that_its_shade_tells(figures: tuple[float, ...]) -> None:
    classes = classes_of(figures, "percent")

    for figure in figures:
        place = classes.tones.index(classes.tone(figure))
        assert classes.ends[place] <= figure <= classes.ends[place + 1]


def test_a_ranking_may_be_drawn_as_dots_on_their_intervals(phare: Phare, tmp_path: Path) -> None:
    phare("plot trust --style dots -o a.svg", data=TESTED)
    root = ET.parse(tmp_path / "a.svg").getroot()

    assert len(list(root.iter(f"{SVG}circle"))) == 4


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
def test_the_same_map_has_the_same_bytes(phare: Phare, tmp_path: Path, format: str) -> None:
    made = []
    for name in ("one", "two"):
        phare(f"plot trust --style map -o {name}.{format}", data=TESTED)
        made.append((tmp_path / f"{name}.{format}").read_bytes())

    assert made[0] == made[1]


@pytest.mark.parametrize("words", ["", "--compare -r Corse", "--style map", "--style dots"])
def test_a_title_of_one_s_own_stands_above_what_the_picture_is_called(
    phare: Phare, tmp_path: Path, words: str
) -> None:
    phare(f"plot trust {words} --title 'Trust is falling' -o a.svg --alt a.txt", data=TESTED)
    root = ET.parse(tmp_path / "a.svg").getroot()
    texts = [text.text or "" for text in root.iter(f"{SVG}text")]
    told = (tmp_path / "a.txt").read_text(encoding="utf-8")

    assert (texts[0], texts[1].lower().startswith("trust")) == ("Trust is falling", True)
    assert told == f"Trust is falling\n\n{root.findtext(f'{SVG}desc')}\n"


DEPARTEMENTS = "".join(
    f"{each.name},citizens,trust,yes,{place % 97},900,yes,0.01\n" for place, each in enumerate(departements())
)


def test_departements_have_a_tile_each_with_their_code_and_the_figure_of_the_json_answer(
    phare: Phare, picture: Picture
) -> None:
    data = HEADER + "France,citizens,trust,yes,48,90000,,\n" + DEPARTEMENTS
    found = tiles(picture("--width 1400", data))
    answer = json.loads(phare("show trust -f json", data=data).out)
    codes = {each.name: each.code for each in departements()}
    drawn = {
        name: [text.text for text in group.iter(f"{SVG}text")]
        for name, group in found.items()
        if name in codes
    }

    assert len(drawn) == 101
    assert drawn == {
        each["region"]: [codes[each["region"]], f"{each['value']:.0f}%"]
        for each in answer["rows"]
        if each["region"] != "France"
    }


def test_the_departements_of_one_region_are_a_map_of_it_and_named(phare: Phare, picture: Picture) -> None:
    data = HEADER + "Gard,citizens,trust,yes,54,400,,\nAude,citizens,trust,yes,50,200,,\n"
    found = tiles(picture("", data))
    of_region = {each.name for each in departements() if each.region == "Occitanie"}

    assert of_region == set(found)
    assert [text.text for text in found["Gard"].iter(f"{SVG}text")] == ["Gard", "54%"]


def test_what_the_others_are_set_beside_has_its_figure_in_its_tile(phare: Phare, picture: Picture) -> None:
    data = HEADER + "Gard,citizens,trust,yes,54,400,,\nAude,citizens,trust,yes,50,200,,\n"
    found = tiles(picture("--to Aude --sample separate", data))

    assert [text.text for text in found["Aude"].iter(f"{SVG}text")] == ["Aude", "50%"]


def test_no_two_departements_share_a_tile_and_those_side_by_side_lie_as_they_do() -> None:
    places = {each.code: (each.tile[0], int(each.tile[1:])) for each in departements()}
    west_to_east = (
        "29 56 53 72 28",
        "44 49 37 41 45",
        "33 24 19 63 43",
        "64 32 82 12 34 13 83",
        "75 93 10 88 67",
    )
    north_to_south = (
        "59 02 60",
        "50 35 53 49 79 16 33 40 64",
        "62 80 92 45 18 03 63 15",
        "2B 2A",
        "54 88 70 25",
    )

    assert len(set(places.values())) == 101
    for row in west_to_east:
        columns = [places[code][0] for code in row.split()]
        assert columns == sorted(columns)
    for column in north_to_south:
        rows = [places[code][1] for code in column.split()]
        assert rows == sorted(rows)


def test_regions_and_departements_together_are_a_map_of_regions_that_names_the_others(
    picture: Picture,
) -> None:
    root = picture("", TESTED + "Gard,citizens,trust,yes,44,900,yes,0.01\n")

    assert any(text.text == "Not on this map: Gard." for text in root.iter(f"{SVG}text"))


def test_quantiles_hold_as_many_figures_each_and_never_part_those_printed_alike(picture: Picture) -> None:
    root = picture("--classes quantiles", HEADER + DEPARTEMENTS)
    counts = Counter(
        box.get("fill")
        for group in root.iter(f"{SVG}g")
        if (box := group.find(f"{SVG}rect")) is not None and box.get("fill") in SHADED
    )

    assert (len(counts), sum(counts.values())) == (5, 101)
    assert max(counts.values()) - min(counts.values()) <= 2
    assert any("Classes: quantiles" in (text.text or "") for text in root.iter(f"{SVG}text"))


# As they are printed: 40, 40, 40, 31, 45.
ROUNDED = HEADER + "".join(
    f"{region},citizens,trust,yes,{value},900,,\n"
    for region, value in (
        ("France", 39.5),
        ("Bretagne", 39.5),
        ("Corse", 40.4),
        ("PACA", 31.2),
        ("IDF", 44.6),
    )
)


@pytest.mark.parametrize("style", ["map", "heat"])
@pytest.mark.parametrize("classes", ["equal", "quantiles"])
def test_figures_that_are_printed_alike_have_one_shade(
    phare: Phare, tmp_path: Path, style: str, classes: str
) -> None:
    phare(f"plot trust --style {style} --classes {classes} --decimals 0 -o a.svg", data=ROUNDED)
    shades = {
        (group.findall(f"{SVG}text")[-1].text, box.get("fill"))
        for group in ET.parse(tmp_path / "a.svg").getroot().iter(f"{SVG}g")
        if (box := group.find(f"{SVG}rect")) is not None and box.get("fill") in SHADED
    }

    assert len({text for text, _ in shades}) == len(shades) == 3


@pytest.mark.parametrize("style", ["map", "heat"])
@pytest.mark.parametrize(("lang", "forty"), [("en", "40%"), ("fr", r"40\s%")])
def test_a_terminal_shades_figures_in_the_class_that_their_digits_name(
    phare: Phare, style: str, lang: str, forty: str
) -> None:
    run = phare(f"plot trust --style {style} --decimals 0 --lang {lang}", data=ROUNDED)
    (named,) = re.findall(rf"(\S)\S* {forty} (?:to|à)", run.out)

    assert set(re.findall(rf"(\S) {forty} [░▒▓█]", run.out)) == {named}


@pytest.mark.parametrize(
    ("options", "told"), [("", "--classes goes with --style map"), ("--style dots", "--classes goes with")]
)
def test_classes_go_with_shades_alone(phare: Phare, options: str, told: str) -> None:
    run = phare(f"plot trust {options} --classes quantiles -o a.svg", data=TESTED)

    assert (run.status, told in run.err) == (2, True)


def test_maps_of_several_items_stand_beside_one_another_under_one_legend(picture: Picture) -> None:
    data = "region,stakeholder,indicator,item,value,base\n" + "".join(
        f"{region},citizens,trust,{item},{value},900\n"
        for item, more in (("air", 0), ("soil", 5), ("noise", 9))
        for region, value in (("France", 40 + more), ("Bretagne", 60 + more), ("PACA", 20 + more))
    )
    root = picture("", data)
    brittany = [
        rect
        for group in root.iter(f"{SVG}g")
        if (group.findtext(f"{SVG}title") or "").startswith("Bretagne")
        and (rect := group.find(f"{SVG}rect")) is not None
    ]
    empty = [text for text in root.iter(f"{SVG}text") if text.text == "no figure"]

    assert brittany[0].get("y") == brittany[1].get("y") != brittany[2].get("y")
    assert brittany[0].get("x") == brittany[2].get("x") != brittany[1].get("x")
    assert len(empty) == 1


def _several(items: int) -> str:
    """Return figures of every département, of which a part under 1% cannot be part of the nation's 100%."""
    places = ("France", *(each.name for each in departements()))
    return HEADER + "".join(
        f"{place},citizens,trust,item {item},{100 if place == 'France' else at % 60},900,"
        + ("yes,0.01\n" if place != "France" else ",\n")
        for item in range(items)
        for at, place in enumerate(places)
    )


def test_maps_of_several_items_stand_beside_one_another_with_every_figure(picture: Picture) -> None:
    root = picture("", _several(4))
    figures = [text.text for text in root.iter(f"{SVG}text") if (text.text or "").isdecimal()]

    assert len(figures) == 4 * 101
    assert float(root.get("height", "0")) < 2 * float(root.get("width", "0"))


def test_more_maps_than_a_picture_holds_are_refused_with_what_to_type(phare: Phare) -> None:
    ran = phare("plot trust --style map -o map.svg", data=_several(25))

    assert ran.status == 2
    assert "--style map would draw 25 maps, and a picture holds 24: choose some by name (--item," in " ".join(
        ran.err.split()
    )


def test_many_figures_that_do_not_fit_together_are_counted_in_one_line(phare: Phare) -> None:
    told = " ".join(phare("plot trust --style map", data=_several(1)).out.split())

    assert told.count("Figures that do not fit together") == 1
    assert re.search(
        r"fit together: \d\d of these gaps\. The first: Guadeloupe, Citizens, .* for 3\d% in", told
    )


def test_a_picture_far_taller_than_a_page_says_what_makes_it_lower(phare: Phare, tmp_path: Path) -> None:
    rows = HEADER + "".join(f"France,citizens,trust,item {place},{place},,,\n" for place in range(90))

    assert "Choose fewer figures (--item, --region, --stakeholder, --top)" in " ".join(
        phare("plot trust -o tall.svg", data=rows).err.split()
    )
    assert phare("plot trust --top 5 -o low.svg", data=rows).err == ""


def test_what_no_region_has_a_figure_of_has_no_map_and_is_named(phare: Phare) -> None:
    data = TESTED + "Bretagne,citizens,trust,no opinion,,,,\nCorse,mayors,trust,yes,,,,\n"

    run = phare("plot trust --style map --lang fr", data=data)

    assert run.out.count("47\u00a0%") == 1
    assert "Aucune région n’a de chiffre pour : Citoyens · no opinion ; Maires · yes." in _plain(run.out)


def test_a_card_is_drawn_of_figures_alone_and_the_others_are_named(phare: Phare) -> None:
    data = TESTED + "Corse,citizens,trust,no opinion,,,,\n"

    run = phare("plot trust --style cards -r corse --lang fr", data=data)

    assert "Modalité citée sans chiffre : no opinion." in _plain(run.out)
    assert run.out.count("no opinion") == 1


def _plain(text: str) -> str:
    return " ".join(text.split())


def test_a_map_whose_figures_no_test_sets_apart_says_that_it_shows_no_difference(phare: Phare) -> None:
    out = " ".join(phare("plot trust --style map", data=TESTED.replace(",900,", ",,")).out.split())

    assert (
        "No figure of this map can be tested beside France: its shades show figures, and no difference."
        in out
    )
    assert "gaps of" not in out


def test_classes_of_a_map_are_said_to_be_of_one_width_in_french(phare: Phare) -> None:
    out = " ".join(phare("plot trust --style map --lang fr", data=TESTED).out.split())

    assert "de même largeur, entre nombres ronds" in out


@pytest.mark.parametrize(
    ("places", "drawn", "other"),
    [
        (("Auvergne-Rhône-Alpes", "Drôme", "Isère"), "Drôme", "auvergne-rhone-alpes"),
        (("Auvergne-Rhône-Alpes", "Occitanie", "Drôme", "Gard", "Isère"), "Gard", "auvergne-rhone-alpes"),
        (("Auvergne-Rhône-Alpes", "Occitanie", "Drôme"), "Occitanie", "drome"),
        (("Auvergne-Rhône-Alpes", "Drôme"), "Auvergne-Rhône-Alpes", "drome"),
    ],
)
def test_the_map_is_the_one_that_holds_most_of_the_figures_and_says_how_to_have_another(
    phare: Phare, tmp_path: Path, places: tuple[str, ...], drawn: str, other: str
) -> None:
    data = HEADER + "".join(f"{place},citizens,trust,yes,40,900,,\n" for place in places)
    ran = phare("plot trust --style map -o map.svg", data=data)
    root = ET.parse(tmp_path / "map.svg").getroot()

    assert drawn in tiles(root)
    assert f"--region {other}." in " ".join(ran.err.split())
    assert "--region" not in " ".join(root.itertext())


def test_a_whole_that_the_data_declare_is_what_a_map_is_set_beside_and_no_tile(picture: Picture) -> None:
    data = "region,stakeholder,indicator,item,value,base,whole,in_national_sample\n" + "".join(
        f"{place},citizens,trust,yes,{value},{base},Occitanie,{said}\n"
        for place, value, base, said in (
            ("Occitanie", 50, 2000, ""),
            ("Gard", 70, 400, "yes"),
            ("Aude", 50, 400, "yes"),
        )
    )
    root = picture("", data)
    of_region = {each.name for each in departements() if each.region == "Occitanie"}

    assert set(tiles(root)) == of_region
    assert any(text.text == "Occitanie: 50%" for text in root.iter(f"{SVG}text"))
    assert "above" in (tiles(root)["Gard"].findtext(f"{SVG}title") or "")


WEAK = HEADER + (
    "Bretagne,citizens,trust,yes,30.0,900,,\nCorse,citizens,trust,yes,47.0,21,,\nOccitanie,citizens,trust,yes,4.0,60,,\n"
)


@pytest.mark.parametrize("reference", ["", "France,citizens,trust,yes,48.0,9000,,\n"])
def test_a_tile_that_must_not_be_relied_upon_is_hollow_and_says_why(picture: Picture, reference: str) -> None:
    root = picture("--sample separate" if reference else "", WEAK + reference)
    found = tiles(root)
    boxes = {
        name: box
        for name in ("Bretagne", "Corse", "Occitanie")
        if (box := found[name].find(f"{SVG}rect")) is not None
    }
    texts = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))

    assert {name for name, box in boxes.items() if box.get("fill") in SHADED} == {"Bretagne"}
    assert "low base" in (found["Corse"].findtext(f"{SVG}title") or "")
    assert "too imprecise to publish" in (found["Occitanie"].findtext(f"{SVG}title") or "")
    assert all(word in texts for word in ("hollow: too imprecise", "Low base:", "Too imprecise to publish:"))


def test_what_no_tile_bears_is_in_no_legend_and_no_line_below(picture: Picture) -> None:
    texts = " ".join(
        text.text or "" for text in picture("", TESTED.replace(",44.0,,", ",44.0,900,")).iter(f"{SVG}text")
    )

    assert not any(word in texts for word in ("hollow", "Low base", "Too imprecise", "cannot be tested"))


def test_a_terminal_marks_what_is_weak_and_what_is_untested(phare: Phare) -> None:
    out = phare(
        "plot trust --style map --sample separate", data=WEAK + "France,citizens,trust,yes,48.0,9000,,\n"
    ).out

    assert "COR?" in out or "94?" in out
    assert "[47%]" in out
    assert "? a gap that cannot be tested" in out


def test_tiles_of_one_map_are_all_named_or_all_numbered(picture: Picture) -> None:
    several = "region,stakeholder,indicator,item,value,base\n" + "".join(
        f"{region},citizens,trust,{item},48.0,900\n"
        for region in ("Gard", "Hérault", "Lozère")
        for item in ("yes", "no", "perhaps", "never")
    )

    said = [
        "".join(text.text or "" for text in group.iter(f"{SVG}text"))
        for group in picture("", several).iter(f"{SVG}g")
        if group.find(f"{SVG}title") is not None
    ]

    assert {name for name in said if name.startswith("Pyr")} == {"Pyrén.-Orient.–"}
    assert [name for name in said if name[:2].isdigit() and "%" not in name] == []
