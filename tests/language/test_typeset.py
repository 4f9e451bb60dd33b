"""Numbers and sentences as a reader sees them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from babel import Locale
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.language.digits import rounded
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Figure, Listing, Name, counted, sentence

NO_BREAK, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        (66.5, 0, "67"),
        (2.5, 0, "3"),
        (-0.04, 1, "0.0"),
        (-2.5, 0, "-3"),
        (0.285, 2, "0.29"),
        (1e21, 0, "1" + 21 * "0"),
        (1e60, 1, "1" + 60 * "0" + ".0"),
    ],
)
def test_rounding_is_half_away_from_zero_once_and_has_no_negative_zero(
    value: float, decimals: int, printed: str
) -> None:
    assert format(rounded(value, decimals), "f") == printed


@given(st.decimals(-(10**6), 10**6, places=3), st.integers(0, 2))
def test_rounding_a_printed_number_is_decimal_rounding(number: Decimal, decimals: int) -> None:
    expected = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)

    assert rounded(float(number), decimals) == expected


@pytest.mark.parametrize("language", ["en", "fr"])
@given(value=st.integers(-(10**9), 10**9).map(lambda number: number / 100))
def test_numbers_are_those_of_babel(language: str, value: float) -> None:
    # Babel's French minus is the hyphen; ours is the sign that typographers use, in both languages.
    expected = format_decimal(abs(Decimal(str(value))), "#,##0.00", locale=language)

    assert Typesetter(language).number(abs(value), 2) == expected


@pytest.mark.parametrize("language", ["en", "fr"])
def test_percentages_end_as_babel_has_them(language: str) -> None:
    suffix = Locale.parse(language).percent_formats[None].suffix[0]

    assert Typesetter(language).figure(57.0, "percent") == f"57{suffix}"


@pytest.mark.parametrize(
    ("language", "value", "unit", "decimals", "printed"),
    [
        ("en", 57.0, "percent", None, "57%"),
        ("fr", 57.0, "percent", None, f"57{NO_BREAK}%"),
        ("fr", 1234.5, "number", 1, f"1{NARROW}234,5"),
        ("en", 1234.5, "number", 1, "1,234.5"),
        ("fr", 7.1, "score/10", None, "7,1/10"),
        ("en", 7.0, "score/10", None, "7.0/10"),
        ("en", 304.0, "count", None, "304"),
        ("en", 12.345, "euros", None, f"12.35{NO_BREAK}euros"),
        ("en", None, "percent", None, "–"),
        ("en", -12.0, "percent", None, "−12%"),
    ],
)
def test_figures_are_printed_in_their_unit(
    language: str, value: float | None, unit: str, decimals: int | None, printed: str
) -> None:
    assert Typesetter(language).figure(value, unit, decimals) == printed


@pytest.mark.parametrize(
    ("language", "value", "decimals", "printed"),
    [
        ("en", 8.0, None, "+8 points"),
        ("en", 1.0, None, "+1 point"),
        ("en", -1.0, None, "−1 point"),
        ("en", 0.0, None, "0 points"),
        ("en", 1.5, 1, "+1.5 points"),
        ("fr", 8.0, None, "+8 points"),
        ("fr", 1.0, None, "+1 point"),
        ("fr", 1.5, 1, "+1,5 point"),
        ("fr", 2.0, None, "+2 points"),
        ("fr", 0.0, None, "0 point"),
        ("fr", -0.4, None, "0 point"),
        ("en", None, None, "–"),
    ],
)
def test_a_gap_of_percents_is_in_points_plural_from_two_in_french(
    language: str, value: float | None, decimals: int | None, printed: str
) -> None:
    assert Typesetter(language, decimals).gap(value, "percent") == printed


@pytest.mark.parametrize(
    ("unit", "value", "english", "french"),
    [
        ("points", -33.35, "\u221233 points", "\u221233 points"),
        ("points", 1.2, "+1 point", "+1 point"),
        ("euros", 12.0, "+12 euros", "+12 euros"),
        ("minutes", -2.5, "\u22122.5 minutes", "\u22122,5 minutes"),
        ("count", 12.0, "+12", "+12"),
        ("score/20", 0.5, "+0.5", "+0,5"),
    ],
)
def test_a_gap_has_the_unit_of_its_figures_but_that_of_counts_and_scores(
    unit: str, value: float, english: str, french: str
) -> None:
    assert (Typesetter("en").gap(value, unit), Typesetter("fr").gap(value, unit)) == (english, french)


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [(10.12, "10 points", "10 points"), (1.0, "1 point", "1 point"), (0.0, "0 points", "0 point")],
)
def test_a_figure_in_points_is_plural_as_a_gap_is(value: float, english: str, french: str) -> None:
    printed = [Typesetter(language).figure(value, "points") for language in ("en", "fr")]

    assert printed == [each.replace(" ", "\u00a0") for each in (english, french)]


def test_a_gap_of_scores_has_no_points() -> None:
    assert Typesetter("fr").gap(0.5, "score/10") == "+0,5"


def test_decimals_asked_for_beat_those_of_the_unit() -> None:
    assert Typesetter("en", 2).figure(57.0, "percent") == "57.00%"


@pytest.mark.parametrize(
    ("language", "parts", "last", "printed"),
    [
        ("en", ("a",), "and", "a"),
        ("en", ("a", "b"), "or", "a or b"),
        ("en", ("a", "b", "c"), "and", "a, b and c"),
        ("fr", ("a", "b", "c"), "or", "a, b ou c"),
        ("en", ("a", "b"), ";", "a; b"),
        ("fr", ("a", "b"), ";", f"a{NO_BREAK}; b"),
    ],
)
def test_things_are_listed_as_a_sentence_lists_them(
    language: str, parts: tuple[str, ...], last: str, printed: str
) -> None:
    assert Typesetter(language).say(
        sentence("{groups}, {region}", groups=Listing(parts, last), region="x")
    ) == (f"{printed}, x")


def test_names_and_figures_inside_a_sentence_follow_its_language() -> None:
    message = sentence(
        "{groups}, {region}", groups=Figure(57.0, "percent"), region=Name("stakeholder", "mayors")
    )

    assert Typesetter("fr").say(message) == f"57{NO_BREAK}%, Maires"


@pytest.mark.parametrize(
    ("language", "count", "printed"),
    [("en", 0, "0 problems: no document was changed."), ("en", 1, "1 problem: no document was changed."),
     ("fr", 0, f"0 anomalie{NO_BREAK}:"), ("fr", 2, f"2 anomalies{NO_BREAK}:")],
)  # fmt: skip
def test_plurals_follow_the_rule_of_the_language(language: str, count: int, printed: str) -> None:
    message = counted(
        "{count} problem: no document was changed.", "{count} problems: no document was changed.", count
    )

    assert Typesetter(language).say(message).startswith(printed)


def test_french_has_the_apostrophes_of_print_and_commands_keep_theirs() -> None:
    french = Typesetter("fr")

    assert french.name("region", "Provence-Alpes-Côte d'Azur") == "Provence-Alpes-Côte d’Azur"
    assert french.say(sentence("Source: {sources}", sources="--missing 'rep*'")).endswith("--missing 'rep*'")
    assert "'" not in french.text("Interval of the gap")


def test_what_people_called_something_keeps_its_apostrophe() -> None:
    assert Typesetter("fr").name("item", "manque d'eau") == "manque d'eau"
    assert Typesetter("en").name("region", "Provence-Alpes-Côte d'Azur") == "Provence-Alpes-Côte d'Azur"
