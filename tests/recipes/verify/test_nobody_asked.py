"""Figures of what nobody was asked, and of nobody: what a clause says that people do, whom a survey leaves out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Statuses = Callable[[dict[str, str], str], dict[str, str]]
HEAD = "wave,region,stakeholder,indicator,item,value,base,response\n"
_ROWS = {
    ("bakers", "training", "offers training"): 61,
    ("bakers", "help to young people", "takes apprentices"): 44,
    ("bakers", "help to young people", "lends premises"): 18,
    ("grocers", "training", "offers training"): 37,
    ("grocers", "help to young people", "takes apprentices"): 23,
    ("grocers", "help to young people", "lends premises"): 29,
}
ENGLISH = HEAD + "".join(
    f"2024,Wales,{group},{indicator},{item},{value},800,multiple\n"
    for (group, indicator, item), value in _ROWS.items()
)
_LIGNES = {
    ("boulangers", "mécénat", "fait du mécénat"): 61,
    ("boulangers", "aides aux jeunes", "accueil d'apprentis"): 44,
    ("boulangers", "aides aux jeunes", "prêt de locaux"): 18,
    ("épiciers", "mécénat", "fait du mécénat"): 37,
    ("épiciers", "aides aux jeunes", "accueil d'apprentis"): 23,
    ("épiciers", "aides aux jeunes", "prêt de locaux"): 29,
}
FRENCH = HEAD + "".join(
    f"2024,France,{group},{indicator},{item},{value},800,multiple\n"
    for (group, indicator, item), value in _LIGNES.items()
)
PAGES = {
    "44% of bakers take apprentices, and they also run evening courses, which 7% of bakers report.": "right unknown",
    "44% of bakers take apprentices, but fewer lend premises, which 18% of bakers do.": "right right",
    "44% of bakers take apprentices, but fewer lend premises, which 28% of bakers do.": "right wrong",
    "44% of bakers take apprentices. The survey does not cover butchers, although 52% of them are said to do so.":
        "right unknown",
    "A magazine says that 61% of bakers offer training and that 9% of bakers sponsor a choir.": "right unknown",
    "## Training\n\nOn the van was painted: \"Takes apprentices, 44%\".": "ambiguous",
    "The mayor was blunt: \"Takes apprentices? 44%.\" Yet 44% of bakers take apprentices.": "ambiguous right",
    "“Do you take apprentices?” To this, 44% of bakers said yes.": "right",
    "44% of bakers take apprentices, and the lack of flour is mentioned by 40%.": "right unknown",
    "44% of bakers take apprentices, while evening courses are run by 12% of them.": "right unknown",
    "44% of bakers take apprentices, and the share falls to 23% among grocers.": "right right",
    "44% of bakers take apprentices, and the practice is claimed by 33% of grocers.": "right wrong",
}  # fmt: skip
PAGES_FR = {
    "L'orgue de l'église, lui, est financé par 6 % des boulangers mécènes.": "unknown",
    "44 % des boulangers pratiquent l'accueil d'apprentis, et les cours du soir, que 7 % des boulangers assurent.":
        "right unknown",
    "L'enquête n'a pas interrogé les bouchers, même si 52 % d'entre eux feraient du mécénat.": "unknown",
    "Un blog affirme que 61 % des boulangers font du mécénat, et que 9 % des boulangers soutiennent une chorale.":
        "right unknown",
    "Le maire a tranché : « L'accueil d'apprentis ? 44 %. » Et il s'est tu.": "ambiguous",
    "« Accueillez-vous des apprentis ? » À cette question, 44 % des boulangers répondent oui.": "right",
    "44 % des boulangers pratiquent l'accueil d'apprentis, et le manque de farine est cité par 40 %.":
        "right unknown",
    "44 % des boulangers pratiquent l'accueil d'apprentis, tandis que la clientèle manque à 12 % d'entre eux.":
        "right unknown",
    "44 % des boulangers pratiquent l'accueil d'apprentis, et la part tombe à 23 % chez les épiciers.": "right right",
}  # fmt: skip


@pytest.mark.parametrize(("data", "pages"), [(ENGLISH, PAGES), (FRENCH, PAGES_FR)], ids=["english", "french"])
def test_a_figure_of_what_nobody_was_asked_is_never_called_wrong(
    statuses: Statuses, data: str, pages: dict[str, str]
) -> None:
    assert statuses(pages, data) == pages
