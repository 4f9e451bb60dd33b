"""Columns that are called by a phrase are understood by its words; what may mean something else is asked about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from phare_cli.results.headers.column_words import column_of_words

Phare = Callable[..., Any]
ROW = "Gard;Maires;Vos besoins;Un local;42,5;412;2024\n"
COLUMNS = {
    "region": (
        "Département (nom)", "Nom du département", "Départements", "Commune de résidence", "Territoire enquêté",
        "Département concerné", "Quartier (nom)", "Libellé du département", "EPCI", "Région (nom)",
        "Name of the region",
    ),
    "stakeholder": (
        "Public interrogé", "Type de répondants", "Groupe interrogé", "Profil des répondants",
        "Catégorie de répondants", "Acteur interrogé", "Qualité du répondant", "Public enquêté",
        "Statut du répondant", "Types de publics interrogés", "Group asked",
    ),
    "indicator": (
        "Question posée", "Indicateur (libellé)", "Libellé de la question", "Intitulé de l'indicateur",
        "Nom de l'indicateur", "Texte de la question", "Question (intitulé)", "Question (texte)",
        "Formulation de la question", "Questions (libellé)", "Question text",
    ),
    "item": (
        "Thème d'inquiétude", "Réponse donnée", "Modalité de réponse", "Item cité", "Domaine d'inquiétude",
        "Sujet de préoccupation", "Choix proposé", "Motif d'inquiétude", "Réponses citées",
        "Libellé de la modalité", "Topic of concern",
    ),
    "value": (
        "Part des habitants (%)", "Pourcentage de oui", "Part de répondants (en %)", "% des personnes interrogées",
        "Résultat (en %)", "Part (%)", "Pourcentage pondéré", "Proportion d'usagers (%)", "Réponses (%)",
        "Répondants (%)", "Share of people (%)",
    ),
    "base": (
        "Effectif interrogé", "Nombre de répondants", "Nb de répondants", "Nb. de personnes interrogées",
        "Base (nombre de répondants)", "Taille de l'échantillon (n)", "Nombre d'habitants interrogés",
        "Effectif (non pondéré)", "Nombre total de répondants", "Base de répondants", "Number of respondents",
    ),
    "wave": (
        "Année d'enquête", "Année de l'enquête", "Vague de l'enquête", "Millésime de l'enquête", "Année (enquête)",
        "Année de collecte", "Édition du baromètre", "Vague (année)", "Année du sondage", "Année de réalisation",
        "Survey year",
    ),
}  # fmt: skip


@pytest.mark.parametrize("names", list(zip(*COLUMNS.values(), strict=True)))
def test_a_column_is_what_the_words_of_its_name_say(phare: Phare, names: tuple[str, ...]) -> None:
    run = phare("show -f csv", data=f"{';'.join(names)}\n{ROW}")

    assert run.status == 0
    assert [run.column(name) for name in COLUMNS] == [
        ["Gard"], ["mayors"], ["Vos besoins"], ["Un local"], ["42.5"], ["412"], ["2024"],
    ]  # fmt: skip


NOTHING = (
    "Part des logements vacants", "Part 2015", "Part des femmes (%)", "Taux de réponse", "Taux de participation (%)",
    "Écart (%)", "Part dans la population", "Marge d'erreur (%)", "Pourcentage cumulé", "Nombre d'habitants",
    "Nombre de réponses", "Effectif pondéré", "Base (redressée)", "Effectif total", "Nombre de oui", "Population",
    "Année de naissance", "Année de création", "Terrain d'enquête", "Domaine d'activité", "Thème de la question",
    "Thème 2", "Type de réponse", "Mode de réponse", "Code question", "Catégorie", "Enquêteur", "Nom", "",
)  # fmt: skip


@pytest.mark.parametrize("name", NOTHING)
def test_of_a_name_with_a_word_of_another_meaning_nothing_is_guessed(name: str) -> None:
    assert column_of_words(name) is None


@pytest.mark.parametrize("name", ["Répondants (%)", "Effectif (%)", "Base en %", "N (%)"])
def test_what_is_in_percents_is_no_base(phare: Phare, name: str) -> None:
    run = phare(
        "show -f csv", data=f"Région;Public;Question;Réponse;Valeur;{name}\nGard;Maires;Besoins;Local;42;50\n"
    )

    assert (run.status, run.column("base")) == (0, [""])


ASKED = (
    "Part des habitants (%);Part des maires (%)", "% de oui;% des répondants", "Part de répondants;Pourcentage pondéré",
)  # fmt: skip


@pytest.mark.parametrize("values", ASKED)
def test_which_of_two_values_is_meant_is_asked(phare: Phare, values: str) -> None:
    run = phare("show", data=f"Région;Public;Question;Réponse;{values}\nGard;Maires;Besoins;Local;42;50\n")

    assert (run.status, run.out, "--map value=COLUMN" in run.err) == (3, "", True)


def test_a_column_that_is_called_as_ours_goes_before_one_that_only_means_it(phare: Phare) -> None:
    header = "Région;Public;Question;Réponse;Part des habitants (%);Valeur;Effectif interrogé;Base"
    run = phare("show -f csv", data=f"{header}\nGard;Maires;Besoins;Local;42;50;400;300\n")

    assert (run.column("value"), run.column("base")) == (["50"], ["300"])


def test_what_a_topic_is_read_as_is_told(phare: Phare) -> None:
    run = phare("show", data="Région;Public;Question;Thème d'inquiétude;%\nGard;Maires;Besoins;Local;42\n")

    assert "the column “Thème d'inquiétude” is read as item." in run.err


def test_a_topic_beside_an_answer_is_what_was_asked(phare: Phare) -> None:
    run = phare("show -f csv", data="Région;Public;Thème d'inquiétude;Réponse;%\nGard;Maires;Local;Oui;42\n")

    assert (run.column("indicator"), run.column("item")) == (["Local"], ["Oui"])


@pytest.mark.parametrize("order", ["Département (code);Département (nom)", "code_dep;dep"])
def test_a_place_is_read_by_its_name_beside_its_code(phare: Phare, order: str) -> None:
    run = phare("show -f csv", data=f"{order};Public;Question;Réponse;%\n30;Gard;Maires;Besoins;Local;42\n")

    assert run.column("region") == ["Gard"]


WITHOUT = "Région;Public;Question;Réponse;%;{}\nGard;Maires;Besoins;Local;42;400\n"


@pytest.mark.parametrize(
    ("column", "option"),
    [
        ("Effectif total", '--map "base=Effectif total"'),
        ("Base hors NSP", '--map "base=Base hors NSP"'),
        ("Répondants de 2024", '--map "base=Répondants de 2024"'),
        ("Effectif 2024;Base NSP exclus", "--map base=COLUMN"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_column_that_may_be_the_base_is_offered(phare: Phare, column: str, option: str, lang: str) -> None:
    run = phare(
        f"show --lang {lang}",
        data=WITHOUT.format(column).replace("400\n", "400;400\n" if ";" in column else "400\n"),
    )

    assert run.status == 0
    assert (option if lang == "en" else option.replace("COLUMN", "COLONNE")) in run.err


@pytest.mark.parametrize(
    "column", ["Nombre de réponses", "Effectif pondéré", "Part de la base", "Effectif (%)"]
)
def test_what_is_no_base_is_not_offered(phare: Phare, column: str) -> None:
    assert "base" not in phare("show", data=WITHOUT.format(column)).err.replace(column, "")


def test_a_base_that_somebody_declined_is_not_offered(phare: Phare) -> None:
    assert "--map" not in phare("show --map base=", data=WITHOUT.format("Effectif total")).err


@pytest.mark.parametrize(("column", "is_offered"), [("Effectif total", True), ("Nombre de réponses", False)])
def test_what_lacks_is_asked_for_with_the_base(phare: Phare, column: str, is_offered: bool) -> None:
    run = phare("show", data=f"Région;Public;Réponse;x;{column}\nGard;Maires;Local;42;400\n")

    assert (run.status, "--map indicator=COLUMN --map value=COLUMN" in run.err) == (3, True)
    assert ('--map "base=Effectif total"' in run.err) is is_offered
