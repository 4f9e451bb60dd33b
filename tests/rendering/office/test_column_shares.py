"""A page shares its width so that few rows take two lines; a table parts before it leaves half a page empty."""

from __future__ import annotations

from phare_cli.rendering.office.column_shares import PORTRAIT, PageRoom, column_shares, is_short, letters_of
from phare_cli.rendering.panels import Heading, TextPanel

PAGE = PageRoom(PORTRAIT)
HEADINGS = (
    "Acteurs",
    "Modalité",
    "Bretagne",
    "France",
    "Écart",
    "Intervalle",
    "Verdict",
    "Raison",
)
NUMERIC = {"Bretagne", "France", "Écart", "Intervalle"}
ROW = (
    "Associations",
    "Environnement",
    "65 %",
    "20 %",
    "+45 points",
    "+35 points à +54 points",
    "▲ au-dessus",
)


def comparison(rows: int, reason: str) -> TextPanel:
    """Return a comparison of which one row alone has a reason."""
    cells = tuple((*ROW, reason if number == 0 else "–") for number in range(rows))
    return TextPanel("", tuple(Heading(text, text in NUMERIC) for text in HEADINGS), cells)


def test_thirty_verdicts_stay_on_one_line_and_one_long_reason_does_not() -> None:
    panel = comparison(30, "sensible à l’arrondi publié de l’un des deux résultats")
    letters = letters_of(panel, PAGE)

    verdict, reason = column_shares(panel, PAGE, letters)[-2:]

    assert verdict > 6.5 * letters
    assert reason < 20 * letters


def test_a_table_of_half_a_page_may_part_and_a_small_one_may_not() -> None:
    def stays(rows: int) -> bool:
        panel = comparison(rows, "–")
        letters = letters_of(panel, PAGE)
        return is_short(panel, PAGE, letters, column_shares(panel, PAGE, letters))

    assert [stays(rows) for rows in (3, 12, 20)] == [True, True, False]
