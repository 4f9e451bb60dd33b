"""Words that are known in part: a figure is right where the data hold it to the digit, and never wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = """\
wave,region,stakeholder,segment,indicator,item,value,unit,base,response
hiver 2020-2021,France,abonnés,,lecture,a eu du mal à payer son abonnement,12,percent,900,multiple
hiver 2022-2023,France,abonnés,,lecture,a eu du mal à payer son abonnement,31,percent,900,multiple
hiver 2024-2025,France,abonnés,,lecture,a eu du mal à payer son abonnement,44,percent,900,multiple
hiver 2024-2025,France,abonnés,,lecture,emprunte un roman policier par semaine,27,percent,900,multiple
hiver 2024-2025,France,abonnés,,lecture,pratique la lecture à voix haute,18,percent,900,multiple
hiver 2024-2025,France,lycéens,,lecture,a eu du mal à payer son abonnement,9,percent,700,multiple
hiver 2024-2025,France,lycéens,,lecture,emprunte un roman policier par semaine,33,percent,700,multiple
hiver 2024-2025,France,lycéens,,lecture,pratique la lecture à voix haute,52,percent,700,multiple
"""


def statuses(phare: Phare, folder: Path, text: str, data: str = DATA) -> list[tuple[str, str]]:
    (folder / "page.md").write_text(f"# Lire en France\n\n{text}\n", encoding="utf-8")
    rows = phare("verify page.md -f json", data=data).rows
    return [(row["text"], row["status"]) for row in rows if row["kind"] == "figure"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cet hiver, 44 % des abonnés ont eu du mal à payer leur abonnement.", {"44 %": "right"}),
        ("Cet hiver, 43 % des abonnés ont eu du mal à payer leur abonnement.", {"43 %": "wrong"}),
        ("44 % des abonnés ont peiné à régler leur abonnement cet hiver.", {"44 %": "right"}),
        ("44 % des abonnés ont des difficultés de paiement.", {"44 %": "right"}),
        ("27 % des abonnés empruntent chaque semaine un polar ou un roman.", {"27 %": "right"}),
    ],
)
def test_words_that_say_a_name_otherwise_are_known_or_unknown_and_never_make_a_figure_wrong(
    phare: Phare, tmp_path: Path, text: str, told: dict[str, str]
) -> None:
    assert dict(statuses(phare, tmp_path, text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "27 % des abonnés empruntent un roman policier par semaine. En hausse : la pratique séduit 33 % des lycéens.",
        "Parmi les lycéens, 33 % empruntent un roman policier par semaine. Ils sont 9 % à peiner à payer l'abonnement.",
        "Chez les lycéens, c'est la voix haute qui l'emporte, avec 52 % des réponses.",
        "Pour 27 % des réponses d'abonnés, on emprunte un roman policier par semaine.",
    ],
)
def test_nouns_of_answers_and_habits_carry_figures_and_name_nothing(
    phare: Phare, tmp_path: Path, text: str
) -> None:
    assert {status for _, status in statuses(phare, tmp_path, text)} == {"right"}


def test_yesterday_is_the_wave_that_a_change_is_counted_from(phare: Phare, tmp_path: Path) -> None:
    text = (
        "Chez les abonnés, la difficulté à payer l'abonnement a progressé de 32 points depuis l'hiver 2020-2021 : "
        "12 % hier, 44 % aujourd'hui."
    )

    assert statuses(phare, tmp_path, text) == [("12 %", "right"), ("44 %", "right")]


def test_a_figure_behind_a_colon_is_of_the_place_before_it(phare: Phare, tmp_path: Path) -> None:
    data = DATA + DATA.split("\n", 1)[1].replace("France,", "Bretagne,").replace(",44,", ",61,")
    text = (
        "En Bretagne, 61 % des abonnés ont du mal à payer leur abonnement. "
        "La difficulté à payer l'abonnement recule à l'échelle du pays : 44 % chez les abonnés."
    )

    assert statuses(phare, tmp_path, text, data) == [("61 %", "right"), ("44 %", "right")]


@pytest.mark.parametrize(
    "text",
    [
        "Les lycéens lisent à voix haute : ils sont 52 % à le faire, quand 18 % des abonnés le font.",
        "27 % des abonnés empruntent un roman policier par semaine et un lycéen sur trois fait de même.",
    ],
)
def test_who_is_set_against_a_figure_is_not_whose_it_is(phare: Phare, tmp_path: Path, text: str) -> None:
    assert "wrong" not in {status for _, status in statuses(phare, tmp_path, text)}


def test_people_who_are_gathered_are_no_base(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(
        "Les résultats ont été livrés devant 180 participants ; 900 abonnés interrogés.\n", encoding="utf-8"
    )
    rows = phare("verify page.md -f json", data=DATA).rows

    assert [row["text"] for row in rows] == ["900 abonnés"]


def test_a_net_is_what_those_who_are_not_are_counted_from(phare: Phare, tmp_path: Path) -> None:
    rows = "".join(
        f"2024,{place},abonnés,,accueil,{item},{value},percent,900,single\n"
        for place, values in (("France", (20, 45, 25, 10)), ("Bretagne", (12, 40, 30, 18)))
        for item, value in zip(
            ("tout à fait satisfait", "plutôt satisfait", "plutôt pas satisfait", "pas du tout satisfait"),
            values,
            strict=True,
        )
    )
    text = (
        "Sur l'accueil, 65 % des abonnés de France se disent satisfaits, dont 20 % tout à fait ; "
        "en Bretagne, 48 % ne le sont pas."
    )

    told = statuses(phare, tmp_path, text, DATA.split("\n")[0] + "\n" + rows)

    assert told == [("65 %", "right"), ("20 %", "right"), ("48 %", "right")]


SEXES = """\
wave,region,stakeholder,segment,indicator,item,value,unit,base
2024,Occitanie,femmes,,lecture,emprunte en bibliothèque,52,percent,400
2024,Occitanie,hommes,,lecture,emprunte en bibliothèque,40,percent,400
2024,Occitanie,habitants ruraux,,lecture,emprunte en bibliothèque,29,percent,400
2024,Occitanie,habitants urbains,,lecture,emprunte en bibliothèque,55,percent,400
2024,Bretagne,femmes,,lecture,emprunte en bibliothèque,57,percent,400
2024,France,femmes,,lecture,emprunte en bibliothèque,49,percent,2000
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("En Occitanie, leurs homologues masculins sont 40 % à emprunter en bibliothèque.", "right"),
        ("En Occitanie, 52 % de leurs collègues féminines empruntent en bibliothèque.", "right"),
        ("En Occitanie, ses voisins ruraux sont 28 % à emprunter en bibliothèque.", "wrong"),
        ("Dans tout le département, 49 % des femmes empruntent en bibliothèque.", "unknown"),
        ("Dans toute la France, 49 % des femmes empruntent en bibliothèque.", "right"),
    ],
)
def test_people_are_told_by_an_adjective_and_a_whole_that_was_not_asked_is_unknown(
    phare: Phare, tmp_path: Path, text: str, told: str
) -> None:
    assert [status for _, status in statuses(phare, tmp_path, text, SEXES)] == [told]
