"""Any text becomes one that can be drawn, in lines that fit."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import get_data_path
from matplotlib.font_manager import get_font

from phare_cli.language.letters import broken_lines, legible, width_of, with_stand_ins

ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Emploi", "Emploi"),
        ("  two \n lines\t", "two lines"),
        ("57\u00a0%", "57\u00a0%"),
        ("57\x1b[31m", "57\\x1b[31m"),
        ("a\u202eb", "a\\u202eb"),
        ("\ud800", "\\ud800"),
        ("a\ufffeb", "a\\ufffeb"),
        ("\U000e0041", "\\U000e0041"),
        ("$x_1$ <b>&", "$x_1$ <b>&"),
    ],
)
def test_what_cannot_be_seen_is_spelled(text: str, shown: str) -> None:
    assert legible(text) == shown


@given(ANYTHING)
def test_a_legible_text_is_legible_already_and_writes_as_utf_8(text: str) -> None:
    shown = legible(text)

    assert legible(shown) == shown
    assert shown.encode().decode() == shown
    assert not any(unicodedata.category(letter) in ("Cc", "Cf", "Cs") for letter in shown)


def test_a_letter_that_the_font_lacks_has_a_stand_in() -> None:
    assert with_stand_ins("a中b", {ord("a"), ord("b")}) == "a\ufffdb"


@given(ANYTHING, st.floats(40, 300))
def test_wrapping_loses_no_letter_and_keeps_to_its_width(text: str, width: float) -> None:
    shown = legible(text)
    lines = broken_lines(shown, width, 11.5)

    letters = str.maketrans("", "", " -")  # a word that is too long goes on after a hyphen
    assert "".join(lines).translate(letters) == shown.translate(letters)
    assert all(width_of(line, 11.5) <= width + 1e-9 for line in lines)


def test_a_word_that_is_too_long_goes_on_after_a_hyphen() -> None:
    lines = broken_lines("anticonstitutionnellement 2015201620172018", 80.0, 12.0)

    assert all(line.endswith("-") for line in lines[:2])
    assert not any(line.endswith("-") for line in lines if line[0].isdigit())


def test_a_no_break_space_does_not_break() -> None:
    assert broken_lines("about 57\u00a0% of them", width_of("about 57", 10.0) + 1, 10.0)[0] == "about"


def test_no_line_begins_with_the_dot_between_two_names_where_it_has_room_before_it() -> None:
    wide = width_of("Partnerships", 10.0) + 1

    assert (
        broken_lines("Engagement · Partnerships · Firms", width_of("Engagement ·", 10.0) + 1, 10.0)[0]
        == "Engagement ·"
    )
    assert broken_lines("Partnerships · Firms", wide, 10.0) == ("Partnerships", "· Firms")


def test_what_does_not_fit_in_the_lines_kept_ends_with_an_ellipsis() -> None:
    lines = broken_lines("one two three four five", width_of("one two", 10.0), 10.0, most=2)

    assert lines == ("one two", "three…")


@pytest.mark.parametrize(
    ("font", "is_bold", "within"), [("DejaVuSans", False, 0.02), ("DejaVuSans-Bold", True, 0.08)]
)
@pytest.mark.parametrize(
    "text",
    [
        "Développement économique",
        "Provence-Alpes-Côte d'Azur",
        "1 000 salariés ou plus (57 %)",
        "Île, œuvre: «x»",
    ],
)
def test_widths_are_those_of_the_font(text: str, font: str, is_bold: bool, within: float) -> None:
    face = get_font(f"{get_data_path()}/fonts/ttf/{font}.ttf")
    face.set_size(100, 72)
    drawn = sum(face.load_char(ord(letter)).linearHoriAdvance / 65536 for letter in text)

    assert width_of(text, 100, is_bold=is_bold) == pytest.approx(drawn, rel=within)
