"""What a claim leaves to the text around it: a group's short name, the wave years before, the figures told in turn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
PAGES = Path(__file__).parent / "documents" / "pages"


def claims(phare: Phare, folder: Path, data: str, text: str) -> list[tuple[str, str]]:
    """Return the words and the status of each claim."""
    (folder / "note.md").write_text(text, encoding="utf-8")
    codebook = (PAGES / data).with_suffix(".codebook.csv")
    named = f" --codebook {codebook}" if codebook.exists() else ""
    rows = phare(f"verify {folder / 'note.md'} --data {PAGES / data}{named} -f json").rows
    return [(row["text"], row["status"]) for row in rows]


@pytest.mark.parametrize(
    ("data", "text", "words", "status"),
    [
        ("library.csv", "In England, 39% of users visit every month.", "39%", "right"),
        (
            "library.csv",
            "In Wales, four users in five would miss the library.",
            "four users in five",
            "right",
        ),
        ("library.csv", "In England, 51% of under-35s borrow e-books.", "51%", "right"),
        ("patients.csv", "Chez les moins de 30 ans, 71 % recommandent leur médecin.", "71 %", "right"),
        (
            "patients.csv",
            "Chez les moins de 30 ans, 71 % recommandent leur médecin. Ils sont 47 % à trouver "
            "le délai de rendez-vous trop long.",
            "47 %",
            "wrong",
        ),
        (
            "eau.csv",
            "Trois ans plus tôt, 38 % des ménages français craignaient une pénurie.",
            "38 %",
            "right",
        ),
        ("eau.csv", "Deux ans plus tôt, 57 % des ménages français craignaient une pénurie.", "57 %", "wrong"),
        (
            "quartier.csv",
            "Un Nazairien sur cinq environ est insatisfait.",
            "Un Nazairien sur cinq environ",
            "right",
        ),
        ("quartier.csv", "En Loire-Atlantique, 57 % des Nantais sont satisfaits.", "57 %", "right"),
        (
            "usages.csv",
            "Dans les Landes, 38 % des usagers ne sont pas à l'aise avec le numérique.",
            "38 %",
            "right",
        ),
        (
            "usages.csv",
            "Dans les Landes, un usager sur trois n'est pas à l'aise avec le numérique (28 % en Gironde).",
            "28 %",
            "wrong",
        ),
        (
            "festival.csv",
            "38% of festival-goers would pay more for local food, no change since 2022.",
            "38%",
            "right",
        ),
        ("sobriete.csv", "En 2024, 72 % des locataires baissent le chauffage.", "72 %", "right"),
        (
            "quartier.csv",
            "Réunion de quartier : 53 % des riverains de Nantes citent le bruit.",
            "53 %",
            "right",
        ),
    ],
)
def test_words_that_a_figure_leaves_out_are_lent_to_it(
    phare: Phare, tmp_path: Path, data: str, text: str, words: str, status: str
) -> None:
    assert (words, status) in claims(phare, tmp_path, data, text)


@pytest.mark.parametrize(
    ("data", "text", "words", "status"),
    [
        (
            "eau.csv",
            "En France, 57 % des ménages craignent une pénurie. La crainte est moindre en Bretagne (41 %).",
            "moindre en Bretagne",
            "right",
        ),
        (
            "eau.csv",
            "En France, 57 % des ménages craignent une pénurie. Les exploitants agricoles sont plus nombreux : 78 %.",
            "plus nombreux",
            "right",
        ),
        (
            "library.csv",
            "In England, 36% of users borrow e-books. In Wales the share is higher: 27%.",
            "higher",
            "wrong",
        ),
        (
            "jeunes.csv",
            "En vague 5, 52 % des lycéens sont optimistes, contre 61 % en vague 2. Cette baisse de 9 points "
            "épargne les apprentis.",
            "baisse de 9 points",
            "right",
        ),
        (
            "jeunes.csv",
            "En vague 5, 52 % des lycéens sont optimistes, contre 61 % en vague 2. Cette baisse de 19 points "
            "épargne les apprentis.",
            "baisse de 19 points",
            "wrong",
        ),
        (
            "benevoles.csv",
            "En Normandie, 41 % des bénévoles et 30 % des dirigeants regrettent un manque de formation, soit "
            "respectivement 8 points de plus et 15 points de moins que la moyenne nationale.",
            "8 points de plus",
            "right",
        ),
        (
            "quartier.csv",
            "À Saint-Nazaire, les dépôts sauvages (47 %) devancent le bruit de la circulation (34 %).",
            "devancent le bruit de la circulation",
            "right",
        ),
        (
            "usages.csv",
            "Dans les Landes, 38 % des usagers ne sont pas à l'aise avec le numérique, 10 points de plus que "
            "dans l'ensemble de la région.",
            "10 points de plus que dans l'ensemble de la région",
            "right",
        ),
        (
            "robots.csv",
            "In France, 27% of small firms use an AI tool every week (9% in 2022), i.e. three times as many in "
            "two years.",
            "three times",
            "right",
        ),
    ],
)
def test_a_relation_finds_the_side_that_the_text_before_it_told(
    phare: Phare, tmp_path: Path, data: str, text: str, words: str, status: str
) -> None:
    assert (words, status) in claims(phare, tmp_path, data, text)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("In 2024, 39% of library users in England and 48% of those in Wales visit every month. E-books "
         "are borrowed by 36% and 27% respectively.", ["right"] * 4),
        ("In 2024, 39% of library users in England and 48% of those in Wales visit every month. E-books "
         "are borrowed by 27% and 36% respectively.", ["right", "right", "wrong", "wrong"]),
    ],
)  # fmt: skip
def test_figures_told_respectively_are_of_the_row_before(
    phare: Phare, tmp_path: Path, text: str, statuses: list[str]
) -> None:
    assert [status for _, status in claims(phare, tmp_path, "library.csv", text)] == statuses


def test_parts_that_may_hold_the_same_people_are_said_to_be_untestable(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text(
        "En 2024, les patients de moins de 30 ans recommandent leur médecin moins souvent que les patients de zone "
        "rurale.",
        encoding="utf-8",
    )
    rows = phare(f"verify {tmp_path / 'note.md'} --data {PAGES / 'patients.csv'} -f json").rows

    assert [(row["status"], row["reason"]) for row in rows] == [("overstated", "may_overlap")]


@pytest.mark.parametrize(
    "text",
    [
        "Slide 3 of the deck is about England.",
        "Deux tiers du budget viennent de l'État ; le reste, soit 33 %, de la Région.",
        "Two thirds of the budget come from the state; the rest, 33%, from the region.",
    ],
)
def test_what_is_no_claim_about_results_is_left_out(phare: Phare, tmp_path: Path, text: str) -> None:
    said = f"In England, 39% of library users visit every month. {text}"

    assert [words for words, _ in claims(phare, tmp_path, "library.csv", said)] == ["39%"]


@pytest.mark.parametrize("relation", ["8 points de plus qu'en Catalogne", "plus qu'en Catalogne"])
def test_a_figure_in_brackets_behind_a_place_that_the_data_lack_is_unknown(
    phare: Phare, tmp_path: Path, relation: str
) -> None:
    text = f"Dans les Landes, 38 % des usagers ne sont pas à l'aise avec le numérique, {relation} (30 %)."

    assert claims(phare, tmp_path, "usages.csv", text)[-1] == ("30 %", "unknown")
