"""Forms that a draft guesses are those a person would write, and none where a name reads as a sentence."""

from __future__ import annotations

import pytest

from phare_cli.language.forms.guessed_forms import guessed_forms


@pytest.mark.parametrize(
    ("name", "in_it", "of_it"),
    [
        ("Lyon", "à Lyon", "de Lyon"),
        ("Angers", "à Angers", "d'Angers"),
        ("Le Mans", "au Mans", "du Mans"),
        ("Les Sables-d'Olonne", "aux Sables-d'Olonne", "des Sables-d'Olonne"),
        ("La Rochelle", "à La Rochelle", "de La Rochelle"),
        ("L'Haÿ-les-Roses", "à L'Haÿ-les-Roses", "de L'Haÿ-les-Roses"),
        ("Landes", "dans les Landes", "des Landes"),
        ("Île-de-France", "en Île-de-France", "d'Île-de-France"),
        ("Grand Lyon", "dans le Grand Lyon", "du Grand Lyon"),
        ("Quartier Nord", "dans le Quartier Nord", "du Quartier Nord"),
        ("Allemagne", "en Allemagne", "d'Allemagne"),
        ("Royaume-Uni", "au Royaume-Uni", "du Royaume-Uni"),
        ("Pays-Bas", "aux Pays-Bas", "des Pays-Bas"),
        ("Pays de Retz", "dans le Pays de Retz", "du Pays de Retz"),
    ],
)
def test_a_place_is_guessed_with_its_preposition(name: str, in_it: str, of_it: str) -> None:
    forms = guessed_forms("region", name)

    assert (forms["in_fr"], forms["of_fr"]) == (in_it, of_it)


@pytest.mark.parametrize(
    ("name", "in_it", "of_it"),
    [
        ("Reste de l'Occitanie", "dans le reste de l'Occitanie", "du reste de l'Occitanie"),
        ("Reste du département", "dans le reste du département", "du reste du département"),
        ("Autres communes", "dans les autres communes", "des autres communes"),
        ("Autre commune", "dans une autre commune", "d'une autre commune"),
        ("Hors métropole", "hors métropole", "du territoire hors métropole"),
        ("Ensemble", "dans l'ensemble", "de l'ensemble"),
        ("Ensemble de la région", "dans l'ensemble de la région", "de l'ensemble de la région"),
        ("Total", "au total", "du total"),
        ("Toute la région", "dans toute la région", "de toute la région"),
        ("Étranger", "à l'étranger", "de l'étranger"),
        ("Nord", "dans le nord", "du nord"),
        ("Centre-ville", "dans le centre-ville", "du centre-ville"),
        ("Nord-Isère", "à Nord-Isère", "de Nord-Isère"),
    ],
)
def test_what_gathers_places_reads_as_the_common_words_it_is_made_of(
    name: str, in_it: str, of_it: str
) -> None:
    forms = guessed_forms("region", name)

    assert (forms["in_fr"], forms["of_fr"]) == (in_it, of_it)


@pytest.mark.parametrize("kind", ["region", "stakeholder"])
@pytest.mark.parametrize("name", ["Ne sait pas", "NSP", "Sans réponse", "Non précisé"])
def test_an_answer_that_names_nobody_and_no_place_has_no_forms(kind: str, name: str) -> None:
    assert dict(guessed_forms(kind, name)) == {}


def test_everybody_takes_no_article_of_their_own() -> None:
    assert guessed_forms("stakeholder", "Tous les habitants")["in_fr"] == "parmi tous les habitants"


@pytest.mark.parametrize(
    ("name", "in_it", "the"),
    [
        ("Rest of England", "in the rest of England", "the rest of England"),
        ("Other regions", "in the other regions", "the other regions"),
        ("Outside London", "outside London", "the area outside London"),
    ],
)
def test_what_gathers_places_reads_so_in_english_too(name: str, in_it: str, the: str) -> None:
    assert dict(guessed_forms("region", name, "en")) == {"in_en": in_it, "the_en": the}


@pytest.mark.parametrize(
    ("name", "the", "of_it"),
    [
        ("Les transports", "les transports", "des transports"),
        ("Le logement", "le logement", "du logement"),
        ("L'emploi", "l'emploi", "de l'emploi"),
        ("La santé", "la santé", "de la santé"),
        ("Parcs et jardins", "les parcs et jardins", "des parcs et jardins"),
        ("Sécurité", "la sécurité", "de la sécurité"),
        ("Prix", "le prix", "du prix"),
        ("Alimentation", "l'alimentation", "de l'alimentation"),
    ],
)
def test_a_noun_is_guessed_with_one_article(name: str, the: str, of_it: str) -> None:
    forms = guessed_forms("item", name)

    assert (forms["the_fr"], forms["of_fr"]) == (the, of_it)


@pytest.mark.parametrize(
    "name",
    [
        "Vous êtes ...",
        "Les transports en commun desservent bien mon quartier",
        "Je me sens en sécurité dans mon quartier",
        "Quels équipements utilisez-vous ?",
        "Plutôt d'accord",
        "Très utiles",
        "Stables",
        "En hausse",
        "Croix-Rousse",
        "Le logement, les locaux",
        "Aucun",
        "Hors de France",
        "Trouver des bénévoles",
        "18 à 24 ans",
        "",
    ],
)
@pytest.mark.parametrize("kind", ["indicator", "item"])
def test_what_is_no_noun_is_given_no_article(name: str, kind: str) -> None:
    assert dict(guessed_forms(kind, name)) == {}


@pytest.mark.parametrize(
    ("name", "the"),
    [
        ("Netherlands", "the Netherlands"),
        ("United Kingdom", "the United Kingdom"),
        ("Germany", "Germany"),
        ("Channel Islands", "the Channel Islands"),
    ],
)
def test_english_places_take_an_article_where_they_have_one(name: str, the: str) -> None:
    assert dict(guessed_forms("region", name, "en")) == {"in_en": f"in {the}", "the_en": the}


@pytest.mark.parametrize(
    ("name", "the", "agreement"),
    [
        ("Accès aux soins", "l'accès aux soins", "m"),
        ("Progrès social", "le progrès social", "m"),
        ("Succès scolaire", "le succès scolaire", "m"),
        ("Prix", "le prix", "m"),
        ("Parcours", "le parcours", "m"),
        ("Paix", "la paix", "f"),
        ("Voix des habitants", "la voix des habitants", "f"),
        ("Transports", "les transports", "mp"),
    ],
)
def test_what_ends_as_a_plural_does_may_be_one_thing(name: str, the: str, agreement: str) -> None:
    forms = guessed_forms("item", name)

    assert (forms["the_fr"], forms["agreement_fr"]) == (the, agreement)
