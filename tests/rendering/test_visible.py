"""Nothing in the data reaches a reader unseen, or moves the screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.nouns.message import verbatim
from phare_cli.nouns.table import Column, Table
from phare_cli.rendering import FORMATS, Look, render
from phare_cli.rendering.visible import one_line, uncontrolled, visible, width_in_columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("57\x1b[31m", "57␛[31m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x9b31m", "\\x9b31m"),
        ("a\x00b\x08\x7f", "a␀b␈␡"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u2066b\u2069", "a\\u2066b\\u2069"),
        ("a\u200bb\ufeffc\u00add", "a\\u200bb\\ufeffc\\u00add".replace("\\u00ad", "\\xad")),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("a\rb", "a\nb"),
        ("a\r\nb\u2028c\u2029d", "a\nb\nc\nd"),
        ("a\tb", "a b"),
        ("  a   b  ", "a b"),
        ("\u00a0a\u00a0b\u3000", "a\u00a0b"),
        ("57\u00a0%", "57\u00a0%"),
        ("1\u202f234", "1\u202f234"),
        ("e\u0301", "é"),
        ("⚠️", "⚠️"),
        ("[b]x[/b] :smile:", "[b]x[/b] :smile:"),
    ],
)
def test_people_see_what_is_there(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(text=st.text())
def test_visible_text_is_visible_already(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(text=st.text())
def test_no_control_no_override_and_no_surrogate_is_left_to_see(text: str) -> None:
    left = {unicodedata.category(letter) for letter in visible(text).replace("\n", "")}

    assert not left & {"Cc", "Cs", "Zl", "Zp"}


@given(text=st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_text_without_controls_stays_to_the_letter_for_programs(text: str) -> None:
    assert uncontrolled(text) == text


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("width", [None, 40])
def test_no_control_byte_from_data_reaches_the_screen_in_any_format(format: str, width: int | None) -> None:
    every = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0xD800)))
    if format not in ("csv", "tsv"):  # those two keep what is no control to the letter
        every += "\u202e\u2066\u200b\u200d\u00ad\ufeff\U000e0041"
    columns = (Column(every, verbatim(every)), Column("b", verbatim("b")))
    table = Table("show", verbatim(every), columns, ((every, "b"),), notes=(verbatim(every),))

    text = render(table, format, Look(width=width))

    assert {unicodedata.category(letter) for letter in text.replace("\n", "").replace("\t", "")} <= {
        "Ll", "Lu", "Nd", "Zs", "Po", "Ps", "Pe", "Pd", "Pc", "Sm", "Sc", "Sk", "So",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("é", 1), ("e\u0301", 1), ("日本", 4), ("😀", 2), ("57\u00a0%", 4), ("", 0)],
)
def test_columns_are_those_of_a_fixed_width_font(text: str, width: int) -> None:
    assert width_in_columns(text) == width


def test_a_line_of_a_table_has_no_line_break() -> None:
    assert one_line("a\nb") == "a b"
