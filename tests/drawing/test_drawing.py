"""A chart becomes a picture: everything in it can be read, found as text, and comes out the same every time."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import combinations, pairwise

import html5lib
import matplotlib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from phare_cli.drawing import WIDTH, PictureSize, draw, missing_letters, svg_pieces
from phare_cli.drawing.layout import lay_out_chart, lay_out_pieces
from phare_cli.drawing.sheet import Box, DescribedGroup, Dot, DrawnPart, Sheet, Tone, Words
from phare_cli.drawing.themes.theme import COLORS
from phare_cli.language.letters import legible, width_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.chart import Chart, ChartSection, Mark, Panel
from phare_cli.nouns.errors import UnwritableOutput, WrongOption
from phare_cli.nouns.message import Message, sentence, verbatim
from phare_cli.nouns.table import Source

SVG = "{http://www.w3.org/2000/svg}"
NOTHING = Message("")
ENGLISH, FRENCH = Typesetter("en"), Typesetter("fr")
HOSTILE = '$x_1$ \\frac{a}{b} <b>&amp;</b> "q" %s {brace} \x1b[31m\u202e ]]> --'


def bars(*marks: Mark, unit: str = "percent", title: str = "Worries") -> Chart:
    """Return a chart of one panel of bars."""
    section = ChartSection(NOTHING, unit, (Panel(verbatim("Citizens"), marks),))
    return Chart(
        verbatim(title),
        verbatim("Barometer · 2024"),
        (section,),
        (sentence("Universe: not published."),),
        (Source("Observatory, p. 12", "https://example.org/a"),),
    )


def dumbbells(*marks: Mark) -> Chart:
    """Return a chart of one panel of dumbbells, Bretagne beside France."""
    ends = (verbatim("Bretagne"), verbatim("France"))
    return Chart(
        verbatim("Worries"), NOTHING, (ChartSection(NOTHING, "percent", (Panel(NOTHING, marks),), ends),)
    )


def mark(label: str, value: float | None, low: float | None = None, high: float | None = None) -> Mark:
    """Return a bar's mark."""
    return Mark(verbatim(label), value, low, high)


def pair(label: str, value: float, reference: float | None) -> Mark:
    """Return a dumbbell's mark, its gap not tested."""
    gap = None if reference is None else value - reference
    return Mark(verbatim(label), value, reference=reference, gap=gap, remark="base_missing")


def svg_inline(chart: Chart, typesetter: Typesetter, name: str = "") -> str:
    """Return a chart as the one element of a page that it is."""
    [element] = svg_pieces(chart, typesetter, width=WIDTH, name=name)
    return element


def parts_of(sheet: Sheet) -> Iterator[DrawnPart]:
    for part in sheet.parts:
        yield from part.parts if isinstance(part, DescribedGroup) else (part,)


def root_of(chart: Chart, typesetter: Typesetter = ENGLISH) -> ET.Element:
    return ET.fromstring(draw(chart, "svg", typesetter))


def texts_of(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


FEW = bars(mark("Jobs", 57.0, 53.6, 60.4), mark("Mobility", 49.0, 45.6, 52.4), mark("Schools", None))
BESIDE = dumbbells(pair("Jobs", 70.0, 69.0), pair("Mobility", 83.0, 86.0), pair("Schools", 12.0, None))


def test_every_label_figure_and_line_of_the_foot_is_text_in_the_svg() -> None:
    texts = texts_of(root_of(FEW))

    for text in ("Worries", "Barometer · 2024", "Citizens", "Jobs", "57%", "Mobility", "49%", "Schools", "–"):
        assert text in texts
    assert texts[-2:] == ["Universe: not published.", "Source: Observatory, p. 12"]


def test_each_mark_says_itself_as_a_title() -> None:
    titles = [element.findtext(f"{SVG}title") for element in root_of(FEW).iter(f"{SVG}g")]

    assert titles == ["Jobs: 57% (53% to 61%)", "Mobility: 49% (45% to 53%)", "Schools: –"]


def test_a_picture_has_a_name_and_a_description_that_hold_its_figures() -> None:
    root = root_of(BESIDE)
    named = {element.get("id"): element.text for element in root if element.get("id")}

    assert (root.get("role"), named[root.get("aria-labelledby")]) == ("img", "Worries")
    assert named[root.get("aria-describedby")] == (
        "Jobs: 70% (Bretagne), 69% (France), +1 point, base not published; "
        "Mobility: 83% (Bretagne), 86% (France), −3 points, base not published; "
        "Schools: 12% (Bretagne), – (France), base not published."
    )


def test_french_pictures_print_figures_as_french_does() -> None:
    chart = bars(mark("Emploi", 57.4), mark("Mobilité", 1234.5), unit="count")

    assert {"57,4", "1\u202f234,5"} <= set(texts_of(root_of(chart, Typesetter("fr", 1))))


def test_both_ends_of_a_dumbbell_are_named_and_differ_in_shape() -> None:
    sheet = lay_out_chart(BESIDE, ENGLISH, width=720)
    texts = [part.text for part in parts_of(sheet) if isinstance(part, Words)]
    shapes = [part.shape for part in parts_of(sheet) if isinstance(part, Dot)]

    assert texts[1:3] == ["Bretagne", "France"]
    assert shapes == ["disc", "diamond", "diamond", "disc", "diamond", "disc", "disc"]


def test_the_figures_of_a_dumbbell_stand_outside_its_ends() -> None:
    sheet = lay_out_chart(BESIDE, ENGLISH, width=720)
    sides = {part.text: part.side for part in parts_of(sheet) if isinstance(part, Words)}

    assert [sides[figure] for figure in ("70%", "69%", "83%", "86%")] == ["start", "end", "end", "start"]


def test_bars_of_all_panels_share_one_scale_from_zero() -> None:
    panels = (
        Panel(verbatim("Citizens"), (mark("Jobs", 60.0),)),
        Panel(verbatim("Mayors"), (mark("Jobs", 30.0), mark("A much longer label than the other", 15.0))),
    )
    chart = Chart(verbatim("Worries"), NOTHING, (ChartSection(NOTHING, "percent", panels),))
    boxes = [part for part in parts_of(lay_out_chart(chart, ENGLISH, width=720)) if isinstance(part, Box)]

    assert len({box.x for box in boxes}) == 1
    assert [box.width / boxes[2].width for box in boxes] == pytest.approx([4, 2, 1])


def test_a_figure_below_zero_grows_to_the_left_with_its_text_before_it() -> None:
    sheet = lay_out_chart(bars(mark("Up", 4.0), mark("Down", -2.0), unit="points"), ENGLISH, width=720)
    up, down = (part for part in parts_of(sheet) if isinstance(part, Box))
    words = next(part for part in parts_of(sheet) if isinstance(part, Words) and part.text.startswith("−2"))

    assert down.x + down.width == pytest.approx(up.x)
    assert (words.side, words.x < down.x) == ("end", True)


def test_a_weak_figure_is_a_hollow_bar_with_its_reason() -> None:
    weak = Mark(verbatim("Jobs"), 33.0, 18.0, 53.0, remark="low_base", is_weak=True)
    sheet = lay_out_chart(bars(weak, mark("Mobility", 20.0)), ENGLISH, width=720)

    # The first explains the others.
    assert [part.is_hollow for part in parts_of(sheet) if isinstance(part, Box)] == [True, True, False]
    assert "hollow: too imprecise to rely on" in [
        part.text for part in parts_of(sheet) if isinstance(part, Words)
    ]
    assert "low base" in [part.text for part in parts_of(sheet) if isinstance(part, Words)]


@pytest.mark.parametrize("count", [1, 12, 60])
def test_rows_never_overlap_and_the_picture_grows(count: int) -> None:
    labels = [
        f"Item {number} with a label that is long enough to be broken in lines" for number in range(count)
    ]
    chart = bars(*(mark(label, 90.0 - number) for number, label in enumerate(labels)))
    for width in (320, 720):
        sheet = lay_out_chart(chart, ENGLISH, width=width)
        boxes = [part for part in parts_of(sheet) if isinstance(part, Box)]

        assert len(boxes) == count
        assert all(lower.y - upper.y >= upper.height for upper, lower in pairwise(boxes))
        assert sheet.height > 22 * count


@example([("", 0.015625, None)], 320, True)  # the first figure of its scale is wider than the margin
@example([("", 1e-187, None)], 320, True)  # no picture has room for its decimals
@given(
    st.lists(
        st.tuples(st.text(max_size=80), st.floats(0, 100), st.none() | st.floats(0, 100)),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from([320, 480, 720, 1200]),
    st.booleans(),
)
def test_no_text_leaves_the_picture_or_covers_another(
    rows: list[tuple[str, float, float | None]], width: int, is_beside: bool
) -> None:
    chart = (
        dumbbells(*(pair(label, value, other) for label, value, other in rows))
        if is_beside
        else bars(*(mark(label, value, 0.0, 100.0) for label, value, _ in rows))
    )
    sheet = lay_out_chart(chart, FRENCH, width=width)
    for part in parts_of(sheet):
        if isinstance(part, Words):
            left, right = _ends(part)
            assert -1 <= left <= right <= width + 1, part
            assert 0 < part.y < sheet.height
    words = [
        [part for part in told.parts if isinstance(part, Words)]
        for told in sheet.parts
        if isinstance(told, DescribedGroup)
    ]
    for one, other in (both for row in words for both in combinations(row, 2)):
        if abs(one.y - other.y) < min(one.size, other.size):
            (_, right), (left, _) = sorted((_ends(one), _ends(other)))
            assert right <= left + 0.5, (one, other)


def _ends(words: Words) -> tuple[float, float]:
    wide = width_of(words.text, words.size, is_bold=words.is_bold)
    left = words.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[words.side]
    return left, left + wide


def test_hostile_text_is_shown_as_it_stands_in_every_format() -> None:
    chart = bars(mark(HOSTILE, 57.0), title=HOSTILE)

    assert legible(HOSTILE) in " ".join(texts_of(root_of(chart, ENGLISH)))
    assert root_of(chart).findtext(f"{SVG}title") == legible(HOSTILE)
    for format in ("png", "pdf"):
        assert draw(chart, format, ENGLISH)


def test_a_letter_that_the_font_lacks_stays_in_svg_and_is_told_for_the_others() -> None:
    chart = bars(mark("中文 jobs 中", 57.0))

    assert "中文 jobs 中" in texts_of(root_of(chart))
    assert draw(chart, "png", ENGLISH)
    assert missing_letters(chart, ENGLISH) == "中文"


@pytest.mark.parametrize("width", [400, 720])
def test_a_png_has_two_pixels_a_unit_and_says_what_it_shows(width: int) -> None:
    sheet = lay_out_chart(FEW, ENGLISH, width=width)
    with Image.open(io.BytesIO(draw(FEW, "png", ENGLISH, size=PictureSize(width)))) as image:
        assert image.size == (2 * width, int(2 * sheet.height))
        assert image.info["Title"] == "Worries"
        assert image.info["Description"] == sheet.description
        assert "Software" not in image.info


def test_a_pdf_is_a_page_without_a_date() -> None:
    picture = draw(FEW, "pdf", ENGLISH)

    assert picture.startswith(b"%PDF-")
    assert b"CreationDate" not in picture


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
def test_the_same_chart_gives_the_same_bytes(format: str) -> None:
    assert draw(FEW, format, FRENCH) == draw(FEW, format, FRENCH)


@pytest.mark.parametrize("format", ["png", "pdf"])
def test_a_readers_own_matplotlibrc_changes_nothing_and_is_left_as_it_was(format: str) -> None:
    plain = draw(FEW, format, ENGLISH)
    with matplotlib.rc_context(
        {"text.usetex": True, "savefig.bbox": "tight", "pdf.fonttype": 3, "savefig.dpi": 30}
    ):
        changed = draw(FEW, format, ENGLISH)

        assert matplotlib.rcParams["text.usetex"]
    assert changed == plain


def test_bytes_do_not_depend_on_the_seed_of_hashes() -> None:
    code = (
        "import sys; from hashlib import sha256; from phare_cli.api import read; from phare_cli.drawing import draw;"
        "from phare_cli.recipes.plot import plot; from phare_cli.language.typeset import Typesetter;"
        "chart = plot(read(), indicator='fragilities');"
        "print([sha256(draw(chart, f, Typesetter('fr'))).hexdigest() for f in ('svg', 'png', 'pdf')],"
        "'matplotlib.pyplot' in sys.modules)"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        for seed in ("1", "2")
    ]

    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.endswith("False\n")


@pytest.mark.parametrize("format", ["png", "pdf"])
def test_without_matplotlib_a_sentence_says_what_to_install(
    format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    with pytest.raises(UnwritableOutput) as error:
        draw(FEW, format, ENGLISH)
    assert str(error.value) == (
        "drawing PNG and PDF pictures needs matplotlib, which is not installed. Run: pip install 'phare-cli[plot]'"
    )
    assert draw(FEW, "svg", ENGLISH)


@pytest.mark.parametrize("format", ["png", "pdf"])
def test_a_picture_too_tall_for_its_format_is_refused_with_a_way_out(format: str) -> None:
    chart = bars(*(mark(f"Item {number}", 1.0) for number in range(700)))

    with pytest.raises(UnwritableOutput) as error:
        draw(chart, format, ENGLISH)
    assert str(error.value) == (
        "this picture is too tall for PNG and PDF. Keep fewer figures (--top), or write an .svg file."
    )
    assert draw(chart, "svg", ENGLISH)


def test_another_format_is_refused() -> None:
    with pytest.raises(WrongOption) as error:
        draw(FEW, "gif", ENGLISH)
    assert str(error.value) == "no picture format is called “gif”. Choose svg, png or pdf."


def test_an_inline_picture_is_strict_html_in_the_colours_of_its_page() -> None:
    inline = svg_inline(bars(mark(HOSTILE, 57.0, 50.0, 60.0)), ENGLISH)
    page = f"<!DOCTYPE html><html lang='en'><head><title>t</title></head><body>{inline}</body></html>"
    html5lib.HTMLParser(strict=True).parse(page)

    assert inline.startswith("<svg ")
    assert not any(color in inline for color in COLORS.values())
    assert 'fill="currentColor"' in inline
    assert 'fill="var(--phare-bar, #1f83c1)"' in inline


def test_an_unframed_picture_leaves_title_and_sources_to_its_page() -> None:
    inline = svg_inline(FEW, ENGLISH)

    assert ">Worries</text>" not in inline
    assert "Observatory" not in inline
    assert ">Worries</title>" in inline


def test_ids_of_two_pictures_on_a_page_differ_whatever_they_are_called() -> None:
    assert svg_inline(FEW, ENGLISH).count("-title") == 2
    assert (
        svg_inline(FEW, ENGLISH).split('aria-labelledby="')[1]
        != svg_inline(BESIDE, ENGLISH).split('aria-labelledby="')[1]
    )
    one, other = (re.findall(r'id="(a-[^"]*)"', svg_inline(chart, ENGLISH, "a")) for chart in (FEW, BESIDE))
    assert (len(one), len(other)) == (2, 2)
    assert not set(one) & set(other)


def _luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("tone", "least"), [(Tone.INK, 7.0), (Tone.MUTED, 4.5), (Tone.BAR, 3.0), (Tone.REFERENCE, 3.0)]
)
def test_colours_stand_out_from_the_paper_as_wcag_asks(tone: Tone, least: float) -> None:
    shade, paper = sorted((_luminance(COLORS[tone]), _luminance(COLORS[Tone.PAPER])))

    assert (paper + 0.05) / (shade + 0.05) >= least


def test_the_colours_inside_a_page_stand_out_from_black_and_from_white() -> None:
    for color in ("#1f83c1", "#808080"):
        assert color in svg_inline(BESIDE, ENGLISH)
        assert 1.05 / (_luminance(color) + 0.05) >= 3.0
        assert (_luminance(color) + 0.05) / (_luminance("#161616") + 0.05) >= 3.0


GROUPS = tuple(
    Panel(verbatim(f"Group {group}"), tuple(mark(f"Item {number}", 50.0 - number) for number in range(rows)))
    for group, rows in enumerate((10, 12, 60))
)
TALL = Chart(verbatim("worries"), NOTHING, (ChartSection(NOTHING, "percent", GROUPS),))


def test_a_tall_chart_is_parted_by_group_and_a_group_that_is_too_tall_by_rows() -> None:
    sheets = lay_out_pieces(TALL, ENGLISH, width=680, tallest=700)
    groups = [
        [part.text for part in parts_of(sheet) if isinstance(part, Words) and part.text.startswith("Group")]
        for sheet in sheets
    ]
    items = [part.text for sheet in sheets for part in sheet.parts if isinstance(part, DescribedGroup)]

    assert groups[0] == ["Group 0", "Group 1"]
    assert {name for names in groups[1:] for name in names} == {"Group 2"}
    assert all(sheet.height <= 700 for sheet in sheets)
    assert len(items) == 82


def test_a_group_a_little_too_tall_stays_whole_and_one_far_too_tall_has_parts_of_one_height() -> None:
    heights = [round(sheet.height) for sheet in lay_out_pieces(TALL, ENGLISH, width=680, tallest=420)]
    items = [
        sum(isinstance(part, DescribedGroup) for part in sheet.parts)
        for sheet in lay_out_pieces(TALL, ENGLISH, width=680, tallest=420)
    ]

    assert items[:2] == [10, 12]
    assert sum(items[2:]) == 60
    assert max(items[2:]) - min(items[2:]) <= 1
    assert max(heights) <= 420 * 1.4


def test_each_piece_of_a_chart_says_which_section_it_is_of() -> None:
    regions = tuple(ChartSection(verbatim(f"Region {name}"), "percent", GROUPS[:2]) for name in "AB")
    sheets = lay_out_pieces(Chart(verbatim("worries"), NOTHING, regions), ENGLISH, width=680, tallest=420)

    named = [
        [part.text for part in parts_of(sheet) if isinstance(part, Words) and part.text.startswith("Region")]
        for sheet in sheets
    ]

    assert named == [["Region A"], ["Region A"], ["Region B"], ["Region B"]]


def test_the_pieces_of_a_chart_share_one_scale() -> None:
    sheets = lay_out_pieces(TALL, ENGLISH, width=680, tallest=700)
    scales = [
        {(part.x, part.text) for part in sheet.parts if isinstance(part, Words) and part.text.endswith("%")}
        for sheet in sheets
    ]

    assert all(scale == scales[0] for scale in scales)


def test_on_a4_no_letter_of_a_chart_is_under_seven_points() -> None:
    sizes = {
        part.size for part in parts_of(lay_out_chart(BESIDE, ENGLISH, width=WIDTH)) if isinstance(part, Words)
    }
    text_width = (210 - 2 * 25) / 25.4 * 72  # points between the margins of a letter

    assert min(sizes) * text_width / WIDTH >= 7.0


def test_a_title_has_a_capital_whatever_its_indicator_is_called() -> None:
    assert lay_out_chart(TALL, ENGLISH, width=WIDTH).title == "Worries"
