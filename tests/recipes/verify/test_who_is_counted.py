"""Who is counted where a count stands alone, a part has the name of them all, or a people is named by its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Statuses = Callable[[dict[str, str], str], dict[str, str]]
HEAD = "wave,region,stakeholder,segment,indicator,item,value,base,response\n"
ENGLISH = HEAD + "".join(
    f"2024,{place},porters,,outings,{item},{value},{base},multiple\n"
    for place, base, values in (
        ("Belgium", 1900, (44, 30)),
        ("Flanders", 640, (52, 28)),
        ("Wallonia", 580, (31, 34)),
    )
    for item, value in zip(("cinema", "circus"), values, strict=True)
)
FRENCH = HEAD + "".join(
    f"2024,France,entreprises,{part},gestes,{item},{value},{base},multiple\n"
    for part, base, values in (("", 1500, (40, 20)), ("PME", 700, (33, 18)), ("grandes", 300, (61, 35)))
    for item, value in zip(("covoiturage", "réemploi"), values, strict=True)
)
PAGES = {
    "## How many porters took part?\n\n1,900. Of these, 44% go to the cinema.": "right right",
    "## How many porters took part?\n\n720. Of these, 44% go to the cinema.": "wrong right",
    "As for porters, 1,900 of them agreed to answer.": "right",
    "As for porters, 1,700 of them agreed to answer.": "wrong",
    "Porters like the cinema: 44%. 300 of them own a car.": "right",
    "In Flanders, 52% of porters go to the cinema and 28% to the circus. Cinema is ahead of circus in Flanders.":
        "right right right",
    "In Wallonia, 31% of porters go to the cinema and 34% to the circus. Cinema is ahead of circus in Wallonia.":
        "right right wrong",
    "In Flanders, porters know what they like: circus is at the bottom of their list (28%).": "right right",
    "In Flanders, porters know what they like: circus is at the bottom of their list (52%).": "right wrong",
    "Walloon porters go to the cinema far less often than the Flemish.": "right",
    "Walloon porters go to the circus far more often than the Flemish.": "overstated",
}  # fmt: skip
PAGES_FR = {
    "33 % des PME et 61 % des grandes entreprises pratiquent le covoiturage.": "right right",
    "40 % des PME et 61 % des grandes entreprises pratiquent le covoiturage.": "wrong right",
    "Les PME pratiquent moins le covoiturage que les grandes entreprises (61 %).": "right right",
    "Quant aux PME, 700 d'entre elles ont bien voulu répondre.": "right",
    "Combien de PME ont répondu ? 700.": "right",
    "40 % des entreprises pratiquent le covoiturage. Prenons les PME : 33 % le font, contre 61 % des grandes.":
        "right right right",
}  # fmt: skip


@pytest.mark.parametrize(("data", "pages"), [(ENGLISH, PAGES), (FRENCH, PAGES_FR)], ids=["english", "french"])
def test_a_count_and_a_figure_are_of_those_whom_the_words_before_name(
    statuses: Statuses, data: str, pages: dict[str, str]
) -> None:
    assert statuses(pages, data) == pages
