"""A table for a screen: every figure whole at every width, and nothing but text through a pipe."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from phare_cli.nouns.message import Message, sentence, verbatim
from phare_cli.nouns.table import Column, Kind, Show, Table
from phare_cli.rendering import Look, render
from phare_cli.rendering.wrapping import share_columns, wrap_columns

Texts = Callable[[Sequence[str]], Table]
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_through_a_pipe_a_table_is_plain_lines(ranking: Table) -> None:
    assert render(ranking, "table", Look(bars=False)) == (
        "France · Fragilities\n"
        "\n"
        "Group     Rank  Item        Value   Base\n"
        "────────────────────────────────────────\n"
        "Citizens     1  Employment    67%  1,234\n"
        "             2  Education      3%  1,234\n"
        "             –  Mobility        –      –\n"
        "Mayors       1  Employment   100%      –\n"
        "\n"
        "Universe: not published.\n"
        "Source: PHARE 2024, p. 12 (https://x.fr/a_b)\n"
    )


def test_bars_stand_beside_the_figures_they_draw(ranking: Table) -> None:
    assert render(ranking, "table", Look(language="fr", width=80)).splitlines()[2:8] == [
        "Acteurs   Rang  Modalité   Valeur                         Base",
        "──────────────────────────────────────────────────────────────",
        "Citoyens     1  Emploi       67\u00a0%  █████████████▎        1\u202f234",
        "             2  Éducation     3\u00a0%  ▌                     1\u202f234",
        "             –  Mobilité        –                            –",
        "Maires       1  Emploi      100\u00a0%  ████████████████████      –",
    ]


def test_an_old_encoding_gets_bars_and_rules_of_ascii(ranking: Table) -> None:
    lines = render(ranking, "table", Look(width=80, unicode=False)).splitlines()

    assert lines[3] == "-" * 62
    assert lines[4] == "Citizens     1  Employment    67%  #############         1,234"


def test_where_room_is_short_bars_go_first(ranking: Table) -> None:
    assert "█" in render(ranking, "table", Look(width=52))
    assert "█" not in render(ranking, "table", Look(width=49))
    assert "Citizens     1  Employment    67%  1,234" in render(ranking, "table", Look(width=49))


def test_then_columns_move_closer(ranking: Table) -> None:
    assert "Citizens    1 Employment   67% 1,234" in render(ranking, "table", Look(width=36))


def test_then_each_row_becomes_a_block_of_lines(ranking: Table) -> None:
    assert render(ranking, "table", Look(width=20)) == (
        "France · Fragilities\n"
        "\n"
        "Group: Citizens\n"
        "Rank: 1\n"
        "Item: Employment\n"
        "Value: 67%\n"
        "Base: 1,234\n"
        "\n"
        "Group: Citizens\n"
        "Rank: 2\n"
        "Item: Education\n"
        "Value: 3%\n"
        "Base: 1,234\n"
        "\n"
        "Group: Citizens\n"
        "Rank: –\n"
        "Item: Mobility\n"
        "Value: –\n"
        "Base: –\n"
        "\n"
        "Group: Mayors\n"
        "Rank: 1\n"
        "Item: Employment\n"
        "Value: 100%\n"
        "Base: –\n"
        "\n"
        "Universe: not\n"
        "published.\n"
        "Source: PHARE 2024,\n"
        "p. 12\n"
        "(https://x.fr/a_b)\n"
    )


def test_colour_adds_nothing_to_what_the_text_says(ranking: Table) -> None:
    colored = render(ranking, "table", Look(width=80, color=True))

    assert ANSI.search(colored)
    assert ANSI.sub("", colored) == render(ranking, "table", Look(width=80))


@pytest.mark.parametrize("name", ["COLUMNS", "FORCE_COLOR", "TTY_COMPATIBLE", "CLICOLOR_FORCE"])
def test_the_environment_does_not_reach_a_pipe(
    name: str, ranking: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = render(ranking, "table")
    monkeypatch.setenv(name, "20")

    assert render(ranking, "table") == plain


def test_a_long_text_is_neither_wrapped_nor_cut_through_a_pipe(texts: Texts) -> None:
    long = "word " * 400

    text = render(texts([long]), "table")

    assert text.count(long.strip()) == 4
    assert "…" not in text


@pytest.mark.parametrize(
    "cell", ["[b]x[/b]", "[/b]", "[n=12]", ":smile:", "[link=http://x.fr]x[/link]", "\\[x]"]
)
def test_markup_in_data_is_text(cell: str, texts: Texts) -> None:
    assert f"\n{cell} " in render(texts([cell]), "table")


def test_wide_letters_keep_columns_aligned(texts: Texts) -> None:
    lines = render(texts(["abc", "日本", "😀", "é"]), "table").splitlines()[4:8]

    assert [cell_len(line[: line.index(str(place))]) for place, line in enumerate(lines)] == [12] * 4


def test_a_cell_that_repeats_is_blank_only_while_all_before_it_repeat() -> None:
    columns = (
        Column("a", verbatim("a"), once=True),
        Column("b", verbatim("b"), once=True),
        Column("c", verbatim("c")),
    )
    rows = (("x", "1", "p"), ("x", "1", "q"), ("x", "2", "r"), ("y", "2", "s"))

    text = render(Table("show", verbatim("t"), columns, rows), "table")

    assert text.splitlines()[4:] == ["x  1  p", "      q", "   2  r", "y  2  s"]


@pytest.mark.parametrize(
    "format", ["table", "markdown", "html", "latex", "rst", "asciidoc", "mediawiki", "jira", "org", "textile"]
)
def test_a_table_without_rows_says_that_nothing_was_found(format: str, ranking: Table) -> None:
    text = render(ranking._replace(rows=(), sources=(), notes=()), format)

    assert "Results by stakeholder group" in text
    assert "Nothing found." in text


def test_several_panels_stand_under_the_title_of_the_table() -> None:
    columns = (Column("region", verbatim("Region"), show=Show.TITLE), Column("item", verbatim("Item")))
    table = Table("show", verbatim("All regions"), columns, (("Corse", "a"), ("Bretagne", "b")))

    assert render(table, "table") == "All regions\n\nCorse\n\nItem\n────\na\n\nBretagne\n\nItem\n────\nb\n"


NAMES = st.text(st.sampled_from("abcdé -日"), min_size=1, max_size=30)
VALUES = st.floats(0, 100) | st.none()


@given(
    rows=st.lists(st.tuples(NAMES, VALUES, st.integers(0, 10**7)), min_size=1, max_size=6),
    heading=NAMES,
    width=st.sampled_from((20, 40, 80, 200)),
    language=st.sampled_from(("en", "fr")),
)
def test_at_any_width_every_figure_stands_whole_on_its_line(
    rows: list[tuple[str, float | None, int]], heading: str, width: int, language: str
) -> None:
    columns = (
        Column("item", verbatim(heading), once=True),
        Column("value", verbatim("Value"), Kind.VALUE, unit="percent", bar=True),
        Column("base", verbatim("Base of respondents"), Kind.BASE),
    )
    table = Table("show", verbatim("title"), columns, tuple(rows))
    wide = render(table, "table", Look(language=language, decimals=1, bars=False))
    figures = [re.split(r" {2,}", line)[-2:] for line in wide.splitlines()[4:]]

    text = render(table, "table", Look(language=language, decimals=1, width=width))

    assert max(map(cell_len, text.splitlines())) <= width
    words = re.split(r" +|\n", text)
    for figure in (figure for line in figures for figure in line):
        assert figure in words
    assert "…" not in text


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("57\u00a0% of", 3, ["57\u00a0%", "of"]),
        ("of 1234567", 4, ["of", "1234567"]),
        ("日本日本", 4, ["日本", "日本"]),
        ("a   b", 9, ["a   b"]),
    ],
)
def test_a_text_breaks_at_blanks_and_never_in_a_figure(text: str, width: int, lines: list[str]) -> None:
    assert wrap_columns(text, width, cell_len) == lines


def test_lines_after_the_first_may_be_indented() -> None:
    assert wrap_columns("one two three", 7, cell_len, indent=2) == ["one two", "  three"]


@given(st.text("ab ", max_size=40), st.integers(1, 10))
def test_wrapping_loses_no_letter(text: str, width: int) -> None:
    lines = wrap_columns(text, width, cell_len)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(len, (line.rstrip() for line in lines))) <= width


@pytest.mark.parametrize(
    ("total", "least", "whole", "widths"),
    [
        (10, [2, 3], [4, 4], [4, 4]),
        (6, [2, 3], [4, 4], [3, 3]),
        (7, [2, 3], [9, 3], [4, 3]),
        (4, [2, 3], [4, 4], None),
    ],
)
def test_columns_share_what_room_there_is(
    total: int, least: list[int], whole: list[int], widths: list[int] | None
) -> None:
    assert share_columns(total, least, whole) == widths


def _compared(language: str, width: int, *, item: str = "employment", notes: tuple[Message, ...] = ()) -> str:
    """Return a comparison that is wider than a screen, drawn for one."""
    columns = (
        Column("stakeholder", sentence("Group"), Kind.NAME, once=True),
        Column("item", sentence("Item"), Kind.NAME),
        Column("value", sentence("Value"), Kind.VALUE, unit="percent"),
        Column("base", sentence("Base"), Kind.BASE),
        Column("reference_base", sentence("Reference base"), Kind.BASE),
        Column("gap", sentence("Gap"), Kind.GAP, unit="percent"),
        Column("low", sentence("Interval of the gap"), Kind.GAP, unit="percent", upto="high"),
        Column("high", sentence("High"), Kind.GAP, Show.NEVER, unit="percent"),
        Column("p_adjusted", sentence("Adjusted p"), Kind.PROBABILITY),
        Column("verdict", sentence("Verdict"), Kind.WORD),
        Column("reason", sentence("Reason"), Kind.WORD),
        Column("base_needed", sentence("Base needed"), Kind.PLAN),
    )
    rows = (
        ("citizens", item, 53.0, 812, 5034, 5.0, 0.8, 8.2, 0.011, "above", None, None),
        ("mayors", "employment", 61.0, 412, 5034, 2.0, -4.0, 8.0, 0.5, "not_established", "rounding", 2100),
    )
    return render(
        Table("compare", verbatim("T"), columns, rows, notes), "table", Look(language=language, width=width)
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "This screen has no room for: Reason, Base needed"),
        ("fr", "Cet écran n’a pas de place pour\u00a0: Raison, Base requise"),
    ],
)
def test_a_comparison_stays_a_table_and_tells_which_columns_left(language: str, told: str) -> None:
    text = _compared(language, 80)

    assert max(map(cell_len, text.splitlines())) <= 80
    assert "53" in next(line for line in text.splitlines() if line.startswith(("Citizens ", "Citoyens ")))
    assert told in text
    assert all(figure in text for figure in ("+0", "+8", "61"))


@pytest.mark.parametrize(
    ("item", "left"),
    [("employment", ["Reason"]), ("interdisciplinarity-of-studies", ["Reason", "Interval"])],
)
def test_a_note_about_a_column_leaves_with_it_and_an_interval_is_the_last(item: str, left: list[str]) -> None:
    columns = {"Reason": "reason", "Interval": "low", "Page": ""}
    notes = tuple(verbatim(f"{name}: a note.").of_column(column) for name, column in columns.items())

    text = _compared("en", 80, item=item, notes=notes)

    assert [name for name in columns if f"{name}: a note." not in text] == left
    assert "Verdict" in text.splitlines()[2]


def test_a_screen_that_is_wide_enough_or_too_narrow_for_a_table_shows_every_column() -> None:
    for width in (200, 60):
        text = _compared("en", width)

        assert "no room" not in text
        assert "Base needed" in text


@pytest.mark.parametrize("width", [80, 60, 40, 20])
def test_a_long_word_is_broken_wherever_its_rest_begins(texts: Texts, width: int) -> None:
    address = "https://www.example.org/fr/4293-les-associations/2015-2016/des-defis"

    drawn = render(texts([address]), "table", Look(width=width, bars=False))

    assert address in re.sub(r"\s", "", drawn)
