"""The HTML page: valid, whole in itself, walked by a screen reader, read in light and in dark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from phare_cli.rendering.pages.style import DARK, LIGHT, STYLE

Phare = Callable[..., Any]
PAGES = (
    "report -r PACA --lang fr",
    "report -r PACA",
    "report -r PACA -r pays-de-la-loire --lang fr",
    "report -r France",
)
HOSTILE = (
    "survey,wave,region,stakeholder,segment,indicator,item,value,base,note,source,url\n"
    '"S <b>&",2020,Corse,"</table><script>alert(1)</script>","a""b",</style>,\'x\' & <i>,40,50,'
    '<!-- no -->,"<a href=""x"">",javascript:alert(1)\n'
    'S,2020,Corse,mayors,,</style>,two,50,50,,,https://x.fr/?a=1&b="2"\n'
    "S,2020,Corse,mayors,,facts,two,50,50,,,\n"
    "S,2020,Corse,mayors,,空気,two,50,50,,,\n"
    "S,2020,Corse,mayors,,水,two,50,50,,,\n"
)


@pytest.fixture(params=[*PAGES, "hostile"])
def page(request: pytest.FixtureRequest, phare: Phare) -> str:
    if request.param == "hostile":
        text = phare("report -r Corse -f html", data=HOSTILE).out
    else:
        text = phare(f"{request.param} -f html").out
    assert text.startswith("<!DOCTYPE html>\n")
    return str(text)


def _tree(page: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(page)


def _elements(page: str, name: str) -> Iterator[Element]:
    return _tree(page).iter(name)


def _text(element: Element) -> str:
    return "".join(element.itertext())


def test_the_page_is_valid(page: str) -> None:
    assert _tree(page).tag == "html"


def test_every_id_is_used_once_and_every_reference_finds_its_element(page: str) -> None:
    elements = list(_tree(page).iter())
    ids = [element.get("id", "") for element in elements if element.get("id")]
    references = [
        element.get(name, "") for element in elements for name in ("aria-labelledby", "aria-describedby")
    ]

    assert sorted(ids) == sorted(set(ids))
    assert {name for reference in references for name in reference.split()} <= set(ids)


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing(page: str) -> None:
    elements = list(_tree(page).iter())
    tags = {element.tag for element in elements}

    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base"}
    assert not [
        name for element in elements for name in element.attrib if name.startswith("on") or name == "src"
    ]
    assert "url(" not in STYLE
    assert "@import" not in STYLE
    assert all(
        element.get("href", "").startswith(("http://", "https://"))
        for element in elements
        if element.tag == "a"
    )


def test_the_page_says_its_language_and_has_one_heading_of_the_first_order(phare: Phare) -> None:
    tree = _tree(phare("report -r PACA -f html --lang fr").out)
    headings = [element.tag for element in tree.iter() if str(element.tag) in ("h1", "h2", "h3")]

    assert tree.get("lang") == "fr"
    assert next(map(_text, tree.iter("title"))) == "Chiffres clés de Provence-Alpes-Côte d’Azur"
    assert headings == ["h1", *["h2"] * 6]


def test_every_table_has_a_caption_and_every_header_a_scope(page: str) -> None:
    for table in _elements(page, "table"):
        rows = list(table.iter("tr"))
        assert _text(next(iter(table.iter("caption")))).strip()
        assert all(head.get("scope") == "col" for head in next(iter(table.iter("thead"))).iter("th"))
        assert all(head.get("scope") == "row" for row in rows[1:] for head in row.iter("th"))
        assert all(row[0].tag == "th" for row in rows)
        assert len({len(row) for row in rows}) == 1


def test_a_cell_that_a_telephone_stacks_carries_its_heading(page: str) -> None:
    for table in _elements(page, "table"):
        heads, *rows = (list(row) for row in table.iter("tr"))
        for row in rows:
            assert [cell.get("data-label") for cell in row] == [
                _text(head).replace("\n", "") for head in heads
            ]


def test_every_picture_has_a_title_and_a_description(page: str) -> None:
    pictures = [element for element in _tree(page).iter() if str(element.tag).endswith("svg")]

    for picture in pictures:
        parts = {str(part.tag).rpartition("}")[2]: _text(part) for part in picture}
        assert picture.get("role") == "img"
        assert parts["title"].strip()
        assert parts["desc"].strip()


def test_a_picture_is_drawn_for_a_screen_and_for_a_telephone(phare: Phare) -> None:
    tree = _tree(phare("report -r PACA -f html").out)

    for figure in tree.iter("figure"):
        assert [part.get("class") for part in figure.iter("div")] == ["wide", "narrow"]


def test_sources_are_links_and_only_of_the_web(phare: Phare) -> None:
    page = phare("report -r Corse -f html", data=HOSTILE).out

    assert 'href="javascript' not in page
    assert "<script" not in page


def test_the_figures_of_a_headline_stand_out(phare: Phare) -> None:
    tree = _tree(phare("report -r PACA -f html --lang fr").out)

    points = next(each for each in tree.iter("ul") if each.get("class") == "points")
    strong = [_text(each).replace("\u00a0", " ") for each in points.iter("strong")]
    assert strong == ["47 %", "45 %", "57 %", "67 %", "47 %", "70 %", "89 %", "83 %", "91 %"]


def test_a_verdict_stays_on_one_line(phare: Phare) -> None:
    assert "<span>untestable</span>" in phare("report -r PACA -f html").out


def test_an_ascii_page_shows_the_same(phare: Phare) -> None:
    run = phare("report -r PACA -f html --lang fr", encoding="ascii")

    assert "Chiffres clés de Provence-Alpes-Côte d’Azur" in _text(_tree(run.out))


def _colors(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def _luminance(color: str) -> float:
    """WCAG 2.2, relative luminance."""
    shares = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, another: str) -> float:
    low, high = sorted((_luminance(one), _luminance(another)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("text", "ground"), ("text", "band"), ("muted", "ground"), ("accent", "ground"), ("link", "ground"),
        ("phare-muted", "phare-paper"),
    ],
)  # fmt: skip
def test_text_stands_out_from_its_ground(scheme: str, text: str, ground: str) -> None:
    colors = _colors(scheme)

    assert _contrast(colors[text], colors[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("mark", ["phare-bar", "phare-reference", "accent"])
def test_marks_of_a_picture_stand_out_from_the_paper(scheme: str, mark: str) -> None:
    assert _contrast(_colors(scheme)[mark], _colors(scheme)["ground"]) >= 3


def test_both_schemes_set_the_same_colours() -> None:
    light, dark = _colors(LIGHT), _colors(DARK)

    assert list(light) == list(dark)
    # Every bar has a share of its own.
    assert set(re.findall(r"var\(--([\w-]+)\)", STYLE)) - {"share", "phare-font"} <= set(light)


def test_paper_is_always_light() -> None:
    dark = STYLE.index("prefers-color-scheme: dark")

    assert STYLE[:dark].endswith("@media screen and (")
    assert all(STYLE.count(mark) for mark in ("@page { size: A4;", "@media print {"))


def test_the_contrast_of_black_on_white_is_that_of_the_standard() -> None:
    assert [round(_contrast(*pair), 1) for pair in pairwise(("#000000", "#ffffff", "#ffffff"))] == [21.0, 1.0]


def test_a_long_table_may_go_on_over_pages_and_a_short_one_may_not(
    phare: Phare, rows: Callable[..., str]
) -> None:
    lines = [f"{region},citizens,worry,item {n},{n}," for region in ("France", "PACA") for n in range(1, 31)]
    page = phare("report -r PACA -f html", data=rows(*lines)).out
    kinds = re.findall(r'<table id="([\w-]+)" role="table" class="([\w ]*)"', page)

    assert "tbl-paca-worry" in {name for name, kind in kinds if "long" in kind}
    assert ".long { break-inside: auto; }" in page
    assert (
        '<table id="tbl-paca-engagement" role="table" class="short">' in phare("report -r PACA -f html").out
    )


RATE = "region,stakeholder,indicator,item,value\nCorse,mayors,rate,yes,45\nCorse,citizens,rate,yes,40\n"


def test_a_picture_that_would_repeat_its_table_is_bars_in_it(phare: Phare) -> None:
    page = phare("report --region Corse -f html", data=RATE).out

    assert "<svg" not in page
    assert page.count('<i style="--share: 4') == 2


def test_a_picture_that_shows_references_leaves_its_table_without_bars(phare: Phare) -> None:
    page = phare("report --region Corse -f html", data=f"{RATE}France,mayors,rate,yes,50\n").out

    assert "<svg" in page
    assert "--share: 4" not in page


def test_the_names_of_a_wide_table_have_a_width_of_their_own(phare: Phare) -> None:
    name = "a name that is long enough for several lines of a page"
    head = "region,stakeholder,indicator,item,value,base\n"
    rows = f"Corse,mayors,worries,{name},45,400\nCorse,mayors,worries,sea,40,400\n"
    page = phare("report --region Corse -f html", data=head + rows).out

    assert '<th scope="col" role="columnheader" class="names">Item</th>' in page


def test_a_figure_without_a_reference_says_so_in_a_picture_whose_gaps_are_untestable(phare: Phare) -> None:
    titles = set(re.findall("<title>(Employment[^<]*)</title>", phare("report -r PACA -f html").out))

    assert titles == {
        "Employment: 57% (Provence-Alpes-Côte d'Azur), – (France), no figure to compare with",
        "Employment: 67% (Provence-Alpes-Côte d'Azur), 60% (France), +7 points, untestable",
        "Employment: 47% (Provence-Alpes-Côte d'Azur), – (France), no figure to compare with",
    }
